"""From readings to membership claims: each frame's `tie` names one of the rules below.

Roles and statuses follow the annotation guidelines: a named alliance has members, a pairing has partners, and the
parties of what is not yet agreed are prospective. What several sentences say together is decided in merging.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipelines.claims.context import Context
from pipelines.claims.dating import is_ahead, started_on
from pipelines.claims.matching import Reading
from pipelines.claims.model import PartialDate
from pipelines.entities.model import Mention


@dataclass(frozen=True, slots=True)
class Tie:
    """One member's place in one alliance or pairing, as one reading says it. `kind` is the rule that made it."""

    reading: Reading
    kind: str
    member: Mention
    role: str
    status: str
    alliance: Mention | None = None
    pairing: tuple[str, ...] = ()
    since: PartialDate | None = None
    until: PartialDate | None = None
    is_founder: bool = False
    closed_list: bool = False


# kind → event modality → (role, status); a pair of a kind and modality that is missing makes no tie.
ALLIANCE_STATES: dict[str, dict[str, tuple[str, str]]] = {
    "found": {"done": ("member", "active"), "planned": ("member", "announced")},
    "joint_venture": {
        "done": ("partner", "active"),
        "planned": ("partner", "announced"),
        "under_discussion": ("prospective", "under_discussion"),
    },
    "join": {
        "done": ("member", "active"),
        "planned": ("prospective", "announced"),
        "under_discussion": ("prospective", "under_discussion"),
        "denied": ("prospective", "denied"),
    },
    "observe": {"": ("observer", "active")},
    "listing": {"done": ("member", "active")},
    "lead": {"": ("leader", "active")},
    "invite": {"done": ("prospective", "proposed")},
    "leave": {
        "done": ("former", "terminated"),
        "planned": ("member", "active"),
        "under_discussion": ("member", "active"),
        "denied": ("member", "active"),
    },
    "former": {"done": ("former", "terminated")},
    "dissolve": {"done": ("former", "terminated"), "planned": ("member", "active")},
    "extend": {"done": ("member", "active"), "planned": ("member", "active")},
    "sign": {"done": ("member", "active"), "planned": ("prospective", "announced")},
}
PAIRING_STATES: dict[str, dict[str, tuple[str, str]]] = {
    "deal": {
        "done": ("partner", "active"),
        "planned": ("partner", "announced"),
        "under_discussion": ("prospective", "under_discussion"),
        "denied": ("partner", "denied"),
    },
    "talk": {
        "done": ("prospective", "under_discussion"),
        "under_discussion": ("prospective", "under_discussion"),
        "denied": ("prospective", "denied"),
    },
    "propose": {"done": ("prospective", "proposed")},
    "answer": {"done": ("prospective", "under_discussion")},
    "refuse": {"done": ("prospective", "denied")},
    "suspend": {"done": ("former", "suspended")},
    "expire": {"done": ("former", "expired"), "planned": ("partner", "active")},
    "extend": {"done": ("partner", "active"), "planned": ("partner", "active")},
    "end": {
        "done": ("former", "terminated"),
        "planned": ("partner", "active"),
        "under_discussion": ("partner", "active"),
        "denied": ("partner", "active"),
    },
}
for _kind in ("sign", "pair", "joint_venture"):
    PAIRING_STATES[_kind] = PAIRING_STATES["deal"]
DATED = frozenset({"found", "join", "sign", "deal", "pair", "joint_venture"})
# Ties whose other party is an object of the clause
OFFERED = frozenset({"propose", "answer", "refuse", "talk"})
ENDING = frozenset({"leave", "end", "dissolve", "suspend", "expire"})
OVER = frozenset({"terminated", "suspended", "expired"})
LARGEST_PAIRING = 8
FOUNDERS = re.compile(r"(?:창립|설립|발기|초대|원년) ?(?:회원|멤버|구성원)|^(?:당시|출범 당시|창립 당시)(?:에는?)?\s")
# An answer by which an offer becomes talks
POSITIVE = re.compile(
    r"긍정적(?:이|인 (?:답|반응|뜻|입장)|으로 (?:답|화답|검토))"
    r"|(?:전적으로|상당히) 동의|동의(?:했|한다고)|화답했|적극 검토하겠"
)


