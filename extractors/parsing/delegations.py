"""Who leads which delegation, who plays host and who goes between the sides, as sentences tell it.

Which meeting they belong to is left to the kinds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.parsing.line import Line, Side, once_a_line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.patterns import Rules
from extractors.parsing.scenes import mediators_in
from extractors.parsing.tape import pattern
from extractors.values import Span, Value


class Head(Value):
    """A person at the head of a side's delegation."""

    actor: str
    person: str
    span: Span
    place: int  # of the person's sign on the tape


_WORDS = {
    "led": r"(?:led|leads|leading|lead|headed|heads|heading|head|chaired)",
    "team": r"(?:delegations?|negotiating teams?|teams?|sides?|representatives|negotiators"
    r"|negotiations|talks|negotiating side)",
    "whose": r"(?:the )?(?:(?:\w+ )?[\w\ue006]+'s )?",
    "aside": r"(?:,[^.;,]{1,70},|,)?",
    "also": r"(?: (?:has|have|had|is|are|was|were|being|been|again|also|both|once more|now"
    r"|currently|jointly|respectively|will be|will)){0,5}",
}
#: `p` and `q` lead, `a` names whom they lead for where the words say so.
_LEADS = Rules(
    pattern(words, _WORDS)
    for words in (
        r"(?P<p>{person})(?:,[^.;,]{1,60})? and (?:the )?(?:[{actor}{person}]'s "
        r"|[{actor}{place}] ){0,2}(?P<q>{person}){aside}(?: who)?{also} {led}"
        r" (?:their|the)(?: \w+)? {team}",
        r"(?P<p>{person}){aside}(?: who)?{also} {led} (?:the |its |his "
        r"|her )?(?P<a>{actor})(?:'s)?(?: [\w-]+){0,2}? {team}",
        r"(?P<p>{person}){aside}(?: who)?{also} {led}(?: the| its)?(?: {team}| talks)? (?:for|of"
        r"|from|on behalf of) (?:the )?(?P<a>{actor})",
        r"(?P<p>{person}){aside}(?: who)?{also} {led} (?:the |its |his country's |her country's "
        r"|their )?{team}\b(?! (?:of|for|from) )",
        r"(?P<a>{actor})(?:'s)?(?: [\w-]+){0,2}? {team}(?:,| in {place}"
        r"| [\w-]+){0,3}?{also} {led} by {whose}(?P<p>{person})",
        r"(?P<a>{actor})(?:'s)?(?: [\w-]+){0,2}?{also} represented by"
        r" {whose}(?P<p>{person})(?!, [^.;,]{1,60}\ue006(?:,| and)[^.;,]{1,60}\ue006)",
        r"(?P<p>{person}) (?:represented|represents|spoke for"
        r"|negotiated for) (?:the )?(?P<a>{actor})",
        r"(?P<p>{person}),? (?:the )?(?:head|leader|chief) of (?:the |its "
        r"|his )?(?:(?P<a>{actor})(?:'s)? )?(?:negotiating )?(?:delegation|team)",
        r"(?:head|leader|chief) of (?:the )?(?P<a>{actor})(?:'s)?(?: negotiating)? (?:delegation"
        r"|team),? (?P<p>{person})",
        r"(?P<p>{person}),? (?:the )?(?P<a>{actor})(?:'s)? (?:lead|chief|top|head) negotiator",
        r"(?P<a>{actor})(?:'s)? (?:delegation|team)(?:'s)? (?:head|leader|chief),? (?P<p>{person})",
        r"{team}(?: from[^.;,]{1,60})?,? {led} by (?:the "
        r"|their )?(?:[\w-]+ ){0,3}?(?P<p>{person}) and (?P<q>{person})",
        r"\bchief negotiators (?P<p>{person}) and (?P<q>{person})",
    )
)
_CO_HEAD = pattern(r" (?:its|theirs|{actor}'s|that of {actor}) by\b")
_HALF = pattern(
    r"(?P<a>{actor})(?:'s)?(?: {team})? (?:was |is )?by"
    r" {whose}(?P<p>{person})",
    _WORDS,
)
_OFFICE = re.compile(
    r"(?:head of (?:the )?(?:\w+ )?(?:delegation|negotiating team)|delegation(?:[’']s)? (?:head"
    r"|leader|chief)|(?:lead|chief|top|head) negotiator)",
    re.IGNORECASE,
)


