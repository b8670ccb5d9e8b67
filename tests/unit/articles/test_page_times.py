"""Times as pages write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.articles.times import KST, parse_time, zone_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021-03-05T09:01:02+09:00", "2021-03-05T09:01:02+09:00"),
        ("2021-03-05T09:01:02.123+0900", "2021-03-05T09:01:02+09:00"),
        ("2021-03-05 09:01", "2021-03-05T09:01:00+09:00"),
        ("2021.03.05. 오후 12:30", "2021-03-05T12:30:00+09:00"),
        ("2021.03.05 오전 12:30", "2021-03-05T00:30:00+09:00"),
        ("2021/3/5 (금) 9:01", "2021-03-05T09:01:00+09:00"),
        ("2021년 3월 5일", "2021-03-05T00:00:00+09:00"),
        ("20210305090102", "2021-03-05T09:01:02+09:00"),
        ("20210305", "2021-03-05T00:00:00+09:00"),
        ("2021-03-05 24:00", "2021-03-06T00:00:00+09:00"),
        ("2021-03-05T00:00:00Z", "2021-03-05T00:00:00+00:00"),
        ("Fri, 05 Mar 2021 09:01:02 GMT", "2021-03-05T09:01:02+00:00"),
        ("March 5, 2021 9:01 p.m.", "2021-03-05T21:01:00+09:00"),
        ("5 Mar 2021", "2021-03-05T00:00:00+09:00"),
    ],
)
def test_the_forms_of_the_web_are_read(text: str, expected: str) -> None:
    found = parse_time(text, KST)
    assert found
    assert found.isoformat() == expected


@pytest.mark.parametrize(
    "text", [None, "", "11.24 (일)", "2021-13-45", "0001-01-01", "2999-01-01", "어제", "12:30", "2021-03-05 77:99"]
)
def test_what_states_no_possible_time_gives_none(text: str | None) -> None:
    assert parse_time(text, KST) is None


def test_a_korean_page_runs_on_korean_time() -> None:
    found = parse_time("2021-03-04T15:00:00Z", KST, korean=True)
    assert found
    assert found.isoformat() == "2021-03-05T00:00:00+09:00"
    assert zone_name(found) == "Asia/Seoul"


def test_other_zones_are_named_by_their_offset() -> None:
    assert zone_name(datetime(2021, 1, 1, tzinfo=UTC)) == "UTC"
    assert zone_name(datetime(2021, 1, 1, tzinfo=timezone(timedelta(hours=-3, minutes=-30)))) == "-03:30"


@given(st.integers(700_000_000, 4_000_000_000))
def test_iso_text_comes_back_as_the_same_instant(seconds: int) -> None:
    aware = datetime.fromtimestamp(seconds, KST)
    assert parse_time(aware.isoformat(), UTC) == aware


@given(st.text(alphabet="0123456789-.:/T +Z년월일시분오전후 ,JanMarGMT", max_size=40))
def test_no_text_raises(text: str) -> None:
    parse_time(text, KST, korean=True)
