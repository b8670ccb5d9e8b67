"""Text to a parsed page, with guards: what would make the parser slow or large is found before it is parsed.

lexbor takes time quadratic in nesting depth, in formatting elements that are never closed and in attributes of one tag;
ordinary pages stay a hundred times below these limits.
"""

from __future__ import annotations

import re
from collections import Counter

from selectolax.lexbor import LexborHTMLParser

from pipelines.articles.model import Reject
from pipelines.articles.rejects import reject

MAX_DEPTH = 1_000
MAX_TAGS = 300_000
MAX_VISIBLE = 4_000_000
MARKUP_WITHIN = 1_000_000
MAX_TAG_LENGTH = 20_000
MAX_ATTRIBUTES = 2_000
# Below these sizes no page can reach a limit that hurts, and the scan is not worth its time.
UNSUSPICIOUS_TAGS = 4_000
UNSUSPICIOUS_LENGTH = 200_000

MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|title|meta|link|script|div|p|span|br|a|b|i|h[1-6]|table|ul|article|section|main|pre|font)"
    r"(?=[\s/>])",
    re.IGNORECASE,
)
RAW = re.compile(
    r"<(?:(script|style|textarea|title|xmp|noembed|noframes)\b[^<]*+(?:<(?!/\1\b)[^<]*+)*+|!--.*?(?:-->|\Z))",
    re.S | re.I,
)
# A quotation mark opens a value only after "=": a stray one is part of a name and ends nowhere.
TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)((?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>?")
ATTRIBUTE = re.compile(r"[^\s=\"'/]+(?:\s*=\s*(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'>]*+))?")
VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr frame keygen basefont bgsound".split()
)
# Opening one of these closes its predecessor, so that they do not nest however many are left open.
SELF_CLOSING = frozenset("p li dt dd tr td th tbody thead tfoot option optgroup colgroup rp rt html head body".split())
FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())


def parse(text: str) -> LexborHTMLParser | Reject:
    """The parsed page, or a reject with the reason too_deep, too_complex, too_long or not_html."""
    if not MARKUP.search(text, 0, MARKUP_WITHIN):
        return reject("not_html", "there is no HTML tag in it")
    if is_suspicious(text):
        markup = RAW.sub(" ", text)
        if is_suspicious(markup) and (found := excess(markup)):
            return found
    return LexborHTMLParser(text)


def is_suspicious(text: str) -> bool:
    """Whether a page, or what is left of it without scripts, is so large or odd that its tags have to be counted."""
    return (
        len(text) > UNSUSPICIOUS_LENGTH
        or text.count("<") > UNSUSPICIOUS_TAGS
        or max(map(len, text.split(">"))) > MAX_TAG_LENGTH
    )


def excess(markup: str) -> Reject | None:
    """The reject of a page with too many tags or attributes or too deep a nesting, else None. Linear in the text.

    `markup` is the page without scripts, styles and comments.
    """
    if markup.count("<") > MAX_TAGS:
        return reject("too_complex", f"more than {MAX_TAGS} tags")
    stack: list[str] = []
    open_tags: Counter[str] = Counter()
    formatting: Counter[str] = Counter()
    deepest = 0
    visible = len(markup)
    for closing, raw_name, attributes in TAG.findall(markup):
        visible -= len(raw_name) + len(attributes)
        if len(attributes) > 2 * MAX_ATTRIBUTES and len(ATTRIBUTE.findall(attributes)) > MAX_ATTRIBUTES:
            return reject("too_complex", f"a tag with more than {MAX_ATTRIBUTES} attributes")
        name = raw_name.lower()
        if name in VOID or name in SELF_CLOSING:
            continue
        if name in FORMATTING:
            # The parser opens these again in every new block until they are closed.
            formatting[name] = max(0, formatting[name] + (-1 if closing else 1))
        elif not closing:
            stack.append(name)
            open_tags[name] += 1
        elif open_tags[name]:
            while (popped := stack.pop()) != name:
                open_tags[popped] -= 1
            open_tags[name] -= 1
        deepest = max(deepest, len(stack) + formatting.total() if name in FORMATTING else len(stack))
        if deepest > MAX_DEPTH:
            return reject("too_deep", f"elements nested more than {MAX_DEPTH} deep")
    if visible > MAX_VISIBLE:
        return reject("too_long", f"more than {MAX_VISIBLE} characters outside its tags")
    return None
