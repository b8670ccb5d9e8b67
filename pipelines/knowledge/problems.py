"""What becomes of a mistake in a file: the first one ends a loading, while a check gathers them all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pipelines.knowledge.rows import KnowledgeError


class Problems:
    """Mistakes met while reading. Where it gathers, what a mistake made unreadable is left out and reading goes on."""

    def __init__(self, *, gather: bool = False) -> None:
        self.gather = gather
        self.found: list[KnowledgeError] = []

    @contextmanager
    def caught(self) -> Iterator[None]:
        """A block whose KnowledgeError is kept if mistakes are gathered, and raised if not."""
        try:
            yield
        except KnowledgeError as error:
            if not self.gather:
                raise
            self.found.append(error)
