"""What Korean sentences say about who belongs to what."""

from __future__ import annotations

import pytest

A, B, C, D = "[org:가온전자]", "[org:누리소프트]", "[org:다온카드]", "[org:마루대]"
X = "[alliance:라온 얼라이언스]"
NAME = "라온 얼라이언스"


def rows(role: str, status: str, *members: str, alliance: str | None = NAME) -> set[tuple[str | None, str, str, str]]:
    return {(alliance, member, role, status) for member in members}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"{A}와 {B}는 {X}에 합류했다.", rows("member", "active", "가온전자", "누리소프트")),
        (f"{X}에 {A}가 새로 들어왔다.", rows("member", "active", "가온전자")),
        (f"{A}는 {X}에 합류하기로 했다.", rows("prospective", "announced", "가온전자")),
        (f"{A}는 {X} 합류를 확정했다.", rows("prospective", "announced", "가온전자")),
        (f"{A}는 {X}에 합류하는 방안을 검토하고 있다.", rows("prospective", "under_discussion", "가온전자")),
        (f"{A}가 {X}에 합류한다는 보도는 사실무근이라고 밝혔다.", rows("prospective", "denied", "가온전자")),
        (f"{A}, {B}, {C}는 {X}를 결성했다.", rows("member", "active", "가온전자", "누리소프트", "다온카드")),
        (f"{A}, {B}, {C}는 {X}를 결성할 예정이다.", rows("member", "announced", "가온전자", "누리소프트", "다온카드")),
        (f"{X}에는 {A}, {B}, {C} 등이 참여하고 있다.", rows("member", "active", "가온전자", "누리소프트", "다온카드")),
        (
            f"{X}에는 {A}를 비롯해 {B}, {C} 등이 들어와 있다.",
            rows("member", "active", "가온전자", "누리소프트", "다온카드"),
        ),
        (f"{X}는 {A}, {B}, {C}로 구성됐다.", rows("member", "active", "가온전자", "누리소프트", "다온카드")),
        (f"{A}와 {B}, {C}가 참여하는 {X}가 공개됐다.", rows("member", "active", "가온전자", "누리소프트", "다온카드")),
        (f"{A}는 {X}에서 탈퇴했다.", rows("former", "terminated", "가온전자")),
        (f"{A}와 {B}는 {X}를 통해 협력해 왔다.", rows("partner", "active", "가온전자", "누리소프트")),
    ],
)
def test_a_sentence_about_an_alliance_gives_its_members(read, sentence, expected):
    assert read(sentence).members == expected


@pytest.mark.parametrize(
    ("sentence", "role", "status"),
    [
        (f"{A}와 {B}는 업무협약을 체결했다.", "partner", "active"),
        (f"{A}는 {B}와 양해각서(MOU)를 맺었다.", "partner", "active"),
        (f"{A}는 {B}와 전략적 파트너십을 맺을 예정이다.", "partner", "announced"),
        (f"{A}는 {B}와 업무협약 체결을 논의하고 있다.", "prospective", "under_discussion"),
        (f"{A}와 {B}는 지분을 맞교환하기로 했다.", "partner", "announced"),
        (f"{A}와 {B}가 합작법인을 설립했다.", "partner", "active"),
        (f"{A}는 {B}와 손을 잡았다.", "partner", "active"),
        (f"{A}는 {B}에 협력을 제안했다.", "prospective", "proposed"),
        (f"{A}와 {B}가 결별했다.", "former", "terminated"),
    ],
)
def test_a_nameless_tie_of_two_is_a_pairing(read, sentence, role, status):
    assert read(sentence).members == rows(role, status, "가온전자", "누리소프트", alliance=None)


def test_who_is_said_to_lead_is_the_leader(read):
    read_in = read(f"{B}는 {A}가 주도하는 {X}에 합류했다.")
    assert read_in.members == {(NAME, "가온전자", "leader", "active"), (NAME, "누리소프트", "member", "active")}


def test_parties_that_sign_beside_a_founding_are_members_since_the_founding(read):
    reading = read(f"{A}는 지난 2월 {X}를 결성하고, {B}, {C} 등과 양해각서를 체결했다.")
    assert reading.members == rows("member", "active", "가온전자", "누리소프트", "다온카드")
    assert set(reading.since.values()) == {"2023-02"}


