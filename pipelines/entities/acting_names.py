"""Companies that no list has, by what they do and have in an article: evidence is added up over all of its sentences.

'X는 A와 협약을 체결했다', 'X 관계자는', '배터리 업체 X', 'X(대표 …)', 'A와 X'. Here belongs the weighing; names that
their shape alone shows are found in organization_names.py.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from pipelines.entities.acting_shapes import Shape, read_shape, split_particle
from pipelines.entities.acting_words import (
    COMPANY_ENDINGS,
    COMPANY_GLOSSES,
    COMPANY_NOUNS,
    COMPANY_PARTS,
    COMPANY_POSTS,
    DEALS,
    DEEDS,
    ENTRIES,
    TAKEOVERS,
)
from pipelines.entities.findings import Findings
from pipelines.entities.name_words import COUNTRIES
from pipelines.entities.particles import is_hangul
from pipelines.entities.triggers import MAX_SEGMENT, SEGMENT

TOKEN = re.compile(r"(?<![A-Za-z0-9가-힣&+\-_@.])[A-Za-z0-9가-힣&]{2,20}")
ACT = re.compile(
    rf"(?P<deal>{'|'.join(map(re.escape, DEALS))})|(?P<entry>{'|'.join(ENTRIES)})|(?P<deed>{'|'.join(DEEDS)})"
)
NOUN_BEFORE = re.compile(rf"(?<![가-힣])[가-힣]{{0,10}}(?:{'|'.join(COMPANY_NOUNS)})(?:인)? ['‘\"“]?$")
# with what NOUN_BEFORE can end, after a space and a quotation mark: looked at before it is tried
NOUN_ENDINGS = tuple(ending for noun in COMPANY_NOUNS for ending in (f"{noun} ", f"{noun}인 "))
QUOTES = "'‘\"“"
# what PART_AFTER, POST_AFTER and GLOSS_AFTER begin with
AFTER_BARE = (" ", "(")
COUNTRY_BEFORE = re.compile(rf"(?<![가-힣])(?:{'|'.join(word for word in COUNTRIES if len(word) > 1)}) $")
PART_AFTER = re.compile(rf" (?:{'|'.join(COMPANY_PARTS)})(?![A-Za-z])")
POST_AFTER = re.compile(rf" (?:{'|'.join(COMPANY_POSTS)})(?![A-Za-z])")
GLOSS_AFTER = re.compile(rf"\((?:{'|'.join(COMPANY_GLOSSES)})[ ·,]|\(\d{{6}}[),]|\((?:코스닥|코스피|유가증권)")
SUBJECT_BETWEEN = re.compile(r"[가-힣A-Za-z]{2}['’\"”)]?(?:이|가|은|는) ")
LINK = re.compile(r"['’\"”]?(?:\([^()\n]{1,40}\))?(?:와|과)?(?:\s?[,·ㆍ&]\s?|\s|-)['‘\"“]?")
JOINED = re.compile(r"(?:\([^()\n]{1,40}\))?(?:(?:와|과)\s?,?\s?|\s?[,·ㆍ&]\s?|-)")
ET_CETERA = re.compile(r" ?등(?P<count> ?(?:국내 )?\d+여?(?:개|곳)?)?")
TAKEN_OVER = re.compile(rf"[^.\n]{{0,6}}(?:{'|'.join(TAKEOVERS)})")
AFTER_HEAD = (", ", "·", "-", ' "', " “")
OBJECTS = frozenset({"을", "를"})
SUBJECTS = frozenset({"은", "는", "이", "가", "도"})
COMPANIONS = frozenset({"와", "과", "와의", "과의", "와도", "과도", "와는", "과는"})
NEEDED = 3
DICTIONARY_NEEDED = 5
PROPER_NEEDED = 4
ROUNDS = 4
MAX_CANDIDATES = 3_000
MAX_CHAIN = 60
# kinds of evidence that a person or a thing does not give
FIRM = frozenset({"noun", "gloss", "part"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a segment as a name and its particle; half-open character offsets of the name."""

    form: str
    particle: str
    start: int
    end: int

    @property
    def word_end(self) -> int:
        """Where the word ends, particle included."""
        return self.end + len(self.particle)


@dataclass(slots=True)
class Candidate:
    """A form that may be a company's name: where it stands, its evidence by kind, and where it deals.

    `acts` counts the places in sentences that tell an act; `words` are the form with its particles.
    """

    places: list[tuple[int, int]] = field(default_factory=list)
    evidence: dict[str, int] = field(default_factory=dict)
    deals: list[tuple[int, int]] = field(default_factory=list)
    acts: int = 0
    words: set[str] = field(default_factory=set)

    def add(self, kind: str, weight: int) -> None:
        """Keep the strongest evidence of a kind."""
        if weight:
            self.evidence[kind] = max(weight, self.evidence.get(kind, 0))


def find_acting(found: Findings, tagged: Mapping[str, int]) -> None:
    """Add the companies that the article's sentences show; those that stand or deal with them follow.

    `tagged`: what a sequence model's word for a form weighs (tagged_names.py); empty without a model.
    """
    candidates = _candidates(found, tagged)
    judged = {form: read_shape(form, candidate.words) for form, candidate in candidates.items()}
    for _ in range(ROUNDS):
        for form in judged:
            _weigh_neighbours(found, candidates[form])
        accepted = [form for form, shape in judged.items() if shape is not None and _enough(candidates[form], shape)]
        if not accepted:
            return
        for form in sorted(accepted):
            del judged[form]
            for start, end in candidates[form].places:
                found.discover(start, end, "org", score=0.5)


