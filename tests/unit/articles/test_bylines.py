"""Reporters' names: found, and taken off the text without taking text with them."""

from __future__ import annotations

import pytest

from pipelines.articles.bylines import is_korean_name, names_in, read_line, strip_prefix, strip_suffix

SENTENCE = "두 회사가 협약을 맺었다."


@pytest.mark.parametrize(
    ("prefix", "names"),
    [
        ("[한샘일보│문보라 기자] ", ("문보라",)),
        ("[한샘일보=문보라 기자]", ("문보라",)),
        ("[한샘일보 문보라 기자] ", ("문보라",)),
        ("[한샘일보] 문보라 기자 = ", ("문보라",)),
        ("(서울=한샘통신) 문보라 기자 = ", ("문보라",)),
        ("【서울=한샘】문보라 기자 = ", ("문보라",)),
        ("[한샘일보 문보라·한가람 기자] ", ("문보라", "한가람")),
        ("(서울=한샘통신) ", ()),
        ("문보라 기자 = ", ("문보라",)),
        ("[한샘일보│남궁보라 선임기자] ", ("남궁보라",)),
    ],
)
def test_a_byline_before_the_first_sentence_is_taken_off(prefix: str, names: tuple[str, ...]) -> None:
    assert strip_prefix(prefix + SENTENCE) == (SENTENCE, names)


@pytest.mark.parametrize(
    "text",
    [
        "[단독] 두 회사가 협약을 맺었다.",
        "담당 기자 = 없음.",
        "(사진) 두 회사가 만났다.",
        "경제 기자들이 모였다.",
        "[속보] 가람전자, 기자 간담회 열어",
    ],
)
def test_what_is_no_byline_stays(text: str) -> None:
    assert strip_prefix(text) == (text, ())
    assert read_line(text) is None


@pytest.mark.parametrize(
    ("suffix", "names"),
    [
        (" 문보라 기자 bora@hansaem.example", ("문보라",)),
        (" /문보라 기자", ("문보라",)),
        (" (문보라 기자)", ("문보라",)),
        (" bora@hansaem.example", ()),
        (" 문보라 기자", ("문보라",)),
    ],
)
def test_a_byline_after_the_last_sentence_is_taken_off(suffix: str, names: tuple[str, ...]) -> None:
    assert strip_suffix(SENTENCE + suffix) == (SENTENCE, names)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("문보라 기자", ("문보라",)),
        ("문보라 기자 bora@hansaem.example", ("문보라",)),
        ("한샘일보 문보라 기자 (bora@hansaem.example)", ("문보라",)),
        ("bora@hansaem.example", ()),
        ("[bora@hansaem.example]", ()),
        ("글·사진 문보라 기자", ("문보라",)),
        ("By Jane Doe", ("Jane Doe",)),
        ("By Jane Doe and John R. Roe", ("Jane Doe", "John R. Roe")),
    ],
)
def test_a_line_that_is_only_a_byline_gives_its_names(line: str, names: tuple[str, ...]) -> None:
    assert read_line(line) == names


@pytest.mark.parametrize(
    "line", [SENTENCE, "By far the largest group in Korea", "기자 회견 열려", "By Monday it was over."]
)
def test_a_line_with_content_is_no_byline(line: str) -> None:
    assert read_line(line) is None


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("문보라 기자(bora@hansaem.example)", ("문보라",)),
        ("문보라, 한가람", ("문보라", "한가람")),
        ("By Jane Doe and John Roe", ("Jane Doe", "John Roe")),
        ("한샘일보", ()),
        ("https://hansaem.example/reporters/1", ()),
        (None, ()),
    ],
)
def test_metadata_fields_give_names_and_no_outlets_or_addresses(field: str | None, names: tuple[str, ...]) -> None:
    assert names_in(field) == names


def test_names_have_a_surname() -> None:
    assert is_korean_name("문보라")
    assert is_korean_name("남궁보라")
    assert not is_korean_name("경제")
    assert not is_korean_name("쀍보라")
    assert not is_korean_name("문")
