"""Tables of names: mentions in the text, the entities that they resolve to, and what analysts decided."""

from __future__ import annotations

import polars as pl

from pipelines.tables import vocabularies as v
from pipelines.tables.declaration import Column, Covers, Ordered, Reference, Span, Table
from pipelines.tables.pages import CAPTURE_DATE, DAY, TEXT

MENTIONS = Table(
    name="mentions",
    layer="core",
    grain="one span of one article version",
    description="Every name, date, amount and group word of the text, with the entity that it was resolved to.",
    columns=(
        Column("version_id", TEXT, "The article version.", required=True),
        Column("sentence_no", pl.Int32(), "The sentence that holds it.", required=True, minimum=0),
        CAPTURE_DATE,
        Column("char_start", pl.Int32(), "First character.", required=True, minimum=0),
        Column("char_end", pl.Int32(), "One past the last character.", required=True, minimum=1),
        Column("surface", TEXT, "The text at those offsets.", required=True),
        Column("mention_type", TEXT, "What it names.", required=True, vocabulary=v.MENTION_TYPE),
        Column("entity_id", TEXT, "The entity, for names and for group words with one antecedent."),
        Column("entity_name", TEXT, "The name by which this article's claims call the entity."),
        Column(
            "member_ids",
            pl.List(pl.String()),
            "For a group word: the entities that it stands for, sorted; empty where that is unclear, and for all else.",
            required=True,
        ),
        Column("resolution_method", TEXT, "How the entity was found.", required=True, vocabulary=v.RESOLUTION_METHOD),
        Column("resolution_score", pl.Float64(), "How sure the resolution is.", required=True, minimum=0, maximum=1),
    ),
    key=("version_id", "char_start", "char_end", "mention_type", "capture_date"),
    partitioned=True,
    references=(Reference("version_id", "core/articles", "version_id"),),
    spans=(Span("char_start", "char_end", "surface"),),
)

ENTITIES = Table(
    name="entities",
    layer="core",
    grain="one entity",
    description="Everything that has a name: curated, imported from a register, or discovered in an article.",
    columns=(
        Column("entity_id", TEXT, "Stable id; curated ids are readable.", required=True),
        Column("name", TEXT, "The name to show: Korean for a Korean party, Latin for a foreign one.", required=True),
        Column("name_ko", TEXT, "Korean name."),
        Column("name_en", TEXT, "English name."),
        Column("entity_type", TEXT, "What it is.", required=True, vocabulary=v.ENTITY_TYPE),
        Column("org_type", TEXT, "What kind of organization it is.", vocabulary=v.ORG_TYPE),
        Column("parent_id", TEXT, "The organization that owns it."),
        Column("group_id", TEXT, "The business group that it belongs to."),
        Column("country", TEXT, "ISO 3166-1 alpha-2 code of its seat."),
        Column("sector", TEXT, "Field of business."),
        Column("stock_code", TEXT, "Ticker on its home exchange."),
        Column("dart_corp_code", TEXT, "OpenDART's code of the company."),
        Column("wikidata_qid", TEXT, "Wikidata item."),
        Column("ror_id", TEXT, "Research Organization Registry id."),
        Column("status", TEXT, "How it came to be known.", required=True, vocabulary=v.ENTITY_STATUS),
    ),
    key=("entity_id",),
    references=(
        Reference("parent_id", "core/entities", "entity_id"),
        Reference("group_id", "core/entities", "entity_id"),
    ),
    covers=(Covers("entity_id", "core/mentions", "entity_id"),),
)

ENTITY_ALIASES = Table(
    name="entity_aliases",
    layer="core",
    grain="one form of one entity's name",
    description="The forms under which an entity appears, with the years in which a former name held.",
    columns=(
        Column("entity_id", TEXT, "The entity.", required=True),
        Column("alias", TEXT, "The form.", required=True),
        Column("language", TEXT, "Language of the form, as an ISO 639-1 code; null where it is letters only."),
        Column("kind", TEXT, "How it relates to the name.", required=True, vocabulary=v.ALIAS_KIND),
        Column("valid_from", DAY, "First day of a name that came later."),
        Column("valid_to", DAY, "Last day of a former name."),
    ),
    key=("entity_id", "alias"),
    references=(Reference("entity_id", "core/entities", "entity_id"),),
    rules=(Ordered("valid_from", "valid_to"),),
)

ENTITY_REDIRECTS = Table(
    name="entity_redirects",
    layer="core",
    grain="one retired entity id",
    description="Ids that claims may still carry, and the entity that they mean now.",
    columns=(
        Column("entity_id", TEXT, "The retired id.", required=True),
        Column("canonical_id", TEXT, "The entity that it means.", required=True),
        Column("reason", TEXT, "Why the two are one.", required=True),
        Column("decided_by", TEXT, "Who decided; null for a rule."),
        Column("decided_at", DAY, "When it was decided; null for a rule."),
    ),
    key=("entity_id",),
    references=(Reference("canonical_id", "core/entities", "entity_id"),),
)

OVERRIDES = Table(
    name="overrides",
    layer="core",
    grain="one decision of an analyst",
    description="Decisions about facts, from the knowledge base: applied last, and known from decided_at on.",
    columns=(
        Column("override_id", TEXT, "Id of the decision.", required=True),
        Column("target", TEXT, "What kind of thing it is about: membership, tie or event.", required=True),
        Column("target_id", TEXT, "Its id.", required=True),
        Column("field", TEXT, "Which column of the fact it sets.", required=True),
        Column("old_value", TEXT, "The value before, as the analyst saw it."),
        Column("new_value", TEXT, "The value from then on."),
        Column("decided_by", TEXT, "Who decided.", required=True),
        Column("decided_at", DAY, "When.", required=True),
        Column("reason", TEXT, "Why.", required=True),
    ),
    key=("override_id",),
)

SUPPRESSIONS = Table(
    name="suppressions",
    layer="core",
    grain="one person, page or outlet that is not to be shown",
    description="What the marts leave out, from the knowledge base; no page is read again for it.",
    columns=(
        Column("kind", TEXT, "What it is.", required=True, vocabulary=v.SUPPRESSION_KIND),
        Column("value", TEXT, "Its id, name, address or domain.", required=True),
        Column("decided_by", TEXT, "Who decided.", required=True),
        Column("decided_at", DAY, "When.", required=True),
        Column("reason", TEXT, "Why.", required=True),
    ),
    key=("kind", "value"),
)

WATCHLIST = Table(
    name="watchlist",
    layer="core",
    grain="one entity that somebody watches",
    description="Entities whose changes are marked in the change feed, from the knowledge base.",
    columns=(
        Column("watched", TEXT, "The entity, by id or name.", required=True),
        Column("added_by", TEXT, "Who watches it.", required=True),
        Column("added_at", DAY, "Since when.", required=True),
        Column("reason", TEXT, "Why."),
    ),
    key=("watched",),
)

TABLES = (MENTIONS, ENTITIES, ENTITY_ALIASES, ENTITY_REDIRECTS, OVERRIDES, SUPPRESSIONS, WATCHLIST)
