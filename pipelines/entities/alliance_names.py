"""Names of alliances that no list has: something specific before a head noun, or the same in quotation marks."""

from __future__ import annotations

import re

from pipelines.entities.findings import Findings
from pipelines.entities.name_words import (
    COUNTRIES,
    ENGLISH_ALLIANCE_HEADS,
    ENGLISH_SMALL,
    FIELDS,
    GENERIC,
    KIND_WORDS,
    METAPHOR_HEADS,
    STRONG_HEADS,
    WEAK_HEADS,
)
from pipelines.entities.organization_names import is_generic
from pipelines.entities.particles import ends_as_name, is_hangul, starts_as_name

HEADS = (*STRONG_HEADS, *WEAK_HEADS, *METAPHOR_HEADS)
HEAD = re.compile("|".join(map(re.escape, sorted(HEADS, key=len, reverse=True))))
WORD_BEFORE = re.compile(r"(?P<word>[A-Za-z0-9가-힣&+\-]{1,20}(?:\([A-Za-z]{1,12}\))?)(?P<gap> ?)$")
OPENING, CLOSING = "'\"‘“「『<《", "'\"’”」』>》"
# endings of words that modify or govern what follows, and so begin no name
LINKING_END = re.compile(
    r"(?:[은는을를의]|에서|에게|으로|하는|되는|이는|[된한할던]|에|와|과|도|만|부터|까지|이며|하고|되고|해|돼|져|려|며|인|이|가|로|라|[했됐었았하되]고)$"
)
KIND_AFTER = re.compile(rf"\s?(?:{'|'.join(KIND_WORDS)})")
MAX_WORDS = 4
SMALL = "|".join(ENGLISH_SMALL)
ENGLISH = re.compile(
    rf"(?<![A-Za-z0-9])(?:[A-Z][A-Za-z0-9&\-]*\s)(?:(?:[A-Z0-9][A-Za-z0-9&\-]*|{SMALL})\s){{0,5}}(?:{'|'.join(ENGLISH_ALLIANCE_HEADS)})(?![A-Za-z])"
)


def find_alliances(found: Findings) -> None:
    """Add the names of alliances that the text itself shows to be names."""
    for match in ENGLISH.finditer(found.text):
        words = match.group().split()
        start = match.start() + (4 if words[0] == "The" else 0)
        if len(words) - (words[0] == "The") > 1:
            found.discover(start, match.end(), "alliance")
    for match in HEAD.finditer(found.text):
        _read_head(found, match)


def _read_head(found: Findings, match: re.Match[str]) -> None:
    text, end, head = found.text, match.end(), match.group()
    if not ends_as_name(text, end):
        return
    start, words = _words_before(found, match.start(), hangul_words=1 if head in WEAK_HEADS else 2)
    if start == match.start():
        return
    quoted = start > 0 and text[start - 1] in OPENING and end < len(text) and text[end] in CLOSING
    if not quoted and KIND_AFTER.match(text, end):
        return
    specific = [word for word in words if not is_generic(word) and word not in FIELDS and word not in COUNTRIES]
    if head in METAPHOR_HEADS:
        accepted = quoted and bool(specific)
    elif head in WEAK_HEADS:
        fields = [word for word in words if word in FIELDS and word.isascii()]
        accepted = bool(specific) or len(fields) > 1 or (quoted and words[0] not in GENERIC)
    else:
        accepted = quoted or (words[0] not in GENERIC and words[0] not in COUNTRIES) or words[0] in FIELDS
    if accepted:
        found.discover(start, end, "alliance", text[start:end].replace("(One)", ""), 0.8 if quoted else 0.6)


def _words_before(found: Findings, head_start: int, hangul_words: int) -> tuple[int, list[str]]:
    """Where the name starts, and the words before its head; the head's own start where there are none."""
    text = found.text
    start, words = head_start, list[str]()
    while len(words) < MAX_WORDS:
        match = WORD_BEFORE.search(text, max(0, start - 36), start)
        if match is None or (not words and not match["gap"] and is_hangul(text[start - 1]) and len(match["word"]) > 8):
            break
        word = match["word"]
        at = match.start()
        if not starts_as_name(text, at) or any(
            name.mention_type == "org" for name in found.overlapping(at, match.end())
        ):
            break
        glued = not match["gap"]
        plain = word.split("(")[0]
        if is_hangul(plain[-1]) and plain not in FIELDS and (len(plain) < 2 - glued or LINKING_END.search(plain)):
            break
        if is_hangul(plain[-1]) and sum(is_hangul(word[-1]) for word in words) >= hangul_words:
            break
        if word in HEADS or (words and words[0].isascii() and is_hangul(plain[-1]) and _is_adnominal(plain)):
            break
        if words and is_generic(plain) and plain not in FIELDS:
            break
        if plain[0].isdigit() or (plain.isascii() and plain[0].islower()):
            break
        words.insert(0, plain)
        start = at
    return start, words


def _is_adnominal(word: str) -> bool:
    """Whether a word ends in the final ㄴ of a verb before its noun ('나온', '꾸린')."""
    return (ord(word[-1]) - ord("가")) % 28 == 4
