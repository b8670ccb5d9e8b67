"""The published assets: the marts as a DuckDB file and as Parquet. They read the warehouse, so they share its pool."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

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
from pipelines.orchestration.workbench import Workbench
from pipelines.publish import PublishReport, publish_database, publish_parquet
from pipelines.tables.catalog import MARTS
from pipelines.tables.declaration import Table
from pipelines.tables.pages import REJECTS

Publish = Callable[[Path, Path, Sequence[Table]], PublishReport]

DUCKDB = "The marts as one DuckDB file, schema main, readable by DuckDB 1.x and 2.x; swapped in whole."
PARQUET = "The marts as one Parquet file each; the folder is swapped in whole."


def published_assets() -> list[AssetsDefinition]:
    """published/duckdb and published/parquet."""
    return [
        _published("duckdb", DUCKDB, publish_database),
        _published("parquet", PARQUET, publish_parquet),
    ]


def _published(kind: str, description: str, publish: Publish) -> AssetsDefinition:
    key = AssetKey(["published", kind])

    # Rejects too: while the rejected rows are not in order, readers keep what they have.
    @asset(
        key=key,
        deps=[*map(mart_key, MARTS), asset_key(REJECTS)],
        description=description,
        group_name="published",
        owners=OWNERS,
        kinds={"python", kind},
        tags={"layer": "published"},
        pool=WAREHOUSE_POOL,
    )
    def published(context: AssetExecutionContext, workbench: ResourceParam[Workbench]) -> MaterializeResult[None]:
        settings = workbench.settings
        started = time.perf_counter()
        report = publish(settings.warehouse, settings.published_dir, MARTS)
        metadata: Metadata = {
            "dagster/row_count": sum(report.rows.values()),
            "tables": MetadataValue.md(markdown_table(("table", "rows"), sorted(report.rows.items()))),
            "path": MetadataValue.path(report.path),
            **link("file", report.path),
            "seconds": MetadataValue.float(round(time.perf_counter() - started, 3)),
        }
        if asset_events_are_deferred(context):
            log_materialization(context, key, metadata)
        return MaterializeResult(metadata=metadata)

    return published
