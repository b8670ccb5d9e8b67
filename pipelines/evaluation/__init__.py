"""How well claims are read: predictions scored against a gold set of annotated articles."""

from pipelines.evaluation.baselines import score_baselines
from pipelines.evaluation.gold import GoldArticle, GoldError, read_gold
from pipelines.evaluation.holding_out import KnownName, names_of_one_story, random_names
from pipelines.evaluation.reliability import Bin, bins, brier
from pipelines.evaluation.scoring import Figures, Miss, Tally, figures, rights, score_article

__all__ = [
    "Bin",
    "Figures",
    "GoldArticle",
    "GoldError",
    "KnownName",
    "Miss",
    "Tally",
    "bins",
    "brier",
    "figures",
    "names_of_one_story",
    "random_names",
    "read_gold",
    "rights",
    "score_article",
    "score_baselines",
]
