"""Measures the marts: what a build of everything, one after one more day and publishing cost, by number of articles.

    python benchmarks/marts.py [--articles 10000 100000 1000000] [--folder DIR]

The lake is that of benchmarks/claims_lake.py: a year of claims, of which the last day is added after the first build.
Each step is a process of its own, measured from outside: seconds by the clock, with the start of dbt and all data
tests, and the most memory that it held. The floor is DuckDB reading every column of the same Parquet once. The folder
is temporary unless named.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import duckdb
from claims_lake import DAYS, FIRST_DAY, write_lake

from pipelines.orchestration import dbt_project
from pipelines.publish import publish_database, publish_parquet
from pipelines.settings import Settings
from pipelines.tables.catalog import LAKE_TABLES, MARTS

LAST_DAY = FIRST_DAY + timedelta(days=DAYS - 1)
GIGABYTE = 1 << 30
HEADER = ("articles", "claims", "scan s", "build s", "GB", "one more day s", "GB", "no news s", "publish s", "GB")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds by the clock and the most memory that it held, in GB."""

    seconds: float
    memory: float


def measured(command: Sequence[str], environment: dict[str, str]) -> Cost:
    """Run a command; raises RuntimeError with the end of what it said where it fails."""
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(command, env=environment, stdout=said, stderr=said)
        # The process's own account: that of all children keeps the largest of them only.
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RuntimeError(said.read()[-2000:].decode("utf-8", "replace"))
    return Cost(seconds, used.ru_maxrss * 1024 / GIGABYTE)


def scan(settings: Settings) -> float:
    """Seconds that DuckDB takes to read every column of the lake once."""
    started = time.perf_counter()
    with duckdb.connect() as connection:
        for declared in LAKE_TABLES:
            files = settings.lake_dir / declared.path / "**" / "*.parquet"
            if declared.layer == "core":
                connection.execute(f"select max(hash(rows)) from read_parquet('{files}') as rows").fetchall()  # noqa: S608
    return time.perf_counter() - started


def build(settings: Settings, *options: str) -> Cost:
    """All models with their data tests, as a run of the line builds them."""
    command = dbt_project.arguments(settings, "build", "--exclude-resource-type", "unit_test", *options)
    return measured(command, dbt_project.environment(settings, dbt_project.build_target(settings)))


def publish(settings: Settings) -> None:
    """Both forms of the published marts."""
    publish_database(settings.warehouse, settings.published_dir, MARTS)
    publish_parquet(settings.warehouse, settings.published_dir, MARTS)


def row(count: int, folder: Path) -> tuple[str, ...]:
    """One row of the table, in the order of HEADER."""
    settings = Settings(data_dir=folder)
    for gone in settings.lake_dir.glob(f"core/*/capture_date={LAST_DAY}"):
        shutil.rmtree(gone)
    write_lake(settings.lake_dir, count, days=DAYS - 1)
    dbt_project.prepared_manifest(settings)
    whole = build(settings, "--full-refresh")
    claims = write_lake(settings.lake_dir, count)
    more = build(settings)
    nothing = build(settings)
    published = measured([sys.executable, __file__, "--publish", str(folder)], settings.child_environment())
    costs = (f"{scan(settings):.1f}", *shown(whole), *shown(more), f"{nothing.seconds:.0f}", *shown(published))
    return (f"{count:,}", f"{claims:,}", *costs)


def shown(cost: Cost) -> tuple[str, str]:
    """Seconds and gigabytes as they are printed."""
    return f"{cost.seconds:.0f}", f"{cost.memory:.1f}"


def main() -> None:
    """Read the arguments, print the table row by row."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--publish", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.publish:
        publish(Settings(data_dir=arguments.publish))
        return
    with tempfile.TemporaryDirectory() as temporary:
        print("| " + " | ".join(HEADER) + " |")
        print("|" + " ---: |" * len(HEADER))
        for count in arguments.articles:
            cells = row(count, (arguments.folder or Path(temporary)) / str(count))
            print("| " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
