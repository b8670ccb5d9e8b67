"""What Dagster hands to the assets."""

from collections.abc import Iterator

from dagster import ConfigurableResource, InitResourceContext, ResourceDefinition, resource
from pydantic import Field

from pipelines.orchestration.workbench import Workbench
from pipelines.validation.faults import FAULTS

NAMES = "; ".join(f"{name}: {fault.description}" for name, fault in sorted(FAULTS.items()))


def line_of(bench: Workbench) -> ResourceDefinition:
    """The workbench as a resource, which keeps other runs off the data dir while a run has it."""

    @resource(description="Settings, lake and knowledge base; held by one run at a time.")
    def workbench(_: InitResourceContext) -> Iterator[Workbench]:
        with bench.running():
            yield bench

    return workbench


class Faults(ConfigurableResource[None]):
    """A fault to inject, so that a check can be seen to fail. Set it in the launch config of a run."""

    inject: str | None = Field(default=None, description=f"Break the data on purpose before it is audited. {NAMES}")
