"""Between whom a deed of two sides stands: from its clause, its sentence, else from the article.

Speakers, mediators, backers and places passed through are left to bystanders.py, what a side does
or gets to the kinds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, combinations

from extractors.parsing.bystanders import gives, in_dateline, stands_by
from extractors.parsing.document import Document
from extractors.parsing.line import Line, Side
from extractors.parsing.names.gazetteer import Form, NameType
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern
from extractors.parsing.usual_sides import Sides, is_people

__all__ = ["Sides", "is_home_of_next", "sides_at"]

_BETWEEN = pattern(
    r"(?<!flights )(?<!shuttle )(?<!border )(?<!flown )(?<!crossing )"
    r"\bbetween (?:the )?(?P<a>{actor})(?:'s)?(?: [\w-]+){0,3}"
    r" and (?:the )?(?P<b>{actor})"
)
_ONE_FOR_ONE = pattern(
    r"\b(?:exchange|swap|trade) of (?:the |an? )?(?P<a>{actor})(?: [\w'-]+| {person}){1,5}"
    r" (?:for|and|with) (?:the |an? )?(?P<b>{actor})"
)
_ALLIES = pattern(r"{actor} and (?:its|his|their) (?:close )?all(?:y|ies) {actor}")
#: "30 hostages and five Thais": a side's own people are named first.
_BESIDE_GUESTS = pattern(
    r"{count} (?:[\w{actor}-]+ ){0,2}(?:hostages|captives|prisoners|detainees|citizens|nationals"
    r"|soldiers|women and (?:children|minors|girls)|women|children"
    r"|{actor})(?:[\u2014\u2013][^\u2014\u2013]{1,50}[\u2014\u2013])?"
    r"(?:,? ?(?:and|as well as|along with)|,) (?:also )?{count} (?:[\w-]+ ){0,2}{actor}"
    r"|\banother {actor} (?:hostage|captive|prisoner)\b[^.;]{0,80} along with {count} {actor}"
)
#: What makes of an adjective the state that acts: "the Afghan government".
_IN_POWER = re.compile(
    r"(?:'s)?(?: [\w-]+)? (?:government|army|armed forces|military|authorities|troops|presid\w+)\b"
)
_THE_GOVERNMENT = re.compile(
    r"\b(?:the|and) (?P<g>(?:federal |central )?(?:\ue005-[a-z]+ )?(?:internationally[ -])?"
    r"(?:recogni[sz]ed )?(?:government|army|military|authorities))\b"
)


def sides_at(document: Document, line: Line, clause: Stretch, usual: Sides | None) -> Sides | None:
    """The two sides that a clause is about; `usual` are those that the article is about."""
    whole = Stretch(0, len(line.text))
    if _ALLIES.search(line.text, *clause):
        return None
    for stretch in (clause, whole):
        if pair := _between(line, stretch):
            return pair
        named = _named(document, line, stretch, usual)
        if pair := _settled(document, line, named, usual, whole_sentence=stretch == whole):
            return pair
        if len(named) > 2:
            return None
    here = _named(document, line, clause, usual)
    if pair := _with_its_foe(document, here or _named(document, line, whole, usual), usual):
        return pair
    if any(_outsider(side, usual) for side in here):
        return None
    return usual if here or line.sides else _of_paragraph(document, line, usual)


def _with_its_foe(document: Document, named: Sequence[Side], usual: Sides | None) -> Sides | None:
    """An armed group named alone, that is not of the usual pair: it and whom it fights."""
    if len(named) != 1 or not _outsider(named[0], usual):
        return None
    foe = document.foe_of(named[0].actor)
    return (named[0], Side(actor=foe, span=named[0].span)) if foe else None


def _of_paragraph(document: Document, line: Line, usual: Sides | None) -> Sides | None:
    """The pair of a sentence without names: that of the nearest sentence before in its paragraph
    that tells of a group outside the usual pair; in articles about several wars."""
    rank = line.sentence.rank
    for earlier in reversed(document.lines[max(0, rank - _NEAR) : rank]):
        if earlier.sentence.paragraph != line.sentence.paragraph:
            break
        if not earlier.sides:
            continue
        groups = [side for side in earlier.sides if document.foe_of(side.actor)]
        if not all(_outsider(side, usual) for side in earlier.sides):
            break
        return _with_its_foe(document, groups, usual) or usual
    return usual


_NEAR = 3  # sentences before, within a paragraph


def _settled(
    document: Document,
    line: Line,
    named: Sequence[Side],
    usual: Sides | None,
    *,
    whole_sentence: bool,
) -> Sides | None:
    """The pair among those named, where only one can be meant."""
    actors = {side.actor for side in named}
    if whole_sentence and usual and len(named) == 2 and _stands_for(document, named, usual):
        return usual
    if usual and {side.actor for side in usual} <= actors:
        one, other = (side for side in named if not _outsider(side, usual))
        return one, other
    if _guests(line, named, usual):
        return usual
    if len(named) == 2 and (
        not whole_sentence
        or all(_outsider(side, usual) for side in named)
        or document.at_war(*actors)
        or any(_outsider(side, usual) and gives(line, side) for side in named)
        or _are_guests_of(line, named, usual)
    ):
        return named[0], named[1]
    if len(named) > 2:
        wars = [
            pair for pair in combinations(named, 2) if document.at_war(*(s.actor for s in pair))
        ]
        return wars[0] if len(wars) == 1 else None
    if len(named) == 1 and _outsider(named[0], usual) and is_people(line, named[0]):
        return usual if _BESIDE_GUESTS.search(line.text) else _with_captor(named[0], usual)
    return None


def _guests(line: Line, named: Sequence[Side], usual: Sides | None) -> bool:
    """ "Three Israelis along with five Thais": a side's people, and those of a third nation."""
    outside = [side for side in named if _outsider(side, usual)]
    return (
        len(named) == 2
        and len(outside) == 1
        and is_people(line, outside[0])
        and all(is_people(line, side) or side.actor.isupper() for side in named)
        and bool(_BESIDE_GUESTS.search(line.text))
    )


