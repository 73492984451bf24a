"""Exchanges told by their figure and day alone, beside one that is told in full: "after 307 on
Saturday and 390 on Friday", "The day before it was 390"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from extractors.fact import Status
from extractors.kinds.prisoner_exchange import day_words
from extractors.kinds.prisoner_exchange.exchange import BY_ITS_DAY
from extractors.kinds.prisoner_exchange.no_events import is_no_event
from extractors.kinds.prisoner_exchange.triggers import Event
from extractors.parsing.document import Document
from extractors.parsing.headcounts import Share, read_headcounts
from extractors.parsing.line import Line
from extractors.parsing.status import Standing, Stretch
from extractors.parsing.tape import pattern

_DAY = r"(?: each| apiece)? (?:on )?(?:{date}|the day before|a day earlier)"
#: Behind so many each: "after 307 on Saturday and 390 on Friday", "up from 390 the day before".
_AFTER = pattern(
    r"\b(?:after|following|up from|down from)"
    rf" (?P<all>{{count}}{_DAY}(?:(?:,| and|, and) (?:another )?{{count}}{_DAY}){{0,3}})"
)
_ONE = pattern(rf"(?P<n>{{count}}){_DAY}")
#: "On Friday it was 390."
_IT_WAS = pattern(
    r"(?:\A\W{0,2}|, (?:while )?|and )(?:on )?"
    r"(?:{date}|the (?:day before|previous day)|a day earlier),? (?:it|the (?:figure|number))"
    r" (?:was|had been|stood at) (?P<n>{count})(?: each| apiece)?(?=[,.;]|\Z)"
)
_MOST = 4  # figures of one sentence: bounds the work on hostile text


def installments_in(document: Document, line: Line, told: Sequence[Event]) -> Iterator[Event]:
    """The further exchanges of a sentence that gives only their figures and days; `told`: those
    that it tells in full."""
    for event in told[:1]:
        some = event.verb in ("", "swap") and not read_headcounts(line, event.clause)
        if some and _is_done(event) and not is_no_event(document, event):
            yield from _on_several_days(event)
            for match in islice(day_words.SOME_ON_A_DAY.finditer(line.text), _MOST):
                yield _event(line, Stretch(*match.span()))._replace(each=False)
    if any(_each(event.line, event.clause) for event in told if _is_done(event)):
        for match in islice(_AFTER.finditer(line.text), _MOST):
            ends = [one.end() for one in _ONE.finditer(line.text, *match.span("all"))]
            for start, end in pairwise([match.start(), *ends]):
                yield _event(line, Stretch(start, end))
        stages = tuple(islice(day_words.BY_STAGE.finditer(line.text), _MOST))
        for match in stages if len(stages) > 1 else ():
            yield _event(line, Stretch(*match.span()))
    before = document.before(line)
    if not told and before and _each(before, Stretch(0, len(before.text))):
        for match in islice(_IT_WAS.finditer(line.text), _MOST):
            yield _event(line, Stretch(*match.span()))


def _on_several_days(event: Event) -> Iterator[Event]:
    """ "Swaps were held on 9, 10 and 12 June": those after the first, which is told in full."""
    listed = day_words.SEVERAL_DAYS.match(event.line.text, event.trigger.end)
    days = day_words.ONE_DAY.finditer(event.line.text, *listed.span("all")) if listed else ()
    for match in islice(days, 1, None):
        yield _event(event.line, Stretch(*match.span()))._replace(each=False)


def _is_done(event: Event) -> bool:
    return event.standing is not None and event.standing.status in (
        Status.COMPLETED,
        Status.ONGOING,
    )


def _each(line: Line, clause: Stretch) -> bool:
    return any(count.share is Share.EACH for count in read_headcounts(line, clause))


def _event(line: Line, clause: Stretch) -> Event:
    trigger = Stretch(clause.start, clause.start)
    standing = Standing(Status.COMPLETED, clause, BY_ITS_DAY)
    return Event(line, clause, trigger, "swap", standing, each=True)
