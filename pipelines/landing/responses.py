"""An HTTP response inside a WARC record: status, headers, and the body as a reader would see it.

Decoding is done here and not by the WARC reader, because a body that does not decode must not end the reading of the
records after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.landing import bodies
from pipelines.landing.model import Body

HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
HEADER_END = re.compile(rb"\r?\n\r?\n")
STATUS_LINE = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})")
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
LOOKS_LIKE_HTML = re.compile(
    rb"\s*+(?:\xef\xbb\xbf\s*+)?<(?:!doctype|html|head|body|meta|!--|\?xml|div|p\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ResponseHead:
    """What stands before a response's body: status, media type, charset and codings, and where the body begins."""

    status: int | None
    content_type: str | None
    charset: str | None
    content_encodings: tuple[str, ...]
    chunked: bool
    body_start: int


def read_head(block: bytes) -> ResponseHead | None:
    """The head of an HTTP response, or None where the block does not begin with one."""
    line = STATUS_LINE.match(block)
    end = HEADER_END.search(block)
    if not line or not end:
        return None
    headers: dict[str, str] = {}
    for raw in block[: end.start()].splitlines()[1:]:
        name, colon, value = raw.decode("latin-1").partition(":")
        if colon:
            headers[name.strip().lower()] = value.strip()
    status = int(line[1])
    media, charset = media_type(headers.get("content-type"))
    encodings = tuple(part for part in re.split(r"[\s,]+", headers.get("content-encoding", "").lower()) if part)
    return ResponseHead(
        status=status if 100 <= status <= 999 else None,
        content_type=media,
        charset=charset,
        content_encodings=tuple(encoding for encoding in encodings if encoding != "identity"),
        chunked="chunked" in headers.get("transfer-encoding", "").lower(),
        body_start=end.end(),
    )


def media_type(header: str | None) -> tuple[str | None, str | None]:
    """Media type and charset parameter of a Content-Type header, both in lower case."""
    if not header:
        return None, None
    charset = CHARSET.search(header)
    media = header.partition(";")[0].strip().lower()
    return media or None, charset[1].lower() if charset else None


def is_html(content_type: str | None, start_of_body: bytes) -> bool:
    """Whether a body is a page: by its media type, or by its first bytes where none is declared."""
    if content_type is None:
        return LOOKS_LIKE_HTML.match(start_of_body) is not None
    return content_type in HTML_TYPES


def decoded_body(head: ResponseHead, payload: bytes, max_page_bytes: int) -> Body:
    """The body without transfer and content codings; raises TruncatedError or CorruptError where it does not decode.

    Archives often store bodies that are decoded already while the headers still name the coding: a payload that is
    plainly HTML is taken as it stands.
    """
    if head.chunked:
        payload = unchunk(payload)
    if len(head.content_encodings) > 4:
        raise bodies.CorruptError("more than four content encodings")
    if not head.content_encodings or LOOKS_LIKE_HTML.match(payload):
        return bodies.collect([payload], max_page_bytes)
    for encoding in head.content_encodings[:0:-1]:
        inner = bodies.collect(bodies.encoded_chunks(payload, encoding), bodies.MEASURED_BYTES // 4)
        if inner.data is None:
            return inner
        payload = inner.data
    return bodies.collect(bodies.encoded_chunks(payload, head.content_encodings[0]), max_page_bytes)


def unchunk(payload: bytes) -> bytes:
    """A chunked body put together; a body that is not chunked at all is returned as it is.

    Raises TruncatedError where the chunks end early.
    """
    parts: list[bytes] = []
    position = 0
    while True:
        end = payload.find(b"\n", position, position + 1024)
        size_text = payload[position:end].partition(b";")[0].strip() if end >= 0 else b""
        if not re.fullmatch(rb"[0-9a-fA-F]{1,15}", size_text):
            if not parts:
                return payload
            raise bodies.TruncatedError("the chunked body ends early")
        size = int(size_text, 16)
        if size == 0:
            return b"".join(parts)
        chunk = payload[end + 1 : end + 1 + size]
        if len(chunk) < size:
            raise bodies.TruncatedError("the chunked body ends early")
        parts.append(chunk)
        position = end + 1 + size
        position += 2 if payload[position : position + 2] == b"\r\n" else 1
