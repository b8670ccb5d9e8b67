"""Reads corpora of named entities in the KLUE and konec format, and scores spans against them.

A file has one character and its tag a line, an empty line after a sentence, and comments that begin with ##. The table
of forms has a header and one line for each form and label.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipelines.entities.name_forms import NameForm
from pipelines.entities.tagging import label_runs

Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    """A sentence and its spans: half-open character offsets and a label."""

    text: str
    spans: tuple[Span, ...]


def read_sentences(path: Path) -> list[TaggedSentence]:
    """The sentences of a file, in order. Raises ValueError, with the line, where a line is neither of the three."""
    sentences: list[TaggedSentence] = []
    characters: list[str] = []
    tags: list[str] = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate([*lines, "\n"], start=1):
            content = line.rstrip("\n")
            if content.startswith("##") or not content:
                if characters:
                    spans = tuple((a, b + 1, label) for a, b, label in label_runs(tags))
                    sentences.append(TaggedSentence("".join(characters), spans))
                    characters, tags = [], []
                continue
            character, tab, tag = content.rpartition("\t")
            if not tab or len(character) != 1:
                raise ValueError(f"{path}:{number}: expected a character, a tab and a tag, found {content!r}")
            characters.append(character)
            tags.append(tag)
    return sentences


def read_forms(path: Path) -> list[NameForm]:
    """The forms that the corpus's training part has, with their counts in it; those of its test part stay unknown."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [NameForm(row["form"], row["label"], int(row["train_freq"])) for row in rows if int(row["train_freq"])]


@dataclass(slots=True)
class Score:
    """Spans found, in the gold and predicted, by label; a span counts when both ends and the label agree."""

    found: dict[str, int]
    gold: dict[str, int]
    predicted: dict[str, int]

    def f1(self, label: str | None = None) -> float:
        """F1 of a label; over all spans without one."""
        found, gold, predicted = (
            sum(counts.values()) if label is None else counts[label]
            for counts in (self.found, self.gold, self.predicted)
        )
        return 2 * found / (gold + predicted) if gold + predicted else 0.0


def score(pairs: Iterable[tuple[Sequence[Span], Sequence[Span]]]) -> Score:
    """The score of (gold spans, predicted spans) of each sentence."""
    result = Score(defaultdict(int), defaultdict(int), defaultdict(int))
    for wanted, got in pairs:
        for counts, spans in ((result.found, set(wanted) & set(got)), (result.gold, wanted), (result.predicted, got)):
            for _, _, label in spans:
                counts[label] += 1
    return result
