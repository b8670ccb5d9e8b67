"""The engine: frames against clauses. A match is a Reading: who did what with whom, how certain, when, said where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pipelines.claims import words_ko as words
from pipelines.claims.clause import AFTER, BARE, BY, OBJECT, PURPOSE, SUBJECT, TO, TOPIC, Clause, Phrase
from pipelines.claims.context import Context
from pipelines.claims.dating import act_date, is_after
from pipelines.claims.frame import NONE, REQUIRED, Frame
from pipelines.claims.modality import Modalities, read_modality
from pipelines.claims.model import PartialDate
from pipelines.claims.pairs import PART
from pipelines.claims.phrases import PARTY_TYPES
from pipelines.entities.model import Mention

# Ties in which 'the members' may stand for the structure that they belong to.
MEMBERSHIPS = frozenset({"listing", "lead", "join", "leave", "former"})
# Ties that an alliance can have as a party: it enters another one, or agrees with somebody.
OF_ALLIANCES = frozenset({"listing", "join", "leave", "former", "found", "sign", "pair", "end", "talk"})
# Ties between parties, whose names may stand in the genitive before what ties them ('A와 B의 협약이 체결됐다').
BETWEEN = frozenset({"sign", "pair", "end", "talk", "deal", "joint_venture"})
# Ties that a structure begins with.
FOUNDINGS = frozenset({"found", "joint_venture"})
PAIR = 2
# As far as the ending of a verb and a space reach.
NEXT_WORD = 4
# Whom one works with, which is no word for working together.
PARTNER = re.compile("|".join(words.PARTNER_NOUNS))
# The subject that the sentences before leave to a clause.
SubjectBefore = Callable[[Clause], Sequence[Mention]]


@dataclass(frozen=True, slots=True)
class Reading:
    """One clause read by one frame. `modality` is the event's term; parties are in the order of the text.

    `leaders` are the ids of those parties that the clause says to lead the others.
    """

    frame: Frame
    clause: Clause
    modality: str
    agents: tuple[Mention, ...]
    companions: tuple[Mention, ...] = ()
    objects: tuple[Mention, ...] = ()
    leaders: frozenset[str] = frozenset()
    alliance: Mention | None = None
    date: PartialDate | None = None
    stated_count: int | None = None

    @property
    def parties(self) -> tuple[Mention, ...]:
        """Agents and companions, each entity once."""
        seen: dict[str, Mention] = {}
        for party in (*self.agents, *self.companions):
            seen.setdefault(party.entity_id or "", party)
        return tuple(seen.values())


def match(
    clause: Clause, frames: Sequence[Frame], context: Context, modalities: Modalities, subject_before: SubjectBefore
) -> Reading | None:
    """The reading of a clause by the first frame that matches; None where none does."""
    modality: str | None = None
    for frame in frames:
        if clause.lemma not in frame.lemmas:
            continue
        modality = read_modality(clause.tail, modalities) if modality is None else modality
        if modality not in frame.modality or (frame.finite and clause.link == "adnominal"):
            continue
        reading = _fill(frame, clause, frame.modality[modality], context, subject_before)
        if reading is not None:
            return reading
    return None


def _fill(
    frame: Frame, clause: Clause, modality: str, context: Context, subject_before: SubjectBefore
) -> Reading | None:
    phrases = (*clause.phrases, clause.head) if clause.head else clause.phrases
    if frame.nouns and not any(noun in PARTNER.sub("", phrase.nouns) for phrase in phrases for noun in frame.nouns):
        return None
    if any(noun in phrase.words for phrase in phrases for noun in frame.excluded):
        return None
    if frame.around or frame.unless:
        sentence = context.document.text[clause.sentence.char_start : clause.sentence.char_end]
        if frame.around and not any(word in sentence for word in frame.around):
            return None
        if any(word in sentence for word in frame.unless):
            return None
    alliance = None if frame.alliance == NONE else _alliance(frame, clause, context)
    if frame.alliance == REQUIRED and alliance is None:
        return None
    pointed = alliance is not None and not any(alliance in phrase.names for phrase in phrases)
    if pointed and not frame.least and any(not phrase.names for phrase in clause.phrase(SUBJECT)):
        # '업체가 합작사를 두는 것은': what others do in general.
        return None
    doers = [phrase for phrase in clause.phrase(BY) if phrase.words.endswith(words.AGENTIVE_NOUNS)]
    agents = _agents(frame, clause, context, alliance, subject_before, doers)
    companions = _parties(clause.phrase(*frame.companions), frame, context, alliance)
    if not companions and clause.head is not None and frame.companions and _is_lone(agents, clause, context):
        # 'A가 손잡은 B': who is described is the other side.
        companions = _parties((clause.head,), frame, context, alliance)
    if (
        frame.tie == "sign"
        and alliance is None
        and not companions
        and any(p.also for p in clause.phrase(*frame.agents))
    ):
        # 'B와 C도 협약을 맺을 예정이다': with what was named before, not with each other.
        alliance = context.alliance_near(clause)
    objects = _named(clause.phrase(*frame.objects), frame, context, modifiers=frame.modifiers_count)
    if not objects and clause.head is not None and TO in frame.objects and _is_lone(agents, clause, context):
        objects = _named((clause.head,), frame, context)
    known = {party.entity_id for party in agents}
    companions = [party for party in companions if party.entity_id not in known]
    known |= {party.entity_id for party in companions}
    objects = [party for party in objects if party.entity_id not in known]
    everyone = [*agents, *companions, *objects] if frame.least > 1 else [*agents, *companions]
    if len(_organizations(everyone, context)) < frame.least or len(companions) + len(objects) < frame.least_others:
        return None
    if frame.least_others and not agents:
        return None
    counts = [
        phrase.stated_count
        for phrase in phrases
        if phrase.stated_count and (len(phrase.parties) > 1 or (alliance is not None and alliance in phrase.names))
    ]
    date = act_date(clause, context.document.published_on, past=modality == "done")
    if modality == "done" and frame.event and is_after(date, context.document.published_on):
        # What has a day to come is a plan, whatever its tense.
        modality = "planned"
    return Reading(
        frame=frame,
        clause=clause,
        modality=modality,
        agents=tuple(agents),
        companions=tuple(companions),
        objects=tuple(objects),
        leaders=_leaders(clause, agents, doers),
        alliance=alliance,
        date=date,
        stated_count=counts[-1] if counts else None,
    )


def _leaders(clause: Clause, agents: Sequence[Mention], doers: Sequence[Phrase]) -> frozenset[str]:
    """Who leads the others: 'A 주도로 B가 …', 'A는 주관사로 참여한다'."""
    led = [name for phrase in doers if phrase.words.endswith(words.LEADING_NOUNS) for name in phrase.names]
    chairs = [phrase for phrase in clause.phrase(BY) if phrase.words.endswith(words.CHAIRS)]
    return frozenset(name.entity_id or "" for name in (*led, *(agents if chairs else ())))


def _organizations(parties: Iterable[Mention], context: Context) -> set[str]:
    found = (context.organization_of(party) for party in parties)
    return {party.entity_id for party in found if party is not None and party.entity_id}


def _is_lone(agents: Sequence[Mention], clause: Clause, context: Context) -> bool:
    """Whether one organization acts in a clause and is named there, not taken over or from what it describes."""
    head = clause.head.names if clause.head else ()
    here = all(clause.sentence.char_start <= agent.start < clause.end and agent not in head for agent in agents)
    return here and len(_organizations(agents, context)) == 1


def _agents(
    frame: Frame,
    clause: Clause,
    context: Context,
    alliance: Mention | None,
    subject_before: SubjectBefore,
    doers: Sequence[Phrase],
) -> list[Mention]:
    cases = frame.agents
    if frame.tie == "found" and any(_structure(phrase) for phrase in clause.phrase(SUBJECT)):
        # 'A는 X가 출범했다고 밝혔다': the topic speaks, or does something else.
        cases = tuple(case for case in cases if case != TOPIC)
    agents = _parties(clause.phrase(*cases), frame, context, alliance)
    around = context.parties((name for phrase in doers for name in phrase.names), frame.types)
    if agents or around:
        before = clause.phrase(AFTER) if frame.tie in MEMBERSHIPS else ()
        return [*around, *_named(before, frame, context), *agents]
    if clause.head is not None and (alliance is None or alliance not in clause.head.names):
        return _described(frame, clause, context, alliance)
    if clause.head is not None or frame.own_agents or cases != frame.agents or not {TOPIC, SUBJECT} & set(cases):
        return []
    bodies = [phrase for phrase in clause.phrase(*cases) if phrase.words in words.STRUCTURE_NOUNS]
    if bodies and frame.tie in OF_ALLIANCES and alliance is not None:
        # '협의체는 같은 날 X에 가입했다'
        body = context.alliance_before(bodies[0].start, bodies[0].words)
        return [body] if body is not None and body.entity_id != alliance.entity_id else []
    acts = [phrase for phrase in clause.phrases if phrase.start <= clause.start < phrase.end]
    if frame.tie in ("join", "leave") and (
        moved := context.parties((n for p in acts for n in p.modifiers), frame.types)
    ):
        # 'A의 X 가입이 승인됐다'
        return moved
    if frame.tie in BETWEEN and (tied := _tied(frame, clause, context)):
        return tied
    topics = [name for phrase in clause.phrase(TOPIC) for name in phrase.names]
    # Where the alliance itself can be the subject ('X는 출범했다'), a topic that names it is one.
    stated = clause.phrase(SUBJECT) or any(
        name.mention_type in PARTY_TYPES or SUBJECT in frame.alliance_cases for name in topics
    )
    return [] if stated else context.parties(subject_before(clause), frame.types)


def _described(frame: Frame, clause: Clause, context: Context, alliance: Mention | None) -> list[Mention]:
    """Whom an adnominal clause describes: the noun behind it, or who stands before that in the genitive."""
    assert clause.head is not None  # noqa: S101
    heads = _parties((clause.head,), frame, context, alliance)
    if frame.tie == "lead" and not any("공동" in phrase.words for phrase in clause.phrases):
        # '의장사인 A를 비롯해 B, C': one leads, the others follow in the list.
        heads = heads[:1]
    nearest = clause.head.names[:1]
    if heads or not nearest or nearest[0].start - clause.end > NEXT_WORD:
        return heads
    # 'B와 협약을 맺은 A의 주가': it is A that has signed.
    return context.parties(nearest, frame.types)


def _tied(frame: Frame, clause: Clause, context: Context) -> list[Mention]:
    """Two or more names in the genitive before the noun of the tie: 'A와 B의 협약이 체결됐다', 'A-B 간 제휴'."""
    for phrase in clause.phrase(SUBJECT, OBJECT, TOPIC, BARE):
        if any(noun in phrase.words for noun in frame.nouns):
            found = context.parties(phrase.modifiers, frame.types)
            if len(found) >= PAIR:
                return found
    return []


def _parties(phrases: Iterable[Phrase], frame: Frame, context: Context, alliance: Mention | None) -> list[Mention]:
    """The parties of the phrases; an alliance too, where it can be one and is not what the clause is about."""
    types = frame.types | {"alliance"} if frame.tie in OF_ALLIANCES else frame.types
    found = context.parties((name for phrase in phrases for name in phrase.parties), types)
    return [party for party in found if alliance is None or party.entity_id != alliance.entity_id]


def _named(phrases: Iterable[Phrase], frame: Frame, context: Context, modifiers: bool = False) -> list[Mention]:
    names = (name for phrase in phrases for name in (phrase.names if modifiers else phrase.parties))
    return context.parties(names, frame.types)


def _alliance(frame: Frame, clause: Clause, context: Context) -> Mention | None:
    """The alliance that a clause is about: named in one of the frame's cases, qualified by it, or pointed at."""
    # Of two alliances ('X가 Y에 가입했다') the one in the likelier case is meant; the other one is a party.
    fitting = sorted(clause.phrase(*frame.alliance_cases), key=lambda phrase: frame.alliance_cases.index(phrase.case))
    # An adnominal clause's head fills the slot that is empty in it: no subject, where there is one.
    subject_only = bool(frame.alliance_cases) and set(frame.alliance_cases) <= {SUBJECT, TOPIC}
    # '통합이 끝나는 해 X를 …': it is something else that ends.
    other = frame.tie == "dissolve" and any(not phrase.names for phrase in clause.phrase(SUBJECT))
    if clause.head is not None and not other and not (subject_only and clause.phrase(SUBJECT)):
        fitting.append(clause.head)
    if OBJECT in frame.alliance_cases and not all(_structure(p) or PART.search(p.words) for p in clause.phrase(OBJECT)):
        # 'X는 배터리를 만든다': what makes something is not what is made.
        fitting = [phrase for phrase in fitting if phrase.case != TOPIC]
    for phrase in fitting:
        named = [name for name in phrase.names if name.mention_type == "alliance" and name.entity_id]
        if named and not (frame.tie == "sign" and phrase.case in (TOPIC, SUBJECT) and named[-1] in phrase.parties):
            # An alliance that signs is a party of what it signs.
            return named[-1]
    for phrase in fitting:
        if phrase.names and phrase.case != PURPOSE:
            continue
        founded = phrase.case == OBJECT and frame.tie in FOUNDINGS and phrase.words not in words.POINTING_ENGLISH
        if founded or (phrase is clause.head and (phrase.case != TOPIC or phrase.also)):
            # 'A가 주도하는 컨소시엄', '합작법인을 세운다': one that has no name, not the one named before.
            continue
        # An unknown word is read with its particle: '얼라이언스에/는'.
        told = phrase.words.removesuffix("에")
        if told.endswith(words.STRUCTURE_NOUNS) or told in words.POINTING_WORDS | words.POINTING_ENGLISH:
            noun = next((noun for noun in words.STRUCTURE_NOUNS if told.endswith(noun)), "")
            return context.alliance_before(phrase.start, noun)
        if phrase.words.endswith(words.MEMBER_NOUNS) and frame.tie in MEMBERSHIPS:
            return context.alliance_before(clause.start)
    if frame.id == "en_joint_venture":
        return context.alliance_named_after(clause)
    filled = [phrase for phrase in clause.phrase(*frame.alliance_cases) if _may_name(phrase, frame, clause)]
    if frame.continues and not filled and (clause.head is None or frame.tie in ("lead", "found")):
        return context.alliance_near(clause)
    return None


def _may_name(phrase: Phrase, frame: Frame, clause: Clause) -> bool:
    """Whether a phrase could say which body is meant: no party, not the act itself, not where or as what one acts."""
    if (phrase.case in frame.agents and phrase.parties) or phrase.start <= clause.start < phrase.end:
        return False
    if (frame.nouns and phrase.words.endswith(frame.nouns)) or (phrase.case == TOPIC and not phrase.names):
        return False
    return phrase.words not in words.CIRCUMSTANCES and (bool(phrase.names) or not phrase.words.endswith(words.SORTS))


def _structure(phrase: Phrase) -> bool:
    named = any(name.mention_type == "alliance" for name in phrase.names)
    return named or phrase.words.endswith(words.STRUCTURE_NOUNS)
