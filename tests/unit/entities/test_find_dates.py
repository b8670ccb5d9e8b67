from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.entities import date_bounds, find_dates
from pipelines.entities.model import DateSpan

REFERENCE = date(2021, 3, 10)  # a Wednesday


def only(text: str, reference: date | None = REFERENCE) -> DateSpan:
    spans = find_dates(text, reference)
    assert len(spans) == 1, spans
    return spans[0]


@pytest.mark.parametrize(
    ("text", "surface", "value", "grain"),
    [
        ("협약을 지난 3일 맺었다", "지난 3일", "2021-03-03", "day"),
        ("협약을 지난 25일 맺었다", "지난 25일", "2021-02-25", "day"),
        ("새 조직을 꾸린다고 9일 밝혔다", "9일", "2021-03-09", "day"),
        ("총회는 오는 15일 열린다", "오는 15일", "2021-03-15", "day"),
        ("총회는 오는 5일 열린다", "오는 5일", "2021-04-05", "day"),
        ("지난해 12월 17일 세웠다", "지난해 12월 17일", "2020-12-17", "day"),
        ("2019년 10월 28일 세웠다", "2019년 10월 28일", "2019-10-28", "day"),
        ("지난달 25일 세웠다", "지난달 25일", "2021-02-25", "day"),
        ("다음 달 5일 세운다", "다음 달 5일", "2021-04-05", "day"),
        ("지난 2월 출범했다", "지난 2월", "2021-02", "month"),
        ("지난 11월 출범했다", "지난 11월", "2020-11", "month"),
        ("내년 1월 출범한다", "내년 1월", "2022-01", "month"),
        ("이달 출범한다", "이달", "2021-03", "month"),
        ("지난달 출범했다", "지난달", "2021-02", "month"),
        ("2018년 설립한 회사", "2018년", "2018", "year"),
        ("작년에 설립한 회사", "작년", "2020", "year"),
        ("3년 전 설립한 회사", "3년 전", "2018", "year"),
        ("올해 상반기 선보인다", "올해 상반기", "2021-01-01", "half"),
        ("올 하반기 선보인다", "올 하반기", "2021-07-01", "half"),
        ("내년 2분기 선보인다", "내년 2분기", "2022-04-01", "quarter"),
        ("지난주 만났다", "지난주", "2021-03-01", "week"),
        ("전날 만났다", "전날", "2021-03-09", "day"),
        ("이날 만났다", "이날", "2021-03-10", "day"),
        ("지난 금요일 만났다", "지난 금요일", "2021-03-05", "day"),
        ("2021.3.9 공시", "2021.3.9", "2021-03-09", "day"),
        ("The two signed on March 3, 2020 in Seoul", "March 3, 2020", "2020-03-03", "day"),
        ("It was founded in 2017 by engineers", "in 2017", "2017", "year"),
        ("It joined last month", "last month", "2021-02", "month"),
        ("The firm said Tuesday it had joined", "Tuesday", "2021-03-09", "day"),
        ("They met two years ago", "two years ago", "2019", "year"),
        ("A launch in the second half of 2022 is planned", "the second half of 2022", "2022-07-01", "half"),
    ],
)
def test_dates_are_read_as_news_means_them(text: str, surface: str, value: str, grain: str) -> None:
    span = only(text)
    assert (span.surface, span.value, span.grain, span.until) == (surface, value, grain, None)


@pytest.mark.parametrize(
    ("text", "value", "edge"),
    [("지난해 말 합류했다", "2020", "end"), ("내년 초 합류한다", "2022", "start"),
     ("6월 중순에 합류한다", "2021-06", "mid"),
     ("연내 합류한다", "2021", "end"), ("It joins in early 2022", "2022", "start")],
)  # fmt: skip
def test_an_edge_keeps_the_precision_of_its_unit(text: str, value: str, edge: str) -> None:
    span = only(text)
    assert (span.value, span.edge) == (value, edge)


@pytest.mark.parametrize(
    ("text", "value", "until"),
    [
        ("12~13일 열린 총회", "2021-02-12", "2021-02-13"),
        ("지난 1일부터 5일까지 열린 총회", "2021-03-01", "2021-03-05"),
        ("지난 3주 동안 논의했다", "2021-02-15", "2021-03-07"),
        ("3월 30일부터 4월 2일까지 열린다", "2021-03-30", "2021-04-02"),
    ],
)
def test_ranges_say_their_last_day(text: str, value: str, until: str) -> None:
    span = only(text)
    assert (span.value, span.until) == (value, until)


