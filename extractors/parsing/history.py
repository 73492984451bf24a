"""Whether an article tells the history of a war of long ago, so that nothing in it is news.

A war of long ago told as history gives no facts of deeds (FACTS.md, "What no fact may come from").
It is one where dates of long ago abound and hardly any of these years stands beside them. Known
gap: without a publication date nothing is long ago.
"""

from __future__ import annotations

from extractors.parsing.dates import DateMention
from extractors.parsing.document import Document

_OLD = 15  # years before publication
_FEW = 3  # dates of long ago that make a history, and how many of them outweigh one of these years


def tells_of_long_ago(document: Document) -> bool:
    """Whether the dates of an article are those of a war of long ago."""
    published = document.article.published_on
    if published is None:
        return False
    years = [
        int(dated.edtf[:4])
        for line in document.lines
        for _, dated in line.tape.annotations()
        if isinstance(dated, DateMention) and dated.edtf[:4].isdigit()
    ]
    old = sum(year < published.year - _OLD for year in years)
    recent = sum(year >= published.year - 1 for year in years)
    return old >= _FEW * max(1, recent)
