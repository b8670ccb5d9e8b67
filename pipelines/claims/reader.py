"""One document in, its claims out: clauses by language, readings by frame, then ties, events and what else is said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.articles.model import Sentence
from pipelines.claims import frames_en, frames_ko
from pipelines.claims import words_ko as words
from pipelines.claims.apposition import appositions
from pipelines.claims.beside import join_readings
from pipelines.claims.clause import Clause
from pipelines.claims.completing import PREFIX, complete
from pipelines.claims.confidence import confidence_of, signs_of_event, signs_of_tie
from pipelines.claims.context import Context
from pipelines.claims.deal_terms import DEALS, Terms, terms_of
from pipelines.claims.discourse import HEADLINE_ZONES, Discourse
from pipelines.claims.events import happenings, with_parties_of_a_tie
from pipelines.claims.evidence import quote_span
from pipelines.claims.happening import Happening
from pipelines.claims.matching import Reading, match
from pipelines.claims.merging_ties import merge_ties
from pipelines.claims.modality import ENGLISH, KOREAN
from pipelines.claims.model import Claims, Document, EventClaim, Evidence, MembershipClaim, PostClaim
from pipelines.claims.posts import Post, read_posts
from pipelines.claims.profiles import read_attributes, read_relations
from pipelines.claims.speech import speakers_of, statements, whose_word
from pipelines.claims.tie_model import Weights
from pipelines.claims.tie_weights import WEIGHTS
from pipelines.claims.ties import Tie, ties_of
from pipelines.entities.model import Knowledge

# Sentences of party politics, whose alliances are out of scope
POLITICS = re.compile(
    r"(?<![가-힣])(?:선거|총선|대선|지방선거|재보선|공천|야권|여권|정당|의석)(?![가-힣]{3})"
    r"|후보 ?단일화|원내대표|국민의힘|[가-힣]{2,6}민주당"
)
CORRECTION = re.compile(r"\s*[\[<(【](?:정정|반론|바로잡)")
EXTRACTOR = "frames"
EXTRACTOR_VERSION = "1"


def read_claims(document: Document, knowledge: Knowledge, weights: Weights | None = WEIGHTS) -> Claims:
    """Everything that the document says about alliances and events, in the order of the text.

    With `weights`, ties that no frame reads are told by where names stand. Pure and deterministic. Every quote is a
    literal part of the text and at most 300 characters long.
    """
    posts = read_posts(document)
    discourse, readings, ties = read_frames(document, knowledge, posts)
    context, clauses = discourse.context, discourse.clauses()
    speakers = speakers_of(clauses, context)
    if weights is not None:
        ties = [*ties, *complete(ties, readings, discourse, weights)]
    memberships = tuple(
        MembershipClaim(
            member_id=tie.member.entity_id or "",
            role=tie.role,
            status=tie.status,
            evidence=_evidence(document.text, tie.reading, speakers, signs_of_tie(tie, document)),
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
            evidence=_evidence(document.text, happening.reading, speakers, signs_of_event(happening, document)),
            date=happening.date,
            polarity="negative" if happening.modality == "denied" else "positive",
            amount=terms.amount,
            currency=terms.currency,
            stake_pct=terms.stake_pct,
        )
        for happening in happenings(readings, ties, context)
        for terms in (_terms(document.text, happening, readings),)
    ]
    if memberships or events:
        events.extend(statements(discourse.quotations(), context))
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


def read_frames(
    document: Document, knowledge: Knowledge, posts: Sequence[Post]
) -> tuple[Discourse, list[Reading], list[Tie]]:
    """What the frames read of a document: its clauses, their readings, and the ties that follow."""
    context = Context(document, knowledge)
    for person, organization, *_ in posts:
        context.posts.setdefault(person.entity_id or "", organization)
    discourse = Discourse(context)
    readings = with_parties_of_a_tie(join_readings(_readings(discourse.clauses(), discourse)), context)
    ties = [tie for reading in readings for tie in ties_of(reading, context)]
    return discourse, readings, merge_ties(ties, readings, document.published_on)


def _readings(clauses: Sequence[Clause], discourse: Discourse) -> list[Reading]:
    context = discourse.context
    english = discourse.document.language == "en"
    frames, modalities = (frames_en.FRAMES, ENGLISH) if english else (frames_ko.FRAMES, KOREAN)
    text = discourse.document.text
    # A headline that puts right what a paper has said repeats it, and claims nothing.
    clauses = [
        clause
        for clause in clauses
        if (clause.sentence.zone not in HEADLINE_ZONES or not CORRECTION.match(text, clause.sentence.char_start))
        and not POLITICS.search(text, clause.sentence.char_start, clause.sentence.char_end)
    ]
    # '… 하는 세상이다': what is said of the world is said of nobody.
    general = {c.sentence.sentence_no for c in clauses if c.lemma.removesuffix("이") in words.WORLDS}
    clauses = [clause for clause in clauses if clause.sentence.sentence_no not in general]
    found = [match(clause, frames, context, modalities, discourse.subject_before) for clause in clauses]
    found.extend(appositions(clauses, frames_ko.APPOSITION, frames_ko.APPOSITIONS, context))
    return sorted(
        (reading for reading in found if reading is not None),
        key=lambda reading: (reading.clause.sentence.sentence_no, reading.clause.start, reading.frame.id),
    )


def _evidence(text: str, reading: Reading, speakers: dict[int, str], signs: tuple[str, ...]) -> Evidence:
    clause = reading.clause
    start, end = quote_span(text, clause.sentence, clause.start, clause.end)
    speaker = speakers.get(clause.sentence.sentence_no)
    said = clause.quoted or clause.sentence.zone == "quote"
    passed_on = whose_word(text[clause.sentence.char_start : clause.sentence.char_end])
    if passed_on:
        speaker = None
    return Evidence(
        start=start,
        end=end,
        trigger_start=clause.start,
        trigger_end=clause.end,
        zone=clause.sentence.zone,
        frame=reading.frame.id,
        attribution=passed_on or ("quoted" if said or (clause.reported and speaker) else "own"),
        speaker_id=speaker if said or clause.reported else None,
        # what was fitted knows how likely it is
        confidence=reading.frame.confidence if reading.frame.id.startswith(PREFIX) else confidence_of(signs),
        signs=signs,
    )


def _terms(text: str, happening: Happening, readings: Sequence[Reading]) -> Terms:
    """The terms of a deal: what stands before its trigger, in its sentence, after the deal that was told before."""
    clause = happening.reading.clause
    told = [
        reading.clause.end
        for reading in readings
        if reading.frame.event in DEALS
        and reading.clause.sentence.sentence_no == clause.sentence.sentence_no
        and reading.clause.end <= clause.start
    ]
    start = max(told, default=clause.sentence.char_start)
    if happening.reading.frame.id.startswith("en_"):
        # English says the terms behind the verb.
        later = [r.clause.start for r in readings if r.frame.event in DEALS and r.clause.start > clause.start]
        end = min([clause.sentence.char_end, *later])
        return terms_of(text, clause.start, end, happening.event_type)
    return terms_of(text, start, clause.end, happening.event_type, clause.sentence.zone in HEADLINE_ZONES)


def _span_evidence(document: Document, start: int, end: int, frame: str) -> Evidence:
    sentence = next((s for s in document.sentences if s.char_start <= start < s.char_end), None)
    if sentence is None:
        sentence = Sentence(0, start, end, "body")
    left, right = quote_span(document.text, sentence, start, end)
    return Evidence(left, right, start, end, sentence.zone, frame, confidence=0.8)
