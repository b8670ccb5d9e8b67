"""Published marts: whole, ordered, described, readable by old clients, and never half replaced."""

from __future__ import annotations

import hashlib
import json
import os
import warnings
from pathlib import Path

import duckdb
import polars as pl
import pytest

from pipelines.publish import Build, PublishError, publish_database, publish_marts, publish_parquet, swap
from pipelines.storage import StorageError, atomic
from pipelines.tables.declaration import Column, Table

BUILD = Build("0.1.0", "c0de", ("frames 1",), "fac7", "1a9e")
TIES = Table(
    name="ties",
    layer="mart",
    grain="one tie",
    description="Who's in.",
    columns=(
        Column("tie_id", pl.String(), "Id of the tie.", required=True),
        Column("member", pl.String(), "The member's name."),
        Column("known_from", pl.Datetime("us", "UTC"), "When it was known."),
        Column("sources", pl.List(pl.String()), "Who says so."),
    ),
    key=("tie_id",),
    sort=("member",),
)
EVENTS = Table(
    name="events",
    layer="mart",
    grain="one event",
    description="What happened.",
    columns=(Column("event_id", pl.Int64(), "Id.", required=True),),
    key=("event_id",),
)


def build_warehouse(path: Path, rows: int = 500, seed: int = 0, schema: str = "main_marts") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    order = pl.DataFrame({"n": range(rows)}).sample(fraction=1, shuffle=True, seed=seed)
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"create schema {schema}")
        connection.execute(
            f"create table {schema}.ties (tie_id varchar, member varchar, known_from timestamptz, sources varchar[])"
        )
        connection.register("shuffled", order)
        connection.execute(f"use {schema}")
        connection.execute(
            "insert into ties select 't' || n, if(n % 7 = 0, null, '새벽' || n % 11), "
            "'2020-06-04 00:00:01+09', ['가', 'b'] from shuffled"
        )
        connection.execute(f"create view {schema}.events as select unnest(range({rows}))::bigint as event_id")
    return path


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def rows_of(database: Path) -> list[tuple[object, ...]]:
    with duckdb.connect(str(database), read_only=True) as connection:
        return connection.execute("select tie_id, member, epoch_us(known_from), sources from main.ties").fetchall()


def hidden(folder: Path) -> list[str]:
    return sorted(
        path.name for path in folder.iterdir() if path.name.startswith(".") and path.name != ".publishing.lock"
    )


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    return build_warehouse(tmp_path / "warehouse" / "entente.duckdb")


def test_both_forms_hold_every_mart_in_its_declared_order(warehouse: Path, tmp_path: Path) -> None:
    published = tmp_path / "published"
    report = publish_marts(warehouse, published, (TIES, EVENTS), BUILD)

    assert report.rows == {"ties": 500, "events": 500}
    parquet = pl.read_parquet(published / "parquet" / "ties.parquet")
    assert parquet.sort("member", "tie_id", nulls_last=True).equals(parquet)
    assert parquet.schema["known_from"] == pl.Datetime("us", "UTC")
    assert [row[0] for row in rows_of(published / "entente.duckdb")] == parquet.get_column("tie_id").to_list()
    assert sorted(path.name for path in (published / "parquet").iterdir()) == [
        "datapackage.json",
        "events.parquet",
        "ties.parquet",
    ]


def test_the_database_says_what_its_tables_and_columns_mean(warehouse: Path, tmp_path: Path) -> None:
    path = publish_database(warehouse, tmp_path / "published", (TIES,)).path
    with duckdb.connect(str(path), read_only=True) as connection:
        tables = connection.execute("select schema_name, table_name, comment from duckdb_tables()").fetchall()
        columns = connection.execute("select comment from duckdb_columns() where column_name = 'member'").fetchall()
    assert tables == [("main", "ties", "Who's in. One row: one tie.")]
    assert columns == [("The member's name.",)]


def test_the_database_is_written_in_the_format_that_1_x_clients_read(warehouse: Path, tmp_path: Path) -> None:
    path = publish_database(warehouse, tmp_path / "published", (TIES, EVENTS)).path
    header = path.read_bytes()[:20]
    assert header[8:12] == b"DUCK"
    assert int.from_bytes(header[12:20], "little") == 64  # storage version of DuckDB 0.10 to 1.1
    with duckdb.connect(str(path), read_only=True) as connection:
        (tags,) = connection.execute("select tags from duckdb_databases() where database_name = 'entente'").fetchone()
    assert tags["storage_version"].startswith("v1.0.0")


def test_rebuilt_marts_with_equal_rows_give_equal_parquet_bytes_and_equal_ordered_rows(tmp_path: Path) -> None:
    found = []
    for seed in (1, 2):
        source = build_warehouse(tmp_path / f"w{seed}" / "entente.duckdb", rows=3000, seed=seed)
        publish_marts(source, tmp_path / f"p{seed}", (TIES, EVENTS), BUILD)
        found.append((digests(tmp_path / f"p{seed}" / "parquet"), rows_of(tmp_path / f"p{seed}" / "entente.duckdb")))
    assert found[0] == found[1]


def test_a_mart_that_is_no_longer_declared_is_gone_from_both_forms(warehouse: Path, tmp_path: Path) -> None:
    published = tmp_path / "published"
    publish_marts(warehouse, published, (TIES, EVENTS), BUILD)
    publish_marts(warehouse, published, (TIES,), BUILD)
    assert sorted(path.name for path in (published / "parquet").iterdir()) == ["datapackage.json", "ties.parquet"]
    with duckdb.connect(str(published / "entente.duckdb"), read_only=True) as connection:
        assert connection.execute("select table_name from duckdb_tables()").fetchall() == [("ties",)]


