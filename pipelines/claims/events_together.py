"""What happenings say together: a denial and what it denies, talks and their object, a plan and its end.

Each rule takes the happenings of one article and gives them back corrected. Which events a reading states is in
events.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipelines.claims.denials import denied_on
from pipelines.claims.happening import Happening
from pipelines.claims.matching import Reading
from pipelines.claims.model import PartialDate, Participant

SAID = re.compile(r"(?:다고|라고|다며|라며)/EC|부인/NNG$")
NEGOTIATED = frozenset({"joint_venture", "acquire", "equity_swap", "invest", "join", "found_alliance"})
INTENDED = frozenset({"planned", "under_discussion", "rumoured"})
# What says less than another event of the same parties
LESSER = {"invest": "acquire", "found_alliance": "equity_swap"}
PAIR = 2
QUOTATION_MARKS = '"“”'


def talked_over_once(found: Sequence[Happening]) -> list[Happening]:
    """Talks over an agreement are the talks; talks over another deal, told in the same sentence, are that deal."""
    talks = [h for h in found if h.event_type == "discuss" and h.modality == "under_discussion"]
    open_deals = [h for h in found if h.event_type in NEGOTIATED and h.modality == "under_discussion"]

    def beside(one: Happening, others: Sequence[Happening]) -> bool:
        return any(
            other is not one
            and other.reading.clause.sentence is one.reading.clause.sentence
            and one.parties <= other.parties
            for other in others
        )

    return [
        h
        for h in found
        if not (h in talks and beside(h, open_deals))
        and not (h.event_type == "sign_mou" and h.modality == "under_discussion" and beside(h, talks))
    ]


def said_denials(found: Sequence[Happening], text: str) -> list[Happening]:
    """Denials that need no word for it: who says that there is no such thing denies it."""
    denying = {h.reading.clause.sentence.sentence_no for h in found if h.event_type == "deny"}
    out: list[Happening] = []
    for happening in found:
        clause = happening.reading.clause
        said = clause.reported or clause.quoted or SAID.search(clause.tail)
        if happening.modality != "denied" or not said or clause.sentence.sentence_no in denying:
            continue
        names = {agent.entity_id for agent in happening.reading.agents[:1]}
        speakers = tuple(replace(p, role="speaker") for p in happening.participants if p.entity_id in names)
        if speakers:
            denying.add(clause.sentence.sentence_no)
            out.append(
                Happening(happening.reading, "deny", "done", speakers, denied_on(clause, happening.reading.date))
            )
    return out


def of_control(found: Sequence[Happening]) -> list[Happening]:
    """Without what is only on the way to another deal of the sentence, or a word for it.

    'Raised its stake and became the largest shareholder', 'swapped shares and formed an alliance'.
    """
    firm = [
        (h.event_type, h.reading.clause.sentence, h.parties)
        for h in found
        if h.event_type in ("acquire", "equity_swap")
    ]
    return [
        h
        for h in found
        if h.alliance is not None or (LESSER.get(h.event_type), h.reading.clause.sentence, h.parties) not in firm
    ]


def ruled_on(found: Sequence[Happening]) -> list[Happening]:
    """Rulings with whom they concern: the parties of the deal that the same sentence tells."""
    deals: dict[int, list[Participant]] = {}
    for happening in found:
        if happening.event_type in NEGOTIATED:
            deals.setdefault(happening.reading.clause.sentence.sentence_no, []).extend(happening.participants)
    out: list[Happening] = []
    for happening in found:
        known = {p.entity_id: p for p in happening.participants}
        if happening.event_type == "policy" and len(known) == 1:
            for other in deals.get(happening.reading.clause.sentence.sentence_no, ()):
                known.setdefault(other.entity_id, replace(other, role="target"))
        out.append(replace(happening, participants=tuple(known.values())))
    return out


def with_the_denied(found: Sequence[Happening]) -> list[Happening]:
    """The happenings, denials with whom they concern: the other parties of what is denied in the same sentence."""
    denied: dict[int, list[Participant]] = {}
    for happening in found:
        if happening.modality == "denied" and happening.event_type != "deny":
            denied.setdefault(happening.reading.clause.sentence.sentence_no, []).extend(happening.participants)
    out: list[Happening] = []
    for happening in found:
        known = {p.entity_id: p for p in happening.participants}
        if happening.event_type == "deny" and known:
            for other in denied.get(happening.reading.clause.sentence.sentence_no, ()):
                role = other.role if other.role == "alliance" else "counterparty"
                known.setdefault(other.entity_id, replace(other, role=role))
        out.append(replace(happening, participants=tuple(known.values())))
    return out


def without_occasions(readings: Sequence[Reading]) -> list[Reading]:
    """Without meetings at which something else was said or done: that is the event."""
    busy = {
        r.clause.sentence.sentence_no
        for r in readings
        if r.frame.event in ("propose", "discuss", "terminate") and "meet" not in r.frame.id
    }
    return [r for r in readings if "meet" not in r.frame.id or r.clause.sentence.sentence_no not in busy]


def with_denials(merged: list[Happening]) -> list[Happening]:
    """The happenings; a rumour that one of its parties denies is denied."""
    denying = {p.entity_id for happening in merged if happening.event_type == "deny" for p in happening.participants}
    return [
        replace(happening, modality="denied", date=None)
        if happening.modality == "rumoured" and happening.parties & denying
        else happening
        for happening in merged
    ]


def without_called_off(found: Sequence[Happening]) -> list[Happening]:
    """Without what was meant to be done by those of whom the article says that nothing comes of it."""
    ended = [h for h in found if h.event_type == "terminate" and h.modality == "done" and len(h.parties) >= PAIR]
    return [
        h
        for h in found
        if h.event_type not in NEGOTIATED | {"sign_mou"}
        or h.modality not in INTENDED
        or not any(
            len(h.parties) >= PAIR and h.parties <= e.parties and h.alliance in (None, e.alliance) for e in ended
        )
    ]


def _said_before_quote(happening: Happening, text: str) -> PartialDate | None:
    """The date before the quotation marks in which somebody denies: that of the words."""
    clause = happening.reading.clause
    marks = [i for i in range(clause.sentence.char_start, clause.start) if text[i] in QUOTATION_MARKS]
    before = [stated.date for stated in clause.dates if clause.quoted and marks and stated.start < marks[0]]
    return before[-1] if before else None
