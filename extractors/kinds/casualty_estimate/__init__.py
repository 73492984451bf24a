"""How many of a side were killed, wounded, lost or are held, in the war or a period of it.

The toll of one strike, accident or day is none, nor a rate, a goal or a projection. A figure
without a side is left out. Known gaps: sides named only in an earlier paragraph; ranges told in two
sentences; what "they" or a conflict called "it" cost; losses of equipment and of people in one
list; small tolls of short wars.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import ClassVar

from extractors.claims import Claim, Kind, Slots
from extractors.fact import Fields, Status
from extractors.kinds.casualty_estimate.blows import is_of_its_cause
from extractors.kinds.casualty_estimate.estimators import put_estimators
from extractors.kinds.casualty_estimate.periods import put_period
from extractors.kinds.casualty_estimate.scope import goes_on_from, is_of_war
from extractors.kinds.casualty_estimate.told import Told
from extractors.kinds.casualty_estimate.toll import Toll
from extractors.kinds.casualty_estimate.tolls import tolls_in
from extractors.kinds.casualty_estimate.whose import side_of
from extractors.kinds.casualty_estimate.words import TOPIC
from extractors.parsing.agreeing import agree
from extractors.parsing.document import Document
from extractors.parsing.line import Side
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern
from extractors.parsing.vague_sides import with_sides_named
from extractors.parsing.wars import is_history
from extractors.values import Count, Edtf

VERSION = 10


class CasualtyEstimate(Fields):
    """FACTS.md, kind 11. `side` is `all` for the losses of all sides together."""

    kind: ClassVar[str] = "casualty_estimate"

    side: str
    count: Count
    measure: str | None = None
    population: str | None = None
    since: Edtf | None = None
    until: Edtf | None = None
    estimators: tuple[str, ...] = ()


def _read(document: Document) -> Iterator[Claim]:
    if not (TOPIC.search(document.lowered) or any(map(document.fighting, document.lines))):
        return
    if is_history(document):
        return
    document = with_sides_named(document)
    told: list[Told] = []
    for line in document.lines:
        if not _MEASURE.search(line.text):
            continue
        tolls = tolls_in(line)
        of_war = {
            toll.clause
            for toll in tolls
            if toll.measure != "captured" and is_of_war(document, toll)
        }
        for toll in (_settled(document, one) for one in tolls):
            if (side := _side(document, toll, told, of_war)) is not None:
                told.append(Told(toll, side))
                yield _claim(document, toll, side)


def _settled(document: Document, toll: Toll) -> Toll:
    """ "Lost 11 men": these died; only of Russia and Ukraine the losses count the wounded too."""
    men = toll.measure == "casualties" and _LOST.match(toll.line.text, toll.words.start)
    both = {side.actor for side in document.dyad or ()} == {"RUS", "UKR"}
    few = (toll.figure.best or toll.figure.low or 0) < _MANY
    return toll._replace(measure="killed") if men and few and not both else toll


_LOST = re.compile(r"los[ts]")
_MANY = 2000  # so many may be wounded as well


def _side(
    document: Document, toll: Toll, told: list[Told], of_war: Collection[Stretch]
) -> Side | None:
    """The side of a toll that is the war's; a figure beside such a one is the war's as well."""
    goes_on = toll.clause in of_war or any(goes_on_from(one.toll, toll) for one in told[-1:])
    beside = toll.measure != "captured" or toll.frame == "of the same"
    if is_of_its_cause(toll) or not (is_of_war(document, toll) or (goes_on and beside)):
        return None
    return side_of(document, toll, told)


def _claim(document: Document, toll: Toll, side: Side) -> Claim:
    line, slots = toll.line, Slots()
    slots.put("side", side.actor, side.span)
    slots.put("count", toll.figure, line.tape.span(toll.place, toll.place + 1))
    said = line.tape.span(*toll.words)
    slots.put("measure", toll.measure, said)
    if toll.population:
        slots.put("population", toll.population, line.tape.span(*toll.stretch))
    put_period(slots, document, toll)
    put_estimators(slots, toll)
    return slots.claim(CasualtyEstimate, (Status.ESTIMATED, said), (line, toll.place), toll.frame)


def _same(full: Claim, claim: Claim) -> bool:
    mine, theirs = full.fields, claim.fields
    assert isinstance(mine, CasualtyEstimate)  # noqa: S101  # only this kind's claims come here
    assert isinstance(theirs, CasualtyEstimate)  # noqa: S101  # only this kind's claims come here
    if (mine.side, mine.measure) != (theirs.side, theirs.measure):
        return False
    if mine.count != theirs.count and _others_counted(mine, theirs):
        return False
    return agree(mine.count, theirs.count)


def _others_counted(one: CasualtyEstimate, other: CasualtyEstimate) -> bool:
    """Whether two figures are the counts of different bodies (FACTS.md, "Two claims")."""
    if not (one.estimators and other.estimators):
        return False
    return set(one.estimators).isdisjoint(other.estimators)


_MEASURE = pattern(
    r"hostage|custody|detention|detained|prison|jail|hands\b|kept|behind bars|kill|dead|death"
    r"|perish|died|lives|fatalit|casualt|wound|injur|loss|lost|missing"
    r"|unaccounted|captiv|held\b|hold|remain|still|abduct|kidnap|deport|taken|toll|martyr|slain"
    r"|\bcost\b|buried|transferred|captured|destroyed|eliminated|neutrali[sz]ed"
)
_TRIGGER = pattern(
    r"in (?:its|their) hands|behind bars|\bkept\b|\bkill|\bdead\b|death|\bdied\b|lives\b|fatalit"
    r"|perish|slain|casualt|wounded|injured|loss|\blost\b"
    r"|missing|captiv|captur|\bheld\b|\bhold|hostage|abduct|kidnap|deport|martyr|detention|custody"
    r"|\bcost\b|buried|prison|jail|\btaken\b|remain|eliminated|unaccounted|destroyed",
)

KIND = Kind(CasualtyEstimate.kind, VERSION, _TRIGGER, _read, _same)
