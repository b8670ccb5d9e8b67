"""Which known names to keep from the reader of each story, so that the figures say how unseen names are read.

A knowledge base grows by what its makers read, gold articles among it: figures with all of it are in-sample.
Here belongs the choice of names; a story is what the gold set calls one, and an article without a story is its own.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipelines.evaluation.gold import GoldArticle
from pipelines.evaluation.scoring import normalized

TYPES = frozenset({"org", "person", "alliance"})


@dataclass(frozen=True, slots=True)
class KnownName:
    """One entity of a knowledge base: its id, its type, and every form of its name."""

    entity_id: str
    entity_type: str
    forms: tuple[str, ...]


def names_of_one_story(articles: Sequence[GoldArticle], known: Iterable[KnownName]) -> dict[str, frozenset[str]]:
    """Article → ids of what only its story names: cross-validation by story, for names that the other stories teach."""
    named = _named_by_story(articles, known)
    stories_of: dict[str, set[str]] = defaultdict(set)
    for story, ids in named.items():
        for key in ids:
            stories_of[key].add(story)
    own = {story: frozenset(key for key in ids if stories_of[key] == {story}) for story, ids in named.items()}
    return {article.name: own[story_of(article)] for article in articles}


def random_names(
    articles: Sequence[GoldArticle], known: Iterable[KnownName], share: float, seed: int
) -> dict[str, frozenset[str]]:
    """Article → ids of a share (0 to 1) of what its story names; the same seed draws the same names in any order."""
    named = _named_by_story(articles, known)
    drawn = {story: frozenset(key for key in ids if _draw(key, seed) < share) for story, ids in named.items()}
    return {article.name: drawn[story_of(article)] for article in articles}


def story_of(article: GoldArticle) -> str:
    """The story that an article belongs to."""
    return str(article.article.get("story") or article.name)


def _named_by_story(articles: Sequence[GoldArticle], known: Iterable[KnownName]) -> Mapping[str, set[str]]:
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in known:
        if name.entity_type in TYPES:
            for form in name.forms:
                bearers[name.entity_type, normalized(form)].add(name.entity_id)
    named: dict[str, set[str]] = {story_of(article): set() for article in articles}
    for article in articles:
        for entity in article.gold["entities"]:
            for form in (entity["canonical"], *entity["surface_forms"]):
                named[story_of(article)] |= bearers.get((entity["type"], normalized(form)), set())
    return named


def _draw(entity_id: str, seed: int) -> float:
    """A number from 0 to 1 that depends on the entity and the seed alone."""
    return int.from_bytes(hashlib.sha256(f"{seed}:{entity_id}".encode()).digest()[:6]) / 2**48
