"""What no reading at all scores: predictions made from the annotation's own names, to set a figure beside.

They are given what a reader has to find, the names and their types, and know nothing of the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pipelines.evaluation.gold import GoldArticle
from pipelines.evaluation.scoring import Tally, score_article

Row = Mapping[str, Any]


def first_alliance(article: GoldArticle) -> Row:
    """Every organization is an active member of the first alliance; nothing where there is none."""
    organizations, alliances = _named(article, "org"), _named(article, "alliance")
    return _prediction(article, organizations if alliances else [], alliance=alliances[0] if alliances else None)


def one_group(article: GoldArticle) -> Row:
    """All organizations are active partners in one nameless pairing."""
    return _prediction(article, _named(article, "org"), alliance=None)


BASELINES: Mapping[str, Callable[[GoldArticle], Row]] = {
    "every organization × the first alliance": first_alliance,
    "all organizations in one nameless group": one_group,
}


def score_baselines(articles: Iterable[GoldArticle]) -> dict[str, Tally]:
    """What each baseline scores over the articles, given the names of their annotations."""
    tallies = {label: Tally() for label in BASELINES}
    for article in articles:
        for label, predict in BASELINES.items():
            tallies[label].add(score_article(article.gold, predict(article), article.text)[0])
    return tallies


def _named(article: GoldArticle, kind: str) -> list[str]:
    return [str(entity["canonical"]) for entity in article.gold["entities"] if entity["type"] == kind]


def _prediction(article: GoldArticle, members: list[str], *, alliance: str | None) -> Row:
    role = "member" if alliance else "partner"
    rows = [
        {
            "alliance": alliance,
            "group": None if alliance else "all",
            "member": member,
            "role": role,
            "status": "active",
            "since": None,
            "until": None,
            "evidence": "",
        }
        for member in members
    ]
    entities = [
        {"name": entity["canonical"], "type": entity["type"], "surface_forms": entity["surface_forms"]}
        for entity in article.gold["entities"]
    ]
    return {"entities": entities, "memberships": rows if len(members) > 1 or alliance else [], "events": []}
