"""What a killed run, a full disk or a torn file does to the lake: nothing that a reader sees, and a message."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from pipelines.storage import Lake, StorageError, atomic
from pipelines.tables.catalog import table
from pipelines.tables.schemas import frame

DAY = date(2020, 6, 4)
DUPLICATES = table("core/duplicates")


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    """A lake with one published row and another one staged."""
    made = Lake(tmp_path / "lake", tmp_path / "staging")
    made.prepare()
    made.stage(DUPLICATES, DAY, rows("old"))
    made.publish(DUPLICATES, DAY)
    made.stage(DUPLICATES, DAY, rows("new"))
    return made


def rows(name: str) -> pl.DataFrame:
    return frame(
        DUPLICATES, [{"capture_id": name, "capture_date": DAY, "of_capture_id": "first", "kind": "same_bytes"}]
    )


def write_until_full(target: Path) -> None:
    with atomic.replacing(target) as file:
        file.write(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")


def published(lake: Lake) -> list[str]:
    return lake.read(DUPLICATES, DAY).get_column("capture_id").to_list()


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "the disk is full; free some space"),
        (errno.EROFS, "mounted read-only"),
        (errno.EACCES, "permission denied"),
        (errno.EBADMSG, "check the folder and run again"),
    ],
)
@pytest.mark.parametrize("call", ["replace", "fsync"])
def test_a_failing_write_leaves_the_old_rows_and_names_the_file_and_the_way_out(
    lake: Lake, monkeypatch: pytest.MonkeyPatch, code: int, said: str, call: str
) -> None:
    before = files(lake.root), files(lake.staging)

    def fail(*arguments: object, **options: object) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        with pytest.raises(StorageError, match=said) as caught:
            lake.stage(DUPLICATES, DAY, rows("newer"))
        assert str(lake.staged_path(DUPLICATES, DAY)) in str(caught.value)
        if call == "replace":
            with pytest.raises(StorageError, match=said):
                lake.publish(DUPLICATES, DAY)
    assert published(lake) == ["old"]
    assert (files(lake.root), files(lake.staging)) == before
    lake.publish(DUPLICATES, DAY)
    assert published(lake) == ["new"]


def test_a_disk_that_fills_up_while_a_file_is_written_leaves_no_part_of_it(lake: Lake) -> None:
    target = lake.root / "whole.bin"
    target.write_bytes(b"old")
    with pytest.raises(OSError, match="No space"):
        write_until_full(target)
    assert target.read_bytes() == b"old"
    assert not list(lake.root.glob(".*.tmp"))


def test_staging_on_another_file_system_is_copied_beside_and_moved(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    staged = lake.staged_path(DUPLICATES, DAY)
    monkeypatch.setattr(atomic, "_device", lambda path: 1 if path == staged else 2)
    lake.publish(DUPLICATES, DAY)
    assert published(lake) == ["new"]
    assert not staged.exists()


@pytest.mark.parametrize("keep", [0, 3, 11, 200])
def test_a_torn_file_is_named_with_the_way_out(lake: Lake, keep: int) -> None:
    path = lake.path(DUPLICATES, DAY)
    path.write_bytes(path.read_bytes()[:keep])
    for reading in (
        lambda: lake.read(DUPLICATES, DAY),
        lambda: lake.scan(DUPLICATES).collect(),
    ):
        with pytest.raises(StorageError, match=r"part-0\.parquet is not a whole Parquet file.*remove the file and run"):
            reading()


def test_a_file_with_a_damaged_middle_is_an_error_and_not_a_crash(lake: Lake) -> None:
    path = lake.path(DUPLICATES, DAY)
    whole = path.read_bytes()
    path.write_bytes(whole[:4] + b"\xff" * (len(whole) - 8) + whole[-4:])
    with pytest.raises(StorageError, match="not a whole Parquet file"):
        lake.read(DUPLICATES, DAY)


def test_a_torn_file_is_healed_by_publishing_the_partition_again(lake: Lake) -> None:
    lake.path(DUPLICATES, DAY).write_bytes(b"PAR1")
    lake.publish(DUPLICATES, DAY)
    assert published(lake) == ["new"]


def test_a_file_of_another_version_of_the_table_is_named(lake: Lake) -> None:
    rows("old").drop("kind").write_parquet(lake.path(DUPLICATES, DAY))
    with pytest.raises(StorageError, match="was written with other columns"):
        lake.read(DUPLICATES, DAY)


def test_leftovers_of_a_killed_writer_are_no_data_and_go_with_the_next_preparation(lake: Lake) -> None:
    target = lake.path(DUPLICATES, DAY)
    script = (
        "import os, pathlib, sys\n"
        "from pipelines.storage import atomic\n"
        "with atomic.replacing(pathlib.Path(sys.argv[1])) as file:\n"
        "    file.write(b'PAR1half'); file.flush(); os.kill(os.getpid(), 9)\n"
    )
    assert subprocess.run([sys.executable, "-c", script, str(target)], check=False).returncode == -9
    leftovers = list(target.parent.glob(".*.tmp"))
    assert len(leftovers) == 1
    assert published(lake) == ["old"]
    assert lake.scan(DUPLICATES).collect().height == 1
    lake.prepare()
    assert not leftovers[0].exists()
    assert published(lake) == ["old"]


def test_preparation_leaves_alone_what_a_living_writer_is_writing(lake: Lake) -> None:
    target = lake.path(DUPLICATES, DAY)
    with atomic.replacing(target) as file:
        file.write(b"x")
        lake.prepare()
    assert target.read_bytes() == b"x"


def test_preparation_mends_a_torn_or_outdated_schema_file_and_touches_no_good_one(lake: Lake) -> None:
    torn, outdated = lake.folder(DUPLICATES) / "schema.parquet", lake.folder(table("core/rejects")) / "schema.parquet"
    good = lake.folder(table("raw/pages")) / "schema.parquet"
    whole, modified = torn.read_bytes(), good.stat().st_mtime_ns
    torn.write_bytes(whole[:20])
    pl.DataFrame({"other": [1]}).clear().write_parquet(outdated)
    lake.prepare()
    assert torn.read_bytes() == whole
    assert pl.read_parquet(outdated).columns == [column.name for column in table("core/rejects").columns]
    assert good.stat().st_mtime_ns == modified


def test_a_data_folder_that_is_a_file_is_explained(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(StorageError, match="is a file, not a folder"):
        Lake(tmp_path / "data" / "lake", tmp_path / "data" / "staging").prepare()
