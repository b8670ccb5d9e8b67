"""Korean dates that the calendar names: days, months, quarters, halves, years and decades, in words and in figures.

A rule is a pattern and a reader; the reader gives the period and its end, or None where the words are no date. Dates
that only count from another day are in date_rules_relative.py, dates of figures alone in date_rules_numeric.py.
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
    MONTH,
    SINO_DAY,
    SINO_MONTH,
    WEEKDAY,
    YEAR,
    has_year,
    read_days,
    read_edge,
    read_month,
    read_year,
    two_digit_year,
    weekday_of,
)
from pipelines.entities.date_reading import (
    REPORTED_WITHIN,
    Context,
    Found,
    Reading,
    Rule,
    alternatives,
    directed,
    direction_of,
    in_direction,
    korean_end,
    spaced,
)

AMOUNT_BEFORE = re.compile(rf"(?:{alternatives(w.AMOUNT_BEFORE)})\s?$")
DAYS_BEFORE = re.compile(rf"(?:(?<![가-힣])(?:{alternatives(w.AMOUNT_OF_DAYS_BEFORE)})|\d박)\s$")
MONTH_KIND = re.compile(rf"\s?(?:{alternatives(w.MONTH_KINDS)})")
CENTURIES = re.compile(rf"\s?(?:{alternatives(w.CENTURIES_NEXT)})")
YEAR_ENDS = re.compile(r"에(?!서|\s?(?:\d|한\s|걸|달하|이르|가까|불과|육박|준하|대[한비]))")


def _unresolved(match: re.Match[str], context: Context) -> bool:
    """Whether the words hang on a year or month that the text has not named: '그해 5월'."""
    groups = match.groupdict()
    words = (spaced(groups.get("rel_year") or ""), spaced(groups.get("rel_month") or ""))
    return context.anchor is None and (words[0] in w.ANCHORED_YEARS or words[1] in w.ANCHORED_MONTHS)


def _read_month_day(match: re.Match[str], context: Context) -> Reading:
    if _unresolved(match, context):
        return Found(None, match.end())
    month = read_month(match, context)
    if month is None or not korean_end(context.text, match.end()):
        return None
    return read_days(match, month[0], month[1])


def _read_month(match: re.Match[str], context: Context) -> Reading:
    if spaced(match.groupdict().get("rel_month") or "") in w.ONLY_BEFORE_A_DAY:
        return None
    if _unresolved(match, context):
        return Found(None, match.end())
    month = read_month(match, context)
    if month is None or not korean_end(context.text, match.end()) or MONTH_KIND.match(context.text, match.end()):
        return None
    if match.groupdict().get("sino_month") and not (has_year(match) or match["lead"]):
        return None
    return Found(Period(month[0], "month", edge=read_edge(match), direction=month[1]), match.end())


def _read_months(match: re.Match[str], context: Context) -> Reading:
    """'3~5월', '11월~2월': a range of months; '1·2월' only where they follow one another."""
    month = read_month(match, context)
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
    number = int(match["day"] or match["from"])
    before = context.adjacent(match.start()) if not match["lead"] else None
    if before and before.grain == "day" and number > before.last.day:
        return read_days(match, unit_of(before.last, "month"), before.direction)
    reference = context.reference
    if reference is None or not 1 <= number <= 31:
        return None
    month = unit_of(reference, "month")
    if match["lead"] in w.THIS_LEADS:
        return read_days(match, month, "none")
    lead = direction_of(match["lead"])
    cue = lead if lead != "none" else context.cue(match.end())
    back = _month_with(month, number, reference, -1, strict=lead == "past")
    ahead = _month_with(month, number, reference, 1, strict=False)
    chosen, other = (ahead, back) if _looks_ahead(cue, back, reference, number) else (back, ahead)
    wanted = weekday_of(match)
    if wanted is not None and lead == "none":
        fitting = [m for m in (chosen, other) if m and date(m.year, m.month, number).weekday() == wanted]
        chosen = fitting[0] if fitting else chosen
    return read_days(match, chosen, directed(cue)) if chosen else None


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


def _read_year(match: re.Match[str], context: Context) -> Reading:
    edge = read_edge(match)
    if spaced(match["rel_year"] or "") == "올" and edge is None:
        return None
    if match["year"] and CENTURIES.match(context.text, match.end()):
        return None
    year = read_year(match, context)
    first = make_day(year, 1, 1) if year else None
    if first is None or not korean_end(context.text, match.end()):
        return None
    return Found(Period(first, "year", edge=edge, direction=direction_of(match["lead"])), match.end())


def _read_short_year(match: re.Match[str], context: Context) -> Reading:
    """'247년에', and what is a year because nothing stands beside it: '12년', '1954'."""
    text = context.text
    number = int(match["number"])
    if context.stands_alone(match.start(), match.end()) and len(match["number"]) != 3:
        if len(match["number"]) == 4 or match["unit"]:
            number = number if number > 99 else two_digit_year(number)
            return Found(Period(date(number, 1, 1), "year"), match.end()) if number else None
        return None
    if (
        len(match["number"]) != 3
        or number < 100
        or AMOUNT_BEFORE.search(text[max(0, match.start() - 8) : match.start()])
    ):
        return None
    if not YEAR_ENDS.match(text, match.end()):
        return None
    return Found(Period(date(number, 1, 1), "year"), match.end())


def _read_years(match: re.Match[str], context: Context) -> Reading:
    """'2019~2021년', '2019-21년': a range of years."""
    first, last = int(match["year"]), int(match["last_year"])
    last += first // 100 * 100 if last < 100 else 0
    if not 1 <= first < last or not korean_end(context.text, match.end()):
        return None
    return Found(Period(date(first, 1, 1), "year", until=date(last, 12, 31)), match.end())


def _read_decade(match: re.Match[str], context: Context) -> Reading:
    number = int(match["decade"])
    if len(match["decade"]) == 2:
        number += 1900 if number >= 30 else 2000
    first, last = make_day(number, 1, 1), make_day(number + 9, 12, 31)
    if first is None or last is None or number % 10:
        return None
    return Found(Period(first, "year", edge=read_edge(match), until=last), match.end())


def _read_part(match: re.Match[str], context: Context) -> Reading:
    """A half or quarter, with its year or in the year that lead and clause ask for."""
    if not korean_end(context.text, match.end()):
        return None
    grain, number = ("half", w.HALVES.get(match["half"] or "")) if match["half"] else ("quarter", None)
    if number is None:
        figure = match["quarter"] or match["letter_quarter"] or match["letter_half"]
        grain, number = ("half", int(figure)) if match["letter_half"] else ("quarter", w.QUARTERS[figure])
    before = context.adjacent(match.start())
    if has_year(match):
        year = read_year(match, context)
    elif before and before.grain == grain and not match["lead"]:
        year = before.last.year
    else:
        year = context.reference.year if context.reference else None
    start = make_day(year, 1, 1) if year else None
    first = shift(start, grain, number - 1) if start else None
    if first is None:
        return None
    direction = direction_of(match["lead"])
    if context.reference and not has_year(match) and not before:
        cue = direction if direction != "none" else context.cue(match.end())
        first = in_direction(first, grain, cue, context.reference)
        direction = directed(cue)
        if first and match["lead"] in w.PAST_LEADS and last_day(first, grain) >= context.reference:
            first = shift(first, "year", -1)
    return Found(Period(first, grain, edge=read_edge(match), direction=direction), match.end()) if first else None


def _read_nth(match: re.Match[str], context: Context) -> Reading:
    """'3월 마지막 월요일', '10월 첫째 주', '2월 3주차', '9월 마지막 날' of a month.

    The first week is the one of the month's first Monday, as Duckling has it; with a weekday, that weekday is counted.
    """
    month = read_month(match, context)
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


def _read_month_part(match: re.Match[str], context: Context) -> Reading:
    if context.reference is None or not korean_end(context.text, match.end()):
        return None
    first = unit_of(context.reference, "month")
    return Found(Period(first, "month", edge=w.MONTH_PARTS[match["word"]]), match.end())


def _read_year_part(match: re.Match[str], context: Context) -> Reading:
    if context.reference is None or not korean_end(context.text, match.end()):
        return None
    edge = w.YEAR_PARTS[spaced(match["word"])]
    back = match["lead"] in w.PAST_LEADS and edge == "end"
    first = make_day(context.reference.year - back, 1, 1)
    return (
        Found(Period(first, "year", edge=edge, direction=direction_of(match["lead"])), match.end()) if first else None
    )


MONTHS = r"(?P<month>\d{1,2})(?:\s?월)?(?P<sep>\s?[~∼〜–-]\s?|·)(?P<month_to>\d{1,2})\s?월(?!\s?\d{1,2}\s?일)"
PART = (
    rf"(?:(?P<half>{alternatives(w.HALVES)})|(?P<quarter>[1-4일이삼사])\s?(?:[/·]4|사)?\s?분기"
    r"|(?P<letter_quarter>[1-4])Q(?![0-9A-Za-z])|(?P<letter_half>[12])H(?![0-9A-Za-z]))"
)
NTH = (
    rf"(?:의)?\s?(?:(?P<nth>{alternatives(w.ORDINALS)})\s?"
    r"(?:주(?:\s?(?P<nth_week_day>[월화수목금토일])요일)?|(?P<nth_day>[월화수목금토일])요일|(?P<last_day>날))"
    r"|(?P<week_number>[1-5])\s?주차)"
)
_leads = frozenset((*w.PAST_LEADS, *w.FUTURE_LEADS, *w.THIS_LEADS))
_quotes = frozenset(mark + str(digit) for mark in "'‘’" for digit in range(10))
_years = frozenset((*w.RELATIVE_YEARS, *w.ANCHORED_YEARS, "이천", "천구백", "천팔백", *_quotes))
_months = frozenset((*w.RELATIVE_MONTHS, *w.ANCHORED_MONTHS))
_sino_months = frozenset(month + "월" for month in w.SINO_MONTHS)
_dated = _leads | _years | _months
CALENDAR_RULES = (
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
        _leads,
        "월",
    ),
    Rule(re.compile(rf"{LEAD}(?:{YEAR}\s?)?(?:{MONTH}|{SINO_MONTH}){NTH}"), _read_nth, _dated, "년월"),
    Rule(re.compile(rf"{LEAD}(?:{YEAR}\s?)?(?:{MONTH}|{SINO_MONTH}){EDGE}"), _read_month, _dated, "년회월"),
    Rule(re.compile(rf"{LEAD}(?:{YEAR}\s?)?{MONTHS}"), _read_months, _leads | _years, "년월~∼〜–-·"),
    Rule(re.compile(rf"{LEAD}{DAYS}"), _read_day, _leads, "일~∼〜–-·,"),
    Rule(re.compile(rf"{LEAD}{YEAR}{EDGE}"), _read_year, _leads | _years, "년회"),
    Rule(
        re.compile(rf"{LEAD}(?P<year>\d{{4}})\s?년?\s?[~∼〜–-]\s?(?P<last_year>\d{{4}}|\d\d)\s?년(?!대)"),
        _read_years,
        _leads,
        "년~∼〜–-",
    ),
    Rule(re.compile(r"(?P<number>\d{2,4})\s?(?P<unit>년?)"), _read_short_year, frozenset(), "년$"),
    Rule(re.compile(rf"(?P<decade>\d{{4}}|\d{{2}})년대{EDGE}"), _read_decade, frozenset(), "년"),
    Rule(
        re.compile(rf"{LEAD}(?:{YEAR}\s?)?{PART}{EDGE}"),
        _read_part,
        _leads | _years | frozenset((*w.HALVES, *(f"{n}{a}분기" for n in "일이삼사" for a in ("", "사")))),
        "년회분/·사QH",
    ),
    Rule(re.compile(rf"(?P<word>{alternatives(w.MONTH_PARTS)})"), _read_month_part, frozenset(w.MONTH_PARTS)),
    Rule(
        re.compile(rf"{LEAD}(?P<word>{alternatives(w.YEAR_PARTS)})"),
        _read_year_part,
        _leads | frozenset(w.YEAR_PARTS),
    ),
)  # fmt: skip
