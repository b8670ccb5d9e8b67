"""What must hold of a table's rows, derived from its declaration and known before any run.

An expectation is data: a name that is also the name of its check, what it is about, and when its failure blocks what
comes after. How it is computed belongs to validation. Types of columns are no expectation: writing a row fixes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from pipelines.tables.accounting import ACCOUNTING, Accounting
from pipelines.tables.declaration import Column, Covers, OneOf, Ordered, Reference, Span, Table

Kind = Literal[
    "not_null",
    "unique_key",
    "in_vocabulary",
    "in_range",
    "span_inside_text",
    "quote_matches_text",
    "reference_found",
    "one_of",
    "ordered",
    "covers",
    "accounting",
]
Blocks = Literal["any", "share"]
Rule = Column | Reference | Span | OneOf | Ordered | Covers | Accounting | None

ARTICLES = "core/articles"
VERSION = "version_id"
TEXT = "text"


@dataclass(frozen=True, slots=True)
class Expectation:
    """One thing that must hold: its check's name, kind, table, columns, and the declared rule behind it.

    `blocks` is when a failure stops what depends on the table: at `any` failing row (keys, identities between tables),
    or above the tolerated `share` of the rows (what a single row breaks by itself; such rows go to core/rejects).
    """

    name: str
    kind: Kind
    table: str
    columns: tuple[str, ...]
    description: str
    blocks: Blocks = "share"
    rule: Rule = field(default=None, hash=False)

    @property
    def of_rows(self) -> bool:
        """Whether single rows break it, so that they can be taken out; else it is about the table as a whole."""
        return self.kind not in ("covers", "accounting")


@dataclass(frozen=True, slots=True)
class Need:
    """Columns of another table without which a table cannot be checked; of the same capture date, or of all."""

    table: str
    columns: tuple[str, ...]
    same_partition: bool


def expectations_for(table: Table) -> tuple[Expectation, ...]:
    """Everything that the declaration of a table demands of its rows, in a fixed order; names are unique within it."""
    return (
        _unique_key(table),
        *_columns(table),
        *_spans(table),
        *_references(table),
        *_rules(table),
        *_identities(table),
    )


def needs(table: Table) -> tuple[Need, ...]:
    """What of other tables its expectations look at, each table once, sorted."""
    wanted: dict[str, set[str]] = {}
    anywhere: set[str] = set()
    for expectation in expectations_for(table):
        match expectation.rule:
            case Span():
                wanted.setdefault(ARTICLES, set()).update((VERSION, TEXT))
            case Reference(to=other, to_column=column):
                wanted.setdefault(other, set()).add(column)
            case Covers(of=other, of_column=column):
                wanted.setdefault(other, set()).add(column)
                anywhere.add(other)
            case Accounting() as rule:
                wanted.setdefault(rule.of, set()).add(rule.column)
                for place in rule.places:
                    wanted.setdefault(place.table, set()).update((place.column, *(("stage",) if place.stages else ())))
    wanted.pop(table.path, None)
    return tuple(
        Need(other, tuple(sorted(columns)), table.partitioned and other not in anywhere)
        for other, columns in sorted(wanted.items())
    )


def _unique_key(table: Table) -> Expectation:
    return Expectation(
        "unique_key",
        "unique_key",
        table.path,
        table.key,
        f"No two rows have the same {_listed(table.key)}.",
        blocks="any",
    )


def _columns(table: Table) -> Iterator[Expectation]:
    for column in table.columns:
        if column.required or column.name in table.key:
            blocks: Blocks = "any" if column.name in table.key else "share"
            yield Expectation(
                f"not_null__{column.name}",
                "not_null",
                table.path,
                (column.name,),
                f"{column.name} is never null.",
                blocks,
                column,
            )
    for column in table.columns:
        if column.vocabulary is not None:
            words = f"{column.name}, where given, is one of: {', '.join(column.vocabulary.terms)}."
            yield Expectation(
                f"in_vocabulary__{column.name}", "in_vocabulary", table.path, (column.name,), words, rule=column
            )
    for column in table.columns:
        if column.minimum is not None or column.maximum is not None:
            bounds = " and ".join(
                f"{word} {bound:g}"
                for word, bound in (("at least", column.minimum), ("at most", column.maximum))
                if bound is not None
            )
            yield Expectation(
                f"in_range__{column.name}",
                "in_range",
                table.path,
                (column.name,),
                f"{column.name}, where given, is {bounds}.",
                rule=column,
            )


def _spans(table: Table) -> Iterator[Expectation]:
    for span in table.spans:
        ends = (span.start, span.end)
        words = f"{span.start} and {span.end}, where given, enclose one or more characters of the version's text."
        yield Expectation(f"span_inside_text__{span.start}", "span_inside_text", table.path, ends, words, rule=span)
    for span in table.spans:
        if span.text_column is not None:
            words = (
                f"{span.text_column} is, character for character, what the text says from {span.start} to {span.end}."
            )
            columns = (span.text_column, span.start, span.end)
            yield Expectation(
                f"quote_matches_text__{span.text_column}", "quote_matches_text", table.path, columns, words, rule=span
            )


def _references(table: Table) -> Iterator[Expectation]:
    for reference in table.references:
        words = f"{reference.column}, where given, is a {reference.to_column} of {reference.to}."
        yield Expectation(
            f"reference_found__{reference.column}",
            "reference_found",
            table.path,
            (reference.column,),
            words,
            rule=reference,
        )


def _rules(table: Table) -> Iterator[Expectation]:
    for rule in table.rules:
        match rule:
            case OneOf(columns=columns):
                words = f"Exactly one of {_listed(columns)} is given."
                yield Expectation(f"one_of__{'__'.join(columns)}", "one_of", table.path, columns, words, rule=rule)
            case Ordered(low=low, high=high):
                words = f"{low} is not after {high}, where both are given."
                yield Expectation(f"ordered__{low}__{high}", "ordered", table.path, (low, high), words, rule=rule)


def _identities(table: Table) -> Iterator[Expectation]:
    for covers in table.covers:
        words = f"Every {covers.of_column} of {covers.of}, of any capture date, is a {covers.column} here."
        name = f"covers__{covers.of.replace('/', '_')}__{covers.of_column}"
        yield Expectation(name, "covers", table.path, (covers.column,), words, "any", covers)
    for accounting in ACCOUNTING:
        if accounting.checked_with == table.path:
            name = f"accounting__{accounting.of.replace('/', '_')}"
            yield Expectation(
                name, "accounting", table.path, (accounting.column,), accounting.description, "any", accounting
            )


def _listed(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
