"""Many words looked for in a text at once; what stands around a word is for those who ask to judge."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

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
