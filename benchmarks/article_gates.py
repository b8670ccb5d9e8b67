"""What asking a second and a third reader would be worth: Entente's bodies where they disagree replaced by theirs.

    python benchmarks/articles.py --scrapinghub DIR --fundus DIR --gates

A gate compares Entente's body with resiliparse's and gives the page to trafilatura where they differ too much, or where
Entente finds little. It is measured on scrapinghub and on the even half of Fundus.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from article_measures import token_f1
from article_peers import Found

Choice = Callable[[Mapping[str, Found]], str]
OWN, SECOND, THIRD = "entente", "resiliparse", "trafilatura"
AGREEMENTS = (0.3, 0.5, 0.7)
LENGTHS = (1, 200, 500)


def gates() -> dict[str, Choice]:
    """Gates by name; each says which reader answers for a page."""
    chosen: dict[str, Choice] = {"none": lambda found: OWN}
    for least in AGREEMENTS:
        chosen[f"resiliparse agrees less than {least}"] = _disagreement(least)
        chosen[f"both others agree, Entente less than {least}"] = _two_against_one(least)
    for length in LENGTHS:
        chosen[f"Entente finds less than {length} characters"] = _last_resort(length)
    return chosen


def _disagreement(least: float) -> Choice:
    return lambda found: THIRD if token_f1(found[SECOND].body, found[OWN].whole) < least else OWN


def _two_against_one(least: float) -> Choice:
    def choose(found: Mapping[str, Found]) -> str:
        own = token_f1(found[SECOND].body, found[OWN].whole)
        return THIRD if own < least <= token_f1(found[SECOND].body, found[THIRD].body) else OWN

    return choose


def _last_resort(length: int) -> Choice:
    def choose(found: Mapping[str, Found]) -> str:
        more = len(found[THIRD].body) > len(found[OWN].body)
        return THIRD if len(found[OWN].body) < length and more else OWN

    return choose
