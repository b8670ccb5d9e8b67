"""A part of a parsed page as blocks of text in page order: paragraphs, headings, list items, captions.

Here the tree becomes text, once. What a block means for an article is decided elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from selectolax.lexbor import LexborNode

Kind = Literal["paragraph", "heading", "item", "caption"]

SKIPPED = frozenset(
    "script style noscript template iframe svg math select option textarea input object embed video audio canvas map "
    "head title link meta datalist dialog".split()
)
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s "
    "samp small span strike strong sub sup time tt u var wbr".split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
TEXT, BREAK, INSIDE_LINE, BETWEEN_LINES, NOTHING, ELEMENT = range(6)
# What the reader does at a node, by tag; any other tag is an ELEMENT.
ACTIONS: dict[str | None, int] = {
    **dict.fromkeys(SKIPPED, NOTHING),
    **dict.fromkeys(("-comment", "-document", "-undef", "!doctype", None), NOTHING),
    **dict.fromkeys(INLINE, INSIDE_LINE),
    "-text": TEXT,
    "br": BREAK,
    "hr": BETWEEN_LINES,
}
KINDS: dict[str, Kind] = {
    "figcaption": "caption",
    "caption": "caption",
    "li": "item",
    **dict.fromkeys(HEADINGS, "heading"),
}
STRONG = frozenset({"b", "strong"})
# Inline elements that some editors use for captions and summaries amid the text.
WRAPPERS = frozenset("b cite em i small span strong".split())
# Characters that show nothing, and those that no file can hold: controls, and surrogates from escapes in scripts.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ud800-\udfff]"
)
# A line break inside a sentence: the next line goes on in small letters.
GOES_ON = re.compile(r"[a-z]")
ENDED = re.compile(r"[.!?…:;”’\"')\]>。]$")
LINE_BREAK = "\n"
# Headlines have some 60 characters, subheads fewer. What is much longer is text in a heading's clothes.
LONGEST_HEADING = 200


@dataclass(slots=True)
class Block:
    """One block: its text without superfluous space, its kind, how much of it is links or bold, and its container.

    `container` is the index in `Blocks.containers` of the element that holds it.
    """

    text: str
    kind: Kind
    container: int
    link_chars: int = 0
    strong_chars: int = 0

    @property
    def link_share(self) -> float:
        """Share of the text that is links."""
        return min(1.0, self.link_chars / max(1, len(self.text))) if self.link_chars else 0.0

    @property
    def is_strong(self) -> bool:
        """Whether (nearly) all of the text is bold."""
        return self.strong_chars >= 0.9 * len(self.text)


@dataclass(slots=True)
class Container:
    """An element that is no inline element: its parent's index, its tag, and its class and id as one string."""

    parent: int
    tag: str
    label: str


@dataclass(slots=True)
class Blocks:
    """All blocks of a part of a page, and the elements that hold them."""

    blocks: list[Block] = field(default_factory=list)
    containers: list[Container] = field(default_factory=list)

    def is_inside(self, container: int, ancestor: int) -> bool:
        """Whether a container is `ancestor` or lies in it."""
        while container > ancestor:
            container = self.containers[container].parent
        return container == ancestor

    def end_of(self, container: int) -> int:
        """The index after the last container inside this one: containers stand in page order."""
        after = range(container + 1, len(self.containers))
        return next((index for index in after if self.containers[index].parent < container), len(self.containers))


@dataclass(slots=True)
class _Line:
    """The text being gathered until the next boundary, and how much of it is links and bold, also at each break."""

    parts: list[str]
    link_chars: int = 0
    strong_chars: int = 0
    at_breaks: list[tuple[int, int]] = field(default_factory=list)


def clean(text: str) -> str:
    """Text with single spaces, without invisible characters, in composed form."""
    joined = " ".join(text.split())
    # Most text is ASCII without controls: there is nothing to remove or to compose.
    if joined.isascii() and joined.isprintable():
        return joined
    shown = INVISIBLE.sub("", joined)
    if not shown.isascii() and not unicodedata.is_normalized("NFC", shown):
        shown = unicodedata.normalize("NFC", shown)
    return joined if shown == joined else " ".join(shown.split())


