"""English dates that count from another day: 'last week', 'Tuesday', 'two weeks ago', 'the past three years'.

What the calendar names is in date_rules_english.py.
"""

from __future__ import annotations

import re
from datetime import date

from pipelines.entities import date_words_english as w
from pipelines.entities.calendar_units import Period, make_day, shift, unit_of
from pipelines.entities.date_fields_english import (
    COUNT,
    EDGE,
    EDGE_WORDS,
    UNIT,
    WEEKDAY,
    YEARS_OF_A_DECADE,
    count_of,
    english_cue,
    english_rule,
    lead_before,
    read_edge,
)
from pipelines.entities.date_reading import Context, Found, Reading, alternatives, directed


def _read_relative_unit(match: re.Match[str], context: Context) -> Reading:
    """'last week', 'early next year', 'the end of the month', 'this weekend'."""
    if context.reference is None:
        return None
    grain = match["unit"].lower()
    step = (match["step"] or "").lower()
    if not step and (match["edge"] or "").lower() != "end":
        return None
    count = w.STEPS.get(step, 0)
    if grain == "weekend":
        saturday = shift(unit_of(context.reference, "week"), "day", 5 + 7 * count)
        sunday = shift(saturday, "day", 1) if saturday else None
        return Found(Period(saturday, "day", until=sunday), match.end()) if saturday and sunday else None
    moved = shift(unit_of(context.reference, grain), grain, count)
    direction = w.COMPARATIVES.get((match["edge"] or "").lower(), "none")
    return Found(Period(moved, grain, edge=read_edge(match), direction=direction), match.end()) if moved else None


def _read_year_end(match: re.Match[str], context: Context) -> Reading:
    first = unit_of(context.reference, "year") if context.reference else None
    return Found(Period(first, "year", edge="end"), match.end()) if first else None


def _read_day_word(match: re.Match[str], context: Context) -> Reading:
    word = " ".join(match["word"].lower().split())
    if context.reference is None and word not in w.ANCHORED:
        return None
    if word in w.ANCHORED:
        grain, count = w.ANCHORED[word]
        anchor = context.anchor.first if context.anchor else None
        base = (context.day_before(match.start()) or context.reference) if grain == "day" else anchor
    else:
        (grain, count), base = ("day", w.DAYS[word]), context.reference
    moved = shift(unit_of(base, grain), grain, count) if base else None
    return Found(Period(moved, grain), match.end()) if moved else None


def _read_weekday(match: re.Match[str], context: Context) -> Reading:
    """A weekday: of next week for 'next', of this week for 'this', else the nearest where the sentence looks."""
    reference = context.reference
    if reference is None or not match["weekday"][0].isupper():
        return None
    wanted = w.WEEKDAYS[match["weekday"].lower()]
    step = (match["step"] or "").lower()
    cue = "past" if step == "last" else english_cue(context, match.start(), match.end())
    if step in ("next", "this"):
        day = shift(unit_of(reference, "week"), "day", wanted + 7 * (step == "next"))
    elif step == "coming" or cue == "future":
        day = shift(reference, "day", (wanted - reference.weekday()) % 7)
    else:
        day = shift(reference, "day", -((reference.weekday() - wanted - bool(step)) % 7 + bool(step)))
    return Found(Period(day, "day", direction=directed(cue)), match.end()) if day else None


def _read_ordinal_day(match: re.Match[str], context: Context) -> Reading:
    """'on the 3rd': back, or ahead where the sentence plans."""
    reference = context.reference
    if reference is None:
        return None
    ahead = english_cue(context, match.start(), match.end()) == "future"
    month = unit_of(reference, "month")
    for count in range(4):
        moved = shift(month, "month", count if ahead else -count)
        day = make_day(moved.year, moved.month, int(match["day"])) if moved else None
        if day and (day >= reference if ahead else day <= reference):
            return Found(Period(day, "day", direction="future" if ahead else "past"), match.end())
    return None


def _read_distance(match: re.Match[str], context: Context) -> Reading:
    """'two weeks ago', 'three days later' (than what was named), 'two months from now'."""
    grain = match["unit"].lower()
    count = count_of(match) * (YEARS_OF_A_DECADE if grain == "decade" else 1)
    grain = "year" if grain == "decade" else grain
    way = (match["way"] or "").split(" ")[0].lower()
    if not way:
        # 'in two weeks' is so far ahead where the sentence plans, and a duration elsewhere
        lead, _ = lead_before(context, match.start())
        if lead != "in" or english_cue(context, *match.span()) != "future":
            return None
    base: date | None = context.reference
    if way in ("later", "after"):
        base = context.anchor.first if context.anchor and context.anchor.grain == "day" else None
    back = way in ("ago", "earlier")
    moved = shift(base, grain, -count if back else count) if base else None
    if moved is None:
        return None
    unit = "day" if grain == "week" else grain
    return Found(Period(unit_of(moved, unit), unit, direction="past" if back else "future"), match.end())


def _read_duration(match: re.Match[str], context: Context) -> Reading:
    """'the past two weeks', 'the next three years': whole units before or after the running one."""
    grain = match["unit"].lower()
    if context.reference is None or grain == "decade":
        return None
    here = unit_of(context.reference, grain)
    back = w.STEPS[match["step"].lower()] < 0
    first = shift(here, grain, -count_of(match) if back else 1)
    end = here if back else shift(here, grain, count_of(match) + 1)
    until = shift(end, "day", -1) if end else None
    if first is None or until is None:
        return None
    return Found(Period(first, grain, until=until, direction="past" if back else "future"), match.end())


RELATIVE_STEP = r"(?P<step>last|previous|this|current|next|coming)\s"
COUNTED_STEP = r"(?P<step>last|past|previous|next|coming)\s"
DAY_WORDS = frozenset((*w.DAYS, *w.ANCHORED))
ENGLISH_RELATIVE_RULES = (
    english_rule(
        rf"{EDGE}(?:{RELATIVE_STEP})?(?P<unit>weekend|week|month|quarter|year)",
        _read_relative_unit,
        EDGE_WORDS | frozenset(w.STEPS),
    ),
    english_rule(
        r"(?:year[\s-]end|(?:the\s)?end\sof\sthe\syear)",
        _read_year_end,
        {"year-end", "year end", "the", "end"},
    ),
    english_rule(rf"(?P<word>{alternatives(DAY_WORDS)})", _read_day_word, DAY_WORDS),
    english_rule(
        rf"(?:(?P<step>last|this|next|coming)\s)?(?P<weekday>{WEEKDAY})",
        _read_weekday,
        frozenset(w.WEEKDAYS) | frozenset(w.STEPS),
    ),
    english_rule(rf"on\sthe\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)(?!{w.NOT_A_DAY}|-)", _read_ordinal_day, {"on the"}),
    english_rule(
        rf"{COUNT}\s{UNIT}(?:\s(?P<way>ago|earlier|later|from\snow))?",
        _read_distance,
        frozenset(w.NUMBERS),
        "a",
    ),
    english_rule(rf"(?:the\s)?{COUNTED_STEP}{COUNT}\s{UNIT}", _read_duration, frozenset(w.STEPS) | {"the"}),
)  # fmt: skip
