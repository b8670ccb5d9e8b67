"""The sample day by day: what lands, what becomes of it, and which of its stories are copies."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from pipelines.articles.batch import ArticleBatch, extract_batch
from pipelines.articles.copies import group_copies
from pipelines.articles.fingerprints import fingerprints
from pipelines.landing import LandingBatch

DAYS = {
    date(2026, 10, 5): {"captures": 6, "articles": 4, "duplicates": 1, "rejects": 1},
    date(2026, 10, 6): {"captures": 8, "articles": 7, "duplicates": 0, "rejects": 1},
    date(2026, 10, 7): {"captures": 6, "articles": 6, "duplicates": 0, "rejects": 0},
}

NO_CLAIMS = pl.DataFrame(schema={"version_id": pl.String, "char_start": pl.Int32, "char_end": pl.Int32})
NO_NAMES = pl.DataFrame(schema={"version_id": pl.String, "entity_id": pl.String})


@pytest.fixture(scope="module")
def extracted(sample_batches: dict[date, LandingBatch]) -> dict[date, ArticleBatch]:
    return {day: extract_batch(batch.pages) for day, batch in sample_batches.items()}


def test_the_sample_lands_on_three_days_without_a_refusal(sample_batches: dict[date, LandingBatch]) -> None:
    assert {day: batch.pages.height for day, batch in sample_batches.items()} == {
        day: counts["captures"] for day, counts in DAYS.items()
    }
    assert sum(batch.rejects.height for batch in sample_batches.values()) == 0


def test_records_of_the_warc_file_that_hold_no_page_are_counted_by_type(
    sample_batches: dict[date, LandingBatch],
) -> None:
    records = sample_batches[date(2026, 10, 7)].records.filter(pl.col("source_file").str.ends_with(".warc.gz"))
    assert dict(records.select("record_type", "record_count").iter_rows()) == {
        "page": 3,
        "request": 3,
        "warcinfo": 1,
        "metadata": 1,
        "revisit": 1,
        "not_html": 1,
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


def test_the_agency_story_on_two_sites_is_one_syndication_group(extracted: dict[date, ArticleBatch]) -> None:
    articles = pl.concat([batch.articles for batch in extracted.values()])
    texts = {
        version: (version, text, title)
        for version, text, title in articles.select("version_id", "text", "title").iter_rows()
    }
    prints = fingerprints(articles, NO_CLAIMS, NO_NAMES)
    groups = group_copies(prints, lambda versions: [texts[one] for one in versions]).join(
        articles.select("article_id", "canonical_url"), on="article_id"
    )
    copies = groups.filter(pl.len().over("group_id") > 1)
    assert sorted(copies["canonical_url"]) == [
        "https://snail.example/news/view.php?no=88012",
        "https://www.gureum.example/view/GRM20261001004200003",
    ]
    head = articles.filter(pl.col("article_id") == copies["head_article_id"].unique().item())
    assert head["publisher"].to_list() == ["구름통신"]
