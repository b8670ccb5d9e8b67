"""Fits the weights by which ties are told that no frame reads, and prints how unseen stories are read with them.

    python benchmarks/fit_ties.py GOLD_DIR... [--least MEMBER PAIRING] [--write]

Each folder is laid out as docs/evaluate.md says; the single sentences of tests/evaluation are added. Names are those
that the reader itself finds, and a candidate is right where an annotation has its tie. The frames read what they were
made on better than anything else, so that each article is also taken with part of their readings forgotten. Stories are
dealt into folds; each fold is read with weights fitted on the others, and beside it by the frames alone. With --write
the weights fitted on everything are written to pipelines/claims/tie_weights.py. The same files give the same weights,
on one machine.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from pipelines.claims.candidate_features import Features
from pipelines.claims.candidates import Candidate
from pipelines.claims.completing import Completion
from pipelines.claims.discourse import Discourse
from pipelines.claims.extraction import Extraction, FrameExtractor
from pipelines.claims.matching import Reading
from pipelines.claims.model import Claims, Document
from pipelines.claims.posts import read_posts
from pipelines.claims.reader import read_frames
from pipelines.claims.tie_model import Table, Weights, write_weights
from pipelines.claims.ties import Tie
from pipelines.entities.model import Knowledge
from pipelines.evaluation import GoldArticle, Tally, figures, read_gold, score_article
from pipelines.evaluation.scoring import COARSE_TERMS, normalized
from pipelines.reader import Reader
from pipelines.settings import load_settings

FOLDS = 8
WEIGHTS = Path(__file__).parents[1] / "pipelines" / "claims" / "tie_weights.py"
# Seen in fewer candidates than this, a feature is left out.
RAREST = 5
STRENGTH = {"member": 0.07, "pairing": 0.2, "status": 1.0}
DIGITS = 2
# Share of the frames' readings that is forgotten → weight of the article so read.
FORGOTTEN = {0.0: 0.4, 0.4: 0.3, 0.8: 0.3}
# What a single sentence counts beside an article.
SENTENCE = 0.5
MODULE = '''"""How much each feature of a candidate speaks for a tie and for each status: benchmarks/fit_ties.py.

A table: tie_model.py reads it, candidate_features.py makes the features.
"""

from __future__ import annotations

from pipelines.claims.tie_model import read_weights

TABLE = """\\
{table}
"""
WEIGHTS = read_weights(TABLE, {least[0]}, {least[1]})
'''


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate to learn from: whether it is an alliance's, its features, its status where it is right, its weight.

    `told` are the features of its status.
    """

    of_alliance: bool
    features: Features
    told: Features
    status: str | None
    weight: float


@dataclass(slots=True)
class Example:
    """One article with its story, and what is learned from it."""

    article: GoldArticle
    story: str
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Recorder:
    """An extractor that keeps the candidates of what it reads, and reads nothing more."""

    name: str = "recorder"
    version: str = "1"
    completions: list[tuple[float, Completion, Discourse]] = field(default_factory=list)

    def extract(self, documents: Iterable[Document], knowledge: Knowledge) -> Iterable[Extraction]:
        """Nothing for each document."""
        for document in documents:
            discourse, readings, ties = read_frames(document, knowledge, read_posts(document))
            for share, weight in FORGOTTEN.items():
                kept = [tie for tie in ties if draw(tie) >= share]
                left = [reading for reading in readings if draw_reading(reading) >= share]
                self.completions.append((weight, Completion(discourse.context, kept, left), discourse))
            yield Extraction(Claims())


