"""When a handover took place: its own day, and not that of the deaths, of talks or of a count."""

from __future__ import annotations

import re

from extractors.claims import Claim
from extractors.kinds.remains_repatriation import words
from extractors.kinds.remains_repatriation.handovers import Handover, is_total
from extractors.parsing.dates import DateMention
from extractors.parsing.line import Line
from extractors.parsing.scenes import date_in
from extractors.parsing.status import Stretch


def date_of(handover: Handover) -> DateMention | None:
    """The day of the handover, where the words of its clause tell it or leave no other."""
    line, clause = handover.line, handover.clause
    date = _just_before(handover) or _day_when(handover) or _own_date(handover)
    if date and not clause.holds(line.tape.place(date.span.start)):
        return None if _AFTERWARDS.match(line.text, clause.start) else date
    return date


def _just_before(handover: Handover) -> DateMention | None:
    """ "It follows a March 28 exchange of bodies", "and on Thursday, the bodies of four"."""
    line, end = handover.line, handover.dead.start
    ends = (handover.trigger.start - 1,) if not handover.verb else ()
    if said := _THE_BODIES.search(line.text, max(0, end - 12), end):
        ends = (*ends, said.start() + 1)
    found = (one for end in ends for _, one in line.tape.annotations(max(0, end - 1), end))
    return next((one for one in found if isinstance(one, DateMention)), None)


def _day_when(handover: Handover) -> DateMention | None:
    """ "The last handover was in April, when Ukraine got back 909"."""
    line, start = handover.line, handover.clause.start
    if not line.text.startswith("when ", start):
        return None
    before = [one for _, one in line.tape.annotations(max(0, start - 3), start)]
    return before[-1] if before and isinstance(before[-1], DateMention) else None


_THE_BODIES = re.compile(r"\ue004,? the \Z")


#: "on Thursday, a day after Moscow handed over": Thursday is another deed's.
_AFTERWARDS = re.compile(r"\W{0,3}(?:a \w+ )?(?:after|before|following)\b")


def _own_date(handover: Handover) -> DateMention | None:
    """The first date that is not that on which they fell or were found."""
    line, clause = handover.line, handover.clause
    date = None if is_total(handover) else date_in(line, clause)
    for _ in range(2):
        if date is None or not _of_their_death(handover, date):
            return date
        after = line.tape.place(date.span.start) + 1
        date = date_in(line, Stretch(after, clause.end)) if clause.holds(after) else None
    return None


def _of_their_death(handover: Handover, date: DateMention) -> bool:
    """ "the remains of eight men found on land won in 2020"."""
    place = handover.line.tape.place(date.span.start)
    verb = handover.trigger.end if handover.trigger.end <= place else 0
    start = max(handover.dead.end, verb)
    if _OF_TALKS.match(handover.line.text, place + 1):
        return True
    return bool(place > start and _FELL.search(handover.line.text, start, place))


#: "in the June 2 Istanbul peace talks".
_OF_TALKS = re.compile(
    r" (?:[\ue005\ue007] )?(?:peace )?(?:talks|negotiations|round|meeting|deal)\b"
)


_FELL = re.compile(
    r"\b(?:found|killed|murdered|slain|kidnapped|abducted|died|fell|perished|captured"
    r"|discovered|recovered|exhumed|buried|missing"
    r"|lost|liberated|since)\b[^;]{0,90}\Z"
)


def dated(claim: Claim, line: Line) -> Claim:
    """ "The transfer took place on Monday", right after the handover itself was told."""
    apart = line.sentence.span.start - claim.span.end
    said = words.TOOK_PLACE.search(line.text) if claim.date is None and 0 <= apart <= 2 else None
    date = date_in(line, line.clause(said.start())) if said else None
    if date is None:
        return claim
    grounding = {**claim.grounding, "date": date.span}
    return claim.model_copy(
        update={"date": date.edtf, "date_basis": date.basis, "grounding": grounding}
    )
