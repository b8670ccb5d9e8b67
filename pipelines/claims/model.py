"""What claims are made from, and what they are. Ids and rows are made in batch.py; here are the values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from pipelines.articles.model import Sentence
from pipelines.entities.model import Mention


@dataclass(frozen=True, slots=True)
class Document:
    """One article version as claims read it; dates resolve against `published_on`."""

    text: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    language: str
    published_on: date | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as a text states it: ISO value of the text's own precision, the days that it can be, and what is dated."""

    value: str
    minimum: date
    maximum: date
    precision: str
    edge: str | None = None
    basis: str = "act"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a claim was read: quote and trigger as half-open character offsets of the text, and who says it.

    `signs` are what the confidence was told from (confidence.py).
    """

    start: int
    end: int
    trigger_start: int
    trigger_end: int
    zone: str
    frame: str
    attribution: str = "own"
    speaker_id: str | None = None
    confidence: float = 0.5
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MembershipClaim:
    """One statement about one member. Exactly one of `alliance_id` and `pairing` (the sorted member ids) is set."""

    member_id: str
    role: str
    status: str
    evidence: Evidence
    member_span: tuple[int, int]
    alliance_id: str | None = None
    pairing: tuple[str, ...] = ()
    alliance_span: tuple[int, int] | None = None
    is_founder: bool = False
    since: PartialDate | None = None
    until: PartialDate | None = None
    state_date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """One participant of an event claim in one role, and where it is named."""

    entity_id: str
    role: str
    span: tuple[int, int]
    acts_for_id: str | None = None
    share_pct: float | None = None


@dataclass(frozen=True, slots=True)
class EventClaim:
    """One statement of one happening."""

    event_type: str
    modality: str
    participants: tuple[Participant, ...]
    evidence: Evidence
    date: PartialDate | None = None
    polarity: str = "positive"
    place: str | None = None
    amount: float | None = None
    currency: str | None = None
    stake_pct: float | None = None


@dataclass(frozen=True, slots=True)
class RelationClaim:
    """One statement of how two entities relate."""

    subject_id: str
    relation: str
    object_id: str
    evidence: Evidence
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class AttributeClaim:
    """One statement about an alliance apart from its members."""

    alliance_id: str
    attribute: str
    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PostClaim:
    """One statement that a person holds a post."""

    person_id: str
    organization_id: str
    title: str
    evidence: Evidence
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Claims:
    """All claims of one document, each kind in the order of the text."""

    memberships: tuple[MembershipClaim, ...] = field(default=())
    events: tuple[EventClaim, ...] = field(default=())
    relations: tuple[RelationClaim, ...] = field(default=())
    attributes: tuple[AttributeClaim, ...] = field(default=())
    posts: tuple[PostClaim, ...] = field(default=())
