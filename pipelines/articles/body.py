"""Blocks to the paragraphs of an article: captions, notices and bylines are taken out, subheads are known.

Works on blocks from any source, so that an adapter only has to say where the body is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.articles import bylines, furniture
from pipelines.articles.blocks import Block

ENDS_SENTENCE = re.compile(r"[.!?。…][\"'”’)\]』」]*$")
LONGEST_SUBHEAD = 100
# A heading before the body may be a summary of several sentences.
LONGEST_SUBTITLE = 600
# A copyright line ends an article only after most of it: some pages begin with one.
END_AFTER = 0.5


@dataclass(frozen=True, slots=True)
class BodyParagraph:
    """One paragraph and whether it is a subtitle or heading inside the body."""

    text: str
    is_subhead: bool


@dataclass(frozen=True, slots=True)
class Body:
    """The paragraphs of an article, what stood under its pictures, and the reporters that its bylines name."""

    paragraphs: tuple[BodyParagraph, ...]
    captions: tuple[str, ...]
    names: tuple[str, ...]
    subtitle: str | None


def read_body(blocks: Sequence[Block], title: str | None, publisher: str | None = None) -> Body:
    """The article's body in the blocks of its part of the page; repetitions of `title` and `publisher` are dropped."""
    labels = {_key(text) for text in (title, publisher) if text}
    lines = [block for block in _until_end(blocks) if _key(block.text) not in labels]
    captions: list[str] = []
    names: dict[str, None] = {}
    paragraphs: list[BodyParagraph] = []
    for index, block in enumerate(lines):
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        if furniture.announces_caption(following) and not furniture.is_notice(block.text):
            captions.append(block.text)
            continue
        if furniture.is_notice(block.text):
            continue
        found = bylines.read_line(block.text)
        if found is not None:
            names.update(dict.fromkeys(found))
            continue
        text, first_names = bylines.strip_prefix(block.text)
        text, last_names = bylines.strip_suffix(text)
        if furniture.is_caption(text) and not first_names:
            captions.append(text)
            continue
        names.update(dict.fromkeys((*first_names, *last_names)))
        if text:
            paragraphs.append(
                BodyParagraph(
                    text, _is_subhead(block, text, longest=LONGEST_SUBHEAD if paragraphs else LONGEST_SUBTITLE)
                )
            )
    paragraphs = _opening(paragraphs)
    subtitle = paragraphs[0].text if paragraphs and paragraphs[0].is_subhead else None
    if subtitle and furniture.opens_subhead(subtitle):
        subtitle = None
    return Body(tuple(paragraphs), tuple(dict.fromkeys(captions)), tuple(names), subtitle)


def _until_end(blocks: Sequence[Block]) -> list[Block]:
    total = sum(len(block.text) for block in blocks)
    before = 0
    kept: list[Block] = []
    for block in blocks:
        if furniture.ends_article(block.text):
            if before >= END_AFTER * total:
                break
            continue
        before += len(block.text)
        kept.append(block)
    return kept


def _is_subhead(block: Block, text: str, *, longest: int) -> bool:
    if block.kind == "heading" and len(text) <= longest:
        return True
    if len(text) > LONGEST_SUBHEAD:
        return False
    ended = ENDS_SENTENCE.search(text) is not None
    return (furniture.opens_subhead(text) and not ended) or (block.is_strong and not ended)


def _opening(paragraphs: list[BodyParagraph]) -> list[BodyParagraph]:
    """Short lines before the first sentence of the body are subtitles."""
    first = next((i for i, one in enumerate(paragraphs) if ENDS_SENTENCE.search(one.text)), 0)
    opening = paragraphs[:first]
    if not opening or len(opening) > 4 or any(len(one.text) > LONGEST_SUBHEAD for one in opening):
        return paragraphs
    return [BodyParagraph(one.text, is_subhead=True) for one in opening] + paragraphs[first:]


def _key(text: str) -> str:
    return "".join(text.split()).casefold()
