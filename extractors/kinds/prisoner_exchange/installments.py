"""Exchanges that a sentence tells by their figures and days, one after the other: "390 each on
Friday, 307 on Saturday and then 303", "after 307 the day before", "On Friday it was 390".

A deed before them, or the sentence before, says what they are the figures of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, islice

from extractors.fact import Status
from extractors.kinds.prisoner_exchange import day_words, words
from extractors.kinds.prisoner_exchange.counts import all_counts, bare_counts, counts_of_deed
from extractors.kinds.prisoner_exchange.exchange import BY_ITS_DAY
from extractors.kinds.prisoner_exchange.triggers import Event
from extractors.parsing.document import Document
from extractors.parsing.headcounts import Headcount, Share, read_headcounts
from extractors.parsing.lexicon import EACH, LEXICON
from extractors.parsing.line import Line
from extractors.parsing.patterns import Pattern
from extractors.parsing.status import Standing, Stretch
from extractors.parsing.tape import SIGNS, pattern

_NO_TIME = r"(?! (?:day|week|month|year|hour|time)s?\b)"
_DAY = (
    r"(?:(?:on |in |early in |late in )?{date}"
    r"|on day (?:one|two|three|four|five|{count})"
    r"|(?:on|in|during) the {ordinal}(?: (?:day|stage|phase|part|round|leg))?"
    r"|(?:on |in )?the (?:day (?:before|after|earlier)"
    r"|(?:next|following|previous|last|final|{ordinal}) (?:day|one|stage|round|batch))"
    r"|(?:(?:a|one|{count}) (?:day|week|month)s?|{duration}) (?:later|earlier|before|after))"
)
_OF_A_SIDE = r"{count}(?: [\w-]+){0,2} (?:{actor}|government|army)(?: {captives})?"
_FIGURE = (
    r"(?:(?:another|a further|some|the (?:remaining|other|last)) )?"
    rf"(?:{_OF_A_SIDE}(?:,? and| for) {_OF_A_SIDE}|{{formula}}"
    rf"|{{count}}{_NO_TIME}(?: more| others)?(?: {{captives}})?)"
    r"(?:, (?!and\b|then\b)[^,;.{date}]{1,40},(?= (?:each|apiece|by|from|on|for)\b))?"
    rf"(?: {EACH}| (?:by|from|on|for) each)?"
    r"(?: (?:in|at|near|outside) (?!{date})[\w{place}-]+(?: [\w{place}-]+)?)?"
)
_IT_WAS = (
    r"(?:it (?:was|had been) |there (?:were|had been) |the (?:figure|number) (?:was|had been|stood"
    r" at) |with )?(?:the turn of )?"
)
#: A figure and its day.
_ITEM = pattern(
    rf"(?:(?:\b|(?=[{{date}}{{duration}}])){_DAY}(?:,|:| -)? {_IT_WAS}{_FIGURE}"
    rf"|\b(?:then|followed by|finally) {_FIGURE}"
    rf"|(?:\b(?=[a-z])|(?=[{{count}}{{formula}}])){_FIGURE},? {_DAY})"
    r"(?=[,.;:)]| \(| ?[\u2013\u2014-]|\Z| (?:and|then|but|while|as|after|following|followed|before"
    r"|in what|under|as part of|within)\b)",
    LEXICON,
)
_ASIDE = (
    r"(?: \([^()]{1,60}\)|,? (?:of (?:them|whom)|among (?:them|whom)|including|most|half)"
    r" [^,;.]{1,60})?"
)
#: What stands between two of them.
_NEXT = (
    rf"{_ASIDE}[,;:)]? ?[\u2013\u2014-]? ?"
    r"(?:(?:and|but|then|while|plus|on|in|of|by|with|after|following) ?){0,3}"
)
DAY_WORDS = pattern(_DAY)
_BETWEEN = re.compile(_NEXT)
_GOES_ON = pattern(rf"(?P<own>{_DAY}){_NEXT}\Z")
_OWN_FIGURE = pattern(
    rf"{{count}}(?: (?!in\b|on\b)[\w{{actor}}-]+){{0,3}}?(?: {EACH})?{_NEXT}\Z", LEXICON
)
_AFTER = re.compile(r"(?P<own> )\b(?:after|following|up from|down from) \Z")
_ROW = pattern(
    rf"(?P<all>{{count}}(?:, {{count}}){{1,3}},? and {{count}})(?: {{captives}})? {EACH}", LEXICON
)
_STAGES = re.compile(r"\b(?:days|stages|phases|steps|batches|rounds|parts|row|successive)\b|\ue002")
_EACH = pattern(rf"\b{EACH}", LEXICON)
_MOST = 8  # figures of one sentence: bounds the work on hostile text
_FAR = 90  # places before an item in which the deed's own day stands


def with_installments(document: Document, line: Line, events: Sequence[Event]) -> Iterator[Event]:
    """The events of a sentence, with a further one for each figure that has its own day."""
    lists = list(_lists(line))
    for number, event in enumerate(events):
        if row := _in_a_row(event):
            yield from row
            continue
        end = events[number + 1].trigger.start if number + 1 < len(events) else len(line.text)
        found = next((one for one in lists if event.trigger.start < one[0].end <= end), None)
        cut, parts = _parted(event, found or ())
        event = event._replace(clause=Stretch(event.clause.start, cut)) if parts else event
        yield from accumulate(parts, _like, initial=event)
        if not (number or parts):
            yield from _on_other_days(event)
    if not events:
        yield from _without_deed(document, line, lists)


def _in_a_row(event: Event) -> Sequence[Event]:
    """ "390, 307 and 303 on each side came home on three days": as many exchanges."""
    row = _ROW.search(event.line.text, *event.clause)
    if row is None or not _STAGES.search(event.line.text):
        return ()
    places = (place for place, _ in event.line.tape.annotations(*row.span("all")))
    each = event._replace(each=True)
    return [_like(each, Stretch(place, place + 1)) for place in places]


def _on_other_days(event: Event) -> Iterator[Event]:
    """ "Swaps were held on 9, 10 and 12 June", "…, on 10 June the gravely ill": those of further
    days, of which no figures are told."""
    done = event.standing is not None and event.standing.status in (
        Status.COMPLETED,
        Status.ONGOING,
    )
    if event.verb not in ("", "swap") or not done or read_headcounts(event.line, event.clause):
        return
    text = event.line.text
    listed = day_words.SEVERAL_DAYS.match(text, event.trigger.end)
    days = day_words.ONE_DAY.finditer(text, *listed.span("all")) if listed else ()
    for match in chain(islice(days, 1, None), day_words.SOME_ON_A_DAY.finditer(text)):
        day = Stretch(*match.span())
        trigger = Stretch(day.start, day.start)
        yield Event(event.line, day, trigger, "swap", Standing(Status.COMPLETED, day, BY_ITS_DAY))


def _lists(line: Line) -> Iterator[list[Stretch]]:
    """The figures with days of a sentence that follow each other without other words."""
    together: list[Stretch] = []
    for match in islice(_ITEM.finditer(line.text), _MOST):
        if together and not _BETWEEN.fullmatch(line.text, together[-1].end, match.start()):
            yield together
            together = []
        together = [*together, Stretch(*match.span())]
    if together:
        yield together


def _parted(event: Event, items: Sequence[Stretch]) -> tuple[int, Sequence[Stretch]]:
    """Where the deed's own figure and day end, and the figures of further exchanges."""
    if not items:
        return 0, ()
    text, start = event.line.text, items[0].start
    if start <= event.trigger.start:  # "On Jan. 15 it was 25 for 25, on Feb. 5 150 for 150"
        return items[0].end, items[1:]
    near = text, max(event.clause.start, start - _FAR), start
    if goes_on := _GOES_ON.search(*near) or _AFTER.search(*near):
        return goes_on.end("own"), items
    if not read_headcounts(event.line, Stretch(event.clause.start, start)):
        return items[0].end, items[1:]
    opens = DAY_WORDS.search(text, event.clause.start, event.trigger.start)
    if opens and _OWN_FIGURE.search(*near):
        return start, items  # "In July they swapped 95 apiece, and in June 90"
    stages = len(items) > 1 and text[:start].rstrip().endswith((":", "-", "\u2013", "\u2014"))
    return (start, items) if stages else (0, ())  # "1,000 in three stages: 390 on the first day, …"


