"""Text to a parsed page: what would make the parser slow or large is found before it is parsed."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from pipelines.articles.markup_tokens import most_attributes
from pipelines.articles.model import Reject
from pipelines.articles.page_cost import excess
from pipelines.articles.rejects import reject

MARKUP_WITHIN = 1_000_000
# Below these sizes no page can reach a limit that hurts, and counting its tags is not worth the time.
UNSUSPICIOUS_TAGS = 4_000
UNSUSPICIOUS_LENGTH = 500_000
UNSUSPICIOUS_TAG_LENGTH = 1_500
# What a tag of that length may hold at most; a longer one with fewer only has long values, as lists of pictures are.
UNSUSPICIOUS_ATTRIBUTES = UNSUSPICIOUS_TAG_LENGTH // 2
# Formatting that is left open hurts sooner, because the parser opens it anew in every block.
FEW_TAGS = 1_000
UNCLOSED = 50

MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|title|meta|link|script|div|p|span|br|a|b|i|h[1-6]|table|ul|article|section|main|pre|font)"
    r"(?=[\s/>])",
    re.IGNORECASE,
)
TAG = re.compile("<[a-zA-Z]")
QUOTED_BRACKET = re.compile(r"=\s*+(?:\"[^\">]*+>|'[^'>]*+>)")
FORMATTING = re.compile(r"<(/?)(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])", re.IGNORECASE)


def parse(text: str, encoded: bytes | None = None) -> LexborHTMLParser | Reject:
    """The parsed page, or a reject with the reason too_deep, too_complex, too_long or not_html.

    `encoded` is the same text in UTF-8, where that is at hand: the parser would have to make it.
    """
    if not MARKUP.search(text, 0, MARKUP_WITHIN):
        return reject("not_html", "there is no HTML tag in it")
    if is_suspicious(text) and (found := excess(text)):
        return found
    return LexborHTMLParser(text if encoded is None else encoded)


def is_suspicious(text: str) -> bool:
    """Whether a page is so large or odd that its tags have to be counted."""
    opened = text.count("<") - text.count("</")
    return (
        len(text) > UNSUSPICIOUS_LENGTH
        or opened > UNSUSPICIOUS_TAGS
        or (opened > FEW_TAGS and _unclosed(text) > UNCLOSED)
        or (_may_have_long_tags(text) and most_attributes(text, UNSUSPICIOUS_TAG_LENGTH) > UNSUSPICIOUS_ATTRIBUTES)
    )


def _may_have_long_tags(text: str) -> bool:
    """Whether there is room for one: far to the next bracket, or over a bracket that is quoted."""
    return has_long_tag(text) or QUOTED_BRACKET.search(text) is not None


def has_long_tag(text: str) -> bool:
    """Whether a tag begins so far before the next closing bracket; looks at a few places of the text only.

    Where no bracket is for so long, half of that has none either from one of the places that are looked at.
    """
    step = UNSUSPICIOUS_TAG_LENGTH // 2
    place = 0
    while place < len(text):
        if text.find(">", place, place + step) < 0:
            start = text.rfind(">", 0, place) + 1
            end = text.find(">", place + step)
            end = len(text) if end < 0 else end
            # Two characters of the tag stand before what is counted of it.
            if TAG.search(text, start, end - UNSUSPICIOUS_TAG_LENGTH):
                return True
            place = end
        place += step
    return False


def _unclosed(text: str) -> int:
    slashes = FORMATTING.findall(text)
    return len(slashes) - 2 * slashes.count("/")
