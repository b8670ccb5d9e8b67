"""Names and dates in a text: mentions, the entities they resolve to, and the days that are meant."""

from pipelines.entities.calendar_units import DateBounds, date_bounds
from pipelines.entities.dates import find_dates
from pipelines.entities.mentions import find_mentions
from pipelines.entities.model import DateSpan
from pipelines.entities.resolution import Decision, same_entity
from pipelines.entities.tagging import NameSpan, tag_names

__all__ = [
    "DateBounds",
    "DateSpan",
    "Decision",
    "NameSpan",
    "date_bounds",
    "find_dates",
    "find_mentions",
    "same_entity",
    "tag_names",
]
