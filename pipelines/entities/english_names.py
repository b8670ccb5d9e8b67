"""English names that no list has: alliances by their heads and what is said of them, companies by their company.

A run of capitalised words is an organization where it stands, alone or in a list, before a verb of allying or behind a
preposition of partners, in a sentence that speaks of ties; people and places are left out. Only lines without Hangul
are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipelines.entities.english_words import (
    ACTS,
    COMPANY_ENDS,
    DEMONYMS,
    HEADS,
    PLACES,
    PLAIN,
    POSTS,
    SOFT_HEADS,
    TRIGGERS,
)
from pipelines.entities.findings import Findings

CAPITAL = (
    r"(?:[A-ZÀ-Þ][\wÀ-ÿ&\-]*|\d[A-Z][\w\-]*|[a-z][A-Z][A-Za-z]+)(?:(?<=Corp)\.|(?<=Inc)\.|(?<=Bros)\.|(?<=Ltd)\.)?"
)
RUN = re.compile(rf"(?<![\w&.\-]){CAPITAL}(?: (?:& )?(?:[A-Z]\.(?= [A-Z])|{CAPITAL}|\d+(?![\w,.%])))*")
WORD = re.compile(r"[^\s]+")
HANGUL = re.compile(r"[가-힣]")
SENTENCE = re.compile(r"[^\n]+?(?:(?<!Corp)(?<!Inc)(?<!Bros)[.?!][\"'’”]?(?=\s|$)|$|(?=\n))")
LINK = re.compile(r",? (?:and|or|&) (?:the )?|, (?:the )?")
APPOSITION = r"(?:, [^,.]{3,60},)?"
AUXILIARY = (
    r"(?: (?:has|have|had|will|would|is|are|was|were|also|jointly|both|recently|each|all|reportedly|plans?|agree[ds]"
    r"|said|says|it|they|to|be|been|in|not|did|do|does|no|on|about|could|may|might))*"
)
MOST_WORDS = 5
VERBS = frozenset(ACTS)
ACTS_PATTERN = "|".join(sorted(ACTS, key=len, reverse=True))
ACTING = re.compile(rf"{APPOSITION}(?:,? which)?{AUXILIARY} (?:{ACTS_PATTERN}|talks|counts)\b", re.IGNORECASE)
BEHIND = re.compile(
    r"\b(?:with|between|by|including|include|includes|namely|except|acquired?|acquires|bought|buys?|invited|from|against"
    r"|takeover of|purchase of|stakes? in|members are|of"
    r"|bound to|tied to|alongside|approached|courted|rejoins?|partner|rival) (?:the )?$",
    re.IGNORECASE,
)
TRIGGER = re.compile(rf"\b(?:{'|'.join(TRIGGERS)})\b", re.IGNORECASE)
POST_BEFORE = re.compile(rf"\b(?:{'|'.join(POSTS)}) $", re.IGNORECASE)
POST = rf"(?:[\w\-]+ )?(?:{'|'.join(POSTS)})\b"
POST_AFTER = re.compile(rf",? (?:the |its |an? |former ){{0,2}}(?:[\w\-]+ )?{POST} of\b|, (?:the |its |an? )?{POST}")
# 'Coalition for X and Y'
HEAD_FIRST = re.compile(
    rf"(?<![\w\-])(?:{'|'.join(HEADS)}) (?:for|of|on) (?:the )?{CAPITAL}"
    rf"(?:(?: (?:and|of|for|on|&|and the))? {CAPITAL})*"
)
TRAILING = re.compile(rf" (?:and|of|for|on|&) (?:{'|'.join(sorted(PLAIN))})$", re.IGNORECASE)
PRECEDED = re.compile(rf"{CAPITAL} $")
VENTURE = r"(?:joint[ -]venture|venture|consortium|alliance|coalition)"
NAMED = r"(?:tie-up|partnership|cooperation|grouping|network|collaboration|initiative|project|forum|body|pact)"
CALLED = re.compile(
    rf"\b(?:{VENTURE}(?: company)?|{NAMED}),? (?:called|named|dubbed|known as|to be called) (?:the )?(?={CAPITAL})"
)
VENTURE_NAME = re.compile(rf"\bjoint[ -]venture (?={CAPITAL})")
VENTURE_COMMA = re.compile(rf"\b[Tt]he (?:new )?(?:joint )?venture, (?={CAPITAL})")
LED = re.compile(
    r", (?:the |a )(?:[\w\-]+ ){0,5}(?:project|initiative|programme|program|effort|scheme|body|group|grouping|club)"
    r",? (?:led|backed|founded|formed|set up|launched|run|created|started) by\b"
)
INSTITUTION = re.compile(rf"\b(?:University|College|Institute|Academy|Bank|Port) of {CAPITAL}(?: {CAPITAL})?")
# a company that no list knows to be one of two
OWNED = re.compile(
    r",? (?:is |was )?(?:a|an|the|its|their) (?:[\w:\-]+ ){0,4}joint[ -]venture (?:of|between|with|by)\b"
)
# 'their 2M alliance'
ONE_WORD = re.compile(rf"\b(?:the|their|its|old|new) (?={CAPITAL} (?:alliance|consortium|coalition|joint venture)\b)")
IS_VENTURE = re.compile(rf",? (?:is |was )?(?:a|an|the|its|their) (?:[\w:/%\-]+ ){{0,4}}{VENTURE}\b")
LOWER_HEAD = re.compile(rf"(?<=the )(?:{CAPITAL} ){{2,5}}(?:initiative|alliance|consortium|coalition)(?![\w\-])")
ENTERING = re.compile(
    r"\b(?:form|found|launch|establish|join|leave|quit|exit)(?:s|ed|es)? (?:the )?$|\b(?:left|members? of|part of"
    r"|participants? in|makes? up|made up) (?:the )?$",
    re.IGNORECASE,
)
SPOKEN_OF = re.compile(r" (?:counts|consists of|is made up of|comprises|groups|brings together|has \d+ members)\b")


def find_english_alliances(found: Findings) -> None:
    """Add the names of alliances and joint ventures that English sentences show."""
    for line_start, line in _lines(found.text):
        for match in HEAD_FIRST.finditer(line):
            if not PRECEDED.search(line[: match.start()]):
                name = TRAILING.sub("", match.group())
                _alliance(found, line_start + match.start(), line_start + match.start() + len(name))
        for match in LOWER_HEAD.finditer(line):
            if not found.overlapping(line_start + match.start(), line_start + match.end()):
                _alliance(found, line_start + match.start(), line_start + match.end())
        for start, end in _runs(line):
            _read_alliance(found, line, line_start, start, end)


def _read_alliance(found: Findings, line: str, offset: int, start: int, end: int) -> None:
    last = line[start:end].split()[-1]
    several = " " in line[start:end]
    introduced = any(
        match.end() == start
        for match in (*CALLED.finditer(line), *VENTURE_COMMA.finditer(line), *VENTURE_NAME.finditer(line))
    )
    if (
        (several and last in HEADS)
        or introduced
        or IS_VENTURE.match(line, end)
        or LED.match(line, end)
        or any(match.end() == start for match in ONE_WORD.finditer(line) if line[start:end] not in PLACES)
        or (several and last in SOFT_HEADS and (ENTERING.search(line[:start]) or SPOKEN_OF.match(line, end)))
    ):
        _alliance(found, offset + start, offset + end)


def _alliance(found: Findings, start: int, end: int) -> None:
    for inner in found.overlapping(start, end):
        if inner.mention_type == "alliance" or inner.start < start or inner.end > end:
            return
        if (inner.start, inner.end) == (start, end) and not OWNED.match(found.text, end):
            return
    for inner in found.overlapping(start, end):
        found.drop(inner)
    found.discover(start, end, "alliance", score=0.7)


def find_english_organizations(found: Findings) -> None:
    """Add the companies that English sentences about ties show as parties."""
    for line_start, line in _lines(found.text):
        for match in INSTITUTION.finditer(line):
            for inner in found.overlapping(line_start + match.start(), line_start + match.end()):
                if inner.mention_type == "place" or (inner.mention_type == "org" and inner.method == "none"):
                    found.drop(inner)
            _organization(found, line_start + match.start(), line_start + match.end())
        for start, end in _runs(line):
            inside = line[start:end].rstrip(".").split()
            if len(inside) > 1 and inside[-1] in COMPANY_ENDS:
                _organization(found, line_start + start, line_start + end)
        for sentence in SENTENCE.finditer(line):
            text = sentence.group()
            if TRIGGER.search(text) or _allying(found, line_start + sentence.start(), text):
                for chain in _chains(found, text, line_start + sentence.start()):
                    _read_chain(found, text, line_start + sentence.start(), chain)


def _read_chain(found: Findings, text: str, offset: int, chain: list[tuple[int, int]]) -> None:
    first, last = chain[0][0], chain[-1][1]
    known = [span for span in chain if _known(found, offset, span)]
    unknown = [span for span in chain if span not in known]
    if any(
        name.mention_type == "alliance"
        for span in chain
        for name in found.overlapping(offset + span[0], offset + span[1])
    ):
        known = []
    acting = ACTING.match(text, last) is not None
    behind = BEHIND.search(text, 0, first) is not None
    if not unknown or not (acting or behind or known):
        return
    several = any(" " in text[start:end] for start, end in unknown)
    allying = _allying(found, offset, text)
    for start, end in unknown:
        if POST_BEFORE.search(text[:start]) or POST_AFTER.match(text, end):
            continue
        name = text[start:end]
        if len(name) == 1:
            continue
        if found.overlapping(offset + start, offset + end) or name in PLACES or name in DEMONYMS:
            continue
        if " " not in name and not known and not several and not (acting and allying) and (start < 2 or not behind):
            continue
        _organization(found, offset + start, offset + end)


def _organization(found: Findings, start: int, end: int) -> None:
    """Take in an organization; of a known short name inside it, the whole is meant."""
    surface = found.text[start:end]
    if not found.overlapping(start, end):
        found.discover(start, end, "org", surface.rstrip("."), 0.6)


def _allying(found: Findings, offset: int, text: str) -> bool:
    return any(name.mention_type == "alliance" for name in found.overlapping(offset, offset + len(text)))


def _known(found: Findings, offset: int, span: tuple[int, int]) -> bool:
    return any(name.mention_type == "org" for name in found.overlapping(offset + span[0], offset + span[1]))


def _chains(found: Findings, text: str, offset: int) -> Iterator[list[tuple[int, int]]]:
    """Runs of names with nothing between them but coordination."""
    chain: list[tuple[int, int]] = []
    for span in _runs(text):
        if chain and not LINK.fullmatch(text[chain[-1][1] : span[0]]):
            yield chain
            chain = []
        chain.append(span)
    if chain:
        yield chain


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """The runs of capitalised words, cut where a plain word or, behind a name, a verb stands; at most five words."""
    for run in RUN.finditer(text):
        part: list[tuple[int, int]] = []
        for word in WORD.finditer(text, run.start(), run.end()):
            lower = word.group().lower()
            plain = (lower in PLAIN and word.group() not in ("One",)) or (
                lower in VERBS and (bool(part) or word.start() == 0) and not _heads(word.group())
            )
            if plain or (not part and word.group() == "&"):
                yield from _ended(part)
                part = []
            else:
                part.append(word.span())
        yield from _ended(part)


def _ended(part: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if part and len(part) <= MOST_WORDS:
        yield part[0][0], part[-1][1]


@cache
def _heads(word: str) -> bool:
    return word in HEADS or word in SOFT_HEADS or word in ("Partners", "Works")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines without Hangul, each with its offset."""
    at = 0
    for line in text.split("\n"):
        if not HANGUL.search(line):
            yield at, line
        at += len(line) + 1