def test_an_open_reader_goes_on_reading_what_it_opened(tmp_path: Path) -> None:
    published = tmp_path / "published"
    source = build_warehouse(tmp_path / "w" / "entente.duckdb", rows=10)
    publish_marts(source, published, (TIES, EVENTS), BUILD)
    with (published / "parquet" / "ties.parquet").open("rb") as parquet, duckdb.connect() as reader:
        reader.execute(f"attach '{published / 'entente.duckdb'}' as yesterday (read_only)")
        publish_marts(build_warehouse(source, rows=20), published, (TIES, EVENTS), BUILD)
        assert reader.execute("select count(*) from yesterday.ties").fetchone() == (10,)
        assert pl.read_parquet(parquet).height == 10
    assert len(rows_of(published / "entente.duckdb")) == 20


def test_a_mart_that_is_missing_or_not_as_declared_leaves_what_was_published(warehouse: Path, tmp_path: Path) -> None:
    published = tmp_path / "published"
    publish_marts(warehouse, published, (TIES, EVENTS), BUILD)
    before = digests(published / "parquet")
    missing = Table("absent", "mart", "one", "None.", (Column("a", pl.String(), "A."),), ("a",))
    retyped = Table("events", "mart", "one", "None.", (Column("event_id", pl.String(), "A."),), ("event_id",))
    for marts, said in (((TIES, missing), "absent is nowhere"), ((retyped,), "event_id is bigint instead of varchar")):
        with pytest.raises(PublishError, match=said):
            publish_database(warehouse, published, marts)
        with pytest.raises(PublishError, match=said):
            publish_parquet(warehouse, published, marts, BUILD)
    assert digests(published / "parquet") == before
    assert len(rows_of(published / "entente.duckdb")) == 500
    assert hidden(published) == []


def test_no_warehouse_and_a_broken_one_are_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="build the marts first"):
        publish_marts(tmp_path / "none.duckdb", tmp_path / "published", (TIES,), BUILD)
    broken = tmp_path / "broken.duckdb"
    broken.write_bytes(os.urandom(20000))
    with pytest.raises(PublishError, match=r"broken\.duckdb cannot be read.*remove it"):
        publish_marts(broken, tmp_path / "published", (TIES,), BUILD)


@pytest.mark.parametrize("exchange", [True, False])
def test_a_failed_rename_leaves_the_old_folder_and_the_next_run_heals(
    warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool
) -> None:
    published = tmp_path / "published"
    publish_parquet(warehouse, published, (TIES, EVENTS), BUILD)
    if not exchange:
        monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    broken = "_exchange" if exchange else "rename"

    def refuse(*arguments: object) -> bool:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(swap if exchange else Path, broken, refuse)
        with pytest.raises(StorageError, match="the disk is full"):
            publish_parquet(warehouse, published, (TIES,), BUILD)
    assert sorted(digests(published / "parquet")) == ["datapackage.json", "events.parquet", "ties.parquet"]
    publish_parquet(warehouse, published, (TIES,), BUILD)
    assert sorted(digests(published / "parquet")) == ["datapackage.json", "ties.parquet"]
    assert hidden(published) == []


def test_a_kill_between_the_two_renames_is_repaired(warehouse: Path, tmp_path: Path) -> None:
    published = tmp_path / "published"
    publish_parquet(warehouse, published, (TIES,), BUILD)
    (published / "parquet").rename(published / ".parquet.retired")
    swap.recover_folder(published / "parquet")
    assert sorted(digests(published / "parquet")) == ["datapackage.json", "ties.parquet"]


def test_leftovers_of_a_killed_publication_are_removed(warehouse: Path, tmp_path: Path) -> None:
    published = tmp_path / "published"
    published.mkdir()
    (published / ".entente.duckdb.0123456789ab.tmp").write_bytes(b"half")
    (published / ".entente.duckdb.0123456789ab.tmp.wal").write_bytes(b"half")
    leftover = atomic.temporary_beside(published / "parquet")
    leftover.mkdir()
    (leftover / "ties.parquet").write_bytes(b"half")
    publish_marts(warehouse, published, (TIES,), BUILD)
    assert sorted(path.name for path in published.iterdir()) == [".publishing.lock", "entente.duckdb", "parquet"]


def test_the_data_package_is_valid_and_fits_the_files_beside_it(warehouse: Path, tmp_path: Path) -> None:
    published = tmp_path / "published"
    publish_parquet(warehouse, published, (TIES, EVENTS), BUILD, licence="CC-BY-4.0")
    path = published / "parquet" / "datapackage.json"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the library's own imports
        from frictionless import Package

        package = Package.from_descriptor(str(path))
    assert not list(package.metadata_validate(package.to_descriptor()))
    described = json.loads(path.read_text(encoding="utf-8"))
    assert described["licenses"] == [{"name": "CC-BY-4.0"}]
    assert described["build"]["build_id"] == BUILD.build_id
    assert [resource["name"] for resource in described["resources"]] == ["ties", "events"]
    for resource in described["resources"]:
        content = (path.parent / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert fields == pl.read_parquet_schema(path.parent / resource["path"]).names()
    assert described["resources"][0]["schema"]["primaryKey"] == ["tie_id"]
    assert described["resources"][0]["schema"]["fields"][0]["constraints"] == {"required": True}


def test_without_a_licence_the_package_claims_none(warehouse: Path, tmp_path: Path) -> None:
    publish_parquet(warehouse, tmp_path, (TIES,), BUILD)
    assert "licenses" not in json.loads((tmp_path / "parquet" / "datapackage.json").read_text(encoding="utf-8"))
