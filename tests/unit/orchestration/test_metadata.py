"""What the UI is shown of hostile and private content."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.orchestration.metadata import column_schema
from pipelines.orchestration.preview import CELL, markdown_table, preview
from pipelines.tables.catalog import TABLES
from pipelines.tables.pages import ARTICLES, RAW_PAGES
from pipelines.tables.schemas import empty_frame


def cells(table: str) -> list[str]:
    row = table.splitlines()[2]
    return [cell.strip() for cell in row.strip("|").replace("\\|", "\x00").split("|")]


@given(st.text(min_size=1))
def test_no_text_leaves_its_cell(text):
    shown = markdown_table(("a", "b"), [(text, "end")])
    assert len(shown.splitlines()) == 3
    first, last = cells(shown)
    assert last == "`end`"
    assert first == "" or (first[0] == first[-1] == "`" and "`" not in first[1:-1])
    assert len(first.replace("\x00", "|")) <= CELL + 2


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u200b", "\x00", "\x1b"])
def test_marks_that_reorder_or_hide_text_are_not_shown(mark):
    assert mark not in markdown_table(("a",), [(f"이{mark}름",)])


def test_bytes_and_bylines_are_never_shown():
    pages = empty_frame(RAW_PAGES).clear(1).with_columns(bytes=pl.lit(b"<secret>"))
    articles = empty_frame(ARTICLES).clear(1).with_columns(byline_names=pl.lit(["홍길동"]))
    assert "secret" not in preview(pages)
    assert "홍길동" not in preview(articles)
    assert "byline_names" not in preview(articles)


@pytest.mark.parametrize("path", sorted(TABLES))
def test_every_declared_column_is_described_to_the_ui(path):
    table = TABLES[path]
    columns = column_schema(table).columns
    assert [column.name for column in columns] == [column.name for column in table.columns]
    assert all(column.description and column.type for column in columns)
