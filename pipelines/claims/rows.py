"""Claims as rows of the claim tables, with their ids.

`claim_id` hashes version, extractor and its version, offsets, kind, arguments and state; `statement_id` hashes article,
kind, arguments, state and value without offsets, so that an edited page goes on making the same statement.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pipelines.claims.model import (
    AttributeClaim,
    Document,
    EventClaim,
    Evidence,
    MembershipClaim,
    PartialDate,
    PostClaim,
    RelationClaim,
)
from pipelines.tables.identifiers import content_id, pairing_id

CONTEXT = 32
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Version:
    """Which article version the claims are of, the partition that it lies in, and who makes them."""

    version_id: str
    article_id: str
    capture_date: date
    document: Document
    extractor: str
    extractor_version: str


def membership_row(version: Version, claim: MembershipClaim) -> Row:
    """The row of one membership claim."""
    tie = claim.alliance_id or pairing_id(claim.pairing)
    dates = [claim.since.value if claim.since else None, claim.until.value if claim.until else None]
    span = claim.alliance_span or (None, None)
    return {
        **_identity(version, "membership", [tie, claim.member_id, claim.role, claim.status], dates, claim.evidence),
        "alliance_id": claim.alliance_id,
        "pairing_id": None if claim.alliance_id else tie,
        "pairing_member_ids": None if claim.alliance_id else sorted(set(claim.pairing)),
        "member_id": claim.member_id,
        "role": claim.role,
        "is_founder": claim.is_founder,
        "status": claim.status,
        **date_values("since", claim.since),
        **date_values("until", claim.until),
        **date_values("state", claim.state_date),
        **_evidence(version, claim.evidence),
        "member_start": claim.member_span[0],
        "member_end": claim.member_span[1],
        "alliance_start": span[0],
        "alliance_end": span[1],
    }


def event_rows(version: Version, claim: EventClaim) -> tuple[Row, list[Row]]:
    """The row of one event claim, and those of its participants."""
    who = sorted(f"{p.role}:{p.entity_id}" for p in claim.participants)
    dates = [claim.date.value if claim.date else None]
    row = {
        **_identity(version, "event", [claim.event_type, *who, claim.modality], dates, claim.evidence),
        "event_type": claim.event_type,
        "modality": claim.modality,
        "polarity": claim.polarity,
        **date_values("date", claim.date),
        "place": claim.place,
        "amount": claim.amount,
        "currency": claim.currency,
        "stake_pct": claim.stake_pct,
        **_evidence(version, claim.evidence),
    }
    participants = [
        {
            "claim_id": row["claim_id"],
            "capture_date": version.capture_date,
            "entity_id": p.entity_id,
            "role": p.role,
            "acts_for_id": p.acts_for_id,
            "share_pct": p.share_pct,
            "char_start": p.span[0],
            "char_end": p.span[1],
        }
        for p in claim.participants
    ]
    return row, participants


def relation_row(version: Version, claim: RelationClaim) -> Row:
    """The row of one relation claim."""
    dates = [claim.date.value if claim.date else None]
    return {
        **_identity(version, "relation", [claim.subject_id, claim.relation, claim.object_id], dates, claim.evidence),
        "subject_id": claim.subject_id,
        "relation": claim.relation,
        "object_id": claim.object_id,
        **date_values("date", claim.date),
        **_evidence(version, claim.evidence),
    }


def attribute_row(version: Version, claim: AttributeClaim) -> Row:
    """The row of one attribute claim."""
    return {
        **_identity(version, "attribute", [claim.alliance_id, claim.attribute], [claim.value], claim.evidence),
        "alliance_id": claim.alliance_id,
        "attribute": claim.attribute,
        "value": claim.value,
        **_evidence(version, claim.evidence),
    }


def post_row(version: Version, claim: PostClaim) -> Row:
    """The row of one post claim."""
    dates = [claim.date.value if claim.date else None]
    return {
        **_identity(version, "post", [claim.person_id, claim.organization_id, claim.title], dates, claim.evidence),
        "person_id": claim.person_id,
        "organization_id": claim.organization_id,
        "title": claim.title,
        **date_values("date", claim.date),
        **_evidence(version, claim.evidence),
    }


def date_values(prefix: str, when: PartialDate | None) -> Mapping[str, Any]:
    """The columns of one partial date; all null for None."""
    return {
        f"{prefix}_value": when.value if when else None,
        f"{prefix}_min": when.minimum if when else None,
        f"{prefix}_max": when.maximum if when else None,
        f"{prefix}_precision": when.precision if when else None,
        f"{prefix}_edge": when.edge if when else None,
        f"{prefix}_basis": when.basis if when else None,
    }


def _identity(
    version: Version, kind: str, arguments: list[str], value: list[str | None], evidence: Evidence
) -> Mapping[str, Any]:
    spans = (evidence.start, evidence.end, evidence.trigger_start, evidence.trigger_end)
    return {
        "claim_id": content_id(
            "claim",
            version.version_id,
            version.extractor,
            version.extractor_version,
            *spans,
            kind,
            *arguments,
            *value,
        ),
        "statement_id": content_id("statement", version.article_id, kind, *arguments, *value),
        "version_id": version.version_id,
        "article_id": version.article_id,
        "capture_date": version.capture_date,
    }


def _evidence(version: Version, evidence: Evidence) -> Mapping[str, Any]:
    text = version.document.text
    return {
        "attribution": evidence.attribution,
        "speaker_id": evidence.speaker_id,
        "zone": evidence.zone,
        "quote": text[evidence.start : evidence.end],
        "char_start": evidence.start,
        "char_end": evidence.end,
        "prefix": text[max(0, evidence.start - CONTEXT) : evidence.start],
        "suffix": text[evidence.end : evidence.end + CONTEXT],
        "trigger_start": evidence.trigger_start,
        "trigger_end": evidence.trigger_end,
        "extractor": version.extractor,
        "extractor_version": version.extractor_version,
        "frame": evidence.frame,
        "confidence": evidence.confidence,
    }
