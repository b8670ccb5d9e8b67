"""Coverage-guided fuzzing of the way from bytes to an article, with atheris (an extra: pip install -e '.[fuzz]').

    python tests/fuzz/fuzz_extract.py [CORPUS…] [-runs=N] [-max_total_time=SECONDS]

Without a corpus it begins with the golden pages. An exception, a reason outside the vocabulary, or a page of a few
kilobytes that takes two seconds is a finding.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

try:
    import atheris
except ImportError:
    print("SKIPPED: fuzzing needs atheris, which is not installed; pip install -e '.[fuzz]' (Linux)", file=sys.stderr)
    sys.exit(0)

with atheris.instrument_imports(include=["pipelines.articles"]):
    from pipelines.articles import Article, extract_article
    from pipelines.articles.rejects import REASONS

HEADERS = (None, "text/html; charset=euc-kr", "text/html; charset=shift_jis", "charset=utf-16")
PAGES = Path(__file__).parents[1] / "golden" / "publishers"
ADDRESSES = (None, "https://n.news.naver.com/article/1/2", "https://news.zum.com/articles/1", "http://[")


def read_one(data: bytes) -> None:
    """Read one input; the first byte chooses the header and the address."""
    choice = data[0] if data else 0
    found = extract_article(data[1:], url=ADDRESSES[choice % 4], content_type=HEADERS[choice // 4 % 4])
    assert isinstance(found, Article) or found.reason in REASONS


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as found:
        # What is found goes into the first folder, so that nothing is written into the second.
        corpus = [] if any(not one.startswith("-") for one in sys.argv[1:]) else [found, str(PAGES)]
        options = ["-timeout=2", "-rss_limit_mb=2048", "-max_len=20000", *sys.argv[1:]]
        atheris.Setup([sys.argv[0], *options, *corpus], read_one)
        atheris.Fuzz()
