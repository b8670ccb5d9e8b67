"""One document in, its claims out: clauses by language, readings by frame, then ties, events and what else is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipelines.articles.model import Sentence
from pipelines.claims import frames_en, frames_ko
from pipelines.claims.attachment import attach
from pipelines.claims.beside import join_readings
from pipelines.claims.clause import SUBJECT, TOPIC, Clause, StatedDate
from pipelines.claims.context import Context
from pipelines.claims.english import read_english
from pipelines.claims.events import happenings
from pipelines.claims.evidence import quote_span
from pipelines.claims.korean import SentenceReader
from pipelines.claims.matching import Reading, appositions, match
from pipelines.claims.merging_ties import merge_ties
from pipelines.claims.modality import ENGLISH, KOREAN
from pipelines.claims.model import Claims, Document, EventClaim, Evidence, MembershipClaim, PartialDate, PostClaim
from pipelines.claims.posts import read_posts
from pipelines.claims.profiles import read_attributes, read_relations
from pipelines.claims.speech import speakers_of, statements
from pipelines.claims.ties import ties_of
from pipelines.entities import date_bounds, find_dates
from pipelines.entities.model import Knowledge, Mention
from pipelines.entities.morphology import Morpheme, analyze_all

EXTRACTOR = "frames"
EXTRACTOR_VERSION = "1"
PARTY_TYPES = frozenset({"org", "person"})
# A sentence longer than this is no prose; it is read no further.
MAX_SENTENCE = 2_000
LONGEST_SUBJECT = 3
HEADLINE_ZONES = ("headline", "subhead")


def read_claims(document: Document, knowledge: Knowledge) -> Claims:
    """Everything that the document says about alliances and events, in the order of the text.

    Pure and deterministic. Every quote is a literal part of the text and at most 300 characters long.
    """
    context = Context(document, knowledge)
    posts = read_posts(document)
    for person, organization, *_ in posts:
        context.posts.setdefault(person.entity_id or "", organization)
    clauses = _clauses(document, context)
    readings = join_readings(_readings(clauses, document, context))
    speakers = speakers_of(clauses, context)
    ties = merge_ties([tie for reading in readings for tie in ties_of(reading, context)], readings)
    memberships = tuple(
        MembershipClaim(
            member_id=tie.member.entity_id or "",
            role=tie.role,
            status=tie.status,
            evidence=_evidence(document.text, tie.reading, speakers),
            member_span=(tie.member.start, tie.member.end),
            alliance_id=tie.alliance.entity_id if tie.alliance else None,
            pairing=tie.pairing,
            alliance_span=(tie.alliance.start, tie.alliance.end) if tie.alliance else None,
            is_founder=tie.is_founder,
            since=tie.since,
            until=tie.until,
        )
        for tie in ties
    )
    events = [
        EventClaim(
            event_type=happening.event_type,
            modality=happening.modality,
            participants=happening.participants,
            evidence=_evidence(document.text, happening.reading, speakers),
            date=happening.date,
            polarity="negative" if happening.modality == "denied" else "positive",
        )
        for happening in happenings(readings, ties, context)
    ]
    if memberships or events:
        events.extend(statements(clauses, context))
    events.sort(key=lambda event: (event.evidence.start, event.evidence.trigger_start, event.event_type))
    return Claims(
        memberships=memberships,
        events=tuple(events),
        relations=read_relations(clauses, context),
        attributes=read_attributes(readings, context),
        posts=tuple(
            PostClaim(
                person_id=person.entity_id or "",
                organization_id=organization.entity_id or "",
                title=title,
                evidence=_span_evidence(document, start, end, "post"),
            )
            for person, organization, title, start, end in posts
        ),
    )


def _clauses(document: Document, context: Context) -> list[Clause]:
    dates = _dates(document)
    readable = [s for s in document.sentences if s.char_end - s.char_start <= MAX_SENTENCE]
    names = {s.sentence_no: context.names_between(s.char_start, s.char_end) for s in readable}
    # A sentence without any name continues nothing and claims nothing.
    readable = [s for s in readable if names[s.sentence_no] or s.zone not in HEADLINE_ZONES]
    if document.language == "en":
        clauses = [
            clause
            for s in readable
            for clause in read_english(document.text, s, names[s.sentence_no], _inside(dates, s), frames_en.LEMMAS)
        ]
    else:
        texts = [document.text[s.char_start : s.char_end] for s in readable]
        spans = [[(m.start - s.char_start, m.end - s.char_start) for m in names[s.sentence_no]] for s in readable]
        clauses = []
        for sentence, morphemes in zip(readable, analyze_all(texts, spans), strict=True):
            reader = SentenceReader(
                text=document.text,
                morphemes=[_moved(m, sentence.char_start) for m in morphemes],
                names={m.start: m for m in names[sentence.sentence_no]},
                dates={d.start: d for d in _inside(dates, sentence)},
                headline=sentence.zone in HEADLINE_ZONES,
            )
            clauses.extend(attach(sentence, reader.read(), frames_ko.TRIGGERS, frames_ko.SUPPORTS))
    return _carry(clauses)


def _readings(clauses: Sequence[Clause], document: Document, context: Context) -> list[Reading]:
    english = document.language == "en"
    frames, modalities = (frames_en.FRAMES, ENGLISH) if english else (frames_ko.FRAMES, KOREAN)
    found = [match(clause, frames, context, modalities) for clause in clauses]
    found.extend(appositions(clauses, frames_ko.APPOSITION, frames_ko.APPOSITIONS, context))
    return sorted(
        (reading for reading in found if reading is not None),
        key=lambda reading: (reading.clause.sentence.sentence_no, reading.clause.start, reading.frame.id),
    )


def _carry(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses, each with the subject of the sentence before, for those that have none of their own."""
    out: list[Clause] = []
    before: tuple[Mention, ...] = ()
    current: tuple[Mention, ...] = ()
    number = -1
    for clause in clauses:
        if clause.sentence.sentence_no != number:
            if current:
                before = current
            current, number = (), clause.sentence.sentence_no
            if clause.sentence.zone in HEADLINE_ZONES:
                before = ()
        out.append(replace(clause, carried=before))
        topics = [name for phrase in clause.phrase(TOPIC) for name in phrase.parties]
        # A long list that a sentence only introduces is nobody's topic.
        subjects = topics or [name for phrase in clause.phrase(SUBJECT) for name in phrase.parties]
        if (
            (topics or len(subjects) <= LONGEST_SUBJECT)
            and subjects
            and not clause.quoted
            and clause.link != "adnominal"
        ):
            current = tuple(subjects)
    return out


