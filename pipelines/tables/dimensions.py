"""Dimensions and bridges: who and what the facts are about, where they were read, and the calendar."""

from __future__ import annotations

import polars as pl

from pipelines.tables import vocabularies as v
from pipelines.tables.declaration import Column, Reference, Table
from pipelines.tables.facts import FLAG, valid_columns
from pipelines.tables.pages import DAY, INSTANT, INT, TEXT

SOURCES = (
    Column("n_articles", INT, "Articles that say so.", required=True, minimum=0),
    Column("n_independent_sources", INT, "Syndication groups that say so.", required=True, minimum=0),
    Column("first_reported_on", DAY, "The day of the first report."),
    Column("best_claim_id", TEXT, "The claim to show first."),
)

DIM_ORGANIZATION = Table(
    name="dim_organization",
    layer="mart",
    grain="one organization",
    description="Companies, groups, universities, ministries and other organizations under their canonical ids.",
    columns=(
        Column("organization_id", TEXT, "Canonical entity id.", required=True),
        Column("name", TEXT, "The name to show.", required=True),
        Column("name_ko", TEXT, "Korean name."),
        Column("name_en", TEXT, "English name."),
        Column("org_type", TEXT, "What kind of organization it is.", vocabulary=v.ORG_TYPE),
        Column("parent_id", TEXT, "The organization that owns it."),
        Column("parent_name", TEXT, "Its name."),
        Column("group_id", TEXT, "The business group that it belongs to."),
        Column("group_name", TEXT, "Its name."),
        Column("country", TEXT, "ISO 3166-1 alpha-2 code of its seat."),
        Column("sector", TEXT, "Field of business."),
        Column("stock_code", TEXT, "Ticker on its home exchange."),
        Column("dart_corp_code", TEXT, "OpenDART's code of the company."),
        Column("wikidata_qid", TEXT, "Wikidata item."),
        Column("ror_id", TEXT, "Research Organization Registry id."),
        Column("status", TEXT, "How it came to be known.", required=True, vocabulary=v.ENTITY_STATUS),
        Column("former_names", pl.List(pl.String()), "Names that it bore before, sorted.", required=True),
        Column("n_current_ties", INT, "Ties that it is in now.", required=True, minimum=0),
    ),
    key=("organization_id",),
)

DIM_PERSON = Table(
    name="dim_person",
    layer="mart",
    grain="one person",
    description="People, only as holders of a business post or as speakers and signatories in a claim.",
    columns=(
        Column("person_id", TEXT, "Canonical entity id.", required=True),
        Column("name", TEXT, "The name to show.", required=True),
        Column("name_ko", TEXT, "Korean name."),
        Column("name_en", TEXT, "English name."),
        Column("status", TEXT, "How they came to be known.", required=True, vocabulary=v.ENTITY_STATUS),
        Column("latest_title", TEXT, "The post that they were last said to hold."),
        Column("latest_organization_id", TEXT, "The organization of that post."),
    ),
    key=("person_id",),
)

DIM_ALLIANCE = Table(
    name="dim_alliance",
    layer="mart",
    grain="one alliance or nameless pairing",
    description=(
        "Structures of several parties, named or not. "
        "A nameless pairing is shown as its members' names, sorted, with a dot between them."
    ),
    columns=(
        Column("alliance_id", TEXT, "Canonical entity id, or the pairing's id.", required=True),
        Column("name", TEXT, "The name to show.", required=True),
        Column("name_ko", TEXT, "Korean name."),
        Column("name_en", TEXT, "English name."),
        Column(
            "aliases",
            pl.List(pl.String()),
            "Other forms of its name, in any language, also former ones, sorted.",
            required=True,
        ),
        Column("is_pairing", FLAG, "It has no name of its own.", required=True),
        Column(
            "member_ids",
            pl.List(pl.String()),
            "The members that define a nameless pairing, sorted; null for an alliance.",
        ),
        Column("status", TEXT, "How it came to be known; null for a pairing.", vocabulary=v.ENTITY_STATUS),
        Column("form", TEXT, "Its form, as the best source says.", vocabulary=v.ALLIANCE_FORM),
        Column("field", TEXT, "Its field of business, as the best source says."),
        Column("founded_on", TEXT, "Its founding date, as the best source says."),
        Column(
            "n_current_members",
            INT,
            "Members that it has now, without prospective ones and observers.",
            required=True,
            minimum=0,
        ),
        Column("first_reported_on", DAY, "The day of the first report of one of its ties."),
        Column("last_reported_on", DAY, "The day of the last report of one of its ties."),
    ),
    key=("alliance_id",),
)

