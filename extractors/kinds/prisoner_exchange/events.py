"""Where a sentence speaks of people exchanged, freed or brought home. Between whom and how many is
left to the modules beside this one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.fact import Status
from extractors.kinds.prisoner_exchange import trigger_words, words
from extractors.kinds.prisoner_exchange.exchange import A_STAGE, BUT_UNDONE
from extractors.kinds.prisoner_exchange.figures_alone import by_figures_alone
from extractors.kinds.prisoner_exchange.installments import with_installments
from extractors.kinds.prisoner_exchange.no_events import is_no_event
from extractors.kinds.prisoner_exchange.noun_words import DEAL, RELEASE_OF_ONE
from extractors.kinds.prisoner_exchange.nouns import noun_in
from extractors.kinds.prisoner_exchange.triggers import Event, verb_in
from extractors.parsing.called import LAST_NAMES, PAIRED
from extractors.parsing.document import Document
from extractors.parsing.headcounts import read_headcounts
from extractors.parsing.line import Line
from extractors.parsing.patterns import Rules
from extractors.parsing.status import Standing, Stretch, noun_standing

_TRIGGERS = Rules(
    (*(rule for _, rule in trigger_words.VERBS), *trigger_words.NOUNS, RELEASE_OF_ONE, DEAL)
)


def events_in(document: Document, line: Line) -> Iterator[Event]:
    """The leading trigger of each clause, verb or noun; a clause that only goes on is taken in."""
    events: list[Event] = []
    for part in line.clauses if _TRIGGERS.live(line.text) else ():
        clause = _without_sum(line, _with_antecedent(line, part))
        found = [event for event in (verb_in(line, clause), noun_in(line, clause)) if event]
        found = [event for event in found if not (events and _is_setting(event))]
        if found and not trigger_words.IF.match(line.text, clause.start):
            leading = min(found, key=_leading)
            if events and _is_its_course(line, events[-1], leading):
                events[-1] = _longer(events[-1], clause.end)
            else:
                events.append(leading)
        elif (
            events
            and not found
            and (_goes_on(line, clause) or trigger_words.IN_RETURN_FOR.search(line.text, *clause))
        ):
            events[-1] = _longer(events[-1], clause.end)
    told = _after_it(_agreed_on(events[:_MOST])) or tuple(_paired(document, line))
    read = tuple(with_installments(document, line, told))
    for event in read or by_figures_alone(document, line):
        if not is_no_event(document, event):
            yield event


def _is_setting(event: Event) -> bool:
    """ "…, in exchange for hundreds of prisoners during a 42-day first phase": when, not what."""
    text, start = event.line.text, event.trigger.start
    batch = not event.verb and trigger_words.NOUNS[-1].match(text, start)
    return bool(batch and trigger_words.DURING.search(text, max(0, start - 40), start))


def _agreed_on(events: Sequence[Event]) -> Sequence[Event]:
    """ "They agreed to let 20 go, and the other side must hand over 60", "as well as to
    return all of the sick": agreed as well."""
    first = events[0].standing if events else None
    if first is None or first.status is not Status.AGREED:
        return events
    return [
        event._replace(standing=event.standing._replace(status=Status.AGREED))
        if event.standing and _AGREED_TOO.search(event.line.text, *event.clause)
        else event
        for event in events
    ]


def _after_it(events: Sequence[Event]) -> Sequence[Event]:
    """ "Israel has begun to free prisoners after the group's release of three hostages under a
    deal": they are out."""
    first = events[0].standing if events else None
    if first is None or first.status not in (Status.COMPLETED, Status.ONGOING):
        return events
    return [
        event._replace(standing=Standing(Status.COMPLETED, event.trigger, "before it"))
        if not event.verb
        and event.clause.start > first.words.start
        and _AFTER_RELEASE.search(event.line.text, event.clause.start, event.trigger.end)
        else event
        for event in events
    ]


_AFTER_RELEASE = re.compile(
    r"\b(?:after|following|in response to|in return for|in exchange for)"
    r" (?:the )?(?:[\w\ue005-]+ ){0,2}?(?:\ue005(?:'s|'s|'|’)|its|their|the group's|the rebels') "
    r"(?:\w+ )?(?:release|return|freeing|handover) of\b"
)
_AGREED_TOO = re.compile(r"\b(?:must|has to|have to|as well as to|and also to|but also to)\b")


