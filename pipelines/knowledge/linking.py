"""Imported organizations joined to each other and to the curated ones, which win.

Two sources name one organization where they share a code, or where each has the legal name once; nothing else joins
them. A curated row keeps every cell that a person wrote, and gets codes only where its own are empty.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl

from pipelines.entities.model import Alias, Entity, Knowledge, Redirect
from pipelines.entities.normalizing import normalized
from pipelines.entities.register import ENTITY_COLUMNS, NAMES, ROWS, Register
from pipelines.knowledge.importing import SOURCES, read_import
from pipelines.knowledge.merging import merged_sources

CODES = ("dart_corp_code", "stock_code", "ror_id", "wikidata_qid")
REASON = "rows of one organization in official registers"
# kinds of names that are the whole name; an abbreviation or a variant proves nothing
WHOLE_NAMES = frozenset({"name", "translation"})
MIN_KEY = 3


def with_imports(knowledge: Knowledge, folder: Path) -> Knowledge:
    """The knowledge base with what was imported into a folder; the same object where nothing was.

    Raises KnowledgeError for a file that cannot be used.
    """
    sources = {source: read_import(source, folder) for source in SOURCES}
    if all(frame.is_empty() for frame in sources.values()):
        return knowledge
    merged = merged_sources(sources)
    links = _links(knowledge, merged)
    merged = _renamed(merged, links)
    entities = _filled(knowledge.entities, merged)
    version = _version(knowledge.version, folder)
    register = _register(merged, entities, version)
    triggers, aliases = _triggers(knowledge, merged)
    entities |= register.entities(triggers)
    return replace(
        knowledge,
        entities=dict(sorted(entities.items())),
        aliases=tuple(sorted((*knowledge.aliases, *aliases), key=lambda a: (a.alias, a.entity_id))),
        redirects=_redirects(knowledge, merged, entities),
        register=register,
        version=version,
    )


def _links(knowledge: Knowledge, merged: pl.DataFrame) -> dict[str, str]:
    """Imported id → the curated organization that it is: by a code, else by a whole name that no other row bears."""
    curated = [entity for entity in knowledge.entities.values() if entity.entity_type == "org"]
    links: dict[str, str] = {}
    for column in CODES:
        by_code = {
            code: entity.entity_id
            for entity in curated
            if (code := getattr(entity, column)) is not None and (column != "stock_code" or entity.country == "KR")
        }
        rows = merged.filter(pl.col(column).is_in(list(by_code))).select("entity_id", column)
        for key, code in rows.iter_rows():
            links.setdefault(key, by_code[code])
    _link_by_name(knowledge, curated, merged, links)
    return links


def _link_by_name(knowledge: Knowledge, curated: list[Entity], merged: pl.DataFrame, links: dict[str, str]) -> None:
    bearers: dict[str, set[str]] = defaultdict(set)
    candidates = {e.entity_id: e for e in curated if e.country == "KR" and e.org_type not in ("group", "other")}
    for alias in knowledge.aliases:
        if alias.entity_id in candidates and alias.kind in WHOLE_NAMES:
            key = normalized(alias.alias)
            if len(key) >= MIN_KEY:
                bearers[key].add(alias.entity_id)
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    known = (
        merged.select("entity_id", *CODES, pl.col("keys").alias("key"))
        .explode("key")
        .filter(pl.col("key").is_in(list(bearers)))
    )
    for row in known.iter_rows(named=True):
        rows[row["key"]].append(row)
    for key in sorted(rows):
        if len(bearers[key]) == 1 and len(rows[key]) == 1:
            (curated_id,), (row,) = bearers[key], rows[key]
            if not _contradicts(candidates[curated_id], row):
                links.setdefault(row["entity_id"], curated_id)


def _contradicts(entity: Entity, row: Mapping[str, Any]) -> bool:
    """Whether a code that both have differs: two organizations of one name."""
    return any(row[code] and getattr(entity, code) and row[code] != getattr(entity, code) for code in CODES)


def _renamed(merged: pl.DataFrame, links: Mapping[str, str]) -> pl.DataFrame:
    """The rows with the id of the curated organization in `entity_id`, the register's own in `imported_id`."""
    ids = pl.DataFrame(
        {"imported_id": list(links), "curated_id": list(links.values())},
        schema={"imported_id": pl.String(), "curated_id": pl.String()},
    )
    return (
        merged.rename({"entity_id": "imported_id"})
        .join(ids, on="imported_id", how="left", maintain_order="left")
        .with_columns(pl.coalesce("curated_id", "imported_id").alias("entity_id"))
    )


