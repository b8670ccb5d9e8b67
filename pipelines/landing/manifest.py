"""The landing manifest: the day on which each file without a date of its own was first seen, fixed once and kept."""

from __future__ import annotations

import csv
import io
import os
from datetime import date
from pathlib import Path

from pipelines.landing.model import LandingError

COLUMNS = ("file", "first_seen")


class Manifest:
    """First-seen days by file. `today` is used only for a file that is not in the manifest yet.

    Raises LandingError where the manifest file exists but cannot be read.
    """

    def __init__(self, path: Path, today: date) -> None:
        self._path = path
        self._today = today
        self._days = _read(path)
        self._changed = False

    def first_seen(self, source_file: str) -> date:
        """The day on which that file was first seen; from now on fixed."""
        if source_file not in self._days:
            self._days[source_file] = self._today
            self._changed = True
        return self._days[source_file]

    def save(self) -> None:
        """Write the manifest, whole or not at all, if anything is new."""
        if not self._changed:
            return
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows((name, day.isoformat()) for name, day in sorted(self._days.items()))
        self._path.parent.mkdir(parents=True, exist_ok=True)
        temporary = self._path.with_name(f"{self._path.name}.{os.getpid()}.tmp")
        with temporary.open("w", encoding="utf-8", newline="") as file:
            file.write(text.getvalue())
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(self._path)
        self._changed = False


def _read(path: Path) -> dict[str, date]:
    if not path.exists():
        return {}
    days: dict[str, date] = {}
    try:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, strict=True):
                days[row["file"]] = date.fromisoformat(row["first_seen"])
    except (OSError, UnicodeDecodeError, csv.Error, KeyError, TypeError, ValueError) as error:
        raise LandingError(
            f"the landing manifest {path} cannot be read ({error}); mend it (columns file,first_seen) or move it away, "
            "which dates its files anew"
        ) from error
    return days
