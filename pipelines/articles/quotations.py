"""What people are quoted as saying, as keys by which two articles are known to quote the same words.

A quotation is speech between quotation marks. Names, titles and emphasis between such marks are none.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from pipelines.articles.grams import letters_of

# The data model's rule for syndication: a quotation of 20 characters or more.
SHORTEST = 20
# Short quotations are matched too: the closing mark of one would otherwise open the next.
MARKS = re.compile(
    r"“([^“”]{0,2000})”|„([^„“”]{0,2000})[“”]|\"([^\"]{0,2000})\"|＂([^＂]{0,2000})＂|«([^«»]{0,2000})»"
    r"|「([^「」]{0,2000})」|『([^『』]{0,2000})』|‘([^‘’]{0,2000})’(?![A-Za-z])|(?<![\w'])'([^'\n]{0,2000})'(?![A-Za-z'])"
)
ENDS_SENTENCE = re.compile(r"(?:[다요죠까네,]|(?<![.!?…\s])\s*+[.!?…])[.!?…\s]*+$")
# What follows reported speech, and nothing else: 이라고, 라며, 고 …
REPORTED = re.compile(
    r"\s?(?:이?라고|이?라며|이?라면서|이?라는|고(?=\s)|며(?=\s)|면서(?=\s)|[a-z]*\s?(?:said|says|told|added)\b)"
)
FOREIGN_WORDS = re.compile(r"^(?:[^\s가-힣]+\s+){5}")
SENTENCES = re.compile(r"(?<=[.!?…])\s+")


def quotation_keys(text: str) -> frozenset[int]:
    """Keys of the quotations in a text, whole and sentence by sentence, of at least 20 characters each.

    Spacing, punctuation and case make no difference, as each paper has its own habits with them.
    """
    return frozenset(_key(said) for paragraph in text.split("\n\n") for said in _sayings(paragraph))


def _sayings(paragraph: str) -> Iterator[str]:
    for found in MARKS.finditer(paragraph):
        said = found[found.lastindex or 0].strip()
        if not _is_speech(said, paragraph[found.end() : found.end() + 12]):
            continue
        yield from (part for part in {said, *SENTENCES.split(said)} if len(part) >= SHORTEST)


def _is_speech(said: str, following: str) -> bool:
    return bool(ENDS_SENTENCE.search(said) or REPORTED.match(following) or FOREIGN_WORDS.match(said))


def _key(said: str) -> int:
    return int.from_bytes(hashlib.blake2b(letters_of(said).encode("utf-8", "surrogatepass"), digest_size=8).digest())
