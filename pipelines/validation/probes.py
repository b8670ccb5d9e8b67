"""Expectations as columns: what Great Expectations is asked about, computed in Polars.

A probe is a small frame of booleans and numbers. One has a row for each row of the table; an expectation about the
table as a whole has a probe of its own, with a row for each value that must be found. Text goes no further than here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from pipelines.tables.accounting import Accounting
from pipelines.tables.declaration import Column, Covers, OneOf, Ordered, Reference, Span, Table
from pipelines.tables.expectations import ARTICLES, TEXT, VERSION, Expectation, expectations_for
from pipelines.validation.model import AuditContext

TEXT_OF_VERSION = "__text_of_version"
LENGTH_OF_TEXT = "__length_of_text"


@dataclass(frozen=True, slots=True)
class Probe:
    """Columns to be judged, one for each expectation and named like it; `label` gives the name of the n-th row."""

    name: str
    expectations: tuple[Expectation, ...]
    columns: pl.DataFrame
    label: Callable[[int], str]


def probes(table: Table, rows: pl.DataFrame, context: AuditContext) -> tuple[Probe, ...]:
    """All probes of conforming rows; the first has one row for each of them."""
    expectations = expectations_for(table)
    of_rows = tuple(expectation for expectation in expectations if expectation.of_rows)
    first = Probe(
        table.path,
        of_rows,
        _row_columns(table, rows, of_rows, context),
        lambda n: row_label(table, rows.row(n, named=True)),
    )
    return (first, *(_identity(table, rows, each, context) for each in expectations if not each.of_rows))


def row_label(table: Table, row: dict[str, object]) -> str:
    """A row's key in words; the capture date goes without saying."""
    return " ".join(f"{name}={row[name]}" for name in table.key if name != "capture_date")


def _row_columns(
    table: Table, rows: pl.DataFrame, expectations: tuple[Expectation, ...], context: AuditContext
) -> pl.DataFrame:
    data = _with_text(rows, context) if table.spans else rows
    columns = [_column(table, expectation, rows, context).alias(expectation.name) for expectation in expectations]
    return data.select(columns)


def _with_text(rows: pl.DataFrame, context: AuditContext) -> pl.DataFrame:
    texts = context.other(ARTICLES).select(VERSION, pl.col(TEXT).alias(TEXT_OF_VERSION)).unique(VERSION, keep="first")
    texts = texts.with_columns(pl.col(TEXT_OF_VERSION).str.len_chars().cast(pl.Int64).alias(LENGTH_OF_TEXT))
    return rows.join(texts, on=VERSION, how="left", maintain_order="left")


def _column(table: Table, expectation: Expectation, rows: pl.DataFrame, context: AuditContext) -> pl.Expr:
    rule = expectation.rule
    match expectation.kind, rule:
        case "unique_key", _:
            return pl.int_range(1, pl.len() + 1, dtype=pl.Int64).over(*table.key)
        case "not_null", Column(name=name):
            return pl.col(name).is_not_null()
        case "in_vocabulary", Column(name=name, vocabulary=vocabulary) if vocabulary is not None:
            return pl.col(name).is_null() | pl.col(name).is_in(list(vocabulary.terms))
        case "in_range", Column(name=name):
            return pl.col(name)
        case "span_inside_text", Span() as span:
            return _inside(span) | (pl.col(span.start).is_null() & pl.col(span.end).is_null()) | _no_text()
        case "quote_matches_text", Span(start=start, end=end, text_column=quote) as span if quote is not None:
            said = pl.col(TEXT_OF_VERSION).str.slice(pl.col(start), pl.col(end) - pl.col(start))
            return (
                pl.when(_inside(span))
                .then(pl.col(quote).is_null() | (said == pl.col(quote)))
                .otherwise(pl.lit(value=True))
            )
        case "reference_found", Reference(column=column, to=other, to_column=to_column):
            known = rows if other == table.path else context.other(other)
            return pl.col(column).is_null() | pl.col(column).is_in(known.get_column(to_column).unique().implode())
        case "one_of", OneOf(columns=columns):
            return pl.sum_horizontal(pl.col(name).is_not_null() for name in columns) == 1
        case "ordered", Ordered(low=low, high=high):
            return (pl.col(low) <= pl.col(high)).fill_null(value=True)
    raise TypeError(f"no column is defined for expectation {expectation.name} of {expectation.table}")


def _inside(span: Span) -> pl.Expr:
    start, end = pl.col(span.start), pl.col(span.end)
    return ((start >= 0) & (start < end) & (end <= pl.col(LENGTH_OF_TEXT))).fill_null(value=False)


def _no_text() -> pl.Expr:
    # A row whose version is unknown is reported once, by its broken reference.
    return pl.col(LENGTH_OF_TEXT).is_null()


def _identity(table: Table, rows: pl.DataFrame, expectation: Expectation, context: AuditContext) -> Probe:
    match expectation.rule:
        case Covers() as covers:
            found = _coverage(rows, covers, context)
        case Accounting() as accounting:
            found = _accounts(table, rows, accounting, context)
        case _:
            raise TypeError(f"no probe is defined for expectation {expectation.name} of {expectation.table}")
    labels = found.get_column("label")
    columns = found.select(pl.col("holds").alias(expectation.name))
    return Probe(f"{table.path}/{expectation.name}", (expectation,), columns, lambda n: str(labels[n]))


def _coverage(rows: pl.DataFrame, covers: Covers, context: AuditContext) -> pl.DataFrame:
    wanted = context.other(covers.of).get_column(covers.of_column).drop_nulls().unique().sort()
    here = rows.get_column(covers.column).unique()
    return pl.DataFrame({"label": wanted.cast(pl.String), "holds": wanted.is_in(here.implode())})


def _accounts(table: Table, rows: pl.DataFrame, accounting: Accounting, context: AuditContext) -> pl.DataFrame:
    def values(path: str, column: str, stages: tuple[str, ...] = ()) -> pl.DataFrame:
        held = rows if path == table.path else context.other(path)
        if stages:
            held = held.filter(pl.col("stage").is_in(stages))
        return held.select(pl.col(column).alias("label")).drop_nulls().unique()

    accounted = values(accounting.of, accounting.column).with_columns(
        place=pl.lit(None, pl.String), known=pl.lit(value=True)
    )
    places = [
        values(place.table, place.column, place.stages).with_columns(
            place=pl.lit(place.table), known=pl.lit(value=False)
        )
        for place in accounting.places
    ]
    known, times = pl.col("known"), pl.col("times")
    counted = (
        pl.concat([accounted, *places])
        .group_by("label")
        .agg(known.any(), pl.col("place").count().alias("times"), pl.col("place").drop_nulls().sort().str.join(" and "))
        .sort("label")
    )
    where = pl.when(times == 0).then(pl.lit("nowhere")).otherwise(pl.concat_str(pl.lit("in "), pl.col("place")))
    unknown = pl.when(known).then(pl.lit("")).otherwise(pl.lit(f", unknown to {accounting.of}"))
    label = pl.concat_str(pl.lit(f"{accounting.column}="), pl.col("label"), pl.lit(" "), where, unknown)
    return counted.select(label.alias("label"), (known & (times == 1)).alias("holds"))
