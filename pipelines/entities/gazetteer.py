"""The aliases of a knowledge base found in a text by one automaton, longest first, with the boundary rules of names.

Here belongs finding known forms; which entity an ambiguous short form means in this article is decided in mentions.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from pipelines.entities.model import Alias, Entity, Knowledge
from pipelines.entities.particles import ends_as_name, is_hangul, is_latin, starts_as_name
from pipelines.entities.post_words import POSTS_AFTER_NAMES

LEGAL_TAIL = re.compile(
    r"(?:,? ?(?:Corp(?:oration)?\b\.?|Inc\b\.?|Co\b\.?,? ?Ltd\b\.?|Ltd\b\.?|PLC\b|plc\b|AG\b)"
    r"|(?<=Corp)\.|(?<=Inc)\.|(?<=Ltd)\.)"
)
# the year of a happening, written onto its name
EDITION = re.compile(r"(?:19|20)\d\d(?!\d)")
MIN_ALIAS = 2


@dataclass(frozen=True, slots=True)
class Hit:
    """One known form in a text: half-open character offsets and its entity."""

    start: int
    end: int
    entity: Entity


class Gazetteer:
    """An automaton over all forms of a knowledge base; built once for a Knowledge by `gazetteer_of`."""

    def __init__(self, knowledge: Knowledge) -> None:
        bearers: dict[str, Entity] = {}
        for alias in sorted(knowledge.aliases, key=_current_first):
            for form in _spellings(alias.alias):
                if len(form) >= MIN_ALIAS:
                    bearers.setdefault(form, knowledge.entities[alias.entity_id])
        self._by_form = bearers
        self._forms = sorted(bearers)
        self._bearers = [bearers[form] for form in self._forms]
        self._automaton = AhoCorasick(self._forms, matchkind=MatchKind.Standard) if self._forms else None

    def hits(self, text: str) -> Iterator[Hit]:
        """The known forms in `text` that stand as names, in order and without overlaps; of two, the longer one."""
        if self._automaton is None:
            return
        candidates = [
            (start, end, number)
            for number, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True)
            if starts_as_name(text, start) and self._ends(text, end, number)
        ]
        candidates.sort(key=lambda found: (found[0], -found[1]))
        reached = 0
        for start, end, number in candidates:
            if start < reached:
                continue
            entity = self._bearers[number]
            legal = None
            if entity.entity_type == "org" and is_latin(text[end - 1]):
                legal = LEGAL_TAIL.match(text, end)
            reached = legal.end() if legal else end
            yield Hit(start, reached, entity)

    def bearer(self, form: str) -> Entity | None:
        """The entity of exactly that form."""
        return self._by_form.get(form)

    def _ends(self, text: str, end: int, number: int) -> bool:
        if ends_as_name(text, end, POSTS_AFTER_NAMES):
            return True
        return self._bearers[number].entity_type == "event_name" and EDITION.match(text, end) is not None


_latest: list[tuple[Knowledge, Gazetteer]] = []


def gazetteer_of(knowledge: Knowledge) -> Gazetteer:
    """The gazetteer of a knowledge base; the one last asked for is kept, so that a batch builds it once."""
    if not _latest or _latest[0][0] is not knowledge:
        _latest[:] = [(knowledge, Gazetteer(knowledge))]
    return _latest[0][1]


def _current_first(alias: Alias) -> tuple[bool, str, str]:
    return (alias.kind == "former", alias.alias, alias.entity_id)


def _spellings(form: str) -> Iterator[str]:
    """The form, and the same with a space where Latin letters meet Hangul ('LG전자', 'LG 전자')."""
    yield form
    for position in range(1, len(form)):
        if is_latin(form[position - 1]) and is_hangul(form[position]) and position >= MIN_ALIAS:
            yield f"{form[:position]} {form[position:]}"
            return
