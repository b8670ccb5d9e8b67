"""Everything that Dagster loads, put together from settings."""

from __future__ import annotations

from typing import Any

from dagster import Definitions, in_process_executor

from pipelines.orchestration.automation import daily_schedule, landing_sensor, line_job
from pipelines.orchestration.dbt_assets import warehouse_assets
from pipelines.orchestration.lake_assets import lake_assets
from pipelines.orchestration.partitions import capture_dates
from pipelines.orchestration.publication import published_assets
from pipelines.orchestration.resources import Faults, line_of
from pipelines.orchestration.workbench import Workbench
from pipelines.settings import Settings


def build_definitions(settings: Settings, **overrides: Any) -> Definitions:
    """The definitions for these settings; `overrides` replace what is handed to the assets (workbench, faults).

    Nothing of the data is read. The dbt manifest is made where it is missing or no longer fits; raises DbtProjectError.
    """
    workbench = overrides.pop("workbench", None) or Workbench(settings)
    resources = {"workbench": line_of(workbench), "faults": Faults.configure_at_launch(), **overrides}
    return Definitions(
        assets=[
            *lake_assets(capture_dates(settings.start_date)),
            warehouse_assets(settings),
            *published_assets(settings),
        ],
        jobs=[line_job()],
        schedules=[daily_schedule(workbench)],
        sensors=[landing_sensor(workbench)],
        resources=resources,
        executor=in_process_executor,
    )
