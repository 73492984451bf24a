"""Whose people come home in an exchange, and how many: figures and formulas of one clause.

Their sums are left to sums.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.claims import Slots
from extractors.fact import Status
from extractors.kinds.prisoner_exchange import share_words
from extractors.kinds.prisoner_exchange.answer_sides import goes_other_way
from extractors.kinds.prisoner_exchange.dealing import Dealing, is_in_return
from extractors.kinds.prisoner_exchange.installments import figures_of
from extractors.kinds.prisoner_exchange.recalled import of_jailed
from extractors.kinds.prisoner_exchange.routes import is_one_way
from extractors.kinds.prisoner_exchange.sums import (
    is_let_go_alone,
    is_said_sum,
    is_sum_of_nations,
    put_total,
    stated_sum,
)
from extractors.kinds.prisoner_exchange.triggers import Event
from extractors.kinds.prisoner_exchange.whose import RULES, of_the_held
from extractors.parsing.headcounts import (
    Headcount,
    Share,
    read_headcounts,
)
from extractors.parsing.numbers import Formula
from extractors.parsing.status import Stretch
from extractors.values import Count


def put_formula(slots: Slots, event: Event, deal: Dealing) -> None:
    """1,000-for-1,000 says how many come home on both sides; 1-for-1 and all-for-all do not."""
    for _, formula in event.line.tape.annotations(*event.clause):
        if isinstance(formula, Formula):
            of_whole = _is_of_whole(event, formula)
            if of_whole and not slots.values.get("returned"):
                continue
            slots.put("formula", formula.text, formula.span)
            if _PLUS.match(event.line.text, event.line.tape.place(formula.span.start) + 1):
                slots.values.pop("returned", None)  # "175 for 175, plus 22 wounded"
            figures = [count.best for count in slots.values.get("returned", {}).values()]
            if of_whole or any(figure != formula.left for figure in figures):
                continue  # of 303, "completing the 1,000-for-1,000 swap"
            if formula.left and formula.left == formula.right and formula.left > 1:
                for actor in deal.people:
                    slots.entry("returned", actor, Count.of(formula.left), formula.span)


def put_all_for_all(slots: Slots, event: Event) -> None:
    """ "Proposed that all prisoners be exchanged": all for all, where it is but asked for."""
    standing = event.standing
    if standing is None or standing.status not in _ASKED or "formula" in slots.values:
        return
    text, (start, end) = event.line.text, event.trigger
    match = share_words.ALL_BEFORE.search(text, max(event.clause.start, start - 60), start)
    match = match or share_words.ALL_AFTER.match(text, end)
    if match and event.verb in ("", "swap") and not slots.values.get("returned"):
        slots.put("formula", "all-for-all", event.line.tape.span(*match.span("all")))


_PLUS = re.compile(
    r"[^.;\ue000]{0,30}?(?:,| and)? (?:plus|in addition to|as well as|along with)"
    r" (?:[\w-]+ ){0,2}\ue000"
)
_ASKED = {Status.PROPOSED, Status.DEMANDED, Status.REJECTED, Status.AGREED}


def _is_of_whole(event: Event, formula: Formula) -> bool:
    """ "303 came back in the last stage of a 1,000-for-1,000 swap": not of the stage."""
    place = event.line.tape.place(formula.span.start)
    own = bool(read_headcounts(event.line, event.clause))
    return own and bool(share_words.STAGE_OF.search(event.line.text, event.clause.start, place))


def put_shares(slots: Slots, event: Event, deal: Dealing) -> None:
    """Who gets how many, from the figures of the clause and the direction of its verb."""
    counts = figures_of(event)
    unplaced = _put_getters(slots, event, deal, counts)
    unplaced = _beside_hostages(slots, unplaced, counts, deal)
    if _one_for_one(event, unplaced):
        for actor, count in zip(deal.people, unplaced, strict=True):
            slots.entry("returned", actor, count.count, count.span)
        return
    each = {count.place for count in counts if count.share is Share.EACH}
    stated = None if is_let_go_alone(event) else stated_sum(event, each)
    if stated and stated[0] not in slots.values.get("returned", {}).values():
        slots.put("total", *stated)
    else:
        put_total(slots, event, unplaced, deal)


def _put_getters(
    slots: Slots, event: Event, deal: Dealing, counts: Sequence[Headcount]
) -> list[Headcount]:
    """Every figure for the side whose people it counts; the figures that are nobody's are left."""
    unplaced: list[Headcount] = []
    everybody = read_headcounts(event.line, Stretch(0, len(event.line.text)))
    for count in counts:
        if is_said_sum(event, count) and not _is_of_one(event, count, deal):
            continue
        if is_sum_of_nations(event, count, everybody):
            slots.put("total", count.count, count.span)
            continue
        known = tuple(slots.values.get("returned", {}))
        actors = _unless_answered(event, count, counts, _getters(event, count, deal, known))
        for actor in actors:
            slots.entry("returned", actor, count.count, count.span)
        if not actors:
            unplaced.append(count)
        elif unplaced and is_in_return(event.line, count) and actors[0] in deal.people:
            other = deal.people[1 - deal.people.index(actors[0])]
            slots.entry("returned", other, unplaced[0].count, unplaced[0].span)
            unplaced = []
    return unplaced


def _beside_hostages(
    slots: Slots, unplaced: list[Headcount], counts: Sequence[Headcount], deal: Dealing
) -> list[Headcount]:
    """ "Three hostages and 90 prisoners were freed": those are of the other side."""
    known = slots.values.get("returned", {})
    hostages = any(count.noun.strip().startswith("hostage") for count in counts)
    others = [actor for actor in deal.people if actor not in known]
    prisoners = [count for count in unplaced if _PRISONERS.search(count.noun)]
    if not (hostages and len(others) == len(known) == 1 and len(prisoners) == 1):
        return unplaced
    slots.entry("returned", others[0], prisoners[0].count, prisoners[0].span)
    return [count for count in unplaced if count is not prisoners[0]]


