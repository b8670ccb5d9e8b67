"""The two fact tables and what stands beside them: participants, evidence, conflicts, overrides.

Here are declarations only; how the rows come about is in dbt/models.
"""

from __future__ import annotations

import polars as pl

from pipelines.tables import vocabularies as v
from pipelines.tables.declaration import Column, Ordered, Reference, Table
from pipelines.tables.pages import DAY, INSTANT, INT, TEXT

FLAG = pl.Boolean()
SHARE = pl.Float64()


def valid_columns(name: str, what: str) -> tuple[Column, ...]:
    """The columns of one edge of the valid clock: `what` completes 'the day of …'."""
    return (
        Column(name, TEXT, f"{what}, as the sources state it (YYYY, YYYY-MM or YYYY-MM-DD); null where none does."),
        Column(f"{name}_precision", TEXT, f"{what}: its unit.", vocabulary=v.PRECISION),
        Column(f"{name}_edge", TEXT, f"{what}: which part of the unit.", vocabulary=v.EDGE),
        Column(f"{name}_basis", TEXT, f"{what}: what the text dates.", vocabulary=v.BASIS),
        Column(f"{name}_min", DAY, f"{what}: the first day that it can be; null where nothing bounds it."),
        Column(f"{name}_max", DAY, f"{what}: the last day that it can be; null where nothing bounds it."),
    )


def known_columns(what: str) -> tuple[Column, ...]:
    """The known and the recorded clock of one row: from when to when `what` could be known."""
    return (
        Column("known_from", INSTANT, f"From when {what} could be known.", required=True),
        Column("known_to", INSTANT, "When other knowledge took its place; null while it stands."),
        Column("known_basis", TEXT, "What known_from rests on.", required=True, vocabulary=v.KNOWN_BASIS),
        Column("recorded_from", DAY, "The capture date from which the lake supports it.", required=True),
    )


SUPPORT = (
    Column(
        "confidence",
        SHARE,
        "1 - product over independent sources of (1 - their best claim's confidence), rounded to six places.",
        required=True,
        minimum=0,
        maximum=1,
    ),
    Column(
        "n_mentions",
        INT,
        "Sentences that say so, in the newest version of each article, each once however many extractors read it.",
        required=True,
        minimum=0,
    ),
    Column("n_articles", INT, "Articles that say so.", required=True, minimum=0),
    Column(
        "n_independent_sources",
        INT,
        "Syndication groups that say so: copies and rewrites count once.",
        required=True,
        minimum=0,
    ),
    Column("has_conflict", FLAG, "Another claim says otherwise; see fct_conflict.", required=True),
)
DATA_AS_OF = Column(
    "data_as_of", INSTANT, "The newest known_from of the table: up to here the sources were read.", required=True
)

FCT_ALLIANCE_MEMBERSHIP = Table(
    name="fct_alliance_membership",
    layer="mart",
    grain="one tie, in one state interval, over one interval of knowledge",
    description=(
        "Who belongs to which alliance or nameless pairing, in which state, from when to when, "
        "as known from when to when. "
        "No two rows of a tie overlap in both valid and known time. "
        "Counts, confidence and last_confirmed_on are those at the end of the row's known time."
    ),
    columns=(
        Column("membership_id", TEXT, "Hash of tie, state and the statement that opened it.", required=True),
        Column("tie_id", TEXT, "Hash of alliance or pairing, and member.", required=True),
        Column("alliance_id", TEXT, "The alliance or nameless pairing; see dim_alliance.", required=True),
        Column("member_id", TEXT, "The member: an organization, or an alliance.", required=True),
        Column("role", TEXT, "What the member is in the tie.", required=True, vocabulary=v.ROLE),
        Column("is_founder", FLAG, "A source says that it founded the alliance.", required=True),
        Column("status", TEXT, "State of the tie.", required=True, vocabulary=v.STATUS),
        *valid_columns("valid_from", "Start of the state"),
        *valid_columns("valid_to", "End of the state, exclusive"),
        Column("announced_on", DAY, "The first day on which an announcement of the tie is dated."),
        Column("left_censored", FLAG, "No source dates the start.", required=True),
        Column(
            "right_censored", FLAG, "No source tells of an end, which does not mean that there is none.", required=True
        ),
        Column("first_confirmed_on", DAY, "The first day on which a source said so.", required=True),
        Column("last_confirmed_on", DAY, "The last day on which a source said so.", required=True),
        *known_columns("this"),
        Column(
            "is_current", FLAG, "This is the knowledge of today, and no end is known as of data_as_of.", required=True
        ),
        *SUPPORT,
        Column("is_overridden", FLAG, "An analyst's decision changed this row; see fct_override.", required=True),
        Column("best_claim_id", TEXT, "The claim to show first.", required=True),
        DATA_AS_OF,
    ),
    key=("membership_id", "known_from"),
    sort=("alliance_id", "member_id", "known_from", "first_confirmed_on", "membership_id"),
    references=(Reference("alliance_id", "mart/dim_alliance", "alliance_id"),),
    bitemporal_by="tie_id",
    rules=(
        Ordered("valid_from_min", "valid_from_max"),
        Ordered("valid_to_min", "valid_to_max"),
        Ordered("known_from", "known_to"),
    ),
)

