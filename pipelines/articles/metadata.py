"""Fields of an article from the head of any page: JSON-LD first, then meta elements, then what the page prints."""

from __future__ import annotations

from pipelines.articles import metadata_words as words
from pipelines.articles.addresses import canonical
from pipelines.articles.authors import authors_of
from pipelines.articles.blocks import clean
from pipelines.articles.head import article_text
from pipelines.articles.page import Page
from pipelines.articles.publication import published_at, time_of, updated_at
from pipelines.articles.reading import Reading
from pipelines.articles.title_places import place_of
from pipelines.articles.titles import Titles, headline

__all__ = ["read_metadata", "time_of"]

LONGEST_TITLE = 300


def read_metadata(page: Page) -> Reading:
    """What the page's head and its printed date lines say; no body."""
    head, article = page.head, page.head.article
    sites = [
        name for name in (article_text(article, "publisher"), *(head.meta.get(name) for name in words.SITES)) if name
    ]
    headings = [text for node in page.tree.css("h1")[:5] if 1 < len(text := clean(node.text())) <= LONGEST_TITLE]
    stated = Titles(
        structured=article_text(article, "headline"),
        social=head.first("og:title"),
        shared=head.first("twitter:title"),
        meta=head.first(*words.TITLES) or page.text("[itemprop=headline]"),
        window=head.title,
        printed=tuple(dict.fromkeys(headings)),
    )
    title = headline(stated, [*sites, *_host_names(page)], place_of(page.host))
    return Reading(
        title=title[:LONGEST_TITLE] if title else None,
        subtitle=article_text(article, "alternativeHeadline"),
        byline_names=authors_of(page, sites),
        publisher=sites[0].removeprefix("@") if sites else None,
        section=article_text(article, "articleSection") or head.first(*words.SECTIONS),
        published_at=published_at(page),
        updated_at=updated_at(page),
        canonical_url=head.canonical or canonical(page.url),
    )


def _host_names(page: Page) -> list[str]:
    """The host as sites write their name: paper.example.kr, paper.example, paper."""
    parts = page.host.split(".")
    return [".".join(parts[start:end]) for start in (0, 1) for end in (start + 1, None) if parts[start:end] != ["kr"]]
