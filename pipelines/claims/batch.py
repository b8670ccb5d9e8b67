"""A partition's articles, sentences and mentions in, its claims out: one pure function over polars frames."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import polars as pl

from pipelines.articles.model import Sentence
from pipelines.claims import rows
from pipelines.claims.model import Claims, Document
from pipelines.claims.reader import read_claims
from pipelines.entities.batch import mentions_from_rows
from pipelines.entities.model import Knowledge, Mention
from pipelines.tables import claims as tables
from pipelines.tables.declaration import Table
from pipelines.tables.identifiers import content_id
from pipelines.tables.pages import REJECTS
from pipelines.tables.schemas import frame

STAGE = "core/event_claims"


@dataclass(frozen=True, slots=True)
class ClaimBatch:
    """The claims of one partition, each frame conforming to its table."""

    membership_claims: pl.DataFrame
    event_claims: pl.DataFrame
    event_claim_participants: pl.DataFrame
    relation_claims: pl.DataFrame
    attribute_claims: pl.DataFrame
    post_claims: pl.DataFrame
    rejects: pl.DataFrame


def claim_batch(
    articles: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame, knowledge: Knowledge
) -> ClaimBatch:
    """The claims of all articles; the same for any order of the rows.

    An article that cannot be read gives a reject with the reason and no claims.
    """
    found: dict[str, list[rows.Row]] = defaultdict(list)
    known: set[str] = set()
    said = sentences.sort("version_id", "sentence_no").partition_by("version_id", as_dict=True)
    named = mentions.sort("version_id", "char_start", "char_end").partition_by("version_id", as_dict=True)
    for article in articles.sort("version_id", "capture_date").iter_rows(named=True):
        key = (article["version_id"],)
        document = Document(
            text=article["text"],
            sentences=_sentences(said.get(key)),
            mentions=_mentions(named.get(key)),
            language=article["language"],
            published_on=article["published_on"],
            publisher=article["publisher"],
        )
        version = rows.Version(article["version_id"], article["article_id"], article["capture_date"], document)
        try:
            claims = read_claims(document, knowledge)
        except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
            # One hostile page must not cost the partition.
            found["rejects"].append(_reject(version, error))
            continue
        _add(found, known, version, claims)
    return ClaimBatch(
        membership_claims=_frame(tables.MEMBERSHIP_CLAIMS, found),
        event_claims=_frame(tables.EVENT_CLAIMS, found),
        event_claim_participants=_frame(tables.EVENT_CLAIM_PARTICIPANTS, found),
        relation_claims=_frame(tables.RELATION_CLAIMS, found),
        attribute_claims=_frame(tables.ATTRIBUTE_CLAIMS, found),
        post_claims=_frame(tables.POST_CLAIMS, found),
        rejects=frame(REJECTS, found["rejects"]),
    )


def _add(found: dict[str, list[rows.Row]], known: set[str], version: rows.Version, claims: Claims) -> None:
    """Append the rows of one article's claims to `found`; `known` holds the ids of the event claims in it."""
    found["membership_claims"] += [rows.membership_row(version, claim) for claim in claims.memberships]
    for claim in claims.events:
        row, participants = rows.event_rows(version, claim)
        if row["claim_id"] not in known:
            known.add(row["claim_id"])
            found["event_claims"].append(row)
            found["event_claim_participants"] += participants
    found["relation_claims"] += [rows.relation_row(version, claim) for claim in claims.relations]
    found["attribute_claims"] += [rows.attribute_row(version, claim) for claim in claims.attributes]
    found["post_claims"] += [rows.post_row(version, claim) for claim in claims.posts]


def _frame(table: Table, found: dict[str, list[rows.Row]]) -> pl.DataFrame:
    unique: dict[tuple[Any, ...], rows.Row] = {}
    for row in found[table.name]:
        unique.setdefault(tuple(row[column] for column in table.key), row)
    return frame(table, unique.values())


def _sentences(part: pl.DataFrame | None) -> tuple[Sentence, ...]:
    if part is None:
        return ()
    return tuple(
        Sentence(row["sentence_no"], row["char_start"], row["char_end"], row["zone"], row["speaker"])
        for row in part.iter_rows(named=True)
    )


def _mentions(part: pl.DataFrame | None) -> tuple[Mention, ...]:
    return () if part is None else mentions_from_rows(part.iter_rows(named=True))


def _reject(version: rows.Version, error: Exception) -> rows.Row:
    detail = f"{type(error).__name__}: {error}"[:300]
    return {
        "reject_id": content_id("reject", STAGE, version.version_id, str(version.capture_date), "unreadable"),
        "capture_date": version.capture_date,
        "stage": STAGE,
        "key": version.version_id,
        "reason": "unreadable",
        "detail": detail,
        "row": None,
    }
