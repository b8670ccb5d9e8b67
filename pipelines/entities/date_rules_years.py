"""Korean years, and quarters, halves and other parts of them; decades.

Days and months are in date_rules.py.
"""

from __future__ import annotations

import re
from datetime import date

from pipelines.entities import date_words as w
from pipelines.entities.calendar_units import Period, last_day, make_day, shift, unit_of
from pipelines.entities.date_fields import (
    EDGE,
    LEAD,
    LEAD_WORDS,
    YEAR,
    YEAR_WORDS,
    has_year,
    read_edge,
    read_year,
    two_digit_year,
)
from pipelines.entities.date_reading import (
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
CENTURIES = re.compile(rf"\s?(?:{alternatives(w.CENTURIES_NEXT)})")
YEAR_ENDS = re.compile(r"에(?!서|\s?(?:\d|한\s|걸|달하|이르|가까|불과|육박|준하|대[한비]))")


def _read_year(match: re.Match[str], context: Context) -> Reading:
    groups = match.groupdict()
    edge = read_edge(groups)
    if spaced(match["rel_year"] or "") == "올" and edge is None:
        return None
    if match["year"] and CENTURIES.match(context.text, match.end()):
        return None
    year = read_year(groups, context)
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


def _read_quarters(match: re.Match[str], context: Context) -> Reading:
    """'올해 1~3분기': a range of quarters."""
    groups = match.groupdict()
    year = read_year(groups, context) if has_year(groups) else context.reference and context.reference.year
    start = make_day(year, 1, 1) if year else None
    first, last = (shift(start, "quarter", int(match[n]) - 1) if start else None for n in ("quarter", "last_quarter"))
    if first is None or last is None or last <= first or not korean_end(context.text, match.end()):
        return None
    return Found(Period(first, "quarter", until=last_day(last, "quarter")), match.end())


def _read_decade(match: re.Match[str], context: Context) -> Reading:
    number = int(match["decade"])
    if len(match["decade"]) == 2:
        number += 1900 if number >= 30 else 2000
    first, last = make_day(number, 1, 1), make_day(number + 9, 12, 31)
    if first is None or last is None or number % 10:
        return None
    return Found(Period(first, "year", edge=read_edge(match.groupdict()), until=last), match.end())


def _read_part(match: re.Match[str], context: Context) -> Reading:
    """A half or quarter, with its year or in the year that lead and clause ask for."""
    if not korean_end(context.text, match.end()):
        return None
    grain, number = ("half", w.HALVES.get(match["half"] or "")) if match["half"] else ("quarter", None)
    if number is None:
        figure = match["quarter"] or match["letter_quarter"] or match["letter_half"]
        grain, number = ("half", int(figure)) if match["letter_half"] else ("quarter", w.QUARTERS[figure])
    before = context.adjacent(match.start())
    groups = match.groupdict()
    dated = has_year(groups)
    if dated:
        year = read_year(groups, context)
    elif before and before.grain == grain and not match["lead"]:
        year = before.last.year
    else:
        year = context.reference.year if context.reference else None
    if match["letter_half"] and not (dated or match["lead"] or context.stands_alone(*match.span())):
        return None
    start = make_day(year, 1, 1) if year else None
    first = shift(start, grain, number - 1) if start else None
    if first is None:
        return None
    direction = direction_of(match["lead"])
    if context.reference and not dated and not before:
        cue = direction if direction != "none" else context.cue(match.end())
        first = in_direction(first, grain, cue, context.reference)
        direction = directed(cue)
        if first and match["lead"] in w.PAST_LEADS and last_day(first, grain) >= context.reference:
            first = shift(first, "year", -1)
    return Found(Period(first, grain, edge=read_edge(groups), direction=direction), match.end()) if first else None


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


PART = (
    rf"(?:(?P<half>{alternatives(w.HALVES)})|(?P<quarter>[1-4일이삼사])\s?(?:[/·]4|사)?\s?분기"
    r"|(?P<letter_quarter>[1-4])Q(?![0-9A-Za-z])|(?P<letter_half>[12])H(?![0-9A-Za-z]))"
)
YEAR_RULES = (
    Rule(re.compile(rf"{LEAD}{YEAR}{EDGE}"), _read_year, LEAD_WORDS | YEAR_WORDS, "년회"),
    Rule(
        re.compile(rf"{LEAD}(?P<year>\d{{4}})\s?년?\s?[~∼〜–-]\s?(?P<last_year>\d{{4}}|\d\d)\s?년(?!대)"),
        _read_years,
        LEAD_WORDS,
        "년~∼〜–-",
    ),
    Rule(re.compile(r"(?P<number>\d{2,4})\s?(?P<unit>년?)"), _read_short_year, frozenset(), "년$"),
    Rule(
        re.compile(rf"(?:{YEAR}\s?)?(?P<quarter>[1-4])\s?[~∼〜–-]\s?(?P<last_quarter>[1-4])\s?분기"),
        _read_quarters,
        YEAR_WORDS,
        "년~∼〜–-",
    ),
    Rule(re.compile(rf"(?P<decade>\d{{4}}|\d{{2}})년대{EDGE}"), _read_decade, frozenset(), "년"),
    Rule(
        re.compile(rf"{LEAD}(?:{YEAR}\s?)?{PART}{EDGE}"),
        _read_part,
        LEAD_WORDS | YEAR_WORDS | frozenset((*w.HALVES, *(f"{n}{a}분기" for n in "일이삼사" for a in ("", "사")))),
        "년회분/·사QH",
    ),
    Rule(re.compile(rf"(?P<word>{alternatives(w.MONTH_PARTS)})"), _read_month_part, frozenset(w.MONTH_PARTS)),
    Rule(
        re.compile(rf"{LEAD}(?P<word>{alternatives(w.YEAR_PARTS)})"),
        _read_year_part,
        LEAD_WORDS | frozenset(w.YEAR_PARTS),
    ),
)  # fmt: skip
