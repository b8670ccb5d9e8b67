"""A body that stands only in a page's scripts, as frameworks such as Next.js and Nuxt ship it: the best string there.

No framework is named here: a long string of a script that holds HTML, or a string inside such a string, may be the
body, and the one that reads most like an article is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime

from selectolax.lexbor import LexborHTMLParser

from pipelines.articles.blocks import Blocks, read_blocks
from pipelines.articles.density import weight
from pipelines.articles.metadata import time_of
from pipelines.articles.model import Reject
from pipelines.articles.page import Page
from pipelines.articles.reading import Reading
from pipelines.articles.tree import parse

METHOD = "script"
# One that never ends counts to the end of its script, or each quotation mark in it would be tried as its beginning.
LITERAL = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
MARKUP = re.compile(r"<(?:p|br|div)\b[^>]{0,200}>", re.IGNORECASE)
PUBLISHED = re.compile(
    r'"(?:datePublished|publish(?:ed)?(?:At|Date|Time|Dt|On)|firstPublish(?:ed)?(?:At|Date)|deploy(?:Dt|Date)|reg(?:Dt|Date))'
    r'\\?"\s*:\s*\\?"([^"\\]{8,40})'
)
SHORTEST = 300
MAX_SCRIPTS = 4_000_000
MAX_CANDIDATES = 40
# Strings stand in strings that stand in strings, no deeper.
DEPTH = 3


def read_script_body(page: Page) -> Reading | None:
    """The body in the page's scripts, or None where no string of them reads like an article."""
    best: Blocks | None = None
    most = 0.0
    for count, text in enumerate(_strings(page.tree)):
        if count == MAX_CANDIDATES:
            break
        tree = parse(text)
        if isinstance(tree, Reject) or tree.body is None:
            continue
        found = read_blocks(tree.body, _is_picture)
        total = sum(weight(block) for block in found.blocks)
        if total > most:
            best, most = found, total
    if best is None:
        return None
    captions = tuple(block.text for block in best.blocks if block.kind == "caption")
    body = tuple(block for block in best.blocks if block.kind != "caption")
    return Reading(METHOD, body, captions, published_at=_published(page))


def _published(page: Page) -> datetime | None:
    texts = (node.text() for node in page.tree.css("script"))
    return next(
        (moment for text in texts for found in PUBLISHED.findall(text) if (moment := time_of(page, found))), None
    )


def _is_picture(tag: str, label: str) -> bool:
    return tag == "figure" or "caption" in label


def _strings(tree: LexborHTMLParser) -> Iterator[str]:
    """Long strings with markup in the page's scripts, decoded, outer ones before what is inside them."""
    size = 0
    for node in tree.css("script"):
        text = node.text()
        size += len(text)
        if size > MAX_SCRIPTS:
            return
        if len(text) >= SHORTEST:
            yield from _inside(text, DEPTH)


def _inside(text: str, depth: int) -> Iterator[str]:
    for found in LITERAL.finditer(text):
        if len(found[0]) < SHORTEST:
            continue
        try:
            value = json.loads(found[0], strict=False)
        except ValueError:
            continue
        if value.lstrip().startswith("<") and MARKUP.search(value):
            yield value
        elif depth > 1:
            yield from _inside(value, depth - 1)
