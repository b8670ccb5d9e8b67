"""English sentences as words: names and dates are one token each, so that nothing cuts them.

Here belong the shapes of tokens and segments; how a sentence is cut is in english_segments.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipelines.claims.clause import StatedDate
from pipelines.entities.model import Mention

WORD = re.compile(r"['’]s?(?![A-Za-z])|[A-Za-z]+(?:\.[A-Za-z]\b\.?)*(?:['’-][A-Za-z]+)*|\d+(?:[.,:]\d+)*%?|--|\S")
MAIN, CLAUSE, CONTENT, SAYING = "main", "clause", "content", "saying"
RELATIVE, PARTICIPLE, APPOSITION = "relative", "participle", "apposition"
INSERTED = frozenset({RELATIVE, PARTICIPLE, APPOSITION})


@dataclass(frozen=True, slots=True)
class Token:
    """A word in lower case, a name, a date or a mark, with its place in the text."""

    start: int
    end: int
    word: str
    name: Mention | None = None
    date: bool = False


@dataclass(slots=True)
class Segment:
    """A part of a sentence with the tokens that are its own.

    `opener` is the word that begins it; `preposition` what stands before a relative pronoun; `antecedent` the names
    that an insertion is about; `matrix` the verb whose content it is; `subject` what english.py finds its verbs' to be.
    """

    kind: str
    opener: str = ""
    parent: Segment | None = None
    antecedent: tuple[Mention, ...] = ()
    preposition: str = ""
    matrix: str = ""
    quoted: bool = False
    tokens: list[Token] = field(default_factory=list)


def tokens_of(
    text: str, start: int, end: int, names: Sequence[Mention], dates: Sequence[StatedDate] = ()
) -> list[Token]:
    """The tokens of a span, in order; of a name and a date that overlap, the name counts."""
    places: list[tuple[int, int, Mention | None]] = [(name.start, name.end, name) for name in names]
    taken = [
        (date.start, date.end, None)
        for date in dates
        if not any(name.start < date.end and date.start < name.end for name in names)
    ]
    found: list[Token] = []
    at = start
    for left, right, name in [*sorted((*places, *taken), key=lambda place: place[:2]), (end, end, None)]:
        if left < at:
            continue
        found.extend(Token(m.start(), m.end(), m[0].lower()) for m in WORD.finditer(text, at, left))
        if right > left:
            found.append(Token(left, right, text[left:right].lower(), name, name is None))
        at = max(right, at)
    return found
