"""Bytes of a body, decompressed within bounds: no input can make this read or hold more than the limits below."""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import zstandard
from fastwarc.stream_io import BrotliReader

from pipelines.landing.model import Body

CHUNK = 64 * 1024
# A page over the size limit is still measured and hashed, but never further than this.
MEASURED_BYTES = 256 * 1024 * 1024
# One kibibyte of zstd can hold at most about 32 MiB (four bytes describe a block of 128 KiB), which bounds each step.
ZSTD_CHUNK = 1024
ZSTD_WINDOW = 128 * 1024 * 1024


class TruncatedError(Exception):
    """The compressed bytes end before their content does."""


class CorruptError(Exception):
    """The bytes are not of the format that they claim."""


def collect(chunks: Iterable[bytes], max_page_bytes: int) -> Body:
    """The body made of `chunks`; its data is None where there are more than `max_page_bytes`."""
    digest = hashlib.sha256()
    kept = bytearray()
    count = 0
    for chunk in chunks:
        part = chunk[: MEASURED_BYTES - count]
        digest.update(part)
        count += len(part)
        if count <= max_page_bytes:
            kept += part
        if count >= MEASURED_BYTES:
            break
    return Body(bytes(kept) if count <= max_page_bytes else None, count, digest.hexdigest())


def file_chunks(path: Path) -> Iterator[bytes]:
    """The content of a file, decompressed by its suffix (.gz, .zst), in bounded steps.

    Raises OSError, TruncatedError or CorruptError.
    """
    with path.open("rb") as file:
        suffix = path.suffix.lower()
        if suffix == ".gz":
            yield from gzip_chunks(file)
        elif suffix == ".zst":
            yield from zstd_chunks(file)
        else:
            yield from plain_chunks(file)


def plain_chunks(file: BinaryIO) -> Iterator[bytes]:
    """The bytes of an open file."""
    while chunk := file.read(CHUNK):
        yield chunk


def gzip_chunks(file: BinaryIO) -> Iterator[bytes]:
    """The content of gzip members; raises TruncatedError or CorruptError."""
    try:
        with gzip.GzipFile(fileobj=file) as content:
            while chunk := content.read(CHUNK):
                yield chunk
    except EOFError as error:
        raise TruncatedError("the gzip data ends early") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise CorruptError(f"not gzip data: {error}") from error


def zstd_chunks(file: BinaryIO) -> Iterator[bytes]:
    """The content of zstd frames; raises TruncatedError or CorruptError."""
    decompressor = zstandard.ZstdDecompressor(max_window_size=ZSTD_WINDOW)
    frame = decompressor.decompressobj()
    started = False
    try:
        while data := file.read(ZSTD_CHUNK):
            while data:
                started = True
                if content := frame.decompress(data):
                    yield content
                data = frame.unused_data if frame.eof else b""
                if frame.eof:
                    frame, started = decompressor.decompressobj(), False
    except zstandard.ZstdError as error:
        raise CorruptError(f"not zstd data: {error}") from error
    if started:
        raise TruncatedError("the zstd data ends early")


def deflate_chunks(data: bytes) -> Iterator[bytes]:
    """The content of a deflate body, with or without the zlib header that servers forget."""
    for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        inflater = zlib.decompressobj(window)
        try:
            first = inflater.decompress(data, CHUNK)
        except zlib.error:
            continue
        yield first
        while inflater.unconsumed_tail:
            try:
                yield inflater.decompress(inflater.unconsumed_tail, CHUNK)
            except zlib.error as error:
                raise CorruptError(f"not deflate data: {error}") from error
        if not inflater.eof:
            raise TruncatedError("the deflate data ends early")
        return
    raise CorruptError("not deflate data")


def brotli_chunks(data: bytes) -> Iterator[bytes]:
    """The content of a brotli body."""
    reader = BrotliReader(io.BytesIO(data))
    try:
        while chunk := reader.read(CHUNK):
            yield chunk
    except OSError as error:
        raise CorruptError(f"not brotli data: {error}") from error


def encoded_chunks(data: bytes, encoding: str) -> Iterator[bytes]:
    """The content of a body under one HTTP content coding; raises CorruptError for an unknown coding."""
    if encoding in {"gzip", "x-gzip"}:
        return gzip_chunks(io.BytesIO(data))
    if encoding == "zstd":
        return zstd_chunks(io.BytesIO(data))
    if encoding == "deflate":
        return deflate_chunks(data)
    if encoding == "br":
        return brotli_chunks(data)
    raise CorruptError(f"unknown content encoding {encoding!r}")
