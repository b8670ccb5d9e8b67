"""WARC files record by record (plain, gzip, zstd, LZ4), and whether a file ends where it should.

fastwarc reads the format; what it lets pass in silence (a gzip file cut inside a header, a last record that is too
short) is found here, so that a cut file never looks whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecord

from pipelines.landing import bodies, responses
from pipelines.landing.lz4_frames import MAGIC as LZ4_MAGIC
from pipelines.landing.lz4_frames import check_frames
from pipelines.landing.model import Body, RecordName

SUFFIXES = (".warc", ".warc.gz", ".warc.zst", ".warc.lz4")
RECORD_TYPES = frozenset(
    {"warcinfo", "response", "resource", "request", "metadata", "revisit", "conversion", "continuation"}
)
HEADER_BYTES = 64 * 1024
START_BYTES = 64 * 1024
GZIP_MAGIC = b"\x1f\x8b"
ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
NO_BODY = Body(None, 0, "")
CONTENT_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,18})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class WarcEntry:
    """One record: its offset, its headers of interest, how its block begins, and the record itself.

    The record can be read on only while the iteration stands on it.
    """

    offset: int
    record_type: str
    url: str | None
    date: str | None
    start: bytes
    record: WarcRecord

    @property
    def name(self) -> RecordName:
        """What other records call this one."""
        return self._named("WARC-Record-ID", self.url, self.date)

    @property
    def repeats(self) -> RecordName:
        """What a revisit record calls the one that it repeats."""
        headers = self.record.headers
        url = _address(headers.get("WARC-Refers-To-Target-URI"))
        return self._named("WARC-Refers-To", url, headers.get("WARC-Refers-To-Date"))

    def _named(self, id_header: str, url: str | None, when: str | None) -> RecordName:
        headers = self.record.headers
        digest = headers.get("WARC-Payload-Digest")
        return RecordName(_address(headers.get(id_header)), url, when, digest.strip().lower() if digest else None)


@dataclass(frozen=True, slots=True)
class WarcPage:
    """The page in a record: HTTP status, media type, charset and the decoded body."""

    status: int | None
    content_type: str | None
    charset: str | None
    body: Body


def entries(path: Path) -> Iterator[WarcEntry]:
    """The records of a WARC file in their order.

    After the last whole record this raises TruncatedError or CorruptError where the file does not end as it should, and
    OSError where it cannot be opened. Records inside one compressed block count on from the block's offset, so that
    every record has an offset of its own.
    """
    size = path.stat().st_size
    previous, last_start = -1, 0
    with path.open("rb") as file:
        try:
            for record in ArchiveIterator(file, parse_http=False):
                last_start = record.stream_pos
                previous = max(last_start, previous + 1)
                headers = record.headers
                expected = min(record.content_length, START_BYTES)
                start = record.reader.read(expected)
                # fastwarc yields a record that breaks off in its header with whatever headers it saw.
                if len(start) < expected or headers.get("Content-Length") is None:
                    raise bodies.TruncatedError("the last record ends before its content does")
                kind = (headers.get("WARC-Type") or "").lower()
                yield WarcEntry(
                    offset=previous,
                    record_type=kind if kind in RECORD_TYPES else "unknown",
                    url=_address(headers.get("WARC-Target-URI")),
                    date=headers.get("WARC-Date"),
                    start=start,
                    record=record,
                )
        except OSError as error:
            if error.errno is not None:
                raise
            message = str(error)
            if "incomplete" in message or "fill whole buffer" in message or "unexpected end" in message.lower():
                raise bodies.TruncatedError(f"the WARC file ends early: {message}") from error
            raise bodies.CorruptError(f"not WARC data from here on: {message}") from error
    if previous < 0:
        raise bodies.CorruptError("the file holds no WARC record")
    _check_end(path, last_start, size)


def read_page(entry: WarcEntry, max_page_bytes: int) -> WarcPage | None:
    """The page of a response or resource record, or None where the record holds none.

    Raises TruncatedError or CorruptError. The record is read to its end only where it holds a page.
    """
    record = entry.record
    length = record.content_length
    start = entry.start
    if entry.record_type == "resource":
        media, charset = responses.media_type(record.headers.get("Content-Type"))
        head = responses.ResponseHead(None, media, charset, (), chunked=False, body_start=0)
    else:
        found = responses.read_head(start)
        if found is None:
            return None
        head = found
    if not responses.is_html(head.content_type, start[head.body_start : head.body_start + 1024]):
        return None
    if length - head.body_start > max_page_bytes:
        body = bodies.collect(_rest(record, start[head.body_start :], length - len(start)), max_page_bytes)
    else:
        block = b"".join(_rest(record, start, length - len(start)))
        body = responses.decoded_body(head, block[head.body_start :], max_page_bytes)
    return WarcPage(head.status, head.content_type, head.charset, body)


def read_revisit(entry: WarcEntry) -> WarcPage | None:
    """What a revisit record says of its page: a body without bytes; None where it is a picture or the like."""
    head = responses.read_head(entry.start)
    if head is None:
        return WarcPage(None, None, None, NO_BODY)
    if head.content_type is not None and head.content_type not in responses.HTML_TYPES:
        return None
    return WarcPage(head.status, head.content_type, head.charset, NO_BODY)


def _address(value: str | None) -> str | None:
    return value.strip().strip("<>") or None if value else None


def _rest(record: WarcRecord, start: bytes, remaining: int) -> Iterator[bytes]:
    yield start
    while remaining > 0:
        chunk = record.reader.read(min(remaining, bodies.CHUNK))
        if not chunk:
            raise bodies.TruncatedError("the record ends before its content does")
        remaining -= len(chunk)
        yield chunk


def _check_end(path: Path, last_start: int, size: int) -> None:
    """Raise TruncatedError unless the last record, which begins at `last_start`, is whole."""
    with path.open("rb") as file:
        magic = file.read(5)
        file.seek(last_start)
        if magic.startswith(GZIP_MAGIC):
            # A single member holds all records: its offset says nothing, and the whole file is gone through.
            in_members = file.read(2) == GZIP_MAGIC
            file.seek(last_start if in_members else 0)
            for _ in bodies.gzip_chunks(file):
                pass
        elif magic.startswith(ZSTD_MAGIC):
            file.seek(last_start if file.read(4) == ZSTD_MAGIC else 0)
            for _ in bodies.zstd_chunks(file):
                pass
        elif magic.startswith(LZ4_MAGIC):
            file.seek(last_start if file.read(4) == LZ4_MAGIC else 0)
            check_frames(file, size)
        elif magic == b"WARC/":
            header = file.read(HEADER_BYTES)
            end = responses.HEADER_END.search(header)
            length = CONTENT_LENGTH.search(header, 0, end.start() + 2) if end else None
            record_end = last_start + end.end() + int(length[1]) if end and length else size + 1
            file.seek(record_end)
            if record_end > size or file.read(HEADER_BYTES).strip():
                raise bodies.TruncatedError("the last record ends before its content does")
