"""Many words looked for in a text at once, and patterns tried only where such words say that they can match.

What stands around a word is for those who ask to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from pipelines.entities.particles import is_hangul

SURROGATE = re.compile(r"[\ud800-\udfff]")


class Words:
    """An automaton over words, none of them empty and none twice."""

    def __init__(self, words: Sequence[str]) -> None:
        self._automaton = AhoCorasick(words, matchkind=MatchKind.Standard) if words else None

    def places(self, text: str) -> list[tuple[int, int, int]]:
        """Every place of every word by its end: the word's number, and half-open character offsets."""
        if self._automaton is None:
            return []
        try:
            return self._automaton.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:
            # half of a surrogate pair is no character that UTF-8 has
            return self._automaton.find_matches_as_indexes(SURROGATE.sub(" ", text), overlapping=True)

    def stand_in(self, text: str) -> bool:
        """Whether the text has one of the words."""
        return bool(self.places(text))

    def starts(self, text: str) -> list[int]:
        """Where one of the words begins, in order."""
        return sorted({start for _, start, _ in self.places(text)})


def matches_at(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """What finditer gives, if the pattern can match nowhere but at `starts`, which are in order."""
    reached = 0
    for start in starts:
        match = pattern.match(text, start) if start >= reached else None
        if match is not None:
            reached = match.end()
            yield match


def matches_before(
    pattern: re.Pattern[str], text: str, places: Iterable[int], *, longest: int, reach: int
) -> Iterator[re.Match[str]]:
    """The matches of a pattern for whole words, not longer than `longest`, that end no more than `reach` before one of
    the places, which are in order; each once.
    """
    reached = 0
    for place in places:
        first = max(reached, place - reach - longest)
        for match in pattern.finditer(text, first, place) if first < place else ():
            reached = match.end()
            if reached >= place - reach:
                yield match


def word_before(text: str, places: Iterable[int], longest: int) -> Iterator[int]:
    """Where the run of Hangul begins that stands before each place, a sign between; a longer run is cut."""
    for place in places:
        start = place - 1
        while start > 0 and place - start <= longest + 1 and is_hangul(text[start - 1]):
            start -= 1
        if start < place - 1:
            yield start
