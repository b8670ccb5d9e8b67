"""Lists of names in a line of morphemes: whether one goes on, and what stands in brackets behind a word for several.

What phrase a list makes is in phrases.py, how a sentence is read in korean.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipelines.claims import words_ko as words
from pipelines.claims.phrases import PARTY_TYPES
from pipelines.entities.model import Mention
from pipelines.entities.morphology import Morpheme

NOMINAL_TAGS = frozenset({"NNG", "NNP", "NNB", "NR", "NP", "SL", "SN", "SH", "XPN", "XSN", "MM", "XR", "SW"})
OPENING, CLOSING = frozenset("([<{（〔【"), frozenset(")]>}）〕】")
QUOTES = frozenset("'\"’”")
# How far the next name of a list may stand
LOOKAHEAD = 10
# A part of a phrase: its form, where it stands, and whose name it is
Part = tuple[str, int, int, Mention | None]


@dataclass(slots=True)
class Line:
    """The morphemes of one sentence with the names that start in it; offsets are those of the whole text."""

    text: str
    morphemes: Sequence[Morpheme]
    names: Mapping[int, Mention]

    def after(self, i: int, end: int) -> int:
        """The index of the first morpheme behind `i` that starts at `end` or later."""
        i += 1
        while i < len(self.morphemes) and self.morphemes[i].start < end:
            i += 1
        return i

    def list_goes_on(self, i: int, here: Sequence[Mention]) -> bool:
        """Whether from `i` on a name of the same sort as those `here` comes before the next particle, and is a head."""
        for j in range(i, min(i + LOOKAHEAD, len(self.morphemes))):
            m = self.morphemes[j]
            if m.start in self.names:
                name = self.names[m.start]
                k = self.after(j, name.end)
                while k < len(self.morphemes) and self.text[self.morphemes[k].start] in QUOTES:
                    k += 1
                after = self.morphemes[k] if k < len(self.morphemes) else None
                if here and (here[-1].mention_type in PARTY_TYPES) != (name.mention_type in PARTY_TYPES):
                    # A company and an alliance are listed together only where both act or are spoken of ('A와 X의').
                    acting = after is not None and (after.form, after.tag) in words.ACTING_PARTICLES
                    return acting or (after is not None and after.tag == "JKG")
                noun = self.text[after.start : after.end] if after else ""
                return not (after and after.tag in ("NNG", "NNP", "SL") and not _light(noun))
            passed = m.tag in NOMINAL_TAGS or m.tag == "JKG" or self.text[m.start] in QUOTES
            if not passed and not self.describes(j):
                return False
        return False

    def describes(self, i: int) -> bool:
        """Whether at `i`, or right before it, a copula puts a plain noun before a company's name: '대기업인 A'."""
        at = i if self.morphemes[i].tag == "VCP" else i - 1
        if at < 1 or at + 2 >= len(self.morphemes) or self.morphemes[at].tag != "VCP":
            return False
        noun, ending, name = (
            self.morphemes[at - 1],
            self.morphemes[at + 1],
            self.names.get(self.morphemes[at + 2].start),
        )
        plain = noun.tag.startswith("N") and not noun.form.endswith((*words.MEMBER_NOUNS, *words.STRUCTURE_NOUNS))
        return plain and ending.form == "ᆫ" and name is not None and name.mention_type == "org"

    def in_brackets(self, i: int, last: Part | None) -> list[Mention]:
        """'6개사(A·B·C)', '△기업(A, B)': the names in the brackets at `i`, behind a noun that sums them up."""
        if last is None or (last[3] is not None and (last[3].mention_type != "group" or last[3].members)):
            return []
        inside: list[Mention] = []
        for m in self.morphemes[i + 1 :]:
            if self.text[m.start] in CLOSING:
                break
            if m.start in self.names:
                inside.append(self.names[m.start])
        if not inside or any(name.mention_type != "org" for name in inside):
            return []
        if len(inside) == 1 and last[0] not in words.SUMMING:
            return []
        return inside


def _light(noun: str) -> bool:
    return noun in words.SUMMING or noun in words.SPOKEN_FOR or noun.endswith(words.TITLES)
