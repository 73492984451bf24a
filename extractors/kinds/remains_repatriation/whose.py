"""How many of the dead come home, and to whom they belong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from extractors.claims import Slots
from extractors.kinds.remains_repatriation import words
from extractors.kinds.remains_repatriation.handovers import Handover, is_total
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.numbers import Formula, Number
from extractors.parsing.sides import Sides
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern
from extractors.values import Count

_MOST = 8  # figures of one wording in a sentence: bounds the work on hostile text


class Bodies(NamedTuple):
    """A figure of bodies, with the words around it."""

    figure: Count
    place: int
    stretch: Stretch
    after: Stretch  # the words that may say whose they are


class Dealing(NamedTuple):
    """Between whom a handover stands: the sides, and under whose name the dead of each count."""

    sides: Sides
    people: tuple[str, str]
    last: str | None  # whose dead the handover told before was about
    homes: frozenset[str] = frozenset()  # to whom, elsewhere in the article, dead come back


def put_returned(slots: Slots, handover: Handover, deal: Dealing) -> None:
    """Fill `returned` from the figures of the handover's clause."""
    _put_formula(slots, handover, deal)
    for bodies in bodies_in(handover.line, handover.clause):
        known = tuple(slots.values.get("returned", {}))
        for actor in _belong(handover, bodies, deal, known):
            span = handover.line.tape.span(*bodies.stretch)
            slots.entry("returned", actor, bodies.figure, span)


def _put_formula(slots: Slots, handover: Handover, deal: Dealing) -> None:
    """ "6,000 for 6,000" bodies."""
    line, clause = handover.line, handover.clause
    for place, formula in line.tape.annotations(clause.start, len(line.text)):
        if any(letter.isalnum() for letter in line.text[clause.end : place]):
            return
        if isinstance(formula, Formula) and formula.left and formula.left == formula.right:
            for actor in deal.people:
                slots.entry("returned", actor, Count.of(formula.left), formula.span)


def bodies_in(line: Line, clause: Stretch) -> tuple[Bodies, ...]:
    """The figures of bodies in a clause, in order."""
    found: dict[int, Bodies] = {}
    for rules in (words.COUNTS, words.ONE):
        for rule in rules:
            for match in islice(rule.finditer(line.text, *clause), _MOST):
                bodies = _bodies(line, match, one=rules is words.ONE)
                if bodies:
                    found.setdefault(bodies.place, bodies)
        if found:
            break
    return tuple(found[place] for place in sorted(found))


_PART = re.compile(r"\b(?:including|among them|of (?:them|whom)|out of|of the|of more than) \Z")


_BELONGING = re.compile(r" (?:\w+ ){0,2}belong(?:ing|ed)? to\b")


def _bodies(line: Line, match: re.Match[str], *, one: bool) -> Bodies | None:
    place = match.start("n")
    after = Stretch(match.start("mid"), match.end("after"))
    if one:
        return Bodies(Count.of(1), place, Stretch(place, match.end("after")), after)
    number = line.tape.at(place)
    if not isinstance(number, Number) or number.ordinal or number.age:
        return None
    part = _PART.search(line.text, max(0, place - 16), place)
    if part and not _BELONGING.match(line.text, place + 1):
        return None
    return Bodies(number.count, place, Stretch(place, max(place + 1, match.end("after"))), after)


def _belong(
    handover: Handover, bodies: Bodies, deal: Dealing, known: Sequence[str]
) -> tuple[str, ...]:
    """The sides whose dead a figure counts; empty where the words do not say."""
    text = handover.line.text
    if words.EACH_WAY.match(text, bodies.place + 1) or words.EACH_BEFORE.search(
        text, handover.clause.start, bodies.place
    ):
        return deal.people
    if actor := named_in(handover.line, bodies.after) or _said_to_be(handover, bodies):
        return (actor,)
    if is_total(handover):
        return (deal.last,) if deal.last else ()
    if len(known) == 1 and _in_return(handover, bodies) and known[0] in deal.people:
        return (deal.people[1 - deal.people.index(known[0])],)
    rules = (
        *(_hostages, _by_getter, _to_whom, _by_doer, _as_before, _of_speaker),
        _hostages_of_sentence,
    )
    found = (rule(handover, bodies, deal) for rule in rules)
    return tuple(actor for actor in found if actor)[:1]


