"""What two names by themselves say about being one party: equal once read out, clipped, an acronym, alike in sound.

Pure forms, without a sentence: each rule gives an Evidence or none. What the sentence adds is in resolution_context.py,
and how both are weighed in resolution.py.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipelines.entities.morphology import read_word
from pipelines.entities.name_words import GENERIC, ORGANIZATION_HEADS, SURNAMES
from pipelines.entities.normalizing import normalized, read_out, without_legal_form
from pipelines.entities.particles import is_hangul
from pipelines.entities.resolution_sounds import consonants, likeness, skeleton
from pipelines.entities.resolution_words import (
    DISTRICTS,
    ENGLISH_INITIALS,
    FRONTS,
    GROUP_HEADS,
    HOLDING_HEADS,
    REGIONS,
    SHORT_HEADS,
)

HEADS = frozenset(head for heads in ORGANIZATION_HEADS.values() for head in heads)
REGIONS_LONGEST = sorted(REGIONS, key=lambda region: (-len(region), region))
SMALL_WORDS = frozenset("of the and for in on at de la du des der die and".split())
CAPITALS = re.compile(r"[A-Z]{2,8}")
MORPHEMES = re.compile("|".join(sorted(ENGLISH_INITIALS, key=len, reverse=True)))
SOUNDS_SURELY, SOUNDS_LIKE, SOUNDS_NEAR = 0.9, 0.84, 0.72


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for two names being one party: how much, from 0 to 1, and what it is."""

    score: float
    reason: str


@lru_cache(maxsize=50_000)
def form_evidence(first: str, second: str) -> tuple[Evidence, ...]:
    """All that the two forms say, the strongest first; nothing for names that their forms tell apart."""
    if tells_apart(first, second) is not None:
        return ()
    found = [evidence for evidence in _rules(first, second) if evidence is not None]
    return tuple(sorted(found, key=lambda evidence: (-evidence.score, evidence.reason)))


@lru_cache(maxsize=50_000)
def tells_apart(first: str, second: str) -> str | None:
    """Why two names cannot be one party, whatever stands around them; None where nothing forbids it.

    A group, its holding company and a company of that name are three; so are names that differ in a number alone.
    """
    one, other = _plain(first), _plain(second)
    if one == other:
        return None
    kinds = {_kind(one), _kind(other)}
    stems = {_stem(read_out(one)), _stem(read_out(other))}
    if len(kinds) > 1 and len(stems) == 1:
        return "a group, its holding company and a company of that name are three"
    numbers = [re.findall(r"\d+", form) for form in (one, other)]
    bare = {re.sub(r"\d+", "", normalized(form)) for form in (one, other)}
    if len(bare) == 1 and numbers[0] != numbers[1] and all(numbers):
        return "the two differ in a number"
    return None


@lru_cache(maxsize=50_000)
def is_part_of(first: str, second: str) -> bool:
    """Whether one name is the other with a head noun behind it: '가람' and '가람전자', which are seldom one party."""
    one, other = sorted((read_out(first), read_out(second)), key=len)
    rest = other[len(one) :]
    return bool(one) and other.startswith(one) and rest in HEADS | set(GROUP_HEADS) | set(HOLDING_HEADS)


def _rules(first: str, second: str) -> Iterator[Evidence | None]:
    yield _equal(first, second)
    yield _district(first, second) or _district(second, first)
    yield _clipped_heads(first, second)
    for short, long in ((first, second), (second, first)):
        if len(_letters(short)) < len(_letters(long)):
            yield _syllables(short, long)
            yield _last_words(short, long)
            yield _acronym(short, long)
            yield _translated_acronym(short, long)
    yield _alike(first, second)


def _equal(first: str, second: str) -> Evidence | None:
    one, other = normalized(first), normalized(second)
    if not one or not other:
        return None
    if one == other:
        return Evidence(0.97, "equal but for legal form, case and signs")
    if read_out(first) == read_out(second):
        return Evidence(0.95, "equal once letters are read out")
    return None