FCT_EVENT = Table(
    name="fct_event",
    layer="mart",
    grain="one happening of one type",
    description="What happened, is planned, is talked about or was denied: one row however many outlets report it.",
    columns=(
        Column("event_id", TEXT, "The smallest statement_id of its cluster.", required=True),
        Column("event_type", TEXT, "What kind of act it is.", required=True, vocabulary=v.EVENT_TYPE),
        Column("plover_type", TEXT, "PLOVER's class of the act; null where it has none.", vocabulary=v.PLOVER_TYPE),
        Column("modality", TEXT, "How certain it is, as of data_as_of.", required=True, vocabulary=v.MODALITY),
        Column("alliance_id", TEXT, "The alliance that it is about, where there is one."),
        *valid_columns("event_date", "The happening"),
        Column("place", TEXT, "Where it happened, as the best source names it."),
        Column("amount", pl.Float64(), "Size of the deal in units of `currency`.", minimum=0),
        Column("currency", TEXT, "ISO 4217 code."),
        Column("stake_pct", pl.Float64(), "Share of equity, in percent.", minimum=0, maximum=100),
        Column(
            "n_participants",
            INT,
            "Parties to it, without speakers, persons who sign, and venues.",
            required=True,
            minimum=0,
        ),
        Column("first_reported_on", DAY, "The day of the first report.", required=True),
        Column("last_reported_on", DAY, "The day of the last report.", required=True),
        Column("known_from", INSTANT, "From when the happening could be known.", required=True),
        Column("known_basis", TEXT, "What known_from rests on.", required=True, vocabulary=v.KNOWN_BASIS),
        Column("recorded_from", DAY, "The capture date of its first claim.", required=True),
        *SUPPORT,
        Column("is_overridden", FLAG, "An analyst's decision changed this row; see fct_override.", required=True),
        Column("best_claim_id", TEXT, "The claim to show first.", required=True),
        DATA_AS_OF,
    ),
    key=("event_id",),
    rules=(Ordered("event_date_min", "event_date_max"),),
)

FCT_EVENT_MODALITY = Table(
    name="fct_event_modality",
    layer="mart",
    grain="one happening over one interval of knowledge",
    description="How certain each happening was, as known from when to when: planned, then done; or denied.",
    columns=(
        Column("event_id", TEXT, "The happening.", required=True),
        Column("modality", TEXT, "How certain it was.", required=True, vocabulary=v.MODALITY),
        *known_columns("this"),
        Column("claim_id", TEXT, "The claim that decided.", required=True),
    ),
    key=("event_id", "known_from"),
    references=(Reference("event_id", "mart/fct_event", "event_id"),),
    rules=(Ordered("known_from", "known_to"),),
)

BRIDGE_EVENT_PARTICIPANT = Table(
    name="bridge_event_participant",
    layer="mart",
    grain="one participant in one role of one happening",
    description="Who takes part in each happening: n-ary, so a consortium of ten is one event with ten rows here.",
    columns=(
        Column("event_id", TEXT, "The happening.", required=True),
        Column("entity_id", TEXT, "The participant.", required=True),
        Column("role", TEXT, "What it does there.", required=True, vocabulary=v.PARTICIPANT_ROLE),
        Column("plover_side", TEXT, "PLOVER's side of the role; null where it has none.", vocabulary=v.PLOVER_SIDE),
        Column("acts_for_id", TEXT, "The organization for which a person acts."),
        Column("share_pct", pl.Float64(), "Its share of the deal, in percent.", minimum=0, maximum=100),
        Column("n_articles", INT, "Articles that name it in this role.", required=True, minimum=1),
    ),
    key=("event_id", "entity_id", "role"),
    references=(Reference("event_id", "mart/fct_event", "event_id"),),
)

