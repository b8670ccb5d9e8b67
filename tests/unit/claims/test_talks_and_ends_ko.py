"""What Korean sentences and headlines say of talks, offers and ends, and how an end differs from a pause."""

from __future__ import annotations

import pytest

A, B = "[org:가온전자]", "[org:누리소프트]"
X = "[alliance:라온 얼라이언스]"
PAIR = frozenset({"가온전자", "누리소프트"})


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (f"{A}와 {B}는 공동 사업을 잠정 중단했다.", "suspended"),
        (f"{A}와 {B}가 맺은 제휴 협약은 지난달 말 효력을 잃었다.", "expired"),
        (f"{A}는 {B}와 맺은 공동 개발 계약을 해지했다.", "terminated"),
    ],
)
def test_a_pause_a_lapse_and_an_end_are_told_apart(read, sentence, status):
    found = read(sentence)
    assert {row[3] for row in found.members} == {status}
    assert ("terminate", "done", PAIR) in found.events


def test_a_withdrawn_application_ends_what_was_not_begun(read):
    found = read(f"{A}는 {X} 가입 신청을 철회했다.")
    assert found.members == {("라온 얼라이언스", "가온전자", "former", "terminated")}
    assert ("terminate", "done", frozenset({"가온전자", "라온 얼라이언스"})) in found.events


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (f"{A}는 {B}의 제휴 제안에 긍정적으로 답했다.", "under_discussion"),
        (f"{A}는 {B}의 제휴 제안을 거절했다.", "denied"),
    ],
)
def test_an_answer_tells_of_the_offer(read, sentence, status):
    found = read(sentence)
    assert ("propose", "done", PAIR) in found.events
    assert {row[3] for row in found.members} == {status}


def test_a_body_that_invites_has_a_prospective_member(read):
    assert read(f"{X}는 {A}에 가입을 권유했다.").members == {("라온 얼라이언스", "가온전자", "prospective", "proposed")}


@pytest.mark.parametrize(
    "sentence",
    [
        f"{A}와 {B}의 설계 협력 협상이 막바지에 이르렀다.",
        f"{A}와 {B} 사이에서 공동 투자 방안이 논의되고 있다.",
        f"{A}는 {B}와 감속기 공동 개발을 추진한다.",
    ],
)
def test_talks_that_go_on_bind_nobody(read, sentence):
    assert {row[3] for row in read(sentence).members} == {"under_discussion"}


@pytest.mark.parametrize(
    ("headline", "kind", "modality"),
    [
        (f"{A}·{B} 합병 무산", "terminate", "done"),
        (f"{A}, {B} 인수 철회", "terminate", "done"),
        (f"{A}-{B} 제휴 협상 결렬", "terminate", "done"),
        (f"{A}-{B} 협력 끝…공동 사업 정리 수순", "terminate", "done"),
        (f"{A}, {B}에 300억 투자", "invest", "done"),
        (f"{A}, {B}에 공동 제작 제안", "propose", "done"),
        (f"{A}-{B} 지분 교환…물류 동맹 맺는다", "equity_swap", "done"),
        (f"{A}, {B}와 공동운항 협상 중", "discuss", "under_discussion"),
    ],
)
def test_a_headline_that_ends_in_a_noun_tells_an_act(read, headline, kind, modality):
    assert (kind, modality, PAIR) in read(headline, headline=True).events


def test_shares_of_each_other_are_a_swap(read):
    found = read(f"{A}와 {B}는 5000억원씩 상대 회사 주식을 사들였다.")
    assert ("equity_swap", "done", PAIR) in found.events


def test_a_company_that_its_founders_pay_for_is_a_joint_venture(read):
    found = read(f"{X}는 {A}와 {B}가 50%씩 내 만든 회사다.")
    assert ("joint_venture", "done", PAIR | {"라온 얼라이언스"}) in found.events


@pytest.mark.parametrize(
    "sentence",
    [
        f"{A}와 {B}가 손잡을 날이 올까.",
        f"{A}는 {B}와 왜 손잡지 않았을까.",
        f"{A}와 {B}가 힘을 합치기를 바란다고 시민단체는 말했다.",
        f"{A}는 {X}에 들어가고 싶다는 뜻을 내비쳤다.",
        f"{A}와 {B}가 손잡을 경우 시장이 흔들린다.",
    ],
)
def test_wishes_questions_and_imaginings_say_nothing(read, sentence):
    found = read(sentence)
    assert not found.members
    assert not found.events


