"""Reading the warehouse that dbt wrote: which mart lies where, whether it is as declared, and its rows in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from pipelines.tables.declaration import Table
from pipelines.tables.schemas import duckdb_columns

WAREHOUSE = "warehouse"
TYPE_NAMES = {"timestamp with time zone": "timestamptz"}


class PublishError(RuntimeError):
    """The marts could not be published; the message says why and what to do."""


@contextmanager
def opened(warehouse: Path, spill: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection with the warehouse attached for reading as `warehouse`, in UTC; it spills to the folder `spill`.

    Raises PublishError where the file is missing, in use by a writer, or no DuckDB file.
    """
    if not warehouse.is_file():
        raise PublishError(f"there is no warehouse at {warehouse}; build the marts first")
    with duckdb.connect(config={"preserve_insertion_order": True, "temp_directory": str(spill)}) as connection:
        connection.execute("set TimeZone = 'UTC'")
        try:
            connection.execute(f"attach {literal(str(warehouse))} as {WAREHOUSE} (read_only)")
        except duckdb.IOException as error:
            reason = str(error).splitlines()[0]
            raise PublishError(
                f"{warehouse} cannot be read ({reason}); if another run is writing it, wait for its end; "
                "if the file is broken, remove it and build the marts again: everything in it is derived"
            ) from error
        yield connection


def ordered_rows(connection: duckdb.DuckDBPyConnection, mart: Table) -> str:
    """A query for the rows of a mart, in its declared columns and in an order that depends on nothing but the rows.

    Raises PublishError where the warehouse does not hold the mart as declared.
    """
    relation = _relation(connection, mart)
    _check_columns(connection, mart, relation)
    columns = ", ".join(identifier(column.name) for column in mart.columns)
    order = ", ".join(f"{identifier(name)} nulls last" for name in dict.fromkeys((*mart.order, *mart.key)))
    return f"select {columns} from {relation} order by {order}"  # noqa: S608 - quoted identifiers of declared tables


def _relation(connection: duckdb.DuckDBPyConnection, mart: Table) -> str:
    places = connection.execute(
        "select table_schema from information_schema.tables where table_catalog = ? and table_name = ? order by 1",
        [WAREHOUSE, mart.name],
    ).fetchall()
    if len(places) != 1:
        found = "nowhere" if not places else f"in the schemas {', '.join(schema for (schema,) in places)}"
        raise PublishError(
            f"mart {mart.name} is {found} in the warehouse, but must be there once; build the marts again"
        )
    return f"{WAREHOUSE}.{identifier(places[0][0])}.{identifier(mart.name)}"


def _check_columns(connection: duckdb.DuckDBPyConnection, mart: Table, relation: str) -> None:
    described = connection.execute(f"describe {relation}").fetchall()
    held = {str(name): _type_name(str(kind)) for name, kind, *_ in described}
    wanted = {name: _type_name(kind) for name, kind in duckdb_columns(mart).items()}
    wrong = [
        f"{name} is {held.get(name, 'missing')} instead of {kind}"
        for name, kind in wanted.items()
        if held.get(name) != kind
    ]
    if wrong:
        raise PublishError(f"mart {mart.name} is not as declared: {'; '.join(wrong)}; build the marts again")


def _type_name(name: str) -> str:
    lowered = name.lower()
    for long, short in TYPE_NAMES.items():
        lowered = lowered.replace(long, short)
    return lowered.replace('"', "")


def identifier(name: str) -> str:
    """A name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text as an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def comments(mart: Table, relation: str) -> Sequence[str]:
    """Statements that describe the table and its columns inside the database."""
    about = f"{mart.description} One row: {mart.grain}."
    return [
        f"comment on table {relation} is {literal(about)}",
        *(f"comment on column {relation}.{identifier(c.name)} is {literal(c.description)}" for c in mart.columns),
    ]
