"""Members that stand in the genitive before a structure's name: 'A와 B의 합작사 C'. They need no verb."""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.claims import words_ko as words
from pipelines.claims.clause import Clause
from pipelines.claims.context import Context
from pipelines.claims.frame import Frame
from pipelines.claims.matching import Reading


def appositions(clauses: Sequence[Clause], frame: Frame, nouns: tuple[str, ...], context: Context) -> list[Reading]:
    """Lists in the genitive before a structure's name ('A와 B의 합작사 C'): its members, each list once."""
    found: dict[int, Reading] = {}
    for clause in clauses:
        for phrase in (*clause.phrases, *((clause.head,) if clause.head else ())):
            alliances = [name for name in phrase.names if name.mention_type == "alliance" and name.entity_id]
            alliance = alliances[-1] if alliances else None
            if alliance is None and clause.head is not None and phrase is not clause.head:
                behind = [name for name in clause.head.names if name.mention_type == "alliance" and name.entity_id]
                alliance = behind[-1] if behind and phrase.words.endswith(words.STRUCTURE_NOUNS) else None
            if alliance is None or not any(noun in phrase.words for noun in nouns):
                continue
            before = [name for name in phrase.modifiers if name.end <= alliance.start]
            members = context.parties(before, frame.types)
            if len(members) >= frame.least:
                found.setdefault(phrase.start, Reading(frame, clause, "done", tuple(members), alliance=alliance))
    return [found[start] for start in sorted(found)]
