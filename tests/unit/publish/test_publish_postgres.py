"""The marts in PostgreSQL: equal to the other forms, swapped in whole, readable by whom they are meant for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import adbc_driver_postgresql.dbapi as postgresql
import duckdb
import polars as pl
import pytest

from pipelines.publish import PublishError, publish_database
from pipelines.publish import postgres as publishing
from pipelines.publish.postgres import publish_postgres
from pipelines.tables.declaration import Column, Table

TIES = Table(
    name="ties",
    layer="mart",
    grain="one tie",
    description="Who's in.",
    columns=(
        Column("tie_id", pl.String(), "Id of the tie.", required=True),
        Column("member", pl.String(), 'The member\'s name, as "printed".'),
        Column("joined_on", pl.Date(), "When."),
        Column("known_from", pl.Datetime("us", "UTC"), "When it was known."),
        Column("sources", pl.List(pl.String()), "Who says so."),
        Column("share", pl.Float64(), "Its share."),
        Column("claims", pl.Int64(), "How many."),
        Column("certain", pl.Boolean(), "Whether."),
    ),
    key=("tie_id",),
    sort=("member",),
)


def build_warehouse(path: Path, rows: int, member: str = "새벽") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    with duckdb.connect(str(path)) as connection:
        connection.execute("create schema main_marts")
        connection.execute(
            "create table main_marts.ties as select 't' || n as tie_id, "
            "if(n % 7 = 0, null, $member || n % 11) as member, "
            "if(n % 5 = 0, null, date '2020-01-31' + n::integer) as joined_on, "
            "timestamptz '2020-06-04 00:00:01.5+09' as known_from, if(n % 3 = 0, null, ['가', 'b\"c']) as sources, "
            "n / 3.0::double as share, n::bigint as claims, n % 2 = 0 as certain from range($rows) as counted(n)",
            {"rows": rows, "member": member},
        )
    return path


def fetch(url: str, query: str) -> list[tuple[Any, ...]]:
    with postgresql.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()


def run(url: str, statement: str) -> None:
    with postgresql.connect(url, autocommit=True) as connection, connection.cursor() as cursor:
        cursor.execute(statement)


def test_postgres_and_the_duckdb_file_hold_equal_rows_in_equal_order(
    postgres: Callable[[], str], tmp_path: Path
) -> None:
    url, warehouse = postgres(), build_warehouse(tmp_path / "warehouse.duckdb", 500)
    assert publish_postgres(warehouse, url, [TIES]) == {"ties": 500}
    publish_database(warehouse, tmp_path / "published", [TIES])

    def digest(rows: list[tuple[Any, ...]]) -> str:
        return hashlib.sha256(repr([[str(value) for value in row] for row in rows]).encode()).hexdigest()

    others = "tie_id, member, joined_on, sources, share, claims, certain"
    with duckdb.connect(str(tmp_path / "published" / "entente.duckdb"), read_only=True) as connection:
        query = f"select {others}, epoch_us(known_from) from ties order by tie_id"  # noqa: S608 - a constant
        ours = connection.execute(query).fetchall()
    instant = "(extract(epoch from known_from) * 1000000)::bigint"
    query = f'select {others}, {instant} from entente.ties order by tie_id collate "C"'  # noqa: S608 - a constant
    assert digest(fetch(url, query)) == digest(ours)


def test_tables_carry_their_key_and_say_what_they_and_their_columns_mean(
    postgres: Callable[[], str], tmp_path: Path
) -> None:
    url = postgres()
    publish_postgres(build_warehouse(tmp_path / "warehouse.duckdb", 3), url, [TIES])
    assert fetch(url, "select obj_description('entente.ties'::regclass)") == [("Who's in. One row: one tie.",)]
    assert fetch(url, "select col_description('entente.ties'::regclass, 2)") == [('The member\'s name, as "printed".',)]
    assert fetch(
        url,
        "select pg_get_constraintdef(oid) from pg_constraint "
        "where conrelid = 'entente.ties'::regclass and contype = 'p'",
    ) == [("PRIMARY KEY (tie_id)",)]


def test_the_named_role_may_read_and_no_more(postgres: Callable[[], str], tmp_path: Path) -> None:
    url, warehouse = postgres(), build_warehouse(tmp_path / "warehouse.duckdb", 3)
    run(url, 'create role "Analyst 1"')
    for _ in range(2):
        publish_postgres(warehouse, url, [TIES], reader="Analyst 1")
    may = "has_table_privilege('Analyst 1', 'entente.ties', '{}')"
    query = (
        f"select {may.format('select')}, {may.format('insert')}, has_schema_privilege('Analyst 1', 'entente', 'usage')"
    )
    assert fetch(url, query) == [(True, False, True)]


def test_a_role_that_does_not_exist_is_said_before_anything_is_loaded(
    postgres: Callable[[], str], tmp_path: Path
) -> None:
    url, warehouse = postgres(), build_warehouse(tmp_path / "warehouse.duckdb", 3)
    publish_postgres(warehouse, url, [TIES])
    with pytest.raises(PublishError, match=r"no role 'nobody'.*create role"):
        publish_postgres(build_warehouse(tmp_path / "other.duckdb", 5), url, [TIES], reader="nobody")
    assert fetch(url, "select count(*) from entente.ties") == [(3,)]


def test_an_open_reader_delays_nothing_and_what_it_holds_is_cleared_up_by_the_next_publication(
    postgres: Callable[[], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "DROP_MILLISECONDS", 100)
    url = postgres()
    schemas = "select nspname::text from pg_namespace where nspname like 'entente%' order by 1"
    publish_postgres(build_warehouse(tmp_path / "one.duckdb", 3), url, [TIES])
    with postgresql.connect(url) as reader, reader.cursor() as cursor:
        cursor.execute("select count(*) from entente.ties")
        assert cursor.fetchall() == [(3,)]
        publish_postgres(build_warehouse(tmp_path / "two.duckdb", 4), url, [TIES])
        assert fetch(url, schemas) == [("entente",), ("entente_retired_1",)]
        cursor.execute("select count(*) from entente.ties")
        assert cursor.fetchall() == [(4,)]
    publish_postgres(build_warehouse(tmp_path / "two.duckdb", 5), url, [TIES])
    assert fetch(url, schemas) == [("entente",)]


def test_a_view_that_a_user_built_is_never_dropped(postgres: Callable[[], str], tmp_path: Path) -> None:
    url = postgres()
    publish_postgres(build_warehouse(tmp_path / "one.duckdb", 3), url, [TIES])
    run(url, "create view public.mine as select count(*) as n from entente.ties")
    for rows in (4, 5):
        publish_postgres(build_warehouse(tmp_path / "next.duckdb", rows), url, [TIES])
    assert fetch(url, "select n from public.mine") == [(3,)]
    assert fetch(url, "select count(*) from entente.ties") == [(5,)]


def test_a_failure_half_way_leaves_what_was_published(postgres: Callable[[], str], tmp_path: Path) -> None:
    url = postgres()
    publish_postgres(build_warehouse(tmp_path / "one.duckdb", 3), url, [TIES])
    broken = build_warehouse(tmp_path / "two.duckdb", 4)
    with duckdb.connect(str(broken)) as connection:
        connection.execute("update main_marts.ties set tie_id = 't0'")
    with pytest.raises(PublishError, match=r"ties_pkey.*has not changed"):
        publish_postgres(broken, url, [TIES])
    assert fetch(url, "select count(*) from entente.ties") == [(3,)]
    assert fetch(url, "select nspname::text from pg_namespace where nspname like 'entente%'") == [("entente",)]


def test_a_server_that_goes_away_half_way_is_told_and_the_next_publication_heals(
    postgres: Callable[[], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, warehouse = postgres(), build_warehouse(tmp_path / "one.duckdb", 3)
    publish_postgres(warehouse, url, [TIES])
    swap = publishing._swap

    def kill_then_swap(cursor: Any) -> list[str]:
        run(
            url,
            "select count(pg_terminate_backend(pid)) from pg_stat_activity "
            "where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'",
        )
        return swap(cursor)

    with monkeypatch.context() as context:
        context.setattr(publishing, "_swap", kill_then_swap)
        with pytest.raises(PublishError, match="run again"):
            publish_postgres(build_warehouse(tmp_path / "two.duckdb", 4), url, [TIES])
    assert fetch(url, "select count(*) from entente.ties") == [(3,)]
    publish_postgres(build_warehouse(tmp_path / "two.duckdb", 4), url, [TIES])
    assert fetch(
        url, "select nspname::text, (select count(*) from entente.ties) from pg_namespace where nspname like 'entente%'"
    ) == [("entente", 4)]


def test_a_second_publication_at_the_same_time_is_refused(postgres: Callable[[], str], tmp_path: Path) -> None:
    url, warehouse = postgres(), build_warehouse(tmp_path / "one.duckdb", 3)
    with postgresql.connect(url) as other, other.cursor() as cursor:
        cursor.execute(f"select pg_advisory_lock({publishing.LOCK_KEY})")
        with pytest.raises(PublishError, match="another publication"):
            publish_postgres(warehouse, url, [TIES])
    assert publish_postgres(warehouse, url, [TIES]) == {"ties": 3}


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://me:s3cr3t@127.0.0.1:1/db",
        "postgresql:/me:s3cr3t@host/db",
        "postgresql://me:s3%20cr3t pw@host/db",
        "host=127.0.0.1 port=1 password='s3cr3t pw' user=me",
        "password=s3cr3t nonsense",
    ],
)
def test_a_database_that_cannot_be_reached_is_said_without_its_password(url: str, tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="check ENTENTE_POSTGRES_URL") as raised:
        publish_postgres(build_warehouse(tmp_path / "one.duckdb", 1), url, [TIES])
    assert "cr3t" not in str(raised.value)
    assert raised.value.__suppress_context__
