"""Which of a sentence's dates is that of the act, and which only ends, begins, aims at or reports something."""

from __future__ import annotations

import pytest

from pipelines.claims.clause import AIM, FROM, REPORT, UNTIL
from pipelines.claims.dating import use_of_date

A, B = "[org:가온전자]", "[org:누리소프트]"
X = "[alliance:라온 얼라이언스]"


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("2027년까지 연장했다", UNTIL),
        ("2027년(예정)까지 연장했다", UNTIL),
        ("2027년부터 활동했다", FROM),
        ("2027년 양산을 목표로 협약했다", AIM),
        ("2027년 업계와 두 회사에 따르면", REPORT),
        ("2027년 맺은 협약에 따르면", ""),
        ("2027년 협약을 맺었다", ""),
    ],
)
def test_the_words_behind_a_date_say_what_it_is_of(text, use):
    assert use_of_date(text, 0, len("2027년")) == use


def test_a_goal_or_an_end_is_no_date_of_the_act(read):
    assert read(f"{A}와 {B}는 2027년 양산을 목표로 협약을 체결했다.").event_dates == {"sign_mou": None}
    extended = read(f"{A}와 {B}는 지난 2일 협약을 2027년까지 연장했다.")
    assert extended.event_dates == {"extend": ("2023-05-02", "act")}
    assert set(extended.since.values()) == {None}


def test_the_day_of_who_tells_it_is_that_of_the_announcement(read):
    found = read(f"18일 업계에 따르면 {A}와 {B}는 협약을 맺었다.")
    assert found.event_dates == {"sign_mou": ("2023-05-18", "announced")}


def test_a_plan_for_a_time_that_has_begun_is_dated(read):
    assert read(f"{A}와 {B}는 올해 안에 협약을 맺을 예정이다.").event_dates == {"sign_mou": ("2023", "act")}
    assert read(f"{A}와 {B}는 지난 2일 협약을 맺기로 했다.").event_dates == {"sign_mou": None}
    assert read(f"{A}와 {B}는 올해 1월 협약을 맺기로 했다.").event_dates == {"sign_mou": ("2023-01", "act")}


def test_who_takes_part_since_a_year_came_in_then(read):
    assert read(f"{A}는 2021년부터 {X} 회원사로 활동해 왔다.").since == {"가온전자": "2021"}


def test_the_time_before_a_founders_name_is_that_of_the_founding(read):
    found = read(f"2019년 6월 {A}와 {B}가 세운 {X}에 [org:다온카드]가 지난달 합류했다.")
    assert found.event_dates == {"found_alliance": ("2019-06", "act"), "join": ("2023-04", "act")}


def test_a_verb_told_in_the_past_keeps_its_date(read):
    found = read(f"{A}와 {B}는 지난해 9월 협약을 맺었고, 이번에 [org:다온카드]가 {X}에 합류했다.")
    assert found.event_dates == {"sign_mou": ("2022-09", "act"), "join": None}


def test_founding_members_came_in_on_the_day_of_the_founding(read):
    found = read(f"{X}가 지난 2일 출범했다. {X}에는 {A}, {B} 등이 창립 회원으로 참여했다.")
    assert found.since == {"가온전자": "2023-05-02", "누리소프트": "2023-05-02"}


def test_the_entry_that_qualifies_a_bodys_name_is_dated(read):
    found = read(f"{A}는 2003년 3월 가입한 {X}를 내년 탈퇴할 예정이다.")
    assert found.event_dates["join"] == ("2003-03", "act")
    assert found.since == {"가온전자": "2003-03"}
