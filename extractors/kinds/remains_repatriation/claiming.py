"""What a handover claims: between whom, whose dead, how many, when, where, how far it had come."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from extractors.claims import Claim, Slots
from extractors.fact import Status
from extractors.kinds.remains_repatriation import words
from extractors.kinds.remains_repatriation.days import date_of
from extractors.kinds.remains_repatriation.doers import comes_home
from extractors.kinds.remains_repatriation.fields import RemainsRepatriation, fields_of
from extractors.kinds.remains_repatriation.figures import (
    Bodies,
    Dealing,
    bodies_in,
    figures_of_people,
)
from extractors.kinds.remains_repatriation.handovers import Handover, is_of_war
from extractors.kinds.remains_repatriation.homes import home_of_dead
from extractors.kinds.remains_repatriation.whose import put_meant, put_returned
from extractors.parsing.dates import DateMention
from extractors.parsing.document import Document
from extractors.parsing.line import Line, Side
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.scenes import agreed_round, place_in
from extractors.parsing.sides import Sides, sides_at
from extractors.values import date_start

OF_BOTH = ", of both"  # a rule that read how many there are of both sides together
IN_ALL = ", in all"  # … how many there are so far


def _sides(document: Document, handover: Handover, about: Sides | None) -> Sides | None:
    """The two sides; those of the article's war where the clause names guests of it."""
    sides = sides_at(document, handover.line, handover.clause, about)
    if sides and all(side.actor.islower() for side in sides):
        return sides
    held = words.HOSTAGES.search(handover.line.text, *handover.clause)
    for pair in (sides, about, _with_foe(document, sides) if held else None):
        if pair and document.at_war(*(side.actor for side in pair)):
            return pair
    return sides if is_of_war(document, handover.line) else None


def _with_foe(document: Document, sides: Sides | None) -> Sides | None:
    """ "A U.S. proposal for the bodies Hamas holds": the group and the state it fights."""
    groups = [side for side in sides or () if side.actor.islower()]
    foe = document.foe_of(groups[0].actor) if len(groups) == 1 else None
    return (Side(actor=foe, span=groups[0].span), groups[0]) if foe and foe.isupper() else None


def claims_of(
    document: Document, handover: Handover, about: Sides | None, earlier: Sequence[Claim]
) -> Iterator[Claim]:
    """What a handover claims; where its clause also gives a total, that is a claim of its own."""
    sides = _sides(document, handover, about)
    if _is_of_old(document, sides) or _is_breakdown(handover.line, earlier):
        return
    if sides is None:
        claim = _one_sided(document, handover, earlier)
        if claim:
            yield claim
        return
    one, other = (side.actor for side in sides)
    people = (document.people_of(one, other), document.people_of(other, one))
    slots = Slots()
    for side in sides:
        slots.member("parties", side.actor, side.span)
    here = _goes_on_from_last(document, handover.line, earlier)
    dealing = Dealing(sides, people, _last(earlier), comes_home(document), here)
    totals = put_returned(slots, handover, dealing)
    owners = set(slots.values.get("returned", {}))
    if owners and all(_is_guest(document, owner, (one, other, *people)) for owner in owners):
        yield from _of_guest(document, handover, people)
        return
    if not fields_told(slots):
        put_meant(slots, document, handover, dealing)
    if not fields_told(slots) and (_lacks_its_side(handover) or not document.at_war(one, other)):
        return  # carried somewhere, or dead that come from a third country, say
    yield _told(document, handover, slots)
    for actor, total in totals:
        yield _in_all(handover, sides, actor, total)


def _goes_on_from_last(document: Document, line: Line, earlier: Sequence[Claim]) -> bool:
    """Whether the handover before was told in this sentence, or in the one before it and this one
    names no side: "Another transfer took place on Friday: 1,200 were delivered"."""
    before = document.before(line)
    if not earlier:
        return False
    if earlier[-1].span == line.sentence.span:
        return True
    return bool(before and earlier[-1].span == before.sentence.span and not line.actors)


def _in_all(handover: Handover, sides: Sides, actor: str, total: Bodies) -> Claim:
    """ "Received 909 on Friday, and has now received more than 4,000": the latter."""
    line, slots = handover.line, Slots()
    for side in sides:
        slots.member("parties", side.actor, side.span)
    slots.entry("returned", actor, total.figure, line.tape.span(*total.stretch))
    standing = (Status.COMPLETED, line.tape.span(*handover.standing.words))
    return slots.claim(RemainsRepatriation, standing, (line, total.place), "in all")


def _lacks_its_side(handover: Handover) -> bool:
    """Whether bodies are only carried somewhere, or are counted and nothing tells whose."""
    if handover.verb in ("", "swap"):
        return False  # "exchanged 64 bodies": of both
    return handover.verb in ("carry", "given") or bool(bodies_in(handover.line, handover.clause))


