"""What parsing a page would cost, reckoned from its tags before it is parsed: depth, attributes, memory.

lexbor takes time quadratic in nesting depth, in attributes of one tag, in options of one select and in formatting
elements that are never closed, which it opens anew in every block. Ordinary pages stay far below the limits.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipelines.articles.element_kinds import (
    FORMATTING,
    HEADINGS,
    INTEGRATION,
    LEAVES_FOREIGN,
    ROOTS_OF_FOREIGN,
    SCOPES,
    SELF_CLOSING,
    SPECIAL,
    VOID,
)
from pipelines.articles.markup_tokens import Tag, attribute_count, tags
from pipelines.articles.model import Reject
from pipelines.articles.rejects import reject

MAX_DEPTH = 1_000
MAX_TAGS = 150_000
MAX_VISIBLE = 4_000_000
MAX_ATTRIBUTES = 2_000
# The parser's time by options of one select, and by attributes of one tag: their squares, summed over the page.
MAX_SQUARES = 40_000_000
# A tag shorter than this has too few attributes to tell.
FEW_ATTRIBUTES = 300
MAX_REOPENED = 100_000
# The parser opens at most this many equal formatting elements anew.
EQUAL_REOPENED = 3
# Bytes that the parser takes for an element with its text, for an attribute and for a character, as measured.
ELEMENT_BYTES, ATTRIBUTE_BYTES, CHARACTER_BYTES = 320, 256, 8
MEMORY_AT_LEAST, MEMORY_BY_LENGTH, MEMORY_AT_MOST = 16_000_000, 30, 400_000_000


class _TooMuchError(Exception):
    """Counting can stop: the page has more of something than any page needs."""


def excess(text: str) -> Reject | None:
    """The reject (too_deep, too_complex, too_long) of a page that would cost too much, else None; linear in `text`."""
    cost = _Cost(visible=len(text))
    try:
        for tag in tags(text):
            cost.add(tag)
    except _TooMuchError as error:
        reason, detail = error.args
        return reject(reason, detail)
    if cost.visible > MAX_VISIBLE:
        return reject("too_long", f"more than {MAX_VISIBLE} characters outside its tags")
    affordable = min(MEMORY_AT_MOST, MEMORY_AT_LEAST + MEMORY_BY_LENGTH * len(text))
    # Attributes are counted one by one only where as many as would fit into the tags were too many.
    if cost.memory(len(text), cost.attribute_length // 2) > affordable and (
        (bytes_needed := cost.memory(len(text), sum(attribute_count(tag.attributes) for tag in tags(text))))
        > affordable
    ):
        return reject("too_complex", f"its {cost.count} tags need {bytes_needed} bytes, too many for its length")
    return None


@dataclass(slots=True)
class _Cost:
    """A running account of a page's tags, with the elements that a parser would hold open at each."""

    visible: int
    count: int = 0
    attribute_length: int = 0
    squares: int = 0
    root_attributes: int = 0
    options: int = 0
    reopened: int = 0
    live: int = 0
    unclosed: int = 0
    stack: list[tuple[str, bool]] = field(default_factory=list)
    places: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    specials: list[int] = field(default_factory=list)
    scopes: list[int] = field(default_factory=list)
    formatting: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    equal: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, tag: Tag) -> None:
        """Count one tag; raises _TooMuchError."""
        self.count += 1
        if self.count > MAX_TAGS:
            raise _TooMuchError("too_complex", f"more than {MAX_TAGS} tags")
        self.visible -= len(tag.name) + len(tag.attributes)
        if tag.attributes and not tag.is_end:
            self._add_attributes(tag)
        foreign = bool(self.stack) and self.stack[-1][1] and self.stack[-1][0] not in INTEGRATION
        if tag.content is not None:
            # Where the parser knows no scripts or styles, what they hold is markup.
            if foreign or (self.places["select"] and tag.name != "script"):
                for inner in _inside(tag.content):
                    self.add(inner)
            else:
                self.visible -= len(tag.content)
        elif foreign and not tag.is_end and tag.name not in LEAVES_FOREIGN:
            if not tag.closes_itself:
                self._open(tag.name, foreign=True)
        elif tag.name:
            if foreign and not tag.is_end:
                self._leave_foreign()
            self._add_element(tag)
        if len(self.stack) + self.unclosed > MAX_DEPTH:
            raise _TooMuchError("too_deep", f"elements nested more than {MAX_DEPTH} deep")

    def memory(self, length: int, attributes: int) -> int:
        """Bytes that the parsed page takes, reckoned from its tags and the number of their attributes."""
        return (self.count + self.reopened) * ELEMENT_BYTES + attributes * ATTRIBUTE_BYTES + length * CHARACTER_BYTES

    def _add_attributes(self, tag: Tag) -> None:
        length = len(tag.attributes)
        self.attribute_length += length
        is_root = tag.name in {"html", "body"}
        if length < FEW_ATTRIBUTES and not is_root:
            return
        count = attribute_count(tag.attributes)
        self.squares += count * count
        if is_root:  # the parser gathers them on the one element there is
            self.root_attributes += count
        if max(count, self.root_attributes) > MAX_ATTRIBUTES:
            raise _TooMuchError("too_complex", f"an element with more than {MAX_ATTRIBUTES} attributes")
        if self.squares > MAX_SQUARES:
            raise _TooMuchError("too_complex", "too many tags with many attributes")

    def _add_element(self, tag: Tag) -> None:
        name = HEADINGS.get(tag.name, tag.name)
        if name in FORMATTING:
            self._add_formatting(tag)
            return
        if self.live and not tag.is_end:
            self.reopened += self.live
            if self.reopened > MAX_REOPENED:
                raise _TooMuchError("too_complex", "formatting that is never closed, over too many elements")
        if name == "option" and not tag.is_end:
            self.options += 1
            self.squares += 2 * self.options
            if self.squares > MAX_SQUARES:
                raise _TooMuchError("too_complex", "a list of too many options")
        if name in VOID or name in SELF_CLOSING:
            return
        if name == "select":
            self.options = 0
        if tag.is_end:
            self._close(name)
        else:
            self._open(name, foreign=name in ROOTS_OF_FOREIGN)

    def _add_formatting(self, tag: Tag) -> None:
        opened = self.formatting[tag.name]
        if not tag.is_end:
            while tag.name == "a" and opened:  # a link ends the link before it
                self._end_formatting(tag.name)
            opened.append(tag.attributes)
            self.unclosed += 1
            self.equal[tag.name, tag.attributes] += 1
            self.live += self.equal[tag.name, tag.attributes] <= EQUAL_REOPENED
        elif opened:
            self._end_formatting(tag.name)

    def _end_formatting(self, name: str) -> None:
        key = name, self.formatting[name].pop()
        self.live -= self.equal[key] <= EQUAL_REOPENED
        self.equal[key] -= 1
        self.unclosed -= 1

    def _open(self, name: str, *, foreign: bool) -> None:
        place = len(self.stack)
        self.places[name].append(place)
        if name in SPECIAL and not foreign:
            self.specials.append(place)
        if name in SCOPES or (foreign and name in INTEGRATION):
            self.scopes.append(place)
        self.stack.append((name, foreign))

    def _close(self, name: str) -> None:
        """Close the last element of that name, unless one lies between that the parser does not close with it."""
        bounds = self.scopes if name in SPECIAL else self.specials
        if self.places[name] and (not bounds or self.places[name][-1] >= bounds[-1]):
            self._cut(self.places[name][-1])

    def _leave_foreign(self) -> None:
        depth = len(self.stack)
        while depth and self.stack[depth - 1][1] and self.stack[depth - 1][0] not in INTEGRATION:
            depth -= 1
        self._cut(depth)

    def _cut(self, depth: int) -> None:
        while len(self.stack) > depth:
            name, _ = self.stack.pop()
            place = len(self.stack)
            self.places[name].pop()
            for kept in (self.specials, self.scopes):
                if kept and kept[-1] == place:
                    kept.pop()


def _inside(content: str) -> Iterator[Tag]:
    """The tags of what a script or style holds; those inside it again are not opened a second time."""
    for tag in tags(content):
        yield Tag(tag.name, tag.attributes, tag.is_end)
