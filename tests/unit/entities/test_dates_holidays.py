from __future__ import annotations

from datetime import date

import pytest

from pipelines.entities import find_dates

REFERENCE = date(2021, 3, 10)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("지난 설날 만났다", "2021-02-12"),
        ("설을 앞두고 준비한다", "2022-02-01"),
        ("올 추석 내놓는다", "2021-09-21"),
        ("작년 추석 내놨다", "2020-10-01"),
        ("추석에 만났다", "2020-10-01"),
        ("3·1절을 맞아 열렸다", "2021-03-01"),
        ("크리스마스", "2021-12-25"),
        ("지난 크리스마스이브에 만났다", "2020-12-24"),
        ("2019년 광복절 만났다", "2019-08-15"),
        ("It opens before Chuseok", "2021-09-21"),
        ("They met last Christmas", "2020-12-25"),
        ("They met on Thanksgiving 2020", "2020-11-26"),
    ],
)
def test_a_holiday_is_its_day_in_the_year_that_is_meant(text: str, value: str) -> None:
    (span,) = find_dates(text, REFERENCE)
    assert (span.value, span.grain, span.until) == (value, "day", None)


def test_the_holiday_season_of_a_feast_has_the_days_around_it() -> None:
    (span,) = find_dates("지난 설 연휴에 만났다", REFERENCE)
    assert (span.surface, span.value, span.until) == ("지난 설 연휴", "2021-02-11", "2021-02-13")


@pytest.mark.parametrize(
    ("text", "value", "until"),
    [
        ("올여름 내놓는다", "2021-06-21", "2021-09-23"),
        ("지난겨울 내놨다", "2020-12-21", "2021-03-20"),
        ("지난여름 내놨다", "2020-06-21", "2020-09-23"),
        ("오는 가을 내놓는다", "2021-09-24", "2021-12-20"),
        ("내년 봄 내놓는다", "2022-03-21", "2022-06-20"),
        ("It opens this summer", "2021-06-21", "2021-09-23"),
    ],
)
def test_a_season_is_the_one_that_is_meant(text: str, value: str, until: str) -> None:
    (span,) = find_dates(text, REFERENCE)
    assert (span.value, span.until) == (value, until)


@pytest.mark.parametrize("text", ["설이 돌았다", "크리스마스 트리", "여름 신상품", "설명회", "올 설비투자"])
def test_what_only_holds_the_name_of_a_holiday_is_no_date(text: str) -> None:
    assert find_dates(text, REFERENCE) == []


def test_a_lunar_holiday_outside_the_known_years_is_no_date() -> None:
    assert [span.surface for span in find_dates("2090년 추석", None)] == ["2090년"]
    assert [span.value for span in find_dates("2049년 추석", None)] == ["2049-09-11"]
