"""Alliances that no head shows: what an article puts in quotation marks and says that parties take part in or leave.

"'가나페이'에는 세 곳이 참여한다", "'가나리그(GL)'가 흔들린다 … 가나리그에서 탈퇴한다고", "'가나' 컨소시엄". Here
belongs the judging of quoted names; names that their own heads show are found in alliance_names.py.
"""

from __future__ import annotations

import re

from pipelines.entities.acting_words import SORTS, TRADES
from pipelines.entities.findings import Findings
from pipelines.entities.joined_words import HAPPENING_ENDINGS, HAPPENINGS, STRUCTURES
from pipelines.entities.morphology import read_word
from pipelines.entities.organization_names import is_generic
from pipelines.entities.particles import ends_as_name, is_hangul, starts_as_name

NAME = r"[A-Za-z0-9가-힣&+\-][A-Za-z0-9가-힣&+\- ]{0,22}[A-Za-z0-9가-힣&+\-]"
GLOSS = r"(?:\([^()\n]{1,60}\))?"
QUOTED = re.compile(
    rf"(?<![가-힣A-Za-z0-9])['‘\"“「『<](?P<name>{NAME}){GLOSS}['’\"”」』>](?! ?(?:라고|고|며|이라|라며|라는))"
)
CLOSED = rf"{GLOSS}['’\"”」』>]?{GLOSS}"
NEAR = r"(?:[^.\n'‘]{0,14} )?"
JOINED = re.compile(
    rf"{CLOSED}(?:에(?:는|도)? {NEAR}(?:합류|가입|동참)|에(?:는|도) [^.\n]{{2,120}}(?:참여|합류|가입|이름을 올)"
    rf"|에서(?:도|는)? {NEAR}(?:탈퇴|이탈|빠지|빠졌|빠진|빠질|발을 [빼뺐뺀뺄]|손을 [떼뗐뗀뗄])"
    r"| 참여(?:를|가| 여부|사|사로|기업|업체|기관| 의사)(?![가-힣]{2})|에 참여하(?:기로|지 않|겠다|는 방안)"
    r"|(?:의)? (?:회원사|참여사|의장사|간사사|주관사|창립 ?멤버|일원)"
    rf"|(?:을|를) {NEAR}(?:결성|발족|창설|꾸리|꾸려|꾸렸)| (?:합류|가입|탈퇴|결성|발족|창설)(?![가-힣])"
    rf"| (?:{'|'.join(STRUCTURES)})(?![가-힣]{{3}}))"
)
# founded by several parties of the same sentence
FOUNDED = re.compile(rf"{CLOSED}(?:을|를) {NEAR}(?:출범|설립|창립)")
SENTENCE_START = re.compile(r"[.!?…\n][^.!?…\n]*$")
# a name with its Latin short form behind it, and what an organization's name ends in, which is no structure's
GLOSSED = re.compile(r"(?<![가-힣A-Za-z0-9])(?P<name>[가-힣]{3,12})\([A-Z][A-Za-z]{1,7}\)")
BODY_ENDINGS = (
    "협회",
    "기구",
    "조합",
    "노조",
    "연맹",
    "재단",
    "학회",
    "정부",
    "위원회",
    "공사",
    "공단",
    "은행",
    "거래소",
)
HAPPENING_BEFORE = re.compile(rf"(?:{'|'.join(HAPPENINGS)})(?:인)? ?['‘\"“「『<]$")
LEAST_PARTIES = 2
MOST_WORDS = 4


def find_joined(found: Findings) -> None:
    """Add the quoted names that parties join, leave or take part in, wherever they stand; two parties must be known."""
    text = found.text
    names = {match["name"]: match.start("name") for match in reversed(list(QUOTED.finditer(text)))}
    for match in GLOSSED.finditer(text):
        if not match["name"].endswith(BODY_ENDINGS):
            names.setdefault(match["name"], match.start("name"))
    if not names or len({name.entity_id for name in found if name.mention_type == "org"}) < LEAST_PARTIES:
        return
    for name, start in sorted(names.items(), key=lambda one: one[1]):
        if found.overlapping(start, start + len(name)) or HAPPENING_BEFORE.search(text, max(0, start - 16), start):
            continue
        places = _places(text, name)
        if not any(_is_joined(found, place, place + len(name)) for place in places) or not _is_name(name):
            continue
        for place in places:
            found.discover(place, place + len(name), "alliance", score=0.7)


def _is_joined(found: Findings, start: int, end: int) -> bool:
    """Whether a name is joined, left or taken part in at its place, or founded there by several parties."""
    if JOINED.match(found.text, end):
        return True
    if not FOUNDED.match(found.text, end):
        return False
    before = SENTENCE_START.search(found.text, 0, start)
    parties = found.overlapping(before.start() if before else 0, start)
    return len({party.entity_id for party in parties if party.mention_type == "org"}) >= LEAST_PARTIES


def _places(text: str, name: str) -> list[int]:
    """Where a form stands as a name."""
    places, at = [], text.find(name)
    while at >= 0:
        if starts_as_name(text, at) and ends_as_name(text, at + len(name)):
            places.append(at)
        at = text.find(name, at + len(name))
    return places


def _is_name(name: str) -> bool:
    """Whether a quoted form can be a structure's name: no happening, no description, nothing that governs."""
    words = name.split()
    if len(words) > MOST_WORDS or name.endswith(HAPPENING_ENDINGS) or (name[0].isdigit() and " " not in name[:5]):
        return False
    if all(is_generic(word) or word in SORTS or word in TRADES for word in words):
        return False
    if not is_hangul(name[-1]):
        return True
    last = read_word(words[-1])
    return last.is_nominal and not last.is_inflected and not (len(words) == 1 and last.is_common_noun)
