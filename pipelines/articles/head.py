"""What a page's head says of it, unjudged: meta elements, links, JSON-LD."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from pipelines.articles.addresses import canonical, is_programs
from pipelines.articles.blocks import clean

ARTICLE_TYPES = frozenset(
    "NewsArticle Article ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle BlogPosting "
    "ReviewNewsArticle LiveBlogPosting TechArticle Report".split()
)
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
MAX_JSON = 1_000_000
MAX_JSON_NODES = 5_000
MAX_FIELD = 1_000


@dataclass(frozen=True, slots=True)
class Head:
    """Meta values by lower-case name (the first counts), the canonical address, lang, title and JSON-LD article."""

    meta: dict[str, str] = field(default_factory=dict)
    canonical: str | None = None
    lang: str | None = None
    title: str | None = None
    article: dict[str, Any] = field(default_factory=dict)

    def first(self, *names: str) -> str | None:
        """The value of the first of these meta names that has one."""
        return next((self.meta[name] for name in names if self.meta.get(name)), None)


def read_head(tree: LexborHTMLParser, url: str | None = None) -> Head:
    """The head of a parsed page; relative addresses are resolved against `url`."""
    meta: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = attributes.get("content")
        if name and content and len(content) <= MAX_FIELD and (name := name.strip().lower()) not in meta:
            meta[name] = clean(html.unescape(content))
    own = {address for one in (meta.get("og:url"), url) if (address := canonical(one, url))}
    article = _article(tree, own, meta.get("og:title") or "")
    root = tree.root
    title = tree.css_first("head title") or tree.css_first("title")
    link = tree.css_first("link[rel=canonical]")
    stated = (
        link.attributes.get("href") if link else None,
        meta.get("og:url"),
        _address(article.get("mainEntityOfPage")),
        _address(article.get("url")),
    )
    addresses = (canonical(address, url) for address in stated)
    return Head(
        meta=meta,
        # An address without path and query is the site's, not the article's.
        canonical=next((one for one in addresses if one and one.split("/", 3)[3] and not is_programs(one, url)), None),
        lang=(root.attributes.get("lang") if root else None) or article_text(article, "inLanguage"),
        title=clean(title.text())[:MAX_FIELD] or None if title else None,
        article=article,
    )


def article_text(article: dict[str, Any], name: str) -> str | None:
    """A text field of a JSON-LD article, or the name of what stands there; None where there is none."""
    value = article.get(name)
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    # Some sites escape the text of their JSON as if it were markup, and some leave markup in it.
    return clean(TAG.sub("", html.unescape(value)))[:MAX_FIELD] or None if isinstance(value, str) else None


def article_names(article: dict[str, Any], name: str, *, organizations: bool = False) -> list[str]:
    """All names in a field of a JSON-LD article: texts and persons, or the organizations among them instead."""
    value = article.get(name)
    found: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            is_organization = any("Organization" in kind for kind in _kinds(one))
            names = one.get("name") or " ".join(str(one.get(part) or "") for part in ("givenName", "familyName"))
        else:
            is_organization, names = False, one
        if is_organization == organizations:
            listed = names if isinstance(names, list) else [names]
            found += [clean(html.unescape(text)) for text in listed if isinstance(text, str) and text.strip()]
    return found[:50]


def _kinds(node: dict[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _address(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) else None


def _article(tree: LexborHTMLParser, addresses: set[str], title: str) -> dict[str, Any]:
    """The page's article in its JSON-LD; authors that it names by reference only are filled in.

    Of several articles it is the one that bears an address of the page, else its title, else the first.
    """
    named: dict[str, dict[str, Any]] = {}
    articles = list(_articles(tree, named))
    own = [one for one in articles if canonical(_address(one.get("mainEntityOfPage") or one.get("url"))) in addresses]
    same = [one for one in articles if (article_text(one, "headline") or title + " ") in title]
    article = dict(next(iter((*own, *same, *articles)), {}))
    authors = article.get("author")
    if authors:
        listed = authors if isinstance(authors, list) else [authors]
        article["author"] = [
            named.get(str(one.get("@id")), one) if isinstance(one, dict) and not one.get("name") else one
            for one in listed
        ]
    return article


def _articles(tree: LexborHTMLParser, named: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """All articles in a page's JSON-LD; `named` gets the nodes with id and name that are met on the way."""
    for node in tree.css('script[type="application/ld+json"]'):
        text = node.text()
        if len(text) > MAX_JSON:
            continue
        try:
            data = json.loads(text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        stack, seen = [data], 0
        while stack and seen < MAX_JSON_NODES:
            one = stack.pop()
            seen += 1
            if isinstance(one, list):
                stack.extend(reversed(one))
            elif isinstance(one, dict):
                if isinstance(one.get("@id"), str) and one.get("name"):
                    named.setdefault(one["@id"], one)
                if any(kind in ARTICLE_TYPES for kind in _kinds(one)):
                    yield one
                elif isinstance(one.get("@graph"), list):
                    stack.extend(reversed(one["@graph"]))
                elif isinstance(one.get("mainEntity"), dict):
                    stack.append(one["mainEntity"])
