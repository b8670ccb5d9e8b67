"""Which Korean sentences can make a claim at all, told from their characters and names before any analysis.

Morphology costs a thousand times what looking for words costs. What passes here may still say nothing; what does not
pass can fill no frame. The words are those of the frames; what a sentence means is for the frames to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipelines.articles.model import Sentence
from pipelines.claims import frames_ko
from pipelines.claims import words_ko as words
from pipelines.claims.context import POINTED, Context
from pipelines.claims.cues import Cue, Cues
from pipelines.claims.frame import REQUIRED, Frame
from pipelines.claims.profiles import NAME_NOUNS, RENAMING, RIVALRY

PAIR = 2
# the first of the bound cues
POINTING = 1
# names that can be organizations where a frame asks for some
ORGANIZED = frozenset({"org", "alliance", "group"})


def relevant_places(context: Context, sentences: Sequence[Sentence]) -> list[int]:
    """The indices of those sentences that can fill a frame, list members before a name, or relate two names."""
    alliances = _ids(context, frozenset({"alliance"}))
    # An alliance can be a party, as an organization is.
    organizations = alliances | _ids(context, frozenset({"org"}))
    parties = organizations | _ids(context, frozenset({"person"}))
    counts = len(organizations), len(parties)
    found: set[int] = set()
    if free := free_cues().narrowed(*counts):
        for i, standing in enumerate(free_cues().standing_in(context.document.text, sentences)):
            if standing & free and standing & free & _here(free_cues(), context, sentences[i]):
                found.add(i)
    if alliances:
        found |= _bound(context, sentences, bound_cues().narrowed(*counts))
    return sorted(found)


def _bound(context: Context, sentences: Sequence[Sentence], fillable: int) -> set[int]:
    """The sentences that can say something of an alliance: one that they name or point at, or go on with."""
    found: set[int] = set()
    for i, standing in enumerate(bound_cues().standing_in(context.document.text, sentences)):
        cues = standing and standing & _here(bound_cues(), context, sentences[i])
        if cues & POINTING or _names_alliance(context, sentences[i]):
            fits = bool(cues & fillable & ~POINTING)
        elif cues & fillable & bound_cues().continuing:
            former = context.sentences_before(sentences[i])
            fits = any(_points(context, one) or _names_alliance(context, one) for one in former)
        else:
            fits = False
        if fits:
            found.add(i)
    return found


def _here(cues: Cues, context: Context, sentence: Sentence) -> int:
    """The cues for which the sentence has names enough, those counted that a group word stands for."""
    names = context.names_between(sentence.char_start, sentence.char_end)
    organizations = sum(len(name.members) or 1 for name in names if name.mention_type in ORGANIZED)
    return cues.with_names(organizations, organizations + len(names))


def _names_alliance(context: Context, sentence: Sentence) -> bool:
    names = context.names_between(sentence.char_start, sentence.char_end)
    return any(name.mention_type == "alliance" for name in names)


def _points(context: Context, sentence: Sentence) -> bool:
    return POINTED.search(context.document.text, sentence.char_start, sentence.char_end) is not None


@cache
def free_cues() -> Cues:
    """The cues of the frames that need no alliance, and what new names and rivalries cannot do without."""
    return Cues(
        (
            Cue(RENAMING, frozenset(NAME_NOUNS), organizations=PAIR, here=PAIR),
            Cue(RIVALRY, frozenset(), organizations=PAIR, here=PAIR),
            *(_cue(frame) for frame in frames_ko.FRAMES if frame.alliance != REQUIRED),
        )
    )


@cache
def bound_cues() -> Cues:
    """The cues of the frames that need an alliance, which the document then has to name.

    The first is for the words that point at one named before, the next for the structures that a list can stand before.
    """
    return Cues(
        (
            Cue(frozenset(), frozenset((*words.STRUCTURE_NOUNS, *words.MEMBER_NOUNS, *words.POINTING_WORDS))),
            Cue(frozenset(), frozenset(frames_ko.APPOSITIONS), here=frames_ko.APPOSITION.least),
            *(_cue(frame) for frame in frames_ko.FRAMES if frame.alliance == REQUIRED),
        )
    )


def _cue(frame: Frame) -> Cue:
    # A person stands for the organization beside the name, so that frames of people need one as well.
    parties = PAIR if frame.least_others else frame.least
    # Who acts may be named in a sentence before; with whom is said in the clause.
    here = frame.least if frame.own_agents else min(1, frame.least_others)
    anyone = frame.types != {"org"}
    return Cue(
        frame.lemmas,
        frozenset(frame.nouns),
        frozenset(frame.around),
        frame.least,
        parties,
        here=0 if anyone else here,
        anyone_here=here if anyone else 0,
        continues=frame.continues,
    )


def _ids(context: Context, types: frozenset[str]) -> set[str]:
    """The entities of these types that the document names, or means by a group word."""
    found: set[str] = set()
    for mention in context.document.mentions:
        if mention.mention_type in types and mention.entity_id:
            found.add(mention.entity_id)
        found.update(mention.members)
    return found
