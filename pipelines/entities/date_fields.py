"""The parts of Korean dates: patterns of years, months, days and edges, and what each comes to.

Here belongs what several rules share; the rules themselves are in date_rules.py and its sisters.
"""

from __future__ import annotations

import re
from datetime import date

from pipelines.entities import date_words as w
from pipelines.entities.calendar_units import Period, make_day, shift, unit_of
from pipelines.entities.date_reading import (
    Context,
    Found,
    Groups,
    Reading,
    alternatives,
    directed,
    direction_of,
    spaced,
)

TO = r"\s?(?:부터|에서|[~∼〜–-])\s?"
LEAD = rf"(?:(?P<lead>{alternatives((*w.PAST_LEADS, *w.FUTURE_LEADS, *w.THIS_LEADS))})\s)?"
LEAD_WORDS = frozenset((*w.PAST_LEADS, *w.FUTURE_LEADS, *w.THIS_LEADS))
SINO_YEAR = r"(?:이천|천구백|천팔백)(?:[일이삼사오육칠팔구]?십)?[일이삼사오육칠팔구]?"
YEAR = (
    r"(?:(?P<year>\d{4})\s?(?:년도?|회계연도)(?!대|(?<=00년)\s?전(?:에|부터|의|\s*$))|['‘’](?P<yy>\d{2})년(?!대)"
    rf"|(?P<rel_year>{alternatives((*w.RELATIVE_YEARS, *w.ANCHORED_YEARS))})"
    r"|(?P<short>\d{2})년(?=\s?(?:\d{1,2}월|초(?![가-힣])|말(?![가-힣])|[상하]반기|[1-4]\s?분기))"
    rf"|(?P<sino_year>{SINO_YEAR})\s?년"
    r"|(?P<years_ago>\d{1,3})\s?년\s?전(?=\s?\d{1,2}월))"
)
_quoted = frozenset(mark + str(digit) for mark in "'‘’" for digit in range(10))
YEAR_GROUPS = ("year", "yy", "rel_year", "short", "sino_year", "years_ago", "year_after")
YEAR_WORDS = frozenset((*w.RELATIVE_YEARS, *w.ANCHORED_YEARS, "이천", "천구백", "천팔백")) | _quoted
SINO_MONTH = rf"(?P<sino_month>{alternatives(w.SINO_MONTHS)})월"
MONTH = rf"(?:(?P<month>\d{{1,2}})\s?월|(?P<rel_month>{alternatives((*w.RELATIVE_MONTHS, *w.ANCHORED_MONTHS))}))"
WEEKDAY = r"(?:\s?\((?P<dow{n}>[월화수목금토일])(?:요일)?\)|,?\s?(?P<dow_word{n}>[월화수목금토일])요일)?"
DAYS = (
    r"(?:(?P<from>\d{1,2})(?P<sep>\s?[~∼〜–-]\s?|·|,\s)(?P<to>\d{1,2})\s?일"
    rf"|(?P<day>\d{{1,2}})\s?일{WEEKDAY.format(n='')}"
    rf"(?:{TO}(?:(?P<month2>\d{{1,2}})\s?월\s?)?(?P<day2>\d{{1,2}})\s?일{WEEKDAY.format(n='2')}(?:까지)?)?)"
)
SINO_DAY = r"(?P<sino_day>[일이삼]?십[일이삼사오육칠팔구]?|[일이삼사오육칠팔구])일"
EDGE = (
    rf"(?:\s?(?P<edge>{alternatives(w.EDGES)})(?![가-힣])"
    rf"|\s?(?P<edge2>{alternatives(w.EDGES)})(?=에|의|부터|까지|으?로|쯤|경|께|인|과|와|이|은|는|도|중|쯤|보다))?"
)


def sino_number(text: str) -> int:
    """A Sino-Korean number below ten thousand ('이천십오'); the empty text is 0."""
    total, digit = 0, 0
    for character in text:
        unit = {"십": 10, "백": 100, "천": 1000}.get(character)
        if unit:
            total, digit = total + max(1, digit) * unit, 0
        else:
            digit = w.SINO_DIGITS[character]
    return total + digit


def two_digit_year(number: int) -> int:
    """The year that two digits mean: 1970 to 2069."""
    return number + (2000 if number < 70 else 1900)


def has_year(groups: Groups) -> bool:
    """Whether the words name a year."""
    return any(map(groups.get, YEAR_GROUPS))


