"""What names become: entities and aliases, the immutable Knowledge that holds them, and mentions in a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipelines.entities.register import Register


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity. The fields are the columns of core/entities."""

    entity_id: str
    name: str
    entity_type: str
    name_ko: str | None = None
    name_en: str | None = None
    org_type: str | None = None
    parent_id: str | None = None
    group_id: str | None = None
    country: str | None = None
    sector: str | None = None
    stock_code: str | None = None
    dart_corp_code: str | None = None
    wikidata_qid: str | None = None
    ror_id: str | None = None
    status: str = "curated"


@dataclass(frozen=True, slots=True)
class Alias:
    """One form of an entity's name. The fields are the columns of core/entity_aliases."""

    entity_id: str
    alias: str
    language: str | None = None
    kind: str = "name"
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Redirect:
    """A retired entity id and what it means now. The fields are the columns of core/entity_redirects."""

    entity_id: str
    canonical_id: str
    reason: str
    decided_by: str | None = None
    decided_at: date | None = None


@dataclass(frozen=True, slots=True)
class Override:
    """An analyst's decision about a fact; applied last, by dbt. The fields are the columns of overrides.csv."""

    override_id: str
    target: str
    target_id: str
    field: str
    old_value: str | None
    new_value: str | None
    decided_by: str
    decided_at: date
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision whether two entities are one. The fields are the columns of judgements.csv.

    A later decision about the same two counts instead of an earlier one; both stay in the file.
    """

    left_id: str
    right_id: str
    judgement: str
    decided_by: str
    decided_at: date
    reason: str


@dataclass(frozen=True, slots=True)
class Suppression:
    """A person, page or outlet that is not to be kept or shown. The fields are the columns of suppressions.csv."""

    kind: str
    value: str
    decided_by: str
    decided_at: date
    reason: str


@dataclass(frozen=True, slots=True)
class Watched:
    """An entity, by id or name, whose changes somebody watches. The fields are the columns of watchlist.csv."""

    watched: str
    added_by: str
    added_at: date
    reason: str | None


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The knowledge base, read once and never changed. `version` is a hash of its content.

    `entities` and `aliases` are what a text is searched for; `register` holds imported names, which only resolve what
    was found by other means. Nothing that is read depends on `watchlist`, and `version` neither.
    """

    entities: Mapping[str, Entity] = field(repr=False)
    aliases: tuple[Alias, ...] = field(repr=False)
    redirects: tuple[Redirect, ...] = field(default=(), repr=False)
    overrides: tuple[Override, ...] = field(default=(), repr=False)
    judgements: tuple[Judgement, ...] = field(default=(), repr=False)
    suppressions: tuple[Suppression, ...] = field(default=(), repr=False)
    watchlist: tuple[Watched, ...] = field(default=(), repr=False)
    register: Register | None = field(default=None, repr=False)
    version: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """One span of a text that names something: half-open character offsets, type, and the entity it resolves to.

    `entity_id` is None for dates, amounts and titles, and for group words with more or less than one antecedent;
    `members` are the entity ids that a group word ('3사', '양사', 'the two companies') stands for.
    """

    start: int
    end: int
    surface: str
    mention_type: str
    entity_id: str | None = None
    entity_name: str | None = None
    method: str = "none"
    score: float = 1.0
    members: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date or period as a text states it: half-open character offsets, and what it means.

    `value` is ISO: YYYY for a year, YYYY-MM for a month, and YYYY-MM-DD, the first day, for a day, week, quarter, half.
    `until` is the last day of a range, else None. `grain` is a term of PRECISION, `edge` one of EDGE; `direction` is
    past, future or none: the way in which the words look.
    """

    start: int
    end: int
    surface: str
    value: str
    until: str | None = None
    grain: str = "day"
    edge: str | None = None
    direction: str = "none"
