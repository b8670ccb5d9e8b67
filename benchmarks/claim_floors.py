"""Floors of quality for what is read of the annotated articles, and the one way to change them.

    python benchmarks/claim_floors.py            writes floors that have risen
    python benchmarks/claim_floors.py --lower    writes what is measured, also where it has fallen or a set has changed

Without --lower a floor that would fall is named, nothing is written, and the script ends with 1. tests/evaluation holds
the reader to these floors. The gold set is read without the known names that only one story of it has; the retellings
are read as anybody's articles would be, and those that are long and tell of several ties are reported apart. A set's
floors bear a digest of its files, so that an easier set cannot stand in for the one that was measured.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from article_floors import DIGITS, Scores, update

from pipelines.entities.omission import without
from pipelines.evaluation import (
    GoldArticle,
    KnownName,
    Tally,
    figures,
    names_of_one_story,
    read_gold,
    score_article,
)
from pipelines.reader import Reader
from pipelines.settings import load_settings

EVALUATION = Path(__file__).parents[1] / "tests" / "evaluation"
FLOORS = EVALUATION / "claim_floors.json"
SETS = ("gold", "retellings")
# What a long retelling is: so many characters, and more than one tie.
LONG_CHARACTERS, LONG_TIES = 1200, 2
F1_OF = ("membership", "membership+status", "event core")
SHARES_OF = ("role", "since", "modality", "event date", "dates kept honest", "evidence", "evidence overlap")


def measure_claims(folder: Path = EVALUATION) -> dict[str, Scores]:
    """What each set of annotated articles scores, by `<set> <digest>` and measure, each from 0 to 1."""
    settings = load_settings()
    reader = Reader.load(settings.curated_dir, model=settings.names_model_file)
    scores: dict[str, Scores] = {}
    for name in SETS:
        articles = read_gold(folder / name)
        tallies = _tallies(reader, articles, cross_validated=name == "gold")
        parts = {name: list(articles)}
        if name == "retellings":
            parts["long retellings"] = [article for article in articles if is_long(article)]
        for part, chosen in parts.items():
            scores[f"{part} {digest(folder / name, chosen)}"] = _scores(chosen, tallies)
    return scores


def is_long(article: GoldArticle) -> bool:
    """Whether an article is long and tells of several ties."""
    ties = {(row["alliance"], row.get("group")) for row in article.gold["memberships"]}
    return len(article.text) >= LONG_CHARACTERS and len(ties) >= LONG_TIES


def digest(folder: Path, articles: Sequence[GoldArticle]) -> str:
    """Eight hexadecimal digits that change with any file of these articles."""
    content = hashlib.sha256()
    for article in articles:
        for kind in ("articles", "gold"):
            content.update((folder / kind / f"{article.name}.json").read_bytes())
    return content.hexdigest()[:8]


def _tallies(reader: Reader, articles: Sequence[GoldArticle], *, cross_validated: bool) -> dict[str, Tally]:
    held_out: Mapping[str, frozenset[str]] = {}
    if cross_validated:
        forms: dict[str, list[str]] = {}
        for alias in reader.knowledge.aliases:
            forms.setdefault(alias.entity_id, []).append(alias.alias)
        known = [
            KnownName(key, entity.entity_type, (entity.name, *forms.get(key, ())))
            for key, entity in reader.knowledge.entities.items()
        ]
        held_out = names_of_one_story(articles, known)
    tallies = {}
    # articles that keep the same names out stand together, so that their automaton is built once
    for article in sorted(articles, key=lambda one: sorted(held_out.get(one.name, ()))):
        names = held_out.get(article.name, frozenset())
        used = replace(reader, knowledge=without(reader.knowledge, names)) if names else reader
        prediction = used.read_json(article.name, article.article)
        tallies[article.name] = score_article(article.gold, prediction, article.text)[0]
    return tallies


def _scores(articles: Sequence[GoldArticle], tallies: Mapping[str, Tally]) -> Scores:
    total = Tally()
    for article in articles:
        total.add(tallies[article.name])
    all_figures = figures(total).as_json()
    values = {f"{kind} F1": all_figures[kind]["f1"] for kind in F1_OF}
    values |= {f"{kind} right": all_figures[kind]["right"] for kind in SHARES_OF}
    untied = [article.name for article in articles if article.article["kind"] == "negative"]
    if untied:
        quiet = [name for name in untied if tallies[name].predicted["membership"] == 0]
        values["negatives without a membership"] = len(quiet) / len(untied)
    return {name: int(value * 10**DIGITS) / 10**DIGITS for name, value in values.items() if value is not None}


def main() -> int:
    """Measure and write; 1 where a floor would fall."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lower", action="store_true", help="write floors also where they fall or a set has changed")
    lines = update(FLOORS, measure_claims(), lower=parser.parse_args().lower)
    for line in lines:
        print(line, file=sys.stderr)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
