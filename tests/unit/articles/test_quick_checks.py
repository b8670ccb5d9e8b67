"""Quick checks that spare a slow one: each says no only where the slow one would."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.articles import bylines, furniture, furniture_words, reporter_words, suspicion
from pipelines.articles.language import language_of
from pipelines.articles.markup_tokens import attribute_count, tags

LONG, MANY = 12, 3
MARKUP = st.sampled_from(
    [
        "<p", "<p ", ">", "<", "</p>", "<1", "x", "é", " ", "\n", "/", "=", '="', "='", '"', "'", " a b c", " d=1",
        " e f=2 g h", "<!--", "-->", "<script>", "<script ", "</script>", '" i j k="', "text and text and text",
    ]
)  # fmt: skip
FORMATTED = st.sampled_from(
    [
        "<b>",
        "</b>",
        "<B x>",
        "<i/>",
        "</i",
        "<strong>",
        "<Strike\n",
        "<br>",
        "<bx>",
        "<p>",
        "<b",
        "<",
        "<!--",
        "-->",
        '"',
    ]
)


@given(st.lists(MARKUP, max_size=25))
def test_no_tag_with_many_attributes_hides(parts: list[str]) -> None:
    text = "".join(parts)
    begun = [tag.attributes for tag in tags(text) if not tag.is_end]
    if any(len(one) > LONG and attribute_count(one) > MANY for one in begun):
        assert suspicion.may_have_many_attributes(text.encode(), LONG, MANY)


@pytest.mark.parametrize(
    "text",
    [
        "<p>" + "a word " * 1_000 + "</p>",
        "<script>if (a<b && c>d) { e = '<div class=\"f\">'; }" + "g = h; " * 1_000 + "</script>",
        '<img alt="a > b" srcset="' + "picture.jpg 100w, " * 500 + '">' + "<p>a paragraph</p>" * 3_000,
    ],
)
def test_long_text_scripts_and_values_are_not_suspicious(text: str) -> None:
    assert not suspicion.may_have_many_attributes(text.encode(), 1_500, 750)


@pytest.mark.parametrize(
    "form",
    ["a{0} ", "a{0}=1\n", 'a{0}=">" ', "a{0}='>' ", 'a{0} = "\n>" ', 'a{0}=">"', 'a{0}="<p>" ', "a{0}='>' b{0} "],
)
def test_a_tag_with_many_attributes_is_suspicious_whatever_their_values(form: str) -> None:
    text = ("<p>" + "a word " * 20 + "</p>") * 900
    for count, expected in ((1_000, True), (20, False)):
        page = text + "<div " + "".join(form.format(n) for n in range(count)) + ">" + text[:1_000]
        assert suspicion.is_suspicious(page, page.encode()) is expected


def test_reading_tags_in_one_another_ends_in_doubt() -> None:
    nested = '<a x=">' + "<a " * 3_000
    assert suspicion.may_have_many_attributes(("<p " + nested * 3).encode(), 1_500, 100_000)


@given(st.lists(FORMATTED, min_size=1, max_size=12))
def test_no_formatting_begins_unseen(parts: list[str]) -> None:
    text = "".join(parts) + ">"
    signs = np.frombuffer(text.encode(), dtype=np.uint8)
    begun = suspicion.formatting_begun(signs, np.flatnonzero(signs[:-1] == ord("<")))
    assert begun >= sum(tag.name in {"b", "i", "strong", "strike"} and not tag.is_end for tag in tags(text))


@pytest.mark.parametrize(
    "hidden", ["<p title='{}'>", "<!--{}-->", "<script>'{}'</script>", "{}<!-- before what it ends -->"]
)
def test_ends_of_formatting_that_end_nothing_hide_nothing(hidden: str) -> None:
    more = suspicion.UNCLOSED + 1
    page = hidden.format("</font>" * more) + "<font size=1>" * more + hidden.format("</b>" * more)
    text = page + "<p>x" * suspicion.FEW_TAGS
    assert suspicion.is_suspicious(text, text.encode())
    closed = "<font size=1>x</font>" * more + "<p>x" * suspicion.FEW_TAGS
    assert not suspicion.is_suspicious(closed, closed.encode())


@pytest.mark.parametrize(
    "pattern", [*furniture_words.KOREAN_ENDS, *furniture_words.KOREAN_LINES, *furniture_words.AFTER_CAPTION]
)
def test_no_korean_notice_is_all_ascii(pattern: str) -> None:
    @given(st.from_regex(pattern, fullmatch=True))
    def is_not_ascii(text: str) -> None:
        assert not text.isascii()

    is_not_ascii()


@pytest.mark.parametrize("pattern", furniture_words.CREDITS)
def test_every_credit_holds_one_of_the_signs_of_credits(pattern: str) -> None:
    @given(st.from_regex(pattern, fullmatch=True))
    def holds_a_sign(text: str) -> None:
        assert furniture.CREDIT_SIGN.search(text)

    holds_a_sign()


@pytest.mark.parametrize("pattern", reporter_words.SUFFIXES)
def test_every_byline_at_an_end_holds_a_role_or_an_address(pattern: str) -> None:
    @given(st.from_regex(pattern.removeprefix(r"(?<=[.!?\"”’])"), fullmatch=True))
    def holds_one(text: str) -> None:
        assert "@" in text or bylines.ROLE.search(text)

    holds_one()


@given(st.text(alphabet="ab 1._é가나あ一Яע", max_size=60))
def test_scripts_are_weighed_by_letters(text: str) -> None:
    letters = [character for character in text if character.isalpha()]
    korean = sum("가" <= letter <= "힣" for letter in letters)
    assert (language_of(text) == "ko") == (bool(letters) and korean >= 0.2 * len(letters))
