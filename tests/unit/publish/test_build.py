"""The build id: the same for the same contents wherever they lie, another for any change of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.publish import Build, build_of


def folder(place: Path, **files: str) -> Path:
    place.mkdir(parents=True)
    for name, text in files.items():
        (place / name.replace("__", ".")).write_text(text)
    return place


def build(code: Path, knowledge: Path, inputs: list[str], extractors: tuple[str, ...] = ("frames 1",)) -> Build:
    return build_of([code], [knowledge], extractors=extractors, inputs=inputs)


def test_the_same_contents_give_the_same_id_in_any_place_and_order(tmp_path: Path) -> None:
    one = build(folder(tmp_path / "a", x__py="1", y__py="2"), folder(tmp_path / "k", o__csv="n"), ["p", "q"])
    other = build(folder(tmp_path / "b", y__py="2", x__py="1"), folder(tmp_path / "l", o__csv="n"), ["q", "p", "p"])
    assert one == other
    assert one.build_id == other.build_id


@pytest.mark.parametrize("change", ["code", "name of a file", "knowledge", "inputs", "extractors"])
def test_any_change_gives_another_id(tmp_path: Path, change: str) -> None:
    before = build(folder(tmp_path / "a", x__py="1"), folder(tmp_path / "k", o__csv="n"), ["p"])
    after = build(
        folder(
            tmp_path / "b", **{"z__py" if change == "name of a file" else "x__py": "2" if change == "code" else "1"}
        ),
        folder(tmp_path / "l", o__csv="m" if change == "knowledge" else "n"),
        ["p", "r"] if change == "inputs" else ["p"],
        ("frames 2",) if change == "extractors" else ("frames 1",),
    )
    assert after.build_id != before.build_id


def test_what_python_leaves_beside_the_code_changes_nothing(tmp_path: Path) -> None:
    code = folder(tmp_path / "a", x__py="1")
    knowledge = folder(tmp_path / "k", o__csv="n")
    before = build(code, knowledge, ["p"])
    folder(code / "__pycache__", x__pyc="2")
    assert build(code, knowledge, ["p"]) == before


def test_what_is_described_begins_with_the_id(tmp_path: Path) -> None:
    described = Build("0.1.0", "c0de", ("frames 1", "language_model x"), "fac7", "1a9e").described()
    assert next(iter(described)) == "build_id"
    assert described["extractors"] == "frames 1, language_model x"
