"""Who gives the dead and who gets them back: the side that acts at a figure of bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from extractors.kinds.remains_repatriation import words
from extractors.kinds.remains_repatriation.figures import Bodies, Dealing
from extractors.kinds.remains_repatriation.handovers import Handover
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.tape import pattern

_MOST = 8  # handovers of a sentence that are looked at for who gets them

#: To whom something is given.
TO = re.compile(
    r"(?<!according )(?<!belong )(?<!belonging )\b(?:to|back to|into|reached|entered|arrived in"
    r"|gave|give|giving|given|handing|handed) (?:the )?"
    r"(?:(?:territory|land|areas?) (?:controlled|held) by (?:the )?)?(?P<a>[\ue005\ue007])"
)
_OWN = re.compile(r"\b(?:its|their|our) (?:own )?")


def by_doer(handover: Handover, bodies: Bodies, deal: Dealing) -> str | None:
    """Who gives hands over the other side's dead, who gets or exchanges brings home its own."""
    verb = verb_at(handover, bodies)
    index = _doer(handover, bodies, deal)
    if index is None or verb == "swap":
        return None
    text = handover.line.text
    own = bool(_OWN.search(text, bodies.place, min(bodies.stretch.end + 1, len(text))))
    own = own or _brings_back(handover, deal.sides[index].actor, deal)
    if own and verb in ("get", "give", ""):
        return _own_of_speaker(handover, deal, index) or deal.people[index]
    if verb == "get":
        return deal.people[index]
    return deal.people[1 - index] if verb == "give" else None


def _own_of_speaker(handover: Handover, deal: Dealing, doer: int) -> str | None:
    """ "Pakistan said Afghan authorities had returned the bodies of five of its soldiers"."""
    line = handover.line
    other = deal.sides[1 - doer].actor
    spoken = any(
        side.actor == other and _SAYS.match(line.text, place + 1)
        for place, side in line.actors
        if place < handover.trigger.start
    )
    return deal.people[1 - doer] if spoken else None


def _brings_back(handover: Handover, doer: str, deal: Dealing) -> bool:
    """ "Ukraine returned the bodies of 140 servicemen": got them back, where the words that a side
    has for its own stand there, or the article tells elsewhere that dead came to it."""
    line, (start, end) = handover.line, handover.clause
    said = line.text[handover.trigger.start : handover.trigger.end]
    if not said.startswith("return") or TO.search(line.text, handover.trigger.end, end):
        return False
    others = {
        side.actor
        for place, side in line.actors
        if not _WAR_OF.match(line.text, place + 1) and side.actor != doer
    }
    own = not deal.homes and bool(words.OWN_DEAD.search(line.text, start, end))
    alone = doer in deal.homes and not any(
        side.actor in deal.homes for side in deal.sides if side.actor != doer
    )
    return not others and (alone or own)


#: "since Russia's invasion": named for the war alone.
_WAR_OF = re.compile(r"'s (?:[\w-]+ ){0,3}?(?:invasion|war|aggression|offensive)\b")


def comes_home(document: Document) -> frozenset[str]:
    """The actors to whom the article says that dead were brought, whoever brought them."""
    return frozenset(
        name.actor
        for line in document.lines
        for rule in (_COME_TO, _GOT_BACK)
        for match in islice(rule.finditer(line.text), _MOST)
        if isinstance(name := line.tape.at(match.start("a")), Name) and name.actor
    )


_COME_TO = pattern(
    r"\b{dead}\b[^.;]{0,80}? (?:return(?:ed)?|repatriated?|brought|hand(?:ed)? over"
    r"|transfer(?:red)?|deliver(?:ed)?)"
    r"(?: back| home)? to (?:the )?(?P<a>[\ue005\ue007])",
    words.WORDS,
)
_GOT_BACK = pattern(
    r"(?P<a>[\ue005\ue007])(?: has| have| had)? (?:received|got back|took back|repatriated"
    r"|brought (?:home|back))\b[^.;\ue005]{0,40}?(?:{dead}|{count}(?: and\b|[.,;]|\Z))",
    words.WORDS,
)
_GET = re.compile(
    r"\b(?:managed to (?:return|get)|repatriat\w+|receiv\w+|got|getting|br(?:ought"
    r"|inging|ings?) (?:home|back)|took back"
    r"|(?:was|were|been|being) (?:given|handed|sent)(?! (?:over|back|to|on)\b))\b"
)
_GIVE = re.compile(
    r"\b(?:handed|hand(?:s|ing)? (?:over|back)|returned|returning|gave|giving|given|transferred"
    r"|delivered|give|return|transfer|hand)\b(?! of\b)"
)


