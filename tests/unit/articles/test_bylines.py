"""Reporters' names: found, and taken off the text without taking text with them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipelines.articles import Article, extract_article
from pipelines.articles.bylines import is_korean_name, names_in, read_line, strip_prefix, strip_suffix

SENTENCE = "두 회사가 협약을 맺었다."
OTHER = "협의체는 가람전자가 이끌고, 다른 회사에도 문을 열어 둔다."


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
        ("(서울·세종=한샘통신) 문보라 기자 = ", ("문보라",)),
        ("[세종=한샘일보 문보라 기자] ", ("문보라",)),
        ("[한샘일보 문보라 인턴 기자] ", ("문보라",)),
        ("[한샘일보 온라인뉴스팀] ", ()),
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
        (" [ 문보라 기자 / bora@hansaem.example ]", ("문보라",)),
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
        ("[ 문보라 기자 / bora@hansaem.example ]", ("문보라",)),
        ("문보라, 한가람 기자", ("문보라", "한가람")),
        ("글·사진=문보라 기자", ("문보라",)),
        ("문보라 인턴기자", ("문보라",)),
        ("문보라 디지털뉴스부 인턴 기자", ("문보라",)),
        ("영상취재: 문보라 기자", ("문보라",)),
        ("영상취재: 문보라, 영상편집: 한가람", ()),
        ("한샘뉴스 문보라입니다.", ("문보라",)),
        ("[한샘방송 온라인뉴스팀]", ()),
        ("By Jane Doe", ("Jane Doe",)),
        ("By Jane Doe and John R. Roe", ("Jane Doe", "John R. Roe")),
    ],
)
def test_a_line_that_is_only_a_byline_gives_its_names(line: str, names: tuple[str, ...]) -> None:
    assert read_line(line) == names


@pytest.mark.parametrize(
    "line",
    [SENTENCE, "By far the largest group in Korea", "기자 회견 열려", "한샘뉴스 담당입니다.", "By Monday it was over."],
)
def test_a_line_with_content_is_no_byline(line: str) -> None:
    assert read_line(line) is None


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("문보라 기자(bora@hansaem.example)", ("문보라",)),
        ("문보라, 한가람", ("문보라", "한가람")),
        ("문보라·한가람 기자", ("문보라", "한가람")),
        ("문보라 기자입력 2021-03-05 10:00", ("문보라",)),
        ("문보라 디지털뉴스부 인턴 기자", ("문보라",)),
        ("한샘방송 온라인뉴스팀", ()),
        ("By Jane Doe and John Roe", ("Jane Doe", "John Roe")),
        ("한샘일보", ()),
        ("https://hansaem.example/reporters/1", ()),
        (None, ()),
    ],
)
def test_metadata_fields_give_names_and_no_outlets_or_addresses(field: str | None, names: tuple[str, ...]) -> None:
    assert names_in(field) == names


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("문보라 한가람 기자", ("문보라", "한가람")),
        ("문보라/한가람 기자", ("문보라", "한가람")),
        ("문보라 기자, 이도윤 인턴기자", ("문보라", "이도윤")),
        ("문보라 도쿄 특파원", ("문보라",)),
        ("워싱턴=문보라 특파원", ("문보라",)),
        ("문보라 의학전문기자", ("문보라",)),
        ("문보라 경제부 기자", ("문보라",)),
        ("정치부 문보라 기자", ("문보라",)),
        ("서울 문보라 기자", ("문보라",)),
        ("문보라 기자 외 1명", ("문보라",)),
        ("기자명 문보라", ("문보라",)),
        ("글쓴이 : 문보라·한가람", ("문보라", "한가람")),
        ("경제부 기자", ()),
        ("도쿄 특파원", ()),
    ],
)
def test_a_field_names_reporters_and_neither_departments_nor_places(field: str, names: tuple[str, ...]) -> None:
    assert names_in(field) == names


def test_all_reporters_in_elements_side_by_side_are_named(html_page: Callable[..., bytes]) -> None:
    boxes = "<ul><li class='author'>문보라 기자</li><li class='author'>한가람 기자</li><li class='date'>3일</li></ul>"
    others = "<div><p class='reporter'>노을빛 기자의 다른 글</p></div>"
    article = extract_article(html_page(f"<h1>물결 모임 결성</h1>{boxes}<p>{SENTENCE}</p><p>{OTHER}</p>{others}"))
    assert isinstance(article, Article)
    assert article.byline_names == ("문보라", "한가람")


def test_names_have_a_surname() -> None:
    assert is_korean_name("문보라")
    assert is_korean_name("남궁보라")
    assert not is_korean_name("경제")
    assert not is_korean_name("쀍보라")
    assert not is_korean_name("문")


@pytest.mark.parametrize("form", ["", "generic"])
@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("[ 문보라 기자 / bora@hansaem.example ]", ("문보라",)),
        ("문보라·한가람 기자", ("문보라", "한가람")),
        ("한샘뉴스 문보라입니다.", ("문보라",)),
        ("[한샘방송 온라인뉴스팀]", ()),
        ("영상편집: 한가람", ()),
    ],
)
def test_a_byline_under_the_text_is_read_with_and_without_an_adapter(
    html_page: Callable[..., bytes], form: str, byline: str, names: tuple[str, ...]
) -> None:
    name = "content" if form else "dic_area"
    body = f"<h1>물결 모임 결성</h1><article id='{name}'>{SENTENCE} {OTHER}<br><br>{OTHER}<br><br>{byline}</article>"
    article = extract_article(html_page(body), url=None if form else "https://n.news.naver.com/article/990/1")
    assert isinstance(article, Article)
    assert article.method == (form or "naver")
    assert article.byline_names == names
    assert article.text.endswith(OTHER)
