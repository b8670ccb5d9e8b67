"""Quick checks that spare a slow one: each says no only where the slow one would."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.articles import bylines, furniture, furniture_words, reporter_words, tree
from pipelines.articles.language import language_of

LONG = tree.UNSUSPICIOUS_TAG_LENGTH
LONG_TAG = re.compile(rf"<[a-zA-Z][^>]{{{LONG}}}")
GAPS = st.sampled_from([0, 1, 20, LONG // 2, LONG - 2, LONG - 1, LONG, LONG + 1, 2 * LONG])
MARKS = st.sampled_from(["<p", ">", "<", "</p>", "<1", "x", '="', "<Div "])


@given(st.lists(st.tuples(MARKS, GAPS), max_size=12))
def test_a_long_tag_is_found_wherever_it_stands(parts: list[tuple[str, int]]) -> None:
    text = "".join(mark + " " * gap for mark, gap in parts)
    assert tree.has_long_tag(text) == bool(LONG_TAG.search(text))


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
