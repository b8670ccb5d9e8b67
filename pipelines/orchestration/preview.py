"""Rows as Markdown, for a person to look at in the UI.

Pages are hostile and some of their content is private: what is shown of rows is cut short, stands in code spans that
nothing is interpreted in, and leaves out bytes and bylines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import polars as pl

HIDDEN = frozenset({"bytes", "byline_names"})
NO_ROWS = "no rows"
ROWS = 5
COLUMNS = 16
CELL = 80
# Controls, and the marks that reorder or hide text on a screen.
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")


def preview(table: pl.DataFrame) -> str:
    """The first rows as a table in Markdown: the first columns, cut short, without what must not be shown."""
    rows = table.head(ROWS)
    shown = [name for name, dtype in rows.schema.items() if name not in HIDDEN and not isinstance(dtype, pl.Binary)][
        :COLUMNS
    ]
    if not rows.height:
        return NO_ROWS
    return markdown_table(shown, rows.select(shown).iter_rows())


def markdown_table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table in Markdown whose cells are code spans, so that nothing in them is read as Markdown, HTML or a link."""
    lines = [f"| {' | '.join(header)} |", f"|{'---|' * len(header)}"]
    lines += [f"| {' | '.join(map(_cell, row))} |" for row in rows]
    return "\n".join(lines)


def _cell(value: object) -> str:
    if value is None:
        return " "
    text = str(value)[: 4 * CELL]
    text = " ".join(UNSEEN.sub(" ", text).split())
    if len(text) > CELL:
        text = text[: CELL - 1] + "…"
    text = text.replace("`", "'").replace("\\", "/").replace("|", "\\|")
    return f"`{text}`" if text else " "
