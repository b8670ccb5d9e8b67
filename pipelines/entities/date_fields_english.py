"""The parts of English dates: patterns, the words before a date, and where its sentence looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from pipelines.entities import date_words_english as w
from pipelines.entities.calendar_units import make_day
from pipelines.entities.date_reading import Context, Reading, Rule, alternatives

# a full stop belongs to an abbreviation: 'Sept. 3', but not 'in May. 2020 was'
MONTH = rf"(?P<month>{alternatives(w.MONTHS)})(?:(?<!may|rch|ril|une|uly|ary|ust|ber)\.(?=\s\d))?"
EDGE = rf"(?:(?:the\s)?(?P<edge>{alternatives(w.EDGES)})[\s-](?:(?:in|of)\s)?(?:the\s)?)?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>1[89]\d\d|20\d\d)"
EDGE_WORDS = frozenset(w.EDGES) | {"the"}
WEEKDAY = alternatives(w.WEEKDAYS)
YEARS_OF_A_DECADE = 10
COUNT = rf"(?P<count>\d{{1,3}}|{alternatives(w.NUMBERS)})"
UNIT = r"(?P<unit>day|week|month|quarter|year|decade)s?"
LEADS = re.compile(rf"(?<![A-Za-z])(?P<lead>{alternatives(w.PREPOSITIONS)})\s$", re.IGNORECASE)
LONGEST_LEAD = max(map(len, w.PREPOSITIONS))
# what may close a range that the date before it opens
RANGE_LEADS = frozenset({"to", "and", "until", "till", "through"})
SENTENCE_END = re.compile(r"[.!?]['\"”’]?\s(?=[A-Z])|\n")
REPORT = re.compile(rf"\b(?:(?P<past>{w.PAST_REPORT})|(?P<future>{w.FUTURE_REPORT}))\b", re.IGNORECASE)
WINDOW = 80
# a month or day that is further back than this is next year's, where the sentence plans
PLANNED_AFTER_DAYS = 60


def lead_before(context: Context, start: int) -> tuple[str | None, int]:
    """The preposition before a date, and where the words of the date start with it.

    A preposition that closes a range ('to', 'and') is no part of them, and counts only after another date.
    """
    floor = max(0, start - LONGEST_LEAD - 1)
    found = LEADS.search(context.text[floor:start])
    if found is None:
        return None, start
    word = " ".join(found["lead"].lower().split())
    if word in RANGE_LEADS and context.anchor and 0 <= start - context.anchor_end <= len(word) + 2:
        return word, start
    return (None, start) if word in ("to", "and") else (word, floor + found.start())


def english_cue(context: Context, start: int, end: int) -> str:
    """past, future or none: where the sentence around a date looks, by the last word before it that tells.

    Only where none stands before, the first after it counts: 'signed on Jan. 5 and will launch' dates the signing.
    """
    before = context.text[max(0, start - WINDOW) : start]
    before = before[max((stop.end() for stop in SENTENCE_END.finditer(before)), default=0) :]
    after = context.text[end : end + WINDOW]
    stop = SENTENCE_END.search(after)
    after = after[: stop.start()] if stop else after
    near = list(REPORT.finditer(before))[-1:] or list(REPORT.finditer(after))[:1]
    return near[0].lastgroup or "none" if near else "none"


def yearless(month: int, day: int, context: Context, start: int, end: int) -> date | None:
    """A month (and day) without a year: in the reference year, or the year in which its sentence can hold."""
    reference = context.reference
    found = make_day(reference.year, month, day or 1) if reference else None
    if reference is None or found is None:
        return None
    cue = english_cue(context, start, end)
    if cue == "past" and found > reference:
        return make_day(reference.year - 1, month, day or 1)
    if cue == "future" and (reference - found).days > PLANNED_AFTER_DAYS:
        return make_day(reference.year + 1, month, day or 1)
    return found


def read_edge(match: re.Match[str]) -> str | None:
    """The edge that the words mean, if any; 'later this year' is no edge."""
    word = (match.groupdict().get("edge") or "").lower()
    return None if word in w.COMPARATIVES else w.EDGES.get(word)


def count_of(match: re.Match[str]) -> int:
    """The number of units."""
    word = " ".join(match["count"].lower().split())
    return int(word) if word.isdigit() else w.NUMBERS[word]


def english_rule(
    pattern: str, read: Callable[[re.Match[str], Context], Reading], words: Iterable[str] = (), numbers: str = ""
) -> Rule:
    """A rule of English: case counts for nothing, and the words end where the match does."""
    return Rule(re.compile(rf"{pattern}(?![A-Za-z0-9])", re.IGNORECASE), read, frozenset(words), numbers)
