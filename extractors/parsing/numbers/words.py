"""Single number words and digit groups with their values; adding them up is left to `figures`."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.parsing.patterns import by_initial
from extractors.values import Span

_ONES_NAMES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_TENS_NAMES = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINAL_NAMES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_UNITS = {word: n for n, word in enumerate(_ONES_NAMES.split(), 1)} | {
    word: 10 * n for n, word in enumerate(_TENS_NAMES.split(), 2)
}
_ORDINALS = (
    {word: n for n, word in enumerate(_ORDINAL_NAMES.split(), 1)}
    | {word[:-1] + "ieth": _UNITS[word] for word in _TENS_NAMES.split()}
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

_SPACE = r"[ \xa0\u2009\u202f]"
_MONTHS = (
    "jan feb mar apr jun jul aug sep sept oct nov dec january february march april may june july"
    " august september october november december"
)
#: "on Feb. 5 150 prisoners": the day is no part of the figure.
_NO_DAY = "".join(rf"(?<!\b{month} )(?<!\b{month}\. )" for month in _MONTHS.split())
_DIGITS = (
    rf"(?=[0-9])(?:{_NO_DAY}[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}}(?![0-9]))+|[0-9]+(?:[,.'’][0-9]+)*)"
)
_ALONE = [scale for scale in _SCALES if len(scale) > 1]  # k, m and b only right behind a digit
_WORDS = by_initial(
    "|".join(sorted([*_UNITS, *_ORDINALS, *_ALONE, *_VAGUE], key=len, reverse=True))
)
_BEHIND = (
    r"(?P<half>½|[ -]1/2(?![0-9/]))|(?P<nth>st|nd|rd|th)(?!\w)"
    r"|(?P<scale>k|mln|mn|m|bln|bn|b)(?!\w)"
)
_ATOM = re.compile(rf"(?<!\w)(?:(?P<digits>{_DIGITS})(?:{_BEHIND})?|(?P<word>{_WORDS})(?!\w))")
_GROUPED = re.compile(rf"[0-9]{{1,3}}(?:([,.'’]|{_SPACE})[0-9]{{3}})(?:\1[0-9]{{3}})*\Z")
_LAKHS = re.compile(r"[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}\Z")
_DECIMAL = re.compile(r"[0-9]{1,12}[.,][0-9]{1,3}\Z")

_WORD_GOES_ON = re.compile(r"\w")
_SCALE_AFTER = re.compile(r"\s(?:thousand|million|mln|billion|bn)(?!\w)")


class Atom(NamedTuple):
    span: Span
    sort: str  # digits | unit | scale | ordinal | vague
    value: float
    scale: int = 1


def find_atoms(page: str) -> list[Atom]:
    """The number words and digit groups of a lower-case text."""
    return [atom for match in _ATOM.finditer(page) if (atom := _atom(match))]


def _atom(match: re.Match[str]) -> Atom | None:
    span, word = Span(*match.span()), match["word"]
    if word is None:
        return _digits_atom(match, span)
    for sort, values in _SORTS:
        if word in values:
            return Atom(span, sort, values[word])
    raise ValueError(f"no value for the number word {word!r}")


def _digits_atom(match: re.Match[str], span: Span) -> Atom | None:
    value = _digits_value(match["digits"], scaled=_is_scaled(match))
    if value is None or _WORD_GOES_ON.match(match.string, span.end):
        return None
    scale = _SCALES[match["scale"]] if match["scale"] else 1
    value += 0.5 if match["half"] else 0
    return Atom(span, "ordinal" if match["nth"] else "digits", value * scale, scale)


_SORTS = (("unit", _UNITS), ("scale", _SCALES), ("ordinal", _ORDINALS), ("vague", _VAGUE))


def _is_scaled(match: re.Match[str]) -> bool:
    return bool(match["scale"] or _SCALE_AFTER.match(match.string, match.end()))


def _digits_value(digits: str, *, scaled: bool) -> float | None:
    """1200 of "1,200", "1.200" and "1 200"; 1.2 of "1.2"; None of "1,1,1" and "1.2.3"."""
    if len(digits) > 20:
        return None
    if digits.isdecimal():
        return float(digits) if digits[0] != "0" else None
    grouped = _GROUPED.match(digits) or _LAKHS.match(digits)
    if grouped and digits[0] != "0" and not (scaled and "." in digits):
        return float(re.sub(r"\D", "", digits))
    return float(digits.replace(",", ".")) if _DECIMAL.match(digits) else None
