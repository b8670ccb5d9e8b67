"""Files that appear whole or not at all: write beside, fsync, rename over, fsync the folder.

Nothing here knows what a file holds. A temporary file is `.<name>.<random>.tmp` in the folder of its target, and is
locked while its writer lives: what a killed writer left is told from what another one is still writing.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

SUFFIX = ".tmp"
COPY_BYTES = 1024 * 1024


@contextmanager
def replacing(target: Path) -> Iterator[IO[bytes]]:
    """A binary file to write to; when the block ends without an error it is `target`, else it is gone.

    Raises OSError as the system gives it.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = temporary_beside(target)
    try:
        with temporary.open("xb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield file
            file.flush()
            os.fsync(file.fileno())
            temporary.replace(target)
        fsync_folder(target.parent)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def temporary_beside(target: Path) -> Path:
    """A name in the folder of `target` that no reader takes for data and that nobody else uses."""
    return target.with_name(f".{target.name}.{secrets.token_hex(6)}{SUFFIX}")


def move(source: Path, target: Path) -> None:
    """Make `source` the file `target` in one step; across file systems by a copy beside it first.

    Raises OSError as the system gives it; `target` is then as it was.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    if _device(source) == _device(target.parent):
        source.replace(target)
        fsync_folder(target.parent)
    else:
        with source.open("rb") as data, replacing(target) as file:
            shutil.copyfileobj(data, file, COPY_BYTES)
        source.unlink()
    fsync_folder(source.parent)


def _device(path: Path) -> int:
    return path.stat().st_dev


def remove(target: Path) -> None:
    """Remove a file, if it is there, so that it stays removed after a crash."""
    if target.exists():
        target.unlink()
        fsync_folder(target.parent)


def fsync_file(path: Path) -> None:
    """Force a closed file's content to disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def fsync_folder(folder: Path) -> None:
    """Force a folder's list of names to disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def locked(path: Path, *, wait: bool = True) -> Iterator[None]:
    """Hold the lock file `path`; it is released when its holder dies, too.

    Waits for whoever holds it; without `wait`, raises BlockingIOError instead.
    """
    with path.open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


def remove_leftovers(folder: Path) -> int:
    """Remove, below `folder`, temporary files whose writer is dead; how many there were."""
    if not folder.is_dir():
        return 0
    return sum(_remove_if_dead(path) for path in sorted(folder.rglob(f".*{SUFFIX}")) if path.is_file())


def _remove_if_dead(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink(missing_ok=True)
    except (BlockingIOError, FileNotFoundError):
        return False
    return True
