"""The files that name entities, and aliases.csv: what their rows mean, and what must hold among them.

Here belong unique ids, references from one row to another, and who may share an alias.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipelines.entities.model import Alias, Entity
from pipelines.knowledge.problems import Problems
from pipelines.knowledge.rows import Row, read_rows
from pipelines.tables.vocabularies import ALIAS_KIND, ORG_TYPE

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
ENTITY_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
LANGUAGE = re.compile(r"[a-z]{2}")
COUNTRY = re.compile(r"[A-Z]{2}")
# column → its form, and how to say it; a Korean ticker has six characters, the newest with letters
CODES: Mapping[str, tuple[re.Pattern[str], str]] = {
    "country": (COUNTRY, "the two capital letters of ISO 3166-1, such as KR"),
    "stock_code": (re.compile(r"[0-9A-Z]{4,6}"), "the ticker of its home exchange, such as 005930"),
    "dart_corp_code": (re.compile(r"[0-9]{8}"), "OpenDART's code of eight digits, such as 00126380"),
    "wikidata_qid": (re.compile(r"Q[1-9][0-9]*"), "the Wikidata item, such as Q20718"),
    "ror_id": (re.compile(r"0[a-z0-9]{8}"), "the last nine characters of the ROR address, such as 04h9pn542"),
}
UNIQUE_CODES = ("dart_corp_code", "wikidata_qid", "ror_id")

EntityRows = Mapping[str, tuple[Entity, Row]]


def read_entities(folder: Path, problems: Problems) -> dict[str, tuple[Entity, Row]]:
    """Entity id → the entity and where it stands, for all entity files of a folder."""
    found: dict[str, tuple[Entity, Row]] = {}
    codes: dict[tuple[str, str], Row] = {}
    for name, (entity_type, prefix, columns) in ENTITY_FILES.items():
        with problems.caught():
            for row in read_rows(folder / name, columns):
                with problems.caught():
                    entity = _entity(row, entity_type, prefix, columns)
                    _check_new(entity, row, found, codes)
                    found[entity.entity_id] = (entity, row)
    _check_parents(found, problems)
    return found


def _entity(row: Row, entity_type: str, prefix: str, columns: Iterable[str]) -> Entity:
    key = row.required("entity_id")
    if not key.startswith(prefix) or ENTITY_ID.fullmatch(key) is None:
        raise row.error(
            f"entity_id is {key!r}; ids of this file start with {prefix!r} and hold small letters, digits and hyphens"
        )
    cells: dict[str, Any] = {column: row.optional(column) for column in columns if column not in ("entity_id", "name")}
    if entity_type == "org":
        row.term("org_type", ORG_TYPE)
    for column, (form, wanted) in CODES.items():
        value = cells.get(column)
        if value is not None and form.fullmatch(value) is None:
            raise row.error(f"{column} is {value!r}; write {wanted}, or leave it empty")
    return replace(Entity(key, row.required("name"), entity_type), **cells)


def _check_new(entity: Entity, row: Row, found: EntityRows, codes: dict[tuple[str, str], Row]) -> None:
    if entity.entity_id in found:
        raise row.error(
            f"{entity.entity_id} is already at {found[entity.entity_id][1].place}; "
            "give one of the two another id, or delete it"
        )
    keys = [(column, getattr(entity, column)) for column in UNIQUE_CODES]
    # a ticker means something on its own exchange only
    keys.append((f"stock_code of {entity.country}", entity.stock_code))
    for column, value in keys:
        if value is not None:
            other = codes.setdefault((column, value), row)
            if other is not row:
                raise row.error(f"{column} {value} is already at {other.place}; two entities cannot share it")


def _check_parents(found: EntityRows, problems: Problems) -> None:
    for entity, row in found.values():
        with problems.caught():
            for column, other in (("parent_id", entity.parent_id), ("group_id", entity.group_id)):
                if other is not None and (other not in found or found[other][0].entity_type != "org"):
                    raise row.error(f"{column} {other} is no id of organizations.csv; add it there, or empty the cell")
            if entity.group_id is not None and found[entity.group_id][0].org_type != "group":
                raise row.error(f"group_id {entity.group_id} is no group; name one of org_type group, or use parent_id")
            seen = {entity.entity_id}
            above = entity.parent_id
            while above is not None and above in found:
                if above in seen:
                    raise row.error(
                        f"the parents of {entity.entity_id} lead back to {above}; "
                        "cut the circle by emptying one parent_id"
                    )
                seen.add(above)
                above = found[above][0].parent_id


def read_aliases(folder: Path, entities: EntityRows, problems: Problems) -> tuple[Alias, ...]:
    """The names of all entities and the rows of aliases.csv, by alias."""
    rows: dict[tuple[str, str], tuple[Alias, Row]] = {}
    for entity, row in entities.values():
        for alias in names_of(entity):
            rows[entity.entity_id, alias.alias] = (alias, row)
    written: dict[tuple[str, str], Row] = {}
    with problems.caught():
        for row in read_rows(folder / "aliases.csv", ALIASES):
            with problems.caught():
                alias = _alias(row, entities)
                key = (alias.entity_id, alias.alias)
                if key in written:
                    raise row.error(
                        f"{alias.alias!r} of {alias.entity_id} is already at {written[key].place}; "
                        "delete one of the two"
                    )
                written[key] = row
                rows[key] = (alias, row)
    _check_shared(rows.values(), problems)
    return tuple(sorted((alias for alias, _ in rows.values()), key=lambda a: (a.alias, a.entity_id)))


def _alias(row: Row, entities: EntityRows) -> Alias:
    key = row.required("entity_id")
    if key not in entities:
        raise row.error(f"{key} is no id of this knowledge base; correct it, or add the entity")
    language = row.optional("language")
    if language is not None and LANGUAGE.fullmatch(language) is None:
        raise row.error(f"language is {language!r}; write two small letters such as ko or en, or leave it empty")
    alias = Alias(
        key, row.required("alias"), language, row.term("kind", ALIAS_KIND), row.day("valid_from"), row.day("valid_to")
    )
    if alias.valid_from and alias.valid_to and alias.valid_from > alias.valid_to:
        raise row.error(f"valid_from {alias.valid_from} is after valid_to {alias.valid_to}; exchange or correct them")
    return alias


def names_of(entity: Entity) -> Iterator[Alias]:
    """The aliases that an entity's own name columns give, each form once."""
    language = {entity.name_ko: "ko", entity.name_en: "en"}
    yield Alias(entity.entity_id, entity.name, language.get(entity.name), "name")
    for name, code in ((entity.name_ko, "ko"), (entity.name_en, "en")):
        if name is not None and name != entity.name and not (code == "en" and name == entity.name_ko):
            yield Alias(entity.entity_id, name, code, "translation")


def _check_shared(rows: Iterable[tuple[Alias, Row]], problems: Problems) -> None:
    """Two entities share an alias only where at most one bears it now: a former name is the rule that decides."""
    bearer: dict[str, tuple[Alias, Row]] = {}
    for alias, row in rows:
        if alias.kind == "former":
            continue
        with problems.caught():
            other = bearer.setdefault(alias.alias, (alias, row))
            if other[0].entity_id != alias.entity_id:
                raise row.error(
                    f"{alias.alias!r} names {alias.entity_id} and, at {other[1].place}, {other[0].entity_id}; "
                    "delete it from one, or mark it there as kind former with a valid_to"
                )
