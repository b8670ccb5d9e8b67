"""Nouns that tell an act as a verb does: '합류를 확정했다', '연구를 하고 있다', a headline that ends in '합류'.

Each becomes a clause with the endings of the verb that carries it. Which phrases it governs is in attachment.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipelines.articles.model import Sentence
from pipelines.claims import words_ko as words
from pipelines.claims.clause import BARE, BY, COMPLEMENT, OBJECT, PURPOSE, SUBJECT, TO, Clause, Phrase, StatedDate
from pipelines.claims.korean import Predicate
from pipelines.claims.tails import FINAL

SUPPORTED = frozenset({OBJECT, TO, COMPLEMENT, SUBJECT, BARE})
# 'A의 합류로 X는 7곳으로 늘었다'
GROWING = frozenset({"늘", "늘어나", "커지"})
# What stands between an act and the verb that tells of it
INTENTS = ("의사", "의향", "여부", "방침", "계획", "뜻")
# '연구를 하고 있다': the verb says nothing of its own, if its noun stands right before it.
LIGHT_VERB, LIGHT_GAP = "하", 2


@cache
def nouns_of_action(triggers: frozenset[str]) -> tuple[str, ...]:
    """'합류' of '합류하', the longest first."""
    nouns = {lemma[:-1] for lemma in triggers if lemma.endswith("하") and len(lemma) > 2}
    return tuple(sorted(nouns, key=lambda noun: (-len(noun), noun)))


def clause_of(
    sentence: Sentence, item: Predicate, entries: Sequence[Phrase | StatedDate], head: Phrase | None = None
) -> Clause:
    """The clause of a predicate with the entries that it governs."""
    return Clause(
        lemma=item.lemma,
        start=item.start,
        end=item.end,
        sentence=sentence,
        phrases=tuple(entry for entry in entries if isinstance(entry, Phrase)),
        tail=item.tail,
        link=item.link,
        head=head,
        dates=tuple(entry for entry in entries if isinstance(entry, StatedDate)),
        quoted=item.quoted,
    )


def supported_clauses(
    sentence: Sentence,
    item: Predicate,
    entries: Sequence[Phrase | StatedDate],
    nouns: tuple[str, ...],
    supports: frozenset[str],
) -> list[Clause]:
    """Clauses of the nouns of action that `item` supports."""
    clauses: list[Clause] = []
    for entry in entries:
        if not isinstance(entry, Phrase):
            continue
        purpose = entry.case == PURPOSE and item.lemma in ("서명하", "체결하", "맺")
        grown = entry.case == BY and item.lemma in GROWING
        if not purpose and not grown and not (item.lemma in supports and (entry.also or entry.case in SUPPORTED)):
            continue
        if item.lemma in GROWING and not grown:
            continue
        light = item.lemma == LIGHT_VERB
        if light and not 0 <= item.start - entry.end <= LIGHT_GAP:
            continue
        # '참여 의사를 밝혔다', '참여 여부를 검토한다': the noun before says what act it is.
        intent = next((word for word in INTENTS if entry.words.endswith(word)), "")
        told = entry.words.removesuffix(intent)
        noun = next((noun for noun in nouns if told.endswith(noun)), None)
        if noun is None or any(name.end >= entry.end for name in entry.names):
            continue
        tail = item.tail if purpose or light else f"{item.lemma[:-1]}/NNG 하/XSV {item.tail}"
        if intent:
            tail = f"{intent}/NNG {tail}"
        if purpose and noun.endswith(words.TAKEOVER_NOUNS):
            # '합병을 위한 계약을 체결했다': signed is the contract.
            tail = "예정/NNG"
        others = [replace(entry, case=BARE) if other is entry else other for other in entries]
        predicate = Predicate(noun + "하", entry.end - len(noun), item.end, tail, item.link, item.quoted)
        clauses.append(clause_of(sentence, predicate, others))
    return clauses


def headline_clauses(
    sentence: Sentence, entries: Sequence[Phrase | StatedDate], nouns: tuple[str, ...]
) -> list[Clause]:
    """The clause of a sentence that ends in a noun of action ('KT, AI 원팀 합류')."""
    last = entries[-1]
    if not isinstance(last, Phrase):
        return []
    end = next((word for word in words.HEADLINE_ENDS if last.words.endswith(word)), "")
    if end:
        predicate = Predicate(words.HEADLINE_ENDS[end], last.end - len(end), last.end, "었/EP", FINAL, False)
        return [clause_of(sentence, predicate, entries)]
    modal = next((word for word in words.HEADLINE_MODALS if last.words.endswith(word)), "")
    noun = next((noun for noun in nouns if last.words.removesuffix(modal).endswith(noun)), None)
    if noun is None:
        modal, noun = "", next((noun for noun in nouns if last.words.endswith(noun)), None)
    if noun is None:
        return []
    # A headline's noun tells what has happened, one of talking what goes on.
    tail = "" if noun in words.TALKING_NOUNS else "었/EP"
    if modal:
        tail = words.HEADLINE_TAILS.get(modal, f"{modal}/NNG")
    predicate = Predicate(noun + "하", last.end - len(noun) - len(modal), last.end, tail, FINAL, False)
    return [clause_of(sentence, predicate, entries)]
