"""Texts that nobody wrote for a reader: any characters, any order of the words of dates, endless repetition."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipelines.entities import date_bounds, find_dates

PIECES = st.sampled_from(
    [
        *"지난 오는 다음 올 내년 그해 이듬해 0001년 9999년 2019년 99년 13월 12월 유월 이천십구년 31일 이십일일".split(),
        "0일",
        *"~ – 부터 까지 에서 초 말 상반기 4분기 1Q 2H 주말 금요일 (월) 마지막 첫째 주 날 이날".split(),
        *"그날 전날 앞으로 동안".split(),
        *"추석 겨울 12/25 99/12/31 31.12.2019 ' , . 밝혔다 예정 에 March Feb. 31 2020 0000 last".split(),
        *"next week in to".split(),
        *"the two years ago later Q4 FY winter Christmas İ ſ 가".split(),
        *("같은 달", "3년 전", "999년 후", "999주 뒤", "사흘 안에", "설 연휴", "end of", " ", "\n", "\u00a0", "\ud83d"),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=120), st.lists(PIECES, max_size=16).map("".join), st.lists(PIECES, max_size=16).map(" ".join)
)
DAYS = st.one_of(
    st.none(), st.dates(), st.sampled_from([date.min, date(1, 12, 31), date(9999, 1, 1), date.max, date(2024, 2, 29)])
)


@given(TEXTS, DAYS)
@example("9999년부터 9999년 12월 말까지 다음 겨울", date.max)
@example("지난겨울 지난주 3년 전 last winter", date.min)
def test_any_text_gives_ordered_spans_of_real_days(text: str, reference: date | None) -> None:
    reached = 0
    for span in find_dates(text, reference):
        assert reached <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.surface
        reached = span.end
        bounds = date_bounds(span)
        assert bounds.minimum <= bounds.maximum
        assert bounds.minimum.isoformat().startswith(span.value)
        assert len(span.value) == {"year": 4, "month": 7}.get(span.grain, 10)
        assert span.until is None or span.value <= span.until == bounds.maximum.isoformat()
        assert span.direction in ("past", "future", "none")


@given(TEXTS)
def test_without_a_reference_nothing_hangs_on_when_it_is_read(text: str) -> None:
    """What is found without a reference is found with any, at the same place or inside a longer span."""
    for span in find_dates(text, None):
        assert any(other.start < span.end and span.start < other.end for other in find_dates(text, date(2021, 3, 10)))


REPEATED = (
    "1",
    "1 ",
    "1~",
    "12월 ",
    "2019년 ",
    "지난 ",
    "the ",
    "in ",
    "3일, ",
    "부터 ",
    "월요일, ",
    "첫째 ",
    "/1",
    "'1",
)


@pytest.mark.parametrize("piece", REPEATED)
def test_endless_repetition_is_read_to_its_end(piece: str) -> None:
    text = piece * (12_000 // len(piece))
    spans = find_dates(text, date(2021, 3, 10))
    assert all(text[span.start : span.end] == span.surface for span in spans)
