"""The body of any page: the blocks of its densest part that are no links, captions, boxes or repetitions."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from pipelines.articles import generic_words as words
from pipelines.articles.blocks import Block, Blocks, read_blocks
from pipelines.articles.density import BODY, BODY_TAGS, MAX_LINK_SHARE, body_container, weight
from pipelines.articles.page import Page
from pipelines.articles.reading import Reading
from pipelines.articles.standfirst import standfirst

METHOD = "generic"
WORD = r"(?:^|[^a-z])(?:{})(?:$|[^a-z])"
SKIPPED = re.compile(WORD.format(words.SKIPPED_LABELS))
# Names that only say how something looks, such as "md:hidden" or "overflow-hidden".
LAYOUT = re.compile(r"(?<!\S)\S*[:\[]\S*|overflow-\S+|\bprint-\S+")
TEASER = re.compile(WORD.format(words.TEASER_LABELS))
CAPTION = re.compile(WORD.format(words.CAPTION_LABELS))
APART = re.compile(WORD.format(words.APART_LABELS))
# Elements that hold text of the article even where they stand in a figure.
TEXT_TAGS = frozenset("blockquote table ul ol dl pre".split())
# What these are named for says nothing of all that they hold.
NEVER_SKIPPED = BODY_TAGS | {"body"}
# A body shorter than this may be what a wrongly skipped part left over.
ENOUGH = 200
# A text as long as this stands twice only as a copy; one of this length inside a longer one is quoted from it.
COPY, QUOTED = 200, 40
# Each block is sought in all of the text, but not on pages where that would be more characters than any article has.
MAX_SEARCHED = 200_000_000
# After so many blocks a body has begun.
BEGUN = 2
# An article inside the body is a teaser of another, unless it holds this share of it.
OWN_SHARE = 0.4


def read_generic(page: Page) -> Reading | None:
    """The body blocks and captions of a page, or None where no part of it reads like an article."""
    if page.tree.body is None:
        return None
    description = page.head.first("description", "og:description", "twitter:description") or ""
    found = _read(read_blocks(page.tree.body, _skips, _stands_apart), description)
    if found and _body_length(found) >= ENOUGH:
        return found
    # A wrapper around everything may bear a name such as "has-sidebar".
    everything = _read(read_blocks(page.tree.body, _skips_by_tag, _stands_apart), description, widen=False)
    return max(found, everything, key=_body_length) if found and everything else found or everything


def _body_length(reading: Reading) -> int:
    return sum(len(block.text) for block in reading.blocks)


def _read(found: Blocks, description: str, *, widen: bool = True) -> Reading | None:
    weights = [weight(block) for block in found.blocks]
    best = body_container(found, weights, widen=widen)
    if best is None:
        return None
    end = found.end_of(best)
    inside = [i for i, block in enumerate(found.blocks) if best <= block.container < end]
    others = _other_articles(found, best, sum(len(found.blocks[i].text) for i in inside))
    captions: list[str] = []
    kept: list[Block] = []
    for block in (found.blocks[i] for i in inside):
        if _is_within(found, block.container, best, others):
            continue
        if block.kind == "caption" or _in_caption(found, block, best):
            captions.append(block.text)
        elif block.link_share > MAX_LINK_SHARE or found.containers[block.container].tag == "h1":
            continue
        elif len(kept) < BEGUN or not _is_labelled(found, block.container, best, TEASER):
            kept.append(block)
    kept = without_repetitions(kept)
    if not kept:
        return None
    summary = standfirst(found, inside[0], description, kept, lambda block: _in_caption(found, block, 0))
    return Reading(method=METHOD, blocks=tuple(kept), captions=tuple(captions), subtitle=summary)


def without_repetitions(blocks: list[Block]) -> list[Block]:
    """The blocks without those that repeat what another says: pull quotes, and copies for other widths of screen."""
    keys = ["".join(block.text.split()) for block in blocks]
    whole = "\n".join(keys)
    times = Counter(keys)
    is_searched = len(whole) * len(keys) <= MAX_SEARCHED
    kept: list[Block] = []
    seen: set[str] = set()
    for block, key in zip(blocks, keys, strict=True):
        is_copy = len(key) >= COPY and key in seen
        # A body does not begin with a quotation from itself.
        is_quote = (
            is_searched
            and bool(kept)
            and block.kind != "item"
            and QUOTED <= len(key) < COPY
            and whole.count(key) > times[key]
        )
        if is_copy or is_quote:
            continue
        seen.add(key)
        kept.append(block)
    return kept


def _other_articles(found: Blocks, best: int, length: int) -> frozenset[int]:
    """Articles inside the body that are teasers of others: those that hold little of it."""
    held = dict.fromkeys((i for i in range(best + 1, len(found.containers)) if found.containers[i].tag == "article"), 0)
    for block in found.blocks if held else ():
        container = block.container
        while container > best:
            if container in held:
                held[container] += len(block.text)
            container = found.containers[container].parent
    return frozenset(index for index, chars in held.items() if chars < OWN_SHARE * length)


def _is_within(found: Blocks, container: int, best: int, others: frozenset[int]) -> bool:
    while others and container > best:
        if container in others:
            return True
        container = found.containers[container].parent
    return False


def _is_labelled(found: Blocks, container: int, best: int, labels: re.Pattern[str]) -> bool:
    while container > best:
        if labels.search(found.containers[container].label):
            return True
        container = found.containers[container].parent
    return False


def _skips_by_tag(tag: str, label: str) -> bool:
    return tag in words.SKIPPED_TAGS


def _skips(tag: str, label: str) -> bool:
    return tag in words.SKIPPED_TAGS or (label != "" and tag not in NEVER_SKIPPED and _is_skipped(label))


@lru_cache(maxsize=8192)
def _is_skipped(label: str) -> bool:
    if not SKIPPED.search(label) or BODY.search(label):
        return False
    return SKIPPED.search(LAYOUT.sub(" ", label)) is not None


@lru_cache(maxsize=8192)
def _stands_apart(label: str) -> bool:
    return bool(label) and APART.search(label) is not None


def _in_caption(found: Blocks, block: Block, best: int) -> bool:
    index = block.container
    while index > best:
        container = found.containers[index]
        if container.tag in TEXT_TAGS:
            return False
        if container.tag == "figure" or CAPTION.search(container.label):
            return True
        index = container.parent
    return False
