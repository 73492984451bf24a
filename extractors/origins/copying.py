"""Whether one article takes over the words of another, told from the words themselves.

| both are one text when …                                   | because                             |
|-----------------------------------------------------------|-------------------------------------|
| 60 % of the later one's shingles stand in the earlier one  | what is new in it is the lesser part|
| (of the shorter one's, where the days do not tell which    | a cutting may be dated a day early, |
| is later)                                                  | by another zone                     |
| and 60 % of those outside quotation marks                  | quotations are common property      |
| and 80 % of the figures and days of the one that has fewer | a form filled in anew is a new text;|
| (90 % where more than a day lies between)                  | within a day a toll may have changed|

A digest that takes over two reports whole, and is not later than they, makes one of all three:
the number of origins is then too low rather than too high.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, TypeVar

from extractors.origins.wording import Wording

_SHARE = 0.6
_FEW = 12  # shingles outside quotations that are too few to judge by
_FIGURES_WITHIN_A_DAY = 0.8
_FIGURES_LATER = 0.9
_SAME_TEXT = 0.95

T = TypeVar("T")


class Dated(NamedTuple):
    """An article as copying is told from it."""

    article_id: str
    published_on: date | None
    wording: Wording


def is_copy(one: Dated, other: Dated) -> bool:
    """Whether the later of the two takes over the words of the other."""
    apart = _days_apart(one, other)
    taker, source = (it.wording for it in _taker_first(one, other, apart))
    if not taker.shingles or _share(taker.shingles, source.shingles) < _SHARE:
        return False
    own = taker.own_shingles
    if len(own) >= _FEW and _share(own, source.own_shingles) < _SHARE:
        return False
    fewer, more = sorted((taker.figures, source.figures), key=len)
    return _share(fewer, more) >= (_FIGURES_LATER if apart > 1 else _FIGURES_WITHIN_A_DAY)


def similarity(copy: Wording, source: Wording) -> float:
    """Which share of a text's shingles stands in another, 0 to 1."""
    return round(_share(copy.shingles, source.shingles), 3)


def is_same_text(share: float) -> bool:
    """Whether so much is taken over that at most a few words differ."""
    return share >= _SAME_TEXT


def _days_apart(one: Dated, other: Dated) -> int:
    """Days between the two; 0 where one of them has no date."""
    if one.published_on is None or other.published_on is None:
        return 0
    return abs((one.published_on - other.published_on).days)


def _taker_first(one: Dated, other: Dated, apart: int) -> tuple[Dated, Dated]:
    """The one that may have taken, then the one that it may have taken from."""
    if apart > 1:
        source, taker = sorted((one, other), key=lambda it: it.published_on or date.max)
    else:
        taker, source = sorted((one, other), key=lambda it: len(it.wording.shingles))
    return taker, source


def _share(part: frozenset[T], whole: frozenset[T]) -> float:
    return len(part & whole) / len(part) if part else 1.0
