"""Whose people come home in an exchange, and how many: figures, formulas and sums of one clause."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import accumulate

from extractors.claims import Slots
from extractors.kinds.prisoner_exchange import share_words, words
from extractors.kinds.prisoner_exchange.dealing import Dealing, is_in_return
from extractors.kinds.prisoner_exchange.triggers import Event
from extractors.kinds.prisoner_exchange.whose import RULES, both_did, of_the_held, together
from extractors.parsing.headcounts import (
    Headcount,
    Share,
    read_headcounts,
)
from extractors.parsing.numbers import Formula, Number
from extractors.parsing.status import Stretch
from extractors.parsing.tape import SIGNS
from extractors.values import Count, Span


def put_formula(slots: Slots, event: Event, deal: Dealing) -> None:
    """1,000-for-1,000 says how many come home on both sides; 1-for-1 and all-for-all do not."""
    for _, formula in event.line.tape.annotations(*event.clause):
        if isinstance(formula, Formula):
            of_whole = _is_of_whole(event, formula)
            if of_whole and not slots.values.get("returned"):
                continue
            slots.put("formula", formula.text, formula.span)
            if of_whole:
                continue
            if formula.left and formula.left == formula.right and formula.left > 1:
                for actor in deal.people:
                    slots.entry("returned", actor, Count.of(formula.left), formula.span)


def _is_of_whole(event: Event, formula: Formula) -> bool:
    """ "303 came back in the last stage of a 1,000-for-1,000 swap": not of the stage."""
    place = event.line.tape.place(formula.span.start)
    own = bool(read_headcounts(event.line, event.clause))
    return own and bool(share_words.STAGE_OF.search(event.line.text, event.clause.start, place))


def put_shares(slots: Slots, event: Event, deal: Dealing) -> None:
    """Who gets how many, from the figures of the clause and the direction of its verb."""
    counts = read_headcounts(event.line, event.clause)
    unplaced = _put_getters(slots, event, deal, counts)
    unplaced = _beside_hostages(slots, unplaced, counts, deal)
    if _one_for_one(event, unplaced):
        for actor, count in zip(deal.people, unplaced, strict=True):
            slots.entry("returned", actor, count.count, count.span)
        return
    each = {count.place for count in counts if count.share is Share.EACH}
    stated = None if _is_let_go_alone(event) else _stated_sum(event, each)
    if stated and stated[0] not in slots.values.get("returned", {}).values():
        slots.put("total", *stated)
    else:
        _put_total(slots, event, unplaced, deal)


def _put_getters(
    slots: Slots, event: Event, deal: Dealing, counts: Sequence[Headcount]
) -> list[Headcount]:
    """Every figure for the side whose people it counts; the figures that are nobody's are left."""
    unplaced: list[Headcount] = []
    everybody = read_headcounts(event.line, Stretch(0, len(event.line.text)))
    for count in counts:
        if _is_said_sum(event, count) and not _is_of_one(event, count, deal):
            continue
        if _is_sum_of_nations(event, count, everybody):
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


def _is_said_sum(event: Event, count: Headcount) -> bool:
    """ "538 people were freed altogether": nobody's share."""
    return count.share is not Share.EACH and any(
        count.place in (match.start("m"), match.start("n"))
        for match in share_words.SUM.finditer(event.line.text, *event.clause)
    )


def _is_let_go_alone(event: Event) -> bool:
    """ "Unilaterally released a total of 153": those of one side."""
    return event.verb == "give" and bool(share_words.ONE_SIDED.search(event.line.text))


def _is_of_one(event: Event, count: Headcount, deal: Dealing) -> bool:
    """ "A total of 33 Israelis", "33 hostages in all": the people of one side."""
    if count.whose or of_the_held(event, count, deal) or _is_let_go_alone(event):
        return True
    groups = any(side.actor.islower() for side in deal.sides)
    return groups and count.noun.startswith("hostage")


def _unless_answered(
    event: Event, count: Headcount, counts: Sequence[Headcount], actors: tuple[str, ...]
) -> tuple[str, ...]:
    """ "Russia repatriated 95 in exchange for 95 Ukrainians": those of the other side."""
    others = (one for one in counts if one.whose in actors and is_in_return(event.line, one))
    return () if count.whose is None and any(others) else actors


def _is_sum_of_nations(event: Event, count: Headcount, counts: Sequence[Headcount]) -> bool:
    """Whether a figure is that of the nations named after it: "24 hostages: 13 Israelis, …"."""
    behind = [one.count.best or 0 for one in counts if one.whose and one.place > count.place]
    before = [one.count.best or 0 for one in counts if one.whose and one.place < count.place]
    sums = {*accumulate(behind), sum(before)} - {*behind[:1], *before[:1]}
    if count.whose is None and count.count.best in sums:
        return True
    return share_words.OF_NATIONS.match(event.line.text, count.stretch.end) is not None


