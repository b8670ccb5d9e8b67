"""Organizations that no list has, by the shape of their names and the company they keep.

Head nouns ('…연구원'), legal forms, states' bodies, lists in which others are known, nouns that introduce a company.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

from pipelines.entities.addresses import is_address
from pipelines.entities.findings import Findings
from pipelines.entities.name_words import (
    COUNTRIES,
    ENGLISH_HEADS,
    ENGLISH_SMALL,
    FIELDS,
    GENERIC,
    INTRODUCTIONS,
    LIST_TAIL,
    NOT_BODIES,
    ORGANIZATION_HEADS,
    PLAIN_HEADS,
    STATE_BODIES,
)
from pipelines.entities.particles import ends_as_name, hangul_after, is_hangul, is_particle_tail, starts_as_name
from pipelines.entities.word_table import words

HEADS = sorted((head for heads in ORGANIZATION_HEADS.values() for head in heads), key=len, reverse=True)
HEAD_WORD = re.compile(rf"(?P<before>[가-힣A-Za-z0-9&]{{1,14}}?)(?P<head>{'|'.join(HEADS)})")
HEAD_AUTOMATON = AhoCorasick(HEADS, matchkind=MatchKind.LeftmostLongest)
RUN_CHARACTER = re.compile(r"[가-힣A-Za-z0-9&]")
RUN = re.compile(r"[가-힣A-Za-z0-9&]+")
LEGAL_FORMS = ("㈜", "(주)", "주식회사")
LEGAL_WORD = re.compile(
    r"(?:㈜|\(주\)|주식회사 ?)(?P<name>[가-힣A-Za-z0-9&]{2,20})"
    r"|(?P<front>[가-힣A-Za-z0-9&]{2,20})(?:㈜|\(주\)| ?주식회사)"
)
STATE_BODY = re.compile(
    rf"(?P<state>{'|'.join(sorted(COUNTRIES, key=len, reverse=True))}) (?P<body>{'|'.join(STATE_BODIES)})"
)
SMALL = "|".join(ENGLISH_SMALL)
ENGLISH = re.compile(
    rf"[A-Z](?<![A-Za-z0-9].)[A-Za-z0-9&\-]*(?:\s(?:[A-Z][A-Za-z0-9&\-]*|{SMALL})){{0,5}}\s(?:{'|'.join(ENGLISH_HEADS)})(?![A-Za-z0-9])\.?"
)
INTRODUCED = re.compile(
    rf"(?:{'|'.join(INTRODUCTIONS)})(?:인)? (?P<name>[가-힣A-Za-z0-9]{{3,12}}?)"
    r"(?P<particle>가|이|은|는|와|과|의|를|을)(?=[\s,])"
)
# (possessive: nothing that may follow a word begins with one of its characters, so giving some back is in vain)
WORD = r"[A-Za-z0-9가-힣&+\-]++"
GLOSS = r"(?:\([^()\n]{1,40}\))?"
ITEM = rf"{WORD}(?: (?!등(?:[\s이은의과와을도]|$)){WORD})?{GLOSS}"
LIST = re.compile(rf"(?<![A-Za-z0-9가-힣&+\-]){ITEM}(?:\s?[,·ㆍ]\s?{ITEM}){{1,60}}")
SEPARATOR = re.compile(r"\s?[,·ㆍ]\s?(?![^()]*\))")
BUT_WORD = re.compile(
    r"[했한된있없였는겠른았었니]다$|[은는을를]$|에서$|[하되]고$|[하되이]며$|[한된할던]$|까지$|부터$|으로$"
)
MODIFIER = re.compile(r"[은는을를의]$|에서$|하고$|[한된할]$")
AND_OTHERS = re.compile(r"\s?등(?P<tail>[가-힣]*)")
LATIN_GENERIC = frozenset(
    words(
        """
    CEO CTO CFO MOU AI ICT IT ESG IP SEOUL The In On At For And By With As KOSPI KOSDAQ NYSE KRX NASDAQ
    """
    )
)


def find_organizations(found: Findings) -> None:
    """Add the organizations that patterns show, surest first."""
    _state_bodies(found)
    _legal_forms(found)
    _english(found)
    _head_nouns(found)
    _lists(found)
    _introduced(found)


def _state_bodies(found: Findings) -> None:
    for match in STATE_BODY.finditer(found.text):
        if match["body"] in NOT_BODIES or not starts_as_name(found.text, match.start()):
            continue
        if ends_as_name(found.text, match.end()):
            for inner in found.overlapping(match.start(), match.end()):
                if inner.start > match.start() and inner.end <= match.end():
                    found.drop(inner)
            found.discover(match.start(), match.end(), "org")


def _legal_forms(found: Findings) -> None:
    if not any(form in found.text for form in LEGAL_FORMS):
        return
    for match in LEGAL_WORD.finditer(found.text):
        start, end = match.span("name" if match["name"] else "front")
        name = _without_particle(found.text[start:end]) if match["name"] else found.text[start:end]
        if not found.overlapping(start, start + len(name)) and name not in GENERIC:
            found.discover(start, start + len(name), "org", score=0.9)


def _english(found: Findings) -> None:
    for match in ENGLISH.finditer(found.text):
        start = match.start()
        words = match.group().split()
        while words and words[0] in LATIN_GENERIC:
            start += len(words.pop(0)) + 1
        end = match.end() - (match.group().endswith(".") and words[-1].rstrip(".") not in ("Corp", "Inc", "Ltd", "Co"))
        if len(words) > 1:
            inner = found.overlapping(start, end)
            if inner and all(name.mention_type == "org" and name.end == end for name in inner):
                continue
            found.discover(start, end, "org", found.text[start:end].rstrip("."), 0.7)


def _head_words(text: str) -> Iterator[re.Match[str]]:
    """The matches of HEAD_WORD, which costs much and lies within one run of letters: only runs with a head are read."""
    reached = 0
    for _, first, end in HEAD_AUTOMATON.find_matches_as_indexes(text):
        if end <= reached:
            continue
        start = first
        while start > reached and RUN_CHARACTER.match(text, start - 1):
            start -= 1
        run = RUN.match(text, start)
        reached = run.end() if run else end
        yield from HEAD_WORD.finditer(text, start, reached)


def _head_nouns(found: Findings) -> None:
    for match in _head_words(found.text):
        start, before, head = match.start(), match["before"], match["head"]
        if not starts_as_name(found.text, start) or not ends_as_name(found.text, match.end()):
            continue
        if is_generic(before) or before in FIELDS or len(before) < 2 or is_address(found.text, start, match.end()):
            continue
        if head in PLAIN_HEADS and not _is_specific(before):
            continue
        found.discover(start, match.end(), "org", score=0.6)


def _is_specific(before: str) -> bool:
    """Whether the word before a plain head can only be part of a name: it holds capitals."""
    return any(character.isascii() and character.isupper() for character in before)


def is_generic(word: str) -> bool:
    """Whether a word names nobody: a generic word, or two of them in one ('글로벌기업')."""
    return word in GENERIC or any(word[:cut] in GENERIC and word[cut:] in GENERIC for cut in range(1, len(word)))


def _introduced(found: Findings) -> None:
    for match in INTRODUCED.finditer(found.text):
        name = match["name"]
        if not is_generic(name) and not BUT_WORD.search(name):
            found.discover(*match.span("name"), "org", score=0.5)


def _lists(found: Findings) -> None:
    """Unknown members of a list of organizations: most others are known, or the list is closed by '등 9개 기업'."""
    for match in LIST.finditer(found.text):
        items = _items(match)
        known = [item for item in items if any(name.mention_type == "org" for name in found.overlapping(*item))]
        unknown = [item for item in items if not found.overlapping(*item)]
        closed = LIST_TAIL.match(found.text, match.end()) is not None
        if not unknown or not ((closed and len(items) >= 3) or (len(known) >= 2 and len(known) >= len(unknown))):
            continue
        if closed and not known and any(found.text[a:b].split("(")[0].split(" ")[-1] in GENERIC for a, b in items):
            continue
        others = AND_OTHERS.match(found.text, match.end())
        ended = others is not None and is_particle_tail(others["tail"])
        for item in unknown:
            span = _name_in_item(found.text, item, first=item == items[0], last=item == items[-1], ended=ended)
            if span is not None:
                found.discover(*span, "org", score=0.6)


def _items(match: re.Match[str]) -> list[tuple[int, int]]:
    spans, at = [], match.start()
    for separator in SEPARATOR.finditer(match.group()):
        spans.append((at, match.start() + separator.start()))
        at = match.start() + separator.end()
    spans.append((at, match.end()))
    return spans


def _name_in_item(text: str, item: tuple[int, int], *, first: bool, last: bool, ended: bool) -> tuple[int, int] | None:
    start, end = item
    surface = text[start:end].split("(")[0].rstrip()
    words = surface.split(" ")
    if len(words) == 2 and (first or words[0] in COUNTRIES or words[0] in GENERIC):
        start += len(words[0]) + 1
        words = words[1:]
    if last and not ended and "(" not in text[item[0] : end]:
        return None
    name = " ".join(words)
    if any(is_generic(word) or word in FIELDS or word in LATIN_GENERIC for word in words):
        return None
    if len(name) < 2 or name.isdigit() or (len(words) > 1 and MODIFIER.search(words[0])) or BUT_WORD.search(words[-1]):
        return None
    if not is_hangul(name[0]) and not name[0].isupper():
        return None
    return start, start + len(name)


def _without_particle(word: str) -> str:
    """A word without the particles at its end: the shortest stem of two characters or more."""
    for length in range(2, len(word)):
        if (
            is_hangul(word[length])
            and is_particle_tail(hangul_after(word, length))
            and len(hangul_after(word, length)) == len(word) - length
        ):
            return word[:length]
    return word
