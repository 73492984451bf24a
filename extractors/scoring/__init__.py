"""How well read facts agree with gold facts: slot filling in the manner of MUC-7, and strict facts.

`gold` is what people read from an article by hand, `values` says when a value is right, `tally`
pairs facts with gold and counts.
"""

from extractors.scoring.gold import GoldArticle, GoldFact, article_key, read_gold
from extractors.scoring.tally import Fault, ReadFact, Score, Tally, score

__all__ = [
    "Fault",
    "GoldArticle",
    "GoldFact",
    "ReadFact",
    "Score",
    "Tally",
    "article_key",
    "read_gold",
    "score",
]
