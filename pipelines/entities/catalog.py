"""core/entities, core/entity_aliases and core/entity_redirects: the knowledge base, and what mentions have discovered.

Order-free: a discovered entity's name is the one most used, then the shortest, then the first by code point; those that
turn out to be one share their names. Which are one is decided in resolution_pages.py.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import polars as pl

from pipelines.entities.model import Entity, Knowledge
from pipelines.entities.name_words import ORGANIZATION_HEADS
from pipelines.entities.particles import is_hangul
from pipelines.entities.resolution_pages import Bearer, redirects_between
from pipelines.entities.resolution_sounds import likeness
from pipelines.tables.names import ENTITIES, ENTITY_ALIASES, ENTITY_REDIRECTS
from pipelines.tables.schemas import frame
from pipelines.tables.vocabularies import ENTITY_TYPE

HEAD_TYPES = sorted(
    ((head, kind) for kind, heads in ORGANIZATION_HEADS.items() for head in heads),
    key=lambda pair: (-len(pair[0]), pair),
)

SOUNDS_SPELLED = 0.8


@dataclass(frozen=True, slots=True)
class EntityTables:
    """The three tables of entities."""

    entities: pl.DataFrame
    entity_aliases: pl.DataFrame
    entity_redirects: pl.DataFrame


def entity_tables(knowledge: Knowledge, mentions: pl.DataFrame) -> EntityTables:
    """The tables of the knowledge base and of every entity that `mentions` (core/mentions) names besides.

    The redirects are those of redirects.csv, what judgements.csv decides, and what the forms and glosses of all pages
    say together (resolution_pages.py).
    """
    mentioned = _mentioned(knowledge, mentions)
    bearers = tuple(_bearers(knowledge, mentioned))
    redirects = redirects_between(bearers, knowledge.judgements, knowledge.redirects)
    named = {key: one for key, one in mentioned.items() if key not in knowledge.entities}
    stays = {redirect.canonical_id for redirect in redirects if redirect.decided_by is not None}
    clusters: dict[str, list[_Named]] = defaultdict(list)
    canonical = {redirect.entity_id: redirect.canonical_id for redirect in redirects}
    for key, one in named.items():
        clusters[canonical.get(key, key)].append(one)
    entities: list[dict[str, Any]] = [asdict(entity) for entity in knowledge.entities.values()]
    aliases: list[dict[str, Any]] = [asdict(alias) for alias in knowledge.aliases]
    for key, one in named.items():
        # where a person merged others into this one, its own name stays
        alike = [one] if key in stays else clusters[key]
        row = asdict(one.imported) if one.imported is not None else _discovered(key, one, alike or [one])
        entities.append(row)
        for form in sorted({row["name"], *one.forms, *one.glosses}):
            kind = "name" if form == row["name"] else "variant"
            aliases.append({"entity_id": key, "alias": form, "language": _language(form), "kind": kind})
    rows = [asdict(redirect) for redirect in redirects]
    return EntityTables(frame(ENTITIES, entities), frame(ENTITY_ALIASES, aliases), frame(ENTITY_REDIRECTS, rows))


@dataclass(slots=True)
class _Named:
    """What mentions say of one entity, and its row of a register if that lists it."""

    entity_type: str
    names: Counter[str] = field(default_factory=Counter)
    forms: set[str] = field(default_factory=set)
    glosses: set[str] = field(default_factory=set)
    imported: Entity | None = None

    @property
    def name(self) -> str:
        return min(self.names, key=lambda form: (-self.names[form], len(form), form))


def _mentioned(knowledge: Knowledge, mentions: pl.DataFrame) -> dict[str, _Named]:
    """The entities that mentions name, by id."""
    found: dict[str, _Named] = {}
    rows = (
        mentions.filter(pl.col("entity_id").is_not_null() & pl.col("mention_type").is_in(list(ENTITY_TYPE.terms)))
        .group_by("entity_id", "mention_type", "entity_name", "surface", "resolution_method")
        .len()
        .sort("entity_id", "mention_type", "entity_name", "surface", "resolution_method")
    )
    for key, entity_type, name, surface, method, count in rows.iter_rows():
        one = found.setdefault(key, _Named(entity_type))
        one.names[name or surface] += count
        # '박 사장' is how an article goes on calling a person, and no name of theirs
        if method != "article":
            one.forms.add(surface)
        elif entity_type != "person":
            one.glosses.add(surface)
    for key, one in found.items():
        one.imported = knowledge.register.entity(key) if knowledge.register is not None else None
    return found


def _bearers(knowledge: Knowledge, mentioned: Mapping[str, _Named]) -> Iterator[Bearer]:
    imported = {key: one.imported for key, one in mentioned.items() if one.imported is not None}
    names: dict[str, set[str]] = defaultdict(set)
    for alias in knowledge.aliases:
        # a site is one party's as long as it is, and a former name may be another's by now
        if alias.kind not in ("unit", "former"):
            names[alias.entity_id].add(alias.alias)
    glosses = {key: tuple(sorted(one.glosses)) for key, one in mentioned.items()}
    for key, entity in {**imported, **knowledge.entities}.items():
        forms = names[key] | {entity.name, entity.name_ko or entity.name, entity.name_en or entity.name}
        yield Bearer(key, entity.entity_type, tuple(sorted(forms)), glosses.get(key, ()), listed=True)
    for key, one in mentioned.items():
        if key not in imported and key not in knowledge.entities:
            yield Bearer(key, one.entity_type, (one.name,), glosses[key])


def _discovered(key: str, one: _Named, cluster: list[_Named]) -> dict[str, Any]:
    """The row of a discovered entity, with the names of all that turned out to be the same."""
    names: Counter[str] = Counter()
    for each in cluster:
        names.update(each.names)
        names.update(dict.fromkeys(each.glosses, 0))
    korean = _best(names, "ko")
    latin = _best(names, "en")
    name = name_to_show(korean, latin) or one.name
    return {
        "entity_id": key,
        "name": name,
        "name_ko": korean,
        "name_en": latin or (None if korean else name),
        "entity_type": one.entity_type,
        "org_type": next((kind for head, kind in HEAD_TYPES if name.endswith(head)), None)
        if one.entity_type == "org"
        else None,
        "status": "discovered",
    }


def _best(names: Counter[str], language: str) -> str | None:
    """The most used name in a language, then the longest: a gloss is used under another name, and often clipped."""
    fitting = [name for name in names if _language(name) == language]
    return min(fitting, key=lambda form: (-names[form], -len(form), form), default=None)


def name_to_show(korean: str | None, latin: str | None) -> str | None:
    """The Korean name of a Korean party, the Latin one of a foreign party.

    Of a party that nobody listed no country is known: a Korean name that only spells the Latin one by its sounds, and
    ends in no Korean head noun, is taken for a foreign party's.
    """
    if korean is None or latin is None:
        return korean or latin
    spelled = likeness(korean, latin) >= SOUNDS_SPELLED and not korean.endswith(tuple(head for head, _ in HEAD_TYPES))
    return latin if spelled else korean


def _language(form: str) -> str | None:
    if any(map(is_hangul, form)):
        return "ko"
    return "en" if any(character.islower() for character in form) else None
