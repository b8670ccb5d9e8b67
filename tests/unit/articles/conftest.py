"""Pages in the forms of portals, with sentences of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

LEAD = "가람전자와 나루통신이 배송 로봇 협의체 '물결 모임'을 만들었다. 두 회사는 3일 협약을 맺었다고 밝혔다."
BODY = "협의체는 가람전자가 이끈다. 나루통신은 통신망을 대고, 다른 회사에도 문을 열어 둔다."


@pytest.fixture
def zum_page() -> Callable[..., str]:
    def page(*, hidden: bool = True, category: str = "08") -> str:
        line = f"123456789 03120210305123456789 {category} 0801001 6.1.0-RELEASE 31 한샘일보 0 false true true false"
        times = "1614902462000 1614902999000"
        return f"""<!doctype html><html lang="ko"><head><meta charset="utf-8">
<title>가람·나루, '물결 모임' 결성 : 줌 뉴스</title>
<meta property="og:title" content="가람·나루, '물결 모임' 결성"><meta property="og:site_name" content="줌뉴스"></head>
<body><a href="#c">본문으로 바로가기</a><ul><li><a href="/">홈</a></li><li><a href="/it">IT/과학</a></li></ul>
<div style="display:none">{f"{line} {times}" if hidden else "11.24 (일)"}</div>
<h1>가람·나루, '물결 모임' 결성</h1><div><button>글자크기</button></div><div><a href="#">한샘일보</a></div>
<div><p>가람전자의 배송 로봇이 언덕을 오르고 있다. /한샘일보 DB</p>
<p>&lt;이미지를 클릭하시면 크게 보실 수 있습니다&gt;</p>
<p>두 회사, 3일 서울에서 협약</p>
<p>[한샘일보│문보라 기자] {LEAD}</p>
<p><b>◆ 로봇은 내년부터</b></p>
<p>{BODY}</p>
<p>bora@hansaem.example</p></div>
<div><p>기사가 속한 카테고리는 언론사가 분류합니다.</p>
<p>언론사는 한 기사를 두 개 이상의 카테고리로 분류할 수 있습니다.</p></div>
<ul><li><a href="/articles/2">많이 본 다른 기사</a></li></ul></body></html>"""

    return page


@pytest.fixture
def html_page() -> Callable[..., bytes]:
    def page(body: str = f"<p>{LEAD}</p><p>{BODY}</p>", head: str = "", lang: str = "ko") -> bytes:
        return f'<html lang="{lang}"><head>{head}</head><body>{body}</body></html>'.encode()

    return page
