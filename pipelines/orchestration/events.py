"""Asset events for the days that a run really made.

Dagster writes one event for each table and each day of a run's range, whether or not the day has any pages: 25 seconds
a year here. A run with the tag DEFERRED gets no asset events from Dagster, so the assets log their own, one for each
day that they made. The job of the whole line carries the tag; runs started from the asset graph do not.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from dagster import AssetExecutionContext, AssetKey, AssetMaterialization

DEFERRED = {"dagster/defer_asset_events": "true"}


def asset_events_are_deferred(context: AssetExecutionContext) -> bool:
    """Whether the assets of this run log their materializations themselves."""
    return DEFERRED.items() <= context.run.tags.items()


def log_materialization(
    context: AssetExecutionContext, key: AssetKey, metadata: dict[str, Any], day: date | None = None
) -> None:
    """Log that the asset, or one day of it, was made."""
    partition = day.isoformat() if day else None
    context.log_event(AssetMaterialization(key, metadata=metadata, partition=partition))
