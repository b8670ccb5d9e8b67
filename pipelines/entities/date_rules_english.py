"""Patterns of English dates and how each is resolved; the Korean ones are in date_rules.py."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from pipelines.entities import date_words as w
from pipelines.entities.calendar_units import Period, make_day, shift, unit_of
from pipelines.entities.date_reading import Context, Reading, Rule, alternatives

MONTH = rf"(?P<month>{alternatives(w.ENGLISH_MONTHS)})\.?"
EDGE = r"(?:(?:the\s)?(?P<edge>early|mid|middle|late|end|beginning|start)[\s-](?:of\s)?(?:the\s)?)?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
COUNT = rf"(?P<count>\d{{1,3}}|{alternatives(w.ENGLISH_NUMBERS)})"
UNIT = r"(?P<unit>day|week|month|year)s?"
STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
PAST_REPORT = re.compile(
    r"\b(?:said|announced|signed|agreed|formed|launched|joined|told|was|were|had|reported|held|met)\b"
)
FUTURE_REPORT = re.compile(r"\b(?:will|plans? to|expected|scheduled|due|is to|are to)\b")


def _near(month: int, day: int, context: Context, match: re.Match[str]) -> date | None:
    """A month (and day) without a year: in the reference year, or the year in which its clause can hold."""
    reference = context.reference
    if reference is None:
        return None
    found = make_day(reference.year, month, day or 1)
    if found is None:
        return None
    after = found > reference
    future = FUTURE_REPORT.search(context.text, max(0, match.start() - 60), match.end() + 40)
    if after and not future and PAST_REPORT.search(context.text, max(0, match.start() - 80), match.end() + 40):
        return make_day(reference.year - 1, month, day or 1)
    if not after and future and (reference - found).days > 180:
        return make_day(reference.year + 1, month, day or 1)
    return found


def _read_month_day(match: re.Match[str], context: Context) -> Reading:
    month, day = w.ENGLISH_MONTHS[match["month"].lower()], int(match["day"])
    found = make_day(int(match["year"]), month, day) if match["year"] else _near(month, day, context, match)
    if found is None:
        return None
    to = match.groupdict().get("day_to")
    until = make_day(found.year, found.month, int(to)) if to else None
    return Period(found, "day", until=until if until and until > found else None), match.end()


def _read_month(match: re.Match[str], context: Context) -> Reading:
    month = w.ENGLISH_MONTHS[match["month"].lower()]
    groups = match.groupdict()
    if match["year"]:
        found = make_day(int(match["year"]), month, 1)
    elif not (groups["lead"] or groups["edge"]):
        return None
    elif context.reference and groups["lead"] and groups["lead"].lower() in STEPS:
        step = STEPS[groups["lead"].lower()]
        year = context.reference.year
        year += (step < 0 and month >= context.reference.month) * -1 + (step > 0 and month <= context.reference.month)
        found = make_day(year, month, 1)
    else:
        found = _near(month, 0, context, match)
    return (Period(found, "month", edge=_edge(match)), match.end()) if found else None


def _edge(match: re.Match[str]) -> str | None:
    word = match.groupdict().get("edge")
    return w.ENGLISH_EDGES[word.lower()] if word else None


def _read_year(match: re.Match[str], context: Context) -> Reading:
    found = make_day(int(match["year"]), 1, 1)
    return (Period(found, "year", edge=_edge(match)), match.end()) if found else None


def _read_relative_unit(match: re.Match[str], context: Context) -> Reading:
    if context.reference is None:
        return None
    grain = match["unit"].lower()
    moved = shift(unit_of(context.reference, grain), grain, STEPS[match["step"].lower()])
    return (Period(moved, grain, edge=_edge(match)), match.end()) if moved else None


def _read_part(match: re.Match[str], context: Context) -> Reading:
    year: int | None
    if match["year"]:
        year = int(match["year"])
    elif context.reference is None:
        return None
    else:
        year = context.reference.year + (STEPS[match["step"].lower()] if match["step"] else 0)
    grain = "quarter" if match["short"] or match["unit"].lower() == "quarter" else "half"
    number = int(match["short"]) if match["short"] else w.ENGLISH_ORDINALS[match["number"].lower()]
    first = make_day(year, 1, 1)
    if first is None or number > (4 if grain == "quarter" else 2):
        return None
    moved = shift(first, grain, number - 1)
    return (Period(moved, grain), match.end()) if moved else None


def _read_day_word(match: re.Match[str], context: Context) -> Reading:
    word = match["word"].lower()
    if context.reference is None:
        return None
    if word == "the same day":
        return Period(context.day_before(match.start()) or context.reference, "day"), match.end()
    day = shift(context.reference, "day", w.ENGLISH_DAYS[word])
    return (Period(day, "day"), match.end()) if day else None


def _read_weekday(match: re.Match[str], context: Context) -> Reading:
    if context.reference is None:
        return None
    wanted = w.ENGLISH_WEEKDAYS[match["weekday"].lower()]
    step = (match["step"] or "").lower()
    if step == "next":
        day = shift(context.reference, "day", (wanted - context.reference.weekday() - 1) % 7 + 1)
    elif step == "this":
        day = shift(unit_of(context.reference, "week"), "day", wanted)
    else:
        day = shift(context.reference, "day", -((context.reference.weekday() - wanted) % 7))
    return (Period(day, "day"), match.end()) if day else None


def _read_distance(match: re.Match[str], context: Context) -> Reading:
    if context.reference is None:
        return None
    grain = match["unit"].lower()
    word = match["count"].lower()
    count = int(word) if word.isdigit() else w.ENGLISH_NUMBERS[word]
    moved = shift(context.reference, grain, -count)
    if moved is None:
        return None
    if grain == "week":
        return Period(moved, "day", direction="past"), match.end()
    return Period(unit_of(moved, grain), grain, direction="past"), match.end()


def _rule(pattern: str, read: Callable[[re.Match[str], Context], Reading]) -> Rule:
    return Rule(re.compile(rf"(?<![A-Za-z0-9]){pattern}(?![A-Za-z0-9])", re.IGNORECASE), read)


ENGLISH_RULES = (
    _rule(rf"{MONTH}\s{DAY}(?:\s?[–-]\s?(?P<day_to>\d{{1,2}}))?(?:,?\s(?P<year>(?:19|20)\d\d))?", _read_month_day),
    _rule(rf"{DAY}\s(?:of\s)?{MONTH}(?:,?\s(?P<year>(?:19|20)\d\d))?", _read_month_day),
    _rule(
        rf"(?:(?P<lead>in|since|until|by|last|this|next)\s)?{EDGE}{MONTH}(?:,?\s(?:of\s)?(?P<year>(?:19|20)\d\d))?",
        _read_month,
    ),
    _rule(rf"(?:in|since|until|by|during|from|for|of|around)\s{EDGE}(?P<year>(?:19|20)\d\d)", _read_year),
    _rule(r"(?P<edge>early|mid|late|end|beginning)[\s-](?:of\s)?(?P<year>(?:19|20)\d\d)", _read_year),
    _rule(rf"{EDGE}(?P<step>last|previous|this|next)\s(?P<unit>week|month|quarter|year)", _read_relative_unit),
    _rule(
        rf"(?:(?:the\s)?(?P<number>{alternatives(w.ENGLISH_ORDINALS)})[\s-](?P<unit>quarter|half)|Q(?P<short>[1-4]))"
        r"(?:\s(?:of\s)?(?:(?P<year>(?:19|20)\d\d)|(?P<step>last|this|next)\syear))?",
        _read_part,
    ),
    _rule(rf"(?P<word>{alternatives((*w.ENGLISH_DAYS, 'the same day'))})", _read_day_word),
    _rule(rf"(?:(?P<step>last|this|next)\s)?(?P<weekday>{alternatives(w.ENGLISH_WEEKDAYS)})", _read_weekday),
    _rule(rf"{COUNT}\s{UNIT}\s(?:ago|earlier)", _read_distance),
)
