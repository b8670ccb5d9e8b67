"""Write, audit, publish: how a stage's tables get into the lake, all of them or none.

Each day is made and staged, then audited; only when nothing blocks, for no day and no table, is the stage published.
Its rejects are kept with it. No Dagster here: lake_assets.py tells Dagster what happened.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import polars as pl

from pipelines.orchestration.preview import preview
from pipelines.orchestration.stages import Made, Stage
from pipelines.orchestration.workbench import Workbench
from pipelines.tables.declaration import Table
from pipelines.tables.expectations import Expectation, expectations_for
from pipelines.tables.pages import REJECTS
from pipelines.tables.schemas import conform, empty_frame
from pipelines.validation import Audit, AuditContext, Outcome, audit_partitions, build_data_docs, inject

SAMPLE = 10
# Bytes of rows that are held while days are collected for one audit; a larger day is audited alone.
AUDITED_AT_ONCE = 256 * 1024 * 1024
Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Finding:
    """How one expectation fared over all days of a run. `sample` names failing rows by day and key."""

    expectation: Expectation
    checked: int
    failed: int
    blocks: bool
    sample: tuple[tuple[str, str], ...] = ()
    details: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether no row failed."""
        return self.failed == 0


@dataclass(frozen=True, slots=True)
class Part:
    """What was made of one table for one day (None: the table has no partitions)."""

    day: date | None
    rows: int
    preview: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Making:
    """What the stage's function made of one day, and how long it took."""

    day: date | None
    made: Made
    seconds: float


@dataclass(slots=True)
class Production:
    """What a stage has done. `published` is false where a finding blocks: the lake is then as it was."""

    stage: Stage
    parts: dict[str, list[Part]] = field(default_factory=dict)
    outcomes: dict[str, list[tuple[date | None, Outcome]]] = field(default_factory=dict)
    reject_counts: dict[str, dict[str, int]] = field(default_factory=dict)
    data_docs: dict[str, Path] = field(default_factory=dict)
    index: Path | None = None
    published: bool = False

    def docs(self, table: Table) -> Path | None:
        """The page of Data Docs to open for a table: its own, or the index where several days were audited."""
        return self.index if len(self.parts[table.path]) > 1 else self.data_docs.get(table.path)

    def findings(self, table: Table) -> list[Finding]:
        """One finding for each expectation of the table, whether or not there was a day to check."""
        judged: dict[str, list[tuple[date | None, Outcome]]] = {}
        for day, outcome in self.outcomes.get(table.path, []):
            judged.setdefault(outcome.expectation.name, []).append((day, outcome))
        return [_finding(expectation, judged.get(expectation.name, [])) for expectation in expectations_for(table)]

    @property
    def blocking(self) -> list[Finding]:
        """The findings that keep the stage from being published."""
        return [finding for table in self.stage.tables for finding in self.findings(table) if finding.blocks]


def produce(
    stage: Stage, bench: Workbench, days: Sequence[date | None], rejects_day: date, fault: str | None, report: Report
) -> Production:
    """Make, audit and publish a stage for some capture dates (for [None] where it has no partitions).

    `rejects_day` is the capture date that records the rejects of tables without partitions. Raises what the stage's
    function raises; the lake is then as it was.
    """
    production = Production(stage, parts={table.path: [] for table in stage.tables})
    kept: list[tuple[Table, date, pl.DataFrame]] = []
    for batch in _batches(stage, bench, days, report):
        for making, audits in zip(batch, _audited(stage, bench, batch, rejects_day, fault), strict=True):
            day = making.day
            for checked in audits:
                path = checked.table.path
                part = Part(day, checked.passed.height, preview(checked.passed), making.seconds)
                production.parts[path].append(part)
                production.outcomes.setdefault(path, []).extend((day, outcome) for outcome in checked.outcomes)
                if checked.data_docs:
                    production.data_docs[path] = checked.data_docs
            for table, rejects in _rejects(stage, making.made.rejects, audits):
                kept.append((table, day or rejects_day, rejects))
                _count(rejects, production.reject_counts.setdefault(table.path, {}))
    if days:
        production.index = build_data_docs(bench.settings.data_docs_dir)
    if production.blocking:
        return production
    for day in days:
        for table in stage.tables:
            bench.lake.publish(table, day)
    # With what they were rejected from, or not at all: core/rejects tells of what the lake holds.
    for table, day, rejects in kept:
        bench.lake.stage_rejects(table.path, day, rejects)
    production.published = True
    return production


