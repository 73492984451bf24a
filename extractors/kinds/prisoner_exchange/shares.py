"""Whose people come home in an exchange, and how many: figures, formulas and sums of one clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractors.fact import Status
from extractors.kinds.claim import Claim, Slots
from extractors.kinds.prisoner_exchange import words
from extractors.kinds.prisoner_exchange.events import Event
from extractors.kinds.prisoner_exchange.joining import agree, fields_of
from extractors.parsing.document import Document, Line
from extractors.parsing.gazetteer import NameType
from extractors.parsing.headcounts import (
    Headcount,
    Share,
    captor,
    held_by_rebels,
    read_headcounts,
)
from extractors.parsing.names import Name
from extractors.parsing.numbers import Formula, Number
from extractors.parsing.sides import Sides
from extractors.values import Count, Span


class Dealing(NamedTuple):
    """Two sides, under whose names their people are counted, and what was told before."""

    document: Document
    sides: Sides
    people: tuple[str, str]
    earlier: Sequence[Claim]


def dealing(document: Document, sides: Sides, earlier: Sequence[Claim]) -> Dealing:
    """The sides of an exchange with the names of their peoples."""
    one, other = (side.actor for side in sides)
    people = (document.people_of(one, other), document.people_of(other, one))
    return Dealing(document, sides, people, earlier)


def put_formula(slots: Slots, event: Event, deal: Dealing) -> None:
    """1,000-for-1,000 says how many come home on both sides; 1-for-1 and all-for-all do not."""
    for _, formula in event.line.tape.annotations(*event.clause):
        if isinstance(formula, Formula):
            slots.put("formula", formula.text, formula.span)
            if formula.left and formula.left == formula.right and formula.left > 1:
                for actor in deal.people:
                    slots.entry("returned", actor, Count.of(formula.left), formula.span)


def put_shares(slots: Slots, event: Event, deal: Dealing) -> None:
    """Who gets how many, from the figures of the clause and the direction of its verb."""
    unplaced: list[Headcount] = []
    counts = read_headcounts(event.line, event.clause)
    for count in counts:
        if _is_sum_of_nations(count, counts):
            slots.put("total", count.count, count.span)
            continue
        known = tuple(slots.values.get("returned", {}))
        actors = _getters(event, count, deal, known)
        for actor in actors:
            slots.entry("returned", actor, count.count, count.span)
        if not actors:
            unplaced.append(count)
        elif unplaced and _is_in_return(event.line, count) and actors[0] in deal.people:
            other = deal.people[1 - deal.people.index(actors[0])]
            slots.entry("returned", other, unplaced[0].count, unplaced[0].span)
            unplaced = []
    _put_total(slots, event, unplaced)


def _is_sum_of_nations(count: Headcount, counts: Sequence[Headcount]) -> bool:
    """Whether a figure is that of the nations named after it: "24 hostages: 13 Israelis, …"."""
    nations = [one.count.best or 0 for one in counts if one.whose and one is not count]
    return count.whose is None and len(nations) > 1 and count.count.best == sum(nations)


def _put_total(slots: Slots, event: Event, unplaced: Sequence[Headcount]) -> None:
    """The sum: said to be one, equal to the shares, or a figure that no side is named for."""
    shares = slots.values.get("returned")
    if stated := _stated_sum(event):
        slots.put("total", *stated)
    elif unplaced and (
        _adds_up(unplaced[0].count, shares) if shares else _is_total(event, unplaced[0])
    ):
        slots.put("total", unplaced[0].count, unplaced[0].span)


def _stated_sum(event: Event) -> tuple[Count, Span] | None:
    for match in words.SUM.finditer(event.line.text, event.clause.start):
        label = "n" if match.group("n") else "m"
        number = event.line.tape.at(match.start(label))
        if isinstance(number, Number) and not words.NOT_ONE_EVENT.search(event.line.text):
            return number.count, event.line.tape.span(*match.span())
    return None


def _adds_up(count: Count, shares: dict[str, Count]) -> bool:
    return len(shares) > 1 and count.best == sum(share.best or 0 for share in shares.values())


def _is_total(event: Event, count: Headcount) -> bool:
    """Whether a figure that no side is named for is the sum of both."""
    handed = event.line.text.startswith("hand", event.trigger.start)
    passive = count.place < event.trigger.start and event.verb == "give" and not handed
    return count.share is Share.BOTH or event.verb in ("swap", "") or passive


def _is_in_return(line: Line, count: Headcount) -> bool:
    return bool(words.IN_RETURN.search(line.text, max(0, count.place - 30), count.place))


def _getters(
    event: Event, count: Headcount, deal: Dealing, known: Sequence[str]
) -> tuple[str, ...]:
    """The sides whose people a figure counts; empty where the words do not say."""
    if count.share is Share.EACH:
        return deal.people
    if count.whose:
        return (count.whose,)
    if known and _is_in_return(event.line, count):
        return tuple(actor for actor in deal.people if actor not in known)[:1]
    for rule in _RULES:
        if actor := rule(event, count, deal):
            return (actor,)
    return ()


def _of_the_held(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """ "released from Russian captivity", "held by the guerrillas": the other side's people."""
    start = max(event.clause.start, count.place - 40)
    end = min(event.clause.end, count.stretch.end + 60)
    held_by = captor(event.line, start, end)
    group = _group(deal)
    if held_by is None and group is not None and held_by_rebels(event.line, start, end):
        return deal.people[1 - group]
    for index, side in enumerate(deal.sides):
        if held_by == side.actor:
            return deal.people[1 - index]
    return None


