"""Korean dates that count from another day: weeks, weekdays, 'yesterday', 'three years ago', 'the past two weeks'."""

from __future__ import annotations

import re
from datetime import date

from pipelines.entities import date_words as w
from pipelines.entities.calendar_units import Period, shift, unit_of
from pipelines.entities.date_fields import LEAD, LEAD_WORDS
from pipelines.entities.date_reading import (
    REPORTED_WITHIN,
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

DOUBTFUL_WEEKS = {word: re.compile(after) for word, after in w.DOUBTFUL_WEEKS.items()}
EVENT_BEFORE = re.compile(rf"(?:{alternatives(w.EVENT_BEFORE)}|(?<![가-힣])[그이])\s?$")
HIGHEST = re.compile(r"\s?(?:최[고대저소다장]|가장|처음|첫)")
# '월요일, 1월 22일': the day itself says more
BEFORE_A_DAY = re.compile(r",?\s\d{1,2}\s?월\s?\d{1,2}\s?일")
ROLLING = re.compile(r"\s?(?:간|동안)")


def _weekend(monday: date | None) -> Period | None:
    saturday, sunday = (shift(monday, "day", count) if monday else None for count in (5, 6))
    return Period(saturday, "day", until=sunday) if saturday and sunday else None


def _read_week(match: re.Match[str], context: Context) -> Reading:
    word = spaced(match["week"])
    if word in DOUBTFUL_WEEKS and not DOUBTFUL_WEEKS[word].match(context.text, match.end("week")):
        return None
    if context.reference is None or not korean_end(context.text, match.end()):
        return None
    monday = shift(unit_of(context.reference, "week"), "week", w.RELATIVE_WEEKS[word])
    if monday is None:
        return None
    if match["weekend"]:
        weekend = _weekend(monday)
        return Found(weekend, match.end()) if weekend else None
    if match["weekday"]:
        day = shift(monday, "day", w.WEEKDAYS[match["weekday"]])
        return Found(Period(day, "day"), match.end()) if day else None
    edge = w.EDGES[match["edge"]] if match["edge"] else None
    return Found(Period(monday, "week", edge=edge), match.end())


def _read_weekend(match: re.Match[str], context: Context) -> Reading:
    """'주말', '지난 주말': the weekend of the reference week, or the last or next one by lead and clause."""
    reference = context.reference
    if reference is None or not korean_end(context.text, match.end()):
        return None
    monday = unit_of(reference, "week")
    cue = direction_of(match["lead"]) if match["lead"] else context.cue(match.end())
    if cue == "past" and reference.weekday() < 5 + bool(match["lead"]) and match["lead"] not in w.THIS_LEADS:
        weekend = _weekend(shift(monday, "week", -1))
    else:
        weekend = _weekend(shift(monday, "week", int(spaced(match["lead"] or "") == "다음")))
    return Found(weekend, match.end()) if weekend else None


def _read_weekday(match: re.Match[str], context: Context) -> Reading:
    """A weekday: of next week for '다음', of this week for '이번', else the nearest where the clause looks."""
    reference = context.reference
    if reference is None or not korean_end(context.text, match.end()):
        return None
    if BEFORE_A_DAY.match(context.text, match.end()):
        return None
    lead = match["lead"]
    wanted = w.WEEKDAYS[match["weekday"]]
    cue = direction_of(lead) if lead else context.cue(match.end())
    if cue == "open" and (reference.weekday() - wanted) % 7 > REPORTED_WITHIN:
        cue = "future"
    if lead in w.THIS_LEADS or lead == "다음":
        day = shift(unit_of(reference, "week"), "day", wanted + 7 * (lead == "다음"))
    elif cue == "future":
        day = shift(reference, "day", (wanted - reference.weekday() - bool(lead)) % 7 + bool(lead))
    else:
        day = shift(reference, "day", -((reference.weekday() - wanted - bool(lead)) % 7 + bool(lead)))
    return Found(Period(day, "day", direction=directed(cue)), match.end()) if day else None


def _read_day_word(match: re.Match[str], context: Context) -> Reading:
    word = spaced(match["word"])
    if not korean_end(context.text, match.end()) or context.reference is None:
        return None
    if word in w.ANCHORED_DAYS:
        base = context.day_before(match.start())
        if base is None and word in w.NEVER_THE_REFERENCE:
            return None
        base = base or context.reference
        day = shift(base, "day", w.ANCHORED_DAYS[word])
    else:
        day = shift(context.reference, "day", w.RELATIVE_DAYS[word])
    return Found(Period(day, "day"), match.end()) if day else None


def _count(match: re.Match[str]) -> tuple[int, str]:
    """How many of which unit the words say."""
    if match["native_days"]:
        return w.NATIVE_DAYS.get(match["native_days"], 3), "day"
    if match["native"]:
        return w.NATIVE_NUMBERS[match["native"]], w.UNITS[match["native_unit"]]
    if match["sino"]:
        return w.SINO_NUMBERS[match["sino"]], w.UNITS[match["sino_unit"]]
    return int(match["count"]), w.UNITS[match["unit"]]


def _read_distance(match: re.Match[str], context: Context) -> Reading:
    """'3년 전', '2주 후', '사흘 뒤', '3년 안에': the unit that lies so far from the reference, or after '그로부터'.

    A term ('3년 안에', '1주일 내') is the day or month in which it ends.
    """
    base = context.reference
    if match["since"] == "그":
        base = context.anchor.first if context.anchor else None
    elif not match["since"] and EVENT_BEFORE.search(context.text[max(0, match.start() - 8) : match.start()]):
        return None
    if base is None or match["native_days"] in w.A_FEW_DAYS or not korean_end(context.text, match.end()):
        return None
    count, grain = _count(match)
    if match["years"]:
        if grain != "month":
            return None
        count += 12 * int(match["years"])
    if match["term"]:
        if grain in ("day", "quarter") or HIGHEST.match(context.text, match.end()):
            return None
        moved = shift(base, grain, count)
        if moved is None:
            return None
        unit = "day" if grain == "week" else "month"
        return Found(Period(unit_of(moved, unit), unit, edge="end", direction="future"), match.end())
    back = match["way"].endswith("전")
    moved = shift(base, grain, -count if back else count)
    if moved is None:
        return None
    direction = "past" if back else "future"
    unit = "day" if grain == "week" else grain
    return Found(Period(unit_of(moved, unit), unit, direction=direction), match.end())


def _read_duration(match: re.Match[str], context: Context) -> Reading:
    """'지난 3주', '앞으로 4주': whole units before or after the running one, as a range.

    From day to day where the words count from now ('앞으로', '향후') or measure ('지난 3년간').
    """
    here = context.reference
    if here is None:
        return None
    count, grain = _count(match)
    way = match["way"]
    back = way in (*w.PAST_LEADS, "최근", "과거")
    rolling = way in ("앞으로", "향후") or (grain in ("month", "year") and ROLLING.match(context.text, match.end()))
    if rolling:
        first = shift(here, grain, -count) if back else shift(here, "day", 1)
        end = shift(here, "day", -1) if back else shift(here, grain, count)
    else:
        start = unit_of(here, grain)
        first = shift(start, grain, -count if back else 1)
        end = shift(start, "day", -1) if back else shift(shift(start, grain, count + 1) or here, "day", -1)
    if first is None or end is None or end < first:
        return None
    unit = "day" if rolling and grain != "week" else grain
    return Found(Period(first, unit, until=end, direction="past" if back else "future"), match.end())


def _read_quarter_word(match: re.Match[str], context: Context) -> Reading:
    if context.reference is None or not korean_end(context.text, match.end()):
        return None
    step = w.RELATIVE_QUARTERS[spaced(match["word"])]
    moved = shift(unit_of(context.reference, "quarter"), "quarter", step)
    return Found(Period(moved, "quarter"), match.end()) if moved else None


COUNTED = (
    rf"(?:(?P<count>\d{{1,3}})\s?(?P<unit>{alternatives(w.UNITS)})"
    rf"|(?P<native>{alternatives(w.NATIVE_NUMBERS)})\s?(?P<native_unit>{alternatives(w.NATIVE_UNITS)})"
    rf"|(?P<sino>{alternatives(w.SINO_NUMBERS)})\s?(?P<sino_unit>{alternatives(w.SINO_UNITS)})"
    rf"|(?P<native_days>{alternatives((*w.NATIVE_DAYS, *w.A_FEW_DAYS))}))"
)
WAYS = ("지난", "저번", "최근", "과거", "앞으로", "향후", "다음")
DURATION_END = r"(?=\s?(?:간|동안|새|내내|$|[^가-힣\d])|[을를의은는이가에과와도])(?!\s?\d)"
WEEK_EDGE = r"(?:\s?(?P<edge>초|말|중반)(?![가-힣]))?"
_weekdays = frozenset(f"{letter}요일" for letter in w.WEEKDAYS)
_native_days = frozenset((*w.NATIVE_DAYS, *w.A_FEW_DAYS))
_native = {f"{n}{gap}{unit}" for n in w.NATIVE_NUMBERS for gap in ("", " ") for unit in w.NATIVE_UNITS}
_sino = {f"{n}{gap}{unit}" for n in w.SINO_NUMBERS for gap in ("", " ") for unit in w.SINO_UNITS}
_counted = frozenset(_native | _sino) - frozenset(w.DOUBTFUL_COUNTS) | _native_days
RELATIVE_RULES = (
    Rule(
        re.compile(
            rf"(?P<week>{alternatives(w.RELATIVE_WEEKS)})"
            rf"(?:(?P<weekend>말)(?![가-힣]*초)|\s?(?P<weekday>[월화수목금토일])요일|{WEEK_EDGE})"
        ),
        _read_week,
        frozenset(w.RELATIVE_WEEKS),
    ),
    Rule(re.compile(rf"{LEAD}주말"), _read_weekend, LEAD_WORDS | {"주말"}),
    Rule(re.compile(rf"{LEAD}(?P<weekday>[월화수목금토일])요일"), _read_weekday, LEAD_WORDS | _weekdays),
    Rule(
        re.compile(rf"(?P<word>{alternatives((*w.RELATIVE_DAYS, *w.ANCHORED_DAYS))})(?!야)"),
        _read_day_word,
        frozenset((*w.RELATIVE_DAYS, *w.ANCHORED_DAYS)),
    ),
    Rule(
        re.compile(rf"(?:(?P<since>그|이|지금)(?:으)?로부터\s)?(?:(?P<years>\d{{1,2}})\s?년\s)?{COUNTED}\s?(?:(?P<way>이?전|이?후|뒤)|(?P<term>안|내))(?=에|[^가-힣]|$|의|인|쯤|부터|만|엔|까지|으로|로|도|은|이|과|와|보다)"),
        _read_distance,
        _counted | {"그로부터", "이로부터", "지금으로부터"},
        "년개달주일월분",
    ),
    Rule(re.compile(rf"(?P<way>{'|'.join(WAYS)})\s?{COUNTED}{DURATION_END}"), _read_duration, frozenset(WAYS)),
    Rule(
        re.compile(rf"(?P<word>{alternatives(w.RELATIVE_QUARTERS)})"),
        _read_quarter_word,
        frozenset(w.RELATIVE_QUARTERS),
    ),
)  # fmt: skip
