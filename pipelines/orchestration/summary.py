"""What a run tells its caller: progress while it goes on, and a summary when it has ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

import polars as pl

from pipelines.orchestration.workbench import Days, Workbench
from pipelines.publish.marts import DATABASE, PARQUET
from pipelines.settings import Settings
from pipelines.tables import claims, pages
from pipelines.tables.declaration import Table

FACTS = ("fct_alliance_membership", "fct_event")


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of the run, as it stands: its number from 1, how many there are, and what it is doing or has done."""

    step: str
    number: int
    total: int
    state: Literal["started", "running", "finished", "failed"]
    seconds: float = 0.0
    rows: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class FailedCheck:
    """A check that did not pass. Where it `blocks`, what depends on the table was not made.

    `sample` names failing rows as (capture date, row).
    """

    table: str
    check: str
    blocks: bool
    description: str
    failed: int
    sample: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run has done. Counts are of the capture dates that it covered; `facts` counts all that is published."""

    success: bool
    run_id: str
    seconds: float
    days: tuple[date, ...]
    captures: int = 0
    articles: int = 0
    duplicates: int = 0
    rejects: Mapping[str, int] = field(default_factory=dict)
    claims: Mapping[str, int] = field(default_factory=dict)
    facts: Mapping[str, int] = field(default_factory=dict)
    checks: int = 0
    checks_failed: tuple[FailedCheck, ...] = ()
    outputs: Mapping[str, Path] = field(default_factory=dict)
    error: str | None = None
    log: Path | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """What the lake holds of some capture dates."""

    captures: int
    articles: int
    duplicates: int
    rejects: dict[str, int]
    claims: dict[str, int]


def counts(bench: Workbench, days: Days) -> Counts:
    """Count what the lake holds of these days; rejects by reason, claims by kind."""
    return Counts(
        captures=_rows(bench, pages.RAW_PAGES, days),
        articles=_rows(bench, pages.ARTICLES, days),
        duplicates=_rows(bench, pages.DUPLICATES, days),
        rejects=_rejects(bench, days),
        claims={
            table.name.removesuffix("_claims"): _rows(bench, table, days)
            for table in claims.TABLES
            if table.name.endswith("_claims")
        },
    )


def facts(settings: Settings) -> dict[str, int]:
    """The rows of each published table of facts; none where nothing has been published."""
    folder = settings.published_dir / PARQUET
    found = ((name, folder / f"{name}.parquet") for name in FACTS)
    return {name: pl.scan_parquet(path).select(pl.len()).collect().item() for name, path in found if path.exists()}


def outputs(settings: Settings) -> dict[str, Path]:
    """Where what the line makes is to be found, of what exists."""
    places = {
        "duckdb": settings.published_dir / DATABASE,
        "parquet": settings.published_dir / PARQUET,
        "lake": settings.lake_dir,
        "data_docs": settings.data_docs_dir / "index.html",
    }
    return {name: path for name, path in places.items() if path.exists()}


def _of(bench: Workbench, table: Table, days: Days) -> pl.LazyFrame:
    return bench.lake.scan(table).filter(pl.col("capture_date").is_between(days.first, days.last))


def _rows(bench: Workbench, table: Table, days: Days) -> int:
    return int(_of(bench, table, days).select(pl.len()).collect().item())


def _rejects(bench: Workbench, days: Days) -> dict[str, int]:
    counted = _of(bench, pages.REJECTS, days).group_by("reason").len().collect()
    return dict(sorted(counted.iter_rows(), key=lambda pair: (-pair[1], pair[0])))
