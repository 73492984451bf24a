"""Where a sentence speaks of the dead handed over, and how far that had come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from extractors.fact import Status
from extractors.kinds.remains_repatriation import words
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.status import Standing, Stretch, noun_standing, verb_standing

_MOST = 6  # handovers that one wording is read for in a sentence: bounds the work on hostile text


class Handover(NamedTuple):
    """The dead and what is done with them. `verb` is give, get, swap or come; empty for a noun."""

    line: Line
    clause: Stretch
    trigger: Stretch
    dead: Stretch
    verb: str
    standing: Standing


def is_total(one: Handover) -> bool:
    """Whether it tells a running total: "the total number returned is now 270"."""
    return one.line.text.startswith("total", one.dead.start)


def handovers_in(line: Line, *, goes_on: bool = False) -> tuple[Handover, ...]:
    """The handovers of a sentence, one a clause; `goes_on`: the one before told of bodies."""
    found: dict[int, Handover] = {}
    for handover in (*_each(line), *(_elliptic(line) if goes_on else ())):
        kept = found.get(handover.clause.start)
        if kept is None or _leads(handover, kept):
            found[handover.clause.start] = handover
    return tuple(one for _, one in sorted(found.items()) if not _is_other(one))


def _leads(one: Handover, kept: Handover) -> bool:
    """A verb leads over a noun, the verb nearest to the dead over others."""
    return bool(one.verb) > bool(kept.verb)


def _each(line: Line) -> Iterator[Handover]:
    totals = words.TOTALS if words.BODIES.search(line.text) else ()
    for verb, rule in (*words.VERBS, *totals):
        for match in islice(rule.finditer(line.text), _MOST):
            trigger = Stretch(*match.span("v"))
            clause = _clause(line, match)
            if not _is_noun(line, trigger):
                standing = _standing(line, clause, trigger)
                yield Handover(line, clause, trigger, Stretch(*match.span("b")), verb, standing)
    for rule in words.NOUNS:
        for match in islice(rule.finditer(line.text), _MOST):
            trigger = Stretch(*match.span("v"))
            clause = _clause(line, match)
            standing = noun_standing(line.tape, clause, trigger) or _bare_standing(line, trigger)
            standing = _denied(line, trigger) or standing
            yield Handover(line, clause, trigger, Stretch(*match.span("b")), "", standing)


def _bare_standing(line: Line, noun: Stretch) -> Standing:
    """Of a noun that no cue governs: what an agreement provides for is agreed."""
    if provided := words.PROVIDED.search(line.text, max(0, noun.start - 200), noun.start):
        return Standing(Status.AGREED, Stretch(*provided.span()), "provided for")
    if told := words.TOLD_OF.search(line.text, max(0, noun.start - 40), noun.start):
        return Standing(Status.COMPLETED, Stretch(*told.span()), "told of")
    return Standing(Status.REPORTED, noun, "bare")


def _denied(line: Line, trigger: Stretch) -> Standing | None:
    """ "Moscow announced that the transfer of bodies had begun, which Kyiv denied"."""
    match = words.DENIED.search(line.text, trigger.end)
    return Standing(Status.DENIED, Stretch(*match.span()), "denied behind") if match else None


def _elliptic(line: Line) -> Iterator[Handover]:
    """ "Ukraine got back 78", after a sentence that told of bodies."""
    for verb, rule in words.ELLIPTIC:
        for match in islice(rule.finditer(line.text), _MOST):
            trigger = Stretch(*match.span("v"))
            clause = _clause(line, match)
            standing = _standing(line, clause, trigger)
            yield Handover(line, clause, trigger, Stretch(*match.span("b")), verb, standing)


#: "managed to return", "which also saw Russia receive": done, in the form of an infinitive.
_MANAGED = re.compile(r"\b(?:(?:managed|able) to|s(?:aw|ees?) (?:the )?[\w\ue005\ue007]+) \Z")


#: "may be unilaterally handed over".
_MAY_BE = re.compile(r"\b(?:may|might|could)(?: also| soon)? be (?:\w+ly )?\Z")


def _standing(line: Line, clause: Stretch, trigger: Stretch) -> Standing:
    """ "would free 125 and hand over 180": a bare verb takes the modal before it."""
    told = verb_standing(line.tape, clause, trigger)
    if begun := words.UNDER_WAY.search(line.text, max(0, trigger.start - 80), trigger.start):
        return Standing(Status.ONGOING, Stretch(*begun.span()), "under way")
    if may := _MAY_BE.search(line.text, max(0, trigger.start - 40), trigger.start):
        return Standing(Status.PROPOSED, Stretch(*may.span()), "may be")
    before = max(0, trigger.start - 70)
    governing = words.GOVERNING.search(line.text, before, trigger.start)
    if governing and told.status is not Status.DENIED:
        stretch = Stretch(*governing.span())
        return Standing(Status(str(governing.lastgroup)), stretch, "governed")
    if told.status is not Status.COMPLETED:
        return told
    if line.text[trigger.start : trigger.end].split(" ")[0] not in words.BARE:
        return told
    if _MANAGED.search(line.text, max(0, trigger.start - 24), trigger.start):
        return told
    if _HEADLINE.search(line.text, 0, trigger.start):
        return told
    modals = list(words.MODAL.finditer(line.text, 0, trigger.start))
    if not modals:
        return told._replace(status=Status.PROPOSED)
    last = modals[-1]
    return Standing(Status(str(last.lastgroup)), Stretch(*last.span()), "modal before")


#: "Hezbollah return two coffins": the present of headlines.
_HEADLINE = re.compile(r"\A\W{0,2}(?:the )?\ue005 \Z")


def _clause(line: Line, match: re.Match[str]) -> Stretch:
    """From the clause in which the words begin to that in which they end."""
    first, last = line.clause(match.start()), line.clause(max(match.start(), match.end() - 1))
    end = last.end
    for part in line.clauses:
        goes_on = part.start >= end and words.GOES_ON.search(line.text, *part)
        if goes_on or (part.start == end and words.RESUMED.match(line.text, *part)):
            end = part.end
    return Stretch(first.start, end)


_NOUN_BEFORE = re.compile(r"\b(?:the|an?|this|that|their|its|of|on|for|and|in|prisoner) \Z")
_BOTH = re.compile(r"(?:exchanges?|swaps?|returns?|transfers?|releases?|trades?|hand)\Z")


def _is_noun(line: Line, trigger: Stretch) -> bool:
    said = line.text[trigger.start : trigger.end]
    if not _BOTH.match(said):
        return False
    before = max(0, trigger.start - 12)
    return line.text.startswith(" of ", trigger.end) or bool(
        _NOUN_BEFORE.search(line.text, before, trigger.start)
    )


_BROUGHT = re.compile(r"br(?:ought|ings?|inging)|deliver|arriv|transfer|transport|came|sent")


def _is_other(one: Handover) -> bool:
    """Whether the words tell of families, of crashes, of bodies found, or what might be."""
    text = one.line.text
    yet = words.YET_TO.search(text, max(0, one.trigger.start - 12), one.trigger.start)
    if yet and (yet.group().startswith("yet") or words.ANY.match(text, one.trigger.end)):
        return True  # told of those still held, and of no handover
    if one.line.text.endswith("how many ", 0, one.dead.start):
        return True
    if words.BLAMED.search(text, 0, one.trigger.start):
        return True
    if words.ONCE_BELIEVED.search(text, 0, one.trigger.start):
        return True
    brought = one.verb and _BROUGHT.match(text, one.trigger.start)
    if brought and words.TO_THE_POINT.search(text, *one.clause):
        return True
    return bool(
        words.NOT_HANDED.search(text, *one.clause) or words.IF.match(text, one.clause.start)
    )


def is_of_war(document: Document, line: Line) -> bool:
    """Whether the sentence or the one before it speaks of soldiers, hostages or a war."""
    before = document.before(line)
    return bool(words.OF_WAR.search(line.text) or (before and words.OF_WAR.search(before.text)))
