"""The sentences of a document as clauses, each read when it is asked for and once.

A sentence costs an analysis of its morphemes, so only those are read that can make a claim (relevance.py), and those
before them whose subject they go on with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from pipelines.articles.model import Sentence
from pipelines.claims import frames_ko, verbs_en
from pipelines.claims.attachment import attach
from pipelines.claims.clause import SUBJECT, TOPIC, Clause, StatedDate
from pipelines.claims.context import Context
from pipelines.claims.dating import use_of_date
from pipelines.claims.denials import is_rumour, with_rumours
from pipelines.claims.english import read_english
from pipelines.claims.korean import SentenceReader
from pipelines.claims.model import PartialDate
from pipelines.claims.nouns_of_action import nouns_of_action
from pipelines.claims.relevance import relevant_places
from pipelines.entities import date_bounds, find_dates
from pipelines.entities.model import Mention
from pipelines.entities.morphology import Morpheme, analyze

# A sentence longer than this is no prose; it is read no further.
MAX_SENTENCE = 2_000
LONGEST_SUBJECT = 3
HEADLINE_ZONES = ("headline", "subhead")
PARTY_TYPES = frozenset({"org", "person", "group"})
QUOTED = re.compile(r'["“”]')


class Discourse:
    """One document as clauses, with the subject that a sentence goes on with."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.document = context.document
        self._sentences = [s for s in self.document.sentences if s.char_end - s.char_start <= MAX_SENTENCE]
        self._places = {s.sentence_no: i for i, s in enumerate(self._sentences)}
        self._read: dict[int, list[Clause]] = {}
        self._analyzed: dict[tuple[str, tuple[tuple[int, int], ...]], tuple[int, tuple[Morpheme, ...]]] = {}

    def clauses(self) -> list[Clause]:
        """The clauses of every sentence that can make a claim, in the order of the text."""
        if self.document.language == "en":
            places = list(range(len(self._sentences)))
        else:
            places = relevant_places(self.context, self._sentences)
        return [clause for place in places for clause in self._clauses(place)]

    def quotations(self) -> Iterator[list[Clause]]:
        """The clauses of each sentence of the body with quotation marks and a party's name, sentence by sentence."""
        for place, sentence in enumerate(self._sentences):
            if sentence.zone in HEADLINE_ZONES:
                continue
            if not QUOTED.search(self.document.text, sentence.char_start, sentence.char_end):
                continue
            if any(name.mention_type in PARTY_TYPES for name in self._names(sentence)):
                yield self._clauses(place)

    def clause_at(self, sentence: Sentence, position: int) -> Clause | None:
        """The clause of a sentence whose predicate stands at a position or is the first one behind it."""
        place = self._places.get(sentence.sentence_no)
        clauses = [] if place is None else self._clauses(place)
        return min((c for c in clauses if c.end > position), key=lambda c: (c.start, c.end), default=None)

    def subject_before(self, clause: Clause) -> tuple[Mention, ...]:
        """The subject that the sentences before leave to a clause without one; a headline leaves and takes none."""
        place = self._places[clause.sentence.sentence_no]
        if clause.sentence.zone in HEADLINE_ZONES:
            return ()
        for before in range(place - 1, -1, -1):
            clauses = self._clauses(before) if self._names(self._sentences[before]) else []
            if subject := _subject(clauses):
                return subject
            if clauses and clauses[0].sentence.zone in HEADLINE_ZONES:
                return ()
        return ()

    def _clauses(self, place: int) -> list[Clause]:
        if place not in self._read:
            self._read[place] = self._read_sentence(self._sentences[place])
        return self._read[place]

    def _read_sentence(self, sentence: Sentence) -> list[Clause]:
        names = self._names(sentence)
        headline = sentence.zone in HEADLINE_ZONES
        if headline and not names:
            # A headline without any name continues nothing and claims nothing.
            return []
        text, start = self.document.text, sentence.char_start
        dates = [date for date in self._dates if start <= date.start < sentence.char_end]
        if self.document.language == "en":
            return read_english(text, sentence, names, dates, verbs_en.LEMMAS)
        reader = SentenceReader(
            text=text,
            morphemes=self._morphemes(sentence, names),
            names={m.start: m for m in names},
            dates={d.start: d for d in dates},
            headline=headline,
        )
        clauses = attach(sentence, reader.read(), frames_ko.TRIGGERS, frames_ko.SUPPORTS)
        return with_rumours(clauses, nouns_of_action(frames_ko.TRIGGERS))

    def _morphemes(self, sentence: Sentence, names: list[Mention]) -> tuple[Morpheme, ...]:
        """The sentence analyzed, or what an equal one before it gave, moved to its place."""
        start = sentence.char_start
        text = self.document.text[start : sentence.char_end]
        spans = tuple((m.start - start, m.end - start) for m in names)
        if (text, spans) not in self._analyzed:
            self._analyzed[text, spans] = start, analyze(text, spans, offset=start)
        first, morphemes = self._analyzed[text, spans]
        if first == start:
            return morphemes
        return tuple(Morpheme(m.form, m.tag, m.start - first + start, m.end - first + start) for m in morphemes)

    def _names(self, sentence: Sentence) -> list[Mention]:
        names = self.context.names_between(sentence.char_start, sentence.char_end)
        nouns = nouns_of_action(frames_ko.TRIGGERS)
        # '설립설' is a rumour, not the name of a company.
        return [name for name in names if not (is_rumour(name.surface) and name.surface[:-1] in nouns)]

    @cached_property
    def _dates(self) -> list[StatedDate]:
        found = []
        text = self.document.text
        spans = find_dates(text, self.document.published_on)
        for n, span in enumerate(spans):
            after = spans[n + 1] if n + 1 < len(spans) else None
            if after and text[span.end : after.start] == "(" and text.startswith(")", after.end):
                # '어제(7일)': the day in brackets says which day is meant.
                spans[n + 1] = replace(after, start=span.start)
                continue
            bounds = date_bounds(span)
            found.append(
                StatedDate(
                    PartialDate(bounds.value, bounds.minimum, bounds.maximum, bounds.precision, bounds.edge),
                    span.start,
                    span.end,
                    use_of_date(text, span.start, span.end),
                )
            )
        return found


def _subject(clauses: list[Clause]) -> tuple[Mention, ...]:
    """The subject that a sentence leaves to the next one: that of its last clause that says one."""
    for clause in reversed(clauses):
        if clause.quoted or clause.link == "adnominal":
            continue
        topics = [name for phrase in clause.phrase(TOPIC) for name in phrase.parties]
        # A long list that a sentence only introduces is nobody's topic.
        subjects = topics or [name for phrase in clause.phrase(SUBJECT) for name in phrase.parties]
        if subjects and (topics or len(subjects) <= LONGEST_SUBJECT):
            return tuple(subjects)
    return ()
