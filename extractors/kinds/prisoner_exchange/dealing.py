"""Between whom an exchange stands, under whose names their people are counted, and what was told
before."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from extractors.claims import Claim
from extractors.kinds.prisoner_exchange import share_words
from extractors.parsing.document import Document
from extractors.parsing.headcounts import Headcount
from extractors.parsing.line import Line
from extractors.parsing.sides import Sides
from extractors.parsing.status import Stretch


class Dealing(NamedTuple):
    """Two sides, under whose names their people are counted, and what was told before."""

    document: Document
    sides: Sides
    people: tuple[str, str]
    earlier: Sequence[Claim]


def dealing(document: Document, sides: Sides, earlier: Sequence[Claim]) -> Dealing:
    """The sides of an exchange with the names of their peoples."""
    one, other = (side.actor for side in sides)
    people = (document.people_of(one, other), document.people_of(other, one))
    return Dealing(document, sides, people, earlier)


def with_captor(document: Document, line: Line, sides: Sides) -> Sides:
    """The two sides, or where they are at peace, one of them and the group that the sentence names
    as its foe: "Hamas said that the American hostage will be let go in the Israeli-…"."""
    one, other = sides
    if not (one.actor.isupper() and other.actor.isupper()):
        return sides
    if document.at_war(one.actor, other.actor):
        return sides
    groups = [side for side in line.sides if side.actor.islower()]
    foes = [side for side in sides if groups and document.at_war(side.actor, groups[0].actor)]
    return (foes[0], groups[0]) if len(groups) == len(foes) == 1 else sides


def may_deal(document: Document, line: Line, sides: Sides, usual: Sides | None) -> bool:
    """Whether two sides may exchange people: no two groups of one state, and none that is but a
    place where those of a war are taken to ("moved to Belarus")."""
    actors = [side.actor for side in sides]
    homes = {document.home_of(actor) for actor in actors}
    if len(homes) == 1 and None not in homes and not document.at_war(*actors):
        return False
    for one, other in (actors, actors[::-1]):
        if document.home_of(one) == other and not document.at_war(one, other):
            return False  # a state and its own men
    if any(_is_of_a_thing(line, actor) for actor in actors):
        return False
    if _of_criminals(document, line, sides):
        return False
    if usual is None or not document.at_war(*(side.actor for side in usual)):
        return True
    outside = [actor for actor in actors if actor not in {side.actor for side in usual}]
    return len(outside) != 1 or not _is_place(line, outside[0])


def _of_criminals(document: Document, line: Line, sides: Sides) -> bool:
    """Whether kidnappers want a ransom, and the armed group is named only far from the deed: "Ten
    years ago, Boko Haram also …"."""
    groups = {side.actor for side in sides if side.actor.islower()}
    if not groups or "ransom" not in document.lowered:
        return False
    rank = line.sentence.rank
    near = document.lines[max(0, rank - _NEAR) : rank + 2]
    return not groups & {side.actor for one in near for _, side in one.actors}


_NEAR = 3  # sentences back in which a group that lets people go is named
#: "employees of a Canadian mining company": nobody's nation.
_THING = re.compile(
    r"(?: [\w-]+)? (?:company|companies|firm|contractor|newspaper|broadcaster|channel|ship|vessel"
    r"|tanker|boat|embassy|hospital|charity|magazine|airline|passports?)\b"
)


def _is_of_a_thing(line: Line, actor: str) -> bool:
    places = [place for place, side in line.actors if side.actor == actor]
    return bool(places) and all(_THING.match(line.text, place + 1) for place in places)


#: "Abu Dhabi, when it helped secure the release of": it stood between those who dealt.
_HELPED = re.compile(
    r"\b(?:help(?:s|ed|ing)?|assist(?:s|ed|ing)?(?: in| with)?) (?:to )?(?:[\w-]+ ){0,2}\Z"
)


def only_helped(line: Line, clause: Stretch, deed: int, freed: Container[str]) -> str | None:
    """Who helped others to bring people home: the last one named before that deed, if they are not
    its own people."""
    if not _HELPED.search(line.text, max(clause.start, deed - 40), deed):
        return None
    before = [side.actor for place, side in line.actors if place < deed]
    return before[-1] if before and before[-1] not in freed else None


_TO = re.compile(r"\b(?:to|into|in|inside|via|through|from|at|near|of) (?:the |neighbou?ring )?\Z")


def _is_place(line: Line, actor: str) -> bool:
    places = [place for place, side in line.actors if side.actor == actor]
    return bool(places) and all(_TO.search(line.text, max(0, p - 24), p) for p in places)


def only_passed_through(line: Line, usual: Sides | None) -> bool:
    """Whether a sentence names beside the usual sides only places on the way."""
    known = {side.actor for side in usual or ()}
    named = {side.actor for side in line.sides}
    return bool(named & known) and all(_is_place(line, actor) for actor in named - known)


def is_in_return(line: Line, count: Headcount) -> bool:
    return bool(share_words.IN_RETURN.search(line.text, max(0, count.place - 30), count.place))
