"""Expectations are derived from declarations alone, and are names that an asset check can bear."""

from __future__ import annotations

import re

import polars as pl
import pytest

from pipelines.tables import vocabularies as v
from pipelines.tables.catalog import LAKE_TABLES, table
from pipelines.tables.declaration import Column, Covers, OneOf, Ordered, Reference, Span, Table
from pipelines.tables.expectations import Need, expectations_for, needs

NUMBER = pl.Int32()
DECLARED = Table(
    name="things",
    layer="core",
    grain="one thing",
    description="Things.",
    columns=(
        Column("thing_id", pl.String(), "Id."),
        Column("version_id", pl.String(), "Version.", required=True),
        Column("zone", pl.String(), "Zone.", vocabulary=v.ZONE),
        Column("start", NUMBER, "From.", minimum=0),
        Column("end", NUMBER, "To.", minimum=1, maximum=9),
        Column("quote", pl.String(), "Quote."),
    ),
    key=("thing_id",),
    partitioned=True,
    references=(Reference("version_id", "core/articles", "version_id"),),
    spans=(Span("start", "end", "quote"),),
    rules=(OneOf(("zone", "quote")), Ordered("start", "end")),
    covers=(Covers("thing_id", "core/mentions", "entity_id"),),
)


def test_everything_that_is_declared_is_expected() -> None:
    assert [(each.name, each.blocks) for each in expectations_for(DECLARED)] == [
        ("unique_key", "any"),
        ("not_null__thing_id", "any"),
        ("not_null__version_id", "share"),
        ("in_vocabulary__zone", "share"),
        ("in_range__start", "share"),
        ("in_range__end", "share"),
        ("span_inside_text__start", "share"),
        ("quote_matches_text__quote", "share"),
        ("reference_found__version_id", "share"),
        ("one_of__zone__quote", "share"),
        ("ordered__start__end", "share"),
        ("covers__core_mentions__entity_id", "any"),
    ]


def test_what_must_be_looked_up_is_known_before_the_run() -> None:
    assert needs(DECLARED) == (
        Need("core/articles", ("text", "version_id"), same_partition=True),
        Need("core/mentions", ("entity_id",), same_partition=False),
    )
    assert [need.table for need in needs(table("core/articles"))] == ["core/duplicates", "core/rejects", "raw/pages"]


@pytest.mark.parametrize("path", [each.path for each in LAKE_TABLES])
def test_names_are_unique_names_of_checks_and_each_is_explained(path: str) -> None:
    expectations = expectations_for(table(path))
    names = [each.name for each in expectations]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[A-Za-z0-9_]+", name) for name in names)
    assert all(each.description.endswith(".") and each.table == path for each in expectations)
    assert {column for each in expectations for column in each.columns} <= {
        column.name for column in table(path).columns
    }
