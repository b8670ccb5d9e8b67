"""Tables for looking at the facts as a whole: who is with whom, what happened when, what changed, and what was read."""

from __future__ import annotations

import polars as pl

from pipelines.tables import vocabularies as v
from pipelines.tables.declaration import Column, Table
from pipelines.tables.facts import DATA_AS_OF, FLAG, valid_columns
from pipelines.tables.pages import DAY, INSTANT, INT, TEXT

SCORE = pl.Float64()

CO_MEMBERSHIP = Table(
    name="co_membership",
    layer="mart",
    grain="two parties that are now members of one alliance or pairing",
    description=(
        "Who is with whom: a view of two at a time, of what the facts keep whole. Each alliance of n members adds "
        "1 / (n - 1) to the weight of each of its pairs, so that every member brings the weight 1 into it, "
        "be it of two or of fifty."
    ),
    columns=(
        Column("member_id", TEXT, "The one: the smaller id.", required=True),
        Column("member_name", TEXT, "Its name.", required=True),
        Column("other_id", TEXT, "The other.", required=True),
        Column("other_name", TEXT, "Its name.", required=True),
        Column("weight", SCORE, "Sum of 1 / (n - 1) over what they share, rounded to six places.", required=True),
        Column("n_alliances", INT, "Named alliances that they share.", required=True, minimum=0),
        Column("n_pairings", INT, "Nameless pairings that they share.", required=True, minimum=0),
        Column("alliance_ids", pl.List(pl.String()), "What they share, sorted.", required=True),
        Column("first_confirmed_on", DAY, "The first day on which both were said to belong to one.", required=True),
        Column("last_confirmed_on", DAY, "The last day up to which both were said to.", required=True),
        DATA_AS_OF,
    ),
    key=("member_id", "other_id"),
)

ORGANIZATION_CENTRALITY = Table(
    name="organization_centrality",
    layer="mart",
    grain="one party that shares an alliance or pairing with another",
    description="How central each party is in the network of co_membership, by the measures of networkx.",
    columns=(
        Column("member_id", TEXT, "The party.", required=True),
        Column("member_name", TEXT, "Its name.", required=True),
        Column("n_partners", INT, "Parties that it shares something with.", required=True, minimum=1),
        Column("strength", SCORE, "Sum of the weights of its pairs, rounded to six places.", required=True),
        Column(
            "betweenness",
            SCORE,
            "Share of the shortest paths between two others that lead over it, rounded to six places; "
            "in a network of more than 500 parties estimated from 64 of them.",
            required=True,
            minimum=0,
            maximum=1,
        ),
        Column(
            "core_number",
            INT,
            "The largest k such that it is in a group of parties with k partners each in the group.",
            required=True,
            minimum=0,
        ),
        Column(
            "component_no", INT, "Which connected part of the network it is in, the largest being 1.", required=True
        ),
        Column("component_size", INT, "Parties in that part.", required=True, minimum=2),
    ),
    key=("member_id",),
)

ALLIANCE_TIMELINE = Table(
    name="alliance_timeline",
    layer="mart",
    grain="one beginning or end of a state of a tie, or one happening, of one alliance",
    description="What happened in each alliance or pairing, in order, as known now.",
    columns=(
        Column("entry_id", TEXT, "Hash of the fact and the kind of entry.", required=True),
        Column("alliance_id", TEXT, "The alliance or nameless pairing.", required=True),
        Column("alliance_name", TEXT, "Its name.", required=True),
        Column("sorted_on", DAY, "The day by which entries are sorted, and no date of anything.", required=True),
        *valid_columns("happened_on", "The beginning, end or happening"),
        Column("kind", TEXT, "What the entry tells.", required=True, vocabulary=v.TIMELINE_KIND),
        Column("status", TEXT, "The state that began or ended.", vocabulary=v.STATUS),
        Column("event_type", TEXT, "The kind of happening.", vocabulary=v.EVENT_TYPE),
        Column("modality", TEXT, "How certain the happening is.", vocabulary=v.MODALITY),
        Column("member_id", TEXT, "Whose tie it is; null for a happening."),
        Column("who", TEXT, "The member, or the parties to the happening, by name.", required=True),
        Column("fact_type", TEXT, "Which fact table it is from.", required=True, vocabulary=v.FACT_TYPE),
        Column("fact_id", TEXT, "membership_id or event_id.", required=True),
        Column("n_independent_sources", INT, "Syndication groups that say so.", required=True, minimum=0),
    ),
    key=("entry_id",),
    sort=("alliance_name", "alliance_id", "sorted_on", "kind", "who", "entry_id"),
)

SOURCE_COVERAGE = Table(
    name="source_coverage",
    layer="mart",
    grain="one outlet in one month of publication",
    description="What was read of each outlet, and what came of it.",
    columns=(
        Column("publisher", TEXT, "The outlet; '(unknown)' where no page names it.", required=True),
        Column(
            "year_month", TEXT, "Month of publication as YYYY-MM; '(undated)' where no page states it.", required=True
        ),
        Column("n_articles", INT, "Articles.", required=True, minimum=1),
        Column("n_syndicated", INT, "Of these, copies and rewrites of one source.", required=True, minimum=0),
        Column("n_with_claims", INT, "Articles that make a claim.", required=True, minimum=0),
        Column("n_claims", INT, "Claims of all kinds.", required=True, minimum=0),
        Column("n_facts", INT, "Memberships and happenings that rest on them.", required=True, minimum=0),
        Column("first_captured_on", DAY, "The first capture date.", required=True),
        Column("last_captured_on", DAY, "The last capture date.", required=True),
    ),
    key=("publisher", "year_month"),
)

CHANGE_FEED = Table(
    name="change_feed",
    layer="mart",
    grain="one change of one tie, or one alliance that was new, at one point of known time",
    description=(
        "What became known, in order: who joined, who left, which tie changed its state, which alliance was new. "
        "'Since build B' is known_from > B's data_as_of or recorded_from > B's last capture date; "
        "in DuckDB, changes_since(table) compares with that build's own membership_wide."
    ),
    columns=(
        Column("change_id", TEXT, "Hash of tie or alliance, point of known time and type.", required=True),
        Column("change_type", TEXT, "What changed.", required=True, vocabulary=v.CHANGE_TYPE),
        Column("known_from", INSTANT, "From when it could be known.", required=True),
        Column("recorded_from", DAY, "The capture date from which the lake supports it.", required=True),
        Column("alliance_id", TEXT, "The alliance or nameless pairing.", required=True),
        Column("alliance_name", TEXT, "Its name.", required=True),
        Column("member_id", TEXT, "Whose tie changed; null for a new alliance."),
        Column("member_name", TEXT, "Its name."),
        Column("from_status", TEXT, "The state of the tie before; null where none was known."),
        Column("to_status", TEXT, "The state from then on; null where the tie ended, or is no longer told of."),
        Column("valid_on", TEXT, "When it was so, as the sources state it; null where none does."),
        Column("membership_id", TEXT, "The fact behind it; null where nothing is left of it, and for a new alliance."),
        Column("is_watched", FLAG, "Alliance or member stands in watchlist.csv, by id or name.", required=True),
    ),
    key=("change_id",),
    sort=("known_from", "alliance_name", "member_name", "change_type", "change_id"),
)

TABLES = (CO_MEMBERSHIP, ORGANIZATION_CENTRALITY, ALLIANCE_TIMELINE, SOURCE_COVERAGE, CHANGE_FEED)
