"""Tables of claims: what a sentence says about ties, happenings, relations, attributes and posts.

Entities are checked against the mentions of the same partition, so that a partition of claims can be made and audited
alone; core/entities in turn covers every mention.
"""

from __future__ import annotations

import polars as pl

from pipelines.tables import vocabularies as v
from pipelines.tables.declaration import Column, OneOf, Ordered, Reference, Span, Table
from pipelines.tables.pages import CAPTURE_DATE, DAY, TEXT

OFFSET = pl.Int32()


def date_columns(prefix: str, what: str) -> tuple[Column, ...]:
    """The columns of one partial date: `what` completes 'the day of …'."""
    return (
        Column(f"{prefix}_value", TEXT, f"{what}: ISO, partial where the text is (YYYY, YYYY-MM or YYYY-MM-DD)."),
        Column(f"{prefix}_min", DAY, f"{what}: the first day that it can be."),
        Column(f"{prefix}_max", DAY, f"{what}: the last day that it can be."),
        Column(f"{prefix}_precision", TEXT, f"{what}: its unit.", vocabulary=v.PRECISION),
        Column(f"{prefix}_edge", TEXT, f"{what}: which part of the unit.", vocabulary=v.EDGE),
        Column(f"{prefix}_basis", TEXT, f"{what}: what the text dates.", vocabulary=v.BASIS),
    )


EVIDENCE = (
    Column("attribution", TEXT, "Whose word it is.", required=True, vocabulary=v.ATTRIBUTION),
    Column("speaker_id", TEXT, "The entity that is quoted, where it is named."),
    Column("zone", TEXT, "Where the quote stands.", required=True, vocabulary=v.ZONE),
    Column("quote", TEXT, "The sentence or sentences that say it, literally.", required=True),
    Column("char_start", OFFSET, "First character of the quote in the version's text.", required=True, minimum=0),
    Column("char_end", OFFSET, "One past the last character of the quote.", required=True, minimum=1),
    Column("prefix", TEXT, "Up to 32 characters before the quote.", required=True),
    Column("suffix", TEXT, "Up to 32 characters after the quote.", required=True),
    Column("trigger_start", OFFSET, "First character of the words that make the claim.", required=True, minimum=0),
    Column("trigger_end", OFFSET, "One past the last character of those words.", required=True, minimum=1),
    Column("extractor", TEXT, "Which extractor made the claim.", required=True),
    Column("extractor_version", TEXT, "Its version.", required=True),
    Column("frame", TEXT, "The rule of the extractor that matched.", required=True),
    Column(
        "confidence",
        pl.Float64(),
        "How likely the claim is what the sentence says.",
        required=True,
        minimum=0,
        maximum=1,
    ),
)
IDENTITY = (
    Column("claim_id", TEXT, "Hash of version, extractor, offsets, kind, arguments and state.", required=True),
    Column("statement_id", TEXT, "The same without offsets and version: an edited page still makes it.", required=True),
    Column("version_id", TEXT, "The article version that says it.", required=True),
    Column("article_id", TEXT, "The article.", required=True),
    CAPTURE_DATE,
)
EVIDENCE_SPANS = (Span("char_start", "char_end", "quote"), Span("trigger_start", "trigger_end"))
OF_VERSION = Reference("version_id", "core/articles", "version_id")
SPEAKER = Reference("speaker_id", "core/mentions", "entity_id")
CLAIM_KEY = ("claim_id", "capture_date")

MEMBERSHIP_CLAIMS = Table(
    name="membership_claims",
    layer="core",
    grain="one statement about one member of one alliance or pairing",
    description="What a sentence says about one party's place in an alliance or nameless pairing.",
    columns=(
        *IDENTITY,
        Column("alliance_id", TEXT, "The named alliance."),
        Column("pairing_id", TEXT, "The nameless pairing: hash of its sorted member ids."),
        Column("pairing_member_ids", pl.List(pl.String()), "The members of the nameless pairing, sorted."),
        Column("member_id", TEXT, "The member: an organization, or an alliance.", required=True),
        Column("role", TEXT, "What the member is in the tie.", required=True, vocabulary=v.ROLE),
        Column("is_founder", pl.Boolean(), "The text says that it founded the alliance.", required=True),
        Column("status", TEXT, "State of the tie.", required=True, vocabulary=v.STATUS),
        *date_columns("since", "Entry into the tie"),
        *date_columns("until", "End of the tie"),
        *date_columns("state", "The act that made a state other than active"),
        *EVIDENCE,
        Column("member_start", OFFSET, "Where the member is named: first character.", required=True, minimum=0),
        Column(
            "member_end", OFFSET, "Where the member is named: one past the last character.", required=True, minimum=1
        ),
        Column("alliance_start", OFFSET, "Where the alliance is named: first character.", minimum=0),
        Column("alliance_end", OFFSET, "Where the alliance is named: one past the last character.", minimum=1),
    ),
    key=CLAIM_KEY,
    partitioned=True,
    references=(
        OF_VERSION,
        Reference("member_id", "core/mentions", "entity_id"),
        Reference("alliance_id", "core/mentions", "entity_id"),
        SPEAKER,
    ),
    spans=(*EVIDENCE_SPANS, Span("member_start", "member_end"), Span("alliance_start", "alliance_end")),
    rules=(OneOf(("alliance_id", "pairing_id")), Ordered("since_min", "since_max"), Ordered("until_min", "until_max")),
)

