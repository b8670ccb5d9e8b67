"""What of each article version copies and rewrites are found by, small enough to keep of every article at once.

One row a version, made from a partition alone, so that any split of the articles gives the same rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from pipelines.articles import releases
from pipelines.articles.grams import signatures
from pipelines.articles.quotations import quotation_keys

SIZE = 128
BATCH = 1_000
SCHEMA = pl.Schema(
    [
        ("article_id", pl.String()),
        ("version_id", pl.String()),
        ("known_at", pl.Datetime("us", "UTC")),
        ("since", pl.Datetime("us", "UTC")),
        ("published_on", pl.Date()),
        ("signature", pl.String()),
        ("grams", pl.Int64()),
        ("minhash", pl.Array(pl.UInt32, SIZE)),
        ("passages", pl.List(pl.Struct({"char_start": pl.Int32, "char_end": pl.Int32}))),
        ("passage_minhash", pl.Array(pl.UInt32, releases.SIZE)),
        ("quotations", pl.List(pl.UInt64)),
        ("names", pl.List(pl.UInt64)),
    ]
)

Spans = list[tuple[int, int]]


def fingerprints(articles: pl.DataFrame, claims: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """One row for each row of core/articles, with the columns of SCHEMA.

    `claims` says which characters make claims (version_id, char_start, char_end), `mentions` which organizations and
    alliances a version names (version_id, entity_id); both may hold other versions too.
    """
    spans: defaultdict[str, Spans] = defaultdict(list)
    for version, start, end in claims.select("version_id", "char_start", "char_end").unique().iter_rows():
        spans[version].append((start, end))
    names: defaultdict[str, list[int]] = defaultdict(list)
    hashed = mentions.select("version_id", pl.col("entity_id").hash(seed=0)).drop_nulls().unique()
    for version, name in hashed.iter_rows():
        names[version].append(name)
    parts = [_batch(batch, spans, names) for batch in articles.sort("version_id").iter_slices(BATCH)]
    return pl.concat([SCHEMA.to_frame(), *parts])


def passages_text(text: str, passages: Sequence[Mapping[str, int]]) -> str:
    """The paragraphs that make claims, as one text."""
    return "\n\n".join(text[one["char_start"] : one["char_end"]] for one in passages)


def body_text(text: str, title: str | None) -> str:
    """A version's text without its headline: outlets write their own headline over a story that they copy."""
    return text.removeprefix(title or "")


def _batch(articles: pl.DataFrame, spans: Mapping[str, Spans], names: Mapping[str, list[int]]) -> pl.DataFrame:
    rows = list(articles.iter_rows(named=True))
    bodies = [body_text(row["text"], row["title"]) for row in rows]
    passages = [list(_passages(row["paragraphs"], spans.get(row["version_id"], []))) for row in rows]
    minhash, counts = signatures(bodies, SIZE)
    stated, _ = signatures(
        [passages_text(row["text"], one) for row, one in zip(rows, passages, strict=True)], releases.SIZE
    )
    return pl.DataFrame(
        {
            "article_id": [row["article_id"] for row in rows],
            "version_id": [row["version_id"] for row in rows],
            "known_at": [row["known_at"] for row in rows],
            "since": [row["published_at"] or row["known_at"] for row in rows],
            "published_on": [row["published_on"] for row in rows],
            "signature": [row["signature"] for row in rows],
            "grams": counts,
            "minhash": minhash,
            "passages": passages,
            "passage_minhash": stated,
            "quotations": [sorted(quotation_keys(body)) for body in bodies],
            "names": [sorted(names.get(row["version_id"], ())) for row in rows],
        },
        schema=SCHEMA,
    )


def _passages(paragraphs: Sequence[Mapping[str, Any]], claims: Spans) -> Iterator[dict[str, int]]:
    for one in paragraphs:
        inside = any(start < one["char_end"] and one["char_start"] < end for start, end in claims)
        if inside and one["zone"] != "headline":
            yield {"char_start": one["char_start"], "char_end": one["char_end"]}
