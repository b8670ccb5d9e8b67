from __future__ import annotations

from datetime import date

import pytest

from pipelines.entities import DateSpan, find_dates

REFERENCE = date(2021, 3, 10)  # a Wednesday


def only(text: str, reference: date | None = REFERENCE) -> DateSpan:
    spans = find_dates(text, reference)
    assert len(spans) == 1, spans
    return spans[0]


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("새 공장을 짓는다고 8일 전했다", "8일", "2021-03-08"),
        ("조합은 9일 규격을 공개할 계획이라고 알렸다", "9일", "2021-03-09"),
        ("조합은 22일 규격을 공개할 계획이라고 알렸다", "22일", "2021-03-22"),
        ("22일 규격을 공개할 예정이다", "22일", "2021-03-22"),
        ("2일 규격을 공개할 예정이다", "2일", "2021-04-02"),
        ("22일 업계에 따르면 규격은 곧 나온다", "22일", "2021-02-22"),
        ("31일까지 신청을 받는다", "31일", "2021-03-31"),
        ("9일(현지시간) 뉴욕에서 만났다", "9일", "2021-03-09"),
        ("22일 월요일 만난다", "22일 월요일", "2021-03-22"),
        ("22일(월) 회의실에서", "22일(월)", "2021-02-22"),
    ],
)
def test_a_day_without_a_month_looks_where_its_clause_does(text: str, surface: str, value: str) -> None:
    span = only(text)
    assert (span.surface, span.value, span.grain) == (surface, value, "day")


def test_the_weekday_beside_a_day_decides_between_months() -> None:
    assert only("12일(금)").value == "2021-02-12"  # both the last and the next 12th are Fridays: news looks back
    assert only("16일 화요일").value == "2021-02-16"
    assert only("18일 목요일", date(2021, 4, 10)).value == "2021-03-18"
    assert only("19일 월요일", date(2021, 4, 10)).value == "2021-04-19"


@pytest.mark.parametrize(
    ("text", "surface", "value", "grain"),
    [
        ("이천이십년 오월 이십일일에 세웠다", "이천이십년 오월 이십일일", "2020-05-21", "day"),
        ("5월 이십일일 열린다", "5월 이십일일", "2021-05-21", "day"),
        ("19년 12월 합류했다", "19년 12월", "2019-12", "month"),
        ("'20년 하반기 합류했다", "'20년 하반기", "2020-07-01", "half"),
        ("4월 첫째 주 문을 연다", "4월 첫째 주", "2021-04-05", "week"),
        ("4월 3주차 문을 연다", "4월 3주차", "2021-04-19", "week"),
        ("5월 마지막 주 문을 연다", "5월 마지막 주", "2021-05-24", "week"),
        ("5월의 두 번째 목요일 만난다", "5월의 두 번째 목요일", "2021-05-13", "day"),
        ("이달 셋째 주 화요일 만난다", "이달 셋째 주 화요일", "2021-03-16", "day"),
        ("올해 6월 마지막 날 끝난다", "올해 6월 마지막 날", "2021-06-30", "day"),
        ("8월 5일, 2019년 세웠다", "8월 5일, 2019년", "2019-08-05", "day"),
        ("오는 3분기 내놓는다", "오는 3분기", "2021-07-01", "quarter"),
        ("지난 4분기 흑자를 냈다", "지난 4분기", "2020-10-01", "quarter"),
        ("4분기 흑자를 냈다", "4분기", "2020-10-01", "quarter"),
        ("올해 3/4분기 내놓는다", "올해 3/4분기", "2021-07-01", "quarter"),
        ("올해 2Q 실적", "올해 2Q", "2021-04-01", "quarter"),
        ("다음 분기 내놓는다", "다음 분기", "2021-04-01", "quarter"),
        ("다음 금요일 만난다", "다음 금요일", "2021-03-19", "day"),
        ("이번 주 금요일 만난다", "이번 주 금요일", "2021-03-12", "day"),
        ("금요일 만날 예정이다", "금요일", "2021-03-12", "day"),
        ("금요일 만났다", "금요일", "2021-03-05", "day"),
        ("내주 만난다더니 내주 월요일 만난다", "내주 월요일", "2021-03-15", "day"),
        ("전주 대비 늘었다", "전주", "2021-03-01", "week"),
        ("사흘 전 만났다", "사흘 전", "2021-03-07", "day"),
        ("석 달 전 만났다", "석 달 전", "2020-12", "month"),
        ("1년 6개월 전 만났다", "1년 6개월 전", "2019-09", "month"),
        ("두 회사가 3년 전 만났다", "3년 전", "2018", "year"),
        ("2021 회계연도에 늘었다", "2021 회계연도", "2021", "year"),
        ("312년에 불교가 들어왔다", "312년", "0312", "year"),
    ],
)
def test_further_forms_are_resolved(text: str, surface: str, value: str, grain: str) -> None:
    span = find_dates(text, REFERENCE)[-1]
    assert (span.surface, span.value, span.grain) == (surface, value, grain)


