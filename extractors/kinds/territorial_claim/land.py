"""Which territories a deed is about: behind its verb, in a list after a dash, before "which"."""

from __future__ import annotations

import re

from extractors.kinds.territorial_claim.words import ENDS
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.patterns import Pattern
from extractors.parsing.tape import pattern
from extractors.parsing.territories import (
    Territories,
    Territory,
    territories_at,
    territories_before,
)

#: "more than 100 square kilometres — 40 square miles — of territory in", "64% of the land in".
_SO_MUCH = (
    r" (?:(?:about|around|nearly|almost|over|more than|some|roughly|up to) ){0,2}"
    r"(?:\d[\d.,]*(?:%| percent| per cent)?|\ue000)(?: (?:square|sq) ?(?:kilomet\w+|miles|km))?"
    r"(?: [—–-] [^.;—–]{1,40} [—–-]| \([^().;]{1,30}\))? of (?:(?:the |its )?(?:\ue005 )?"
    r"(?:territory|land|area|region) (?:in|of|across)(?: (?:the|its))?(?: \w+ern)?"
    r"|(?=\ue007 ))"
)
_CONTROL = re.compile(
    r"[\"']?(?: (?:full|complete|total|partial|de facto))?"
    rf"(?:(?: control (?:of|over))?{_SO_MUCH}| control (?:of|over)| sovereignty over"
    r"| ownership of| (?:[\w\ue000-]+ ){0,2}(?:states|provinces|districts|areas"
    r"|parts) (?:in|across|throughout))?"
    r" (?:(?:back|also|only|now|just|still|yet|nearly|more than|over) ){0,2}"
)
_DASH = re.compile(
    r"[^.;—–:(]{0,60}?(?:[—–:(]|, namely|,? including"
    r"|(?:\ue000|more|other|several|border|the) (?:villages|towns|settlements|cities|communities)"
    r"(?: in (?:the )?[\ue005\ue007](?:'s)?(?: region| oblast| province)?)?,"
    r"(?! including| namely| such as)) ?"
)
_THEM = pattern(
    r"(?:\b(?:them|it|both)\b|\b(?:these|those|the|all|its) (?:{count} |ukrainian )?"
    r"(?:oblasts?|regions?|provinces?|territor(?:y|ies)|cities|areas|lands|villages|towns)\b"
    r"(?! (?:occupied|claimed|held|lost|seized|captured|taken|controlled|conquered|around|along"
    r"|of|under|where|that|which|it|they|he|surrounding|adjoining|adjacent|bordering)\b))"
)
#: "In South Kivu the town of Kaziba changed hands": where "it" lies.
_WITHIN = re.compile(r"\W{0,2}(?:in|across|inside) (?:the )?\Z")
#: "The town of Kaziba", which no list knows, may be meant.
_UNLISTED = re.compile(r"\b(?:town|city|village|settlement|port) of [A-Z]")
_SEVERAL = ("them", "both")
_WHICH = pattern(
    r"(?:(?:, (?:an?|the) (?:[\w'-]+ ){1,6}?|,? )(?:which|that|all of which|parts of which"
    r"|some of which),? )(?:the )?"
    r"(?:[{actor}{person}])?[^.;,]{0,40}\Z"
)
#: "Rwandan troops had occupied the town": the one named last.
_THE_TOWN = Pattern(
    r" the (?:whole |entire )?(?:town|city|village|settlement|capital)(?=[,.;]|\Z"
    r"| (?:on|in|by|since|after|from)\b)"
)
_FAR = 2  # sentences back in which "these regions" are named


#: What stands before or behind a person's name somewhere in the article.
_BEFORE_PERSON = ("named ", "Mr ", "Mr. ", "Ms ", "Mrs ", "national ", "citizen ", "citizens ")
_BEHIND_PERSON = (", who ", ", whose ", " and his ", " was released")


def is_no_land(document: Document, land: Territory) -> bool:
    """A name that no list of places knows: letters that stand for a body, or two words told of
    like a person's somewhere; how one addresses a person whom somebody holds."""
    if land.state is not None:
        return False
    if land.name in _ADDRESSES:
        return True
    if land.name.isupper() or " " not in land.name:
        return land.name.isupper()
    text = document.article.text
    return any(before + land.name in text for before in _BEFORE_PERSON) or any(
        land.name + behind in text for behind in _BEHIND_PERSON
    )


_ADDRESSES = frozenset({"Mr", "Mrs", "Ms", "Dr", "Sgt", "Capt", "Col", "Gen", "Lt", "Maj"})


def is_excepted(line: Line, land: Territories) -> bool:
    """ "All of Darfur except El Fasher is held by": what is excepted."""
    start = line.tape.place(land.names[0].span.start) if land.names else 0
    return bool(_EXCEPT.search(line.text, max(0, start - 24), start))