def test_joining_hands_and_founding_is_founding_together(read):
    reading = read(f"{A}는 지난 2월 {B}, {C}와 손을 잡고 {X}를 결성했다.")
    assert reading.members == rows("member", "active", "가온전자", "누리소프트", "다온카드")


def test_a_closed_list_has_the_founding_date_and_an_open_one_has_none(read):
    founded = f"{X}는 지난 2월 출범했다."
    closed = read(f"{founded} {X}는 {A}, {B}, {C} 등 3개 기업으로 구성돼 있다.")
    assert set(closed.since.values()) == {"2023-02"}
    still_open = read(f"{founded} {X}에는 {A}, {B}, {C} 등이 참여하고 있다.")
    assert set(still_open.since.values()) == {None}


def test_a_later_joiner_does_not_get_the_founding_date(read):
    reading = read(f"{X}는 지난 2월 출범했다. {A}는 {X}에 합류했다.")
    assert reading.since == {"가온전자": None}


def test_the_subject_is_carried_over_from_the_sentence_before(read):
    reading = read(f"{A}는 인공지능 사업을 넓힌다. 지난 3월에는 {X}에 합류했다.")
    assert reading.members == rows("member", "active", "가온전자")


def test_a_group_word_stands_for_its_members(read):
    reading = read(f"{A}와 {B}가 만났다. [group:양사=가온전자,누리소프트]는 업무협약을 체결했다.")
    assert reading.members == rows("partner", "active", "가온전자", "누리소프트", alliance=None)


def test_this_body_is_the_alliance_named_before(read):
    reading = read(f"{X}가 출범했다. 여기에는 {A}, {B}, {C} 등이 참여하고 있다.")
    assert reading.members == rows("member", "active", "가온전자", "누리소프트", "다온카드")


def test_a_pairing_inside_a_named_alliance_is_not_said_twice(read):
    reading = read(f"{A}, {B}, {C}는 동맹을 맺었다. 이를 위해 {A}, {B}, {C}는 {X}를 결성했다.")
    assert {alliance for alliance, *_ in reading.members} == {NAME}


def test_the_latest_state_of_a_tie_is_its_state(read):
    reading = read(f"{A}는 {X} 합류를 검토하고 있었다. {A}는 {X}에 합류했다. {A}는 {X}에서 탈퇴했다.")
    assert reading.members == rows("former", "terminated", "가온전자")


def test_a_headline_does_not_overrule_its_body(read):
    reading = read(f"{A}, {X} 합류했다\n{A}는 {X}에 합류하는 방안을 검토하고 있다.", headline=True)
    assert reading.members == rows("prospective", "under_discussion", "가온전자")


def test_an_end_is_dated_where_the_text_dates_it(read):
    reading = read(f"{A}는 지난 3월 {X}에서 탈퇴했다.")
    assert [c.until.value for c in reading.claims.memberships if c.until] == ["2023-03"]
    assert reading.since == {"가온전자": None}


@pytest.mark.parametrize(
    "sentence",
    [
        f"{A}는 {B}와 부품 공급계약을 체결했다.",
        f"{A}는 {B}와 경쟁하고 있다.",
        f"{A}는 {X}에 합류하지 않으면 안 된다.",
        f"{A}가 {X}에 합류할 수 있다는 걱정이 나온다.",
        f"{X} 행사에 {A}와 {B}가 자리했다.",
        f"{A}의 제품과 {B}의 기술을 결합한다.",
        f"{A}·{B}·{C} 동맹",
        "[org:한국 정부]와 [org:미국 정부]는 한미동맹 강화 방안을 협의했다.",
    ],
)
def test_what_is_no_tie_gives_no_membership(read, sentence):
    reading = read(sentence, org_types={"한국 정부": "government", "미국 정부": "government"})
    assert reading.members == set()


@pytest.mark.parametrize(
    "sentence", [f"{X}에는 {A}를 제외한 {B}, {C} 등이 참여하고 있다.", f"{X}에는 {A} 대신 {B}와 {C}가 참여하고 있다."]
)
def test_who_is_excluded_is_no_member(read, sentence):
    assert {member for _, member, *_ in read(sentence).members} == {"누리소프트", "다온카드"}
