"""A correction says on its own page what it corrects; which article that was is found among the others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.articles import extract_article
from pipelines.articles.corrected import link_corrections
from pipelines.articles.corrections import is_correction
from pipelines.articles.model import Article, Correction
from pipelines.tables import pages, schemas

OWN = "https://hansaem.example/news/20210307001"
FIRST = "https://hansaem.example/news/20210305007"
TITLE = "가람전자·나루통신, 배송 로봇 협의체 결성"


@pytest.mark.parametrize(
    "title",
    [
        "[정정보도] 배송 로봇 기사 관련",
        "[바로잡습니다] 3월 5일자 ‘물결 모임’ 기사",
        "<고침> 경제(가람전자·나루통신, 협의체 결성)",
        "가람전자 관련 정정보도문",
        "바로잡습니다",
        "3월 5일자 경제면 기사 (정정)",
        "Correction: Two firms form a robot council",
        "CORRECTED — Two firms form a robot council",
        "[Correction] Robot council",
    ],
)
def test_headlines_of_corrections(title: str) -> None:
    assert is_correction(title)


@pytest.mark.parametrize(
    "title",
    [
        "금감원, 가람전자에 공시 정정 요구",
        "[단독] 가람전자, 실적 전망 정정",
        "역사 왜곡 바로잡습니다만 늦었다는 사람들",
        "Course correction needed, says minister",
        "Market correction deepens",
        "고침 없는 하루",
        "[사진] 물결 모임",
    ],
)
def test_headlines_that_only_speak_of_correcting(title: str) -> None:
    assert not is_correction(title)


def correction(
    html_page: Callable[..., bytes], body: str, title: str = "[바로잡습니다] 3월 5일자 기사"
) -> Correction | None:
    head = f'<title>{title}</title><meta property="article:published_time" content="2021-03-07T09:00:00+09:00">'
    page = html_page(f"<h1>{title}</h1><article>{body}</article>", f'{head}<link rel="canonical" href="{OWN}">')
    article = extract_article(page, url=f"{OWN}?utm_source=x")
    assert isinstance(article, Article)
    return article.correction


BODY = (
    "<p>한샘일보가 3월 5일 내보낸 '{}' 기사에서 두 회사의 이름이 바뀌었기에 바로잡습니다. 두 회사에 사과드립니다.</p>"
)


@pytest.mark.parametrize(
    "shown",
    [
        f'<a href="{FIRST}?utm_medium=y#top">{TITLE}</a>',
        f'<a href="/news/20210305007">{TITLE}</a>',
        f'{TITLE}(<a href="/news/20210305007">기사 보기</a>)',
        f'<a href="/tag/2021/0305">가람전자</a> {TITLE} {FIRST}',
        f'<a href="{OWN}">[바로잡습니다] 3월 5일자 기사</a> {TITLE} {FIRST}',
        f'<a href="https://other.example/20210305007">{TITLE}</a> {FIRST}',
    ],
)
def test_a_link_in_the_text_names_the_corrected_article(html_page: Callable[..., bytes], shown: str) -> None:
    found = correction(html_page, BODY.format(shown))
    assert found == Correction(FIRST, date(2021, 3, 5))


def test_links_beside_the_text_name_nothing(html_page: Callable[..., bytes]) -> None:
    beside = '</article><ul><li><a href="/news/20210305009">많이 본 다른 기사의 제목입니다</a></li></ul>'
    assert correction(html_page, BODY.format(TITLE) + beside) == Correction(None, date(2021, 3, 5))


def test_other_pages_are_no_corrections(html_page: Callable[..., bytes]) -> None:
    assert correction(html_page, BODY.format(f'<a href="{FIRST}">{TITLE}</a>'), "협의체가 남긴 것") is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("지난해 12월 31일자 기사", date(2020, 12, 31)),
        ("2019년 3월 9일자 기사", date(2019, 3, 9)),
        ("2월 30일자 기사", None),
        ("어제 기사", None),
        ("the story of March 5, 2021", date(2021, 3, 5)),
        ("the story of Dec. 30", date(2020, 12, 30)),
    ],
)
def test_the_day_of_the_corrected_article(html_page: Callable[..., bytes], words: str, day: date | None) -> None:
    found = correction(
        html_page, f"<p>{words}를 바로잡습니다. 두 회사의 이름이 바뀌었습니다. 사과드립니다.</p>", "정정합니다"
    )
    assert found is not None
    assert found.published_on == day


def row(name: str, title: str, day: int, publisher: str | None = "한샘일보", **fields: Any) -> dict[str, Any]:
    return {
        "version_id": f"v-{name}",
        "article_id": name,
        "publisher": publisher,
        "title": title,
        "canonical_url": f"https://hansaem.example/news/{name}",
        "published_on": date(2021, 3, day),
        "known_at": datetime(2021, 3, day, tzinfo=UTC),
        "is_correction": "바로잡습니다" in title,
        **fields,
    }


ROWS = [
    row("first", TITLE, 5),
    row("portal", "물결 모임의 하루", 4, canonical_url="https://v.daum.net/v/1", original_url=FIRST),
    row("elsewhere", TITLE, 4, "다른신문"),
    row("later", TITLE, 9),
    row("short", "부고", 5),
    row("by-title", "[바로잡습니다] 협의체 기사", 7),
    row("by-link", "[바로잡습니다] 모임 기사", 7, corrects_url=FIRST),
    row("by-day", "[바로잡습니다] '협의체' 기사", 7, corrects_on=date(2021, 3, 5)),
    row("unknown", "[바로잡습니다] 어떤 기사", 7, corrects_url="https://hansaem.example/news/1"),
    row("nameless", "[바로잡습니다] 협의체 기사", 7, None),
]
TEXTS = {
    "v-by-title": f"[바로잡습니다] 협의체 기사\n\n'{TITLE}' 기사의 이름을 바로잡습니다.",
    "v-by-link": "[바로잡습니다] 모임 기사\n\n기사의 이름을 바로잡습니다.",
    "v-by-day": "[바로잡습니다] '협의체' 기사\n\n3월 5일 기사의 이름을 바로잡습니다.",
    "v-unknown": "[바로잡습니다] 어떤 기사\n\n부고 기사의 이름을 바로잡습니다.",
    "v-nameless": f"[바로잡습니다] 협의체 기사\n\n'{TITLE}' 기사의 이름을 바로잡습니다.",
}


def linked(rows: list[dict[str, Any]]) -> pl.DataFrame:
    return link_corrections(schemas.frame(pages.ARTICLES, rows), TEXTS)


@settings(max_examples=25, deadline=None)
@given(st.permutations(ROWS))
def test_a_correction_finds_its_article_whatever_the_order(rows: list[dict[str, Any]]) -> None:
    found = linked(rows).select("article_id", "corrects_article_id", "basis").rows()
    assert sorted(found) == [
        ("by-day", "first", "day"),
        ("by-link", "portal", "link"),
        ("by-title", "first", "title"),
    ]


def test_two_articles_of_one_day_that_fit_are_no_answer() -> None:
    twice = [*ROWS, row("second", "협의체에 남은 것", 5)]
    assert "by-day" not in linked(twice)["article_id"].to_list()


def test_no_corrections_give_an_empty_table() -> None:
    assert linked(ROWS[:3]).schema == schemas.polars_schema(pages.CORRECTIONS)