def _weigh_neighbours(found: Findings, candidate: Candidate) -> None:
    """Evidence from the organizations known by now: one right beside, one in a sentence in which the form deals."""
    if any(_beside_organization(found, start, end) for start, end in candidate.places):
        candidate.add("beside", 2 if candidate.acts else 1)
    if any(name.mention_type == "org" for span in candidate.deals for name in found.overlapping(*span)):
        candidate.add("partner", 1)


def _candidates(found: Findings, tagged: Mapping[str, int]) -> dict[str, Candidate]:
    text = found.text
    candidates: dict[str, Candidate] = defaultdict(Candidate)
    named = any(name.mention_type == "alliance" for name in found)
    for segment in SEGMENT.finditer(text):
        if len(candidates) >= MAX_CANDIDATES:
            break
        if segment.end() - segment.start() > MAX_SEGMENT:
            continue
        _read_segment(found, segment.span(), candidates, named=named)
    for form, candidate in candidates.items():
        candidate.add("tagged", tagged.get(form, 0))
    return {
        form: candidate
        for form, candidate in candidates.items()
        if candidate.evidence or (candidate.acts and form.endswith(COMPANY_ENDINGS))
    }


def _read_segment(found: Findings, span: tuple[int, int], candidates: dict[str, Candidate], *, named: bool) -> None:
    """Weigh the words of one sentence; `named` says that the article names an alliance."""
    text = found.text
    acts = list(ACT.finditer(text, *span))
    tokens = [token for match in TOKEN.finditer(text, *span) if (token := _token(found, match)) is not None]
    starts = _chain_starts(text, tokens)
    for n, token in enumerate(tokens):
        candidate = candidates[token.form]
        candidate.places.append((token.start, token.end))
        candidate.words.add(token.form + token.particle)
        if acts:
            candidate.acts += 1
        if acts and COUNTRY_BEFORE.search(text, max(0, token.start - 12), token.start):
            candidate.add("country", 2)
        if _after_noun(text, token.start, span[0]):
            candidate.add("noun", 2)
        if not token.particle and text.startswith(AFTER_BARE, token.end):
            candidate.add("part", 2 if PART_AFTER.match(text, token.end) else 0)
            candidate.add("post", 1 if POST_AFTER.match(text, token.end) else 0)
            candidate.add("gloss", 3 if GLOSS_AFTER.match(text, token.end) else 0)
        if token.particle in OBJECTS and TAKEN_OVER.match(text, token.word_end):
            candidate.add("object", 2)
        later = [act for act in acts if act.start() >= token.word_end] if acts else acts
        if token.particle in COMPANIONS and any(act["deal"] or (act["entry"] and named) for act in later):
            candidate.add("companion", 2 if any(act["deal"] for act in later) else 1)
            candidate.deals.append(span)
        chain = tokens[starts[n] : n + 1]
        if token.particle in SUBJECTS or _heads_line(text, chain, span[0]):
            weight = _acting(text, token.word_end, acts, named)
            for item in chain if weight else ():
                subject = candidates[item.form]
                subject.add("again", 1 if "subject" in subject.evidence and subject.places[-1][0] != item.start else 0)
                subject.add("subject", weight)
                subject.deals.append(span)
        if later and (tail := ET_CETERA.match(text, token.end)):
            for item in chain:
                candidates[item.form].add("list", 2 if tail["count"] else 1)


def _after_noun(text: str, position: int, first: int) -> bool:
    """Whether a word for companies stands right before, not farther back than `first`."""
    end = position - (text[position - 1 : position] in QUOTES)
    if not text.endswith(NOUN_ENDINGS, max(first, position - 20), max(0, end)):
        return False
    return NOUN_BEFORE.search(text, max(first, position - 20), position) is not None


def _token(found: Findings, match: re.Match[str]) -> Token | None:
    form, particle = split_particle(match.group())
    end = match.start() + len(form)
    if len(form) < 3 or not is_hangul(form[-1]) or found.overlapping(match.start(), end):
        return None
    return Token(form, particle, match.start(), end)


def _chain_starts(text: str, tokens: list[Token]) -> list[int]:
    """For each token the first of those that are joined with it by commas, dots, hyphens and 와/과, 60 at most."""
    starts: list[int] = []
    for n, token in enumerate(tokens):
        before = tokens[n - 1] if n else None
        joined = (
            before is not None
            and before.particle in ("", "와", "과")
            and JOINED.fullmatch(text[before.end : token.start]) is not None
        )
        starts.append(max(starts[-1], n - MAX_CHAIN) if joined else n)
    return starts


def _heads_line(text: str, chain: list[Token], start: int) -> bool:
    """Whether a chain begins its line and a comma ends it, as subjects of headlines do: 'A와 B, X 결성'."""
    return chain[0].start == start and not chain[-1].particle and text.startswith(AFTER_HEAD, chain[-1].end)


def _acting(text: str, end: int, acts: list[re.Match[str]], named: bool) -> int:
    """How much a subject's acts say: 2 for a deal, or for an entry where an alliance is named; less behind another."""
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


def _enough(candidate: Candidate, shape: Shape) -> bool:
    if shape.person and not shape.ending and not FIRM & set(candidate.evidence):
        return False
    evidence = {kind: weight for kind, weight in candidate.evidence.items() if kind != "country" or shape.proper}
    total = sum(evidence.values()) + shape.ending + shape.unknown
    if shape.dictionary and shape.proper:
        return total >= PROPER_NEEDED
    return total >= (DICTIONARY_NEEDED if shape.dictionary else NEEDED)
