"""Reporters' names: found in bylines, and bylines taken off the text. The patterns are in reporter_words.py."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.articles import reporter_words as words

PREFIXES = tuple(re.compile(pattern + r"\s*") for pattern in words.PREFIXES)
LINES = tuple(re.compile(pattern) for pattern in words.LINES)
SUFFIXES = tuple(re.compile(pattern + r"\s*$") for pattern in words.SUFFIXES)
ENGLISH_LINE = re.compile(words.ENGLISH_LINE + words.ENGLISH_TAIL)
HANGUL = re.compile("[가-힣]")
KOREAN_NAME = re.compile(words.NAME)
ROLE = re.compile(rf"(?:{words.ROLES})")
NAMES_BEFORE_ROLE = re.compile(rf"({words.LISTED_NAMES}){words.DEPARTMENT}\s*(?:{words.ROLES})")
NAMES_AFTER_WORD = re.compile(rf"{words.BEFORE_NAMES}({words.LISTED_NAMES})")
LISTED_SEPARATORS = re.compile(r"\s*[·,ㆍ/&、]\s*|\s+")
UNSIGNED = tuple(re.compile(pattern) for pattern in words.UNSIGNED)
SIGN_OFF = re.compile(words.SIGN_OFF)
ENGLISH_NAME = re.compile(words.ENGLISH_NAME)
EMAIL = re.compile(words.EMAIL)
SEPARATORS = re.compile(r"\s*(?:[·,ㆍ;/&|]|\band\b)\s*")
IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
LISTED = re.compile(r"\s*[,;|]\s*|\s+(?:and|und|og|och|&)\s+")
ADDRESS = re.compile(r"://|@|^www\.|\.html?$|^\d+$")
LONGEST_NAME = 60
LONGEST_LINE = 120


def is_korean_name(text: str) -> bool:
    """Whether a word has the form of a Korean name: a surname and one or two syllables, two to four in all."""
    if text in words.NOT_NAMES or not KOREAN_NAME.fullmatch(text):
        return False
    if text[:-1] in words.NOT_NAMES and text.endswith(words.DEPARTMENTS):
        return False
    if text[:2] in words.COMPOUND_SURNAMES and len(text) >= 3:
        return True
    return text[0] in words.SURNAMES and len(text) <= 3


def strip_prefix(paragraph: str) -> tuple[str, tuple[str, ...]]:
    """A paragraph without the byline that it begins with, and the names in that byline."""
    start = paragraph[:LONGEST_LINE]
    for pattern in PREFIXES if HANGUL.search(start) else ():
        found = pattern.match(start)
        if not found:
            continue
        if "names" not in pattern.groupindex:
            rest, names = strip_prefix(paragraph[found.end() :])
            return rest, names
        names = _korean_names(found["names"])
        if names:
            return paragraph[found.end() :], names
    return paragraph, ()


def strip_suffix(paragraph: str) -> tuple[str, tuple[str, ...]]:
    """A paragraph without the byline or e-mail that it ends with, and the names in that byline."""
    offset = max(0, len(paragraph) - LONGEST_LINE)
    tail = paragraph[offset:]
    for pattern in SUFFIXES if "@" in tail or (not tail.isascii() and ROLE.search(tail)) else ():
        found = pattern.search(tail)
        if not found:
            continue
        names = _korean_names(found["names"]) if "names" in pattern.groupindex else ()
        if names or "names" not in pattern.groupindex:
            shorter, more = strip_suffix(paragraph[: offset + found.start()].rstrip())
            return shorter, (*more, *names)
    return paragraph, ()


def read_line(line: str) -> tuple[str, ...] | None:
    """The names in a line that is nothing but a byline or an e-mail address, else None."""
    if len(line) > LONGEST_LINE:
        return None
    if EMAIL.fullmatch(line.strip(" []()<>")):
        return ()
    for pattern in LINES if HANGUL.search(line) else ():
        found = pattern.fullmatch(line)
        if found and (ROLE.search(line) or EMAIL.search(line)) and (names := _korean_names(found["names"])):
            return names
    if HANGUL.search(line):
        if any(pattern.fullmatch(line) for pattern in UNSIGNED):
            return ()
        if (found := SIGN_OFF.fullmatch(line)) and (names := _korean_names(found["names"])):
            return names
    found = ENGLISH_LINE.fullmatch(line)
    return tuple(ENGLISH_NAME.findall(found["names"])) if found else None


def names_in(text: str | None) -> tuple[str, ...]:
    """The names in a metadata field such as '최수진 기자(jane@example.kr)' or 'By Jane Doe and John Roe'."""
    value = " ".join(EMAIL.sub(" ", text or "")[:300].split())
    if HANGUL.search(value):
        listed = (name for found in NAMES_BEFORE_ROLE.findall(value) for name in _listed(found))
        if korean := tuple(dict.fromkeys(listed)):
            return korean
        if (found_after := NAMES_AFTER_WORD.match(value)) and (korean := tuple(_listed(found_after[1]))):
            return korean
    value = re.sub(r"^\s*(?:by|written by|reported by)\s+", "", value, flags=re.IGNORECASE)
    value = re.sub(r"[()\[\]<>]", " ", value)
    found: dict[str, None] = {}
    for part in SEPARATORS.split(value):
        name = " ".join(part.split())
        if is_korean_name(name) or ENGLISH_NAME.fullmatch(name):
            found[name] = None
    return tuple(found)


def _listed(text: str) -> Iterator[str]:
    """The names in a list of them; a word before the last that looks like a place or a department is none."""
    words_of_list = LISTED_SEPARATORS.split(text.strip())
    for number, word in enumerate(words_of_list, start=1):
        is_last = number == len(words_of_list)
        if is_korean_name(word) and (is_last or not (len(word) < 3 or word.endswith(words.NOT_NAME_ENDS))):
            yield word


def foreign_names(text: str) -> tuple[str, ...]:
    """The names in a field that holds nothing but authors, in any script, as the page writes them; no addresses."""
    value = re.sub(
        r"^\s*(?:by|von|par|por|di|written by)\s+", "", IN_BRACKETS.sub(" ", text[:300]), flags=re.IGNORECASE
    )
    names = (" ".join(part.split()) for part in LISTED.split(value))
    return tuple(name for name in names if 1 < len(name) <= LONGEST_NAME and not ADDRESS.search(name))


def _korean_names(text: str) -> tuple[str, ...]:
    names = tuple(SEPARATORS.split(text.strip()))
    return names if all(map(is_korean_name, names)) else ()
