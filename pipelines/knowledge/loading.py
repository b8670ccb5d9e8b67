"""data/knowledge/*.csv as one immutable Knowledge, checked.

Here belongs what the files mean together: unique ids, references, who may share an alias. The order of rows carries
no meaning, so neither the result nor its version depends on it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from pipelines.entities.model import Alias, Entity, Knowledge, Override, Redirect
from pipelines.knowledge.rows import KnowledgeError, Row, read_rows
from pipelines.tables.vocabularies import ALIAS_KIND, ORG_TYPE

__all__ = ["KnowledgeError", "load_knowledge"]

PACKAGE = Path(__file__).resolve().parent.parent
SHIPPED = PACKAGE / "shipped" / "knowledge"
REPOSITORY = PACKAGE.parent / "data" / "knowledge"

ENTITY = ("entity_id", "name", "name_ko", "name_en")
ORGANIZATION = (
    *ENTITY, "org_type", "country", "sector", "parent_id", "group_id",
    "stock_code", "dart_corp_code", "wikidata_qid", "ror_id",
)  # fmt: skip
# file → entity type, prefix of its ids, columns
ENTITY_FILES: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "organizations.csv": ("org", "org-", ORGANIZATION),
    "people.csv": ("person", "person-", (*ENTITY, "country")),
    "alliances.csv": ("alliance", "alliance-", ENTITY),
    "events.csv": ("event_name", "event-", ENTITY),
    "places.csv": ("place", "place-", (*ENTITY, "country")),
}
ALIASES = ("entity_id", "alias", "language", "kind", "valid_from", "valid_to")
REDIRECTS = ("entity_id", "canonical_id", "reason", "decided_by", "decided_at")
OVERRIDES = (
    "override_id", "target", "target_id", "field", "old_value", "new_value", "decided_by", "decided_at", "reason",
)  # fmt: skip


def load_knowledge(folder: Path | None = None) -> Knowledge:
    """The knowledge base of a folder; without one, the shipped one.

    Raises KnowledgeError, with file and line, for whatever is wrong first.
    """
    folder = folder or (REPOSITORY if (REPOSITORY / "organizations.csv").exists() else SHIPPED)
    if not folder.is_dir():
        raise KnowledgeError(
            f"{folder}: there is no such folder; name one that holds {', '.join(ENTITY_FILES)} and aliases.csv"
        )
    entities = _entities(folder)
    aliases = _aliases(folder, entities)
    redirects = _redirects(folder, entities)
    overrides = _overrides(folder)
    return Knowledge(
        entities={key: entity for key, (entity, _) in sorted(entities.items())},
        aliases=aliases,
        redirects=redirects,
        overrides=overrides,
        version=_version((entity for entity, _ in entities.values()), aliases, redirects, overrides),
    )


def _entities(folder: Path) -> dict[str, tuple[Entity, Row]]:
    found: dict[str, tuple[Entity, Row]] = {}
    for name, (entity_type, prefix, columns) in ENTITY_FILES.items():
        for row in read_rows(folder / name, columns):
            key = row.required("entity_id")
            if not key.startswith(prefix) or key != key.lower() or " " in key:
                raise row.error(
                    f"entity_id is {key!r}; ids of this file start with {prefix!r}, in small letters, without spaces"
                )
            if key in found:
                raise row.error(
                    f"{key} is already at {_place(found[key][1])}; give one of the two another id, or delete it"
                )
            cells: dict[str, Any] = {
                column: row.optional(column) for column in columns if column not in ("entity_id", "name")
            }
            if entity_type == "org":
                row.term("org_type", ORG_TYPE)
            country = cells.get("country")
            if country is not None and not (len(country) == 2 and country.isascii() and country.isupper()):
                raise row.error(f"country is {country!r}; write the two capital letters of ISO 3166-1, such as KR")
            found[key] = (replace(Entity(key, row.required("name"), entity_type), **cells), row)
    _check_parents(found)
    return found


def _check_parents(found: Mapping[str, tuple[Entity, Row]]) -> None:
    for entity, row in found.values():
        for column, other in (("parent_id", entity.parent_id), ("group_id", entity.group_id)):
            if other is not None and (other not in found or found[other][0].entity_type != "org"):
                raise row.error(f"{column} {other} is no id of organizations.csv; add it there, or empty the cell")
        seen = {entity.entity_id}
        above = entity.parent_id
        while above is not None:
            if above in seen:
                raise row.error(
                    f"the parents of {entity.entity_id} lead back to {above}; cut the circle by emptying one parent_id"
                )
            seen.add(above)
            above = found[above][0].parent_id


def _aliases(folder: Path, entities: Mapping[str, tuple[Entity, Row]]) -> tuple[Alias, ...]:
    rows: dict[tuple[str, str], tuple[Alias, Row]] = {}
    for entity, row in entities.values():
        for alias in names_of(entity):
            rows[entity.entity_id, alias.alias] = (alias, row)
    written: dict[tuple[str, str], Row] = {}
    for row in read_rows(folder / "aliases.csv", ALIASES):
        key = row.required("entity_id")
        if key not in entities:
            raise row.error(f"{key} is no id of this knowledge base; correct it, or add the entity")
        alias = Alias(
            key,
            row.required("alias"),
            row.optional("language"),
            row.term("kind", ALIAS_KIND),
            row.day("valid_from"),
            row.day("valid_to"),
        )
        if alias.valid_from and alias.valid_to and alias.valid_from > alias.valid_to:
            raise row.error(
                f"valid_from {alias.valid_from} is after valid_to {alias.valid_to}; exchange or correct them"
            )
        if (key, alias.alias) in written:
            raise row.error(
                f"{alias.alias!r} of {key} is already at {_place(written[key, alias.alias])}; delete one of the two"
            )
        written[key, alias.alias] = row
        rows[key, alias.alias] = (alias, row)
    _check_shared(rows.values())
    return tuple(sorted((alias for alias, _ in rows.values()), key=lambda a: (a.alias, a.entity_id)))


def names_of(entity: Entity) -> Iterator[Alias]:
    """The aliases that an entity's own name columns give, each form once."""
    language = {entity.name_ko: "ko", entity.name_en: "en"}
    yield Alias(entity.entity_id, entity.name, language.get(entity.name), "name")
    for name, code in ((entity.name_ko, "ko"), (entity.name_en, "en")):
        if name is not None and name != entity.name and not (code == "en" and name == entity.name_ko):
            yield Alias(entity.entity_id, name, code, "translation")


