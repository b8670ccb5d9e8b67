"""MHTML: a page that a browser saved with all that it shows, in one MIME message (RFC 2557).

Only the root document is read; pictures and styles are passed over. Headers and codings are the standard library's
work. The parts are found by their boundary here, because a parser of whole messages builds every part of a hostile one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import Message
from email.utils import parsedate_to_datetime
from itertools import islice

from pipelines.landing import bodies
from pipelines.landing.responses import HEADER_END, HTML_TYPES

SUFFIXES = (".mhtml", ".mht")
MAX_BYTES = 64 * 1024 * 1024
MAX_HEADER = 64 * 1024
MAX_PARTS = 2_000
# A message stands in a message, such as alternatives in what is related; no browser goes deeper.
MAX_DEPTH = 3


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The root document: its address, the time of saving, media type, charset, and its bytes out of their coding.

    `is_whole` is False where the file ends before its last part does; the root document is whole all the same.
    """

    url: str | None
    saved_at: datetime | None
    content_type: str
    charset: str | None
    data: bytes
    is_whole: bool = True


def read_saved_page(data: bytes) -> SavedPage | None:
    """The page of an MHTML file, or None where its root document is no HTML.

    Raises TruncatedError where the root document is cut, CorruptError where the bytes are no MIME message.
    """
    headers, body = _split(data)
    if headers is None or headers.get("Content-Type") is None:
        raise bodies.CorruptError("not MHTML: there is no MIME header")
    address = _clean(headers.get("Snapshot-Content-Location"))
    root, payload, is_whole = _root(headers, body, address, 0)
    if root is None or root.get_content_type() not in HTML_TYPES:
        return None
    if payload is None:
        raise bodies.TruncatedError("the MHTML file ends before its page does")
    return SavedPage(
        url=address or _clean(root.get("Content-Location")) or _clean(headers.get("Content-Location")),
        saved_at=saved_at(headers),
        content_type=root.get_content_type(),
        charset=_charset(root),
        data=_decoded(root, payload),
        is_whole=is_whole,
    )


def read_saved_at(start: bytes) -> datetime | None:
    """The time of saving by the first bytes of an MHTML file; None where they state none."""
    headers, _ = _split(start)
    return saved_at(headers) if headers is not None else None


def saved_at(headers: Message) -> datetime | None:
    """The message's date; without a zone it is UTC, as the mail standard has it."""
    try:
        moment = parsedate_to_datetime(str(headers.get("Date", "")))
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _split(data: bytes) -> tuple[Message | None, bytes]:
    data = data.lstrip(b"\r\n")
    end = HEADER_END.search(data, 0, MAX_HEADER)
    if end is None:
        return None, b""
    return message_from_bytes(data[: end.start()], policy=policy.compat32), data[end.end() :]


def _root(headers: Message, body: bytes, address: str | None, depth: int) -> tuple[Message | None, bytes | None, bool]:
    """The root document's headers and payload (None where it is cut), and whether the last part is whole."""
    if headers.get_content_maintype() != "multipart":
        return headers, body, True
    boundary = headers.get_boundary()
    if not boundary or depth == MAX_DEPTH:
        raise bodies.CorruptError("not MHTML: a multipart message without a boundary")
    start = _clean(headers.get_param("start"))
    parts: list[tuple[Message, bytes | None]] = []
    is_whole = False
    for part, is_whole in islice(_parts(body, boundary.encode("utf-8", "replace")), MAX_PARTS):
        inner, content = _split(part)
        if inner is not None:
            parts.append((inner, content if is_whole else None))
    if not parts:
        raise bodies.TruncatedError("the MHTML file ends before its page does")
    chosen, payload = _chosen(parts, start, address)
    if payload is not None and chosen.get_content_maintype() == "multipart":
        root, payload, inner_is_whole = _root(chosen, payload, address, depth + 1)
        return root, payload, is_whole and inner_is_whole
    return chosen, payload, is_whole


def _chosen(
    parts: list[tuple[Message, bytes | None]], start: str | None, address: str | None
) -> tuple[Message, bytes | None]:
    """The part that `start` names, else the one of the page's address, else the first HTML, else the first."""
    for name, value in (("Content-ID", start), ("Content-Location", address)):
        for part in parts:
            if value and _clean(part[0].get(name)) == value:
                return part
    readable = (part for part in parts if part[0].get_content_type() in HTML_TYPES)
    return next(readable, parts[0])


def _parts(body: bytes, boundary: bytes) -> Iterator[tuple[bytes, bool]]:
    """The parts between the boundaries, each with whether a boundary ends it."""
    mark = re.compile(rb"(?:^|\r?\n)--" + re.escape(boundary) + rb"(--)?[ \t]*(?=\r?\n|\Z)")
    found = mark.search(body)
    while found and not found[1]:
        following = mark.search(body, found.end())
        yield body[found.end() : following.start() if following else len(body)], following is not None
        found = following


def _decoded(root: Message, payload: bytes) -> bytes:
    part = Message()
    coding = str(root.get("Content-Transfer-Encoding", "")).strip()
    if coding.lower() in {"", "7bit", "8bit", "binary"}:
        return payload
    part["Content-Transfer-Encoding"] = coding
    part.set_payload(payload.decode("ascii", "surrogateescape"))
    decoded = part.get_payload(decode=True)
    return decoded if isinstance(decoded, bytes) else payload


def _charset(root: Message) -> str | None:
    try:
        return root.get_content_charset()
    except (LookupError, UnicodeError):
        return None


def _clean(value: object) -> str | None:
    """A header's value on one line without angle brackets; None for an empty one."""
    return "".join(str(value).split()).strip("<>") or None if value else None
