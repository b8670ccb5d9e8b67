"""Questions that the published DuckDB file answers by name: table macros over membership_history.

Here is SQL that clients of the file run; nothing else of the file is decided here. A macro looks for its table where
the client stands: in an attached file after `USE`, or where `history` names it, such as 'entente.membership_history'.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipelines.tables.wide import MEMBERSHIP_HISTORY, MEMBERSHIP_WIDE

PARAMETERS = "alliance, valid_on, known_on := date '9999-12-30', history := 'membership_history'"
COLUMNS = (
    *("alliance_id", "alliance_name", "member_id", "member_name", "role", "is_founder", "status"),
    *("valid_from", "valid_to", "known_from", "confidence", "n_independent_sources", "has_conflict", "membership_id"),
)
CERTAINTY = (
    "case when valid_on::date >= certain_from and valid_on::date < certain_until then 'certain' else 'possible' end"
)
HELD = """alliance in (alliance_id, alliance_name, alliance_name_ko, alliance_name_en)
    and valid_on::date >= possible_from and valid_on::date < possible_until
    and known_on::date >= known_from_on and known_on::date < known_until_on"""
QUESTIONS = {
    "members_of": (
        f"{HELD} and is_member",
        "Members of an alliance (id or name) on the day valid_on, as known at the end of the day known_on in Seoul.",
    ),
    "ties_of": (HELD, "The same for parties in every state: also those in talks, observers and prospective members."),
}


STATES = """select
        tie_id, any_value(alliance_id) as alliance_id, any_value(alliance_name) as alliance_name,
        any_value(member_id) as member_id, any_value(member_name) as member_name,
        arg_max(status, (valid_from_max, last_confirmed_on, membership_id)) as status,
        bool_or(status in ('active', 'renegotiated', 'suspended')
            and role not in ('prospective', 'observer')) as belongs
    from query_table({table}) where is_current group by tie_id"""
CHANGES = f"""with earlier_ties as ({STATES.format(table="earlier")}), later_ties as ({STATES.format(table="later")})
    select
        case when coalesce(now.belongs, false) and not coalesce(before.belongs, false) then 'joined'
            when coalesce(before.belongs, false) and not coalesce(now.belongs, false) then 'left'
            else 'status' end as change_type,
        coalesce(now.alliance_id, before.alliance_id) as alliance_id,
        coalesce(now.alliance_name, before.alliance_name) as alliance_name,
        coalesce(now.member_id, before.member_id) as member_id,
        coalesce(now.member_name, before.member_name) as member_name,
        before.status as from_status, now.status as to_status
    from earlier_ties as before full join later_ties as now on before.tie_id = now.tie_id
    where before.status is distinct from now.status or before.belongs is distinct from now.belongs
    union all
    select distinct 'new_alliance', alliance_id, alliance_name, null, null, null, null
    from query_table(later) where alliance_id not in (select alliance_id from query_table(earlier))
    order by 3, 5, 1"""  # noqa: S608 - no value of anybody's goes into it


def macros(tables: Iterable[str]) -> list[str]:
    """Statements that make the macros in the current schema, of those whose table is among `tables`."""
    made: list[str] = []
    if MEMBERSHIP_HISTORY.name in tables:
        made += [statement for name, (where, about) in QUESTIONS.items() for statement in _macro(name, where, about)]
    if MEMBERSHIP_WIDE.name in tables:
        made += [
            f"create macro changes_since(earlier, later := 'membership_wide') as table {CHANGES}",
            "comment on macro table changes_since is 'What changed since the build whose membership_wide is named.'",
        ]
    return made


def _macro(name: str, where: str, about: str) -> tuple[str, str]:
    selected = ", ".join(COLUMNS)
    query = (
        f"select {selected}, {CERTAINTY} as certainty from query_table(history) where {where} "  # noqa: S608
        "order by alliance_id, certainty, member_name, membership_id"
    )
    return f"create macro {name}({PARAMETERS}) as table {query}", f"comment on macro table {name} is '{about}'"
