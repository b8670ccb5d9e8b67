"""Official downloads as files: opened within bounds, whatever a file says about its own size.

Here belong the container and the bounds that all registers share; what a register's records mean is in dart.py, krx.py
and ror.py.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

MAX_FILE = 512 * 1024 * 1024
MAX_CONTENT = 2 * 1024 * 1024 * 1024
MAX_RECORDS = 1_000_000
MAX_NAME = 300
MAX_NAMES = 50
CHUNK = 1024 * 1024


class ImportFileError(ValueError):
    """A download cannot be read; the message names the file and says what is wanted."""


@dataclass(frozen=True, slots=True)
class Registered:
    """One organization as a register has it. `names` are further names; codes are None where it gives none."""

    source_id: str
    name: str
    name_en: str | None = None
    names: tuple[str, ...] = field(default=())
    org_type: str = "company"
    country: str | None = "KR"
    stock_code: str | None = None
    wikidata_qid: str | None = None


def clean(text: str | None) -> str | None:
    """A name on one line without outer and repeated spaces; None where nothing is left or it is no name by length."""
    line = " ".join((text or "").split())
    return line if line and len(line) <= MAX_NAME and line.isprintable() else None


class _Bounded(io.RawIOBase):
    """A stream that ends with an error where it has given more than it may, which is how a packed bomb is met."""

    def __init__(self, stream: IO[bytes], path: Path) -> None:
        super().__init__()
        self._stream = stream
        self._path = path
        self._left = MAX_CONTENT

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # what BufferedReader passes
        data = self._stream.read(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise ImportFileError(f"{self._path}: it unpacks to more than {MAX_CONTENT >> 30} GB; get the file anew")
        buffer[: len(data)] = data
        return len(data)


@contextmanager
def opened(path: Path, wanted: Callable[[str], bool], what: str) -> Iterator[IO[bytes]]:
    """The content of a file, or of the first member of a zip file whose name is `wanted`, as a bounded stream.

    `what` says in words what is wanted, for the message. Raises ImportFileError, and OSError as the system gives it.
    """
    if path.stat().st_size > MAX_FILE:
        raise ImportFileError(f"{path}: it is larger than {MAX_FILE >> 20} MB; give {what}")
    if not zipfile.is_zipfile(path):
        with path.open("rb") as file:
            yield file
        return
    try:
        with zipfile.ZipFile(path) as archive:
            members = sorted(name for name in archive.namelist() if wanted(name.lower()))
            if not members:
                raise ImportFileError(f"{path}: the zip file holds nothing of that kind; give {what}")
            # of several, the last by name: a dump holds its newest schema beside older ones
            with archive.open(members[-1]) as member:
                yield io.BufferedReader(_Bounded(member, path), CHUNK)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, zlib.error) as error:
        raise ImportFileError(f"{path}: the zip file cannot be unpacked ({error}); get it anew") from error