def _check_shared(rows: Iterable[tuple[Alias, Row]]) -> None:
    """Two entities share an alias only where at most one bears it now: a former name is the rule that decides."""
    bearer: dict[str, tuple[Alias, Row]] = {}
    for alias, row in rows:
        if alias.kind == "former":
            continue
        other = bearer.setdefault(alias.alias, (alias, row))
        if other[0].entity_id != alias.entity_id:
            raise row.error(
                f"{alias.alias!r} names {alias.entity_id} and, at {_place(other[1])}, {other[0].entity_id}; "
                "delete it from one, or mark it there as kind former with a valid_to"
            )


def _redirects(folder: Path, entities: Mapping[str, tuple[Entity, Row]]) -> tuple[Redirect, ...]:
    found: dict[str, tuple[Redirect, Row]] = {}
    for row in read_rows(folder / "redirects.csv", REDIRECTS):
        redirect = Redirect(
            row.required("entity_id"),
            row.required("canonical_id"),
            row.required("reason"),
            row.optional("decided_by"),
            row.day("decided_at"),
        )
        if redirect.entity_id in found:
            raise row.error(
                f"{redirect.entity_id} is already redirected at {_place(found[redirect.entity_id][1])}; keep one"
            )
        if redirect.entity_id in entities:
            raise row.error(f"{redirect.entity_id} still has a row of its own; delete that row, or this redirect")
        found[redirect.entity_id] = (redirect, row)
    for redirect, row in found.values():
        if redirect.canonical_id in found:
            raise row.error(f"{redirect.canonical_id} is redirected itself; name what it means here")
        if redirect.canonical_id not in entities:
            raise row.error(
                f"canonical_id {redirect.canonical_id} is no id of this knowledge base; correct it, or add the entity"
            )
    return tuple(sorted((redirect for redirect, _ in found.values()), key=lambda r: r.entity_id))


def _overrides(folder: Path) -> tuple[Override, ...]:
    found: dict[str, tuple[Override, Row]] = {}
    for row in read_rows(folder / "overrides.csv", OVERRIDES):
        override = Override(
            row.required("override_id"),
            row.required("target"),
            row.required("target_id"),
            row.required("field"),
            row.optional("old_value"),
            row.optional("new_value"),
            row.required("decided_by"),
            row.required_day("decided_at"),
            row.required("reason"),
        )
        if override.override_id in found:
            raise row.error(
                f"{override.override_id} is already at {_place(found[override.override_id][1])}; give it another id"
            )
        found[override.override_id] = (override, row)
    return tuple(sorted((override for override, _ in found.values()), key=lambda o: o.override_id))


def _place(row: Row) -> str:
    return f"{row.path.name}:{row.line}"


def _version(*parts: Iterable[Entity | Alias | Redirect | Override]) -> str:
    lines = sorted(
        json.dumps([type(item).__name__, asdict(item)], default=str, ensure_ascii=False, sort_keys=True)
        for part in parts
        for item in part
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
