"""All tables by path, and what the line's own layers hold."""

from __future__ import annotations

from pipelines.tables import claims, marts, names, pages
from pipelines.tables.declaration import Table

LAKE_TABLES: tuple[Table, ...] = (*pages.TABLES, *names.TABLES, *claims.TABLES)
MARTS: tuple[Table, ...] = marts.TABLES
TABLES: dict[str, Table] = {table.path: table for table in (*LAKE_TABLES, *MARTS)}


def table(path: str) -> Table:
    """The table of that path, such as `core/articles`; KeyError where there is none."""
    return TABLES[path]
