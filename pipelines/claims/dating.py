"""Which of a sentence's dates belongs to an act, and whether the text dates the act or only its announcement."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from pipelines.claims.clause import AIM, FROM, REPORT, UNTIL, Clause, StatedDate
from pipelines.claims.model import PartialDate

# A day this close to the publication is the day of the announcement, where the sentence reports one.
NEWS_WINDOW = timedelta(days=4)
# What lies no farther back than this is what an article is about.
NEWS_OF_LATE = timedelta(days=31)
# What follows a date that is not when something was done, and what that makes of it; English says it before the date.
LONGEST_USE = 60
IN_BRACKETS = r"\s?(?:\([^()]{0,20}\)\s?)?"
# '업계와 두 회사', but no deal: 'X와 맺은 협약에 따르면' dates the deal.
WHOSE = r"(?:\S{1,15}\s){0,3}\S{1,15}(?<!협약)(?<!계약)(?<!합의)"
USES = (
    (UNTIL, re.compile(rf"{IN_BRACKETS}(?:\s?말|\s?초)?까지|{IN_BRACKETS}\s?이후까지")),
    (FROM, re.compile(rf"{IN_BRACKETS}부터")),
    (AIM, re.compile(rf"{IN_BRACKETS}(?:[가-힣]{{1,8}}\s){{0,3}}[가-힣]{{0,8}}(?:을|를)?\s?목표(?:로|[를을])")),
    (REPORT, re.compile(rf"{IN_BRACKETS}\s?{WHOSE}에 (?:따르면|의하면)")),
)
ENGLISH_USE = re.compile(r"(?:until|through|till|since)\b", re.IGNORECASE)
UNTIL_BEFORE = re.compile(r"\b(?:until|through|till) $", re.IGNORECASE)
# Endings of what is still ahead, beside which even a date that has begun ('이달', '올해') is one to come.
AHEAD = re.compile(
    r"예정/NNG|계획/NNG|방침/NNG|(?:ᆯ|을)/ETM|^ᆫ다|^는다"
    r"|\b(?:will|would|plan\w*|set|due|agreed|expect\w*|aim\w*|intend\w*|hope\w*|to \w+$)\b"
)


def use_of_date(text: str, start: int, end: int) -> str:
    """What the words around a date make of it: one of UNTIL, FROM, AIM and REPORT, or nothing for a time of an act."""
    after = text[end : end + LONGEST_USE].split("\n")[0]
    if ENGLISH_USE.match(text, start, end):
        return UNTIL if text[start : start + 5].lower() != "since" else FROM
    if UNTIL_BEFORE.search(text, max(0, start - 10), start):
        return UNTIL
    return next((use for use, pattern in USES if pattern.match(after)), "")


def started_on(clause: Clause) -> PartialDate | None:
    """The date from which the clause says that its state lasts ('2021년부터 …해 왔다')."""
    return next((stated.date for stated in clause.dates if stated.use == FROM), None)


def act_date(clause: Clause, published_on: date | None, *, past: bool = False) -> PartialDate | None:
    """The date that the clause states for its act; None where it states none.

    Of several the last, which stands nearest; of a `past` act the last that is not still to come.

    'Joined on 3 June, it said' dates the announcement; so does a day beside the subject of a reporting sentence, if it
    is news; a month or a year dates the act.
    """
    dates = [stated for stated in clause.dates if stated.use not in (UNTIL, AIM, REPORT)]
    own = [stated for stated in dates if stated.start < clause.start] or dates
    if own:
        over = [stated for stated in own if not is_after(stated.date, published_on)] if past else []
        stated = (over or own)[-1]
        if clause.reported and _is_news(stated, published_on) and stated.date.precision == "day":
            return replace(stated.date, basis="announced")
        return stated.date
    told = [stated for stated in clause.dates if stated.use == REPORT]
    if clause.reported:
        told = [*told, *(stated for stated in clause.report_dates if stated.use != UNTIL)]
    return replace(told[-1].date, basis="announced") if told else None


def _is_news(stated: StatedDate, published_on: date | None) -> bool:
    return published_on is None or timedelta(0) <= published_on - stated.date.maximum <= NEWS_WINDOW


def is_ahead(when: PartialDate | None, day: date | None, tail: str) -> bool:
    """Whether a date that a clause with that tail states is still to come, or has begun and is not over."""
    if when is None or day is None:
        return False
    return when.minimum > day or (when.precision != "day" and when.maximum > day and AHEAD.search(tail) is not None)


def is_after(when: PartialDate | None, day: date | None) -> bool:
    """Whether the whole date lies after `day`."""
    return when is not None and day is not None and when.minimum > day