@pytest.mark.parametrize(
    ("text", "surface", "value", "until"),
    [
        ("2018~2020년 이어졌다", "2018~2020년", "2018", "2020-12-31"),
        ("2018년부터 2020년까지 이어졌다", "2018년부터 2020년까지", "2018", "2020-12-31"),
        ("지난해 11월부터 올해 2월까지 이어졌다", "지난해 11월부터 올해 2월까지", "2020-11", "2021-02-28"),
        ("11월부터 2월까지 이어진다", "11월부터 2월까지", "2021-11", "2022-02-28"),
        ("2020년 12월 30일~2021년 1월 3일", "2020년 12월 30일~2021년 1월 3일", "2020-12-30", "2021-01-03"),
        ("올해 1~3분기 이어졌다", "올해 1~3분기", "2021-01-01", "2021-09-30"),
        ("4~6월 이어진다", "4~6월", "2021-04", "2021-06-30"),
        ("8·9일 만났다", "8·9일", "2021-03-08", "2021-03-09"),
        ("월요일부터 금요일까지 열린다", "월요일부터 금요일까지", "2021-03-08", "2021-03-12"),
        ("지난 주말 만났다", "지난 주말", "2021-03-06", "2021-03-07"),
        ("주말 만난다", "주말", "2021-03-13", "2021-03-14"),
        ("지난 3년간 논의했다", "지난 3년", "2018-03-10", "2021-03-09"),
        ("지난 두 해를 돌아봤다", "지난 두 해", "2019", "2020-12-31"),
        ("앞으로 2주 논의한다", "앞으로 2주", "2021-03-11", "2021-03-24"),
        ("90년대 말 세웠다", "90년대 말", "1990", "1999-12-31"),
    ],
)
def test_ranges_and_anchored_durations_say_both_ends(text: str, surface: str, value: str, until: str) -> None:
    span = only(text)
    assert (span.surface, span.value, span.until) == (surface, value, until)


@pytest.mark.parametrize(
    ("text", "value", "edge"),
    [
        ("연말까지 마친다", "2021", "end"),
        ("지난 연말 마쳤다", "2020", "end"),
        ("올 연말까지 마친다", "2021", "end"),
        ("월말에 마친다", "2021-03", "end"),
        ("이달 안으로 마친다", "2021-03", "end"),
        ("3년 안에 마친다", "2024-03", "end"),
        ("다음 달 초 마친다", "2021-04", "start"),
        ("상반기 말 마친다", "2021-01-01", "end"),
    ],
)
def test_edges_and_terms_keep_their_unit(text: str, value: str, edge: str) -> None:
    span = only(text)
    assert (span.value, span.edge) == (value, edge)


@pytest.mark.parametrize(
    "text",
    [
        "창립 60주년을 맞았다", "입사 10년차", "1박 2일 여행", "평균 3일 걸린다", "매주 금요일 연다", "매년 5월 연다",
        "일요일마다 쉰다",
        "설립 3년 후 흑자", "출시 한 달 전", "5년 내 최대", "30일 이내 환불", "100년 기업", "5000년 역사", "4·19 혁명",
        "전주에서 열렸다", "힘을 내주는 사람", "오늘날 산업", "그제야 알았다",
        "이주 뒤 정착", "12월 결산법인", "당시 대표", "수년 전",
        "좌석 2/3에 해당", "13.5 버전", "1-2-3 법칙", "만 19세", "3기 신도시", "0일", "2월 30일",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_date_yields_nothing(text: str) -> None:
    assert find_dates(text, REFERENCE) == []


def test_words_that_hang_on_a_former_date_are_unresolved_without_it() -> None:
    assert find_dates("그해 5월 만났고 그날 서명했다. 같은 달 20일 끝났다.", REFERENCE) == []
    values = [s.value for s in find_dates("2018년 4월 만났고 그해 9월 서명했으며 이듬해 1월 끝났다.", REFERENCE)]
    assert values == ["2018-04", "2018-09", "2019-01"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("2019.7.1 기준", "2019-07-01"), ("07/25/2019에", "2019-07-25"), ("25-07-2019에", "2019-07-25"),
     ("98/7/25", "1998-07-25"), ("'19.7.25 기준", "2019-07-25"), ("7/25(일)", "2021-07-25"), ("7/25", "2021-07-25")],
)  # fmt: skip
def test_figures_are_dates_where_only_a_date_can_be_meant(text: str, value: str) -> None:
    assert only(text).value == value


def test_a_bare_year_counts_only_where_nothing_stands_beside_it() -> None:
    assert only("1997").value == "1997"
    assert only("09년").value == "2009"
    assert find_dates("1997 참가자 09년", REFERENCE) == []
