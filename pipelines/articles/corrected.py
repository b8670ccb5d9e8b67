"""Which article a correction corrects: by its link, by the headline that it quotes, or by day and words of a headline.

Works on the whole collection, and only on what single pages have said (corrections.py).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import polars as pl

from pipelines.articles.addresses import canonical
from pipelines.articles.grams import letters_of
from pipelines.tables import pages, schemas

Row = dict[str, Any]

COLUMNS = (
    "version_id", "article_id", "publisher", "title", "url", "canonical_url", "original_url", "published_on",
    "known_at", "is_correction", "corrects_url", "corrects_on",
)  # fmt: skip
# Shorter headlines, such as 인사 or 오늘의 날씨, are words like any other.
SHORTEST_TITLE = 8
QUOTED = re.compile(r"[\"“”'‘’「」『』<>〈〉《》]([^\"“”'‘’「」『』<>〈〉《》]{2,80})(?=[\"“”'‘’「」『』<>〈〉《》])")


def link_corrections(articles: pl.DataFrame, texts: Mapping[str, str]) -> pl.DataFrame:
    """core/corrections: one row for each version that says it corrects another article, where that article is known.

    `articles` has the columns COLUMNS of core/articles, `texts` the text of each version whose is_correction is true.
    The order of the rows makes no difference.
    """
    rows = list(articles.select(COLUMNS).unique().sort("version_id", "known_at").iter_rows(named=True))
    corrections = [row for row in rows if row["is_correction"]]
    by_address: defaultdict[str, set[str]] = defaultdict(set)
    by_publisher: defaultdict[str, list[Row]] = defaultdict(list)
    wanted = {row["corrects_url"] for row in corrections} - {None}
    outlets = {row["publisher"] for row in corrections} - {None}
    for row in rows:
        addresses = {canonical(row[name]) or "" for name in ("url", "canonical_url", "original_url")}
        for address in addresses & wanted:
            by_address[address].add(row["article_id"])
        if row["publisher"] in outlets and row["title"] and not row["is_correction"]:
            by_publisher[row["publisher"]].append(row)
    found = {}
    for row in corrections:
        linked = by_address[row["corrects_url"]] - {row["article_id"]} if row["corrects_url"] else set()
        earlier = [
            one
            for one in by_publisher[row["publisher"] or ""]
            if one["article_id"] != row["article_id"] and one["known_at"] <= row["known_at"]
        ]
        text = texts[row["version_id"]]
        answers = (
            ("link", min(linked, default=None)),
            ("title", _quoted(text, earlier)),
            ("day", _of_day(row, text, earlier)),
        )
        basis, corrected = next(((basis, one) for basis, one in answers if one), (None, None))
        if corrected:
            found[row["version_id"]] = {
                "version_id": row["version_id"],
                "article_id": row["article_id"],
                "corrects_article_id": corrected,
                "basis": basis,
            }
    return schemas.frame(pages.CORRECTIONS, found.values())


def _quoted(text: str, earlier: list[Row]) -> str | None:
    """The article whose headline the text repeats: the longest headline, then the latest article."""
    letters = letters_of(text)
    repeated = [
        (len(title), one["known_at"], one["article_id"])
        for one in earlier
        if len(title := letters_of(one["title"])) >= SHORTEST_TITLE and title in letters
    ]
    return max(repeated)[2] if repeated else None


def _of_day(row: Row, text: str, earlier: list[Row]) -> str | None:
    """The one article of the day named whose headline has a word that the text puts in quotation marks."""
    quoted = {key for found in QUOTED.finditer(text) if len(key := letters_of(found[1])) > 1}
    same_day = {
        one["article_id"]
        for one in earlier
        if one["published_on"]
        and one["published_on"] == row["corrects_on"]
        and any(word in letters_of(one["title"]) for word in quoted)
    }
    return same_day.pop() if len(same_day) == 1 else None
