"""How likely a candidate is a tie, and in which state: sums of weights.

The weights are data (tie_weights.py), which benchmarks/fit_ties.py writes; what is weighed is in candidate_features.py.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Table = Mapping[str, float]
MEMBER, PAIRING = "member", "pairing"


@dataclass(frozen=True, slots=True)
class Weights:
    """What was fitted: for the members of alliances, for pairings, and for each status; and from where on a tie is one.

    A feature that a table lacks weighs nothing.
    """

    member: Table = field(default_factory=dict)
    pairing: Table = field(default_factory=dict)
    statuses: Mapping[str, Table] = field(default_factory=dict)
    least_member: float = 0.5
    least_pairing: float = 0.5


def score_of(features: Iterable[str], table: Table) -> float:
    """The sum of the features' weights: the logarithm of the odds."""
    return math.fsum(table.get(feature, 0.0) for feature in sorted(features))


def probability(features: Iterable[str], table: Table) -> float:
    """How likely, from 0 to 1, what has these features is right."""
    score = max(-30.0, min(30.0, score_of(features, table)))
    return 1 / (1 + math.exp(-score))


def likeliest(features: Iterable[str], tables: Mapping[str, Table]) -> str:
    """The term whose table gives the features the most; the first by name of several such."""
    chosen = sorted(features)
    return min(sorted(tables), key=lambda term: -score_of(chosen, tables[term]))


def read_weights(table: str, least_member: float, least_pairing: float) -> Weights:
    """The weights of a table in text: a head of columns, then one line for each feature, with columns parted by '|'.

    The columns are the feature, `member`, `pairing` and the statuses; an empty cell weighs nothing.
    """
    head, *lines = (list(map(str.strip, line.split("|"))) for line in table.strip().splitlines())
    columns: dict[str, dict[str, float]] = {column: {} for column in head[1:]}
    for feature, *cells in lines:
        for column, cell in zip(head[1:], cells, strict=True):
            if cell:
                columns[column][feature] = float(cell)
    member, pairing = columns.pop(MEMBER), columns.pop(PAIRING)
    return Weights(member, pairing, columns, least_member, least_pairing)


def write_weights(weights: Weights) -> str:
    """The table of these weights, as `read_weights` reads it."""
    columns = {MEMBER: weights.member, PAIRING: weights.pairing, **dict(sorted(weights.statuses.items()))}
    features = sorted({feature for column in columns.values() for feature in column})
    lines = ["feature|" + "|".join(columns)]
    for feature in features:
        cells = (column.get(feature) for column in columns.values())
        lines.append("|".join((feature, *("" if cell is None else f"{cell:g}" for cell in cells))))
    return "\n".join(lines)
