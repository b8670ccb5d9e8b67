"""Whom a Korean clause is about: lists and what sums them up, pairs, descriptions, and alliances as parties."""

from __future__ import annotations

import pytest

A, B, C, D = "[org:가온전자]", "[org:누리소프트]", "[org:다온카드]", "[org:마루대]"
X, Y = "[alliance:라온 얼라이언스]", "[alliance:바다 연합]"
NAME, OTHER = "라온 얼라이언스", "바다 연합"
FOUR = ("가온전자", "누리소프트", "다온카드", "마루대")


def rows(role: str, status: str, *members: str, alliance: str | None = NAME) -> set[tuple[str | None, str, str, str]]:
    return {(alliance, member, role, status) for member in members}


@pytest.mark.parametrize(
    "sentence",
    [
        f"'{X}'에는 △{A} △{B} △{C} △{D}가 참여하고 있다.",
        f"'{X}'에는 4개사({A}·{B}·{C}·{D})가 참여하고 있다.",
        f"'{X}'에는 △기업({A}, {B}) △대학({C}, {D})이 참여하고 있다.",
        f"{A}와 {B}, {C} 그리고 {D}까지 [group:네 곳]이 '{X}'에 몸담고 있다.",
        f"'{X}'에는 {A} 및 {B}, {C}, {D}가 함께하고 있다.",
    ],
)
def test_every_item_of_a_list_is_a_member_however_the_list_is_written(read, sentence):
    assert read(sentence).members == rows("member", "active", *FOUR)


def test_a_word_for_the_alliance_named_before_stands_for_it(read):
    found = read(f"'{X}'가 지난달 출범했다. [group:이 협의체=alliance:{NAME}]에는 {A}와 {B}, {C}가 참여하고 있다.")
    assert found.members == rows("member", "active", *FOUR[:3])


def test_a_clause_that_speaks_of_two_pairs_makes_two_pairings(read):
    assert read(f"{A}는 {B}와, {C}는 {D}와 손잡았다.").pairings == {FOUR[:2], FOUR[2:]}


def test_a_partner_with_a_date_of_its_own_is_a_pairing_of_its_own(read):
    found = read(f"{A}는 2021년 {B}와, 2022년에는 {C}와 업무협약을 체결했다.")
    assert found.pairings == {("가온전자", "누리소프트"), ("가온전자", "다온카드")}


def test_who_is_described_by_a_signing_is_a_party_of_it(read):
    for sentence in (
        f"{B}와 협약을 체결한 {A}는 매출을 늘렸다.",
        f"{B}와 협약을 체결한 {A}의 주가가 올랐다.",
        f"{A}가 협약을 체결한 {B}는 로봇을 만든다.",
        f"{A}가 협약을 체결한 곳은 {B}다.",
    ):
        assert read(sentence).members == rows("partner", "active", *FOUR[:2], alliance=None), sentence


def test_parties_in_the_genitive_of_an_agreement_are_its_parties(read):
    assert read(f"{A}와 {B}의 해상풍력 업무협약이 체결됐다.").pairings == {FOUR[:2]}


def test_around_whom_others_found_something_is_a_member_and_who_steers_is_the_leader(read):
    assert read(f"{A}를 중심으로 {B}와 {C}가 '{X}'를 결성했다.").members == rows("member", "active", *FOUR[:3])
    led = read(f"{A} 주도로 {B}와 {C}가 '{X}'를 결성했다.")
    assert led.members == rows("leader", "active", "가온전자") | rows("member", "active", "누리소프트", "다온카드")


def test_who_is_followed_into_an_alliance_is_in_it(read):
    assert read(f"{A}에 이어 {B}도 '{X}'에 합류했다.").members == rows("member", "active", *FOUR[:2])


def test_an_alliance_can_be_a_member_or_a_party(read):
    assert read(f"'{X}'가 '{Y}'에 가입했다.").members == rows("member", "active", NAME, alliance=OTHER)
    assert read(f"'{Y}'에는 {A}와 '{X}'가 참여하고 있다.").members == rows(
        "member", "active", "가온전자", NAME, alliance=OTHER
    )
    assert read(f"'{X}'와 '{Y}'는 업무협약을 체결했다.").pairings == {(NAME, OTHER)}


def test_what_two_verbs_in_a_row_say_has_one_subject(read):
    assert read(f"'{X}'는 {A}와 {B}가 절반씩 출자해 2020년 설립한 회사다.").members == rows(
        "partner", "active", "가온전자", "누리소프트"
    )


def test_a_list_goes_on_behind_what_its_items_are_said_to_be(read):
    sentence = f"'{X}'에는 로봇 기업인 {A}·{B}와 대기업인 {C}, 그리고 미국의 {D} 등 약 40개 기업이 참여한다."
    assert read(sentence).members == rows("member", "active", *FOUR)


def test_who_enters_in_the_sentence_after_the_alliance_enters_it(read):
    found = read(f"'{X}'가 22일 출범했다. 우선 {A}, {B} [group:2사]가 참여했다. {C}는 내년 합류할 예정이다.")
    assert found.members == rows("member", "active", *FOUR[:2]) | rows("prospective", "announced", "다온카드")


def test_a_structure_without_a_name_is_not_the_one_named_before(read):
    assert read(f"'{X}'가 출범했다. {A}가 주도하는 컨소시엄도 나왔다.").members == set()
    found = read(f"{A}와 {B}는 '{X}'를 통해 협력해 왔다. {A}와 {C}는 합작법인을 설립하기로 했다.")
    assert ("다온카드", "가온전자") in {tuple(reversed(pairing)) for pairing in found.pairings}


def test_a_purpose_at_the_end_of_a_sentence_takes_nothing_from_what_is_told_before(read):
    assert read(f"{A}는 '{X}'에서 탈퇴했으며, 남은 회사들이 이어갈 수 있도록 돕겠다고 했다.").members == rows(
        "former", "terminated", "가온전자"
    )
