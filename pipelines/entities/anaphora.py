"""Words for several parties named before ('3사', '양사', 'the two companies'), and the parties that they stand for.

The antecedents are found by count and nearness: the list right before the word, else the nearest earlier list of that
many organizations, else the nearest sentence that names exactly so many. What stays unclear stays without members.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pipelines.entities.automaton import matches_at
from pipelines.entities.model import Mention
from pipelines.entities.name_words import ENGLISH_GROUP_COUNTS, GROUP_COUNTS
from pipelines.entities.particles import ends_as_name, starts_as_name

PARTY = (
    r"(?:회사|기업|기관|업체|그룹|은행|곳|법인|대학|대학교|단체|도시|지자체|지방자치단체|병원|공기업|협회|구단|브랜드"
    r"|(?:통신|이통|항공|해운|조선|제약|게임|카드|보험|증권|정유|물류|완성차|배터리|반도체|제조|유통|건설|철강|화학|식품|방송|여행"
    r"|운용|패션|플랫폼|선|시공)사)"
)
STRUCTURE = r"(?:회사|협의체|협의회|컨소시엄|얼라이언스|연합체|단체|조직|카운슬)"
KOREAN_GROUP = re.compile(
    rf"(?P<short>(?P<digits>\d{{1,3}})(?:개)?사|(?P<word>양|삼)사)|(?P<counted>두|세|네|다섯|여섯|양) ?{PARTY}"
    rf"|(?<!등)(?<!등 )(?P<number>\d{{1,2}})개 ?{PARTY}(?!이[가-힣]|인 )"
    rf"|(?P<open>양측|이들(?: {PARTY}(?:들)?)?)"
    rf"|(?P<one>(?:이|해당|이번|그) ?{STRUCTURE})"
)
# where such a word can begin: a search for this skips to its first characters
GROUP_BEGINS = re.compile(
    rf"[\d양삼두세네다여이해그](?=사|측|들|\d{{0,2}}개?사|\d?개 ?{PARTY}|섯? ?{PARTY}|(?:당|번)? ?{STRUCTURE})"
)
ENGLISH_PARTIES = (
    r"(?:companies|firms|parties|sides|groups|partners|carriers|operators|giants|banks|businesses|airlines|retailers"
    r"|lenders|insurers|rivals|manufacturers|institutions|universities|utilities|broadcasters|publishers|studios"
    r"|developers|brands|suppliers|steelmakers|\w+makers|shippers|lines|telcos|startups|start-ups|brewers|miners"
    r"|organi[sz]ations|agencies|corporations|conglomerates|shipbuilders|hospitals|institutes|providers|exchanges)"
)
ENGLISH_GROUP = re.compile(
    rf"(?i:\bthe (?:other )?(?P<count>two|three|four|five|six|seven|eight) (?:[\w-]+ ){{0,2}}?{ENGLISH_PARTIES}\b"
    r"|\bthe (?P<bare>two|three|four|five|six)(?= (?:have|had|will|would|said|say|are|were|agreed|plan|signed|also"
    r"|first|already|did|announced|formed|set|hope|aim|now)\b)"
    rf"|\b(?P<both>both) {ENGLISH_PARTIES}\b|\bthe (?P<pair>pair|duo|trio|quartet)\b)"
)
NOT_A_GROUP = re.compile(
    r"(?:지상파|이통|이동통신|통신|정유|카드|손보|백화점|완성차|방송|조선|신용평가|게임|항공|국내|편의점|대형마트) ?$"
)
COORDINATION = re.compile(
    r"['\"’”]?(?:\([^()\n]{1,60}\))?(?:와|과|및|랑)?\s?(?:,|·|ㆍ|-|–|및|그리고|and|&|, and)?\s?['\"‘“]?"
)
BEFORE_GROUP = re.compile(r"(?:\([^()\n]{1,60}\))?\s?(?:등)?\s?(?:(?:국내|ICT|이동통신|대표|총) ?){0,2}$")
SENTENCE_END = re.compile(r"[.?!]['\"”’)]?\s|\n")
WINDOW = 1_500
NEAR_LIST = 900


def find_groups(text: str, names: Sequence[Mention], affiliation: Mapping[str, str]) -> Iterator[Mention]:
    """The group words of the text, each with its members; `affiliation`: the organization a person stands for."""
    for match in matches_at(KOREAN_GROUP, text, (begin.start() for begin in GROUP_BEGINS.finditer(text))):
        if not starts_as_name(text, match.start()) or not ends_as_name(text, match.end()):
            continue
        if match["one"]:
            yield from _single(text, match, names)
            continue
        count = _count(match)
        members: tuple[str, ...] = ()
        if not NOT_A_GROUP.search(text[max(0, match.start() - 6) : match.start()]):
            members = antecedents(match.start(), count, names, text, affiliation)
        yield _group(match, members)
    for match in ENGLISH_GROUP.finditer(text):
        word = (match["count"] or match["bare"] or match["both"] or match["pair"]).lower()
        count = ENGLISH_GROUP_COUNTS[word]
        listed = _last_list(match.start(), count, names, text)
        yield _group(match, listed or antecedents(match.start(), count, names, text, affiliation))


def _last_list(position: int, count: int, names: Sequence[Mention], text: str) -> tuple[str, ...]:
    """The last list of just so many organizations, where no longer list of the sentences between has it in doubt."""
    start = max((end.end() for end in SENTENCE_END.finditer(text, max(0, position - NEAR_LIST), position)), default=0)
    here = [party for name in names if start <= name.start < position and (party := _party(name, {})) is not None]
    if len(_distinct(here)) == count:
        return _distinct(here)
    near = names[bisect_left(names, position - NEAR_LIST, key=_start) : bisect_left(names, position, key=_start)]
    for found in reversed(list(_lists(text, [party for name in near if (party := _party(name, {})) is not None]))):
        members = _distinct(found)
        if len(members) == count:
            return members
        if len(members) > count:
            return ()
    return ()


def _count(match: re.Match[str]) -> int | None:
    if digits := match["digits"] or match["number"]:
        return int(digits)
    if word := match["word"] or match["counted"]:
        return GROUP_COUNTS[word]
    return 2 if match["open"] == "양측" else None


def _group(match: re.Match[str], members: tuple[str, ...]) -> Mention:
    method = "anaphora" if members else "none"
    return Mention(
        match.start(),
        match.end(),
        match.group(),
        "group",
        method=method,
        score=0.7 if members else 0.0,
        members=members,
    )


def _single(text: str, match: re.Match[str], names: Sequence[Mention]) -> Iterator[Mention]:
    """'이 협의체', '해당 컨소시엄', '이 회사': the nearest structure or organization before."""
    wanted = "org" if match.group().endswith("회사") else "alliance"
    near = names[bisect_left(names, match.start() - WINDOW, key=_start) : bisect_left(names, match.start(), key=_start)]
    before = [name for name in near if name.mention_type == wanted and name.entity_id]
    if not before:
        return
    nearest = before[-1]
    assert nearest.entity_id is not None  # noqa: S101  only such are in `before`
    yield Mention(
        match.start(), match.end(), match.group(), "group", nearest.entity_id, nearest.entity_name, "anaphora", 0.6,
        (nearest.entity_id,),
    )  # fmt: skip


def antecedents(
    position: int, count: int | None, names: Sequence[Mention], text: str, affiliation: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """The ids, sorted, of the organizations that a word for `count` parties at `position` stands for; () where unclear.

    Without a count ('이들'), the list right before in the same or the previous sentence.
    """
    near_enough = names[bisect_left(names, position - WINDOW, key=_start) : bisect_left(names, position, key=_start)]
    parties = [party for name in near_enough if (party := _party(name, affiliation or {})) is not None]
    lists = list(_lists(text, parties))
    if lists and BEFORE_GROUP.fullmatch(text[lists[-1][-1][1] : position]):
        adjoining = _distinct(lists[-1])
        if count is None or len(adjoining) == count:
            return adjoining
        if count == len(adjoining) + 1 > 2:
            # 'A, B 등 3사': the third is not named
            return ()
    if count is None:
        recent = [run for run in lists if _sentences_between(text, run[-1][1], position) <= 1]
        return next((_distinct(run) for run in reversed(recent) if len(_distinct(run)) >= 2), ())
    for members in _by_sentence(text, parties, position):
        here = [found for found in lists if any(party in members for party in found)]
        for found in reversed(here):
            if len(_distinct(found)) == count:
                return _distinct(found)
        if len(_distinct(members)) == count:
            return _distinct(members)
        if any(len(_distinct(found)) > count > 1 for found in lists if found[0] in members):
            # 'A, B와 C는 …. 두 회사는 …': two of the three, and which is not said
            return ()
    return ()


Party = tuple[int, int, str]


def _start(name: Mention) -> int:
    return name.start


def _party(name: Mention, affiliation: Mapping[str, str]) -> Party | None:
    if name.mention_type == "org" and name.entity_id:
        return (name.start, name.end, name.entity_id)
    if name.mention_type == "person" and name.entity_id is not None and name.entity_id in affiliation:
        return (name.start, name.end, affiliation[name.entity_id])
    return None


def _distinct(parties: Sequence[Party]) -> tuple[str, ...]:
    return tuple(sorted({party[2] for party in parties}))


def _lists(text: str, parties: Sequence[Party]) -> Iterator[list[Party]]:
    """Runs of parties with nothing between them but coordination."""
    run: list[Party] = []
    for party in parties:
        if run and not (party[0] - run[-1][1] <= 70 and COORDINATION.fullmatch(text[run[-1][1] : party[0]])):
            yield run
            run = []
        run.append(party)
    if run:
        yield run


def _sentences_between(text: str, start: int, end: int) -> int:
    return sum(1 for _ in SENTENCE_END.finditer(text, start, end))


def _by_sentence(text: str, parties: Sequence[Party], position: int) -> Iterator[list[Party]]:
    """The parties of each sentence before `position`, the nearest sentence first."""
    first = max(0, position - WINDOW)
    bounds = [first, *(match.end() for match in SENTENCE_END.finditer(text, first, position)), position]
    for start, end in reversed(list(pairwise(bounds))):
        members = [party for party in parties if start <= party[0] < end]
        if members:
            yield members
