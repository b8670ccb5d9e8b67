"""Where the words of an answer stand in the text: quotes, triggers, names and dates, or why they do not stand there.

A language model's word is taken for nothing here: what is not literally in the document raises Ungrounded. Dates are
read off the text by the same rules as everywhere, never taken from the answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from pipelines.articles.model import Sentence
from pipelines.claims.context import Context
from pipelines.claims.evidence import MAX_QUOTE, quote_span
from pipelines.claims.model import Document, Evidence, PartialDate
from pipelines.entities import date_bounds, find_dates
from pipelines.entities.model import DateSpan, Knowledge, Mention

# No rule of this extractor is fitted: a claim that passed is as likely right as not, until somebody measures a model.
CONFIDENCE = 0.5
# A name or a quote that stands more often than this is looked for no further.
MOST_PLACES = 50
HEADLINE_ZONES = frozenset({"headline", "subhead"})

Span = tuple[int, int]


class UngroundedError(ValueError):
    """A claim cannot be made of an answer; `reason` is a code of extraction.REASONS."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


class Grounds:
    """One document, to find the words of an answer in."""

    def __init__(self, document: Document, knowledge: Knowledge) -> None:
        self.document = document
        self._context = Context(document, knowledge)

    def evidence(self, frame: str, quote: str, trigger: str, attribution: str, speaker: str | None) -> Evidence:
        """The evidence of a claim, its quote widened to whole sentences.

        Raises UngroundedError where quote or trigger are not literally there, or the quote is too long.
        """
        left, right, sentence = self._quoted(quote)
        at = self.document.text.find(trigger, left, right) if trigger.strip() else -1
        if at < 0:
            raise UngroundedError("invented_trigger", f"the quote does not hold the words {trigger[:80]!r}")
        start, end = self._widened(left, right, sentence, (at, at + len(trigger)))
        said_by = self._named(speaker, start, end, frozenset({"person", "org"})) if speaker else None
        return Evidence(
            start=start,
            end=end,
            trigger_start=at,
            trigger_end=at + len(trigger),
            zone=sentence.zone,
            frame=frame,
            attribution=attribution,
            speaker_id=said_by.entity_id if said_by else None,
            confidence=CONFIDENCE,
        )

    def party(self, name: str, evidence: Evidence, types: frozenset[str]) -> Mention:
        """The mention that a name means: in the quote, else the last one before it, else the first one after it.

        Raises UngroundedError for a name that is not in the text, or that was read as nothing of these types.
        """
        if not name.strip() or name not in self.document.text:
            raise UngroundedError("invented_name", f"the text does not hold the name {name[:80]!r}")
        found = self._named(name, evidence.start, evidence.end, types)
        if found is None or not self._context.parties([found], types):
            kinds = " or ".join(sorted(types))
            raise UngroundedError("unknown_name", f"{name[:80]!r} was not read as a party of the kind {kinds}")
        return found

    def date(self, words: str | None, evidence: Evidence, basis: str) -> PartialDate | None:
        """The date that the words state; None where they state none that can be placed.

        Raises UngroundedError where they are not literally in the text.
        """
        if words is None:
            return None
        place = next(self._places(words, evidence.start, evidence.end), None) or next(self._places(words), None)
        if place is None:
            raise UngroundedError("invented_date", f"the text does not hold the words {words[:80]!r}")
        spans = [span for span in self._dates if span.start < place[1] and span.end > place[0]]
        if not spans:
            return None
        # Of '어제(7일)' the day in brackets says which day is meant.
        bounds = date_bounds(spans[-1])
        return PartialDate(bounds.value, bounds.minimum, bounds.maximum, bounds.precision, bounds.edge, basis)

    def value(self, words: str, evidence: Evidence) -> str:
        """The words as a value. Raises UngroundedError where the quote does not hold them."""
        if not words.strip() or next(self._places(words, evidence.start, evidence.end), None) is None:
            raise UngroundedError("invented_value", f"the quote does not hold the words {words[:80]!r}")
        return words.strip()

    def require_party_in_quote(self, parties: Iterable[Mention], evidence: Evidence) -> None:
        """Raises UngroundedError where the quote names none of the parties, and has no word that stands for one."""
        meant = {party.entity_id for party in parties}
        for mention in self._context.names_between(evidence.start, evidence.end):
            if mention.entity_id in meant or meant & set(mention.members):
                return
        raise UngroundedError("no_party_in_quote", "the quote names none of the parties")

    @cached_property
    def _dates(self) -> list[DateSpan]:
        return find_dates(self.document.text, self.document.published_on)

    def _quoted(self, quote: str) -> tuple[int, int, Sentence]:
        """The first place of the quote outside the headlines, else the first, with the sentence that it begins in."""
        if len(quote.strip()) > MAX_QUOTE:
            raise UngroundedError("long_quote", f"the quote has {len(quote)} characters; {MAX_QUOTE} are allowed")
        found = [
            (start, end, sentence)
            for start, end in self._places(quote.strip())
            if (sentence := self._sentence_at(start)) is not None
        ]
        if not found:
            raise UngroundedError("invented_quote", f"the text does not hold the words {quote[:80]!r}")
        return next((place for place in found if place[2].zone not in HEADLINE_ZONES), found[0])

    def _widened(self, left: int, right: int, sentence: Sentence, trigger: Span) -> Span:
        """The whole sentences that a quote touches, if they are short enough to be quoted; else the quote itself."""
        if right <= sentence.char_end:
            return quote_span(self.document.text, sentence, *trigger)
        last = self._sentence_at(right - 1)
        start, end = sentence.char_start, last.char_end if last else right
        return (start, end) if end - start <= MAX_QUOTE else (left, right)

    def _sentence_at(self, position: int) -> Sentence | None:
        return next((s for s in self.document.sentences if s.char_start <= position < s.char_end), None)

    def _places(self, words: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
        text = self.document.text
        at = text.find(words, start, end) if words.strip() else -1
        for _ in range(MOST_PLACES):
            if at < 0:
                return
            yield at, at + len(words)
            at = text.find(words, at + 1, end)

    def _named(self, name: str, start: int, end: int, types: frozenset[str]) -> Mention | None:
        same = [
            m
            for m in self.document.mentions
            if m.surface == name and m.mention_type in types and m.entity_id is not None
        ]
        inside = [m for m in same if start <= m.start and m.end <= end]
        before = [m for m in same if m.end <= start]
        after = [m for m in same if m.start >= end]
        return next(iter([*inside[:1], *before[-1:], *after[:1]]), None)