FCT_EVIDENCE = Table(
    name="fct_evidence",
    layer="mart",
    grain="one claim under one fact",
    description="The sentence that says each fact: quote, offsets, article, outlet, date, link, and who is quoted.",
    columns=(
        Column("fact_id", TEXT, "membership_id or event_id.", required=True),
        Column("fact_type", TEXT, "Which fact table it is under.", required=True, vocabulary=v.FACT_TYPE),
        Column("claim_id", TEXT, "The claim.", required=True),
        Column("statement_id", TEXT, "What it says, apart from where it says so.", required=True),
        Column("stance", TEXT, "What the claim does to the fact.", required=True, vocabulary=v.STANCE),
        Column("article_id", TEXT, "The article; see dim_article.", required=True),
        Column("version_id", TEXT, "The version of the article that the offsets count in.", required=True),
        Column("publisher", TEXT, "The outlet."),
        Column("url", TEXT, "Where to read it."),
        Column("title", TEXT, "The headline of the article."),
        Column("published_at", INSTANT, "When it was published, where the page says so."),
        Column("known_at", INSTANT, "From when the world could know this version.", required=True),
        Column("capture_date", DAY, "The first day on which the version was captured.", required=True),
        Column("source_group_id", TEXT, "Syndication group: claims of one group are one source.", required=True),
        Column(
            "quote", TEXT, "The sentence or sentences that say it, literally, at most 300 characters.", required=True
        ),
        Column(
            "char_start",
            pl.Int32(),
            "First character of the whole quote in the version's text.",
            required=True,
            minimum=0,
        ),
        Column("char_end", pl.Int32(), "One past the last character of the whole quote.", required=True, minimum=1),
        Column("attribution", TEXT, "Whose word it is.", required=True, vocabulary=v.ATTRIBUTION),
        Column("speaker_id", TEXT, "The entity that is quoted, where it is named."),
        Column("zone", TEXT, "Where in the article the quote stands.", required=True, vocabulary=v.ZONE),
        Column("extractor", TEXT, "Which extractor made the claim.", required=True),
        Column("extractor_version", TEXT, "Its version.", required=True),
        Column("frame", TEXT, "The rule of the extractor that matched.", required=True),
        Column(
            "confidence", SHARE, "How likely the claim is what the sentence says.", required=True, minimum=0, maximum=1
        ),
    ),
    key=("fact_id", "claim_id"),
    sort=("fact_type", "fact_id", "known_at", "claim_id"),
    references=(Reference("article_id", "mart/dim_article", "article_id"),),
)

FCT_CONFLICT = Table(
    name="fct_conflict",
    layer="mart",
    grain="one claim that disagrees with one field of one fact",
    description="Claims that say otherwise than the row that is shown, with the rule that decided; all are kept.",
    columns=(
        Column("conflict_id", TEXT, "Hash of fact, field and both claims.", required=True),
        Column("fact_id", TEXT, "membership_id or event_id of the fact that is shown.", required=True),
        Column("fact_type", TEXT, "Which fact table it is in.", required=True, vocabulary=v.FACT_TYPE),
        Column("tie_id", TEXT, "The tie of a membership."),
        Column("field", TEXT, "What they disagree about.", required=True, vocabulary=v.CONFLICT_FIELD),
        Column("shown_value", TEXT, "The value that is shown."),
        Column("shown_claim_id", TEXT, "The claim behind it.", required=True),
        Column("other_value", TEXT, "What the other claim says."),
        Column("other_claim_id", TEXT, "The other claim.", required=True),
        Column("rule", TEXT, "The rule that decided.", required=True, vocabulary=v.CONFLICT_RULE),
        Column("why", TEXT, "That rule, said of these two claims.", required=True),
        Column("known_from", INSTANT, "From when the disagreement could be known.", required=True),
        Column("is_current", FLAG, "It stands in the newest state of knowledge.", required=True),
    ),
    key=("conflict_id",),
)

FCT_OVERRIDE = Table(
    name="fct_override",
    layer="mart",
    grain="one decision of an analyst",
    description="Who decided what about which fact, when and why; it counts from then in known time.",
    columns=(
        Column("override_id", TEXT, "Id of the decision.", required=True),
        Column("target", TEXT, "What kind of thing it is about: membership, tie or event.", required=True),
        Column("target_id", TEXT, "Its id.", required=True),
        Column("field", TEXT, "Which column it sets.", required=True),
        Column("old_value", TEXT, "The value before, as the analyst saw it."),
        Column("new_value", TEXT, "The value from then on."),
        Column("decided_by", TEXT, "Who decided.", required=True),
        Column("decided_at", DAY, "When.", required=True),
        Column("reason", TEXT, "Why.", required=True),
        Column("is_applied", FLAG, "A fact of that id exists and the field is one that can be set.", required=True),
    ),
    key=("override_id",),
)

TABLES = (
    FCT_ALLIANCE_MEMBERSHIP,
    FCT_EVENT,
    FCT_EVENT_MODALITY,
    BRIDGE_EVENT_PARTICIPANT,
    FCT_EVIDENCE,
    FCT_CONFLICT,
    FCT_OVERRIDE,
)
