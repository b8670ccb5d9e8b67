"""Holidays and seasons, Korean and English, and the day on which each falls in a year.

Here belong the table and the choice of the year. Lunar days come from korean-lunar-calendar, which follows the Korea
Astronomy and Space Science Institute; it knows the years 1000 to 2050, and a lunar holiday outside them is no date.
Seasons run from equinox to solstice, with the same days each year.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from korean_lunar_calendar import KoreanLunarCalendar

from pipelines.entities import date_words as w
from pipelines.entities.calendar_units import Period, make_day, nth_weekday, shift
from pipelines.entities.date_fields import LEAD_WORDS, YEAR, YEAR_WORDS, has_year, read_year
from pipelines.entities.date_reading import (
    Context,
    Found,
    Reading,
    Rule,
    alternatives,
    directed,
    direction_of,
    korean_end,
    spaced,
)

# (month, day) of the sun's calendar
SOLAR = {
    "신정": (1, 1), "새해 첫날": (1, 1), "밸런타인데이": (2, 14), "발렌타인데이": (2, 14),
    "삼일절": (3, 1), "3·1절": (3, 1), "3.1절": (3, 1), "식목일": (4, 5), "근로자의 날": (5, 1), "노동절": (5, 1),
    "어린이날": (5, 5), "어버이날": (5, 8), "스승의 날": (5, 15), "현충일": (6, 6), "제헌절": (7, 17),
    "광복절": (8, 15), "국군의 날": (10, 1), "개천절": (10, 3), "한글날": (10, 9),
    "핼러윈": (10, 31), "할로윈": (10, 31),
    "크리스마스이브": (12, 24), "크리스마스 이브": (12, 24), "성탄 전야": (12, 24), "크리스마스": (12, 25),
    "성탄절": (12, 25),
    "new year's day": (1, 1), "valentine's day": (2, 14), "halloween": (10, 31), "christmas eve": (12, 24),
    "christmas day": (12, 25), "christmas": (12, 25), "new year's eve": (12, 31),
}  # fmt: skip
# (month, day) of the lunar calendar
LUNAR = {
    "설날": (1, 1), "구정": (1, 1), "정월대보름": (1, 15), "정월 대보름": (1, 15), "부처님오신날": (4, 8),
    "부처님 오신 날": (4, 8), "석가탄신일": (4, 8), "단오": (5, 5), "추석": (8, 15), "한가위": (8, 15),
    "seollal": (1, 1), "lunar new year": (1, 1), "chuseok": (8, 15), "buddha's birthday": (4, 8),
}  # fmt: skip
# (month, weekday, which one, days after it)
COUNTED = {"thanksgiving": (11, 3, 4, 0), "black friday": (11, 3, 4, 1)}
# '설' alone is also rumour and theory: it is the holiday only before these
SHORT = {"설": "설날"}
HOLIDAY_NOUNS = ("연휴", "명절", "당일")
# nouns that make a product or an occasion of the name of a holiday
NOT_THE_DAY = re.compile(
    r"\s(?:트리|케이크|선물|세일|에디션|마켓|특집|시즌|캐럴|카드|섬|tree|cake|card|market|sale|gift)"
)
ABOUT_NOW = re.compile(r"[을를]?\s?(?:맞아|맞이)")
SEASONS = {"봄": 0, "여름": 1, "가을": 2, "겨울": 3, "spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}
SEASON_STARTS = ((3, 21), (6, 21), (9, 24), (12, 21))
# 'last winter' is the running one once it is half over
HALF_A_SEASON = 46
ENGLISH_STEPS = {"last": "past", "this": "none", "next": "future", "the coming": "future"}


@lru_cache(maxsize=4096)
def holiday_in(name: str, year: int) -> date | None:
    """The day of a holiday of the tables in that year."""
    if name in SOLAR:
        return make_day(year, *SOLAR[name])
    if name in COUNTED:
        month, weekday, number, after = COUNTED[name]
        first = make_day(year, month, 1)
        day = nth_weekday(first, weekday, number) if first else None
        return day + timedelta(days=after) if day else None
    calendar = KoreanLunarCalendar()
    if not calendar.setLunarDate(year, *LUNAR[name], False):
        return None
    return make_day(calendar.solarYear, calendar.solarMonth, calendar.solarDay)


def _nearest(day_in: Callable[[int], date | None], cue: str, reference: date) -> date | None:
    """The day's last, next or nearest return; the next where nothing tells."""
    days = [day for step in (-1, 0, 1) if 1 <= reference.year + step <= 9999 and (day := day_in(reference.year + step))]
    if cue == "near":
        return min(days, key=lambda day: abs((day - reference).days), default=None)
    if cue == "past":
        return max((day for day in days if day <= reference), default=None)
    return min((day for day in days if day >= reference), default=None)


