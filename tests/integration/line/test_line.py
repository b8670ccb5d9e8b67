"""The whole line, from a few pages of landing to what readers get."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from datetime import date

import duckdb
import polars as pl
import pytest
from dagster import AssetKey, DagsterInstance

from pipelines.orchestration.automation import JOB
from pipelines.orchestration.building import build_definitions
from pipelines.orchestration.run import RunError, run_line
from pipelines.orchestration.workbench import Workbench
from pipelines.settings import Settings
from pipelines.tables.catalog import LAKE_TABLES, MARTS
from pipelines.tables.expectations import expectations_for

DAYS = (date(2020, 6, 3), date(2026, 6, 4))


def test_a_run_accounts_for_every_page(line):
    summary = line.summary
    assert summary.error is None
    assert summary.success
    assert summary.days == DAYS
    assert (summary.captures, summary.articles, summary.duplicates) == (14, 11, 1)
    assert sum(summary.rejects.values()) == 2
    assert summary.captures == summary.articles + summary.duplicates + sum(summary.rejects.values())
    assert summary.checks_failed == ()
    assert summary.claims["membership"] > 0
    assert all(count > 0 for count in summary.facts.values())


def test_every_step_reports_its_start_its_end_and_its_rows(line):
    started = {"pages", "articles", "mentions", "claims", "syndication", "entities", "rejects", "dbt"}
    assert started < set(line.first_steps("started"))
    assert line.first_steps("started") == line.first_steps("finished")
    assert {each.number for each in line.first_progress} == set(range(1, line.first_progress[0].total + 1))
    rows = {each.step: each.rows for each in line.first_progress if each.state == "finished"}
    assert rows["pages"] >= 6


def test_a_fact_opens_on_the_sentence_that_says_it(line):
    with duckdb.connect(str(line.summary.outputs["duckdb"]), read_only=True) as published:
        quotes = published.execute("select distinct quote from fct_evidence where quote is not null").fetchall()
    texts = pl.scan_parquet(line.settings.lake_dir / "core/articles/**/*.parquet", hive_partitioning=False)
    articles = texts.select("text").collect()["text"].to_list()
    assert quotes
    assert all(any(quote in text for text in articles) for (quote,) in quotes)


def sources(line, member: str) -> list[tuple[int, int]]:
    with duckdb.connect(str(line.summary.outputs["duckdb"]), read_only=True) as published:
        query = """select n_articles, n_independent_sources from membership_wide
            where member_name = ? and not is_pairing"""
        return published.execute(query, [member]).fetchall()


def test_a_copy_in_another_paper_is_no_second_source(line):
    assert sources(line, "LG전자") == [(2, 1)]


def test_five_rewrites_of_one_release_and_one_report_of_its_own_are_two_sources(line):
    assert sources(line, "솔방울로봇") == [(6, 2)]


def test_a_correction_ends_what_the_corrected_article_said_from_the_day_of_the_correction(line):
    with duckdb.connect(str(line.summary.outputs["duckdb"]), read_only=True) as published:
        query = """select status, strftime(known_from::date, '%m-%d'), strftime(known_until::date, '%m-%d')
            from membership_history where member_name = '도토리은행' and status = 'active'"""
        assert published.execute(query).fetchall() == [("active", "05-02", "06-01")]
        current = "select count(*) from membership_wide where member_name = '도토리은행'"
        assert published.execute(current).fetchall() == [(0,)]


def test_parquet_and_duckdb_hold_the_same_rows(line):
    folder = line.summary.outputs["parquet"]
    with duckdb.connect(str(line.summary.outputs["duckdb"]), read_only=True) as published:
        for mart in MARTS:
            rows = len(published.table(f"main.{mart.name}"))
            assert pl.scan_parquet(folder / f"{mart.name}.parquet").select(pl.len()).collect().item() == rows


def test_the_empty_days_between_two_captures_cost_nothing(line):
    partitioned = [AssetKey(table.path.split("/")) for table in LAKE_TABLES if table.partitioned]
    with DagsterInstance.from_config(str(line.settings.dagster_home)) as instance:
        for key in partitioned:
            assert instance.get_materialized_partitions(key) == {day.isoformat() for day in DAYS}


def test_every_asset_shows_rows_columns_a_preview_and_the_time_taken(line):
    definitions = build_definitions(line.settings)
    keys = [key for key in definitions.resolve_asset_graph().materializable_asset_keys if key.path[0] != "published"]
    shown = {"dagster/row_count", "dagster/column_schema", "preview", "seconds"}
    with DagsterInstance.from_config(str(line.settings.dagster_home)) as instance:
        for key in keys:
            record = instance.get_latest_materialization_event(key)
            assert record is not None, key
            assert shown <= record.asset_materialization.metadata.keys(), key
            columns = record.asset_materialization.metadata["dagster/column_schema"].schema.columns
            assert all(column.type for column in columns)
            assert all(column.description for column in columns), key


def test_every_asset_has_an_owner_a_group_kinds_and_a_description(line):
    graph = build_definitions(line.settings).resolve_asset_graph()
    for key in graph.materializable_asset_keys:
        node = graph.get(key)
        assert node.owners, key
        assert node.group_name != "default", key
        assert node.kinds, key
        assert node.description, key


def test_a_preview_shows_what_pages_say_without_letting_it_speak(line):
    with DagsterInstance.from_config(str(line.settings.dagster_home)) as instance:
        records = instance.fetch_materializations(AssetKey(["core", "articles"]), limit=10).records
    previews = "\n".join(record.asset_materialization.metadata["preview"].value for record in records)
    hostile = [cell for row in previews.splitlines() for cell in row.split(" | ") if "javascript" in cell]
    assert hostile
    assert all(cell.strip("| ").startswith("`") and cell.strip("| ").endswith("`") for cell in hostile)
    assert all(cell.strip("| ").count("`") == 2 for cell in hostile)
    assert "byline_names" not in previews


def test_every_expectation_is_a_blocking_check_and_has_been_evaluated(line):
    graph = build_definitions(line.settings).resolve_asset_graph()
    wanted = {(table.path, expectation.name) for table in LAKE_TABLES for expectation in expectations_for(table)}
    specs = {(key.asset_key.to_user_string(), key.name): graph.get(key) for key in graph.asset_check_keys}
    assert wanted <= specs.keys()
    assert all(specs[key].blocking for key in wanted)
    assert line.summary.checks == len(specs)


def test_a_second_run_gives_equal_bytes(line):
    before = line.digests(line.settings.lake_dir), line.digests(line.summary.outputs["parquet"])
    again = line.run()
    assert again.success
    assert (line.digests(line.settings.lake_dir), line.digests(again.outputs["parquet"])) == before
    assert again.facts == line.summary.facts


@pytest.mark.parametrize(
    ("fault", "step", "table", "check"),
    [
        ("duplicate_key", "articles", "core/articles", "unique_key"),
        ("lost_capture", "articles", "core/articles", "accounting__raw_pages"),
        ("number_out_of_range", "mentions", "core/mentions", "in_range__resolution_score"),
    ],
)
def test_an_injected_fault_fails_its_check_stops_what_depends_on_it_and_leaves_all_as_it_was(
    line, fault, step, table, check
):
    before = line.digests(line.settings.lake_dir), line.digests(line.settings.published_dir)
    summary = line.run(inject_fault=fault)
    assert not summary.success
    assert check in summary.error
    failed = {(each.table, each.check): each for each in summary.checks_failed if each.blocks}
    assert (table, check) in failed
    assert failed[table, check].sample
    assert failed[table, check].description
    assert line.steps("failed") == [step]
    after = {"claims", "dbt", "published__duckdb", "published__parquet", "published__report", "rejects"}
    assert not after & set(line.steps("started"))
    assert (line.digests(line.settings.lake_dir), line.digests(line.settings.published_dir)) == before


def test_a_failing_dbt_test_fails_the_run_and_readers_keep_what_they_have(line, tmp_path, monkeypatch):
    project = tmp_path / "dbt"
    shutil.copytree(line.settings.dbt_project_dir, project)
    (project / "tests" / "never.sql").write_text("select 1 as broken from {{ ref('dim_date') }} limit 1\n")
    monkeypatch.setattr(Settings, "dbt_project_dir", property(lambda settings: project))
    before = line.digests(line.settings.published_dir)
    job = build_definitions(line.settings).resolve_job_def(JOB)
    selected = [
        AssetKey(["marts", "dim_date"]), AssetKey(["published", "duckdb"]), AssetKey(["published", "parquet"])
    ]  # fmt: skip
    result = job.execute_in_process(asset_selection=selected, raise_on_error=False)
    assert not result.success
    assert [event.step_key for event in result.get_step_failure_events()] == ["dbt"]
    checks = {(check.asset_key.path[-1], check.check_name): check for check in result.get_asset_check_evaluations()}
    assert not checks["dim_date", "never"].passed
    assert line.digests(line.settings.published_dir) == before


@pytest.fixture
def copied(line, tmp_path):
    """A data dir like the line's, to break."""
    shutil.copytree(line.settings.data_dir, tmp_path / "data")
    return replace(line.settings, data_dir=tmp_path / "data")


