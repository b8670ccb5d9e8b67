"""Text to a parsed page: what would make the parser slow or large is found before it is parsed."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from pipelines.articles.model import Reject
from pipelines.articles.page_cost import excess
from pipelines.articles.rejects import reject
from pipelines.articles.suspicion import is_suspicious

MARKUP_WITHIN = 1_000_000

MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|title|meta|link|script|div|p|span|br|a|b|i|h[1-6]|table|ul|article|section|main|pre|font)"
    r"(?=[\s/>])",
    re.IGNORECASE,
)


def parse(text: str, encoded: bytes | None = None) -> LexborHTMLParser | Reject:
    """The parsed page, or a reject with the reason too_deep, too_complex, too_long or not_html.

    `encoded` is the same text in UTF-8, where that is at hand.
    """
    if not MARKUP.search(text, 0, MARKUP_WITHIN):
        return reject("not_html", "there is no HTML tag in it")
    if encoded is None:
        encoded = text.encode("utf-8", "ignore")
    if is_suspicious(text, encoded) and (found := excess(text)):
        return found
    return LexborHTMLParser(encoded)
