"""English sentences as clauses: a verb form, the names before it, and the names behind it by their prepositions.

A light reading without a tagger: the word order of English does what particles do in Korean.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipelines.articles.model import Sentence
from pipelines.claims import frames_en_words as words
from pipelines.claims.clause import BY, COMPLEMENT, OBJECT, SUBJECT, WITH, Clause, Phrase, StatedDate
from pipelines.entities.model import Mention

WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
CONTINUES = re.compile(r"\s*(?:,|and|or|&|together with|as well as|telecom firms?|\s|,\s*and)*\s*$", re.IGNORECASE)
POINTING = re.compile(
    r"\b(?:the|this)\s+(?:team|alliance|consortium|group|body|council|coalition|partnership|initiative|forum"
    r"|venture|joint venture|pact)\b",
    re.IGNORECASE,
)
# what stands before a subject without governing it: 'In February 2025 the …', 'On Monday, …'
ASIDE = re.compile(
    r"^.*(?:,|\d{4}|\bmonth\b|\byear\b|\bweek\b|(?:Jan|Febr)uary|March|April|May|June|July|August|\w+ember|October|\w+day)"
    r"(?: \d{1,2})?\b",
    re.DOTALL,
)
BE = re.compile(r"\b(?:is|are|was|were|been|being|be)(?: \w+ly| also)? ?$")
CONDITION = re.compile(r"\b(?:if|unless)\b", re.IGNORECASE)
INTO = re.compile(r"\s(?:(?:to|in|into|from|of|out of)\s)?")
COMPANIES = re.compile(r"\b(?:companies|firms|customers|clients|users|rivals|backers|investors)\b", re.IGNORECASE)
# a sentence's first name within so many characters is its subject
LEADING = 4
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
    for n, verb in enumerate(verbs):
        left = _left(text, sentence.char_start, verb.start(), names)
        right = _right(text, verb.end(), sentence.char_end, names)
        later = [v for v in verbs[n + 1 :] if _form(v) in words.PASSIVE | words.NEAREST or _form(v) in words.OF_MEMBERS]
        reach = min([right, *(v.start() for v in later)])
        before = _subjects(text, left, verb, verbs[:n], names)
        behind = [name for name in names if verb.end() <= name.start and name.end <= reach]
        phrases = _before(text, left, before)
        if not phrases and _form(verb) in words.NEAREST and COMPANIES.search(text, left, verb.start()):
            continue
        if not phrases and (pointed := POINTING.search(text, left, verb.start())):
            phrases = [_pointed(pointed, SUBJECT)]
        if not phrases and _form(verb) in words.OF_MEMBERS:
            phrases = [Phrase(SUBJECT, verb.start(), verb.end(), "themembers")]
        following = _behind(text, verb.end(), behind, OBJECT)
        passive = _is_passive(text, left, verb)
        if _form(verb) in words.PASSIVE:
            following = _first_list(text, verb.end(), _behind(text, verb.end(), behind, BY))
        if not any(p.case == OBJECT for p in following) and (
            pointed := POINTING.match(text, _skipped(text, verb.end()))
        ):
            following.append(_pointed(pointed, OBJECT))
        if passive:
            phrases = [_passive(phrase) for phrase in (*phrases, *following)]
            if not any(phrase.case == SUBJECT for phrase in phrases):
                # nobody is said to have done it: no subject goes on from the sentence before
                phrases.append(Phrase(SUBJECT, verb.start(), verb.end(), ""))
        else:
            phrases += following
        phrases = _between(phrases)
        said = text[left if passive or not behind else verb.start() : right].lower()
        phrases.append(Phrase(COMPLEMENT, verb.start(), right, re.sub(r"\s", "", said)))
        gap = max((name.end for name in before), default=left)
        condition = CONDITION.search(text, left, verb.start())
        clauses.append(
            Clause(
                lemma=words.FORMS[_form(verb)],
                start=verb.start(),
                end=verb.end(),
                sentence=sentence,
                phrases=tuple(phrases),
                tail=("if " if condition else "") + text[gap : verb.end()].lower().strip(),
                link="final",
                dates=_own_dates(dates, left, right, verb, verbs),
                reported=any(words.FORMS[_form(v)] in REPORTING for v in verbs if v is not verb),
                quoted=text.count('"', sentence.char_start, verb.start()) % 2 == 1,
            )
        )
    if not clauses and names and names[0].start - sentence.char_start <= LEADING:
        clauses.append(_state(sentence, names[0]))
    return clauses


def _state(sentence: Sentence, name: Mention) -> Clause:
    """A sentence that claims nothing, and whose first name the next one goes on with."""
    phrase = Phrase(SUBJECT, name.start, name.end, "", (name,))
    return Clause("", name.start, name.end, sentence, (phrase,), "", "final")


def _is_passive(text: str, left: int, verb: re.Match[str]) -> bool:
    form = _form(verb)
    if form in words.PASSIVE:
        return True
    participle = form.endswith("ed") and " " not in form
    return (participle or form in words.PARTICIPLES) and BE.search(text, left, verb.start()) is not None


def _own_dates(
    dates: Sequence[StatedDate], left: int, right: int, verb: re.Match[str], verbs: Sequence[re.Match[str]]
) -> tuple[StatedDate, ...]:
    """The dates nearest to a verb: those up to the next verb, else those before it that no other verb has, else all."""
    acts = [v.start() for v in verbs if words.FORMS[_form(v)] not in REPORTING]
    following = min((at for at in acts if at > verb.start()), default=right)
    preceding = max((at for at in acts if left <= at < verb.start()), default=left)
    here = [date for date in dates if left <= date.start and date.end <= right]
    nearest = [date for date in here if verb.start() < date.start < following]
    before = [date for date in here if preceding <= date.start < verb.start() and (preceding == left)]
    return tuple(before + nearest or [date for date in here if date.start > verb.start()])


def _subjects(
    text: str, left: int, verb: re.Match[str], earlier: Sequence[re.Match[str]], names: Sequence[Mention]
) -> list[Mention]:
    """The names before a verb that can be its own: 'A bought B and signed': only A; 'X, founded by': the nearest."""
    before = [name for name in names if left <= name.start and name.end <= verb.start()]
    if _form(verb) in words.PASSIVE and BE.search(text, left, verb.start()) is None:
        return before[-1:]
    if _form(verb) in words.NEAREST:
        return before
    acts = [v for v in earlier if left <= v.start() and words.FORMS[_form(v)] not in REPORTING]
    if acts and any(name.end <= acts[0].start() for name in before):
        return [name for name in before if name.end <= acts[0].start()]
    return before


def _before(text: str, left: int, before: Sequence[Mention]) -> list[Phrase]:
    phrases = []
    for name in before:
        case = _governor(text, left, name, before)
        if case is None or case in ("of", "between"):
            phrases.append(Phrase(case or SUBJECT, name.start, name.end, "", (name,)))
    return phrases


def _between(phrases: list[Phrase]) -> list[Phrase]:
    """'Between A and B': the parties themselves where nobody else acts, else those acted with."""
    acting = any(phrase.case == SUBJECT and phrase.names for phrase in phrases)
    case = WITH if acting else SUBJECT
    kept = [phrase for phrase in phrases if acting or phrase.case != SUBJECT or not _has_between(phrases)]
    return [Phrase(case, p.start, p.end, p.words, p.parties) if p.case == "between" else p for p in kept]


def _has_between(phrases: Sequence[Phrase]) -> bool:
    return any(phrase.case == "between" for phrase in phrases)


def _pointed(pointed: re.Match[str], case: str) -> Phrase:
    return Phrase(case, pointed.start(), pointed.end(), re.sub(r"\s", "", pointed[0].lower()))


def _skipped(text: str, at: int) -> int:
    """Where the noun behind a verb begins, a preposition skipped."""
    skipped = INTO.match(text, at)
    return skipped.end() if skipped else at


def _first_list(text: str, at: int, phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases up to the end of their first list."""
    kept: list[Phrase] = []
    for phrase in phrases:
        if kept and not CONTINUES.fullmatch(text[kept[-1].end : phrase.start]):
            break
        kept.append(phrase)
    return kept


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
    for word in reversed(WORD.findall(ASIDE.sub("", gap))):
        if word.lower() in words.BEFORE:
            return words.BEFORE[word.lower()]
    return None


def _behind(text: str, verb: int, names: Sequence[Mention], case: str) -> list[Phrase]:
    phrases: list[Phrase] = []
    at = verb
    for name in names:
        gap = text[at : name.start]
        governing = [word.lower() for word in WORD.findall(gap) if word.lower() in words.PREPOSITIONS]
        if governing and not CONTINUES.fullmatch(gap):
            case = words.PREPOSITIONS[governing[-1]]
        phrases.append(Phrase(case, name.start, name.end, "", (name,)))
        at = name.end
    return phrases


def _passive(phrase: Phrase) -> Phrase:
    """The same phrase in the active voice."""
    case = {SUBJECT: OBJECT, BY: SUBJECT}.get(phrase.case, phrase.case)
    return Phrase(case, phrase.start, phrase.end, phrase.words, phrase.parties)
