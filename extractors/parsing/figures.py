"""Figures in digits and words → values: "1,200", "three hundred and seven", "tens of thousands"; what they count is left to others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from extractors.values import Span

_ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINAL_ONES = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_UNITS = {word: n for n, word in enumerate(_ONES, 1)} | {
    word: 10 * n for n, word in enumerate(_TENS, 2)
}
_ORDINALS = (
    {word: n for n, word in enumerate(_ORDINAL_ONES, 1)}
    | {word[:-1] + "ieth": _UNITS[word] for word in _TENS}
    | {"hundredth": 100, "thousandth": 1000}
)
_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
    "k": 1000,
    "lakh": 100_000,
    "million": 1_000_000,
    "mln": 1_000_000,
    "mn": 1_000_000,
    "m": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "bln": 1_000_000_000,
    "bn": 1_000_000_000,
    "b": 1_000_000_000,
}
#: Vague plurals by ACLED's conservative rule (FACTS.md, "Counts").
_VAGUE = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 1000,
    "lakhs": 100_000,
    "millions": 1_000_000,
    "billions": 1_000_000_000,
}
_LARGEST = 10**12

_SPACE = r"[ \xa0\u2009\u202f]"
_DIGITS = rf"[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}}(?![0-9]))+|[0-9]+(?:[,.'’][0-9]+)*"
_ALONE = [scale for scale in _SCALES if len(scale) > 1]  # k, m and b only right behind a digit
_WORDS = "|".join(sorted([*_UNITS, *_ORDINALS, *_ALONE, *_VAGUE], key=len, reverse=True))
_ATOM = re.compile(
    rf"(?<!\w)(?:(?P<digits>{_DIGITS})(?:(?P<nth>st|nd|rd|th)(?!\w)|(?P<scale>k|mln|mn|m|bln|bn|b)(?!\w))?"
    rf"|(?P<word>{_WORDS})(?!\w))"
)
_GROUPED = re.compile(rf"[0-9]{{1,3}}(?:([,.'’]|{_SPACE})[0-9]{{3}})(?:\1[0-9]{{3}})*\Z")
_LAKHS = re.compile(r"[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}\Z")
_DECIMAL = re.compile(r"[0-9]{1,12}[.,][0-9]{1,3}\Z")

_WORD_GOES_ON = re.compile(r"\w")
_SCALE_AFTER = re.compile(r"\s(?:thousand|million|mln|billion|bn)(?!\w)")
_GAP = re.compile(r"[ \t\xa0\u2009\u202f\n‐‑-]\Z")
_AND = re.compile(r"[\s-]and[\s-]\Z")
_OF = re.compile(r"\sof\s\Z")
_HALF_AFTER = re.compile(r"[\s-]and[\s-]a[\s-]half(?!\w)")
_LEAD = re.compile(
    r"(?<!\w)(?P<lead>half[ -]an?|half|quarter of an?|a couple(?: of)?|a few|several|many|an?"
    r"|some|about|nearly|almost|over|than|around|roughly|the|these|those|its|another|least|under"
    r"|to|first|last|next)[\s-]\Z"
)


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


class _Atom(NamedTuple):
    span: Span
    sort: str  # digits | unit | scale | ordinal | vague
    value: float
    scale: int = 1


def find_figures(page: str) -> Iterator[Figure]:
    """The figures of a lower-case text in its order; none overlaps another."""
    atoms = [atom for match in _ATOM.finditer(page) if (atom := _atom(match))]
    at = 0
    while at < len(atoms):
        figure, used = _figure(page, atoms, at)
        if figure:
            yield figure
        at += used


def _atom(match: re.Match[str]) -> _Atom | None:
    span, word = Span(*match.span()), match["word"]
    if word is None:
        return _digits_atom(match, span)
    for sort, values in _SORTS:
        if word in values:
            return _Atom(span, sort, values[word])
    raise ValueError(f"no value for the number word {word!r}")


def _digits_atom(match: re.Match[str], span: Span) -> _Atom | None:
    value = _digits_value(match["digits"], _is_scaled(match))
    if value is None or _WORD_GOES_ON.match(match.string, span.end):
        return None
    scale = _SCALES[match["scale"]] if match["scale"] else 1
    return _Atom(span, "ordinal" if match["nth"] else "digits", value * scale, scale)


_SORTS = (("unit", _UNITS), ("scale", _SCALES), ("ordinal", _ORDINALS), ("vague", _VAGUE))


def _is_scaled(match: re.Match[str]) -> bool:
    return bool(match["scale"] or _SCALE_AFTER.match(match.string, match.end()))


def _digits_value(digits: str, scaled: bool) -> float | None:  # noqa: FBT001 - of one match
    """1200 of "1,200", "1.200" and "1 200"; 1.2 of "1.2"; None of "1,1,1" and "1.2.3"."""
    if len(digits) > 20:
        return None
    if digits.isdecimal():
        return float(digits) if digits[0] != "0" else None
    grouped = _GROUPED.match(digits) or _LAKHS.match(digits)
    if grouped and digits[0] != "0" and not (scaled and "." in digits):
        return float(re.sub(r"\D", "", digits))
    return float(digits.replace(",", ".")) if _DECIMAL.match(digits) else None


# -- atoms to figures


class _Sum(NamedTuple):
    """Number words added up so far: full thousands, the group below, the last scale used."""

    total: int = 0
    group: int = 0
    scale: int = _LARGEST
    closed: bool = False  # after an ordinal or a dozen nothing can follow

    def plus(self, atom: _Atom) -> _Sum | None:
        value = int(atom.value)
        if self.closed:
            return None
        if (value < 100 and value != 12) or atom.sort == "unit":
            return self._plus_small(value, atom.sort == "ordinal")
        return self._times(value, atom.sort == "ordinal")

    def _plus_small(self, value: int, closing: bool) -> _Sum | None:  # noqa: FBT001
        rest = self.group % 100
        if rest and not (value < 10 and rest >= 20 and rest % 10 == 0):
            return None
        return self._replace(group=self.group + value, closed=closing)

    def _times(self, scale: int, closing: bool) -> _Sum | None:  # noqa: FBT001
        if scale <= 100:
            if not 0 < self.group < 100:
                return None
            return self._replace(group=self.group * scale, closed=closing or scale == 12)
        if not self.group or scale >= self.scale:
            return None
        return _Sum(self.total + self.group * scale, 0, scale, closing)


def _figure(page: str, atoms: list[_Atom], at: int) -> tuple[Figure | None, int]:
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


def _gap(page: str, left: _Atom, right: _Atom) -> str:
    return page[left.span.end : min(right.span.start, left.span.end + 8)]


def _vague(page: str, atoms: list[_Atom], at: int) -> tuple[Figure | None, int]:
    first = atoms[at]
    follower = atoms[at + 1] if at + 1 < len(atoms) else None
    if follower and follower.sort == "vague" and _OF.match(_gap(page, first, follower)):
        span = first.span.hull(follower.span)
        return Figure(span, first.value * follower.value, Sort.VAGUE, written=True), 2
    if first.value in (10, 20) and not page.startswith(" of ", first.span.end):
        return None, 1  # "he scores", "in his tens"
    return Figure(first.span, first.value, Sort.VAGUE, written=True), 1


def _from_digits(page: str, atoms: list[_Atom], at: int) -> tuple[Figure | None, int]:
    """ "1.2 million", "2 and a half thousand": the digits times the scales after them."""
    figure = Figure(atoms[at].span, atoms[at].value, Sort.CARDINAL, atoms[at].scale)
    if figure.value < 100 and (half := _HALF_AFTER.match(page, figure.span.end)):
        figure = figure._replace(value=figure.value + 0.5, span=Span(figure.span.start, half.end()))
    return _scaled(page, atoms, at + 1, figure, 1)


def _scaled(
    page: str, atoms: list[_Atom], at: int, figure: Figure, used: int
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


def _from_scale(page: str, atoms: list[_Atom], at: int) -> tuple[Figure | None, int]:
    """ "a hundred and five", "half a million", "several hundred": a scale needs a word before it."""
    first, scale = atoms[at], int(atoms[at].value)
    before = page[max(0, first.span.start - 16) : first.span.start]
    lead = _LEAD.search(before)
    if not lead:
        return None, 1
    start, said = first.span.start - len(before) + lead.start(), lead["lead"]
    span = Span(start, first.span.end)
    if said.startswith(("half", "quarter")):
        return Figure(span, scale / (2 if said[0] == "h" else 4), Sort.CARDINAL, scale, True), 1
    if said.startswith("a couple"):
        return Figure(span, 2 * scale, Sort.ABOUT, scale, True), 1
    if said in ("a few", "several", "many"):
        return Figure(span, scale, Sort.VAGUE, scale, True), 1
    figure, used = _from_words(page, atoms, at, _Sum(group=1))
    return figure and figure._replace(
        span=span.hull(figure.span) if said in ("a", "an") else figure.span
    ), used


def _from_words(page: str, atoms: list[_Atom], at: int, start: _Sum) -> tuple[Figure | None, int]:
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
    figure = Figure(span, added.total + added.group, sort, scale, True)
    return _with_half(page, atoms, end, figure, end - at)


def _tied(page: str, atoms: list[_Atom], at: int, added: _Sum) -> bool:
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
    page: str, atoms: list[_Atom], at: int, figure: Figure, used: int
) -> tuple[Figure | None, int]:
    """ "two and a half", "a million and a half", "one and a half million"."""
    half = _HALF_AFTER.match(page, figure.span.end)
    if not half or figure.sort is not Sort.CARDINAL:
        return figure, used
    value = figure.value + figure.scale / 2
    figure = figure._replace(value=value, span=Span(figure.span.start, half.end()))
    return _scaled(page, atoms, at, figure, used) if figure.scale == 1 else (figure, used)
