"""Connected components over pairs that are alike, without comparing every pair: locality-sensitive hashing.

Knows signatures and numbers only; what makes two articles alike is the caller's. The components are those of all pairs
that share a bucket and are alike, so the order in which articles come makes no difference to them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from pipelines.articles.grams import BASE, Signatures

Indices = NDArray[np.int64]
Judge = Callable[[int, int], bool]


class Forest:
    """Disjoint sets of the numbers 0 to n - 1."""

    def __init__(self, size: int) -> None:
        self._parents = list(range(size))

    def root(self, one: int) -> int:
        """The smallest number of its set."""
        parents = self._parents
        while parents[one] != one:
            parents[one] = parents[parents[one]]
            one = parents[one]
        return one

    def unite(self, one: int, other: int) -> None:
        """Put both into one set."""
        first, second = sorted((self.root(one), self.root(other)))
        self._parents[second] = first

    def same(self, one: int, other: int) -> bool:
        """Whether both are in one set."""
        return self.root(one) == self.root(other)


def buckets(signatures: Signatures, rows: int, salts: NDArray[np.uint64]) -> Iterator[Indices]:
    """Groups of row numbers whose signatures agree in a whole band of `rows` numbers, and whose salts are equal.

    Two rows of resemblance s share a bucket with probability 1 - (1 - s ** rows) ** (width // rows) (Leskovec,
    Rajaraman and Ullman, Mining of Massive Datasets, 3.4).
    """
    for start in range(0, signatures.shape[1] - rows + 1, rows):
        keys = salts.copy()
        for column in range(start, start + rows):
            keys = (keys + signatures[:, column]) * BASE
        order = np.argsort(keys, kind="stable")
        ordered = keys[order]
        ends = np.flatnonzero(ordered[1:] != ordered[:-1]) + 1
        for first, last in zip(np.append(0, ends), np.append(ends, ordered.size), strict=True):
            if last - first > 1:
                yield order[first:last]


def link_bucket(forest: Forest, members: list[int], signatures: Signatures, least: float, alike: Judge) -> None:
    """Unite those members of a bucket that are alike, directly or over others.

    Only pairs whose signatures agree in at least the share `least` are put to `alike`. A member leaves the bucket with
    the first that it is like, so that a bucket of copies takes as many comparisons as it has members.
    """
    if len({forest.root(member) for member in members}) == 1:
        return
    waiting = np.array(sorted(members), dtype=np.int64)
    while waiting.size > 1:
        reached, waiting = [int(waiting[0])], waiting[1:]
        while reached and waiting.size:
            one = reached.pop()
            close = (signatures[waiting] == signatures[one]).mean(axis=1) >= least
            for place in np.flatnonzero(close):
                other = int(waiting[place])
                close[place] = forest.same(one, other) or alike(one, other)
            for other in waiting[close]:
                forest.unite(one, int(other))
                reached.append(int(other))
            waiting = waiting[~close]
