"""Faults by name: each breaks the rows of one table so that one expectation must fail.

They exist so that tests, and a person who tries the line out, can see each kind of check fail. A fault is a pure
function of a frame; a frame without the rows that it needs is returned as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from pipelines.tables.declaration import Table

Break = Callable[[pl.DataFrame], pl.DataFrame]
NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault: what it does, to which table (by path), and which expectation must then fail."""

    description: str
    table: str
    expectation: str
    break_rows: Break


def inject(name: str | None, table: Table, frame: pl.DataFrame) -> pl.DataFrame:
    """The rows of `table` as that fault leaves them; as they are where the fault is another table's, or None.

    Raises KeyError, naming the faults that there are, for an unknown one.
    """
    if name is None:
        return frame
    if name not in FAULTS:
        raise KeyError(f"there is no fault {name!r}; there are: {', '.join(sorted(FAULTS))}")
    fault = FAULTS[name]
    return fault.break_rows(frame) if fault.table == table.path else frame


def _everywhere(**values: pl.Expr) -> Break:
    return lambda frame: frame.with_columns(**{name: value.cast(frame.schema[name]) for name, value in values.items()})


def _repeat_first(frame: pl.DataFrame) -> pl.DataFrame:
    return pl.concat([frame, frame.head(1)])


def _lose_first(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.slice(1)


def _forget_mentioned(frame: pl.DataFrame) -> pl.DataFrame:
    # Parents and groups are renamed alike, so that what fails is the cover and not a reference.
    ids = ("entity_id", "parent_id", "group_id")
    return frame.with_columns(pl.concat_str(pl.col(name), pl.lit("-forgotten")) for name in ids)


def _swap_dates(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.with_columns(
        since_min=pl.col("capture_date"),
        since_max=pl.col("capture_date").dt.offset_by("-1d"),
        since_precision=pl.lit("day"),
    )


FAULTS: dict[str, Fault] = {
    "null_required": Fault(
        "publishes articles without their language",
        "core/articles",
        "not_null__language",
        _everywhere(language=pl.lit(None)),
    ),
    "duplicate_key": Fault("stores one article version twice", "core/articles", "unique_key", _repeat_first),
    "unknown_term": Fault(
        "gives every sentence a zone that the vocabulary does not know",
        "core/sentences",
        "in_vocabulary__zone",
        _everywhere(zone=pl.lit(NOWHERE)),
    ),
    "number_out_of_range": Fault(
        "scores every resolution of a name at 150 %",
        "core/mentions",
        "in_range__resolution_score",
        _everywhere(resolution_score=pl.lit(1.5)),
    ),
    "offset_outside_text": Fault(
        "lets every sentence end far beyond its article",
        "core/sentences",
        "span_inside_text__char_start",
        _everywhere(char_end=pl.col("char_end") + 1_000_000_000),
    ),
    "quote_mismatch": Fault(
        "adds a word to the quote of every membership claim",
        "core/membership_claims",
        "quote_matches_text__quote",
        _everywhere(quote=pl.concat_str(pl.col("quote"), pl.lit(" indeed"))),
    ),
    "broken_reference": Fault(
        "makes claims about members that no article mentions",
        "core/membership_claims",
        "reference_found__member_id",
        _everywhere(member_id=pl.lit(NOWHERE)),
    ),
    "one_of_broken": Fault(
        "ties every member to a named alliance and a nameless pairing at once",
        "core/membership_claims",
        "one_of__alliance_id__pairing_id",
        _everywhere(pairing_id=pl.lit("pairing-extra"), alliance_id=pl.coalesce("alliance_id", "member_id")),
    ),
    "misordered_dates": Fault(
        "lets every membership begin after the last day on which it can begin",
        "core/membership_claims",
        "ordered__since_min__since_max",
        _swap_dates,
    ),
    "uncovered_entity": Fault(
        "forgets the entities that articles mention",
        "core/entities",
        "covers__core_mentions__entity_id",
        _forget_mentioned,
    ),
    "lost_capture": Fault("loses one article without a trace", "core/articles", "accounting__raw_pages", _lose_first),
}
