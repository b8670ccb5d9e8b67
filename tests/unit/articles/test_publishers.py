"""The engine that reads a site's table, and how the site of a page is found."""

from __future__ import annotations

import json
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from pipelines.articles import Article, Reject, extract_article
from pipelines.articles.head import read_head
from pipelines.articles.page import Page
from pipelines.articles.publishers import DIRECTORY
from pipelines.articles.publishers.adapter import Adapter, Spot, Template
from pipelines.articles.publishers.lookup import Directory
from pipelines.articles.publishers.script_form import ScriptForm
from pipelines.articles.times import KST

FIRST = "가람제철과 나루해운이 5일 암모니아 운반선을 함께 짓는 협약을 맺었다."
SECOND = "두 회사는 내년 봄 첫 배를 띄운다."
TABLE = Template(
    name="table",
    body=(".story",),
    subtitle=".deck",
    captions=".photo .text",
    drop=".photo, .ad",
    subheads=".between",
    noise=(r"\(끝\)",),
    caption_lines=(r"▲.*",),
    names=(Spot(".who"),),
    published=(Spot(".when", "data-time"),),
)


def page_of(body: str, url: str | None = None, head: str = "") -> Page:
    tree = LexborHTMLParser(f'<html lang="ko"><head>{head}</head><body>{body}</body></html>')
    return Page(tree, read_head(tree, url), url, korean=True)


def lines(template: Template, body: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in template.read(page_of(body)).blocks]


def site(name: str, *hosts: str, signature: str = "") -> Adapter:
    return Adapter(name=name, hosts=frozenset(hosts), forms=(TABLE,), signature=signature)


def test_a_table_says_what_is_body_subtitle_subhead_and_caption() -> None:
    reading = TABLE.read(
        page_of(
            '<h4 class="deck">첫 부제<br>둘째 부제</h4><div class="story">'
            '<div class="photo"><img><p class="text">부두의 배</p><button>확대</button></div>'
            f'<p>{FIRST}</p><div class="ad">광고 문구</div><div class="between"><p>봄에 첫 배</p></div>'
            f"<p>{SECOND}</p><p>▲ 진수식</p><p>(끝)</p></div><p>다른 기사</p>"
        )
    )
    assert [(block.kind, block.text) for block in reading.blocks] == [
        ("heading", "첫 부제"),
        ("heading", "둘째 부제"),
        ("paragraph", FIRST),
        ("heading", "봄에 첫 배"),
        ("paragraph", SECOND),
    ]
    assert reading.captions == ("부두의 배", "▲ 진수식")
    assert reading.method == "table"


def test_elements_that_match_inside_one_another_are_taken_off_once() -> None:
    body = f'<div class="story"><div class="ad"><div class="photo"><div class="ad">x</div></div></div>{FIRST}</div>'
    assert lines(TABLE, body) == [("paragraph", FIRST)]


def test_a_body_element_inside_another_is_read_once() -> None:
    assert lines(TABLE, f'<div class="story"><div class="story"><p>{FIRST}</p></div></div>') == [("paragraph", FIRST)]


def test_among_lines_parted_by_breaks_those_that_are_links_and_no_others_are_left_out() -> None:
    body = (
        f'<div class="story">{FIRST}<br><br><a href="/1">▶오늘의 운세</a> <a href="/2">▶특가</a><br><br>{SECOND}</div>'
    )
    assert lines(TABLE, body) == [("paragraph", FIRST), ("paragraph", SECOND)]


def test_a_paragraph_that_names_things_with_links_stays() -> None:
    linked = FIRST.replace("가람제철", '<a href="/c">가람제철</a>')
    assert lines(TABLE, f'<div class="story"><p>{linked}</p></div>') == [("paragraph", FIRST)]


def test_of_lines_parted_by_breaks_each_counts_its_own_bold_and_its_own_links() -> None:
    body = f'<div class="story">{FIRST}<br><br><b>봄에 첫 배</b><br><a href="/c">가람</a> {SECOND}</div>'
    blocks = TABLE.read(page_of(body)).blocks
    assert [(block.text, block.is_strong, block.link_chars) for block in blocks] == [
        (FIRST, False, 0),
        ("봄에 첫 배", True, 0),
        (f"가람 {SECOND}", False, 2),
    ]


def test_a_time_without_a_zone_is_korean() -> None:
    page = page_of(f'<i class="when" data-time="2024-03-05 09:01:02"></i><div class="story">{FIRST}</div>')
    assert TABLE.read(page).published_at == datetime(2024, 3, 5, 9, 1, 2, tzinfo=KST)


def test_what_a_site_states_is_kept_when_its_body_is_not_found() -> None:
    reading = site("a", "a.example").read(page_of(f'<b class="who">문보라 기자</b><div class="new">{FIRST}</div>'))
    assert reading.blocks == ()
    assert reading.method == ""
    assert reading.byline_names == ("문보라",)


