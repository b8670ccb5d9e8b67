"""What the UI shows of tables: columns from the declarations; counts, previews and findings from runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dagster import AssetKey, MetadataValue, TableColumn, TableColumnConstraints, TableSchema

from pipelines.orchestration.preview import NO_ROWS, markdown_table
from pipelines.orchestration.production import Finding, Part, Production
from pipelines.tables.declaration import Column, Table
from pipelines.tables.schemas import describe, duckdb_type

OWNERS = ["team:entente"]
SAMPLE = "sample"
Metadata = dict[str, Any]


def asset_key(table: Table) -> AssetKey:
    """The asset of a table: its path, part by part."""
    return AssetKey(table.path.split("/"))


def description(table: Table) -> str:
    """What the table holds and what one row is."""
    return f"{table.description}\n\nGrain: {table.grain}. Key: {', '.join(table.key)}."


def column_schema(table: Table) -> TableSchema:
    """The declared columns with types, descriptions and constraints."""
    return TableSchema(columns=[_column(column, table) for column in table.columns])


def _column(column: Column, table: Table) -> TableColumn:
    unique = table.key == (column.name,)
    constraints = TableColumnConstraints(nullable=not (column.required or column.name in table.key), unique=unique)
    return TableColumn(column.name, duckdb_type(column.dtype), describe(column), constraints)


def table_metadata(table: Table, rows: int, preview: str, seconds: float) -> Metadata:
    """What every materialization of a table carries."""
    return {
        "dagster/row_count": rows,
        "dagster/column_schema": column_schema(table),
        "preview": MetadataValue.md(preview),
        "seconds": MetadataValue.float(round(float(seconds), 3)),
    }


def part_metadata(table: Table, production: Production, parts: Sequence[Part]) -> Metadata:
    """What the materialization of some days of a table carries; with one part, of that day."""
    shown = next((part.preview for part in parts if part.rows), NO_ROWS)
    days = [part.day.isoformat() for part in parts if part.day]
    metadata = table_metadata(table, sum(part.rows for part in parts), shown, sum(part.seconds for part in parts))
    if days:
        covered = days[0] if len(days) == 1 else f"{len(days)} days with captures, {days[0]} to {days[-1]}"
        metadata["capture_dates"] = MetadataValue.text(covered)
    if docs := production.docs(table):
        metadata |= link("data_docs", docs)
    if counts := production.reject_counts.get(table.path):
        metadata["rejects"] = MetadataValue.md(markdown_table(("reason", "rows"), sorted(counts.items())))
    return metadata


def finding_metadata(finding: Finding, table: Table, production: Production) -> Metadata:
    """What a check carries: how many rows were looked at, which of them broke it, and what was rejected."""
    metadata: Metadata = {"checked": finding.checked, "failed": finding.failed}
    if not finding.passed:
        metadata[SAMPLE] = MetadataValue.json([list(row) for row in finding.sample])
        metadata["failing_rows"] = MetadataValue.md(markdown_table(("capture date", "row"), finding.sample))
        metadata["details"] = MetadataValue.md(markdown_table(("detail",), ((text,) for text in finding.details)))
        if counts := production.reject_counts.get(table.path):
            metadata["rejects"] = MetadataValue.md(markdown_table(("reason", "rows"), sorted(counts.items())))
    if docs := production.docs(table):
        metadata |= link("data_docs", docs)
    return metadata


def link(name: str, path: Path) -> Metadata:
    """A file of this machine: a link to open in a browser on it, and its path to copy where the browser refuses."""
    where = path.resolve()
    return {name: MetadataValue.url(where.as_uri()), f"{name}_path": MetadataValue.path(where)}


def static_metadata(table: Table, extra: Mapping[str, Any] | None = None) -> Metadata:
    """What the definition of a table's asset carries before anything has run."""
    return {"dagster/column_schema": column_schema(table), "grain": table.grain, **(extra or {})}
