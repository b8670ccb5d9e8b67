"""What an adapter is: it knows its pages, and reads from one what the generic path cannot know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipelines.articles.blocks import Block, read_blocks
from pipelines.articles.page import Page
from pipelines.articles.reading import Reading


@dataclass(frozen=True, slots=True)
class Adapter:
    """One site or one template of it. `read` gives None where the page is not as expected: the generic path answers.

    `read` need not find everything: what it leaves empty comes from the page's head.
    """

    name: str
    knows: Callable[[Page], bool]
    read: Callable[[Page], Reading | None]


def part_blocks(page: Page, selectors: tuple[str, ...], drop: str, captions: str) -> tuple[list[Block], list[str]]:
    """Blocks and captions of the first part that a selector finds, without what `drop` and `captions` select."""
    part = next((node for selector in selectors if (node := page.first(selector))), None)
    if part is None:
        return [], []
    found_captions = [block.text for node in part.css(captions) for block in read_blocks(node).blocks]
    for node in part.css(f"{captions}, {drop}"):
        node.decompose()
    blocks = [block for block in read_blocks(part).blocks if block.kind != "caption"]
    return blocks, found_captions
