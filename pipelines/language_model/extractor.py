"""The extractor that asks a language model: what is sent, what comes from the cache, and what an outage means.

What is asked and what is believed of an answer is in pipelines/claims (asking.py, answers.py, grounding.py).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from pipelines.claims import Document, Extraction
from pipelines.claims.answers import AnswerError, claims_of, parse_answer
from pipelines.claims.asking import PROMPT_VERSION, SCHEMA, messages, worth_asking
from pipelines.claims.extraction import Refusal
from pipelines.entities.model import Knowledge
from pipelines.language_model.asker import Asker, Outcome
from pipelines.language_model.budget import Budget, most_tokens
from pipelines.language_model.cache import AnswerCache
from pipelines.language_model.client import Client
from pipelines.language_model.model import Endpoint, Limits
from pipelines.language_model.pacing import Pace, SystemClock

NAME = "language_model"
# Documents that are looked at together, whatever the concurrency: the budget is settled after each wave.
WAVE = 32
# So many documents in a row without an answer are an outage, not bad luck.
DOWN_AFTER = 5
UNANSWERED = frozenset({"no_answer", "refused_request"})


@dataclass(frozen=True, slots=True)
class _Question:
    document: Document
    body: bytes
    path: Path
    most: int


class LanguageModelExtractor:
    """Claims by a language model. One object serves one run: its budget is never filled up again."""

    def __init__(self, endpoint: Endpoint, limits: Limits, cache: Path, clock: SystemClock | None = None) -> None:
        self.endpoint = endpoint
        self.limits = limits
        self.name = NAME
        self.version = f"{endpoint.model}, prompt {PROMPT_VERSION}"
        self._cache = AnswerCache(cache)
        self._clock = clock or SystemClock()
        self._pace = Pace(limits.per_minute, self._clock)
        self._budget = Budget(limits.requests, limits.tokens)
        self._unanswered = 0

    def extract(self, documents: Iterable[Document], knowledge: Knowledge) -> Iterator[Extraction]:
        """One extraction for each document, in their order; the same for any concurrency.

        A document without an answer is refused with the reason, and not asked about again in this call. Raises
        LanguageModelError where the user has to mend something, StorageError where the cache cannot be written.
        """
        remaining = iter(documents)
        with Client(self.endpoint, self.limits, self._clock) as client:
            asker = Asker(client, self.limits, self._budget, self._pace, self._clock)
            while wave := list(islice(remaining, WAVE)):
                yield from self._wave(wave, knowledge, asker)

    def _wave(self, documents: Sequence[Document], knowledge: Knowledge, asker: Asker) -> list[Extraction]:
        questions = [self._question(document) for document in documents]
        known: dict[Path, Outcome] = {}
        asked: list[_Question] = []
        for question in questions:
            if isinstance(question, _Question) and question.path not in known:
                outcome = self._settled(question)
                # A place among the answers, so that a text that stands twice in a wave is asked about once.
                known[question.path] = outcome or Outcome(None)
                if outcome is None:
                    asked.append(question)
        outcomes = asker.ask_all([(question.body, question.most) for question in asked])
        for question, outcome in zip(asked, outcomes, strict=True):
            self._budget.give_back(question.most - outcome.used)
            self._unanswered = self._unanswered + 1 if outcome.reason in UNANSWERED else 0
            if outcome.answer is not None:
                self._cache.put(question.path, outcome.answer)
            known[question.path] = outcome
        return [
            self._extraction(question.document, known[question.path], knowledge)
            if isinstance(question, _Question)
            else question
            for question in questions
        ]

    def _question(self, document: Document) -> _Question | Extraction:
        """What to ask about a document; an extraction where nothing is asked."""
        if not worth_asking(document):
            return Extraction()
        if len(document.text) > self.limits.text:
            detail = f"the text has {len(document.text)} characters; at most {self.limits.text} are sent"
            return Extraction(refusals=(Refusal("too_long_to_send", detail),))
        body = self._body(document)
        path = self._cache.path(self.endpoint, body)
        return _Question(document, body, path, most_tokens(body) + self.limits.answer)

    def _body(self, document: Document) -> bytes:
        """The request as bytes: the same document gives the same."""
        request = {
            "model": self.endpoint.model,
            "messages": messages(document),
            "temperature": 0,
            "max_tokens": self.limits.answer,
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "claims", "strict": True, "schema": SCHEMA},
            },
        }
        return json.dumps(request, ensure_ascii=False).encode("utf-8", "replace")

    def _settled(self, question: _Question) -> Outcome | None:
        """How a question ends without a request; None where one is set aside for it."""
        kept = self._cache.get(question.path)
        if kept is not None and _readable(kept.content):
            return Outcome(kept)
        if self._unanswered >= DOWN_AFTER:
            return Outcome(None, "endpoint_down", f"{self._unanswered} documents in a row got no answer")
        if not self._budget.take(question.most):
            left = f"{self._budget.requests} requests and {self._budget.tokens} tokens are left of this run's"
            return Outcome(None, "over_budget", left)
        return None

    def _extraction(self, document: Document, outcome: Outcome, knowledge: Knowledge) -> Extraction:
        if outcome.answer is None:
            return Extraction(refusals=(Refusal(outcome.reason, outcome.detail),))
        extraction = claims_of(parse_answer(outcome.answer.content), document, knowledge)
        # What was refused may hold anything, escaped twice too; it goes into core/rejects, which people read.
        refusals = (
            replace(
                refusal,
                detail=self.endpoint.without_key(refusal.detail),
                row=refusal.row and self.endpoint.without_key(refusal.row),
            )
            for refusal in extraction.refusals
        )
        return replace(extraction, refusals=tuple(refusals))


def _readable(content: str) -> bool:
    try:
        parse_answer(content)
    except AnswerError:
        return False
    return True
