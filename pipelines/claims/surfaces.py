"""How the stems of Korean verbs and nouns can look in a text: forms of which every inflected form holds one.

A form may stand in other words as well, but no word escapes: it decides what is worth an analysis, not what is meant.
Nothing about frames belongs here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

FIRST, LAST = 0xAC00, 0xD7A3
VOWELS, FINALS = 21, 28
# Endings that make a verb of a noun; the noun stands in the text as it is.
VERBAL = ("시키", "하", "되", "이")
# By number in the order of Unicode: vowels of a stem without a final consonant, and those that an ending makes of them.
CONTRACTED = {8: (9,), 11: (10,), 13: (14,), 18: (0, 4), 20: (6,)}  # ㅗ→ㅘ, ㅚ→ㅙ, ㅜ→ㅝ, ㅡ→ㅏ·ㅓ, ㅣ→ㅕ
# What stands for a stem that loses its final consonant: the finals it has then, and what has to follow it.
CHANGED: dict[int, tuple[tuple[int, ...], str]] = {
    7: ((8,), ""),  # ㄷ: 걷, 걸어
    8: ((0, 4, 10, 17), ""),  # ㄹ: 만들, 만드, 만든, 만듦, 만듭
    17: ((0,), "우운울움웁웠워와왔"),  # ㅂ: 돕, 도와
    19: ((0,), "어었아았으은을음"),  # ㅅ: 짓, 지어
    27: (tuple(range(28)), ""),  # ㅎ
}
RIEUL = 8
# A longer noun may be two in the text, with words between them: its two halves are looked for.
LONGEST_WHOLE, HALF = 3, 2


def noun_forms(noun: str) -> tuple[frozenset[str]] | tuple[frozenset[str], frozenset[str]]:
    """The forms of a noun within one sentence, which may be written in two words.

    Of a long one the forms of its halves: one of the first stands before one of the last, with others between.
    """
    if _is_compound(noun):
        return _written(noun[:HALF]), _written(noun[-HALF:])
    return (_written(noun),)


def stem_forms(lemma: str) -> frozenset[str]:
    """The forms of a predicate: of its noun, where it is a noun with a verbal ending, else of its inflected stem.

    Of a compound noun those of the first half; the empty form of a verbal ending alone, which is no word of its own.
    """
    ending = next((ending for ending in VERBAL if lemma.endswith(ending)), None)
    if ending is not None:
        noun = lemma.removesuffix(ending)
        return _written(noun[:HALF] if _is_compound(noun) else noun)
    front, last = lemma[:-1], lemma[-1]
    if not _is_syllable(last):
        return _written(lemma)
    forms = _ending_in(front, _inflected(last))
    if last == "르" and front and _is_syllable(front[-1]):
        # '오르' becomes '올라'.
        doubled = chr(ord(front[-1]) + RIEUL)
        forms |= _ending_in(front[:-1], (doubled + after for after in "라러랐렀"))
    return forms


def _inflected(syllable: str) -> list[str]:
    """What the last syllable of a stem can become, with what has to follow it."""
    number = ord(syllable) - FIRST
    initial, vowel, final = number // (VOWELS * FINALS), number // FINALS % VOWELS, number % FINALS
    if not final:
        openings = [FIRST + (initial * VOWELS + one) * FINALS for one in (vowel, *CONTRACTED.get(vowel, ()))]
        return [chr(opening + one) for opening in openings for one in range(FINALS)]
    if final not in CHANGED:
        return [syllable]
    finals, follows = CHANGED[final]
    others = [chr(ord(syllable) - final + other) for other in finals]
    return [syllable, *(other + after for other in others for after in follows or ("",))]


def _ending_in(front: str, ends: Iterable[str]) -> frozenset[str]:
    return frozenset(form for end in ends for form in _spellings((*front, end)))


def _written(word: str) -> frozenset[str]:
    return frozenset(_spellings(word))


def _spellings(parts: Sequence[str]) -> list[str]:
    """The parts as one word, and with a space between any two of them where one is Hangul."""
    spellings = [parts[0]] if parts else [""]
    for before, part in pairwise(parts):
        gaps = ("", " ") if _is_syllable(before) or _is_syllable(part[0]) else ("",)
        spellings = [spelling + gap + part for spelling in spellings for gap in gaps]
    return spellings


def _is_compound(noun: str) -> bool:
    return len(noun) > LONGEST_WHOLE and all(map(_is_syllable, noun))


def _is_syllable(character: str) -> bool:
    return FIRST <= ord(character) <= LAST
