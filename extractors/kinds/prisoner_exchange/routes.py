"""Whose people a figure counts, by who is told beside it to let them go and by where they go.

What the verb of the clause tells is left to whose.py.
"""

from __future__ import annotations

import re

from extractors.kinds.prisoner_exchange import share_words
from extractors.kinds.prisoner_exchange.dealing import Dealing
from extractors.kinds.prisoner_exchange.triggers import Event
from extractors.parsing.headcounts import Headcount
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form, NameType

_NEAR = 50  # places before a figure in which its own subject stands


def is_one_way(event: Event) -> bool:
    """Whether the noun of an event says that people go one way: "the handover of 22"."""
    return event.line.text.startswith(_ONE_WAY, event.trigger.start)


_ONE_WAY = ("return", "release", "repatriation", "handover", "hand-over", "freeing", "homecoming")


def by_agent(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """ "153 detainees were released by the Houthis": the other side's people."""
    noun = not event.verb and is_one_way(event) and event.trigger.start < count.place
    if not noun and (event.verb != "give" or count.place > event.trigger.start):
        return None
    actors = [side.actor for side in deal.sides]
    behind = count.stretch.end if noun else event.trigger.end
    end = min(event.clause.end, behind + _NEAR)
    agent = share_words.AGENT.match(event.line.text, behind, end)
    named = dict(event.line.actors).get(agent.end() - 1) if agent else None
    return deal.people[1 - actors.index(named.actor)] if named and named.actor in actors else None


def out_of(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """ "105 captives walked out of Gaza", "the return of 230 from Russia": the other side's."""
    after = event.trigger.start < count.place
    comes = event.verb == "come" and not after
    if not comes and not (after and event.verb in ("", "come") and is_one_way(event)):
        return None
    end = min(event.clause.end, count.stretch.end + _NEAR) if after else event.clause.end
    match = share_words.OUT_OF.search(event.line.text, count.place, end)
    actor = _whose_place(event, match, deal)
    for index, side in enumerate(deal.sides):
        if actor and actor in (side.actor, deal.people[index]):
            return deal.people[1 - index]
    return None


def bound_for(event: Event, count: Headcount, deal: Dealing) -> str | None:
    """ "Four children have returned from Russia to Ukraine": the people of where they go."""
    said, end = event.line.text[: event.clause.end], event.trigger.end
    start = count.stretch.end if count.place > end else end
    if said.endswith((" to \ue005", " to \ue007"), 0, end):  # "flown to Yerevan": within the verb
        start = end - len(" to \ue005")
    match = share_words.BOUND_FOR.match(said, start)
    if match and event.verb not in ("give", "come") and not match["sent"]:
        return None
    actor = _whose_place(event, match, deal)
    for index, side in enumerate(deal.sides):
        if actor and actor in (side.actor, deal.people[index]):
            return deal.people[index]
    return None


def _whose_place(event: Event, match: re.Match[str] | None, deal: Dealing) -> str | None:
    """Who rules where a road begins or ends; nobody knows it of a city in the land of a state that
    fights a group of its own."""
    name = event.line.tape.at(match.end() - 1) if match else None
    if not isinstance(name, Name):
        return None
    city = name.form is Form.CAPITAL or name.type is NameType.PLACE
    torn = any(deal.document.home_of(side.actor) == name.actor for side in deal.sides)
    fought_for = torn and name.actor in [side.actor for side in deal.sides]
    return None if city and fought_for else name.actor
