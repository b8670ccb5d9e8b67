"""Korean morphemes by Kiwi, with the names of a text kept whole.

Kiwi takes 0.9 s and 330 MB to load, so one analyzer serves a process; it is built at the first use, never at import.
Names go in as `pretokenized` spans, so that 'LGU+와' and '얼라이언스를' split right before their particles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

NAME_TAG = "NNP"


@dataclass(frozen=True, slots=True)
class Morpheme:
    """One morpheme: its form, its Sejong tag as Kiwi gives it, and half-open character offsets in the analyzed text."""

    form: str
    tag: str
    start: int
    end: int


def analyze(text: str, names: Iterable[tuple[int, int]] = ()) -> tuple[Morpheme, ...]:
    """The morphemes of `text` in order; each span of `names` (half-open character offsets, no overlaps) is one NNP."""
    return analyze_all([text], [tuple(names)])[0]


def analyze_all(texts: Sequence[str], names: Sequence[Sequence[tuple[int, int]]]) -> list[tuple[Morpheme, ...]]:
    """`analyze` for several texts, each with its own names."""
    kiwi = _kiwi()
    result: list[tuple[Morpheme, ...]] = []
    for text, spans in zip(texts, names, strict=True):
        pretokenized = [(start, end, NAME_TAG) for start, end in sorted(spans)]
        tokens = kiwi.tokenize(text, pretokenized=pretokenized or None)
        result.append(tuple(Morpheme(t.form, t.tag, t.start, t.start + t.len) for t in tokens))
    return result


@cache
def _kiwi() -> Any:
    from kiwipiepy import Kiwi

    return Kiwi(load_multi_dict=False, num_workers=1)