def named_in(line: Line, stretch: Stretch) -> str | None:
    """ "1,212 Ukrainian soldiers", "15 Palestinian bodies": the words name whose they are."""
    for _, name in line.names(NameType.ACTOR, *stretch):
        if name.actor:
            return name.actor
    return "PSE" if words.GAZANS.search(line.text, *stretch) else None


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
_TO = re.compile(
    r"(?<!according )(?<!belong )(?<!belonging )\b(?:to|back to|into|gave|give|giving|given"
    r"|handing|handed) (?:the )?(?P<a>[\ue005\ue007])"
)


def _by_getter(handover: Handover, bodies: Bodies, deal: Dealing) -> str | None:
    """ "and received 78": who gets brings home its own."""
    got = _verb_at(handover, bodies) == "get"
    if _REPATRIATED.search(handover.line.text, *handover.clause) and _to_whom(
        handover, bodies, deal
    ):
        return None
    return _by_doer(handover, bodies, deal) if got else None


def _to_whom(handover: Handover, _bodies: Bodies, deal: Dealing) -> str | None:
    """ "returned to Ukraine", "handed over to Israel"; a helper in between is passed over."""
    for match in _TO.finditer(handover.line.text, *handover.clause):
        name = handover.line.tape.at(match.start("a"))
        if isinstance(name, Name) and name.actor:
            for side, people in zip(deal.sides, deal.people, strict=True):
                if name.actor in (side.actor, people):
                    return people
    return None


def _hostages(handover: Handover, bodies: Bodies, deal: Dealing) -> str | None:
    """Dead hostages belong to the foe of the group that held them."""
    end = min(bodies.stretch.end + 30, len(handover.line.text))
    return _of_hostages(handover.line.text[handover.clause.start : end], deal)


def _hostages_of_sentence(handover: Handover, _bodies: Bodies, deal: Dealing) -> str | None:
    """ "Four bodies were delivered; the fourth hostage was …": where nothing else tells."""
    return _of_hostages(handover.line.text, deal)


def _of_hostages(said: str, deal: Dealing) -> str | None:
    groups = [number for number, side in enumerate(deal.sides) if side.actor.islower()]
    if "hostage" not in said or len(groups) != 1:
        return None
    return deal.people[1 - groups[0]]


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
    if not _HOME.search(line.text, *handover.clause):
        return None
    spoken = {hop.span for hop in line.attribution(handover.trigger.start)}
    speakers = {
        side.actor for _, side in line.actors if any(side.span.covers(one) for one in spoken)
    }
    indices = {_index(actor, deal) for actor in speakers}
    known = [index for index in indices if index is not None]
    return deal.people[known[0]] if len(known) == 1 else None


_OWN = re.compile(r"\b(?:its|their|our) (?:own )?")


def _by_doer(handover: Handover, bodies: Bodies, deal: Dealing) -> str | None:
    """Who gives hands over the other side's dead, who gets or exchanges brings home its own."""
    verb = _verb_at(handover, bodies)
    index = _doer(handover, bodies, deal)
    if index is None or verb == "swap":
        return None
    text = handover.line.text
    own = bool(_OWN.search(text, bodies.place, min(bodies.stretch.end + 1, len(text))))
    own = own or _brings_back(handover, deal.sides[index].actor, deal)
    if own and verb in ("get", "give", ""):
        return deal.people[index]
    if verb == "get":
        return deal.people[index]
    return deal.people[1 - index] if verb == "give" else None


def _brings_back(handover: Handover, doer: str, deal: Dealing) -> bool:
    """ "Ukraine returned the bodies of 140 servicemen": got them back, where the words that a side
    has for its own stand there, or the article tells elsewhere that dead came to it."""
    line, (start, end) = handover.line, handover.clause
    said = line.text[handover.trigger.start : handover.trigger.end]
    if not said.startswith("return") or _TO.search(line.text, handover.trigger.end, end):
        return False
    others = {
        side.actor
        for place, side in line.actors
        if not _WAR_OF.match(line.text, place + 1) and side.actor != doer
    }
    own = not deal.homes and bool(words.OWN_DEAD.search(line.text, start, end))
    return not others and (doer in deal.homes or own)


