"""What one way of reading a page found; readings are put one over another, the surest first."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime

from pipelines.articles.blocks import Block


@dataclass(frozen=True, slots=True)
class Reading:
    """Fields of an article as far as an adapter, the metadata or the generic path found them."""

    method: str = ""
    blocks: tuple[Block, ...] = ()
    captions: tuple[str, ...] = ()
    title: str | None = None
    subtitle: str | None = None
    byline_names: tuple[str, ...] = ()
    publisher: str | None = None
    portal: str | None = None
    section: str | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None
    canonical_url: str | None = None
    original_url: str | None = None

    def over(self, other: Reading) -> Reading:
        """This reading, with `other` where this one found nothing."""
        return Reading(*(getattr(self, name) or getattr(other, name) for name in FIELDS))


FIELDS = tuple(field.name for field in fields(Reading))
