"""The sample corpus as landing reads it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipelines import landing

SAMPLE = Path(__file__).parents[2] / "data" / "sample"


@pytest.fixture(scope="session")
def sample_batches(tmp_path_factory: pytest.TempPathFactory) -> dict[date, landing.LandingBatch]:
    """What landing reads from the sample, by capture date."""
    reading: dict[str, Any] = {
        "start_date": date(2016, 1, 1),
        "today": date(2026, 10, 31),
        "manifest": tmp_path_factory.mktemp("landing") / "manifest.csv",
    }
    days = landing.capture_dates([SAMPLE], **reading)
    return {day: landing.read_partition([SAMPLE], day, max_page_bytes=1 << 20, **reading) for day in days}


@pytest.fixture(scope="session")
def captures(sample_batches: dict[date, landing.LandingBatch]) -> dict[str, dict[str, Any]]:
    """Every capture of the sample by file and, inside a WARC file, offset: the `source` of the golden files."""
    rows = [row for batch in sample_batches.values() for row in batch.pages.iter_rows(named=True)]
    return {row["source_file"] + (f"#{row['source_offset']}" if row["source_offset"] else ""): row for row in rows}