def example_of(article: GoldArticle, folder: str, reader: Reader, *, story: str = "", portion: float = 1.0) -> Example:
    """The candidates of one article with what its annotation says of them."""
    recorder = Recorder()
    read = replace(reader, extractor=recorder).read_json(article.name, article.article)
    example = Example(article, story or str(article.article.get("story") or f"{folder}/{article.name}"))
    names = _gold_names(article, read["entities"])
    memberships = article.gold["memberships"]
    groups: dict[str, set[str]] = {}
    for row in memberships:
        if not row["alliance"]:
            groups.setdefault(str(row["group"]), set()).add(row["member"])
    for weight, completion, discourse in recorder.completions:
        for candidate, features in zip(completion.candidates, completion.features, strict=True):
            known = completion.is_known(candidate)
            rows = [row for row in memberships if _tells(row, candidate, names, groups)]
            status = COARSE_TERMS.get(rows[0]["status"], rows[0]["status"]) if rows else None
            share = weight * portion
            if not known:
                told = completion.status_features(candidate, features, discourse) if status else features
                example.rows.append(Row(candidate.alliance is not None, features, told, status, share))
    return example


def draw_reading(reading: Reading) -> float:
    """A number from 0 to 1 for a reading: the same for the same frame at the same place."""
    key = f"{reading.frame.id}:{reading.clause.start}:{reading.clause.sentence.char_end}"
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:4]) / 2**32


def draw(tie: Tie) -> float:
    """That of the reading by which a tie was read."""
    return draw_reading(tie.reading)


def _tells(
    row: Mapping[str, str], candidate: Candidate, names: Mapping[str, str], groups: Mapping[str, set[str]]
) -> bool:
    members = {names.get(member, f"?{member}") for member in candidate.members}
    if row["alliance"]:
        return candidate.alliance is not None and (
            names.get(candidate.alliance) == row["alliance"] and row["member"] in members
        )
    if candidate.alliance is not None:
        return False
    group = groups[str(row["group"])]
    return len(members & group) * 2 >= len(members | group) and len(members & group) > 1


def _gold_names(article: GoldArticle, entities: Sequence[Mapping[str, object]]) -> dict[str, str]:
    canonical: dict[str, str] = {}
    for entity in article.gold["entities"]:
        for form in (entity["canonical"], *entity["surface_forms"]):
            canonical.setdefault(normalized(form), entity["canonical"])
    found = {}
    for entity in entities:
        forms = [str(entity["name"]), *map(str, entity["surface_forms"])]  # type: ignore[call-overload]
        known = [canonical[normalized(form)] for form in forms if normalized(form) in canonical]
        if known:
            found[str(entity["entity_id"])] = known[0]
    return found


def fit(examples: Sequence[Example], least: tuple[float, float]) -> Weights:
    """The weights fitted on some articles."""
    rows = [row for example in examples for row in example.rows]
    told = [row for row in rows if row.status is not None]
    statuses = {
        term: _fitted([(row.told, row.status == term, row.weight) for row in told], STRENGTH["status"])
        for term in sorted({row.status or "" for row in told})
    }
    member, pairing = (
        _fitted([(r.features, r.status is not None, r.weight) for r in rows if r.of_alliance is which], STRENGTH[head])
        for head, which in (("member", True), ("pairing", False))
    )
    return Weights(member, pairing, statuses, *least)


def _fitted(rows: Sequence[tuple[Features, bool, float]], strength: float) -> Table:
    if len({right for _, right, _ in rows}) < 2:
        return {}
    counts = Counter(name for features, _, _ in rows for name in features)
    kept = [{name: value for name, value in f.items() if counts[name] >= RAREST * len(FORGOTTEN)} for f, _, _ in rows]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(kept)
    model = LogisticRegression(C=strength, max_iter=2000, fit_intercept=False)
    model.fit(matrix, np.array([r for _, r, _ in rows]), sample_weight=np.array([weight for _, _, weight in rows]))
    weights = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    return {str(name): round(float(weight), DIGITS) for name, weight in weights if round(float(weight), DIGITS)}


