"""How well a reading of a page agrees with what is expected of it: one pure function for each measure."""

from __future__ import annotations

import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

TOKEN = re.compile(r"\w+")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
KOREAN_NAME = re.compile(r"\s*([가-힣]{2,4})(?:\s|$)")
AND_OTHERS = re.compile(r"\s외\s?(\d{1,2})\s?[명인]$")
SHINGLE = 4
KOREAN_GRAM = 5


def shingle_f1(pairs: Iterable[tuple[str, str]]) -> float:
    """F1 over pages as the scrapinghub benchmark's evaluate.py computes it; pairs are (expected, found).

    Bags of 4-shingles of tokens; precision and recall are means over pages, F1 is that of the two means.
    """
    precisions, recalls = [], []
    for expected, found in pairs:
        true, predicted = Counter(_shingles(expected)), Counter(_shingles(found))
        both = (true & predicted).total()
        if predicted:
            precisions.append(both / predicted.total())
        if true:
            recalls.append(both / true.total())
    precision, recall = statistics.fmean(precisions or [0.0]), statistics.fmean(recalls or [0.0])
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def token_f1(expected: str, found: str) -> float:
    """F1 of the bags of tokens of two texts, both in composed form."""
    return bag_f1(TOKEN.findall(_composed(expected)), TOKEN.findall(_composed(found)))


def gram_f1(expected: str, found: str) -> float:
    """F1 of the bags of character 5-grams of two texts without their space: a measure for Korean."""
    return bag_f1(_grams("".join(_composed(expected).split())), _grams("".join(_composed(found).split())))


def author_f1(expected: Sequence[str], found: Sequence[str]) -> float:
    """F1 of two sets of names, without regard to case and space.

    A Korean name has no space; what follows one is the bearer's role, which some labels include and others leave out.
    A label that counts further authors without naming them ("… 외 2명") asks for so many names, whichever they are.
    """
    true, predicted = {_key(name) for name in expected}, {_key(name) for name in found}
    unnamed = sum(int(count[1]) for name in expected if (count := AND_OTHERS.search(name)))
    both = len(true & predicted) + min(unnamed, len(predicted - true))
    total = len(true) + unnamed + len(predicted)
    return 2 * both / total if total else 1.0


def label_f1(expected: Sequence[str], found: Sequence[str]) -> float:
    """F1 of names and labels to the letter, but for case and space: a role or a count in a label is a miss."""
    true = {" ".join(name.split()).casefold() for name in expected}
    predicted = {" ".join(name.split()).casefold() for name in found}
    return 2 * len(true & predicted) / (len(true) + len(predicted)) if true or predicted else 1.0


def same_title(expected: str, found: str | None) -> bool:
    """Whether two titles are the same but for space and signs that show nothing, such as a soft hyphen."""
    return _visible(expected) == _visible(found or "")


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _visible(text: str) -> str:
    return " ".join(INVISIBLE.sub("", text).split())


def bag_f1(expected: Iterable[Hashable], found: Iterable[Hashable]) -> float:
    """F1 of two bags; 1 where both are empty."""
    true, predicted = Counter(expected), Counter(found)
    if not true and not predicted:
        return 1.0
    return 2 * (true & predicted).total() / (true.total() + predicted.total())


def _shingles(text: str) -> list[tuple[str, ...]]:
    tokens = TOKEN.findall(text)
    return [shingle for i in range(max(1, len(tokens) - SHINGLE + 1)) if (shingle := tuple(tokens[i : i + SHINGLE]))]


def _grams(text: str) -> list[str]:
    return [text[i : i + KOREAN_GRAM] for i in range(max(1, len(text) - KOREAN_GRAM + 1)) if text]


def _key(name: str) -> str:
    if found := KOREAN_NAME.match(name):
        return found[1]
    return " ".join(name.split()).casefold()
