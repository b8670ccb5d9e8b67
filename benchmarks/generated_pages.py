"""News pages of the size and make of real ones, generated: what the speed benchmarks read where no pages are at hand.

Each page has a head with metadata and JSON-LD, scripts and styles, menus, an article, related links, comments and a
footer. Their sizes lie evenly between 60 and 150 kB in UTF-8, and one seed gives the same pages on any machine.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass

SMALLEST, LARGEST = 60_000, 150_000
WORDS = (
    "가람전자 나루통신 배송 로봇 협의체 협약을 맺었다 밝혔다 두 회사는 서울에서 공동으로 개발한다 내년부터 공장을 "
    "짓는다 통신망 연구소 다른 회사도 참여할 수 있다 모임을 이끈다 투자 규모는 크지 않다 시장에서는 기대가 높다 "
    "관계자는 설명했다"
).split()
SCRIPT = "window.{name}={{'id':{number},'slot':'/{number}/article_{name}','sizes':[[300,250],[728,90]],'lazy':true}};"
STYLE = ".{name}-{number}{{margin:0 auto;padding:{number}px 12px;color:#333;font-size:{number}px;line-height:1.6}}"


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """One page: its address and its text, which declares no encoding."""

    url: str
    text: str


def pages(count: int, seed: int = 7) -> list[GeneratedPage]:
    """`count` pages; equal for equal arguments."""
    chance = random.Random(seed)  # noqa: S311  # the pages have to be repeatable, not secret
    return [_page(chance, number) for number in range(count)]


def _page(chance: random.Random, number: int) -> GeneratedPage:
    url = f"https://news.example/articles/{number:06d}"
    target = chance.randint(SMALLEST, LARGEST)
    title = _words(chance, 7)
    paragraphs = [
        " ".join(_sentence(chance) for _ in range(chance.randint(1, 4))) for _ in range(chance.randint(6, 25))
    ]
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": "2021-03-05T09:00:00+09:00",
        "author": {"@type": "Person", "name": "김가람"},
        "publisher": {"@type": "Organization", "name": "한샘일보"},
    }
    head = (
        f'<!doctype html><html lang="ko"><head><title>{title} - 한샘일보</title><link rel="canonical" href="{url}">'
        f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="한샘일보">'
        f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'
    )
    article = "".join(f'<p class="article-text">{text}</p>\n' for text in paragraphs)
    main = f'<article id="article" class="article-view"><h1>{title}</h1><p>김가람 기자</p>\n{article}</article>'
    rest = target - len((head + main).encode())
    scripts = _filled(chance, rest * 2 // 5, SCRIPT)
    styles = _filled(chance, rest // 10, STYLE)
    before = _links(chance, rest // 5, "gnb")
    after = _links(chance, rest * 3 // 10, "related")
    return GeneratedPage(
        url,
        f"{head}<script>{scripts}</script><style>{styles}</style></head><body>\n<nav>{before}</nav>\n{main}\n"
        f'<aside class="related">{after}</aside><footer><p>Copyright ⓒ 한샘일보</p></footer></body></html>',
    )


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count))


def _sentence(chance: random.Random) -> str:
    return f"{_words(chance, chance.randint(6, 14))} 것으로 알려졌다."


def _filled(chance: random.Random, size: int, form: str) -> str:
    parts: list[str] = []
    while size > 0:
        part = form.format(name=chance.choice(("ad", "log", "menu", "reply")), number=chance.randint(1, 99_999))
        parts.append(part)
        size -= len(part) + 1
    return "\n".join(parts)


def _links(chance: random.Random, size: int, label: str) -> str:
    parts: list[str] = []
    while size > 0:
        number = chance.randint(1, 999_999)
        part = (
            f'<li class="{label}-item"><a href="https://news.example/articles/{number}?section={label}" '
            f'class="{label}-link" data-log="click|{label}|{number}"><img src="https://img.example/{number}.jpg" '
            f'width="120" height="80" alt=""><span class="tit">{_words(chance, 5)}</span></a></li>\n'
        )
        parts.append(part)
        size -= len(part.encode())
    return f"<ul>{''.join(parts)}</ul>"
