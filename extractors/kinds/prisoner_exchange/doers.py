"""Which side acts in an exchange, by its name or by what it is: "the rebels", "the army"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.kinds.prisoner_exchange import share_words
from extractors.kinds.prisoner_exchange.dealing import Dealing
from extractors.kinds.prisoner_exchange.triggers import Event
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form
from extractors.parsing.sides import is_home_of_next


def group_of(deal: Dealing) -> int | None:
    """Which side is an armed group, where the other one is a state."""
    groups = [index for index, side in enumerate(deal.sides) if side.actor.islower()]
    return groups[0] if len(groups) == 1 else None


def who_does(event: Event, deal: Dealing) -> int | None:
    """Which side acts: the last one named before the verb; for those who come home, where to."""
    actors = [side.actor for side in deal.sides]
    start, end = event.clause
    if event.trigger.end <= start:  # "freed four on 25 January and three more on the 30th"
        start, end = 0, event.trigger.end
    named = [
        (place, side.actor)
        for place, side in event.line.actors
        if start <= place < end
        and not share_words.ITS_REGION.match(event.line.text, place + 1)
        and not is_home_of_next(deal.document, event.line, place)
    ]
    named = sorted([*named, *_unnamed(event, deal)]) or _subject_before(event)
    before = _who_may_do(event, [one for one in named if one[0] < event.trigger.start])
    said = event.line.text, max(start, event.trigger.start - _NEAR), event.trigger.start
    if say := share_words.SAY_THEY.search(event.line.text, 0, event.trigger.start):
        before = (
            before[:1]
            or [side.actor for place, side in event.line.actors if place < say.start()][-1:]
        )
    after = [actor for place, actor in named if place >= event.trigger.end - 1]
    if event.verb == "give" and not before and share_words.PRONOUN_DOES.search(*said):
        return None
    if event.verb == "give" and not named and share_words.HIS_SIDE.search(*said):
        return _told_before(event, deal)
    order = after + before if event.verb == "come" else before[::-1] or after
    return next((actors.index(actor) for actor in order if actor in actors), None)


def _subject_before(event: Event) -> list[tuple[int, str]]:
    """ "Hamas freed three hostages, and is due to free three more": the subject of both."""
    line, start = event.line, event.clause.start
    if event.verb != "give" or not _SHARED.match(line.text, start):
        return []
    before = [(place, side.actor) for place, side in line.actors if place < start]
    return [one for one in before if _is_named(line.tape.at(one[0]))][-1:]


_SHARED = re.compile(r"\W{0,2}(?:and|but) (?:\w+ ){0,2}?(?:is|will|would|plans|agreed|has|had) ")


def _is_named(name: object) -> bool:
    """Whether a side is named other than by an adjective: who acts."""
    return isinstance(name, Name) and name.form is not Form.DEMONYM


def _who_may_do(event: Event, named: Sequence[tuple[int, str]]) -> list[str]:
    """ "Azerbaijan, which holds 23 Armenians, released ten": not those who are counted."""
    if event.verb != "give":
        return [actor for _, actor in named]
    text, start = event.line.text, event.clause.start
    uncounted = [actor for place, actor in named if not text.endswith("\ue000 ", 0, place)]
    if named and not uncounted and text.startswith(("which ", "who "), start):
        uncounted = [side.actor for place, side in event.line.actors if place < start]
    return uncounted or [actor for _, actor in named]


def _told_before(event: Event, deal: Dealing) -> int | None:
    """ "X, who heads the Houthis' committee … His movement had offered": the side named there."""
    earlier = deal.document.before(event.line)
    told = {side.actor for _, side in earlier.actors} if earlier else set()
    sides = [index for index, side in enumerate(deal.sides) if side.actor in told]
    return sides[0] if len(sides) == 1 else None


def _unnamed(event: Event, deal: Dealing) -> Iterator[tuple[int, str]]:
    """Where an armed group or its foe is meant without its name: "the rebels", "the army"."""
    group = group_of(deal)
    if group is None:
        return
    for match in share_words.A_STATES_REBELS.finditer(event.line.text, *event.clause):
        yield match.end() - 1, deal.sides[group].actor
    for match in share_words.THE_SIDE.finditer(event.line.text, *event.clause):
        side = deal.sides[group if match.group("group") else 1 - group]
        yield match.start(), side.actor


_NEAR = 50  # places before a figure in which its own subject stands
