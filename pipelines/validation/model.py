"""What an audit takes and what it gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, Protocol

import polars as pl

from pipelines.tables.catalog import table as table_of
from pipelines.tables.declaration import Table
from pipelines.tables.expectations import Expectation, needs


class AuditError(RuntimeError):
    """An audit could not be made, because it lacks a table that it must compare with."""


class Source(Protocol):
    """Something that holds published tables, such as the lake."""

    def read(self, table: Table, capture_date: date | None) -> pl.DataFrame:
        """The rows of one capture date."""

    def scan(self, table: Table) -> pl.LazyFrame:
        """All rows."""


@dataclass(frozen=True, slots=True)
class AuditContext:
    """What a table is compared with: its capture date, and the other tables that its expectations look at, by path.

    `rejects_date` is the capture date under which rejected rows are recorded: that of the partition, or for a table
    without partitions the one that its maker names.
    """

    rejects_date: date
    capture_date: date | None = None
    tables: Mapping[str, pl.DataFrame] | None = None

    @classmethod
    def gather(
        cls,
        source: Source,
        table: Table,
        capture_date: date | None,
        *,
        rejects_date: date | None = None,
        fresh: Mapping[str, pl.DataFrame] | None = None,
    ) -> AuditContext:
        """The context of one table's audit, from `source`; `fresh` tables, made in the same step, come before it.

        Raises ValueError where neither `capture_date` nor `rejects_date` is given.
        """
        recorded = rejects_date or capture_date
        if recorded is None:
            raise ValueError(
                f"{table.path} has no partitions: name the capture date under which its rejects are recorded"
            )
        tables: dict[str, pl.DataFrame] = {}
        for need in needs(table):
            if fresh is not None and need.table in fresh:
                tables[need.table] = fresh[need.table].select(need.columns)
                continue
            other = table_of(need.table)
            if other.partitioned and need.same_partition:
                tables[need.table] = source.read(other, capture_date).select(need.columns)
            else:
                tables[need.table] = source.scan(other).select(need.columns).unique().collect()
        return cls(recorded, capture_date, tables)

    def other(self, path: str) -> pl.DataFrame:
        """The rows of another table; AuditError where the context lacks it."""
        if self.tables is None or path not in self.tables:
            raise AuditError(f"the audit needs {path}; give it with the context (AuditContext.gather does)")
        return self.tables[path]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one expectation fared.

    `checked` rows were looked at, `failed` of them broke it. `passed` is false from the first failing row on;
    `severity` ERROR stops what depends on the table, WARN does not. `sample` names up to ten failing rows by key.
    """

    expectation: Expectation
    checked: int
    failed: int
    severity: Literal["ERROR", "WARN"]
    sample: tuple[str, ...]
    detail: str

    @property
    def passed(self) -> bool:
        """Whether no row failed."""
        return self.failed == 0

    @property
    def blocks(self) -> bool:
        """Whether what depends on the table must not go on."""
        return not self.passed and self.severity == "ERROR"


@dataclass(frozen=True, slots=True)
class Audit:
    """The rows that may go on, the rest as rows of core/rejects, and how each expectation fared, in declared order."""

    table: Table
    passed: pl.DataFrame
    rejects: pl.DataFrame
    outcomes: tuple[Outcome, ...]
    data_docs: Path | None = None

    @property
    def blocking(self) -> tuple[Outcome, ...]:
        """The failures that stop what depends on the table."""
        return tuple(outcome for outcome in self.outcomes if outcome.blocks)

    @property
    def may_publish(self) -> bool:
        """Whether the rows that passed may be published."""
        return not self.blocking


def failures(outcomes: Iterable[Outcome]) -> str:
    """The failures in words, one a line, for a message or a log."""
    return "\n".join(
        f"{outcome.severity} {outcome.expectation.table} {outcome.expectation.name}: {outcome.detail}"
        for outcome in outcomes
        if not outcome.passed
    )