DIM_ARTICLE = Table(
    name="dim_article",
    layer="mart",
    grain="one article, in its newest version",
    description="Where facts were read: headline, outlet, link and dates; never the text.",
    columns=(
        Column("article_id", TEXT, "Hash of the canonical address.", required=True),
        Column("version_id", TEXT, "The newest version.", required=True),
        Column("n_versions", INT, "How many versions were captured.", required=True, minimum=1),
        Column("title", TEXT, "The headline."),
        Column("publisher_id", TEXT, "The outlet; see dim_publisher."),
        Column("publisher", TEXT, "Its name."),
        Column("portal", TEXT, "The portal that shows it."),
        Column("url", TEXT, "Where to read it."),
        Column("section", TEXT, "The section of the paper."),
        Column("language", TEXT, "ISO 639-1 code.", required=True),
        Column("published_at", INSTANT, "When it was published."),
        Column("published_on", DAY, "The day of publication in the outlet's own zone."),
        Column("updated_at", INSTANT, "When it was last changed."),
        Column("known_at", INSTANT, "From when the world could know the newest version.", required=True),
        Column("known_basis", TEXT, "What known_at rests on.", required=True, vocabulary=v.KNOWN_BASIS),
        Column("first_captured_on", DAY, "The first capture date.", required=True),
        Column("last_captured_on", DAY, "The last capture date.", required=True),
        Column("source_group_id", TEXT, "Its syndication group.", required=True),
        Column("source_group_kind", TEXT, "Why it is grouped.", required=True, vocabulary=v.SYNDICATION_KIND),
        Column("corrects_article_id", TEXT, "The article that it says it corrects."),
        Column("n_claims", INT, "Claims of all kinds in its newest version.", required=True, minimum=0),
    ),
    key=("article_id",),
)

DIM_PUBLISHER = Table(
    name="dim_publisher",
    layer="mart",
    grain="one outlet",
    description="Outlets by name, with how much of each was read.",
    columns=(
        Column("publisher_id", TEXT, "Hash of the name.", required=True),
        Column("name", TEXT, "The name, as the pages give it.", required=True),
        Column("n_articles", INT, "Articles of it.", required=True, minimum=1),
        Column("first_published_on", DAY, "Day of its first article."),
        Column("last_published_on", DAY, "Day of its last article."),
    ),
    key=("publisher_id",),
)

DIM_DATE = Table(
    name="dim_date",
    layer="mart",
    grain="one day",
    description="The calendar, for every day of the years from date_start to date_end (variables of the dbt project).",
    columns=(
        Column("date_day", DAY, "The day.", required=True),
        Column("year", pl.Int32(), "Year.", required=True),
        Column("half", pl.Int32(), "Half of the year, 1 or 2.", required=True),
        Column("quarter", pl.Int32(), "Quarter, 1 to 4.", required=True),
        Column("month", pl.Int32(), "Month, 1 to 12.", required=True),
        Column("day_of_month", pl.Int32(), "Day of the month, 1 to 31.", required=True),
        Column("iso_year", pl.Int32(), "Year of the ISO week.", required=True),
        Column("iso_week", pl.Int32(), "ISO week, 1 to 53.", required=True),
        Column("iso_weekday", pl.Int32(), "Day of the week, Monday 1 to Sunday 7.", required=True),
        Column("weekday_ko", TEXT, "Day of the week in Korean.", required=True),
        Column("weekday_en", TEXT, "Day of the week in English.", required=True),
        Column("year_month", TEXT, "Year and month as YYYY-MM.", required=True),
    ),
    key=("date_day",),
)

