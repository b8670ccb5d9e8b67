"""What speaks for a candidate and against it, as named features: where its names stand, beside which words, how often.

No feature holds a name of an organization, an alliance or a person: what is learned has to hold for those never seen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from pipelines.claims import candidate_words as words
from pipelines.claims.candidates import DIRECT, FAR, Candidate, Sight, act_of
from pipelines.claims.context import Context
from pipelines.claims.scenes import Run, Scene, breaks, case_behind

Features = dict[str, float]
NEAR, MIDDLE = 12, 40
SEVERAL = 3


@dataclass(frozen=True, slots=True)
class Known:
    """What the frames have read of an article: members by alliance, pairings, and how many events."""

    members: Mapping[str, Collection[str]] = field(default_factory=dict)
    pairings: Collection[tuple[str, ...]] = ()
    events: int = 0


class Article:
    """What the features need to know of an article as a whole."""

    def __init__(self, context: Context, scenes: Sequence[Scene], known: Known) -> None:
        self.context = context
        self.known = known
        self.english = context.document.language == "en"
        self.places: Counter[str] = Counter()
        self.headline: set[str] = set()
        for scene in scenes:
            ids = {mention.entity_id or "" for mention in (*scene.organizations(), *scene.alliances)}
            self.places.update(ids)
            if scene.is_headline:
                self.headline |= ids
        self.alliances = {mention.entity_id for scene in scenes for mention in scene.alliances}
        self.organizations = {party.entity_id for scene in scenes for party in scene.organizations()}
        body = [scene.order for scene in scenes if not scene.is_headline]
        self.first = body[0] if body else 0


def features_of(candidate: Candidate, article: Article) -> Features:
    """The features of one candidate: those of the article, and those of any place where it is seen."""
    names = _of_article(candidate, article)
    for sight in candidate.sights:
        names |= sight_features(candidate, sight, article)
    return dict.fromkeys(names, 1.0)


def _of_article(candidate: Candidate, article: Article) -> set[str]:
    known = article.known
    seen = [sight for sight in candidate.sights if sight.how != FAR]
    names = {"bias", f"seen={min(len(seen), SEVERAL)}", f"alliances={min(len(article.alliances), SEVERAL)}"}
    names.add("en" if article.english else "ko")
    if len(article.organizations) <= SEVERAL:
        names.add("few organizations")
    elif len(article.organizations) > 4 * SEVERAL:
        names.add("many organizations")
    if all(member in article.headline for member in candidate.members):
        names.add("members in headline")
    if any(article.context.is_state_body(member) for member in candidate.members):
        names.add("state body")
    if known.members or known.pairings:
        names.add("frames read ties")
    elif known.events:
        names.add("frames read events")
    if candidate.alliance is None:
        names |= _of_known_pairings(candidate, known)
        names.add(f"size={min(len(candidate.members), SEVERAL + 1)}")
    else:
        others = set(known.members.get(candidate.alliance, ())) - set(candidate.members)
        names.add(f"other members={min(len(others), SEVERAL)}")
        if candidate.alliance in article.headline:
            names.add("alliance in headline")
        names.add(f"member seen={min(article.places[candidate.members[0]], SEVERAL)}")
        if any(set(candidate.members) & set(pairing) for pairing in known.pairings):
            names.add("member in pairing")
        elsewhere = any(
            candidate.members[0] in others for key, others in known.members.items() if key != candidate.alliance
        )
        if elsewhere:
            names.add("member elsewhere")
    return names


def _of_known_pairings(candidate: Candidate, known: Known) -> set[str]:
    members = set(candidate.members)
    names = set()
    others = [set(pairing) for pairing in known.pairings if set(pairing) != members]
    if any(members < other for other in others):
        names.add("part of pairing")
    if any(other < members for other in others):
        names.add("more than pairing")
    if any(members & other and not (members <= other or other <= members) for other in others):
        names.add("crosses pairing")
    if any(members <= set(inside) for inside in known.members.values()):
        names.add("inside alliance")
    elif any(members & set(inside) for inside in known.members.values()):
        names.add("touches alliance")
    return names


def sight_features(candidate: Candidate, sight: Sight, article: Article) -> set[str]:
    """The features of one place."""
    if sight.how == FAR:
        return {"far"}
    scene, run = sight.scene, sight.run
    act = act_of(sight)
    kind = act.kind if act else "none"
    headline = "headline" if scene.is_headline else ""
    names = {f"how={sight.how}", f"act={kind}", f"case={run.case or 'none'}", f"case={run.case or 'none'}>{kind}"}
    if headline:
        names.add("headline")
    elif scene.order <= article.first + 1:
        names.add("lead")
    if scene.sentence.zone == "quote":
        names.add("quote")
    names |= {f"has {one.kind}" for one in scene.acts}
    names |= {f"cue {cue}" for cue in scene.cues}
    names |= _of_run(sight)
    if candidate.alliance is None:
        names |= _of_pair(sight, article.context.document.text, kind)
    else:
        names |= _of_alliance(sight, article, kind)
    around = article.context.document.text[sight.member.end : sight.member.end + NEAR]
    if _near(article.english)["title"].match(around):
        names.add("title behind")
    return names


def _of_run(sight: Sight) -> set[str]:
    run = sight.run
    names = {f"run={min(len(run.organizations), SEVERAL)}"}
    if run.summed:
        names.add("summed")
    if run.grouped:
        names.add("grouped")
    if run.stated_count is not None:
        names.add("count agrees" if run.stated_count == len(run.organizations) else "count differs")
    return names


def _of_pair(sight: Sight, text: str, kind: str) -> set[str]:
    scene, run, partners = sight.scene, sight.run, sight.partners
    names = {f"pair={sight.how}>{kind}", f"runs={min(len(scene.runs), SEVERAL)}"}
    if scene.alliances:
        names.add("beside alliance")
    if partners is not None:
        names.add(f"cases={run.case or 'none'}+{partners.case or 'none'}")
        names.add(f"partners={partners.case or 'none'}>{kind}")
        names.add(_distance(run, partners.start, "partners"))
        if breaks(text, run.end, partners.start):
            names.add("partners apart")
    return names


def _of_alliance(sight: Sight, article: Article, kind: str) -> set[str]:
    scene, run, alliance = sight.scene, sight.run, sight.alliance
    assert alliance is not None  # noqa: S101
    names = {f"how={sight.how}>{kind}"}
    mates = {party.entity_id for party in run.organizations} - {sight.member.entity_id}
    members = article.known.members.get(alliance.entity_id or "", ())
    if mates & set(members):
        names.add("mate is member")
    text = article.context.document.text
    if _near(article.english)["lead"].match(text, run.end):
        names.add("leads")
    if sight.how != DIRECT:
        return names
    case = case_behind(text, alliance, scene.english)
    names |= {f"alliance={case or 'none'}", f"alliance={case or 'none'}>{kind}", f"both={run.case or 'none'}+{case}"}
    if len(scene.alliances) > 1:
        names.add("several alliances")
    left, right = sorted(((run.start, run.end), (alliance.start, alliance.end)))
    between = text[left[1] : right[0]]
    order = "before" if run.start < alliance.start else "behind"
    names |= {order, f"{order}>{kind}", _distance(run, alliance.start, order)}
    if breaks(text, left[1], right[0]):
        names.add("alliance apart")
    if any(left[1] <= other.start < right[0] for other in scene.runs):
        names.add("others between")
    if re.fullmatch(r"\s?(?:의|가|이|와|과|은|는|'s|’s)?\s?['‘\"“]?", between):
        names.add(f"{order} adjacent")
    return names


def _distance(run: Run, start: int, what: str) -> str:
    gap = start - run.end if start >= run.end else run.start - start
    return f"{what} {'near' if gap <= NEAR else 'middle' if gap <= MIDDLE else 'distant'}"


@cache
def _near(english: bool) -> dict[str, re.Pattern[str]]:
    lead = words.LEADING_ENGLISH if english else words.LEADING
    return {"lead": re.compile(lead), "title": re.compile(words.TITLES)}
