"""Which Korean sentences can make a claim at all, told from their characters and names before any analysis.

Morphology costs a thousand times what these patterns cost. What passes here may still say nothing; what does not pass
can fill no frame. The words are those of the frames; what a sentence means is for the frames to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pipelines.claims import frames_ko
from pipelines.claims.context import Context
from pipelines.claims.frame import REQUIRED, Frame
from pipelines.claims.profiles import NAME_NOUNS, RENAMING, RIVALRY
from pipelines.claims.surfaces import any_of, noun_pattern, stem_pattern

PAIR = 2


@dataclass(frozen=True, slots=True)
class Cue:
    """What a frame cannot do without: a predicate, one of its nouns, so many organizations in the document."""

    predicate: re.Pattern[str]
    noun: re.Pattern[str] | None
    organizations: int
    parties: int

    def stands_in(self, text: str, start: int, end: int) -> bool:
        """Whether the span of the text has both words."""
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


class Relevance:
    """One document, to ask of its sentences whether they can make a claim."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._text = context.document.text
        orgs = _ids(context, frozenset({"org"}))
        parties = len(orgs | _ids(context, frozenset({"person"})))
        self._free = free_cues().narrowed(len(orgs), parties)
        has_alliance = context.alliance_before(len(self._text)) is not None
        self._bound = bound_cues().narrowed(len(orgs), parties) if has_alliance else ()
        self._relates = len(orgs | _ids(context, frozenset({"alliance"}))) >= PAIR

    def can_claim(self, start: int, end: int) -> bool:
        """Whether the sentence at these offsets can fill a frame, list members before a name, or relate two names."""
        text = self._text
        if (
            self._free
            and free_cues().predicate.search(text, start, end)
            and any(cue.stands_in(text, start, end) for cue in self._free)
        ):
            return True
        if any(cue.stands_in(text, start, end) for cue in self._bound):
            return True
        if self._bound and apposition_nouns().search(text, start, end) and self._names_alliance(start, end):
            return True
        return self._relates and any(cue.stands_in(text, start, end) for cue in relation_cues())

    def _names_alliance(self, start: int, end: int) -> bool:
        return any(name.mention_type == "alliance" for name in self._context.names_between(start, end))


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
def relation_cues() -> tuple[Cue, ...]:
    """What new names and rivalries cannot do without."""
    names = any_of(map(noun_pattern, NAME_NOUNS))
    return (
        Cue(any_of(map(stem_pattern, RENAMING)), names, PAIR, PAIR),
        Cue(any_of(map(stem_pattern, RIVALRY)), None, PAIR, PAIR),
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
