"""Entente and its peers behind one signature: a page's bytes and text to what each reads off it.

A peer is imported when it is asked for; one that is not installed is said to be missing. Peers are given text that is
already decoded, which spares them work that Entente does inside its own time.
"""

from __future__ import annotations

import importlib
import logging
import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from pipelines.articles import Article, extract_article


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader found. Fields that a reader does not offer at all are None.

    `subtitle` is a summary above the body, for readers that tell it from the body.
    """

    body: str
    title: str | None = None
    authors: tuple[str, ...] | None = None
    published_on: date | None = None
    subtitle: str | None = None

    @property
    def whole(self) -> str:
        """The body with the subtitle."""
        return f"{self.subtitle}\n{self.body}" if self.subtitle else self.body


Read = Callable[[bytes, str, str | None], Found]
TAGS = re.compile(r"<[^>]+>")


def entente() -> Read:
    """This project: title, names and day, and all paragraphs of the body."""

    def read(data: bytes, text: str, url: str | None) -> Found:
        article = extract_article(data, url=url)
        if not isinstance(article, Article):
            return Found("", None, ())
        parts = [article.text[one.char_start : one.char_end] for one in article.paragraphs if one.zone != "headline"]
        subtitle = parts.pop(0) if parts and parts[0] == article.subtitle else None
        return Found("\n".join(parts), article.title, article.byline_names, article.published_on, subtitle)

    return read


def trafilatura(*, precision: bool) -> Read:
    """Trafilatura with metadata and without comments; `precision` is its best setting on the scrapinghub set."""
    extract = importlib.import_module("trafilatura").bare_extraction

    def read(data: bytes, text: str, url: str | None) -> Found:
        document = extract(text, url=url, with_metadata=True, include_comments=False, favor_precision=precision)
        if document is None:
            return Found("", None, ())
        authors = tuple(name.strip() for name in (document.author or "").split(";") if name.strip())
        published = date.fromisoformat(document.date) if document.date else None
        return Found(document.text or "", document.title, authors, published)

    return read


def resiliparse() -> Read:
    """Resiliparse's main content; it reads no metadata."""
    extract = importlib.import_module("resiliparse.extract.html2text").extract_plain_text

    def read(data: bytes, text: str, url: str | None) -> Found:
        return Found(extract(text, main_content=True, alt_texts=False, list_bullets=False, comments=False))

    return read


def newspaper4k() -> Read:
    """Newspaper4k without download and without its language models."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        article_type = importlib.import_module("newspaper").Article

    def read(data: bytes, text: str, url: str | None) -> Found:
        article = article_type(url or "https://page.example/", fetch_images=False)
        try:
            article.download(input_html=text)
            article.parse()
        except Exception:  # whatever it raises, this page was not read
            return Found("", None, ())
        published = article.publish_date.date() if article.publish_date else None
        return Found(article.text, article.title, tuple(article.authors), published)

    return read


def readability() -> Read:
    """readability-lxml: body and title."""
    document_type = importlib.import_module("readability").Document

    def read(data: bytes, text: str, url: str | None) -> Found:
        try:
            document = document_type(text)
            return Found(TAGS.sub(" ", document.summary(html_partial=True)), document.short_title())
        except Exception:  # whatever it raises, this page was not read
            return Found("")

    return read


READERS: dict[str, Callable[[], Read]] = {
    "entente": entente,
    "trafilatura": lambda: trafilatura(precision=False),
    "trafilatura-precision": lambda: trafilatura(precision=True),
    "resiliparse": resiliparse,
    "newspaper4k": newspaper4k,
    "readability-lxml": readability,
}


def open_readers(names: list[str]) -> tuple[dict[str, Read], list[str]]:
    """The readers of these names that are installed, and the names of those that are not."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    opened: dict[str, Read] = {}
    missing: list[str] = []
    for name in names:
        try:
            opened[name] = READERS[name]()
        except ImportError:
            missing.append(name)
    return opened, missing
