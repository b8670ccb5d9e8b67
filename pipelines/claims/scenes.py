"""What one sentence offers to a tie: lists of organizations, alliances, and the words by which ties are told.

Here a sentence is looked at from outside, by its characters and names, without any grammar: what no frame reads may
still be told by where its names stand. Which of them belong together is in candidates.py.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pipelines.articles.model import Sentence
from pipelines.claims import candidate_words as words
from pipelines.claims.context import POINTED, Context
from pipelines.entities.model import Mention

ORGANIZATIONS = frozenset({"org"})
HEADLINE_ZONES = frozenset({"headline", "subhead"})
LEFT_OUT = frozenset({"caption"})
# More names than this in one sentence are a table.
MOST_NAMES = 60
MAX_SENTENCE = 2_000
# How far a word that governs a name can stand before it.
BEFORE = 60


@dataclass(frozen=True, slots=True)
class Act:
    """A word of a tie: its class and half-open character offsets."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """Names that are listed together: the organizations that they mean, and what stands around the list.

    `case` is a class of PARTICLES or PREPOSITIONS, or empty; `after` where the text goes on behind particle and sum;
    `apart` that the text says them not to belong to the others.
    """

    organizations: tuple[Mention, ...]
    start: int
    end: int
    case: str
    after: int
    stated_count: int | None = None
    summed: bool = False
    grouped: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence as ties are sought in it; `order` is its place among the document's sentences."""

    sentence: Sentence
    order: int
    runs: tuple[Run, ...]
    alliances: tuple[Mention, ...]
    acts: tuple[Act, ...]
    cues: frozenset[str]
    pointed: bool
    english: bool

    @property
    def is_headline(self) -> bool:
        """Whether it is a headline or a subhead."""
        return self.sentence.zone in HEADLINE_ZONES

    def organizations(self) -> list[Mention]:
        """Every organization of the sentence once, in order."""
        found: dict[str, Mention] = {}
        for run in self.runs:
            for party in run.organizations:
                found.setdefault(party.entity_id or "", party)
        return list(found.values())


def scenes_of(context: Context) -> list[Scene]:
    """The sentences that name an organization, in the order of the text; none where no tie can be told."""
    document = context.document
    english = document.language == "en"
    found = []
    for order, sentence in enumerate(document.sentences):
        if sentence.zone in LEFT_OUT or sentence.char_end - sentence.char_start > MAX_SENTENCE:
            continue
        names = context.names_between(sentence.char_start, sentence.char_end)
        if not any(name.mention_type in ("org", "group", "alliance") for name in names) or len(names) > MOST_NAMES:
            continue
        found.append(_scene(context, sentence, order, names, english))
    return found


def _scene(context: Context, sentence: Sentence, order: int, names: Sequence[Mention], english: bool) -> Scene:
    text, start, end = context.document.text, sentence.char_start, sentence.char_end
    said = text[start:end]
    return Scene(
        sentence=sentence,
        order=order,
        runs=_runs(context, names, english),
        alliances=tuple(name for name in names if name.mention_type == "alliance" and name.entity_id),
        acts=tuple(_acts(text, start, end, names, english)),
        cues=frozenset(cue for cue, pattern in _cues(english).items() if pattern.search(said)),
        pointed=POINTED.search(text, start, end) is not None,
        english=english,
    )


def _acts(text: str, start: int, end: int, names: Sequence[Mention], english: bool) -> list[Act]:
    spans = [(name.start, name.end) for name in names]
    return [
        Act(found.lastgroup or "", found.start(), found.end())
        for found in _act_pattern(english).finditer(text, start, end)
        if not any(left <= found.start() < right for left, right in spans)
    ]


def _runs(context: Context, names: Sequence[Mention], english: bool) -> tuple[Run, ...]:
    text = context.document.text
    runs: list[list[Mention]] = []
    last: Mention | None = None
    for name in names:
        if name.mention_type not in ("org", "group"):
            if name.mention_type in ("alliance", "person"):
                last = None
            continue
        if last is not None and _between(english).fullmatch(text, last.end, name.start):
            runs[-1].append(name)
        else:
            runs.append([name])
        last = name
    found = (_run(context, run, english) for run in runs)
    return tuple(run for run in found if run is not None)