def heads_in(line: Line, text: str) -> Iterator[Head]:
    """Who leads a delegation; `text` is the article's."""
    for rule in _LEADS.live(line.text):
        for match in rule.finditer(line.text):
            yield from _heads_of(line, match)
            if " by" in match.group():
                for half in _HALF.finditer(line.text, match.end()):
                    yield from _heads_of(line, half)
    for place, person in line.names(NameType.PERSON):
        office = Span(person.span.start, person.head.start).of(text)
        if person.actor and _OFFICE.search(office):
            yield Head(actor=person.actor, person=person.name, span=person.span, place=place)


#: "the head of the Russian delegation, Putin's assistant Vladimir Medinsky": the latter.
_AIDE = pattern(r"'s (?:[\w-]+ ){0,3}?(?P<p>{person})")


def _heads_of(line: Line, match: re.Match[str]) -> Iterator[Head]:
    groups = match.groupdict()
    named = line.tape.at(match.start("a")) if groups.get("a") else None
    actor = named.actor if isinstance(named, Name) else None
    for label in ("p", "q"):
        if not groups.get(label):
            continue
        place = match.start(label)
        if aide := _AIDE.match(line.text, place + 1):
            place = aide.start("p")
        person = line.tape.at(place)
        if isinstance(person, Name) and (side := actor or person.actor):
            yield Head(actor=side, person=person.name, span=person.span, place=place)


_HOSTS = Rules(
    pattern(words)
    for words in (
        r"\bhosted by (?:the )?(?P<h>[{actor}{person}])",
        r"(?P<h>{actor})-hosted\b",
        r"(?P<h>[{actor}{person}])(?:'s [\w-]+)?,?(?: which| who)?(?: is| was| has| will| would"
        r"| had| again| also| offered| agreed| ready){0,3} "
        r"(?:host(?:s|ed|ing)?|to host|played host to)\b",
        r"(?P<h>{actor})(?:'s)? hosts?\b(?! (?:broadcaster|city))",
        r"(?P<h>[{actor}{person}]) (?:was|is|acted as|acting as) (?:the )?host\b",
        r"\bhosts? (?P<h>{actor})\b",
    )
)


def host_in(line: Line, start: int = 0, end: int | None = None) -> Side | None:
    """Who plays host."""
    stop = len(line.text) if end is None else end
    for rule in _HOSTS.live(line.text):
        for match in rule.finditer(line.text, start, stop):
            name = line.tape.at(match.start("h"))
            if isinstance(name, Name) and name.actor:
                return Side(actor=name.actor, span=name.span)
    return None


_LIST = r"(?P<list>[{actor}{person}](?:'s)?(?:(?:,|,? and) (?:the )?[{actor}{person}](?:'s)?){0,6})"
_BETWEEN = Rules(
    pattern(words)
    for words in (
        _LIST + r",?(?: which| who)?(?: [\w-]+){0,3}? (?:relay\w*|carr(?:y|ying|ied) (?:papers"
        r"|messages|notes|proposals)|pass\w* (?:messages|notes|papers)"
        r"|shuttl\w+|mediat(?:ed|ing|es|e)\b(?! by)|acting as (?:a |an |the )?(?:mediators?"
        r"|intermediar\w+|go-betweens?))",
        _LIST + r" (?:foreign ministry |government |intelligence )?(?:go-betweens|mediators"
        r"|intermediaries|facilitators)",
        r"\bwith (?P<list>[{actor}{person}]) (?:in the chair|presiding|chairing|acting as"
        r"|mediating|in attendance as mediator)",
        r"\b(?:chaired|mediated|moderated|facilitated|brokered|refereed) by (?:the )?" + _LIST,
        r"\b(?:mediators?|intermediar(?:y|ies)|go-betweens?|facilitators?|brokers?),? " + _LIST,
        r"\bin the presence of (?:the )?" + _LIST,
        r"\bunder (?:the )?(?:auspices|mediation) of (?:the )?" + _LIST,
        r"\b(?:through|via|by way of) "
        + _LIST
        + r"(?:'s)? (?:mediation|mediators|intermediar\w+|good offices)",
    )
)


@once_a_line
def go_betweens(line: Line) -> tuple[Side, ...]:
    """The states and bodies that stand between the sides; persons count as their state."""
    found = {side.actor: side for side in mediators_in(line)}
    for rule in _BETWEEN.live(line.text):
        for match in rule.finditer(line.text):
            for place, side in line.actors:
                if match.start("list") <= place < match.end("list"):
                    found.setdefault(side.actor, side)
    return tuple(found[actor] for actor in sorted(found.keys() - _OF_BOTH))


#: What two states meet in is none that stands between them.
_OF_BOTH = frozenset({"joint_boundary_commission", "general_border_committee"})
