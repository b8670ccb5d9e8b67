"""The lake: what is staged, published, read and left behind."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.storage import Lake, StorageError
from pipelines.tables.catalog import LAKE_TABLES, table
from pipelines.tables.identifiers import content_id
from pipelines.tables.schemas import arrow_schema, empty_frame, frame, polars_schema

DAY = date(2020, 6, 4)
PAGES = table("raw/pages")
DUPLICATES = table("core/duplicates")
ALIASES = table("core/entity_aliases")
REJECTS = table("core/rejects")


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    made = Lake(tmp_path / "lake", tmp_path / "staging")
    made.prepare()
    return made


def duplicates(*names: str, day: date = DAY) -> pl.DataFrame:
    rows = [{"capture_id": name, "capture_date": day, "of_capture_id": "first", "kind": "same_bytes"} for name in names]
    return frame(DUPLICATES, rows)


def rejects(*keys: str, stage: str = "core/articles", day: date = DAY) -> pl.DataFrame:
    return frame(
        REJECTS,
        [
            {
                "reject_id": content_id("reject", stage, key, "empty", None),
                "capture_date": day,
                "stage": stage,
                "key": key,
                "reason": "empty",
            }
            for key in keys
        ],
    )


def test_staged_rows_are_invisible_until_they_are_published(lake: Lake) -> None:
    lake.stage(DUPLICATES, DAY, duplicates("b", "a"))
    assert lake.read(DUPLICATES, DAY).is_empty()
    assert lake.partitions(DUPLICATES) == []
    assert lake.publish(DUPLICATES, DAY) == 2
    assert lake.read(DUPLICATES, DAY).get_column("capture_id").to_list() == ["a", "b"]
    assert lake.partitions(DUPLICATES) == [DAY]
    assert not lake.staged_path(DUPLICATES, DAY).exists()


def test_a_partition_is_replaced_whole_and_goes_when_it_has_no_rows(lake: Lake) -> None:
    for names in (("a", "b"), ("c",)):
        lake.stage(DUPLICATES, DAY, duplicates(*names))
        lake.publish(DUPLICATES, DAY)
    assert lake.read(DUPLICATES, DAY).get_column("capture_id").to_list() == ["c"]
    lake.stage(DUPLICATES, DAY, duplicates())
    assert lake.publish(DUPLICATES, DAY) == 0
    assert lake.partitions(DUPLICATES) == []
    assert [path.name for path in lake.folder(DUPLICATES).iterdir()] == ["schema.parquet"]


def test_scan_joins_all_partitions_in_order_and_keeps_the_declared_types(lake: Lake) -> None:
    for offset, name in ((2, "c"), (0, "a"), (1, "b")):
        day = DAY + timedelta(days=offset)
        lake.stage(DUPLICATES, day, duplicates(name, day=day))
        lake.publish(DUPLICATES, day)
    found = lake.scan(DUPLICATES).collect()
    assert found.get_column("capture_id").to_list() == ["a", "b", "c"]
    assert found.schema == polars_schema(DUPLICATES)


@pytest.mark.parametrize("path", [each.path for each in LAKE_TABLES])
def test_every_lake_table_has_a_file_without_rows_so_that_a_glob_finds_its_columns(lake: Lake, path: str) -> None:
    declared = table(path)
    found = pl.scan_parquet(lake.folder(declared) / "**/*.parquet", hive_partitioning=False).collect()
    assert found.equals(empty_frame(declared))
    assert found.schema == polars_schema(declared)
    assert lake.scan(declared).collect().equals(empty_frame(declared))


def test_a_table_without_partitions_has_one_file(lake: Lake) -> None:
    rows = frame(ALIASES, [{"entity_id": "새벽", "alias": "새벽전자", "kind": "name"}])
    lake.stage(ALIASES, None, rows)
    lake.publish(ALIASES, None)
    assert lake.read(ALIASES, None).equals(rows)
    assert lake.scan(ALIASES).collect().equals(rows)
    assert (lake.folder(ALIASES) / "part-0.parquet").exists()


def test_a_capture_date_where_none_belongs_and_a_missing_one_are_errors(lake: Lake) -> None:
    with pytest.raises(ValueError, match="takes no capture date"):
        lake.read(ALIASES, DAY)
    with pytest.raises(ValueError, match="needs a capture date"):
        lake.stage(DUPLICATES, None, duplicates("a"))


def test_rows_of_another_day_and_undeclared_columns_are_refused(lake: Lake) -> None:
    with pytest.raises(ValueError, match="another capture date"):
        lake.stage(DUPLICATES, DAY, duplicates("a", day=DAY + timedelta(days=1)))
    with pytest.raises(ValueError, match="extra"):
        lake.stage(DUPLICATES, DAY, duplicates("a").with_columns(extra=1))
    assert not lake.staged_path(DUPLICATES, DAY).exists()


def test_nulls_in_required_columns_reach_the_audit(lake: Lake) -> None:
    lake.stage(DUPLICATES, DAY, duplicates("a").with_columns(kind=pl.lit(None, pl.String)))
    assert lake.read_staged(DUPLICATES, DAY).get_column("kind").to_list() == [None]


def test_a_file_carries_what_its_columns_mean(lake: Lake) -> None:
    import pyarrow.parquet as pq

    lake.stage(DUPLICATES, DAY, duplicates("a"))
    schema = pq.read_schema(lake.staged_path(DUPLICATES, DAY))
    assert (
        schema.field("kind").metadata[b"description"] == arrow_schema(DUPLICATES).field("kind").metadata[b"description"]
    )


page_rows = st.lists(
    st.fixed_dictionaries(
        {
            "url": st.none() | st.text(max_size=20),
            "bytes": st.none() | st.binary(max_size=50),
            "fetched_at": st.none()
            | st.integers(0, 2**42).map(lambda seconds: datetime.fromtimestamp(seconds / 1000, UTC)),
        }
    ),
    max_size=20,
)


@settings(max_examples=25, deadline=None)
@given(rows=page_rows, seed=st.integers(0, 99), cut=st.integers(0, 20))
def test_equal_rows_give_equal_bytes_in_whatever_order_and_pieces_they_come(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, object]], seed: int, cut: int
) -> None:
    folder = tmp_path_factory.mktemp("lake")
    lake = Lake(folder / "lake", folder / "staging")
    full = [
        {
            **row,
            "capture_id": f"c{n}",
            "page_id": "p",
            "capture_date": DAY,
            "byte_count": 1,
            "source_file": "f",
            "source_offset": 0,
        }
        for n, row in enumerate(rows)
    ]
    made = frame(PAGES, full)
    shuffled = made.sample(fraction=1, shuffle=True, seed=seed)
    pieces = pl.concat([shuffled.head(cut), shuffled.slice(cut)], rechunk=False)
    digests = []
    for each in (made, pieces):
        lake.stage(PAGES, DAY, each)
        digests.append(hashlib.sha256(lake.staged_path(PAGES, DAY).read_bytes()).hexdigest())
        assert lake.read_staged(PAGES, DAY).equals(made)
    assert digests[0] == digests[1]


def test_rejects_of_all_stages_come_together_each_once(lake: Lake) -> None:
    lake.stage_rejects("raw/pages", DAY, rejects("x", stage="raw/pages"))
    lake.stage_rejects("core/articles", DAY, pl.concat([rejects("b", "a"), rejects("a")]))
    lake.stage_rejects("core/articles", DAY + timedelta(days=1), rejects("later", day=DAY + timedelta(days=1)))
    found = lake.staged_rejects(DAY)
    assert sorted(found.get_column("key")) == ["a", "b", "x"]
    assert found.get_column("reject_id").is_sorted()
    assert lake.reject_dates() == [DAY, DAY + timedelta(days=1)]


def test_a_stage_that_is_made_again_replaces_its_own_rejects_only(lake: Lake) -> None:
    lake.stage_rejects("raw/pages", DAY, rejects("x", stage="raw/pages"))
    lake.stage_rejects("core/articles", DAY, rejects("a", "b"))
    lake.stage_rejects("core/articles", DAY, rejects())
    assert lake.staged_rejects(DAY).get_column("key").to_list() == ["x"]
    lake.stage(REJECTS, DAY, lake.staged_rejects(DAY))
    lake.publish(REJECTS, DAY)
    assert lake.staged_rejects(DAY).get_column("key").to_list() == ["x"]


@pytest.mark.parametrize("stage", ["../outside", "core/../x", "", "Core/articles", "/etc"])
def test_the_name_of_a_stage_cannot_leave_staging(lake: Lake, stage: str) -> None:
    with pytest.raises(ValueError, match="not the path of a table"):
        lake.stage_rejects(stage, DAY, rejects("a"))


def test_drop_removes_what_is_staged_and_published(lake: Lake) -> None:
    lake.stage(DUPLICATES, DAY, duplicates("a"))
    lake.publish(DUPLICATES, DAY)
    lake.stage(DUPLICATES, DAY, duplicates("b"))
    lake.drop(DUPLICATES, DAY)
    assert lake.read(DUPLICATES, DAY).is_empty()
    assert lake.read_staged(DUPLICATES, DAY).is_empty()


def test_publishing_what_nobody_staged_says_what_to_do(lake: Lake) -> None:
    with pytest.raises(StorageError, match="nothing of core/duplicates is staged"):
        lake.publish(DUPLICATES, DAY)
