"""A batch of captures to article versions, sentences, duplicates and rejects: the page stage, pure.

Every capture ends in exactly one place: it is the first of its version, it repeats another, or it is rejected.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import polars as pl

from pipelines.articles.extract import MAX_PAGE_BYTES, extract_article
from pipelines.articles.model import Article, Correction, Reject
from pipelines.articles.rejects import STAGE, reject
from pipelines.articles.sentences import split_sentences
from pipelines.articles.times import KST, zone_name
from pipelines.tables import identifiers, pages, schemas

Row = dict[str, Any]

NOT_LETTERS = re.compile(r"[\W_]+")
# A folder names only the day of a capture, and clocks and zones of sites err.
TOLERANCE = timedelta(days=2)
LATER = "the time that the page states lies after its capture"


@dataclass(frozen=True, slots=True)
class ArticleBatch:
    """core/articles, core/sentences, core/duplicates and core/rejects of one batch of captures."""

    articles: pl.DataFrame
    sentences: pl.DataFrame
    duplicates: pl.DataFrame
    rejects: pl.DataFrame


def extract_batch(captures: pl.DataFrame, *, max_page_bytes: int = MAX_PAGE_BYTES) -> ArticleBatch:
    """What the captures of one partition (rows of raw/pages) say; their order makes no difference."""
    first_of_bytes: dict[tuple[str, str | None], str] = {}
    first_of_version: dict[str, str] = {}
    articles: list[Row] = []
    sentences: list[Row] = []
    duplicates: list[Row] = []
    rejects: list[Row] = []
    for capture in sorted(captures.iter_rows(named=True), key=_order):
        same = first_of_bytes.setdefault((capture["page_id"], capture["url"]), capture["capture_id"])
        if same != capture["capture_id"]:
            duplicates.append(_duplicate(capture, same, "same_bytes"))
            continue
        article = _extract(capture, max_page_bytes)
        if isinstance(article, Reject):
            rejects.append(_reject_row(article, capture))
            continue
        row = _article_row(article, capture)
        same = first_of_version.setdefault(row["version_id"], capture["capture_id"])
        if same != capture["capture_id"]:
            duplicates.append(_duplicate(capture, same, "same_version"))
            continue
        articles.append(row)
        sentences.extend(_sentence_rows(article, row))
    return ArticleBatch(
        articles=schemas.frame(pages.ARTICLES, articles),
        sentences=schemas.frame(pages.SENTENCES, sentences),
        duplicates=schemas.frame(pages.DUPLICATES, duplicates),
        rejects=schemas.frame(pages.REJECTS, rejects),
    )


def _order(capture: Row) -> tuple[bool, datetime, str]:
    fetched = capture["fetched_at"]
    return fetched is None, fetched or datetime.min.replace(tzinfo=UTC), capture["capture_id"]


def _extract(capture: Row, max_page_bytes: int) -> Article | Reject:
    if capture["bytes"] is None:
        return reject("oversize", f"{capture['byte_count']} bytes, more than the limit")
    status = capture["http_status"]
    if status is not None and not 200 <= status < 300:
        return reject("http_status", f"the server answered {status}")
    charset = capture["declared_charset"]
    content_type = (
        f"{capture['content_type'] or 'text/html'}; charset={charset}" if charset else capture["content_type"]
    )
    return extract_article(
        capture["bytes"], url=capture["url"], content_type=content_type, max_page_bytes=max_page_bytes
    )


def _captured_by(article: Article, captured: datetime) -> Article:
    """An article without the times that lie after its capture: one wrong year would date all that is known."""
    late = captured + TOLERANCE
    if article.updated_at and article.updated_at > late:
        article = replace(article, updated_at=None)
    if article.published_at and article.published_at > late:
        article = replace(article, published_at=None, published_missing_reason=LATER)
    return article


def _article_row(article: Article, capture: Row) -> Row:
    captured = capture["fetched_at"] or datetime.combine(capture["capture_date"], time(), KST)
    article = _captured_by(article, captured)
    article_id = identifiers.article_id(article.canonical_url, article.text)
    stated = [moment for moment in (article.published_at, article.updated_at) if moment]
    correction = article.correction or Correction()
    return {
        "version_id": identifiers.version_id(article_id, article.text),
        "article_id": article_id,
        "capture_id": capture["capture_id"],
        "capture_date": capture["capture_date"],
        "url": article.url,
        "canonical_url": article.canonical_url,
        "original_url": article.original_url,
        "portal": article.portal,
        "publisher": article.publisher,
        "title": article.title,
        "subtitle": article.subtitle,
        "byline_names": list(article.byline_names),
        "section": article.section,
        "published_at": article.published_at.astimezone(UTC) if article.published_at else None,
        "published_zone": zone_name(article.published_at) if article.published_at else None,
        "published_on": article.published_on,
        "published_missing_reason": article.published_missing_reason,
        "updated_at": article.updated_at.astimezone(UTC) if article.updated_at else None,
        # A page whose update lies before its publication cannot have been known before either.
        "known_at": (max(stated) if stated else captured).astimezone(UTC),
        "known_basis": "published" if stated else "captured",
        "language": article.language,
        "text": article.text,
        "text_length": len(article.text),
        "paragraphs": [
            {"char_start": one.char_start, "char_end": one.char_end, "zone": one.zone} for one in article.paragraphs
        ],
        "captions": list(article.captions),
        "method": article.method,
        "charset": article.charset,
        "signature": identifiers.content_id("signature", NOT_LETTERS.sub("", article.text).casefold()),
        "is_correction": article.correction is not None,
        "corrects_url": correction.url,
        "corrects_on": correction.published_on,
        "corrects_article_id": identifiers.article_id(correction.url, "") if correction.url else None,
    }


def _sentence_rows(article: Article, row: Row) -> Iterable[Row]:
    for sentence in split_sentences(article.text, article.paragraphs, article.language):
        yield {
            "version_id": row["version_id"],
            "sentence_no": sentence.sentence_no,
            "capture_date": row["capture_date"],
            "char_start": sentence.char_start,
            "char_end": sentence.char_end,
            "zone": sentence.zone,
            "speaker": sentence.speaker,
        }


def _duplicate(capture: Row, of: str, kind: str) -> Row:
    return {
        "capture_id": capture["capture_id"],
        "capture_date": capture["capture_date"],
        "of_capture_id": of,
        "kind": kind,
    }


def _reject_row(found: Reject, capture: Row) -> Row:
    known = ("capture_id", "page_id", "url", "http_status", "byte_count", "source_file", "source_offset")
    row = json.dumps({name: capture[name] for name in known}, ensure_ascii=False)
    return {
        "reject_id": identifiers.content_id("reject", STAGE, capture["capture_id"], found.reason, row),
        "capture_date": capture["capture_date"],
        "stage": STAGE,
        "key": capture["capture_id"],
        "reason": found.reason,
        "detail": found.detail,
        "row": row,
    }
