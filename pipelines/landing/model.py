"""What landing yields: captures, refusals, and the batch of one capture date. No reading happens here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import polars as pl

STAGE = "raw/pages"

REFUSALS: dict[str, str] = {
    "truncated": "the file or record ends before its content does; what was whole is kept",
    "corrupt": "the bytes are not what the file's suffix says",
    "unreadable": "the file could not be opened, or vanished between listing and reading",
    "outside_landing": "a link that leads out of the landing folder",
    "revisit_unresolved": "a revisit record whose payload stands in no record of its capture date",
    "content_encoding": "the body does not decode by the encoding that the response declares",
    "capture_date_unreadable": "the capture's date is no date",
    "capture_date_too_early": "the capture is older than the first day of the partitions",
    "capture_date_in_future": "the capture says that it was made after today",
}


class LandingError(Exception):
    """Landing cannot be read at all; the message is one line and says what to do."""


@dataclass(frozen=True, slots=True)
class Body:
    """A page's bytes, or None where they exceed the limit; `byte_count` and `page_id` cover what was read."""

    data: bytes | None
    byte_count: int
    page_id: str


@dataclass(frozen=True, slots=True)
class RecordName:
    """By what a WARC record is known: its id, its address with its WARC-Date as written, its payload's digest."""

    record_id: str | None = None
    url: str | None = None
    date: str | None = None
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """One captured page: where it stands (`source_file` relative to its landing root), when it was taken, its body."""

    source_file: str
    source_offset: int
    capture_date: date
    body: Body
    url: str | None = None
    fetched_at: datetime | None = None
    http_status: int | None = None
    content_type: str | None = None
    declared_charset: str | None = None
    name: RecordName | None = None


@dataclass(frozen=True, slots=True)
class Revisit:
    """A WARC record without a payload of its own, and what names the record whose payload it repeats.

    `is_no_page` is True where its own headers say that it is a picture or the like.
    """

    source_file: str
    source_offset: int
    capture_date: date
    name: RecordName
    repeats: RecordName
    fetched_at: datetime | None
    http_status: int | None
    declared_charset: str | None
    is_no_page: bool


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something of landing that cannot be used: its place, the partition that records it, a code of REFUSALS, words."""

    source_file: str
    source_offset: int
    capture_date: date
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class OtherRecord:
    """Something of landing that holds no page, by type; only counted."""

    source_file: str
    capture_date: date
    record_type: str
    name: RecordName | None = None


@dataclass(frozen=True, slots=True)
class LandingBatch:
    """One capture date: `pages` as raw/pages, `records` as core/records, `rejects` as core/rejects."""

    pages: pl.DataFrame
    records: pl.DataFrame
    rejects: pl.DataFrame
