"""Headlines of pages that put them where something else belongs."""

from __future__ import annotations

import pytest

from pipelines.articles.titles import Titles, headline

FULL = "Robot makers share a test site near the river"


def test_a_headline_in_the_place_of_the_site_s_name_is_still_the_headline() -> None:
    titles = Titles(social=FULL, window=FULL, printed=(FULL,))
    assert headline(titles, ["The Paper", FULL]) == FULL


@pytest.mark.parametrize("printed", [("The Paper",), ()])
def test_a_site_s_name_in_the_place_of_the_headline_is_none(printed: tuple[str, ...]) -> None:
    titles = Titles(social="The Paper", window="The Paper", printed=printed)
    assert headline(titles, ["The Paper"]) is None
