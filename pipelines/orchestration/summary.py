"""What a run has come to: the rows of the lake and of the published facts, counted, and where they are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pipelines.orchestration.workbench import Days, Workbench
from pipelines.publish.marts import DATABASE, PARQUET
from pipelines.settings import Settings
from pipelines.tables import claims, pages
from pipelines.tables.declaration import Table

FACTS = ("fct_alliance_membership", "fct_event")


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
