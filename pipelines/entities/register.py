"""Names imported from official registers: candidates for a mention that something else has found, never triggers.

A register holds a hundred thousand names, most of companies that no article means. So a name resolves only where it is
the whole legal name of one organization, and is no word that anybody might write.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from dataclasses import fields
from typing import Any

import polars as pl

from pipelines.entities.model import Entity
from pipelines.entities.normalizing import normalized
from pipelines.entities.particles import is_hangul
from pipelines.tables.names import ENTITIES

ENTITY_COLUMNS = tuple(field.name for field in fields(Entity))
# one row for each organization: the columns of Entity, and whether an exchange lists it
ROWS = pl.Schema({column.name: column.dtype for column in ENTITIES.columns} | {"listed": pl.Boolean()})
# one row for each form of a name as compared, and the row of ROWS that bears it
NAMES = pl.Schema({"key": pl.String(), "row": pl.UInt32()})
# a shorter name of a company that no exchange lists is borne by many, or is a word
MIN_UNLISTED = 3


class Register:
    """Imported organizations by name and id. Two are equal where they hold the same, as `version` says."""

    def __init__(self, rows: pl.DataFrame, names: pl.DataFrame, version: str) -> None:
        """`rows` as ROWS, sorted by entity_id; `names` as NAMES, with keys as `normalized` makes them."""
        self.version = version
        self._rows = rows
        names = names.unique().sort("key", "row")
        self._keys = names["key"]
        self._numbers = names["row"]

    def __len__(self) -> int:
        return self._rows.height

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Register) and other.version == self.version

    def __hash__(self) -> int:
        return hash(self.version)

    def candidates(self, form: str) -> tuple[tuple[Entity, bool], ...]:
        """The organizations of that name by id, each with whether an exchange lists it."""
        key = normalized(form)
        at = bisect_left(self._keys, key) if key else len(self._keys)
        found = []
        while at < len(self._keys) and self._keys[at] == key:
            found.append(self._row(self._numbers[at]))
            at += 1
        return tuple((_entity(row), row["listed"]) for row in found)

    def resolve(self, form: str) -> Entity | None:
        """The one organization that the form can mean: the only one of that name, curated, or listed, in this order."""
        candidates = self.candidates(form)
        for chosen in (
            [entity for entity, _ in candidates if entity.status == "curated"],
            [entity for entity, is_listed in candidates if is_listed],
        ):
            if chosen:
                return chosen[0] if len(chosen) == 1 else None
        if len(candidates) != 1 or sum(map(_counts, form)) < MIN_UNLISTED:
            return None
        return candidates[0][0]

    def entity(self, entity_id: str) -> Entity | None:
        """The organization of that id."""
        ids = self._rows["entity_id"]
        at = bisect_left(ids, entity_id)
        return _entity(self._row(at)) if at < len(ids) and ids[at] == entity_id else None

    def entities(self, ids: Collection[str]) -> dict[str, Entity]:
        """Id → organization for all of these ids that the register has."""
        rows = self._rows.filter(pl.col("entity_id").is_in(sorted(ids)))
        return {row["entity_id"]: _entity(row) for row in rows.iter_rows(named=True)}

    def _row(self, number: int) -> dict[str, Any]:
        return self._rows.row(number, named=True)


def _counts(character: str) -> bool:
    return is_hangul(character) or character.isalnum()


def _entity(row: dict[str, Any]) -> Entity:
    return Entity(**{column: row[column] for column in ENTITY_COLUMNS})
