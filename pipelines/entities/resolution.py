"""Whether two names are one party, with a score and the reason: rules first, then what forms and sentence say together.

This is the one engine: names inside an article (article_names.py), names across articles (resolution_pages.py) and
benchmarks/aliases.py ask it. Evidence adds up as independent reports do: 1 - (1 - a)(1 - b)…; what tells two names
apart, or a knowledge base that holds them as two, outweighs all of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pipelines.entities.gazetteer import gazetteer_of
from pipelines.entities.model import Entity, Knowledge
from pipelines.entities.normalizing import normalized
from pipelines.entities.resolution_context import context_evidence
from pipelines.entities.resolution_forms import Evidence, form_evidence, tells_apart

# from this score on, two names are one
SAME = 0.8
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether two names are one party; `score` is from 0 to 1, `reason` says in words what decided."""

    same: bool
    score: float
    reason: str


def same_entity(sentence: str, first: Span, second: Span, knowledge: Knowledge) -> Decision:
    """Whether two spans of a sentence (half-open character offsets) name one party.

    The sentence may say so anywhere, so other places of the two surfaces in it count as well.
    """
    one, other = sentence[slice(*first)].strip(), sentence[slice(*second)].strip()
    if not normalized(one) or not normalized(other):
        return Decision(False, 0.0, "one of the two is no name")
    known = _known(one, other, knowledge)
    if known is not None:
        return known
    apart = tells_apart(one, other)
    if apart is not None:
        return Decision(False, 0.0, apart)
    return weigh((*form_evidence(one, other), *context_evidence(sentence, one, other)))


@lru_cache(maxsize=50_000)
def same_name(first: str, second: str) -> Decision:
    """Whether two names are one party as far as their forms alone say, without a sentence or a knowledge base."""
    apart = tells_apart(first, second)
    return Decision(False, 0.0, apart) if apart else weigh(form_evidence(first, second))


def tells_apart_in(first: Iterable[str], second: Iterable[str]) -> bool:
    """Whether any name of one party is told apart from any name of the other."""
    others = tuple(second)
    return any(tells_apart(one, other) is not None for one in first for other in others)


def weigh(evidence: Iterable[Evidence]) -> Decision:
    """The decision that pieces of evidence support together."""
    against, reasons = 1.0, []
    for piece in evidence:
        against *= 1 - piece.score
        reasons.append(f"{piece.reason} ({piece.score:.2f})")
    score = round(1 - against, 4)
    return Decision(score >= SAME, score, "; ".join(reasons) or "nothing says so")


def _known(one: str, other: str, knowledge: Knowledge) -> Decision | None:
    """What the knowledge base says of two forms that it holds: one entity, or two."""
    gazetteer = gazetteer_of(knowledge)
    first, second = gazetteer.bearer(one), gazetteer.bearer(other)
    if first is None or second is None:
        return None
    if first.entity_id == second.entity_id:
        return Decision(True, 0.99, f"both name {first.entity_id} in the knowledge base")
    return Decision(False, 0.0, f"{_title(first)} and {_title(second)} are two in the knowledge base")


def _title(entity: Entity) -> str:
    return f"{entity.entity_id} ({entity.name})"
