"""How many of the dead come home, and to whom they belong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from extractors.claims import Slots
from extractors.fact import Status
from extractors.kinds.remains_repatriation import elided, words
from extractors.kinds.remains_repatriation.doers import TO, by_doer, index_of, verb_at
from extractors.kinds.remains_repatriation.figure_words import (
    EACH_BEFORE,
    EACH_WAY,
    LIKE_FOR_LIKE,
    MEN,
)
from extractors.kinds.remains_repatriation.figures import Bodies, Dealing, bodies_in
from extractors.kinds.remains_repatriation.handovers import Handover, is_total
from extractors.kinds.remains_repatriation.hostages import (
    hostages,
    hostages_of_sentence,
    of_hostages,
)
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form, NameType
from extractors.parsing.numbers import Formula, Number
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern
from extractors.values import Count, Span

_MOST = 4  # exchanges of one number for another in a clause: bounds the work on hostile text


def put_returned(slots: Slots, handover: Handover, deal: Dealing) -> tuple[tuple[str, Bodies], ...]:
    """Fill `returned` from the clause's figures; left are totals, larger ones of a side's dead."""
    _put_formula(slots, handover, deal)
    figures = bodies_in(handover.line, handover.clause)
    totals: dict[str, Bodies] = {}
    for bodies in (*figures, *(one for one in figures if _is_return_for(handover, one))):
        known = slots.values.get("returned", {})
        for actor in _belong(handover, bodies, deal, tuple(known)):
            span = handover.line.tape.span(*bodies.stretch)
            slots.entry("returned", actor, bodies.figure, span)
            if actor in known and _is_total(handover, bodies, known[actor]):
                totals.setdefault(actor, bodies)
    for bodies in figures:
        _put_counterpart(slots, handover.line, bodies.place, deal)
    done = handover.standing.status is Status.COMPLETED
    return tuple(totals.items()) if done else ()


def _put_counterpart(slots: Slots, line: Line, place: int, deal: Dealing) -> None:
    """ "Handed over 6,057 and took 78", "returned 1,200, against 41": the other state's dead."""
    told = tuple(slots.values.get("returned", {}))
    match = _COUNTERPART.match(line.text, place + 1) if set(told) < set(deal.people) else None
    number = line.tape.at(match.start("n")) if match else None
    if match and len(told) == 1 and isinstance(number, Number) and "".join(deal.people).isupper():
        other = deal.people[1 - deal.people.index(told[0])]
        slots.entry("returned", other, number.count, number.span)


_COUNTERPART = pattern(
    r"[^.;{count}]{0,60}?,? (?:(?:and|while|but)(?: {actor}| it)? (?:took|got|received|gave|sent"
    r"|handed over|returned)(?: back| home| over)?|against|for)(?: only| just)? (?P<n>{count})"
    r"(?=[.,;]|\Z| (?:that|of its|bodies|in (?:return|exchange)|back|others)\b)"
)


def _is_total(handover: Handover, bodies: Bodies, told: Count) -> bool:
    """Whether a second figure of one side's dead is larger, and not what they were got for."""
    size, least = (each.best or each.low or 0 for each in (bodies.figure, told))
    before = handover.line.text[handover.clause.start : bodies.place]
    return size > least > 0 and not _GOT_FOR.search(before)


_GOT_FOR = re.compile(r"\b(?:for|against|exchange|return)\b")


def put_meant(slots: Slots, document: Document, handover: Handover, deal: Dealing) -> None:
    """ "Two soldiers were found dead. … handed their bodies over": so many as were told of."""
    line, before = handover.line, document.before(handover.line)
    if not line.text.endswith("their ", 0, handover.dead.start):
        return
    for near, end in ((line, handover.clause.start), (before, len(before.text) if before else 0)):
        found = list(islice(MEN.finditer(near.text, 0, end), 2)) if near else []
        if near is None or len(found) != 1:
            continue
        number = near.tape.at(found[0].start("n"))
        stretch = Stretch(*found[0].span())
        actor = named_in(near, stretch) or of_hostages(near.text[slice(*stretch)], deal)
        if isinstance(number, Number) and actor:
            slots.entry("returned", actor, number.count, near.tape.span(*stretch))
        return


def _is_return_for(handover: Handover, bodies: Bodies) -> bool:
    """ "For the 18 bodies, Israel would release 180": whose they are is told by what follows."""
    return bool(_FOR.search(handover.line.text, max(0, bodies.place - 10), bodies.place))


