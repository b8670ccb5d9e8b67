"""A look into the warehouse for what the UI shows of it: read-only, and only while no dbt process has it open."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

import duckdb
import polars as pl
from dagster import MetadataValue, TableColumn, TableSchema

from pipelines.orchestration.metadata import Metadata
from pipelines.orchestration.preview import COLUMNS, ROWS, preview


class WarehouseView:
    """The warehouse, open for reading inside a `with`. Without a file, nothing is shown."""

    def __init__(self, warehouse: Path) -> None:
        self._warehouse = warehouse
        self._connection: duckdb.DuckDBPyConnection | None = None

    def __enter__(self) -> WarehouseView:
        if self._warehouse.exists():
            self._connection = duckdb.connect(str(self._warehouse), read_only=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def metadata(self, schema: str, name: str, descriptions: Mapping[str, str], order: tuple[str, ...]) -> Metadata:
        """Row count, columns with types and the given descriptions, and the first rows in that order."""
        if self._connection is None:
            return {}
        relation = f"{_quoted(schema)}.{_quoted(name)}"
        types = {row[0]: str(row[1]) for row in self._connection.execute(f"describe {relation}").fetchall()}
        columns = [TableColumn(column, kind.lower(), descriptions.get(column)) for column, kind in types.items()]
        (rows,) = self._fetch_one(f"select count(*) from {relation}")  # noqa: S608
        return {
            "dagster/row_count": rows,
            "dagster/column_schema": TableSchema(columns=columns),
            "preview": MetadataValue.md(preview(self._first_rows(relation, list(types), order))),
        }

    def _first_rows(self, relation: str, columns: list[str], order: tuple[str, ...]) -> pl.DataFrame:
        shown = columns[:COLUMNS]
        # As text: DuckDB has types that Polars lacks, and the preview is text anyway.
        chosen = ", ".join(f"cast({_quoted(column)} as varchar)" for column in shown)
        ordered = f" order by {', '.join(map(_quoted, order))}" if order else ""
        query = f"select {chosen} from {relation}{ordered} limit {ROWS}"  # noqa: S608
        rows = self._connection.execute(query).fetchall() if self._connection else []
        return pl.DataFrame(rows, schema=dict.fromkeys(shown, pl.String()), orient="row")

    def _fetch_one(self, query: str) -> tuple[Any, ...]:
        found = self._connection.execute(query).fetchone() if self._connection else None
        return found or (0,)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