def test_a_ruling_concerns_the_parties_of_the_deal(read):
    found = read(f"[org:공정거래위원회]는 {A}가 {B}를 인수하는 기업결합을 조건을 달아 승인했다.")
    assert ("policy", "done", PAIR | {"공정거래위원회"}) in found.events


def test_an_offer_of_a_deal_is_an_offer(read):
    found = read(f"{A}가 {B}를 자회사로 삼는 안을 제안했다.")
    assert ("propose", "done", PAIR) in found.events
    assert not [event for event in found.events if event[0] == "acquire"]


def test_who_took_all_shares_or_became_the_largest_holder_has_control(read):
    assert ("acquire", "planned", PAIR) in read(f"{A}는 {B} 지분 전량을 사들인다.").events
    assert ("acquire", "done", PAIR) in read(f"{A}는 {B} 지분을 35%로 늘려 최대주주가 됐다.").events


def test_a_plan_that_has_ended_is_not_told_as_a_plan(read):
    found = read(f"{A}와 {B}는 합작사를 세울 계획이었다. {A}와 {B}의 합작 협상은 결렬됐다.")
    assert {event[:2] for event in found.events} == {("terminate", "done")}


def test_the_end_of_a_body_is_that_of_its_members(read):
    found = read(f"{A}와 {B}가 꾸려 온 {X}는 내년 1월 막을 내린다.")
    assert ("terminate", "planned", PAIR | {"라온 얼라이언스"}) in found.events
    assert not [event for event in found.events if event[0] == "found_alliance"]


def test_who_has_been_in_since_a_year_joined_then(read):
    found = read(f"{A}는 2003년부터 {X}에서 활동해 왔다.")
    assert found.event_dates["join"] == ("2003", "act")


def test_a_founding_tells_of_the_members_that_another_sentence_lists(read):
    found = read(f"{A}가 {X}를 꾸렸다. {X}에는 {B}, [org:다온카드] 등이 참여했다.")
    assert ("found_alliance", "done", PAIR | {"다온카드", "라온 얼라이언스"}) in found.events


def test_of_several_dates_a_past_act_has_the_past_one(read):
    found = read(f"{A}와 {B}는 지난해 12월 23일 내년 8월 통합한다는 내용의 양해각서를 맺었다.")
    assert found.event_dates["sign_mou"] == ("2022-12-23", "act")


def test_a_founding_without_a_date_has_that_of_the_signing(read):
    found = read(f"{A}와 {B}는 16일 업무협약을 맺었다. {A}와 {B}는 {X}를 결성했다.")
    assert set(found.since.values()) == {"2023-05-16"}


def test_those_who_enter_on_days_of_their_own_do_so_each(read):
    found = read(f"{A}와 {B}가 {X}를 만들었다. [org:다온카드]는 내년 2월, [org:마루대]는 내년 3월 합류한다.")
    assert (found.since["다온카드"], found.since["마루대"]) == ("2024-02", "2024-03")


def test_who_refuses_to_take_part_is_not_in(read):
    found = read(f"{A}는 {X} 참가를 거부했다.")
    assert ("join", "denied", frozenset({"가온전자", "라온 얼라이언스"})) in found.events


def test_a_new_body_in_place_of_the_old_one_is_still_planned(read):
    found = read(f"{A}와 {B}는 {X}를 해산했다. 대신 {A}와 {B}는 [alliance:새봄 연합]을 출범시키기로 했다.")
    assert ("found_alliance", "planned", PAIR | {"새봄 연합"}) in found.events
    assert ("terminate", "done", PAIR | {"라온 얼라이언스"}) in found.events


@pytest.mark.parametrize(
    "sentence",
    [
        f"{A}는 {B} 등과 선거 연대를 하기로 하고 실무 협의를 시작했다.",
        f"{A}와 {B}는 총선을 앞두고 손을 잡았다.",
        f"{A}와 {B}가 후보 단일화를 위한 협의체를 구성했다.",
    ],
)
def test_party_politics_is_out_of_scope(read, sentence):
    found = read(sentence)
    assert not found.members
    assert not found.events
