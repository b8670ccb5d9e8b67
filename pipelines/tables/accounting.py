"""What must add up between tables, as data.

Accounting says that every row of one table went to exactly one of several places. Here too stands by which column a
rejected row of such a place is known in core/rejects, because rows that an audit takes out must go on adding up.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.tables.declaration import Table


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row of the accounted table may have gone: `column` of `table`; where stages are given, of those only."""

    table: str
    column: str
    stages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Accounting:
    """In one partition, every `column` of table `of` is in exactly one of the places, and the places hold nothing else.

    The check belongs to the table `checked_with`.
    """

    of: str
    column: str
    checked_with: str
    places: tuple[Place, ...]
    description: str


PAGES = Accounting(
    of="raw/pages",
    column="capture_id",
    checked_with="core/articles",
    places=(
        Place("core/articles", "capture_id"),
        Place("core/duplicates", "capture_id"),
        Place("core/rejects", "key", stages=("core/articles", "core/duplicates")),
    ),
    description="Every capture of a page is one article version, one duplicate or one reject of the page stage.",
)
ACCOUNTING: tuple[Accounting, ...] = (PAGES,)

REJECT_KEYS: dict[str, tuple[str, ...]] = {
    place.table: (place.column,) for rule in ACCOUNTING for place in rule.places if not place.stages
}


def reject_key(table: Table) -> tuple[str, ...]:
    """The columns whose values are `key` in core/rejects for a rejected row of the table."""
    return REJECT_KEYS.get(table.path, table.key)
