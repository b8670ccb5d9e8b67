"""Wide tables for the first look: the facts with names, identifiers and their best quote beside them."""

from __future__ import annotations

import polars as pl

from pipelines.tables import vocabularies as v
from pipelines.tables.declaration import Column, Table
from pipelines.tables.facts import DATA_AS_OF, FCT_ALLIANCE_MEMBERSHIP, FCT_EVENT, FLAG
from pipelines.tables.pages import DAY, INSTANT, TEXT

QUOTE = (
    Column("quote", TEXT, "The best claim's sentence, at most 300 characters."),
    Column("publisher", TEXT, "Its outlet."),
    Column("url", TEXT, "Where to read it."),
    Column("published_at", INSTANT, "When that article was published."),
)

MEMBERSHIP_WIDE = Table(
    name="membership_wide",
    layer="mart",
    grain="one membership as known now",
    description="Every tie in every state, in the newest knowledge, with names and the best quote.",
    columns=(
        *(FCT_ALLIANCE_MEMBERSHIP.column(name) for name in ("membership_id", "tie_id", "alliance_id")),
        Column(
            "alliance_name", TEXT, "Name of the alliance; of a nameless pairing, its members' names.", required=True
        ),
        Column("alliance_name_ko", TEXT, "Its Korean name."),
        Column("alliance_name_en", TEXT, "Its English name."),
        Column("is_pairing", FLAG, "The alliance has no name of its own.", required=True),
        Column("alliance_form", TEXT, "Its form.", vocabulary=v.ALLIANCE_FORM),
        Column("alliance_field", TEXT, "Its field of business."),
        FCT_ALLIANCE_MEMBERSHIP.column("member_id"),
        Column("member_name", TEXT, "Name of the member.", required=True),
        Column("member_name_ko", TEXT, "Its Korean name."),
        Column("member_name_en", TEXT, "Its English name."),
        Column("member_type", TEXT, "What the member is.", required=True, vocabulary=v.ENTITY_TYPE),
        Column("org_type", TEXT, "What kind of organization it is.", vocabulary=v.ORG_TYPE),
        Column("stock_code", TEXT, "Its ticker."),
        Column("sector", TEXT, "Its field of business."),
        Column("country", TEXT, "ISO 3166-1 alpha-2 code of its seat."),
        *(
            column
            for column in FCT_ALLIANCE_MEMBERSHIP.columns[4:]
            if column.name not in ("known_to", "known_basis", "recorded_from", "data_as_of")
        ),
        *QUOTE,
        DATA_AS_OF,
    ),
    key=("membership_id",),
    sort=("alliance_name", "member_name", "membership_id"),
)

EVENT_WIDE = Table(
    name="event_wide",
    layer="mart",
    grain="one happening",
    description="Every happening with its participants' names and the best quote.",
    columns=(
        *(FCT_EVENT.column(name) for name in ("event_id", "event_type", "plover_type", "modality", "alliance_id")),
        Column("alliance_name", TEXT, "Name of the alliance that it is about."),
        Column("alliance_name_ko", TEXT, "Its Korean name."),
        Column("alliance_name_en", TEXT, "Its English name."),
        Column("participants", TEXT, "Names of the parties, sorted, with a comma.", required=True),
        Column("participants_ko", TEXT, "The same in Korean, as far as it is known.", required=True),
        Column("participants_en", TEXT, "The same in English, as far as it is known.", required=True),
        Column("participant_ids", pl.List(pl.String()), "Their ids, sorted.", required=True),
        *(
            column
            for column in FCT_EVENT.columns[5:]
            if column.name not in ("known_basis", "recorded_from", "data_as_of")
        ),
        *QUOTE,
        DATA_AS_OF,
    ),
    key=("event_id",),
)

MEMBERSHIP_HISTORY = Table(
    name="membership_history",
    layer="mart",
    grain="one tie, in one state interval, over one interval of knowledge between two confirmations",
    description=(
        "fct_alliance_membership with names and closed bounds, so that 'members of X on day V, as known at K' "
        "is one WHERE clause: is_member and "
        "possible_from <= V and V < possible_until and known_from_on <= K and K < known_until_on; "
        "the answer is certain where also "
        "certain_from <= V and V < certain_until. Add recorded_from <= R for 'as recorded on R'. "
        "In DuckDB the macro members_of(alliance, V, K) asks it. "
        "Without a known end a membership is certain up to the day when it was last confirmed, and possible after it."
    ),
    columns=(
        *(FCT_ALLIANCE_MEMBERSHIP.column(name) for name in ("membership_id", "tie_id", "alliance_id")),
        Column("alliance_name", TEXT, "Name of the alliance.", required=True),
        Column("alliance_name_ko", TEXT, "Its Korean name."),
        Column("alliance_name_en", TEXT, "Its English name."),
        FCT_ALLIANCE_MEMBERSHIP.column("member_id"),
        Column("member_name", TEXT, "Name of the member.", required=True),
        *(FCT_ALLIANCE_MEMBERSHIP.column(name) for name in ("role", "is_founder", "status")),
        Column(
            "is_member",
            FLAG,
            "It belongs to the alliance in this state: active, renegotiated or suspended, and neither prospective "
            "nor an observer.",
            required=True,
        ),
        *(FCT_ALLIANCE_MEMBERSHIP.column(name) for name in ("valid_from", "valid_to")),
        Column("possible_from", DAY, "The first day on which it can have been so.", required=True),
        Column("certain_from", DAY, "The first day on which it was surely so.", required=True),
        Column("certain_until", DAY, "The first day on which it is no longer sure.", required=True),
        Column("possible_until", DAY, "The first day on which it can no longer have been so.", required=True),
        FCT_ALLIANCE_MEMBERSHIP.column("known_from"),
        Column(
            "known_until",
            INSTANT,
            "When other knowledge took its place; the last instant of the year 9999 while it stands.",
            required=True,
        ),
        Column("known_from_on", DAY, "The day in Seoul at whose end it was known.", required=True),
        Column(
            "known_until_on",
            DAY,
            "The first day in Seoul at whose end it was no longer so known; 9999-12-31 while it stands.",
            required=True,
        ),
        *(
            FCT_ALLIANCE_MEMBERSHIP.column(name)
            for name in ("recorded_from", "confidence", "n_independent_sources", "has_conflict")
        ),
    ),
    key=("membership_id", "known_from"),
    sort=("alliance_name", "member_name", "known_from", "possible_from", "membership_id"),
)

TABLES = (MEMBERSHIP_WIDE, EVENT_WIDE, MEMBERSHIP_HISTORY)