def ties_of(reading: Reading, context: Context) -> list[Tie]:
    """The ties that one reading states; none for a reading of a hypothetical or of an event without a tie."""
    kind = reading.frame.tie
    if kind is None:
        return []
    parties = (*reading.parties, *(reading.objects if kind in OFFERED else ()))
    members = _organizations(parties, context, reading.alliance)
    if kind == "found" and len(members) == 1 and context.is_state_body(members[0].entity_id or ""):
        # A ministry that holds the founding of what companies form is no member.
        return []
    if reading.alliance is not None and kind in ALLIANCE_STATES:
        state = ALLIANCE_STATES[kind].get(reading.modality)
        return (
            []
            if state is None
            else [_of_alliance(reading, kind, member, state, context, members) for member in members]
        )
    state = PAIRING_STATES.get(kind, {}).get(reading.modality)
    ids = tuple(sorted({member.entity_id for member in members if member.entity_id}))
    if state is None or not 2 <= len(ids) <= LARGEST_PAIRING or any(context.is_state_body(i) for i in ids):
        return []
    if kind == "propose" and POSITIVE.search(context.document.text, reading.clause.end, _answered_by(reading, context)):
        state = PAIRING_STATES["answer"]["done"]
    since, until = _dates(reading, kind, state[1], context)
    return [Tie(reading, kind, member, *state, pairing=ids, since=since, until=until) for member in members]


def _answered_by(reading: Reading, context: Context) -> int:
    """Up to where an answer to an offer is looked for: the end of the second sentence behind it."""
    number = reading.clause.sentence.sentence_no
    ends = [s.char_end for s in context.document.sentences if number <= s.sentence_no <= number + 2]
    return max(ends, default=reading.clause.end)


def _of_alliance(
    reading: Reading, kind: str, member: Mention, state: tuple[str, str], context: Context, members: list[Mention]
) -> Tie:
    since, until = _dates(reading, kind, state[1], context)
    role, status = state
    if role == "member" and member.entity_id in reading.leaders:
        role = "leader"
    return Tie(
        reading,
        kind,
        member,
        role,
        status,
        alliance=reading.alliance,
        since=since,
        until=until,
        is_founder=reading.modality == "done" and (kind == "found" or _among_founders(reading, context)),
        closed_list=reading.stated_count is not None and reading.stated_count == len(members),
    )


def _among_founders(reading: Reading, context: Context) -> bool:
    """Whether those who are in are called founding members, or in from the first ('당시')."""
    clause = reading.clause
    said = context.document.text[clause.sentence.char_start : clause.sentence.char_end]
    return FOUNDERS.search(said) is not None and clause.link != "adnominal"


def _dates(reading: Reading, kind: str, status: str, context: Context) -> tuple[PartialDate | None, PartialDate | None]:
    if kind in ENDING:
        return None, reading.date if status in OVER else _planned_end(reading, context)
    if kind == "listing":
        return started_on(reading.clause), None
    if kind not in DATED or reading.date is None:
        return None, None
    ahead = is_ahead(reading.date, context.document.published_on, reading.clause.tail)
    return reading.date if status == "active" or (status == "announced" and ahead) else None, None


def _planned_end(reading: Reading, context: Context) -> PartialDate | None:
    ahead = is_ahead(reading.date, context.document.published_on, reading.clause.tail)
    return reading.date if reading.modality == "planned" and ahead else None


def _organizations(parties: Iterable[Mention], context: Context, alliance: Mention | None) -> list[Mention]:
    """Who of the parties can be a member: organizations, and alliances other than the one that the tie is to."""
    itself = alliance.entity_id if alliance is not None else None
    found: dict[str, Mention] = {}
    for party in parties:
        organization = context.organization_of(party)
        if organization is None or organization.entity_id in (None, itself):
            continue
        if organization.entity_id and organization.mention_type in ("org", "alliance"):
            found.setdefault(organization.entity_id, organization)
    return list(found.values())
