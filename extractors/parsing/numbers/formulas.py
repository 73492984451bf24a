"""Exchange formulas: "1,000-for-1,000", "1,000 for 1,000", "all-for-all", "one-for-one"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from extractors.parsing.folding import before
from extractors.parsing.numbers.figures import Figure, Sort
from extractors.parsing.numbers.quantities import Formula
from extractors.values import Span

_WHOLE = r"(?:all|everyone|everybody)"
_ALL = re.compile(
    rf"(?<!\w){_WHOLE}(?:\s(?:prisoners|pows|captives))?[\s-](?:for|to)[\s-]{_WHOLE}(?!\w)"
)
_JOIN = re.compile(
    r"(?P<tight>[-‐‑–]for[-‐‑–])|\sfor\s(?:an?\s)?|(?P<even>\s?[x×]\s?|[\s-](?:to|on)[\s-]"
    r"|(?P<bare>[-‐‑–]))"
)
_CROSSED = re.compile(r"(?<!\w)(?P<left>[0-9]{1,5})x(?P<right>[0-9]{1,5})(?!\w)")
_NO_FORMULA_AFTER = re.compile(
    r"[\s-](?:minutes?|hours?|days?|weeks?|months?|years?|percent|per cent|a\.m|p\.m|dollars|euros)"
    r"|\s?%"
)
_LEAST_EVEN = 10  # people on each side in "10 x 10": fewer are no prisoners
_LEAST_BARE = 100  # in "1,200-1,200": "50-50" is a chance
_MONEY_BEFORE = re.compile(r"[$€£₽₴]\s?\Z")


def find_formulas(page: str, figures: Iterable[Figure]) -> tuple[Formula, ...]:
    """The formulas of a lower-case text whose figures are known; none overlaps another."""
    cardinals = [figure for figure in figures if figure.sort is Sort.CARDINAL]
    paired = [
        formula for left, right in pairwise(cardinals) if (formula := _pair(page, left, right))
    ]
    found: list[Formula] = []
    for formula in sorted([*_all_for_all(page), *_crossed(page), *paired], key=_start):
        if not found or formula.span.start >= found[-1].span.end:
            found.append(formula)
    return tuple(found)


def _start(formula: Formula) -> int:
    return formula.span.start


def _all_for_all(page: str) -> list[Formula]:
    return [
        Formula(span=Span(*match.span()), left=None, right=None, text="all-for-all")
        for match in _ALL.finditer(page)
    ]


def _crossed(page: str) -> list[Formula]:
    """ "1000x1000"."""
    return [
        _formula(Span(*match.span()), int(match["left"]), int(match["right"]))
        for match in _CROSSED.finditer(page)
        if int(match["left"]) == int(match["right"]) > 0
    ]


def _pair(page: str, left: Figure, right: Figure) -> Formula | None:
    """Two figures tied by "for": any two with hyphens, with spaces unless time or money follows."""
    if right.span.start - left.span.end > 8 or _MONEY_BEFORE.search(
        before(page, left.span.start, 3)
    ):
        return None
    join = _JOIN.fullmatch(page, left.span.end, right.span.start)
    if not join or left.value != int(left.value) or right.value != int(right.value):
        return None
    if not join["tight"] and _NO_FORMULA_AFTER.match(page, right.span.end):
        return None
    least = _LEAST_BARE if join["bare"] else _LEAST_EVEN
    if join["even"] and (left.value != right.value or left.value < least):
        return None
    return _formula(left.span.hull(right.span), int(left.value), int(right.value))


def _formula(span: Span, left: int, right: int) -> Formula:
    return Formula(span=span, left=left, right=right, text=f"{left}-for-{right}")
