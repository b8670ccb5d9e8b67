"""Where in a text a date can begin, and which rules may read it there.

Few words of a text begin a date. An automaton over the rules' first words and a look at what follows each number find
them, so that the rules' patterns are tried only there. Case counts for nothing in Latin words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipelines.entities.automaton import Words
from pipelines.entities.date_reading import Rule

NUMBER = re.compile(r"[0-9]+[ \t\u00a0\n]?")
YEAR = re.compile(r"[0-9]{4}(?![0-9])")
NOT_BEFORE_A_NUMBER = frozenset(".,~∼〜_@-–/")
TO, ENDS_A_DATE = frozenset("~∼〜-–"), frozenset("일월년주기)")
ASCII_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}
FOUR_DIGITS, LATIN, AT_THE_END = "4", "a", "$"


class Scanner:
    """The first words and numbers of a set of rules."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        starts: dict[str, list[int]] = {}
        after: dict[str, list[int]] = {}
        for number, rule in enumerate(rules):
            for word in rule.words:
                starts.setdefault(_plain(word), []).append(number)
            for sign in rule.after_number:
                after.setdefault(sign, []).append(number)
        words = sorted(starts)
        self._rules_of = [tuple(sorted(set(starts[word]))) for word in words]
        self._words = Words(words)
        self._after = {sign: tuple(numbers) for sign, numbers in after.items()}
        self._after_latin = self._after.get(LATIN, ())
        self._years = self._after.get(FOUR_DIGITS, ())

    def places(self, text: str) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Positions in order, each with the numbers of the rules that may match there."""
        found: dict[int, tuple[int, ...]] = {}
        for index, start, _ in self._words.places(_plain(text)):
            if start == 0 or not text[start - 1].isalnum():
                rules = self._rules_of[index]
                found[start] = _either(found[start], rules) if start in found else rules
        for match in NUMBER.finditer(text):
            rules = self._rules_after(text, *match.span())
            if rules and _may_begin(text, match.start()):
                start = match.start()
                found[start] = _either(found[start], rules) if start in found else rules
        for start in sorted(found):
            yield start, found[start]

    def _rules_after(self, text: str, start: int, end: int) -> tuple[int, ...]:
        sign = text[end] if end < len(text) else AT_THE_END
        rules = self._after.get(sign)
        if rules is None:
            rules = self._after_latin if sign.isascii() and sign.isalpha() else ()
        if text[start] in "12" and YEAR.match(text, start, end):
            rules = _either(rules, self._years)
        return rules


@lru_cache(maxsize=4_096)
def _either(some: tuple[int, ...], others: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted({*some, *others}))


def _may_begin(text: str, start: int) -> bool:
    """Whether a number may begin there; after a tilde only where the words of a date stand before it: '30일~2021년'."""
    if start == 0:
        return True
    before = text[start - 1]
    if before in TO and start > 1:
        return text[start - 2] in ENDS_A_DATE
    return not (before.isalnum() or before in NOT_BEFORE_A_NUMBER)


def _plain(text: str) -> str:
    """The text in lower case with plain spaces and apostrophes, no character more or less."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = text.translate(ASCII_LOWER)
    return lower.replace("\n", " ").replace("\t", " ").replace("\u00a0", " ").replace("\u2019", "'")
