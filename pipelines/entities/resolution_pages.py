"""Which entities of all pages are one: people's judgements first, then what forms and articles say, never more.

Order-free: evidence is weighed strongest first and ties by id, so the order of pages and rows means nothing. What a
person decided stands: `same` joins whatever the evidence, `different` keeps apart whatever comes later. By evidence
alone, a cluster never holds two entities that a person or a register listed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from pipelines.entities.model import Judgement, Redirect
from pipelines.entities.normalizing import entity_id_of, normalized, read_out
from pipelines.entities.resolution import same_name, tells_apart_in
from pipelines.entities.resolution_forms import clips, is_part_of
from pipelines.entities.resolution_sounds import skeleton

# without a sentence that holds both, forms must say more than inside one article
ACROSS = 0.86
GLOSSED = 0.95
# names that share a key are compared pair by pair; a key that more share says nothing
MAX_SHARED = 12
JOINED_TYPES = ("org", "alliance")


@dataclass(frozen=True, slots=True)
class Bearer:
    """An entity as resolution sees it: its names, and the other forms that articles themselves give for it."""

    entity_id: str
    entity_type: str
    names: tuple[str, ...]
    glosses: tuple[str, ...] = ()
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Evidence that two entities are one."""

    first: str
    second: str
    score: float
    reason: str


def redirects_between(
    bearers: Iterable[Bearer], judgements: Iterable[Judgement], written: Iterable[Redirect] = ()
) -> tuple[Redirect, ...]:
    """The redirects that judgements, rows of redirects.csv and the evidence of all pages give, by retired id.

    Each leads to the entity that a person or a register listed, of two such to the left one of the judgement, else to
    the smallest id of those that are one.
    """
    known = {bearer.entity_id: bearer for bearer in bearers}
    latest = _latest(judgements)
    apart = {pair for pair, judgement in latest.items() if judgement.judgement == "different"}
    clusters = _Clusters(known, apart)
    decided: dict[str, Redirect] = {}
    for redirect in sorted(written, key=lambda one: one.entity_id):
        clusters.join(redirect.entity_id, redirect.canonical_id)
        decided[redirect.entity_id] = redirect
    # of decisions that contradict each other the later one counts
    by_day = sorted(latest.items(), key=lambda item: (-item[1].decided_at.toordinal(), item[0]))
    by_person: list[tuple[tuple[str, str], Judgement]] = []
    for pair, judgement in by_day:
        if judgement.judgement == "same" and clusters.join(*pair):
            by_person.append((pair, judgement))
    merged = frozenset(judgement.right_id for _, judgement in by_person)
    by_rule = [link for link in sorted(_links(known), key=_strongest_first) if clusters.join_by_rule(link)]
    return tuple(
        _redirect(key, canonical, decided, by_person, by_rule)
        for key, canonical in sorted(clusters.retired(merged).items())
    )


def _latest(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Judgement]:
    """The decision that counts about each pair of ids: the last one."""
    latest: dict[tuple[str, str], Judgement] = {}
    for judgement in sorted(judgements, key=lambda one: (one.decided_at, one.judgement)):
        left, right = sorted((judgement.left_id, judgement.right_id))
        latest[left, right] = judgement
    return latest


def _redirect(
    key: str,
    canonical: str,
    decided: Mapping[str, Redirect],
    by_person: Iterable[tuple[tuple[str, str], Judgement]],
    by_rule: Iterable[Link],
) -> Redirect:
    """The redirect with what brought the retired id into its cluster, a person's word before a rule's."""
    if key in decided:
        row = decided[key]
        return Redirect(key, canonical, row.reason, row.decided_by, row.decided_at)
    # the direct link to the canonical id says most, then any other
    for pair, judgement in sorted(by_person, key=lambda item: canonical not in item[0]):
        if key in pair:
            return Redirect(key, canonical, judgement.reason, judgement.decided_by, judgement.decided_at)
    for link in sorted(by_rule, key=lambda one: canonical not in (one.first, one.second)):
        if key in (link.first, link.second):
            return Redirect(key, canonical, f"{link.reason} (score {link.score:.2f})")
    return Redirect(key, canonical, "one with another that means it")