def _filled(entities: Mapping[str, Entity], merged: pl.DataFrame) -> dict[str, Entity]:
    """The curated entities, with codes of their imported rows where a person has written none."""
    filled = dict(entities)
    linked = merged.filter(pl.col("curated_id").is_not_null()).sort("imported_id")
    for row in linked.select("curated_id", *CODES).iter_rows(named=True):
        entity = filled[row["curated_id"]]
        codes = {code: row[code] for code in CODES if row[code] is not None and getattr(entity, code) is None}
        filled[entity.entity_id] = replace(entity, **codes)
    return filled


def _register(merged: pl.DataFrame, entities: Mapping[str, Entity], version: str) -> Register:
    linked = merged.filter(pl.col("curated_id").is_not_null())
    listed = dict(linked.group_by("curated_id").agg(pl.col("listed").any()).iter_rows())
    curated = [
        {column: getattr(entities[key], column) for column in ENTITY_COLUMNS} | {"listed": is_listed}
        for key, is_listed in listed.items()
    ]
    own = merged.filter(pl.col("curated_id").is_null()).with_columns(
        pl.lit("org").alias("entity_type"),
        pl.lit("imported").alias("status"),
        *(pl.lit(None, pl.String()).alias(column) for column in ("parent_id", "group_id", "sector")),
    )
    rows = pl.concat([own.select(list(ROWS)), pl.DataFrame(curated, schema=ROWS, orient="row")]).sort("entity_id")
    names = (
        merged.select("entity_id", pl.col("keys").alias("key"))
        .explode("key")
        .filter(pl.col("key") != "")
        .join(rows.select("entity_id").with_row_index("row"), on="entity_id")
    )
    return Register(rows, names.select(list(NAMES)), version)


def _triggers(knowledge: Knowledge, merged: pl.DataFrame) -> tuple[tuple[str, ...], list[Alias]]:
    """The ids that are searched for besides the curated ones, and the aliases by which: forms that one row bears."""
    taken = {alias.alias.casefold() for alias in knowledge.aliases}
    forms = (
        merged.select("entity_id", "name", pl.col("triggers").alias("form"))
        .explode("form")
        .drop_nulls("form")
        .unique(["entity_id", "form"])
        .filter(pl.col("entity_id").n_unique().over("form") == 1)
        .sort("entity_id", "form")
    )
    aliases = [
        Alias(key, form, "ko", "name" if form == name and key not in knowledge.entities else "variant")
        for key, name, form in forms.iter_rows()
        if form.casefold() not in taken
    ]
    return tuple(sorted({alias.entity_id for alias in aliases} - knowledge.entities.keys())), aliases


def _redirects(knowledge: Knowledge, merged: pl.DataFrame, entities: Mapping[str, Entity]) -> tuple[Redirect, ...]:
    """The redirects that a person wrote, and those of ids that claims may carry from before another import."""
    redirects = {redirect.entity_id: redirect for redirect in knowledge.redirects}
    ids = (
        merged.select("entity_id", pl.col("ids").alias("id")).explode("id").filter(pl.col("id") != pl.col("entity_id"))
    )
    for key, retired in ids.iter_rows():
        if key in entities and retired not in entities:
            redirects.setdefault(retired, Redirect(retired, key, REASON))
    return tuple(redirects[key] for key in sorted(redirects))


def _version(curated: str, folder: Path) -> str:
    digest = hashlib.sha256(curated.encode())
    for source in SOURCES:
        path = folder / f"{source}.parquet"
        digest.update(hashlib.sha256(path.read_bytes() if path.exists() else b"").digest())
    return digest.hexdigest()[:16]
