"""The published forms opened by the libraries that analysts use, as docs/bi.md tells them to."""

from __future__ import annotations

import warnings
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pytest

from pipelines.publish import Build, publish_marts
from pipelines.tables import catalog

COUNT = "select count(*) as n from membership_wide"


@pytest.fixture(scope="module")
def published(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("published")
    publish_marts(folder / "first.duckdb", target, catalog.MARTS, Build("0.1.0", "c0de", ("frames 1",), "fac7", "1a9e"))
    return target


@pytest.fixture(scope="module")
def rows(published: Path) -> int:
    with duckdb.connect(str(published / "entente.duckdb"), read_only=True) as connection:
        count = connection.execute(COUNT).fetchone()
    assert count is not None
    assert count[0] > 0
    return int(count[0])


def test_sqlalchemy_lists_the_tables_and_their_columns_and_reads_them(published: Path, rows: int) -> None:
    from sqlalchemy import create_engine, inspect, text

    declared = {mart.name: [column.name for column in mart.columns] for mart in catalog.MARTS}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # duckdb-engine's, about indexes that it cannot reflect
        url = f"duckdb:///{published / 'entente.duckdb'}"
        engine = create_engine(url, connect_args={"read_only": True})
        try:
            found = inspect(engine)
            assert set(declared) <= set(found.get_table_names())
            for name, columns in declared.items():
                assert [column["name"] for column in found.get_columns(name)] == columns
            assert pd.read_sql(COUNT, engine)["n"].tolist() == [rows]
            with engine.connect() as connection, pytest.raises(Exception, match="read-only"):
                connection.execute(text("create table mine (a integer)"))
        finally:
            engine.dispose()


def test_polars_and_pandas_read_the_parquet_with_its_types(published: Path, rows: int) -> None:
    path = published / "parquet" / "membership_wide.parquet"
    declared = next(mart for mart in catalog.MARTS if mart.name == "membership_wide")
    frame = pl.read_parquet(path)
    assert frame.height == rows
    assert dict(frame.schema) == {column.name: column.dtype for column in declared.columns}
    assert len(pd.read_parquet(path)) == rows


def test_polars_reads_through_the_duckdb_file(published: Path, rows: int) -> None:
    with duckdb.connect(str(published / "entente.duckdb"), read_only=True) as connection:
        assert connection.sql("from membership_wide").pl().height == rows
