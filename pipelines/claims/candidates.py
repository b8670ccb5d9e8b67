"""Who may belong together: every organization beside every alliance, and the organizations of one sentence.

Nothing is decided here: of these candidates a model says how likely each is a tie (tie_model.py), by features that are
in candidate_features.py.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipelines.claims import candidate_words as words
from pipelines.claims.context import Context
from pipelines.claims.scenes import Act, Run, Scene, breaks, joined
from pipelines.claims.words_ko import STRUCTURE_NOUNS
from pipelines.entities.model import Mention

# How an organization stands to an alliance: in one sentence; in one that points at it; right behind one that names it;
# elsewhere in the article.
DIRECT, POINTED, CONTINUED, FAR = "direct", "pointed", "continued", "far"
# How the parties of a pairing stand to each other.
LISTED, BESIDE, TOGETHER, CARRIED = "listed", "beside", "together", "carried"
LARGEST_PAIRING = 6
SUBJECTS = frozenset({"topic", "subject", "also", ""})
PARTNERS = frozenset({"with", "to", "from", "at", "of"})
# As many candidates as one article may have, and one sentence.
MOST, MOST_OF_SENTENCE = 1_500, 60
LONGEST_MEANWHILE = 20


@dataclass(frozen=True, slots=True)
class Sight:
    """One place where a candidate can be seen: the sentence, how its parties stand there, and the list they are in.

    `partners` is the second list of a pairing; `alliance` the mention that is meant, in this sentence or before.
    """

    scene: Scene
    how: str
    run: Run
    member: Mention
    partners: Run | None = None
    alliance: Mention | None = None


@dataclass(slots=True)
class Candidate:
    """An organization of an alliance, or the parties of a pairing, with all places where they are seen together."""

    members: tuple[str, ...]
    alliance: str | None = None
    sights: list[Sight] = field(default_factory=list)


def candidates_of(context: Context, scenes: Sequence[Scene]) -> list[Candidate]:
    """All candidates, in the order in which the text first gives them, each once."""
    # Who sells and buys in a sentence is told for that.
    scenes = [scene for scene in scenes if not any(act.kind == "trade" for act in scene.acts)]
    found: dict[tuple[str | None, tuple[str, ...]], Candidate] = {}
    for alliance, members, sight in (*_of_alliances(context, scenes), *_of_pairings(context, scenes)):
        key = alliance, members
        if key not in found:
            if len(found) >= MOST:
                continue
            found[key] = Candidate(members, alliance)
        found[key].sights.append(sight)
    return list(found.values())


def _of_alliances(context: Context, scenes: Sequence[Scene]) -> Iterator[tuple[str, tuple[str, ...], Sight]]:
    main = _main_alliance(scenes)
    if main is None:
        return
    text, en = context.document.text, context.document.language == "en"
    before: Scene | None = None
    for scene in scenes:
        meant = [(DIRECT, mention) for mention in _once(scene.alliances)]
        if not meant and (scene.pointed or any(run.grouped for run in scene.runs)):
            antecedent = context.alliance_before(scene.sentence.char_start)
            meant = [(POINTED, antecedent)] if antecedent is not None else []
        bids = any(act.kind == "bid" for act in scene.acts)
        unnamed = bids or _names_another(text, scene)
        if (
            not meant
            and not unnamed
            and before is not None
            and before.order == scene.order - 1
            and not before.is_headline
        ):
            meant = [(CONTINUED, mention) for mention in _once(before.alliances)]
        if not bids and all(mention.entity_id != main.entity_id for _, mention in meant):
            meant.append((FAR, main))
        count = 0
        for how, mention in meant:
            for run in scene.runs:
                if run.apart or (how == DIRECT and _beside(text, run, mention, en)):
                    continue
                for member in run.organizations:
                    if member.entity_id != mention.entity_id and count < MOST_OF_SENTENCE:
                        count += how != FAR
                        sight = Sight(scene, how, run, member, alliance=mention)
                        yield mention.entity_id or "", (member.entity_id or "",), sight
        before = scene


def _names_another(text: str, scene: Scene) -> bool:
    """Whether a sentence speaks of a structure without pointing at the one before: 'A가 주도하는 컨소시엄도 나왔다'."""
    start, end = scene.sentence.char_start, scene.sentence.char_end
    return not scene.pointed and any(noun in text[start:end] for noun in STRUCTURE_NOUNS)


def _beside(text: str, run: Run, alliance: Mention, english: bool) -> bool:
    """Whether the names of a run only stand beside an alliance, as parties of another tie."""
    if joined(text, (run.start, run.end), (alliance.start, alliance.end), english):
        # 'X와 A가 손잡았다'
        return True
    if re.match(words.MEANWHILE, text[alliance.end : alliance.end + LONGEST_MEANWHILE]):
        return True
    if english and re.search(words.OTHERS_ENGLISH, text[max(0, alliance.start - LONGEST_MEANWHILE) : alliance.start]):
        # 'customers of X include A'
        return True
    # 'B와 협약을 맺고 X에 가입했다'
    return run.case == "with" and run.after < alliance.start and breaks(text, run.after, alliance.start)


def _main_alliance(scenes: Sequence[Scene]) -> Mention | None:
    """The alliance that most sentences name, the first of several such."""
    counts = Counter(mention.entity_id for scene in scenes for mention in _once(scene.alliances))
    mentions = [mention for scene in scenes for mention in scene.alliances]
    return max(mentions, key=lambda mention: (counts[mention.entity_id], -mention.start), default=None)


def _once(mentions: Sequence[Mention]) -> list[Mention]:
    found: dict[str | None, Mention] = {}
    for mention in mentions:
        found.setdefault(mention.entity_id, mention)
    return list(found.values())


def _of_pairings(context: Context, scenes: Sequence[Scene]) -> Iterator[tuple[None, tuple[str, ...], Sight]]:
    before: Scene | None = None
    for scene in scenes:
        if scene.acts:
            for how, run, partners in _pairs(scene, before):
                everyone = [*run.organizations, *(partners.organizations if partners else ())]
                members = tuple(sorted({party.entity_id or "" for party in everyone}))
                state = [key for key in members if context.is_state_body(key)]
                if 2 <= len(members) <= LARGEST_PAIRING and len(state) < len(members):
                    yield None, members, Sight(scene, how, run, everyone[0], partners=partners)
        if not scene.is_headline:
            before = scene


def _pairs(scene: Scene, before: Scene | None) -> list[tuple[str, Run, Run | None]]:
    runs = [run for run in scene.runs if not run.apart]
    pairs: list[tuple[str, Run, Run | None]] = [(LISTED, run, None) for run in runs]
    pairs += [(BESIDE, one, other) for one, other in pairwise(runs)]
    first = [run for run in runs if run.case in SUBJECTS]
    pairs += [(BESIDE, first[0], run) for run in runs[2:] if first and first[0] is not run and run.case in PARTNERS]
    everyone = {party.entity_id: party for run in runs for party in run.organizations}
    if len(runs) > 2 and len(everyone) <= LARGEST_PAIRING:
        last = runs[-1]
        pairs.append((TOGETHER, Run(tuple(everyone.values()), runs[0].start, last.end, last.case, last.after), None))
    if before is not None and before.runs and runs and not any(run.case == "topic" for run in runs):
        topics = [run for run in before.runs if run.case in ("topic", "subject")] or list(before.runs[:1])
        pairs.append((CARRIED, topics[0], runs[0]))
    return pairs[:MOST_OF_SENTENCE]


def act_of(sight: Sight) -> Act | None:
    """The word that most likely tells the tie: in Korean the first behind its names, else the nearest one."""
    acts = sight.scene.acts
    if not acts:
        return None
    end = sight.partners.end if sight.partners else sight.run.end
    if not sight.scene.english:
        after = [act for act in acts if act.start >= end]
        return after[0] if after else acts[-1]
    return min(acts, key=lambda act: (abs(act.start - end), act.start))