_EXCEPT = re.compile(
    r"\b(?:except(?: for| in)?|apart from|other than|besides|excluding|with the exception of)"
    r" (?:the )?(?:(?:city|town) of )?\Z"
)


def land_behind(line: Line, place: int) -> Territories:
    """The territories that a verb ending at `place` has as its object."""
    gap = _CONTROL.match(line.text, place)
    start = gap.end() if gap else place
    found = territories_at(line, start, towns=True)
    if found.names and ENDS.match(line.text, found.end):
        return found
    return Territories((), start)


_RELATIVE = re.compile(
    r", (?:which|where|who|along|near|an?|the|home to|on|between|located|situated|once|long"
    r"|formerly) (?!(?:[\w-]+ )?(?:village|town|city|settlement|hamlet) of)(?![^,]{0,80}\b(?:said"
    r"|says|told|reported)\b)[^.,;]{1,80},\Z"
)


def before_relative(line: Line, place: int) -> int:
    """Of "Crimea, which had been Ukraine's, was seized by" the end of "Crimea"."""
    relative = _RELATIVE.search(line.text, max(0, place - 100), place)
    return relative.start() if relative else place


def land_before(line: Line, place: int) -> Territories:
    """The territories that a verb at a place has as its subject, an aside or two behind them."""
    found = territories_before(line, before_relative(line, place))
    if found.names:
        return found
    apposed = _APPOSED.search(line.text, max(0, place - 80), place)
    return territories_before(line, apposed.start()) if apposed else found


#: "Mariupol, a Ukrainian port city that": what the town is.
_APPOSED = re.compile(
    r", (?:an?|the|once an?)(?: (?!said|says|told|when|after|as|where)[\w\ue005\ue007'-]+){1,7}\Z"
)


def land_listed(line: Line, place: int) -> Territories:
    """'… annexed in September 2022 — Donetsk, Luhansk …'."""
    dash = _DASH.match(line.text, place)
    return territories_at(line, dash.end(), towns=True) if dash else Territories((), place)


def land_before_which(line: Line, verb: int) -> Territories:
    """'Crimea, which Russia annexed'."""
    which = _WHICH.search(line.text, max(0, verb - 90), verb)
    if line.text.startswith("t", verb) and not _TOOK_THEN.match(line.text, verb):
        return Territories((), verb)
    found = territories_before(line, which.start()) if which else Territories((), verb)
    start = line.tape.place(found.names[0].span.start) if found.names else 0
    return Territories((), verb) if PLACES_IN.search(line.text, 0, start) else found


#: "which Moscow said it had taken in May", but not "which they took part in".
_TOOK_THEN = pattern(
    r"t(?:ook|aken)(?: over| back| (?:full )?control of)?(?=[,.;]|\Z| (?:in |on )?{date}"
    r"| (?:from|last|this|earlier"
    r"|after)\b)"
)
#: "one of the villages in the Kursk region that Ukraine held": the villages, not the region.
PLACES_IN = re.compile(
    r"\b(?:villages?|towns?|settlements?|cities|areas?|positions|strongholds?|parts?|bases?)"
    r" (?:\w+ )?in (?:the )?\Z"
)


def land_meant(document: Document, line: Line, place: int) -> Territories:
    """'annexed these oblasts': the longest list of the sentences before."""
    if town := _THE_TOWN.match(line.text, place):
        return Territories(_named_last(document, line, place), town.end())
    gap = _CONTROL.match(line.text, place)
    them = _THEM.match(line.text, gap.end() if gap else place)
    if them is None:
        return Territories((), place)
    rank, least = line.sentence.rank, 2 if them.group() in _SEVERAL else 1
    for near in reversed(document.lines[max(0, rank - _FAR) : rank + 1]):
        stop = place if near is line else len(near.text)
        lists = [
            territories_at(near, at)
            for at, _ in near.names(NameType.PLACE, 0, stop)
            if them.group() != "it" or not _WITHIN.match(near.text[:at])
        ]
        if them.group() == "it" and _UNLISTED.search(near.tape.cased, 0, stop):
            return Territories((), place)
        best = max(lists, key=lambda one: len(one.names), default=None)
        if best and len(best.names) >= least:
            return Territories(best.names, them.end())
    return Territories((), place)


def _named_last(document: Document, line: Line, place: int) -> tuple[Territory, ...]:
    """The one town that its sentence names before a place, or else the sentence before."""
    rank = line.sentence.rank
    for near in reversed(document.lines[max(0, rank - 1) : rank + 1]):
        stop = place if near is line else len(near.text)
        if _UNLISTED.search(near.tape.cased, 0, stop):
            return ()
        towns = {
            name.name: at
            for at, name in near.names(NameType.PLACE, 0, stop)
            if name.detail == "city"
        }
        if towns:
            return territories_at(near, *towns.values()).names[:1] if len(towns) == 1 else ()
    return ()
