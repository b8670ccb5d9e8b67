"""English days, months, years, quarters and halves by their names and numbers.

What only counts from another day is in date_rules_english_relative.py; Korean in date_rules.py and its sisters.
"""

from __future__ import annotations

import re

from pipelines.entities import date_words_english as w
from pipelines.entities.calendar_units import Period, last_day, make_day, nth_weekday, shift, unit_of
from pipelines.entities.date_fields import two_digit_year
from pipelines.entities.date_fields_english import (
    DAY,
    EDGE,
    EDGE_WORDS,
    MONTH,
    WEEKDAY,
    YEAR,
    YEARS_OF_A_DECADE,
    english_cue,
    english_rule,
    lead_before,
    read_edge,
    yearless,
)
from pipelines.entities.date_reading import Context, Found, Reading, alternatives

SHORT_YEAR = 2
HALF_NOUNS = re.compile(w.HALF_NOUNS)


def _read_month_day(match: re.Match[str], context: Context) -> Reading:
    groups = match.groupdict()
    month, day = w.MONTHS[match["month"].lower()], int(match["day"])
    stated = groups["year"]
    found = make_day(int(stated), month, day) if stated else yearless(month, day, context, *match.span())
    if found is None or not match["month"][0].isupper():
        return None
    to = groups.get("day_to")
    until = make_day(found.year, found.month, int(to)) if to else None
    return Found(Period(found, "day", until=until if until and until > found else None), match.end())


def _read_month(match: re.Match[str], context: Context) -> Reading:
    month = w.MONTHS[match["month"].lower()]
    step = w.STEPS.get((match["step"] or "").lower())
    lead, start = lead_before(context, match.start())
    reference = context.reference
    if not match["month"][0].isupper() or (match["month"].lower() == "may" and lead in ("by", "for", "of", "on")):
        return None
    if match["year"]:
        found = make_day(int(match["year"]), month, 1)
        start = start if lead not in ("for", "on") else match.start()
    elif step is not None:
        if reference is None:
            return None
        year = reference.year - (step < 0 and month >= reference.month) + (step > 0 and month <= reference.month)
        found = make_day(year, month, 1)
    elif lead or match["edge"]:
        found = yearless(month, 0, context, *match.span())
    else:
        return None
    return Found(Period(found, "month", edge=read_edge(match)), match.end(), start) if found else None


