"""Whether claims are right as often as their confidence says: bins of rows, each with its 95 % interval."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

LEAST_ROWS = 20
MOST_BINS = 8
# The 97.5th percentile of the normal distribution: 95 % lie within so many standard errors on both sides.
Z = 1.959964


@dataclass(frozen=True, slots=True)
class Bin:
    """Rows of like confidence: its bounds and mean, how many rows, the share that is right and its 95 % interval."""

    low: float
    high: float
    mean: float
    rows: int
    right: float
    at_least: float
    at_most: float

    @property
    def kept(self) -> bool:
        """Whether the mean confidence lies within the interval of what is right."""
        return self.at_least <= self.mean <= self.at_most


def bins(judged: Sequence[tuple[float, bool]], least: int = LEAST_ROWS) -> list[Bin]:
    """Bins of at least `least` rows each, by rising confidence; rows of one confidence stay together.

    `judged` is the confidence of each row with whether it is right. With fewer rows than `least` there is no bin.
    """
    rows = sorted(judged)
    size = max(least, math.ceil(len(rows) / MOST_BINS))
    groups: list[list[tuple[float, bool]]] = []
    for row in rows:
        if groups and (len(groups[-1]) < size or groups[-1][-1][0] == row[0]):
            groups[-1].append(row)
        else:
            groups.append([row])
    if len(groups) > 1 and len(groups[-1]) < least:
        groups[-2:] = [groups[-2] + groups[-1]]
    return [_bin(group) for group in groups if len(group) >= least]


def wilson(right: int, rows: int) -> tuple[float, float]:
    """The 95 % interval of a share by Wilson's score (1927); (0, 1) for no rows."""
    if not rows:
        return 0.0, 1.0
    share = right / rows
    scale = 1 + Z**2 / rows
    centre = (share + Z**2 / (2 * rows)) / scale
    half = Z * math.sqrt(share * (1 - share) / rows + Z**2 / (4 * rows**2)) / scale
    return max(0.0, centre - half), min(1.0, centre + half)


def brier(judged: Sequence[tuple[float, bool]]) -> float | None:
    """The mean squared distance of confidence from what came true (Brier 1950); None for no rows."""
    return sum((confidence - right) ** 2 for confidence, right in judged) / len(judged) if judged else None


def _bin(rows: Sequence[tuple[float, bool]]) -> Bin:
    right = sum(is_right for _, is_right in rows)
    at_least, at_most = wilson(right, len(rows))
    mean = sum(confidence for confidence, _ in rows) / len(rows)
    return Bin(rows[0][0], rows[-1][0], mean, len(rows), right / len(rows), at_least, at_most)