def test_the_newest_form_that_finds_a_body_answers() -> None:
    old = Template(name="old", body=(".before",))
    adapter = Adapter(name="a", hosts=frozenset({"a.example"}), forms=(TABLE, old), publisher="가람일보")
    assert adapter.read(page_of(f'<div class="before">{FIRST}</div>')).method == "old"
    both = adapter.read(page_of(f'<div class="before">{FIRST}</div><div class="story">{SECOND}</div>'))
    assert (both.method, both.publisher) == ("table", "가람일보")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://a.example/1", "a"),
        ("https://www.a.example/1", "a"),
        ("https://biz.m.a.example/1", "a"),
        ("https://kids.a.example/1", "kids"),
        ("https://nota.example/1", None),
        ("https://example/1", None),
        ("https://web.archive.org/web/20220721135650/https://www.a.example/1", "a"),
        ("https://web.archive.org/web/20220721135650/https://[/1", None),
        (None, None),
    ],
)
def test_a_site_is_found_by_its_host_and_the_hosts_below_it(url: str | None, name: str | None) -> None:
    found = Directory([site("a", "a.example"), site("kids", "kids.a.example")]).adapter_of(page_of("", url))
    assert (found.name if found else None) == name


def test_a_page_of_an_unknown_host_is_known_by_a_mark() -> None:
    directory = Directory([site("a", "a.example"), site("system", signature="#mark")])
    found = directory.adapter_of(page_of('<div id="mark"></div>', "https://paper.example/1"))
    assert found
    assert found.name == "system"


def test_no_host_belongs_to_two_sites() -> None:
    with pytest.raises(ValueError, match=r"a\.example belongs to a and b"):
        Directory([site("a", "a.example"), site("b", "a.example")])


def test_no_two_forms_bear_one_name() -> None:
    names = [form.name for adapter in DIRECTORY.adapters for form in adapter.forms]
    assert len(names) == len(set(names))


FORM = ScriptForm(name="script", template=TABLE, html="contentHtml", subtitle="sub", names="by", published="at")


def script_of(data: str) -> Page:
    return page_of(f"<script>push({data})</script>".replace("</p", "<\\/p").replace("</b", "<\\/b"))


def test_a_body_in_a_script_is_read_with_the_fields_beside_it() -> None:
    article = {
        "sub": "첫 부제<br>둘째 부제",
        "contentHtml": f"<p>{FIRST}</p>",
        "by": "문보라 기자",
        "at": "2026.01.29 18:40",
    }
    reading = FORM.read(script_of(json.dumps({"data": article}, ensure_ascii=False)))
    assert [block.text for block in reading.blocks] == ["첫 부제", "둘째 부제", FIRST]
    assert reading.byline_names == ("문보라",)
    assert reading.published_at == datetime(2026, 1, 29, 18, 40, tzinfo=KST)


def test_a_body_in_a_string_in_a_script_is_read_too() -> None:
    inner = json.dumps({"contentHtml": f"<p>{FIRST}</p>"})
    assert [block.text for block in FORM.read(script_of(json.dumps(["1", inner]))).blocks] == [FIRST]


@pytest.mark.parametrize(
    "data", ['{"contentHtml": "', '{"contentHtml": 7}', '{"contentHtml": "\\u12"}', '{"contentHtml": ""}']
)
def test_a_script_without_a_readable_body_gives_nothing(data: str) -> None:
    assert FORM.read(script_of(data)).blocks == ()


@pytest.mark.parametrize(
    "content",
    [
        "[]",
        "{",
        '{"content_elements": 7}',
        '{"content_elements": [7, {"type": ["text"]}, {"type": "text", "content": 7}]}',
    ],
)
def test_a_chosun_script_of_another_shape_is_no_article_and_no_error(content: str) -> None:
    page = f"<html lang='ko'><body><p>x</p><script>Fusion.globalContent={content};</script></body></html>"
    assert isinstance(extract_article(page.encode(), url="https://www.chosun.com/1"), Reject)


URLS = sorted(f"https://{host}/1" for adapter in DIRECTORY.adapters for host in adapter.hosts)
MARKS = (
    '<div id="dic_area">', '<div class="article_view"><section>', '<div id="realArtcContents">', '<div class="par">',
    '<div class="news_cnt_detail_wrap">', '<section class="news_view">', '<div class="article-text">', "<br>", "<b>",
    '<p class="caption">', "<figure>", "<figcaption>", '<table bgcolor="ffffff">', "</div>", "</b>", "</figure>",
    "글자크기", "기사가 속한 카테고리는 언론사가 분류합니다", "<script>Fusion.globalContent=", "</script>",
    FIRST, SECOND,
)  # fmt: skip


@given(st.sampled_from(URLS), st.lists(st.sampled_from(MARKS), max_size=25))
def test_whatever_stands_on_a_sites_page_it_ends_as_an_article_or_a_reject(url: str, parts: list[str]) -> None:
    page = f'<html lang="ko"><body>{"".join(parts)}</body></html>'
    assert isinstance(extract_article(page.encode(), url=url), Article | Reject)
