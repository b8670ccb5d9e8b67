"""A Frictionless data package (v1, tabular fields): the descriptor of published tables, from their declarations.

Source of the terms: the Data Package specification of the Open Knowledge Foundation. Which files there are and what
was built is told by the caller; nothing is read here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipelines.tables.declaration import Column, Table
from pipelines.tables.schemas import duckdb_type

SCHEMA_VERSION = "1.0.0"
NAME = "entente"
TITLE = "Alliance memberships and events, with evidence"
DESCRIPTION = (
    "Who belongs to which alliance, since when, in which role and status, and what happened, as news articles say it. "
    "Each fact opens on the sentences that say it."
)
FIELD_TYPES = {
    "varchar": "string",
    "varchar[]": "array",
    "double": "number",
    "bigint": "integer",
    "integer": "integer",
    "boolean": "boolean",
    "date": "date",
    "timestamptz": "datetime",
}


@dataclass(frozen=True, slots=True)
class PackagedFile:
    """One table's file: its name beside the descriptor, its size in bytes, its SHA-256 in hex."""

    path: str
    bytes: int
    sha256: str


def datapackage(
    files: Mapping[str, PackagedFile], tables: Sequence[Table], *, build: Mapping[str, str], licence: str = ""
) -> dict[str, Any]:
    """The descriptor of `tables`, whose file each is in `files` by its name.

    `build` says what the tables were built from, `build_id` first; `licence` is an SPDX name such as CC-BY-4.0, and
    without one the package says nothing of a licence. Schema version: the second number rises with a new table or
    column, the first when one goes or changes its meaning.
    """
    named = {table.name for table in tables}
    return {
        "profile": "data-package",
        "name": NAME,
        "title": TITLE,
        "description": DESCRIPTION,
        "version": SCHEMA_VERSION,
        **({"licenses": [{"name": licence}]} if licence else {}),
        "build": dict(build),
        "resources": [_resource(table, files[table.name], named) for table in tables],
    }


def _resource(table: Table, file: PackagedFile, named: set[str]) -> dict[str, Any]:
    foreign = [
        {
            "fields": [reference.column],
            "reference": {"resource": "" if to == table.name else to, "fields": [reference.to_column]},
        }
        for reference in table.references
        if (to := reference.to.rsplit("/", 1)[-1]) in named
    ]
    return {
        "name": table.name,
        "description": f"{table.description} One row: {table.grain}.",
        "path": file.path,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.key),
            **({"foreignKeys": foreign} if foreign else {}),
        },
    }


def _field(column: Column) -> dict[str, Any]:
    field_type = FIELD_TYPES[duckdb_type(column.dtype)]
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.vocabulary is not None and field_type == "string":
        constraints["enum"] = list(column.vocabulary.terms)
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.maximum is not None:
        constraints["maximum"] = column.maximum
    return {
        "name": column.name,
        "type": field_type,
        "description": column.description,
        **({"constraints": constraints} if constraints else {}),
    }
