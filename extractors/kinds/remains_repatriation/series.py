"""Handovers told one after another: "in January 757 for 49; in May 909 for 34", "and on Friday 40".

Whose dead each figure counts is said beside it, or is the same as in the handover told before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from extractors.claims import Claim, Slots
from extractors.fact import Status
from extractors.kinds.remains_repatriation import words
from extractors.kinds.remains_repatriation.fields import RemainsRepatriation, fields_of
from extractors.parsing.dates import DateMention
from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.numbers import Formula, Number
from extractors.parsing.tape import pattern
from extractors.values import Count, Span

_MOST = 12  # handovers of one sentence: bounds the work on hostile text
NEAR = 900  # characters within which two halves of one handover are told
_NEXT = 2  # characters between a sentence and the next
_DATED = (
    pattern(
        r"\b(?:in|on) (?P<date>{date}),? (?:(?:the (?:numbers|figures) were|it was"
        r"|another (?:swap|exchange) (?:occurred|took place) involving) )?"
        r"(?P<one>{count})(?: (?P<of_one>{actor}))?(?: [a-z]{3,10}){0,4}?"
        r" (?:for|against|and|in exchange for|in return for)"
        r" (?P<other>{count})(?: (?P<of_other>{actor}))?"
    ),
    pattern(
        r"\b(?:the (?:numbers|figures)|it) (?:had been|were|was|stood at) (?P<one>{count})"
        r" (?:for|against|and) (?P<other>{count})(?=[,.;]|\Z)"
    ),
    pattern(
        r"\b(?:in|on) (?P<date>{date}),? (?:it was |the (?:figures|numbers) were )?"
        r"(?P<formula>{formula})"
    ),
    pattern(r"(?P<formula>{formula}) (?:on|in) (?P<date>{date})"),
)


#: "The March exchange involved 909 Ukrainians and 43 Russians", right behind one of bodies.
_NAMED = pattern(
    r"\b(?:the|an?) (?P<date>{date})(?:'s)? (?:exchange|swap|hand-?over|transfer|repatriation"
    r"|one)\b"
    r"[^.;{count}]{0,60}? (?P<one>{count}) (?P<of_one>{actor})"
    r"(?: (?!(?:prisoners|captives|pows)\b)[a-z]{3,12}){0,2}?"
    r" (?:for|against|and|in exchange for|in return for) (?P<other>{count}) (?P<of_other>{actor})"
    r"(?! (?:prisoners|captives|pows))"
)
#: One figure and its day: of the side whose dead were told of before.
_ALONE = (
    pattern(
        r"\b(?:on|in) (?P<date>{date}),? (?:the (?:figure|number|toll) (?:had )?(?:also )?(?:been"
        r"|was|stood at)|it (?:had (?:also )?been|was)) (?P<one>{count})(?=[,.;]|\Z| and\b)"
    ),
    pattern(r"(?:\band|,) (?:on|in) (?P<date>{date}),? (?P<one>{count})(?=[,.;]|\Z)"),
    pattern(
        r"(?:\bafter|\band|,) (?P<one>{count})(?: more)?(?: bodies| remains| coffins)? (?:on |in"
        r" )?(?P<date>{date})(?=[,.;]|\Z)"
    ),
)


class Listed(NamedTuple):
    """The figures of one handover in a series, with whose dead they count where it is said."""

    date: DateMention | None
    figures: tuple[Count, ...]
    spans: tuple[Span, ...]
    owners: tuple[str | None, ...]


def pairs_in(line: Line) -> Iterator[Listed]:
    """The handovers that a sentence lists with two figures each."""
    for rule in _DATED:
        for match in islice(rule.finditer(line.text), _MOST):
            yield from _pair(line, match)


def _named_in(line: Line) -> Iterator[Listed]:
    """The handover that a sentence names by its month, with whose dead."""
    for match in islice(_NAMED.finditer(line.text), _MOST):
        yield from _pair(line, match)


def _pair(line: Line, match: re.Match[str]) -> Iterator[Listed]:
    groups = match.groupdict()
    said = line.tape.at(match.start("date")) if "date" in groups else None
    date = said if isinstance(said, DateMention) else None
    if "formula" in groups:
        formula = line.tape.at(match.start("formula"))
        if isinstance(formula, Formula) and formula.left and formula.right:
            counts = Count.of(formula.left), Count.of(formula.right)
            yield Listed(date, counts, (formula.span, formula.span), (None, None))
        return
    one, other = (line.tape.at(match.start(label)) for label in ("one", "other"))
    if isinstance(one, Number) and isinstance(other, Number):
        owners = _actor(line, match, "of_one"), _actor(line, match, "of_other")
        yield Listed(date, (one.count, other.count), (one.span, other.span), owners)


def _actor(line: Line, match: re.Match[str], label: str) -> str | None:
    name = line.tape.at(match.start(label)) if match.groupdict().get(label) else None
    return name.actor if isinstance(name, Name) else None


def figures_in(line: Line) -> Iterator[Listed]:
    """The handovers that a sentence lists with one figure each."""
    for rule in _ALONE:
        for match in islice(rule.finditer(line.text), _MOST):
            date, one = (line.tape.at(match.start(label)) for label in ("date", "one"))
            if isinstance(date, DateMention) and isinstance(one, Number):
                yield Listed(date, (one.count,), (one.span,), (None,))


def series_in(line: Line, earlier: Sequence[Claim]) -> Iterator[Claim]:
    """The handovers that a sentence lists soon after one that was told with as many figures."""
    near = [one for one in earlier if 0 <= line.sentence.span.start - one.span.end <= NEAR]
    told = [fields_of(one).returned or {} for one in near]
    if both := [dict(one) for one in told if len(one) == 2] or _halves(told):
        behind = line.sentence.span.start - near[-1].span.end <= _NEXT
        for listed in (*pairs_in(line), *(_named_in(line) if behind else ())):
            yield _in_series(line, listed, near[-1], _in_order(listed, both[-1]))
    last = earlier[-1] if earlier else None
    by_nobody = not line.actors and not words.THE_DEAD.search(line.text)
    if last and by_nobody and line.sentence.span.start - last.span.end <= _NEXT:
        yield from alone_in(line, last)


def alone_in(line: Line, last: Claim) -> Iterator[Claim]:
    """The figures, each with a day of its own, that go on from a handover of one side's dead."""
    told = fields_of(last).returned or {}
    if len(told) == 1 and last.status is Status.COMPLETED:
        for listed in figures_in(line):
            other_day = last.date and listed.date and listed.date.edtf != last.date
            again = last.span == line.sentence.span and listed.figures[0] in told.values()
            if other_day or not again:
                yield _in_series(line, listed, last, tuple(told))


