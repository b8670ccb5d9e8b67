"""The sentences of this folder and what each must yield, as they are written in the YAML files.

Here belongs the notation, which README.md explains; whether a reading agrees with an item is in sentence_judge.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from pipelines.tables import vocabularies as v

FOLDER = Path(__file__).parent
ITEM_KEYS = {"id", "text", "title", "reference", "ties", "events", "relations", "note"}
Choice = frozenset[str]


class ItemError(ValueError):
    """An item cannot be understood; the message names it."""


@dataclass(frozen=True, slots=True)
class Day:
    """The date of a row: one of `values`; `may_lack` where none is right too; `basis` None where it is open."""

    values: Choice = frozenset()
    may_lack: bool = True
    basis: str | None = None


NO_DAY = Day()


@dataclass(frozen=True, slots=True)
class Tie:
    """The members of one alliance, or (where `alliance` is empty) the parties of one nameless pairing."""

    members: tuple[str, ...]
    alliance: Choice
    role: Choice
    status: Choice
    since: Day = NO_DAY
    until: Day = NO_DAY
    attribution: Choice = frozenset()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """A participant of an event; `role` None where any is right."""

    name: str
    role: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """One happening; `amount` with its currency and `stake` in percent where they are asked."""

    types: Choice
    modality: Choice
    parties: tuple[Party, ...]
    day: Day = NO_DAY
    amount: tuple[float, str] | None = None
    stake: float | None = None
    attribution: Choice = frozenset()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence (or two, where one refers to the other), and all that it must yield."""

    key: str
    group: str
    title: str | None
    text: str | None
    reference: str | None
    ties: tuple[Tie, ...]
    events: tuple[Event, ...]
    relations: tuple[tuple[str, str, str], ...]
    strict: bool

    @property
    def is_korean(self) -> bool:
        """Whether it is written in Hangul."""
        return any("가" <= letter <= "힣" for letter in f"{self.title}{self.text}")


def read_items(folder: Path = FOLDER) -> list[Item]:
    """All items of the folder's YAML files, by file and in their order. Raises ItemError."""
    items: list[Item] = []
    for path in sorted(folder.glob("*.yaml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        items += [parse_item(content, row) for row in content["items"]]
    keys = [item.key for item in items]
    if repeated := {key for key in keys if keys.count(key) > 1}:
        raise ItemError(f"given twice: {', '.join(sorted(repeated))}")
    return items


def parse_item(content: Mapping[str, Any], row: Mapping[str, Any]) -> Item:
    """One item: `content` is its file, `row` what it says of itself. Raises ItemError."""
    try:
        if unknown := set(row) - ITEM_KEYS:
            raise ItemError(f"unknown key {', '.join(sorted(unknown))}")
        if not row.get("text") and not row.get("title"):
            raise ItemError("it has neither text nor title")
        reference = row.get("reference", content["reference"])
        return Item(
            key=row["id"],
            group=content["group"],
            title=row.get("title"),
            text=row.get("text"),
            reference=reference.isoformat() if isinstance(reference, date) else None,
            ties=tuple(_tie(line) for line in row.get("ties", ())),
            events=tuple(_event(line) for line in row.get("events", ())),
            relations=tuple(_relation(line) for line in row.get("relations", ())),
            strict=content.get("strict", False),
        )
    except (ItemError, KeyError, ValueError) as error:
        raise ItemError(f"{row.get('id')}: {error}") from None


def _tie(line: str) -> Tie:
    who, role, status, *rest = _cells(line)
    if " in " in who:
        names, alliance = who.rsplit(" in ", 1)
        members, structure = names.split(", "), _choice(alliance)
    else:
        members, structure = who.split(" + "), frozenset()
        if len(members) < 2:
            raise ItemError(f"a pairing needs two parties: {line}")
    tie: dict[str, Any] = {}
    for cell in rest:
        if cell == "optional":
            tie["optional"] = True
        elif cell in v.ATTRIBUTION.terms:
            tie["attribution"] = _choice(cell)
        elif cell.startswith(("since ", "until ")):
            tie[cell[:5]] = _day(cell[6:])
        else:
            raise ItemError(f"what is {cell!r}?")
    return Tie(tuple(members), structure, _terms(role, v.ROLE), _terms(status, v.STATUS), **tie)


def _event(line: str) -> Event:
    types, modality, *rest = _cells(line)
    event: dict[str, Any] = {}
    for cell in rest:
        if cell == "optional":
            event["optional"] = True
        elif cell in v.ATTRIBUTION.terms:
            event["attribution"] = _choice(cell)
        elif cell.startswith("on "):
            event["day"] = _day(cell[3:])
        elif cell.startswith("amount "):
            amount, currency = cell.removeprefix("amount ").split()
            event["amount"] = (float(amount), currency)
        elif cell.startswith("stake "):
            event["stake"] = float(cell.removeprefix("stake "))
        elif "parties" not in event:
            event["parties"] = tuple(_party(name) for name in cell.split(", "))
        else:
            raise ItemError(f"what is {cell!r}?")
    return Event(_terms(types, v.EVENT_TYPE), _terms(modality, v.MODALITY), **event)


def _party(cell: str) -> Party:
    role, _, name = cell.rpartition("=")
    if role:
        _terms(role, v.PARTICIPANT_ROLE)
    return Party(name.removesuffix("?"), role or None, name.endswith("?"))


def _relation(line: str) -> tuple[str, str, str]:
    for relation in v.RELATION.terms:
        if f" {relation} " in line:
            subject, other = line.split(f" {relation} ")
            return subject, relation, other
    raise ItemError(f"no relation in {line!r}")


def _day(cell: str) -> Day:
    value, *basis = cell.split()
    if basis not in ([], ["announced"], ["planned"]):
        raise ItemError(f"what is {cell!r}?")
    # The guidelines let a scorer accept no date where only the announcement is dated; a plan has no basis of its own.
    may_lack = value.endswith("?") or basis == ["announced"]
    return Day(
        _choice(value.removesuffix("?")), may_lack, None if basis == ["planned"] else basis[0] if basis else "act"
    )


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _choice(cell: str) -> Choice:
    return frozenset(cell.split("/"))


def _terms(cell: str, vocabulary: v.Vocabulary) -> Choice:
    terms = _choice(cell)
    if unknown := terms - set(vocabulary.terms):
        raise ItemError(f"{', '.join(sorted(unknown))} is no {vocabulary.name}")
    return terms
