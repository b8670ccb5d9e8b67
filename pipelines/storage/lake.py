"""Where the lake's tables lie, and how they get there: stage, audit elsewhere, publish.

A partitioned table is `<root>/<layer>/<name>/capture_date=YYYY-MM-DD/part-0.parquet`, any other table
`<root>/<layer>/<name>/part-0.parquet`; beside them `schema.parquet` holds no rows, so that a glob is never empty.
A partition without rows has no file. Staging has the same layout under a folder of its own, outside every glob.
What rows mean, and whether they may be published, is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import polars as pl

from pipelines.storage import atomic, parquet
from pipelines.storage.errors import StorageError, explained
from pipelines.tables.catalog import LAKE_TABLES
from pipelines.tables.declaration import Table
from pipelines.tables.pages import REJECTS
from pipelines.tables.schemas import conform, empty_frame

PART = "part-0.parquet"
SCHEMA = "schema.parquet"
PARTITION = re.compile(r"capture_date=(\d{4}-\d{2}-\d{2})")
STAGE = re.compile(r"[a-z][a-z0-9_]*(/[a-z][a-z0-9_]*)*")
REJECTS_BY_STAGE = "rejects_by_stage"


class Lake:
    """The validated tables under `root`, and those that wait for their audit under `staging`."""

    def __init__(self, root: Path, staging: Path) -> None:
        self.root = root
        self.staging = staging

    def prepare(self, tables: Iterable[Table] = LAKE_TABLES) -> None:
        """Make every table's folder with its zero-row file, and remove what killed runs left half written.

        A file that another living run is writing is left alone. Raises StorageError.
        """
        for folder in (self.root, self.staging):
            with explained("make", folder):
                folder.mkdir(parents=True, exist_ok=True)
            with explained("tidy", folder):
                atomic.remove_leftovers(folder)
        for table in tables:
            self._write_schema(table)

    def stage(self, table: Table, capture_date: date | None, frame: pl.DataFrame) -> pl.DataFrame:
        """Write the rows to staging, replacing what was staged; the rows as written (declared columns, table's order).

        Raises ValueError where the columns are not the declared ones or a row is of another capture date; StorageError.
        """
        rows = conform(table, frame)
        _check_dates(rows, table, capture_date)
        parquet.write(table, rows, self.staged_path(table, capture_date))
        return rows

    def read_staged(self, table: Table, capture_date: date | None) -> pl.DataFrame:
        """The rows that wait in staging; empty where none do. Raises StorageError."""
        return _read(table, self.staged_path(table, capture_date))

    def publish(self, table: Table, capture_date: date | None) -> int:
        """Move what is staged into the lake in one step; the number of rows.

        Without rows the lake's file goes, because an empty partition has none. Raises StorageError, also where nothing
        is staged.
        """
        staged, target = self.staged_path(table, capture_date), self.path(table, capture_date)
        if not staged.exists():
            raise StorageError(
                f"nothing of {table.path} is staged at {staged}; materialize that table before it is published"
            )
        rows = parquet.row_count(staged)
        with explained("publish", target):
            if rows:
                atomic.move(staged, target)
            else:
                _remove_partition(target)
                atomic.remove(staged)
        return rows

    def drop(self, table: Table, capture_date: date | None) -> None:
        """Remove the table's rows of that capture date, staged and published. Raises StorageError."""
        for path in (self.staged_path(table, capture_date), self.path(table, capture_date)):
            with explained("remove", path):
                _remove_partition(path)

    def read(self, table: Table, capture_date: date | None) -> pl.DataFrame:
        """The published rows; empty where there are none. Raises StorageError for a torn file."""
        return _read(table, self.path(table, capture_date))

    def scan(self, table: Table) -> pl.LazyFrame:
        """All published rows, lazily, ordered by capture date. Raises StorageError for a torn file."""
        if table.partitioned:
            return parquet.scan(table, [self.path(table, day) for day in self.partitions(table)])
        path = self.path(table, None)
        return parquet.scan(table, [path] if path.exists() else [])

    def partitions(self, table: Table) -> list[date]:
        """The capture dates that have published rows, sorted."""
        return _dates(self.folder(table))

    def folder(self, table: Table) -> Path:
        """The table's folder in the lake."""
        return self.root / table.path

    def path(self, table: Table, capture_date: date | None) -> Path:
        """The file of the lake that holds, or would hold, those rows."""
        return _part(self.root / table.path, table, capture_date)

    def staged_path(self, table: Table, capture_date: date | None) -> Path:
        """The file of staging that holds, or would hold, those rows."""
        return _part(self.staging / table.path, table, capture_date)

    def stage_rejects(self, stage: str, capture_date: date, frame: pl.DataFrame) -> None:
        """Keep what one stage rejected of one capture date, in place of what it had rejected of it before.

        `stage` is a table's path, such as `core/articles`; `frame` has the columns of core/rejects. Rejects stay in
        staging after core/rejects is published, so that one stage can be made again alone. Raises ValueError and
        StorageError.
        """
        if not STAGE.fullmatch(stage):
            raise ValueError(f"{stage!r} is not the path of a table")
        path = _part(self.staging / REJECTS_BY_STAGE / stage, REJECTS, capture_date)
        rows = _distinct_rejects([frame])
        _check_dates(rows, REJECTS, capture_date)
        if rows.height:
            parquet.write(REJECTS, rows, path)
        else:
            with explained("remove", path):
                _remove_partition(path)

    def staged_rejects(self, capture_date: date) -> pl.DataFrame:
        """What all stages rejected of a capture date: each reject once, in order. Raises StorageError."""
        paths = sorted((self.staging / REJECTS_BY_STAGE).rglob(f"capture_date={capture_date.isoformat()}/{PART}"))
        return _distinct_rejects([parquet.read(REJECTS, path) for path in paths])

    def reject_dates(self) -> list[date]:
        """The capture dates of which some stage rejected something, sorted."""
        stages = {partition.parent for partition in (self.staging / REJECTS_BY_STAGE).rglob("capture_date=*")}
        return sorted({day for stage in stages for day in _dates(stage)})

    def _write_schema(self, table: Table) -> None:
        path = self.folder(table) / SCHEMA
        try:
            if path.exists() and parquet.row_count(path) == 0:
                parquet.read(table, path)
                return
        except StorageError:
            pass  # torn, or of another version of the table: written anew
        parquet.write(table, empty_frame(table), path)


def _check_dates(rows: pl.DataFrame, table: Table, capture_date: date | None) -> None:
    if capture_date is not None and rows.filter(pl.col("capture_date").ne_missing(pl.lit(capture_date))).height:
        raise ValueError(f"{table.path}: rows of another capture date than {capture_date}")


def _distinct_rejects(frames: list[pl.DataFrame]) -> pl.DataFrame:
    rows = [conform(REJECTS, frame) for frame in frames]
    return conform(
        REJECTS, pl.concat([empty_frame(REJECTS), *rows]).unique("reject_id", keep="first", maintain_order=True)
    )


def _part(folder: Path, table: Table, capture_date: date | None) -> Path:
    if table.partitioned != (capture_date is not None):
        wanted = "needs a capture date" if table.partitioned else "has no partitions, so takes no capture date"
        raise ValueError(f"{table.path} {wanted}")
    return folder / PART if capture_date is None else folder / f"capture_date={capture_date.isoformat()}" / PART


def _read(table: Table, path: Path) -> pl.DataFrame:
    return parquet.read(table, path) if path.exists() else empty_frame(table)


def _dates(folder: Path) -> list[date]:
    if not folder.is_dir():
        return []
    found = ((PARTITION.fullmatch(path.name), path) for path in folder.iterdir())
    return sorted(date.fromisoformat(match[1]) for match, path in found if match and (path / PART).exists())


def _remove_partition(path: Path) -> None:
    atomic.remove(path)
    if PARTITION.fullmatch(path.parent.name) and path.parent.is_dir() and not any(path.parent.iterdir()):
        path.parent.rmdir()
