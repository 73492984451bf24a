"""Whether an article tells the history of a war of long ago, so that nothing in it is news.

A war of long ago told as history gives no facts of deeds (FACTS.md, "What no fact may come from").
It is one where dates of long ago abound and hardly any of these years stands beside them; a report
that opens with a day of now needs more of them. Known gap: without a publication date nothing is
long ago.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from extractors.parsing.dates import DateMention
from extractors.parsing.document import Document
from extractors.parsing.line import Line

_OLD = 15  # years before publication
_FEW = 3  # dates of long ago that make a history, and how many of them outweigh one of these years
_MANY = 6  # that make a history of what opens as news does
_OPENING = 4  # sentences


@lru_cache(maxsize=1)  # asked for each kind
def tells_of_long_ago(document: Document) -> bool:
    """Whether the dates of an article are those of a war of long ago."""
    published = document.article.published_on
    if published is None:
        return False
    years = tuple(_years(document.lines))
    old = sum(year < published.year - _OLD for year in years)
    recent = sum(year >= published.year - 1 for year in years)
    opens_now = any(year >= published.year - 1 for year in _years(document.lines[:_OPENING]))
    return old >= _FEW * max(1, recent) and (old >= _MANY or not opens_now)


def _years(lines: Sequence[Line]) -> Iterator[int]:
    for line in lines:
        for _, dated in line.tape.annotations():
            if isinstance(dated, DateMention) and dated.edtf[:4].isdigit():
                yield int(dated.edtf[:4])