def _clipped_heads(first: str, second: str) -> Evidence | None:
    """Equal once heads and regions are clipped in either: '한양대' and '한양대학교', '전북도' and '전라북도'."""
    one, other = read_out(first), read_out(second)
    if one == other or min(len(one), len(other)) < 2:
        return None
    # clipping both would make one of '서울대 약학과' and '제주대 약학과'
    if not (_regional(one) & clips(other) or clips(one) & _regional(other)):
        return None
    return Evidence(0.86, "equal once a head noun or region is clipped")


def _regional(name: str) -> frozenset[str]:
    """The name, and with its region clipped as usual."""
    region = next((region for region in REGIONS_LONGEST if name.startswith(region)), None)
    return frozenset({name} if region is None else {name, REGIONS[region] + name[len(region) :]})


def clips(name: str) -> frozenset[str]:
    """The read-out name with its region, its front or its head noun clipped or left out; two syllables stay."""
    forms = set(_regional(name))
    for front in (*REGIONS_LONGEST, *FRONTS, *REGIONS.values()):
        if name.startswith(front) and len(name) >= len(front) + 4:
            forms.add(name[len(front) :])
    for form in list(forms):
        for head, shorts in SHORT_HEADS.items():
            if form.endswith(head) and len(form) > len(head):
                forms |= {read_out(form[: -len(head)] + short) for short in shorts}
    return frozenset(form for form in forms if len(form) >= 2)


def _syllables(short: str, long: str) -> Evidence | None:
    """Korean abbreviations: the first syllables of the words of a name ('문체부', '한수원', '민주노총')."""
    clip, name = read_out(short), read_out(long)
    if not 2 <= len(clip) <= 6 or len(name) < len(clip) + 2 or not all(map(is_hangul, clip)):
        return None
    starts = [name, *(name[len(front) :] for front in FRONTS if name.startswith(front))]
    if any(_abbreviates(clip, start) for start in starts):
        return Evidence(0.84 if len(clip) > 2 else 0.8, "syllables of the name in its order")
    return None


def _abbreviates(clip: str, name: str) -> bool:
    """Whether every syllable but the last begins a stretch of two or more, up to the shared or clipped head."""
    for head, shorts in SHORT_HEADS.items():
        if not name.endswith(head):
            continue
        for short in shorts:
            if short and clip.endswith(short) and _steps(clip[: -len(short)], name[: -len(head)]):
                return True
    shared = 0
    while shared < len(clip) - 1 and clip[-1 - shared] == name[-1 - shared]:
        shared += 1
    if shared:
        return _steps(clip[:-shared], name[:-shared])
    return len(clip) > 1 and _steps(clip, name)


def _steps(clip: str, name: str) -> bool:
    """Whether the syllables of `clip` stand in `name` in order, the first at its start, each two or more apart.

    One word of two syllables may stay whole. A clip that is the front of the name must end inside a word of it: so
    does '민주노' in '민주노동조합', but not '서울' in '서울과학기술'.
    """
    if not clip or not name or clip[0] != name[0]:
        return False
    if name.startswith(clip):
        return len(clip) == 1 or (len(clip) > 2 and not _ends_a_word(name, len(clip)))
    at, gaps = 0, []
    for syllable in clip[1:]:
        place = name.find(syllable, at + 1)
        if place < 0:
            return False
        gaps.append(place - at)
        at = place
    return gaps.count(1) == 0 or (len(clip) > 2 and gaps.count(1) == 1 and max(gaps) <= 4)


def _ends_a_word(name: str, position: int) -> bool:
    """Whether a word of the name ends there, as far as the analyzer can tell."""
    return any(part.start == position for part in read_word(name).parts)


def _district(short: str, long: str) -> Evidence | None:
    """The bare word for a city, county, district or province that the other names: '군' beside '영광군'."""
    if short in DISTRICTS and len(long) > 2 and long.endswith(short) and all(map(is_hangul, long)):
        return Evidence(0.82, "the word for what the other names")
    return None


