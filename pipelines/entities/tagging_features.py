"""What the sequence model sees of each character of a sentence: the characters around, morphemes, words, listed forms.

Here belongs the description only; the model itself, and what becomes of its labels, is in tagging.py. Training and
reading call the same function, so a change here needs a new model.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from pipelines.entities.morphology import Morpheme
from pipelines.entities.name_forms import NameForms

WORD = re.compile(r"\S+")
DIGITS = re.compile(r"\d")
SPACE = re.compile(r"\s")
EDGE = "^"
# first letters of the tags of nouns, signs, foreign words and roots
STEM_TAGS = "NSXM"
# lengths from here on are one feature
LONG = 9
CLASSES = (
    ("가", "힣", "k"),
    ("a", "z", "a"),
    ("A", "Z", "A"),
    ("0", "9", "0"),
    ("一", "鿿", "h"),
    ("ㄱ", "ㆎ", "j"),
)


def sentence_features(
    text: str, morphemes: Sequence[Morpheme], forms: NameForms, clusters: Mapping[str, tuple[str, ...]]
) -> tuple[list[int], list[list[str]]]:
    """The offsets of the characters of `text` that are no space, and the features of each of them."""
    size = len(text)
    number, first = _morpheme_of(size, morphemes)
    spaces = [character.isspace() for character in text]
    starts = [first[i] or i == 0 or spaces[i - 1] for i in range(size)]
    ends = [i + 1 == size or starts[i + 1] or spaces[i + 1] for i in range(size)]
    listed = _listed(text, forms, starts, ends)
    morpheme_features = _MorphemeFeatures(morphemes, clusters)
    characters, kinds = _characters(text)
    positions: list[int] = []
    rows: list[list[str]] = []
    for index, (inside, outside) in _word_features(text, morphemes):
        for at in range(*index):
            word = inside if at == index[0] else outside
            morpheme = morpheme_features.of(number[at], first[at]) if number[at] >= 0 else ()
            positions.append(at)
            rows.append([*_character_features(characters, kinds, at + 3), *word, *morpheme, *listed[at]])
    return positions, rows


@lru_cache(maxsize=10_000)
def _kind(character: str) -> str:
    for low, high, kind in CLASSES:
        if low <= character <= high:
            return kind
    return character if character in "_.,'\"()·-" else "s"


def _characters(text: str) -> tuple[str, str]:
    """The text and the kinds of its characters, digits as 0 and spaces as _, with three characters of edge around."""
    plain = DIGITS.sub("0", SPACE.sub("_", text))
    kinds = "".join(map(_kind, plain))
    return EDGE * 3 + plain + EDGE * 3, EDGE * 3 + kinds + EDGE * 3


def _character_features(c: str, k: str, i: int) -> tuple[str, ...]:
    x, y, z = c[i], c[i - 1], c[i + 1]
    before, after = c[i - 2 : i], c[i + 1 : i + 3]
    around = y + x + z
    return (
        "0" + x,
        "-1" + y,
        "+1" + z,
        "-2" + before[0],
        "+2" + after[1],
        "a" + y + x,
        "b" + x + z,
        "c" + before,
        "d" + after,
        "e" + around,
        "f" + before + x,
        "g" + x + after,
        "h" + c[i : i + 4],
        "i" + c[i - 3 : i + 1],
        "k" + k[i - 2 : i + 3],
        "l" + k[i - 1 : i + 2],
    )


def _morpheme_of(size: int, morphemes: Sequence[Morpheme]) -> tuple[list[int], list[bool]]:
    number, first = [-1] * size, [False] * size
    for n, morpheme in enumerate(morphemes):
        for at in range(morpheme.start, min(size, morpheme.end)):
            if number[at] < 0:
                number[at] = n
                first[at] = at == morpheme.start
    return number, first


class _MorphemeFeatures:
    """The features of the morphemes of a sentence, made when they are asked for: few have a second character."""

    def __init__(self, morphemes: Sequence[Morpheme], clusters: Mapping[str, tuple[str, ...]]) -> None:
        pairs = [f"{m.form}/{m.tag}" for m in morphemes]
        self._sorts: list[tuple[str, ...]] = [(), (), *(clusters.get(pair, ()) for pair in pairs), (), ()]
        self._forms = ["^", "^", *(DIGITS.sub("0", m.form) for m in morphemes), "$", "$"]
        self._tags = ["^", "^", *(m.tag for m in morphemes), "$", "$"]
        self._made: dict[tuple[int, bool], list[str]] = {}

    def of(self, number: int, first: bool) -> list[str]:
        """The features of a morpheme's first character, or of each of the others."""
        key = (number, first)
        if key not in self._made:
            self._made[key] = self._features(number + 2, "B" if first else "I")
        return self._made[key]

    def _features(self, n: int, p: str) -> list[str]:
        second, before, form, after, last = self._forms[n - 2 : n + 3]
        _, tag_before, tag, tag_after, _ = self._tags[n - 2 : n + 3]
        features = [
            f"{p}m{form}/{tag}",
            f"{p}t{tag}",
            f"{p}n{before}/{tag_before}",
            f"{p}o{after}/{tag_after}",
            f"{p}p{tag_before} {tag}",
            f"{p}q{tag} {tag_after}",
            f"{p}r{tag_before} {tag} {tag_after}",
            f"{p}u{form} {after}",
            f"{p}v{before} {form}",
            f"{p}w{second} {tag_before} {tag}",
            f"{p}x{tag} {tag_after} {last}",
        ]
        for letter, near in (("A", 0), ("B", -1), ("C", 1), ("D", 2), ("E", -2)):
            if sorts := self._sorts[n + near]:
                prefix = p + letter
                features += [prefix + sort for sort in sorts]
        return features


