"""What the report says of the line itself: what was turned away and why, and which checks passed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dagster import AssetCheckKey, AssetExecutionContext
from dagster._core.storage.asset_check_execution_record import AssetCheckExecutionRecordStatus

from pipelines.orchestration.workbench import Workbench
from pipelines.publish.report import Quality
from pipelines.tables.pages import REJECTS


@dataclass(slots=True)
class _Tally:
    passed: int = 0
    judged: int = 0


def quality_of(context: AssetExecutionContext, workbench: Workbench) -> Quality:
    """The rejects of the lake by stage and reason, and each table's checks as they came out last."""
    rejects = workbench.lake.scan(REJECTS).group_by("stage", "reason").len().sort("stage", "reason").collect()
    keys = context.job_def.asset_layer.asset_graph.asset_check_keys
    return Quality(rejects=rejects.rows(), checks=_checks(context, keys))


def _checks(context: AssetExecutionContext, keys: Iterable[AssetCheckKey]) -> list[tuple[str, int, int]]:
    storage = context.instance.event_log_storage
    tallies: dict[str, _Tally] = {}
    for key, record in storage.get_latest_asset_check_execution_by_key(list(keys)).items():
        if record.status in {AssetCheckExecutionRecordStatus.SUCCEEDED, AssetCheckExecutionRecordStatus.FAILED}:
            tally = tallies.setdefault("/".join(key.asset_key.path), _Tally())
            tally.judged += 1
            tally.passed += record.status is AssetCheckExecutionRecordStatus.SUCCEEDED
    return [(table, tally.passed, tally.judged) for table, tally in sorted(tallies.items())]
