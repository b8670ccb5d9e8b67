"""A small world of tables that agree with one another: what a clean day of the lake looks like."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any

import polars as pl
import pytest

from pipelines.tables.catalog import table
from pipelines.tables.declaration import Column
from pipelines.tables.schemas import frame
from pipelines.validation import AuditContext

DAY = date(2020, 6, 4)
TEXTS = {
    "v1": "새벽 동맹에 한빛전자 합류 🎉\n\n한빛전자가 4일 새벽 동맹에 합류했다.",
    "v2": "Dawn pact grows\n\nHanbit joined the Dawn pact.",
}
QUOTES = {"v1": "한빛전자가 4일 새벽 동맹에 합류했다.", "v2": "Hanbit joined the Dawn pact."}
NAMES = {"v1": {"한빛전자": "hanbit", "새벽 동맹": "dawn"}, "v2": {"Hanbit": "hanbit", "Dawn pact": "dawn"}}


def fill(column: Column) -> Any:
    """Some value that the column allows; None where it need not have one."""
    if not column.required:
        return None
    if column.vocabulary is not None:
        return next(iter(column.vocabulary.terms))
    if isinstance(column.dtype, pl.List):
        return []
    if isinstance(column.dtype, pl.Boolean):
        return False
    if isinstance(column.dtype, pl.Datetime):
        return datetime(2020, 6, 3, 15, tzinfo=UTC)
    if isinstance(column.dtype, pl.Date):
        return DAY
    if column.dtype.is_numeric():
        return column.dtype.to_python()(column.minimum or 0)
    return "x"


def rows(path: str, *given: Mapping[str, Any]) -> pl.DataFrame:
    """Rows of a table, each filled up with values that its columns allow."""
    declared = table(path)
    return frame(declared, [{column.name: fill(column) for column in declared.columns} | dict(row) for row in given])


def build_world() -> dict[str, pl.DataFrame]:
    spans = {version: (text.rindex(QUOTES[version]), text) for version, text in TEXTS.items()}
    mentions = [
        {
            "version_id": version,
            "char_start": (start := TEXTS[version].rindex(name)),
            "char_end": start + len(name),
            "surface": name,
            "mention_type": "org" if entity == "hanbit" else "alliance",
            "entity_id": entity,
        }
        for version, names in NAMES.items()
        for name, entity in names.items()
    ]
    claims = [
        {
            "claim_id": f"claim-{version}",
            "statement_id": f"statement-{version}",
            "version_id": version,
            "alliance_id": "dawn",
            "member_id": "hanbit",
            "quote": QUOTES[version],
            "char_start": start,
            "char_end": start + len(QUOTES[version]),
            "trigger_start": start,
            "trigger_end": start + 2,
            "member_start": start,
            "member_end": start + 4,
            "since_min": date(2020, 6, 4),
            "since_max": date(2020, 6, 4),
        }
        for version, (start, _) in spans.items()
    ]
    return {
        "raw/pages": rows("raw/pages", *({"capture_id": f"c{n}", "page_id": f"p{n}"} for n in range(1, 5))),
        "core/articles": rows(
            "core/articles",
            *(
                {"version_id": version, "capture_id": f"c{n}", "text": text, "text_length": len(text), "language": "ko"}
                for n, (version, text) in enumerate(TEXTS.items(), 1)
            ),
        ),
        "core/duplicates": rows("core/duplicates", {"capture_id": "c3", "of_capture_id": "c1"}),
        "core/rejects": rows(
            "core/rejects",
            {"reject_id": "r1", "stage": "core/articles", "key": "c4", "reason": "empty"},
            {"reject_id": "r2", "stage": "core/sentences", "key": "elsewhere", "reason": "empty"},
        ),
        "core/sentences": rows(
            "core/sentences",
            *({"version_id": version, "sentence_no": 0, "char_end": 5} for version in TEXTS),
        ),
        "core/mentions": rows("core/mentions", *mentions),
        "core/entities": rows(
            "core/entities",
            {"entity_id": "hanbit", "parent_id": "hanbit-group"},
            {"entity_id": "hanbit-group"},
            {"entity_id": "dawn"},
        ),
        "core/membership_claims": rows("core/membership_claims", *claims),
    }


class Published:
    """A lake of one day in memory."""

    def __init__(self, tables: Mapping[str, pl.DataFrame]) -> None:
        self.tables = tables

    def read(self, declared: Any, capture_date: date | None) -> pl.DataFrame:
        assert (capture_date is not None) == declared.partitioned
        return self.tables[declared.path]

    def scan(self, declared: Any) -> pl.LazyFrame:
        return self.tables[declared.path].lazy()


@pytest.fixture(scope="session")
def world() -> dict[str, pl.DataFrame]:
    return build_world()


@pytest.fixture(scope="session")
def context_of(world: dict[str, pl.DataFrame]) -> Callable[[str], AuditContext]:
    def gather(path: str) -> AuditContext:
        declared = table(path)
        return AuditContext.gather(Published(world), declared, DAY if declared.partitioned else None, rejects_date=DAY)

    return gather
