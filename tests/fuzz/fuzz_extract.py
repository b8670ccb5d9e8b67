"""Coverage-guided fuzzing of the way from bytes to an article, with atheris (an extra: pip install -e '.[fuzz]').

    python tests/fuzz/fuzz_extract.py [CORPUS…] [-runs=N] [-max_total_time=SECONDS]

An exception, a reason outside the vocabulary, or a page of a few kilobytes that takes two seconds is a finding.
"""

from __future__ import annotations

import sys

try:
    import atheris
except ImportError:
    print("SKIPPED: fuzzing needs atheris, which is not installed; pip install -e '.[fuzz]' (Linux)", file=sys.stderr)
    sys.exit(0)

with atheris.instrument_imports(include=["pipelines.articles"]):
    from pipelines.articles import Article, extract_article
    from pipelines.articles.rejects import REASONS

HEADERS = (None, "text/html; charset=euc-kr", "text/html; charset=shift_jis", "charset=utf-16")
ADDRESSES = (None, "https://n.news.naver.com/article/1/2", "https://news.zum.com/articles/1", "http://[")


def read_one(data: bytes) -> None:
    """Read one input; the first byte chooses the header and the address."""
    choice = data[0] if data else 0
    found = extract_article(data[1:], url=ADDRESSES[choice % 4], content_type=HEADERS[choice // 4 % 4])
    assert isinstance(found, Article) or found.reason in REASONS


if __name__ == "__main__":
    atheris.Setup([sys.argv[0], "-timeout=2", "-rss_limit_mb=2048", *sys.argv[1:]], read_one)
    atheris.Fuzz()
