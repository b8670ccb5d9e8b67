"""A language model's answer as claims of the document, each of them grounded in the text, or refused with a reason.

The answer is hostile input: it may be no JSON, hold anything, and repeat what a page told the model to say. What
passes here has a quote that the text holds, and names that were read in it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipelines.claims import asking
from pipelines.claims.extraction import Extraction, Refusal
from pipelines.claims.grounding import Grounds, UngroundedError
from pipelines.claims.model import (
    AttributeClaim,
    Claims,
    Document,
    EventClaim,
    Evidence,
    MembershipClaim,
    Participant,
    PostClaim,
    RelationClaim,
)
from pipelines.entities.model import Knowledge, Mention

MOST_ENTRIES = 100
MOST_MEMBERS = 100
LONGEST_WORDS = 2_000
LONGEST_ROW = 2_000
ORG, ALLIANCE, PERSON = frozenset({"org"}), frozenset({"alliance"}), frozenset({"person"})
MEMBER = ORG | ALLIANCE
ACTOR = MEMBER | PERSON | {"event_name"}

Entry = Mapping[str, Any]
Claim = MembershipClaim | EventClaim | RelationClaim | AttributeClaim | PostClaim


class AnswerError(ValueError):
    """The answer as a whole is not what was asked for."""


def parse_answer(content: str) -> Mapping[str, Sequence[object]]:
    """The lists of an answer, one for each kind of claim; their entries are not looked at.

    Raises AnswerError where the content is no JSON object with all these lists.
    """
    try:
        answer = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise AnswerError(f"the answer is no JSON: {type(error).__name__}") from None
    if not isinstance(answer, dict):
        raise AnswerError("the answer is no JSON object")
    for kind in asking.KINDS:
        if not isinstance(answer.get(kind), list):
            raise AnswerError(f"the answer has no list of {kind}")
    return {kind: answer[kind] for kind in asking.KINDS}


def claims_of(answer: Mapping[str, Sequence[object]], document: Document, knowledge: Knowledge) -> Extraction:
    """The claims that the entries of an answer make, in the order of the text, and the refusal of each other entry."""
    grounds = Grounds(document, knowledge)
    found: dict[str, list[Claim]] = {}
    refusals: list[Refusal] = []
    for kind, read in READERS.items():
        entries = answer[kind]
        if len(entries) > MOST_ENTRIES:
            detail = f"{len(entries)} {kind}; the first {MOST_ENTRIES} are read"
            refusals.append(Refusal("too_many_claims", detail, json.dumps(kind)))
        claims: list[Claim] = []
        for entry in entries[:MOST_ENTRIES]:
            try:
                checked = _checked(entry, asking.KINDS[kind])
                made = read(checked, grounds)
                claims.extend(made.claims)
                refusals.extend(_refusal(error, entry) for error in made.left_out)
            except UngroundedError as error:
                refusals.append(_refusal(error, entry))
        found[kind] = sorted(claims, key=_place)
    claimed = Claims(*(tuple(found[kind]) for kind in READERS))  # type: ignore[arg-type]  # READERS is in their order
    return Extraction(claimed, tuple(refusals))


@dataclass(frozen=True, slots=True)
class _Made:
    """The claims of one entry, and why some of what it says was left out."""

    claims: Sequence[Claim]
    left_out: Sequence[UngroundedError] = ()


def _tie(entry: Entry, grounds: Grounds) -> _Made:
    evidence = _evidence("tie", entry, grounds)
    alliance = grounds.party(entry["alliance"], evidence, ALLIANCE) if entry["alliance"] is not None else None
    members: dict[str, tuple[Mention, bool]] = {}
    left_out = []
    for row in entry["members"][:MOST_MEMBERS]:
        try:
            member = grounds.party(row["name"], evidence, MEMBER)
        except UngroundedError as error:
            # Without a name for the alliance its parties are its name: one that is unknown leaves no tie.
            if alliance is None or error.reason == "invented_name":
                raise
            left_out.append(error)
            continue
        if alliance is None or member.entity_id != alliance.entity_id:
            members.setdefault(member.entity_id or "", (member, row["is_founder"]))
    if len(members) < (1 if alliance else 2):
        if left_out:
            raise left_out[0]
        raise UngroundedError("no_tie", "the tie has no members" if alliance else "a pairing needs two parties")
    named = [member for member, _ in members.values()]
    grounds.require_party_in_quote([*named, alliance] if alliance else named, evidence)
    since = grounds.date(entry["since"], evidence, entry["since_basis"])
    until = grounds.date(entry["until"], evidence, entry["until_basis"])
    claims = [
        MembershipClaim(
            member_id=key,
            role=entry["role"],
            status=entry["status"],
            evidence=evidence,
            member_span=(member.start, member.end),
            alliance_id=alliance.entity_id if alliance else None,
            pairing=() if alliance else tuple(sorted(members)),
            alliance_span=(alliance.start, alliance.end) if alliance else None,
            is_founder=founder,
            since=since,
            until=until,
        )
        for key, (member, founder) in members.items()
    ]
    return _Made(claims, left_out)


def _event(entry: Entry, grounds: Grounds) -> _Made:
    evidence = _evidence("event", entry, grounds)
    participants: dict[str, tuple[Mention, str]] = {}
    left_out = []
    for row in entry["participants"][:MOST_MEMBERS]:
        try:
            who = grounds.party(row["name"], evidence, ACTOR)
        except UngroundedError as error:
            if error.reason == "invented_name":
                raise
            left_out.append(error)
            continue
        participants.setdefault(who.entity_id or "", (who, row["role"]))
    if not participants:
        raise left_out[0] if left_out else UngroundedError("no_party_in_quote", "the event has no participant")
    grounds.require_party_in_quote([who for who, _ in participants.values()], evidence)
    claim = EventClaim(
        event_type=entry["event_type"],
        modality=entry["modality"],
        participants=tuple(Participant(key, role, (who.start, who.end)) for key, (who, role) in participants.items()),
        evidence=evidence,
        date=grounds.date(entry["date"], evidence, entry["date_basis"]),
        polarity="negative" if entry["modality"] == "denied" else "positive",
    )
    return _Made([claim], left_out)


def _relation(entry: Entry, grounds: Grounds) -> _Made:
    evidence = _evidence("relation", entry, grounds)
    subject = grounds.party(entry["subject"], evidence, MEMBER)
    other = grounds.party(entry["object"], evidence, MEMBER)
    if subject.entity_id == other.entity_id:
        raise UngroundedError("no_tie", "nothing relates to itself")
    grounds.require_party_in_quote([subject, other], evidence)
    return _Made([RelationClaim(subject.entity_id or "", entry["relation"], other.entity_id or "", evidence)])


def _attribute(entry: Entry, grounds: Grounds) -> _Made:
    evidence = _evidence("attribute", entry, grounds)
    alliance = grounds.party(entry["alliance"], evidence, ALLIANCE)
    value = grounds.value(entry["value"], evidence)
    return _Made([AttributeClaim(alliance.entity_id or "", entry["attribute"], value, evidence)])


def _post(entry: Entry, grounds: Grounds) -> _Made:
    evidence = _evidence("post", entry, grounds)
    person = grounds.party(entry["person"], evidence, PERSON)
    organization = grounds.party(entry["organization"], evidence, MEMBER)
    grounds.require_party_in_quote([person], evidence)
    title = grounds.value(entry["title"], evidence)
    return _Made([PostClaim(person.entity_id or "", organization.entity_id or "", title, evidence)])


# In the order of the fields of Claims.
READERS: Mapping[str, Callable[[Entry, Grounds], _Made]] = {
    "ties": _tie,
    "events": _event,
    "relations": _relation,
    "attributes": _attribute,
    "posts": _post,
}


def _evidence(frame: str, entry: Entry, grounds: Grounds) -> Evidence:
    return grounds.evidence(frame, entry["quote"], entry["trigger"], entry["attribution"], entry["speaker"])


def _place(claim: Claim) -> tuple[int, int, str]:
    kind = claim.event_type if isinstance(claim, EventClaim) else ""
    member = claim.member_id if isinstance(claim, MembershipClaim) else ""
    return claim.evidence.start, claim.evidence.trigger_start, kind or member


def _checked(entry: object, schema: Mapping[str, Any]) -> Entry:
    """The entry, if it has the values that its schema asks for; whatever else it has is not looked at."""
    problem = next(_problems(entry, schema, "the entry"), None)
    if problem is not None or not isinstance(entry, dict):
        raise UngroundedError("off_schema", problem or "the entry is no object")
    return entry


def _problems(value: object, schema: Mapping[str, Any], place: str) -> Iterator[str]:
    """What is wrong with a value, by the part of JSON Schema that asking.py uses."""
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(_is(value, kind) for kind in kinds):
        yield f"{place} is not {' or '.join(kinds)}"
    elif isinstance(value, str):
        if len(value) > LONGEST_WORDS:
            yield f"{place} has {len(value)} characters"
        elif value not in schema.get("enum", (value,)):
            yield f"{place} is {value[:80]!r}, which is no term"
    elif isinstance(value, list):
        for item in value[:MOST_MEMBERS]:
            yield from _problems(item, schema["items"], f"an item of {place}")
    elif isinstance(value, dict):
        for name in schema["required"]:
            if name not in value:
                yield f"{place} lacks {name}"
            else:
                yield from _problems(value[name], schema["properties"][name], name)


def _is(value: object, kind: str) -> bool:
    types: Mapping[str, type] = {"string": str, "array": list, "object": dict, "boolean": bool}
    return value is None if kind == "null" else isinstance(value, types[kind])


def _refusal(error: UngroundedError, entry: object) -> Refusal:
    try:
        row = json.dumps(entry)
    except (ValueError, RecursionError):
        row = "null"
    # A longer one is kept as the beginning of its text, so that the column stays JSON.
    return Refusal(error.reason, str(error), row if len(row) <= LONGEST_ROW else json.dumps(row[:LONGEST_ROW]))
