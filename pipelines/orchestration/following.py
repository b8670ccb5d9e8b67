"""A run's events as they come: progress for the caller, lines for the log, and the checks that failed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TextIO

from dagster import AssetCheckEvaluation, AssetCheckSeverity, DagsterEventType, EventLogEntry

from pipelines.orchestration.metadata import SAMPLE
from pipelines.runs import FailedCheck, Progress

ROW_COUNT = "dagster/row_count"
FAILED_ROWS = ("failed", "dagster_dbt/failed_row_count")


class Follower:
    """Takes each event of one run. `descriptions` are those of the checks, by table and name."""

    def __init__(
        self,
        steps: int,
        descriptions: dict[tuple[str, str], str],
        report: Callable[[Progress], None],
        log: TextIO,
    ) -> None:
        self._steps = steps
        self._descriptions = descriptions
        self._report = report
        self._log = log
        self._order: list[str] = []
        self._started: dict[str, float] = {}
        self._rows: dict[str, int] = {}
        self._lock = threading.Lock()
        self.checks = 0
        self.failed_checks: list[FailedCheck] = []
        self.errors: list[str] = []

    def __call__(self, entry: EventLogEntry) -> None:
        """Take one event."""
        with self._lock:
            self._write(entry)
            step, event = entry.step_key, entry.dagster_event
            if step is None:
                return
            if event is None:
                self._tell(step, "running", entry.user_message)
                return
            match event.event_type:
                case DagsterEventType.STEP_START:
                    self._order.append(step)
                    self._started[step] = time.perf_counter()
                    self._tell(step, "started")
                case DagsterEventType.ASSET_MATERIALIZATION:
                    self._count(step, event.step_materialization_data.materialization.metadata)
                case DagsterEventType.ASSET_CHECK_EVALUATION:
                    self._take_check(event.asset_check_evaluation_data)
                case DagsterEventType.STEP_SUCCESS:
                    self._tell(step, "finished")
                case DagsterEventType.STEP_FAILURE:
                    self.errors.append(_reason(event.step_failure_data))
                    self._tell(step, "failed", self.errors[-1])
                case _:
                    pass

    def _tell(self, step: str, state: Any, detail: str = "") -> None:
        if step not in self._started:
            return
        seconds = time.perf_counter() - self._started[step]
        number = self._order.index(step) + 1
        self._report(Progress(step, number, self._steps, state, seconds, self._rows.get(step, 0), detail))

    def _count(self, step: str, metadata: Any) -> None:
        rows = metadata.get(ROW_COUNT)
        self._rows[step] = self._rows.get(step, 0) + int(rows.value if rows else 0)

    def _take_check(self, found: AssetCheckEvaluation) -> None:
        self.checks += 1
        if found.passed:
            return
        table = found.asset_key.to_user_string()
        values: dict[str, Any] = {name: value.value for name, value in found.metadata.items()}
        self.failed_checks.append(
            FailedCheck(
                table=table,
                check=found.check_name,
                blocks=found.severity == AssetCheckSeverity.ERROR,
                description=self._descriptions.get((table, found.check_name), ""),
                failed=next((int(values[name]) for name in FAILED_ROWS if name in values), 0),
                sample=tuple((day, row) for day, row in values.get(SAMPLE, ())),
            )
        )

    def _write(self, entry: EventLogEntry) -> None:
        when = datetime.fromtimestamp(entry.timestamp, UTC).isoformat(timespec="milliseconds")
        self._log.write(f"{when} {entry.run_id} {entry.step_key or '-'} {entry.message}\n")
        if entry.dagster_event and entry.dagster_event.is_step_failure and entry.dagster_event.step_failure_data.error:
            self._log.write(f"{entry.dagster_event.step_failure_data.error.to_string()}\n")
        self._log.flush()


def _reason(failure: Any) -> str:
    """The innermost reason of a failed step, in words."""
    if failure.user_failure_data is not None and failure.user_failure_data.description:
        return str(failure.user_failure_data.description)
    error = failure.error
    while error is not None and error.cause is not None:
        error = error.cause
    return str(error.message).strip() if error is not None else "the step failed"
