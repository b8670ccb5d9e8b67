"""Publishing the marts: a DuckDB file and a folder of Parquet, built beside the old ones and swapped in whole.

The warehouse is only read. Rows are written in a fixed order: the Parquet of equal marts is equal byte for byte; a
DuckDB file is not (its blocks are laid out as they come), but its rows are equal in equal order.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipelines.publish.build import Build
from pipelines.publish.macros import macros
from pipelines.publish.swap import recover_folder, swap_folder
from pipelines.publish.warehouse import PublishError, comments, identifier, literal, opened, ordered_rows
from pipelines.storage import StorageError, atomic
from pipelines.storage.errors import explained
from pipelines.tables.datapackage import PackagedFile, datapackage
from pipelines.tables.declaration import Table

DATABASE = "entente.duckdb"
PARQUET = "parquet"
DATAPACKAGE = "datapackage.json"
STORAGE_VERSION = "v1.0.0"  # the oldest format that 2.x writes: every 1.x client reads it
ROWS_PER_GROUP = 122_880


@dataclass(frozen=True, slots=True)
class PublishReport:
    """What was published: where it is, and the number of rows of each mart."""

    path: Path
    rows: dict[str, int]


def publish_marts(
    warehouse: Path, published_dir: Path, marts: Sequence[Table], build: Build, *, licence: str = ""
) -> PublishReport:
    """Publish the marts in both forms; the report is about `published_dir`.

    Raises PublishError where the warehouse lacks a mart or has it otherwise than declared, StorageError where a file
    cannot be written. What was published before is then still there, whole.
    """
    publish_parquet(warehouse, published_dir, marts, build, licence=licence)
    report = publish_database(warehouse, published_dir, marts)
    return PublishReport(published_dir, report.rows)


def publish_database(warehouse: Path, published_dir: Path, marts: Sequence[Table]) -> PublishReport:
    """Publish the marts as `entente.duckdb`, schema main, with comments, readable by DuckDB 1.x and 2.x.

    Raises PublishError and StorageError, as publish_marts does.
    """
    target = published_dir / DATABASE
    with publishing(published_dir) as spill, opened(warehouse, spill) as connection, explained("publish", target):
        temporary = atomic.temporary_beside(target)
        try:
            rows = _write_database(connection, temporary, marts)
            atomic.fsync_file(temporary)
            temporary.replace(target)
            atomic.fsync_folder(published_dir)
        finally:
            temporary.unlink(missing_ok=True)
    return PublishReport(target, rows)


def publish_parquet(
    warehouse: Path, published_dir: Path, marts: Sequence[Table], build: Build, *, licence: str = ""
) -> PublishReport:
    """Publish the marts as `parquet/<mart>.parquet`; the folder is swapped, so that a mart that is no more is gone.

    `datapackage.json` among them describes them all: what each column means, what the build was made of, and the
    licence that the operator has set (an SPDX name), if any.
    Raises PublishError and StorageError, as publish_marts does.
    """
    target = published_dir / PARQUET
    with publishing(published_dir) as spill, opened(warehouse, spill) as connection, explained("publish", target):
        temporary = atomic.temporary_beside(target)
        temporary.mkdir()
        try:
            rows = {mart.name: _write_parquet(connection, mart, temporary) for mart in marts}
            files = {mart.name: _packaged(temporary / f"{mart.name}.parquet") for mart in marts}
            described = datapackage(files, marts, build=build.described(), licence=licence)
            text = json.dumps(described, ensure_ascii=False, indent=2) + "\n"
            (temporary / DATAPACKAGE).write_text(text, encoding="utf-8")
            swap_folder(temporary, target)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
    return PublishReport(target, rows)


def _write_database(connection: duckdb.DuckDBPyConnection, path: Path, marts: Sequence[Table]) -> dict[str, int]:
    rows: dict[str, int] = {}
    connection.execute(f"attach {literal(str(path))} as published (storage_version {literal(STORAGE_VERSION)})")
    for mart in marts:
        relation = f"published.main.{identifier(mart.name)}"
        rows[mart.name] = _count(connection, f"create table {relation} as {ordered_rows(connection, mart)}")
        for statement in comments(mart, relation):
            connection.execute(statement)
    connection.execute("use published")
    for statement in macros(rows):
        connection.execute(statement)
    connection.execute("use memory")
    connection.execute("checkpoint published")
    connection.execute("detach published")
    return rows


def _write_parquet(connection: duckdb.DuckDBPyConnection, mart: Table, folder: Path) -> int:
    path = folder / f"{mart.name}.parquet"
    options = f"format parquet, compression zstd, row_group_size {ROWS_PER_GROUP}"
    return _count(connection, f"copy ({ordered_rows(connection, mart)}) to {literal(str(path))} ({options})")


def _packaged(path: Path) -> PackagedFile:
    with path.open("rb") as file:
        return PackagedFile(path.name, path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


def _count(connection: duckdb.DuckDBPyConnection, statement: str) -> int:
    found = connection.execute(statement).fetchone()
    return int(found[0]) if found else 0


@contextmanager
def publishing(published_dir: Path) -> Iterator[Path]:
    """One publication at a time; leftovers of killed ones are gone, and DuckDB's failures to write are explained.

    Gives a folder, yet to be made, for what DuckDB cannot hold in memory.
    """
    with explained("publish to", published_dir):
        published_dir.mkdir(parents=True, exist_ok=True)
        with atomic.locked(published_dir / ".publishing.lock"):
            recover_folder(published_dir / PARQUET)
            for leftover in published_dir.glob(f".*{atomic.SUFFIX}*"):
                shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()
            try:
                yield atomic.temporary_beside(published_dir / "spill")
            except duckdb.IOException as error:
                reason = str(error).splitlines()[0]
                raise StorageError(
                    f"cannot publish to {published_dir}: {reason}; check the disk and run again. "
                    "What was published before has not changed."
                ) from error
            except duckdb.Error as error:
                raise PublishError(f"the marts cannot be published: {str(error).splitlines()[0]}") from error
