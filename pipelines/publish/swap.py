"""Putting a finished folder in the place of an old one, so that a reader meets one or the other.

Where the system can exchange two names (Linux, macOS), the folder's name always leads to a whole folder. Elsewhere
there is an instant between two renames in which it leads nowhere; the next run repairs what a kill in it has left.
A reader that has opened a file keeps reading what it opened; one that opens file after file may, around the swap,
get some from before and some from after it. Who needs one state reads the DuckDB file.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

from pipelines.storage import atomic

AT_FDCWD = -100
LINUX_RENAME_EXCHANGE = 2
MACOS_RENAME_SWAP = 2
RETIRED = ".retired"


def swap_folder(new: Path, target: Path) -> None:
    """Make the folder `new` the folder `target`; what was there before is removed. Both are in one folder.

    Raises OSError as the system gives it.
    """
    for path in sorted(new.iterdir()):
        atomic.fsync_file(path)
    atomic.fsync_folder(new)
    if not target.exists():
        new.rename(target)
    elif not _exchange(new, target):
        retired = _retired(target)
        target.rename(retired)
        new.rename(target)
        new = retired
    atomic.fsync_folder(target.parent)
    if new.exists():
        shutil.rmtree(new)


def recover_folder(target: Path) -> None:
    """Put back, or remove, the old folder that a swap killed half-way has left."""
    retired = _retired(target)
    if not retired.exists():
        return
    if target.exists():
        shutil.rmtree(retired)
    else:
        retired.rename(target)
        atomic.fsync_folder(target.parent)


def _retired(target: Path) -> Path:
    return target.with_name(f".{target.name}{RETIRED}")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False where the system or the file system cannot."""
    library = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        call = getattr(library, "renamex_np", None)
        return call is not None and call(first, second, MACOS_RENAME_SWAP) == 0
    call = getattr(library, "renameat2", None)
    return call is not None and call(AT_FDCWD, first, AT_FDCWD, second, LINUX_RENAME_EXCHANGE) == 0
