"""What loading the code location does, and what it must not do."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from dagster import DefaultScheduleStatus, DefaultSensorStatus, build_schedule_context

from pipelines.orchestration.building import build_definitions
from pipelines.settings import Settings

CODE = """
import json, pipelines.definitions as module
defs = module.defs
print(json.dumps([key.to_user_string() for key in defs.resolve_asset_graph().materializable_asset_keys]))
"""


def test_loading_the_definitions_makes_the_manifest_and_nothing_else(tmp_path):
    data = tmp_path / "data"
    environment = Settings(data_dir=data).child_environment()
    done = subprocess.run(
        [sys.executable, "-c", CODE], env=environment, capture_output=True, text=True, check=True, cwd=tmp_path
    )
    keys = set(json.loads(done.stdout.splitlines()[-1]))
    assert {"raw/pages", "core/articles", "core/overrides", "marts/fct_event", "published/duckdb"} <= keys
    made = {path.relative_to(data).parts[0] for path in data.rglob("*")}
    assert made == {"dbt"}
    before = (data / "dbt/parsed/manifest.json").stat().st_mtime_ns
    build_definitions(Settings(data_dir=data))
    assert (data / "dbt/parsed/manifest.json").stat().st_mtime_ns == before
    assert Path(data / "dbt/parsed").is_dir()


def test_nothing_runs_by_itself_until_it_is_turned_on(line):
    repository = build_definitions(line.settings).get_repository_def()
    assert all(each.default_status is DefaultScheduleStatus.STOPPED for each in repository.schedule_defs)
    assert all(each.default_status is DefaultSensorStatus.STOPPED for each in repository.sensor_defs)


def test_the_schedule_runs_yesterday_and_today_of_seoul(line):
    repository = build_definitions(line.settings).get_repository_def()
    (schedule,) = repository.schedule_defs
    # Six in the morning of 5 June in Seoul is still the 4th in UTC.
    context = build_schedule_context(scheduled_execution_time=datetime(2026, 6, 4, 21, tzinfo=UTC))
    (request,) = schedule.evaluate_tick(context).run_requests
    assert request.tags["dagster/asset_partition_range_start"] == "2026-06-04"
    assert request.tags["dagster/asset_partition_range_end"] == "2026-06-05"
