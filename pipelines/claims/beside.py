"""What clauses of one sentence say together.

Who joins hands and then founds has founded together; who founds and signs in one breath signs for what it founds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from pipelines.claims.matching import Reading

FOUNDING = frozenset({"found"})
PAIR = 2
# What one can follow others in doing
MOVES = frozenset({"join", "leave"})
BINDING = frozenset({"sign", "pair"})


def join_readings(readings: Sequence[Reading]) -> list[Reading]:
    """The readings, those of one sentence completed from one another, in the same order."""
    readings = _dated_by_signing(_without_contents(_followed(readings)))
    out: list[Reading] = []
    for _, group in groupby(readings, key=lambda reading: reading.clause.sentence.sentence_no):
        out.extend(_sentence(list(group)))
    return out


def _followed(readings: Sequence[Reading]) -> list[Reading]:
    """'A가 탈퇴했고 B가 뒤를 따랐다': who follows does what was told last, of the same body."""
    out: list[Reading] = []
    for reading in readings:
        if reading.frame.tie != "follow":
            out.append(reading)
            continue
        number = reading.clause.sentence.sentence_no
        before = [r for r in out if r.frame.tie in MOVES and number - r.clause.sentence.sentence_no <= 1]
        if before:
            out.append(replace(reading, frame=before[-1].frame, alliance=before[-1].alliance))
    return out


def _dated_by_signing(readings: Sequence[Reading]) -> list[Reading]:
    """The readings; a founding without a date has that of the agreement which all its founders signed."""
    signed = [
        (_who(reading), reading.date)
        for reading in readings
        if reading.frame.tie == "sign" and reading.alliance is None and reading.modality == "done" and reading.date
    ]
    dated = {
        reading.alliance.entity_id
        for reading in readings
        if reading.frame.tie in FOUNDING and reading.alliance is not None and reading.date is not None
    }
    return [
        replace(reading, date=next((day for who, day in signed if who == _who(reading)), None))
        if reading.frame.tie in FOUNDING
        and reading.modality == "done"
        and reading.date is None
        and reading.clause.link != "adnominal"
        and (reading.alliance is None or reading.alliance.entity_id not in dated)
        and len(_who(reading)) >= PAIR
        else reading
        for reading in readings
    ]


def _who(reading: Reading) -> frozenset[str]:
    return frozenset(party.entity_id or "" for party in reading.parties)


def _without_contents(readings: Sequence[Reading]) -> list[Reading]:
    """The readings but for what only tells the content of another one's agreement, by most of the same parties."""
    firm = [reading for reading in readings if reading.frame.tie is not None and not reading.frame.content]
    return [
        reading for reading in readings if not reading.frame.content or not any(_holds(one, reading) for one in firm)
    ]


def _holds(firm: Reading, content: Reading) -> bool:
    """Whether an agreement can be what a content belongs to; one that ends holds nothing of more parties."""
    parties, told = ({party.entity_id for party in reading.parties} for reading in (firm, content))
    return len(parties & told) >= PAIR and (firm.frame.tie != "end" or told <= parties)


def _composed(readings: list[Reading]) -> list[Reading]:
    """'A, B가 참여하는 X가 출범했다': a founding that names no founder takes the list that qualifies what it founds."""
    out: list[Reading] = []
    for reading in readings:
        if reading.frame.tie not in FOUNDING or reading.clause.link == "adnominal" or reading.parties:
            out.append(reading)
            continue
        lists = [
            other
            for other in readings
            if other.frame.tie in ("listing", "join")
            and other.clause.link == "adnominal"
            and other.alliance == reading.alliance
        ]
        found = replace(reading, agents=lists[0].agents, stated_count=lists[0].stated_count) if lists else reading
        out.append(found)
    return out


def _run_together(readings: list[Reading]) -> list[Reading]:
    """'A and B run X, a venture founded in 2022': who runs a venture founded it, where nobody else is said to have."""
    owners = {
        reading.alliance.entity_id: reading.parties
        for reading in readings
        if reading.frame.tie == "joint_venture" and reading.alliance is not None and len(reading.parties) >= PAIR
    }
    return [
        replace(
            reading,
            agents=owners[reading.alliance.entity_id],
            frame=replace(reading.frame, event="joint_venture", tie="joint_venture"),
        )
        if reading.frame.tie in FOUNDING
        and not reading.parties
        and reading.clause.link == "adnominal"
        and reading.alliance is not None
        and reading.alliance.entity_id in owners
        else reading
        for reading in readings
    ]


def _without_entries(readings: list[Reading]) -> list[Reading]:
    """'A가 들어오는 X가 출범할 예정이다': who enters what is founded in the same breath founds it."""
    founded = {
        reading.alliance.entity_id
        for reading in readings
        if reading.frame.tie in FOUNDING and reading.clause.link != "adnominal" and reading.alliance is not None
    }
    return [
        reading
        for reading in readings
        if reading.frame.tie != "join"
        or reading.clause.link != "adnominal"
        or reading.alliance is None
        or reading.alliance.entity_id not in founded
    ]


def _signed_entries(readings: list[Reading]) -> list[Reading]:
    """'A는 B와 협약을 맺고 X에 합류했다': the signing is how A joined, and no tie of its own; it dates both."""
    joins = [r for r in readings if r.frame.tie == "join" and r.alliance is not None and r.clause.link != "adnominal"]
    out: list[Reading] = []
    for reading in readings:
        who = {party.entity_id for party in reading.agents}
        entry = next(
            (
                join
                for join in joins
                if reading.frame.tie in BINDING
                and reading.alliance is None
                and reading.clause.link == "linked"
                and reading.clause.end <= join.clause.start
                and who & {party.entity_id for party in join.agents}
            ),
            None,
        )
        out.append(replace(reading, frame=replace(reading.frame, tie=None)) if entry else reading)
        if entry and entry.date is None and reading.date is not None:
            out = [replace(other, date=reading.date) if other is entry else other for other in out]
            readings = [replace(other, date=reading.date) if other is entry else other for other in readings]
    return out


def _sentence(readings: list[Reading]) -> list[Reading]:
    readings = _signed_entries(_run_together(_composed(readings)))
    readings = _without_entries(readings)
    founding = next((r for r in readings if r.frame.tie in FOUNDING and r.alliance is not None and r.agents), None)
    if founding is None:
        return readings
    founders = {party.entity_id for party in founding.agents}
    out: list[Reading] = []
    for reading in readings:
        shared = founders & {party.entity_id for party in reading.agents}
        if reading.frame.tie in BINDING and reading.alliance is None and shared:
            out.append(replace(reading, alliance=founding.alliance, date=reading.date or founding.date))
        elif reading is founding:
            before = [
                party
                for other in readings
                if other.frame.tie in BINDING and other.clause.start < reading.clause.start
                if founders & {agent.entity_id for agent in other.agents}
                for party in other.companions
            ]
            known = {party.entity_id for party in reading.parties}
            more = tuple(party for party in before if party.entity_id not in known)
            out.append(replace(reading, companions=(*reading.companions, *more)))
        else:
            out.append(reading)
    return out
