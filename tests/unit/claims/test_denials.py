"""What is denied, what is left open, and what is only said: rumours told by a verb or by a noun."""

from __future__ import annotations

import pytest

from pipelines.claims.denials import is_rumour

A, B = "[org:가온전자]", "[org:누리소프트]"
X = "[alliance:라온 얼라이언스]"
PAIR = frozenset({"가온전자", "누리소프트"})
JOIN = frozenset({"가온전자", "라온 얼라이언스"})


@pytest.mark.parametrize(
    ("sentence", "kind", "who"),
    [
        (f"{A}는 {B}와의 합병설을 부인했다.", "acquire", PAIR),
        (f'{A}는 {B}와의 합작설에 대해 "사실무근"이라고 밝혔다.', "joint_venture", PAIR),
        (f"{A}는 {B}와 합작사를 세운다는 소문은 사실이 아니라고 해명했다.", "joint_venture", PAIR),
        (f"{A} 측은 {X} 합류설은 근거가 없다고 일축했다.", "join", JOIN),
        (f"{A}가 {B}와 손잡았다는 보도를 {A}는 부인했다.", "sign_mou", PAIR),
        (f'{A} 관계자는 "{B}와 어떤 협의도 하고 있지 않다"고 잘라 말했다.', "discuss", PAIR),
        (f"{A}는 {B} 인수를 추진하지 않는다고 공시했다.", "acquire", PAIR),
    ],
)
def test_a_denied_rumour_is_a_denied_deal_and_a_denial(read, sentence, kind, who):
    events = read(sentence).events
    assert (kind, "denied", who) in events
    assert ("deny", "done", who) in events


def test_who_denies_to_part_is_still_in(read):
    assert read(f"{A}는 {B}와의 결별설을 부인했다.").members == {
        (None, "가온전자", "partner", "active"),
        (None, "누리소프트", "partner", "active"),
    }
    assert read(f"{A}는 {X}에서 탈퇴한다는 보도를 부인했다.").members == {
        ("라온 얼라이언스", "가온전자", "member", "active")
    }


@pytest.mark.parametrize(
    "sentence",
    [
        f'{A}는 "{B}와의 협력을 검토 중이나 확정된 바 없다"고 공시했다.',
        f"{A}와 {B}가 합작사를 세우기로 했다는 보도가 나오자 {A}는 결정된 바 없다고 했다.",
    ],
)
def test_nothing_decided_means_talks_and_no_denial(read, sentence):
    found = read(sentence)
    assert {status for *_, status in found.members} == {"under_discussion"}
    assert not [event for event in found.events if event[0] == "deny"]


def test_a_denial_has_the_day_of_its_words(read):
    found = read(f"{A}는 {B} 인수를 추진하지 않는다고 18일 공시했다.")
    assert found.event_dates["deny"] == ("2023-05-18", "act")
    assert found.event_dates["acquire"] is None


def test_only_the_noun_of_a_rumour_is_one():
    assert is_rumour("누리소프트인수설")
    assert is_rumour("합작법인설립추진설")
    assert not is_rumour("합작법인")
