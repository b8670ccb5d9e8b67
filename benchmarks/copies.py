"""Processor time and memory of grouping copies and rewrites, over articles that are made up as it goes.

    python benchmarks/copies.py --articles 100000

Some stories are carried by several outlets, a few by hundreds, cut and touched up; others are rewrites of a release
around one paragraph that makes claims. Everything is drawn from one seed. Grouping itself is in pipelines/articles.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import polars as pl

from pipelines.articles.copies import group_copies
from pipelines.articles.fingerprints import SCHEMA, fingerprints
from pipelines.tables import identifiers, pages, schemas

WORDS = 6_000
SENTENCES = 24
START = datetime(2026, 1, 1, tzinfo=UTC)
ENDINGS = ("했다", "밝혔다", "보인다", "전했다", "이다", "있다", "한다")
FORMULAS = (
    "이번 협약을 통해 두 회사는 협력을 넓혀 나갈 계획이다.",
    "업무협약을 체결했다고 밝혔다.",
    "라고 관계자는 말했다.",
)


class Newsroom:
    """Makes up articles; the same seed writes the same ones."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 (made-up words, no secrets)
        syllables = [chr(code) for code in range(0xAC00, 0xAC00 + 11172, 9)]
        self.words = ["".join(self.random.choices(syllables, k=self.random.randint(2, 4))) for _ in range(WORDS)]
        self.weights = [1 / (rank + 10) for rank in range(WORDS)]

    def sentence(self) -> str:
        """One sentence, with a formula of the trade now and then."""
        if self.random.random() < 0.05:
            return self.random.choice(FORMULAS)
        words = self.random.choices(self.words, self.weights, k=self.random.randint(8, 16))
        return f"{' '.join(words)}{self.random.choice(ENDINGS)}."

    def paragraphs(self, sentences: int) -> list[str]:
        """As many sentences, three a paragraph."""
        lines = [self.sentence() for _ in range(sentences)]
        return [" ".join(lines[first : first + 3]) for first in range(0, sentences, 3)]


def stories(room: Newsroom, articles: int, days: int) -> Iterator[tuple[str, datetime, list[tuple[int, int]]]]:
    """Text, time of publication and the characters that make claims, of each article."""
    made = 0
    while made < articles:
        at = START + timedelta(minutes=room.random.randrange(days * 1440))
        kind = room.random.random()
        carriers = 1
        if kind < 0.12:
            carriers = min(articles - made, 500 if room.random.random() < 0.01 else room.random.randint(2, 8))
        body = room.paragraphs(SENTENCES)
        deal = body[0]
        said = f"“{room.sentence()[:60]}” 라고 말했다."
        for number in range(carriers):
            when = at + timedelta(minutes=7 * number)
            if kind < 0.06 or carriers == 1:
                kept = body[: room.random.randint(18, SENTENCES) // 3] if number else body
                claim = kind > 0.9
            else:
                kept = [deal, *room.paragraphs(9), said]
                claim = True
            yield "\n\n".join(("제목", *kept)), when, [(4, 4 + len(deal))] if claim else []
        made += carriers


def partitions(articles: int, days: int, seed: int) -> Iterator[tuple[pl.DataFrame, pl.DataFrame]]:
    """Articles and their claims in partitions of 5,000."""
    rows: list[dict[str, Any]] = []
    spans: list[tuple[str, int, int]] = []
    for number, (text, at, claims) in enumerate(stories(Newsroom(seed), articles, days)):
        row = _row(number, text, at)
        rows.append(row)
        spans += [(row["version_id"], start, end) for start, end in claims]
        if len(rows) == 5_000:
            yield schemas.frame(pages.ARTICLES, rows), _spans(spans)
            rows, spans = [], []
    yield schemas.frame(pages.ARTICLES, rows), _spans(spans)


def _row(number: int, text: str, at: datetime) -> dict[str, Any]:
    article = identifiers.article_id(f"https://outlet.example/{number}", text)
    paragraphs, start = [], 0
    for part in text.split("\n\n"):
        paragraphs.append({"char_start": start, "char_end": start + len(part), "zone": "body" if start else "headline"})
        start += len(part) + 2
    return {
        "version_id": identifiers.version_id(article, text),
        "article_id": article,
        "capture_id": str(number),
        "capture_date": date(2026, 6, 1),
        "title": "제목",
        "byline_names": [],
        "published_at": at,
        "published_on": at.date(),
        "known_at": at,
        "known_basis": "published",
        "language": "ko",
        "text": text,
        "text_length": len(text),
        "paragraphs": paragraphs,
        "captions": [],
        "method": "benchmark",
        "charset": "utf-8",
        "signature": identifiers.content_id("signature", "".join(text.split())),
    }


def _spans(spans: list[tuple[str, int, int]]) -> pl.DataFrame:
    return pl.DataFrame(
        spans, schema={"version_id": pl.String, "char_start": pl.Int32, "char_end": pl.Int32}, orient="row"
    )


def main() -> None:
    """Print how long each step took and the most memory that the process held."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--days", type=int, default=90, help="days over which the articles are published")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    mentions = pl.DataFrame(schema={"version_id": pl.String, "entity_id": pl.String})
    prints, kept, seconds = [SCHEMA.to_frame()], [], 0.0
    for articles, claims in partitions(options.articles, options.days, options.seed):
        started = time.process_time()
        prints.append(fingerprints(articles, claims, mentions))
        seconds += time.process_time() - started
        kept.append(articles.select("version_id", "text", "title"))
    print(f"fingerprints  {seconds:7.1f} s  {sum(map(len, prints)):,} articles")
    texts = pl.concat(kept)
    before = _peak()
    started = time.process_time()
    groups = group_copies(
        pl.concat(prints), lambda versions: texts.filter(pl.col("version_id").is_in(versions)).iter_rows()
    )
    print(f"groups        {time.process_time() - started:7.1f} s  {groups['group_id'].n_unique():,} sources")
    for kind, count in groups["kind"].value_counts().sort("kind").iter_rows():
        print(f"  {kind:12} {count:,}")
    held = f"{before:,.0f} MB before grouping, with {texts.estimated_size('mb'):,.0f} MB of texts"
    print(f"peak memory   {_peak():,.0f} MB; {held}")


def _peak() -> float:
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return size / 1024 / (1024 if sys.platform == "darwin" else 1)


if __name__ == "__main__":
    main()
