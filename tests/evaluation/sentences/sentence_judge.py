"""Whether what was read of a sentence is what it says: nothing missed, nothing invented, nothing told wrong.

Every membership and every event counts, and so does every date that is given although none is stated. Of the events
with soft bounds (announce, statement, launch, policy) one more than the item names is tolerated, but in a strict group.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from sentence_items import Day, Event, Item, Tie

from pipelines.evaluation.scoring import SOFT_EVENTS, normalized

Row = Mapping[str, Any]
# Participants that an item need not name.
SIDE_TYPES = frozenset({"person", "event_name", "place"})


@dataclass(frozen=True, slots=True)
class Problem:
    """One way in which a reading falls short: what kind of thing is wrong, and in words what."""

    kind: str
    detail: str


def judge(item: Item, reading: Row) -> list[Problem]:
    """All that is wrong in the reading of an item, as `entente read` gives it; nothing where it passes."""
    names = _Names(item, reading)
    return [
        *(Problem("name not found", name) for name in names.missing()),
        *_judge_ties(item, reading["memberships"], names),
        *_judge_events(item, reading["events"], names),
        *_judge_relations(item, reading["relations"], names),
    ]


class _Names:
    """Maps the names of a reading onto those of the item: a name is the same if one of its forms in the text is."""

    def __init__(self, item: Item, reading: Row) -> None:
        wanted = [name for tie in item.ties if not tie.optional for name in (*tie.members, *sorted(tie.alliance)[:1])]
        wanted += [p.name for event in item.events if not event.optional for p in event.parties if not p.optional]
        self._wanted = list(dict.fromkeys(wanted))
        known = [name for tie in item.ties for name in (*tie.members, *tie.alliance)]
        known += [party.name for event in item.events for party in event.parties]
        known += [name for subject, _, other in item.relations for name in (subject, other)]
        by_form = {normalized(name): name for name in known}
        self._of: dict[str, str] = {}
        self.type_of: dict[str, str] = {}
        for entity in reading["entities"]:
            forms = [normalized(form) for form in (*entity["surface_forms"], entity["name"])]
            name = next((by_form[form] for form in forms if form in by_form), f"?{entity['name']}")
            self._of[entity["name"]] = name
            self.type_of[name] = entity["type"]

    def of(self, name: str | None) -> str:
        """The item's name for a name of the reading."""
        return self._of.get(name or "", f"?{name}")

    def missing(self) -> Iterator[str]:
        """Names that the item asks for and the reading has not."""
        found = set(self._of.values())
        yield from (name for name in self._wanted if name not in found)


def _judge_ties(item: Item, rows: list[Row], names: _Names) -> Iterator[Problem]:
    groups: dict[str | None, set[str]] = {}
    for row in rows:
        if not row["alliance"]:
            groups.setdefault(row["group"], set()).add(names.of(row["member"]))
    left = list(rows)
    wanted = [(tie, member) for tie in item.ties for member in tie.members]
    for tie, member in wanted:
        fitting = [row for row in left if _is_of(tie, member, row, groups, names)]
        if not fitting:
            if not tie.optional:
                yield Problem("missed tie", f"{member} {_where(tie)}")
            continue
        best = min(fitting, key=lambda row: len(list(_tie_faults(tie, row))))
        left.remove(best)
        yield from (Problem(fault, f"{member} {_where(tie)}: {told}") for fault, told in _tie_faults(tie, best))
    for row in left:
        place = (
            names.of(row["alliance"]) if row["alliance"] else "pairing of " + " + ".join(sorted(groups[row["group"]]))
        )
        yield Problem("spurious tie", f"{names.of(row['member'])} in {place}, {row['role']} {row['status']}")


def _is_of(tie: Tie, member: str, row: Row, groups: Mapping[str | None, set[str]], names: _Names) -> bool:
    if names.of(row["member"]) != member:
        return False
    if tie.alliance:
        return names.of(row["alliance"]) in tie.alliance
    return not row["alliance"] and groups[row["group"]] == set(tie.members)


