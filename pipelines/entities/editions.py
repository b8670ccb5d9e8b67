"""Editions of named happenings: 'CES 2020' is not 'CES 2019', and a bare 'CES' is the one named nearby."""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.entities.findings import Findings
from pipelines.entities.normalizing import entity_id_of

YEAR = re.compile(r"\s?(?P<year>(?:19|20)\d\d)(?!\d|년)")


def read_editions(found: Findings) -> None:
    """Give each happening with a year its own id, and a bare name that of the article's only edition."""
    editions: dict[str, set[tuple[str, str]]] = {}
    happenings = [mention for mention in found if mention.mention_type == "event_name"]
    for mention in happenings:
        match = YEAR.match(found.text, mention.end)
        if match is None or mention.entity_id is None:
            continue
        name = f"{mention.entity_name} {match['year']}"
        key = entity_id_of("event_name", name)
        if key is None:
            continue
        surface = found.text[mention.start : match.end()]
        found.replace(mention, replace(mention, end=match.end(), surface=surface, entity_id=key, entity_name=name))
        editions.setdefault(mention.entity_id, set()).add((key, name))
    for mention in happenings:
        named = editions.get(mention.entity_id or "", set())
        if len(named) == 1 and found.at(mention.start, mention.end) == mention:
            key, name = next(iter(named))
            found.replace(mention, replace(mention, entity_id=key, entity_name=name, method="article"))
