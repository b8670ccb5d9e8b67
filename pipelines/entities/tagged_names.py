"""Names that the sequence model sees in the sentences near triggers, and which of them are believed on its word.

Here belongs the judging; what is not sure stays as evidence, which acting_names.py adds to what the article says.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from pipelines.entities.acting_words import NO_NAME_ENDINGS
from pipelines.entities.findings import Findings
from pipelines.entities.morphology import read_word
from pipelines.entities.name_words import ACRONYMS, COUNTRIES, FIELDS, GENERIC, METAPHOR_HEADS, STRONG_HEADS, WEAK_HEADS
from pipelines.entities.organization_names import is_generic
from pipelines.entities.particles import ends_as_name, is_hangul, starts_as_name
from pipelines.entities.people import is_korean_name
from pipelines.entities.post_words import LATIN_POSTS, POST_ENDINGS
from pipelines.entities.tagging import NameSpan, tag_names
from pipelines.entities.triggers import triggered_segments

ORGANIZATION, PERSON = "OG", "PS"
# scores from which a span is believed, speaks strongly for a company, and speaks for one at all
SURE, LIKELY, POSSIBLE = 0.8, 0.5, 0.3
SURE_PERSON = 0.9
# a word of the dictionary is more often a place or a thing ('한반도') than a company
SURE_OF_WORD = 0.9
NAME = re.compile(r"[A-Za-z가-힣][A-Za-z0-9가-힣&+]*(?: [A-Za-z0-9가-힣&+]+){0,2}")
FOREIGN_PERSON = re.compile(r"[가-힣]{2,5} [가-힣]{2,5}")
HANGUL = re.compile("[가-힣]")
NO_ORGANIZATION = (*STRONG_HEADS, *WEAK_HEADS, *METAPHOR_HEADS, *POST_ENDINGS, *LATIN_POSTS, *sorted(NO_NAME_ENDINGS))


@dataclass(frozen=True, slots=True)
class Tagged:
    """A span that the model tags in a text: half-open character offsets, its label and its score."""

    start: int
    end: int
    label: str
    score: float


def find_tagged(found: Findings, model: bytes) -> dict[str, int]:
    """Add the organizations and people that the model is sure of; what it says of other forms comes back as weights."""
    evidence: dict[str, int] = defaultdict(int)
    for tagged in _read(found, model):
        form = found.text[tagged.start : tagged.end]
        if tagged.label == PERSON and _is_person(form):
            if tagged.score >= SURE_PERSON and _stands_alone(found.text, tagged):
                found.discover(tagged.start, tagged.end, "person", score=tagged.score)
        elif tagged.label == ORGANIZATION and tagged.score >= SURE and _is_organization(found.text, tagged):
            found.discover(tagged.start, tagged.end, "org", score=tagged.score)
        elif tagged.label in (ORGANIZATION, PERSON):
            evidence[form] = max(evidence[form], _weight(tagged))
    return evidence


def _read(found: Findings, model: bytes) -> list[Tagged]:
    """What the model tags in the sentences with triggers and Hangul; names found before are kept whole and left out."""
    text = found.text
    segments = [span for span in triggered_segments(text) if HANGUL.search(text, *span)]
    known = [
        [(max(name.start, start) - start, min(name.end, end) - start) for name in found.overlapping(start, end)]
        for start, end in segments
    ]
    spans: list[Tagged] = []
    for (start, _), names in zip(segments, tag_names([text[a:b] for a, b in segments], model, known), strict=True):
        for name in names:
            tagged = _trimmed(text, start, name)
            if not found.overlapping(tagged.start, tagged.end):
                spans.append(tagged)
    return spans


def _trimmed(text: str, offset: int, name: NameSpan) -> Tagged:
    """The span without words before it that name nobody: '미국 월드페이' is 월드페이."""
    start, end = offset + name.start, offset + name.end
    while name.label == ORGANIZATION:
        first, space, rest = text[start:end].partition(" ")
        if not space or not rest or not (first in COUNTRIES or first in FIELDS or is_generic(first)):
            break
        start += len(first) + 1
    return Tagged(start, end, name.label, name.score)


def _weight(tagged: Tagged) -> int:
    if tagged.label == PERSON:
        return 1 if tagged.score >= LIKELY else 0
    return 3 if tagged.score >= SURE else 2 if tagged.score >= LIKELY else 1 if tagged.score >= POSSIBLE else 0


def _stands_alone(text: str, tagged: Tagged) -> bool:
    return starts_as_name(text, tagged.start) and ends_as_name(text, tagged.end)


def _is_person(form: str) -> bool:
    if " " in form:
        return FOREIGN_PERSON.fullmatch(form) is not None
    return len(form) >= 3 and is_korean_name(form)


def _is_organization(text: str, tagged: Tagged) -> bool:
    form = text[tagged.start : tagged.end]
    if not NAME.fullmatch(form) or len(form) < 2 or not _stands_alone(text, tagged):
        return False
    if form.endswith(NO_ORGANIZATION):
        return False
    if form in ACRONYMS or form in GENERIC or form in FIELDS or form in COUNTRIES or is_generic(form):
        return False
    if not all(map(is_hangul, form)):
        return True
    word = read_word(form)
    in_dictionary = len(word.parts) == 1 and not word.unknown
    return not word.is_common_noun and (not in_dictionary or tagged.score >= SURE_OF_WORD)
