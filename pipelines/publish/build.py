"""What a build was made of: one id for the code, the extractors, the knowledge base and the pages that went in.

Equal ids mean equal tables: the id is a hash of contents, never of a time or a place. So what an analyst saw in one
build can be named, kept and compared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

LENGTH = 16  # hex digits of a hash that are kept: 64 bits tell builds apart for ever


@dataclass(frozen=True, slots=True)
class Build:
    """What a build was made of. Every field but `version` and `extractors` is a hash in hex."""

    version: str
    code: str
    extractors: tuple[str, ...]
    knowledge: str
    inputs: str

    @property
    def build_id(self) -> str:
        """One id for all of it."""
        return digest([self.version, self.code, *self.extractors, self.knowledge, self.inputs])

    def described(self) -> dict[str, str]:
        """As the data package says it, the id first."""
        return {
            "build_id": self.build_id,
            "version": self.version,
            "code": self.code,
            "extractors": ", ".join(self.extractors),
            "knowledge": self.knowledge,
            "inputs": self.inputs,
        }


def build_of(
    code: Sequence[Path], knowledge: Sequence[Path], *, extractors: Iterable[str], inputs: Iterable[str]
) -> Build:
    """The build that the files of the folders `code` and `knowledge` (and files named) and the inputs give.

    `inputs` are ids of what was read, in any order; `extractors` name each reader and its version.
    Raises OSError where a file cannot be read.
    """
    return Build(
        version("entente"),
        digest_of_files(code, (".py", ".sql", ".yml", ".csv")),
        tuple(sorted(extractors)),
        digest_of_files(knowledge),
        digest(sorted(set(inputs))),
    )


def digest_of_files(places: Sequence[Path], suffixes: tuple[str, ...] = ()) -> str:
    """A hash of the names and contents of files, at any depth; places that do not exist add nothing."""
    parts = []
    for number, place in enumerate(places):
        files = [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.is_file())
        for path in files:
            if not suffixes or path.suffix in suffixes:
                name = path.name if path == place else path.relative_to(place).as_posix()
                parts.append(f"{number}/{name}:{hashlib.sha256(path.read_bytes()).hexdigest()}")
    return digest(parts)


def digest(parts: Iterable[str]) -> str:
    """A hash of texts in their order, told apart by their lengths."""
    whole = hashlib.sha256()
    for part in parts:
        held = part.encode()
        whole.update(f"{len(held)}:".encode())
        whole.update(held)
    return whole.hexdigest()[:LENGTH]
