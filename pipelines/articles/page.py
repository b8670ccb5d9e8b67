"""A parsed page with its address and what its head says: all that an adapter is given."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipelines.articles.addresses import host
from pipelines.articles.blocks import clean
from pipelines.articles.head import Head


@dataclass(frozen=True, slots=True)
class Page:
    """One page, parsed once. `url` is the address that it was captured at, where that is known."""

    tree: LexborHTMLParser
    head: Head
    url: str | None = None
    korean: bool = False

    @property
    def host(self) -> str:
        """The host of the captured address, else of the address that the page gives as its own."""
        return host(self.url) or host(self.head.canonical)

    def first(self, selector: str) -> LexborNode | None:
        """The first element that a selector matches, or None."""
        return self.tree.css_first(selector)

    def text(self, selector: str) -> str | None:
        """The text of the first element that a selector matches; None where there is none, or it is empty."""
        node = self.tree.css_first(selector)
        return clean(node.text(separator=" ") if node.css_first("br") else node.text()) or None if node else None

    def attribute(self, selector: str, name: str) -> str | None:
        """An attribute of the first element that a selector matches; None where there is none, or it is empty."""
        node = self.tree.css_first(selector)
        return (node.attributes.get(name) or "").strip() or None if node else None
