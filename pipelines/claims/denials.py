"""What a denial denies: the rumour that stands in its sentence, told by a verb or by a noun ('합병설').

A rumour is denied, left open ('결정된 바 없다': there may be talks), or only passed on. What follows for ties and
events is for the frames to say; here a clause merely gets the words in its tail that say which of these it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipelines.claims.clause import BARE, COMPLEMENT, SUBJECT, Clause, Phrase
from pipelines.claims.model import PartialDate

DENYING = frozenset({"부인하", "일축하", "반박하", "사실무근이", "부정하"})
DENYING_NOUNS = ("사실무근", "낭설", "오보", "허위보도", "허위사실", "뜬소문", "헛소문")
# Verbs that deny with one noun only: '사실이 아니다', '근거가 없다', '선을 긋다'
DENYING_PAIRS = {
    "아니": ("사실",), "다르": ("사실",), "없": ("근거", "사실"), "긋": ("선",), "사실아니": ("",), "사실이": ("",),
}  # fmt: skip
NEGATED = re.compile(r"지/EC (?:는/JX )?않|아니/VCN")
UNDECIDED = frozenset({"결정되", "확정되", "정해지", "정하", "결정하", "확정하"})
NOTHING = re.compile(r"없/V|않/V|못하/V")
# Of an embedded clause that only tells what others say
RUMOUR_TAIL = re.compile(r"(?:다|ᆫ다|는다|라|자)는/ETM (?:보도|설|소문|관측|의혹|이야기|얘기|루머|기사|주장)/NN")
RUMOUR_NOUN = re.compile(r"(?:추진|검토|협상|논의|계획|임박|가능성)?(?:설|소문|루머|의혹|보도)$")
DENIED_MARK, OPEN_MARK, RUMOUR_MARK = "부인/NNG", "검토/NNG", "소문/NNG"


def is_rumour(words: str) -> bool:
    """Whether a phrase of these words ends in a noun for what is only said ('인수설')."""
    return RUMOUR_NOUN.search(words) is not None


def with_rumours(clauses: Sequence[Clause], nouns: Sequence[str]) -> list[Clause]:
    """The clauses of one sentence: those that tell a rumour marked by what becomes of it, and one more for each noun.

    `nouns` are the nouns of action that a frame can read, the longest first.
    """
    answer = next((found for clause in reversed(clauses) if (found := _answer(clause))), None)
    out = [
        replace(clause, tail=f"{clause.tail} {answer}") if answer and RUMOUR_TAIL.search(clause.tail) else clause
        for clause in clauses
    ]
    seen: set[int] = set()
    for clause in clauses:
        for phrase in clause.phrases:
            if phrase.start in seen or not is_rumour(phrase.words):
                continue
            stem = RUMOUR_NOUN.sub("", phrase.words)
            noun = next((noun for noun in nouns if stem.endswith(noun)), None)
            if noun is not None:
                seen.add(phrase.start)
                out.append(_told(clause, phrase, noun, answer or RUMOUR_MARK))
    return out


def denied_on(clause: Clause, told: PartialDate | None) -> PartialDate | None:
    """The day of the words by which a clause is denied: the one beside the verb of saying, or the announcement's."""
    dates = [stated.date for stated in clause.report_dates if not stated.use]
    if told is not None and told.basis == "announced":
        dates.append(told)
    return replace(dates[-1], basis="act") if dates else None


def _answer(clause: Clause) -> str | None:
    nouns = [phrase.words for phrase in clause.phrases]
    if clause.lemma in UNDECIDED and NOTHING.search(clause.tail):
        return OPEN_MARK
    if clause.lemma in DENYING or any(words.endswith(DENYING_NOUNS) for words in nouns):
        return DENIED_MARK
    if any(noun in words for noun in DENYING_PAIRS.get(clause.lemma, ()) for words in nouns):
        return DENIED_MARK if clause.lemma != "사실이" or NEGATED.search(clause.tail) else None
    return None


def _told(clause: Clause, phrase: Phrase, noun: str, mark: str) -> Clause:
    """The clause that a rumour's noun stands for; those in the genitive before it are its subject."""
    named = [name for name in phrase.names if name.mention_type == "org"]
    several = len({name.entity_id for name in named}) > 1
    told = replace(phrase, case=SUBJECT, parties=tuple(named), modifiers=()) if several else replace(phrase, case=BARE)
    others = [told if other is phrase else other for other in clause.phrases if other.case != COMPLEMENT]
    return replace(
        clause,
        lemma=noun + "하",
        start=phrase.start,
        end=max(phrase.end, phrase.start + 1),
        phrases=tuple(others),
        tail=mark,
        link="embedded",
        head=None,
    )
