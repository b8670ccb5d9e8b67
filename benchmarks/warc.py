"""Measures the way from an LZ4 WARC file to articles: pages a second on one core, beside trafilatura on the same.

    python benchmarks/warc.py [--count 500] [--pages DIR]

Generated news pages of 60 to 150 kB, or the .html files of a folder, are written into one LZ4 WARC file, a frame for
each record. Entente lands them with their accounting and reads each into an article; trafilatura is given the body of
each record, read by the same archive reader, and asked for the text with metadata. Both run in this one process.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import trafilatura
from fastwarc.stream_io import Lz4Writer
from fastwarc.warc import ArchiveIterator, WarcRecordType
from generated_pages import pages

from pipelines.articles import Article, extract_article
from pipelines.landing import Capture, list_captures

DAY = date(2021, 3, 5)
MOST_BYTES = 16 * 1024 * 1024


def write_archive(path: Path, found: list[tuple[str, bytes]]) -> None:
    """Write the pages as response records, each in a frame of its own."""
    with path.open("wb") as file:
        for number, (url, body) in enumerate(found):
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
            head = (
                f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Target-URI: {url}\r\n"
                f"WARC-Date: 2021-03-05T01:00:00Z\r\nContent-Type: application/http\r\n"
                f"Content-Length: {len(http) + len(body)}\r\n\r\n"
            )
            frame = path.with_suffix(".frame")
            with Lz4Writer(str(frame)) as writer:
                writer.write(head.encode() + http + body + b"\r\n\r\n")
            file.write(frame.read_bytes())
            frame.unlink()


def by_entente(path: Path) -> int:
    """How many articles Entente reads out of the archive."""
    captures = list_captures(
        (path,), start_date=DAY, today=DAY, max_page_bytes=MOST_BYTES, manifest=path.with_name("manifest.csv")
    )
    return sum(
        isinstance(extract_article(one.body.data, url=one.url, content_type=one.content_type), Article)
        for one in captures
        if isinstance(one, Capture) and one.body.data is not None
    )


def by_landing(path: Path) -> int:
    """How many captures landing alone makes of the archive."""
    captures = list_captures(
        (path,), start_date=DAY, today=DAY, max_page_bytes=MOST_BYTES, manifest=path.with_name("manifest.csv")
    )
    return sum(isinstance(one, Capture) for one in captures)


def by_trafilatura(path: Path) -> int:
    """How many texts trafilatura reads out of the archive."""
    return sum(
        trafilatura.bare_extraction(body, url=url, with_metadata=True) is not None for url, body in _bodies(path)
    )


def _bodies(path: Path) -> Iterator[tuple[str, bytes]]:
    with path.open("rb") as file:
        for record in ArchiveIterator(file, record_types=WarcRecordType.response, parse_http=True):
            yield record.headers.get("WARC-Target-URI"), record.reader.read()


def main(arguments: list[str]) -> int:
    """Print pages a second by each; processor time, so that what else the machine does makes no difference."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=500, help="generated pages")
    parser.add_argument("--pages", type=Path, help="a folder of .html files to read instead")
    options = parser.parse_args(arguments)
    if options.pages:
        files = [path for path in sorted(options.pages.rglob("*.htm*")) if path.suffix in {".html", ".htm"}]
        found = [(f"https://news.example/{number}", path.read_bytes()) for number, path in enumerate(files)]
    else:
        found = [(page.url, page.text.encode()) for page in pages(options.count)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pages.warc.lz4"
        write_archive(path, found)
        size = sum(len(body) for _, body in found) / len(found) / 1000
        print(f"{len(found)} pages of {size:.0f} kB on average, {path.stat().st_size / 1_000_000:.1f} MB as LZ4")
        for name, read in (("landing alone", by_landing), ("entente", by_entente), ("trafilatura", by_trafilatura)):
            start = time.process_time()
            count = read(path)
            seconds = time.process_time() - start
            print(f"{name:14} {count:6} read {len(found) / seconds:8.0f} pages/s {seconds / len(found) * 1000:8.2f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