BRIDGE_ALLIANCE_RELATION = Table(
    name="bridge_alliance_relation",
    layer="mart",
    grain="one relation from one alliance, pairing or organization to another",
    description="Rivals, successors, renamings, subsets and subsidiaries, as sources say or as member lists show.",
    columns=(
        Column("subject_id", TEXT, "The one.", required=True),
        Column("relation", TEXT, "How it relates.", required=True, vocabulary=v.RELATION),
        Column("object_id", TEXT, "The other.", required=True),
        Column("subject_name", TEXT, "Its name."),
        Column("object_name", TEXT, "The other's name."),
        Column(
            "is_derived",
            FLAG,
            "No source says so: it follows from the members of two nameless pairings.",
            required=True,
        ),
        *valid_columns("valid_from", "The day from which it holds"),
        *SOURCES,
    ),
    key=("subject_id", "relation", "object_id"),
)

DIM_ALLIANCE_ATTRIBUTE = Table(
    name="dim_alliance_attribute",
    layer="mart",
    grain="one value of one attribute of one alliance",
    description="What sources say about an alliance apart from its members; every value is kept, the best marked.",
    columns=(
        Column("alliance_id", TEXT, "The alliance.", required=True),
        Column("attribute", TEXT, "Which attribute.", required=True, vocabulary=v.ATTRIBUTE),
        Column("value", TEXT, "The value.", required=True),
        Column(
            "is_best",
            FLAG,
            "The value with the most independent sources, then the later, then by claim_id.",
            required=True,
        ),
        *SOURCES,
        Column("last_reported_on", DAY, "The day of the last report.", required=True),
    ),
    key=("alliance_id", "attribute", "value"),
)

BRIDGE_PERSON_POST = Table(
    name="bridge_person_post",
    layer="mart",
    grain="one post of one person at one organization",
    description="Who holds which post, and between which days sources said so.",
    columns=(
        Column("person_id", TEXT, "The person.", required=True),
        Column("organization_id", TEXT, "The organization.", required=True),
        Column("title", TEXT, "The post, as the text names it.", required=True),
        *SOURCES,
        Column("last_reported_on", DAY, "The day of the last report.", required=True),
    ),
    key=("person_id", "organization_id", "title"),
    references=(Reference("person_id", "mart/dim_person", "person_id"),),
)

DIM_ID_REDIRECT = Table(
    name="dim_id_redirect",
    layer="mart",
    grain="one retired id",
    description="Ids that earlier builds published, and what they mean now: merged entities, merged pairings.",
    columns=(
        Column("retired_id", TEXT, "The retired id.", required=True),
        Column("canonical_id", TEXT, "What it means now; null for a pairing whose members turned out to be one."),
        Column("kind", TEXT, "What it named.", required=True, vocabulary=v.REDIRECT_KIND),
        Column("reason", TEXT, "Why.", required=True),
        Column("decided_by", TEXT, "Who decided; null for a rule."),
        Column("decided_at", DAY, "When it was decided; null for a rule."),
    ),
    key=("retired_id",),
)

TABLES = (
    DIM_ORGANIZATION,
    DIM_PERSON,
    DIM_ALLIANCE,
    DIM_ARTICLE,
    DIM_PUBLISHER,
    DIM_DATE,
    BRIDGE_ALLIANCE_RELATION,
    DIM_ALLIANCE_ATTRIBUTE,
    BRIDGE_PERSON_POST,
    DIM_ID_REDIRECT,
)