def _tie_faults(tie: Tie, row: Row) -> Iterator[tuple[str, str]]:
    if row["role"] not in tie.role:
        yield "role", f"{row['role']} instead of {_or(tie.role)}"
    if row["status"] not in tie.status:
        yield "status", f"{row['status']} instead of {_or(tie.status)}"
    for key, day in (("since", tie.since), ("until", tie.until)):
        yield from _date_faults(f"tie {key}", day, row[key], row[f"{key}_basis"])
    if tie.attribution and row["attribution"] not in tie.attribution:
        yield "attribution", f"{row['attribution']} instead of {_or(tie.attribution)}"


def _where(tie: Tie) -> str:
    return f"in {_or(tie.alliance)}" if tie.alliance else "of " + " + ".join(tie.members)


def _judge_events(item: Item, rows: list[Row], names: _Names) -> Iterator[Problem]:
    left = list(rows)
    choices = sorted(
        (
            (len(faults), i, j)
            for (i, event), (j, row) in product(enumerate(item.events), enumerate(rows))
            if row["type"] in event.types and (faults := _event_faults(event, row, names)) is not None
        ),
    )
    taken: dict[int, int] = {}
    for _, i, j in choices:
        if i not in taken and j not in taken.values():
            taken[i] = j
    for i, event in enumerate(item.events):
        told = f"{_or(event.types)} of {', '.join(party.name for party in event.parties)}"
        if i in taken:
            left.remove(rows[taken[i]])
            faults = _event_faults(event, rows[taken[i]], names)
            yield from (Problem(kind, f"{told}: {detail}") for kind, detail in faults or ())
        elif not event.optional:
            yield Problem("missed event", told)
    for row in left:
        if item.strict or row["type"] not in SOFT_EVENTS:
            parties = ", ".join(sorted(names.of(party["name"]) for party in row["participants"]))
            yield Problem("spurious event", f"{row['type']} {row['modality']} of {parties}")


def _event_faults(event: Event, row: Row, names: _Names) -> list[tuple[str, str]] | None:
    """What is wrong in a row that tells an event of the item; None where it tells another."""
    roles = {names.of(party["name"]): party["role"] for party in row["participants"]}
    asked = {party.name for party in event.parties}
    needed = {party.name for party in event.parties if not party.optional}
    found = {name for name in roles if name in asked or names.type_of.get(name) not in SIDE_TYPES}
    if 2 * len(found & asked) < len(found | needed):
        return None
    faults: list[tuple[str, str]] = []
    if not needed <= found <= asked:
        missed, more = ", ".join(sorted(needed - found)), ", ".join(sorted(found - asked))
        faults.append(
            ("participants", " and ".join(filter(None, (missed and f"lacks {missed}", more and f"has {more}"))))
        )
    faults += [
        ("participant role", f"{party.name} is {roles[party.name]} instead of {party.role}")
        for party in event.parties
        if party.role and party.name in roles and roles[party.name] != party.role
    ]
    if row["modality"] not in event.modality:
        faults.append(("modality", f"{row['modality']} instead of {_or(event.modality)}"))
    faults += _date_faults("event date", event.day, row["date"], row["date_basis"])
    if event.amount and (row["amount"], row["currency"]) != event.amount:
        faults.append(("amount", f"{row['amount']} {row['currency']} instead of {event.amount}"))
    if event.stake is not None and row["stake_pct"] != event.stake:
        faults.append(("stake", f"{row['stake_pct']} instead of {event.stake}"))
    if event.attribution and row["attribution"] not in event.attribution:
        faults.append(("attribution", f"{row['attribution']} instead of {_or(event.attribution)}"))
    return faults


def _judge_relations(item: Item, rows: list[Row], names: _Names) -> Iterator[Problem]:
    found = {(names.of(row["subject"]), row["relation"], names.of(row["object"])) for row in rows}
    for relation in item.relations:
        if relation not in found:
            yield Problem("missed relation", " ".join(relation))


def _date_faults(kind: str, day: Day, value: str | None, basis: str | None) -> Iterator[tuple[str, str]]:
    if value is None:
        if not day.may_lack:
            yield kind, f"none instead of {_or(day.values)}"
    elif value not in day.values:
        yield kind, f"{value} instead of {_or(day.values) or 'none'}"
    elif day.basis and basis != day.basis:
        yield f"{kind} basis", f"{basis} instead of {day.basis}"


def _or(choice: frozenset[str]) -> str:
    return "/".join(sorted(choice))
