"""A member's place in a body: gathered in it, in its chair, welcomed, expelled, out of it; and ties that go on."""

from __future__ import annotations

import pytest

A, B, C = "[org:가온전자]", "[org:누리소프트]", "[org:다온카드]"
X = "[alliance:라온 얼라이언스]"
NAME = "라온 얼라이언스"
THREE = ("가온전자", "누리소프트", "다온카드")


def rows(role: str, status: str, *members: str, alliance: str | None = NAME) -> set[tuple[str | None, str, str, str]]:
    return {(alliance, member, role, status) for member in members}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"{A}, {B}, {C}가 뭉친 '{X}'가 문을 연다.", rows("member", "active", *THREE)),
        (f"{A}와 {B}, {C}가 힘을 합친 '{X}'가 시험을 마쳤다.", rows("member", "active", *THREE)),
        (f"{A}와 {B}, {C}가 '{X}'로 한데 모였다.", rows("member", "active", *THREE)),
        (f"'{X}'는 {A}를 의장사로 선출했다.", rows("leader", "active", "가온전자")),
        (f"{A}를 간사로 둔 '{X}'가 시험을 마쳤다.", rows("leader", "active", "가온전자")),
        (
            f"'{X}'는 {A}가 의장사를, {B}가 회원사를 맡는다.",
            rows("leader", "active", "가온전자") | rows("member", "active", "누리소프트"),
        ),
        (f"'{X}'가 {A}를 회원으로 맞았다.", rows("member", "active", "가온전자")),
        (f"'{X}'의 새 회원사가 된 곳은 {A}다.", rows("member", "active", "가온전자")),
        (f"'{X}'는 회비를 내지 않은 {A}를 제명했다.", rows("former", "terminated", "가온전자")),
        (f"{A}는 '{X}'에서 발을 뺐다.", rows("former", "terminated", "가온전자")),
        (f"{A}는 '{X}'에서 손을 뗐다.", rows("former", "terminated", "가온전자")),
        (f"한때 '{X}' 회원이던 {A}는 새 짝을 찾고 있다.", rows("former", "terminated", "가온전자")),
        (f"{A}와 {B}, {C}는 '{X}'의 협력 기간을 2032년까지 연장했다.", rows("member", "active", *THREE)),
        (f"{A}는 '{X}' 탈퇴를 알렸다.", rows("former", "terminated", "가온전자")),
        (f"'{X}' 지분은 {A}가 60%, {B}가 40%를 갖는다.", rows("partner", "active", *THREE[:2])),
    ],
)
def test_a_sentence_gives_each_its_place(read, sentence, expected):
    assert read(sentence).members == expected


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (f"{A}는 {B}와 협력을 이어 오고 있다.", "active"),
        (f"{A}는 {B}와는 협력 관계를 이어 간다.", "active"),
        (f"{A}는 {B}와 조인트벤처를 운영하고 있다.", "active"),
        (f"{A}는 {B}에 1억 달러를 투자하고 파트너십을 체결했다.", "active"),
        (f"{A}는 {B}와 9개 항로에서 선복을 나눠 쓰기로 했다.", "announced"),
        (f"{A}와 {B}는 로봇을 함께 만들기로 했다.", "announced"),
    ],
)
def test_what_goes_on_or_is_agreed_between_two_is_a_pairing(read, sentence, status):
    assert read(sentence).members == rows("partner", status, *THREE[:2], alliance=None)


@pytest.mark.parametrize(
    "sentence",
    [
        f"{A}는 {B}와 소송을 끝내기로 했다.",
        f"{A}는 {B}와 공급 계약을 맺기로 했다.",
        f"{A}는 사업에서 손을 뗐다.",
        f"{A}는 새 대표를 맞았다.",
    ],
)
def test_what_is_agreed_in_a_quarrel_or_a_trade_is_no_tie(read, sentence):
    assert read(sentence).members == set()


def test_what_was_founded_with_somebody_is_the_topics_too(read):
    assert read(f"{A}는 {B}와 세운 합작사 '{X}'에 출자했다.").members == rows("partner", "active", *THREE[:2])


def test_who_has_decided_to_leave_without_a_day_to_come_has_left(read):
    assert read(f"{A}는 '{X}'에서 빠지기로 했다.").members == rows("former", "terminated", "가온전자")
    assert read(f"{A}는 내년 2월 '{X}'에서 빠지기로 했다.").members == rows("member", "active", "가온전자")


