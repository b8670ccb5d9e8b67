"""Titles, authors and days of any page, where its places disagree or its head says nothing."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from pipelines.articles import Article, extract_article
from pipelines.articles.times import KST, find_time, parse_time
from pipelines.articles.titles import Titles, headline

Page = Callable[..., bytes]
TEXT = (
    "<p>Two makers of delivery robots said on Monday that they would share a test site near the river.</p>"
    "<p>The site opens in spring, and a third company may join the group later this year.</p>"
)
KOREAN = "<p>두 회사는 3일 배송 로봇 협의체를 만들었다고 밝혔다. 다른 회사에도 문을 열어 둔다.</p>"
FULL = "Robot makers share a test site near the river"
SHARED = "Why robots need a river"


def read(page: bytes, url: str | None = None) -> Article:
    article = extract_article(page, url=url)
    assert isinstance(article, Article)
    return article


def ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (Titles(structured=FULL, social="Why robots now need a river"), "Why robots now need a river"),
        (Titles(structured=FULL, social=SHARED, window=f"{FULL} - The Paper"), SHARED),
        (Titles(structured=FULL, social=SHARED, window=f"{SHARED} | The Paper"), FULL),
        (Titles(structured=FULL, social=SHARED, window=FULL, meta=FULL), FULL),
        (
            Titles(structured=FULL, social=SHARED, window=FULL, meta=FULL, shared=FULL),
            SHARED,
        ),
        (Titles(structured=FULL, social=f"Delivery robots | {FULL}"), FULL),
        (Titles(structured=f"{FULL[:24]}…", social=FULL, shared=FULL), FULL),
        (Titles(structured=f"{FULL * 3}"[:110], social=FULL * 3, shared=FULL * 3), FULL * 3),
        (Titles(social=f"{FULL}-Industryㅣ The Paper", meta=FULL), FULL),
        (Titles(social=f"{FULL} | by Jane Doe", structured=FULL), FULL),
        (Titles(window=f"{FULL} | Business | Far East", printed=(FULL,)), FULL),
        (
            Titles(social="Robots «share a test site»", structured="Robots «share a test site»"),
            "Robots «share a test site»",
        ),
        (Titles(social="The Paper", structured=FULL, shared="The Paper"), FULL),
        (Titles(window="The Paper", printed=("The Paper", FULL)), FULL),
        (Titles(window="한샘일보 모바일 :: 배송 로봇 협의체 출범"), "배송 로봇 협의체 출범"),
        (Titles(), None),
    ],
)
def test_the_headline_is_chosen_by_what_the_titles_agree_on(titles: Titles, expected: str | None) -> None:
    assert headline(titles, ["The Paper"]) == expected


def test_of_several_articles_in_json_ld_the_page_s_own_counts(html_page: Page) -> None:
    own = ld(headline="Robots <i>share</i> a site", url="https://hansaem.example/1")
    head = ld(headline="A bridge is closed", url="https://hansaem.example/2") + own
    article = read(html_page(TEXT, head=head, lang="en"), "https://hansaem.example/1")
    assert article.title == "Robots share a site"


def test_the_name_of_the_host_is_no_part_of_the_title(html_page: Page) -> None:
    page = html_page(TEXT, head=f"<title>{FULL} - hansaem</title>", lang="en")
    assert read(page, "https://www.hansaem.example/1").title == FULL


@pytest.mark.parametrize(
    ("head", "printed", "expected"),
    [
        (
            '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Jane Doe">',
            "",
            ("Jane Doe",),
        ),
        ("", '<div>von <a href="/autoren/7">Dr. Max Roe</a></div>', ("Dr. Max Roe",)),
        ("", '<div class="article-author">By Jane Doe</div>', ("Jane Doe",)),
        ("", '<aside><a rel="author">Other Writer</a></aside><div class="byline">By Jane Doe</div>', ("Jane Doe",)),
        ("", '<p class="author-links">Twitter Facebook</p>', ()),
        (ld(author=[{"name": "Jane Doe"}, {"name": "Chus del Pino"}]), "", ("Jane Doe", "Chus del Pino")),
        (ld(author={"name": "The Paper"}, publisher={"name": "The Paper"}), "", ("The Paper",)),
        (
            ld(author={"name": "The Paper"}, publisher={"name": "The Paper"}),
            '<a rel="author" href="/jane">Jane Doe</a>',
            ("Jane Doe",),
        ),
    ],
)
def test_authors_come_from_the_head_and_else_from_the_printed_byline(
    html_page: Page, head: str, printed: str, expected: tuple[str, ...]
) -> None:
    assert read(html_page(f"<h1>{FULL}</h1>{printed}<div>{TEXT}</div>", head=head, lang="en")).byline_names == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ('<span class="date">05.03.2021, 09:01 Uhr</span>', "2021-03-05T09:01:00+00:00"),
        ('<p class="published">5 de marzo de 2021</p>', "2021-03-05T00:00:00+00:00"),
        ('<p><time datetime="2021-03-05T09:01:00+02:00">5 March</time></p>', "2021-03-05T09:01:00+02:00"),
        ('<p class="meta-date">5. März 2021</p><p class="date">6. März 2021</p>', "2021-03-05T00:00:00+00:00"),
    ],
)
def test_a_date_after_the_headline_is_the_day_of_publication(html_page: Page, printed: str, expected: str) -> None:
    article = read(html_page(f"<h1>{FULL}</h1>{printed}<div>{TEXT}</div>", lang="en"))
    assert article.published_at
    assert article.published_at.isoformat() == expected


def test_the_day_of_the_visit_in_a_header_is_no_day_of_publication(html_page: Page) -> None:
    today = '<header><span class="date">Friday, 9 October 2026</span></header>'
    later = '<aside><time datetime="2026-10-08">Yesterday</time></aside>'
    article = read(html_page(f"{today}<h1>{FULL}</h1><div>{TEXT}</div>{later}", lang="en"))
    assert article.published_at is None
    assert article.published_missing_reason == "the page states no publication time"


@pytest.mark.parametrize(
    "foot",
    [
        "<div>등록번호 서울 아00001 등록일 : 2005년 3월 2일 발행일 : 2005년 3월 5일 발행인 : 백다온</div>",
        "<div>제호 : 푸른등대신문 | 등록일 2005-03-02</div>",
        "<ul><li><a href='/2'>로봇이 언덕을 오르다</a> <span class='date'>2026.11.20</span></li></ul>",
        "<div><a href='/2'><h4>로봇이 언덕을 오르다</h4></a><p><span class='date'>2026.11.20</span></p></div>",
        "<a href='/2'><span>로봇이 언덕을 오르다</span><span class='date'>2026.11.20</span></a>",
        "<div class='comment_list'><p><span class='date'>2026.11.20 10:00</span></p><p>잘 읽었어요</p></div>",
    ],
)
def test_days_of_the_paper_of_other_articles_and_of_comments_are_no_day_of_publication(
    html_page: Page, foot: str
) -> None:
    article = read(html_page(f"<h1>물결 모임 결성</h1>{KOREAN}{foot}"))
    assert (article.published_at, article.published_missing_reason) == (None, "the page states no publication time")


def test_a_date_line_among_links_to_reporters_counts(html_page: Page) -> None:
    line = "<ul><li><a href='/r/1'>문보라 기자</a></li><li class='date'>2021.03.05 10:00</li></ul>"
    foot = "<div>등록번호 서울 아00001 등록일 : 2005년 3월 2일</div>"
    article = read(html_page(f"<h1>물결 모임 결성</h1>{line}{KOREAN}{foot}"))
    assert str(article.published_on) == "2021-03-05"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://paper.example/news/2021/03/05/robots-share", "2021-03-05"),
        ("https://paper.example/2021-3-5-robots/", "2021-03-05"),
        ("https://archive.example/web/20260101000000/https://paper.example/2021/03/05/robots/", None),
        ("https://paper.example/news/2021/13/45/robots", None),
        ("https://paper.example/news/20210305", None),
    ],
)
def test_a_day_in_the_address_is_taken_where_the_page_states_none(html_page: Page, url: str, day: str | None) -> None:
    found = read(html_page(TEXT, lang="en"), url).published_on
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("6 janvier 2026 à 9h30", "2026-01-06T09:30:00+09:00"),
        ("12 juillet 2026", "2026-07-12T00:00:00+09:00"),
        ("12 juin 2026", "2026-06-12T00:00:00+09:00"),
        ("3 Haziran 2026", "2026-06-03T00:00:00+09:00"),
        ("31.12.2025 23:59", "2025-12-31T23:59:00+09:00"),
    ],
)
def test_days_in_the_languages_of_europe_are_read(text: str, day: str) -> None:
    found = parse_time(text, KST)
    assert (found.isoformat() if found else None) == day


def test_a_date_is_found_inside_a_line() -> None:
    assert find_time("Publicado el 5 de marzo de 2021") == "5 de marzo de 2021"
    assert find_time("Ohne Datum") is None


@pytest.mark.parametrize(
    ("fetched", "stated", "canonical"),
    [
        ("https://paper.example/view?idx=125", "https://paper.example/view", "https://paper.example/view?idx=125"),
        ("https://paper.example/news/12345?page=203", "/news/12345", "https://paper.example/news/12345"),
        ("https://paper.example/story?page=2", "https://paper.example/story", "https://paper.example/story"),
        ("https://paper.example/view?idx=125", "/article/125", "https://paper.example/article/125"),
    ],
)
def test_an_address_that_all_articles_of_a_site_share_is_no_article_s_own(
    html_page: Page, fetched: str, stated: str, canonical: str
) -> None:
    page = html_page(TEXT, head=f"<link rel=canonical href='{stated}'><title>{FULL}</title>", lang="en")
    assert read(page, fetched).canonical_url == canonical
