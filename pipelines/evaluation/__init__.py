"""How well claims are read: predictions scored against a gold set of annotated articles."""

from pipelines.evaluation.gold import GoldArticle, GoldError, read_gold
from pipelines.evaluation.holding_out import KnownName, names_of_one_story, random_names
from pipelines.evaluation.scoring import Figures, Miss, Tally, figures, score_article

__all__ = [
    "Figures",
    "GoldArticle",
    "GoldError",
    "KnownName",
    "Miss",
    "Tally",
    "figures",
    "names_of_one_story",
    "random_names",
    "read_gold",
    "score_article",
]
