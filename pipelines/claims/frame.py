"""What a frame is: the words that trigger it, the slots that it fills, and what it says when it matches.

The frames themselves are data: frames_ko_*.py and frames_en.py. The engine is matching.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipelines.claims.clause import BARE, OBJECT, SUBJECT, TO, TOPIC, WITH

REQUIRED, OPTIONAL, NONE = "required", "optional", "none"


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to say one thing.

    It matches a clause whose lemma is among `lemmas`, of which a phrase holds one of `nouns` (if there are any) and
    none of `excluded`, in whose sentence one of `around` stands (if there are any) and none of `unless`,
    whose modality is a key of `modality` (its value is the event's; an empty value: no event), and in which at least
    `least` organizations stand. `agents`, `companions` and `objects` are the cases of each slot;
    `*_role` what an event calls them; `alliance_cases` where the alliance stands. `tie` names the rule by which
    memberships follow (ties.py). `continues`: without a phrase for it,
    the alliance of the same or the last sentence is meant. `finite`: a clause that qualifies a noun does not count;
    `own_agents`: the subject of the sentence before is not carried over; `open`: its words
    are those of structures that others belong to as well; `content`: what it says can be what a firmer agreement of
    the same parties holds, beside which it says nothing more.
    """

    id: str
    lemmas: frozenset[str]
    modality: Mapping[str, str]
    event: str | None = None
    tie: str | None = None
    nouns: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    alliance: str = OPTIONAL
    alliance_cases: tuple[str, ...] = (OBJECT, TO, BARE, TOPIC, SUBJECT)
    agents: tuple[str, ...] = (TOPIC, SUBJECT, BARE)
    companions: tuple[str, ...] = (WITH,)
    objects: tuple[str, ...] = ()
    least: int = 1
    least_others: int = 0
    agent_role: str = "party"
    lone_agent_role: str | None = None
    companion_role: str = "party"
    object_role: str = "counterparty"
    modifiers_count: bool = False
    continues: bool = False
    finite: bool = False
    own_agents: bool = False
    open: bool = False
    content: bool = False
    confidence: float = 0.8
    types: frozenset[str] = field(default=frozenset({"org"}))