def _read_holiday(match: re.Match[str], context: Context) -> Reading:
    name = spaced(match["name"]).lower()
    name = SHORT.get(name, name)
    groups = match.groupdict()
    if NOT_THE_DAY.match(context.text, match.end()) or not korean_end(context.text, match.end()):
        return None
    english = name.isascii()
    lead = (
        ENGLISH_STEPS.get((groups.get("step") or "").lower(), "none") if english else direction_of(groups.get("lead"))
    )
    if not english and has_year(groups):
        year = read_year(groups, context)
        day = holiday_in(name, year) if year else None
    elif english and groups.get("year_after"):
        day = holiday_in(name, int(match["year_after"]))
    elif context.reference is None:
        return None
    else:
        cue = lead if lead != "none" else context.cue(match.end())
        cue = "near" if lead == "none" and ABOUT_NOW.match(context.text, match.end()) else cue
        day = _nearest(lambda year: holiday_in(name, year), cue, context.reference)
    if day is None:
        return None
    if (groups.get("noun") or "") == "연휴":
        first, last = shift(day, "day", -1), shift(day, "day", 1)
        return Found(Period(first, "day", until=last, direction=lead), match.end()) if first and last else None
    return Found(Period(day, "day", direction=directed(lead)), match.end())


def _season(year: int, number: int) -> Period | None:
    first = make_day(year, *SEASON_STARTS[number])
    after = make_day(year + (number == 3), *SEASON_STARTS[(number + 1) % 4])
    return Period(first, "day", until=after - timedelta(days=1)) if first and after else None


def _read_season(match: re.Match[str], context: Context) -> Reading:
    """A season of a stated year, or the running, last or next one; 'this' is the one that is nearest, now or ahead."""
    groups = match.groupdict()
    number = SEASONS[(match["season"] or match["season_of"]).lower()]
    reference = context.reference
    if not korean_end(context.text, match.end()):
        return None
    this_year = spaced(groups.get("rel_year") or "") == "올"
    if groups.get("year_after") or (groups.get("lead") is None and "rel_year" in groups and not this_year):
        stated = groups.get("year_after")
        year = int(stated) if stated else read_year(groups, context)
        period = _season(year, number) if year else None
        return Found(period, match.end()) if period else None
    if reference is None:
        return None
    word = groups.get("lead") or (groups.get("step") or "").lower()
    cue = ENGLISH_STEPS.get(word) or direction_of(word)
    near = [found for step in (-2, -1, 0, 1) if (found := _season(reference.year + step, number))]
    if cue == "past":
        chosen = max(
            (p for p in near if (reference - p.first).days >= HALF_A_SEASON), key=lambda p: p.first, default=None
        )
    elif cue == "future":
        chosen = min((p for p in near if p.first > reference), key=lambda p: p.first, default=None)
    else:
        running = (p for p in near if p.last >= reference and (p.first.year == reference.year or p.first <= reference))
        fallback = _season(reference.year, number)
        chosen = min(running, key=lambda p: p.first, default=fallback)
    return Found(chosen, match.end()) if chosen else None


LEAD = rf"(?:(?P<lead>{alternatives((*w.PAST_LEADS, *w.FUTURE_LEADS, *w.THIS_LEADS))})\s?)"
_korean = [name for name in (*SOLAR, *LUNAR) if not name.isascii()]
_english = [name for name in (*SOLAR, *LUNAR, *COUNTED) if name.isascii()]
NOUN = rf"(?:\s?(?P<noun>{'|'.join(HOLIDAY_NOUNS)}))"
SHORT_NAME = r"설(?=\s?(?:연휴|명절|당일|대목|귀성)|을\s(?:앞|맞|쇠|지)|\s(?:앞두|맞이))|(?<=[난는올년해]\s)설"
NAME = rf"(?P<name>{alternatives(_korean)}|{SHORT_NAME})"
STEP = rf"(?:(?P<step>{alternatives(ENGLISH_STEPS)})\s)"
YEAR_AFTER = r"(?:,?\s(?:of\s)?(?P<year_after>(?:19|20)\d\d))"
HOLIDAY_RULES = (
    Rule(
        re.compile(rf"{LEAD}?(?:{YEAR}\s?)?{NAME}{NOUN}?"),
        _read_holiday,
        LEAD_WORDS | YEAR_WORDS | frozenset(_korean) | {"설 ", "설을", "설연", "설명절"},
        "년·.",
    ),
    Rule(
        re.compile(rf"(?:{LEAD}|{YEAR}\s?)(?P<season>봄|여름|가을|겨울)(?P<season_of>철)?"),
        _read_season,
        LEAD_WORDS | YEAR_WORDS,
        "년",
    ),
    Rule(
        re.compile(rf"{STEP}?(?P<name>{alternatives(_english)}){YEAR_AFTER}?(?![A-Za-z0-9])", re.IGNORECASE),
        _read_holiday,
        frozenset((*ENGLISH_STEPS, *_english)),
    ),
    Rule(
        re.compile(
            rf"{STEP}(?P<season>spring|summer|autumn|fall|winter)(?![A-Za-z0-9])"
            rf"|(?:the\s)?(?P<season_of>spring|summer|autumn|fall|winter){YEAR_AFTER}(?![A-Za-z0-9])",
            re.IGNORECASE,
        ),
        _read_season,
        frozenset((*ENGLISH_STEPS, "the", *(name for name in SEASONS if name.isascii()))),
    ),
)  # fmt: skip
