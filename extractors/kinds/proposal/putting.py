"""Offers told behind the thing, by an invitation, or as "that the sides meet again"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.fact import Status
from extractors.kinds.proposal.offer import Offer
from extractors.parsing.document import Document
from extractors.parsing.governing import Governed, governing
from extractors.parsing.line import Line
from extractors.parsing.numbers import Number
from extractors.parsing.offers import floor_of
from extractors.parsing.parties import side_at
from extractors.parsing.status import Stretch
from extractors.parsing.subjects import nearest_subject
from extractors.parsing.tape import pattern


def number_of(line: Line, match: re.Match[str]) -> tuple[int, int] | None:
    place = match.start("n") if match.groupdict().get("n") else -1
    number = line.tape.at(place) if place >= 0 else None
    return (int(number.value), place) if isinstance(number, Number) else None


#: "three working groups were proposed by Kyiv", "…, which Kyiv proposed", "suggested by Kyiv".
_PUT = pattern(
    r"(?:[^.;,]{0,40}? (?:was|were|has been|have been)|,)? (?:first )?"
    r"(?:proposed|suggested|offered|floated|put forward)(?: (?:on )?{date})?"
    r" by (?:the )?(?P<by>[{actor}{person}])"
    r"|,? (?:which|that) (?:the )?(?P<who>[{actor}{person}])(?:'s? \w+)? (?:(?:has|had|have) )?"
    r"(?:proposed|suggested|offered|floated|put forward)\b"
)


def put_by(_: Document, line: Line, subject: str, thing: re.Match[str]) -> Offer | None:
    """What somebody put forward, told behind the thing."""
    put = _PUT.match(line.text, thing.end())
    side = side_at(line, put.start("by" if put["by"] else "who")) if put else None
    owned = line.text.startswith("'s ", thing.start() - len("'s "))  # some parliament's groups
    if put is None or side is None or owned:
        return None
    words = Stretch(thing.start(), put.end())
    return Offer(subject, Status.PROPOSED, side, words, "put by", None, number_of(line, thing))


#: "invited both sides to new talks".
_INVITED = pattern(
    r"\binvit(?:es|ed|ing) (?:the )?(?:(?P<to>[{actor}{person}])|both (?:sides|parties))"
    r"(?:(?: and|,) (?:the )?[{actor}{person}]){0,2} (?:to|for) (?:hold |a |another )?\Z"
)


def invited_to(document: Document, line: Line, subject: str, thing: re.Match[str]) -> Offer | None:
    """Talks to which somebody invites the other side."""
    invited = _INVITED.search(line.text, max(0, thing.start() - 80), thing.start())
    if invited is None or subject != "further_talks":
        return None
    governed, start = governing(line.text, floor_of(line, invited.start()), invited.start())
    doer = nearest_subject(document, line, start)
    if doer is None or governed is not Governed.DONE:
        return None
    to = side_at(line, invited.start("to")) if invited["to"] else None
    return Offer(subject, Status.PROPOSED, doer, Stretch(start, thing.end()), "invited", to)


#: "suggested that the countries sit down": a day, a place or leaders make it another kind's.
_MEET_AGAIN = pattern(
    r"\b(?:propos|suggest)(?:es|ed|s|ing)? (?:that )?(?:the |both |all )(?:two |warring |rival )?"
    r"(?:sides|countries|parties|delegations|teams|negotiators|governments)(?: should| could)?"
    r" (?:meet|sit down|talk|return to (?:talks|the (?:negotiating )?table)|resume (?:talks"
    r"|negotiations)|hold (?:\w+ ){0,2}(?:talks|negotiations))\b"
    r"(?!(?:(?! (?:and|but|while|saying) )[^.;,]){0,40}[{date}{place}])"
)


def meet_again(document: Document, line: Line) -> Iterator[Offer]:
    """'proposed that the sides meet again'."""
    match = _MEET_AGAIN.search(line.text)
    if match is None:
        return
    governed, start = governing(line.text, floor_of(line, match.start()), match.start())
    doer = nearest_subject(document, line, start)
    if doer and governed is Governed.DONE:
        words = Stretch(start, match.end())
        yield Offer("further_talks", Status.PROPOSED, doer, words, "meet again")
