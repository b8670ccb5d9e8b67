"""The words in which a table is declared: column, key, reference, span, rule.

Here belong the types of a declaration and nothing about any one table. What is derived from a declaration
(schemas, expectations, YAML, the data dictionary) has a module of its own beside this one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import polars as pl

Layer = Literal["raw", "core", "mart"]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed set of terms: name, what it is, and each term with its meaning."""

    name: str
    description: str
    terms: dict[str, str]

    def __contains__(self, term: object) -> bool:
        return term in self.terms


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, Polars type and meaning, and what must hold for each value."""

    name: str
    dtype: pl.DataType
    description: str
    required: bool = False
    vocabulary: Vocabulary | None = None
    minimum: float | None = None
    maximum: float | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """`column` (where it is not null) is a `to_column` of table `to`, in the same partition where both have one."""

    column: str
    to: str
    to_column: str


@dataclass(frozen=True, slots=True)
class Span:
    """Two columns that are half-open character offsets into the text of the row's article version.

    `text_column`, where given, must equal the text at those offsets.
    """

    start: str
    end: str
    text_column: str | None = None


@dataclass(frozen=True, slots=True)
class OneOf:
    """Exactly one of these columns is not null."""

    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ordered:
    """Where both are not null, `low` is at most `high`."""

    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Covers:
    """Every value of `of_column` of table `of`, in any partition, is in `column` of this table."""

    column: str
    of: str
    of_column: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table: where it lives, what one row is, its columns, key and rules.

    `name` is the one identity: asset key, lake folder and dbt source or model. `partitioned` tables have one Parquet
    file a capture date and carry it as the column `capture_date`. Rows are always written in the order of `sort`
    (the key where none is given), so that equal content gives equal bytes. No two rows with one value of
    `bitemporal_by` hold at once in both clocks, valid and known.
    """

    name: str
    layer: Layer
    grain: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    partitioned: bool = False
    sort: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    spans: tuple[Span, ...] = ()
    rules: tuple[OneOf | Ordered, ...] = ()
    covers: tuple[Covers, ...] = ()
    bitemporal_by: str | None = None

    @property
    def path(self) -> str:
        """Asset key, lake folder and dbt source in one, such as `core/articles`."""
        return f"{self.layer}/{self.name}"

    @property
    def order(self) -> tuple[str, ...]:
        """The columns by which rows are sorted before they are written."""
        return self.sort or self.key

    def column(self, name: str) -> Column:
        """The column of that name; KeyError where there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name!r}")
