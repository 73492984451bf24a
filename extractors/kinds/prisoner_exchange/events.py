"""Where a sentence speaks of people exchanged, freed or brought home. Between whom and how many is
left to the modules beside this one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from extractors.fact import Status
from extractors.kinds.prisoner_exchange import words
from extractors.parsing.document import Document, Line
from extractors.parsing.headcounts import read_headcounts
from extractors.parsing.status import Standing, Stretch, noun_standing, verb_standing


class Event(NamedTuple):
    """A trigger in its clause. `verb` is swap, give, get or come; empty for a noun."""

    line: Line
    clause: Stretch
    trigger: Stretch
    verb: str
    standing: Standing | None


def events_in(document: Document, line: Line) -> Iterator[Event]:
    """The leading trigger of each clause, verb or noun; a clause that only goes on is taken in."""
    events: list[Event] = []
    for part in line.clauses:
        clause = _with_antecedent(line, part)
        found = [event for event in (_verb(line, clause), _noun(line, clause)) if event]
        if found and not words.IF.match(line.text, clause.start):
            events.append(min(found, key=_leading))
        elif events and not found and _goes_on(line, clause):
            events[-1] = _longer(events[-1], clause.end)
    for event in events[:_MOST] if events else _day_by_day(document, line):
        if not _is_no_event(document, event):
            yield from _parted(event)


def _day_by_day(document: Document, line: Line) -> Iterator[Event]:
    """ "Friday 390 each, Saturday 307 each", after a sentence on the exchange."""
    days = list(islice(words.DAY_BY_DAY.finditer(line.text), _MOST))
    told = document.before(line)
    if len(days) < 2 or told is None or not words.TOLD_OF.search(told.text):
        return
    ends = [match.start() for match in days[1:]] + [len(line.text)]
    for match, end in zip(days, ends, strict=True):
        trigger = Stretch(match.start("n"), match.end("n"))
        standing = Standing(Status.COMPLETED, trigger, "day by day")
        yield Event(line, Stretch(match.start(), end), trigger, "swap", standing)


_MOST = 12  # events that a sentence is read for: bounds the work on hostile text


def _longer(event: Event, end: int) -> Event:
    """The event with what goes on to a later place; a bare noun may find its status there."""
    whole = Stretch(event.clause.start, end)
    standing = event.standing or noun_standing(event.line.tape, whole, event.trigger)
    return event._replace(clause=whole, standing=standing)


def _leading(event: Event) -> tuple[bool, bool, int]:
    """What happened leads; "the first stage brought 390 back" is told by its verb."""
    batch = not event.verb and words.NOUNS[-1].match(event.line.text, event.trigger.start)
    return event.standing is None, bool(batch), event.trigger.start


def _goes_on(line: Line, clause: Stretch) -> bool:
    """Whether a clause without a trigger tells more of the event before it."""
    if words.NOT_ONE_EVENT.search(line.text, *clause):
        return False
    after_colon = line.text[: clause.start].rstrip().endswith((":", "-", "–", "—"))
    listed = after_colon and bool(read_headcounts(line, clause))
    return listed or bool(words.GOES_ON.match(line.text, clause.start))


def _with_antecedent(line: Line, clause: Stretch) -> Stretch:
    """ "five Thais who were let go": the people stand before the clause that tells of them."""
    if not words.WHO.match(line.text, clause.start):
        return clause
    before = Stretch(max(0, clause.start - 80), clause.start)
    counts = [
        one for one in read_headcounts(line, before) if clause.start - one.stretch.end in (0, 1, 2)
    ]
    return Stretch(counts[-1].place, clause.end) if counts else clause


def _verb(line: Line, clause: Stretch) -> Event | None:
    """The first verb of the clause that moves people, if people are named or counted there."""
    if not (words.PEOPLE.search(line.text, *clause) or read_headcounts(line, clause)):
        return None
    found = [
        (match.start(), match.end(), verb)
        for verb, rule in words.VERBS
        for match in rule.finditer(line.text, *clause)
        if not _is_noun(line, match)
    ]
    if not found:
        return None
    start, end, verb = min(found, key=lambda hit: (hit[0], -hit[1]))
    trigger = Stretch(start, end)
    standing = _meant(line, clause, verb_standing(line.tape, clause, trigger), trigger)
    if standing.status is Status.ONGOING and _is_homecoming(line, clause, trigger):
        standing = Standing(Status.COMPLETED, standing.words, "on their way")  # freed counts
    return Event(line, clause, trigger, verb, standing)


def _meant(line: Line, clause: Stretch, standing: Standing, verb: Stretch) -> Standing:
    """ "Were not freed until 2013" tells that they were, "wants 700 freed" that they are not."""
    start = max(clause.start, verb.start - _BEFORE)
    until = standing.status is Status.FAILED and line.text.startswith(" until", verb.end)
    if until and words.WAS_NOT.search(line.text, start, verb.start):
        return Standing(Status.COMPLETED, verb, "not until")
    done = standing.status is Status.COMPLETED and line.text.endswith("ed", 0, verb.end)
    if done and (match := words.WANTS.search(line.text, start, verb.start)):
        return Standing(Status.DEMANDED, Stretch(*match.span()), "wanted")
    return standing


def _is_homecoming(line: Line, clause: Stretch, verb: Stretch) -> bool:
    """ "76 Ukrainians are coming home": so many are free."""
    homeward = line.text.startswith(("coming home", "returning home"), verb.start)
    return homeward and bool(read_headcounts(line, clause))


_BEFORE = 70  # places before a verb in which others say that they want it done


def _is_noun(line: Line, match: re.Match[str]) -> bool:
    if match.group() in words.ADJECTIVES:
        return bool(
            words.ADJECTIVE_BEFORE.search(line.text, max(0, match.start() - 12), match.start())
        )
    if match.group() not in words.BOTH_NOUN_AND_VERB:
        return False
    before = max(0, match.start() - 14)
    if words.EACH_VERB.search(line.text, before, match.start()):
        return False
    return line.text.startswith(" of ", match.end()) or bool(
        words.NOUN_BEFORE.search(line.text, before, match.start())
    )


def _noun(line: Line, clause: Stretch) -> Event | None:
    for rule in words.NOUNS:
        match = rule.search(line.text, *clause)
        if match and not _is_commerce(line, clause, match):
            trigger = Stretch(*match.span())
            return Event(line, clause, trigger, "", noun_standing(line.tape, clause, trigger))
    if match := words.DEAL.search(line.text, *clause):
        trigger = Stretch(*match.span())
        return Event(line, clause, trigger, "", Standing(Status.AGREED, trigger, "deal covers"))
    return None


def _is_commerce(line: Line, clause: Stretch, match: re.Match[str]) -> bool:
    """ "Trade is at nil": of people only where they are named."""
    trades = match.group() in ("trade", "trades")
    return trades and not words.PEOPLE.search(line.text, *clause)


def _parted(event: Event) -> Iterator[Event]:
    """One verb with two figures and two days tells of two exchanges."""
    cut = words.TWICE.search(event.line.text, *event.clause)
    if cut is None:
        yield event
        return
    yield event._replace(clause=Stretch(event.clause.start, cut.start("and")))
    yield event._replace(clause=Stretch(cut.end("and"), event.clause.end))


def _is_no_event(document: Document, event: Event) -> bool:
    """Whether the words tell of bodies, of a running total, or of people who were not held."""
    return (
        _of_bodies(document, event)
        or _is_running_total(document, event)
        or not _of_captives(document, event)
        or _is_general(event)
        or _is_expected(document, event)
        or _of_lists(document, event)
    )


def _is_running_total(document: Document, event: Event) -> bool:
    text = event.line.text
    if words.RATIO.search(text):
        return True
    since_start = words.SINCE_START.search(text, *event.clause)
    if words.NOT_ONE_EVENT.search(text, *event.clause) or (
        since_start and not words.SUPERLATIVE.search(text, event.clause.start, since_start.start())
    ):
        return event.verb != "" or not words.ORDINAL.search(text, *event.clause)
    before = max(event.clause.start, event.trigger.start - 30)
    perfect = words.PERFECT.search(text, before, event.trigger.start)
    told = document.before(event.line)
    if perfect and told and words.SO_FAR.search(told.text):
        return True
    if perfect and (
        words.SINCE_OPENS.search(text, 0, event.trigger.start) or words.OVER_YEARS.search(text)
    ):
        return True
    return bool(perfect and words.SINCE.match(text, event.trigger.end))


def _is_expected(document: Document, event: Event) -> bool:
    """ "Officials expected 1,000 to come home on each side", of the exchange told before."""
    before = document.before(event.line)
    told = before is not None and bool(words.HELD.search(before.text))
    return told and bool(words.EXPECTED.search(event.line.text))


def _of_lists(document: Document, event: Event) -> bool:
    """ "It was the 34th such exchange", of lists that were exchanged in the sentences before."""
    if event.verb or words.PEOPLE.search(event.line.text):
        return False
    rank = event.line.sentence.rank
    return any(
        words.LISTS.search(line.text)
        for line in document.lines[max(0, rank - _NEAR_LISTS) : rank]
        if line.sentence.paragraph == event.line.sentence.paragraph
    )


_NEAR_LISTS = 3  # sentences back in which the lists were named


def _is_general(event: Event) -> bool:
    """ "ended with exchanges": the plural without a figure speaks of no exchange in particular."""
    if event.verb or read_headcounts(event.line, event.clause):
        return False
    if words.HELPING.search(event.line.text, event.clause.start, event.trigger.start):
        return True
    trigger = event.line.text[event.trigger.start : event.trigger.end]
    if trigger not in ("exchanges", "swaps", "trades", "handovers"):
        return False
    marks = [name for name, rule in words.CATEGORIES if rule.search(event.line.text, *event.clause)]
    began = event.standing is not None and event.standing.cue == "under way"
    return not began and not set(marks) - {"pow", "hostage"}


def _of_captives(document: Document, event: Event) -> bool:
    """Whether those moved were held: said in the sentence or in one shortly before."""
    text, (start, end) = event.line.text, event.clause
    moved = event.verb == "get" or text.startswith(_MOVED, event.trigger.start)
    if (
        moved
        and event.verb != "come"
        and words.SOLDIERS.search(text, start, end)
        and document.fighting(event.line)
    ):
        return True
    if _from_foe(document, event):
        return True
    moved = moved or text[event.trigger.start : event.trigger.end] in ("hand", "handed", "hands")
    weak = moved or event.verb == "come"
    batch = words.NOUNS[-1].match(event.line.text, event.trigger.start)
    bare = not event.verb and not words.PEOPLE.search(text, start, end)
    if not (weak or bare or batch):
        return True
    rank = event.line.sentence.rank
    near = document.lines[max(0, rank - _NEAR) : rank + 2]
    return any(words.CAPTIVITY.search(line.text) for line in near)


def _from_foe(document: Document, event: Event) -> bool:
    """ "146 Ukrainian defenders came back from Russia": from the state at war with theirs."""
    match = words.FROM_FOE.search(event.line.text, *event.clause)
    actors = dict(event.line.actors)
    foe = actors.get(match.end() - 1) if match else None
    return foe is not None and any(
        document.at_war(foe.actor, side.actor) for side in actors.values()
    )


_MOVED = ("return", "transfer", "sen", "cross", "arriv", "touch", "landed")
_NEAR = 6  # sentences back in which captivity may have been named


def _of_bodies(document: Document, event: Event) -> bool:
    """Whether bodies are handed over here; a bare formula may go on from earlier sentences."""
    line = event.line
    if words.REMAINS.search(line.text, *event.clause):
        said = line.text[event.clause.start : event.clause.end]
        alive = words.HELD.search(words.DEAD_CAPTIVES.sub(" ", said)) or words.LIVING.search(said)
        return not alive
    if words.PEOPLE.search(line.text):
        return False
    rank = line.sentence.rank
    for earlier in reversed(document.lines[max(0, rank - 3) : rank]):
        if earlier.sentence.paragraph != line.sentence.paragraph:
            return False
        if words.HELD.search(earlier.text):
            return False
        if words.REMAINS.search(earlier.text):
            return True
    return False
