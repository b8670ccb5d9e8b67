"""The body of any page: the element with the densest paragraphs, and of it the blocks that are no links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipelines.articles import furniture
from pipelines.articles import generic_words as words
from pipelines.articles.blocks import Block, Blocks, read_blocks
from pipelines.articles.page import Page
from pipelines.articles.reading import Reading

METHOD = "generic"
WORD = r"(?:^|[^a-z])(?:{})(?:$|[^a-z])"
SKIPPED = re.compile(WORD.format(words.SKIPPED_LABELS))
# Names that only say how something looks, such as "md:hidden" or "overflow-hidden".
LAYOUT = re.compile(r"\S*[:\[]\S*|overflow-\S+|\bprint-\S+")
CAPTION = re.compile(WORD.format(words.CAPTION_LABELS))
BODY = re.compile(words.BODY_LABELS.lower())
BODY_TAGS = frozenset({"article", "main"})
SENTENCE_END = re.compile(r"[.!?。…][\"'”’)\]]?(?:\s|$)")
HANGUL = re.compile("[가-힣]")
# A Korean character says as much as two or three Latin letters.
LONG_KOREAN, LONG_LATIN = 25, 60
MAX_LINK_SHARE = 0.5
# A body shorter than this may be what a wrongly skipped part left over.
ENOUGH = 200
SHORTEST_STANDFIRST = 20
# A head may cut its summary off here or later.
STATED = 100
# How much of a paragraph's weight the element that holds it and its neighbours gets, that one's container, and so on.
DECAY = (1.0, 0.6, 0.35, 0.2, 0.1)
# How much weight, and at which share of its density, an element must add to be taken in place of a part of it.
MUCH_MORE = 0.3
AS_DENSE = 0.4


def read_generic(page: Page) -> Reading | None:
    """The body blocks and captions of a page, or None where no part of it reads like an article."""
    if page.tree.body is None:
        return None
    description = page.head.first("description", "og:description", "twitter:description") or ""
    found = _read(read_blocks(page.tree.body, _skips), description)
    if found and _body_length(found) >= ENOUGH:
        return found
    # A wrapper around everything may bear a name such as "has-sidebar".
    everything = _read(read_blocks(page.tree.body, _skips_by_tag), description, widen=False)
    return max(found, everything, key=_body_length) if found and everything else found or everything


def _body_length(reading: Reading) -> int:
    return sum(len(block.text) for block in reading.blocks)


def _read(found: Blocks, description: str, *, widen: bool = True) -> Reading | None:
    weights = [weight(block) for block in found.blocks]
    best = _densest(found, weights)
    if best is None:
        return None
    if widen:
        best = _widened(found, weights, best)
    captions: list[str] = []
    kept: list[Block] = []
    for block in found.blocks:
        if not found.is_inside(block.container, best):
            continue
        if block.kind == "caption" or _in_caption(found, block, best):
            captions.append(block.text)
        elif block.link_share <= MAX_LINK_SHARE:
            kept.append(block)
    if kept and (standfirst := _standfirst(found, best, description, kept)):
        kept.insert(0, standfirst)
    return Reading(method=METHOD, blocks=tuple(kept), captions=tuple(captions)) if kept else None


def _standfirst(found: Blocks, best: int, description: str, kept: Sequence[Block]) -> Block | None:
    """The summary that a page prints before its body, and its head states."""
    start = next(i for i, block in enumerate(found.blocks) if found.is_inside(block.container, best))
    body = "".join(_key(block.text) for block in kept)
    stated = _key(description).rstrip(".…")
    if len(stated) < SHORTEST_STANDFIRST or stated[:STATED] in body:
        return None
    for block in reversed(found.blocks[:start]):
        if block.link_share <= MAX_LINK_SHARE and _key(block.text).startswith(stated[:STATED]):
            return Block(block.text, "heading", block.container)
    return None


def _key(text: str) -> str:
    return "".join(text.split()).casefold()


def _skips_by_tag(tag: str, label: str) -> bool:
    return tag in words.SKIPPED_TAGS


def _skips(tag: str, label: str) -> bool:
    if _skips_by_tag(tag, label):
        return True
    if not label or tag in BODY_TAGS or tag == "body":
        return False
    if not SKIPPED.search(label) or BODY.search(label):
        return False
    return SKIPPED.search(LAYOUT.sub(" ", label)) is not None


def weight(block: Block) -> float:
    """How much a block looks like a paragraph of an article: 0 for labels and lists of links."""
    text = block.text
    if block.kind in {"heading", "caption"} or block.link_share > MAX_LINK_SHARE:
        return 0.0
    korean = len(HANGUL.findall(text[:200])) * 5 >= len(text[:200])
    long = LONG_KOREAN if korean else LONG_LATIN
    size = len(text) * (1.0 - block.link_share)
    if size < long and not (size > long / 2 and SENTENCE_END.search(text)):
        return 0.0
    if furniture.ends_article(text) or furniture.is_notice(text):
        return 0.0
    ends = len(SENTENCE_END.findall(text))
    share = 0.3 if block.kind == "item" else 1.0
    return share * (min(size / long, 12.0) + min(ends, 6)) * (1.0 if ends else 0.4)


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
    best = max(range(len(scores)), key=lambda index: (scores[index] * _bonus(found, index), -index))
    return best if scores[best] > 0 else None


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
    while around > 0 and found.containers[best].tag not in BODY_TAGS:
        more, chars = weight_in[around] - weight_in[best], chars_in[around] - chars_in[best]
        density = weight_in[best] / max(1, chars_in[best])
        if more >= MUCH_MORE * weight_in[best] and more >= AS_DENSE * density * chars:
            best = around
        around = found.containers[around].parent
    return best


def _bonus(found: Blocks, index: int) -> float:
    container = found.containers[index]
    if BODY.search(container.label):
        return 1.5
    return 1.2 if container.tag in BODY_TAGS else 1.0


def _in_caption(found: Blocks, block: Block, best: int) -> bool:
    index = block.container
    while index > best:
        container = found.containers[index]
        if container.tag == "figure" or CAPTION.search(container.label):
            return True
        index = container.parent
    return False
