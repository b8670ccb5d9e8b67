"""Whether a page is so large or odd that its tags have to be counted before it is parsed.

Every page is asked, so nothing here cuts a page into tags: where its brackets and quotation marks stand, which is found
for the whole page at once, rules nearly all pages out. What is left in doubt is counted, in markup_tokens here and in
page_cost after it. A page may be suspected for nothing, and none that hurts may be passed over.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from pipelines.articles.element_kinds import FORMATTING
from pipelines.articles.markup_tokens import attribute_count, attributes_at, most_attributes, tag_names

# Below these sizes no page can reach a limit that hurts, and counting its tags is not worth the time.
UNSUSPICIOUS_TAGS = 4_000
UNSUSPICIOUS_LENGTH = 500_000
UNSUSPICIOUS_TAG_LENGTH = 1_500
# What a tag of that length may hold at most; a longer one with fewer only has long values, as lists of pictures are.
UNSUSPICIOUS_ATTRIBUTES = UNSUSPICIOUS_TAG_LENGTH // 2
# Formatting that is left open hurts sooner, because the parser opens it anew in every block.
FEW_TAGS = 1_000
UNCLOSED = 50
# The share of a page that is read as tags where some may begin; beyond it, cutting the whole page up is faster.
MOST_READ = 0.2

TAG = re.compile(b"<[a-zA-Z]")
NAMES = FORMATTING - {"a"}  # a link ends the link before it
BEGINS_FORMATTING = re.compile(rf"<(?:{'|'.join(sorted(NAMES))})(?=[\t\n\f\r />])".encode(), re.IGNORECASE)
# The longest of these, with a bracket on both sides.
LONGEST_FORMATTING = max(map(len, NAMES)) + 2
LESS, GREATER, SLASH, QUOTES = ord("<"), ord(">"), ord("/"), (ord('"'), ord("'"))

Signs = NDArray[np.uint8]


def _are(characters: bytes) -> NDArray[np.bool_]:
    """A table that says of each byte whether it is one of these."""
    table = np.zeros(256, dtype=np.bool_)
    table[list(characters)] = True
    return table


OPENS_FORMATTING = _are("".join(name[0] + name[0].upper() for name in sorted(NAMES)).encode())
BEFORE_VALUE = _are(b"=\t\n\f\r ")


def is_suspicious(text: str, encoded: bytes) -> bool:
    """Whether a page's tags have to be counted; `encoded` is `text` in UTF-8."""
    if len(text) > UNSUSPICIOUS_LENGTH:
        return True
    signs: Signs = np.frombuffer(encoded, dtype=np.uint8)
    brackets = np.flatnonzero(signs[:-1] == LESS)
    opened = len(brackets) - int(np.count_nonzero(signs[brackets + 1] == SLASH))
    return (
        opened > UNSUSPICIOUS_TAGS
        or (
            opened > FEW_TAGS and formatting_begun(signs, brackets) > UNCLOSED and most_formatting_open(text) > UNCLOSED
        )
        or (
            may_have_many_attributes(encoded, UNSUSPICIOUS_TAG_LENGTH, UNSUSPICIOUS_ATTRIBUTES)
            and most_attributes(text, UNSUSPICIOUS_TAG_LENGTH) > UNSUSPICIOUS_ATTRIBUTES
        )
    )


def formatting_begun(signs: Signs, brackets: NDArray[np.intp]) -> int:
    """How many formatting elements begin at these brackets at most: what stands in a comment or a value counts too."""
    begins = brackets[OPENS_FORMATTING[signs[brackets + 1]]]
    # What could be formatting, and no more of the page than a tag of that kind takes, side by side.
    places = begins[:, np.newaxis] + np.arange(LONGEST_FORMATTING)
    begun = signs[np.minimum(places, len(signs) - 1)]
    begun[:, 1:][begun[:, 1:] == LESS] = 0
    return len(BEGINS_FORMATTING.findall(begun.tobytes()))


def most_formatting_open(text: str) -> int:
    """How many formatting elements are open at once at most, as far as only their own end closes each."""
    depths: Counter[str] = Counter()
    unclosed = most = 0
    for name, is_end in tag_names(text):
        if name not in NAMES:
            continue
        if not is_end:
            depths[name] += 1
            unclosed += 1
            most = max(most, unclosed)
        elif depths[name]:
            depths[name] -= 1
            unclosed -= 1
    return most


def may_have_many_attributes(encoded: bytes, length: int, count: int) -> bool:
    """Whether some tag may have more than `count` attributes that take more than `length` bytes.

    A tag so long goes on without a closing bracket for so long, or over a bracket that is quoted. At such places each
    tag that begins is read as if nothing before it said that it is none.
    """
    affordable = MOST_READ * len(encoded)
    for attributes in _attributes_of_doubtful_tags(encoded, length):
        if len(attributes) > length and attribute_count(attributes) > count:
            return True
        affordable -= len(attributes)
        if affordable < 0:
            return True
    return False


def _attributes_of_doubtful_tags(encoded: bytes, length: int) -> Iterator[bytes]:
    for begin, stop in (*_long_stretches(encoded, length), *_quoted_brackets(encoded)):
        tag = TAG.search(encoded, begin, stop)
        while tag:
            yield attributes_at(encoded, tag.start())
            tag = TAG.search(encoded, tag.start() + 1, stop)


def _long_stretches(encoded: bytes, length: int) -> Iterator[tuple[int, int]]:
    """Where a tag may begin that has no closing bracket for so long; looks at a few places of the page only.

    Where no bracket is for so long, half of that has none either from one of the places that are looked at.
    """
    step = max(1, length // 2)
    place = 0
    while place < len(encoded):
        if encoded.find(b">", place, place + step) < 0:
            start = encoded.rfind(b">", 0, place) + 1
            end = encoded.find(b">", place + step)
            end = len(encoded) if end < 0 else end
            if end - length > start:
                yield start, end - length
            place = end
        place += step


def _quoted_brackets(encoded: bytes) -> Iterator[tuple[int, int]]:
    """Where a tag may begin whose first closing bracket is quoted: before a value's mark that none follows up to it."""
    signs: Signs = np.frombuffer(encoded, dtype=np.uint8)
    closing = signs == GREATER
    for quote in QUOTES:
        places = np.flatnonzero((signs == quote) | closing)
        are_quotes = signs[places] == quote
        opening = places[:-1][are_quotes[:-1] & ~are_quotes[1:]]
        for place in opening[BEFORE_VALUE[signs[opening - 1]]].tolist():
            yield encoded.rfind(b">", 0, place) + 1, place
