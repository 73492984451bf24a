"""Figures of people killed, wounded, missing or held, as a sentence gives them.

Whose they are and over what time is left to the modules beside this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from extractors.kinds.casualty_estimate.frames import FRAMES
from extractors.kinds.casualty_estimate.lists import sharing
from extractors.kinds.casualty_estimate.toll import Toll
from extractors.kinds.casualty_estimate.words import (
    BODIES,
    BREAKDOWN,
    CAPTIVES,
    CIVILIANS,
    DEAD_GIVEN,
    HANDED_OVER,
    LET_GO,
    OF_THOSE_TOLD,
    SET_FREE,
    SOLDIERS,
    SPOKEN_OF,
    STILL,
    THINGS,
    TRADES,
    WOUNDED_MEN,
)
from extractors.parsing.line import Line
from extractors.parsing.numbers import Number
from extractors.parsing.patterns import Rules
from extractors.parsing.status import Stretch
from extractors.values import Count, Qualifier

_MOST = 20  # figures that one frame is read for in a sentence: bounds the work on hostile text
MEASURES = ("casualties", "killed", "wounded", "missing", "captured")


_FRAMES = Rules(FRAMES)


def tolls_in(line: Line) -> tuple[Toll, ...]:
    """The tolls of a sentence in order, each figure once; parts of one that was given left out."""
    found: dict[int, Toll] = {}
    for name, rule in _FRAMES.live(line.text):
        for match in islice(rule.finditer(line.text), _MOST):
            toll = _toll(line, name, match)
            if toll and (toll.place not in found or _closer(toll, found[toll.place])):
                found[toll.place] = toll
    for toll in tuple(found.values()):
        for more in sharing(line, toll):
            found.setdefault(more.place, more)
    return tuple(_whole(line, [found[place] for place in sorted(found)]))


def _closer(toll: Toll, other: Toll) -> bool:
    """ "killed 40,000 and wounded": the measure before a figure is its own if it touches it; of
    "losses at 52,928 killed" that behind it."""
    if other.frame == "toll at" and other.measure == "casualties" and _ends_in_measure(toll):
        return True
    if toll.frame == "toll at" and toll.measure == "casualties" and _ends_in_measure(other):
        return False
    return toll.stretch.end - toll.stretch.start < other.stretch.end - other.stretch.start


def _ends_in_measure(toll: Toll) -> bool:
    """ "52,928 killed", "3,000 soldiers confirmed killed"."""
    return toll.frame == "count first" and toll.words.start - toll.place < _TOUCHING


_TOUCHING = 30


def _toll(line: Line, frame: str, match: re.Match[str]) -> Toll | None:
    place = match.start("n")
    number = line.tape.at(place)
    if not isinstance(number, Number) or number.ordinal or number.age:
        return None
    if _is_of_things(line, match) or _is_spoken_of(line, match):
        return None
    if frame == "toll at" and not (
        match["stands"] or _EXCEEDS.match(line.tape.words(place, place + 1))
    ):
        return None
    if frame == "toll at" and match["stands"] == " of" and " and " in (match["mid"] or ""):
        return None  # "deaths and the flight of millions"
    said = next(name for name in MEASURES if match.groupdict().get(name))
    captives = said == "missing" and _HELD.search(match.group())
    part = _OUT_OF.search(line.text, max(0, place - 16), place)
    those = line.tape.at(part.start()) if part else None
    return Toll(
        line=line,
        clause=line.clause(place),
        place=place,
        stretch=Stretch(*match.span()),
        words=Stretch(*match.span(said)),
        figure=_figure(match, those if isinstance(those, Number) else number),
        measure="captured" if captives else said,
        population=_population(line, match),
        frame=frame,
    )


def _is_of_things(line: Line, match: re.Match[str]) -> bool:
    """Tanks, days, and people of a trade, unless they are held."""
    after = match.start("n") + 1
    trade = TRADES.match(line.text, after) and not match.groupdict().get("captured")
    return bool(trade or THINGS.match(line.text, after))


def _figure(match: re.Match[str], number: Number) -> Count:
    """The count of a toll: of one that "has passed 100,000" more than that."""
    stands = match.groupdict().get("stands") or ""
    passed = stands.startswith((" pass", " top")) and number.count.qualifier is Qualifier.EXACT
    return number.count.model_copy(update=_MORE_THAN) if passed else number.count


_MORE_THAN = {"high": None, "qualifier": Qualifier.MORE_THAN}
#: "some 40 captives are still missing".
_HELD = re.compile(r"\b(?:captives|hostages|abductees)\b")
#: "6,000 of the 11,000 soldiers have become casualties": the former.
_OUT_OF = re.compile(r"\ue000 (?:out )?of (?:the |its |their |an estimated )?\Z")


def _is_spoken_of(line: Line, match: re.Match[str]) -> bool:
    """Whether a figure is a goal, a wish, of bodies or of people told of; who is held is so."""
    place = match.start("n")
    before = max(0, place - 40)
    if place == 0 and _WOULD_BE.match(line.text, match.end()):
        return True
    if BODIES.search(match.group()) or DEAD_GIVEN.match(line.text, match.end()):
        return True
    if HANDED_OVER.search(line.text, before, place) or LET_GO.search(line.text, before, place):
        return True
    taken = _OF_THE.search(line.text, before, place) and _OF_THE_TAKEN.match(line.text, place)
    if taken and not (match.groupdict().get("casualties") or STILL.search(match.group())):
        return True
    killed = match.groupdict().get("killed") and match.start("killed") > place
    if killed and _DEAD_CAPTIVES.match(line.text, match.end("killed")):
        return True
    if killed and WOUNDED_MEN.match(line.text, match.end("killed")) and _SWAPPED.search(line.text):
        return True  # "swaps involving 210 dead Ukrainian soldiers"
    if _BESIDE_THEM.search(line.text, before, place) and _SWAPPED.search(line.text):
        return True  # "exchanged 246 prisoners each, plus dozens of wounded"
    wounded = match.groupdict().get("wounded") and match.start("wounded") > place
    if wounded and SET_FREE.search(line.text) and _sent_home(line, match.end("wounded")):
        return True
    if match.groupdict().get("killed") and OF_THOSE_TOLD.search(line.text, before, place):
        return True
    still = match.groupdict().get("captured") and STILL.search(match.group())
    return not still and bool(SPOKEN_OF.search(line.text, before, place))


#: "Of the 251 taken hostage, 58 are still held": the latter.
_OF_THE = re.compile(r"(?:\A\W{0,2}|, )(?:of|among) (?:the )?\Z")
_OF_THE_TAKEN = re.compile(r"\ue000[^.;]{1,90}, \ue000")


def _sent_home(line: Line, end: int) -> bool:
    """ "31 wounded prisoners", "246 of each side were swapped, with 46 wounded": no toll."""
    return bool(WOUNDED_MEN.match(line.text, end)) or not _DEATHS.search(line.text)


_DEATHS = re.compile(r"\b(?:kill\w*|dead|deaths?|died|casualt\w+|lives|toll)\b")
_DEAD_CAPTIVES = re.compile(r" (?:\ue005 )?(?:captives|hostages)\b")
_SWAPPED = re.compile(r"\b(?:swap\w*|exchang\w*|repatriat\w*)\b")
_BESIDE_THEM = re.compile(
    r"\b(?:each|apiece|prisoners|captives),? (?:plus|and|as well as|along with) \Z"
)
#: "Surpassing a million killed and wounded would be a milestone".
_WOULD_BE = re.compile(r"[^.;,]{0,30} would be\b")


#: "The figure included 250,000 killed": of the toll of a sentence before.
_INCLUDED = re.compile(r"\Aincludes?d? ")
_OF_THEM = re.compile(r" of (?:them|whom|which)\b")
_EXCEEDS = re.compile(r"(?:exceed|surpass|topp|over |more than |up to |as many as )", re.IGNORECASE)


def _population(line: Line, match: re.Match[str]) -> str | None:
    """Soldiers or civilians, where the words between figure and measure say so."""
    groups = match.groupdict()
    start, stop = match.span("mid") if groups.get("mid") else (match.end("n"), match.end("n"))
    if groups.get("who"):
        start, stop = min(start, match.start("who")), match.end("who")
    if more := _AND_OTHERS.match(line.text, stop):
        stop = more.end()
    soldiers = SOLDIERS.search(line.text, start, stop)
    civilians = CIVILIANS.search(line.text, start, stop)
    if bool(soldiers) == bool(civilians):
        return None
    return "military" if soldiers else "civilian"


def _opens(part: re.Match[str]) -> bool:
    """ "Of those, 250,000 have died": of the toll of the sentence before."""
    return part.start() == 0 and part.group().startswith("of ")


#: "1.4 million on both sides, including 400,000 Ukrainian soldiers".
_BOTH = re.compile(r"\bboth sides\b")
_OF_ONE = re.compile(r"\ue000 \ue005")
#: "37,000 civilians and soldiers".
_AND_OTHERS = re.compile(r" and [a-z]{4,14}\b")


def _whole(line: Line, tolls: list[Toll]) -> Iterator[Toll]:
    """Without the parts of a toll: "57,000, of whom 17,000 children". Of casualties, the killed
    among them are a toll of their own."""
    last: Toll | None = None
    both = False  # whether the killed and wounded together were told
    for toll in tolls:
        part = BREAKDOWN.search(line.text, max(0, toll.place - 50), toll.place)
        of_them = _OF_THEM.match(line.text, toll.place + 1)
        among = both and toll.measure != "casualties"
        beside = toll.population == "military" and part and part.group().endswith(", and ")
        included = part and not (among or beside or _INCLUDED.match(part.group()) or _opens(part))
        held = toll.measure == "captured" and STILL.search(line.text, *toll.stretch)
        by_side = (
            part and _BOTH.search(line.text, 0, toll.place) and _OF_ONE.match(line.text, toll.place)
        )
        if of_them and toll.measure == "killed" and CAPTIVES.search(line.text, 0, toll.place):
            continue
        if not (held or by_side) and (included or (of_them and last is not None and not among)):
            continue
        last, both = toll, both or toll.measure == "casualties"
        yield toll
