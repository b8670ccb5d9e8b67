"""How the stems of Korean verbs and nouns can look in a text: patterns that no inflected form escapes.

A pattern may match more than the word, never less: it decides what is worth an analysis, not what is meant. Nothing
about frames belongs here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

FIRST, LAST = 0xAC00, 0xD7A3
VOWELS, FINALS = 21, 28
# Endings that make a verb of a noun; the noun stands in the text as it is.
VERBAL = ("시키", "하", "되", "이")
# By number in the order of Unicode: vowels of a stem without a final consonant, and those that an ending makes of them.
CONTRACTED = {8: (9,), 11: (10,), 13: (14,), 18: (0, 4), 20: (6,)}  # ㅗ→ㅘ, ㅚ→ㅙ, ㅜ→ㅝ, ㅡ→ㅏ·ㅓ, ㅣ→ㅕ
# What stands for a stem that loses its final consonant: the finals it has then, and what has to follow it.
CHANGED = {
    7: ((8,), ""),  # ㄷ: 걷, 걸어
    8: ((0, 4, 10, 17), ""),  # ㄹ: 만들, 만드, 만든, 만듦, 만듭
    17: ((0,), "[우운울움웁웠워와왔]"),  # ㅂ: 돕, 도와
    19: ((0,), "[어었아았으은을음]"),  # ㅅ: 짓, 지어
    27: (tuple(range(28)), ""),  # ㅎ
}
RIEUL = 8
# A longer noun may be two in the text, with words between them: its two halves are looked for.
LONGEST_WHOLE, HALF = 3, 2


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern for several; an empty one among them matches everywhere."""
    return re.compile("|".join(sorted(set(patterns), key=lambda pattern: (-len(pattern), pattern))))


def noun_pattern(noun: str) -> str:
    """The pattern of a noun within one sentence; it may be written in two words, a long one with others between."""
    if _is_compound(noun):
        return rf"{_spaced(noun[:HALF])}[\s\S]*?{_spaced(noun[-HALF:])}"
    return _spaced(noun)


def stem_pattern(lemma: str) -> str:
    """The pattern of a predicate: of its noun, where it is a noun with a verbal ending, else of its inflected stem.

    Of a compound noun the first half; so a match is a word's length, and tells which sentence it stands in.
    """
    ending = next((ending for ending in VERBAL if lemma.endswith(ending)), None)
    if ending is not None:
        noun = lemma.removesuffix(ending)
        return _spaced(noun[:HALF] if _is_compound(noun) else noun)
    front, last = lemma[:-1], lemma[-1]
    if not _is_syllable(last):
        return _spaced(lemma)
    pattern = " ?".join((*map(re.escape, front), _inflected(last)))
    if last == "르" and front and _is_syllable(front[-1]):
        # '오르' becomes '올라'.
        doubled = chr(ord(front[-1]) + RIEUL)
        pattern += "|" + " ?".join((*map(re.escape, front[:-1]), f"{doubled}[라러랐렀]"))
    return pattern


def _inflected(syllable: str) -> str:
    """The pattern of what the last syllable of a stem can become."""
    number = ord(syllable) - FIRST
    initial, vowel, final = number // (VOWELS * FINALS), number // FINALS % VOWELS, number % FINALS
    if not final:
        openings = [FIRST + (initial * VOWELS + one) * FINALS for one in (vowel, *CONTRACTED.get(vowel, ()))]
        return f"[{''.join(f'{chr(opening)}-{chr(opening + FINALS - 1)}' for opening in openings)}]"
    if final not in CHANGED:
        return syllable
    finals, follows = CHANGED[final]
    others = "".join(chr(ord(syllable) - final + other) for other in finals)
    return f"(?:{syllable}|[{others}]{follows})"


def _is_compound(noun: str) -> bool:
    return len(noun) > LONGEST_WHOLE and all(map(_is_syllable, noun))


def _spaced(word: str) -> str:
    return " ?".join(map(re.escape, word))


def _is_syllable(character: str) -> bool:
    return FIRST <= ord(character) <= LAST
