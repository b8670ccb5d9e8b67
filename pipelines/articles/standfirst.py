"""The summary that a page prints between its headline and its body."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from pipelines.articles import bylines, furniture
from pipelines.articles import generic_words as words
from pipelines.articles.blocks import Block, Blocks
from pipelines.articles.density import MAX_LINK_SHARE, SENTENCE_END, is_dense_script

STANDFIRST = re.compile(words.STANDFIRST_LABELS)
SHORTEST_STATED = 20
# A head may cut its summary off here or later.
STATED = 100
SHORTEST, SHORTEST_DENSE, LONGEST = 40, 18, 600
# Between a headline and its body stand its byline, its date and its picture, and not much more.
MOST_BLOCKS = 25


def standfirst(
    found: Blocks, start: int, description: str, kept: Sequence[Block], is_caption: Callable[[Block], bool]
) -> str | None:
    """The summary above the body, or None where there is none.

    `start` is the index of the body's first block, `description` the summary that the page's head states, `kept` the
    blocks of the body.
    """
    body = "".join(_key(block.text) for block in kept)
    stated = _key(description).rstrip(".…")[:STATED]
    if len(stated) >= SHORTEST_STATED and stated not in body:
        for block in reversed(found.blocks[:start]):
            if block.link_share <= MAX_LINK_SHARE and stated in _key(block.text)[: STATED + SHORTEST_STATED]:
                return block.text
    for block in _before(found, start):
        if _reads_like_one(found, block) and not is_caption(block) and _key(block.text) not in body:
            return block.text
    return None


def _before(found: Blocks, start: int) -> Iterator[Block]:
    """The blocks between the last first-level heading before the body and the body; none without such a heading."""
    first = next((i for i in range(start - 1, -1, -1) if found.containers[found.blocks[i].container].tag == "h1"), None)
    if first is not None:
        yield from found.blocks[first + 1 : min(start, first + 1 + MOST_BLOCKS)]


def _reads_like_one(found: Blocks, block: Block) -> bool:
    text = block.text
    shortest = SHORTEST_DENSE if is_dense_script(text) else SHORTEST
    if block.kind in {"caption", "item"} or not shortest <= len(text) <= LONGEST or block.link_chars:
        return False
    if furniture.is_notice(text) or furniture.is_caption(text) or bylines.read_line(text) is not None:
        return False
    if STANDFIRST.search(found.containers[block.container].label):
        return True
    return SENTENCE_END.search(text[-3:]) is not None


def _key(text: str) -> str:
    return "".join(text.split()).casefold()
