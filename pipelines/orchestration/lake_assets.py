"""The assets of the lake: one multi-asset for each stage, one blocking check for each expectation of its tables."""

from collections.abc import Iterator
from datetime import date

from dagster import (
    AssetCheckResult,
    AssetCheckSeverity,
    AssetCheckSpec,
    AssetExecutionContext,
    AssetsDefinition,
    AssetSpec,
    BackfillPolicy,
    DailyPartitionsDefinition,
    Failure,
    MaterializeResult,
    ResourceParam,
    multi_asset,
)

from pipelines.orchestration.events import asset_events_are_deferred, log_materialization
from pipelines.orchestration.metadata import (
    OWNERS,
    asset_key,
    description,
    finding_metadata,
    part_metadata,
    static_metadata,
)
from pipelines.orchestration.partitions import days_of_run
from pipelines.orchestration.production import Production, produce
from pipelines.orchestration.resources import Faults
from pipelines.orchestration.stages import CLAIMS, PAGES, REJECTS, STAGES, Stage
from pipelines.orchestration.workbench import Workbench
from pipelines.tables.declaration import Table
from pipelines.tables.expectations import expectations_for

StageEvent = AssetCheckResult | MaterializeResult[None]


def lake_assets(partitions: DailyPartitionsDefinition) -> list[AssetsDefinition]:
    """The assets of all stages, in the order of the line."""
    return [_stage_assets(stage, partitions) for stage in STAGES]


def _stage_assets(stage: Stage, partitions: DailyPartitionsDefinition) -> AssetsDefinition:
    @multi_asset(
        name=stage.name,
        specs=[_asset_spec(table, stage, partitions) for table in stage.tables],
        check_specs=[spec for table in stage.tables for spec in _check_specs(table)],
        backfill_policy=BackfillPolicy.single_run() if stage.partitioned else None,
    )
    def assets(
        context: AssetExecutionContext, workbench: ResourceParam[Workbench], faults: Faults
    ) -> Iterator[StageEvent]:
        days = _days(context, stage, workbench)
        if stage is CLAIMS and workbench.notice:
            context.log.warning(workbench.notice)
        production = produce(stage, workbench, days, _rejects_day(workbench), faults.inject, context.log.info)
        yield from _check_results(production)
        if not production.published:
            names = ", ".join(
                f"{finding.expectation.table} {finding.expectation.name}" for finding in production.blocking
            )
            raise Failure(f"Nothing of this step was published: {names}", allow_retries=False)
        yield from _materializations(context, production)

    return assets


def _asset_spec(table: Table, stage: Stage, partitions: DailyPartitionsDefinition) -> AssetSpec:
    return AssetSpec(
        asset_key(table),
        deps=[asset_key(other) for other in stage.reads],
        description=description(table),
        metadata=static_metadata(table),
        group_name=stage.group,
        owners=OWNERS,
        kinds={"python", "polars", "parquet"},
        tags={"layer": table.layer},
        partitions_def=partitions if table.partitioned else None,
    )


def _check_specs(table: Table) -> Iterator[AssetCheckSpec]:
    for expectation in expectations_for(table):
        yield AssetCheckSpec(
            expectation.name, asset=asset_key(table), description=expectation.description, blocking=True
        )


def _days(context: AssetExecutionContext, stage: Stage, bench: Workbench) -> list[date | None]:
    """The days that a run of the stage really has to make: those of its range that there is anything of."""
    if not stage.partitioned:
        return [None]
    covered = days_of_run(context)
    if stage is PAGES:
        bench.lake.prepare()
        # A day that has gone from landing stays in the lake: only what landing holds anew replaces it.
        return list(bench.landing_days(covered))
    days = bench.lake_days(covered)
    if stage is REJECTS:
        last = _rejects_day(bench)
        days = sorted({*days, last} if bench.lake.staged_rejects(last).height else days)
    return list(days)


def _rejects_day(bench: Workbench) -> date:
    """The capture date under which rejects of tables without partitions are kept: the newest that there is."""
    return max(bench.lake_days(), default=bench.settings.start_date)


def _check_results(production: Production) -> Iterator[AssetCheckResult]:
    for table in production.stage.tables:
        for finding in production.findings(table):
            yield AssetCheckResult(
                asset_key=asset_key(table),
                check_name=finding.expectation.name,
                passed=finding.passed,
                severity=AssetCheckSeverity.ERROR if finding.blocks or finding.passed else AssetCheckSeverity.WARN,
                metadata=finding_metadata(finding, table, production),
                description="; ".join(finding.details) or None,
            )


def _materializations(context: AssetExecutionContext, production: Production) -> Iterator[MaterializeResult[None]]:
    deferred = asset_events_are_deferred(context)
    for table in production.stage.tables:
        key, parts = asset_key(table), production.parts[table.path]
        if deferred:
            for part in parts:
                log_materialization(context, key, part_metadata(table, production, [part]), part.day)
        yield MaterializeResult(asset_key=key, metadata=part_metadata(table, production, parts))
