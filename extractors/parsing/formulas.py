"""Exchange formulas: "1,000-for-1,000", "1,000 for 1,000", "all-for-all", "one-for-one"."""

from __future__ import annotations

import re

from extractors.parsing.date_words import folded
from extractors.parsing.figures import Figure, Sort, find_figures
from extractors.parsing.quantities import Formula
from extractors.values import Span

_ALL = re.compile(
    r"(?<!\w)(?:all|everyone|everybody)(?:\s(?:prisoners|pows))?(?:[\s-])(?:for|to)[\s-](?:all|everyone|everybody)(?!\w)"
)
_JOIN = re.compile(
    r"(?P<tight>[-‐‑–]for[-‐‑–])|(?P<loose>\sfor\s)|(?P<even>\s?[x×]\s?|[\s-](?:to|on)[\s-])"
)
_X = re.compile(r"(?<!\w)(?P<left>[0-9]{1,5})x(?P<right>[0-9]{1,5})(?!\w)")
_NO_FORMULA_AFTER = re.compile(
    r"[\s-](?:minutes?|hours?|days?|weeks?|months?|years?|%|percent|per cent|a\.m|p\.m|dollars|euros)"
)
_MONEY_BEFORE = re.compile(r"[$€£₽₴]\s?\Z")


def read_formulas(text: str) -> tuple[Formula, ...]:
    """The formulas of a text in its order; the numbers inside are no counts."""
    page = folded(text)
    found = [*_all_for_all(page), *_crossed(page), *_figures_for_figures(page)]
    return tuple(sorted(found, key=lambda formula: formula.span))


def _all_for_all(page: str) -> list[Formula]:
    return [
        Formula(span=Span(*match.span()), left=None, right=None, text="all-for-all")
        for match in _ALL.finditer(page)
    ]


def _crossed(page: str) -> list[Formula]:
    """ "1000x1000"."""
    return [
        _formula(Span(*match.span()), int(match["left"]), int(match["right"]))
        for match in _X.finditer(page)
        if int(match["left"]) == int(match["right"]) > 0
    ]


def _figures_for_figures(page: str) -> list[Formula]:
    if (
        "for" not in page
        and "to" not in page
        and "×" not in page
        and " x " not in page
        and " on " not in page
        and "-on-" not in page
    ):
        return []
    figures = [figure for figure in find_figures(page) if figure.sort is Sort.CARDINAL]
    pairs = zip(figures, figures[1:], strict=False)
    return [formula for left, right in pairs if (formula := _pair(page, left, right))]


def _pair(page: str, left: Figure, right: Figure) -> Formula | None:
    """Two figures tied by "for": any two with hyphens, with spaces unless time or money follows."""
    if right.span.start - left.span.end > 6 or _MONEY_BEFORE.search(page[: left.span.start][-3:]):
        return None
    join = _JOIN.fullmatch(page, left.span.end, right.span.start)
    if not join or left.value != int(left.value) or right.value != int(right.value):
        return None
    if not join["tight"] and _NO_FORMULA_AFTER.match(page, right.span.end):
        return None
    if join["even"] and (left.value != right.value or left.value < 10):
        return None
    return _formula(left.span.hull(right.span), int(left.value), int(right.value))


def _formula(span: Span, left: int, right: int) -> Formula:
    return Formula(span=span, left=left, right=right, text=f"{left}-for-{right}")
