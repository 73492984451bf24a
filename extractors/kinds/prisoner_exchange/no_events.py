"""What only sounds like an exchange: bodies, lists, exchanges in general, people who were not held.

Running totals are left to so_far.py.
"""

from __future__ import annotations

from extractors.fact import Status
from extractors.kinds.prisoner_exchange import (
    day_words,
    no_event_words,
    share_words,
    trigger_words,
    words,
)
from extractors.kinds.prisoner_exchange.so_far import is_so_far
from extractors.kinds.prisoner_exchange.triggers import NOT_REAL, Event
from extractors.parsing.document import Document
from extractors.parsing.headcounts import read_headcounts
from extractors.parsing.numbers import Formula
from extractors.parsing.tape import SIGNS


def is_no_event(document: Document, event: Event) -> bool:
    """Whether the words tell of bodies, of a running total, or of people who were not held."""
    return (
        _of_bodies(document, event)
        or is_so_far(document, event)
        or bool(no_event_words.OPENS_PART.match(event.line.text))
        or bool(no_event_words.OLD_WARS.search(event.line.text))
        or not _of_captives(document, event)
        or _is_none(event)
        or _is_general(event)
        or _is_a_basis(event)
        or _is_expected(document, event)
        or _of_lists(document, event)
        or _is_call(event)
    )


def _is_none(event: Event) -> bool:
    """ "No swap had taken place", "among those who returned were 32 of the guard"."""
    text, start = event.line.text, event.trigger.start
    if not event.verb and no_event_words.NONE.search(text, max(0, start - _BEFORE), start):
        return True
    by_force = text.startswith(("free", "liberat"), start) and not words.TOLD_OF_SWAP.search(text)
    if by_force and no_event_words.BY_FORCE.match(text, event.trigger.end):
        return True
    if event.verb == "give" and no_event_words.OUTSIDERS.search(
        text, max(event.clause.start, start - _BEFORE), start
    ):
        return True
    if event.verb and no_event_words.NO_PEOPLE.match(text, event.clause.start, start):
        return True
    if not event.verb and no_event_words.FRAMEWORK.search(text, max(0, start - _BEFORE)):
        return True
    if no_event_words.HOPED.search(text, max(0, start - _FAR), start):
        return True
    if no_event_words.TROOPS_BACK.match(text, start):
        return True
    aims = no_event_words.AIMS.search(text, max(0, start - _BEFORE), event.trigger.end)
    if aims and not read_headcounts(event.line, event.clause):
        return True
    return no_event_words.AMONG_THOSE.search(text) is not None


def _is_a_basis(event: Event) -> bool:
    """ "Swaps happen on a one-for-one basis": how they are done; not "on a 307-for-307 basis"."""
    text, (start, end) = event.line.text, event.trigger
    if text[start:end] != SIGNS["formula"] or not text.startswith((" basis", " principle"), end):
        return False
    formula = event.line.tape.at(start)
    return not (isinstance(formula, Formula) and (formula.left or 0) > 1)


def _is_call(event: Event) -> bool:
    """ "a call to let go of five", "have yet to be freed", "how many were freed": nothing told."""
    before = max(0, event.trigger.start - _BEFORE)
    if no_event_words.FAILING.search(
        event.line.text, max(0, event.trigger.start - _FAR), event.trigger.end
    ):
        return True
    if no_event_words.HOW_MANY.search(event.line.text, before, event.trigger.start):
        return True
    for nothing in (no_event_words.NOBODY, no_event_words.MIGHT_BE_DROPPED):
        if nothing.match(event.line.text, event.trigger.end):
            return True
    standing = event.standing
    if standing and standing.cue == "refused" and event.verb == "come":
        return True  # "two refused to go home"
    if standing is None or standing.cue != "would not":
        return standing is not None and standing.cue in ("called for", "yet to", NOT_REAL)
    return not read_headcounts(event.line, event.clause)


_SUBJECT = 200  # places before a deed in which its subject stands
_FAR = 120  # places before a deed in which others are blamed for it
_BEFORE = 60  # places before a deed in which its number is asked for


