"""What an adapter is: a site, and for each form that its pages have had a table of where what stands.

Only the engine is here, no site. A table says by CSS selectors which elements hold the body, which of them are
captions, subheads or no part of the article, and where title, names and times stand. What a table leaves open comes
from the page's head. Whose pages these are is decided in lookup.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Protocol

from selectolax.lexbor import LexborNode

from pipelines.articles import bylines
from pipelines.articles.addresses import absolute
from pipelines.articles.blocks import Block, clean, read_blocks
from pipelines.articles.metadata import time_of
from pipelines.articles.model import Reject
from pipelines.articles.page import Page
from pipelines.articles.reading import Reading
from pipelines.articles.tree import parse

MOST_NODES = 2_000
MOST_PARTS = 500
MOST_NAMES = 20
LONGEST_VALUE = 300
# A line that is mostly links leads to other articles.
MAX_LINK_SHARE = 0.5
NEVER_BODY = "script, style, iframe, noscript, button, form"
# No text of a page has it: the parser writes other characters for it.
LINE_BREAK = "\x00"


@dataclass(frozen=True, slots=True)
class Spot:
    """One place where a value stands: a meta name, or an element (or an attribute of it) that a CSS selector finds.

    With `pattern`, the value is its first group, or nothing where it does not match.
    """

    css: str = ""
    attribute: str = ""
    meta: str = ""
    pattern: str = ""

    def values(self, page: Page) -> list[str]:
        """What stands there, each value at most 300 characters long; empty ones are left out."""
        if self.meta:
            found = [page.head.meta.get(self.meta, "")]
        elif self.attribute:
            found = [node.attributes.get(self.attribute) or "" for node in page.tree.css(self.css)[:MOST_NAMES]]
        else:
            found = [clean(node.text(separator=" ")) for node in page.tree.css(self.css)[:MOST_NAMES]]
        if self.pattern:
            found = [match[1] or "" for text in found if (match := re.search(self.pattern, text[:LONGEST_VALUE]))]
        return [value for text in found if (value := text.strip()) and len(value) <= LONGEST_VALUE]


class Form(Protocol):
    """One form of a site's pages. Its reading has no blocks where the page is not in this form."""

    @property
    def name(self) -> str:
        """What `method` says of a page that is in this form."""

    def read(self, page: Page) -> Reading:
        """What a page says, as far as this form tells where it stands."""


@dataclass(frozen=True, slots=True)
class Template:
    """One form of a site's pages as a table; all but `body` may stay empty.

    `name` goes into `method`. `body` are selectors of what holds the body; the first that finds anything counts, and
    all that it finds. `drop`, `captions`, `subheads` and `subtitle` are lists of selectors as CSS writes them.
    Lines of the body that a pattern in `noise` matches whole are left out, those that one in `caption_lines` matches
    are captions.
    """

    name: str
    body: tuple[str, ...]
    drop: str = ""
    captions: str = ""
    subheads: str = ""
    subtitle: str = ""
    noise: tuple[str, ...] = ()
    caption_lines: tuple[str, ...] = ()
    title: tuple[Spot, ...] = ()
    names: tuple[Spot, ...] = ()
    publisher: tuple[Spot, ...] = ()
    section: tuple[Spot, ...] = ()
    published: tuple[Spot, ...] = ()
    updated: tuple[Spot, ...] = ()
    original: tuple[Spot, ...] = ()

    def read(self, page: Page) -> Reading:
        """What the table finds in a page. Takes captions and what is no part of the article off the page's tree."""
        fields = self._fields(page)
        parts = next((found for css in self.body if (found := _outermost(page.tree.css(css)))), [])
        subtitles = _lines(page.tree.css(self.subtitle)) if parts and self.subtitle else []
        body, captions = self.body_of(parts)
        if not body:
            return fields
        heads = tuple(Block(line, "heading", 0) for line in subtitles)
        return replace(fields, method=self.name, blocks=(*heads, *body), captions=captions)

    def body_of(self, parts: Sequence[LexborNode]) -> tuple[tuple[Block, ...], tuple[str, ...]]:
        """The blocks of the body in the elements that hold it, and the captions that stood among them."""
        captions: list[str] = []
        heads: set[str] = set()
        for part in parts:
            _take_off(part, NEVER_BODY)
            captions += _take_off(part, self.captions)
            _take_off(part, ", ".join(css for css in (self.drop, self.subtitle) if css))
            if self.subheads:
                heads.update(_texts(part, self.subheads))
        noise, caption_lines = _any(self.noise), _any(self.caption_lines)
        blocks: list[Block] = []
        for block in (block for part in parts for block in read_blocks(part).blocks):
            if noise.fullmatch(block.text) or block.link_share > MAX_LINK_SHARE:
                continue
            if block.kind == "caption" or caption_lines.fullmatch(block.text):
                captions.append(block.text)
            else:
                blocks.append(replace(block, kind="heading") if block.text in heads else block)
        return tuple(blocks), tuple(dict.fromkeys(captions))

    def _fields(self, page: Page) -> Reading:
        names = [name for spot in self.names for text in spot.values(page) for name in bylines.names_in(text)]
        return Reading(
            title=_first(self.title, page),
            byline_names=tuple(dict.fromkeys(names)),
            publisher=_first(self.publisher, page),
            section=_first(self.section, page),
            published_at=_time(self.published, page),
            updated_at=_time(self.updated, page),
            original_url=absolute(_first(self.original, page), page.url),
        )