def _put_total(slots: Slots, event: Event, unplaced: Sequence[Headcount], deal: Dealing) -> None:
    """The sum: equal to the shares, or a figure that no side is named for."""
    shares = slots.values.get("returned")
    named = [one for one in unplaced if not event.verb and _right_behind(event, one)]
    for count in [*named, *unplaced][:1]:
        if event.line.text[count.place] != SIGNS["count"] or count.count.best == 1:
            continue  # a list of names, a single person
        if _adds_up(count.count, shares) if shares else _is_total(event, count, deal):
            slots.put("total", count.count, count.span)


def _stated_sum(event: Event, each: Collection[int]) -> tuple[Count, Span] | None:
    """The figure that is said to be a sum; `each`: places of those that every side has."""
    start, end = event.clause
    if goes_on := share_words.WITH_A_TOTAL.match(event.line.text, end):
        end = goes_on.end()
    for match in share_words.SUM.finditer(event.line.text, start, end):
        if share_words.EACH_BEFORE.search(event.line.text, event.clause.start, match.start()):
            continue
        label = "n" if match.group("n") else "m"
        number = event.line.tape.at(match.start(label))
        if match.start(label) in each:
            continue
        if isinstance(number, Number) and not words.NOT_ONE_EVENT.search(
            event.line.text, start, end
        ):
            return number.count, event.line.tape.span(*match.span())
    return None


def _adds_up(count: Count, shares: dict[str, Count]) -> bool:
    return len(shares) > 1 and count.best == sum(share.best or 0 for share in shares.values())


def _is_total(event: Event, count: Headcount, deal: Dealing) -> bool:
    """Whether a figure that no side is named for is the sum of both: where they swap, or where the
    words say so. What one of two foes let go, without whom, is nobody's figure."""
    if count.own or _is_of_one_side(event, count):
        return False
    if event.verb == "swap" or count.share is Share.BOTH:
        return True
    if not event.verb:
        return count.place < event.trigger.end or _right_behind(event, count)
    text, (start, end) = event.line.text, event.trigger
    passive = event.verb == "give" and count.place < start and not text.startswith("hand", start)
    if text.endswith("the ", 0, count.place) and " who " in text[count.place : start]:
        return False  # "the 72 servicemen who were freed" are those of one side
    foes = deal.document.at_war(*(side.actor for side in deal.sides))
    return (
        text.startswith("flown", start)
        or (event.verb == "come" and both_did(event))
        or end <= event.clause.start  # "and 973 in April 2023", of the same deed
        or (passive and not (foes and _is_few(count)))
        or (event.verb == "give" and together(event))
        or bool(share_words.ITSELF.search(text, event.clause.start, start))
    )


_MANY = 100  # people whom one side hardly lets go without a word of whose they are


def _is_few(count: Headcount) -> bool:
    return (count.count.best or count.count.low or count.count.high or 0) < _MANY


def _is_of_one_side(event: Event, count: Headcount) -> bool:
    """ "Four of the 33", "15 were exchanged for 31", "a swap was held, we freed 108"."""
    text, behind = event.line.text, count.stretch.end
    if share_words.OF_THE_COUNT.match(text, count.place + 1):
        return True
    swapping = share_words.SWAPPING.search(text, event.clause.start, count.place)
    swap = event.verb == "swap" or swapping is not None
    if swap and share_words.FROM_BOTH.match(text, behind):
        return True
    if not event.verb:
        return bool(share_words.DEED_BEFORE.search(text, 0, count.place))
    return swap and bool(
        share_words.FOR_SOME.match(text, behind)
        or share_words.FOR_COUNT.match(text, event.trigger.end)
    )


def _right_behind(event: Event, count: Headcount) -> bool:
    """ "A swap involving 190 people": the figure of what the noun names."""
    said = event.line.text[event.trigger.end : count.place]
    return said != "" and bool(share_words.INVOLVING.fullmatch(said))


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
    """ "Ukraine recovered 90 soldiers from Russia": who held them."""
    behind = event.line.text.endswith(" from \ue005", 0, count.stretch.end)
    return event.verb == "get" and behind and count.place > event.trigger.start


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
    if count.share is Share.EACH or _got_by_both(event, count) or _of_each(event, count):
        return deal.people
    if count.whose and not _is_where_from(event, count):
        return (count.whose,)
    if _of_both(event, count):
        return ()
    if known and (is_in_return(event.line, count) or _is_received(event, count)):
        return tuple(actor for actor in deal.people if actor not in known)[:1]
    for rule in RULES:
        if actor := rule(event, count, deal):
            return (actor,)
    return ()
