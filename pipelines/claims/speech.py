"""Who speaks: the speaker of each sentence, and statements about a tie by someone named (two an article at most)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipelines.claims import words_ko as words
from pipelines.claims.clause import SUBJECT, TOPIC, Clause
from pipelines.claims.confidence import confidence_of, signs_of_statement
from pipelines.claims.context import Context
from pipelines.claims.dating import act_date
from pipelines.claims.evidence import quote_span
from pipelines.claims.model import EventClaim, Evidence, PartialDate, Participant
from pipelines.entities.model import Mention

SPEAKERS = frozenset({"org", "person"})
MOST_STATEMENTS = 2
SHORTEST_QUOTATION = 8
QUOTATION_MARKS = '"“”'
ENGLISH_SAYING = frozenset({"say", "tell", "add", "note"})

# Whose word it is, where it is no named party's: what another paper reports, and what nobody puts a name to.
OTHER_MEDIA = re.compile(
    r"(?:통신|일보|신문|저널|타임스|타임즈|뉴스|블룸버그|로이터|외신|언론|닛케이|매체)[^.]{0,12}?"
    r"(?:에 따르면|보도에|(?:은|는|이|가|들은|들이)\s.{0,200}?보도(?:했|하))"
)
ANONYMOUS = re.compile(
    r"(?:업계|재계|금융권|투자은행|IB|증권가|소식통|복수의 관계자|정통한 관계자)(?:들)?에 (?:따르면|의하면)"
    r"|(?:업계|재계|금융권|증권가|정부|익명의?|복수의|정통한)(?: 한)? (?:고위 ?)?(?:관계자|소식통)(?:들)?[은는이가]\s"
)

ENGLISH_OTHER_MEDIA = re.compile(
    r"\b(?:Reuters|Bloomberg|Nikkei|Kyodo|Yonhap|CNBC|CNN|BBC|(?:Financial|New York|Los Angeles|Korea) Times"
    r"|Wall Street Journal|(?:\w+ )?(?:Daily|Journal|Herald|Gazette|newspaper|magazine|broadcaster)(?: TV)?)"
    r"(?: News)?(?: \w+){0,3}? (?:reported|reports|said|wrote)\b|\baccording to (?:\w+ ){0,3}(?:media|reports?|Reuters"
    r"|Bloomberg|Nikkei)\b|\b(?:local|Japanese|Korean|U\.S\.|foreign|Chinese) media (?:reported|said)\b"
)
ENGLISH_ANONYMOUS = re.compile(
    r"\b(?:people|persons?|sources?|officials?|executives?|insiders?) (?:\w+ ){0,2}?"
    r"(?:familiar|close|briefed|with knowledge)"
    r"|\baccording to (?:\w+ ){0,3}(?:sources|officials|insiders|people|executives)\b"
    r"|\b(?:sources|industry officials|insiders|a source|one person) (?:said|say|told)\b",
    re.IGNORECASE,
)


def whose_word(sentence: str) -> str | None:
    """'other_media' or 'anonymous' for a sentence that passes on what neither the paper nor a named party says."""
    if OTHER_MEDIA.search(sentence) or ENGLISH_OTHER_MEDIA.search(sentence):
        return "other_media"
    return "anonymous" if ANONYMOUS.search(sentence) or ENGLISH_ANONYMOUS.search(sentence) else None


def speakers_of(clauses: Sequence[Clause], context: Context) -> dict[int, str]:
    """Sentence number → the entity that speaks in it: the subject of its verb of saying, a person before a company."""
    speakers: dict[int, str] = {}
    for clause in clauses:
        named = _speakers(clause, context)
        if named:
            person = next((party for party in named if party.mention_type == "person"), named[0])
            speakers.setdefault(clause.sentence.sentence_no, person.entity_id or "")
    return speakers


def statements(quotations: Iterable[Sequence[Clause]], context: Context) -> list[EventClaim]:
    """Statements in quotation marks by someone named, in the order of the text.

    `quotations` are the clauses of each sentence of the body with quotation marks; no more are taken than needed.
    """
    found: list[EventClaim] = []
    for clauses in quotations:
        statement = next((event for clause in clauses if (event := _statement(clause, clauses, context))), None)
        if statement is not None:
            found.append(statement)
        if len(found) == MOST_STATEMENTS:
            break
    return found


def _statement(clause: Clause, clauses: Sequence[Clause], context: Context) -> EventClaim | None:
    """The statement that a clause makes; `clauses` are those of its sentence."""
    sentence = clause.sentence
    if not _quotation(context.document.text[sentence.char_start : sentence.char_end]):
        return None
    speakers = _speakers(clause, context)
    named = [party for party in speakers if party.mention_type == "person"] or (
        speakers if _by_a_spokesman(clause) else []
    )
    if not named:
        return None
    people: dict[str, Mention] = {}
    for person in named:
        people.setdefault(person.entity_id or "", person)
        organization = context.organization_of(person)
        if organization is not None:
            people.setdefault(organization.entity_id or "", organization)
    start, end = quote_span(context.document.text, sentence, clause.start, clause.end)
    signs = signs_of_statement(context.document.language, sentence.zone)
    return EventClaim(
        event_type="statement",
        modality="done",
        participants=tuple(Participant(i, "speaker", (p.start, p.end)) for i, p in people.items()),
        evidence=Evidence(
            start=start,
            end=end,
            trigger_start=clause.start,
            trigger_end=clause.end,
            zone=sentence.zone,
            frame="statement",
            attribution="quoted",
            speaker_id=named[0].entity_id,
            confidence=confidence_of(signs),
            signs=signs,
        ),
        date=_said_on(clause, clauses, context),
    )


def _speakers(clause: Clause, context: Context) -> list[Mention]:
    if clause.quoted or clause.lemma not in words.SAYING | ENGLISH_SAYING:
        return []
    text, start = context.document.text, clause.sentence.char_start
    outside = [
        phrase
        for phrase in clause.phrase(TOPIC, SUBJECT)
        if phrase.start < start or sum(text.count(mark, start, phrase.start) for mark in QUOTATION_MARKS) % 2 == 0
    ]
    return context.parties((name for phrase in outside for name in phrase.parties), SPEAKERS)


def _said_on(clause: Clause, clauses: Sequence[Clause], context: Context) -> PartialDate | None:
    """The date of a statement: one that stands before its quotation marks, else the verb's own."""
    sentence = clause.sentence
    text = context.document.text
    marks = [i for i in range(sentence.char_start, sentence.char_end) if text[i] in QUOTATION_MARKS]
    before = [stated.date for other in clauses for stated in other.dates if marks and stated.start < marks[0]]
    return before[-1] if before else act_date(clause, context.document.published_on)


def _by_a_spokesman(clause: Clause) -> bool:
    """Whether an organization speaks through its people: 'X 관계자는', 'X 측은'."""
    return any(phrase.words.endswith(words.SPOKEN_FOR) for phrase in clause.phrase(TOPIC, SUBJECT) if phrase.parties)


def _quotation(said: str) -> bool:
    marks = [i for i, character in enumerate(said) if character in QUOTATION_MARKS]
    return len(marks) > 1 and marks[-1] - marks[0] >= SHORTEST_QUOTATION
