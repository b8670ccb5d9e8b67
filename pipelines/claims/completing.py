"""Ties that no frame reads, told by where names stand: the frames' ties go in, those that are likely besides come out.

A tie that a frame has read is left as it is. Who is a candidate is in candidates.py, how likely in tie_model.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipelines.claims.candidate_features import Article, Features, Known, features_of, sight_features
from pipelines.claims.candidates import (
    BESIDE,
    CARRIED,
    CONTINUED,
    DIRECT,
    FAR,
    LISTED,
    POINTED,
    TOGETHER,
    Candidate,
    Sight,
    act_of,
    candidates_of,
)
from pipelines.claims.clause import Clause
from pipelines.claims.context import Context
from pipelines.claims.dating import act_date, started_on
from pipelines.claims.discourse import Discourse
from pipelines.claims.frame import Frame
from pipelines.claims.matching import Reading
from pipelines.claims.modality import DONE, ENGLISH, IRREALIS, KOREAN, RUMOURED, TALKS, read_modality
from pipelines.claims.model import PartialDate
from pipelines.claims.scenes import Scene, scenes_of
from pipelines.claims.tie_model import Weights, likeliest, probability, score_of
from pipelines.claims.ties import Tie
from pipelines.entities.model import Mention

PREFIX = "fitted:"
# Classes of acts by which a tie begins, so that their day is that of the tie.
BEGINNING = frozenset({"found", "join", "sign"})
OVER = "terminated"
OPEN = frozenset({"under_discussion", "proposed", "denied"})
# How the features begin that say something of the status.
OF_STATUS = ("bias", "ko", "en", "headline", "act=", "has ", "cue ")
OPENED = {TALKS: "under_discussion", RUMOURED: "under_discussion"}
BILATERAL = 2
HOWS = (DIRECT, LISTED, BESIDE, POINTED, TOGETHER, CARRIED, CONTINUED, FAR)


class Completion:
    """One document's candidates with their features, beside what the frames have read of it."""

    def __init__(self, context: Context, ties: Sequence[Tie], readings: Sequence[Reading]) -> None:
        self.context = context
        members: dict[str, set[str]] = defaultdict(set)
        pairings: set[tuple[str, ...]] = set()
        for tie in ties:
            if tie.alliance is not None:
                members[tie.alliance.entity_id or ""].add(tie.member.entity_id or "")
            else:
                pairings.add(tie.pairing)
        self.ties = list(ties)
        self.known = Known(members, sorted(pairings), sum(reading.frame.event is not None for reading in readings))
        scenes = scenes_of(context)
        self.article = Article(context, scenes, self.known)
        self.candidates = candidates_of(context, scenes) if _worth(scenes) else []
        self.features = [features_of(candidate, self.article) for candidate in self.candidates]

    def is_known(self, candidate: Candidate) -> bool:
        """Whether a frame has read this tie."""
        if candidate.alliance is None:
            return candidate.members in self.known.pairings
        return candidate.members[0] in self.known.members.get(candidate.alliance, ())

    def status_features(self, candidate: Candidate, features: Features, discourse: Discourse) -> Features:
        """The features by which the status is told: with what the endings of the act's clause say."""
        sight = _foremost(candidate)
        told = {name: value for name, value in features.items() if name.startswith(OF_STATUS)}
        told |= self._beside(candidate, sight)
        act = act_of(sight)
        said = discourse.clause_at(sight.scene.sentence, act.start) if act is not None else None
        if act is None or said is None:
            return told
        modality = read_modality(said.tail, ENGLISH if sight.scene.english else KOREAN)
        return {**told, f"says {modality}": 1.0, f"says {modality}>{act.kind}": 1.0}

    def _beside(self, candidate: Candidate, sight: Sight) -> Features:
        """In which states the frames have read the ties of the same alliance, and of the same sentence."""
        names: Features = {}
        for tie in self.ties:
            if candidate.alliance is not None and tie.alliance and tie.alliance.entity_id == candidate.alliance:
                names[f"alliance {tie.status}"] = 1.0
            if tie.reading.clause.sentence is sight.scene.sentence:
                names[f"sentence {tie.status}"] = 1.0
        return names


def _foremost(candidate: Candidate) -> Sight:
    """The place to look for the status: of the body, in one sentence, with a word of a tie, and early."""
    return min(
        candidate.sights,
        key=lambda sight: (sight.scene.is_headline, HOWS.index(sight.how), not sight.scene.acts, sight.scene.order),
    )


def _worth(scenes: Sequence[Scene]) -> bool:
    """Whether any sentence can tell a tie at all: a word of one, and two parties in the article."""
    return any(scene.acts for scene in scenes)


def complete(ties: Sequence[Tie], readings: Sequence[Reading], discourse: Discourse, weights: Weights) -> list[Tie]:
    """The ties besides `ties` that the document likely tells, in the order of the text."""
    completion = Completion(discourse.context, ties, readings)
    judged = [
        (probability(features, weights.member if candidate.alliance else weights.pairing), candidate, features)
        for candidate, features in zip(completion.candidates, completion.features, strict=True)
    ]
    found = _of_alliances(judged, completion, weights, discourse)
    found += _pairings(judged, completion, found, weights, discourse)
    return sorted(found, key=lambda tie: (tie.reading.clause.start, tie.member.start, tie.member.entity_id or ""))


