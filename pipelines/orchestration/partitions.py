"""Daily partitions by capture date, and which days a run covers."""

from __future__ import annotations

from datetime import date

from dagster import AssetExecutionContext, DailyPartitionsDefinition

from pipelines.orchestration.workbench import Days

RANGE_START = "dagster/asset_partition_range_start"
RANGE_END = "dagster/asset_partition_range_end"


def capture_dates(start: date) -> DailyPartitionsDefinition:
    """A partition for each day in Seoul from `start` to today, today included."""
    return DailyPartitionsDefinition(start.isoformat(), timezone="Asia/Seoul", end_offset=1)


def range_tags(days: Days) -> dict[str, str]:
    """Tags that make one run cover all partitions of these days."""
    return {RANGE_START: days.first.isoformat(), RANGE_END: days.last.isoformat()}


def days_of_run(context: AssetExecutionContext) -> Days:
    """The first and last capture date of the run."""
    covered = context.partition_key_range
    return Days(date.fromisoformat(covered.start), date.fromisoformat(covered.end))
