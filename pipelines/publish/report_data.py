"""What the report holds: the rows that it shows, read from the marts, and which of them fit into its size.

Here are the queries and the choice. How it looks is in report/, how it gets into one file in report.py. Every list is
cut by a rule that depends on nothing but the rows, and what is cut is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

Row = list[Any]
Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Section:
    """One list of the report: how its rows are found, the most important first, and how many at most."""

    name: str
    query: str
    most: int


DAY_IN_SEOUL = "({0} at time zone 'Asia/Seoul')::date::varchar"
# Names in one language are sent only where they differ from the name that is shown anyway.
ALLIANCES = """
select alliance_id as id, name, nullif(name_ko, name) as ko, nullif(name_en, name) as en, is_pairing as pairing, form,
    field, founded_on as founded, list_sort(aliases) as aliases
from dim_alliance
order by n_current_members desc, last_reported_on desc nulls last, alliance_id"""
PARTIES = """
select distinct on (member_id) member_id as id, member_name as name, nullif(member_name_ko, member_name) as ko,
    nullif(member_name_en, member_name) as en, member_type as kind, org_type as type, sector, country
from membership_wide
order by member_id, membership_id"""
TIES = """
select wide.membership_id as id, wide.alliance_id as alliance, wide.member_id as member, wide.role,
    wide.is_founder as founder, wide.status, history.is_member as belongs, wide.valid_from as since,
    wide.valid_to as until, history.possible_from::varchar as pf, history.certain_from::varchar as cf,
    history.certain_until::varchar as cu, history.possible_until::varchar as pu,
    wide.first_confirmed_on::varchar as first, wide.last_confirmed_on::varchar as last, wide.is_current as current,
    round(wide.confidence, 3) as confidence, wide.n_independent_sources as sources, wide.n_articles as articles,
    wide.has_conflict as conflict, wide.is_overridden as overridden
from membership_wide as wide
join (
    select * from membership_history
    qualify row_number() over (partition by membership_id order by known_until desc, known_from desc) = 1
) as history on wide.membership_id = history.membership_id
order by wide.n_independent_sources desc, wide.last_confirmed_on desc, wide.membership_id"""
EVENTS = """
select event_id as id, event_type as type, modality, alliance_id as alliance, participants as who,
    nullif(participants_ko, participants) as ko, nullif(participants_en, participants) as en,
    participant_ids as parties, event_date as date, event_date_min::varchar as first, event_date_max::varchar as last,
    first_reported_on::varchar as reported, place, amount, currency, stake_pct as stake,
    round(confidence, 3) as confidence, n_independent_sources as sources, n_articles as articles,
    has_conflict as conflict, is_overridden as overridden
from event_wide
order by n_independent_sources desc, first_reported_on desc, event_id"""
# The sentences of one fact come one after another in importance: every fact gets its first before any gets a second.
EVIDENCE = f"""
select evidence.fact_id as fact, evidence.stance, evidence.quote, evidence.publisher,
    if(regexp_matches(evidence.url, '^https?://', 'i'), evidence.url, null) as url, evidence.title,
    {DAY_IN_SEOUL.format("evidence.published_at")} as published, evidence.capture_date::varchar as captured,
    evidence.attribution, evidence.zone, round(evidence.confidence, 3) as confidence, speakers.name as speaker
from fct_evidence as evidence
left join (select organization_id as id, name from dim_organization union all select person_id, name from dim_person)
    as speakers on evidence.speaker_id = speakers.id
where evidence.fact_id in (select membership_id from membership_wide union all select event_id from event_wide)
order by
    row_number() over (
        partition by evidence.fact_id
        order by evidence.stance = 'supports' desc, evidence.confidence desc, evidence.known_at, evidence.claim_id
    ),
    evidence.fact_id, evidence.claim_id"""  # noqa: S608 - no value of anybody's goes into it
CONFLICTS = """
select fact_id as fact, field, shown_value as shown, other_value as other, rule
from fct_conflict where is_current
order by fact_id, field, conflict_id"""
RELATIONS = """
select subject_id as subject, relation, object_id as object, coalesce(subject_name, subject_id) as subject_name,
    coalesce(object_name, object_id) as object_name, is_derived as derived, valid_from as since,
    coalesce(valid_from_min, first_reported_on)::varchar as first, n_independent_sources as sources
from bridge_alliance_relation
order by n_independent_sources desc, subject_id, relation, object_id"""
CHANGES = f"""
select change_id as id, change_type as type, {DAY_IN_SEOUL.format("known_from")} as known,
    recorded_from::varchar as recorded, alliance_id as alliance, alliance_name, member_id as member, member_name,
    from_status as before, to_status as after, valid_on as valid, membership_id as fact, is_watched as watched
