"""Patterns of dates and how each is resolved. Korean here; English in date_rules_english.py.

A rule is a pattern and a reader; the reader gives the period and its end, or None where the words are no date.
"""

from __future__ import annotations

import re
from datetime import date

from pipelines.entities import date_words as w
from pipelines.entities.calendar_units import Period, last_day, make_day, shift, unit_of
from pipelines.entities.date_reading import JOINED, Context, Reading, Rule, alternatives, direction_of, korean_end
from pipelines.entities.particles import hangul_after, is_particle_tail

LEAD = rf"(?:(?P<lead>{alternatives((*w.PAST_LEADS, *w.FUTURE_LEADS, *w.THIS_LEADS))})\s)?"
YEAR = (
    r"(?:(?P<year>(?<!\d)\d{4})\s?년|['‘’](?P<yy>\d{2})년"
    rf"|(?P<rel_year>{alternatives((*w.RELATIVE_YEARS, *w.ANCHORED_YEARS))}"
    r"|올(?=\s?(?:\d{1,2}월|상반기|하반기|[1-4]\s?(?:/4)?분기|[1-4]사분기)))"
    r"|(?P<years_ago>(?<![\d.])\d{1,3})\s?년\s?전(?=\s?\d{1,2}월))"
)
MONTH = (
    r"(?:(?P<month>(?<![\d.,])\d{1,2})\s?월"
    rf"|(?P<rel_month>{alternatives((*w.RELATIVE_MONTHS, *w.ANCHORED_MONTHS))}|전달(?=\s?\d{{1,2}}일)))"
)
WEEKDAY = r"(?:\s?\(?[월화수목금토일](?:요일)?\)|,?\s[월화수목금토일]요일)?"
DAY = r"(?P<day>\d{1,2})\s?일"
DAYS = (
    rf"(?:(?P<from>\d{{1,2}})\s?[~∼–-]\s?(?P<to>\d{{1,2}})\s?일|"
    rf"(?P<day>\d{{1,2}})\s?일{WEEKDAY}(?:\s?(?:부터|에서|[~∼–-])\s?(?:(?P<month2>\d{{1,2}})\s?월\s?)?(?P<day2>\d{{1,2}})\s?일{WEEKDAY}(?:까지)?)?)"
)
EDGE = (
    rf"(?:\s?(?P<edge>{alternatives(w.EDGES)})(?![가-힣])"
    rf"|\s?(?P<edge2>{alternatives(w.EDGES)})(?=[에의부까로쯤경인과와이은는도]))?"
)
MONTHS = r"(?P<month>\d{1,2})월?\s?[~∼–-]\s?(?P<month_to>\d{1,2})월"
NOT_INSIDE = r"(?<![0-9A-Za-z가-힣.,~])"


def _year(match: re.Match[str], context: Context) -> int | None:
    groups = match.groupdict()
    if groups["year"]:
        return int(groups["year"]) or None
    if groups["yy"]:
        return 2000 + int(groups["yy"]) if int(groups["yy"]) < 70 else 1900 + int(groups["yy"])
    word = (groups["rel_year"] or "").replace("\n", " ")
    if word in w.ANCHORED_YEARS:
        return context.anchor.first.year + w.ANCHORED_YEARS[word] if context.anchor else None
    if context.reference is None:
        return None
    if groups["years_ago"]:
        return context.reference.year - int(groups["years_ago"])
    return context.reference.year + (0 if word == "올" else w.RELATIVE_YEARS[word])


