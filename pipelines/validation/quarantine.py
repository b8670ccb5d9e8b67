"""Rows that break a rule, as rows of core/rejects: the rule's name, the key, and the row itself as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import polars as pl

from pipelines.tables.accounting import reject_key
from pipelines.tables.declaration import Table
from pipelines.tables.expectations import Expectation
from pipelines.tables.identifiers import content_id
from pipelines.tables.pages import REJECTS
from pipelines.tables.schemas import empty_frame, frame


def split(
    table: Table, rows: pl.DataFrame, failing: Mapping[Expectation, list[int]], rejects_date: date
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows that break nothing, and the others as rows of core/rejects, each once.

    `failing` gives the positions of the rows that break each expectation. The first one in its order is the reason, the
    rest stand in the detail. Page bytes are left out of the JSON.
    """
    broken: dict[int, list[Expectation]] = {}
    for expectation, positions in failing.items():
        for position in positions:
            broken.setdefault(position, []).append(expectation)
    if not broken:
        return rows, empty_frame(REJECTS)
    positions = sorted(broken)
    taken = rows[positions].select(pl.exclude(pl.Binary)).iter_rows(named=True)
    rejects = [
        _reject(table, row, broken[position], rejects_date) for position, row in zip(positions, taken, strict=True)
    ]
    kept = rows.with_row_index("__n").filter(~pl.col("__n").is_in(positions)).drop("__n")
    return kept, frame(REJECTS, rejects).unique("reject_id", keep="first", maintain_order=True)


def _reject(table: Table, row: dict[str, Any], broken: list[Expectation], rejects_date: date) -> dict[str, Any]:
    reason, others = broken[0], broken[1:]
    also = f" Also: {', '.join(expectation.name for expectation in others)}." if others else ""
    key = " ".join(str(row[name]) for name in reject_key(table))
    as_json = json.dumps(row, ensure_ascii=False, default=_plain)
    return {
        "reject_id": content_id("reject", table.path, key, reason.name, as_json),
        "capture_date": rejects_date,
        "stage": table.path,
        "key": key,
        "reason": reason.name,
        "detail": reason.description + also,
        "row": as_json,
    }


def _plain(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value)
