"""One row for each member of each alliance or pairing of an article: which of several statements stands.

By the guidelines: the latest state is the state; a headline never overrules the body; a founding date is the date of
those who founded, or of a closed list given as the composition; a pairing that lies inside a named alliance is that
alliance said again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from pipelines.claims.dating import is_ahead
from pipelines.claims.matching import Reading
from pipelines.claims.model import PartialDate
from pipelines.claims.ties import Tie

# What a later or firmer statement overrules.
STRENGTH = {
    "terminated": 6, "expired": 6, "suspended": 6,
    "denied": 5, "active": 4, "announced": 3, "under_discussion": 2, "proposed": 1,
}  # fmt: skip
OVER = frozenset({"terminated", "expired", "suspended"})
OWN_OBJECT = frozenset({"sign", "deal", "end", "joint_venture"})
# Ties of those with whom a structure begins
COMING = frozenset({"found", "joint_venture", "listing"})
# Ties in which capital is shared
OF_CAPITAL = frozenset({"deal", "joint_venture"})
BILATERAL = 2
HEADLINE_ZONES = ("headline", "subhead")
# What stands for a name that another sentence gives
POINTING = ("이 ", "해당 ", "이번 ", "the ", "this ")


def merge_ties(ties: Sequence[Tie], readings: Iterable[Reading], published_on: date | None = None) -> list[Tie]:
    """One tie for each (alliance or pairing, member), in the order of the text."""
    readings = list(readings)
    founded = _founding_dates(reading for reading in readings if reading.modality == "done")
    ahead = _founding_dates(
        reading
        for reading in readings
        if reading.modality == "planned" and is_ahead(reading.date, published_on, reading.clause.tail)
    )
    ties = _to_come(_closed(ties, readings), readings)
    named: dict[tuple[str, str], list[Tie]] = defaultdict(list)
    nameless: dict[tuple[str, ...], list[Tie]] = defaultdict(list)
    for tie in ties:
        if tie.alliance is not None:
            named[tie.alliance.entity_id or "", tie.member.entity_id or ""].append(tie)
        else:
            nameless[tie.pairing].append(tie)
    merged = [
        _led(_merge(_body_first(group), founded.get(key[0]), ahead.get(key[0])), group) for key, group in named.items()
    ]
    merged = _dissolved(_bilateral(merged), readings)
    members: dict[str, dict[str, Tie]] = defaultdict(dict)
    for tie in merged:
        assert tie.alliance is not None  # noqa: S101
        members[tie.alliance.entity_id or ""][tie.member.entity_id or ""] = tie
    pairings = {pairing: _body_first(group) for pairing, group in nameless.items()}
    for pairing, group in _distinct(_told_in_body(pairings)).items():
        if _said_already(set(pairing), group, members.values()):
            continue
        by_member: dict[str, list[Tie]] = defaultdict(list)
        for tie in group:
            by_member[tie.member.entity_id or ""].append(tie)
        merged.extend(_merge(rows, None, None) for rows in by_member.values())
    return sorted(merged, key=lambda tie: (tie.reading.clause.start, tie.member.start, tie.member.entity_id or ""))


def _founding_dates(readings: Iterable[Reading]) -> dict[str, PartialDate]:
    dates: dict[str, PartialDate] = {}
    for reading in readings:
        if reading.frame.event == "found_alliance" and reading.alliance and reading.date:
            dates.setdefault(reading.alliance.entity_id or "", reading.date)
    return dates


def _closed(ties: Sequence[Tie], readings: Iterable[Reading]) -> list[Tie]:
    """The ties, those of a list as long as a stated member count marked as the whole composition."""
    counts: dict[str, set[int]] = defaultdict(set)
    for reading in readings:
        if reading.alliance is not None and reading.stated_count is not None:
            counts[reading.alliance.entity_id or ""].add(reading.stated_count)
    lengths: dict[int, int] = defaultdict(int)
    for tie in ties:
        lengths[id(tie.reading)] += 1
    return [
        replace(tie, closed_list=True)
        if tie.alliance is not None and lengths[id(tie.reading)] in counts[tie.alliance.entity_id or ""]
        else tie
        for tie in ties
    ]


def _to_come(ties: Sequence[Tie], readings: Iterable[Reading]) -> list[Tie]:
    """The ties, those of a structure whose founding is still a plan not in force yet."""
    founding: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        if reading.frame.event in ("found_alliance", "joint_venture") and reading.alliance is not None:
            founding[reading.alliance.entity_id or ""].add(reading.modality)
    planned = {alliance for alliance, modalities in founding.items() if modalities == {"planned"}}
    return [
        replace(tie, status="announced")
        if tie.alliance is not None
        and tie.alliance.entity_id in planned
        and tie.status == "active"
        and tie.kind in ("listing", "joint_venture", "sign")
        else tie
        for tie in ties
    ]


def _led(tie: Tie, group: list[Tie]) -> Tie:
    """A member that any sentence calls the leader is one; a headline may say so too, for it claims no state by that."""
    led = tie.role == "member" and any(other.role == "leader" for other in group)
    return replace(tie, role="leader") if led else tie


def _dissolved(ties: Sequence[Tie], readings: Iterable[Reading]) -> list[Tie]:
    """The ties, those of a structure that has ended over for every member, and until its day for one that is to end."""
    ends: dict[str, Reading] = {}
    for reading in readings:
        headline = reading.clause.sentence.zone in ("headline", "subhead")
        if reading.frame.tie == "dissolve" and reading.alliance is not None and not headline:
            ends.setdefault(reading.alliance.entity_id or "", reading)
    out: list[Tie] = []
    for tie in ties:
        end = ends.get(tie.alliance.entity_id or "") if tie.alliance is not None else None
        if end is not None and end.modality == "done" and tie.status not in OVER:
            out.append(replace(tie, role="former", status="terminated", until=tie.until or end.date))
        elif end is not None and end.modality == "planned" and tie.status == "active":
            out.append(replace(tie, until=tie.until or end.date))
        else:
            out.append(tie)
    return out


def _body_first(group: list[Tie]) -> list[Tie]:
    body = [tie for tie in group if tie.reading.clause.sentence.zone not in ("headline", "subhead")]
    return body or group


def _merge(group: list[Tie], founded: PartialDate | None, ahead: PartialDate | None) -> Tie:
    status = max((tie.status for tie in group), key=lambda status: STRENGTH[status])
    standing = [tie for tie in group if tie.status == status]
    dated = [tie for tie in group if tie.since is not None]
    # The act's own date before an announcement's; the entry before everything that follows from it.
    dated.sort(
        key=lambda tie: (tie.since is None or tie.since.basis != "act", not tie.is_founder, tie.reading.clause.start)
    )
    speaking = (
        [tie for tie in standing if tie.since is not None]
        or [tie for tie in standing if tie.kind != "lead"]
        or standing
    )
    base = min(speaking, key=lambda tie: not _speaks_for_itself(tie))
    entered = any(tie.kind == "join" and not tie.is_founder for tie in group)
    since = dated[0].since if dated and status in ("active", "announced", *OVER) else None
    founders = not entered and any(tie.closed_list or tie.is_founder for tie in standing)
    if since is None and founded and status == "active" and founders:
        since = founded
    if since is None and ahead is not None and status == "announced" and any(tie.kind in COMING for tie in standing):
        since = ahead
    until = next((tie.until for tie in group if tie.until is not None), None)
    return replace(base, since=since, until=until, is_founder=any(tie.is_founder for tie in group))


def _speaks_for_itself(tie: Tie) -> bool:
    """Whether the tie's sentence names both sides: '이 협의체에는 …' says nothing without the sentence before."""
    sentence = tie.reading.clause.sentence
    sides = [tie.member, *([tie.alliance] if tie.alliance is not None else [])]
    return all(
        sentence.char_start <= side.start < sentence.char_end and not side.surface.lower().startswith(POINTING)
        for side in sides
    )


