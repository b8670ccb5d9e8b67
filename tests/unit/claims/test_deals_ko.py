"""Korean deals, ends, denials and what else becomes of a tie."""

from __future__ import annotations

import pytest

from pipelines.reader import Reader

READER = Reader.load()
Event = tuple[str, str, frozenset[str]]


def read(text: str) -> tuple[set[Event], set[tuple[str, str]]]:
    """Events as type, modality and names; members with their status. The text stands in a body."""
    found = READER.read_json("x", {"text": f"오늘의 소식\n\n{text}", "reference_date": "2024-05-09"})
    events = {(e["type"], e["modality"], frozenset(p["name"] for p in e["participants"])) for e in found["events"]}
    return events, {(m["member"], m["status"]) for m in found["memberships"]}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("카카오는 삼성전자로부터 80억원의 투자를 유치했다.", ("invest", "done", {"카카오", "삼성전자"})),
        ("카카오가 지난 2월 삼성전자에 인수됐다.", ("acquire", "done", {"카카오", "삼성전자"})),
        ("삼성전자는 카카오를 자회사로 편입했다.", ("acquire", "done", {"카카오", "삼성전자"})),
        ("삼성전자는 카카오 경영권을 가져왔다.", ("acquire", "done", {"카카오", "삼성전자"})),
        ("삼성전자는 카카오 지분을 9%로 늘렸다.", ("invest", "done", {"카카오", "삼성전자"})),
        ("삼성전자는 카카오 인수를 놓고 협상하고 있다.", ("acquire", "under_discussion", {"카카오", "삼성전자"})),
        ("삼성전자는 카카오 인수 계획을 철회했다.", ("terminate", "done", {"카카오", "삼성전자"})),
    ],
)
def test_a_deal_is_read_and_makes_no_partners(text: str, event: tuple[str, str, set[str]]) -> None:
    events, members = read(text)
    assert (*event[:2], frozenset(event[2])) in events
    assert not members


@pytest.mark.parametrize(
    "text",
    [
        "삼성전자와 카카오의 제휴 협상이 결렬됐다.",
        "삼성전자와 카카오의 공동 물류 사업 제휴가 끝내 무산됐다.",
        "삼성전자와 카카오는 업무협약을 해지하기로 했다.",
    ],
)
def test_what_ends_has_ended_for_both_parties(text: str) -> None:
    events, members = read(text)
    assert ("terminate", "done", frozenset({"삼성전자", "카카오"})) in events
    assert members == {("삼성전자", "terminated"), ("카카오", "terminated")}


@pytest.mark.parametrize(
    "text",
    [
        "삼성전자는 카카오와 협력을 논의한 적이 없다고 밝혔다.",
        "삼성전자는 카카오와 협력을 논의하고 있지 않다고 밝혔다.",
    ],
)
def test_who_says_that_there_were_no_talks_denies_them(text: str) -> None:
    events, members = read(text)
    assert ("discuss", "denied", frozenset({"삼성전자", "카카오"})) in events
    assert ("deny", "done", frozenset({"삼성전자", "카카오"})) in events
    assert {status for _, status in members} == {"denied"}


def test_a_report_that_is_denied_makes_no_partners() -> None:
    events, members = read("카카오가 삼성전자와 손잡았다는 보도를 카카오는 부인했다.")
    assert ("deny", "done", frozenset({"카카오", "삼성전자"})) in events
    assert not {status for _, status in members} & {"active", "announced"}


def test_an_agreement_that_is_extended_goes_on() -> None:
    events, members = read("삼성전자와 카카오의 업무협약이 3년 더 연장됐다.")
    assert ("extend", "done", frozenset({"삼성전자", "카카오"})) in events
    assert {status for _, status in members} == {"active"}


def test_a_question_claims_nothing() -> None:
    assert read("삼성전자는 카카오와 손잡을까?") == (set(), set())


def test_a_correction_claims_nothing_in_its_headline() -> None:
    found = READER.read_json(
        "x", {"text": "[정정보도] 삼성전자, 카카오와 업무협약 체결", "reference_date": "2024-05-09"}
    )
    assert not found["memberships"]
    assert not found["events"]


def test_who_was_offered_something_is_the_counterparty() -> None:
    events, members = read("카카오는 삼성전자로부터 합작을 제안받았다.")
    assert ("propose", "done", frozenset({"카카오", "삼성전자"})) in events
    assert {status for _, status in members} == {"proposed"}
