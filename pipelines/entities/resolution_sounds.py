"""Whether a Korean and a Latin form sound alike: '넷플릭스' and 'Netflix'.

Both are read into one small alphabet of sounds and compared by a weighted edit distance. Korean splits clusters with
vowels and has one letter for l and r, none for f and v; so vowels weigh little, and r and h, which it often drops, less
than other consonants. Letters that are spelled out ('엘지') are read in normalizing.py.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# the order of the letters in a syllable block (Unicode 3.12), as sounds; '-' is silent
INITIALS = "K K N T T R M P P S S - S S S K T P H".split()
VOWELS = "A E IA IE O E IO IE O OA OE E IO U UO UE UI IU U UI I".split()
FINALS = "- K K KS N N N T R RK RM RP RS RT RP R M P PS T T N S S K T P -".split()
FIRST, LAST = ord("가"), ord("힣")
# Latin spellings, longest first; context is the spelling itself
SPELLINGS = {
    "tion": "SON", "sion": "SON", "tch": "S", "sch": "S", "igh": "AI", "eau": "O", "ch": "S", "sh": "S", "th": "S",
    "ph": "P", "gh": "", "ck": "K", "qu": "KU", "wh": "U", "kn": "N", "wr": "R", "ng": "N", "ce": "S", "ci": "SI",
    "cy": "SI", "ge": "SE", "gi": "SI", "ee": "I", "ea": "I", "oo": "U", "ou": "U", "ow": "AU", "au": "O", "aw": "O",
    "ai": "EI", "ay": "EI", "ei": "AI", "ey": "I", "ie": "I", "oa": "O", "eu": "U", "ae": "E", "oe": "E", "x": "KS",
    "a": "A", "b": "P", "c": "K", "d": "T", "e": "E", "f": "P", "g": "K", "h": "H", "i": "I", "j": "S", "k": "K",
    "l": "R", "m": "M", "n": "N", "o": "O", "p": "P", "q": "K", "r": "R", "s": "S", "t": "T", "u": "U", "v": "P",
    "w": "U", "y": "I", "z": "S",
}  # fmt: skip
LATIN = re.compile("|".join(sorted(SPELLINGS, key=len, reverse=True)))
VOWEL_SOUNDS = frozenset("AEIOU")
DROPPED = frozenset("RH")
VOWEL_WEIGHT, DROPPED_WEIGHT = 0.25, 0.5
# consonants that Korean mixes up in writing foreign names: 'th', a final 'd' or 's', 'g' before 'e'
NEAR = frozenset({frozenset("TS"), frozenset("KS")})
MAX_SOUNDS = 60


@lru_cache(maxsize=20_000)
def sounds(name: str) -> str:
    """The sounds of a name in any of the two scripts; other signs are silent, doubled sounds are one."""
    runs = re.findall(r"[가-힣]+|[^가-힣]+", name)
    heard = [_hangul(run) if FIRST <= ord(run[0]) <= LAST else _latin(run) for run in runs]
    return re.sub(r"(.)\1+", r"\1", "".join(heard))[:MAX_SOUNDS]


def _hangul(run: str) -> str:
    heard = ""
    for syllable in run:
        code = ord(syllable) - FIRST
        heard += INITIALS[code // 588] + VOWELS[code // 28 % 21] + FINALS[code % 28]
    return heard.replace("-", "")


def _latin(run: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", _letters(run)).casefold() if c.isascii())
    return "".join(SPELLINGS[match.group()] for match in LATIN.finditer(plain))


def _letters(run: str) -> str:
    """Kana as the Latin letters by which Unicode names them; all else as it is."""
    named = []
    for character in run:
        name = unicodedata.name(character, "")
        kana = name.startswith(("HIRAGANA LETTER", "KATAKANA LETTER"))
        named.append(name.rsplit(" ", 1)[-1] if kana else character)
    return "".join(named)


@lru_cache(maxsize=20_000)
def likeness(first: str, second: str) -> float:
    """How much two names sound alike: 1 for the same sounds, 0 for none in common or for nothing heard."""
    one, other = sounds(first), sounds(second)
    weight = max(sum(map(_weight, one)), sum(map(_weight, other)))
    if not one or not other:
        return 0.0
    row = [0.0]
    for sound in other:
        row.append(row[-1] + _weight(sound))
    for sound in one:
        above = row
        row = [above[0] + _weight(sound)]
        for place, heard in enumerate(other):
            row.append(
                min(
                    above[place + 1] + _weight(sound),
                    row[place] + _weight(heard),
                    above[place] + _exchange(sound, heard),
                )
            )
    return max(0.0, 1 - row[-1] / weight)


def consonants(name: str) -> int:
    """How many consonants are heard: with one or two, a likeness says little."""
    return sum(sound not in VOWEL_SOUNDS for sound in sounds(name))


def skeleton(name: str) -> str:
    """The consonants that both scripts keep, for finding names that may sound alike."""
    kept = "".join(sound for sound in sounds(name) if sound not in VOWEL_SOUNDS | DROPPED)
    return re.sub(r"(.)\1+", r"\1", kept)


def _weight(sound: str) -> float:
    if sound in VOWEL_SOUNDS:
        return VOWEL_WEIGHT
    return DROPPED_WEIGHT if sound in DROPPED else 1.0


def _exchange(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if one in VOWEL_SOUNDS and other in VOWEL_SOUNDS:
        return VOWEL_WEIGHT
    if frozenset((one, other)) in NEAR:
        return 0.4
    return max(_weight(one), _weight(other)) if (one in VOWEL_SOUNDS) == (other in VOWEL_SOUNDS) else 2.0
