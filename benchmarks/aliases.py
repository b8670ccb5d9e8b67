"""Asks of two names in one sentence whether they are one party, and prints how often the answer is right.

    python benchmarks/aliases.py --pairs klue_re_alias_pairs.json

The pairs are a JSON list of objects with `sentence`, `a`, `b` and `label` (`org:…`, `per:…`): names of one
party, as the relation alternate_names of KLUE-RE marks them. Negatives are all other pairs of
organizations that stand in one sentence of the gold articles (tests/evaluation/gold), each pair of surfaces once a
sentence.

Printed for all pairs, for organizations and for people, with the knowledge base and without any: precision, recall and
F1 at the engine's own threshold; F1 at the lowest threshold that keeps precision at .98. Rules are tuned on the pairs
at odd places of the list, so the even places say what they are worth on pairs that nobody looked at.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from pipelines.articles.plain_text import article_from_text
from pipelines.articles.sentences import split_sentences
from pipelines.entities import Decision, same_entity
from pipelines.entities.model import Knowledge
from pipelines.evaluation import read_gold
from pipelines.knowledge import load_knowledge

GOLD = Path(__file__).resolve().parent.parent / "tests" / "evaluation" / "gold"
FLOOR = 0.98
NOTHING = Knowledge({}, ())


@dataclass(frozen=True, slots=True)
class Question:
    """Two surfaces in a sentence, and whether they are one party; `number` is a positive's place in its list."""

    sentence: str
    first: str
    second: str
    same: bool
    kind: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """How many of `pairs` were found, and how many others were taken for one."""

    pairs: int
    found: int
    wrong: int

    @property
    def precision(self) -> float:
        """Share of the pairs called one that are one."""
        return self.found / (self.found + self.wrong) if self.found + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of the pairs that are one that are called so."""
        return self.found / self.pairs if self.pairs else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def read_pairs(path: Path) -> list[Question]:
    """The positives of a file."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [
        Question(row["sentence"], row["a"], row["b"], True, row["label"][:3], number)
        for number, row in enumerate(rows, start=1)
    ]


def gold_negatives(folder: Path) -> list[Question]:
    """Pairs of different organizations in one sentence of the gold articles, by their longest surfaces."""
    questions = []
    for article in read_gold(folder):
        owners = {
            surface: str(row["canonical"])
            for row in article.gold["entities"]
            if row["type"] == "org"
            for surface in row["surface_forms"]
        }
        others = [
            surface for row in article.gold["entities"] if row["type"] != "org" for surface in row["surface_forms"]
        ]
        for text in _sentences(article.text):
            named = sorted(set(_named(text, [*owners, *others])) & set(owners))
            questions += [
                Question(text, first, second, False, "org")
                for first, second in combinations(named, 2)
                if owners[first] != owners[second]
            ]
    return questions


def _sentences(text: str) -> list[str]:
    article = article_from_text(text)
    return [
        text[sentence.char_start : sentence.char_end]
        for sentence in split_sentences(text, article.paragraphs, article.language)
    ]


def _named(text: str, surfaces: Iterable[str]) -> list[str]:
    """The surfaces that stand in a text outside longer ones."""
    free, found = text, []
    for surface in sorted(surfaces, key=lambda form: (-len(form), form)):
        if surface in free:
            found.append(surface)
            free = free.replace(surface, "\0" * len(surface))
    return found


def decide(question: Question, knowledge: Knowledge) -> Decision:
    """The engine's answer, with the first places of the two that do not overlap."""
    spans = [
        ((a, a + len(question.first)), (b, b + len(question.second)))
        for a in _places(question.sentence, question.first)
        for b in _places(question.sentence, question.second)
        if a + len(question.first) <= b or b + len(question.second) <= a
    ]
    if not spans:
        return Decision(False, 0.0, "the two do not stand side by side")
    return same_entity(question.sentence, *spans[0], knowledge)


def _places(text: str, surface: str) -> list[int]:
    return [place for place in range(len(text) - len(surface) + 1) if text.startswith(surface, place)]


def figures(answers: Sequence[tuple[Question, Decision]], least: float | None = None) -> Figures:
    """Counts at the engine's own threshold, or at a score of `least`."""
    yes = [question.same for question, answer in answers if (answer.same if least is None else answer.score >= least)]
    return Figures(sum(question.same for question, _ in answers), sum(yes), len(yes) - sum(yes))


def best_at_floor(answers: Sequence[tuple[Question, Decision]]) -> Figures:
    """The counts at the threshold with the best F1 of those that keep precision at the floor."""
    scores = sorted({answer.score for _, answer in answers if answer.score > 0})
    kept = [one for one in (figures(answers, least) for least in scores) if one.precision >= FLOOR]
    return max(kept, key=lambda one: one.f1, default=figures(answers))


def main() -> int:
    """Prints the figures; with --errors, the pairs that were answered wrongly."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--errors", action="store_true", help="list what was answered wrongly, at odd places only")
    options = parser.parse_args()
    positives, negatives = read_pairs(options.pairs), gold_negatives(options.gold)
    print(f"{len(positives)} pairs of one party, {len(negatives)} pairs of two")
    print(f"{'':28}{'pairs':>6}{'found':>6}{'wrong':>6}{'prec.':>7}{'recall':>7}{'F1':>7}{'F1 at .98':>11}")
    answers: list[tuple[Question, Decision]] = []
    for title, knowledge in (("with knowledge", load_knowledge()), ("without knowledge", NOTHING)):
        answers = [(question, decide(question, knowledge)) for question in (*positives, *negatives)]
        _print(title, answers)
        for name, keep in (
            ("organizations", lambda q: q.kind == "org"),
            ("people", lambda q: q.kind == "per"),
            ("odd places (tuned on)", lambda q: q.number % 2 == 1),
            ("even places (left out)", lambda q: q.number % 2 == 0),
        ):
            _print(f"  {name}", [(q, answer) for q, answer in answers if not q.same or keep(q)])
    if options.errors:
        for question, answer in answers:
            if answer.same != question.same and (question.number % 2 == 1 or not question.same):
                print("missed" if question.same else "WRONG", question.first, "|", question.second,
                      f"| {answer.score:.2f} {answer.reason} |", question.sentence[:160])  # fmt: skip
    return 0


def _print(title: str, answers: Sequence[tuple[Question, Decision]]) -> None:
    own, best = figures(answers), best_at_floor(answers)
    print(
        f"{title:28}{own.pairs:6}{own.found:6}{own.wrong:6}{own.precision:7.3f}{own.recall:7.3f}{own.f1:7.3f}{best.f1:11.3f}"
    )


if __name__ == "__main__":
    sys.exit(main())