def test_who_follows_others_does_what_they_did(read):
    found = read(f"{A}가 '{X}' 탈퇴를 알렸고 {B}와 {C}가 뒤를 따랐다.")
    assert found.members == rows("former", "terminated", *THREE)


def test_the_kind_of_a_member_is_no_other_body(read):
    found = read(f"'{X}'가 출범했다. 로봇 제조사로는 {A}와 {B} 등이 이름을 올렸다.")
    assert found.members == rows("member", "active", *THREE[:2])
    assert read(f"'{X}'가 출범했다. 예비입찰에는 {A}와 {B}가 이름을 올렸다.").members == set()


def test_an_intention_or_a_question_of_joining_is_no_joining_yet(read):
    assert read(f"{A}는 '{X}' 참여 의사를 밝혔다.").members == rows("prospective", "announced", "가온전자")
    assert read(f"{A}는 '{X}' 참여 여부를 검토하고 있다.").members == rows(
        "prospective", "under_discussion", "가온전자"
    )


def test_with_whom_one_agrees_may_stand_before_what_it_is_about(read):
    assert read(f"{A}는 9개 항로에서 {B}와 배를 나눠 쓰는 협약을 맺었다.").pairings == {THREE[:2]}


def test_a_body_told_of_by_its_sort_can_join_another(read):
    found = read(f"'[alliance:바다 협의회]'가 지난달 출범했다. 협의회는 같은 날 '{X}'에 가입했다.")
    assert (NAME, "바다 협의회", "member", "active") in found.members


def test_a_venture_of_two_members_of_a_large_alliance_is_a_tie_of_its_own(read):
    found = read(f"{A}와 {B}, {C}는 '{X}'를 결성했다. {A}는 {B}와 조인트벤처를 운영하고 있다.")
    assert found.pairings == {THREE[:2]}


def test_a_name_does_not_say_what_is_tied_or_ended(read):
    assert read(f"{A}는 [alliance:가온 컨소시엄]과의 수의계약 절차를 중단했다.").members == set()


def test_what_goes_on_among_more_than_those_who_parted_is_told(read):
    found = read(f"{A}와 {B}는 협약을 해지했다. 다만 {A}와 {B}, {C}는 협력을 이어 가기로 했다.")
    assert found.members == {
        (None, member, role, status)
        for member, role, status in (
            *((member, "former", "terminated") for member in THREE[:2]),
            *((member, "partner", "active") for member in THREE),
        )
    }


@pytest.mark.parametrize(
    "sentence",
    [
        f"{A}와 {B}가 손을 잡고, {C}가 화면을 나눠 쓰는 세상이다.",
        f"{A}는 {B}를 우선협상대상자로 맞았으나 {B}와의 협력 협상이 결렬됐다.",
    ],
)
def test_what_is_said_of_the_world_or_of_a_sale_is_no_tie(read, sentence):
    assert read(sentence).members == set()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"{A}의 '{X}' 가입이 확정됐다.", rows("prospective", "announced", "가온전자")),
        (f"{A}의 합류로 '{X}'는 7개사로 늘었다.", rows("member", "active", "가온전자")),
        (
            f"'{X}'에 {A}는 주관사로, {B}는 회원사로 참여했다.",
            rows("leader", "active", "가온전자") | rows("member", "active", "누리소프트"),
        ),
        (f"{A}와 {B}의 합작법인인 '{X}'는 내년 문을 연다.", rows("partner", "active", *THREE[:2])),
        (f"{A}는 {B}와 함께 '{X}'를 설립해 운영 중이다.", rows("partner", "active", *THREE[:2])),
        (f"'{X}'에는 {A}와 {B}만 남았다.", rows("member", "active", *THREE[:2])),
    ],
)
def test_a_place_may_be_told_by_a_noun(read, sentence, expected):
    assert read(sentence).members == expected


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (f"{A}와 {B}가 신약 공동 연구에 나선다.", "announced"),
        (f"{A}는 {B}와 항암제를 공동 연구한다.", "announced"),
        (f"{A}와 {B}는 전략적 파트너 관계를 맺었다.", "active"),
        (f"{A}는 {B}를 블록체인 사업의 파트너로 선정했다.", "active"),
    ],
)
def test_partners_are_told_by_what_they_are_to_each_other(read, sentence, status):
    assert read(sentence).members == rows("partner", status, *THREE[:2], alliance=None)


def test_what_is_merged_is_no_party_of_the_agreement(read):
    found = read(f"{A}와 {B}가 {C}와 [alliance:바다 서비스]를 합치기 위한 양해각서를 체결했다.")
    assert found.pairings == {THREE[:2]}
