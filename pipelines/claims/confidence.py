"""How likely a claim is what its text says: a sum of weights over the signs of how it was read.

A sign is one word for one thing that is known of a claim: its kind, its state, the zone and the word that it stands on,
how its parties were found. The weights are fitted by benchmarks/confidence.py to annotated articles and stand in
confidence_weights.py; a sign without a weight says nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from pipelines.claims.confidence_weights import BASE, WEIGHTS
from pipelines.claims.happening import Happening
from pipelines.claims.matching import Reading
from pipelines.claims.model import Document
from pipelines.claims.ties import Tie
from pipelines.entities.model import Mention

HEADLINE_ZONES = ("headline", "subhead")
LEAST, MOST = 0.02, 0.99
FIRM, USUAL = 0.8, 0.6
PAIR, FEW = 2, 5


def confidence_of(signs: Iterable[str]) -> float:
    """From 0 to 1, to two places: the logistic function of the weights of the signs."""
    total = BASE + sum(WEIGHTS.get(sign, 0.0) for sign in signs)
    return round(min(MOST, max(LEAST, 1 / (1 + math.exp(-total)))), 2)


def signs_of_tie(tie: Tie, document: Document) -> tuple[str, ...]:
    """The signs of a membership claim."""
    return (
        "claim:membership",
        f"tie:{tie.kind}",
        f"status:{tie.status}",
        f"of:{'alliance' if tie.alliance is not None else 'pairing'}",
        f"parties:{_size(len(tie.pairing) if tie.pairing else len(tie.reading.parties))}",
        *_of_reading(tie.reading, document),
        *_of_name("member", tie.member, tie.reading),
        *(_of_name("alliance", tie.alliance, tie.reading) if tie.alliance is not None else ()),
    )


def signs_of_event(happening: Happening, document: Document) -> tuple[str, ...]:
    """The signs of an event claim."""
    return (
        "claim:event",
        f"event:{happening.event_type}",
        f"modality:{happening.modality}",
        f"parties:{_size(len(happening.parties))}",
        *_of_reading(happening.reading, document),
    )


def signs_of_statement(language: str, zone: str) -> tuple[str, ...]:
    """The signs of somebody's statement."""
    return ("claim:event", "event:statement", f"language:{language}", f"zone:{_zone(zone)}")


def _of_reading(reading: Reading, document: Document) -> tuple[str, ...]:
    firmness = reading.frame.confidence
    clause = reading.clause
    return (
        f"language:{document.language}",
        f"zone:{_zone(clause.sentence.zone)}",
        f"word:{'quoted' if clause.quoted else 'reported' if clause.reported else 'own'}",
        f"frame:{'firm' if firmness >= FIRM else 'usual' if firmness >= USUAL else 'weak'}",
        f"link:{clause.link}",
    )


def _of_name(side: str, name: Mention, reading: Reading) -> tuple[str, ...]:
    """How a party was found, and how far from the trigger it stands."""
    sentence = reading.clause.sentence
    here = sentence.char_start <= name.start < sentence.char_end
    return f"{side}:{name.method}", f"{side}:{'here' if here else 'elsewhere'}"


def _zone(zone: str) -> str:
    return "headline" if zone in HEADLINE_ZONES else "body"


def _size(parties: int) -> str:
    return "none" if not parties else "one" if parties < PAIR else "few" if parties <= FEW else "many"
