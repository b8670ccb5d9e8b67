"""A knowledge base without some of its entities, as an evaluation wants it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from pipelines.entities.model import Knowledge


def without(knowledge: Knowledge, entity_ids: Collection[str]) -> Knowledge:
    """The knowledge base without those entities, their aliases and what redirects to them."""
    left = {key: entity for key, entity in knowledge.entities.items() if key not in entity_ids}
    return replace(
        knowledge,
        entities=left,
        aliases=tuple(alias for alias in knowledge.aliases if alias.entity_id in left),
        redirects=tuple(redirect for redirect in knowledge.redirects if redirect.canonical_id in left),
        version=f"{knowledge.version}-without-{len(knowledge.entities) - len(left)}",
    )
