"""core/entities, core/entity_aliases and core/entity_redirects: the knowledge base, and what mentions have discovered.

Order-free: a discovered entity's name is the one most used, then the shortest, then the first by code point.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import asdict, dataclass
from typing import Any

import polars as pl

from pipelines.entities.model import Knowledge
from pipelines.entities.name_words import ORGANIZATION_HEADS
from pipelines.entities.particles import is_hangul
from pipelines.tables.names import ENTITIES, ENTITY_ALIASES, ENTITY_REDIRECTS
from pipelines.tables.schemas import frame
from pipelines.tables.vocabularies import ENTITY_TYPE

HEAD_TYPES = sorted(
    ((head, kind) for kind, heads in ORGANIZATION_HEADS.items() for head in heads),
    key=lambda pair: (-len(pair[0]), pair),
)


@dataclass(frozen=True, slots=True)
class EntityTables:
    """The three tables of entities."""

    entities: pl.DataFrame
    entity_aliases: pl.DataFrame
    entity_redirects: pl.DataFrame


def entity_tables(knowledge: Knowledge, mentions: pl.DataFrame) -> EntityTables:
    """The tables of the knowledge base and of every entity that `mentions` (core/mentions) names besides."""
    names: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    forms: dict[str, set[str]] = defaultdict(set)
    discovered = mentions.filter(
        pl.col("entity_id").is_not_null()
        & pl.col("mention_type").is_in(list(ENTITY_TYPE.terms))
        & ~pl.col("entity_id").is_in(list(knowledge.entities))
    )
    for key, entity_type, name, surface, method in discovered.select(
        "entity_id", "mention_type", "entity_name", "surface", "resolution_method"
    ).iter_rows():
        names[key, entity_type][name or surface] += 1
        # '박 사장' is how an article goes on calling a person, and no name of theirs
        if entity_type != "person" or method != "article":
            forms[key].add(surface)
    entities: list[dict[str, Any]] = [asdict(entity) for entity in knowledge.entities.values()]
    aliases: list[dict[str, Any]] = [asdict(alias) for alias in knowledge.aliases]
    for (key, entity_type), counts in names.items():
        name = min(counts, key=lambda form: (-counts[form], len(form), form))
        imported = knowledge.register.entity(key) if knowledge.register is not None else None
        entities.append(_discovered(key, entity_type, name) if imported is None else asdict(imported))
        name = name if imported is None else imported.name
        for form in sorted({name, *forms[key]}):
            kind = "name" if form == name else "variant"
            aliases.append({"entity_id": key, "alias": form, "language": _language(form), "kind": kind})
    redirects = [asdict(redirect) for redirect in knowledge.redirects]
    return EntityTables(frame(ENTITIES, entities), frame(ENTITY_ALIASES, aliases), frame(ENTITY_REDIRECTS, redirects))


def _discovered(key: str, entity_type: str, name: str) -> dict[str, Any]:
    korean = _language(name) == "ko"
    return {
        "entity_id": key,
        "name": name,
        "name_ko": name if korean else None,
        "name_en": None if korean else name,
        "entity_type": entity_type,
        "org_type": next((kind for head, kind in HEAD_TYPES if name.endswith(head)), None)
        if entity_type == "org"
        else None,
        "status": "discovered",
    }


def _language(form: str) -> str | None:
    if any(map(is_hangul, form)):
        return "ko"
    return "en" if any(character.islower() for character in form) else None
