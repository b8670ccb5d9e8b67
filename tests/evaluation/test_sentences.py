"""Each sentence yields what it says and nothing else, but for those that are known to be read wrong."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "sentences"
sys.path.insert(0, str(FOLDER))
items = importlib.import_module("sentence_items")
judging = importlib.import_module("sentence_judge")
ledger = importlib.import_module("sentence_ledger")
sys.path.remove(str(FOLDER))

ITEMS = {item.key: item for item in items.read_items()}


@pytest.fixture(scope="session")
def problems():
    return ledger.read_all(list(ITEMS.values()))


@pytest.mark.parametrize("key", ITEMS)
def test_a_sentence_yields_what_it_says_unless_the_ledger_knows_better(key, problems):
    told = [f"{problem.kind}: {problem.detail}" for problem in problems[key]]
    if key in ledger.read_ledger():
        assert told, "it is read right by now: run sentence_ledger.py, which takes it off the ledger"
    else:
        assert told == []


def test_a_reader_that_is_given_the_names_knows_each_of_them_as_what_it_is():
    item = item_of(
        ties=["온날통운 in 새벽길 협의체 | member | active"], events=["join | done | alliance=새벽길 협의체, 온날통운"]
    )
    knowledge = ledger.given_names([item], ledger.shipped_reader()).knowledge
    types = {alias.alias: knowledge.entities[alias.entity_id].entity_type for alias in knowledge.aliases}
    assert (types["온날통운"], types["새벽길 협의체"]) == ("org", "alliance")


def test_the_ledger_names_only_items_that_exist():
    assert ledger.read_ledger() - set(ITEMS) == set()


def test_there_are_enough_sentences_of_each_language():
    assert sum(item.is_korean for item in ITEMS.values()) >= 250
    assert sum(not item.is_korean for item in ITEMS.values()) >= 70


def test_the_ledger_shrinks_by_itself_and_grows_only_with_the_flag(tmp_path):
    path = tmp_path / "known_failures.txt"
    wrong = [judging.Problem("missed tie", "A of A + B")]
    ledger.update(path, {"a": wrong, "b": wrong, "c": []}, add=True)
    assert ledger.read_ledger(path) == {"a", "b"}
    assert ledger.update(path, {"a": wrong, "b": [], "c": []}, add=False) == []
    assert ledger.read_ledger(path) == {"a"}
    assert ledger.update(path, {"a": wrong, "b": [], "c": wrong}, add=False) == ["c: missed tie: A of A + B"]
    assert ledger.read_ledger(path) == {"a"}


TEXT = "한빛정밀은 2일 도담로보틱스와 협약을 맺었다."


def item_of(*, ties=(), events=(), strict=False):
    """An item with the rows of that notation."""
    row = {"id": "one", "text": TEXT, "ties": list(ties), "events": list(events)}
    return items.parse_item({"group": "g", "reference": None, "strict": strict}, row)


def tie_row(member, **changes):
    row = {"alliance": None, "group": "p", "member": member, "role": "partner", "status": "active"}
    dates = {"since": "2024-05-02", "since_basis": "act", "until": None, "until_basis": None}
    return {**row, **dates, "attribution": "own", **changes}


def event_row(*names, **changes):
    row = {"type": "sign_mou", "modality": "done", "date": "2024-05-02", "date_basis": "act", "attribution": "own"}
    deal = {"amount": None, "currency": None, "stake_pct": None}
    return {**row, **deal, "participants": [{"name": name, "role": "party"} for name in names], **changes}


def reading_of(memberships=(), events=()):
    entities = [
        {"name": name, "type": "org", "surface_forms": [name]} for name in ("한빛정밀", "도담로보틱스", "코어링크")
    ]
    return {"entities": entities, "memberships": list(memberships), "events": list(events), "relations": []}


TIE = "한빛정밀 + 도담로보틱스 | partner | active | since 2024-05-02"
EVENT = "sign_mou | done | on 2024-05-02 | 한빛정밀, party=도담로보틱스"
BOTH = (tie_row("한빛정밀"), tie_row("도담로보틱스"))
SIGNED = event_row("한빛정밀", "도담로보틱스")


def kinds(item, reading):
    return [problem.kind for problem in judging.judge(item, reading)]


def test_a_right_reading_has_no_problem():
    assert kinds(item_of(ties=[TIE], events=[EVENT]), reading_of(BOTH, [SIGNED])) == []


@pytest.mark.parametrize(
    ("memberships", "kind"),
    [
        ([], "missed tie"),
        ([*BOTH, tie_row("코어링크", group="q")], "spurious tie"),
        ([*BOTH, tie_row("한빛정밀")], "spurious tie"),
        ([tie_row("한빛정밀", role="leader"), BOTH[1]], "role"),
        ([tie_row("한빛정밀", status="announced"), BOTH[1]], "status"),
        ([tie_row("한빛정밀", since="2024-05-03"), BOTH[1]], "tie since"),
        ([tie_row("한빛정밀", since=None), BOTH[1]], "tie since"),
        ([tie_row("한빛정밀", since_basis="announced"), BOTH[1]], "tie since basis"),
        ([tie_row("한빛정밀", until="2024-05-03"), BOTH[1]], "tie until"),
    ],
)
def test_a_membership_that_is_read_wrong_is_a_problem(memberships, kind):
    assert kind in kinds(item_of(ties=[TIE]), reading_of(memberships))


@pytest.mark.parametrize(
    ("events", "kind"),
    [
        ([], "missed event"),
        ([SIGNED, event_row("한빛정밀", "코어링크")], "spurious event"),
        ([event_row("한빛정밀", "도담로보틱스", modality="planned")], "modality"),
        ([event_row("한빛정밀", "도담로보틱스", date="2024-05")], "event date"),
        ([event_row("한빛정밀", "도담로보틱스", date=None)], "event date"),
        ([event_row("한빛정밀", "도담로보틱스", "코어링크")], "participants"),
        ([event_row("한빛정밀")], "participants"),
        ([{**SIGNED, "participants": [{"name": "도담로보틱스", "role": "investor"}]}], "participant role"),
    ],
)
def test_an_event_that_is_read_wrong_is_a_problem(events, kind):
    assert kind in kinds(item_of(events=[EVENT]), reading_of(events=events))


def test_an_optional_row_may_be_there_or_not():
    item = item_of(ties=[f"{TIE} | optional"], events=[f"{EVENT} | optional"])
    assert kinds(item, reading_of()) == kinds(item, reading_of(BOTH, [SIGNED])) == []


def test_a_soft_event_more_is_tolerated_but_in_a_strict_group():
    reading = reading_of(events=[event_row("한빛정밀", type="statement")])
    assert kinds(item_of(), reading) == []
    assert kinds(item_of(strict=True), reading) == ["spurious event"]


@pytest.mark.parametrize(
    "ties",
    [
        ["한빛정밀 | partner | active"],
        ["한빛정밀 + 도담로보틱스 | friend | active"],
        ["A in B | member | active | soon"],
    ],
)
def test_a_row_that_cannot_be_understood_is_told(ties):
    with pytest.raises(items.ItemError, match="one: "):
        item_of(ties=ties)
