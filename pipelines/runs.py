"""What a run tells its caller: progress while it goes on, and a summary when it has ended.

The words between the runner, which knows Dagster, and the terminal, which does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of the run, as it stands: its number from 1, how many there are, and what it is doing or has done."""

    step: str
    number: int
    total: int
    state: Literal["started", "running", "finished", "failed"]
    seconds: float = 0.0
    rows: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class FailedCheck:
    """A check that did not pass. Where it `blocks`, what depends on the table was not made.

    `sample` names failing rows as (capture date, row).
    """

    table: str
    check: str
    blocks: bool
    description: str
    failed: int
    sample: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run has done. Counts are of the capture dates that it covered; `facts` counts all that is published.

    `refused` counts, by reason, what landing could not take as a capture, and `other_records` what it held that is no
    page: `captures` is articles, duplicates and the rejects of stage core/articles together.
    """

    success: bool
    run_id: str
    seconds: float
    days: tuple[date, ...]
    captures: int = 0
    articles: int = 0
    duplicates: int = 0
    rejects: Mapping[str, int] = field(default_factory=dict)
    claims: Mapping[str, int] = field(default_factory=dict)
    facts: Mapping[str, int] = field(default_factory=dict)
    refused: Mapping[str, int] = field(default_factory=dict)
    other_records: int = 0
    checks: int = 0
    checks_failed: tuple[FailedCheck, ...] = ()
    outputs: Mapping[str, Path] = field(default_factory=dict)
    error: str | None = None
    log: Path | None = None
