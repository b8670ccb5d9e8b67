"""Companies that no list has, by what they do and have in an article: evidence is added up over all of its sentences.

'X는 A와 협약을 체결했다', 'X 관계자는', '배터리 업체 X', 'X(대표 …)', 'A와 X'. Here belongs the weighing; names that
their shape alone shows are found in organization_names.py.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from pipelines.entities.acting_words import (
    COMPANY_ENDINGS,
    COMPANY_GLOSSES,
    COMPANY_NOUNS,
    COMPANY_PARTS,
    COMPANY_POSTS,
    DEALS,
    DEEDS,
    ENTRIES,
    NO_NAME_ENDINGS,
    SORTS,
    TRADES,
)
from pipelines.entities.findings import Findings
from pipelines.entities.morphology import Word, read_word
from pipelines.entities.name_words import COUNTRIES, FIELDS, GENERIC
from pipelines.entities.organization_names import is_generic
from pipelines.entities.particles import is_hangul
from pipelines.entities.people import is_korean_name

SEGMENT = re.compile(r"[^\n]+?(?:[.?!]['\"”’]?(?=\s|$)|$|(?=\n))")
TOKEN = re.compile(r"(?<![A-Za-z0-9가-힣&+\-_@.])[A-Za-z0-9가-힣&]{2,20}")
ACT = re.compile(
    rf"(?P<deal>{'|'.join(map(re.escape, DEALS))})|(?P<entry>{'|'.join(ENTRIES)})|(?P<deed>{'|'.join(DEEDS)})"
)
NOUN_BEFORE = re.compile(rf"(?<![가-힣])[가-힣]{{0,10}}(?:{'|'.join(COMPANY_NOUNS)})(?:인)? ['‘\"“]?$")
PART_AFTER = re.compile(rf" (?:{'|'.join(COMPANY_PARTS)})(?![A-Za-z])")
POST_AFTER = re.compile(rf" (?:{'|'.join(COMPANY_POSTS)})(?![A-Za-z])")
GLOSS_AFTER = re.compile(rf"\((?:{'|'.join(COMPANY_GLOSSES)})[ ·,]|\(\d{{6}}[),]|\((?:코스닥|코스피|유가증권)")
SUBJECT_BETWEEN = re.compile(r"[가-힣A-Za-z]{2}['’\"”)]?(?:이|가|은|는) ")
LINK = re.compile(r"['’\"”]?(?:\([^()\n]{1,40}\))?(?:와|과)?(?:\s?[,·ㆍ&]\s?|\s|-)['‘\"“]?")
# particles by what stands before them: a final consonant, a vowel, either
AFTER_CONSONANT = (
    "으로부터",
    "으로서",
    "과의",
    "과는",
    "과도",
    "이라는",
    "이라고",
    "이다",
    "은",
    "이",
    "을",
    "과",
    "으로",
)
AFTER_VOWEL = ("로부터", "와의", "와는", "와도", "는", "가", "를", "와", "로", "라는", "라고")
AFTER_ANY = ("에서도", "에서는", "에서", "에게", "에는", "에도", "에", "의", "도", "만", "까지", "부터", "측", "보다")
SUBJECTS = frozenset({"은", "는", "이", "가", "도"})
COMPANIONS = frozenset({"와", "과", "와의", "과의", "와도", "과도", "와는", "과는"})
NEEDED = 3
DICTIONARY_NEEDED = 5
ROUNDS = 4
MAX_CANDIDATES = 3_000
# kinds of evidence that a person or a thing does not give
FIRM = frozenset({"noun", "gloss", "part"})


@dataclass(slots=True)
class Candidate:
    """A form that may be a company's name: where it stands, and the weight of each kind of evidence."""

    places: list[tuple[int, int]] = field(default_factory=list)
    evidence: dict[str, int] = field(default_factory=dict)

    def add(self, kind: str, weight: int) -> None:
        """Keep the strongest evidence of a kind."""
        self.evidence[kind] = max(weight, self.evidence.get(kind, 0))


def find_acting(found: Findings) -> None:
    """Add the companies that the article's sentences show; those that stand beside them follow."""
    candidates = _candidates(found)
    judged = {form: _shape(form) for form, candidate in candidates.items() if candidate.evidence}
    for _ in range(ROUNDS):
        accepted = [form for form, shape in judged.items() if shape is not None and _enough(candidates[form], shape)]
        if not accepted:
            return
        for form in sorted(accepted):
            del judged[form]
            for start, end in candidates[form].places:
                found.discover(start, end, "org", score=0.5)
        for form in judged:
            for start, end in candidates[form].places:
                if _beside_organization(found, start, end):
                    candidates[form].add("beside", 2)


