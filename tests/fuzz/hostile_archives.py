"""Small files that unpack to far more than any page, landed and read in processes that may be killed.

    python tests/fuzz/hostile_archives.py FOLDER NAME …

lands each beside an ordinary page, reads what was landed, and prints what became of both as JSON.
"""

from __future__ import annotations

import gzip
import json
import os
import resource
import signal
import sys
import time
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import zstandard
from fastwarc.stream_io import Lz4Writer

DAY = date(2021, 3, 5)
MEGABYTE = 1024 * 1024
MOST_PAGE_BYTES = 16 * MEGABYTE
# More than landing measures of a page that is too large.
UNPACKED = 270
PAGE = b"<html><body>" + b"<p>Two makers of robots said that they would share a site.</p>" * 6 + b"</body></html>"
PROCESSOR_SECONDS = 30
WALL_SECONDS = 240


def _gzip(megabytes: int, unit: bytes = b"<p>x</p>") -> bytes:
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    chunk = unit * (MEGABYTE // len(unit))
    return b"".join(packer.compress(chunk) for _ in range(megabytes)) + packer.flush()


def _zstd(megabytes: int, unit: bytes = b"<p>x</p>") -> bytes:
    packer = zstandard.ZstdCompressor(level=3).compressobj()
    chunk = unit * (MEGABYTE // len(unit))
    return b"".join(packer.compress(chunk) for _ in range(megabytes)) + packer.flush()


def _warc(body: bytes, coding: str) -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {coding}\r\n\r\n".encode()
    return _record(http + body, 1) + _record(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE, 2)


def _record(block: bytes, number: int) -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"WARC-Target-URI: https://news.example/{number}\r\nWARC-Date: 2021-03-05T01:00:00Z\r\n"
        f"Content-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def _lz4(data: bytes, folder: Path) -> bytes:
    path = folder / "frame"
    with Lz4Writer(str(path)) as writer:
        writer.write(data)
    packed = path.read_bytes()
    path.unlink()
    return packed


# Name of the file, and its bytes.
FILES: dict[str, Callable[[Path], tuple[str, bytes]]] = {
    "gzip": lambda _: ("a.html.gz", _gzip(UNPACKED)),
    "gzip in gzip": lambda _: ("a.html.gz", gzip.compress(_gzip(UNPACKED))),
    "many members": lambda _: ("a.html.gz", _gzip(1) * UNPACKED),
    "zstd": lambda _: ("a.html.zst", _zstd(UNPACKED)),
    "zstd in zstd": lambda _: ("a.html.zst", zstandard.compress(_zstd(UNPACKED))),
    "zeros": lambda _: ("a.html.gz", _gzip(UNPACKED, b"\0" * 64)),
    "just below the limit": lambda _: ("a.html.gz", _gzip(15)),
    "saved page": lambda _: ("a.mhtml.gz", _gzip(UNPACKED, b"X-Header: a\r\n\r\n")),
    "archive of one body": lambda _: ("a.warc", _warc(_gzip(UNPACKED), "gzip")),
    "archive of a body in a body": lambda _: ("a.warc", _warc(gzip.compress(_gzip(UNPACKED)), "gzip, gzip")),
    "archive of codings": lambda _: ("a.warc", _warc(_zstd(UNPACKED), "gzip, zstd, gzip, br, deflate")),
    "archive in gzip": lambda _: ("a.warc.gz", gzip.compress(_warc(_zstd(UNPACKED), "zstd"))),
    "archive that is one record": lambda _: ("a.warc.gz", gzip.compress(_record(b"", 1)) + _gzip(UNPACKED)),
    "archive in LZ4": lambda folder: ("a.warc.lz4", _lz4(_warc(_gzip(UNPACKED), "gzip"), folder)),
}


def read(folder: Path, name: str) -> dict[str, object]:
    """What became of a file's pages, whether the page beside it was read, processor seconds, and bytes of memory."""
    from pipelines.articles import Article, extract_article
    from pipelines.landing import Capture, list_captures

    extract_article(PAGE)
    own = folder / name.replace(" ", "-")
    (own / "2021-03-05").mkdir(parents=True)
    file_name, data = FILES[name](own)
    (own / "2021-03-05" / file_name).write_bytes(data)
    (own / "2021-03-05" / "z.html").write_bytes(PAGE)
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + PROCESSOR_SECONDS, resource.RLIM_INFINITY))
    signal.alarm(WALL_SECONDS)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    ended: list[str] = []
    next_is_read = False
    for one in list_captures(
        (own,), start_date=DAY, today=DAY, max_page_bytes=MOST_PAGE_BYTES, manifest=own / "manifest.csv"
    ):
        if not isinstance(one, Capture):
            ended.append(getattr(one, "reason", type(one).__name__))
            continue
        found = extract_article(one.body.data, url=one.url) if one.body.data is not None else None
        if one.source_file.endswith("z.html"):
            next_is_read = isinstance(found, Article)
        else:
            ended.append("oversize" if found is None else "article" if isinstance(found, Article) else found.reason)
    signal.alarm(0)
    taken = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    return {"ended": ended, "next_is_read": next_is_read, "bytes": taken, "size": len(data)}


def main(folder: Path, names: list[str]) -> None:
    """Land each file in a child of this process, so that the kernel can end one and the others are still read."""
    import pipelines.articles
    import pipelines.landing  # noqa: F401  # once, before the children begin

    for name in names:
        child = os.fork()
        if not child:
            sys.stdout.write(json.dumps({"name": name, **read(folder, name)}) + "\n")
            sys.stdout.flush()
            os._exit(0)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
