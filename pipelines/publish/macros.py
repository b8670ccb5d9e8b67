"""Questions that the published DuckDB file answers by name: table macros over membership_history.

Here is SQL that clients of the file run; nothing else of the file is decided here. A macro looks for its table where
the client stands: in an attached file after `USE`, or where `history` names it, such as 'entente.membership_history'.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipelines.tables.wide import MEMBERSHIP_HISTORY

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


def macros(tables: Iterable[str]) -> list[str]:
    """Statements that make the macros in the current schema; none where `tables` has no membership_history."""
    if MEMBERSHIP_HISTORY.name not in tables:
        return []
    return [statement for name, (where, about) in QUESTIONS.items() for statement in _macro(name, where, about)]


def _macro(name: str, where: str, about: str) -> tuple[str, str]:
    selected = ", ".join(COLUMNS)
    query = (
        f"select {selected}, {CERTAINTY} as certainty from query_table(history) where {where} "  # noqa: S608
        "order by alliance_id, certainty, member_name, membership_id"
    )
    return f"create macro {name}({PARAMETERS}) as table {query}", f"comment on macro table {name} is '{about}'"
