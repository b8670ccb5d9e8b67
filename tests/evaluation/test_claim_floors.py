"""What is said of the annotated articles is read no worse than the floors, and a floor falls only on purpose."""

from __future__ import annotations

import importlib
import json
import shutil
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).parent
BENCHMARKS = HERE.parents[1] / "benchmarks"


@pytest.fixture
def floors(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("claim_floors")


def test_every_set_is_read_as_well_as_its_floors_say(floors: ModuleType) -> None:
    articles = importlib.import_module("article_floors")
    measured = floors.measure_claims()
    pinned = articles.read_floors(floors.FLOORS)
    assert articles.fallen(pinned, measured) == [], "better in one and worse in another? see docs/evaluate.md"
    assert sorted(pinned) == sorted(measured), "run python benchmarks/claim_floors.py for the new set"


def test_the_digest_of_a_set_changes_with_an_annotation_and_with_a_text(floors: ModuleType, tmp_path: Path) -> None:
    shutil.copytree(HERE / "retellings", tmp_path / "set")
    articles = floors.read_gold(tmp_path / "set")
    digests = {floors.digest(tmp_path / "set", articles)}
    for kind in ("articles", "gold"):
        path = tmp_path / "set" / kind / f"{articles[0].name}.json"
        path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | {"notes": kind}), encoding="utf-8")
        digests.add(floors.digest(tmp_path / "set", articles))
    assert len(digests) == 3


def test_a_membership_in_an_article_without_a_tie_lowers_its_own_measure(floors: ModuleType) -> None:
    articles = [one for one in floors.read_gold(HERE / "retellings") if one.article["kind"] == "negative"][:4]
    tallies = {article.name: floors.Tally() for article in articles}
    assert floors._scores(articles, tallies)["negatives without a membership"] == 1
    tallies[articles[0].name].count("membership", 0, 0, 2)
    assert floors._scores(articles, tallies)["negatives without a membership"] == 0.75
