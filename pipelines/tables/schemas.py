"""A declared table as a Polars schema, an Arrow schema and DuckDB column types; frames made to fit it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl
import pyarrow as pa

from pipelines.tables.declaration import Column, Table


def polars_schema(table: Table) -> pl.Schema:
    """Column name → Polars type, in the declared order."""
    return pl.Schema({column.name: column.dtype for column in table.columns})


def arrow_schema(table: Table) -> pa.Schema:
    """The Arrow schema, each field with its description as metadata."""
    fields = pl.DataFrame(schema=polars_schema(table)).to_arrow(compat_level=pl.CompatLevel.oldest()).schema
    return pa.schema(
        [
            pa.field(field.name, field.type, nullable=not column.required, metadata={"description": column.description})
            for field, column in zip(fields, table.columns, strict=True)
        ],
        metadata={"table": table.path, "grain": table.grain},
    )


def duckdb_type(dtype: pl.DataType) -> str:
    """The DuckDB type of a Polars type; TypeError for one that no table uses."""
    simple: dict[type[pl.DataType], str] = {
        pl.String: "varchar",
        pl.Int32: "integer",
        pl.Int64: "bigint",
        pl.Float64: "double",
        pl.Boolean: "boolean",
        pl.Date: "date",
        pl.Binary: "blob",
    }
    if isinstance(dtype, pl.Datetime):
        return "timestamptz" if dtype.time_zone else "timestamp"
    if isinstance(dtype, pl.List):
        return f"{duckdb_type(_instance(dtype.inner))}[]"
    if isinstance(dtype, pl.Struct):
        inner = ", ".join(f"{field.name} {duckdb_type(_instance(field.dtype))}" for field in dtype.fields)
        return f"struct({inner})"
    for polars_type, name in simple.items():
        if isinstance(dtype, polars_type):
            return name
    raise TypeError(f"no DuckDB type is declared for {dtype}")


def duckdb_columns(table: Table) -> dict[str, str]:
    """Column name → DuckDB type."""
    return {column.name: duckdb_type(column.dtype) for column in table.columns}


def empty_frame(table: Table) -> pl.DataFrame:
    """A frame of the table with no rows."""
    return pl.DataFrame(schema=polars_schema(table))


def frame(table: Table, rows: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
    """A frame of the table from rows as mappings, in the table's order; a missing column is null.

    Raises polars.exceptions.SchemaError or TypeError where a value does not fit its column.
    """
    return conform(table, pl.DataFrame(list(rows), schema=polars_schema(table), orient="row", strict=True))


def conform(table: Table, data: pl.DataFrame) -> pl.DataFrame:
    """The same rows with exactly the declared columns and types, sorted by the table's order.

    Raises ValueError, naming the columns, where one is missing, extra or of another type.
    """
    wanted = polars_schema(table)
    found = data.schema
    wrong = [f"{name} is {found.get(name)}, not {dtype}" for name, dtype in wanted.items() if found.get(name) != dtype]
    wrong += [f"{name} is not declared" for name in found if name not in wanted]
    if wrong:
        raise ValueError(f"{table.path} does not have its declared columns: {'; '.join(wrong)}")
    return data.select(wanted.names()).sort(table.order, nulls_last=True, maintain_order=True)


def _instance(dtype: Any) -> pl.DataType:
    instance: pl.DataType = dtype() if isinstance(dtype, type) else dtype
    return instance


def describe(column: Column) -> str:
    """A column's description with its vocabulary, for people."""
    if column.vocabulary is None:
        return column.description
    return f"{column.description} One of: {', '.join(column.vocabulary.terms)}."
