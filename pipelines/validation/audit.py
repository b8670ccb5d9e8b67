"""The audit of one table's rows: what may go on, what goes to core/rejects, and whether anything must stop.

The decision is here; what is computed is in probes, how the library is asked is in engine.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from pathlib import Path

import polars as pl

from pipelines.tables.declaration import Table
from pipelines.tables.expectations import Expectation
from pipelines.tables.schemas import conform
from pipelines.validation import data_docs, engine, quarantine
from pipelines.validation.model import Audit, AuditContext, Outcome
from pipelines.validation.probes import Probe, probes

SAMPLE = 10


def audit(
    table: Table, frame: pl.DataFrame, context: AuditContext, tolerance: float = 0.01, docs_dir: Path | None = None
) -> Audit:
    """Judge the rows of one table, or of one partition of it.

    `tolerance` is the share of rows that may break one rule without stopping the line; no share of them may break a
    key or an identity between tables. Of rows with one key the first (by content) goes on. With `docs_dir`, a page of
    Data Docs is written there.

    Raises ValueError where the columns are not the declared ones, AuditError where the context lacks a table.
    """
    return audit_partitions(table, [(frame, context)], tolerance, docs_dir)[0]


def audit_partitions(
    table: Table,
    partitions: Sequence[tuple[pl.DataFrame, AuditContext]],
    tolerance: float = 0.01,
    docs_dir: Path | None = None,
) -> list[Audit]:
    """What `audit` says of each of several partitions of one table.

    They are put to the library in one go, because it takes as long for a row as for a million.
    """
    frames = [_in_fixed_order(table, conform(table, frame)) for frame, _ in partitions]
    asked = [probes(table, rows, context) for rows, (_, context) in zip(frames, partitions, strict=True)]
    judged = [_judged(alike, tolerance) for alike in zip(*asked, strict=True)]
    return [
        _audit(table, rows, context, list(of_partition), tolerance, docs_dir)
        for rows, (_, context), of_partition in zip(frames, partitions, zip(*judged, strict=True), strict=True)
    ]


def _judged(alike: Sequence[Probe], tolerance: float) -> list[tuple[Probe, engine.Verdict]]:
    """The same probe of several partitions, judged together and told apart again."""
    first = alike[0]
    together = pl.concat([probe.columns for probe in alike])
    verdict = engine.judge(first.name, together, first.expectations, tolerance)
    result, start = [], 0
    for probe in alike:
        end = start + probe.columns.height
        failing = {
            name: [
                position - start for position in positions[bisect_left(positions, start) : bisect_left(positions, end)]
            ]
            for name, positions in verdict.failing.items()
        }
        result.append((probe, engine.Verdict(failing, verdict.results)))
        start = end
    return result


def _audit(
    table: Table,
    rows: pl.DataFrame,
    context: AuditContext,
    judged: Sequence[tuple[Probe, engine.Verdict]],
    tolerance: float,
    docs_dir: Path | None,
) -> Audit:
    outcomes: list[Outcome] = []
    documents: list[data_docs.Section] = []
    failing: dict[Expectation, list[int]] = {}
    for probe, verdict in judged:
        found = [
            _outcome(expectation, probe.columns.height, verdict.failing[expectation.name], tolerance, probe.label)
            for expectation in probe.expectations
        ]
        outcomes += found
        documents.append((verdict, found))
        failing |= {each: verdict.failing[each.name] for each in probe.expectations if each.of_rows}
    passed, rejects = quarantine.split(table, rows, failing, context.rejects_date)
    page = data_docs.write_page(docs_dir, table, context.capture_date, documents) if docs_dir else None
    return Audit(table, passed, rejects, tuple(outcomes), page)


def _outcome(
    expectation: Expectation, checked: int, positions: list[int], tolerance: float, label: Callable[[int], str]
) -> Outcome:
    failed = len(positions)
    blocks = failed > (0 if expectation.blocks == "any" else tolerance * checked)
    sample = tuple(label(position) for position in positions[:SAMPLE])
    if not failed:
        detail = f"holds for {checked:,} rows"
    else:
        bound = "none may" if expectation.blocks == "any" else f"up to {tolerance:.2%} may"
        detail = f"{failed:,} of {checked:,} rows ({failed / checked:.2%}) break it; {bound}"
    return Outcome(expectation, checked, failed, "ERROR" if blocks else "WARN", sample, detail)


def _in_fixed_order(table: Table, rows: pl.DataFrame) -> pl.DataFrame:
    # Which of several rows with one key comes first must not depend on the order in which they were made.
    if not rows.select(pl.struct(table.key).is_duplicated().any()).item():
        return rows
    content = pl.struct(pl.exclude(pl.Binary)).struct.json_encode()
    return rows.sort([*table.order, content], nulls_last=True, maintain_order=True)
