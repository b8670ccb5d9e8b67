"""A lake of made-up claims, large and always the same, for measuring what comes after the pages.

It holds what dbt reads of N articles captured over a year: articles, their syndication, claims about ties and
happenings, and the entities that they name. One article in twenty makes claims, as in the pages of a general
newspaper; the alliances are drawn by Zipf's law, so that a few ties gather thousands of claims and most a handful.
Everything follows from the numbers of the rows by DuckDB's hash: no chance, no clock.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import duckdb

from pipelines.tables import schemas
from pipelines.tables.catalog import LAKE_TABLES, table
from pipelines.tables.declaration import Table

FIRST_DAY = date(2025, 1, 1)
DAYS = 365
ORGANIZATIONS = 3_000
ALLIANCES = 400
SCHEMA = "schema.parquet"

# `n` numbers the articles; every other number is a hash of it, salted by what it decides.
ARTICLES = """
    create temp table drawn as
    select
        n,
        printf('%024x', n) as article_id,
        date '{first}' + (n * {days} // {count})::integer as capture_date,
        hash(n, 'claims') % 20 = 0 as makes_claims,
        -- A quarter of them retell a story that another outlet has told within the last thirty pages.
        case when hash(n, 'copy') % 4 = 0 then greatest(n - (hash(n, 'of') % 30)::bigint, 0) else n end as head,
        -- Zipf: the rank r is drawn about 1/r times.
        least(floor(power({alliances}, (hash(n, 'rank') % 10007) / 10007.0))::integer, {alliances}) as alliance_no,
        hash(n, 'pair') % 3 = 0 as is_pair
    from range({count}) as numbers(n)
"""

CORE = {
    "core/articles": """
        select
            'v' || article_id as version_id,
            article_id,
            'c' || article_id as capture_id,
            capture_date,
            'https://news.example/' || n as url,
            'outlet ' || hash(n, 'outlet') % 120 as publisher,
            'Headline ' || n as title,
            [] as byline_names,
            (capture_date::timestamp + to_minutes((hash(n, 'minute') % 1440)::bigint))
                at time zone 'Asia/Seoul' as known_at,
            'published' as known_basis,
            'ko' as language,
            'text' as text,
            4 as text_length,
            [] as paragraphs,
            [] as captions,
            'benchmark' as method,
            'utf-8' as charset,
            article_id as signature,
            known_at as published_at,
            capture_date as published_on
        from drawn
    """,
    "core/syndication": """
        select
            article_id,
            printf('%024x', head) as group_id,
            printf('%024x', head) as head_article_id,
            case when head = n then 'single' else 'copy' end as kind
        from drawn
    """,
    "core/membership_claims": """
        with

        members as (

            select *, unnest(range(case when is_pair then 2 else 2 + (hash(n, 'many') % 5)::integer end)) as k
            from drawn
            where makes_claims

        ),

        named as (

            select
                *,
                'org-' || hash(alliance_no, k, is_pair) % {organizations} as member_id,
                'org-' || hash(alliance_no, 1 - k, is_pair) % {organizations} as other_id,
                hash(n, k, 'state') % 100 as state_no,
                hash(n, k, 'date') % 10 as date_no
            from members

        ),

        stated as (

            select
                *,
                case
                    when state_no < 74 then 'active'
                    when state_no < 84 then 'announced'
                    when state_no < 92 then 'under_discussion'
                    when state_no < 94 then 'proposed'
                    when state_no < 98 then 'terminated'
                    else 'denied'
                end as status
            from named
            where member_id != other_id or not is_pair

        ),

        dated as (

            select
                *,
                case
                    when status = 'active' and date_no < 3 then date '2020-01-01' + alliance_no
                    when status = 'active' and date_no = 3 then capture_date
                end as since,
                case when status != 'active' and date_no < 4 then capture_date end as stated_on
            from stated

        )

        select
            'm' || article_id || k as claim_id,
            's' || article_id || k as statement_id,
            'v' || article_id as version_id,
            article_id,
            capture_date,
            case when not is_pair then 'alliance-' || alliance_no end as alliance_id,
            case when is_pair then 'pairing-' || alliance_no end as pairing_id,
            case when is_pair then list_sort([member_id, other_id]) end as pairing_member_ids,
            member_id,
            case when is_pair then 'partner' else 'member' end as role,
            false as is_founder,
            status,
            {since},
            {state},
            {evidence},
            0 as member_start,
            1 as member_end
        from dated
    """,
    "core/event_claims": """
        with

        dated as (

            select
                *,
                case hash(n, 'type') % 6
                    when 0 then 'found_alliance'
                    when 1 then 'join'
                    when 2 then 'discuss'
                    when 3 then 'invest'
                    else 'sign_mou'
                end as event_type,
                case when hash(n, 'modality') % 10 < 7 then 'done' else 'planned' end as modality,
                case when hash(n, 'date') % 2 = 0 then capture_date - (hash(n, 'ago') % 3)::integer end as happened_on
            from drawn
            where makes_claims

        )

        select
            'e' || article_id as claim_id,
            't' || article_id as statement_id,
            'v' || article_id as version_id,
            article_id,
            capture_date,
            event_type,
            modality,
            'positive' as polarity,
            {date},
            {evidence}
        from dated
    """,
    "core/event_claim_participants": """
        with

        parties as (

            select *, unnest(range(case when is_pair then 2 else 2 + (hash(n, 'many') % 5)::integer end)) as k
            from drawn
            where makes_claims

        )

        select
            'e' || article_id as claim_id,
            capture_date,
            'org-' || hash(alliance_no, k, is_pair) % {organizations} as entity_id,
            'party' as role,
            0 as char_start,
            1 as char_end
        from parties

        union

        select
            'e' || article_id as claim_id,
            capture_date,
            'alliance-' || alliance_no as entity_id,
            'alliance' as role,
            0 as char_start,
            1 as char_end
        from drawn
        where makes_claims and not is_pair
    """,
    "core/entities": """
        select 'org-' || n as entity_id, 'Organization ' || n as name, 'org' as entity_type, 'discovered' as status
        from range({organizations}) as numbers(n)

        union all

        select
            'alliance-' || n as entity_id,
            'Alliance ' || n as name,
            'alliance' as entity_type,
            'discovered' as status
        from range({alliances} + 1) as numbers(n)
    """,
}

EVIDENCE = """
    'own' as attribution, 'body' as zone, 'They work together, it was said.' as quote,
    0 as char_start, 31 as char_end, '' as prefix, '' as suffix, 0 as trigger_start, 4 as trigger_end,
    'benchmark' as extractor, '1' as extractor_version, 'benchmark' as frame,
    0.5 + (hash(n, 'confidence') % 50) / 100.0 as confidence
"""


def write_lake(lake: Path, count: int, *, days: int = DAYS) -> int:
    """Write the claims of `count` articles over a year into the folder `lake`, of which the first `days` days.

    Gives the number of claims. Calling it again with more days adds partitions and leaves the others as they are.
    """
    claims = 0
    with duckdb.connect() as connection:
        connection.execute(_filled(ARTICLES, count))
        for path in (declared.path for declared in LAKE_TABLES):
            declared = table(path)
            folder = lake / path
            folder.mkdir(parents=True, exist_ok=True)
            schemas.empty_frame(declared).write_parquet(folder / SCHEMA)
            if path in CORE:
                claims += _write(connection, declared, folder, _filled(CORE[path], count), days)
    return claims


def _write(connection: duckdb.DuckDBPyConnection, declared: Table, folder: Path, query: str, days: int) -> int:
    """Write one table; gives the number of rows where they are claims."""
    found = connection.sql(query)
    columns = ", ".join(
        f"{name if name in found.columns else 'null'}::{kind} as {name}"
        for name, kind in schemas.duckdb_columns(declared).items()
    )
    order = ", ".join(declared.order)
    connection.execute(
        f"create or replace temp table rows as select {columns} from ({query}) order by {order}"  # noqa: S608
    )
    if not declared.partitioned:
        connection.execute(f"copy rows to '{folder / 'part-0.parquet'}' (format parquet)")
        return 0
    for number in range(days):
        day = FIRST_DAY + timedelta(days=number)
        part = folder / f"capture_date={day}" / "part-0.parquet"
        if not part.exists():
            part.parent.mkdir()
            connection.execute(f"copy (from rows where capture_date = '{day}') to '{part}' (format parquet)")
    if declared.name not in {"membership_claims", "event_claims"}:
        return 0
    [(number_of_rows,)] = connection.execute("select count(*) from rows").fetchall()
    return int(number_of_rows)


def _filled(query: str, count: int) -> str:
    return query.format(
        first=FIRST_DAY,
        days=DAYS,
        count=count,
        alliances=ALLIANCES,
        organizations=ORGANIZATIONS,
        since=_date("since", "since"),
        state=_date("state", "stated_on"),
        date=_date("date", "happened_on"),
        evidence=EVIDENCE,
    )


def _date(prefix: str, column: str) -> str:
    """The columns of a partial date that is a day, or nothing where `column` is null."""
    present = f"case when {column} is not null then"
    return f"""
        strftime({column}, '%Y-%m-%d') as {prefix}_value, {column} as {prefix}_min, {column} as {prefix}_max,
        {present} 'day' end as {prefix}_precision, {present} 'act' end as {prefix}_basis
    """
