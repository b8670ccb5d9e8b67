"""The page stage over a partition: every capture ends in one place, in any order of the rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.articles.batch import extract_batch
from pipelines.tables import identifiers, pages, schemas

DAY = date(2021, 3, 6)
PAGE = (
    '<html lang="ko"><head><meta property="article:published_time" content="{time}">'
    '<link rel="canonical" href="https://hansaem.example/{number}"></head><body><h1>로봇 협의체 출범 {number}</h1>'
    "<p>가람전자와 나루통신이 배송 로봇 협의체를 만들었다. {more}</p></body></html>"
)


def capture(data: bytes | None, name: str = "a.html", **fields: Any) -> dict[str, Any]:
    page = identifiers.page_id(data or b"large")
    return {
        "capture_id": identifiers.capture_id(name, 0, page),
        "page_id": page,
        "capture_date": DAY,
        "byte_count": len(data or b""),
        "bytes": data,
        "source_file": name,
        "source_offset": 0,
        **fields,
    }


def article(number: int = 1, time: str = "2021-03-05T09:01:02+09:00", more: str = "두 회사는 협약을 맺었다.") -> bytes:
    return PAGE.format(number=number, time=time, more=more).encode()


def batch(*rows: dict[str, Any]) -> Any:
    return extract_batch(schemas.frame(pages.RAW_PAGES, rows))


CAPTURES = [
    capture(article(1), "a.html"),
    capture(article(1), "b.html"),
    capture(article(1), "c.html", url="https://hansaem.example/1?utm_source=x"),
    capture(article(1, more="고침: 협약은 아직이다."), "d.html"),
    capture(article(2), "e.html", fetched_at=datetime(2021, 3, 6, tzinfo=UTC)),
    capture(b"", "f.html"),
    capture(None, "g.html"),
    capture(article(3), "h.html", http_status=404),
    capture(b"<html><img></html>", "i.html"),
]


@settings(max_examples=25, deadline=None)
@given(st.permutations(CAPTURES))
def test_every_capture_ends_in_one_place_whatever_the_order(rows: list[dict[str, Any]]) -> None:
    found, usual = batch(*rows), batch(*CAPTURES)
    for name in ("articles", "sentences", "duplicates", "rejects"):
        assert getattr(found, name).equals(getattr(usual, name))
    places = [*found.articles["capture_id"], *found.duplicates["capture_id"], *found.rejects["key"]]
    assert sorted(places) == sorted(one["capture_id"] for one in CAPTURES)


def test_repeated_bytes_and_repeated_versions_are_told_apart() -> None:
    found = batch(*CAPTURES[:4])
    assert found.articles.height == 2
    assert found.articles["article_id"].n_unique() == 1
    assert sorted(found.duplicates["kind"]) == ["same_bytes", "same_version"]


def test_the_first_capture_by_time_then_id_is_kept() -> None:
    early = capture(article(), "late-name.html", fetched_at=datetime(2021, 3, 5, 1, tzinfo=UTC))
    late = capture(article(), "early-name.html", fetched_at=datetime(2021, 3, 5, 2, tzinfo=UTC))
    undated = capture(article(), "undated.html")
    found = batch(late, undated, early)
    assert found.articles["capture_id"].to_list() == [early["capture_id"]]
    assert set(found.duplicates["of_capture_id"]) == {early["capture_id"]}


@pytest.mark.parametrize(
    ("row", "reason"),
    [(CAPTURES[5], "empty"), (CAPTURES[6], "oversize"), (CAPTURES[7], "http_status"), (CAPTURES[8], "no_text")],
)
def test_rejects_name_the_capture_and_the_reason(row: dict[str, Any], reason: str) -> None:
    found = batch(row).rejects.row(0, named=True)
    assert (found["stage"], found["key"], found["reason"]) == ("core/articles", row["capture_id"], reason)
    assert row["source_file"] in found["row"]


def test_times_are_stored_in_utc_with_the_sources_zone_and_day() -> None:
    row = batch(capture(article(time="2021-03-05T00:30:00+09:00"))).articles.row(0, named=True)
    assert row["published_at"] == datetime(2021, 3, 4, 15, 30, tzinfo=UTC)
    assert (row["published_zone"], row["published_on"]) == ("Asia/Seoul", date(2021, 3, 5))
    assert (row["known_at"], row["known_basis"]) == (row["published_at"], "published")


def test_a_page_without_a_time_is_known_from_its_capture_and_stays_undated() -> None:
    fetched = datetime(2021, 3, 6, 3, tzinfo=UTC)
    rows = [capture(article(1, time=""), "a.html", fetched_at=fetched), capture(article(2, time=""), "b.html")]
    found = batch(*rows).articles.sort("canonical_url")
    assert found["published_at"].to_list() == [None, None]
    assert found["published_missing_reason"].null_count() == 0
    assert found["known_at"].to_list() == [fetched, datetime(2021, 3, 5, 15, tzinfo=UTC)]
    assert set(found["known_basis"]) == {"captured"}


@pytest.mark.parametrize(
    ("stated", "published"),
    [("2021-03-06T23:00:00+09:00", "2021-03-06"), ("2033-03-05T09:00:00+09:00", None)],
)
def test_a_time_after_the_capture_is_no_time_of_publication(stated: str, published: str | None) -> None:
    row = batch(capture(article(time=stated))).articles.row(0, named=True)
    assert row["published_on"] == (date.fromisoformat(published) if published else None)
    assert (row["published_missing_reason"] is None) == (published is not None)
    assert row["known_at"] < datetime(2021, 3, 7, tzinfo=UTC)
    assert row["known_basis"] == ("published" if published else "captured")


def test_sentences_belong_to_their_version_and_lie_in_its_text() -> None:
    found = batch(CAPTURES[0], CAPTURES[4])
    joined = found.sentences.join(found.articles.select("version_id", "text"), on="version_id", validate="m:1")
    assert joined.height == found.sentences.height == 6
    assert all(joined["char_end"] <= joined["text"].str.len_chars().cast(pl.Int32))


def test_the_declared_charset_reaches_the_decoder() -> None:
    data = "<p>Café à l’été, où naît le garçon qui sourit à la fin.</p>".encode("cp1250", "replace")
    row = capture(data, content_type="text/html", declared_charset="windows-1250")
    assert batch(row).articles["charset"].to_list() == ["cp1250"]


def test_no_captures_give_empty_tables(zum_page: Callable[..., str]) -> None:
    found = extract_batch(schemas.empty_frame(pages.RAW_PAGES))
    assert found.articles.height == found.sentences.height == found.duplicates.height == found.rejects.height == 0
    assert found.articles.schema == schemas.polars_schema(pages.ARTICLES)
