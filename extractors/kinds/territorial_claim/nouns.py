"""Land whose fate is told without a verb of taking: "Russia's annexation of Crimea", "lost Lashio
to the MNDAA", "under the control of".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from extractors.fact import Status
from extractors.kinds.territorial_claim.claimants import Claimant, claimant_at, claimant_of
from extractors.kinds.territorial_claim.deed import Deed
from extractors.kinds.territorial_claim.land import PLACES_IN, before_relative
from extractors.kinds.territorial_claim.persons import of_people
from extractors.kinds.territorial_claim.words import (
    BY,
    DECLARED,
    FREE,
    ITS_NOUN,
    LOST,
    LOST_TO,
    NOT_DONE,
    NOT_YET,
    NOUN,
    NOUNS,
    UNDER,
    UNDER_ARE,
)
from extractors.parsing.beside import date_beside
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.parties import PARTY, is_no_subject, last_group, speaker_at
from extractors.parsing.status import Stretch
from extractors.parsing.territories import Territories, territories_at, territories_before

_MOST = 5  # hits of one wording that a sentence is read for: bounds the work on hostile text


def told_by_nouns(document: Document, line: Line) -> Iterator[Deed]:
    """'Russia's annexation of Crimea in 2014': with an agent or a date, else in passing."""
    for match in islice(NOUN.finditer(line.text), _MOST):
        action, status = NOUNS[match["v"]]
        land = territories_at(line, match.end(), towns=True)
        by = BY.match(line.text, land.end)
        owner = match["i"] and match["v"] != "loss"  # the loser of what is lost
        agent = match.start("i") if owner else by.start("by") if by else match.start("to")
        claimant = claimant_at(line, agent) if agent >= 0 else None
        if match["own"]:
            claimant = claimant_of(document, line, match.start("own"), strict=False)
            claimant = claimant or _named_first(line, match.start("own"))
        if claimant is None and action == "occupied" and match["v"] not in ("fall", "loss"):
            claimant = _taker_speaking(document, line, match.start("v"), land)
        said = _ANNOUNCED_THE.search(line.text, max(0, match.start("v") - 40), match.start("v"))
        if said and not claimant:
            claimant = claimant_of(document, line, said.start(), strict=False)
        words = Stretch(match.start("v"), match.end())
        dated = date_beside(line, Stretch(words.start, land.end)) or action == "annexed"
        if (
            land.names
            and (claimant or dated or said)
            and not NOT_YET.search(line.text, 0, words.start)
        ):
            yield Deed("noun", action, status, words, land, claimant)


def told_of_its(document: Document, line: Line) -> Iterator[Deed]:
    """'The town has been a base since its recapture from the rebels': of the one land before."""
    for match in islice(ITS_NOUN.finditer(line.text), _MOST):
        action, status = NOUNS[match["v"]]
        towns = {one.name: at for at, one in line.names(NameType.PLACE, 0, match.start())}
        land = territories_at(line, *towns.values(), towns=True) if len(towns) == 1 else None
        party = claimant_at(line, match.start("i"))
        foe = document.foe_of(party.actor) if party and match["way"] == "from" else None
        taker = Claimant(foe, party.ground) if party and foe else party
        if land and land.names and taker and (foe or match["way"] == "by"):
            yield Deed("noun", action, status, Stretch(match.start("v"), match.end()), land, taker)


def _taker_speaking(
    document: Document, line: Line, place: int, land: Territories
) -> Claimant | None:
    """Who says that a town was taken, where he fights and the town is not his own."""
    speaker = speaker_at(document, line, place)
    states = {one.state for one in land.names}
    if speaker and speaker.actor not in states and document.has_foes(speaker.actor):
        return Claimant(speaker.actor, speaker.span)
    return None


def _named_first(line: Line, end: int) -> Claimant | None:
    """Of "The RSF struck in May, after their capture of" the RSF."""
    for sign in PARTY.finditer(line.text, 0, end):
        if not is_no_subject(line.text, sign.start()):
            return claimant_at(line, sign.start())
    return None


#: "Moscow announced the capture of Radkivka".
_ANNOUNCED_THE = re.compile(
    r"\b(?:announc(?:es|ed|ing)|(?:report|confirm|claim)(?:s|ed|ing))(?: on)?(?: \ue004)?"
    r" (?:the|its|their) (?:[\w-]+ )?\Z"
)


def told_free(document: Document, line: Line) -> Iterator[Deed]:
    """'The army declared Khartoum free of the RSF'."""
    for match in islice(DECLARED.finditer(line.text), _MOST):
        land = territories_at(line, match.end(), towns=True)
        free = FREE.match(line.text, land.end) if land.names else None
        if free and not NOT_DONE.search(line.text, max(0, match.start() - 60), match.start()):
            claimant = claimant_of(document, line, match.start(), strict=True)
            words = Stretch(match.start(), free.end())
            yield Deed("declared", "liberated", Status.COMPLETED, words, land, claimant)


def told_lost(_: Document, line: Line) -> Iterator[Deed]:
    """'The junta lost Lashio to the MNDAA'."""
    for match in islice(LOST.finditer(line.text), _MOST):
        land = territories_at(line, match.end(), towns=True)
        to = LOST_TO.match(line.text, land.end) if land.names else None
        if to and not NOT_DONE.search(line.text, max(0, match.start() - 60), match.start()):
            words = Stretch(match.start(), to.end())
            claimant = claimant_at(line, to.start("i"))
            yield Deed("lost to", "occupied", Status.COMPLETED, words, land, claimant)


def _comma(match: re.Match[str]) -> int:
    """1 where the words begin with the comma that ends an aside."""
    return int(match.group().startswith(", ") and not match.group().startswith((", a", ", w")))


def _holder(document: Document, line: Line, match: re.Match[str], place: int) -> Claimant | None:
    """Who is named at a place, or the group named last where only "rebel control" is told."""
    if match["e"]:
        return None
    group = last_group(document, line, match.start()) if match["r"] else None
    if match["r"]:
        return claimant_at(*group) if group else None
    return claimant_at(line, place)


def told_under(document: Document, line: Line) -> Iterator[Deed]:
    """'Kherson is under Russian control', 'the areas under Russian control include Kherson'."""
    for match in islice(UNDER_ARE.finditer(line.text), _MOST):
        land = territories_at(line, match.end(), towns=True)
        if land.names:
            words, by = Stretch(*match.span()), claimant_at(line, match.start("i"))
            yield Deed("under", "occupied", Status.ONGOING, words, land, by)
    for match in islice(UNDER.finditer(line.text), _MOST):
        land = territories_before(line, before_relative(line, match.start() + _comma(match)))
        holder = next(match.start(one) for one in "iore" if match[one])
        start = line.tape.place(land.names[0].span.start) if land.names else 0
        of_part = PLACES_IN.search(line.text, 0, start)
        if land.names and of_people(line, match, land):
            continue
        if land.names and not of_part and not NOT_DONE.search(line.text, 0, holder):
            words = Stretch(*match.span())
            claimant = _holder(document, line, match, holder)
            yield Deed("under", "occupied", Status.ONGOING, words, land, claimant)
