"""Where a sentence speaks of the dead handed over; how far that had come tells standing.py."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from extractors.fact import Status
from extractors.kinds.remains_repatriation import elided, words
from extractors.kinds.remains_repatriation.standing import of_noun, of_participle, of_verb
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.status import Standing, Stretch

_MOST = 6  # handovers that one wording is read for in a sentence: bounds the work on hostile text


class Handover(NamedTuple):
    """The dead and what is done with them. `verb` is give, get, swap or come; empty for a noun."""

    line: Line
    clause: Stretch
    trigger: Stretch
    dead: Stretch
    verb: str
    standing: Standing


def is_on_bodies(before: Line, line: Line) -> bool:
    """ "Bodies are another matter. Russia handed over 6,057": what the sentence is about."""
    living = words.THE_LIVING.search(before.text) or words.THE_LIVING.search(line.text)
    return bool(words.THE_DEAD.search(before.text)) and not living


def is_total(one: Handover) -> bool:
    """Whether it tells a running total: "the total number returned is now 270"."""
    return one.line.text.startswith(("total", "number"), one.dead.start)


def handovers_in(line: Line, *, goes_on: bool = False) -> tuple[Handover, ...]:
    """The handovers of a sentence, one a clause; `goes_on`: the one before told of bodies."""
    found: dict[int, Handover] = {}
    named = tuple(_each(line, goes_on=goes_on))
    goes_on = goes_on or bool(named or words.THE_DEAD.search(line.text))
    for handover in (*named, *(_elliptic(line) if goes_on else ())):
        kept = found.get(handover.clause.start)
        if kept is None or _leads(handover, kept):
            found[handover.clause.start] = handover
    told = [one for _, one in sorted(found.items()) if not _is_other(one)]
    return tuple(one for one in told if not _is_told_by_verb(one, told))


def _is_told_by_verb(one: Handover, told: Sequence[Handover]) -> bool:
    """ "In the last body exchange, Kyiv got back 909 of the fallen": what a verb tells anyway."""
    bare = not one.verb and one.standing.status is Status.REPORTED
    return bare and any(other.verb and one.clause.holds(other.trigger.start) for other in told)


def _leads(one: Handover, kept: Handover) -> bool:
    """A verb leads over a noun, the verb nearest to the dead over others."""
    return bool(one.verb) > bool(kept.verb)


def _each(line: Line, *, goes_on: bool) -> Iterator[Handover]:
    totals = elided.TOTALS if goes_on or words.BODIES.search(line.text) else ()
    for verb, rule in (*words.VERBS, *totals):
        for told in islice(rule.finditer(line.text), _MOST):
            match = _begun(line, rule, told)
            trigger = Stretch(*match.span("v"))
            clause = _clause(line, match)
            if not _is_noun(line, trigger):
                said = verb == "given"
                standing = of_participle(line, trigger) if said else of_verb(line, clause, trigger)
                deed = "swap" if match["v"].startswith(("exchang", "swap")) else verb
                yield Handover(line, clause, trigger, Stretch(*match.span("b")), deed, standing)
    for rule in words.NOUNS:
        for match in islice(rule.finditer(line.text), _MOST):
            trigger = Stretch(*match.span("v"))
            clause = _clause(line, match)
            standing = of_noun(line, clause, trigger)
            yield Handover(line, clause, trigger, Stretch(*match.span("b")), "", standing)


def _begun(line: Line, rule: re.Pattern[str], told: re.Match[str]) -> re.Match[str]:
    """Of "handed over a list and begun transferring bodies" the latter."""
    nearer = rule.search(line.text, told.end("v"), told.end())
    if nearer and words.BEGUN.search(line.text, told.end("v"), nearer.start("v")):
        return nearer
    return told


def _elliptic(line: Line) -> Iterator[Handover]:
    """ "Ukraine got back 78", after a sentence that told of bodies."""
    for verb, rule in elided.ELLIPTIC:
        for match in islice(rule.finditer(line.text), _MOST):
            if elided.OF_THE_LIVING.search(line.text, 0, match.start()):
                continue
            trigger = Stretch(*match.span("v"))
            clause = _clause(line, match)
            standing = of_verb(line, clause, trigger)
            yield Handover(line, clause, trigger, Stretch(*match.span("b")), verb, standing)


def _clause(line: Line, match: re.Match[str]) -> Stretch:
    """From the clause in which the words begin to that in which they end."""
    first, last = line.clause(match.start()), line.clause(max(match.start(), match.end() - 1))
    end = last.end
    for part in line.clauses:
        goes_on = part.start >= end and elided.GOES_ON.search(line.text, *part)
        if goes_on or (part.start == end and words.RESUMED.match(line.text, *part)):
            end = part.end
    return Stretch(first.start, end)


_NOUN_BEFORE = re.compile(
    r"(?:\b(?:the|an?|this|that|their|its|of|on|for|and|in|prisoner|body|bodies|agreed)|'s"
    r"|[\ue001\ue004]) \Z"
)
_BOTH = re.compile(r"(?:exchanges?|swaps?|returns?|transfers?|releases?|trades?|hand)\Z")


def _is_noun(line: Line, trigger: Stretch) -> bool:
    said = line.text[trigger.start : trigger.end]
    if not _BOTH.match(said):
        return False
    before = max(0, trigger.start - 12)
    return line.text.startswith(" of ", trigger.end) or bool(
        _NOUN_BEFORE.search(line.text, before, trigger.start)
    )


#: "how many Russian bodies had been given", "no date had been agreed for the return".
_UNTOLD = re.compile(
    r"\bhow many (?:[\w\ue005]+ ){0,3}\Z|\bno (?:date|day|deadline|agreement|word|decision|sign)\b"
    r"[^.;,]{0,40} (?:for|of|on|about) (?:the |an? |any )?\Z"
)
_BROUGHT = re.compile(r"\b(?:br(?:ought|ings?|inging)|deliver|arriv|transfer|transport|came|sent)")


def _is_other(one: Handover) -> bool:
    """Whether the words tell of families, of crashes, of bodies found, or what might be."""
    text = one.line.text
    yet = words.YET_TO.search(text, max(0, one.trigger.start - 12), one.trigger.start)
    if yet and (yet.group().startswith("yet") or words.ANY.match(text, one.trigger.end)):
        return True  # told of those still held, and of no handover
    if words.NONE_SINCE.search(text, max(0, one.trigger.start - 12), one.clause.end):
        return True
    if _UNTOLD.search(text, max(0, one.dead.start - 50), one.dead.start):
        return True
    if _UNTOLD.search(text, max(0, one.trigger.start - 70), one.trigger.start):
        return True
    if one.verb == "count" and "how many" in text:
        return True
    if words.BLAMED.search(text, 0, one.trigger.start):
        return True
    if words.ONCE_BELIEVED.search(text, 0, one.trigger.start):
        return True
    brought = one.verb and _BROUGHT.search(text, one.clause.start, one.trigger.end)
    if brought and words.TO_THE_POINT.search(text, *one.clause):
        return True
    return bool(
        words.NOT_HANDED.search(text, *one.clause) or words.IF.match(text, one.clause.start)
    )


def is_of_war(document: Document, line: Line) -> bool:
    """Whether the sentence or the one before it speaks of soldiers, hostages or a war."""
    before = document.before(line)
    return bool(words.OF_WAR.search(line.text) or (before and words.OF_WAR.search(before.text)))
