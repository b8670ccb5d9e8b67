"""The mentions of a batch of articles as rows of core/mentions, and rows back as mentions.

A pure function of its frames and the knowledge base: the order of rows in means nothing.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from pipelines.entities.mentions import find_mentions
from pipelines.entities.model import Knowledge, Mention
from pipelines.tables.identifiers import content_id
from pipelines.tables.names import MENTIONS
from pipelines.tables.pages import REJECTS
from pipelines.tables.schemas import frame

STAGE = MENTIONS.path
Row = dict[str, Any]
# number, start and end of a sentence; half-open character offsets
Bounds = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class MentionBatch:
    """core/mentions of the batch, and core/rejects of what no single sentence holds and of articles not readable."""

    mentions: pl.DataFrame
    rejects: pl.DataFrame


def mention_batch(
    articles: pl.DataFrame, sentences: pl.DataFrame, knowledge: Knowledge, model: bytes | None = None
) -> MentionBatch:
    """The mentions of `articles` (core/articles), each with its sentence of `sentences` (core/sentences).

    `model` finds names that no list has (tag_names). An article that cannot be read gives a reject with the reason
    and no mentions.
    """
    bounds: dict[tuple[str, date], list[Bounds]] = defaultdict(list)
    for version, day, number, start, end in sentences.select(
        "version_id", "capture_date", "sentence_no", "char_start", "char_end"
    ).iter_rows():
        bounds[version, day].append((number, start, end))
    rows: list[Row] = []
    rejects: list[Row] = []
    for version, day, text, language in articles.select("version_id", "capture_date", "text", "language").iter_rows():
        try:
            found = find_mentions(text, knowledge, language=language, model=model)
        except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
            # One hostile page must not cost the partition.
            rejects.append(_unreadable(version, day, error))
            continue
        inside, outside = within_sentences(found, bounds[version, day])
        rows += [{**_row(version, day, mention), "sentence_no": number} for mention, number in inside]
        rejects += [_outside(_row(version, day, mention), bounds[version, day]) for mention in outside]
    return MentionBatch(frame(MENTIONS, rows), frame(REJECTS, rejects))


def within_sentences(
    mentions: Iterable[Mention], sentences: Sequence[Bounds]
) -> tuple[list[tuple[Mention, int]], list[Mention]]:
    """The mentions that lie inside one sentence, each with its number, and those that lie in none or cross an end.

    `sentences` are (number, start, end) with half-open character offsets, in any order; both lists keep the order of
    `mentions`.
    """
    spans = sorted(sentences, key=lambda sentence: sentence[1:])
    starts = [start for _, start, _ in spans]
    inside: list[tuple[Mention, int]] = []
    outside: list[Mention] = []
    for mention in mentions:
        position = bisect_right(starts, mention.start) - 1
        if position >= 0 and mention.end <= spans[position][2]:
            inside.append((mention, spans[position][0]))
        else:
            outside.append(mention)
    return inside, outside


def mentions_from_rows(rows: Iterable[Mapping[str, Any]]) -> tuple[Mention, ...]:
    """The mentions that rows of core/mentions of one article version hold, as find_mentions gave them."""
    mentions = [
        Mention(
            start=row["char_start"],
            end=row["char_end"],
            surface=row["surface"],
            mention_type=row["mention_type"],
            entity_id=row["entity_id"],
            entity_name=row["entity_name"],
            method=row["resolution_method"],
            score=row["resolution_score"],
            members=tuple(row["member_ids"]),
        )
        for row in rows
    ]
    return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end, mention.mention_type)))


def _row(version: str, day: date, mention: Mention) -> Row:
    return {
        "version_id": version,
        "capture_date": day,
        "char_start": mention.start,
        "char_end": mention.end,
        "surface": mention.surface,
        "mention_type": mention.mention_type,
        "entity_id": mention.entity_id,
        "entity_name": mention.entity_name,
        "member_ids": list(mention.members),
        "resolution_method": mention.method,
        "resolution_score": mention.score,
    }


def _outside(row: Row, sentences: Iterable[Bounds]) -> Row:
    crosses = any(start <= row["char_start"] < end for _, start, end in sentences)
    reason = "mention_crosses_sentences" if crosses else "mention_outside_sentences"
    how = "crosses the end of its sentence" if crosses else "in no sentence"
    key = f"{row['version_id']}:{row['char_start']}-{row['char_end']}:{row['mention_type']}"
    text = json.dumps(row, ensure_ascii=False, sort_keys=True, default=str)
    return _reject(row["capture_date"], key, reason, f"{row['surface']!r} {how}", text)


def _unreadable(version: str, day: date, error: Exception) -> Row:
    return _reject(day, version, "unreadable", f"{type(error).__name__}: {error}"[:300], None)


def _reject(day: date, key: str, reason: str, detail: str, row: str | None) -> Row:
    return {
        "reject_id": content_id("reject", STAGE, key, reason, row or str(day)),
        "capture_date": day,
        "stage": STAGE,
        "key": key,
        "reason": reason,
        "detail": detail,
        "row": row,
    }