_GUESTS = 2  # nations beside which no side's own people are told of
_PRISONERS = re.compile(r"prisoner|detainee|inmate")


def put_guests(slots: Slots, deal: Dealing) -> None:
    """ "10 Thais and one Filipino were let go": a deal of theirs with the group that held them."""
    nations = set(slots.values.get("returned", {}))
    groups = [side for side in deal.sides if side.actor.islower()]
    if len(nations) < _GUESTS or nations & set(deal.people) or len(groups) != 1:
        return
    for side in deal.sides:
        slots.grounding.pop(f"parties.{side.actor}", None)
    slots.values.pop("parties")
    slots.member("parties", groups[0].actor, groups[0].span)
    for nation in sorted(nations):
        slots.member("parties", nation, slots.grounding[f"returned.{nation}"])


def _one_for_one(event: Event, unplaced: Sequence[Headcount]) -> bool:
    """ "X was traded for Y", "two for two": as many on both sides, whosever they are."""
    if len(unplaced) != 2 or unplaced[0].count != unplaced[1].count:
        return False
    between = event.line.text[unplaced[0].stretch.end : unplaced[1].place]
    return bool(_FOR.search(between))


_FOR = re.compile(r"\b(?:for|against)\b")


def _is_of_one(event: Event, count: Headcount, deal: Dealing) -> bool:
    """ "A total of 33 Israelis", "33 hostages in all": the people of one side."""
    if count.whose or is_let_go_alone(event):
        return True
    if of_the_held(event, count, deal) or of_jailed(event, count, deal):
        return True
    groups = any(side.actor.islower() for side in deal.sides)
    return groups and count.noun.startswith("hostage")


def _unless_answered(
    event: Event, count: Headcount, counts: Sequence[Headcount], actors: tuple[str, ...]
) -> tuple[str, ...]:
    """ "Russia repatriated 95 in exchange for 95 Ukrainians": those of the other side."""
    others = (one for one in counts if one.whose in actors and is_in_return(event.line, one))
    answered = count.whose is None and count.share is not Share.EACH and any(others)
    return () if answered else actors


def _of_both(event: Event, count: Headcount) -> bool:
    """ "970 detainees were flown home on all sides": nobody's share."""
    said = event.line.text[count.stretch.end : count.stretch.end + 60]
    return count.share is Share.BOTH and bool(share_words.BOTH_SIDES.search(said))


def _got_by_both(event: Event, count: Headcount) -> bool:
    """ "Both sides received 390 people", "both sides handed over 90": so many each."""
    text, start, trigger = event.line.text, event.clause.start, event.trigger.start
    said = text, max(start, trigger - 40), trigger
    if event.verb == "get":
        return count.place > trigger and bool(share_words.PARTIES.search(*said))
    return bool(share_words.BOTH_DO.search(text, max(start, count.place - 90), count.place))


def _is_where_from(event: Event, count: Headcount) -> bool:
    """ "Ukraine recovered 90 from Russia", "the return of 90 from Russia": who held them."""
    text, end = event.line.text, count.stretch.end
    behind = text.endswith(" from \ue005", 0, end) and not _FROM_BOTH.search(text)
    holder = dict(event.line.actors).get(count.stretch.end - 1)
    theirs = behind and holder is not None and holder.actor == count.whose
    back = event.verb == "get" or (event.verb in ("", "come") and is_one_way(event))
    return theirs and back and count.place > event.trigger.start


_FROM_BOTH = re.compile(r" from \ue005,? and (?:\ue000|from) ")


def _of_each(event: Event, count: Headcount) -> bool:
    """ "1,000 each, with the first 390 freed on Friday": so many of each side's."""
    line = event.line
    if not share_words.OF_MANY.search(line.text, 0, count.place):
        return False
    told = read_headcounts(line, Stretch(0, len(line.text)))
    return any(one.share is Share.EACH and one.place < count.place for one in told)


def _is_received(event: Event, count: Headcount) -> bool:
    """ "It handed over 95 Ukrainians and received 95 of its own": the other side's."""
    said = event.line.text, event.trigger.end, count.place
    return event.verb == "give" and count.own and bool(share_words.GOT.search(*said))


def _getters(
    event: Event, count: Headcount, deal: Dealing, known: Sequence[str]
) -> tuple[str, ...]:
    """The sides whose people a figure counts; empty where the words do not say."""
    if (
        event.each
        or count.share is Share.EACH
        or _got_by_both(event, count)
        or _of_each(event, count)
    ):
        return deal.people
    if count.whose and not _is_where_from(event, count):
        return (count.whose,)
    if _of_both(event, count):
        return ()
    line, behind = event.line, count.stretch.end
    answered = is_in_return(line, count) or goes_other_way(line, behind)
    if known and (answered or _is_received(event, count)):
        return tuple(actor for actor in deal.people if actor not in known)[:1]
    if event.like and (actors := _as_told(event.like, deal)):
        return actors
    for rule in RULES:
        if actor := rule(event, count, deal):
            return (actor,)
    return ()


def _as_told(event: Event, deal: Dealing) -> tuple[str, ...]:
    """ "15 Armenians were freed in May and 17 in June": the people of the figure before."""
    counts = figures_of(event)
    return _getters(event, counts[0], deal, ()) if len(counts) == 1 else ()
