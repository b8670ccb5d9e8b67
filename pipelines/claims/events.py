"""From readings to event claims: participants in their roles, and one event for each happening of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pipelines.claims import events_together as together
from pipelines.claims.clause import REPORT, TO
from pipelines.claims.context import Context
from pipelines.claims.dating import NEWS_OF_LATE, is_after, is_ahead, started_on
from pipelines.claims.happening import Happening
from pipelines.claims.matching import Reading
from pipelines.claims.model import PartialDate, Participant
from pipelines.claims.ties import Tie

# Which statement of one happening stands, where they differ.
STRENGTH = {"denied": 5, "done": 4, "planned": 3, "under_discussion": 2, "rumoured": 1}
OFFERED = re.compile(
    r"(?:안|방안|계획)/NN[GB] 을/JKO (?:제안|제의|제시|타진|요청|요구)/NNG|^자고/EC (?:제안|제의|요청)/NNG"
)
# 'Decided to leave', 'leaves, it announced': with no day to come that is done.
AGREED = re.compile(
    r"^기/ETN 로/JKB|^(?:ᆫ|는)다고/EC (?:\S+ ){0,4}(?:(?:발표|선언|통보|공시)/NNG|(?:하/XSV|밝히/VV) 었/EP)"
)
AGREED_ON = re.compile(r"^기/ETN 로/JKB (?:\S+ ){0,3}었/EP")
BINDING = frozenset({"joint_venture", "equity_swap", "sign_mou"})
NEWCOMER = re.compile(r"새로|추가로|뒤늦게|이번에|뒤이어|나중에")
TO_COME = re.compile(r"[연월달해] ?말|[상하]반기|(?<![가-힣])(?:오는|내년|다음|앞으로)")
# What makes a structure a company of its founders, and how far behind the clause it may stand ('만든 회사다')
CAPITAL = re.compile(
    r"합작(?:사|법인|회사|기업|투자)|조인트벤처|지분|출자|\d\s?%씩|\d\s?대\s?\d|joint venture", re.IGNORECASE
)
BESIDE = 12
# 'A와 B가 꾸려 온 X': what goes on is no founding.
SETTING_UP = frozenset({"found_alliance"})
GOING_ON = re.compile(r"^(?:어|아|여)/EC 오/VX")
CONTROL = re.compile(r"최대 ?주주|1대 ?주주|경영권을 (?:확보|손에|넘겨|가져)|자회사로 (?:편입|두|삼)")
OWNERS = {"investor": "acquirer", "investee": "target"}
# Rules of ties of which the parties may stand before the noun: 'A와 B의 제휴', 'A와 B의 협상'
NAMED_IN_GENITIVE = frozenset({"end", "suspend", "expire", "sign", "extend", "talk", "pair", "deal"})


def happenings(readings: Sequence[Reading], ties: Sequence[Tie], context: Context) -> list[Happening]:
    """The events that the readings state, each happening once, in the order of the text.

    A founding that names no founder has those whom the article gives as the alliance's first members (`ties`).
    """
    readings = [_as_deal(reading) for reading in together.without_occasions(readings)]
    found = [_happening(reading, context) for reading in readings if reading.frame.event and reading.modality]
    found = [h for h in found if not (h.event_type in SETTING_UP and GOING_ON.search(h.reading.clause.tail))]
    found.extend(_entries(readings))
    found = together.talked_over_once(found)
    found.extend(together.said_denials(found, context.document.text))
    found = together.with_the_denied(found)
    found = together.ruled_on(together.of_control(found))
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
    merged = together.without_called_off(together.with_denials(merged))
    merged = [_with_members(happening, ties) for happening in merged]
    merged = [_with_founders(happening, ties, context.document.published_on) for happening in merged]
    founded = {h.alliance: h.parties for h in merged if h.event_type == "found_alliance"}
    merged = [
        h
        for h in merged
        if (h.parties or h.event_type != "found_alliance" or h.modality == "done")
        # Those who took part when it was founded have founded it.
        and not (
            h.event_type == "join"
            and h.date is None
            and h.parties <= founded.get(h.alliance, frozenset())
            and not NEWCOMER.search(context.document.text, h.reading.clause.sentence.char_start, h.reading.clause.start)
        )
    ]
    return sorted(merged, key=lambda h: (h.reading.clause.start, h.event_type))


def _as_deal(reading: Reading) -> Reading:
    """The reading; a pairing that is denied without a word on how it was made is denied as an agreement."""
    unnamed = reading.frame.event is None and reading.frame.tie == "pair" and reading.modality == "denied"
    return replace(reading, frame=replace(reading.frame, event="sign_mou")) if unnamed else reading


def _as_offer(reading: Reading) -> Reading:
    """The reading; what is done only in what somebody proposes ('자회사로 삼는 안을 제안했다') is an offer."""
    frame = reading.frame
    if not OFFERED.search(reading.clause.tail) or frame.event in (None, "propose", "discuss"):
        return reading
    others = (*reading.companions, *reading.objects)
    if not reading.agents or not others:
        return reading
    offer = replace(
        frame,
        event="propose",
        tie="propose" if frame.tie else None,
        agent_role="initiator",
        lone_agent_role=None,
        object_role="counterparty",
        objects=frame.objects or (TO,),
    )
    return replace(reading, frame=offer, modality="done", companions=(), objects=others)


def with_parties_of_a_tie(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """The readings; those named in the genitive of what ended or goes on ('A와 B의 제휴가 무산됐다') are parties.

    What they agreed to end, with no day to come, has ended.
    """
    return [_as_agreed_before(_as_ended(_with_named(_as_offer(reading)), context), context) for reading in readings]


def _with_named(reading: Reading) -> Reading:
    frame = reading.frame
    if frame.tie not in NAMED_IN_GENITIVE or frame.object_role != "party":
        return reading
    return replace(reading, companions=(*reading.companions, *reading.objects), objects=())


def _as_agreed_before(reading: Reading, context: Context) -> Reading:
    """The reading; what was agreed on a day long before the news has been in force since ('지난해 … 합의했다')."""
    published_on = context.document.published_on
    agreed = reading.modality == "planned" and AGREED_ON.search(reading.clause.tail)
    if not agreed or reading.frame.event not in BINDING or reading.date is None or published_on is None:
        return reading
    old = published_on - reading.date.maximum > NEWS_OF_LATE and reading.date.precision in ("day", "month")
    return replace(reading, modality="done") if old else reading


def _as_ended(reading: Reading, context: Context) -> Reading:
    agreed = reading.frame.event in ("terminate", "leave") and reading.modality == "planned"
    if not agreed or not AGREED.search(reading.clause.tail):
        return reading
    clause = reading.clause
    said = context.document.text[clause.sentence.char_start : clause.start]
    if TO_COME.search(said) or is_after(reading.date, context.document.published_on):
        return reading
    return replace(reading, modality="done")


def _entries(readings: Sequence[Reading]) -> list[Happening]:
    """Entries that are told by how long a member has been in: 'A는 2003년부터 X에서 활동해 왔다'."""
    out: list[Happening] = []
    for reading in readings:
        since = started_on(reading.clause)
        if reading.frame.tie == "listing" and reading.alliance is not None and since is not None and reading.agents:
            entry = replace(reading.frame, event="join", agent_role="initiator")
            who = [Participant(a.entity_id or "", "initiator", (a.start, a.end)) for a in reading.agents]
            alliance = reading.alliance
            who.append(Participant(alliance.entity_id or "", "alliance", (alliance.start, alliance.end)))
            out.append(Happening(replace(reading, frame=entry), "join", "done", tuple(who), since))
    return out


def _with_founders(happening: Happening, ties: Sequence[Tie], published_on: date | None) -> Happening:
    """The happening; a founding that names one founder or none has those that the article gives as its members.

    They are the members of a closed list, those who came in on that day, or, where the founding is the news, all.
    """
    if happening.event_type != "found_alliance" or len(happening.parties) > 1 or happening.alliance is None:
        return happening
    status = {"done": "active", "planned": "announced"}.get(happening.modality)
    day = happening.date
    news = day is not None and published_on is not None and abs(published_on - day.maximum) <= NEWS_OF_LATE
    news = news or (day is None and happening.reading.clause.link != "adnominal")
    founders = [
        tie
        for tie in ties
        if tie.alliance is not None
        and tie.alliance.entity_id == happening.alliance
        and tie.status == status
        and (tie.kind != "join" or (news and tie.since is None))
        and tie.member.entity_id not in happening.parties
        and (status == "announced" or news or (not happening.parties and day is not None and tie.since == day))
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


def _with_members(happening: Happening, ties: Sequence[Tie]) -> Happening:
    """The happening; the end of a structure that names no party is that of all its members."""
    if happening.event_type != "terminate" or happening.parties or happening.alliance is None:
        return happening
    members = [tie.member for tie in ties if tie.alliance is not None and tie.alliance.entity_id == happening.alliance]
    added = tuple(Participant(m.entity_id or "", "party", (m.start, m.end)) for m in members)
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
    when = reading.date
    if reading.modality == "denied" or (
        reading.modality == "planned" and not is_ahead(when, context.document.published_on, reading.clause.tail)
    ):
        # A past day beside a plan is when it was announced, and a day beside a denial when it was denied.
        when = None
    if reading.modality == "under_discussion" and when is not None and when.basis == "announced":
        # Talks are dated by who tells of them now, not by the day on which one of them said so.
        when = when if any(stated.use == REPORT for stated in reading.clause.dates) else None
    kind = frame.event or ""
    if kind == "found_alliance" and reading.alliance is not None and _with_capital(reading, context.document.text):
        kind = "joint_venture"
    if kind == "invest" and CONTROL.search(context.document.text, reading.clause.end, reading.clause.sentence.char_end):
        # 'Raised its stake and became the largest shareholder'
        kind = "acquire"
        found = {key: replace(p, role=OWNERS.get(p.role, p.role)) for key, p in found.items()}
    return Happening(reading, kind, reading.modality, tuple(found.values()), when)


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
