"""A name without what does not tell it apart: legal form, case, spaces, punctuation, width."""

from __future__ import annotations

import re
import unicodedata

from pipelines.tables.identifiers import discovered_id

LEGAL = re.compile(
    r"(?<=\w)[\s,.]+(?:co|corp|corporation|company|inc|ltd|limited|llc|plc|gmbh|ag|sa)\.?$|\((?:주|유|사|재)\)|㈜|^주식회사\s*|\s*주식회사$",
    re.IGNORECASE,
)
NOT_WORD = re.compile(r"[\W_]+")
MAX_CUTS = 5


def normalized(name: str) -> str:
    """The name as compared: NFKC, small letters, no legal form at either end, no spaces or punctuation."""
    name = name.strip()
    for _ in range(MAX_CUTS):
        cut = LEGAL.sub("", name).strip()
        if not cut or cut == name:
            break
        name = cut
    return NOT_WORD.sub("", unicodedata.normalize("NFKC", name).casefold())


def entity_id_of(entity_type: str, name: str) -> str | None:
    """The id of a discovered entity; None where the name has no letter or digit."""
    key = normalized(name)
    return discovered_id(entity_type, key) if key else None