def _are_guests_of(line: Line, named: Sequence[Side], usual: Sides | None) -> bool:
    """ "Five Thais were among those whom Hamas let go": people of a third nation and a captor."""
    outside = [side for side in named if _outsider(side, usual)]
    captors = [side for side in named if side not in outside and side.actor.islower()]
    return (
        len(outside) == len(captors) == 1
        and is_people(line, outside[0])
        and not _BESIDE_GUESTS.search(line.text)
    )


def _stands_for(document: Document, named: Sequence[Side], usual: Sides) -> bool:
    """Whether a sentence names beside one side a group that belongs to the other."""
    known = {side.actor for side in usual}
    outside = [side for side in named if side.actor not in known]
    inside = {side.actor for side in named} & known
    return (
        len(outside) == 1
        and len(inside) == 1
        and all(actor.isupper() for actor in inside)
        and document.home_of(outside[0].actor) in known - inside
        and not document.at_war(outside[0].actor, document.home_of(outside[0].actor) or "")
    )


def _first_of_allies(document: Document, named: Sequence[Side]) -> list[Side]:
    """ "Hamas and Islamic Jihad let them go": one side, led by the group named first."""
    kept: list[Side] = []
    for side in named:
        home = document.home_of(side.actor)
        before = kept[-1] if kept else side
        between = document.article.text[before.span.end : side.span.start]
        if not (
            home
            and document.home_of(before.actor) == home
            and not document.at_war(before.actor, side.actor)
            and before is not side
            and _AND.fullmatch(between)
        ):
            kept.append(side)
    return kept


_AND = re.compile(r"\s?(?:,|and|, and)\s(?:the\s)?")


def _outsider(side: Side, usual: Sides | None) -> bool:
    return usual is None or side.actor not in {one.actor for one in usual}


def _with_captor(side: Side, usual: Sides | None) -> Sides | None:
    """People of a third nation go home from the group that held them: "five Thais were let go"."""
    groups = [one for one in usual or () if one.actor.islower()]
    return (side, groups[0]) if len(groups) == 1 else None


def _between(line: Line, stretch: Stretch) -> Sides | None:
    found = (rule.finditer(line.text, *stretch) for rule in (_BETWEEN, _ONE_FOR_ONE))
    for match in chain.from_iterable(found):
        pair = [
            side for place, side in line.actors if place in (match.start("a"), match.start("b"))
        ]
        if len(pair) == 2 and pair[0].actor != pair[1].actor:
            return pair[0], pair[1]
    return None


def _named(document: Document, line: Line, stretch: Stretch, usual: Sides | None) -> list[Side]:
    """The possible sides that a stretch names, bystanders left out."""
    possible = {side.actor for side in line.sides}
    found: dict[str, Side] = {}
    for place, side in line.actors:
        outside = _outsider(side, usual)
        bystander = outside and stands_by(document, line, (place, side), usual)
        if stretch.holds(place) and side.actor in possible and not bystander:
            found.setdefault(side.actor, side)
    found = {side.actor: side for side in _first_of_allies(document, tuple(found.values()))}
    named = [side for side in found.values() if not _is_home(document, line, side, found, usual)]
    if any(not _outsider(side, usual) for side in named) and len(named) > 2:
        named = [side for side in named if not (_outsider(side, usual) and is_people(line, side))]
    return [*named, *_government(document, line, stretch, named)]


def _is_home(
    document: Document, line: Line, side: Side, found: dict[str, Side], usual: Sides | None
) -> bool:
    """An adjective beside a group of that state, with a third side: "an Afghan" of the Taliban."""
    known = {*(found if len(found) > 2 else ()), *(one.actor for one in usual or ())}
    groups = [one for one in known if document.home_of(one) == side.actor]
    bare = [
        (name.form is Form.DEMONYM and not _IN_POWER.match(line.text, place + 1))
        or is_home_of_next(document, line, place)
        for place, name in line.names(NameType.ACTOR)
        if name.actor == side.actor and not in_dateline(line, place)
    ]
    return bool(groups) and all(bare)


def is_home_of_next(document: Document, line: Line, place: int) -> bool:
    """ "Afghanistan's Taliban rulers": where the group behind it comes from."""
    match = _OWNS_NEXT.match(line.text, place)
    actors = dict(line.actors)
    home, group = (actors.get(match.start(label)) if match else None for label in "ab")
    return home is not None and group is not None and document.home_of(group.actor) == home.actor


_OWNS_NEXT = pattern(r"(?P<a>{actor})'s? (?:[\w-]+ ){0,2}?(?P<b>{actor})")


def _government(
    document: Document, line: Line, stretch: Stretch, named: Sequence[Side]
) -> Iterator[Side]:
    """ "The government" beside a group alone is that of the state which the group fights."""
    home = document.home_of(named[0].actor) if len(named) == 1 else None
    if home is None or not document.at_war(named[0].actor, home):
        return
    if match := _THE_GOVERNMENT.search(line.text, *stretch):
        yield Side(actor=home, span=line.tape.span(*match.span("g")))
