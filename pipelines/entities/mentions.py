"""Everything that a text names, as mentions: the order in which the finders run and how their findings join.

Here belongs the joining only; each kind of name has its own module.
"""

from __future__ import annotations

from pipelines.entities.gazetteer import gazetteer_of
from pipelines.entities.model import Knowledge, Mention


def find_mentions(text: str, knowledge: Knowledge, *, language: str | None = None) -> tuple[Mention, ...]:
    """The mentions of `text` by their first character."""
    return tuple(
        Mention(hit.start, hit.end, text[hit.start : hit.end], hit.entity.entity_type, hit.entity.entity_id, hit.entity.name, "alias")
        for hit in gazetteer_of(knowledge).hits(text)
    )
