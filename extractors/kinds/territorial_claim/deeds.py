"""The deeds that a sentence tells of land: taken, won back, fallen, held, claimed, annexed.

Attempts and plans are none, except for threatened annexations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from extractors.fact import Status
from extractors.kinds.territorial_claim.claimants import (
    Claimant,
    both_at,
    claimant_at,
    claimant_of,
)
from extractors.kinds.territorial_claim.deed import Deed
from extractors.kinds.territorial_claim.land import (
    before_relative,
    is_excepted,
    land_before,
    land_before_which,
    land_behind,
    land_listed,
    land_meant,
)
from extractors.kinds.territorial_claim.nouns import (
    told_by_nouns,
    told_free,
    told_lost,
    told_of_its,
    told_under,
)
from extractors.kinds.territorial_claim.persons import is_person, of_people
from extractors.kinds.territorial_claim.words import (
    ALLOWED_TO,
    BY,
    DENIED,
    FELL,
    LISTED_AS,
    NOT_DONE,
    PASSIVE,
    PASSIVES,
    SAID_TO_BE,
    VERBS,
)
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.parties import last_group, parties_listed
from extractors.parsing.status import Stretch
from extractors.parsing.subjects import subjects_of
from extractors.parsing.tape import SIGNS
from extractors.parsing.territories import Territories, territories_at, territories_before

_MOST = 5  # hits of one wording that a sentence is read for: bounds the work on hostile text


def deeds_in(document: Document, line: Line) -> Iterator[Deed]:
    """The deeds of a sentence; words that one rule has read are not read again."""
    taken: list[Stretch] = []
    for read in (
        _passive,
        _said_to_be,
        _fallen,
        told_by_nouns,
        told_of_its,
        told_free,
        told_lost,
        told_under,
        _active,
    ):
        for deed in read(document, line):
            if not is_excepted(line, deed.land) and not any(
                deed.words.start < one.end and one.start < deed.words.end and one != deed.words
                for one in taken
            ):
                taken.append(deed.words)
                yield deed


def _active(document: Document, line: Line) -> Iterator[Deed]:
    for rule, action, status, words in VERBS:
        for match in islice(words.finditer(line.text), _MOST):
            standing = _standing(line, match.start(), rule, status)
            land = _object(document, line, match) if standing else Territories((), match.end())
            said = rule == "claims" and (
                _IS_SO.match(line.text, land.end)
                or _DEED_BEHIND.match(line.text, match.end())
                or line.text.endswith(", ", 0, match.start())
            )
            if standing is None or said or not land.names:
                continue
            verb = _head(line, match.start(), standing)
            both = both_at(document, line, verb)
            claimant = both[0] if both else claimant_of(document, line, verb, strict=rule in STRICT)
            if claimant is None and _GERUND.match(match.group()):
                continue
            land = _with_more(line, land)
            deed = Deed(rule, action, standing, Stretch(*match.span()), land, claimant)
            yield deed
            yield from _also(line, land.end, deed)
            yield from _then_annexed(line, deed)
            agents = subjects_of(document, line, verb)[1:] if rule == "claims" and not both else ()
            for other in both[1:] or (Claimant(one.actor, one.span) for one in agents):
                yield deed._replace(claimant=other)


def _then_annexed(line: Line, deed: Deed) -> Iterator[Deed]:
    """'… which it captured in 1967 and later annexed': the same land, by the same."""
    end = max(deed.words.end, deed.land.end)
    if deed.action == "occupied" and (then := _THEN_ANNEXED.match(line.text, deed.words.end)):
        words = Stretch(then.start("v"), then.end("v"))
        far = words.end > end or deed.land.end <= deed.words.end
        yield from (deed._replace(action="annexed", words=words, status=Status.COMPLETED),) * far


_THEN_ANNEXED = re.compile(
    r"[^.;]{0,80}?(?:,| and| but)(?: (?:later|then|since|has|\w+ly)){0,3} (?P<v>annexed)"
    r"(?=[,.;]| [—–-]| in \ue004| \ue004|\Z| it\b| them\b)"
)


_AS_WELL_AS = re.compile(
    r", an? (?:\w+ )?(?:village|town|settlement|city|hamlet)\b[^,.;]{0,70}, (?:as well as|and) "
)


def _with_more(line: Line, land: Territories) -> Territories:
    """'… Stupochky, a village east of …, as well as Otradne'."""
    more = _AS_WELL_AS.match(line.text, land.end)
    further = territories_at(line, more.end(), towns=True) if more else None
    if further is None or not further.names:
        return land
    return Territories((*land.names, *further.names), further.end)


#: "Liberating Kherson is the goal" tells no deed.
_GERUND = re.compile(r"\w+ing\b")
#: "claims Kharkiv was hit", and ", claims Kyiv": what is claimed is no land.
#: "claims the capture of two villages, A and B": they are claimed to be taken.
_DEED_BEHIND = re.compile(
    r" (?:the |its |a )?(?:[a-z]+ )?(?:annexation|capture|seizure|takeover|conquest|liberation"
    r"|recapture|retaking|fall|destruction|attack|responsibility|victory)\b"
)
_IS_SO = re.compile(r" (?:is|was|were|had|has|have|are|fell|will|would)\b")


def _head(line: Line, verb: int, standing: Status) -> int:
    """Where "threatened to" begins before a verb, or "announced" before "regaining"."""
    rule = NOT_DONE if standing is Status.THREATENED else _ANNOUNCED
    before = rule.search(line.text, max(0, verb - 80), verb)
    return before.start() if before else verb


_ANNOUNCED = re.compile(r"\b(?:announc|report|confirm|claim)(?:s|ed|ing) \Z")


#: Who a verb in the active names without a name: his foe may be meant.
_VAGUE_SUBJECT = re.compile(
    r"(?:[\ue005\ue006]"
    r"|\b(?:troops|forces|army|military|rebels|militants|insurgents|fighters|units|soldiers|they|it"
    r"|invaders|occupiers|enemy|(?:the|its|allied|their) groups?|militias?|allies|marines"
    r"|paratroopers|brigade|and|or|,|of|by|after))"
    r"(?: (?:\w+ly|has|have|had|also|then|now|already|claim(?:s|ed)|said|says|to have)){0,4}"
    r" [\"']?\Z"
)
_ACTIVE = frozenset(rule for rule, *_ in VERBS)


def has_unknown_subject(line: Line, deed: Deed) -> bool:
    """ "The president's opponents had seized Homs": somebody named, whom no list knows."""
    if deed.rule not in _ACTIVE or deed.words.start == 0:
        return False
    before = max(0, deed.words.start - 60)
    return not _VAGUE_SUBJECT.search(line.text, before, deed.words.start)


#: Verbs of many meanings: only a subject of its own makes them a deed.
STRICT = frozenset({"holds", "claims"})


def _object(document: Document, line: Line, match: re.Match[str]) -> Territories:
    if match.group().startswith("recover"):  # of bodies and of losses as well
        return land_behind(line, match.end())
    as_part = match.group().startswith("claim") and line.text.startswith(" as ", match.end())
    for land in (
        land_behind(line, match.end()) if not as_part else Territories((), 0),
        land_meant(document, line, match.end()),
        land_before_which(line, match.start()),
        land_listed(line, match.end()),
    ):
        if land.names:
            return land
    return Territories((), match.end())


def _standing(line: Line, place: int, rule: str, status: Status) -> Status | None:
    """How far the deed had come; None where it is tried, feared or not done."""
    text, start = line.text, line.clause(place).start
    before = NOT_DONE.search(text, max(start, place - 80), place)
    if before is None or ALLOWED_TO.search(text, max(start, place - 40), place):
        return Status.DENIED if DENIED.search(text, max(0, place - 90), place) else status
    if rule == "annexed" and re.search(r"threat|vow", before.group()):
        return Status.THREATENED
    return None


def _passive(_: Document, line: Line) -> Iterator[Deed]:
    """'Goma was captured by the M23', 'Crimea, annexed by Russia in 2014'."""
    for match in islice(PASSIVE.finditer(line.text), _MOST * 2):
        found = next((row for row in PASSIVES if row[2].fullmatch(match["v"])), None)
        if found is None or _standing(line, match.start("v"), "", found[1]) is None:
            continue
        aside = before_relative(line, match.start() + match.group().startswith(","))
        land = territories_before(line, min(aside, match.start()))
        if not land.names:
            continue
        by = BY.match(line.text, match.end())
        claimant = claimant_at(line, by.start("by")) if by else None
        if is_person(line, match, land) or of_people(line, match, land):
            continue
        if claimant or not _NEEDS_HOLDER.fullmatch(match["v"]):
            words = Stretch(*match.span("v"))
            deed = Deed("passive", found[0], found[1], words, land, claimant)
            yield deed
            for other in parties_listed(line, by.start("by"))[1:] if by and claimant else ():
                yield deed._replace(claimant=Claimant(other.actor, other.span))
            yield from _as_was(line, match.end(), deed)


_AS_WAS = re.compile(r"[^.;]{0,80}?, (?P<be>as (?:was|were)) ")


def _as_was(line: Line, place: int, deed: Deed) -> Iterator[Deed]:
    """'… was captured in March, as were parts of Zaporizhzhia'."""
    if also := _AS_WAS.match(line.text, place):
        land = territories_at(line, also.end(), towns=True)
        if land.names:
            yield deed._replace(words=Stretch(also.start("be"), also.end()), land=land)


#: "The talks between Moscow and Kyiv were held in Istanbul": only land is held by somebody.
_NEEDS_HOLDER = re.compile(r"claimed|held|ruled")


def _said_to_be(_: Document, line: Line) -> Iterator[Deed]:
    """'What they say is the retaken village of Pryvilne', 'the newly captured town of'."""
    hits = (match for rule in (SAID_TO_BE, LISTED_AS) for match in rule.finditer(line.text))
    for match in islice(hits, _MOST):
        land = territories_at(line, match.end(), towns=True)
        action, status = next(row[:2] for row in PASSIVES if row[2].fullmatch(match["v"]))
        if land.names:
            yield Deed("passive", action, status, Stretch(*match.span("v")), land, None)


def _fallen(document: Document, line: Line) -> Iterator[Deed]:
    """'Goma fell to the rebels on 27 January and Bukavu on 16 February'."""
    for match in islice(FELL.finditer(line.text), _MOST):
        land = land_before(line, match.start())
        named = _taker(document, line, match)
        tried = NOT_DONE.search(line.text, max(0, match.start() - 60), match.start())
        if land.names and not tried:
            words = Stretch(*match.span())
            deed = Deed("fell", "occupied", Status.COMPLETED, words, land, named)
            yield deed
            yield from _also(line, match.end(), deed)


def _taker(document: Document, line: Line, match: re.Match[str]) -> Claimant | None:
    """To whom a town fell, where the words say so."""
    if not match["to"]:
        return None
    if match["to"][0] in SIGNS.values():
        return claimant_at(line, match.start("to"))
    group = last_group(document, line, match.start())
    return claimant_at(*group) if group else None


_ALSO = re.compile(
    r"[^.;\ue007]{0,60}?\ue004[^.;\ue007]{0,12}?(?: and|,) "
    r"(?=(?:\ue007|[A-Z]\w{2,20}) (?:on |in )?\ue004)"
)


def _also(line: Line, place: int, deed: Deed) -> Iterator[Deed]:
    """'… on 27 January and Bukavu on 16 February': the next town, with a date of its own."""
    if also := _ALSO.match(line.tape.cased, place):
        land = territories_at(line, also.end(), towns=True)
        yield deed._replace(words=Stretch(also.end(), land.end), land=land)
