"""Clusters of morphemes that stand in like contexts, from the vectors inside Kiwi's language model.

The vectors themselves are not to be had, only likenesses: those to some hundred landmarks give them back but for a turn
(Nyström's method; Williams and Seeger, 2001), and k-means does the rest. Fixed seeds throughout.
"""

from __future__ import annotations

import numpy as np
from kiwipiepy import Kiwi
from numpy.typing import NDArray

TAGS = frozenset({"NNP", "NNG", "NR", "XR", "NNB", "SL", "SN", "MM", "MAG", "VV", "VA", "XSN", "NP"})
LANDMARK_TAGS = frozenset({"NNP", "NNG"})
LANDMARKS = 420
SIZES = (("x", 64), ("y", 256), ("z", 1024))
# directions that hold less of the likeness are rounding errors
LEAST_SHARE = 0.3
ROUNDS = 20
NO_LIKENESS = -2.0
EVERY = 10**6

Vectors = NDArray[np.float32]


def morpheme_clusters() -> dict[str, tuple[str, ...]]:
    """'form/tag' → the clusters of that morpheme, coarse to fine. Takes two minutes."""
    kiwi = Kiwi(load_multi_dict=False, num_workers=1)
    known = {(m.id, m.form, m.tag) for m in kiwi.most_similar_morphemes(("서울", "NNP"), top_n=EVERY)}
    morphemes = sorted(entry for entry in known if entry[1] and entry[2] in TAGS)
    vectors = _vectors(kiwi, morphemes)
    assigned = [(letter, _k_means(vectors, size)) for letter, size in SIZES]
    return {
        f"{form}/{tag}": tuple(f"{letter}{clusters[row]}" for letter, clusters in assigned)
        for row, (_, form, tag) in enumerate(morphemes)
    }


def _vectors(kiwi: Kiwi, morphemes: list[tuple[int, str, str]]) -> Vectors:
    row_of = {key: row for row, (key, _, _) in enumerate(morphemes)}
    candidates = [row for row, (_, _, tag) in enumerate(morphemes) if tag in LANDMARK_TAGS]
    landmarks = sorted(np.random.default_rng(7).choice(candidates, LANDMARKS, replace=False))
    likeness = np.zeros((len(morphemes), LANDMARKS), dtype=np.float32)
    for column, landmark in enumerate(landmarks):
        for other in kiwi.most_similar_morphemes(morphemes[landmark][0], top_n=EVERY):
            row = row_of.get(other.id)
            if row is not None and other.score > NO_LIKENESS:
                likeness[row, column] = other.score
        likeness[landmark, column] = 1
    among = likeness[landmarks]
    values, directions = np.linalg.eigh((among + among.T) / 2)
    kept = values > LEAST_SHARE
    vectors = likeness @ directions[:, kept] / np.sqrt(values[kept])
    # what all morphemes share tells none of them apart
    vectors -= vectors.mean(axis=0)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.maximum(lengths, 1e-6)).astype(np.float32)


def _k_means(vectors: Vectors, size: int) -> NDArray[np.int64]:
    centres = vectors[np.random.default_rng(3).choice(len(vectors), size, replace=False)]
    nearest = np.argmax(vectors @ centres.T, axis=1)
    for _ in range(ROUNDS):
        for number in range(size):
            members = vectors[nearest == number]
            if len(members):
                centre = members.mean(axis=0)
                centres[number] = centre / max(1e-6, float(np.linalg.norm(centre)))
        nearest = np.argmax(vectors @ centres.T, axis=1)
    return nearest