def _has_year(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    return any(groups.get(name) for name in ("year", "yy", "rel_year", "years_ago"))


def _month(match: re.Match[str], context: Context) -> tuple[date, str] | None:
    """First day of the month that is meant, and the direction."""
    groups = match.groupdict()
    lead = direction_of(groups.get("lead"))
    if groups.get("rel_month"):
        word = groups["rel_month"].replace("\n", " ")
        if word in w.ANCHORED_MONTHS:
            return (
                (unit_of(context.anchor.first, "month"), lead)
                if context.anchor and context.anchor.grain != "year"
                else None
            )
        if context.reference is None:
            return None
        moved = shift(unit_of(context.reference, "month"), "month", w.RELATIVE_MONTHS.get(word, -1))
        return (moved, lead) if moved else None
    number = int(groups["month"])
    if not 1 <= number <= 12:
        return None
    if _has_year(match):
        year = _year(match, context)
        found = make_day(year, number, 1) if year else None
        return (found, lead) if found else None
    reference = context.reference
    if reference is None:
        return None
    cue = lead if lead != "none" else context.cue(match.end())
    year = reference.year
    day = int(groups.get("day") or groups.get("from") or 0)
    here, now = (number, day), (reference.month, reference.day if day else 0)
    if lead == "past" and (here >= now if day else number >= reference.month):
        year -= 1
    elif (lead == "future" and here < now) or (cue == "future" and number < reference.month - 6):
        year += 1
    elif lead == "none" and cue == "past" and here > now:
        year -= 1
    found = make_day(year, number, 1)
    return (found, cue) if found else None


def _read_month_day(match: re.Match[str], context: Context) -> Reading:
    month = _month(match, context)
    if month is None or not korean_end(context.text, match.end()):
        return None
    return _days(match, month[0], month[1])


def _days(match: re.Match[str], month: date, direction: str) -> Reading:
    groups = match.groupdict()
    first = make_day(month.year, month.month, int(groups["day"] or groups["from"]))
    if first is None:
        return None
    until = None
    if groups["to"] or groups["day2"]:
        number = int(groups["month2"]) if groups["month2"] else month.month
        until = make_day(month.year + (number < month.month), number, int(groups["to"] or groups["day2"]))
        if until is None and groups["to"] is None:
            return None
        if until is None or until <= first:
            return None
    return Period(first, "day", until=until, direction=direction), match.end()


def _read_month(match: re.Match[str], context: Context) -> Reading:
    month = _month(match, context)
    if month is None or not korean_end(context.text, match.end()):
        return None
    return Period(month[0], "month", edge=_edge(match), direction=month[1]), match.end()


def _edge(match: re.Match[str]) -> str | None:
    word = match.groupdict().get("edge") or match.groupdict().get("edge2")
    return w.EDGES[word] if word else None


def _read_day(match: re.Match[str], context: Context) -> Reading:
    reference = context.reference
    groups = match.groupdict()
    if not korean_end(context.text, match.end(), bare=not groups["lead"]):
        return None
    number = int(groups["day"] or groups["from"])
    anchor = context.anchor
    if anchor and anchor.grain == "day" and not groups["lead"] and match.start() - context.anchor_end <= 6:
        between = context.text[context.anchor_end : match.start()]
        if JOINED.fullmatch(between) and number > anchor.last.day:
            return _days(match, unit_of(anchor.last, "month"), anchor.direction)
    if reference is None or not 1 <= number <= 31:
        return None
    lead = direction_of(groups["lead"])
    cue = lead if lead != "none" else context.cue(match.end())
    month = unit_of(reference, "month")
    if groups["lead"] in w.THIS_LEADS:
        return _days(match, month, lead)
    step = 1 if cue == "future" else -1
    for count in range(4):
        candidate = shift(month, "month", step * count)
        day = make_day(candidate.year, candidate.month, number) if candidate else None
        if day is None or candidate is None:
            continue
        if (step > 0 and day >= reference) or (step < 0 and (day < reference or (day == reference and lead != "past"))):
            return _days(match, candidate, cue)
    return None


def _read_year(match: re.Match[str], context: Context) -> Reading:
    year = _year(match, context)
    first = make_day(year, 1, 1) if year else None
    if first is None or not korean_end(context.text, match.end()):
        return None
    return Period(first, "year", edge=_edge(match), direction=direction_of(match["lead"])), match.end()


def _read_part(match: re.Match[str], context: Context) -> Reading:
    """A half or quarter, with its year or in the reference year."""
    if not korean_end(context.text, match.end()):
        return None
    year = _year(match, context) if _has_year(match) else context.reference and context.reference.year
    if not year:
        return None
    grain, number = ("half", w.HALVES[match["half"]]) if match["half"] else ("quarter", w.QUARTERS[match["quarter"]])
    first = make_day(year, 1, 1)
    moved = shift(first, grain, number - 1) if first else None
    return (Period(moved, grain, edge=_edge(match)), match.end()) if moved else None


def _read_week(match: re.Match[str], context: Context) -> Reading:
    if context.reference is None or not korean_end(context.text, match.end()):
        return None
    monday = shift(unit_of(context.reference, "week"), "week", w.RELATIVE_WEEKS[match["week"].replace("\n", " ")])
    if monday is None:
        return None
    if match["weekend"]:
        saturday, sunday = shift(monday, "day", 5), shift(monday, "day", 6)
        return (Period(saturday, "day", until=sunday), match.end()) if saturday and sunday else None
    if match["weekday"]:
        day = shift(monday, "day", w.WEEKDAYS[match["weekday"]])
        return (Period(day, "day"), match.end()) if day else None
    return Period(monday, "week", edge=_edge(match)), match.end()


def _read_weekday(match: re.Match[str], context: Context) -> Reading:
    if context.reference is None or not korean_end(context.text, match.end()):
        return None
    lead = match["lead"]
    wanted = w.WEEKDAYS[match["weekday"]]
    if lead in w.THIS_LEADS:
        day = shift(unit_of(context.reference, "week"), "day", wanted)
    elif direction_of(lead) == "future":
        day = shift(context.reference, "day", (wanted - context.reference.weekday() - 1) % 7 + 1)
    else:
        back = (context.reference.weekday() - wanted - (lead is not None)) % 7 + (lead is not None)
        day = shift(context.reference, "day", -back)
    return (Period(day, "day", direction=direction_of(lead)), match.end()) if day else None


def _read_relative_day(match: re.Match[str], context: Context) -> Reading:
    word = match["word"].replace("\n", " ")
    if not korean_end(context.text, match.end()) or context.reference is None:
        return None
    if word in w.ANCHORED_DAYS:
        base = context.day_before(match.start()) or context.reference
        day = shift(base, "day", w.ANCHORED_DAYS[word])
    else:
        day = shift(context.reference, "day", w.RELATIVE_DAYS[word])
    return (Period(day, "day"), match.end()) if day else None


def _count(text: str) -> int:
    return int(text) if text.isdigit() else w.NATIVE_NUMBERS[text]


def _read_distance(match: re.Match[str], context: Context) -> Reading:
    """'3년 전', '2주 후': the unit that lies so far from the reference."""
    grain = w.UNITS[match["unit"]]
    if context.reference is None or not is_particle_tail(hangul_after(context.text, match.end())):
        return None
    count = _count(match["count"]) * (-1 if match["way"] == "전" else 1)
    moved = shift(context.reference, grain, count)
    if moved is None:
        return None
    if grain == "week":
        return Period(moved, "day"), match.end()
    return Period(unit_of(moved, grain), grain, direction="past" if count < 0 else "future"), match.end()


def _read_duration(match: re.Match[str], context: Context) -> Reading:
    """'지난 3주', '앞으로 4주': whole units before or after the reference, as a range."""
    grain = w.UNITS[match["unit"]]
    if context.reference is None:
        return None
    count = _count(match["count"])
    if match["way"] == "앞으로" or match["way"] == "향후":
        first, end = shift(context.reference, "day", 1), shift(context.reference, grain, count)
    else:
        here = unit_of(context.reference, grain)
        back = match["way"] in (*w.PAST_LEADS, "최근")
        first = shift(here, grain, -count if back else 1)
        end = shift(here if back else (shift(here, grain, count + 1) or here), "day", -1)
    if first is None or end is None or end < first:
        return None
    return Period(first, grain, until=end), match.end()


def _read_quarter_word(match: re.Match[str], context: Context) -> Reading:
    if context.reference is None or not korean_end(context.text, match.end()):
        return None
    step = w.RELATIVE_QUARTERS[match["word"].replace("\n", " ")]
    moved = shift(unit_of(context.reference, "quarter"), "quarter", step)
    return (Period(moved, "quarter"), match.end()) if moved else None


def _read_year_part(match: re.Match[str], context: Context) -> Reading:
    if context.reference is None or not korean_end(context.text, match.end()):
        return None
    word = match["word"].replace("\n", " ")
    return Period(date(context.reference.year, 1, 1), "year", edge=w.YEAR_PARTS[word]), match.end()


def _read_numeric(match: re.Match[str], context: Context) -> Reading:
    day = make_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return (Period(day, "day"), match.end()) if day else None


def _read_months(match: re.Match[str], context: Context) -> Reading:
    """'3~5월': a range of months."""
    month = _month(match, context)
    last = make_day(month[0].year, int(match["month_to"]), 1) if month else None
    if month is None or last is None or last <= month[0] or not korean_end(context.text, match.end()):
        return None
    return Period(month[0], "month", until=last_day(last, "month"), direction=month[1]), match.end()


COUNT = rf"(?P<count>(?<![\d.,])\d{{1,3}}|{alternatives(w.NATIVE_NUMBERS)})"
DAY_WORDS = alternatives((*w.RELATIVE_DAYS, *w.ANCHORED_DAYS))
WAY = "(?P<way>지난|최근|앞으로|향후|다음)"
DURATION_END = r"(?=\s?(?:간|동안|$|[^가-힣\d]))(?!\s?\d)"
UNIT = rf"(?P<unit>{alternatives(w.UNITS)})"
KOREAN_RULES = (
    Rule(re.compile(rf"{NOT_INSIDE}{LEAD}(?:{YEAR}\s?)?{MONTH}\s?{DAYS}{WEEKDAY}"), _read_month_day),
    Rule(re.compile(rf"{NOT_INSIDE}{LEAD}(?:{YEAR}\s?)?{MONTH}{EDGE}"), _read_month),
    Rule(re.compile(rf"{NOT_INSIDE}{LEAD}(?:{YEAR}\s?)?{MONTHS}"), _read_months),
    Rule(re.compile(rf"{NOT_INSIDE}{LEAD}{DAYS}{WEEKDAY}"), _read_day),
    Rule(re.compile(rf"{NOT_INSIDE}{LEAD}{YEAR}{EDGE}"), _read_year),
    Rule(
        re.compile(
            rf"{NOT_INSIDE}(?:{YEAR}\s?)?(?:(?P<half>{alternatives(w.HALVES)})|(?P<quarter>[1-4일이삼사])\s?(?:/4|사)?\s?분기){EDGE}"
        ),
        _read_part,
    ),
    Rule(
        re.compile(
            rf"{NOT_INSIDE}(?P<week>{alternatives(w.RELATIVE_WEEKS)})(?:(?P<weekend>말)|\s?(?P<weekday>[월화수목금토일])요일|{EDGE})"
        ),
        _read_week,
    ),
    Rule(re.compile(rf"{NOT_INSIDE}{LEAD}(?P<weekday>[월화수목금토일])요일"), _read_weekday),
    Rule(re.compile(rf"{NOT_INSIDE}(?P<word>{DAY_WORDS})"), _read_relative_day),
    Rule(re.compile(rf"{NOT_INSIDE}{COUNT}\s?{UNIT}\s?(?P<way>전|후|뒤)"), _read_distance),
    Rule(re.compile(rf"{NOT_INSIDE}{WAY}\s?{COUNT}\s?{UNIT}{DURATION_END}"), _read_duration),
    Rule(re.compile(rf"{NOT_INSIDE}(?P<word>{alternatives(w.RELATIVE_QUARTERS)})"), _read_quarter_word),
    Rule(re.compile(rf"{NOT_INSIDE}(?P<word>{alternatives(w.YEAR_PARTS)})"), _read_year_part),
    Rule(
        re.compile(r"(?<![\d./-])(?P<year>(?:19|20)\d{2})(?P<sep>[-/.])\s?(?P<month>\d{1,2})(?P=sep)\s?(?P<day>\d{1,2})(?![\d])(?!-\d)"),
        _read_numeric,
    ),
)  # fmt: skip
