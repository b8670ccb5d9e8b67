"""All English frames, in the order in which they are tried.

The cases are those that english.py gives: the names before the verb are its subject, those behind it stand in the case
of their preposition. The first frame that matches a clause is its reading.
"""

from __future__ import annotations

from pipelines.claims.frame import Frame
from pipelines.claims.frames_en_agreements import AGREEMENT_FRAMES
from pipelines.claims.frames_en_deals import DEAL_FRAMES
from pipelines.claims.frames_en_structures import STRUCTURE_FRAMES

FRAMES: tuple[Frame, ...] = (*STRUCTURE_FRAMES, *AGREEMENT_FRAMES, *DEAL_FRAMES)
