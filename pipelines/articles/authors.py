"""Who wrote an article, by the page's head and by the byline that it prints near its headline; no body text is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborNode

from pipelines.articles import bylines
from pipelines.articles import metadata_words as words
from pipelines.articles.blocks import clean
from pipelines.articles.head import Head, article_names
from pipelines.articles.page import Page

BY = re.compile(rf"\s*(?:{words.BY})\s*:?\s+", re.IGNORECASE)
# A name as most languages with capital letters write it, with particles, initials and titles.
PERSON = re.compile(
    r"(?:(?:Dr|Prof)\.\s)*[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯΑ-Ω][\w'’.-]*(?:\s(?:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯΑ-Ω][\w'’.-]*|de|del|della|di|da|dos|van|von|"
    r"der|den|zu|al|el|bin|la|le|y)){1,4}"
)
LONGEST_LINE = 60
MOST_LOOKED_AT = 12


def authors_of(page: Page, sites: Iterable[str]) -> tuple[str, ...]:
    """The authors whom the page states, in its order; `sites` are names of the site and its publisher.

    Persons in the head come first, then whoever else it names, then an organization that it names as the author, and
    the printed byline where the head names nobody. On Korean pages an organization is the paper itself, and no author.
    """
    publishers = {_key(site) for site in sites}
    stated = _others(article_names(page.head.article, "author"), publishers)
    metas = [[text] for text in _others(_in_meta(page.head), publishers)]
    for texts in (stated, *metas):
        if names := _persons(texts, korean=page.korean):
            return names
    if page.korean:
        return _printed_korean(page)
    for texts in (stated, *metas):
        if names := _whoever(texts):
            return names
    organizations = tuple(dict.fromkeys(article_names(page.head.article, "author", organizations=True)))
    # A paper that signs its articles itself is named last, before nobody.
    own = _whoever(article_names(page.head.article, "author"))
    return organizations or tuple(dict.fromkeys(_printed(page, publishers))) or own


def _in_meta(head: Head) -> list[str]:
    labelled = [
        head.meta.get(f"twitter:data{number}")
        for number in (1, 2)
        if head.meta.get(f"twitter:label{number}", "").casefold() in words.WRITTEN_BY
    ]
    return [text for text in (*(head.meta.get(name) for name in words.AUTHORS), *labelled) if text]


def _others(texts: Iterable[str], publishers: set[str]) -> list[str]:
    return [text for text in texts if _key(text) not in publishers]


def _persons(texts: list[str], *, korean: bool) -> tuple[str, ...]:
    """All names in the texts, if one of them at least is surely a person's."""
    read = [(bylines.names_in(text), text) for text in texts]
    if not any(names for names, _ in read):
        return ()
    found = (name for names, text in read for name in (names or (() if korean else bylines.foreign_names(text))))
    return tuple(dict.fromkeys(found))


def _whoever(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for text in texts for name in bylines.foreign_names(text)))


def _printed_korean(page: Page) -> tuple[str, ...]:
    """The names in the first element that is named for reporters and in those beside it."""
    first: LexborNode | None = None
    found: dict[str, None] = {}
    for node in page.tree.css(words.KOREAN_AUTHORS)[:MOST_LOOKED_AT]:
        text = clean(node.text(separator=" "))
        if len(text) > LONGEST_LINE or not (names := bylines.names_in(text)):
            continue
        if first is None or _are_alike(first, node):
            first = first or node
            found.update(dict.fromkeys(names))
    return tuple(found)


def _printed(page: Page, publishers: set[str]) -> Iterator[str]:
    """The persons in the first byline that the page prints: links to their pages, or elements that are named so."""
    for selector in (words.LINKED_AUTHORS, words.AUTHOR_PAGES, words.NAMED_AUTHORS):
        first: LexborNode | None = None
        for node in page.tree.css(selector)[:MOST_LOOKED_AT]:
            text = BY.sub("", clean(node.text(separator=" ")), count=1)
            if not 2 < len(text) <= LONGEST_LINE or _key(text) in publishers or is_elsewhere(node):
                continue
            parts = (BY.sub("", part, count=1) for part in bylines.foreign_names(text))
            names = [one for one in parts if PERSON.fullmatch(one) and words.NOT_NAMES.isdisjoint(one.lower().split())]
            # Further authors stand beside the first; elsewhere are those of other articles.
            beside = first is None or _near(first, node)
            if names and beside:
                first = first or node
                yield from names
        if first is not None:
            return


def is_elsewhere(node: LexborNode) -> bool:
    """Whether an element lies in a part of the page that is about other things than its article."""
    parent = node.parent
    while parent is not None:
        if parent.tag in words.ELSEWHERE:
            return True
        parent = parent.parent
    return False


def _are_alike(first: LexborNode, node: LexborNode) -> bool:
    """Whether two elements stand side by side and bear the same name."""
    one, other = first.parent, node.parent
    beside = one is not None and other is not None and one.mem_id == other.mem_id
    return beside and first.tag == node.tag and first.attributes.get("class") == node.attributes.get("class")


def _near(first: LexborNode, node: LexborNode) -> bool:
    """Whether two elements stand in one, at most two levels up."""
    above = {one.mem_id for one in _ancestors(first)}
    return any(one.mem_id in above for one in _ancestors(node))


def _ancestors(node: LexborNode) -> Iterator[LexborNode]:
    for _ in range(2):
        parent = node.parent
        if parent is None:
            return
        yield parent
        node = parent


def _key(text: str) -> str:
    return "".join(text.split()).casefold().removeprefix("@")
