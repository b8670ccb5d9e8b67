"""What may follow a Korean name inside the same word: particles, and a few nouns that attach to names.

A name is named only where the word ends right after it, or goes on with a sequence of these; so '카카오' is no
mention inside '카카오브레인'. The table follows the particle classes (JKS … JX, VCP) of the Sejong tag set.
"""

from __future__ import annotations

import re

from pipelines.entities.word_table import words

PARTICLES = words(
    """
    은 는 이 가 을 를 의 에 도 만 와 과 로 으로 나 이나 라 이라 고 이고 며 이며 든 이든 야 이야 랑 이랑 께 에게
    에서 에선 에는 에도 에만 에의 에게서 한테 께서 부터 까지 보다 처럼 같이 마다 조차 마저 밖에 뿐 대로 만큼 라고
    이라고 라는 이라는 란 이란 라며 이라며 로서 으로서 로써 으로써 로부터 으로부터 와의 과의 로의 으로의 다 이다
    인 인데 이자 자 이지만 지만 였다 이었다 이던 였던 입니다 이에요 예요 라면 이라면 라도 이라도 임 이기 하고 에다
    에다가 으론 론 엔 이라서 라서 치고 이니 부터의 까지의 에서의 에게는
    """
)
# nouns that attach to a name without changing whom it names
ATTACHED = words("측 등 씨 간 내 발 쪽 들 외 및")
MAX_PARTICLES = 3

_ALTERNATIVES = "|".join(sorted(map(re.escape, {*PARTICLES, *ATTACHED}), key=len, reverse=True))
_TAIL = re.compile(rf"(?:{_ALTERNATIVES}){{0,{MAX_PARTICLES}}}")
HANGUL = re.compile(r"[가-힣]+")


def is_particle_tail(tail: str) -> bool:
    """Whether a run of Hangul after a name leaves the name whole; the empty run does."""
    return len(tail) <= 12 and _TAIL.fullmatch(tail) is not None


def hangul_after(text: str, position: int) -> str:
    """The unbroken run of Hangul syllables that starts at `position`."""
    match = HANGUL.match(text, position)
    return match.group() if match else ""


def is_hangul(character: str) -> bool:
    """Whether the character is a Hangul syllable."""
    return "가" <= character <= "힣"


def is_latin(character: str) -> bool:
    """Whether the character is a Latin letter, accented ones included."""
    return character.isalpha() and character < "ɐ"


def ends_as_name(text: str, position: int, titles: frozenset[str] = frozenset()) -> bool:
    """Whether a name that stops before `position` may stop there.

    Letters of the name's own script or digits carry it on; a run of Hangul must be particles, or a post of `titles`
    ('KT사장은').
    """
    if position >= len(text):
        return True
    following = text[position]
    if is_hangul(following):
        tail = hangul_after(text, position)
        if is_particle_tail(tail):
            return True
        return any(tail.startswith(title) and is_particle_tail(tail[len(title) :]) for title in titles)
    if following.isdigit() or is_latin(following) or following in "_@":
        return False
    if following in "&+-." and position + 1 < len(text):
        beyond = text[position + 1]
        if following == "." and not (beyond.isascii() and beyond.islower()):
            return True
        if following == "-":
            return True
        return not (beyond.isalnum() and beyond.isascii())
    return True


def starts_as_name(text: str, position: int) -> bool:
    """Whether a name that begins at `position` may begin there: no letter, digit or address sign stands before it."""
    if position == 0:
        return True
    before = text[position - 1]
    return not (before.isalnum() or before in "_@")
