"""Calendar arithmetic on days, weeks, months, quarters, halves and years; weeks run from Monday to Sunday.

A period is its first day with its unit; dates outside the years 1 to 9999 are None, never an error.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from pipelines.entities.model import DateSpan

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """A unit of the calendar by its first day, or a range of them up to `until`, with the edge that is meant."""

    first: date
    grain: str
    edge: str | None = None
    until: date | None = None
    direction: str = "none"

    @property
    def last(self) -> date:
        """The last day of the unit, or of the range."""
        return self.until or last_day(self.first, self.grain)

    @property
    def value(self) -> str:
        """The ISO value as DateSpan defines it."""
        text = self.first.isoformat()
        return {"year": text[:4], "month": text[:7]}.get(self.grain, text)


def make_day(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def unit_of(day: date, grain: str) -> date:
    """The first day of the unit that holds `day`."""
    if grain == "day":
        return day
    if grain == "week":
        return date.fromordinal(max(1, day.toordinal() - day.weekday()))
    width = MONTHS[grain]
    return date(day.year, (day.month - 1) // width * width + 1, 1)


def shift(day: date, grain: str, count: int) -> date | None:
    """`day` moved by so many units; a day that the target month lacks becomes its last. None outside the calendar."""
    try:
        if grain in ("day", "week"):
            return day + timedelta(days=count * (7 if grain == "week" else 1))
        months = day.year * 12 + day.month - 1 + count * MONTHS[grain]
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def last_day(first: date, grain: str) -> date:
    """The last day of the unit that starts at `first`."""
    following = shift(first, grain, 1)
    return following - timedelta(days=1) if following else date.max


def nth_weekday(month: date, weekday: int, number: int) -> date | None:
    """The so-manieth such weekday of the month that starts at `month`, the last for -1; None where it has fewer."""
    if number < 0:
        last = last_day(month, "month")
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    day = shift(month, "day", (weekday - month.weekday()) % 7 + 7 * (number - 1))
    return day if day and day.month == month.month else None


class DateBounds(NamedTuple):
    """A date as claims state it: partial ISO text, the first and last day that it can be, its unit and edge."""

    value: str
    minimum: date
    maximum: date
    precision: str
    edge: str | None


def date_bounds(span: DateSpan) -> DateBounds:
    """What a DateSpan covers, in the terms of a claim.

    A week, quarter, half or range is written as the longest of YYYY, YYYY-MM and YYYY-MM-DD that all its days share;
    where they do not even share a year, as the year of its middle day (for weeks, the week's year of ISO 8601).
    """
    text = span.value + "-01-01"[len(span.value) - 4 :] if len(span.value) < 10 else span.value
    first = date.fromisoformat(text)
    last = date.fromisoformat(span.until) if span.until else last_day(first, span.grain)
    low, high = first.isoformat(), last.isoformat()
    shared = next((low[:length] for length in (10, 7, 4) if low[:length] == high[:length]), None)
    if shared is None:
        middle = date.fromordinal((first.toordinal() + last.toordinal()) // 2)
        shared = f"{middle.year:04d}"
    return DateBounds(shared, first, last, span.grain, span.edge)
