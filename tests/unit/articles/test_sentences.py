"""Where sentences end, and that nothing is lost between them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.articles import Paragraph, Sentence, article_from_text, split_sentences


def split(text: str, language: str = "ko", zone: str = "body") -> list[str]:
    return [text[s.char_start : s.char_end] for s in split_sentences(text, [Paragraph(0, len(text), zone)], language)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("두 회사가 손잡았다. 협약은 3일이다.", 2),
        ("두 회사가 손잡았다.협약은 3일이다.", 2),
        ("정말일까? 그렇다! 두 회사는 만났다.", 3),
        ("지분은 3.5%다. 값은 1.2조원이다.", 2),
        ("협약은 2021. 3. 5. 맺었다. 다음은 4월이다.", 2),
        ("그는 “함께 간다. 늦지 않게 간다.”고 말했다. 회의는 끝났다.", 2),
        ('그는 "함께 간다. 늦지 않게 간다." 라고 말했다. 회의는 끝났다.', 2),
        ('그는 "함께 간다"며 "늦지 않게 간다. 꼭 간다"고 말했다.', 1),
        ("두 회사(가람, 나루)는 만났다. (사진은 없다.) 회의는 끝났다.", 3),
        ("가람 Inc.는 나루와 만났다. 끝.", 2),
        ('따옴표가 "하나뿐이다. 그래도 나뉜다.', 2),
        ("그는… 말이 없었다. 끝났다… 모두 갔다.", 3),
        ("1. 협약을 맺는다. 2. 지킨다.", 2),
    ],
)
def test_korean_sentences(text: str, count: int) -> None:
    assert len(split(text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Garam Inc. and Naru Corp. signed a pact. It starts in May.", 2),
        ("Mr. Moon met Dr. Han. They talked.", 2),
        ("The U.S. company left. It may return.", 2),
        ("It was bought by Naru Inc. The price is unknown.", 2),
        ("Shares rose 3.5 percent. They fell later.", 2),
        ('"We will go. We will not be late," she said. The meeting ended.', 2),
        ('"We will go together." The room was silent.', 2),
        ("The plan is No. 3 on the list. She said no. He agreed.", 3),
        ("It opens at 9 a.m. on Monday. Then it closes.", 2),
    ],
)
def test_english_sentences(text: str, count: int) -> None:
    assert len(split(text, "en")) == count


def test_headline_and_subheads_are_one_sentence_each() -> None:
    assert split("가람·나루 손잡았다. 이제 어디로?", zone="headline") == ["가람·나루 손잡았다. 이제 어디로?"]
    assert split("◆ 손잡았다. 왜?", zone="subhead") == ["◆ 손잡았다. 왜?"]


def zone_of(sentences: tuple[Sentence, ...]) -> list[tuple[str, str | None]]:
    return [(one.zone, one.speaker) for one in sentences]


def test_a_sentence_inside_quotation_marks_has_zone_quote_and_its_speaker() -> None:
    text = '문보라 가람전자 사장은 기자들과 만났다. "우리는 함께 간다." 회의는 끝났다.'
    sentences = split_sentences(text, [Paragraph(0, len(text), "body")], "ko")
    assert zone_of(sentences) == [("body", None), ("quote", "문보라 가람전자 사장"), ("body", None)]


def test_an_english_quotation_knows_who_said_it() -> None:
    text = 'The talks went on. "We will go together." said Jane Doe of Garam.'
    found = split_sentences(text, [Paragraph(0, len(text), "body")], "en")
    assert [one.zone for one in found] == ["body", "body"]
    text = 'Jane Doe said it was late. "We will go together." The talks went on.'
    found = split_sentences(text, [Paragraph(0, len(text), "body")], "en")
    assert zone_of(found)[1] == ("quote", "Jane Doe")


def test_only_a_long_quotation_is_split() -> None:
    said = "우리는 이 길을 오래 걸어왔다. " * 40
    text = f'그는 "{said.strip()}"고 말했다.'
    found = split_sentences(text, [Paragraph(0, len(text), "body")], "ko")
    assert len(found) == 40
    assert {one.zone for one in found[1:-1]} == {"quote"}


PIECES = st.sampled_from(
    [
        "두 회사가",
        "손잡았다",
        ".",
        " ",
        '"',
        "“",
        "”",
        "'",
        "…",
        "?",
        "!",
        "Inc.",
        "3.5",
        "고 ",
        "다.",
        "\n",
        "\u3000",
        "(",
        ")",
        "🙂",
        "A",
    ]
)


@settings(max_examples=300)
@given(st.lists(st.lists(PIECES, max_size=40).map("".join), max_size=5), st.sampled_from(["ko", "en"]))
def test_sentences_do_not_overlap_and_cover_all_but_space(parts: list[str], language: str) -> None:
    text, paragraphs = "", []
    for part in parts:
        paragraphs.append(Paragraph(len(text), len(text) + len(part), "body"))
        text += part + "\n\n"
    found = split_sentences(text, paragraphs, language)
    assert [one.sentence_no for one in found] == list(range(len(found)))
    assert all(a.char_end <= b.char_start for a, b in pairwise(found))
    for one in found:
        assert any(p.char_start <= one.char_start < one.char_end <= p.char_end for p in paragraphs)
        assert text[one.char_start : one.char_end] == text[one.char_start : one.char_end].strip()
    covered = {i for one in found for i in range(one.char_start, one.char_end)}
    assert all(char.isspace() or i in covered for i, char in enumerate(text))


@given(st.integers(1, 9000))
def test_a_text_without_full_stops_is_cut_into_bounded_pieces(length: int) -> None:
    text = ("끝없는 말 " * (length // 6 + 1))[:length]
    found = split_sentences(text, [Paragraph(0, len(text), "body")], "ko")
    assert all(one.char_end - one.char_start <= 2000 for one in found)
    assert sum(one.char_end - one.char_start for one in found) >= len(text) - 2 * len(found) - 1


@given(st.text(max_size=200))
def test_a_plain_text_is_kept_exactly(text: str) -> None:
    article = article_from_text(text)
    assert article.text == text
    for one in article.paragraphs:
        line = text[one.char_start : one.char_end]
        assert line
        assert line == line.strip()


def test_the_first_line_of_a_plain_text_is_its_headline() -> None:
    article = article_from_text(
        "\n 로봇 협의체 출범 \n\n두 회사가 손잡았다.\n◆ 내년부터\n문을 연다.\n", published="2021-03-05"
    )
    assert article.title == "로봇 협의체 출범"
    assert [one.zone for one in article.paragraphs] == ["headline", "lead", "subhead", "body"]
    assert article.published_at
    assert article.published_at.isoformat() == "2021-03-05T00:00:00+09:00"