def _word_features(
    text: str, morphemes: Sequence[Morpheme]
) -> list[tuple[tuple[int, int], tuple[list[str], list[str]]]]:
    """The span of each word, and its features for its first character and for the others."""
    spans = [match.span() for match in WORD.finditer(text)]
    w = ["^", "^", *_stems(text, spans, morphemes), "$", "$"]
    found = []
    for at, span in enumerate(spans, start=2):
        features = [
            f"W{w[at]}",
            f"X{w[at - 1]}",
            f"Y{w[at + 1]}",
            f"Z{w[at + 2]}",
            f"V{w[at - 2]}",
            f"S{w[at][-2:]}",
            f"T{w[at + 1][-2:]}",
            f"U{w[at - 1][-2:]}",
            f"L{min(LONG, span[1] - span[0])}",
        ]
        found.append((span, _by_position(features)))
    return found


def _by_position(features: Sequence[str]) -> tuple[list[str], list[str]]:
    return ["B" + feature for feature in features], ["I" + feature for feature in features]


def _stems(text: str, spans: Sequence[tuple[int, int]], morphemes: Sequence[Morpheme]) -> list[str]:
    """Each word without the particles and endings behind its last noun, root or number; digits as 0."""
    stems = []
    n = 0
    for start, end in spans:
        while n < len(morphemes) and morphemes[n].end <= start:
            n += 1
        inner, cut = n, start
        while inner < len(morphemes) and morphemes[inner].start < end:
            if morphemes[inner].tag[0] in STEM_TAGS:
                cut = morphemes[inner].end
            inner += 1
        stems.append(DIGITS.sub("0", text[start : min(end, cut)] or text[start:end]))
    return stems


def _listed(text: str, forms: NameForms, starts: Sequence[bool], ends: Sequence[bool]) -> list[list[str]]:
    rows: list[list[str]] = [[] for _ in text]
    before = ""
    hits = forms.hits(text, starts, ends)
    for hit in hits:
        for at in range(hit.start, hit.end):
            p = "B" if at == hit.start else "I"
            last = "E" if at + 1 == hit.end else ""
            rows[at] = [
                f"G{p}{hit.classes}",
                f"G{p}{hit.classes}{hit.often}{last}",
                f"H{p}{hit.finest}",
                f"J{p}{hit.classes}{min(5, hit.end - hit.start)}",
            ]
            if before:
                rows[at].append(f"K{p}{before}{hit.classes}")
        if hit.end < len(text):
            rows[hit.end].append(f"M{hit.classes}")
        before = hit.finest if hit.end < len(text) else ""
    for hit in hits:
        # what stands before a listed form: '감독' before a name, a name before '감독'
        for at in range(max(0, hit.start - 1), max(0, hit.start - 5), -1):
            rows[at].append(f"N{hit.start - at}{hit.finest}")
    return rows