from change_feed
order by known_from desc, alliance_name, member_name nulls first, change_type, change_id"""  # noqa: S608 - as above
COVERAGE = """
select publisher, sum(n_articles)::bigint as articles, sum(n_syndicated)::bigint as copies,
    sum(n_with_claims)::bigint as telling, sum(n_claims)::bigint as claims,
    min(nullif(year_month, '(undated)')) as first, max(nullif(year_month, '(undated)')) as last
from source_coverage group by publisher
order by articles desc, publisher"""
SECTIONS = (
    Section("alliances", ALLIANCES, 60_000),
    Section("parties", PARTIES, 40_000),
    Section("ties", TIES, 40_000),
    Section("events", EVENTS, 20_000),
    Section("evidence", EVIDENCE, 60_000),
    Section("conflicts", CONFLICTS, 5_000),
    Section("relations", RELATIONS, 5_000),
    Section("changes", CHANGES, 5_000),
    Section("coverage", COVERAGE, 1_000),
)
# What can do without rows goes first: sentences beyond a fact's first, old changes, then facts of few sources.
SHRUNK = (
    ("evidence",),
    ("evidence", "changes", "coverage", "conflicts"),
    ("evidence", "events", "ties", "changes", "coverage", "conflicts", "relations"),
)


def read_sections(connection: duckdb.DuckDBPyConnection) -> Data:
    """The rows of every section by name, as {columns, rows, total}; the marts are found by their names.

    `total` counts the rows that there are, `rows` holds the most important of them.
    """
    return {section.name: _read(connection, section) for section in SECTIONS}


def _read(connection: duckdb.DuckDBPyConnection, section: Section) -> Data:
    found = connection.execute(f"{section.query} limit {section.most}")
    columns = [str(column[0]) for column in found.description or ()]
    rows = [list(row) for row in found.fetchall()]
    total = len(rows)
    if total == section.most:
        counted = connection.execute(f"select count(*) from ({section.query})").fetchone()  # noqa: S608 - as above
        total = int(counted[0]) if counted else total
    return {"columns": columns, "rows": rows, "total": total}


def smaller(sections: Data) -> Iterator[Data]:
    """The sections with ever fewer rows, until nothing can be left out any more."""
    held = sections
    for names in SHRUNK:
        # Half and half again, in the last round down to nothing: 2 ** 24 is more than any section may hold.
        for _ in range(3 if names is not SHRUNK[-1] else 24):
            held = referring({name: _halved(part) if name in names else part for name, part in held.items()})
            yield held


def _halved(part: Data) -> Data:
    rows = part["rows"]
    return {**part, "rows": rows[: len(rows) // 2]}


def referring(sections: Data) -> Data:
    """The same without evidence, conflicts, alliances and parties of facts that are not among them."""
    ties, events = sections["ties"], sections["events"]
    facts = {*_values(ties, "id"), *_values(events, "id")}
    alliances = {*_values(ties, "alliance"), *_values(events, "alliance")}
    return {
        **sections,
        "evidence": _only(sections["evidence"], "fact", facts),
        "conflicts": _only(sections["conflicts"], "fact", facts),
        "alliances": _only(sections["alliances"], "id", alliances),
        "parties": _only(sections["parties"], "id", set(_values(ties, "member"))),
    }


def _values(part: Mapping[str, Any], column: str) -> list[Any]:
    place = part["columns"].index(column)
    return [row[place] for row in part["rows"]]


def _only(part: Data, column: str, wanted: set[Any]) -> Data:
    place = part["columns"].index(column)
    return {**part, "rows": [row for row in part["rows"] if row[place] in wanted]}


def left_out(sections: Mapping[str, Data]) -> dict[str, int]:
    """How many rows of each section are not in the report; only sections of which something is missing."""
    missing = {name: part["total"] - len(part["rows"]) for name, part in sections.items()}
    return {name: count for name, count in missing.items() if count}


def changed_since(
    changes: Mapping[str, Any], seen: Sequence[str], *, complete: bool, after: tuple[str, str]
) -> list[str]:
    """The ids of changes that an earlier report did not know.

    `seen` are the ids that it held. Where it was not `complete`, a change must also have become known, or have been
    recorded, after the days `after` up to which that report had read.
    """
    known, recorded = after
    columns = changes["columns"]
    ident, known_at, recorded_at = columns.index("id"), columns.index("known"), columns.index("recorded")
    held = set(seen)
    return [
        row[ident]
        for row in changes["rows"]
        if row[ident] not in held and (complete or row[known_at] > known or row[recorded_at] > recorded)
    ]
