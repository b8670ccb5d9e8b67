"""Dates and periods of a text, resolved against a reference day as news uses them.

The forms stand as rules in date_rules*.py and date_holidays.py, over the tables of date_words*.py; here is the reading:
candidates in order, the longest of those that start together, the memory of what was named before ('같은 달', '이날'),
and ranges whose ends were read apart. Without a reference only what the text itself fixes is given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from pipelines.entities import date_words as w
from pipelines.entities.date_holidays import HOLIDAY_RULES
from pipelines.entities.date_ranges import Placed, joined
from pipelines.entities.date_reading import Context, Found, alternatives
from pipelines.entities.date_rules import DAY_RULES
from pipelines.entities.date_rules_english import ENGLISH_RULES
from pipelines.entities.date_rules_english_relative import ENGLISH_RELATIVE_RULES
from pipelines.entities.date_rules_numeric import NUMERIC_RULES
from pipelines.entities.date_rules_relative import RELATIVE_RULES
from pipelines.entities.date_rules_years import YEAR_RULES
from pipelines.entities.date_scanner import Scanner
from pipelines.entities.model import DateSpan
from pipelines.entities.readable import readable

RULES = (
    *DAY_RULES,
    *YEAR_RULES,
    *RELATIVE_RULES,
    *NUMERIC_RULES,
    *HOLIDAY_RULES,
    *ENGLISH_RULES,
    *ENGLISH_RELATIVE_RULES,
)
SCANNER = Scanner(RULES)
MATCHERS = tuple(rule.pattern.match for rule in RULES)
RECURRING = re.compile(rf"(?<![가-힣A-Za-z])(?:{alternatives(w.RECURRING)})\s$", re.IGNORECASE)
LONGEST_RECURRING = 8


def find_dates(text: str, reference: date | datetime | None) -> list[DateSpan]:
    """The dates and periods that `text` names, in order and without overlaps.

    `reference` is the day of publication; a datetime counts as its own day. Durations without an anchor, counts, ages,
    ordinals, versions and telephone numbers give nothing.
    """
    text = readable(text)
    return [_span(text, one) for one in place_dates(text, reference)]


def place_dates(text: str, reference: date | datetime | None) -> list[Placed]:
    """The same in a text that `readable` has passed, each as its period and where its words stand."""
    context = Context(text, reference.date() if isinstance(reference, datetime) else reference)
    read: list[Placed] = []
    reached = 0
    for place, rules in SCANNER.places(text):
        if place < reached:
            continue
        found = _read_at(place, rules, context)
        if found is None:
            continue
        if found.period is None or _recurs(text, place):
            reached = found.end
            continue
        start = found.start if found.start is not None and found.start >= reached else place
        former = read[-1] if read else None
        both = joined(text, former, found.period, start, found.end) if former else None
        one = Placed(start, found.end, found.period)
        if former and both:
            one = both
            read.pop()
        read.append(one)
        context.remember(one.period, one.end)
        reached = one.end
    return read


def _recurs(text: str, place: int) -> bool:
    """Whether a word before says that what is named there returns: '매년 3월'."""
    if not text[place - 1 : place].isspace():
        return False
    return RECURRING.search(text[max(0, place - LONGEST_RECURRING) : place]) is not None


def _read_at(place: int, rules: Sequence[int], context: Context) -> Found | None:
    """What the longest match reads that is a date; of equal ones, the rule that stands first."""
    text = context.text
    matches = [(-match.end(), number, match) for number in rules if (match := MATCHERS[number](text, place))]
    if len(matches) > 1:
        # no two have the same number, so that matches are never compared
        matches.sort()
    for _, number, match in matches:
        found = RULES[number].read(match, context)
        if found is not None:
            return found
    return None


def _span(text: str, placed: Placed) -> DateSpan:
    period = placed.period
    return DateSpan(
        start=placed.start,
        end=placed.end,
        surface=text[placed.start : placed.end],
        value=period.value,
        until=period.until.isoformat() if period.until else None,
        grain=period.grain,
        edge=period.edge,
        direction=period.direction,
    )
