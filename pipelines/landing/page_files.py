"""Files that hold one page each: HTML as it is, and the root document of MHTML, compressed or not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice

from pipelines.landing import bodies, mhtml
from pipelines.landing.addresses import Address
from pipelines.landing.files import LandingFile, is_saved_page
from pipelines.landing.model import Capture, OtherRecord, Refusal


def read_page_file(
    file: LandingFile, day: date, address: Address, max_page_bytes: int
) -> Iterator[Capture | Refusal | OtherRecord]:
    """The page of a file, or why there is none. MHTML that ends after its page gives the page and a refusal."""
    try:
        if is_saved_page(file.path.name):
            yield from _saved_page(file, day, address, max_page_bytes)
        else:
            body = bodies.collect(bodies.file_chunks(file.path), max_page_bytes)
            yield Capture(file.source_file, 0, day, body, url=address.url, fetched_at=address.fetched_at)
    except (OSError, bodies.TruncatedError, bodies.CorruptError) as error:
        yield refusal(file, 0, day, error)


def saved_at(file: LandingFile) -> datetime | None:
    """When an MHTML file was saved, by its first bytes; None for other files, and where that cannot be read."""
    if not is_saved_page(file.path.name):
        return None
    try:
        start = b"".join(islice(bodies.file_chunks(file.path), mhtml.MAX_HEADER // bodies.ZSTD_CHUNK))
    except (OSError, bodies.TruncatedError, bodies.CorruptError):
        return None
    return mhtml.read_saved_at(start[: mhtml.MAX_HEADER])


def refusal(file: LandingFile, offset: int, day: date, error: Exception) -> Refusal:
    """What reading a file or record raised, as a refusal."""
    if isinstance(error, OSError) and error.errno is not None:
        return Refusal(file.source_file, offset, day, "unreadable", error.strerror or "the file cannot be read")
    reason = "truncated" if isinstance(error, bodies.TruncatedError) else "corrupt"
    return Refusal(file.source_file, offset, day, reason, str(error))


def _saved_page(
    file: LandingFile, day: date, address: Address, max_page_bytes: int
) -> Iterator[Capture | Refusal | OtherRecord]:
    container = bodies.collect(bodies.file_chunks(file.path), mhtml.MAX_BYTES)
    if container.data is None:
        yield Capture(file.source_file, 0, day, container, url=address.url, fetched_at=address.fetched_at)
        return
    page = mhtml.read_saved_page(container.data)
    if page is None:
        yield OtherRecord(file.source_file, day, "not_html")
        return
    yield Capture(
        file.source_file,
        0,
        day,
        bodies.collect([page.data], max_page_bytes),
        url=address.url or page.url,
        fetched_at=address.fetched_at or page.saved_at,
        content_type=page.content_type,
        declared_charset=page.charset,
    )
    if not page.is_whole:
        yield Refusal(file.source_file, 0, day, "truncated", "the MHTML file ends early; its page is whole")