@pytest.mark.parametrize(
    "text",
    ["3일 이용권을 준다", "10일간 협상했다", "회원 3월수", "3년 연속 흑자", "2년 만에 돌아왔다", "버전 6.1.12 배포",
    "전화 02-123-4567",
     "3개월 무이자", "직원 21명", "2020년형 모델", "물건을 전달했다", "40대 남성", "may be late", "March to the sea"],
)  # fmt: skip
def test_counts_durations_and_versions_are_no_dates(text: str) -> None:
    assert find_dates(text, REFERENCE) == []


def test_a_month_without_a_year_looks_back_when_its_clause_is_past_and_ahead_when_it_plans() -> None:
    assert only("11월 협약을 체결했다").value == "2020-11"
    assert only("11월 협약을 체결할 예정이다").value == "2021-11"


def test_the_same_month_and_this_day_mean_what_was_named_before() -> None:
    values = [
        span.value for span in find_dates("지난해 5월 2일 만났고 같은 달 20일 서명했다. 이날 대표도 왔다.", REFERENCE)
    ]
    assert values == ["2020-05-02", "2020-05-20", "2020-05-20"]


def test_a_list_of_days_shares_its_month() -> None:
    assert [span.value for span in find_dates("지난 2월 13일과 15일 만났다", REFERENCE)] == ["2021-02-13", "2021-02-15"]


def test_without_a_reference_only_what_the_text_fixes_is_given() -> None:
    spans = find_dates("지난달 만나 2019년 10월 28일 서명했고 내년에 시작한다. 3일 밝혔다.", None)
    assert [span.value for span in spans] == ["2019-10-28"]


def test_a_datetime_counts_as_its_own_day() -> None:
    assert find_dates("어제 만났다", datetime(2021, 3, 10, 23, 59, tzinfo=UTC)) == find_dates("어제 만났다", REFERENCE)


@pytest.mark.parametrize(
    ("text", "value", "minimum", "maximum"),
    [
        ("지난 2월 출범", "2021-02", date(2021, 2, 1), date(2021, 2, 28)),
        ("내년 상반기 출범", "2022", date(2022, 1, 1), date(2022, 6, 30)),
        ("2분기 출범", "2021", date(2021, 4, 1), date(2021, 6, 30)),
        ("지난주 출범", "2021-03", date(2021, 3, 1), date(2021, 3, 7)),
        ("2019년 출범", "2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("어제 출범", "2021-03-09", date(2021, 3, 9), date(2021, 3, 9)),
    ],
)
def test_bounds_write_only_what_all_days_share(text: str, value: str, minimum: date, maximum: date) -> None:
    bounds = date_bounds(only(text))
    assert (bounds.value, bounds.minimum, bounds.maximum) == (value, minimum, maximum)


def test_a_week_over_new_year_is_written_as_its_middle_days_year() -> None:
    bounds = date_bounds(DateSpan(0, 3, "지난주", "2020-12-28", grain="week"))
    assert (bounds.value, bounds.maximum) == ("2020", date(2021, 1, 3))


PIECES = st.sampled_from(
    ["지난", "오는", "올", "내년", "작년", "2019년", "0000년", "9999년", "13월", "2월", "30일", "3일", "~", "부터",
    "까지", "초", "말", "상반기", "4분기", "주",
     "금요일", "이날", "같은 달", "3년 전", "900년 후", "999주", "앞으로", " ", ",", ".", "\n", "밝혔다", "예정",
     "March", "31", "2020", "last", "week", "in", "가"]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(PIECES, max_size=14).map("".join), st.lists(PIECES, max_size=14).map(" ".join)
)


@given(TEXTS, st.one_of(st.none(), st.dates()))
def test_spans_lie_in_the_text_in_order_and_their_values_are_dates(text: str, reference: date | None) -> None:
    reached = 0
    for span in find_dates(text, reference):
        assert reached <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.surface
        reached = span.end
        bounds = date_bounds(span)
        assert bounds.minimum <= bounds.maximum
        assert bounds.minimum.isoformat().startswith(span.value)
        assert len(span.value) == {"year": 4, "month": 7}.get(span.grain, 10)
        if span.until is not None:
            assert date.fromisoformat(span.until) == bounds.maximum
            assert span.until >= bounds.minimum.isoformat()