_FOR = re.compile(r"\bfor (?:the )?\Z")


def _put_formula(slots: Slots, handover: Handover, deal: Dealing) -> None:
    """ "6,000 for 6,000" bodies."""
    line, clause = handover.line, handover.clause
    for place, formula in line.tape.annotations(clause.start, len(line.text)):
        if any(letter.isalnum() for letter in line.text[clause.end : place]):
            return
        if isinstance(formula, Formula) and formula.left and formula.left == formula.right:
            _put_both(slots, deal, Count.of(formula.left), formula.span)
    for match in islice(LIKE_FOR_LIKE.finditer(line.text, *clause), _MOST):
        one, other = (line.tape.at(match.start(label)) for label in ("one", "other"))
        if isinstance(one, Number) and isinstance(other, Number) and one.count == other.count:
            _put_both(slots, deal, one.count, line.tape.span(*match.span()))


def _put_both(slots: Slots, deal: Dealing, figure: Count, span: Span) -> None:
    for actor in deal.people:
        slots.entry("returned", actor, figure, span)


def _belong(
    handover: Handover, bodies: Bodies, deal: Dealing, known: Sequence[str]
) -> tuple[str, ...]:
    """The sides whose dead a figure counts; empty where the words do not say."""
    text = handover.line.text
    if EACH_WAY.match(text, bodies.place + 1) or EACH_BEFORE.search(
        text, handover.clause.start, bodies.place
    ):
        return deal.people
    if actor := named_in(handover.line, bodies.after) or _said_to_be(handover, bodies):
        return (actor,)
    if is_total(handover):
        owner = _by_getter(handover, bodies, deal) or deal.last
        return (owner,) if owner else ()
    if len(known) == 1 and _in_return(handover, bodies) and known[0] in deal.people:
        return (deal.people[1 - deal.people.index(known[0])],)
    rules = (
        *(_other_way, hostages, _came_from, _by_getter, _to_whom, by_doer, _as_before),
        _of_speaker,
        *(hostages_of_sentence, _to_the_one_home),
    )
    found = (rule(handover, bodies, deal) for rule in rules)
    told = tuple(actor for actor in found if actor)[:1]
    return told or ((deal.last,) if deal.last and _is_of_the_same(handover, deal) else ())


def _is_of_the_same(handover: Handover, deal: Dealing) -> bool:
    """Whether the dead are those of the side just told of: "In total, 4,800 have been returned",
    "1,713 were handed to Armenia, and after the clashes 157 were transferred"."""
    line, clause = handover.line, handover.clause
    if handover.verb == "count" or _OF_THE_SAME.match(line.text):
        return True
    passive = handover.dead.start < handover.trigger.start
    return deal.here and passive and not any(clause.holds(place) for place, _ in line.actors)


#: "In total, 4,800 bodies have been returned", "Before that, 2,400 were": as those just told of.
_OF_THE_SAME = re.compile(
    r"\W{0,2}(?:(?:in (?:total|all)|before that|since then|so far|previously),? "
    r"|of (?:these|those|them),? (?=\ue000))"
)


def named_in(line: Line, stretch: Stretch) -> str | None:
    """ "1,212 Ukrainian soldiers", "15 Palestinian bodies": the words name whose they are."""
    for place, name in line.names(NameType.ACTOR, *stretch):
        gives = name.form is not Form.DEMONYM and _GIVES.match(line.text, place + 1)
        if name.actor and not gives:
            return name.actor
    return "PSE" if words.GAZANS.search(line.text, *stretch) else None


#: "The 757 bodies Russia returned": who gives them.
_GIVES = re.compile(
    r" (?:(?:has|have|had|also|then|later|already|now|recently) ){0,2}(?:returned|handed|gave"
    r"|transferred|sent|repatriated|delivered|released|received|got|brought)\b"
)


def _other_way(handover: Handover, _bodies: Bodies, deal: Dealing) -> str | None:
    """ "34 went the other way", after those that came this way."""
    if deal.last not in deal.people or not elided.OTHER_WAY.search(
        handover.line.text, *handover.clause
    ):
        return None
    return deal.people[1 - deal.people.index(deal.last)]


_CAME_FROM = re.compile(
    r"\b(?:arrived|came|come|got|received|took back) (?:home |back )?from (?:the )?(?P<a>\ue005)"
)


