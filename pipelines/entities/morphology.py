"""Korean morphemes by Kiwi, with the names of a text kept whole.

Kiwi takes 0.9 s and 330 MB to load, so one analyzer serves a process; it is built at the first use, never at import.
Names go in as `pretokenized` spans, so that 'LGU+와' and '얼라이언스를' split right before their particles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

NAME_TAG = "NNP"
# endings that link a verb to what follows it or put it before a noun
INFLECTED = frozenset({"EC", "ETM", "ETN"})
ADVERBS = frozenset({"MAG", "MAJ", "IC", "MM"})
NOMINAL = frozenset({"NNG", "NNP", "NR", "SL", "SN", "XR", "XSN", "EF"})


@dataclass(frozen=True, slots=True)
class Morpheme:
    """One morpheme: its form, its Sejong tag as Kiwi gives it, and half-open character offsets in the analyzed text."""

    form: str
    tag: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Word:
    """The morphemes of one word standing alone, and whether the analyzer's dictionary lacks one of them."""

    parts: tuple[Morpheme, ...]
    unknown: bool

    @property
    def is_inflected(self) -> bool:
        """Whether it is a verb's form or an adverb: what precedes a noun and is no part of a name."""
        return self.parts[-1].tag in INFLECTED or all(part.tag in ADVERBS for part in self.parts)

    @property
    def is_common_noun(self) -> bool:
        """Whether it is one noun of the dictionary that is no name."""
        return len(self.parts) == 1 and not self.unknown and self.parts[0].tag == "NNG"

    @property
    def is_nominal(self) -> bool:
        """Whether it can stand as a noun; a clipped sentence ('미리내') can, as names are made of them."""
        return self.parts[-1].tag in NOMINAL


@lru_cache(maxsize=20_000)
def read_word(word: str) -> Word:
    """One word, without spaces and not empty, as the analyzer reads it alone."""
    tokens = _kiwi().tokenize(word)
    return Word(
        tuple(Morpheme(t.form, t.tag.split("-")[0], t.start, t.start + t.len) for t in tokens),
        any(token.oov for token in tokens),
    )


def analyze(text: str, names: Iterable[tuple[int, int]] = (), *, offset: int = 0) -> tuple[Morpheme, ...]:
    """The morphemes of `text` in order; each span of `names` (half-open character offsets, no overlaps) is one NNP.

    `offset` is added to the offsets of the morphemes: where `text` stands in what it is a part of.
    """
    pretokenized = [(start, end, NAME_TAG) for start, end in sorted(names)]
    tokens = _kiwi().tokenize(text, pretokenized=pretokenized or None)
    return tuple(Morpheme(t.form, t.tag, offset + t.start, offset + t.end) for t in tokens)


def analyze_all(texts: Sequence[str], names: Sequence[Sequence[tuple[int, int]]]) -> list[tuple[Morpheme, ...]]:
    """`analyze` for several texts, each with its own names."""
    return [analyze(text, spans) for text, spans in zip(texts, names, strict=True)]


@cache
def _kiwi() -> Any:
    from kiwipiepy import Kiwi

    return Kiwi(load_multi_dict=False, num_workers=1)
