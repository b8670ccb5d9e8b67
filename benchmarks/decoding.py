"""Measures how long a page takes from bytes to text, by encoding and declaration, and whether every one is read right.

    python benchmarks/decoding.py [--count 200] [--pages DIR]

Generated news pages of 60 to 150 kB are encoded in each way, under each declaration, true and false. `share` weighs the
rows as the last line does: an archive of news pages is mostly UTF-8, some of it is cp949, and the rest is rare. With
--pages, the .html files of a folder are read as they are instead, and only their time is shown.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from generated_pages import pages

from pipelines.articles import decode

REPEATS = 5


def misread(data: bytes) -> bytes:
    """Korean bytes as somebody stores them who takes them for latin-1."""
    return data.decode("latin-1").encode("utf-8")


# Label, encoding of the page, declared charset, what happens to the bytes, and the share in the last line in percent.
ROWS: tuple[tuple[str, str, str | None, Callable[[bytes], bytes], int], ...] = (
    ("utf-8, declared", "utf-8", "utf-8", bytes, 70),
    ("utf-8, nothing declared", "utf-8", None, bytes, 6),
    ("utf-8 under euc-kr", "utf-8", "euc-kr", bytes, 4),
    ("cp949 under euc-kr", "cp949", "euc-kr", bytes, 14),
    ("cp949 under utf-8", "cp949", "utf-8", bytes, 2),
    ("cp949 under iso-8859-1", "cp949", "iso-8859-1", bytes, 1),
    ("cp949, nothing declared", "cp949", None, bytes, 1),
    ("utf-16", "utf-16", None, bytes, 1),
    ("cp949 misread, in utf-8", "cp949", "utf-8", misread, 1),
)


def measured(data: list[bytes]) -> list[float]:
    """Milliseconds of processor time a page, the best of a few readings of each."""
    times = []
    for page in data:
        best = float("inf")
        for _ in range(REPEATS):
            start = time.process_time()
            decode(page)
            best = min(best, time.process_time() - start)
        times.append(best * 1000)
    return times


def main(arguments: list[str]) -> int:
    """Print one line per encoding; 1 where a page is read wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200, help="generated pages per row")
    parser.add_argument("--pages", type=Path, help="a folder of .html files to read instead")
    options = parser.parse_args(arguments)
    if options.pages:
        times = measured([path.read_bytes() for path in sorted(options.pages.rglob("*.htm*")) if path.is_file()])
        print(f"{len(times)} pages: median {statistics.median(times):.4f} ms, mean {statistics.fmean(times):.4f} ms")
        return 0
    print(f"{'':26} {'share':>5} {'right':>9} {'median ms':>10} {'kB':>5}")
    weighted: list[float] = []
    wrong = 0
    for label, codec, declared, change, share in ROWS:
        meta = f'<head><meta charset="{declared}">' if declared else "<head>"
        texts = [page.text.replace("<head>", meta, 1) for page in pages(options.count)]
        data = [change(text.encode(codec)) for text in texts]
        right = sum(decode(page).text == text for page, text in zip(data, texts, strict=True))
        wrong += len(texts) - right
        times = measured(data)
        weighted += times * share
        size = statistics.median(map(len, data)) / 1000
        print(f"{label:26} {share:4}% {right:4}/{len(texts):4} {statistics.median(times):10.4f} {size:5.0f}")
    print(f"{'all, by share':26} {'':5} {'':9} {statistics.median(weighted):10.4f}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
