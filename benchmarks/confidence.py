"""Fits the weights by which claims get their confidence, and shows how far they are to be trusted.

    python benchmarks/confidence.py            what cross-validation by story says of the weights, and the table
    python benchmarks/confidence.py --write    also writes pipelines/claims/confidence_weights.py

A claim is right when the annotation has it: a membership with its state, an event with half of its participants. The
project's annotated articles are read without the known names that only their story has; a logistic regression with L2
weighs the signs of each claim (pipelines/claims/confidence.py). Folds keep a story together, and the table shown is
that of claims whose story the weights have not seen. Needs scikit-learn (the extra `bench`).
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipelines.claims import FRAMES, Document, Extraction, Extractor
from pipelines.claims import confidence as told
from pipelines.entities.model import Knowledge
from pipelines.entities.omission import without
from pipelines.evaluation import GoldArticle, KnownName, bins, brier, names_of_one_story, read_gold
from pipelines.evaluation.holding_out import story_of
from pipelines.evaluation.scoring import rights
from pipelines.reader import Reader
from pipelines.settings import load_settings

EVALUATION = Path(__file__).parents[1] / "tests" / "evaluation"
WEIGHTS = Path(told.__file__).with_name("confidence_weights.py")
SETS = ("gold", "retellings")
FOLDS = 10
# The strength of the L2 prior, as scikit-learn counts it; a sign in fewer claims than LEAST is left out.
STRENGTH, LEAST = 0.05, 8
HEADER = '''"""Weights of the signs of confidence.py, as log-odds of a claim's being right.

Written by benchmarks/confidence.py from the annotated articles of tests/evaluation; not by hand.
"""

from __future__ import annotations

from collections.abc import Mapping

'''


@dataclass(frozen=True, slots=True)
class Judged:
    """One claim: the story of its article, the signs of its reading, and whether the annotation has it."""

    story: str
    signs: tuple[str, ...]
    right: bool


class Keeping:
    """An extractor that reads as another one does and keeps what it has read last."""

    def __init__(self, extractor: Extractor) -> None:
        self._extractor = extractor
        self.name, self.version = extractor.name, extractor.version
        self.last = Extraction()

    def extract(self, documents: Iterable[Document], knowledge: Knowledge) -> Iterator[Extraction]:
        """The extractions of the other one."""
        for extraction in self._extractor.extract(documents, knowledge):
            self.last = extraction
            yield extraction


def judged_claims(folders: Sequence[Path]) -> list[Judged]:
    """The claims that the articles of these folders make, each with whether it is right."""
    settings = load_settings()
    keeping = Keeping(FRAMES)
    reader = Reader.load(settings.curated_dir, model=settings.names_model_file)
    forms: dict[str, list[str]] = {}
    for alias in reader.knowledge.aliases:
        forms.setdefault(alias.entity_id, []).append(alias.alias)
    known = [
        KnownName(key, entity.entity_type, (entity.name, *forms.get(key, ())))
        for key, entity in reader.knowledge.entities.items()
    ]
    out: list[Judged] = []
    for folder in folders:
        articles = read_gold(folder)
        held_out = names_of_one_story(articles, known)
        # articles that keep the same names out stand together, so that their automaton is built once
        for article in sorted(articles, key=lambda one: sorted(held_out[one.name])):
            knowledge = without(reader.knowledge, held_out[article.name])
            out.extend(_judged(article, replace(reader, knowledge=knowledge, extractor=keeping), keeping, folder.name))
    return out


def _judged(article: GoldArticle, reader: Reader, keeping: Keeping, folder: str) -> Iterator[Judged]:
    prediction = reader.read_json(article.name, article.article)
    claims = keeping.last.claims
    evidence = {
        "memberships": [claim.evidence for claim in claims.memberships],
        "events": [claim.evidence for claim in claims.events],
    }
    for kind, index, right in rights(article.gold, prediction):
        yield Judged(f"{folder}/{story_of(article)}", evidence[kind][index].signs, right)


def fitted(claims: Sequence[Judged]) -> tuple[float, dict[str, float]]:
    """The base and the weight of each sign, to three places."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    counts: dict[str, int] = {}
    for claim in claims:
        for sign in set(claim.signs):
            counts[sign] = counts.get(sign, 0) + 1
    vectorizer = DictVectorizer(sort=True)
    rows = vectorizer.fit_transform([{s: 1.0 for s in claim.signs if counts[s] >= LEAST} for claim in claims])
    model = LogisticRegression(C=STRENGTH, max_iter=2_000).fit(rows, [claim.right for claim in claims])
    weights = dict(zip(vectorizer.feature_names_, (round(float(w), 3) for w in model.coef_[0]), strict=True))
    return round(float(model.intercept_[0]), 3), {sign: weight for sign, weight in weights.items() if weight}


def confidence(claim: Judged, base: float, weights: dict[str, float]) -> float:
    """What confidence_of says with these weights."""
    total = base + sum(weights.get(sign, 0.0) for sign in claim.signs)
    return round(min(told.MOST, max(told.LEAST, 1 / (1 + math.exp(-total)))), 2)


def cross_validated(claims: Sequence[Judged]) -> list[tuple[float, bool]]:
    """The confidence of each claim by weights that have not seen its story, with whether it is right."""
    stories = sorted({claim.story for claim in claims})
    fold_of = {story: n % FOLDS for n, story in enumerate(stories)}
    out: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        base, weights = fitted([claim for claim in claims if fold_of[claim.story] != fold])
        unseen = [claim for claim in claims if fold_of[claim.story] == fold]
        out.extend((confidence(claim, base, weights), claim.right) for claim in unseen)
    return out


def written(base: float, weights: dict[str, float]) -> str:
    """The module of weights."""
    lines = "".join(f'    "{sign}": {weight},\n' for sign, weight in sorted(weights.items()))
    return f"{HEADER}BASE = {base}\nWEIGHTS: Mapping[str, float] = {{\n{lines}}}\n"


def main() -> None:
    """Measure, show, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights that the product reads")
    options = parser.parse_args()
    claims = judged_claims([EVALUATION / name for name in SETS])
    judged = cross_validated(claims)
    share = sum(right for _, right in judged) / len(judged)
    print(f"{len(claims)} claims of {len({claim.story for claim in claims})} stories, {share:.3f} of them right")
    print(
        f"Brier score {brier(judged):.4f} by weights of other stories, {share * (1 - share):.4f} by one number for all"
    )
    print("confidence   mean   rows  right  95 % interval")
    for one in bins(judged):
        print(
            f"{one.low:.2f} – {one.high:.2f}   {one.mean:.2f}  {one.rows:5d}  {one.right:.2f}   "
            f"{one.at_least:.2f} – {one.at_most:.2f}{'' if one.kept else '  outside'}"
        )
    if options.write:
        WEIGHTS.write_text(written(*fitted(claims)), encoding="utf-8")


if __name__ == "__main__":
    main()