def _is_its_course(line: Line, told: Event, event: Event) -> bool:
    """ "carried out a swap, with each side releasing 307": the figures of the swap."""
    if told.standing and told.standing.cue == BUT_UNDONE and not event.verb:
        return True  # "…, but the swap was called off"
    if event.standing is None and trigger_words.MARKING.match(line.text, event.clause.start):
        return True
    if event.standing is None and words.FORMULA.match(line.text, event.clause.start):
        return not read_headcounts(line, told.clause)  # "… would swap prisoners – 175 for 175"
    if told.verb and not event.verb and trigger_words.AS_PART.match(line.text, event.clause.start):
        return True
    named = (
        told.verb in ("", "swap")
        and told.standing is not None
        and not read_headcounts(line, told.clause)
    )
    if named and _is_behind_colon(line, told, event):
        return True
    return named and bool(trigger_words.COURSE.match(line.text, event.clause.start))


def _is_behind_colon(line: Line, told: Event, event: Event) -> bool:
    """ "They held the largest swap of the war: 1,000 on each side were freed": its figures."""
    if not line.text[: event.clause.start + 1].rstrip().endswith(":"):
        return False
    if told.standing is None or event.standing is None or told.standing.cue == A_STAGE:
        return False
    done = told.standing.status is event.standing.status is Status.COMPLETED
    return done and bool(read_headcounts(line, event.clause))


def _paired(document: Document, line: Line) -> Iterator[Event]:
    """ "December 2022: Brittney Griner for Viktor Bout", where swaps are told of."""
    match = PAIRED.search(line.tape.cased)
    near = document.lines[max(0, line.sentence.rank - _NEAR) : line.sentence.rank]
    if match is None or not any(words.TOLD_OF.search(told.text) for told in near):
        return
    trigger = Stretch(match.start("a"), match.end("b"))
    standing = Standing(Status.COMPLETED, trigger, "name for name")
    yield Event(line, Stretch(0, len(line.text)), trigger, "swap", standing)


_NEAR = 12  # sentences back in which swaps were told of
_MOST = 12  # events that a sentence is read for: bounds the work on hostile text


def _longer(event: Event, end: int) -> Event:
    """The event with what goes on to a later place; a bare noun may find its status there."""
    whole = Stretch(event.clause.start, end)
    standing = event.standing or noun_standing(event.line.tape, whole, event.trigger)
    return event._replace(clause=whole, standing=standing)


def _leading(event: Event) -> tuple[bool, bool, int]:
    """What happened leads; "the first stage brought 390 back", "as part of the exchange 318 were
    flown home" are told by their verbs."""
    batch = not event.verb and trigger_words.NOUNS[-1].match(event.line.text, event.trigger.start)
    start, trigger = event.clause.start, event.trigger.start
    within = not event.verb and trigger_words.AS_PART_OF.match(event.line.text, start, trigger)
    return event.standing is None, bool(batch or within), trigger


def _goes_on(line: Line, clause: Stretch) -> bool:
    """Whether a clause without a trigger tells more of the event before it."""
    if words.NOT_ONE_EVENT.search(line.text, *clause):
        return False
    after_colon = line.text[: clause.start].rstrip().endswith((":", "-", "–", "—"))
    listed = after_colon and bool(read_headcounts(line, clause))
    return listed or bool(trigger_words.GOES_ON.match(line.text, clause.start))


def _without_sum(line: Line, clause: Stretch) -> Stretch:
    """The clause up to where it goes on with a running total: "- bringing the overall number …"."""
    match = trigger_words.BRINGING_THE_TOTAL.search(line.text, clause.start + 1, clause.end)
    return Stretch(clause.start, match.start()) if match else clause


def _with_antecedent(line: Line, clause: Stretch) -> Stretch:
    """ "five Thais who were let go": the people stand before the clause that tells of them."""
    if trigger_words.LAST_NATION.match(line.text, clause.start):
        listed = read_headcounts(line, Stretch(max(0, clause.start - 80), clause.start))
        known = bool(listed) and all(one.whose for one in listed)
        return Stretch(listed[0].place, clause.end) if known else clause
    aside = trigger_words.ASIDE.match(line.text, *clause)
    if not (aside or trigger_words.WHO.match(line.text, clause.start)):
        return clause
    before = Stretch(max(0, clause.start - 80), clause.start)
    found = read_headcounts(line, before)
    if found and trigger_words.AMONG_THE.search(line.text, found[0].stretch.end, clause.start):
        return Stretch(found[0].place, clause.end)
    names = LAST_NAMES.search(line.tape.cased, before.start, clause.start)
    start = names.start() if names else clause.start
    if told := trigger_words.INCLUDING.search(line.text, before.start, start):
        start = told.start()
    counts = [one for one in found if start - one.stretch.end in (0, 1, 2)]
    if counts:
        return Stretch(counts[-1].place, clause.end)
    then = words.THEN_FREED.search(line.text, *clause)
    return Stretch(start, clause.end) if names and then else clause
