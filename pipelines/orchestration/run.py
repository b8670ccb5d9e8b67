"""Runs of the line from Python: one call that executes the job over the capture dates that landing holds."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import polars as pl
from dagster import DagsterRunStatus, Definitions, JobDefinition
from dagster._core.utils import make_new_run_id

from pipelines.extractors import ExtractorError
from pipelines.knowledge import KnowledgeError
from pipelines.landing import LandingError
from pipelines.language_model import LanguageModelError
from pipelines.orchestration.automation import JOB
from pipelines.orchestration.building import build_definitions
from pipelines.orchestration.dbt_project import DbtProjectError
from pipelines.orchestration.following import Follower
from pipelines.orchestration.instance import terminal_instance
from pipelines.orchestration.partitions import range_tags
from pipelines.orchestration.resources import Faults
from pipelines.orchestration.summary import Counts, counts, facts, outputs
from pipelines.orchestration.ui import run_ui
from pipelines.orchestration.workbench import BusyError, Days, Workbench
from pipelines.runs import FailedCheck, Progress, RunSummary
from pipelines.settings import Settings
from pipelines.storage import StorageError
from pipelines.validation.faults import FAULTS

__all__ = ["FailedCheck", "Progress", "RunError", "RunSummary", "run_line", "run_ui"]

NOT_STARTED = (
    BusyError,
    LandingError,
    KnowledgeError,
    ExtractorError,
    LanguageModelError,
    DbtProjectError,
    StorageError,
)
QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


class RunError(ValueError):
    """A run cannot start; the message is for the user and says what to do."""


def run_line(
    settings: Settings,
    *,
    date_from: date | None = None,
    date_to: date | None = None,
    inject_fault: str | None = None,
    report: Callable[[Progress], None] = lambda progress: None,
) -> RunSummary:
    """Take the pages of landing through the whole line, in this process, and tell how it went.

    Covers the capture dates that landing or the lake holds, within the bounds. `report` is called as steps start, go on
    and end. A failed run is a summary too, with `success` false. Raises RunError where nothing can be started.
    """
    started = time.perf_counter()
    if inject_fault is not None and inject_fault not in FAULTS:
        raise RunError(f"there is no fault {inject_fault!r}; there are: {', '.join(sorted(FAULTS))}")
    bench = Workbench(settings)
    with ExitStack() as held:
        try:
            held.enter_context(bench.running())
            days = _days(bench, date_from, date_to)
            _ = bench.knowledge, bench.names_model, bench.extractors
            definitions = build_definitions(settings, workbench=bench, faults=Faults(inject=inject_fault))
        except NOT_STARTED as error:
            raise RunError(str(error)) from error
        return _executed(bench, definitions, days, report, started)


def _executed(
    bench: Workbench, definitions: Definitions, days: list[date], report: Callable[[Progress], None], started: float
) -> RunSummary:
    settings = bench.settings
    covered = Days(days[0], days[-1])
    job = definitions.resolve_job_def(JOB)
    run_id = make_new_run_id()
    log = _log_file(settings, run_id)
    with log.open("w", encoding="utf-8") as lines, terminal_instance(settings) as instance:
        follower = Follower(len(job.graph.nodes), _descriptions(job), report, lines)
        instance.add_event_listener(run_id, follower)
        result = job.execute_in_process(
            run_config=QUIET, instance=instance, run_id=run_id, tags=range_tags(covered), raise_on_error=False
        )
        success = result.success and result.dagster_run.status is DagsterRunStatus.SUCCESS
    error = None if success else "; ".join(follower.errors) or "the run failed"
    try:
        counted, published = counts(bench, covered), facts(settings)
    except (StorageError, pl.exceptions.PolarsError, OSError) as unreadable:
        # What has been done is told all the same.
        counted, published, success = Counts(), {}, False
        error = "; ".join(filter(None, [error, f"what the lake holds cannot be counted: {unreadable}"]))
    return RunSummary(
        success=success,
        run_id=run_id,
        seconds=time.perf_counter() - started,
        days=tuple(days),
        captures=counted.captures,
        articles=counted.articles,
        duplicates=counted.duplicates,
        rejects=counted.rejects,
        claims=counted.claims,
        refused=counted.refused,
        other_records=counted.other_records,
        facts=published,
        checks=follower.checks,
        checks_failed=tuple(follower.failed_checks),
        outputs=outputs(settings),
        error=error,
        log=log,
    )


def _days(bench: Workbench, date_from: date | None, date_to: date | None) -> list[date]:
    """The days to run. Raises RunError where there are none."""
    first, last = date_from or bench.settings.start_date, date_to or bench.today
    if first > last:
        raise RunError(f"the first capture date, {first}, is after the last, {last}")
    held = sorted({*bench.landing_days(), *bench.lake_days()})
    roots = ", ".join(map(str, bench.settings.landing_roots))
    if not held:
        raise RunError(
            f"{roots} holds no pages. Put .html or WARC files there (in folders named YYYY-MM-DD, the day of their "
            "capture), or name another place with --landing PATH"
        )
    days = [day for day in held if day in Days(first, last)]
    if not days:
        raise RunError(f"{roots} holds captures of {held[0]} to {held[-1]}, but none from {first} to {last}")
    return days


def _descriptions(job: JobDefinition) -> dict[tuple[str, str], str]:
    specs = job.asset_layer.asset_graph.asset_check_keys
    graph = job.asset_layer.asset_graph
    return {(key.asset_key.to_user_string(), key.name): graph.get(key).description or "" for key in specs}


def _log_file(settings: Settings, run_id: str) -> Path:
    folder = settings.data_dir / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"run-{run_id}.log"
