"""Rewrites of one press release: which articles of a few days share its quotations or its sentences about a deal.

Works on fingerprints of articles (fingerprints.py) and their texts. Near-identical texts are copies.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from pipelines.articles.grams import Hashes, Signatures, shared
from pipelines.articles.linking import Forest, buckets, link_bucket

# The data model's rule for syndication.
DAYS = 3
SHARE = 0.3
# Fewer common 8-grams than this are a formula and a name, which independent reports may well have in common.
FEWEST = 20
SIZE = 256
# Two rows a band: sets of equal size that share 30 % meet in a bucket 98 times of 100, and 99.98 at 45 %.
ROWS = 2
LEAST = 0.03


def link_quotations(
    forest: Forest, days: Sequence[int | None], quotations: Sequence[Sequence[int]], names: Sequence[frozenset[int]]
) -> None:
    """Unite the articles that quote the same words within three days of the day on which those first appeared.

    Later appearances begin anew: words that are quoted for months are not one release. Two articles that name
    organizations, but none in common, do not rewrite one release: such words are a formula. `days` are ordinals of the
    publication; an article without one stays out, because nothing says when its words appeared.
    """
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for article, keys in enumerate(quotations):
        if days[article] is not None:
            for key in keys:
                holders[key].append(article)
    for key in sorted(key for key, articles in holders.items() if len(articles) > 1):
        for burst in _bursts(holders[key], days):
            _link_named(forest, burst, names)


def _bursts(articles: Sequence[int], days: Sequence[int | None]) -> Iterator[list[int]]:
    burst: list[int] = []
    first = 0
    for day, article in sorted((days[one] or 0, one) for one in articles):
        if burst and day > first + DAYS:
            yield burst
            burst = []
        if not burst:
            first = day
        burst.append(article)
    yield burst


def _link_named(forest: Forest, articles: Sequence[int], names: Sequence[frozenset[int]]) -> None:
    """Unite articles that name an organization in common, and those that name none with the first of all."""
    by_name: dict[int, int] = {}
    for article in articles:
        for name in names[article]:
            forest.unite(by_name.setdefault(name, article), article)
    for article in articles:
        if not names[article]:
            forest.unite(articles[0], article)


def link_passages(
    forest: Forest, days: Sequence[int | None], signatures: Signatures, passages: Mapping[int, Hashes]
) -> None:
    """Unite articles within three days of one another that share 30 % of the 8-grams of what they claim.

    `signatures` and `passages` are of the paragraphs that make claims; the share is that of the shorter one, because
    rewrites are shortened, and 20 grams at least. Articles without a publication day stay out.
    """
    placed = [article for article in passages if days[article] is not None and passages[article].size >= FEWEST]
    members = np.array(sorted(placed), dtype=np.int64)
    if members.size < 2:
        return
    when = np.array([days[article] for article in members.tolist()], dtype=np.int64)
    places, salts = _windows(when)
    unlike: set[tuple[int, int]] = set()

    def alike(one: int, other: int) -> bool:
        if abs(int(when[one]) - int(when[other])) > DAYS or (one, other) in unlike:
            return False
        first, second = passages[int(members[one])], passages[int(members[other])]
        if shared(first, second) >= max(FEWEST, SHARE * min(first.size, second.size)):
            return True
        unlike.update(((one, other), (other, one)))
        return False

    rows = signatures[members]
    own = Forest(members.size)
    for bucket in buckets(rows[places], ROWS, salts):
        link_bucket(own, sorted(set(places[bucket].tolist())), rows, LEAST, alike)
    for place in range(members.size):
        forest.unite(int(members[own.root(place)]), int(members[place]))


def _windows(when: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    """Each article in the windows of seven days that it lies in, so that any two within three days meet in one."""
    stride = DAYS + 1
    numbers = np.arange(when.size)
    window = when // stride
    overlapping = when % stride < DAYS
    places = np.concatenate((numbers, numbers[overlapping]))
    return places, np.concatenate((window, window[overlapping] - 1)).astype(np.uint64)