#: "since Russia's invasion": named for the war alone.
_WAR_OF = re.compile(r"'s (?:[\w-]+ ){0,3}?(?:invasion|war|aggression|offensive)\b")


def comes_home(document: Document) -> frozenset[str]:
    """The actors to whom the article says that dead were brought, whoever brought them."""
    return frozenset(
        name.actor
        for line in document.lines
        for match in islice(_COME_TO.finditer(line.text), _MOST)
        if isinstance(name := line.tape.at(match.start("a")), Name) and name.actor
    )


_COME_TO = pattern(
    r"\b{dead}\b[^.;]{0,80}? (?:return(?:ed)?|repatriated?|brought|hand(?:ed)? over"
    r"|transfer(?:red)?|deliver(?:ed)?)"
    r"(?: back| home)? to (?:the )?(?P<a>[\ue005\ue007])",
    words.WORDS,
)
_GET = re.compile(
    r"\b(?:managed to (?:return|get)|repatriat\w+|receiv\w+|got|getting|br(?:ought"
    r"|inging|ings?) (?:home|back)|took back)\b"
)
_GIVE = re.compile(
    r"\b(?:handed|hand(?:s|ing)? (?:over|back)|returned|returning|gave|giving|given|transferred"
    r"|delivered|give|return|transfer|hand)\b"
)


def _verb_at(handover: Handover, bodies: Bodies) -> str:
    """The verb nearest before a figure: "handed over 6,060 and received 78"."""
    last = (-1, False, handover.verb)
    for verb, rule in (("get", _GET), ("give", _GIVE)):
        for match in rule.finditer(handover.line.text, handover.clause.start, bodies.place):
            last = max(last, (match.end(), verb == "get", verb))
    return last[2]


_AGENT = re.compile(r"\b(?:by|from) (?:the )?(?P<a>\ue005)")


def _doer(handover: Handover, bodies: Bodies, deal: Dealing) -> int | None:
    """Which side acts: the agent of a passive, else the last side named before the verb."""
    line = handover.line
    actors = [side.actor for side in deal.sides]
    if handover.dead.start < handover.trigger.start:
        for match in _AGENT.finditer(line.text, handover.trigger.end, handover.clause.end):
            name = line.tape.at(match.start("a"))
            if isinstance(name, Name) and name.actor in (*actors, *deal.people):
                return _index(name.actor, deal)
        between = [
            side for _, side in line.actors if line.tape.place(side.span.start) > handover.dead.end
        ]
        relative = line.text.startswith((" that ", " which ", " \ue005"), handover.dead.end)
        return _index(between[0].actor, deal) if relative and between else None
    for place, side in reversed(tuple(_before(line, bodies.place))):
        if (index := _index(side, deal)) is not None and not _is_source(line, place):
            return index
    groups = [number for number, side in enumerate(deal.sides) if side.actor.islower()]
    if len(groups) == 1 and words.THE_GROUP.search(line.text, 0, bodies.place):
        return groups[0]
    return None


def _before(line: Line, end: int) -> Iterator[tuple[int, str]]:
    for place, side in line.actors:
        if place < end and not _PEOPLE_NEXT.match(line.text, place + 1):
            yield place, side.actor
    for place, name in line.names(NameType.PLACE, 0, end):
        if name.detail == "country" and name.actor and line.text.startswith("'s", place + 1):
            yield place, name.actor


#: "20 Israeli hostages": people, not a side that acts.
_PEOPLE_NEXT = re.compile(
    r" (?:\w+ )?(?:hostages?|prisoners?|captives?|soldiers?|service\w+|troops|civilians"
    r"|detainees)\b"
)


def _index(actor: str | None, deal: Dealing) -> int | None:
    for number, (side, people) in enumerate(zip(deal.sides, deal.people, strict=True)):
        if actor in (side.actor, people):
            return number
    return None


_TOLD_TO = re.compile(r"\b(?:to|from|in|of|against|with|by) (?:the )?\Z")
_SAYS = re.compile(r"(?:'s)?(?: [\w-]+){0,4}? (?:said|says|announced|confirmed|claimed|reported)\b")


def _is_source(line: Line, place: int) -> bool:
    """Whether a side is where they go, or only says so: "Kyiv said Russia handed over …"."""
    return bool(
        _TOLD_TO.search(line.text, max(0, place - 12), place) or _SAYS.match(line.text, place + 1)
    )