def _last_words(short: str, long: str) -> Evidence | None:
    """The last words of a name for the whole: 'Nadal' for 'Rafael Nadal', '하이닉스' for 'SK하이닉스'."""
    name, clip = _plain(long), _plain(short)
    words = name.split()
    if len(name) == 3 and name[0] in SURNAMES and clip == name[1:] and all(map(is_hangul, name)):
        return Evidence(0.8, "a given name for a full one")
    whole = any(clip == " ".join(words[cut:]) for cut in range(1, len(words)))
    if whole and len(clip) >= 2 and clip not in HEADS | GENERIC:
        return Evidence(0.8, "the last words of the name")
    rest = re.sub(r"^[A-Z&+]{2,}", "", name)
    if rest != name and rest.strip() == clip and len(clip) >= 3 and clip not in HEADS:
        return Evidence(0.7, "the name without its letters in front")
    return None


def _acronym(short: str, long: str) -> Evidence | None:
    """The first letters of Latin words: 'OECD' for 'Organisation for Economic Co-operation and Development'."""
    letters = re.sub(r"[^A-Za-z]", "", short)
    words = re.findall(r"[A-Za-zÀ-ɏ]+", unicodedata.normalize("NFC", long))
    if not 2 <= len(letters) <= 8 or letters.islower() or len(words) < 2 or any(map(is_hangul, short)):
        return None
    all_words = "".join(word[0] for word in words).upper()
    main_words = "".join(word[0] for word in words if word not in SMALL_WORDS).upper()
    if letters.upper() in (all_words, main_words):
        return Evidence(0.9 if len(letters) > 2 else 0.7, "first letters of the words")
    if len(letters) > 2 and letters.upper()[0] == main_words[:1] and _is_subsequence(letters.upper(), "".join(words)):
        return Evidence(0.55, "letters of the words in their order")
    return None


def _translated_acronym(short: str, long: str) -> Evidence | None:
    """An English acronym of a Korean name, morpheme by morpheme: 'IOC' for '국제올림픽위원회', 'MBC' for '문화방송'."""
    name = _letters(without_legal_form(long))
    if CAPITALS.fullmatch(short) is None or len(short) < 3 or not all(map(is_hangul, name)):
        return None
    choices = [ENGLISH_INITIALS[match.group()] for match in MORPHEMES.finditer(name)]
    if len(choices) < 2 or sum(len(match.group()) for match in MORPHEMES.finditer(name)) < len(name):
        return None
    matched = sum(any(letter in short for letter in letters) for letters in choices)
    covered = sum(any(letter in letters for letters in choices) for letter in short)
    if matched == len(choices) and covered >= len(short) - 1:
        return Evidence(0.55, "letters of the words in English")
    return None


def _alike(first: str, second: str) -> Evidence | None:
    """A Korean and a Latin form of the same sounds."""
    scripts = {any(map(is_hangul, form)) for form in (first, second)}
    if len(scripts) == 1:
        return None
    like = likeness(without_legal_form(first), without_legal_form(second))
    least = min(consonants(first), consonants(second))
    same_frame = skeleton(first) == skeleton(second) and len(skeleton(first)) >= 5
    if (like >= SOUNDS_SURELY and least >= 4) or (like >= SOUNDS_LIKE and same_frame):
        return Evidence(0.88, f"sounds alike ({like:.2f})")
    if like >= SOUNDS_LIKE and least >= 3:
        return Evidence(0.85, f"sounds alike ({like:.2f})")
    if like >= SOUNDS_NEAR and least >= 2:
        return Evidence(0.6, f"sounds alike ({like:.2f})")
    return None


def _kind(name: str) -> str:
    for kind, heads in (("group", GROUP_HEADS), ("holding", HOLDING_HEADS)):
        if any(name.endswith(head) and name != head for head in heads):
            return kind
    return "company"


def _stem(name: str) -> str:
    for head in (*HOLDING_HEADS, *GROUP_HEADS):
        small = head.casefold()
        if name.endswith(small) and name != small:
            return name[: -len(small)]
    return name


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", without_legal_form(name)).strip()


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", name)


def _is_subsequence(letters: str, text: str) -> bool:
    rest = iter(text.upper())
    return all(letter in rest for letter in letters)
