"""Fields of an article from the head of any page: JSON-LD first, then meta elements, then what the page prints."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from pipelines.articles import bylines
from pipelines.articles.addresses import canonical
from pipelines.articles.blocks import clean
from pipelines.articles.head import article_names, article_text
from pipelines.articles.page import Page
from pipelines.articles.reading import Reading
from pipelines.articles.times import KST, parse_time
from pipelines.articles.titles import Titles, headline

PUBLISHED = (
    "article:published_time", "article:published:time",
    "og:article:published_time", "og:regdate", "datepublished", "pubdate", "publishdate",
    "publish-date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "article.published",
    "dable:published_time", "date", "og:published_time",
)  # fmt: skip
UPDATED = (
    "article:modified_time",
    "og:article:modified_time",
    "datemodified",
    "og:updated_time",
    "lastmod",
    "last-modified",
)
AUTHORS = (
    "article:author",
    "author",
    "dable:author",
    "og:author",
    "byl",
    "parsely-author",
    "dc.creator",
    "sailthru.author",
    "dcsext.author",
    "cxenseparse:author",
)
SECTIONS = ("article:section", "og:article:section", "section", "parsely-section", "dable:section")
TITLES = ("headline", "title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title")
SITES = ("og:site_name", "application-name", "publisher", "twitter:site")
PRINTED_AUTHORS = "#author, .author, .byline, .reporter, .journalist, .writer"
LINKED_AUTHORS = "a[rel=author], [itemprop=author] [itemprop=name]"
DATE = r"\d{4}\s*[-./년]\s*\d{1,2}\s*[-./월]\s*\d{1,2}.{0,25}"
PRINTED_PUBLISHED = re.compile(
    rf"(?:최초\s*입력|기사\s*입력|입력\s*시간|입력|등록|승인|게재|발행|송고|작성)\s*(?:일시?)?\s*[:：|]?\s*({DATE})"
)
PRINTED_UPDATED = re.compile(rf"(?:최종\s*수정|최종\s*업데이트|수정|업데이트)\s*(?:일시?)?\s*[:：|]?\s*({DATE})")
LONGEST_TITLE = 300
SCANNED = 20_000


def read_metadata(page: Page) -> Reading:
    """What the page's head and its printed date lines say; no body."""
    head, article = page.head, page.head.article
    sites = [name for name in (article_text(article, "publisher"), *(head.meta.get(name) for name in SITES)) if name]
    headings = [text for node in page.tree.css("h1")[:5] if 1 < len(text := clean(node.text())) <= LONGEST_TITLE]
    stated = Titles(
        structured=article_text(article, "headline"),
        social=head.first("og:title"),
        shared=head.first("twitter:title"),
        meta=head.first(*TITLES),
        window=head.title,
        printed=tuple(dict.fromkeys(headings)),
    )
    title = headline(stated, [*sites, *_host_names(page)])
    return Reading(
        title=title[:LONGEST_TITLE] if title else None,
        subtitle=article_text(article, "alternativeHeadline"),
        byline_names=_authors(page, sites),
        publisher=sites[0].removeprefix("@") if sites else None,
        section=article_text(article, "articleSection") or head.first(*SECTIONS),
        published_at=_published(page),
        updated_at=_updated(page),
        canonical_url=head.canonical or canonical(page.url),
    )


def _host_names(page: Page) -> list[str]:
    """The host as sites write their name: paper.example.kr, paper.example, paper."""
    parts = page.host.split(".")
    return [".".join(parts[start:end]) for start in (0, 1) for end in (start + 1, None) if parts[start:end] != ["kr"]]


def time_of(page: Page, text: str | None) -> datetime | None:
    """A time as this page writes it: in KST on Korean pages, else in the zone that it names, else UTC."""
    return parse_time(text, KST if page.korean else UTC, korean=page.korean)


def _published(page: Page) -> datetime | None:
    stated = [article_text(page.head.article, "datePublished"), *(page.head.meta.get(name) for name in PUBLISHED)]
    stated.append(
        page.attribute("[itemprop=datePublished]", "datetime") or page.attribute("[itemprop=datePublished]", "content")
    )
    found = next((moment for text in stated if (moment := time_of(page, text))), None)
    if found:
        return found
    printed = time_of(page, _printed(page, PRINTED_PUBLISHED))
    return printed or time_of(page, page.attribute("article time[datetime], time[pubdate][datetime]", "datetime"))


def _updated(page: Page) -> datetime | None:
    stated = [article_text(page.head.article, "dateModified"), *(page.head.meta.get(name) for name in UPDATED)]
    found = next((moment for text in stated if (moment := time_of(page, text))), None)
    return found or time_of(page, _printed(page, PRINTED_UPDATED))


def _printed(page: Page, pattern: re.Pattern[str]) -> str | None:
    body = page.tree.body
    found = pattern.search(body.text(separator=" ")[:SCANNED]) if body and page.korean else None
    return found[1] if found else None


def _authors(page: Page, sites: list[str]) -> tuple[str, ...]:
    """Persons whom the head names as authors; then whoever else it names, but on Korean pages, which name the paper."""
    article, publishers = page.head.article, {site.casefold() for site in sites}
    stated = article_names(article, "author")
    metas = [page.head.meta[name] for name in AUTHORS if page.head.meta.get(name)]
    for texts in (stated, metas):
        names = [name for text in texts if text.casefold() not in publishers for name in bylines.names_in(text)]
        if names:
            return tuple(dict.fromkeys(names))
    if page.korean:
        printed = (clean(node.text(separator=" ")) for node in page.tree.css(PRINTED_AUTHORS)[:5])
        return next((found for text in printed if len(text) <= 60 and (found := bylines.names_in(text))), ())
    linked = [clean(node.text()) for node in page.tree.css(LINKED_AUTHORS)[:10]]
    for texts in (stated, [text for text in metas if text.casefold() not in publishers], linked):
        names = [name for text in texts for name in bylines.foreign_names(text)]
        if names:
            return tuple(dict.fromkeys(names))
    return tuple(dict.fromkeys(article_names(article, "author", organizations=True)))
