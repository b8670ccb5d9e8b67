"""No golden page is read worse than its floors, and a floor falls only when somebody says so."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
MEASURED = {"a": {"body": 0.9, "title": 1.0}}


@pytest.fixture
def floors(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("article_floors")


def test_every_golden_page_is_read_as_well_as_its_floors_say(floors: ModuleType) -> None:
    measured = floors.measure_pages()
    pinned = floors.read_floors()
    assert floors.fallen(pinned, measured) == []
    assert sorted(pinned) == sorted(measured), "run python benchmarks/article_floors.py for the new pages"


def test_floors_rise_with_what_is_measured(floors: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert floors.update(path, MEASURED, lower=False) == []
    better = {"a": {"body": 0.95, "title": 1.0}, "b": {"body": 0.5}}
    assert floors.update(path, better, lower=False) == []
    assert floors.read_floors(path) == better


@pytest.mark.parametrize(
    ("worse", "line"),
    [
        ({"a": {"body": 0.8, "title": 1.0}}, "a: body 0.8, its floor is 0.9"),
        ({"a": {"title": 1.0}}, "a: body is not measured, its floor is 0.9"),
        ({"b": {"body": 1.0}}, "a: body is not measured, its floor is 0.9"),
    ],
)
def test_a_floor_falls_only_with_the_flag(
    floors: ModuleType, tmp_path: Path, worse: dict[str, dict[str, float]], line: str
) -> None:
    path = tmp_path / "floors.json"
    floors.update(path, MEASURED, lower=False)
    assert line in floors.update(path, worse, lower=False)
    assert floors.read_floors(path) == MEASURED
    assert floors.update(path, worse, lower=True) == []
    assert floors.read_floors(path) == worse


def test_a_page_that_is_not_read_scores_nothing(floors: ModuleType, tmp_path: Path) -> None:
    golden = '{"url": null, "title": "t", "paragraphs": [{"text": "x"}], "byline_names": [], "published_at": null}'
    (tmp_path / "p.json").write_text(golden, encoding="utf-8")
    (tmp_path / "p.html").write_bytes(b"no page")
    assert set(floors.measure_pages(tmp_path)["p"].values()) == {0.0}