def _batches(stage: Stage, bench: Workbench, days: Sequence[date | None], report: Report) -> Iterator[list[Making]]:
    """What the stage makes of the days, in batches that are audited together: an audit costs the same for many days."""
    batch: list[Making] = []
    size = 0.0
    for number, day in enumerate(days, start=1):
        started = time.perf_counter()
        made = stage.make(bench, day)
        batch.append(Making(day, made, time.perf_counter() - started))
        size += sum(frame.estimated_size() for frame in made.frames.values())
        report(f"{day or 'all days'}: {number} of {len(days)}")
        if size >= AUDITED_AT_ONCE:
            yield batch
            batch, size = [], 0.0
    if batch:
        yield batch


def _audited(
    stage: Stage, bench: Workbench, batch: Sequence[Making], rejects_day: date, fault: str | None
) -> list[list[Audit]]:
    """Stage and audit each table in turn; what a later one is compared with is what of the earlier ones passed."""
    settings = bench.settings
    audits: list[list[Audit]] = [[] for _ in batch]
    fresh: list[dict[str, pl.DataFrame]] = [{REJECTS.path: making.made.rejects} for making in batch]
    for table in stage.tables:
        partitions = []
        for making, others in zip(batch, fresh, strict=True):
            rows = bench.lake.stage(table, making.day, inject(fault, table, making.made.frames[table.path]))
            recorded = making.day or rejects_day
            context = AuditContext.gather(bench.lake, table, making.day, rejects_date=recorded, fresh=others)
            partitions.append((rows, context))
        found = audit_partitions(table, partitions, settings.reject_tolerance, settings.data_docs_dir)
        for making, others, done, checked in zip(batch, fresh, audits, found, strict=True):
            if checked.rejects.height:
                bench.lake.stage(table, making.day, checked.passed)
            others[table.path] = checked.passed
            if table.path != REJECTS.path:
                others[REJECTS.path] = pl.concat([others[REJECTS.path], checked.rejects])
            done.append(checked)
    return audits


def _rejects(stage: Stage, refused: pl.DataFrame, audits: Iterable[Audit]) -> Iterator[tuple[Table, pl.DataFrame]]:
    """What each table of a stage rejected of one day: what its maker refused, and what its audit took out."""
    by_table: Mapping[str, pl.DataFrame] = {each.table.path: each.rejects for each in audits}
    for table in stage.tables:
        if table.path != REJECTS.path:
            own = refused.filter(pl.col("stage") == table.path)
            yield table, conform(REJECTS, pl.concat([empty_frame(REJECTS), own, by_table[table.path]]))


def _count(rejects: pl.DataFrame, counts: dict[str, int]) -> None:
    for reason in rejects["reason"].to_list():
        counts[reason] = counts.get(reason, 0) + 1


def _finding(expectation: Expectation, judged: list[tuple[date | None, Outcome]]) -> Finding:
    sample = [(str(day or ""), label) for day, outcome in judged for label in outcome.sample]
    details = [f"{day}: {outcome.detail}" if day else outcome.detail for day, outcome in judged if not outcome.passed]
    return Finding(
        expectation,
        checked=sum(outcome.checked for _, outcome in judged),
        failed=sum(outcome.failed for _, outcome in judged),
        blocks=any(outcome.blocks for _, outcome in judged),
        sample=tuple(sample[:SAMPLE]),
        details=tuple(details[:SAMPLE]),
    )
