"""Publishing the marts to PostgreSQL: loaded into a schema of their own beside the old one, then swapped in.

Everything is loaded, keyed, described and granted in a schema that no reader looks at. Two renames in one transaction
then put it in the place of the old one: a reader's statement sees all of the old tables or all of the new. What is
retired is dropped afterwards, and left for the next time where a reader still holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urlsplit

import adbc_driver_postgresql.dbapi as postgresql  # type: ignore[import-untyped]  # it ships no type information
import duckdb
from adbc_driver_manager import Error
from adbc_driver_manager.dbapi import Connection, Cursor

from pipelines.publish.warehouse import PublishError, comments, identifier, literal, opened, ordered_rows
from pipelines.tables.declaration import Table
from pipelines.tables.schemas import duckdb_columns

SCHEMA = "entente"
LOADING = f"{SCHEMA}_loading"
RETIRED = f"{SCHEMA}_retired"
ROWS_PER_BATCH = 65_536
CONNECT_SECONDS = 15
DROP_MILLISECONDS = 2_000
LOCK_KEY = 7_034_202_611  # of the advisory lock that keeps a second publication out; any number of our own does
TYPES = {
    "varchar": "text",
    "varchar[]": "text[]",
    "double": "double precision",
    "bigint": "bigint",
    "integer": "integer",
    "boolean": "boolean",
    "date": "date",
    "timestamptz": "timestamptz",
}


def publish_postgres(warehouse: Path, url: str, marts: Sequence[Table], *, reader: str = "") -> dict[str, int]:
    """Publish the marts to the database at `url` (postgresql://…) as schema `entente`; gives the rows of each mart.

    The role `reader`, where named, may read all of them afterwards. Raises PublishError where the server cannot be
    reached or goes away, the role does not exist, another publication is under way, or the warehouse lacks a mart. What
    was published before is then still there, whole. No message repeats the url or its password.
    """
    with (
        TemporaryDirectory(prefix="entente-publish-") as spill,
        opened(warehouse, Path(spill)) as source,
        _connected(url) as connection,
        connection.cursor() as cursor,
    ):
        _only_publication(cursor)
        _check_reader(cursor, reader)
        _start_loading(cursor)
        rows = {mart.name: _load(source, cursor, mart) for mart in marts}
        _grant(cursor, reader)
        connection.commit()
        retired = _swap(cursor)
        connection.commit()
        _drop_retired(connection, cursor, retired)
    return rows


def _load(source: duckdb.DuckDBPyConnection, cursor: Cursor, mart: Table) -> int:
    relation = f"{LOADING}.{identifier(mart.name)}"
    columns = ", ".join(f"{identifier(name)} {TYPES[kind]}" for name, kind in duckdb_columns(mart).items())
    cursor.execute(f"create table {relation} ({columns})")
    batches = source.sql(ordered_rows(source, mart)).to_arrow_reader(ROWS_PER_BATCH)
    count = cursor.adbc_ingest(mart.name, batches, mode="append", db_schema_name=LOADING)
    key = ", ".join(map(identifier, mart.key))
    cursor.execute(f"alter table {relation} add primary key ({key})")
    for statement in comments(mart, relation):
        cursor.execute(statement)
    cursor.execute(f"analyze {relation}")
    return count


def _only_publication(cursor: Cursor) -> None:
    cursor.execute(f"select pg_try_advisory_lock({LOCK_KEY})")
    if cursor.fetchone() != (True,):
        raise PublishError("another publication to this PostgreSQL database is under way; wait for its end, then again")


def _check_reader(cursor: Cursor, reader: str) -> None:
    if not reader:
        return
    cursor.execute(f"select count(*) from pg_roles where rolname = {literal(reader)}")  # noqa: S608 - quoted
    if cursor.fetchone() != (1,):
        raise PublishError(
            f"PostgreSQL has no role {reader!r} to let read; create it (create role … login) "
            "or name another one in ENTENTE_POSTGRES_READER"
        )


def _start_loading(cursor: Cursor) -> None:
    cursor.execute(f"drop schema if exists {LOADING} cascade")
    cursor.execute(f"create schema {LOADING}")
    cursor.execute(f"comment on schema {LOADING} is 'Alliance memberships and events, published by Entente'")


def _grant(cursor: Cursor, reader: str) -> None:
    if reader:
        cursor.execute(f"grant usage on schema {LOADING} to {identifier(reader)}")
        cursor.execute(f"grant select on all tables in schema {LOADING} to {identifier(reader)}")


def _swap(cursor: Cursor) -> list[str]:
    """Put the loaded schema in the place of the old one; gives the schemas that may now go."""
    cursor.execute(
        "select nspname::text from pg_namespace "  # noqa: S608 - constants
        f"where nspname = '{SCHEMA}' or nspname ~ '^{RETIRED}_[0-9]+$' order by 1"
    )
    held = [str(name) for (name,) in cursor.fetchall()]
    retired = [name for name in held if name != SCHEMA]
    if SCHEMA in held:
        name = f"{RETIRED}_{max((int(one.rsplit('_', 1)[1]) for one in retired), default=0) + 1}"
        cursor.execute(f"alter schema {SCHEMA} rename to {name}")
        retired.append(name)
    cursor.execute(f"alter schema {LOADING} rename to {SCHEMA}")
    return retired


def _drop_retired(connection: Connection, cursor: Cursor, retired: Sequence[str]) -> None:
    for name in retired:
        try:
            cursor.execute(f"set local lock_timeout = {DROP_MILLISECONDS}")
            query = f"select tablename::text from pg_tables where schemaname = {literal(name)}"  # noqa: S608 - quoted
            cursor.execute(query)
            for (table,) in cursor.fetchall():
                cursor.execute(f"drop table {name}.{identifier(table)} restrict")
            cursor.execute(f"drop schema {name} restrict")
            connection.commit()
        except Error:
            # A reader is still in it, or has built a view of its own on it, which is not ours to drop: the next
            # publication tries again. What is new is published either way.
            connection.rollback()


@contextmanager
def _connected(url: str) -> Iterator[Connection]:
    try:
        with postgresql.connect(_with_patience(url)) as connection:
            yield connection
    except Error as error:
        reason = _without_secrets(str(error), url)
        raise PublishError(
            f"the marts cannot be published to PostgreSQL: {reason}; check ENTENTE_POSTGRES_URL and the server, then "
            "run again. What was published before has not changed."
        ) from None


def _with_patience(url: str) -> str:
    """The url with an end to waiting for a server that does not answer, unless it sets one itself."""
    if "connect_timeout" in url:
        return url
    if "://" not in url:
        return f"{url} connect_timeout={CONNECT_SECONDS}"
    return f"{url}{'&' if '?' in url else '?'}connect_timeout={CONNECT_SECONDS}"


def _without_secrets(message: str, url: str) -> str:
    """The first line of a driver's message, without the address or password that it may repeat."""
    line = next((part.strip() for part in message.splitlines() if part.strip()), "no reason was given")
    try:
        password = urlsplit(url).password or ""
    except ValueError:
        password = ""
    keyword = re.search(r"password\s*=\s*('(?:[^'\\]|\\.)*'|\S+)", url)
    secrets = {
        url,
        _with_patience(url),
        password,
        unquote(password),
        keyword.group(1).strip("'") if keyword else "",
    } - {""}
    for secret in sorted(secrets, key=len, reverse=True):
        line = line.replace(secret, "…")
    return line