def test_a_day_that_is_gone_from_landing_stays_in_the_lake_and_the_line_goes_on(line, copied):
    shutil.rmtree(copied.data_dir / "landing")
    (copied.data_dir / "landing").mkdir()
    summary = run_line(copied, date_to=DAYS[0])
    assert summary.error is None
    kept = pl.read_parquet(copied.lake_dir / "core" / "articles" / f"capture_date={DAYS[0]}" / "part-0.parquet")
    assert summary.articles == kept.height > 0
    assert line.digests(copied.lake_dir) == line.digests(line.settings.lake_dir)


def test_a_torn_file_of_the_lake_is_named_and_readers_keep_what_they_have(line, copied):
    torn = copied.lake_dir / "core" / "articles" / f"capture_date={DAYS[0]}" / "part-0.parquet"
    os.truncate(torn, torn.stat().st_size // 2)
    summary = run_line(copied, date_from=DAYS[1])
    assert not summary.success
    assert str(torn.parent) in summary.error
    assert line.digests(copied.published_dir) == line.digests(line.settings.published_dir)


def test_two_runs_do_not_work_on_one_data_dir(copied):
    with Workbench(copied).running(), pytest.raises(RunError, match=r"another run is working on .*--data-dir"):
        run_line(copied)


def test_a_data_dir_that_cannot_be_made_is_one_line(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(RunError, match="a part of the path is a file"):
        run_line(Settings(data_dir=tmp_path / "file" / "data", landing=(tmp_path,)))


def test_an_empty_landing_is_one_line_that_says_what_to_do(tmp_path):
    (tmp_path / "landing").mkdir()
    with pytest.raises(RunError, match="holds no pages") as error:
        run_line(Settings(data_dir=tmp_path))
    assert "\n" not in str(error.value)
    assert "--landing" in str(error.value)


def test_a_missing_landing_is_one_line(tmp_path):
    with pytest.raises(RunError, match="does not exist") as error:
        run_line(Settings(data_dir=tmp_path))
    assert "\n" not in str(error.value)


def test_bounds_without_captures_say_which_captures_there_are(line):
    with pytest.raises(RunError, match="2020-06-03 to 2026-06-04"):
        run_line(line.settings, date_from=date(2021, 1, 1), date_to=date(2021, 12, 31))


def test_an_unknown_fault_lists_those_that_there_are(line):
    with pytest.raises(RunError, match="duplicate_key"):
        run_line(line.settings, inject_fault="gremlins")
