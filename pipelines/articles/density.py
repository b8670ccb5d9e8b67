"""Which element of a page holds the body: the one with the densest paragraphs, or one around it that holds more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipelines.articles import furniture
from pipelines.articles import generic_words as words
from pipelines.articles.blocks import Block, Blocks

BODY = re.compile(words.BODY_LABELS.lower())
BODY_TAGS = frozenset({"article", "main"})
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]?(?:\s|$)|[。！？]")
# Hangul, kana and Chinese characters say as much as two or three Latin letters.
DENSE_SCRIPT = re.compile("[가-힣ぁ-ヿ一-鿿]+")
LONG_DENSE, LONG = 25, 60
MAX_LINK_SHARE = 0.5
# How much of a paragraph's weight the element that holds it and its neighbours gets, that one's container, and so on.
DECAY = (1.0, 0.6, 0.35, 0.2, 0.1)
# How much weight, and at which share of its density, an element must add to be taken in place of a part of it.
MUCH_MORE = 0.3
AS_DENSE = 0.4
# Of several articles on a page the first is its own, unless another is this much heavier.
MUCH_HEAVIER = 3.0


def weight(block: Block) -> float:
    """How much a block looks like a paragraph of an article: 0 for labels and lists of links."""
    text = block.text
    if block.kind in {"heading", "caption"} or block.link_share > MAX_LINK_SHARE:
        return 0.0
    long = LONG_DENSE if is_dense_script(text) else LONG
    size = len(text) * (1.0 - block.link_share)
    if size < long and not (size > long / 2 and SENTENCE_END.search(text)):
        return 0.0
    if furniture.ends_article(text) or furniture.is_notice(text):
        return 0.0
    ends = len(SENTENCE_END.findall(text))
    share = 0.3 if block.kind == "item" else 1.0
    return share * (min(size / long, 12.0) + min(ends, 6)) * (1.0 if ends else 0.4)


def is_dense_script(text: str) -> bool:
    """Whether a fifth of a text at least is in a script whose characters are syllables or words."""
    start = text[:200]
    return not start.isascii() and len("".join(DENSE_SCRIPT.findall(start))) * 5 >= len(start)


def body_container(found: Blocks, weights: Sequence[float], *, widen: bool = True) -> int | None:
    """The index of the container that holds the body, or None where no block has weight."""
    best = _densest(found, weights)
    return _widened(found, weights, best) if widen and best is not None else best


def _densest(found: Blocks, weights: Sequence[float]) -> int | None:
    scores = [0.0] * len(found.containers)
    held = Counter(block.container for block in found.blocks)
    for block, score in zip(found.blocks, weights, strict=True):
        container = block.container
        # An element around one paragraph only is that paragraph: its neighbours stand beside it.
        if held[container] == 1 and container > 0:
            scores[container] += score * DECAY[-1]
            container = found.containers[container].parent
        for decay in DECAY if score else ():
            scores[container] += score * decay
            container = found.containers[container].parent
            if container < 0:
                break
    for index, score in enumerate(scores):
        scores[index] = score * _bonus(found, index) if score else 0.0
    best = max(range(len(scores)), key=lambda index: (scores[index], -index))
    if scores[best] <= 0:
        return None
    return _first_article(found, scores, best)


def _first_article(found: Blocks, scores: Sequence[float], best: int) -> int:
    """The body of the page's first article, where `best` is that of a later one."""
    own = _article(found, best)
    if own is None:
        return best
    for index, container in enumerate(found.containers[:own]):
        if container.tag != "article" or found.is_inside(own, index):
            continue
        inside = [one for one in range(index, own) if found.is_inside(one, index)]
        first = max(inside, key=lambda one: (scores[one], -one))
        if scores[first] * MUCH_HEAVIER >= scores[best]:
            return first
    return best


def _article(found: Blocks, index: int) -> int | None:
    """The outermost article element that a container is or lies in."""
    outermost = None
    while index >= 0:
        if found.containers[index].tag == "article":
            outermost = index
        index = found.containers[index].parent
    return outermost


def _widened(found: Blocks, weights: Sequence[float], best: int) -> int:
    """The element around `best` that holds much more of the article: some pages split a body into parts.

    An element is taken instead if it has much more weight, and what it adds is hardly less dense than `best` itself.
    """
    weight_in, chars_in = [0.0] * len(found.containers), [0] * len(found.containers)
    for block, score in zip(found.blocks, weights, strict=True):
        weight_in[block.container] += score
        chars_in[block.container] += len(block.text)
    for index in range(len(found.containers) - 1, 0, -1):
        parent = found.containers[index].parent
        weight_in[parent] += weight_in[index]
        chars_in[parent] += chars_in[index]
    around = found.containers[best].parent
    # What stands beside an article element is another article, or none.
    while around > 0 and found.containers[best].tag not in BODY_TAGS:
        more, chars = weight_in[around] - weight_in[best], chars_in[around] - chars_in[best]
        density = weight_in[best] / max(1, chars_in[best])
        if more >= MUCH_MORE * weight_in[best] and more >= AS_DENSE * density * chars:
            best = around
        if found.containers[around].tag == "article":
            break
        around = found.containers[around].parent
    return best


def _bonus(found: Blocks, index: int) -> float:
    container = found.containers[index]
    if BODY.search(container.label):
        return 1.5
    return 1.2 if container.tag in BODY_TAGS else 1.0
