"""The mentions of a batch of articles as rows of core/mentions, and rows back as mentions.

A pure function of its frames and the knowledge base: the order of rows in means nothing.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
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


@dataclass(frozen=True, slots=True)
class MentionBatch:
    """core/mentions of the batch, and core/rejects of what no single sentence holds."""

    mentions: pl.DataFrame
    rejects: pl.DataFrame


def mention_batch(articles: pl.DataFrame, sentences: pl.DataFrame, knowledge: Knowledge) -> MentionBatch:
    """The mentions of `articles` (core/articles), each with its sentence of `sentences` (core/sentences)."""
    bounds: dict[tuple[str, date], list[tuple[int, int, int]]] = defaultdict(list)
    for version, day, number, start, end in sentences.select(
        "version_id", "capture_date", "sentence_no", "char_start", "char_end"
    ).iter_rows():
        bounds[version, day].append((start, end, number))
    rows: list[Row] = []
    rejects: list[Row] = []
    for version, day, text, language in articles.select("version_id", "capture_date", "text", "language").iter_rows():
        spans = sorted(bounds[version, day])
        starts = [span[0] for span in spans]
        for mention in find_mentions(text, knowledge, language=language):
            row = _row(version, day, mention)
            position = bisect_right(starts, mention.start) - 1
            if position >= 0 and mention.end <= spans[position][1]:
                rows.append({**row, "sentence_no": spans[position][2]})
            else:
                rejects.append(
                    _reject(row, "in no sentence" if position < 0 or mention.start >= spans[position][1] else "crosses")
                )
    return MentionBatch(frame(MENTIONS, rows), frame(REJECTS, rejects))


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


def _reject(row: Row, how: str) -> Row:
    key = f"{row['version_id']}:{row['char_start']}-{row['char_end']}:{row['mention_type']}"
    reason = "mention_outside_sentences" if how == "in no sentence" else "mention_crosses_sentences"
    text = json.dumps(row, ensure_ascii=False, sort_keys=True, default=str)
    return {
        "reject_id": content_id("reject", STAGE, key, reason, text),
        "capture_date": row["capture_date"],
        "stage": STAGE,
        "key": key,
        "reason": reason,
        "detail": f"{row['surface']!r} {how}"
        if how == "in no sentence"
        else f"{row['surface']!r} {how} the end of its sentence",
        "row": text,
    }
