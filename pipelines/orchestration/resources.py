"""What Dagster hands to the assets."""

from __future__ import annotations

from dagster import ConfigurableResource
from pydantic import Field

from pipelines.validation.faults import FAULTS

NAMES = "; ".join(f"{name}: {fault.description}" for name, fault in sorted(FAULTS.items()))


class Faults(ConfigurableResource[None]):
    """A fault to inject, so that a check can be seen to fail. Set it in the launch config of a run."""

    inject: str | None = Field(default=None, description=f"Break the data on purpose before it is audited. {NAMES}")
