"""Which of a sentence's dates belongs to an act, and whether the text dates the act or only its announcement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from pipelines.claims.clause import Clause, StatedDate
from pipelines.claims.model import PartialDate

# A day this close to the publication is the day of the announcement, where the sentence reports one.
NEWS_WINDOW = timedelta(days=4)


def act_date(clause: Clause, published_on: date | None) -> PartialDate | None:
    """The date that the clause states for its act; None where it states none.

    'Joined on 3 June, it said' dates the announcement; so does a day beside the subject of a reporting sentence, if it
    is news; a month or a year dates the act.
    """
    own = [stated for stated in clause.dates if stated.start < clause.start] or list(clause.dates)
    if own:
        stated = own[-1]
        if clause.reported and _is_news(stated, published_on) and stated.date.precision == "day":
            return replace(stated.date, basis="announced")
        return stated.date
    if clause.reported and clause.report_dates:
        return replace(clause.report_dates[-1].date, basis="announced")
    return None


def _is_news(stated: StatedDate, published_on: date | None) -> bool:
    return published_on is None or timedelta(0) <= published_on - stated.date.maximum <= NEWS_WINDOW


def is_after(when: PartialDate | None, day: date | None) -> bool:
    """Whether the whole date lies after `day`."""
    return when is not None and day is not None and when.minimum > day
