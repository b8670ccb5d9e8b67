"""The captures of landing by capture date: which dates there are, and everything of one date as tables.

A capture's date is the WARC-Date (its day in Seoul), else the day that a folder names, else the day of `fetched_at` in
urls.csv, else the day on which MHTML was saved, else the day on which the manifest first saw the file. Where a date
cannot be used, the capture is refused and recorded in the partition of the day on which its file was first seen, which
never moves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from pipelines.landing import bodies, warc
from pipelines.landing.addresses import ZONE, Addresses
from pipelines.landing.files import LandingFile, folder_day, list_files
from pipelines.landing.manifest import Manifest
from pipelines.landing.model import Capture, LandingBatch, OtherRecord, Refusal, Revisit
from pipelines.landing.page_files import read_page_file, refusal, saved_at
from pipelines.landing.revisits import Originals
from pipelines.landing.rows import page_row, reject_row
from pipelines.tables import pages, schemas

Item = Capture | Refusal | OtherRecord | Revisit

# Days of a WARC file already scanned in this process, so that reading many partitions scans each file once.
# Keyed by all that the answer depends on; a changed file has another size or time.
_SCANNED: dict[tuple[str | int | date, ...], frozenset[date]] = {}


@dataclass(frozen=True, slots=True)
class Placing:
    """The partition that something belongs to, and the refusal's reason and detail where its date cannot be used."""

    day: date
    reason: str | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are partitions, and how a file or record gets its day."""

    start_date: date
    today: date
    manifest: Manifest
    addresses: Addresses

    def first_seen(self, file: LandingFile) -> date:
        """The day on which the manifest first saw the file, within the partitions."""
        return min(max(self.manifest.first_seen(file.source_file), self.start_date), self.today)

    def of_file(self, file: LandingFile) -> Placing:
        """The partition of a file as a whole."""
        try:
            day = folder_day(file)
        except ValueError:
            return Placing(
                self.first_seen(file), "capture_date_unreadable", f"the folder {file.folder_date} names no day"
            )
        if day is None and (fetched := self.addresses.of(file.path).fetched_at or saved_at(file)):
            day = _seoul_day(fetched)
        return Placing(self.first_seen(file)) if day is None else self._within(day, file)

    def of_entry(self, entry: warc.WarcEntry, file: LandingFile) -> Placing:
        """The partition of a WARC record."""
        if entry.date is None:
            return self.of_file(file)
        try:
            day = _seoul_day(_warc_instant(entry.date))
        except (ValueError, OverflowError):
            return Placing(
                self.first_seen(file), "capture_date_unreadable", f"the WARC-Date {entry.date[:80]!r} is no date"
            )
        return self._within(day, file)

    def _within(self, day: date, file: LandingFile) -> Placing:
        if day < self.start_date:
            detail = f"{day} is before {self.start_date}, the first day of the partitions"
            return Placing(self.first_seen(file), "capture_date_too_early", detail)
        if day > self.today:
            return Placing(
                self.first_seen(file), "capture_date_in_future", f"{day} is after the day of the first reading"
            )
        return Placing(day)


def capture_dates(roots: Sequence[Path], *, start_date: date, today: date, manifest: Path) -> list[date]:
    """The days for which landing holds anything, sorted. Page bodies are not read.

    `today` is the current day in Seoul; it is used for files without a date that the manifest does not know yet.
    Raises LandingError where a root, the manifest or an address list cannot be read.
    """
    calendar = Calendar(start_date, today, Manifest(manifest, today), Addresses())
    days: set[date] = set()
    for file in list_files(roots):
        if file.kind == "warc":
            days |= _warc_days(file, calendar, manifest)
        else:
            days.add(calendar.of_file(file).day)
    calendar.manifest.save()
    return sorted(days)


def list_captures(
    roots: Sequence[Path],
    *,
    start_date: date,
    today: date,
    max_page_bytes: int,
    manifest: Path,
    only: date | None = None,
) -> Iterator[Item]:
    """Everything that landing holds, in the order of file name and offset; with `only`, of that capture date.

    Raises LandingError as capture_dates does. Whatever is wrong with one file or record is yielded as a Refusal.
    """
    calendar = Calendar(start_date, today, Manifest(manifest, today), Addresses())
    for file in list_files(roots):
        if file.kind == "warc":
            if only is None or only in _warc_days(file, calendar, manifest):
                yield from _warc_items(file, calendar, max_page_bytes, only)
            continue
        placing = calendar.of_file(file)
        if only in (None, placing.day):
            yield from _file_items(file, placing, calendar, max_page_bytes)
    calendar.manifest.save()


def read_partition(
    roots: Sequence[Path],
    capture_date: date,
    *,
    start_date: date,
    today: date,
    max_page_bytes: int,
    manifest: Path,
) -> LandingBatch:
    """All of one capture date as conforming tables; equal input gives equal rows in equal order.

    In `records`, `page` counts the rows of `pages`, `rejected` those of `rejects`, and `repeated` what a second landing
    root holds of the same name and content, file by file.
    """
    page_rows: dict[str, dict[str, object]] = {}
    reject_rows: dict[str, dict[str, object]] = {}
    counts: Counter[tuple[str, str]] = Counter()
    items = list_captures(
        roots, start_date=start_date, today=today, max_page_bytes=max_page_bytes, manifest=manifest, only=capture_date
    )
    for item in _resolved(items):
        if isinstance(item, OtherRecord):
            counts[item.source_file, item.record_type] += 1
            continue
        # The same file under two roots is one capture.
        if isinstance(item, Capture):
            row, rows, key, kind = page_row(item), page_rows, "capture_id", "page"
        else:
            row, rows, key, kind = reject_row(item), reject_rows, "reject_id", "rejected"
        if str(row[key]) not in rows:
            rows[str(row[key])] = row
            counts[item.source_file, kind] += 1
        else:
            counts[item.source_file, "repeated"] += 1
    record_rows = [
        {"source_file": file, "capture_date": capture_date, "record_type": kind, "record_count": count}
        for (file, kind), count in counts.items()
    ]
    return LandingBatch(
        pages=schemas.frame(pages.RAW_PAGES, page_rows.values()),
        records=schemas.frame(pages.RECORDS, record_rows),
        rejects=schemas.frame(pages.REJECTS, reject_rows.values()),
    )


def _resolved(items: Iterator[Item]) -> Iterator[Capture | Refusal | OtherRecord]:
    """The items of one capture date, at last the revisits among them with what they repeat."""
    originals = Originals()
    revisits: list[Revisit] = []
    for item in items:
        if isinstance(item, Revisit):
            revisits.append(item)
            continue
        if isinstance(item, Capture | OtherRecord):
            originals.add(item)
        yield item
    yield from map(originals.resolve, revisits)


def _file_items(file: LandingFile, placing: Placing, calendar: Calendar, max_page_bytes: int) -> Iterator[Item]:
    if file.kind == "outside":
        detail = "the link leads out of the landing folder"
        yield Refusal(file.source_file, 0, placing.day, "outside_landing", detail)
    elif file.kind == "other":
        yield OtherRecord(file.source_file, placing.day, "not_html")
    elif placing.reason:
        yield Refusal(file.source_file, 0, placing.day, placing.reason, placing.detail)
    else:
        yield from read_page_file(file, placing.day, calendar.addresses.of(file.path), max_page_bytes)


def _warc_items(file: LandingFile, calendar: Calendar, max_page_bytes: int, only: date | None) -> Iterator[Item]:
    last_day: date | None = None
    offset = 0
    try:
        for entry in warc.entries(file.path):
            offset = entry.offset
            placing = calendar.of_entry(entry, file)
            if only in (None, placing.day):
                yield _entry_item(file, entry, placing, max_page_bytes)
            if placing.reason is None:
                last_day = placing.day
    except (OSError, bodies.TruncatedError, bodies.CorruptError) as error:
        day = last_day or calendar.of_file(file).day
        if only in (None, day):
            yield refusal(file, offset, day, error)


def _entry_item(file: LandingFile, entry: warc.WarcEntry, placing: Placing, max_page_bytes: int) -> Item:
    if entry.record_type == "revisit":
        return _revisit_item(file, entry, placing)
    if entry.record_type not in {"response", "resource"}:
        return OtherRecord(file.source_file, placing.day, entry.record_type)
    try:
        page = warc.read_page(entry, max_page_bytes)
    except bodies.CorruptError as error:
        return Refusal(file.source_file, entry.offset, placing.day, "content_encoding", str(error))
    except bodies.TruncatedError as error:
        return Refusal(file.source_file, entry.offset, placing.day, "truncated", str(error))
    if page is None:
        return OtherRecord(file.source_file, placing.day, "not_html", name=entry.name)
    if placing.reason:
        return Refusal(file.source_file, entry.offset, placing.day, placing.reason, placing.detail)
    return Capture(
        source_file=file.source_file,
        source_offset=entry.offset,
        capture_date=placing.day,
        body=page.body,
        url=entry.url,
        fetched_at=_warc_instant(entry.date) if entry.date else None,
        http_status=page.status,
        content_type=page.content_type,
        declared_charset=page.charset,
        name=entry.name,
    )


def _revisit_item(file: LandingFile, entry: warc.WarcEntry, placing: Placing) -> Item:
    if placing.reason:
        return Refusal(file.source_file, entry.offset, placing.day, placing.reason, placing.detail)
    page = warc.read_revisit(entry)
    return Revisit(
        source_file=file.source_file,
        source_offset=entry.offset,
        capture_date=placing.day,
        name=entry.name,
        repeats=entry.repeats,
        fetched_at=_warc_instant(entry.date) if entry.date else None,
        http_status=page.status if page else None,
        declared_charset=page.charset if page else None,
        is_no_page=page is None,
    )


def _warc_days(file: LandingFile, calendar: Calendar, manifest: Path) -> frozenset[date]:
    try:
        status = file.path.stat()
        version = (status.st_size, status.st_mtime_ns)
    except OSError:
        version = (-1, -1)
    key = (str(file.path), file.source_file, *version, str(manifest), calendar.start_date, calendar.today)
    if key not in _SCANNED:
        _SCANNED[key] = _scan_days(file, calendar)
    return _SCANNED[key]


def _scan_days(file: LandingFile, calendar: Calendar) -> frozenset[date]:
    days: set[date] = set()
    last_day: date | None = None
    try:
        for entry in warc.entries(file.path):
            placing = calendar.of_entry(entry, file)
            days.add(placing.day)
            last_day = last_day if placing.reason else placing.day
    except (OSError, bodies.TruncatedError, bodies.CorruptError):
        days.add(last_day or calendar.of_file(file).day)
    return frozenset(days)


def _warc_instant(text: str) -> datetime:
    parsed = datetime.fromisoformat(text.strip())
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)


def _seoul_day(instant: datetime) -> date:
    return instant.astimezone(ZONE).date()
