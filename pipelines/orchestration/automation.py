"""When the line runs by itself: its job, a daily schedule and a sensor on landing. Both are off until turned on.

Dagster reads the annotations of decorated functions as objects: modules that define some do not postpone theirs.
"""

import json
from datetime import timedelta

from dagster import (
    AssetSelection,
    RunRequest,
    ScheduleDefinition,
    ScheduleEvaluationContext,
    SensorDefinition,
    SensorEvaluationContext,
    SkipReason,
    define_asset_job,
    in_process_executor,
    schedule,
    sensor,
)
from dagster._core.definitions.unresolved_asset_job_definition import UnresolvedAssetJobDefinition

from pipelines.landing import LandingError
from pipelines.orchestration.events import DEFERRED
from pipelines.orchestration.new_captures import Mark, new_captures
from pipelines.orchestration.partitions import range_tags
from pipelines.orchestration.workbench import ZONE, Days, Workbench

JOB = "entente"
TICK = 60


def line_job() -> UnresolvedAssetJobDefinition:
    """The job of the whole line, from landing to what is published; in one process, since each start costs seconds."""
    return define_asset_job(
        JOB,
        selection=AssetSelection.all(),
        executor_def=in_process_executor,
        tags=DEFERRED,
        description="The whole line: landing to published, for the capture dates of the run.",
    )


def daily_schedule(workbench: Workbench) -> ScheduleDefinition:
    """Every morning at six in Seoul: yesterday, which is complete by then, and what there is of today."""

    @schedule(
        job_name=JOB,
        name="every_morning",
        cron_schedule="0 6 * * *",
        execution_timezone="Asia/Seoul",
        description="The captures of yesterday and of today, every morning at six in Seoul.",
    )
    def every_morning(context: ScheduleEvaluationContext) -> RunRequest:
        today = max(context.scheduled_execution_time.astimezone(ZONE).date(), workbench.settings.start_date)
        first = max(today - timedelta(days=1), workbench.settings.start_date)
        return RunRequest(run_key=today.isoformat(), tags=range_tags(Days(first, today)))

    return every_morning


def landing_sensor(workbench: Workbench) -> SensorDefinition:
    """A run for the capture dates of which landing has new files. Files that changed within the last seconds wait."""

    @sensor(
        job_name=JOB,
        name="new_captures",
        minimum_interval_seconds=TICK,
        description="Starts a run for the capture dates of which landing has new or changed files.",
    )
    def new_files(context: SensorEvaluationContext) -> RunRequest | SkipReason:
        try:
            found = new_captures(workbench, Mark(**json.loads(context.cursor or "{}")))
        except LandingError as error:
            return SkipReason(str(error))
        if found is None:
            return SkipReason("landing has no new files")
        context.update_cursor(json.dumps({"changed_ns": found.mark.changed_ns}))
        return RunRequest(run_key=f"{found.mark.changed_ns}", tags=range_tags(found.days))

    return new_files
