"""What a page becomes: an Article with its sentences, or a Reject that says why not."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an article's text: half-open character offsets, and its zone (headline, subhead, lead, body)."""

    char_start: int
    char_end: int
    zone: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: position in the text from 0, half-open character offsets, zone, and the speaker of a quotation."""

    sentence_no: int
    char_start: int
    char_end: int
    zone: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """That a page corrects an earlier one, with the address and the day of that one, where the page names them."""

    url: str | None = None
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """What one page says. `text` is the title, a blank line, then paragraphs separated by blank lines.

    Times are aware datetimes in the zone that the source uses. A field that the page does not state is None;
    `published_missing_reason` says why there is no publication time.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    language: str
    method: str
    charset: str
    title: str | None = None
    subtitle: str | None = None
    byline_names: tuple[str, ...] = ()
    publisher: str | None = None
    portal: str | None = None
    section: str | None = None
    published_at: datetime | None = None
    published_missing_reason: str | None = None
    updated_at: datetime | None = None
    url: str | None = None
    canonical_url: str | None = None
    original_url: str | None = None
    captions: tuple[str, ...] = field(default=())
    correction: Correction | None = None

    @property
    def published_on(self) -> date | None:
        """The day of publication in the source's own zone."""
        return self.published_at.date() if self.published_at else None


@dataclass(frozen=True, slots=True)
class Reject:
    """Why an input did not go on: the stage, a reason code, and the reason in words."""

    stage: str
    reason: str
    detail: str
