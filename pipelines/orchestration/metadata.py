"""What the UI shows of tables: columns from the declarations; counts, previews and findings from runs.

Pages are hostile and some of their content is private: what is shown of rows is cut short, stands in code spans that
nothing is interpreted in, and leaves out bytes and bylines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl
from dagster import AssetKey, MetadataValue, TableColumn, TableColumnConstraints, TableSchema

from pipelines.orchestration.production import Finding, Part, Production
from pipelines.tables.declaration import Column, Table
from pipelines.tables.schemas import describe, duckdb_type

OWNERS = ["team:entente"]
HIDDEN = frozenset({"bytes", "byline_names"})
SAMPLE = "sample"
CELL = 80
PREVIEW_COLUMNS = 16
# Controls, and the marks that reorder or hide text on a screen.
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")

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


def table_metadata(table: Table, rows: int, preview: pl.DataFrame, seconds: float) -> Metadata:
    """What every materialization of a table carries."""
    return {
        "dagster/row_count": rows,
        "dagster/column_schema": column_schema(table),
        "preview": MetadataValue.md(preview_markdown(preview)),
        "seconds": MetadataValue.float(round(seconds, 3)),
    }


def part_metadata(table: Table, production: Production, parts: Sequence[Part]) -> Metadata:
    """What the materialization of some days of a table carries; with one part, of that day."""
    shown = next((part.preview for part in parts if part.rows), parts[0].preview if parts else pl.DataFrame())
    days = [part.day.isoformat() for part in parts if part.day]
    metadata = table_metadata(table, sum(part.rows for part in parts), shown, sum(part.seconds for part in parts))
    if days:
        covered = days[0] if len(days) == 1 else f"{len(days)} days with captures, {days[0]} to {days[-1]}"
        metadata["capture_dates"] = MetadataValue.text(covered)
    if docs := production.docs(table):
        metadata["data_docs"] = link(docs)
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
        metadata["data_docs"] = link(docs)
    return metadata


def link(path: Path) -> MetadataValue[str]:
    """A file of this machine, to open in a browser on it."""
    return MetadataValue.url(path.resolve().as_uri())


def preview_markdown(rows: pl.DataFrame) -> str:
    """The rows as a table in Markdown: the first columns, cut short, without what must not be shown."""
    shown = [name for name, dtype in rows.schema.items() if name not in HIDDEN and not isinstance(dtype, pl.Binary)][
        :PREVIEW_COLUMNS
    ]
    if not rows.height:
        return "no rows"
    return markdown_table(shown, rows.select(shown).iter_rows())


def markdown_table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table in Markdown whose cells are code spans, so that nothing in them is read as Markdown, HTML or a link."""
    lines = [f"| {' | '.join(header)} |", f"|{'---|' * len(header)}"]
    lines += [f"| {' | '.join(map(_cell, row))} |" for row in rows]
    return "\n".join(lines)


def _cell(value: object) -> str:
    if value is None:
        return " "
    text = str(value)[: 4 * CELL]
    text = " ".join(UNSEEN.sub(" ", text).split())
    if len(text) > CELL:
        text = text[: CELL - 1] + "…"
    text = text.replace("`", "'").replace("\\", "/").replace("|", "\\|")
    return f"`{text}`" if text else " "


def static_metadata(table: Table, extra: Mapping[str, Any] | None = None) -> Metadata:
    """What the definition of a table's asset carries before anything has run."""
    return {"dagster/column_schema": column_schema(table), "grain": table.grain, **(extra or {})}
