"""Which Korean sentences can make a claim at all, told from their characters and names before any analysis.

Morphology costs a thousand times what these patterns cost. What passes here may still say nothing; what does not pass
can fill no frame. The words are those of the frames; what a sentence means is for the frames to say.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from pipelines.articles.model import Sentence
from pipelines.claims import frames_ko
from pipelines.claims import words_ko as words
from pipelines.claims.context import POINTED, Context
from pipelines.claims.frame import REQUIRED, Frame
from pipelines.claims.profiles import NAME_NOUNS, RENAMING, RIVALRY
from pipelines.claims.surfaces import any_of, noun_pattern, stem_pattern

PAIR = 2


@dataclass(frozen=True, slots=True)
class Cue:
    """What a frame cannot do without: a predicate, one of its nouns, so many organizations and parties in the document.

    `continues`: its alliance may be one of the sentence before.
    """

    predicate: re.Pattern[str]
    noun: re.Pattern[str] | None
    organizations: int
    parties: int
    continues: bool

    def stands_in(self, text: str, sentence: Sentence) -> bool:
        """Whether the sentence has both words."""
        start, end = sentence.char_start, sentence.char_end
        if self.noun is not None and not self.noun.search(text, start, end):
            return False
        return self.predicate.search(text, start, end) is not None


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of several frames, and one pattern for all their predicates."""

    predicate: re.Pattern[str]
    each: tuple[Cue, ...]

    def narrowed(self, organizations: int, parties: int) -> tuple[Cue, ...]:
        """Those that a document with so many of each can fill."""
        return tuple(cue for cue in self.each if cue.organizations <= organizations and cue.parties <= parties)


def relevant_places(context: Context, sentences: Sequence[Sentence]) -> list[int]:
    """The indices of those sentences that can fill a frame, list members before a name, or relate two names."""
    organizations = _ids(context, frozenset({"org"}))
    parties = organizations | _ids(context, frozenset({"person"}))
    alliances = _ids(context, frozenset({"alliance"}))
    counts = len(organizations), len(parties)
    found: set[int] = set()
    if free := free_cues().narrowed(*counts):
        found |= _cued(context, sentences, free_cues().predicate, free)
    if len(organizations | alliances) >= PAIR:
        found |= _cued(context, sentences, relation_cues().predicate, relation_cues().each)
    if alliances:
        found |= _bound(context, sentences, bound_cues().narrowed(*counts))
    return sorted(found)


def _cued(context: Context, sentences: Sequence[Sentence], predicate: re.Pattern[str], cues: Sequence[Cue]) -> set[int]:
    """The sentences with `predicate` and one of the cues; the predicate is looked for in the whole text at once."""
    text = context.document.text
    starts = [sentence.char_start for sentence in sentences]
    places = {bisect_right(starts, at) - 1 for hit in predicate.finditer(text) for at in (hit.start(), hit.end())}
    return {i for i in places if i >= 0 and any(cue.stands_in(text, sentences[i]) for cue in cues)}


def _bound(context: Context, sentences: Sequence[Sentence], cues: Sequence[Cue]) -> set[int]:
    """The sentences that can say something of an alliance: one that they name or point at, or go on with."""
    text = context.document.text
    before = {sentence.sentence_no + 1: sentence for sentence in context.document.sentences}
    continuing = [cue for cue in cues if cue.continues]
    found: set[int] = set()
    for i, sentence in enumerate(sentences):
        former = before.get(sentence.sentence_no)
        if _has_alliance(context, sentence, pointing_nouns()):
            lists = apposition_nouns().search(text, sentence.char_start, sentence.char_end)
            fits = lists is not None or any(cue.stands_in(text, sentence) for cue in cues)
        else:
            near = former is not None and _has_alliance(context, former, POINTED)
            fits = near and any(cue.stands_in(text, sentence) for cue in continuing)
        if fits:
            found.add(i)
    return found


def _has_alliance(context: Context, sentence: Sentence, pointing: re.Pattern[str]) -> bool:
    if pointing.search(context.document.text, sentence.char_start, sentence.char_end):
        return True
    names = context.names_between(sentence.char_start, sentence.char_end)
    return any(name.mention_type == "alliance" for name in names)


@cache
def free_cues() -> Cues:
    """The cues of the frames that need no alliance."""
    return _cues(frame for frame in frames_ko.FRAMES if frame.alliance != REQUIRED)


@cache
def bound_cues() -> Cues:
    """The cues of the frames that need an alliance, which the document then has to name."""
    return _cues(frame for frame in frames_ko.FRAMES if frame.alliance == REQUIRED)


@cache
def apposition_nouns() -> re.Pattern[str]:
    """The nouns of structures that a list of members can stand before."""
    return any_of(map(noun_pattern, frames_ko.APPOSITIONS))


@cache
def pointing_nouns() -> re.Pattern[str]:
    """The words by which a sentence points at an alliance that was named before."""
    return any_of(map(noun_pattern, (*words.STRUCTURE_NOUNS, *words.MEMBER_NOUNS, *words.POINTING_WORDS)))


@cache
def relation_cues() -> Cues:
    """What new names and rivalries cannot do without."""
    names = any_of(map(noun_pattern, NAME_NOUNS))
    return Cues(
        any_of(map(stem_pattern, RENAMING | RIVALRY)),
        (
            Cue(any_of(map(stem_pattern, RENAMING)), names, PAIR, PAIR, continues=False),
            Cue(any_of(map(stem_pattern, RIVALRY)), None, PAIR, PAIR, continues=False),
        ),
    )


def _cues(frames: Iterable[Frame]) -> Cues:
    frames = list(frames)
    return Cues(
        any_of(stem_pattern(lemma) for frame in frames for lemma in frame.lemmas),
        tuple(
            Cue(
                any_of(map(stem_pattern, frame.lemmas)),
                any_of(map(noun_pattern, frame.nouns)) if frame.nouns else None,
                # A person stands for the organization beside the name, so that frames of people need one as well.
                frame.least,
                PAIR if frame.least_others else frame.least,
                frame.continues,
            )
            for frame in frames
        ),
    )


def _ids(context: Context, types: frozenset[str]) -> set[str]:
    """The entities of these types that the document names, or means by a group word."""
    found: set[str] = set()
    for mention in context.document.mentions:
        if mention.mention_type in types and mention.entity_id:
            found.add(mention.entity_id)
        found.update(mention.members)
    return found
