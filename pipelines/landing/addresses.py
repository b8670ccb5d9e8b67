"""`urls.csv`: the addresses of the plain files in its folder (columns file, url and optionally fetched_at)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pipelines.landing.model import LandingError

NAME = "urls.csv"
ZONE = ZoneInfo("Asia/Seoul")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a file came from and when; a time without a zone is Korean."""

    url: str | None
    fetched_at: datetime | None


class Addresses:
    """The addresses of files by path; each folder's list is read once."""

    def __init__(self) -> None:
        self._folders: dict[Path, dict[str, Address]] = {}

    def of(self, path: Path) -> Address:
        """The address of a file; both of its fields are None where its folder's list does not name it.

        Raises LandingError where the list cannot be read.
        """
        folder = path.parent
        if folder not in self._folders:
            self._folders[folder] = _read(folder / NAME)
        return self._folders[folder].get(path.name, Address(None, None))


def parse_instant(text: str) -> datetime:
    """An aware datetime from ISO text; a time without a zone is Korean. Raises ValueError."""
    parsed = datetime.fromisoformat(text.strip())
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=ZONE)


def _read(path: Path) -> dict[str, Address]:
    if not path.is_file():
        return {}
    found: dict[str, Address] = {}
    line = 1
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            for row in reader:
                line = reader.line_num
                fetched = (row.get("fetched_at") or "").strip()
                found[row["file"].strip()] = Address(
                    (row.get("url") or "").strip() or None, parse_instant(fetched) if fetched else None
                )
    except (OSError, UnicodeDecodeError, csv.Error, KeyError, AttributeError, ValueError) as error:
        raise LandingError(
            f"{path}:{line} cannot be read ({error}); it needs the columns file,url and optionally fetched_at (ISO)"
        ) from error
    return found