def verb_at(handover: Handover, bodies: Bodies) -> str:
    """The verb nearest before a figure: "handed over 6,060 and received 78"."""
    last = (-1, False, handover.verb)
    for verb, rule in (("get", _GET), ("give", _GIVE)):
        for match in rule.finditer(handover.line.text, handover.clause.start, bodies.place):
            last = max(last, (match.end(), verb == "get", verb))
    return last[2]


_AGENT = re.compile(r"(?<!controlled )(?<!held )\b(?:by|from) (?:the )?(?P<a>\ue005)")


def _doer(handover: Handover, bodies: Bodies, deal: Dealing) -> int | None:
    """Which side acts: the agent of a passive, else the last side named before the verb."""
    line = handover.line
    actors = [side.actor for side in deal.sides]
    if handover.dead.start < handover.trigger.start:
        for match in _AGENT.finditer(line.text, handover.trigger.end, handover.clause.end):
            name = line.tape.at(match.start("a"))
            if isinstance(name, Name) and name.actor in (*actors, *deal.people):
                return index_of(name.actor, deal)
        between = [
            side for _, side in line.actors if line.tape.place(side.span.start) > handover.dead.end
        ]
        relative = line.text.startswith((" that ", " which ", " \ue005"), handover.dead.end)
        return index_of(between[0].actor, deal) if relative and between else None
    named = tuple(_before(line, bodies.place))
    goes_on = _GOES_ON.search(line.text, 0, handover.trigger.start)
    for place, side in named if goes_on else reversed(named):
        if (index := index_of(side, deal)) is not None and not _is_source(line, place):
            return None if _TOGETHER.search(line.text, max(0, place - 10), place) else index
    groups = [number for number, side in enumerate(deal.sides) if side.actor.islower()]
    if len(groups) == 1 and words.THE_GROUP.search(line.text, 0, bodies.place):
        return groups[0]
    return None


#: "X let Y recover 38 and has received 12": X goes on.
_GOES_ON = re.compile(r"\band (?:has|had) (?:itself )?(?:also )?\Z")
#: "Russia and Ukraine agreed to return …": neither alone.
_TOGETHER = re.compile(r"[\ue005\ue006] and (?:the )?\Z")


def _before(line: Line, end: int) -> Iterator[tuple[int, str]]:
    for place, side in line.actors:
        if place < end and not _PEOPLE_NEXT.match(line.text, place + 1):
            yield place, side.actor
    for place, name in line.names(NameType.PLACE, 0, end):
        if name.detail == "country" and name.actor and line.text.startswith("'s", place + 1):
            yield place, name.actor


#: "20 Israeli hostages", "Colombian rebels": people, or the state's foe, not a side that acts.
_PEOPLE_NEXT = re.compile(
    r" (?:\w+ )?(?:rebels|guerrillas|insurgents|hostages?|prisoners?|captives?|soldiers?"
    r"|service\w+|troops|civilians|detainees|captivity|custody|prisons?|morgues?)\b"
)


def index_of(actor: str | None, deal: Dealing) -> int | None:
    for number, (side, people) in enumerate(zip(deal.sides, deal.people, strict=True)):
        if actor in (side.actor, people):
            return number
    return None


_TOLD_TO = re.compile(r"\b(?:to|from|in|of|against|with|by) (?:the )?\Z")
#: "Kyiv said Russia handed over"; but not "Kyiv said it had received".
_SAYS = re.compile(
    r"(?:'s)?(?: [\w-]+){0,4}? (?:said|says|announced|confirmed|claimed|reported)\b"
    r"(?!(?: (?:on )?[\w\ue004]+)? (?:that )?(?:(?:by|since|until|in|on|as of|so|to)"
    r" [\w\ue004 ]{1,25},? )?(?:it|they) (?:has|have|had)\b)"
)


def _is_source(line: Line, place: int) -> bool:
    """Whether a side is where they go, or only says so: "Kyiv said Russia handed over …"."""
    if _WITH_DOING.match(line.text, place + 1) and line.text.endswith("with ", 0, place):
        return False
    return bool(
        _TOLD_TO.search(line.text, max(0, place - 12), place) or _SAYS.match(line.text, place + 1)
    )


#: "with Ukraine receiving 757".
_WITH_DOING = re.compile(r" \w+ing\b")