def _came_from(handover: Handover, _bodies: Bodies, deal: Dealing) -> str | None:
    """ "Another 1,200 bodies arrived from Russia": the other side's."""
    match = _CAME_FROM.match(handover.line.text, handover.trigger.start)
    name = handover.line.tape.at(match.start("a")) if match else None
    index = index_of(name.actor, deal) if isinstance(name, Name) else None
    return None if index is None else deal.people[1 - index]


_SAID_TO_BE = re.compile(
    r"[^.;]{0,60}?\b(?:belong(?:ing|s)? to|(?:said|believed|thought|claimed)(?: by \ue005)? to be"
    r"|identified as)(?: [\w-]+){0,2} (?P<a>\ue005)(?! side\b|'s)"
)


def _said_to_be(handover: Handover, bodies: Bodies) -> str | None:
    """ "1,200 bodies, which, it said, belong to Ukrainian soldiers"."""
    line = handover.line
    match = _SAID_TO_BE.match(line.text, bodies.stretch.end, handover.clause.end)
    name = line.tape.at(match.start("a")) if match else None
    return name.actor if isinstance(name, Name) else None


def _in_return(handover: Handover, bodies: Bodies) -> bool:
    text = handover.line.text
    before = Stretch(max(handover.clause.start, bodies.place - 40), bodies.place)
    after = text[bodies.place + 1 : bodies.place + 45]
    return bool(
        words.IN_RETURN.search(text, *before) or words.IN_RETURN.search(after.split(",")[0])
    )


_REPATRIATED = re.compile(r"\brepatriat\w+")


def _by_getter(handover: Handover, bodies: Bodies, deal: Dealing) -> str | None:
    """ "and received 78": who gets brings home its own."""
    got = verb_at(handover, bodies) == "get"
    if _REPATRIATED.search(handover.line.text, *handover.clause) and _to_whom(
        handover, bodies, deal
    ):
        return None
    return by_doer(handover, bodies, deal) if got else None


def _to_whom(handover: Handover, bodies: Bodies, deal: Dealing) -> str | None:
    """ "returned to Ukraine", "handed over to Israel"; a helper in between is passed over."""
    for match in TO.finditer(handover.line.text, *handover.clause):
        name = handover.line.tape.at(match.start("a"))
        if isinstance(name, Name) and name.actor:
            for side, people in zip(deal.sides, deal.people, strict=True):
                if name.actor in (side.actor, people) and not (
                    name.type is NameType.PLACE
                    and by_doer(handover, bodies, deal) not in (None, people)
                ):
                    return people
    return None


def _to_the_one_home(handover: Handover, _bodies: Bodies, deal: Dealing) -> str | None:
    """ "The bodies of 3,967 defenders were brought home": to the one side to whom, elsewhere in the
    article, dead come."""
    line, clause = handover.line, handover.clause
    counted = _bodies.figure.best and _BACK.match(line.text, handover.trigger.start)
    if not counted:
        return None
    if any(clause.holds(place) for place, _ in line.actors):
        return None
    homes = [people for people in deal.people if people in deal.homes]
    return homes[0] if len(homes) == 1 else None


#: What is done with one's own dead, whoever does it.
_BACK = re.compile(r"return(?:ed)?|repatriated|brought (?:home|back)|c(?:a|o)me (?:home|back)")


def _as_before(handover: Handover, bodies: Bodies, deal: Dealing) -> str | None:
    """ "Four more bodies": of the same side as those before."""
    line, place = handover.line, bodies.place
    said = words.MORE.search(line.tape.words(place, place + 1).lower())  # "another 1,200"
    more = said or words.MORE.search(line.text, max(0, place - 10), bodies.stretch.end)
    return deal.last if more else None


_HOME = re.compile(r"\b(?:brought|come|came|returned|back) home\b|\bbrought back\b")


def _of_speaker(handover: Handover, _bodies: Bodies, deal: Dealing) -> str | None:
    """ "The bodies of 500 defenders were brought home", says an ombudsman: his own side's."""
    line = handover.line
    own = _BACK.match(line.text, handover.trigger.start) and words.OWN_DEAD.search(
        line.text, handover.dead.start, handover.trigger.end
    )
    if not (own or _HOME.search(line.text, *handover.clause)):
        return None
    spoken = {hop.span for hop in line.attribution(handover.trigger.start)}
    speakers = {
        side.actor for _, side in line.actors if any(side.span.covers(one) for one in spoken)
    }
    indices = {index_of(actor, deal) for actor in speakers}
    known = [index for index in indices if index is not None]
    return deal.people[known[0]] if len(known) == 1 else None
