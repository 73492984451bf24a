"""Figures → values: "1,200", "three hundred and seven", "tens of thousands"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from extractors.parsing.folding import before
from extractors.parsing.numbers.words import Atom, find_atoms
from extractors.values import Span

_GAP = re.compile(r"[ \t\xa0\u2009\u202f\n‐‑-]\Z")
_AND = re.compile(r"[\s-]and[\s-]\Z")
_OF = re.compile(r"\sof\s\Z")
_HALF_AFTER = re.compile(r"[\s-]and[\s-]a[\s-]half(?!\w)")
_LEAD = re.compile(
    r"(?<!\w)(?P<lead>half[ -]an?|half|quarter of an?|a couple(?: of)?|a few|several|many|an?"
    r"|some|about|nearly|almost|over|than|around|roughly|the|these|those|its|another|least|under"
    r"|to|for|first|last|next)[\s-]\Z"
)
_SHARES = {"half": 0.5, "quarter": 0.25}
_LARGEST = 10**12


class Sort(StrEnum):
    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    VAGUE = "vague"
    ABOUT = "about"  # "a couple of hundred"


class Figure(NamedTuple):
    span: Span
    value: float
    sort: Sort
    scale: int = 1  # of the last word: 1,000,000 in "3 million"
    written: bool = False  # in words


def find_figures(page: str) -> Iterator[Figure]:
    """The figures of a lower-case text in its order; none overlaps another."""
    atoms = find_atoms(page)
    at = 0
    while at < len(atoms):
        figure, used = _figure(page, atoms, at)
        if figure:
            yield figure
        at += used


# -- atoms to figures


class _Sum(NamedTuple):
    """Number words added up so far: full thousands, the group below, the last scale used."""

    total: int = 0
    group: int = 0
    scale: int = _LARGEST
    closed: bool = False  # after an ordinal or a dozen nothing can follow

    def plus(self, atom: Atom) -> _Sum | None:
        """The sum with one more word; None where the word cannot go on with it."""
        if self.closed:
            return None
        scale = atom.sort == "scale" or atom.value in (100, 1000)
        return self._times(atom) if scale else self._plus_small(atom)

    def _plus_small(self, atom: Atom) -> _Sum | None:
        rest, value = self.group % 100, int(atom.value)
        if rest and not (value < 10 and rest >= 20 and rest % 10 == 0):
            return None
        return self._replace(group=self.group + value, closed=atom.sort == "ordinal")

    def _times(self, atom: Atom) -> _Sum | None:
        scale, closing = int(atom.value), atom.sort == "ordinal" or atom.value == 12
        if scale <= 100:
            fits = 0 < self.group < 100
            return self._replace(group=self.group * scale, closed=closing) if fits else None
        if not self.group or scale >= self.scale:
            return None
        return _Sum(self.total + self.group * scale, 0, scale, closing)


def _figure(page: str, atoms: list[Atom], at: int) -> tuple[Figure | None, int]:
    """The figure that begins with this atom (or none), and how many atoms it takes."""
    match atoms[at].sort:
        case "vague":
            return _vague(page, atoms, at)
        case "digits":
            return _from_digits(page, atoms, at)
        case "ordinal":
            return Figure(atoms[at].span, atoms[at].value, Sort.ORDINAL), 1
        case "unit":
            return _from_words(page, atoms, at, _Sum())
        case _:
            return _from_scale(page, atoms, at)


def _gap(page: str, left: Atom, right: Atom) -> str:
    return page[left.span.end : min(right.span.start, left.span.end + 8)]


def _vague(page: str, atoms: list[Atom], at: int) -> tuple[Figure | None, int]:
    first = atoms[at]
    follower = atoms[at + 1] if at + 1 < len(atoms) else None
    if follower and follower.sort == "vague" and _OF.match(_gap(page, first, follower)):
        span = first.span.hull(follower.span)
        return Figure(span, first.value * follower.value, Sort.VAGUE, written=True), 2
    if first.value in (10, 20) and not page.startswith(" of ", first.span.end):
        return None, 1  # "he scores", "in his tens"
    return Figure(first.span, first.value, Sort.VAGUE, written=True), 1


def _from_digits(page: str, atoms: list[Atom], at: int) -> tuple[Figure | None, int]:
    """ "1.2 million", "2 and a half thousand": the digits times the scales after them."""
    figure = Figure(atoms[at].span, atoms[at].value, Sort.CARDINAL, atoms[at].scale)
    if figure.value < 100 and (half := _HALF_AFTER.match(page, figure.span.end)):
        figure = figure._replace(value=figure.value + 0.5, span=Span(figure.span.start, half.end()))
    return _scaled(page, atoms, at + 1, figure, 1)


def _scaled(
    page: str, atoms: list[Atom], at: int, figure: Figure, used: int
) -> tuple[Figure | None, int]:
    """The figure times the scale words that follow directly."""
    while at < len(atoms) and atoms[at].sort == "scale" and used < 6:
        scale = int(atoms[at].value)
        if not _GAP.match(page[figure.span.end : min(atoms[at].span.start, figure.span.end + 3)]):
            break
        if figure.value * scale > _LARGEST:
            break
        span, product = figure.span.hull(atoms[at].span), figure.scale * scale
        figure = figure._replace(span=span, value=figure.value * scale, scale=product)
        at, used = at + 1, used + 1
    return figure, used


def _from_scale(page: str, atoms: list[Atom], at: int) -> tuple[Figure | None, int]:
    """ "a hundred and five", "half a million", "several hundred": a word must stand before it."""
    first, scale = atoms[at], int(atoms[at].value)
    window = before(page, first.span.start, 16)
    lead = _LEAD.search(window)
    if not lead:
        return None, 1
    start, said = first.span.start - len(window) + lead.start(), lead["lead"]
    span = Span(start, first.span.end)
    if share := _SHARES.get(said.split()[0].split("-")[0]):
        return Figure(span, scale * share, Sort.CARDINAL, scale, written=True), 1
    if said.startswith("a couple"):
        return Figure(span, 2 * scale, Sort.ABOUT, scale, written=True), 1
    if said in ("a few", "several", "many"):
        return Figure(span, scale, Sort.VAGUE, scale, written=True), 1
    figure, used = _from_words(page, atoms, at, _Sum(group=1))
    if figure and said in ("a", "an"):
        figure = figure._replace(span=span.hull(figure.span))
    return figure, used


def _from_words(page: str, atoms: list[Atom], at: int, start: _Sum) -> tuple[Figure | None, int]:
    """Number words added up as far as they make one number."""
    added, end = start, at
    while end < len(atoms) and (end == at or _tied(page, atoms, end, added)):
        more = added.plus(atoms[end])
        if more is None:
            break
        added, end = more, end + 1
    last = atoms[end - 1]
    sort = Sort.ORDINAL if last.sort == "ordinal" else Sort.CARDINAL
    scale = int(last.value) if last.sort == "scale" else 1
    span = atoms[at].span.hull(last.span)
    figure = Figure(span, added.total + added.group, sort, scale, written=True)
    return _with_half(page, atoms, end, figure, end - at)


def _tied(page: str, atoms: list[Atom], at: int, added: _Sum) -> bool:
    """Whether an atom goes on with the number before it: "hundred and seven", "twenty-five"."""
    gap = _gap(page, atoms[at - 1], atoms[at])
    if _GAP.match(gap):
        return True
    if not _AND.match(gap) or atoms[at - 1].sort != "scale" or atoms[at - 1].value < 100:
        return False
    if atoms[at].sort not in ("unit", "ordinal"):
        return False
    follower = atoms[at + 1] if at + 1 < len(atoms) else None
    again = follower and follower.sort == "scale" and _GAP.match(_gap(page, atoms[at], follower))
    return not (again and added.group and follower and follower.value <= 100)


def _with_half(
    page: str, atoms: list[Atom], at: int, figure: Figure, used: int
) -> tuple[Figure | None, int]:
    """ "two and a half", "a million and a half", "one and a half million"."""
    half = _HALF_AFTER.match(page, figure.span.end)
    if not half or figure.sort is not Sort.CARDINAL:
        return figure, used
    value = figure.value + figure.scale / 2
    figure = figure._replace(value=value, span=Span(figure.span.start, half.end()))
    return _scaled(page, atoms, at, figure, used) if figure.scale == 1 else (figure, used)
