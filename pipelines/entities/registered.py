"""Organizations that patterns have found, resolved by the imported register.

A register's name changes who is meant, never whether something is a name: so no mention comes or goes by it.
"""

from __future__ import annotations

from dataclasses import replace

from pipelines.entities.findings import Findings
from pipelines.entities.model import Entity, Knowledge

SCORE = 0.6


def resolve_registered(found: Findings, knowledge: Knowledge) -> None:
    """Give discovered organizations the entity of the register that alone bears their name."""
    if knowledge.register is None:
        return
    meant: dict[str, Entity] = {}
    for mention in found:
        if mention.mention_type == "org" and mention.entity_id is not None and mention.entity_name is not None:
            if mention.entity_id in meant or mention.entity_id in knowledge.entities:
                continue
            entity = knowledge.register.resolve(mention.entity_name)
            if entity is not None:
                meant[mention.entity_id] = knowledge.entities.get(entity.entity_id, entity)
    for mention in list(found):
        entity = meant.get(mention.entity_id or "")
        if entity is not None:
            found.replace(
                mention,
                replace(
                    mention,
                    entity_id=entity.entity_id,
                    entity_name=entity.name,
                    method="register",
                    score=min(mention.score, SCORE),
                ),
            )
