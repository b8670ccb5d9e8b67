"""Articles that repeat one another, grouped: near-identical texts are one source. Works on the whole collection.

Texts are compared by a fixed sample of their character 8-grams, chosen by hash, so that no pair has to be compared in
full and the order of the articles makes no difference (after Manku et al. and Broder's resemblance).
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable

import polars as pl

from pipelines.tables import pages, schemas

GRAM = 8
# One gram in this many is looked at; texts of 300 characters keep some forty.
SAMPLE = 8
SAME_SHARE = 0.7
# A gram in more articles than this is a formula of the trade and says nothing about copying.
COMMON = 200
NOT_LETTERS = re.compile(r"[\W_]+")


def group_copies(articles: pl.DataFrame) -> pl.DataFrame:
    """core/syndication for all versions of core/articles: one row for each article_id, whatever the order of the rows.

    An article is compared by its last known version. Groups are the connected components of near-identical bodies; the
    head is the earliest article, ties by id.
    """
    by_article = (
        articles.select("article_id", "version_id", "text", "title", "signature", "known_at", "published_at")
        .sort("article_id", "known_at", "version_id")
        .group_by("article_id", maintain_order=True)
        .agg(pl.col("text", "title", "signature").last(), pl.coalesce("published_at", "known_at").min().alias("since"))
    )
    since = dict(by_article.select("article_id", "since").iter_rows())
    parents = {article: article for article in since}
    representatives: dict[str, str] = {}
    samples: dict[str, frozenset[int]] = {}
    for article, text, title, signature in by_article.select("article_id", "text", "title", "signature").iter_rows():
        same = representatives.setdefault(signature, article)
        if same == article:
            samples[article] = sample_grams(text.removeprefix(title or ""))
        else:
            _unite(parents, article, same)
    for one, other in _near(samples):
        _unite(parents, one, other)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for article in sorted(parents):
        groups[_root(parents, article)].append(article)
    rows = [
        {
            "article_id": article,
            "group_id": members[0],
            "head_article_id": min(members, key=lambda one: (since[one], one)),
            "kind": "copy" if len(members) > 1 else "single",
        }
        for members in groups.values()
        for article in members
    ]
    return schemas.frame(pages.SYNDICATION, rows)


def sample_grams(text: str) -> frozenset[int]:
    """Hashes of the sampled 8-grams of a text's letters and digits."""
    letters = NOT_LETTERS.sub("", text).casefold()
    hashes = (zlib.crc32(letters[i : i + GRAM].encode()) for i in range(len(letters) - GRAM + 1))
    return frozenset(number for number in hashes if number % SAMPLE == 0)


def _near(samples: dict[str, frozenset[int]]) -> Iterable[tuple[str, str]]:
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for article in sorted(samples):
        for gram in samples[article]:
            holders[gram].append(article)
    shared: Counter[tuple[str, str]] = Counter()
    for articles in holders.values():
        if 2 <= len(articles) <= COMMON:
            shared.update((one, other) for i, one in enumerate(articles) for other in articles[i + 1 :])
    for (one, other), count in shared.items():
        if count >= SAME_SHARE * (len(samples[one]) + len(samples[other]) - count):
            yield one, other


def _root(parents: dict[str, str], article: str) -> str:
    while parents[article] != article:
        parents[article] = parents[parents[article]]
        article = parents[article]
    return article


def _unite(parents: dict[str, str], one: str, other: str) -> None:
    first, second = sorted((_root(parents, one), _root(parents, other)))
    parents[second] = first