def _candidates(found: Findings) -> dict[str, Candidate]:
    text = found.text
    candidates: dict[str, Candidate] = defaultdict(Candidate)
    for segment in SEGMENT.finditer(text):
        acts = list(ACT.finditer(text, segment.start(), segment.end()))
        if len(candidates) >= MAX_CANDIDATES:
            break
        named = any(name.mention_type == "alliance" for name in found.overlapping(segment.start(), segment.end()))
        for token in TOKEN.finditer(text, segment.start(), segment.end()):
            form, particle = split_particle(token.group())
            end = token.start() + len(form)
            if len(form) < 3 or not is_hangul(form[-1]) or found.overlapping(token.start(), end):
                continue
            candidate = candidates[form]
            candidate.places.append((token.start(), end))
            if NOUN_BEFORE.search(text, max(segment.start(), token.start() - 20), token.start()):
                candidate.add("noun", 2)
            if not particle and PART_AFTER.match(text, end):
                candidate.add("part", 2)
            if not particle and POST_AFTER.match(text, end):
                candidate.add("post", 1)
            if not particle and GLOSS_AFTER.match(text, end):
                candidate.add("gloss", 3)
            first = token.start() == segment.start()
            if particle in SUBJECTS or (first and not particle and text.startswith((", ", "·", "-", ' "', " “"), end)):
                candidate.add("subject", _acting(text, token.end(), acts, named))
            if particle in COMPANIONS and any(act["deal"] for act in acts if act.start() >= token.end()):
                candidate.add("companion", 1)
            if acts and _beside_organization(found, token.start(), end):
                candidate.add("beside", 1)
    return {form: candidate for form, candidate in candidates.items() if any(candidate.evidence.values())}


def split_particle(word: str) -> tuple[str, str]:
    """A word and the particle at its end, by what the particle may stand behind; '' where there is none."""
    for particle in sorted((*AFTER_CONSONANT, *AFTER_VOWEL, *AFTER_ANY), key=len, reverse=True):
        stem = word[: -len(particle)]
        if len(stem) < 2 or not word.endswith(particle) or not is_hangul(stem[-1]):
            continue
        closed = (ord(stem[-1]) - ord("가")) % 28 != 0
        if particle in AFTER_ANY or (particle in AFTER_CONSONANT) == closed:
            return stem, particle
    return word, ""


def _acting(text: str, end: int, acts: list[re.Match[str]], named: bool) -> int:
    """How much a subject's acts say: 2 for a deal, or for an entry beside an alliance's name; less behind another."""
    best = 0
    for act in acts:
        if act.start() < end:
            continue
        weight = 2 if act["deal"] or (act["entry"] and named) else 1
        if SUBJECT_BETWEEN.search(text, end, act.start()):
            weight -= 1
        best = max(best, weight)
    return best


def _beside_organization(found: Findings, start: int, end: int) -> bool:
    """Whether an organization stands right before or behind, joined by a comma, a dot, a hyphen or a particle."""
    text = found.text
    for name in found.overlapping(max(0, start - 8), min(len(text), end + 8)):
        if name.mention_type != "org":
            continue
        between = text[name.end : start] if name.end <= start else text[end : name.start]
        if LINK.fullmatch(between) and between.strip():
            return True
    return False


@dataclass(frozen=True, slots=True)
class Shape:
    """What a form's own shape says: whether it ends in a trade's word, and whether the dictionary lacks or has it."""

    ending: bool
    unknown: bool
    dictionary: bool
    person: bool


def _shape(form: str) -> Shape | None:
    """The shape of a form that can be a company's name; None for one that cannot."""
    if (
        form in GENERIC
        or form in COUNTRIES
        or form in FIELDS
        or is_generic(form)
        or form.isdigit()
        or form[0].isdigit()
    ):
        return None
    ending = next((word for word in COMPANY_ENDINGS if form.endswith(word) and len(form) > len(word)), None)
    front = form[: -len(ending)] if ending else ""
    word = read_word(form)
    if word.is_inflected or not word.is_nominal:
        return None
    if ending is not None and (len(front) < 2 or front in SORTS or front in GENERIC or is_generic(front)):
        return None
    parts = [part.form for part in word.parts]
    if all(part in GENERIC or part in SORTS or part in NO_NAME_ENDINGS or part in TRADES for part in parts):
        return None
    if ending is None and (word.parts[-1].tag == "XSN" or parts[-1] in GENERIC or _ends_as_noun(form)):
        return None
    return Shape(ending is not None, word.unknown, _in_dictionary(word), is_korean_name(form))


def _ends_as_noun(form: str) -> bool:
    return any(form.endswith(noun) for noun in NO_NAME_ENDINGS)


def _in_dictionary(word: Word) -> bool:
    return len(word.parts) == 1 and not word.unknown


def _enough(candidate: Candidate, shape: Shape) -> bool:
    if shape.person and not shape.ending and not FIRM & set(candidate.evidence):
        return False
    total = sum(candidate.evidence.values()) + shape.ending + shape.unknown
    return total >= (DICTIONARY_NEEDED if shape.dictionary else NEEDED)
