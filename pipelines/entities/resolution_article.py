"""Inside one article: a name that nobody listed joined with another name of the article that means the same party.

Here belongs whom such a name is compared with and which decision counts; the decision is resolution.py's. What a person
has judged different stays two, also where the article gives one name for the other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from pipelines.entities.findings import Findings
from pipelines.entities.model import Judgement, Knowledge, Mention
from pipelines.entities.normalizing import entity_id_of
from pipelines.entities.resolution import SAME, Decision, same_name, tells_apart_in, weigh
from pipelines.entities.resolution_context import context_evidence
from pipelines.entities.resolution_forms import form_evidence, is_part_of

# an article that names more parties than this is a list, and its names are full ones
MAX_PARTIES = 60
JOINED_TYPES = ("org", "alliance")
REACH = 120


@dataclass(slots=True)
class _Party:
    """One entity of the article: its first mention, and the forms in which it stands there."""

    first: Mention
    forms: dict[str, int]
    listed: bool


def join_names(found: Findings, knowledge: Knowledge) -> None:
    """Give a discovered organization or alliance the entity of the one other name that means it.

    A name that could be two other parties of the article stays itself. The later name joins the earlier one, and any
    joins a listed one; two listed ones never join.
    """
    parties = _parties(found, knowledge)
    if len(parties) > MAX_PARTIES:
        return
    apart = kept_apart(knowledge.judgements)
    keys = list(parties)
    meant: dict[str, tuple[str, float]] = {}
    for place, key in enumerate(keys):
        if parties[key].listed:
            continue
        chosen = [
            (other, decision)
            for position, other in enumerate(keys)
            if other != key
            and (parties[other].listed or position < place)
            and parties[other].first.mention_type == parties[key].first.mention_type
            and frozenset((key, other)) not in apart
            and (decision := _compare(found.text, parties[key], parties[other])).same
        ]
        targets = {meant.get(other, (other, 0.0))[0] for other, _ in chosen}
        if len(targets) == 1:
            meant[key] = (targets.pop(), max(decision.score for _, decision in chosen))
    for mention in list(found):
        if mention.entity_id in meant and mention.mention_type in JOINED_TYPES:
            key, score = meant[mention.entity_id]
            name = parties[key].first.entity_name
            found.replace(mention, replace(mention, entity_id=key, entity_name=name, method="article", score=score))


def may_be_called(mention: Mention, form: str, knowledge: Knowledge) -> bool:
    """Whether a form that the article gives for a name may mean the same party: nothing tells the two apart.

    A person's judgement about the id that the form would have by itself counts as well.
    """
    own = entity_id_of(mention.mention_type, form)
    if own is not None and frozenset((own, mention.entity_id or "")) in kept_apart(knowledge.judgements):
        return False
    return not tells_apart_in((form,), (mention.surface,)) and not is_part_of(form, mention.surface)


@lru_cache(maxsize=8)
def kept_apart(judgements: tuple[Judgement, ...]) -> frozenset[frozenset[str]]:
    """The pairs of ids that a person's last word keeps apart."""
    last: dict[frozenset[str], str] = {}
    for judgement in sorted(judgements, key=lambda one: (one.decided_at, one.judgement)):
        last[frozenset((judgement.left_id, judgement.right_id))] = judgement.judgement
    return frozenset(pair for pair, word in last.items() if word == "different")


def _parties(found: Findings, knowledge: Knowledge) -> dict[str, _Party]:
    parties: dict[str, _Party] = {}
    for mention in found:
        if mention.mention_type in JOINED_TYPES and mention.entity_id is not None and mention.entity_name is not None:
            listed = mention.entity_id in knowledge.entities
            party = parties.setdefault(mention.entity_id, _Party(mention, {}, listed))
            party.forms.setdefault(mention.surface, mention.start)
    return parties


def _compare(text: str, one: _Party, other: _Party) -> Decision:
    """The strongest decision of any form of the one with any form of the other, with the words between near ones."""
    if tells_apart_in(one.forms, other.forms) or any(is_part_of(a, b) for a in one.forms for b in other.forms):
        return Decision(False, 0.0, "told apart by their forms")
    best = Decision(False, 0.0, "nothing says so")
    for first, start in one.forms.items():
        for second, position in other.forms.items():
            decision = same_name(first, second)
            if decision.score < SAME and abs(start - position) <= REACH:
                stretch = _stretch(text, min(start, position), max(start + len(first), position + len(second)))
                decision = weigh((*form_evidence(first, second), *context_evidence(stretch, first, second)))
            if decision.score > best.score:
                best = decision
    return best


def _stretch(text: str, start: int, end: int) -> str:
    """The line around two near names, cut to what can say something about them."""
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    return text[max(line, start - REACH) : min(len(text) if stop < 0 else stop, end + REACH)]
