"""One fact with all that stands behind it: its states, claims, conflicts and decisions, from the published file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from pipelines.publish.selection import ExportError, published

Row = dict[str, Any]
LEAST_PREFIX = 4
MOST_NAMED = 8
# Where an id may be found: the kind that it is of, and the fact that it leads to.
IDS = """
select membership_id as id, 'membership' as kind, membership_id as fact_id from fct_alliance_membership
union select tie_id, 'tie', tie_id from fct_alliance_membership
union select event_id, 'event', event_id from fct_event
union select conflict_id, 'conflict', fact_id from fct_conflict
union select claim_id, 'claim', fact_id from fct_evidence"""
STATES = """select
    facts.*, coalesce(alliances.name, facts.alliance_id) as alliance_name,
    coalesce(organizations.name, members.name, facts.member_id) as member_name
from fct_alliance_membership as facts
left join dim_alliance as alliances on facts.alliance_id = alliances.alliance_id
left join dim_organization as organizations on facts.member_id = organizations.organization_id
left join dim_alliance as members on facts.member_id = members.alliance_id
where membership_id in (select unnest($facts::varchar[])) or tie_id in (select unnest($facts::varchar[]))
order by known_from, first_confirmed_on, membership_id"""
EVENTS = "select * from event_wide where event_id in (select unnest($facts::varchar[])) order by event_id"
OF_FACTS = "from {table} where fact_id in (select unnest($facts::varchar[])) order by {order}"
MODALITIES = (
    "from fct_event_modality where event_id in (select unnest($facts::varchar[])) order by event_id, known_from"
)
OVERRIDES = "from fct_override where target_id in (select unnest($facts::varchar[])) order by decided_at, override_id"


@dataclass(frozen=True, slots=True)
class Explanation:
    """Rows behind the thing `id` of a `kind` (membership, tie, event, conflict, claim).

    `states` are a tie's in known order, each revision a row; `events` a happening with its `modalities` in known order.
    """

    id: str
    kind: str
    states: Sequence[Row]
    events: Sequence[Row]
    modalities: Sequence[Row]
    claims: Sequence[Row]
    conflicts: Sequence[Row]
    overrides: Sequence[Row]


def explain(database: Path, name: str) -> Explanation:
    """What stands behind an id, or a beginning of one that nothing else has.

    ExportError where nothing or more than one thing is called so, or nothing is published.
    """
    with published(database) as connection:
        identifier, kind, facts = _found(connection, name.strip().lower())
        states = _rows(connection, STATES, facts)
        # A membership's states and its tie share what a person decided about either.
        known = sorted({*facts, *(row["membership_id"] for row in states)})
        targets = sorted({*known, *(row["tie_id"] for row in states)})
        return Explanation(
            identifier,
            kind,
            states,
            _rows(connection, EVENTS, facts),
            _rows(connection, MODALITIES, facts),
            _rows(connection, OF_FACTS.format(table="fct_evidence", order="known_at, fact_id, claim_id"), known),
            _rows(connection, OF_FACTS.format(table="fct_conflict", order="known_from, conflict_id"), known),
            _rows(connection, OVERRIDES, targets),
        )


def _found(connection: duckdb.DuckDBPyConnection, name: str) -> tuple[str, str, list[str]]:
    if len(name) < LEAST_PREFIX:
        raise ExportError(f"{name!r} is too short; give at least {LEAST_PREFIX} signs of an id")
    found = connection.execute(
        f"select id, kind, fact_id from ({IDS}) where starts_with(id, $name) order by all",  # noqa: S608 - constants
        {"name": name},
    ).fetchall()
    exact = [row for row in found if row[0] == name]
    found = exact or found
    ids = list(dict.fromkeys((str(identifier), str(kind)) for identifier, kind, _ in found))
    if not ids:
        raise ExportError(
            f"no fact, tie, conflict or claim has an id that begins with {name!r}; ids are in the columns "
            "membership_id, tie_id, event_id, conflict_id and claim_id of the published tables. "
            "After a new build an id may have gone: look its alliance up in membership_wide"
        )
    if len({identifier for identifier, _ in ids}) > 1:
        shown = ", ".join(f"{identifier} ({kind})" for identifier, kind in ids[:MOST_NAMED])
        more = f" and {len(ids) - MOST_NAMED} more" if len(ids) > MOST_NAMED else ""
        raise ExportError(f"{name!r} may be {shown}{more}; give more signs of the id")
    identifier, kind = ids[0]
    return identifier, kind, sorted({str(fact) for *_, fact in found})


def _rows(connection: duckdb.DuckDBPyConnection, query: str, facts: list[str]) -> list[Row]:
    rows: list[Row] = connection.sql(query, params={"facts": facts}).pl().to_dicts()
    return rows
