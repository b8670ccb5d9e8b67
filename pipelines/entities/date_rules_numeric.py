"""Dates in figures: '2021.3.9', '02/22/2016', '21-04-2016', '89/05/05', '2/15'.

Where day and month could be either way round, the month comes first, as Korean and American texts write it.
"""

from __future__ import annotations

import re

from pipelines.entities.calendar_units import Period, make_day
from pipelines.entities.date_fields import two_digit_year
from pipelines.entities.date_reading import Context, Found, Reading, Rule, directed

# what follows a month and a day in figures that are meant as a date, not as a fraction
DATED_AFTER = re.compile(r"(?:에|부터|까지|\s?\([월화수목금토일]\))")


def _read_full(match: re.Match[str], context: Context) -> Reading:
    day = make_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return Found(Period(day, "day"), match.end()) if day else None


def _read_year_last(match: re.Match[str], context: Context) -> Reading:
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    day = make_day(year, first, second) or make_day(year, second, first)
    return Found(Period(day, "day"), match.end()) if day else None


def _read_short(match: re.Match[str], context: Context) -> Reading:
    """Three small numbers: the year stands first in '74/10/31', last where the first can only be a month."""
    first, second, third = (int(match[name]) for name in ("first", "second", "third"))
    day = None
    if match["sep"] == "/" or match["mark"]:
        day = make_day(two_digit_year(first), second, third) if len(match["first"]) == 2 else None
    if day is None and match["sep"] != "." and first <= 12 < second and len(match["third"]) == 2:
        day = make_day(two_digit_year(third), first, second)
    return Found(Period(day, "day"), match.end()) if day else None


def _read_month_day(match: re.Match[str], context: Context) -> Reading:
    month, number = int(match["month"]), int(match["day"])
    reference = context.reference
    alone = context.stands_alone(match.start(), match.end())
    dated = DATED_AFTER.match(context.text, match.end())
    if reference is None or not (alone or dated) or (month < number <= 10 and not match["month"].startswith("0")):
        return None
    cue = context.cue(match.end())
    day = make_day(reference.year, month, number)
    if day and cue == "past" and day > reference:
        day = make_day(reference.year - 1, month, number)
    elif day and cue == "future" and day < reference:
        day = make_day(reference.year + 1, month, number)
    return Found(Period(day, "day", direction=directed(cue)), match.end()) if day else None


_marks = frozenset(mark + str(digit) for mark in "'‘’" for digit in range(10))
END = r"(?![\d]|[-./]\d)"
NUMERIC_RULES = (
    Rule(
        re.compile(
            r"(?P<year>1[89]\d{2}|20\d{2})(?P<sep>[-/.])\s?(?P<month>\d{1,2})(?P=sep)\s?(?P<day>\d{1,2})(?!\d)(?!-\d)"
        ),
        _read_full,
        after_number="-/.",
    ),
    Rule(
        re.compile(
            rf"(?P<first>\d{{1,2}})(?P<sep>[-/.])(?P<second>\d{{1,2}})(?P=sep)(?P<year>1[89]\d{{2}}|20\d{{2}}){END}"
        ),
        _read_year_last,
        after_number="-/.",
    ),
    Rule(
        re.compile(
            rf"(?P<mark>['‘’]?)(?P<first>\d{{1,2}})(?P<sep>[-/.])(?P<second>\d{{1,2}})(?P=sep)(?P<third>\d{{1,2}}){END}"
        ),
        _read_short,
        _marks,
        "-/.",
    ),
    Rule(re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})(?![\d%]|[-./]\d)"), _read_month_day, after_number="/"),
)