def _read_year(match: re.Match[str], context: Context) -> Reading:
    lead, start = lead_before(context, match.start())
    span_of_years = match["year_to"] and len(match["year_to"]) > SHORT_YEAR
    if not (lead or match["edge"] or span_of_years) or (match["year_to"] and match["edge"]):
        return None
    first = make_day(int(match["year"]), 1, 1)
    if first is None:
        return None
    until = None
    if match["year_to"]:
        last = int(match["year_to"])
        until = make_day(last if last > 99 else first.year // 100 * 100 + last, 12, 31)
        if until is None or until <= first:
            return None
    return Found(Period(first, "year", edge=read_edge(match), until=until), match.end(), start)


def _read_fiscal(match: re.Match[str], context: Context) -> Reading:
    number = int(match["year"])
    first = make_day(number if number > 99 else two_digit_year(number), 1, 1)
    return Found(Period(first, "year"), match.end()) if first else None


def _read_decade(match: re.Match[str], context: Context) -> Reading:
    first = make_day(int(match["decade"]), 1, 1)
    until = make_day(int(match["decade"]) + YEARS_OF_A_DECADE - 1, 12, 31)
    return Found(Period(first, "year", edge=read_edge(match), until=until), match.end()) if first and until else None


def _read_part(match: re.Match[str], context: Context) -> Reading:
    """A quarter or half: 'the second half of 2022', 'Q2', '2Q21', 'H1 next year'."""
    groups = match.groupdict()
    year_words = groups["year"] or groups["year_before"] or groups["year_short"]
    if year_words:
        year = int(year_words) if len(year_words) > 2 else two_digit_year(int(year_words))
    elif context.reference is None:
        return None
    else:
        year = context.reference.year + w.STEPS.get((groups["step"] or "").lower(), 0)
    letter = (groups["letter"] or groups["letter_after"] or "").lower()
    grain = {"q": "quarter", "h": "half"}.get(letter) or groups["unit"].lower()
    figure = groups["figure"] or groups["figure_before"]
    number = int(figure) if figure else w.ORDINALS[groups["number"].lower()]
    parts = 4 if grain == "quarter" else 2
    if letter == "h" and not (year_words or groups["step"]):
        # 'H2' is hydrogen, too
        lead, _ = lead_before(context, match.start())
        if lead is None and not HALF_NOUNS.match(context.text, match.end()):
            return None
    if not year_words and not groups["step"] and number < 0:
        # 'the last quarter' is the one before this
        moved = shift(unit_of(context.reference, grain), grain, -1) if context.reference else None
        return Found(Period(moved, grain), match.end()) if moved else None
    start = make_day(year, 1, 1)
    if start is None or number > parts:
        return None
    first = shift(start, grain, (number if number > 0 else parts) - 1)
    if first and context.reference and not year_words and not groups["step"]:
        cue = english_cue(context, match.start(), match.end())
        if cue == "past" and first > context.reference:
            first = shift(first, "year", -1)
        elif cue == "future" and last_day(first, grain) < context.reference:
            first = shift(first, "year", 1)
    return Found(Period(first, grain, edge=read_edge(match)), match.end()) if first else None


def _read_nth_weekday(match: re.Match[str], context: Context) -> Reading:
    """'the first Monday of March 2021', 'the last day of June'."""
    month = w.MONTHS[match["month"].lower()]
    if match["year"]:
        first = make_day(int(match["year"]), month, 1)
    else:
        first = yearless(month, 0, context, match.start(), match.end())
    number = w.ORDINALS[match["number"].lower()]
    if first is None:
        return None
    if match["weekday"].lower() == "day":
        day = last_day(first, "month") if number < 0 else shift(first, "day", number - 1)
    else:
        day = nth_weekday(first, w.WEEKDAYS[match["weekday"].lower()], number)
    return Found(Period(day, "day"), match.end()) if day else None


PARTS = (
    rf"(?:{EDGE}(?:the\s)?(?P<number>{alternatives(w.ORDINALS)})[\s-](?P<unit>quarter|half)"
    r"|(?:(?P<year_before>(?:19|20)\d\d)\s)?(?P<letter>[QH])(?P<figure>[1-4])"
    r"|(?P<figure_before>[1-4])(?P<letter_after>[QH])(?:['’]?(?P<year_short>\d\d))?)"
)
OF_YEAR = rf"(?:,?\s(?:of\s)?(?:fiscal\s)?(?:{YEAR}|(?P<step>last|this|next)\syear|the\syear))?"
_months, _weekdays = frozenset(w.MONTHS), frozenset(w.WEEKDAYS)
ENGLISH_RULES = (
    english_rule(
        rf"(?:(?:{WEEKDAY}),?\s)?{MONTH}\s{DAY}(?:(?:\s?[–-]\s?|\s(?:to|through)\s)(?P<day_to>\d{{1,2}})(?!\d))?(?:,?\s{YEAR})?",
        _read_month_day,
        _months | _weekdays,
    ),
    english_rule(rf"{DAY}\s(?:of\s)?{MONTH}(?:,?\s{YEAR})?", _read_month_day, (), "a"),
    english_rule(
        rf"(?:(?P<step>last|this|next)\s|{EDGE}){MONTH}(?:,?\s(?:of\s)?{YEAR})?",
        _read_month,
        _months | EDGE_WORDS | {"last", "this", "next"},
    ),
    english_rule(
        rf"{EDGE}{YEAR}(?:[–-](?P<year_to>20\d\d|\d\d))?(?![,.]\d|%|-\d|(?<=000)\s[a-z]+s\b)",
        _read_year,
        EDGE_WORDS,
        "4",
    ),
    english_rule(
        r"(?:the\s)?(?:fiscal(?:\syear)?\s|FY\s?['’]?)(?P<year>(?:19|20)\d\d|\d\d)",
        _read_fiscal,
        {"fiscal", "fy", "the"},
    ),
    english_rule(rf"(?:the\s)?{EDGE}(?P<decade>(?:1[89]|20)\d0)s", _read_decade, EDGE_WORDS, "a"),
    english_rule(
        rf"{PARTS}{OF_YEAR}",
        _read_part,
        EDGE_WORDS | frozenset(w.ORDINALS) | {"q1", "q2", "q3", "q4", "h1", "h2"},
        "aQHqh4",
    ),
    english_rule(
        rf"(?:the\s)?(?P<number>{alternatives(w.ORDINALS)})\s(?P<weekday>{WEEKDAY}|day)\s(?:of|in)\s{MONTH}(?:,?\s{YEAR})?",
        _read_nth_weekday,
        frozenset(w.ORDINALS) | {"the"},
    ),
)  # fmt: skip
