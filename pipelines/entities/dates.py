"""Dates and periods of a text, resolved against a reference day as news uses them.

Patterns come from date_rules.py and its English sister; here is the reading: candidates in order, the longer of two
that start together, and the memory of what was named before ('같은 달', '이날'). Without a reference only what the text
itself fixes is given.
"""

from __future__ import annotations

from datetime import date, datetime

from pipelines.entities.calendar_units import Period
from pipelines.entities.date_reading import Context
from pipelines.entities.date_rules import KOREAN_RULES
from pipelines.entities.date_rules_english import ENGLISH_RULES
from pipelines.entities.model import DateSpan
from pipelines.entities.readable import readable

RULES = (*KOREAN_RULES, *ENGLISH_RULES)


def find_dates(text: str, reference: date | datetime | None) -> list[DateSpan]:
    """The dates and periods that `text` names, in order and without overlaps.

    `reference` is the day of publication; a datetime counts as its own day. Durations without an anchor, counts, ages,
    ordinals, versions and telephone numbers give nothing.
    """
    day = reference.date() if isinstance(reference, datetime) else reference
    text = readable(text)
    candidates = [
        (match.start(), -match.end(), order, match)
        for order, rule in enumerate(RULES)
        for match in rule.pattern.finditer(text)
    ]
    candidates.sort(key=lambda found: found[:3])
    context = Context(text, day)
    spans: list[DateSpan] = []
    reached = 0
    for start, _, order, match in candidates:
        if start < reached:
            continue
        found = RULES[order].read(match, context)
        if found is None:
            continue
        period, end = found
        context.remember(period, end)
        spans.append(_span(text, start, end, period))
        reached = end
    return spans


def _span(text: str, start: int, end: int, period: Period) -> DateSpan:
    return DateSpan(
        start=start,
        end=end,
        surface=text[start:end],
        value=period.value,
        until=period.until.isoformat() if period.until else None,
        grain=period.grain,
        edge=period.edge,
        direction=period.direction,
    )
