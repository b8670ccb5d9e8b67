"""What landing has that no run has seen: the files that changed after a mark, and the capture dates that they touch.

A file counts by the time of its last change on this file system, which copying and moving set too, unlike the time that
it carries along. Nothing is opened here but WARC files, whose days only their records tell.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from pipelines.landing.files import LandingFile, folder_day, list_files
from pipelines.orchestration.workbench import Days, Workbench

# A file that changed this recently may still be written to.
SETTLED_NS = 10 * 1_000_000_000


@dataclass(frozen=True, slots=True)
class Mark:
    """Everything that changed up to this instant (nanoseconds of the file system's clock) has been seen."""

    changed_ns: int = 0


@dataclass(frozen=True, slots=True)
class NewCaptures:
    """The days to run, from the first to the last that is touched, and the mark that stands for having seen them."""

    days: Days
    mark: Mark


def new_captures(bench: Workbench, seen: Mark, now_ns: int | None = None) -> NewCaptures | None:
    """What is new since the mark; None where nothing is, or where what is new is still being written.

    Raises LandingError.
    """
    settled = (time.time_ns() if now_ns is None else now_ns) - SETTLED_NS
    changed = [(file, when) for file in list_files(bench.settings.landing_roots) if (when := _changed(file.path))]
    fresh = [(file, when) for file, when in changed if seen.changed_ns < when <= settled]
    if not fresh:
        return None
    named = [_named_day(file) for file, _ in fresh]
    held = bench.landing_days()
    # A file whose folder names no day, or none that can be, may be held under any: then all of landing is run again.
    days = [day for day in held if day in named] if set(named) <= set(held) else held
    if not days:
        return None
    return NewCaptures(Days(days[0], days[-1]), Mark(max(when for _, when in fresh)))


def _named_day(file: LandingFile) -> object:
    if file.kind == "warc":
        return None
    try:
        return folder_day(file)
    except ValueError:
        return None


def _changed(path: Path) -> int:
    try:
        return path.stat().st_ctime_ns
    except OSError:
        return 0
