"""Noun phrases: which names a phrase is about, and which only qualify its last noun.

Korean puts the head last: in 'KT 광화문빌딩' the name is a modifier, in '박정호 SK텔레콤 사장' both names are the
person's, in 'A, B 등 5개 기업' the list is summed up. The words behind these rules are in words_ko.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipelines.claims import words_ko as words
from pipelines.claims.clause import Phrase
from pipelines.entities.model import Mention

LEADING_COUNT = re.compile(r"\d{1,3}")
PARTY_TYPES = frozenset({"org", "person", "group"})


@dataclass(slots=True)
class Segment:
    """One item of a list: names and nouns in order; `genitive` when 의 follows, `separator` what stands before."""

    separator: str = ""
    parts: list[tuple[str, int, int, Mention | None]] = field(default_factory=list)
    genitive: bool = False

    def nouns_after_name(self) -> list[str]:
        """The nouns after the last name; all of them where there is no name."""
        nouns: list[str] = []
        for form, _, _, mention in reversed(self.parts):
            if mention is not None:
                break
            nouns.append(form)
        return nouns[::-1]

    @property
    def names(self) -> list[Mention]:
        """The names, in order."""
        return [mention for _, _, _, mention in self.parts if mention is not None]


def build_phrase(segments: Sequence[Segment], case: str, *, also: bool = False, topical: bool = False) -> Phrase:
    """The phrase that `segments` make; there is at least one part."""
    parts = [part for segment in segments for part in segment.parts]
    listed = any(name.mention_type in ("org", "person") for segment in segments for name in segment.names)
    parties: list[Mention] = []
    modifiers: list[Mention] = []
    last_named = max((i for i, segment in enumerate(segments) if segment.names), default=-1)
    qualifies = last_named >= 0 and _qualifies(segments[last_named])
    for i, segment in enumerate(segments):
        names = [name for name in segment.names if not (listed and name.mention_type == "group")]
        if not names:
            continue
        if segment.genitive or (qualifies and i <= last_named):
            modifiers.extend(names)
            continue
        heads = _heads(names)
        parties.extend(heads)
        modifiers.extend(name for name in names if name not in heads)
    return Phrase(
        case=case,
        start=min(part[1] for part in parts),
        end=max(part[2] for part in parts),
        words="".join(part[0] for part in parts),
        parties=tuple(parties),
        modifiers=tuple(modifiers),
        stated_count=_count(segments),
        also=also,
        topical=topical,
        plain="".join(part[0] for part in parts if part[3] is None),
    )


def _qualifies(segment: Segment) -> bool:
    """Whether the nouns after the last name make it a modifier ('KT 제품')."""
    for noun in segment.nouns_after_name():
        if noun in words.ET_CETERA or noun.endswith(words.TITLES) or noun in words.SPOKEN_FOR:
            return False
    return any(noun not in words.SUMMING and not noun.isdigit() for noun in segment.nouns_after_name())


def _heads(names: Sequence[Mention]) -> list[Mention]:
    """Of the names of one list item, those that the item is about: the last, with a person's organization beside it."""
    last = names[-1]
    heads = [last]
    for name in reversed(names[:-1]):
        beside = {name.mention_type, heads[0].mention_type}
        if beside == {"org", "person"} or (beside == {"org"} and 0 <= heads[0].start - name.end <= 1):
            heads.insert(0, name)
        else:
            break
    return heads


def _count(segments: Sequence[Segment]) -> int | None:
    """The number that sums the list up: 5 in 'A, B 등 5개 기업' and in 'A, B 등 5개사'."""
    parts = [part for segment in segments for part in segment.parts]
    for form, _, _, name in parts:
        if name is not None and name.mention_type == "group" and (digits := LEADING_COUNT.match(form)):
            return int(digits[0])
    for here, after in pairwise(parts):
        if (
            here[3] is None
            and here[0].isdecimal()
            and len(here[0]) < 6
            and after[0].startswith(tuple(words.COUNT_NOUNS))
        ):
            return int(here[0])
    return None
