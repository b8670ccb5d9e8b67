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
    """A predicate, one of its nouns, one of the words around it, and so many names in the document.

    A cue without predicates, nouns or words around needs none. `here` counts the organizations in the sentence itself,
    `anyone_here` all of its names. `continues`: its alliance may be one of the sentence before.
    """

    lemmas: frozenset[str]
    nouns: frozenset[str]
    around: frozenset[str] = frozenset()
    organizations: int = 0
    parties: int = 0
    here: int = 0
    anyone_here: int = 0
    continues: bool = False


@dataclass(slots=True)
class Word:
    """What a form is of: predicates, nouns and words around, as bits; halves of compounds, the last with their cues."""

    predicates: int = 0
    nouns: int = 0
    around: int = 0
    firsts: tuple[int, ...] = ()
    lasts: tuple[tuple[int, int], ...] = ()


class Cues:
    """Several cues with one automaton for the words of all; a set of cues is a number with one bit for each."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self.each = tuple(cues)
        self._here = _up_to([cue.here for cue in self.each])
        self._anyone_here = _up_to([cue.anyone_here for cue in self.each])
        self.continuing = _bits(cue.continues for cue in self.each)
        self._without_predicate = self._without_noun = self._without_around = 0
        words: dict[str, Word] = defaultdict(Word)
        compounds: dict[Halves, int] = defaultdict(int)
        for number, cue in enumerate(self.each):
            bit = 1 << number
            stems = frozenset(form for lemma in cue.lemmas for form in stem_forms(lemma))
            if not stems or "" in stems:
                self._without_predicate |= bit
            if not cue.nouns:
                self._without_noun |= bit
            if not cue.around:
                self._without_around |= bit
            for form in cue.around:
                words[form].around |= bit
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

    def narrowed(self, organizations: int, parties: int) -> int:
        """Those that a document with so many of each can fill."""
        return _bits(cue.organizations <= organizations and cue.parties <= parties for cue in self.each)

    def with_names(self, organizations: int, anyone: int) -> int:
        """Those that a sentence with so many organizations, and so many names in all, can fill."""
        return (
            self._here[min(organizations, len(self._here) - 1)]
            & self._anyone_here[min(anyone, len(self._anyone_here) - 1)]
        )

    def standing_in(self, text: str, sentences: Sequence[Sentence]) -> list[int]:
        """For each sentence, in the order of the text, the cues all of whose words it has."""
        said, named = [self._without_predicate] * len(sentences), [self._without_noun] * len(sentences)
        around = [self._without_around] * len(sentences)
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
            around[place] |= word.around
            for compound in word.firsts:
                ended.setdefault((place, compound), end)
            for compound, bits in word.lasts:
                if ended.get((place, compound), end) <= start:
                    named[place] |= bits
        return [predicates & nouns & others for predicates, nouns, others in zip(said, named, around, strict=True)]


def _up_to(wanted: Sequence[int]) -> list[int]:
    """By number, from none to as many as are ever wanted: what wants no more."""
    return [_bits(one <= number for one in wanted) for number in range(max(wanted, default=0) + 1)]


def _bits(each: Iterable[bool]) -> int:
    return sum(1 << number for number, true in enumerate(each) if true)
