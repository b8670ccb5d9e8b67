"""The published assets: the marts as a DuckDB file, as Parquet, as a report, and in PostgreSQL where one is set.

They read the warehouse, so they share its pool.
"""

import time
from collections.abc import Callable

from dagster import (
    AssetExecutionContext,
    AssetKey,
    AssetsDefinition,
    MaterializeResult,
    MetadataValue,
    ResourceParam,
    asset,
)

from pipelines.orchestration.dbt_assets import WAREHOUSE_POOL, mart_key
from pipelines.orchestration.events import asset_events_are_deferred, log_materialization
from pipelines.orchestration.metadata import OWNERS, Metadata, asset_key, link
from pipelines.orchestration.preview import markdown_table
from pipelines.orchestration.quality import quality_of
from pipelines.orchestration.workbench import Workbench
from pipelines.publish import publish_database, publish_parquet
from pipelines.publish.postgres import SCHEMA, publish_postgres
from pipelines.publish.report import publish_report
from pipelines.settings import Settings
from pipelines.tables.catalog import MARTS
from pipelines.tables.pages import REJECTS

Published = tuple[dict[str, int], Metadata]
Publish = Callable[[AssetExecutionContext, Workbench], Published]

DUCKDB = "The marts as one DuckDB file, schema main, readable by DuckDB 1.x and 2.x; swapped in whole."
PARQUET = "The marts as one Parquet file each; the folder is swapped in whole."
REPORT = "The report: one HTML file with network, timelines, memberships, changes and quality; opens offline."
POSTGRES = f"The marts in PostgreSQL, schema {SCHEMA}, with keys and comments; swapped in by one transaction."


def published_assets(settings: Settings) -> list[AssetsDefinition]:
    """published/duckdb, /parquet and /report and, where the settings name a database, published/postgres."""
    assets = [
        _published("duckdb", DUCKDB, _to_duckdb),
        _published("parquet", PARQUET, _to_parquet),
        _published("report", REPORT, _to_report, shown_as="html"),
    ]
    if settings.postgres_url:
        assets.append(_published("postgres", POSTGRES, _to_postgres))
    return assets


def _to_duckdb(_: AssetExecutionContext, workbench: Workbench) -> Published:
    settings = workbench.settings
    report = publish_database(settings.warehouse, settings.published_dir, MARTS)
    return report.rows, {"path": MetadataValue.path(report.path), **link("file", report.path)}


def _to_parquet(_: AssetExecutionContext, workbench: Workbench) -> Published:
    settings = workbench.settings
    build = workbench.build
    report = publish_parquet(settings.warehouse, settings.published_dir, MARTS, build, licence=settings.data_licence)
    return report.rows, {
        "path": MetadataValue.path(report.path),
        **link("file", report.path),
        "build_id": build.build_id,
    }


def _to_report(context: AssetExecutionContext, workbench: Workbench) -> Published:
    settings = workbench.settings
    quality = quality_of(context, workbench)
    report = publish_report(settings.warehouse, settings.published_dir, MARTS, workbench.build, quality)
    return report.rows, {
        "path": MetadataValue.path(report.path),
        **link("file", report.path),
        "bytes": report.path.stat().st_size,
    }


def _to_postgres(_: AssetExecutionContext, workbench: Workbench) -> Published:
    settings = workbench.settings
    rows = publish_postgres(settings.warehouse, settings.postgres_url, MARTS, reader=settings.postgres_reader)
    # Not the address: it may hold a password, and metadata is kept in the event store.
    return rows, {"schema": SCHEMA, "reader": settings.postgres_reader or "none but the owner"}


def _published(kind: str, description: str, publish: Publish, shown_as: str = "") -> AssetsDefinition:
    key = AssetKey(["published", kind])

    # Rejects too: while the rejected rows are not in order, readers keep what they have.
    @asset(
        key=key,
        deps=[*map(mart_key, MARTS), asset_key(REJECTS)],
        description=description,
        group_name="published",
        owners=OWNERS,
        kinds={"python", shown_as or kind},
        tags={"layer": "published"},
        pool=WAREHOUSE_POOL,
    )
    def published(context: AssetExecutionContext, workbench: ResourceParam[Workbench]) -> MaterializeResult[None]:
        started = time.perf_counter()
        rows, where = publish(context, workbench)
        metadata: Metadata = {
            "dagster/row_count": sum(rows.values()),
            "tables": MetadataValue.md(markdown_table(("table", "rows"), sorted(rows.items()))),
            **where,
            "seconds": MetadataValue.float(round(time.perf_counter() - started, 3)),
        }
        if asset_events_are_deferred(context):
            log_materialization(context, key, metadata)
        return MaterializeResult(metadata=metadata)

    return published