def _is_expected(document: Document, event: Event) -> bool:
    """ "Officials expected 1,000 to come home on each side", of the exchange told before."""
    before = document.before(event.line)
    told = before is not None and bool(words.HELD.search(before.text))
    return told and bool(no_event_words.EXPECTED.search(event.line.text))


def _of_lists(document: Document, event: Event) -> bool:
    """ "It was the 34th such exchange", of lists that were exchanged in the sentences before."""
    if event.verb or words.PEOPLE.search(event.line.text):
        return False
    rank = event.line.sentence.rank
    return any(
        no_event_words.LISTS.search(line.text)
        for line in document.lines[max(0, rank - _NEAR_LISTS) : rank]
        if line.sentence.paragraph == event.line.sentence.paragraph
    )


_NEAR_LISTS = 3  # sentences back in which the lists were named


def _is_general(event: Event) -> bool:
    """ "ended with exchanges": the plural without a figure speaks of no exchange in particular."""
    if event.verb or read_headcounts(event.line, event.clause):
        return False
    done = event.standing and event.standing.status is Status.COMPLETED
    if done and day_words.SEVERAL_DAYS.match(event.line.text, event.trigger.end):
        return False  # "swaps were held on 9, 10 and 12 June": each of them is told
    if no_event_words.HELPING.search(event.line.text, event.clause.start, event.trigger.start):
        return True
    if trigger_words.NOUNS[-1].match(event.line.text, event.trigger.start) and (
        no_event_words.OF_A_TRUCE.match(event.line.text, event.trigger.end)
    ):
        return True
    start = event.trigger.start
    counted = no_event_words.SO_MANY.search(event.line.text, max(0, start - _FAR), start)
    plural = no_event_words.PLURAL.search(event.line.text, *event.trigger)
    if plural is None or not (counted or plural.start() == start):
        return False
    if no_event_words.ONE_OF_THEM.search(event.line.text, max(0, start - _BEFORE), start):
        return False
    marks = [name for name, rule in words.CATEGORIES if rule.search(event.line.text, *event.clause)]
    began = event.standing is not None and event.standing.cue == "under way"
    return not began and not set(marks) - {"pow", "hostage"}


def _of_captives(document: Document, event: Event) -> bool:
    """Whether those moved were held: said in the sentence or in one shortly before."""
    text, (start, end) = event.line.text, event.clause
    if _is_deployment(event):
        return False
    moved = event.verb == "get" or text.startswith(_MOVED, event.trigger.start)
    if (
        moved
        and event.verb != "come"
        and no_event_words.SOLDIERS.search(text, start, end)
        and document.fighting(event.line)
    ):
        return True
    if no_event_words.OTHER_WAY.search(text, *event.trigger):
        return True
    if _from_foe(document, event) or _by_their_foe(document, event):
        return True
    moved = moved or _brings_its_own(event)
    moved = moved or text[event.trigger.start : event.trigger.end] in ("hand", "handed", "hands")
    weak = moved or event.verb == "come"
    batch = trigger_words.NOUNS[-1].match(event.line.text, event.trigger.start)
    formula = words.FORMULA.search(text, start, end)
    bare = not (words.PEOPLE.search(text, start, end) or formula)
    told = event.verb and (event.like or read_headcounts(event.line, event.clause))
    bare = bare and not told
    if bare and event.verb and words.REMAINS.search(text):
        return False
    if not (weak or bare or batch):
        return True
    rank = event.line.sentence.rank
    near = document.lines[max(0, rank - _NEAR) : rank + 2]
    if any(no_event_words.CAPTIVITY.search(line.text) for line in near):
        return True
    young = no_event_words.CHILDREN.search(text, start, end)
    return bool(young) and any(no_event_words.TAKEN_AWAY.search(one.text) for one in document.lines)


def _is_deployment(event: Event) -> bool:
    """ "Kenya is sending 900 soldiers to Goma": nobody held them, where no word says so."""
    text, end = event.line.text, event.clause.end
    if not text.startswith("sen", event.trigger.start):
        return False
    back = no_event_words.HOME_OR_BACK.search(text, event.trigger.start, end)
    return not (back or no_event_words.CAPTIVITY.search(text))


