"""Dagster's own storage under the data dir: its folder, its dagster.yaml, and an instance for runs in a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dagster import DagsterInstance
from dagster._core.instance.ref import InstanceRef

from pipelines.settings import Settings

DAGSTER_YAML = """\
# Dagster on one machine: SQLite in this folder. Written once by Entente; yours to change.
telemetry:
  enabled: false
nux:
  enabled: false
concurrency:
  runs:
    # Runs of one data dir take turns.
    max_concurrent_runs: 1
  pools:
    # One writer for the warehouse: a run that needs it waits as a whole.
    granularity: run
    default_limit: 1
run_retries:
  enabled: true
  max_retries: 0
  retry_on_asset_or_op_failure: false
"""
# A run in a terminal shows its progress there; Dagster must not take over its output.
IN_TERMINAL: dict[str, Any] = {
    "compute_logs": {"module": "dagster._core.storage.noop_compute_log_manager", "class": "NoOpComputeLogManager"}
}


def prepare_home(settings: Settings) -> Path:
    """Dagster's home with its dagster.yaml, made where they are missing."""
    home = settings.dagster_home
    home.mkdir(parents=True, exist_ok=True)
    configuration = home / "dagster.yaml"
    if not configuration.exists():
        configuration.write_text(DAGSTER_YAML, encoding="utf-8")
    return home


@contextmanager
def terminal_instance(settings: Settings) -> Iterator[DagsterInstance]:
    """The instance on Dagster's home, with the output of steps left where it is."""
    home = prepare_home(settings)
    with DagsterInstance.from_ref(InstanceRef.from_dir(str(home), overrides=IN_TERMINAL)) as instance:
        yield instance
