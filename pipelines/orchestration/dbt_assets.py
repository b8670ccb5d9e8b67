"""The dbt models as assets: how they are named and described, and the one step that builds them all.

The warehouse is written by dbt alone; what is shown of its tables is read after dbt has let go of the file.
"""

import io
import json
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Any

from dagster import (
    AssetCheckEvaluation,
    AssetCheckResult,
    AssetExecutionContext,
    AssetKey,
    AssetMaterialization,
    AssetObservation,
    AssetsDefinition,
    AssetSpec,
    Failure,
    Output,
    ResourceParam,
)
from dagster_dbt import DagsterDbtTranslator, DbtCliInvocation, DbtProject, dbt_assets
from dagster_dbt.asset_utils import get_updated_cli_invocation_params_for_context
from packaging.version import Version

from pipelines.orchestration import dbt_project
from pipelines.orchestration.dbt_errors import reason
from pipelines.orchestration.events import asset_events_are_deferred, log_materialization
from pipelines.orchestration.metadata import OWNERS, static_metadata
from pipelines.orchestration.warehouse import WarehouseView
from pipelines.orchestration.workbench import Workbench
from pipelines.settings import Settings
from pipelines.tables.catalog import MARTS
from pipelines.tables.declaration import Table

WAREHOUSE_POOL = "warehouse"
MART_TABLES = {table.name: table for table in MARTS}

DbtEvent = Output[None] | AssetMaterialization | AssetObservation | AssetCheckResult | AssetCheckEvaluation


class Translator(DagsterDbtTranslator):
    """A source is the lake's asset of that name; a model is named by its folder: staging, intermediate or marts."""

    def get_asset_key(self, dbt_resource_props: Mapping[str, Any]) -> AssetKey:
        """The asset key of a source or model."""
        if dbt_resource_props["resource_type"] == "source":
            return AssetKey([dbt_resource_props["source_name"], dbt_resource_props["name"]])
        return AssetKey([_folder(dbt_resource_props), dbt_resource_props["name"]])

    def get_asset_spec(self, manifest: Mapping[str, Any], unique_id: str, project: DbtProject | None) -> AssetSpec:
        """The asset of a model, with the declaration's columns where it is a mart."""
        spec = super().get_asset_spec(manifest, unique_id, project)
        props = self.get_resource_props(manifest, unique_id)
        if props["resource_type"] == "source":
            return spec
        table = MART_TABLES.get(props["name"])
        spec = spec.replace_attributes(
            group_name=_folder(props),
            owners=OWNERS,
            kinds={"dbt", "duckdb", str(props["config"].get("materialized", "view"))},
            tags={**spec.tags, "layer": "mart" if table else _folder(props)},
            description=str(props.get("description") or ""),
        )
        return spec.merge_attributes(metadata=static_metadata(table)) if table else spec


def mart_key(table: Table) -> AssetKey:
    """The asset of a declared mart."""
    return AssetKey(["marts", table.name])


def _folder(props: Mapping[str, Any]) -> str:
    return str(props["fqn"][1])


def warehouse_assets(settings: Settings) -> AssetsDefinition:
    """All dbt models as one step, which waits for the warehouse's pool. The manifest is made here if need be."""
    # Read here: dagster-dbt remembers a manifest by its path, also after the file has changed.
    manifest = json.loads(dbt_project.prepared_manifest(settings).read_bytes())

    @dbt_assets(manifest=manifest, dagster_dbt_translator=Translator(), name="dbt", pool=WAREHOUSE_POOL)
    def dbt(context: AssetExecutionContext, workbench: ResourceParam[Workbench]) -> Iterator[DbtEvent]:
        invocation = _build(context, workbench.settings)
        # It echoes dbt's lines to standard output; the results are logged.
        with redirect_stdout(io.StringIO()):
            events = list(_streamed(context, invocation))
        yield from _with_metadata(context, invocation, workbench.settings, events)
        if error := invocation.get_error():
            raise Failure(reason(str(error)), allow_retries=False) from error
        if not context.is_subset:
            dbt_project.note_built(workbench.settings)

    return dbt


def _build(context: AssetExecutionContext, settings: Settings) -> DbtCliInvocation:
    # What DbtCliResource.cli does, but with an environment of our own, and without asking `dbt --version`,
    # which takes seconds and looks for news on the net.
    chosen = get_updated_cli_invocation_params_for_context(context, {}, Translator())
    target = dbt_project.build_target(settings)
    environment = dbt_project.environment(settings, target)
    if chosen.indirect_selection:
        environment["DBT_INDIRECT_SELECTION"] = chosen.indirect_selection
    # Unit tests prove the SQL, not the data: they belong to the test suite.
    options = ["--exclude-resource-type", "unit_test", *chosen.selection_args]
    # What is kept from build to build fits the SQL that made it. Some models alone cannot make all of it anew.
    if not context.is_subset:
        options += dbt_project.refreshing(settings)
    return DbtCliInvocation.run(
        args=dbt_project.arguments(settings, "build", *options),
        env=environment,
        manifest=chosen.manifest,
        dagster_dbt_translator=chosen.dagster_dbt_translator,
        project_dir=Path(settings.dbt_project_dir),
        target_path=target,
        raise_on_error=False,
        context=context,
        adapter=None,
        cli_version=Version(installed_version("dbt-core")),
    )


def _streamed(context: AssetExecutionContext, invocation: DbtCliInvocation) -> Iterator[DbtEvent]:
    """dbt's events as Dagster's, while dbt goes on; each finished node is logged."""
    for event in invocation.stream_raw_events():
        if event.is_result_event:
            context.log.info(str(event))
        yield from event.to_default_asset_events(
            manifest=invocation.manifest,
            dagster_dbt_translator=invocation.dagster_dbt_translator,
            context=context,
            target_path=invocation.target_path,
        )


def _with_metadata(
    context: AssetExecutionContext, invocation: DbtCliInvocation, settings: Settings, events: list[DbtEvent]
) -> Iterator[DbtEvent]:
    deferred = asset_events_are_deferred(context)
    with WarehouseView(settings.warehouse) as view:
        for event in events:
            if not isinstance(event, Output):
                yield event
                continue
            key = context.asset_key_for_output(event.output_name)
            metadata = {**event.metadata, **_shown(view, invocation.manifest, event.metadata)}
            if deferred:
                log_materialization(context, key, metadata)
            yield event.with_metadata(metadata)


def _shown(view: WarehouseView, manifest: Mapping[str, Any], metadata: Mapping[str, Any]) -> dict[str, Any]:
    model = manifest["nodes"][metadata["unique_id"].value]
    descriptions = {name: column["description"] for name, column in model["columns"].items()}
    table = MART_TABLES.get(model["name"])
    shown = view.metadata(model["schema"], model["alias"], descriptions, table.order if table else ())
    if "Execution Duration" in metadata:
        shown["seconds"] = metadata["Execution Duration"]
    return shown
