"""What Korean sentences say has happened, is planned, is talked about or is denied, and when."""

from __future__ import annotations

from datetime import date

import pytest

A, B, C = "[org:가온전자]", "[org:누리소프트]", "[org:다온카드]"
X = "[alliance:라온 얼라이언스]"
PAIR = frozenset({"가온전자", "누리소프트"})
JOIN = frozenset({"가온전자", "라온 얼라이언스"})


@pytest.mark.parametrize(
    ("sentence", "kind", "modality", "who"),
    [
        (f"{A}는 {X}에 합류했다.", "join", "done", JOIN),
        (f"{A}는 {X}에 합류한다.", "join", "planned", JOIN),
        (f"{A}는 {X}에 합류할 계획이다.", "join", "planned", JOIN),
        (f"{A}는 {X}에 합류한다고 18일 밝혔다.", "join", "planned", JOIN),
        (f"{A}는 {X} 합류를 검토하고 있다고 밝혔다.", "join", "under_discussion", JOIN),
        (f"{A}는 {X}에 합류하게 됐다고 발표했다.", "join", "done", JOIN),
        (f"{A}는 {X}에서 탈퇴할 예정이다.", "leave", "planned", JOIN),
        (f"{A}는 {X}에서 탈퇴하기로 했다.", "leave", "done", JOIN),
        (f"{A}는 {X}에서 내년 3월 탈퇴하기로 했다.", "leave", "planned", JOIN),
        (f"{A}와 {B}는 업무협약을 체결했다.", "sign_mou", "done", PAIR),
        (f"{A}와 {B}는 주식을 맞바꾸기로 했다.", "equity_swap", "planned", PAIR),
        (f"{A}와 {B}는 합작법인을 설립할 예정이다.", "joint_venture", "planned", PAIR),
        (f"{A}는 {B}를 인수했다.", "acquire", "done", PAIR),
        (f"{A}는 {B} 인수를 검토하고 있다.", "acquire", "under_discussion", PAIR),
        (f"{A}는 {B}에 100억 원을 투자했다.", "invest", "done", PAIR),
        (f"{A}는 {B}에 협력을 제안했다.", "propose", "done", PAIR),
        (f"{A}와 {B}는 협력을 논의하고 있다.", "discuss", "under_discussion", PAIR),
        (f"{A}는 {B}와 협력을 논의한 바 있다.", "discuss", "done", PAIR),
        (f"{A}와 {B}는 협약을 해지했다.", "terminate", "done", PAIR),
        (f"{A}는 인수설을 부인했다.", "deny", "done", frozenset({"가온전자"})),
        (f"{A}, {B}는 {X}를 결성했다.", "found_alliance", "done", PAIR | {"라온 얼라이언스"}),
    ],
)
def test_a_predicate_with_its_slots_is_an_event(read, sentence, kind, modality, who):
    assert (kind, modality, who) in read(sentence).events


@pytest.mark.parametrize(
    "sentence",
    [
        f"{A}의 {X} 합류는 시장을 바꿀 소식이다.",
        f"{A}가 {X}에 합류하면 시장이 바뀐다.",
        f"{A}는 {X}에 합류해야 한다.",
    ],
)
def test_names_of_acts_and_hypotheticals_are_no_events(read, sentence):
    assert read(sentence).events == set()


def test_a_dated_act_has_its_date(read):
    assert read(f"{A}는 지난 2월 {X}에 합류했다.").event_dates["join"] == ("2023-02", "act")


@pytest.mark.parametrize(
    "sentence", [f"{A}는 {X}에 합류했다고 18일 밝혔다.", f"지난 18일 {A}는 {X}에 새로 들어가게 됐다고 알렸다."]
)
def test_a_dated_announcement_says_so(read, sentence):
    assert read(sentence).event_dates["join"] == ("2023-05-18", "announced")


def test_a_plan_is_not_dated_by_its_announcement(read):
    assert read(f"{A}는 {X}에 합류한다고 18일 밝혔다.").event_dates["join"] is None
    assert read(f"{A}는 오는 25일 {X}에 합류할 예정이다.").event_dates["join"] == ("2023-05-25", "act")


def test_an_undated_act_has_no_date(read):
    reading = read(f"{A}는 {X}에 합류했다.")
    assert reading.event_dates["join"] is None
    assert reading.since == {"가온전자": None}


def test_without_a_publication_day_nothing_relative_is_dated(read):
    assert read(f"{A}는 지난 18일 {X}에 합류했다.", published_on=None).event_dates["join"] is None


def test_one_happening_told_twice_is_one_event(read):
    reading = read(
        f"{A}와 {B}는 업무협약을 체결했다. {A}는 {B}와 지난 3월 업무협약을 맺었다.", published_on=date(2023, 5, 20)
    )
    assert [e.event_type for e in reading.claims.events] == ["sign_mou"]
    assert reading.event_dates["sign_mou"] == ("2023-03", "act")


def test_linked_clauses_share_subject_and_companion(read):
    reading = read(f"{A}는 {B}와 지분을 교환하며 전략적 파트너십을 맺었다.")
    assert {("equity_swap", "done", PAIR), ("sign_mou", "done", PAIR)} <= reading.events


def test_a_person_acts_with_the_organization_beside_the_name(read):
    reading = read("[person:홍길순] [org:가온전자] 사장은 [person:성춘향] [org:누리소프트] 대표에게 협력을 제안했다.")
    roles = {p.entity_id: p.role for e in reading.claims.events for p in e.participants}
    assert roles == {
        "person:홍길순": "initiator",
        "org:가온전자": "initiator",
        "person:성춘향": "counterparty",
        "org:누리소프트": "counterparty",
    }


def test_posts_are_read_beside_names(read):
    reading = read("[person:홍길순] [org:가온전자] 사장과 [org:누리소프트] [person:성춘향] 부사장이 참석했다.")
    posts = {(c.person_id, c.organization_id, c.title) for c in reading.claims.posts}
    assert posts == {("person:홍길순", "org:가온전자", "사장"), ("person:성춘향", "org:누리소프트", "부사장")}


def test_statements_are_two_at_most_and_have_a_speaker(read):
    said = '[person:홍길순] 사장은 "협력의 폭을 더 넓혀 가겠다"고 말했다. '
    reading = read(f"{A}와 {B}는 업무협약을 체결했다. " + said * 4)
    statements = [e for e in reading.claims.events if e.event_type == "statement"]
    assert len(statements) == 2
    assert all(e.evidence.speaker_id == "person:홍길순" for e in statements)


def test_a_stated_count_and_the_items_of_a_list_are_attributes(read):
    reading = read(f"{X}에는 {A}, {B}, {C} 등 3개 기업이 참여하고 있다. {X}는 △인재 양성 △공동 연구 등을 한다.")
    found = {(c.attribute, c.value) for c in reading.claims.attributes}
    assert found == {("stated_member_count", "3"), ("activity", "인재 양성"), ("activity", "공동 연구")}


def test_a_rival_is_a_relation_and_no_member(read):
    reading = read(f"{A}는 {B}와 경쟁하고 있다.")
    assert [(c.subject_id, c.relation, c.object_id) for c in reading.claims.relations] == [
        ("org:가온전자", "rival_of", "org:누리소프트")
    ]
    assert reading.members == set()
