"""What a frame cannot do without, found in all sentences of a text at once.

Here belongs the looking for words; which cues there are, and which names a document must have, is in relevance.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipelines.articles.model import Sentence
from pipelines.claims.surfaces import noun_forms, stem_forms
from pipelines.entities.automaton import Words

Halves = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Cue:
    """A predicate, one of its nouns, and so many names in the document.

    A cue without predicates or without nouns needs none. `alike` counts organizations and alliances together.
    `continues`: its alliance may be one of the sentence before.
    """

    lemmas: frozenset[str]
    nouns: frozenset[str]
    organizations: int = 0
    parties: int = 0
    alike: int = 0
    continues: bool = False


@dataclass(slots=True)
class Word:
    """What a form is of: predicates and nouns of cues, as bits; first halves of compounds; last ones, with the cues."""

    predicates: int = 0
    nouns: int = 0
    firsts: tuple[int, ...] = ()
    lasts: tuple[tuple[int, int], ...] = ()


class Cues:
    """Several cues with one automaton for the words of all; a set of cues is a number with one bit for each."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self.each = tuple(cues)
        self.continuing = _bits(cue.continues for cue in self.each)
        self._without_predicate = self._without_noun = 0
        words: dict[str, Word] = defaultdict(Word)
        compounds: dict[Halves, int] = defaultdict(int)
        for number, cue in enumerate(self.each):
            bit = 1 << number
            stems = frozenset(form for lemma in cue.lemmas for form in stem_forms(lemma))
            if not stems or "" in stems:
                self._without_predicate |= bit
            if not cue.nouns:
                self._without_noun |= bit
            for form in stems - {""}:
                words[form].predicates |= bit
            for forms in map(noun_forms, cue.nouns):
                if len(forms) == 2:
                    compounds[forms] |= bit
                for form in forms[0] if len(forms) == 1 else ():
                    words[form].nouns |= bit
        for number, ((first, last), bits) in enumerate(compounds.items()):
            for form in first:
                words[form].firsts += (number,)
            for form in last:
                words[form].lasts += ((number, bits),)
        forms_in_order = sorted(words)
        self._automaton = Words(forms_in_order)
        self._words = [words[form] for form in forms_in_order]

    def narrowed(self, organizations: int, parties: int, alike: int) -> int:
        """Those that a document with so many of each can fill."""
        return _bits(
            cue.organizations <= organizations and cue.parties <= parties and cue.alike <= alike for cue in self.each
        )

    def standing_in(self, text: str, sentences: Sequence[Sentence]) -> list[int]:
        """For each sentence, in the order of the text, the cues of which it has predicate and noun."""
        said, named = [self._without_predicate] * len(sentences), [self._without_noun] * len(sentences)
        # where the first half of a compound ended first
        ended: dict[tuple[int, int], int] = {}
        place = 0
        for number, start, end in self._automaton.places(text):
            while place < len(sentences) and sentences[place].char_end < end:
                place += 1
            if place == len(sentences):
                break
            if start < sentences[place].char_start:
                continue
            word = self._words[number]
            said[place] |= word.predicates
            named[place] |= word.nouns
            for compound in word.firsts:
                ended.setdefault((place, compound), end)
            for compound, bits in word.lasts:
                if ended.get((place, compound), end) <= start:
                    named[place] |= bits
        return [predicates & nouns for predicates, nouns in zip(said, named, strict=True)]


def _bits(each: Iterable[bool]) -> int:
    return sum(1 << number for number, true in enumerate(each) if true)
