"""Whether words sum up what many exchanges did over time, and tell of no one of them."""

from __future__ import annotations

import re

from extractors.kinds.prisoner_exchange import no_event_words, words
from extractors.kinds.prisoner_exchange.triggers import Event
from extractors.parsing.dates import DateMention
from extractors.parsing.document import Document
from extractors.parsing.headcounts import read_headcounts
from extractors.parsing.status import Stretch


def is_so_far(document: Document, event: Event) -> bool:
    """Whether a figure is a running total, or that of a year."""
    return (
        _is_running_total(document, event)
        or _sums_up(document, event)
        or _is_of_a_year(document, event)
    )


def _is_running_total(document: Document, event: Event) -> bool:
    text = event.line.text
    if no_event_words.RATIO.search(text):
        return True
    since_start = no_event_words.SINCE_START.search(text, *event.clause)
    if _is_of_many(event) or _has_led_to(event) or _of_swaps_so_far(event):
        return True
    many = _of_many_events(event)
    if many and _is_of_the_others(event, many):
        return False
    if many or (
        since_start
        and not no_event_words.SUPERLATIVE.search(text, event.clause.start, since_start.start())
    ):
        return event.verb != "" or not words.ORDINAL.search(text, *event.clause)
    if not _has_day(event) and no_event_words.HAS_NOW.search(text, 0, event.trigger.start):
        return True
    before = max(event.clause.start, event.trigger.start - 30)
    several = no_event_words.SEVERAL.search(text, *event.clause)
    if no_event_words.YEARS_OPEN.match(text) or (several and event.verb):
        return True
    perfect = no_event_words.PERFECT.search(text, before, event.trigger.start)
    told = document.before(event.line)
    near = "" if _has_day(event) else text, told.text if told else ""
    if perfect and any(no_event_words.SO_FAR.search(said) for said in near):
        return True
    if told and no_event_words.YEARS_OPEN.match(told.text) and " also " in text:
        return True
    for_so_many = no_event_words.FOR_SO_MANY.search(text, event.trigger.end, event.clause.end)
    if perfect and (
        no_event_words.OVER_MANY.match(text, event.trigger.end + 1)
        or no_event_words.SINCE_OPENS.search(text, 0, event.trigger.start)
        or (not for_so_many and no_event_words.OVER_YEARS.search(text))
    ):
        return True
    return bool(perfect and no_event_words.SINCE.match(text, event.trigger.end))


#: "their largest exchange so far": that one.
_RECORD = re.compile(
    r"\b(?:largest|biggest|greatest|longest|only|most \w+|\ue001)\b(?! of\b)[^.;,]{0,50}\Z"
)


def _of_many_events(event: Event) -> re.Match[str] | None:
    """What tells of many exchanges; not "the largest so far"."""
    text = event.line.text
    many = words.NOT_ONE_EVENT.search(text, _since_which(event), event.clause.end)
    record = many and _RECORD.search(text, max(0, many.start() - _BEFORE), many.start())
    return None if record else many


def _since_which(event: Event) -> int:
    """ "The exchanges held so far, which brought home 4,181": from what "which" means."""
    start = event.clause.start
    relative = start > 0 and event.line.text.startswith(("which ", "that "), start)
    return event.line.clause(start - 1).start if relative else start


def _is_of_the_others(event: Event, many: re.Match[str]) -> bool:
    """Whether what tells of many is of others than those who go home here."""
    outside = many.group().startswith("outside") and (
        _is_of_few(event) or _MORE_OUTSIDE.search(event.line.text, event.clause.start, many.start())
    )
    return bool(outside) or _holds_others(event, many.start())


#: "… 277, of whom 31 were released outside the exchange", "and another 31 outside it".
_MORE_OUTSIDE = re.compile(
    r"\ue000[^.;]{0,80}?(?:,| and| while| plus) (?:of (?:whom|them) |among them |another |a"
    r" further )?"
    r"(?:\ue000 )[^.;\ue000]{0,60}\Z"
)


def _holds_others(event: Event, place: int) -> bool:
    """ "Handed over two and still held 18": whom it let go stands before."""
    if event.verb not in ("give", "swap") or not event.line.text.startswith("still ", place):
        return False
    return bool(read_headcounts(event.line, Stretch(event.trigger.start, place)))


