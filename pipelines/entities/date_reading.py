"""What every rule of dates works with: text and reference day, the memory of what was named, and a rule's form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pipelines.entities import date_words as w
from pipelines.entities.calendar_units import Period, shift
from pipelines.entities.particles import hangul_after, is_particle_tail

CLAUSE = re.compile(r"[^.!?\n\"'”’“‘]{0,80}")
CUE = re.compile(rf"(?P<past>{w.PAST_CUES})|(?P<plan>{w.PLAN_CUES})|(?P<present>{w.PRESENT_CUES})")
SPEECH = re.compile(w.SPEECH_CUES)
NEXT_DURATION = re.compile(rf" ?(?:{'|'.join(w.DURATION_NEXT)})")
JOINED = re.compile(r"(?:\s?[,·~∼–-]|와|과|\s및|이나|나)?\s?")
ALLOWED_TAILS = ("자", "이면", "면", "께", "쯤", "경", "중", "오전", "오후", "밤", "까지", "부터", "이후", "이전")
# how long after an announcement news still reports it, with a day of the month and no more
REPORTED_WITHIN = 3


class Found(NamedTuple):
    """What a rule read: the period, the end of its words, and their start where it lies before the match.

    Without a period the words are a date that nothing here resolves ('그해 5월' with no year before it): no part of
    them is to be read as another date.
    """

    period: Period | None
    end: int
    start: int | None = None


Reading = Found | None
# the named parts of a match: match.groupdict(), made once and handed on
Groups = Mapping[str, str | None]


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
        """Where the clause after a date looks, by the nearest word that tells.

        past, future, 'open' (a plan that somebody reports, or a present tense: '9일 문을 연다고 밝혔다' may date either
        verb) or none.
        """
        if self.text.startswith("까지", end):
            return "future"
        match = CLAUSE.match(self.text, end)
        clause = match.group() if match else ""
        if clause.startswith("부터"):
            # the word that closes the range says nothing of where it opens
            clause = clause.replace("까지", "")
        found = CUE.search(clause)
        if found is None:
            return "none"
        if found.lastgroup == "past":
            return "past"
        reported = SPEECH.search(clause, found.end() - 1)
        return "open" if reported or found.lastgroup == "present" else "future"

    def adjacent(self, start: int) -> Period | None:
        """The period named just before `start` in a list or range ('13일과 15일'), which lends what is left out."""
        if self.anchor is None or start - self.anchor_end > 6:
            return None
        return self.anchor if JOINED.fullmatch(self.text, self.anchor_end, start) else None

    def day_before(self, start: int) -> date | None:
        """The day named last in the same paragraph, where it is not after the reference."""
        if self.anchor is None or self.anchor.grain != "day" or "\n" in self.text[self.anchor_end : start]:
            return None
        return None if self.reference and self.anchor.first > self.reference else self.anchor.first

    def stands_alone(self, start: int, end: int) -> bool:
        """Whether the words are all that the text holds, as in the cell of a table."""
        return not self.text[:start].strip() and not self.text[end:].strip()


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of a date: its pattern, the reader of a match, and what the pattern can begin with.

    `words` are first words. `after_number` are the characters that can follow a number in digits at the beginning, one
    space apart or none: a character itself, 'a' for a Latin letter that no rule names, '$' for the text's end; '4'
    takes any number of four digits that a year can be. They only save time: the pattern decides.
    """

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Context], Reading]
    words: frozenset[str] = frozenset()
    after_number: str = ""


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, with any white space where the word has a space."""
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=lambda word: (-len(word), word))
    )


def korean_end(text: str, end: int, bare: bool = False) -> bool:
    """Whether a Korean date may end there: what follows in the word is particles, and makes no duration of it.

    `bare` says that the date is a lone number of days or months, which a following noun too can turn into an amount.
    """
    tail = hangul_after(text, end)
    if tail:
        if tail.startswith(w.DURATION_TAILS) and not tail.startswith("전후"):
            return False
        return is_particle_tail(tail) or tail.startswith(ALLOWED_TAILS)
    if end < len(text) and text[end].isalnum():
        return False
    return not (bare and NEXT_DURATION.match(text, end))


def direction_of(lead: str | None) -> str:
    """past, future or none by the word before a date."""
    if lead in w.PAST_LEADS:
        return "past"
    return "future" if lead in w.FUTURE_LEADS else "none"


def spaced(word: str) -> str:
    """A word of a table as the text has it, a line break read as a space."""
    return " ".join(word.split())


def directed(cue: str) -> str:
    """A cue as the direction of a DateSpan."""
    return cue if cue in ("past", "future") else "none"


def in_direction(first: date, grain: str, cue: str, reference: date) -> date | None:
    """A yearless part of the reference year, moved a year where the clause can only mean the year beside it."""
    if cue == "past" and first > reference:
        return shift(first, "year", -1)
    following = shift(first, grain, 1)
    if cue == "future" and following and following <= reference:
        return shift(first, "year", 1)
    return first
