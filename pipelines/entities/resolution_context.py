"""What a sentence says about two names in it: one explains the other in parentheses, is the former name, stands beside.

Each rule gives an Evidence or none; the words are in resolution_cues.py, the forms of names in resolution_forms.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.entities.particles import PARTICLES, is_hangul
from pipelines.entities.resolution_cues import FORMER, GLOSS_CUES, GLOSS_TAILS, PERSON_NOUNS, TEMPLATE_WORDS, TEMPLATES
from pipelines.entities.resolution_forms import Evidence, is_part_of
from pipelines.entities.resolution_sounds import likeness

OPEN, CLOSE = "([（［〔", ")]）］〕"
QUOTE = r"['\"‘’“”「」『』《》〈〉<>]"
QUOTES = "'\"‘’“”「」『』《》〈〉<> "
CUES = re.compile(
    rf"(?:(?:{'|'.join(sorted(map(re.escape, GLOSS_CUES), key=len, reverse=True))})\s*[:：,]?\s*)?{QUOTE}*",
    re.IGNORECASE,
)
TAIL = re.compile(rf"{QUOTE}*(?:{GLOSS_TAILS})")
PARTICLE = "|".join(sorted(map(re.escape, PARTICLES), key=len, reverse=True))
HANJA = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
LIST_SIGN = re.compile(r"[,·ㆍ/、;:]")
GLOSS = rf"(?:{QUOTE}?\s?\([^()]{{1,80}}\))?"
# what may stand between two names that are side by side, the longest first
GAPS = ("이었던 ", "인 ", "' ", '" ', "’ ", "” ", " ", "'", '"', "’", "”", "")
MAX_GLOSS = 120
# longer sentences are no sentences: only this much of one is looked at
MAX_SENTENCE = 2000
ROLE = re.compile(rf"(?:^|[\s가-힣])(?:{'|'.join(sorted(PERSON_NOUNS, key=len, reverse=True))})$")


def _written_out(template: str) -> str:
    """A template as a pattern, but for its two names."""
    for sign, words in TEMPLATE_WORDS.items():
        template = template.replace(sign, words)
    return (
        template.replace("^^", f"{QUOTE}{{0,2}}").replace("~", f"(?:{PARTICLE})?").replace("…", r"(?:\S{1,12} ){0,3}")
    )


WRITTEN_OUT = tuple(
    (_written_out(template), score, reason, re.compile(_written_out(cue))) for template, score, reason, cue in TEMPLATES
)


def context_evidence(sentence: str, first: str, second: str) -> tuple[Evidence, ...]:
    """All that the sentence says of the two names, wherever they stand in it, the strongest first."""
    sentence = sentence[:MAX_SENTENCE]
    found: dict[str, Evidence] = {}
    for one, other in ((first, second), (second, first)):
        for evidence in (
            *_glosses(sentence, one, other),
            *_templates(sentence, one, other),
            *_beside(sentence, one, other),
        ):
            known = found.get(evidence.reason)
            if known is None or evidence.score > known.score:
                found[evidence.reason] = evidence
    return tuple(sorted(found.values(), key=lambda evidence: (-evidence.score, evidence.reason)))


def _glosses(sentence: str, outer: str, inner: str) -> Iterator[Evidence]:
    """The inner name in the parentheses that follow the outer one."""
    if not any(sign in sentence for sign in OPEN):
        return
    place = sentence.find(outer)
    while place >= 0:
        at = _opening(sentence, place + len(outer))
        # several glosses in a row: each explains the name before the first
        for _ in range(4):
            if at is None:
                break
            end = _closing(sentence, at)
            evidence = _gloss(sentence[at + 1 : end].lstrip(OPEN), outer, inner)
            if evidence is not None:
                yield evidence
            at = _opening(sentence, end + 1)
        place = sentence.find(outer, place + len(outer))


def _opening(sentence: str, position: int) -> int | None:
    while position < len(sentence) and sentence[position] in QUOTES:
        position += 1
    return position if position < len(sentence) and sentence[position] in OPEN else None


def _closing(sentence: str, at: int) -> int:
    depth = 0
    for position in range(at, min(len(sentence), at + MAX_GLOSS)):
        depth += (sentence[position] in OPEN) - (sentence[position] in CLOSE)
        if depth == 0:
            return position
    return min(len(sentence), at + MAX_GLOSS)


def _gloss(content: str, outer: str, inner: str) -> Evidence | None:
    place = content.find(inner)
    if place < 0:
        return None
    cue = CUES.match(content)
    cued = cue is not None and cue.end() == place and cue.group().strip(QUOTES) != ""
    tail = content[place + len(inner) :]
    first = cue is not None and cue.end() == place
    if first and (TAIL.match(tail) or not tail.strip(QUOTES)):
        if cued:
            return Evidence(0.95, "in parentheses behind the other, with a word that says so")
        alone = LIST_SIGN.split(tail, maxsplit=1)[0].strip(QUOTES) == "" and not _names_follow(tail)
        if is_part_of(outer, inner):
            return Evidence(0.4, "in parentheses behind the other")
        if alone:
            return Evidence(0.9, "in parentheses behind the other")
        return Evidence(0.85 if _is_foreign(outer) != _is_foreign(inner) else 0.5, "first of several in parentheses")
    before = LIST_SIGN.split(content[:place])[-1].strip(QUOTES)
    if before and (TAIL.match(tail) or not tail) and CUES.fullmatch(before):
        return Evidence(0.9, "in parentheses behind the other, with a word that says so")
    if not before and place and (TAIL.match(tail) or not tail):
        foreign = _is_foreign(outer) != _is_foreign(inner)
        return Evidence(0.7 if foreign else 0.3, "in a list in parentheses behind the other")
    return _parallel(content, outer, inner)


def _parallel(content: str, outer: str, inner: str) -> Evidence | None:
    """A part of a longer form in parentheses that answers to the name by its sound or the number of its signs."""
    if not any(map(is_hangul, outer)):
        return None
    if HANJA.fullmatch(inner) and len(inner) == len(re.sub(r"[^가-힣]", "", outer)):
        return Evidence(0.8, "as many Chinese characters as syllables")
    if likeness(outer, inner) >= 0.6:
        return Evidence(0.8, "sounds alike in parentheses behind the other")
    return None


def _names_follow(tail: str) -> bool:
    """Whether a list goes on behind the name: with another name, not with an age, a year or a note."""
    rest = LIST_SIGN.split(tail, maxsplit=1)
    return (
        len(rest) > 1 and bool(rest[1].strip()) and not re.match(r"\s*(?:\d|[-~]|본명|출생|제\d|이하|現|현 )", rest[1])
    )


def _is_foreign(name: str) -> bool:
    return not any(map(is_hangul, name))


def _templates(sentence: str, first: str, second: str) -> Iterator[Evidence]:
    """Templates that fit; one whose own words the sentence lacks is not tried, which is nearly always so."""
    for template, score, reason, cue in WRITTEN_OUT:
        if cue.search(sentence):
            pattern = template.replace("{a}", re.escape(first) + GLOSS).replace("{b}", re.escape(second))
            if re.search(pattern, sentence):
                yield Evidence(score, reason)


def _beside(sentence: str, first: str, second: str) -> Iterator[Evidence]:
    """The two right beside each other, with nothing or a copula between: 'KBS 한국방송공사', '사위인 아무개'."""
    place = sentence.find(first)
    while place >= 0:
        end = place + len(first)
        gap = next((gap for gap in GAPS if sentence.startswith(gap + second, end)), None)
        if gap is not None and ROLE.search(first):
            yield Evidence(0.85, "a noun for a person right before the name")
        elif gap:
            before = sentence[:place].rsplit(maxsplit=1)
            former = bool(before) and before[-1] in FORMER
            yield Evidence(0.7, "the former name right before the other") if former else Evidence(0.4, "side by side")
        place = sentence.find(first, end)
