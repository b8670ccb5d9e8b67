"""What can go wrong with files, said so that a person can mend it."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ADVICE: dict[int, str] = {
    errno.ENOSPC: "the disk is full; free some space and run again",
    errno.EDQUOT: "the disk quota is used up; free some space and run again",
    errno.EROFS: "the disk is mounted read-only; mount it for writing, or choose another data folder",
    errno.EACCES: "permission denied; give this user the right to write there, or choose another data folder",
    errno.EPERM: "the operation is not permitted; check the owner and the attributes of the folder",
    errno.ENOTDIR: "a part of the path is a file, not a folder; move that file away",
    errno.EEXIST: "a file stands where a folder belongs; move that file away",
    errno.EISDIR: "a folder stands where a file belongs; move that folder away",
    errno.EIO: "the disk reports an input/output error; check it before you run again",
    errno.EMFILE: "too many files are open; raise the limit (ulimit -n) and run again",
}


class StorageError(RuntimeError):
    """A file could not be written or read; the message names the file and the way out."""


@contextmanager
def explained(action: str, path: Path) -> Iterator[None]:
    """Turn an OSError inside the block into a StorageError that names `path` and says what to do."""
    try:
        yield
    except OSError as error:
        advice = ADVICE.get(error.errno or 0, f"{error.strerror or error}; check the folder and run again")
        raise StorageError(
            f"cannot {action} {path}: {advice}. Nothing that was published before has changed."
        ) from error
