"""A partition's articles, sentences and mentions in, its claims out: one pure function over polars frames."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import tee
from typing import Any

import polars as pl

from pipelines.articles.model import Sentence
from pipelines.claims import rows
from pipelines.claims.extraction import FRAMES, Extractor, Refusal
from pipelines.claims.model import Claims, Document
from pipelines.entities.batch import mentions_from_rows
from pipelines.entities.model import Knowledge, Mention
from pipelines.tables import claims as tables
from pipelines.tables.declaration import Table
from pipelines.tables.identifiers import content_id
from pipelines.tables.pages import REJECTS
from pipelines.tables.schemas import frame

STAGE = "core/event_claims"
LONGEST_DETAIL = 300

Parts = dict[tuple[Any, ...], pl.DataFrame]


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
    articles: pl.DataFrame,
    sentences: pl.DataFrame,
    mentions: pl.DataFrame,
    knowledge: Knowledge,
    extractors: Sequence[Extractor] = (FRAMES,),
) -> ClaimBatch:
    """The claims that each extractor reads in all articles; the same for any order of the rows.

    What an extractor refuses, an article or a claim of it, gives a reject with the reason.
    """
    found: dict[str, list[rows.Row]] = defaultdict(list)
    known: set[str] = set()
    said = sentences.sort("version_id", "sentence_no").partition_by("version_id", as_dict=True)
    named = mentions.sort("version_id", "char_start", "char_end").partition_by("version_id", as_dict=True)
    ordered = articles.sort("version_id", "capture_date")
    for extractor in extractors:
        # An extractor may read ahead; the versions wait for its answers.
        ahead, versions = tee(_versions(ordered, said, named, extractor))
        extractions = extractor.extract((version.document for version in ahead), knowledge)
        for version, extraction in zip(versions, extractions, strict=True):
            _add(found, known, version, extraction.claims)
            found["rejects"] += [_reject(version, refusal) for refusal in extraction.refusals]
    return ClaimBatch(
        membership_claims=_frame(tables.MEMBERSHIP_CLAIMS, found),
        event_claims=_frame(tables.EVENT_CLAIMS, found),
        event_claim_participants=_frame(tables.EVENT_CLAIM_PARTICIPANTS, found),
        relation_claims=_frame(tables.RELATION_CLAIMS, found),
        attribute_claims=_frame(tables.ATTRIBUTE_CLAIMS, found),
        post_claims=_frame(tables.POST_CLAIMS, found),
        rejects=_frame(REJECTS, found),
    )


def _versions(articles: pl.DataFrame, said: Parts, named: Parts, extractor: Extractor) -> Iterator[rows.Version]:
    for article in articles.iter_rows(named=True):
        key = (article["version_id"],)
        document = Document(
            text=article["text"],
            sentences=_sentences(said.get(key)),
            mentions=_mentions(named.get(key)),
            language=article["language"],
            published_on=article["published_on"],
            publisher=article["publisher"],
        )
        yield rows.Version(
            article["version_id"],
            article["article_id"],
            article["capture_date"],
            document,
            extractor.name,
            extractor.version,
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


def _reject(version: rows.Version, refusal: Refusal) -> rows.Row:
    state = (version.extractor, refusal.reason, refusal.detail, refusal.row)
    # Half of a surrogate pair is no character that a file can hold.
    detail = refusal.detail.encode("utf-8", "backslashreplace").decode()
    return {
        "reject_id": content_id("reject", STAGE, version.version_id, str(version.capture_date), *state),
        "capture_date": version.capture_date,
        "stage": STAGE,
        "key": version.version_id,
        "reason": refusal.reason,
        "detail": f"{version.extractor}: {detail}"[:LONGEST_DETAIL],
        "row": refusal.row,
    }
