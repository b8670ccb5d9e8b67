"""What a run has come to: the rows of the lake and of the published facts, counted, and where they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from pipelines.orchestration.workbench import Days, Workbench
from pipelines.publish.marts import DATABASE, PARQUET
from pipelines.publish.report import REPORT
from pipelines.settings import Settings
from pipelines.tables import claims, pages
from pipelines.tables.declaration import Table

FACTS = ("fct_alliance_membership", "fct_event")


@dataclass(frozen=True, slots=True)
class Counts:
    """What the lake holds of some capture dates."""

    captures: int = 0
    articles: int = 0
    duplicates: int = 0
    rejects: Mapping[str, int] = field(default_factory=dict)
    claims: Mapping[str, int] = field(default_factory=dict)
    refused: Mapping[str, int] = field(default_factory=dict)
    other_records: int = 0


def counts(bench: Workbench, days: Days) -> Counts:
    """Count what the lake holds of these days.

    Rejects by reason, those of landing (which became no captures) apart; claims by kind.
    """
    rejects = _of(bench, pages.REJECTS, days)
    at_landing = pl.col("stage") == pages.RAW_PAGES.path
    records = _of(bench, pages.RECORDS, days).filter(~pl.col("record_type").is_in(["page", "rejected"]))
    return Counts(
        captures=_rows(bench, pages.RAW_PAGES, days),
        articles=_rows(bench, pages.ARTICLES, days),
        duplicates=_rows(bench, pages.DUPLICATES, days),
        rejects=_by_reason(rejects.filter(~at_landing)),
        claims={
            table.name.removesuffix("_claims"): _rows(bench, table, days)
            for table in claims.TABLES
            if table.name.endswith("_claims")
        },
        refused=_by_reason(rejects.filter(at_landing)),
        other_records=int(records.select(pl.col("record_count").sum()).collect().item() or 0),
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
        "report": settings.published_dir / REPORT,
        "lake": settings.lake_dir,
        "data_docs": settings.data_docs_dir / "index.html",
    }
    return {name: path for name, path in places.items() if path.exists()}


def _of(bench: Workbench, table: Table, days: Days) -> pl.LazyFrame:
    return bench.lake.scan(table).filter(pl.col("capture_date").is_between(days.first, days.last))


def _rows(bench: Workbench, table: Table, days: Days) -> int:
    return int(_of(bench, table, days).select(pl.len()).collect().item())


def _by_reason(rejects: pl.LazyFrame) -> dict[str, int]:
    counted = rejects.group_by("reason").len().collect()
    return dict(sorted(counted.iter_rows(), key=lambda pair: (-pair[1], pair[0])))