def single_sentences() -> Iterator[tuple[str, GoldArticle]]:
    """The single sentences of tests/evaluation as articles, each with its group."""
    folder = Path(__file__).parents[1] / "tests" / "evaluation" / "sentences"
    sys.path.insert(0, str(folder))
    items = importlib.import_module("sentence_items")
    ledger = importlib.import_module("sentence_ledger")
    for item in items.read_items():
        title = item.title or ledger.NO_NEWS[0 if item.is_korean else 1]
        names: dict[str, tuple[str, ...]] = {}
        rows = []
        for number, tie in enumerate(item.ties):
            alliance = min(tie.alliance, default=None)
            names |= {member: (member,) for member in tie.members}
            if alliance is not None:
                names[alliance] = tuple(sorted(tie.alliance))
            rows += [
                {"alliance": alliance, "group": str(number), "member": member, "status": min(tie.status)}
                for member in tie.members
            ]
        article = {
            "text": f"{title}\n{item.text}" if item.text else title,
            "reference_date": item.reference,
            "kind": "sentence",
        }
        entities = [{"canonical": name, "surface_forms": forms} for name, forms in names.items()]
        yield f"sentences/{item.key}", GoldArticle(item.key, article, {"entities": entities, "memberships": rows})


def folds_of(examples: Sequence[Example]) -> list[list[Example]]:
    """The articles in folds, every story in one of them; the same for any order."""
    folds: list[list[Example]] = [[] for _ in range(FOLDS)]
    for example in examples:
        number = int.from_bytes(hashlib.sha256(example.story.encode()).digest()[:4]) % FOLDS
        folds[number].append(example)
    return folds


def tally(examples: Sequence[Example], reader: Reader, weights: Weights | None) -> list[Tally]:
    """What each article scores when read with these weights, or by the frames alone."""
    used = replace(reader, extractor=FrameExtractor(weights=weights))
    return [
        score_article(one.article.gold, used.read_json(one.article.name, one.article.article), one.article.text)[0]
        for one in examples
    ]


def report(label: str, examples: Sequence[Example], tallies: Sequence[Tally]) -> None:
    """One line of figures."""
    total = Tally()
    for one in tallies:
        total.add(one)
    values = figures(total).as_json()
    quiet = [
        one.predicted["membership"]
        for example, one in zip(examples, tallies, strict=True)
        if example.article.article["kind"] == "negative"
    ]
    tie = values["membership"]
    print(
        f"{label:34} F1 {tie['f1']:.3f}  P {tie['precision']:.3f}  R {tie['recall']:.3f}"
        f"  status F1 {values['membership+status']['f1']:.3f}  role {values['role']['right'] or 0:.3f}"
        f"  since {values['since']['right'] or 0:.3f}  honest {values['dates kept honest']['right'] or 0:.3f}"
        f"  rows in negatives {sum(quiet)}"
    )


def main() -> int:
    """Fit, measure, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="GOLD_DIR")
    parser.add_argument("--least", type=float, nargs=2, default=(0.55, 0.7), metavar=("MEMBER", "PAIRING"))
    parser.add_argument("--write", action="store_true", help="write the weights fitted on everything")
    options = parser.parse_args()
    settings = load_settings({})
    reader = Reader.load(settings.curated_dir, model=settings.names_model_file)
    least = tuple(options.least)
    by_folder = {
        folder: [example_of(article, folder.name, reader) for article in read_gold(folder)]
        for folder in options.folders
    }
    examples = [example for part in by_folder.values() for example in part]
    examples += [
        example_of(article, "sentences", used, story=story, portion=SENTENCE)
        for story, article in single_sentences()
        for used in (reader,)
    ]
    fitted: dict[int, Tally] = {}
    for number, fold in enumerate(folds_of(examples)):
        rest = [example for other, part in enumerate(folds_of(examples)) if other != number for example in part]
        scored = [example for example in fold if example.article.article.get("kind") != "sentence"]
        for example, one in zip(scored, tally(scored, reader, fit(rest, least)), strict=True):
            fitted[id(example)] = one
    for folder, part in by_folder.items():
        report(f"{folder.name}, frames alone", part, tally(part, reader, None))
        report(f"{folder.name}, unseen stories", part, [fitted[id(example)] for example in part])
    if options.write:
        WEIGHTS.write_text(MODULE.format(table=write_weights(fit(examples, least)), least=least), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