def pairs_on_from(line: Line, last: Claim) -> Iterator[Claim]:
    """The pairs, each with a day of its own, that go on from a handover of the same sentence."""
    told = fields_of(last).returned or {}
    for listed in pairs_in(line) if len(told) == 2 else ():
        if listed.date and last.date and listed.date.edtf != last.date:
            yield _in_series(line, listed, last, _in_order(listed, told))


def _in_order(listed: Listed, told: Mapping[str, Count]) -> tuple[str, ...]:
    """Whose dead two bare figures count: as before, the many those of whom there were many."""
    order = tuple(told)
    sizes = [
        [count.best or count.low or 0 for count in counts]
        for counts in (told.values(), listed.figures)
    ]
    (first, second), (one, other) = sizes
    plain = min(first, second) * _MANY < max(first, second) and min(one, other) * _MANY < max(
        one, other
    )
    return order[::-1] if plain and (first > second) != (one > other) else order


_MANY = 3  # times as many dead as the other side got back


def _halves(told: Sequence[Mapping[str, Count]]) -> list[dict[str, Count]]:
    """The two halves of a handover told one after the other, put together."""
    pairs = pairwise(one for one in told if len(one) == 1)
    return [{**one, **other} for one, other in pairs if set(one) != set(other)]


def _in_series(line: Line, listed: Listed, before: Claim, order: Sequence[str]) -> Claim:
    """One of them, between the sides of the handover told before, whose dead came in that order."""
    slots = Slots()
    if listed.date:
        slots.date(listed.date)
    for party in fields_of(before).parties:
        slots.member("parties", party, before.grounding[f"parties.{party}"])
    told = zip(listed.owners, order, listed.figures, listed.spans, strict=True)
    for owner, usual, figure, span in told:
        slots.entry("returned", owner or usual, figure, span)
    standing = (Status.COMPLETED, listed.spans[0])
    place = line.tape.place(listed.spans[0].start)
    return slots.claim(RemainsRepatriation, standing, (line, place), "series")
