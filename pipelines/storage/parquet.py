"""One table's rows as one Parquet file, and back: fixed settings, so that equal rows give equal bytes.

A file carries the declared names, types and descriptions, and nothing of when, where or by which run it was written.
"""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from pipelines.storage import atomic
from pipelines.storage.errors import StorageError, explained
from pipelines.tables.declaration import Table
from pipelines.tables.schemas import arrow_schema, conform, polars_schema

MAGIC = b"PAR1"
SMALLEST = 12  # bytes: the magic twice and the length of the footer between them
ZSTD_LEVEL = 3
ROWS_PER_GROUP = 128 * 1024
BLOBS_PER_GROUP = 256  # page bodies: a reader holds one group, and a body can be megabytes


def write(table: Table, data: pl.DataFrame, target: Path) -> None:
    """Write the rows, which must be conforming, to `target` in one step.

    Raises StorageError where the file cannot be written.
    """
    blobs = [column.name for column in table.columns if isinstance(column.dtype, pl.Binary)]
    plain = [column.name for column in table.columns if column.name not in blobs]
    arrow = data.rechunk().to_arrow(compat_level=pl.CompatLevel.oldest()).cast(_nullable(arrow_schema(table)))
    with explained("write", target), atomic.replacing(target) as file:
        pq.write_table(
            arrow.combine_chunks(),
            file,
            row_group_size=BLOBS_PER_GROUP if blobs else ROWS_PER_GROUP,
            version="2.6",
            compression="zstd",
            compression_level=ZSTD_LEVEL,
            use_dictionary=[name for name in plain if not table.column(name).dtype.is_nested()],  # type: ignore[arg-type]
            write_statistics=plain,
        )


def read(table: Table, path: Path) -> pl.DataFrame:
    """The rows of a file, in the declared columns and order.

    Raises StorageError for a torn file, and for one that was written with other columns.
    """
    check_whole(path)
    try:
        data = pl.read_parquet(path, hive_partitioning=False, use_statistics=False, memory_map=False)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise torn(path, str(error).splitlines()[0]) from error
    try:
        return conform(table, data)
    except ValueError as error:
        raise StorageError(
            f"{path} was written with other columns than this version declares ({error}); {WAY_OUT}"
        ) from error


def scan(table: Table, paths: list[Path]) -> pl.LazyFrame:
    """The rows of several files, lazily, in the declared columns; the files are checked for their ends at once.

    Raises StorageError for a torn file.
    """
    if not paths:
        return pl.LazyFrame(schema=polars_schema(table))
    for path in paths:
        check_whole(path)
    return pl.scan_parquet(paths, schema=polars_schema(table), hive_partitioning=False, glob=False)


def row_count(path: Path) -> int:
    """The number of rows, from the footer; StorageError for a torn file."""
    check_whole(path)
    try:
        return int(pq.read_metadata(path).num_rows)
    except (pa.ArrowException, OSError) as error:
        raise torn(path, str(error).splitlines()[0]) from error


def check_whole(path: Path) -> None:
    """Raise StorageError unless the file begins and ends as a Parquet file does."""
    with explained("read", path), path.open("rb") as file:
        size = file.seek(0, 2)
        ends = b""
        if size >= SMALLEST:
            file.seek(0)
            ends = file.read(4)
            file.seek(-4, 2)
            ends += file.read(4)
    if ends != MAGIC * 2:
        raise torn(path, f"{size} bytes")


WAY_OUT = "remove the file and run that capture date again: entente run --from DATE --to DATE"


def torn(path: Path, detail: str) -> StorageError:
    """The error for a file that is not whole."""
    return StorageError(f"{path} is not a whole Parquet file ({detail}): it was cut off or changed by hand; {WAY_OUT}")


def _nullable(schema: pa.Schema) -> pa.Schema:
    # Staged rows are not audited yet: a null where none is allowed must reach the audit, not fail the write.
    return pa.schema([field.with_nullable(True) for field in schema]).with_metadata(schema.metadata)
