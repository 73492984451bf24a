"""Dead hostages: they belong to the foe of the group that held them."""

from __future__ import annotations

import re

from extractors.kinds.remains_repatriation.figures import Bodies, Dealing
from extractors.kinds.remains_repatriation.handovers import Handover
from extractors.parsing.names.gazetteer import NameType


def hostages(handover: Handover, bodies: Bodies, deal: Dealing) -> str | None:
    """Dead hostages belong to the foe of the group that held them."""
    line, start = handover.line, handover.clause.start
    end = min(bodies.stretch.end + 30, len(line.text))
    found = of_hostages(line.text[start:end], deal)
    behind = line.text.rfind("hostage", start, bodies.place)
    if found is None or behind < 0:
        return found
    named = {name.actor for _, name in line.names(NameType.ACTOR, behind, bodies.place)}
    others = [people for people in deal.people if people in named and people != found]
    return others[0] if others and _BARE.match(line.text, bodies.place) else found


#: "the bodies of a further 180": of those named last.
_BARE = re.compile(r"\ue000(?: (?:more|others))?(?=[,.;]|\Z| in\b| from\b)")


def hostages_of_sentence(handover: Handover, _bodies: Bodies, deal: Dealing) -> str | None:
    """ "Four bodies were delivered; the fourth hostage was …": where nothing else tells."""
    return of_hostages(handover.line.text, deal)


_HELD = re.compile(r"hostage|\bcaptives\b")


def of_hostages(said: str, deal: Dealing) -> str | None:
    groups = [number for number, side in enumerate(deal.sides) if side.actor.islower()]
    if not _HELD.search(said) or len(groups) != 1:
        return None
    return deal.people[1 - groups[0]]
