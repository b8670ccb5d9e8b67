"""The sample day by day: what lands, what becomes of it, which stories are copies, and what is corrected."""

from __future__ import annotations

import re
from datetime import date

import polars as pl
import pytest

from pipelines.articles.batch import ArticleBatch, extract_batch
from pipelines.articles.copies import group_copies
from pipelines.articles.corrected import link_corrections
from pipelines.articles.fingerprints import fingerprints
from pipelines.landing import LandingBatch

DAYS = {
    date(2026, 10, 5): {"captures": 6, "articles": 4, "duplicates": 1, "rejects": 1},
    date(2026, 10, 6): {"captures": 8, "articles": 7, "duplicates": 0, "rejects": 1},
    date(2026, 10, 7): {"captures": 7, "articles": 6, "duplicates": 1, "rejects": 0},
    date(2026, 10, 8): {"captures": 5, "articles": 5, "duplicates": 0, "rejects": 0},
    date(2026, 10, 9): {"captures": 6, "articles": 5, "duplicates": 1, "rejects": 0},
}

NO_NAMES = pl.DataFrame(schema={"version_id": pl.String, "entity_id": pl.String})


@pytest.fixture(scope="module")
def extracted(sample_batches: dict[date, LandingBatch]) -> dict[date, ArticleBatch]:
    return {day: extract_batch(batch.pages) for day, batch in sample_batches.items()}


def test_the_sample_lands_on_five_days_without_a_refusal(sample_batches: dict[date, LandingBatch]) -> None:
    assert {day: batch.pages.height for day, batch in sample_batches.items()} == {
        day: counts["captures"] for day, counts in DAYS.items()
    }
    assert sum(batch.rejects.height for batch in sample_batches.values()) == 0


def test_records_of_the_warc_files_are_counted_by_type(sample_batches: dict[date, LandingBatch]) -> None:
    found = {
        day: dict(
            batch.records.filter(pl.col("source_file").str.contains(".warc", literal=True))
            .select("record_type", "record_count")
            .iter_rows()
        )
        for day, batch in sample_batches.items()
    }
    # A revisit record that names what it repeats is a page, captured once more.
    assert {day: counts for day, counts in found.items() if counts} == {
        date(2026, 10, 7): {"page": 4, "request": 3, "warcinfo": 1, "metadata": 1, "not_html": 1},
        date(2026, 10, 9): {"page": 3, "request": 2, "warcinfo": 1},
    }


def test_every_capture_of_the_sample_becomes_a_version_a_duplicate_or_a_reject(
    extracted: dict[date, ArticleBatch],
) -> None:
    found = {
        day: {name: getattr(batch, name).height for name in ("articles", "duplicates", "rejects")}
        for day, batch in extracted.items()
    }
    assert found == {
        day: {name: count for name, count in counts.items() if name != "captures"} for day, counts in DAYS.items()
    }


@pytest.fixture(scope="module")
def articles(extracted: dict[date, ArticleBatch]) -> pl.DataFrame:
    return pl.concat([batch.articles for batch in extracted.values()])


@pytest.fixture(scope="module")
def groups(articles: pl.DataFrame) -> pl.DataFrame:
    """The syndication groups of the sample with the addresses of their articles."""
    joining = [
        (version, found.start(), found.end())
        for version, text in articles.select("version_id", "text").iter_rows()
        for found in re.finditer("미리내 컨소시엄에 합류", text)
    ]
    claims = pl.DataFrame(joining, schema=["version_id", "char_start", "char_end"], orient="row")
    texts = {row[0]: row for row in articles.select("version_id", "text", "title").iter_rows()}
    found = group_copies(
        fingerprints(articles, claims, NO_NAMES), lambda versions: [texts[version] for version in versions]
    )
    return found.join(articles.select("article_id", "canonical_url").unique(), on="article_id")


def test_the_agency_story_on_two_sites_is_one_syndication_group(articles: pl.DataFrame, groups: pl.DataFrame) -> None:
    copies = groups.filter(pl.col("kind") == "copy")
    assert sorted(copies["canonical_url"]) == [
        "https://snail.example/news/view.php?no=88012",
        "https://www.gureum.example/view/GRM20261001004200003",
    ]
    head = articles.filter(pl.col("article_id") == copies["head_article_id"].unique().item())
    assert head["publisher"].to_list() == ["구름통신"]


def test_five_rewrites_of_one_release_are_one_group_and_the_report_of_its_own_is_apart(groups: pl.DataFrame) -> None:
    rewrites = groups.filter(pl.col("kind") == "release")
    assert rewrites["group_id"].n_unique() == 1
    assert sorted(rewrites["canonical_url"]) == [
        "http://www.moraesigye.example/read.php?no=55120",
        "http://www.sandeul.example/news/articleView.html?idxno=20988",
        "https://bluelighthouse.example/industry/2026100809",
        "https://news.nate.com/view/20261008n99001",
        "https://www.paperboat.example/article/20261008-0071",
    ]
    own = groups.filter(pl.col("canonical_url") == "https://snail.example/news/view.php?no=88123")
    assert own["kind"].to_list() == ["single"]


def test_a_page_fetched_again_is_a_new_version_in_its_chain(articles: pl.DataFrame) -> None:
    chain = articles.filter(pl.len().over("article_id") > 1).sort("known_at")
    assert chain["article_id"].n_unique() == 1
    assert chain["capture_date"].to_list() == [date(2026, 10, 8), date(2026, 10, 9)]
    assert ["합작법인" in text for text in chain["text"]] == [True, False]


def test_both_corrections_of_the_sample_find_what_they_correct(articles: pl.DataFrame) -> None:
    correcting = articles.filter("is_correction")
    found = link_corrections(articles, dict(correcting.select("version_id", "text").iter_rows()))
    titles = dict(articles.select("article_id", "title").iter_rows())
    assert {(titles[one], titles[other], basis) for _, one, other, basis in found.iter_rows()} == {
        (
            "[바로잡습니다] 10월 1일자 '한누리셀' 기사의 지분율",
            "한빛모터스·누리배터리, 내년 상반기 합작법인 '한누리셀' 설립",
            "link",
        ),
        ("[정정보도] 솔방울로봇 관련 기사", "미리내 컨소시엄, 새 로봇 제조사로 솔방울로봇", "title"),
    }
