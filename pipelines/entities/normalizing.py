"""A name without what does not tell it apart: legal form, case, spaces, punctuation, width; and its letters read out.

Only what holds for every name belongs here; whether two different names are one party is decided in resolution.py.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pipelines.entities.resolution_words import LEGAL_FORMS, LETTER_NAMES
from pipelines.tables.identifiers import discovered_id

NOT_WORD = re.compile(r"[\W_]+")
MAX_CUTS = 5


def _written(form: str) -> str:
    """A legal form as a pattern: full stops, commas and spaces of it may be left out, but never all word by word."""
    parts = re.split(r"[.,\s]+", form)
    return r"[.,\s]*".join(re.escape(part) for part in parts if part) + (r"\.?" if form.endswith(".") else "")


_LONGEST_FIRST = sorted(LEGAL_FORMS, key=lambda form: (-len(form), form))
_KOREAN = "|".join(_written(form) for form in _LONGEST_FIRST if not form.isascii() or form.startswith("("))
_LATIN = "|".join(_written(form) for form in _LONGEST_FIRST if form.isascii() and not form.startswith("("))
# a Latin form needs a sign or space before it, and never stands alone; few names begin with one
LEGAL = re.compile(
    rf"^(?:{_KOREAN})\s*(?=\S)|(?<=\S)\s*(?:{_KOREAN})$|(?<=\w)(?:\s*,\s*|\s+|\.\s*)(?:{_LATIN})\.?$", re.IGNORECASE
)


def without_legal_form(name: str) -> str:
    """The name with the legal forms at both ends cut off, longest first; a name that is nothing else stays whole."""
    name = name.strip()
    for _ in range(MAX_CUTS):
        cut = LEGAL.sub("", name).strip(" ,")
        if not cut or cut == name:
            break
        name = cut
    return name


@lru_cache(maxsize=50_000)
def normalized(name: str) -> str:
    """The name as compared: NFKC, small letters, no legal form at either end, no spaces or punctuation."""
    return NOT_WORD.sub("", unicodedata.normalize("NFKC", without_legal_form(name)).casefold())


@lru_cache(maxsize=50_000)
def read_out(name: str) -> str:
    """The normalized name with each Latin letter as Korean reads it, so that 'LG이노텍' and '엘지이노텍' are equal.

    A name with lower-case Latin letters is a word, not letters, and keeps them.
    """
    name = unicodedata.normalize("NFKC", without_legal_form(name))
    if not any(character.islower() for character in name):
        name = "".join(LETTER_NAMES[sign][0] if sign in LETTER_NAMES else sign for sign in name)
    for names in LETTER_NAMES.values():
        for other in names[1:]:
            if len(other) > 1:
                name = name.replace(other, names[0])
    return NOT_WORD.sub("", name.casefold())


def entity_id_of(entity_type: str, name: str) -> str | None:
    """The id of a discovered entity; None where the name has no letter or digit."""
    key = normalized(name)
    return discovered_id(entity_type, key) if key else None
