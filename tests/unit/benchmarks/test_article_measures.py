"""What the measures of the article benchmark count as agreement, and how its sets are read."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

Modules = Callable[[str], ModuleType]


@pytest.fixture
def measures(benchmark_module: Modules) -> ModuleType:
    return benchmark_module("article_measures")


def test_shingles_count_order_and_precision_and_recall_are_means_over_pages(measures: ModuleType) -> None:
    assert measures.shingle_f1([("a b c d e", "a b c d e")]) == 1.0
    assert measures.shingle_f1([("a b c d e", "e d c b a")]) == 0.0
    # Two of three shingles are found on one page, all on the other: recall 5/6, precision 1.
    found = measures.shingle_f1([("a b c d e f", "a b c d e"), ("x y", "x y")])
    assert found == pytest.approx(2 * (5 / 6) / (1 + 5 / 6))


def test_a_page_on_which_nothing_is_found_lowers_recall_and_not_precision(measures: ModuleType) -> None:
    assert measures.shingle_f1([("a b c d", "a b c d"), ("a b c d", "")]) == pytest.approx(2 / 3)


def test_tokens_are_compared_as_bags_and_in_composed_form(measures: ModuleType) -> None:
    assert measures.token_f1("a b b", "b a b") == 1.0
    assert measures.token_f1("a b b", "a b") == pytest.approx(0.8)
    assert measures.token_f1("Ko\u0308rper", "Körper") == 1.0


def test_space_makes_no_difference_to_korean_grams(measures: ModuleType) -> None:
    assert measures.gram_f1("두 회사가 손을 잡았다", "두회사가손을 잡았다") == 1.0
    assert measures.gram_f1("두 회사가 손을 잡았다", "다른 글이다 아주") == 0.0


def test_titles_are_equal_but_for_space_and_signs_that_show_nothing(measures: ModuleType) -> None:
    assert measures.same_title("Heli\u00adport  plant", "Heliport plant")
    assert not measures.same_title("Heliport plant", "Heliport, plant")
    assert not measures.same_title("Heliport", None)


def test_authors_are_compared_as_sets_without_case(measures: ModuleType) -> None:
    assert measures.author_f1(["Jane Doe", "Max Roe"], ["max roe", "Jane  Doe"]) == 1.0
    assert measures.author_f1(["Jane Doe"], ["Jane Doe", "Max Roe"]) == pytest.approx(2 / 3)
    assert measures.author_f1([], []) == 1.0


def test_labels_of_korean_authors_may_add_a_role_or_count_the_others(measures: ModuleType) -> None:
    assert measures.author_f1(["문보라 기자"], ["문보라"]) == 1.0
    assert measures.author_f1(["문보라 기자"], ["한가람"]) == 0.0
    assert measures.author_f1(["문보라 기자 외 1명"], ["문보라", "한가람"]) == 1.0
    assert measures.author_f1(["문보라 기자 외 1명"], ["문보라"]) == pytest.approx(2 / 3)
    assert measures.author_f1(["문보라 기자 외 1명"], ["문보라", "한가람", "이도윤"]) == pytest.approx(4 / 5)
    assert measures.author_f1(["문보라 기자 외 1명"], ["한가람"]) == pytest.approx(2 / 3)
    assert measures.label_f1(["문보라 기자 외 1명"], ["문보라", "한가람"]) == 0.0
    assert measures.label_f1(["문보라", "한가람"], ["한가람", "문보라"]) == 1.0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(), st.text())
def test_every_measure_lies_between_nothing_and_all(measures: ModuleType, expected: str, found: str) -> None:
    for value in (
        measures.token_f1(expected, found),
        measures.gram_f1(expected, found),
        measures.shingle_f1([(expected, found)]),
    ):
        assert 0.0 <= value <= 1.0
    assert measures.token_f1(expected, found) == measures.token_f1(found, expected)


def test_pages_with_their_texts_are_read_and_one_without_is_an_error(benchmark_module: Modules, tmp_path: Path) -> None:
    sets = benchmark_module("article_sets")
    (tmp_path / "a.html").write_bytes(b"<p>x</p>")
    (tmp_path / "a.txt").write_text("본문", encoding="utf-8")
    page = sets.read_pairs(tmp_path)[0]
    assert (page.name, page.data, page.expected.body, page.korean) == ("a", b"<p>x</p>", "본문", True)
    (tmp_path / "b.html").write_bytes(b"<p>y</p>")
    with pytest.raises(ValueError, match=r"b\.html has no b\.txt"):
        sets.read_pairs(tmp_path)


def test_the_scrapinghub_set_is_read_by_id(benchmark_module: Modules, tmp_path: Path) -> None:
    sets = benchmark_module("article_sets")
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "b.html.gz").write_bytes(gzip.compress(b"<p>b</p>"))
    (tmp_path / "html" / "0ec95c1.html.gz").write_bytes(gzip.compress(b"<p>a</p>"))
    truth = {"b": {"articleBody": "b", "url": "https://b.example/"}, "0ec95c1": {"articleBody": "a"}}
    (tmp_path / "ground-truth.json").write_text(json.dumps(truth), encoding="utf-8")
    pages = sets.read_scrapinghub(tmp_path)
    assert [(one.name, one.data, one.url, one.korean) for one in pages] == [
        ("0ec95c1", b"<p>a</p>", None, True),
        ("b", b"<p>b</p>", "https://b.example/", False),
    ]


def test_a_gate_gives_a_page_away_only_where_the_readers_disagree(benchmark_module: Modules) -> None:
    gates = benchmark_module("article_gates").gates()
    found = benchmark_module("article_peers").Found
    same = {name: found("one two three four") for name in ("entente", "resiliparse", "trafilatura")}
    other = {**same, "entente": found("five six")}
    empty = {**same, "entente": found("")}
    assert {choose(same) for name, choose in gates.items() if "characters" not in name} == {"entente"}
    assert gates["resiliparse agrees less than 0.5"](other) == "trafilatura"
    assert gates["both others agree, Entente less than 0.5"](other) == "trafilatura"
    assert gates["Entente finds less than 1 characters"](empty) == "trafilatura"
    assert gates["Entente finds less than 1 characters"](other) == "entente"
