"""From readings to event claims: participants in their roles, and one event for each happening of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipelines.claims.context import Context
from pipelines.claims.dating import is_after, is_ahead
from pipelines.claims.denials import denied_on
from pipelines.claims.matching import Reading
from pipelines.claims.model import PartialDate, Participant
from pipelines.claims.ties import Tie

# Which statement of one happening stands, where they differ.
STRENGTH = {"denied": 5, "done": 4, "planned": 3, "under_discussion": 2, "rumoured": 1}
SAID = re.compile(r"(?:다고|라고|다며|라며)/EC|부인/NNG$")
AGREED = re.compile(r"^기/ETN 로/JKB")
TO_COME = re.compile(r"[연월달해] ?말|[상하]반기|(?<![가-힣])(?:오는|내년|다음|앞으로)")
NEGOTIATED = frozenset({"joint_venture", "acquire", "equity_swap", "invest", "join", "found_alliance"})
# What makes a structure a company of its founders, and how far behind the clause it may stand ('만든 회사다')
CAPITAL = re.compile(
    r"합작(?:사|법인|회사|기업|투자)|조인트벤처|지분|출자|\d\s?%씩|\d\s?대\s?\d|joint venture", re.IGNORECASE
)
BESIDE = 12
# Rules of ties of which the parties may stand before the noun: 'A와 B의 제휴', 'A와 B의 협상'
NAMED_IN_GENITIVE = frozenset({"end", "suspend", "expire", "sign", "extend", "talk", "pair", "deal"})
PARTY_ROLES = frozenset({"party", "initiator", "counterparty", "investor", "investee", "acquirer", "target", "speaker"})


@dataclass(frozen=True, slots=True)
class Happening:
    """One event before it is quoted."""

    reading: Reading
    event_type: str
    modality: str
    participants: tuple[Participant, ...]
    date: PartialDate | None

    @property
    def parties(self) -> frozenset[str]:
        """Everyone but the alliance and the venue."""
        return frozenset(p.entity_id for p in self.participants if p.role in PARTY_ROLES)

    @property
    def alliance(self) -> str | None:
        """The structure that it is about."""
        return next((p.entity_id for p in self.participants if p.role == "alliance"), None)


def happenings(readings: Sequence[Reading], ties: Sequence[Tie], context: Context) -> list[Happening]:
    """The events that the readings state, each happening once, in the order of the text.

    A founding that names no founder has those whom the article gives as the alliance's first members (`ties`).
    """
    readings = _without_occasions(readings)
    readings = [_as_deal(reading) for reading in readings]
    found = [_happening(reading, context) for reading in readings if reading.frame.event and reading.modality]
    found = _talked_over_once(found)
    found.extend(_said_denials(found))
    found = _with_the_denied(found)
    found = _ruled_on(_of_control(found))
    body = [h for h in found if h.participants and h.reading.clause.sentence.zone not in ("headline", "subhead")]
    heads = [h for h in found if h.participants and h.reading.clause.sentence.zone in ("headline", "subhead")]
    merged: list[Happening] = []
    for happening in body:
        at = next((i for i, other in enumerate(merged) if _same(happening, other)), None)
        if at is None:
            merged.append(happening)
        else:
            merged[at] = _merge(merged[at], happening)
    for happening in heads:
        # A headline adds only what no sentence of the body says in its own way, or leaves open.
        if not any(happening.event_type == other.event_type or _left_open(happening, other) for other in merged):
            merged.append(happening)
    merged = _with_denials(merged)
    merged = [_with_founders(happening, ties) for happening in merged]
    return sorted(merged, key=lambda h: (h.reading.clause.start, h.event_type))


def _as_deal(reading: Reading) -> Reading:
    """The reading; a pairing that is denied without a word on how it was made is denied as an agreement."""
    unnamed = reading.frame.event is None and reading.frame.tie == "pair" and reading.modality == "denied"
    return replace(reading, frame=replace(reading.frame, event="sign_mou")) if unnamed else reading


def with_parties_of_a_tie(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """The readings; those named in the genitive of what ended or goes on ('A와 B의 제휴가 무산됐다') are parties.

    What they agreed to end, with no day to come, has ended.
    """
    return [_as_ended(_with_named(reading), context) for reading in readings]


def _with_named(reading: Reading) -> Reading:
    frame = reading.frame
    if frame.tie not in NAMED_IN_GENITIVE or frame.object_role != "party":
        return reading
    return replace(reading, companions=(*reading.companions, *reading.objects), objects=())


def _as_ended(reading: Reading, context: Context) -> Reading:
    agreed = reading.frame.event in ("terminate", "leave") and reading.modality == "planned"
    if not agreed or not AGREED.search(reading.clause.tail):
        return reading
    clause = reading.clause
    said = context.document.text[clause.sentence.char_start : clause.start]
    if TO_COME.search(said) or is_after(reading.date, context.document.published_on):
        return reading
    return replace(reading, modality="done")


def _talked_over_once(found: Sequence[Happening]) -> list[Happening]:
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


def _said_denials(found: Sequence[Happening]) -> list[Happening]:
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


def _of_control(found: Sequence[Happening]) -> list[Happening]:
    """Without stakes that are taken on the way to control: 'raised its stake and became the largest shareholder'."""
    takeovers = [(h.reading.clause.sentence, h.parties) for h in found if h.event_type == "acquire"]
    return [
        h
        for h in found
        if h.event_type != "invest"
        or not any(h.reading.clause.sentence is sentence and h.parties == parties for sentence, parties in takeovers)
    ]


def _ruled_on(found: Sequence[Happening]) -> list[Happening]:
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


def _with_the_denied(found: Sequence[Happening]) -> list[Happening]:
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


def _without_occasions(readings: Sequence[Reading]) -> list[Reading]:
    """Without meetings at which something else was said or done: that is the event."""
    busy = {
        r.clause.sentence.sentence_no
        for r in readings
        if r.frame.event in ("propose", "discuss") and "meet" not in r.frame.id
    }
    return [r for r in readings if "meet" not in r.frame.id or r.clause.sentence.sentence_no not in busy]


def _with_denials(merged: list[Happening]) -> list[Happening]:
    """The happenings; a rumour that one of its parties denies is denied."""
    denying = {p.entity_id for happening in merged if happening.event_type == "deny" for p in happening.participants}
    return [
        replace(happening, modality="denied", date=None)
        if happening.modality == "rumoured" and happening.parties & denying
        else happening
        for happening in merged
    ]


def _with_founders(happening: Happening, ties: Sequence[Tie]) -> Happening:
    if happening.event_type != "found_alliance" or happening.parties or happening.alliance is None:
        return happening
    status = {"done": "active", "planned": "announced"}.get(happening.modality)
    founders = [
        tie
        for tie in ties
        if tie.alliance is not None
        and tie.alliance.entity_id == happening.alliance
        and tie.status == status
        and (tie.closed_list or status == "announced" or (happening.date is not None and tie.since == happening.date))
        and (tie.since == happening.date or status == "announced")
    ]
    added = tuple(
        Participant(
            tie.member.entity_id or "",
            "initiator" if tie.role == "leader" else "party",
            (tie.member.start, tie.member.end),
        )
        for tie in founders
    )
    return replace(happening, participants=(*added, *happening.participants))


def _happening(reading: Reading, context: Context) -> Happening:
    frame = reading.frame
    alone = len({(context.organization_of(agent) or agent).entity_id for agent in reading.agents}) == 1
    several = len(reading.companions) != 1
    lone = frame.lone_agent_role if alone and several and frame.lone_agent_role else None
    if frame.event == "terminate" and alone:
        lone = frame.lone_agent_role
    sides = [(lone or frame.agent_role, reading.agents), (frame.companion_role, reading.companions)]
    if frame.objects:
        sides.append((frame.object_role, reading.objects))
    if reading.alliance is not None and frame.event != "sign_mou":
        sides.append(("alliance", (reading.alliance,)))
    found: dict[str, Participant] = {}
    for role, mentions in sides:
        for mention in mentions:
            # A person acts with the organization beside the name.
            for who in (mention, context.organization_of(mention)):
                if who is not None and who.entity_id:
                    found.setdefault(who.entity_id, Participant(who.entity_id, role, (who.start, who.end)))
    date = reading.date
    if reading.modality == "denied" or (
        reading.modality == "planned" and not is_ahead(date, context.document.published_on, reading.clause.tail)
    ):
        # A past day beside a plan is when it was announced, and a day beside a denial when it was denied.
        date = None
    kind = frame.event or ""
    if kind == "found_alliance" and _with_capital(reading, context.document.text):
        kind = "joint_venture"
    return Happening(reading, kind, reading.modality, tuple(found.values()), date)


def _with_capital(reading: Reading, text: str) -> bool:
    """Whether the clause tells that what is founded is owned by its founders: a company of theirs."""
    clause = reading.clause
    phrases = (*clause.phrases, clause.head) if clause.head else clause.phrases
    start = min((phrase.start for phrase in phrases), default=clause.start)
    end = max((phrase.end for phrase in phrases), default=clause.end)
    return CAPITAL.search(text, start, max(end, clause.end) + BESIDE) is not None


def _same(one: Happening, other: Happening) -> bool:
    if one.event_type != other.event_type:
        return False
    if one.event_type == "found_alliance" and one.alliance and other.alliance:
        return one.alliance == other.alliance
    if one.alliance and other.alliance and one.alliance != other.alliance:
        return False
    if one.modality != other.modality and one.parties and other.parties and one.parties != other.parties:
        return False
    smaller = min(len(one.parties), len(other.parties))
    if smaller and len(one.parties & other.parties) * 2 <= smaller - (smaller == 1):
        return False
    return _compatible(one.date, other.date)


def _left_open(headline: Happening, body: Happening) -> bool:
    """Whether the body only weighs, between the same parties, what the headline tells as done."""
    same = len(headline.parties) > 1 and headline.parties == body.parties
    return same and headline.modality == "done" and body.modality in ("under_discussion", "rumoured")


def _compatible(one: PartialDate | None, other: PartialDate | None) -> bool:
    if one is None or other is None or "announced" in (one.basis, other.basis):
        return True
    return one.minimum <= other.maximum and other.minimum <= one.maximum


def _merge(one: Happening, other: Happening) -> Happening:
    strong, weak = (other, one) if STRENGTH[other.modality] > STRENGTH[one.modality] else (one, other)
    if strong.modality == weak.modality and len(weak.participants) > len(strong.participants):
        strong, weak = weak, strong
    date = strong.date
    if weak.date is not None and (date is None or (date.basis != "act" and weak.date.basis == "act")):
        date = weak.date if weak.modality == strong.modality else date
    return replace(strong, date=date)
