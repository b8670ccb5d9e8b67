"""Plain text as an article: the text stays exactly as given, its first line is the headline."""

from __future__ import annotations

import re
from datetime import date, datetime

from pipelines.articles.addresses import canonical
from pipelines.articles.furniture import opens_subhead
from pipelines.articles.language import language_of
from pipelines.articles.model import Article, Paragraph
from pipelines.articles.times import KST, parse_time

METHOD = "text"
LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
LONGEST_SUBHEAD = 100


def article_from_text(
    text: str, *, url: str | None = None, published: date | datetime | str | None = None, language: str | None = None
) -> Article:
    """The article that a plain text is; `text` is kept as it is and paragraphs are its non-empty lines.

    `published` is a day or an instant; one without a zone is Korean.
    """
    paragraphs: list[Paragraph] = []
    lead_seen = False
    for line in LINE.finditer(text):
        content = line[0].strip()
        if not content:
            continue
        start = line.start() + line[0].index(content)
        if not paragraphs:
            zone = "headline"
        elif opens_subhead(content) and len(content) <= LONGEST_SUBHEAD and not content.endswith("."):
            zone = "subhead"
        else:
            zone = "body" if lead_seen else "lead"
            lead_seen = True
        paragraphs.append(Paragraph(start, start + len(content), zone))
    moment = _moment(published)
    return Article(
        text=text,
        paragraphs=tuple(paragraphs),
        language=language or language_of(text),
        method=METHOD,
        charset="utf-8",
        title=text[paragraphs[0].char_start : paragraphs[0].char_end] if paragraphs else None,
        published_at=moment,
        published_missing_reason=None if moment else "a plain text states no publication time",
        url=url,
        canonical_url=canonical(url),
    )


def _moment(published: date | datetime | str | None) -> datetime | None:
    if published is None or isinstance(published, str):
        return parse_time(published, KST)
    if isinstance(published, datetime):
        return published if published.tzinfo else published.replace(tzinfo=KST)
    return datetime(published.year, published.month, published.day, tzinfo=KST)
