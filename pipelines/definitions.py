"""The Dagster code location: `defs`, for the settings that the environment gives."""

from pipelines.orchestration.building import build_definitions
from pipelines.settings import load_settings

defs = build_definitions(load_settings())