def _is_of_old(document: Document, sides: Sides | None) -> bool:
    """Whether the dead are those of a war of long ago, and not of one between these sides."""
    known = sides is not None and document.at_war(*(side.actor for side in sides))
    return not known and bool(words.LONG_AGO.search(document.lowered))


def _is_breakdown(line: Line, earlier: Sequence[Claim]) -> bool:
    """ "14 from one front, 100 from another and 7 from a third", after a word of 121; "and 34 from
    morgues", after a word of more."""
    whole = figures_of_people(line)
    told = [count for one in earlier for count in (fields_of(one).returned or {}).values()]
    if len(whole) > 1 and any(count.best == sum(whole) for count in told):
        return True
    most = max((count.best or 0 for count in told), default=0)
    dated = any(isinstance(one, DateMention) for _, one in line.tape.annotations())
    return 0 < sum(whole) < most and not dated and bool(words.FROM_WHERE.search(line.text))


def _told(document: Document, handover: Handover, slots: Slots) -> Claim:
    """The claim that the slots and the scene make."""
    line = handover.line
    _put_scene(slots, handover)
    counted = ""
    if not fields_told(slots) and bodies_in(line, handover.clause):
        counted = OF_BOTH
    elif words.IN_ALL.search(line.text, *handover.clause):
        counted = IN_ALL
    return slots.claim(
        RemainsRepatriation,
        (_status(document, handover, slots), line.tape.span(*handover.standing.words)),
        (line, handover.trigger.start),
        f"{handover.verb or 'noun'}: {handover.standing.cue}{counted}",
    )


def _one_sided(document: Document, handover: Handover, earlier: Sequence[Claim]) -> Claim | None:
    """ "The bodies of 909 defenders were returned to Ukraine": only who gets them is named."""
    line, slots = handover.line, Slots()
    figures = bodies_in(line, handover.clause)
    if not figures or not (earlier or is_of_war(document, line)):
        return None
    home = home_of_dead(document, handover, figures[0])
    if home is None:
        return None
    slots.member("parties", home.actor, home.span)
    slots.entry("returned", home.actor, figures[0].figure, line.tape.span(*figures[0].stretch))
    return _told(document, handover, slots)


def _is_guest(document: Document, owner: str, sides: Collection[str]) -> bool:
    """Whether the dead are of a state that is none of the sides and fights none of them."""
    fights = any(document.at_war(owner, side) for side in sides)
    return owner.isupper() and owner not in sides and not fights


def _of_guest(document: Document, handover: Handover, people: Collection[str]) -> Iterator[Claim]:
    """ "The remains of 14 South Africans who fell in Goma": they go home to a third country."""
    line, slots = handover.line, Slots()
    for bodies in bodies_in(line, handover.clause):
        for _, name in line.names(NameType.ACTOR, *bodies.after):
            if name.actor and name.actor not in people:
                slots.member("parties", name.actor, name.span)
                slots.entry("returned", name.actor, bodies.figure, line.tape.span(*bodies.stretch))
    if fields_told(slots):
        yield _told(document, handover, slots)


def _last(earlier: Sequence[Claim]) -> str | None:
    """Whose dead the last handover told was about, if one side's only."""
    told = [set(fields_of(claim).returned or {}) for claim in earlier]
    told = [actors for actors in told if actors]
    return next(iter(told[-1])) if told and len(told[-1]) == 1 else None


def _put_scene(slots: Slots, handover: Handover) -> None:
    line, clause = handover.line, handover.clause
    if date := date_of(handover):
        slots.date(date)
    settled = handover.standing.status in (Status.COMPLETED, Status.ONGOING)
    if settled and (place := place_in(line, clause)):
        said = place.span.shift(-line.sentence.span.start).of(line.sentence.text)
        slots.put("place", said, place.span)
    if (number := agreed_round(line)) and number.count.best:
        slots.put("agreed_at", number.count.best, number.span)


def _status(document: Document, handover: Handover, slots: Slots) -> Status:
    """The status with what the date adds: agreed and to come is scheduled."""
    status = handover.standing.status
    published, date = document.article.published_on, slots.values.get("date")
    start = date_start(date) if date else None
    if status is Status.AGREED and published and start and start > published:
        return Status.SCHEDULED
    if status is Status.REPORTED and fields_told(slots):
        past = published and start and start <= published  # "a March 28 exchange of"
        return Status.COMPLETED if handover.verb or past else status
    return status


def fields_told(slots: Slots) -> bool:
    """Whether figures were read."""
    return bool(slots.values.get("returned"))
