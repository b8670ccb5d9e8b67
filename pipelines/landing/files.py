"""Which files lie under the landing roots, what each is, and which day its folder names. Nothing is opened here."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from pipelines.landing import mhtml, warc
from pipelines.landing.model import LandingError

Kind = Literal["page", "warc", "other", "outside"]

PAGE_SUFFIXES = tuple(
    suffix + compression
    for suffix in (".html", ".htm", ".xhtml", *mhtml.SUFFIXES)
    for compression in ("", ".gz", ".zst")
)
# Files that accompany pages and are no input: notes, address lists, what file managers and downloads leave behind.
IGNORED_NAMES = frozenset({"urls.csv", "landing_manifest.csv", "thumbs.db", "desktop.ini"})
IGNORED_SUFFIXES = (".md", ".tmp", ".part", ".crdownload", ".lock", ".cdx", ".cdxj")
DATE_FOLDER = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class LandingFile:
    """One file: its path, its name relative to the landing root, its kind, and the date-like folder above it."""

    path: Path
    source_file: str
    kind: Kind
    folder_date: str | None


def list_files(roots: Sequence[Path]) -> list[LandingFile]:
    """Every file under the roots in the order of its name; a root may be a single file.

    Raises LandingError where a root is missing or cannot be listed.
    """
    if not roots:
        raise LandingError("no landing folder is given; name one with --landing PATH")
    found = [file for root in roots for file in _list_root(root)]
    return sorted(found, key=lambda file: (file.source_file, str(file.path)))


def folder_day(file: LandingFile) -> date | None:
    """The day that the file's folder names; None where none does. Raises ValueError for a day that does not exist."""
    return date.fromisoformat(file.folder_date) if file.folder_date else None


def _list_root(root: Path) -> Iterator[LandingFile]:
    if not root.exists():
        raise LandingError(
            f"the landing folder {root} does not exist; create it and put .html or .warc.gz files there, "
            "or name another with --landing PATH"
        )
    top = root.resolve()
    if top.is_file():
        yield LandingFile(top, _text(Path(top.name)), kind_of(top.name) or "other", _date_folder((top.parent.name,)))
        return
    if not os.access(top, os.R_OK | os.X_OK):
        raise LandingError(
            f"the landing folder {root} cannot be read; give it read permission, or name another with --landing PATH"
        )
    for folder, subfolders, names in os.walk(top):
        here = Path(folder)
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted([*names, *(name for name in subfolders if (here / name).is_symlink())]):
            file = _file(top, here / name)
            if file:
                yield file


def _file(top: Path, path: Path) -> LandingFile | None:
    kind = kind_of(path.name)
    relative = path.relative_to(top)
    folder_date = _date_folder((top.name, *relative.parts[:-1]))
    if path.is_symlink():
        try:
            inside = path.resolve().is_relative_to(top)
        except (OSError, RuntimeError):  # a link that leads to itself
            inside = False
        if not inside:
            return LandingFile(path, _text(relative), "outside", folder_date)
    try:
        regular = stat.S_ISREG(path.stat().st_mode)
    except OSError:
        # It vanished, or links to nothing: reading it will say so.
        regular = not path.is_dir()
    if kind is None or not regular:
        return None
    return LandingFile(path, _text(relative), kind, folder_date)


def is_saved_page(name: str) -> bool:
    """Whether a file is MHTML by its name."""
    return name.lower().removesuffix(".gz").removesuffix(".zst").endswith(mhtml.SUFFIXES)


def kind_of(name: str) -> Kind | None:
    """What a file is by its name; None for a file that is no input."""
    lower = name.lower()
    if lower.startswith(".") or lower in IGNORED_NAMES or lower.endswith(IGNORED_SUFFIXES):
        return None
    if lower.endswith(PAGE_SUFFIXES):
        return "page"
    if lower.endswith(warc.SUFFIXES):
        return "warc"
    return None if lower.startswith("readme") else "other"


def _date_folder(folders: tuple[str, ...]) -> str | None:
    dates = [name for name in folders if DATE_FOLDER.fullmatch(name)]
    return dates[-1] if dates else None


def _text(relative: Path) -> str:
    """A path as text with slashes; bytes that are not UTF-8 are written as escapes."""
    return os.fsencode(relative.as_posix()).decode("utf-8", "backslashreplace")