def _dates(document: Document) -> list[StatedDate]:
    found = []
    spans = find_dates(document.text, document.published_on)
    for n, span in enumerate(spans):
        after = spans[n + 1] if n + 1 < len(spans) else None
        if after and document.text[span.end : after.start] == "(" and document.text.startswith(")", after.end):
            # '어제(7일)': the day in brackets says which day is meant.
            spans[n + 1] = replace(after, start=span.start)
            continue
        bounds = date_bounds(span)
        found.append(
            StatedDate(
                PartialDate(bounds.value, bounds.minimum, bounds.maximum, bounds.precision, bounds.edge),
                span.start,
                span.end,
            )
        )
    return found


def _inside(dates: Sequence[StatedDate], sentence: Sentence) -> list[StatedDate]:
    return [date for date in dates if sentence.char_start <= date.start < sentence.char_end]


def _moved(morpheme: Morpheme, by: int) -> Morpheme:
    return Morpheme(morpheme.form, morpheme.tag, morpheme.start + by, morpheme.end + by)


def _evidence(text: str, reading: Reading, speakers: dict[int, str]) -> Evidence:
    clause = reading.clause
    start, end = quote_span(text, clause.sentence, clause.start, clause.end)
    speaker = speakers.get(clause.sentence.sentence_no)
    said = clause.quoted or clause.sentence.zone == "quote"
    penalty = (0.15 if said else 0.0) + (0.2 if clause.sentence.zone in HEADLINE_ZONES else 0.0)
    return Evidence(
        start=start,
        end=end,
        trigger_start=clause.start,
        trigger_end=clause.end,
        zone=clause.sentence.zone,
        frame=reading.frame.id,
        attribution="quoted" if said or (clause.reported and speaker) else "own",
        speaker_id=speaker if said or clause.reported else None,
        confidence=round(max(0.05, reading.frame.confidence - penalty), 2),
    )


def _span_evidence(document: Document, start: int, end: int, frame: str) -> Evidence:
    sentence = next((s for s in document.sentences if s.char_start <= start < s.char_end), None)
    if sentence is None:
        sentence = Sentence(0, start, end, "body")
    left, right = quote_span(document.text, sentence, start, end)
    return Evidence(left, right, start, end, sentence.zone, frame, confidence=0.8)
