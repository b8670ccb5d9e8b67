"""What an event is before it is quoted: one reading's happening, with who took part in it and when.

Only the shape belongs here; how readings become happenings is in events.py, what several say together in
events_together.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.claims.matching import Reading
from pipelines.claims.model import PartialDate, Participant

PARTY_ROLES = frozenset({"party", "initiator", "counterparty", "investor", "investee", "acquirer", "target", "speaker"})


@dataclass(frozen=True, slots=True)
class Happening:
    """One event before it is quoted."""

    reading: Reading
    event_type: str
    modality: str
    participants: tuple[Participant, ...]
    date: PartialDate | None

    @property
    def parties(self) -> frozenset[str]:
        """Everyone but the alliance and the venue."""
        return frozenset(p.entity_id for p in self.participants if p.role in PARTY_ROLES)

    @property
    def alliance(self) -> str | None:
        """The structure that it is about."""
        return next((p.entity_id for p in self.participants if p.role == "alliance"), None)
