"""Tables of the marts: what is so, as far as all claims together support it. dbt writes them."""

from __future__ import annotations

from pipelines.tables.declaration import Table

TABLES: tuple[Table, ...] = ()