def _by_their_foe(document: Document, event: Event) -> bool:
    """ "The guerrillas handed 27 soldiers to a mission": an armed group gives whom it held."""
    soldiers = no_event_words.SOLDIERS.search(event.line.text, event.trigger.end, event.clause.end)
    before = [side.actor for place, side in event.line.actors if place < event.trigger.start]
    agent = share_words.AGENT.match(event.line.text, event.trigger.end, event.clause.end)
    doer = dict(event.line.actors).get(agent.end() - 1) if agent and event.verb == "give" else None
    if doer is not None and document.foe_of(doer.actor):
        start = event.clause.start
        return bool(no_event_words.SOLDIERS.search(event.line.text, start, event.trigger.start))
    return bool(soldiers) and event.verb == "give" and any(map(document.foe_of, before))


def _from_foe(document: Document, event: Event) -> bool:
    """ "146 Ukrainian defenders came back from Russia": from the state at war with theirs."""
    match = no_event_words.FROM_FOE.search(event.line.text, *event.clause)
    actors = dict(event.line.actors)
    foe = actors.get(match.end() - 1) if match else None
    return foe is not None and any(
        document.at_war(foe.actor, side.actor) for side in actors.values()
    )


def _brings_its_own(event: Event) -> bool:
    """ "Repatriated 250 of its nationals": from abroad, not from captivity."""
    own = any(count.own for count in read_headcounts(event.line, event.clause))
    return own and event.line.text.startswith("repatriat", event.trigger.start)


_MOVED = ("return", "transfer", "sen", "cross", "arriv", "touch", "landed")
_NEAR = 6  # sentences back in which captivity may have been named


def _of_bodies(document: Document, event: Event) -> bool:
    """Whether bodies are handed over here; a bare formula may go on from earlier sentences."""
    line = event.line
    before = max(0, event.trigger.start - _SUBJECT)
    if no_event_words.THE_DEAD.search(line.text, before, event.trigger.start):
        return True
    if no_event_words.BODIES_WERE.search(
        line.text, before, event.trigger.start
    ) or no_event_words.OF_THE_DEAD.search(line.text, *event.trigger):
        return True
    if no_event_words.THEN_BODIES.match(line.text, event.trigger.end):
        return True
    bodies = words.REMAINS.search(line.text, 0, event.trigger.start)
    if bodies and words.FORMULA.match(line.text, event.trigger.start):
        both = no_event_words.BODIES_AND_HELD.search(line.text, 0, event.trigger.start)
        return bool(both) or not words.HELD.search(line.text)
    if words.REMAINS.search(line.text, *event.clause):
        said = line.text[event.clause.start : event.clause.end]
        alive = words.HELD.search(
            no_event_words.DEAD_CAPTIVES.sub(" ", said)
        ) or no_event_words.LIVING.search(said)
        return not alive
    if not event.verb and words.REMAINS.search(line.text):
        said = no_event_words.DEAD_CAPTIVES.sub(" ", line.text)
        return not (words.PEOPLE.search(said) or read_headcounts(line, event.clause))
    return _of_bodies_before(document, event)


def _of_bodies_before(document: Document, event: Event) -> bool:
    """Whether the sentences before tell of bodies only."""
    line, told = event.line, document.before(event.line)
    if (
        told
        and words.REMAINS.search(told.text)
        and not words.HELD.search(f"{told.text} {line.text}")
    ):
        return True
    goes_on = no_event_words.ONE_MORE.search(line.text, 0, event.trigger.end)
    if words.PEOPLE.search(line.text) and (not goes_on or words.HELD.search(line.text)):
        return False
    rank = line.sentence.rank
    goes_on = goes_on or no_event_words.AMONG_THEM.match(line.text)
    for earlier in reversed(document.lines[max(0, rank - 3) : rank]):
        if earlier.sentence.paragraph != line.sentence.paragraph and not goes_on:
            return False
        if words.HELD.search(earlier.text):
            return False
        if words.REMAINS.search(earlier.text):
            return True
    return False