def _group(deal: Dealing) -> int | None:
    """Which side is an armed group, where the other one is a state."""
    groups = [index for index, side in enumerate(deal.sides) if side.actor.islower()]
    return groups[0] if len(groups) == 1 else None


def _of_hostages(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """Hostages of an armed group are the people of the state at war with it."""
    group = _group(deal)
    said = event.line.text[count.stretch.start : count.stretch.end]
    return deal.people[1 - group] if group is not None and "hostage" in said else None


def _of_soldiers(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """Soldiers, where an armed group faces a state, are the state's."""
    group = _group(deal)
    said = event.line.text[count.stretch.start : count.stretch.end]
    soldiers = words.GENERIC_SOLDIERS.search(said) and event.verb == "give"
    return deal.people[1 - group] if group is not None and soldiers else None


def _of_government(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """ "200 government soldiers", "31 captured rebels", where an armed group faces a state."""
    group = _group(deal)
    if group is None:
        return None
    after = event.line.text[count.place : min(event.clause.end, count.stretch.end + 40)]
    if words.GOVERNMENTS.match(after):
        return deal.people[1 - group]
    return deal.people[group] if words.REBELS.match(after) else None


def _of_own_prisons(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """Political prisoners are the people of the state that frees them."""
    said = event.line.text[count.stretch.start : count.stretch.end]
    doer = _doer(event, count, deal) if event.verb == "give" else None
    return deal.people[doer] if doer is not None and words.POLITICAL.search(said) else None


def _by_direction(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """From who acts and which way the verb goes: givers give the other side's people."""
    passive = event.verb == "give" and count.place < event.trigger.start
    doer = _doer(event, count, deal)
    wanted = event.standing is not None and event.standing.status is Status.DEMANDED
    asked_back = event.verb == "" and (count.own or wanted) and _is_one_way(event)
    if doer is not None and asked_back:
        return deal.people[doer]
    if doer is None or event.verb in ("", "swap") or (passive and not count.own):
        return None
    if event.verb == "give" and _together(event):
        return None
    in_return = _is_in_return(event.line, count)
    own = event.verb in ("get", "come") or (count.own and (passive or in_return))
    return deal.people[doer if own else 1 - doer]


def _by_agent(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """ "153 detainees were released by the Houthis": the other side's people."""
    if event.verb != "give" or count.place > event.trigger.start:
        return None
    actors = [side.actor for side in deal.sides]
    agent = words.AGENT.search(event.line.text, event.trigger.end, event.clause.end)
    named = dict(event.line.actors).get(agent.end() - 1) if agent else None
    return deal.people[1 - actors.index(named.actor)] if named and named.actor in actors else None


def _out_of(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """ "105 captives walked out of Gaza": the people of the other side."""
    if event.verb != "come" or count.place > event.trigger.start:
        return None
    match = words.OUT_OF.search(event.line.text, count.place, event.clause.end)
    name = event.line.tape.at(match.end() - 1) if match else None
    actor = name.actor if isinstance(name, Name) else None
    for index, side in enumerate(deal.sides):
        if actor and actor in (side.actor, deal.people[index]):
            return deal.people[1 - index]
    return None


def _is_one_way(event: Event) -> bool:
    return event.line.text.startswith(("return", "release", "repatriation"), event.trigger.start)


def _together(event: Event) -> bool:
    """ "the Houthis and the government freed 1,050": a sum, unless each is said."""
    start = max(event.clause.start, event.trigger.start - 60)
    return bool(words.TOGETHER.search(event.line.text, start, event.trigger.start))


def _doer(event: Event, count: Headcount, deal: Dealing) -> int | None:
    """Which side acts: the last one named before the verb; for those who come home, where to."""
    actors = [side.actor for side in deal.sides]
    start, end = event.clause
    named = [(place, side.actor) for place, side in event.line.actors if start <= place < end]
    named = sorted([*named, *_unnamed(event, deal)])
    before = [actor for place, actor in named if place < event.trigger.start]
    after = [actor for place, actor in named if place >= event.trigger.end]
    elliptic = words.ELLIPTIC.search(event.line.text, max(start, count.place - 50), count.place)
    if elliptic and count.place > event.trigger.end:
        order = [actor for place, actor in named if place == elliptic.start("who")]
    else:
        order = after + before if event.verb == "come" else before[::-1] or after
    return next((actors.index(actor) for actor in order if actor in actors), None)


def _unnamed(event: Event, deal: Dealing) -> Iterator[tuple[int, str]]:
    """Where an armed group or its foe is meant without its name: "the rebels", "the army"."""
    group = _group(deal)
    if group is None:
        return
    for match in words.THE_SIDE.finditer(event.line.text, *event.clause):
        side = deal.sides[group if match.group("group") else 1 - group]
        yield match.start(), side.actor


def _as_before(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """ "another 15 were released": the same people as in what was told before, if one side only."""
    text = event.line.text
    more = words.MORE.search(text, max(0, count.place - 12), count.place) or (
        words.MORE_AFTER.match(text, count.place + 1)
        or event.line.tape.words(count.place, count.place + 1).lower().startswith("another")
    )
    home = event.verb == "come"
    recalled = _recalled(event, count, deal)
    if recalled is not None and event.verb:
        return recalled
    if not (more or home) or event.verb in ("", "swap"):
        return None
    told = [set(fields_of(claim).returned or {}) for claim in deal.earlier]
    told = [actors for actors in told if actors]
    for single in (told[-1] if told else set(), set().union(*told)):
        if len(single) == 1 and single <= set(deal.people):
            return next(iter(single))
    return None


def _of_speaker(event: Event, _count: Headcount, deal: Dealing) -> str | None:
    """ "Today 277 warriors are at home", says a president: his own side's."""
    if event.verb not in ("get", "come"):
        return None
    line = event.line
    speakers = {hop.name for hop in line.attribution(event.trigger.start)}
    actors = {
        name.actor
        for told in deal.document.lines
        for _, name in told.names(NameType.PERSON)
        if name.name in speakers and name.actor
    }
    actors |= {
        side.actor for _, side in line.actors if any(side.span.covers(one) for one in line.sources)
    }
    sides = [side.actor for side in deal.sides]
    return next((deal.people[sides.index(actor)] for actor in actors if actor in sides), None)


def _recalled(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """Whose people the same figure counted before in the article."""
    before = event.line.text[max(0, count.place - 8) : count.place]
    definite = before.endswith(("the ", "those ", "these "))
    actors = {
        actor
        for claim in deal.earlier
        for actor, told in (fields_of(claim).returned or {}).items()
        if agree(told, count.count) and (definite or (count.count.best or 0) > 9)
    }
    return actors.pop() if len(actors) == 1 else None


_RULES = (
    _of_own_prisons,
    _of_government,
    _of_the_held,
    _of_hostages,
    _by_agent,
    _out_of,
    _by_direction,
    _of_speaker,
    _as_before,
    _of_soldiers,
)
