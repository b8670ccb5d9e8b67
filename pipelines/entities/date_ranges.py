"""Ranges whose two ends were read apart: '지난해 11월부터 올해 2월까지', '2019~2021년', 'from 2019 to 2021'.

Here belongs the joining only; ranges of days inside a month are read by the rules of days themselves.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from pipelines.entities.calendar_units import Period, shift

BETWEEN = re.compile(r"\s?(?:부터|에서|[~∼〜–-])\s?|\s?[–-]\s?|\s(?:to|through|until|till)\s")
AFTER_BETWEEN = re.compile(r"\sand\s")
STARTS_RANGE = re.compile(r"between\s", re.IGNORECASE)
UNTIL = re.compile(r"까지|\s사이")
LONGEST_BETWEEN = 9
MONTHS_OF_A_YEAR = 12


class Placed(NamedTuple):
    """A period and where its words stand."""

    start: int
    end: int
    period: Period


def joined(text: str, former: Placed, last: Period, start: int, end: int) -> Placed | None:
    """The range from `former` to the period `last` that stands from `start` to `end`; None where they are no range."""
    first = former.period
    if start - former.end > LONGEST_BETWEEN:
        return None
    between = BETWEEN.fullmatch(text, former.end, start)
    if not between and AFTER_BETWEEN.fullmatch(text, former.end, start):
        between = STARTS_RANGE.match(text, former.start) or STARTS_RANGE.match(text, max(0, former.start - 8))
    if not between or first.until or last.until or first.grain != last.grain or first.edge or last.edge:
        return None
    closing = UNTIL.match(text, end)
    if "에서" in between.group() and not closing:
        return None
    if last.first <= first.first and last.grain in ("day", "month"):
        # '11월부터 2월까지' without years goes over New Year
        moved = shift(last.first, "year", 1)
        months = (moved.year - first.first.year) * 12 + moved.month - first.first.month if moved else 0
        last = replace(last, first=moved) if moved and 0 < months < MONTHS_OF_A_YEAR else last
    if last.first <= first.first:
        return None
    return Placed(former.start, closing.end() if closing else end, replace(first, until=last.last))