def read_year(groups: Groups, context: Context) -> int | None:
    """The year that the words name; None where it hangs on a reference or a former date that is not there."""
    stated = groups.get("year") or groups.get("year_after")
    if stated:
        return int(stated) or None
    if short := groups["yy"] or groups["short"]:
        return two_digit_year(int(short))
    if sino := groups["sino_year"]:
        return sino_number(sino)
    word = spaced(groups["rel_year"] or "")
    if word in w.ANCHORED_YEARS:
        return context.anchor.first.year + w.ANCHORED_YEARS[word] if context.anchor else None
    if context.reference is None:
        return None
    if ago := groups["years_ago"]:
        return context.reference.year - int(ago)
    return context.reference.year + w.RELATIVE_YEARS[word]


def read_edge(groups: Groups) -> str | None:
    """The edge that the words mean, if any."""
    word = groups.get("edge") or groups.get("edge2")
    return w.EDGES[word] if word else None


def weekday_of(groups: Groups) -> int | None:
    """The weekday written beside a day, Monday being 0."""
    word = groups.get("dow") or groups.get("dow_word")
    return w.WEEKDAYS[word] if word else None


def _number(groups: Groups) -> int:
    if sino := groups.get("sino_day"):
        return sino_number(sino)
    return int(groups.get("day") or groups.get("from") or 0)


def read_month(match: re.Match[str], groups: Groups, context: Context) -> tuple[date, str] | None:
    """First day of the month that is meant, and the direction of the words."""
    lead = direction_of(groups.get("lead"))
    if relative := groups.get("rel_month"):
        word = spaced(relative)
        if word in w.ANCHORED_MONTHS:
            anchor = context.anchor
            if anchor is None or anchor.grain == "year":
                return None
            moved = shift(unit_of(anchor.first, "month"), "month", w.ANCHORED_MONTHS[word])
        elif context.reference is None:
            return None
        else:
            moved = shift(unit_of(context.reference, "month"), "month", w.RELATIVE_MONTHS[word])
        return (moved, lead) if moved else None
    sino = groups.get("sino_month")
    number = w.SINO_MONTHS[sino] if sino else int(groups["month"] or 0)
    if not 1 <= number <= 12:
        return None
    if has_year(groups):
        year = read_year(groups, context)
        found = make_day(year, number, 1) if year else None
        return (found, lead) if found else None
    before = context.adjacent(match.start()) if lead == "none" else None
    if before and before.grain != "year" and number > before.last.month:
        found = make_day(before.last.year, number, 1)
        return (found, before.direction) if found else None
    return _yearless(match, groups, context, number, lead)


def _yearless(
    match: re.Match[str], groups: Groups, context: Context, number: int, lead: str
) -> tuple[date, str] | None:
    """A month in the year that lead, clause and weekday ask for; in the reference year where nothing does."""
    reference = context.reference
    if reference is None:
        return None
    cue = lead if lead != "none" else context.cue(match.end())
    day = _number(groups)
    here, now = (number, day), (reference.month, reference.day if day else 0)
    year = reference.year
    if lead == "past":
        year -= here >= now if day else number >= reference.month
    elif lead == "future":
        year += here < now
    elif cue == "future":
        year += number < reference.month - 2
    elif cue == "open":
        year += number < reference.month - 6
    elif cue == "past":
        year -= here > now
    wanted = weekday_of(groups)
    if wanted is not None and lead == "none":
        near = (make_day(year + step, number, day) for step in (0, -1, 1))
        year = next((found.year for found in near if found and found.weekday() == wanted), year)
    first = make_day(year, number, 1)
    return (first, directed(cue)) if first else None


def read_days(match: re.Match[str], groups: Groups, month: date, direction: str) -> Reading:
    """The day or range of days that the words name in `month`; a range may end in a later month."""
    first = make_day(month.year, month.month, _number(groups))
    if first is None:
        return None
    until = None
    last = groups.get("to") or groups.get("day2")
    if last:
        stated = groups.get("month2")
        number = int(stated) if stated else month.month
        until = make_day(month.year + (number < month.month), number, int(last))
        if until is None or until <= first:
            return None
        if (groups.get("sep") or "").strip() in ("·", ",") and (until - first).days != 1:
            return None
    return Found(Period(first, "day", until=until, direction=direction), match.end())
