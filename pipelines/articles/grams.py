"""Texts as sets of character 8-grams, and their MinHash signatures: what copies and rewrites are found by.

Which share of grams makes a copy is not decided here. Seeds are fixed, so that a text has one signature everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

GRAM = 8
SEED = 20200220
NOT_LETTERS = re.compile(r"[\W_]+")
# An odd multiplier makes a window of code points one number; the two others spread its bits (Steele's SplitMix64).
BASE = np.uint64(0x9E3779B97F4A7C15)
MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))

Hashes = NDArray[np.uint64]
Signatures = NDArray[np.uint32]


def letters_of(text: str) -> str:
    """The letters and digits of a text in one case: spacing and punctuation differ between copies."""
    return NOT_LETTERS.sub("", text).casefold()


def gram_hashes(texts: Sequence[str]) -> tuple[Hashes, NDArray[np.int64]]:
    """Hashes of the 8-grams of each text's letters, one after another, and where each text's begin: n + 1 offsets."""
    cleaned = [letters_of(text) for text in texts]
    lengths = np.array([len(one) for one in cleaned], dtype=np.int64)
    counts = np.maximum(lengths - GRAM + 1, 0)
    offsets = np.concatenate(([0], np.cumsum(counts)))
    codes = np.frombuffer("".join(cleaned).encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    if codes.size < GRAM:
        return np.empty(0, dtype=np.uint64), offsets
    windows = codes.size - GRAM + 1
    hashes = np.zeros(windows, dtype=np.uint64)
    for position in range(GRAM):
        hashes = hashes * BASE + codes[position : position + windows]
    owners = np.repeat(np.arange(len(cleaned)), lengths)
    hashes = hashes[owners[:windows] == owners[GRAM - 1 :]]
    hashes = (hashes ^ (hashes >> np.uint64(30))) * MIX[0]
    hashes = (hashes ^ (hashes >> np.uint64(27))) * MIX[1]
    return hashes ^ (hashes >> np.uint64(31)), offsets


def gram_set(text: str) -> Hashes:
    """The distinct 8-grams of one text, sorted."""
    return np.unique(gram_hashes([text])[0])


def signatures(texts: Sequence[str], size: int) -> tuple[Signatures, NDArray[np.int64]]:
    """The MinHash signature of each text, `size` numbers a row, and how many 8-grams it has (repetitions count)."""
    if not texts:
        return np.empty((0, size), dtype=np.uint32), np.empty(0, dtype=np.int64)
    hashes, offsets = gram_hashes(texts)
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(hashes, offsets.astype(np.uint64), num_perm=size, seed=SEED)
    return np.array(matrix.to_rows(), dtype=np.uint32).reshape(len(texts), size), np.diff(offsets)


def shared(one: Hashes, other: Hashes) -> int:
    """How many grams two sorted sets have in common."""
    return int(np.intersect1d(one, other, assume_unique=True).size)