Judged = tuple[float, Candidate, Features]


def _of_alliances(
    judged: Sequence[Judged], completion: Completion, weights: Weights, discourse: Discourse
) -> list[Tie]:
    known = completion.known.members
    sizes: dict[str, int] = defaultdict(int, {key: len(members) for key, members in known.items()})
    chosen = []
    for likely, candidate, features in judged:
        if candidate.alliance is None or likely < weights.least_member:
            continue
        if candidate.members[0] not in known.get(candidate.alliance, ()):
            sizes[candidate.alliance] += 1
            chosen.append((likely, candidate, features))
    found = []
    for likely, candidate, features in chosen:
        sight = _telling(candidate, completion.article, weights.member)
        told = completion.status_features(candidate, features, discourse)
        if f"says {IRREALIS}" in told:
            continue
        status = _status(told, weights)
        beside = {tie.role for tie in completion.ties if tie.alliance and tie.alliance.entity_id == candidate.alliance}
        both = sizes[candidate.alliance or ""] == BILATERAL and not beside
        role = "partner" if both or beside == {"partner"} else "member"
        if "leads" in features:
            role = "leader"
        reading = _reading(sight, discourse, likely, (sight.member,))
        found.append(_tie(reading, sight.member, role, status, alliance=sight.alliance))
    return found


def _pairings(
    judged: Sequence[Judged], completion: Completion, others: Sequence[Tie], weights: Weights, discourse: Discourse
) -> list[Tie]:
    members: dict[str, set[str]] = defaultdict(set)
    for key, inside in completion.known.members.items():
        members[key] |= set(inside)
    for tie in others:
        members[tie.alliance.entity_id if tie.alliance and tie.alliance.entity_id else ""].add(
            tie.member.entity_id or ""
        )
    taken = [set(pairing) for pairing in completion.known.pairings]
    found = []
    likeliest_first = sorted(
        (one for one in judged if one[1].alliance is None), key=lambda one: (-one[0], one[1].members)
    )
    for likely, candidate, features in likeliest_first:
        if likely < weights.least_pairing:
            break
        parties = set(candidate.members)
        if any(len(parties & other) > 1 for other in taken) or any(
            len(parties & inside) > 1 for inside in members.values()
        ):
            continue
        told = completion.status_features(candidate, features, discourse)
        if f"says {IRREALIS}" in told:
            continue
        taken.append(parties)
        sight = _telling(candidate, completion.article, weights.pairing)
        status = _status(told, weights)
        mentions = {party.entity_id: party for party in _parties(sight)}
        reading = _reading(sight, discourse, likely, tuple(mentions.values()))
        found += [_tie(reading, party, "partner", status, pairing=candidate.members) for party in mentions.values()]
    return found


def _status(told: Features, weights: Weights) -> str:
    """The likeliest status; what the endings say is open is not in force."""
    status = likeliest(told, weights.statuses)
    if status == "denied" and "cue left open" in told:
        # '논의했지만 결정된 바는 없다' leaves it open.
        status = "under_discussion"
    said = next((OPENED[modality] for modality in OPENED if f"says {modality}" in told), status)
    return said if status in ("active", "denied") else status


def _parties(sight: Sight) -> list[Mention]:
    return [*sight.run.organizations, *(sight.partners.organizations if sight.partners else ())]


def _telling(candidate: Candidate, article: Article, table: Mapping[str, float]) -> Sight:
    """The place that speaks most for the candidate, one of the body before a headline."""
    near = [sight for sight in candidate.sights if sight.how != FAR] or candidate.sights
    body = [sight for sight in near if not sight.scene.is_headline] or near
    return min(body, key=lambda sight: (-score_of(sight_features(candidate, sight, article), table), sight.scene.order))


def _reading(sight: Sight, discourse: Discourse, likely: float, parties: tuple[Mention, ...]) -> Reading:
    act = act_of(sight)
    clause = Clause("", sight.member.start, sight.member.end, sight.scene.sentence, (), "", "final")
    date: PartialDate | None = None
    kind = act.kind if act else "named"
    if act is not None:
        said = discourse.clause_at(sight.scene.sentence, act.start)
        clause = Clause("", act.start, act.end, sight.scene.sentence, (), said.tail if said else "", "final")
        if said is not None:
            modality = read_modality(said.tail, ENGLISH if sight.scene.english else KOREAN)
            told_here = sight.how in (DIRECT, LISTED, BESIDE) and kind in BEGINNING and modality == DONE
            date = act_date(said, discourse.document.published_on) if told_here else started_on(said)
    frame = Frame(f"{PREFIX}{kind}", frozenset(), {}, confidence=round(likely, 2))
    return Reading(frame, clause, "done", parties, alliance=sight.alliance, date=date)


def _tie(
    reading: Reading,
    member: Mention,
    role: str,
    status: str,
    *,
    alliance: Mention | None = None,
    pairing: tuple[str, ...] = (),
) -> Tie:
    if status in OPEN or (alliance is not None and status == "announced" and reading.frame.id == f"{PREFIX}join"):
        role = "prospective"
    elif status == OVER:
        role = "former"
    since = reading.date if status == "active" else None
    return Tie(
        reading,
        reading.frame.id.removeprefix(PREFIX),
        member,
        role,
        status,
        alliance=alliance,
        pairing=pairing,
        since=since,
    )
