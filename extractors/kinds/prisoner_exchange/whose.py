"""Whose people a figure counts, where the words do not name them: captors, givers, destinations.

Rules in the order in which they are tried; those that look back are in recalled.py, those
of agents and destinations in routes.py. How figures are
shared is left to shares.py.
"""

from __future__ import annotations

from extractors.fact import Status
from extractors.kinds.prisoner_exchange import share_words, trigger_words
from extractors.kinds.prisoner_exchange.answer_sides import by_doer
from extractors.kinds.prisoner_exchange.dealing import Dealing, is_in_return
from extractors.kinds.prisoner_exchange.doers import group_of, who_does
from extractors.kinds.prisoner_exchange.recalled import (
    as_before,
    for_them,
    of_hostages_told,
    of_jailed,
    of_speaker,
    of_them,
    of_those_told,
)
from extractors.kinds.prisoner_exchange.routes import (
    bound_for,
    by_agent,
    is_one_way,
    out_of,
)
from extractors.kinds.prisoner_exchange.triggers import Event
from extractors.parsing.captors import captor, held_by_rebels, held_by_state
from extractors.parsing.headcounts import Headcount
from extractors.parsing.status import Stretch
from extractors.parsing.tape import SIGNS


def of_the_held(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """ "released from Russian captivity", "held by the guerrillas": the other side's people."""
    start = max(event.clause.start, count.place - 40)
    if event.line.text.find(SIGNS["count"], start, count.place) >= 0:
        start = count.place  # "150 held in Israeli jails and 50 captives": those before
    end = _before_answer(event, count, min(event.clause.end, count.stretch.end + 60))
    held_by = captor(event.line, start, end)
    group = group_of(deal)
    if held_by is None and group is not None and held_by_rebels(event.line, start, end):
        return deal.people[1 - group]
    behind = Stretch(count.place, min(end, count.place + 60))
    if held_by is None and group is not None and held_by_state(event.line, *behind):
        return deal.people[group]
    for index, side in enumerate(deal.sides):
        if held_by == side.actor:
            return deal.people[1 - index]
    return None


def _before_answer(event: Event, count: Headcount, end: int) -> int:
    """ "602 prisoners in return for six hostages held by Hamas": where those told against begin."""
    answer = share_words.ANSWER.search(event.line.text, count.stretch.end, end)
    return answer.start() if answer else end


def _beside_its_doer(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """ "with Ukraine bringing home 277 and Russia receiving 246", "X freed 31 and Y freed 15": each
    verb behind the clause's own has its own doer."""
    return by_doer(event.line, count.place, deal, event.trigger.end)


def _of_hostages(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """Hostages of an armed group are the people of the state at war with it."""
    group = group_of(deal)
    said = event.line.text[count.stretch.start : count.stretch.end]
    if share_words.OF_NATIONS.match(event.line.text, count.stretch.end):
        return None
    held = "hostage" in said or ("captive" in said and "hostage" in deal.document.lowered)
    return deal.people[1 - group] if group is not None and held else None


def _of_soldiers(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """Soldiers, where an armed group faces a state, are the state's."""
    group = group_of(deal)
    said = event.line.text[count.stretch.start : count.stretch.end]
    first = event.verb == "swap" and count.place < event.trigger.start
    given = event.verb == "give" or (event.verb == "" and is_one_way(event))
    soldiers = share_words.GENERIC_SOLDIERS.search(said) and (given or first)
    return deal.people[1 - group] if group is not None and soldiers else None


def _of_government(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """ "200 government soldiers", "31 captured rebels", where an armed group faces a state."""
    group = group_of(deal)
    if group is None:
        return None
    after = event.line.text[count.place : min(event.clause.end, count.stretch.end + 40)]
    if share_words.GOVERNMENTS.match(after):
        return deal.people[1 - group]
    return deal.people[group] if share_words.REBELS.match(after) else None


def _to_a_side(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """ "146 were handed to the government": its own, where an armed group faces it."""
    group = group_of(deal)
    to = share_words.TO_A_SIDE.match(event.line.text, count.stretch.end, event.clause.end)
    if group is None or to is None:
        return None
    return deal.people[group if to.group("group") else 1 - group]


def _of_own_prisons(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """Political prisoners are the people of the state that frees them."""
    said = event.line.text[count.stretch.start : count.stretch.end]
    doer = who_does(event, deal) if event.verb == "give" else None
    if doer is None or deal.sides[doer].actor.islower():
        return None
    return deal.people[doer] if share_words.POLITICAL.search(said) else None


def _by_direction(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """From who acts and which way the verb goes: givers give the other side's people."""
    passive = event.verb == "give" and count.place < event.trigger.start
    passive = passive and not (_whom_it_freed(event) or is_in_return(event.line, count))
    doer = who_does(event, deal)
    wanted = event.standing is not None and event.standing.status is Status.DEMANDED
    hailed = share_words.HAILED.search(event.line.text, event.clause.start, event.trigger.end)
    asked_back = event.verb == "" and (count.own or wanted or hailed) and is_one_way(event)
    if doer is not None and asked_back:
        return deal.people[doer]
    if doer is not None and event.verb == "swap" and count.own and is_in_return(event.line, count):
        return deal.people[doer]
    if doer is None or event.verb in ("", "swap") or (passive and not count.own):
        return None
    if event.verb == "come" and (
        both_did(event) or share_words.ROUTE.match(event.line.text, count.stretch.end)
    ):
        return None
    if event.verb == "give" and (together(event) or _either_way(event, count, deal)):
        return None
    at_war = deal.document.at_war(*(side.actor for side in deal.sides))
    at_war = at_war or deal.sides[doer].actor.islower()  # a group holds others than its own
    said = event.line.text[count.place : count.stretch.end]
    if not at_war and not count.own and share_words.ANYBODY.search(said):
        return None
    in_return = is_in_return(event.line, count) and not _opened_for(event)
    since = max(event.trigger.end, count.place - 80)
    got = share_words.GOT.search(event.line.text, since, count.place)
    own = event.verb in ("get", "come") or bool(got) or (count.own and passive)
    own = own or _gets_back(event, count)
    return deal.people[doer if own != in_return else 1 - doer]


def _whom_it_freed(event: Event) -> bool:
    """ "183 prisoners whom Israel freed": its deed, though they stand before it."""
    before = max(event.clause.start, event.trigger.start - _NEAR), event.trigger.start
    return trigger_words.WHOM_IT.search(event.line.text, *before) is not None


def _opened_for(event: Event) -> bool:
    """ "Opened the cells for 90": what stands behind "for" is freed."""
    return event.line.text.endswith((" for", " to"), event.trigger.start, event.trigger.end)


def both_did(event: Event) -> bool:
    """ "Hundreds returned home as Russia and Ukraine carried out a swap": of both; so are those
    "flown between" their towns."""
    if event.line.text.endswith(" between", 0, event.trigger.end):
        return True
    places = [place for place, _ in event.line.actors if place > event.trigger.end]
    before = any(event.clause.start <= p < event.trigger.start for p, _ in event.line.actors)
    pair = share_words.THE_TWO.search(event.line.text, event.trigger.end)
    return not before and pair is not None and bool(places) and pair.start() <= places[0]


def _either_way(event: Event, count: Headcount, deal: Dealing) -> bool:
    """ "Kyiv returned 307 servicemen": sent home or brought home, between two states."""
    text, (start, end) = event.line.text, event.clause
    if not text.startswith("return", event.trigger.start) or count.place < event.trigger.end:
        return False
    named = {side.actor for place, side in event.line.actors if start <= place < end}
    states = {side.actor for side in deal.sides if side.actor.isupper()}
    keeps = share_words.KEEPS.search(text, event.trigger.end, end)
    return len(states) > 1 and len(named & states) < 2 and not (keeps or _gets_back(event, count))


def _gets_back(event: Event, count: Headcount) -> bool:
    """ "Ukraine has returned 390 people from captivity": brought home, not sent."""
    returned = event.line.text.startswith("return", event.trigger.start)
    end = min(event.clause.end, count.stretch.end + 40)
    return returned and bool(share_words.OUT_OF_CAPTIVITY.search(event.line.text, count.place, end))


def together(event: Event) -> bool:
    """ "the Houthis and the government freed 1,050": a sum, unless each is said."""
    start = max(event.clause.start, event.trigger.start - 60)
    return bool(
        share_words.TOGETHER.search(event.line.text, start, event.trigger.start)
        or share_words.PARTIES.search(event.line.text, start, event.trigger.start)
    )


_NEAR = 50  # places before a figure in which its own subject stands


def _one_sided(event: Event, _count: Headcount, deal: Dealing) -> str | None:
    """ "The Houthi committee … the unilateral release of 153": the other side's people."""
    if event.verb or not share_words.ONE_SIDED.search(event.line.text):
        return None
    actors = [side.actor for side in deal.sides]
    named = {side.actor for _, side in event.line.actors} & set(actors)
    return deal.people[1 - actors.index(named.pop())] if len(named) == 1 else None


RULES = (
    for_them,
    of_them,
    _of_government,
    _of_own_prisons,
    bound_for,
    _to_a_side,
    of_the_held,
    _of_hostages,
    _beside_its_doer,
    by_agent,
    out_of,
    _by_direction,
    of_speaker,
    as_before,
    _of_soldiers,
    _one_sided,
    of_those_told,
    of_jailed,
    of_hostages_told,
)
