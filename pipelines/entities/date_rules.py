"""Korean days, weeks of a month, and months by their names and numbers.

A rule is a pattern and a reader; the reader gives the period and its end, or None where the words are no date. Years
and their parts are in date_rules_years.py, what only counts from another day in date_rules_relative.py, figures alone
in date_rules_numeric.py.
"""

from __future__ import annotations

import re
from datetime import date

from pipelines.entities import date_words as w
from pipelines.entities.calendar_units import Period, last_day, make_day, nth_weekday, shift, unit_of
from pipelines.entities.date_fields import (
    DAYS,
    EDGE,
    LEAD,
    LEAD_WORDS,
    MONTH,
    SINO_DAY,
    SINO_MONTH,
    WEEKDAY,
    YEAR,
    YEAR_WORDS,
    has_year,
    read_days,
    read_edge,
    read_month,
    weekday_of,
)
from pipelines.entities.date_reading import (
    REPORTED_WITHIN,
    Context,
    Found,
    Groups,
    Reading,
    Rule,
    alternatives,
    directed,
    direction_of,
    korean_end,
    spaced,
)

DAYS_BEFORE = re.compile(rf"(?:(?<![가-힣])(?:{alternatives(w.AMOUNT_OF_DAYS_BEFORE)})|\d박)\s$")
# a day after a month that the rules of days did not take: the calendar has no such day
IMPOSSIBLE_DAY = re.compile(rf"\s?\d{{1,2}}\s?일(?!\s?(?:{alternatives((*w.DURATION_TAILS, *w.DURATION_NEXT))}))")
MONTH_KIND = re.compile(rf"\s?(?:{alternatives(w.MONTH_KINDS)})")


def _unresolved(groups: Groups, context: Context) -> bool:
    """Whether the words hang on a year or month that the text has not named: '그해 5월'."""
    if context.anchor is not None:
        return False
    words = (spaced(groups.get("rel_year") or ""), spaced(groups.get("rel_month") or ""))
    return words[0] in w.ANCHORED_YEARS or words[1] in w.ANCHORED_MONTHS


def _read_month_day(match: re.Match[str], context: Context) -> Reading:
    groups = match.groupdict()
    if _unresolved(groups, context):
        return Found(None, match.end())
    month = read_month(match, groups, context)
    if month is None or not korean_end(context.text, match.end()):
        return None
    return read_days(match, groups, month[0], month[1])


def _read_month(match: re.Match[str], context: Context) -> Reading:
    groups = match.groupdict()
    if spaced(groups.get("rel_month") or "") in w.ONLY_BEFORE_A_DAY:
        return None
    if _unresolved(groups, context):
        return Found(None, match.end())
    if IMPOSSIBLE_DAY.match(context.text, match.end()):
        return Found(None, match.end())
    month = read_month(match, groups, context)
    if month is None or not korean_end(context.text, match.end()) or MONTH_KIND.match(context.text, match.end()):
        return None
    if groups.get("sino_month") and not (has_year(groups) or match["lead"]):
        return None
    return Found(Period(month[0], "month", edge=read_edge(groups), direction=month[1]), match.end())


def _read_months(match: re.Match[str], context: Context) -> Reading:
    """'3~5월', '11월~2월': a range of months; '1·2월' only where they follow one another."""
    month = read_month(match, match.groupdict(), context)
    number = int(match["month_to"])
    if month is None or not 1 <= number <= 12 or not korean_end(context.text, match.end()):
        return None
    last = make_day(month[0].year + (number < month[0].month), number, 1)
    if last is None or last <= month[0] or (match["sep"] == "·" and last != shift(month[0], "month", 1)):
        return None
    return Found(Period(month[0], "month", until=last_day(last, "month"), direction=month[1]), match.end())


def _read_day(match: re.Match[str], context: Context) -> Reading:
    """A day of the month alone: back for 'said', ahead for plans; the weekday beside it decides between months."""
    if not korean_end(context.text, match.end(), bare=True):
        return None
    if not match["lead"] and DAYS_BEFORE.search(context.text[max(0, match.start() - 6) : match.start()]):
        return None
    groups = match.groupdict()
    number = int(match["day"] or match["from"])
    before = context.adjacent(match.start()) if not match["lead"] else None
    if before and before.grain == "day" and number > before.last.day:
        return read_days(match, groups, unit_of(before.last, "month"), before.direction)
    reference = context.reference
    if reference is None or not 1 <= number <= 31:
        return None
    month = unit_of(reference, "month")
    if match["lead"] in w.THIS_LEADS:
        return read_days(match, groups, month, "none")
    lead = direction_of(match["lead"])
    cue = lead if lead != "none" else context.cue(match.end())
    back = _month_with(month, number, reference, -1, strict=lead == "past")
    ahead = _month_with(month, number, reference, 1, strict=False)
    chosen, other = (ahead, back) if _looks_ahead(cue, back, reference, number) else (back, ahead)
    wanted = weekday_of(groups)
    if wanted is not None and lead == "none":
        fitting = [m for m in (chosen, other) if m and date(m.year, m.month, number).weekday() == wanted]
        chosen = fitting[0] if fitting else chosen
    return read_days(match, groups, chosen, directed(cue)) if chosen else None