def _is_of_few(event: Event) -> bool:
    """ "Another 22 were returned outside of exchanges": on that day, beside those exchanged."""
    before = event.line.text, event.clause.start, event.trigger.start
    counts = read_headcounts(event.line, event.clause)
    few = bool(counts) and all(0 < (one.count.best or 0) <= _MANY for one in counts)
    return few and event.verb != "" and not no_event_words.HAS.search(*before)


def _has_led_to(event: Event) -> bool:
    """ "Has led to the repatriation of 2,639 since 2014": so many so far."""
    text, start = event.line.text, event.trigger.start
    led = no_event_words.HAS_LED.search(text, max(0, start - _BEFORE), start)
    return bool(not event.verb and led and no_event_words.SINCE.match(text, event.trigger.end))


def _of_swaps_so_far(event: Event) -> bool:
    """ "Have carried out four swaps since May, freeing 18": so many by all of them."""
    text, start = event.line.text, event.trigger.start
    before = text, max(0, start - _BEFORE), start
    many = no_event_words.SO_MANY.search(*before)
    plural = no_event_words.PLURAL.search(text, *event.trigger)
    over_time = no_event_words.SINCE.match(text, event.trigger.end) or (
        no_event_words.SO_FAR.search(text)
    )
    return bool(not event.verb and many and plural and over_time)


def _is_of_many(event: Event) -> bool:
    """ "Has managed to return 3,135": no day, and more than one exchange ever freed."""
    before = event.line.text, event.clause.start, event.trigger.start
    if not event.verb or _has_day(event) or not no_event_words.PERFECT.search(*before):
        return False
    counts = read_headcounts(event.line, event.clause)
    return any((one.count.low or 0) >= _NO_ONE_EXCHANGE for one in counts)


_NO_ONE_EXCHANGE = 1500


def _is_of_a_year(document: Document, event: Event) -> bool:
    """ "1,358 were freed in 2024", told in that year or the next: so many of many exchanges."""
    published = document.article.published_on
    if published is None or event.verb not in ("give", "come", "get") or _has_day(event):
        return False
    years = {str(published.year), str(published.year - 1)}
    fronted = no_event_words.IN_A_YEAR.match(event.line.text)
    start = event.clause.start if fronted else event.trigger.end
    told = event.line.tape.annotations(start, event.clause.end)
    dates = [one for _, one in told if isinstance(one, DateMention)]
    if not dates or dates[0].edtf not in years:
        return False
    counts = read_headcounts(event.line, event.clause)
    return any((one.count.best or one.count.high or 0) > _MANY for one in counts)


_MANY = 100  # people whom one report of a year counts


def _has_day(event: Event) -> bool:
    dates = (one for _, one in event.line.tape.annotations(*event.clause))
    return any(isinstance(one, DateMention) and len(one.edtf) == _DAY for one in dates)


_DAY = len("2025-05-24")


def _goes_on_with_a_day(document: Document, event: Event) -> bool:
    """ "On 25 May they held the third stage. A total of 303 have been freed": on that day."""
    told = document.before(event.line)
    if told is None or not words.TOLD_OF.search(told.text):
        return False
    dates = (one for _, one in told.tape.annotations() if isinstance(one, DateMention))
    return any(len(one.edtf) == _DAY for one in dates)


def _sums_up(document: Document, event: Event) -> bool:
    """ "Since July Qatar has facilitated the return of dozens", "overall 95 have been …"."""
    text = event.line.text
    before = max(0, event.trigger.start - _BEFORE)
    if (
        no_event_words.UNTIL_THEN.match(text)
        or no_event_words.IN_WHICH_HAS.search(text)
        or no_event_words.ONLY_SO_MANY.search(text, 0, event.trigger.start)
        or no_event_words.BETWEEN.match(text)
        or (
            event.verb
            and no_event_words.IN_SO_MANY.search(text, event.trigger.end, event.clause.end)
        )
    ):
        return True
    if no_event_words.IN_ALONE.match(text) and event.verb:
        return True
    if no_event_words.AS_OF.match(text) or (
        no_event_words.OF_WHOM.search(text, before, event.trigger.start)
    ):
        return True
    total = no_event_words.A_TOTAL_OF.search(text, *event.clause) or (
        no_event_words.YEARLY.match(text)
    )
    if total and not _has_day(event) and not _goes_on_with_a_day(document, event):
        return True
    opens = no_event_words.SINCE_FIRST.match(text) or no_event_words.OVERALL.search(
        text, 0, event.trigger.start
    )
    return bool(opens and no_event_words.HAS.search(text, opens.end(), event.trigger.end))


_BEFORE = 60  # places before a deed in which it is told over what time it was done
