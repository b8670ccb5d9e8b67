"""Names that no list has, by a small sequence model: `tag_names` gives spans of people, organizations, places, times.

The model is one file that `benchmarks/train_names.py` writes; it comes in as bytes. Here belong its format and its
labels; what it sees of a sentence is in tagging_features.py, what becomes of its spans in tagged_names.py.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pycrfsuite

from pipelines.entities.morphology import analyze_all
from pipelines.entities.name_forms import NameForm, NameForms
from pipelines.entities.tagging_features import sentence_features

# people, places, organizations, dates, times, quantities, as KLUE-NER defines them
LABELS = ("PS", "LC", "OG", "DT", "TI", "QT")
# labels of the model that begin so are for names of other sorts (events, titles, buildings), told apart to be left out
ASIDE = "x"
MAGIC = b"entente-names-1\n"
PARTS = 3
# a file of ten megabytes that unpacks to more than this is none of ours
MAX_PART = 64 * 1024 * 1024


class ModelError(ValueError):
    """The bytes are no model of names; the message says how to get one."""


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name in a sentence: half-open character offsets, one of LABELS, its sort, and how sure the model is (0 to 1).

    `sort` is the label, with a letter behind it where the model knows more: OGe is an organization of the economy.
    """

    start: int
    end: int
    label: str
    sort: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class ModelParts:
    """What a model file holds: the trained weights, listed forms of names, and clusters of morphemes.

    `clusters` maps 'form/tag' to the names of the clusters that the morpheme is in, coarse to fine.
    """

    weights: bytes
    forms: tuple[NameForm, ...]
    clusters: Mapping[str, tuple[str, ...]]


def tag_names(
    sentences: Sequence[str], model: bytes, names: Sequence[Sequence[tuple[int, int]]] | None = None
) -> list[tuple[NameSpan, ...]]:
    """The names of each sentence in order, without overlaps; a sentence gives the same names alone or among others.

    `names`: by sentence, spans known before (half-open character offsets, no overlaps), which morphology keeps whole.
    Raises ModelError where `model` is none.
    """
    tagger = _tagger_of(model)
    asked = list(zip(sentences, map(tuple, names if names is not None else [()] * len(sentences)), strict=True))
    # a page says some sentences twice: in its headline, under a picture
    distinct = list(dict.fromkeys(asked))
    morphemes = analyze_all([text for text, _ in distinct], [spans for _, spans in distinct])
    tagged = {one: tagger.tag(one[0], found) for one, found in zip(distinct, morphemes, strict=True)}
    return [tagged[one] for one in asked]


class Tagger:
    """A model ready to tag. Building one takes a second; `tag_names` keeps the one last used."""

    def __init__(self, parts: ModelParts) -> None:
        self._forms = NameForms(parts.forms)
        self._clusters = parts.clusters
        # the library reads these bytes where they lie and does not keep them itself
        self._weights = parts.weights
        self._model: Any = pycrfsuite.Tagger()
        self._model.open_inmemory(self._weights)

    def tag(self, text: str, morphemes: Sequence[Any]) -> tuple[NameSpan, ...]:
        """The names of one sentence, with its morphemes."""
        positions, rows = sentence_features(text, morphemes, self._forms, self._clusters)
        if not rows:
            return ()
        labels: list[str] = self._model.tag(rows)
        if not any(label != "O" for label in labels):
            return ()
        spans = []
        for first, last, label in label_runs(labels):
            if not label.startswith(ASIDE):
                score = min(self._model.marginal(labels[at], at) for at in range(first, last + 1))
                spans.append(NameSpan(positions[first], positions[last] + 1, label[:2], label, round(score, 3)))
        return tuple(spans)


def label_runs(labels: Sequence[str]) -> Iterable[tuple[int, int, str]]:
    """First index, last index and label of each run in a sequence of O, B-… and I-…; an I without a B begins a run."""
    first, current = 0, ""
    for at, label in enumerate(labels):
        if current and label != f"I-{current}":
            yield first, at - 1, current
            current = ""
        if label != "O" and not current:
            first, current = at, label[2:]
    if current:
        yield first, len(labels) - 1, current


def pack(parts: ModelParts) -> bytes:
    """The bytes of a model file."""
    forms = "\n".join(f"{f.form}\t{f.label}\t{f.count}" for f in parts.forms)
    clusters = "\n".join(f"{key}\t{' '.join(names)}" for key, names in sorted(parts.clusters.items()))
    packed = [zlib.compress(part, 9) for part in (parts.weights, forms.encode(), clusters.encode())]
    return MAGIC + b"".join(len(part).to_bytes(4, "big") + part for part in packed)


def unpack(model: bytes) -> ModelParts:
    """What a model file holds. Raises ModelError where it is none."""
    if not model.startswith(MAGIC):
        raise ModelError(
            f"this is no model of names: it does not begin with {MAGIC!r}; benchmarks/train_names.py writes one"
        )
    parts, at = [], len(MAGIC)
    for _ in range(PARTS):
        size = int.from_bytes(model[at : at + 4], "big")
        parts.append(_unpacked(model[at + 4 : at + 4 + size]))
        at += 4 + size
    try:
        forms = tuple(
            NameForm(form, label, int(count))
            for form, label, count in (line.split("\t") for line in parts[1].decode().splitlines())
        )
        clusters = {
            key: tuple(names.split(" ")) for key, names in (line.split("\t") for line in parts[2].decode().splitlines())
        }
    except ValueError as error:
        raise ModelError(f"the model of names is damaged: {error}") from None
    return ModelParts(parts[0], forms, clusters)


def _unpacked(part: bytes) -> bytes:
    stream = zlib.decompressobj()
    try:
        data = stream.decompress(part, MAX_PART)
    except zlib.error as error:
        raise ModelError(f"the model of names is damaged: {error}") from None
    if not stream.eof:
        raise ModelError("the model of names is cut off, or larger than any that training writes")
    return data


_latest: list[tuple[bytes, Tagger]] = []


def _tagger_of(model: bytes) -> Tagger:
    if not _latest or _latest[0][0] is not model:
        _latest[:] = [(model, Tagger(unpack(model)))]
    return _latest[0][1]