class _Clusters:
    """Sets of ids that are one, joined step by step under what keeps them apart."""

    def __init__(self, known: Mapping[str, Bearer], apart: set[tuple[str, str]]) -> None:
        self._known = known
        self._apart = apart
        self._members: dict[str, set[str]] = {}

    def join(self, first: str, second: str) -> bool:
        """Joins the clusters of two ids, unless a person keeps two of their members apart."""
        one, other = self._of(first), self._of(second)
        if one is other:
            return True
        if any((min(a, b), max(a, b)) in self._apart for a in one for b in other):
            return False
        one |= other
        for member in other:
            self._members[member] = one
        return True

    def join_by_rule(self, link: Link) -> bool:
        """Joins two clusters on evidence, which never makes one of two that are listed."""
        one, other = self._of(link.first), self._of(link.second)
        if one is not other and self._listed(one) and self._listed(other):
            return False
        return self.join(link.first, link.second)

    def retired(self, merged: frozenset[str]) -> dict[str, str]:
        """Every id that means another one now, and that one: no id that a person `merged` into another, if possible."""
        found = {}
        for members in {id(members): members for members in self._members.values()}.values():
            present = [member for member in members if member in self._known]
            if present:
                canonical = min(present, key=lambda member: (not self._known[member].listed, member in merged, member))
                found.update({member: canonical for member in members if member != canonical})
        return found

    def _of(self, key: str) -> set[str]:
        return self._members.setdefault(key, {key})

    def _listed(self, members: Iterable[str]) -> bool:
        return any(member in self._known and self._known[member].listed for member in members)


def _strongest_first(link: Link) -> tuple[float, str, str]:
    return (-link.score, link.first, link.second)


def _links(known: Mapping[str, Bearer]) -> list[Link]:
    """The evidence of all pages; where an entity could be one of several that are themselves two, none of it counts."""
    best: dict[tuple[str, str], Link] = {}
    for link in (*_by_form(known), *_by_gloss(known)):
        pair = (link.first, link.second)
        if pair not in best or link.score > best[pair].score:
            best[pair] = link
    # 'GC' given in two articles for two councils means neither elsewhere
    listed: dict[str, set[str]] = defaultdict(set)
    for first, second in best:
        for key, other in ((first, second), (second, first)):
            if known[other].listed:
                listed[key].add(other)
    return [link for link in best.values() if len(listed[link.first]) < 2 and len(listed[link.second]) < 2]


def _by_form(known: Mapping[str, Bearer]) -> list[Link]:
    blocks: dict[tuple[str, str], set[str]] = defaultdict(set)
    for bearer in known.values():
        if bearer.entity_type in JOINED_TYPES:
            for name in bearer.names:
                for key in _keys(name):
                    blocks[bearer.entity_type, key].add(bearer.entity_id)
    pairs = {
        pair
        for ids in blocks.values()
        if 1 < len(ids) <= MAX_SHARED
        for pair in combinations(sorted(ids), 2)
        if not (known[pair[0]].listed and known[pair[1]].listed)
    }
    links = []
    for first, second in sorted(pairs):
        one, other = known[first], known[second]
        decisions = [same_name(a, b) for a in one.names for b in other.names]
        decision = max(decisions, key=lambda found: found.score)
        if decision.score >= ACROSS and not tells_apart_in(one.names, other.names):
            links.append(Link(first, second, decision.score, decision.reason))
    return links


def _keys(name: str) -> frozenset[str]:
    """What names that may be one share: their letters, their clipped forms, their consonants."""
    heard = skeleton(name)
    return frozenset({normalized(name), read_out(name), *clips(read_out(name)), *([heard] if len(heard) > 2 else [])})


def _by_gloss(known: Mapping[str, Bearer]) -> list[Link]:
    """A form that some article gives for one entity alone, and that other articles use as a name of its own."""
    given: dict[str, set[str]] = defaultdict(set)
    forms: dict[tuple[str, str], str] = {}
    for bearer in known.values():
        for form in bearer.glosses:
            other = entity_id_of(bearer.entity_type, form)
            if other is not None and other in known and other != bearer.entity_id:
                given[other].add(bearer.entity_id)
                forms[other, bearer.entity_id] = form
    links = []
    for other, bearers in given.items():
        if len(bearers) > 1 or known[other].entity_type not in JOINED_TYPES:
            continue
        bearer = known[min(bearers)]
        form = forms[other, bearer.entity_id]
        if tells_apart_in((form,), bearer.names) or any(is_part_of(form, name) for name in bearer.names):
            continue
        first, second = sorted((other, bearer.entity_id))
        links.append(Link(first, second, GLOSSED, f"an article gives {form} for {bearer.names[0]}"))
    return links