def _like(event: Event, part: Stretch) -> Event:
    """A further exchange of the same kind of deed."""
    status = event.standing.status if event.standing else Status.COMPLETED
    standing = Standing(status, part, BY_ITS_DAY)
    each = is_of_each(event) and _is_bare(event.line, part)
    return event._replace(clause=part, standing=standing, each=each, like=event)


def _is_bare(line: Line, part: Stretch) -> bool:
    """Whether a figure names nobody's people."""
    return SIGNS["actor"] not in line.text[slice(*part)]


def _without_deed(
    document: Document, line: Line, lists: Sequence[Sequence[Stretch]]
) -> Iterator[Event]:
    """ "Friday 390 each, Saturday 307 each", "On Friday it was 390", after what tells of one."""
    before = document.before(line)
    if before is None or not words.TOLD_OF.search(before.text):
        return
    told_each = _EACH.search(before.text)
    for items in lists:
        if told_each or (len(items) > 1 and _EACH.search(line.text, *items[0])):
            first, trigger = items[0], Stretch(items[0].start, items[0].start)
            standing = Standing(Status.COMPLETED, first, BY_ITS_DAY)
            event = Event(line, first, trigger, "swap", standing, each=_is_bare(line, first))
            yield from accumulate(items[1:], _like, initial=event)


def is_of_each(event: Event) -> bool:
    """Whether the figure of an event is told as that of each side."""
    return event.each or any(
        count.share is Share.EACH for count in read_headcounts(event.line, event.clause)
    )


def figures_of(event: Event) -> tuple[Headcount, ...]:
    """The counts of people that an event tells."""
    if event.standing and event.standing.cue == BY_ITS_DAY:
        return figures_in(event.line, event.clause)
    return counts_of_deed(event.line, event.clause, event.trigger)


def figures_in(line: Line, stretch: Stretch) -> tuple[Headcount, ...]:
    """The counts of people in a stretch, or the bare numbers of one that is known to have them."""
    return all_counts(line, stretch) or tuple(bare_counts(line, *stretch, _TIMELESS))


_TIMELESS = Pattern(r"(?! (?:day|week|month|year|hour|time)s?\b)")