def _run(context: Context, names: Sequence[Mention], english: bool) -> Run | None:
    organizations = tuple(context.parties(names, ORGANIZATIONS))
    if not organizations:
        return None
    text, start, end = context.document.text, names[0].start, names[-1].end
    grouped = any(name.mention_type == "group" for name in names)
    line = text[max(0, start - BEFORE) : start].split("\n")[-1]
    apart = _apart(english).search(line) if english else _apart(english).match(text, end)
    declined = english and re.match(words.DECLINED, text[end : end + BEFORE]) is not None
    out = declined or apart is not None or re.search(words.BYLINE, line) is not None
    if english:
        case = _governor(text, start)
        return Run(organizations, start, end, case, end, grouped=grouped, apart=out)
    behind = _behind().match(text, end)
    assert behind is not None  # noqa: S101 -- every part may be missing
    count = behind["count"]
    return Run(
        organizations,
        start,
        end,
        dict(words.PARTICLES).get(behind["particle"] or "", ""),
        behind.end(),
        stated_count=None if not count else words.NUMBERS.get(count) or int(count),
        summed=re.match(words.ET_CETERA, text[end : end + 4]) is not None,
        grouped=grouped,
        apart=out,
    )


def case_behind(text: str, mention: Mention, english: bool) -> str:
    """The case of one name: by the particle behind it, or by the English word before it."""
    if english:
        return _governor(text, mention.start)
    found = _particle().match(text, mention.end)
    return dict(words.PARTICLES)[found["particle"]] if found else ""


def joined(text: str, one: tuple[int, int], other: tuple[int, int], english: bool) -> bool:
    """Whether two spans stand in one list, with nothing but a comma or a conjunction between them."""
    (_, end), (start, _) = sorted((one, other))
    return _between(english).fullmatch(text, end, start) is not None


def breaks(text: str, start: int, end: int) -> bool:
    """Whether one statement ends and another begins between two places."""
    return start < end and _breaks().search(text, start, end) is not None


def _governor(text: str, start: int) -> str:
    """The case by the English word before a place, articles left out."""
    before = re.findall(r"[A-Za-z]+", text[max(0, start - BEFORE) : start].split("\n")[-1])
    before = [word.lower() for word in before if word.lower() not in ("the", "its", "a", "new")]
    return words.PREPOSITIONS.get(before[-1], "") if before else ""


@cache
def _act_pattern(english: bool) -> re.Pattern[str]:
    table = words.ENGLISH_ACTS if english else words.KOREAN_ACTS
    groups = []
    for kind, stems in table.items():
        any_of = "|".join(re.escape(stem) for stem in sorted(stems, key=lambda stem: (-len(stem), stem)))
        groups.append(rf"(?P<{kind}>\b(?:{any_of})\b)" if english else f"(?P<{kind}>{any_of})")
    return re.compile("|".join(groups), re.IGNORECASE)


@cache
def _cues(english: bool) -> Mapping[str, re.Pattern[str]]:
    table = words.ENGLISH_CUES if english else words.KOREAN_CUES
    return {cue: re.compile(pattern, re.IGNORECASE) for cue, pattern in table.items()}


@cache
def _between(english: bool) -> re.Pattern[str]:
    between = words.BETWEEN_ENGLISH if english else words.BETWEEN_KOREAN
    return re.compile(rf"['’\"”]?{words.GLOSS}['’\"”]?(?:{between})['‘\"“]?")


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile(words.BREAKS)


@cache
def _apart(english: bool) -> re.Pattern[str]:
    return re.compile(words.APART_ENGLISH if english else words.APART, re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"['’\"”]?{words.GLOSS}(?:{words.SUMMED})(?:(?P<particle>{_particles()})(?![가-힣]))?")


@cache
def _particle() -> re.Pattern[str]:
    return re.compile(rf"['’\"”]?{words.GLOSS}['’\"”]?(?P<particle>{_particles()})(?![가-힣])")


def _particles() -> str:
    return "|".join(particle for particle, _ in words.PARTICLES)
