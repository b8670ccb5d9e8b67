"""A list of the forms of names with their fine classes and frequencies, and where those forms stand in a text.

Here belongs looking forms up for the sequence model (tagging.py); it names nothing by itself. A hit says how frequent
its form is, and of which classes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

# classes whose forms can help; the rest (animals, metals, colours …) are merged into one
KEPT = ("PS", "LC", "OG", "DT", "TI", "QT", "CV", "EV", "AF", "TM")
OFTEN, SOMETIMES = 5, 2
MIN_FORM = 2


@dataclass(frozen=True, slots=True)
class NameForm:
    """One form with one class of the 150 of the Korean tag set, and how often a corpus has it so."""

    form: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class FormHit:
    """A listed form in a text: half-open character offsets, its coarse classes, its finest one, how frequent it is."""

    start: int
    end: int
    classes: str
    finest: str
    often: str


class NameForms:
    """An automaton over the forms of a list; forms of one character are left out."""

    def __init__(self, forms: Iterable[NameForm]) -> None:
        counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for form in forms:
            if len(form.form) >= MIN_FORM:
                counts[form.form][form.label] += form.count
        self._forms = sorted(counts)
        self._described = [_described(counts[form]) for form in self._forms]
        self._automaton = AhoCorasick(self._forms, matchkind=MatchKind.Standard) if self._forms else None

    def hits(self, text: str, starts: Sequence[bool], ends: Sequence[bool]) -> list[FormHit]:
        """The forms in `text`, leftmost and longest, without overlaps.

        `starts` says for each character whether a form may begin there, `ends` whether one may end behind it.
        """
        if self._automaton is None:
            return []
        spans = [
            (start, -end, number)
            for number, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True)
            if starts[start] and (ends[end - 1] or end - start > 2)
        ]
        spans.sort()
        hits, reached = [], 0
        for start, minus_end, number in spans:
            if start >= reached:
                reached = -minus_end
                hits.append(FormHit(start, reached, *self._described[number]))
        return hits


def coarse(label: str) -> str:
    """The coarse class of a fine one: 'OGG_ECONOMY' is OG, 'TMI_HW' is TM, 'AM_BIRD' is XX."""
    return label[:2] if label[:2] in KEPT else "XX"


def _described(counts: dict[str, int]) -> tuple[str, str, str]:
    total = sum(counts.values())
    by_class: dict[str, int] = defaultdict(int)
    for label, count in counts.items():
        by_class[coarse(label)] += count
    order = sorted(by_class, key=lambda name: (-by_class[name], name))
    classes = order[0] if by_class[order[0]] >= 0.9 * total else "".join(order[:2])
    finest = min(counts, key=lambda label: (-counts[label], label))
    return classes, finest, "3" if total >= OFTEN else "2" if total >= SOMETIMES else "1"