EVENT_CLAIMS = Table(
    name="event_claims",
    layer="core",
    grain="one statement of one happening",
    description="What a sentence says has happened, is planned, is talked about or is denied.",
    columns=(
        *IDENTITY,
        Column("event_type", TEXT, "What kind of act it is.", required=True, vocabulary=v.EVENT_TYPE),
        Column("modality", TEXT, "How certain the text is.", required=True, vocabulary=v.MODALITY),
        Column("polarity", TEXT, "Affirmed or negated.", required=True, vocabulary=v.POLARITY),
        *date_columns("date", "The happening"),
        Column("place", TEXT, "Where it happened, as the text names it."),
        Column("amount", pl.Float64(), "Size of the deal in units of `currency`.", minimum=0),
        Column("currency", TEXT, "ISO 4217 code."),
        Column("stake_pct", pl.Float64(), "Share of equity, in percent.", minimum=0, maximum=100),
        *EVIDENCE,
    ),
    key=CLAIM_KEY,
    partitioned=True,
    references=(OF_VERSION, SPEAKER),
    spans=EVIDENCE_SPANS,
    rules=(Ordered("date_min", "date_max"),),
)

EVENT_CLAIM_PARTICIPANTS = Table(
    name="event_claim_participants",
    layer="core",
    grain="one participant in one role of one event claim",
    description="Who takes part in a claimed happening, in which role, and for whom.",
    columns=(
        Column("claim_id", TEXT, "The event claim.", required=True),
        CAPTURE_DATE,
        Column("entity_id", TEXT, "The participant.", required=True),
        Column("role", TEXT, "What it does there.", required=True, vocabulary=v.PARTICIPANT_ROLE),
        Column("acts_for_id", TEXT, "The organization for which a person acts."),
        Column("share_pct", pl.Float64(), "Its share of the deal, in percent.", minimum=0, maximum=100),
        Column("char_start", OFFSET, "Where it is named: first character.", required=True, minimum=0),
        Column("char_end", OFFSET, "Where it is named: one past the last character.", required=True, minimum=1),
    ),
    key=("claim_id", "entity_id", "role", "capture_date"),
    partitioned=True,
    references=(
        Reference("claim_id", "core/event_claims", "claim_id"),
        Reference("entity_id", "core/mentions", "entity_id"),
        Reference("acts_for_id", "core/mentions", "entity_id"),
    ),
)

RELATION_CLAIMS = Table(
    name="relation_claims",
    layer="core",
    grain="one statement of one relation between two entities or pairings",
    description="What a sentence says about how two alliances or organizations relate.",
    columns=(
        *IDENTITY,
        Column("subject_id", TEXT, "The one.", required=True),
        Column("relation", TEXT, "How it relates.", required=True, vocabulary=v.RELATION),
        Column("object_id", TEXT, "The other.", required=True),
        *date_columns("date", "The day from which it holds"),
        *EVIDENCE,
    ),
    key=CLAIM_KEY,
    partitioned=True,
    references=(OF_VERSION, SPEAKER),
    spans=EVIDENCE_SPANS,
)

ATTRIBUTE_CLAIMS = Table(
    name="attribute_claims",
    layer="core",
    grain="one statement of one attribute of one alliance",
    description="What a sentence says about an alliance apart from its members.",
    columns=(
        *IDENTITY,
        Column("alliance_id", TEXT, "The alliance.", required=True),
        Column("attribute", TEXT, "Which attribute.", required=True, vocabulary=v.ATTRIBUTE),
        Column("value", TEXT, "The value: text, an ISO date, or a number.", required=True),
        *EVIDENCE,
    ),
    key=CLAIM_KEY,
    partitioned=True,
    references=(OF_VERSION, SPEAKER, Reference("alliance_id", "core/mentions", "entity_id")),
    spans=EVIDENCE_SPANS,
)

POST_CLAIMS = Table(
    name="post_claims",
    layer="core",
    grain="one statement that one person holds one post",
    description="Who holds which post at which organization, as a sentence says it.",
    columns=(
        *IDENTITY,
        Column("person_id", TEXT, "The person.", required=True),
        Column("organization_id", TEXT, "The organization.", required=True),
        Column("title", TEXT, "The post, as the text names it.", required=True),
        *date_columns("date", "A day on which the post was held"),
        *EVIDENCE,
    ),
    key=CLAIM_KEY,
    partitioned=True,
    references=(
        OF_VERSION,
        SPEAKER,
        Reference("person_id", "core/mentions", "entity_id"),
        Reference("organization_id", "core/mentions", "entity_id"),
    ),
    spans=EVIDENCE_SPANS,
)

TABLES = (
    MEMBERSHIP_CLAIMS,
    EVENT_CLAIMS,
    EVENT_CLAIM_PARTICIPANTS,
    RELATION_CLAIMS,
    ATTRIBUTE_CLAIMS,
    POST_CLAIMS,
)