def _bilateral(ties: list[Tie]) -> list[Tie]:
    """The two members of a body that was set up or listed with two are partners."""
    sizes: dict[str, set[str]] = defaultdict(set)
    open_to_others: set[str] = set()
    for tie in ties:
        assert tie.alliance is not None  # noqa: S101
        sizes[tie.alliance.entity_id or ""].add(tie.member.entity_id or "")
        if tie.kind in ("join", "leave", "former", "lead") or (tie.reading.frame.open and not tie.closed_list):
            open_to_others.add(tie.alliance.entity_id or "")
    return [
        replace(tie, role="partner")
        if tie.role == "member"
        and tie.alliance is not None
        and len(sizes[tie.alliance.entity_id or ""]) == BILATERAL
        and tie.alliance.entity_id not in open_to_others
        else tie
        for tie in ties
    ]


def _told_in_body(pairings: dict[tuple[str, ...], list[Tie]]) -> dict[tuple[str, ...], list[Tie]]:
    """Without pairings of a headline that the body tells of, in its own way: by two or more of the same parties."""
    headlines = {
        pairing
        for pairing, group in pairings.items()
        if all(tie.reading.clause.sentence.zone in HEADLINE_ZONES for tie in group)
    }
    told = [set(pairing) for pairing in pairings if pairing not in headlines]
    return {
        pairing: group
        for pairing, group in pairings.items()
        if pairing not in headlines or not any(len(set(pairing) & parties) >= BILATERAL for parties in told)
    }


def _distinct(pairings: dict[tuple[str, ...], list[Tie]]) -> dict[tuple[str, ...], list[Tie]]:
    """Without pairings that another one includes and says at least as firmly."""

    def firmness(group: list[Tie]) -> int:
        return max(STRENGTH[tie.status] for tie in group)

    return {
        pairing: group
        for pairing, group in pairings.items()
        if not any(
            set(pairing) < set(other)
            and (firmness(group) <= firmness(rows) and firmness(group) <= STRENGTH["announced"])
            for other, rows in pairings.items()
        )
    }


def _said_already(pairing: set[str], group: list[Tie], alliances: Iterable[dict[str, Tie]]) -> bool:
    active = any(tie.status == "active" or tie.status in OVER for tie in group)
    capital = any(tie.kind in OF_CAPITAL for tie in group)
    for members in alliances:
        if not pairing <= set(members) or (capital and len(members) > BILATERAL):
            # What members of an alliance venture together is no part of it.
            continue
        if all(tie.status == "announced" for tie in members.values()) and active:
            continue
        if len(members) == BILATERAL and active and any(tie.kind in OWN_OBJECT for tie in group):
            continue
        return True
    return False