def read_blocks(
    root: LexborNode,
    skip: Callable[[str, str], bool] | None = None,
    stands_apart: Callable[[str], bool] | None = None,
) -> Blocks:
    """The blocks inside `root`, in page order.

    `skip` takes tag and label (class and id) of a container and says whether to leave it out with all it holds.
    `stands_apart` takes the label of an inline element and says whether it is a container all the same.
    """
    found = Blocks(containers=[Container(-1, root.tag or "", _label(root))])
    containers = found.containers
    parts: list[str] = []
    line = _Line(parts)
    container = links = strongs = 0
    # How many headings, list items and captions are open; of several kinds the first here counts.
    kinds: dict[Kind, int] = {"caption": 0, "heading": 0, "item": 0}
    open_kinds = 0
    if root.tag in KINDS:
        kinds[KINDS[root.tag]] += 1
        open_kinds += 1

    def flush() -> None:
        kind: Kind = "paragraph"
        if open_kinds:
            kind = next((kind for kind, depth in kinds.items() if depth), "paragraph")
        _add(found, line, kind, container)
        parts.clear()
        line.at_breaks.clear()
        line.link_chars = line.strong_chars = 0

    open_nodes: list[tuple[LexborNode, str, bool]] = []
    node = root.first_child
    while node is not None:
        tag = node.tag or ""
        action = ACTIONS.get(tag, ELEMENT)
        inside = None
        if action == TEXT:
            text = node.text_content
            if text and not text.isspace():
                parts.append(text.replace("\n", " "))
                if links or strongs:
                    size = len(text.strip())
                    line.link_chars += size if links else 0
                    line.strong_chars += size if strongs else 0
            elif parts:
                parts.append(" ")
        elif action == INSIDE_LINE:
            inside = node.first_child
            if inside is not None:
                links += tag == "a"
                strongs += tag in STRONG
                inline = True
                # Inside a caption, what is named so is a part of it.
                if (
                    stands_apart is not None
                    and tag in WRAPPERS
                    and not kinds["caption"]
                    and stands_apart(label := _label(node))
                    and not stands_apart(containers[container].label)
                ):
                    inline = False
                    if parts:
                        flush()
                    containers.append(Container(container, tag, label))
                    container = len(containers) - 1
                open_nodes.append((node, tag, inline))
        elif action == ELEMENT:
            if parts:
                flush()
            inside = node.first_child
            if inside is not None:
                label = _label(node)
                if skip is not None and skip(tag, label):
                    inside = None
                else:
                    containers.append(Container(container, tag, label))
                    container = len(containers) - 1
                    if tag in KINDS:
                        kinds[KINDS[tag]] += 1
                        open_kinds += 1
                    open_nodes.append((node, tag, False))
        elif action == BREAK:
            parts.append(LINE_BREAK)
            line.at_breaks.append((line.link_chars, line.strong_chars))
        elif action == BETWEEN_LINES and parts:
            flush()
        following = inside if inside is not None else node.next
        while following is None and open_nodes:
            closed, tag, inline = open_nodes.pop()
            if inline:
                links -= tag == "a"
            else:
                if parts:
                    flush()
                container = containers[container].parent
                if tag in KINDS:
                    kinds[KINDS[tag]] -= 1
                    open_kinds -= 1
            strongs -= tag in STRONG
            following = closed.next
        node = following
    if parts:
        flush()
    return found


def _label(node: LexborNode) -> str:
    kind, own = node.attrs.get("class"), node.id
    if own:
        return f"{kind or ''} {own}".strip().lower()
    return kind.strip().lower() if kind else ""


def _add(found: Blocks, line: _Line, kind: Kind, container: int) -> None:
    text = "".join(line.parts)
    if not line.at_breaks:
        if cleaned := clean(text):
            kind = "paragraph" if kind == "heading" and len(cleaned) > LONGEST_HEADING else kind
            found.blocks.append(Block(cleaned, kind, container, line.link_chars, line.strong_chars))
        return
    if text.isspace():
        return
    lines: list[tuple[str, int, int]] = []
    links = strongs = 0
    ends = (*line.at_breaks, (line.link_chars, line.strong_chars))
    for part, (links_after, strongs_after) in zip(text.split(LINE_BREAK), ends, strict=True):
        if cleaned := clean(part):
            lines.append((cleaned, links_after - links, strongs_after - strongs))
        links, strongs = links_after, strongs_after
    if kind == "heading" and sum(len(one) for one, *_ in lines) > LONGEST_HEADING:
        kind = "paragraph"
    joined: list[Block] = []
    # Texts are put together once at the end: a paragraph of many lines would be copied at each.
    pieces: list[list[str]] = []
    for one, link_chars, strong_chars in lines:
        last = joined[-1] if joined else None
        if last and (kind == "heading" or (GOES_ON.match(one) and not ENDED.search(pieces[-1][-1]))):
            pieces[-1].append(one)
            last.link_chars += link_chars
            last.strong_chars += strong_chars
        else:
            joined.append(Block(one, kind, container, link_chars, strong_chars))
            pieces.append([one])
    for block, texts in zip(joined, pieces, strict=True):
        block.text = " ".join(texts)
    found.blocks += joined
