"""What an extractor is: documents in, and for each of them its claims and what was refused.

Every extractor writes the same claims under a name of its own. Here belong the contract and the extractor that needs
nothing but this package; what asks a language model lives in pipelines/language_model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from pipelines.claims.model import Claims, Document
from pipelines.claims.reader import EXTRACTOR, EXTRACTOR_VERSION, read_claims
from pipelines.claims.tie_model import Weights
from pipelines.claims.tie_weights import WEIGHTS
from pipelines.entities.model import Knowledge
from pipelines.tables.declaration import Vocabulary

REASONS = Vocabulary(
    "claim_reject_reason",
    "Why a claim, or all that a document says, was refused.",
    {
        "unreadable": "the extractor failed on the document",
        "no_answer": "the language model gave no answer within its attempts",
        "refused_request": "the endpoint, or the model, declined to read the document",
        "truncated_answer": "the answer was cut at its longest length",
        "malformed_answer": "the answer is not the JSON that was asked for",
        "oversize_answer": "the answer is larger than any answer needs to be",
        "too_long_to_send": "the text is longer than what is sent",
        "over_budget": "the requests or tokens of the run were used up before the document's turn",
        "endpoint_down": "so many documents before it got no answer that it was not sent",
        "off_schema": "a claim lacks a value, or has one of another kind",
        "too_many_claims": "the answer has more claims than any document makes",
        "invented_quote": "the quote is not literally in the text",
        "long_quote": "the quote is longer than what is published of an article",
        "invented_trigger": "the words that make the claim are not literally in its quote",
        "invented_name": "a name is not literally in the text",
        "invented_date": "the words of a date are not literally in the text",
        "invented_value": "a value is not literally in the quote",
        "unknown_name": "a name is in the text, but was read as no entity of the kind that the claim needs",
        "no_party_in_quote": "the quote names none of the parties, and no word that stands for them",
        "no_tie": "a tie needs an alliance and a member, or two partners",
    },
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something was refused: a code of REASONS, the reason in words, and the claim as JSON.

    `row` is None where the document as a whole was refused.
    """

    reason: str
    detail: str
    row: str | None = None

    def __post_init__(self) -> None:
        """KeyError for a reason that is not in REASONS."""
        if self.reason not in REASONS:
            raise KeyError(self.reason)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document says, and what of it was refused."""

    claims: Claims = field(default_factory=Claims)
    refusals: tuple[Refusal, ...] = ()


class Extractor(Protocol):
    """Reads claims. Its name and version stand beside every claim that it makes."""

    @property
    def name(self) -> str:
        """What `extractor` says in the tables of claims."""

    @property
    def version(self) -> str:
        """What `extractor_version` says."""

    def extract(self, documents: Iterable[Document], knowledge: Knowledge) -> Iterator[Extraction]:
        """One extraction for each document, in their order."""


@dataclass(frozen=True, slots=True)
class FrameExtractor:
    """The extractor that reads frames off the morphemes, and what they leave by `weights`: the same claims every time.

    Without weights the frames do alone.
    """

    name: str = EXTRACTOR
    version: str = EXTRACTOR_VERSION
    weights: Weights | None = field(default=WEIGHTS, repr=False, compare=False)

    def extract(self, documents: Iterable[Document], knowledge: Knowledge) -> Iterator[Extraction]:
        """The claims of each document; one that cannot be read is refused, and costs the others nothing."""
        for document in documents:
            try:
                yield Extraction(read_claims(document, knowledge, self.weights))
            except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
                yield Extraction(refusals=(Refusal("unreadable", f"{type(error).__name__}: {error}"),))


FRAMES = FrameExtractor()
