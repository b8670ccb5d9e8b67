"""Articles that repeat one another, grouped: copies of one text and rewrites of one press release are one source.

Works on the fingerprints of the whole collection and on the texts of those articles only that may be alike. Candidates
come from MinHash and locality-sensitive hashing (Broder's resemblance); what decides is the exact share of 8-grams.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache

import numpy as np
import polars as pl

from pipelines.articles import releases
from pipelines.articles.fingerprints import body_text, passages_text
from pipelines.articles.grams import Hashes, gram_set, shared
from pipelines.articles.linking import Forest, buckets, link_bucket
from pipelines.tables import pages, schemas

# Bodies are copies where they share 70 % of all their grams, or where nearly all of the shorter is in the longer.
SAME_SHARE = 0.7
INSIDE_SHARE = 0.9
# A text that is much shorter is a brief that the other one includes, such as one item of a round-up.
SHORTEST_PART = 0.5
# Bodies of fewer grams are a caption or a notice for readers who are not logged in.
FEWEST = 60
# Three rows a band: texts that share half of their grams meet in a bucket 99.6 times of 100.
ROWS = 3
LEAST = 0.35
# Texts whose grams are kept at hand while candidates are compared.
AT_HAND = 20_000

Texts = Callable[[list[str]], Iterable[tuple[str, str, str | None]]]


def group_copies(prints: pl.DataFrame, texts: Texts) -> pl.DataFrame:
    """core/syndication for the fingerprints of all versions: one row for each article_id, whatever the order.

    `texts` gives version_id, text and title of the versions asked for. An article is compared by its last known
    version. Groups are the connected components of copies and releases; the head is the earliest article, ties by id.
    """
    latest = (
        prints.sort("article_id", "known_at", "version_id")
        .group_by("article_id", maintain_order=True)
        .agg(
            pl.col("since").min().alias("first"),
            pl.col("published_on").drop_nulls().min().alias("day"),
            pl.all().exclude("since", "published_on").last(),
        )
    )
    articles = latest["article_id"].to_list()
    copied = Forest(len(articles))
    _link_same(copied, latest["signature"].to_list())
    _link_copies(copied, latest, texts)
    grouped = Forest(len(articles))
    for one in range(len(articles)):
        grouped.unite(copied.root(one), one)
    _link_releases(grouped, latest, texts)
    first = latest["first"].to_list()
    groups, copies = _members(grouped, len(articles)), _members(copied, len(articles))
    rows = [
        {
            "article_id": articles[one],
            "group_id": articles[root],
            "head_article_id": articles[min(members, key=lambda each: (first[each], articles[each]))],
            "kind": "single" if len(members) == 1 else "copy" if len(copies[copied.root(one)]) > 1 else "release",
        }
        for root, members in groups.items()
        for one in members
    ]
    return schemas.frame(pages.SYNDICATION, rows)


def _members(forest: Forest, size: int) -> dict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for one in range(size):
        found[forest.root(one)].append(one)
    return found


def _link_same(forest: Forest, signatures: list[str]) -> None:
    first: dict[str, int] = {}
    for one, signature in enumerate(signatures):
        forest.unite(first.setdefault(signature, one), one)


def _link_copies(forest: Forest, latest: pl.DataFrame, texts: Texts) -> None:
    """Unite articles of near-identical bodies. Of articles with one signature, the first stands for all."""
    own = [one for one in range(latest.height) if forest.root(one) == one]
    enough = latest["grams"].to_numpy() >= FEWEST
    kept = np.array([one for one in own if enough[one]], dtype=np.int64)
    minhash = latest["minhash"].to_numpy()[kept]
    found = [kept[bucket].tolist() for bucket in buckets(minhash, ROWS, np.zeros(kept.size, dtype=np.uint64))]
    versions = latest["version_id"].to_list()
    wanted = {versions[one] for bucket in found for one in bucket}
    bodies = {version: body_text(text, title) for version, text, title in texts(sorted(wanted))}
    unlike: set[tuple[int, int]] = set()

    @lru_cache(AT_HAND)
    def grams(one: int) -> Hashes:
        return gram_set(bodies[versions[one]])

    def alike(one: int, other: int) -> bool:
        if (one, other) in unlike:
            return False
        if are_copies(grams(one), grams(other)):
            return True
        unlike.update(((one, other), (other, one)))
        return False

    everywhere = latest["minhash"].to_numpy()
    for bucket in found:
        link_bucket(forest, bucket, everywhere, LEAST, alike)


def are_copies(one: Hashes, other: Hashes) -> bool:
    """Whether two bodies are one story: near-identical, or one cut out of the other."""
    small, large = sorted((one.size, other.size))
    common = shared(one, other)
    if common >= SAME_SHARE * (small + large - common):
        return True
    return small >= SHORTEST_PART * large and common >= INSIDE_SHARE * small


def _link_releases(forest: Forest, latest: pl.DataFrame, texts: Texts) -> None:
    days = [_ordinal(day) for day in latest["day"].to_list()]
    names = [frozenset(one) for one in latest["names"].to_list()]
    releases.link_quotations(forest, days, latest["quotations"].to_list(), names)
    stating = latest.with_row_index("place").filter(pl.col("passages").list.len() > 0)
    stated = {
        version: (place, passages)
        for place, version, passages in stating.select("place", "version_id", "passages").iter_rows()
    }
    passages = {
        stated[version][0]: gram_set(passages_text(text, stated[version][1]))
        for version, text, _ in texts(sorted(stated))
    }
    releases.link_passages(forest, days, latest["passage_minhash"].to_numpy(), passages)


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day else None
