"""What every rule of dates works with: text and reference day, the memory of what was named, and a rule's form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from pipelines.entities import date_words as w
from pipelines.entities.calendar_units import Period
from pipelines.entities.particles import hangul_after, is_particle_tail

Reading = tuple[Period, int] | None
CLAUSE = re.compile(r"[^.!?\n\"'”’]{0,80}")
CUE = re.compile(rf"(?P<past>{w.PAST_CUES})|(?P<future>{w.FUTURE_CUES})")
NEXT_DURATION = re.compile(rf" ?(?:{'|'.join(w.DURATION_NEXT)})")
JOINED = re.compile(r"[\s,·~∼–-]{0,3}(?:와|과|및)?\s?")


class Context:
    """The text, the reference day, and the periods named so far."""

    def __init__(self, text: str, reference: date | None) -> None:
        self.text = text
        self.reference = reference
        self.anchor: Period | None = None
        self.anchor_end = 0

    def remember(self, period: Period, end: int) -> None:
        """Keep the latest period as the one that 'the same month' means."""
        self.anchor, self.anchor_end = period, end

    def cue(self, end: int) -> str:
        """past, future or none: where the clause after a date looks, by the nearest word that tells."""
        if self.text.startswith("까지", end):
            return "future"
        clause = CLAUSE.match(self.text, end)
        found = CUE.search(clause.group()) if clause else None
        if found is None:
            return "none"
        return "past" if found.lastgroup == "past" else "future"

    def day_before(self, start: int) -> date | None:
        """The day named last in the same paragraph, where it is not after the reference."""
        if self.anchor is None or self.anchor.grain != "day" or "\n" in self.text[self.anchor_end : start]:
            return None
        return None if self.reference and self.anchor.first > self.reference else self.anchor.first


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of a date: its pattern, and the reader of a match."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Context], Reading]


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, with any single space optional where the word has one."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))


def korean_end(text: str, end: int, bare: bool = False) -> bool:
    """Whether a Korean date may end there: what follows in the word is particles, and makes no duration of it.

    `bare` says that the date is a lone number of days or months, which a following noun too can turn into an amount.
    """
    tail = hangul_after(text, end)
    if tail:
        if any(tail.startswith(word) for word in w.DURATION_TAILS):
            return False
        return is_particle_tail(tail) or tail.startswith(("자", "께", "쯤", "경", "오전", "오후", "밤", "까지", "부터"))
    if end < len(text) and text[end].isalnum():
        return False
    return not (bare and NEXT_DURATION.match(text, end))


def direction_of(lead: str | None) -> str:
    """past, future or none by the word before a date."""
    if lead in w.PAST_LEADS:
        return "past"
    return "future" if lead in w.FUTURE_LEADS else "none"
