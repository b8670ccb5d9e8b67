"""English sentences as clauses: a verb form, the names before it, and the names behind it by their prepositions.

A light reading without a tagger: the word order of English does what particles do in Korean.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipelines.articles.model import Sentence
from pipelines.claims import frames_en as words
from pipelines.claims.clause import COMPLEMENT, OBJECT, SUBJECT, Clause, Phrase, StatedDate
from pipelines.entities.model import Mention

WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
CONTINUES = re.compile(r"\s*(?:,|and|or|&|together with|as well as|telecom firms?|\s|,\s*and)*\s*$", re.IGNORECASE)
POINTING = re.compile(
    r"\b(?:the|this)\s+(?:team|alliance|consortium|group|body|council|coalition|partnership|initiative)\b",
    re.IGNORECASE,
)
REPORTING = frozenset({"say", "tell", "add", "note"})


def read_english(
    text: str, sentence: Sentence, names: Sequence[Mention], dates: Sequence[StatedDate], lemmas: frozenset[str]
) -> list[Clause]:
    """The clauses of one sentence whose verbs are among `lemmas`, in order."""
    clauses: list[Clause] = []
    verbs = [
        v for v in _verbs().finditer(text, sentence.char_start, sentence.char_end) if not _inside(v.start(), names)
    ]
    verbs = [v for v in verbs if words.FORMS[_form(v)] in lemmas]
    for verb in verbs:
        left = _left(text, sentence.char_start, verb.start(), names)
        right = _right(text, verb.end(), sentence.char_end, names)
        before = [name for name in names if left <= name.start and name.end <= verb.start()]
        behind = [name for name in names if verb.end() <= name.start and name.end <= right]
        phrases = [
            Phrase(SUBJECT, n.start, n.end, "", (n,)) for n in before if _governor(text, left, n, before) is None
        ]
        if not phrases and (pointed := POINTING.search(text, left, verb.start())):
            phrases = [Phrase(SUBJECT, pointed.start(), pointed.end(), re.sub(r"\s", "", pointed[0].lower()))]
        if not phrases and _form(verb) in words.OF_MEMBERS:
            phrases = [Phrase(SUBJECT, verb.start(), verb.end(), "themembers")]
        phrases += _behind(text, verb.end(), behind)
        if _form(verb) in words.PASSIVE:
            phrases = [_swapped(phrase) for phrase in phrases]
        said = text[verb.start() : right].lower()
        phrases.append(Phrase(COMPLEMENT, verb.start(), right, re.sub(r"\s", "", said)))
        gap = max((name.end for name in before), default=left)
        clauses.append(
            Clause(
                lemma=words.FORMS[_form(verb)],
                start=verb.start(),
                end=verb.end(),
                sentence=sentence,
                phrases=tuple(phrases),
                tail=text[gap : verb.end()].lower(),
                link="final",
                dates=tuple(date for date in dates if left <= date.start and date.end <= right),
                reported=any(words.FORMS[_form(v)] in REPORTING for v in verbs if v is not verb),
                quoted=text.count('"', sentence.char_start, verb.start()) % 2 == 1,
            )
        )
    return clauses


@cache
def _verbs() -> re.Pattern[str]:
    forms = sorted(words.FORMS, key=lambda form: (-len(form), form))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, forms)) + r")\b", re.IGNORECASE)


def _form(verb: re.Match[str]) -> str:
    return verb[0].lower()


def _inside(position: int, names: Sequence[Mention]) -> bool:
    return any(name.start <= position < name.end for name in names)


def _bounds(text: str, start: int, end: int, names: Sequence[Mention]) -> list[tuple[int, int]]:
    return [
        (word.start(), word.end())
        for word in WORD.finditer(text, start, end)
        if word[0].lower() in words.BOUNDARIES and not _inside(word.start(), names)
    ] + [(i, i + 1) for i in range(start, end) if text[i] in ';"“”']


def _left(text: str, start: int, verb: int, names: Sequence[Mention]) -> int:
    """Where the verb's subject can begin: after the last boundary that leaves a name before the verb."""
    for _, end in sorted(_bounds(text, start, verb, names), reverse=True):
        if any(end <= name.start and name.end <= verb for name in names):
            return end
    return start


def _right(text: str, verb: int, end: int, names: Sequence[Mention]) -> int:
    return min((start for start, _ in _bounds(text, verb, end, names)), default=end)


def _governor(text: str, left: int, name: Mention, before: Sequence[Mention]) -> str | None:
    """The case of the preposition right before a name; in a list that of the first; None for a bare subject."""
    since = max((other.end for other in before if other.end <= name.start), default=left)
    gap = text[since : name.start]
    if since > left and CONTINUES.fullmatch(gap):
        previous = max((other for other in before if other.end <= name.start), key=lambda other: other.end)
        return _governor(text, left, previous, before)
    for word in reversed(WORD.findall(gap)):
        if word.lower() in words.PREPOSITIONS:
            return words.PREPOSITIONS[word.lower()]
    return None


def _behind(text: str, verb: int, names: Sequence[Mention]) -> list[Phrase]:
    phrases: list[Phrase] = []
    case, at = OBJECT, verb
    for name in names:
        gap = text[at : name.start]
        governing = [word.lower() for word in WORD.findall(gap) if word.lower() in words.PREPOSITIONS]
        if governing and not CONTINUES.fullmatch(gap):
            case = words.PREPOSITIONS[governing[-1]]
        phrases.append(Phrase(case, name.start, name.end, "", (name,)))
        at = name.end
    return phrases


def _swapped(phrase: Phrase) -> Phrase:
    case = OBJECT if phrase.case == SUBJECT else SUBJECT
    return Phrase(case, phrase.start, phrase.end, phrase.words, phrase.parties)