@dataclass(frozen=True, slots=True)
class Adapter:
    """A site: its hosts, the forms of its pages from the newest on, and whether it is the publisher or a portal.

    `signature` is a selector that finds something on no other site's pages; by it a page is known whose host is in no
    table. `knows` is asked only of pages that state no address at all.
    """

    name: str
    hosts: frozenset[str]
    forms: tuple[Form, ...]
    publisher: str | None = None
    portal: str | None = None
    signature: str = ""
    knows: Callable[[Page], bool] | None = None

    def read(self, page: Page) -> Reading:
        """What the first form that finds a body says; where none does, all other fields that any of them finds."""
        whose = Reading(publisher=self.publisher, portal=self.portal)
        fields = Reading()
        for form in self.forms:
            reading = form.read(page)
            if reading.blocks:
                return reading.over(whose)
            fields = fields.over(reading)
        return fields.over(whose)


def parse_part(html: str) -> list[LexborNode]:
    """A part of a page that stands in a script, as the one element that holds it; nothing where it cannot be parsed."""
    tree = parse(f"<body>{html}</body>")
    return [tree.body] if not isinstance(tree, Reject) and tree.body is not None else []


def _first(spots: Iterable[Spot], page: Page) -> str | None:
    return next((value for spot in spots for value in spot.values(page)), None)


def _time(spots: Iterable[Spot], page: Page) -> datetime | None:
    return next((time for spot in spots for value in spot.values(page) if (time := time_of(page, value))), None)


@cache
def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that matches what one of the patterns does; nothing where there are none."""
    return re.compile("|".join(f"(?:{one})" for one in patterns) if patterns else r"(?!)")


def _outermost(nodes: Sequence[LexborNode]) -> list[LexborNode]:
    """The elements, each once, without those that lie in another of them; in page order."""
    found: dict[int, LexborNode] = {}
    for node in nodes[:MOST_PARTS]:
        parent = node.parent
        while parent is not None and parent.mem_id not in found:
            parent = parent.parent
        if parent is None:
            found.setdefault(node.mem_id, node)
    return list(found.values())


def _take_off(part: LexborNode, css: str) -> list[str]:
    """Takes all elements inside a part that selectors find off the tree; their texts in page order.

    Inner elements go first, so that each text is given once.
    """
    inside = {node.mem_id: node for node in part.css(css)[:MOST_NODES] if node.mem_id != part.mem_id} if css else {}
    texts: list[str] = []
    for node in reversed(inside.values()):
        texts.append(clean(node.text(separator=" ")))
        node.decompose()
    return [text for text in reversed(texts) if text]


def _texts(part: LexborNode, css: str) -> list[str]:
    return [text for node in part.css(css)[:MOST_NODES] if (text := clean(node.text()))]


def _lines(nodes: Iterable[LexborNode]) -> list[str]:
    """The lines of elements, parted by their line breaks."""
    found: dict[str, None] = {}
    for node in nodes:
        for one in node.css("br"):
            one.replace_with(LINE_BREAK)
        parts = node.text().split(LINE_BREAK)
        found.update(dict.fromkeys(line for part in parts if (line := clean(part))))
    return list(found)
