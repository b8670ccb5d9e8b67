"""How well claims are read: predictions scored against a gold set of annotated articles."""

from pipelines.evaluation.gold import GoldArticle, GoldError, read_gold
from pipelines.evaluation.scoring import Figures, Miss, Tally, figures, score_article

__all__ = ["Figures", "GoldArticle", "GoldError", "Miss", "Tally", "figures", "read_gold", "score_article"]