def _looks_ahead(cue: str, back: date | None, reference: date, number: int) -> bool:
    if cue != "open":
        return cue == "future"
    return back is None or (reference - date(back.year, back.month, number)).days > REPORTED_WITHIN


def _month_with(month: date, number: int, reference: date, step: int, *, strict: bool) -> date | None:
    """The nearest month, in the direction of `step`, whose day of that number is not on the other side of today."""
    for count in range(4):
        candidate = shift(month, "month", step * count)
        day = make_day(candidate.year, candidate.month, number) if candidate else None
        if day is None:
            continue
        if (step > 0 and day >= reference) or (step < 0 and (day < reference or (day == reference and not strict))):
            return candidate
    return None


def _read_nth(match: re.Match[str], context: Context) -> Reading:
    """'3월 마지막 월요일', '10월 첫째 주', '2월 3주차', '9월 마지막 날' of a month.

    The first week is the one of the month's first Monday, as Duckling has it; with a weekday, that weekday is counted.
    """
    month = read_month(match, match.groupdict(), context)
    if month is None or not korean_end(context.text, match.end()):
        return None
    number = int(match["week_number"]) if match["week_number"] else w.ORDINALS[spaced(match["nth"])]
    if match["last_day"]:
        return Found(Period(last_day(month[0], "month"), "day"), match.end()) if number < 0 else None
    weekday = match["nth_day"] or match["nth_week_day"]
    if weekday:
        day = nth_weekday(month[0], w.WEEKDAYS[weekday], number)
        return Found(Period(day, "day"), match.end()) if day else None
    monday = nth_weekday(month[0], 0, number)
    if monday and number < 0 and last_day(monday, "week").month != month[0].month:
        monday = shift(monday, "week", -1)
    return Found(Period(monday, "week"), match.end()) if monday else None


MONTHS = r"(?P<month>\d{1,2})(?:\s?월)?(?P<sep>\s?[~∼〜–-]\s?|·)(?P<month_to>\d{1,2})\s?월(?!\s?\d{1,2}\s?일)"
NTH = (
    rf"(?:의)?\s?(?:(?P<nth>{alternatives(w.ORDINALS)})\s?"
    r"(?:주(?:\s?(?P<nth_week_day>[월화수목금토일])요일)?|(?P<nth_day>[월화수목금토일])요일|(?P<last_day>날))"
    r"|(?P<week_number>[1-5])\s?주차)"
)
_months = frozenset((*w.RELATIVE_MONTHS, *w.ANCHORED_MONTHS))
_sino_months = frozenset(month + "월" for month in w.SINO_MONTHS)
_dated = LEAD_WORDS | YEAR_WORDS | _months
DAY_RULES = (
    Rule(
        re.compile(
            rf"{LEAD}(?:{YEAR}\s?)?(?:{MONTH}|{SINO_MONTH})\s?-?(?:{DAYS}|{SINO_DAY}{WEEKDAY.format(n='3')})"
        ),
        _read_month_day,
        _dated | _sino_months,
        "년회월",
    ),
    Rule(
        re.compile(
            rf"{LEAD}{MONTH}\s?(?P<day>\d{{1,2}})\s?일?(?:,\s?|\s)"
            r"(?P<year_after>1\d{3}|20\d{2})(?:년(?!대|\s?전)|(?=에|\s*$|\s?[.,)\]]))"
        ),
        _read_month_day,
        LEAD_WORDS,
        "월",
    ),
    Rule(re.compile(rf"{LEAD}(?:{YEAR}\s?)?(?:{MONTH}|{SINO_MONTH}){NTH}"), _read_nth, _dated, "년월"),
    Rule(re.compile(rf"{LEAD}(?:{YEAR}\s?)?(?:{MONTH}|{SINO_MONTH}){EDGE}"), _read_month, _dated, "년회월"),
    Rule(re.compile(rf"{LEAD}(?:{YEAR}\s?)?{MONTHS}"), _read_months, LEAD_WORDS | YEAR_WORDS, "년월~∼〜–-·"),
    Rule(re.compile(rf"{LEAD}{DAYS}"), _read_day, LEAD_WORDS, "일~∼〜–-·,"),
)  # fmt: skip
