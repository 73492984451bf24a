"""Which territories words name: "the Donetsk, Luhansk and Kherson regions", "the village of X".

Names are those of the reference lists, short ("Donetsk"); towns that no list knows are read where
the words call them so ("the village of", "X district"). Whose they are is left to the kinds. Known
gap: an unknown town without such a word beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form, NameType
from extractors.parsing.names.titles import word_set
from extractors.parsing.tape import SIGNS, pattern
from extractors.values import Span

_UNIT = (
    r"(?i:regions?|provinces?|oblasts?|cit(?:y|ies)|towns?|townships?|villages?|settlements?"
    r"|hamlets?"
    r"|districts?|areas?|territor(?:y|ies)|peninsula|enclaves?|islands?|lands|cantons?|states?"
    r"|strip|corridor|zone|counties|county|(?:people['’]s )?republics?)"
)
_WORDS = {
    "unit": _UNIT,
    "before": (
        r"(?i:the|all|parts?|most|much|half|quarter|third|fifth|two-thirds|whole|entire|rest"
        r"|remainder|some|more|of|a|an"
        r"|large|vast|big|small|wide|huge|broad|growing|additional|majority|bulk|entirety"
        r"|[a-z]+most|highest|summit|peak|slopes|west coast|east coast|coast|swathe?s?|chunks?"
        r"|stretch(?:es)?|percent|per cent|%"
        r"|substantial|significant|sizeable|considerable|portions?|(?:country|nation|region"
        r"|province|east)['’]s"
        r"|its|their|his|our|own|both|either|eastern|western|northern|southern|central"
        r"|northeastern|southeastern|northwestern|southwestern|occupied|disputed|annexed"
        r"|strategic|key|border|frontier|frontline|historic|contested|breakaway|separatist|claimed"
        r"|(?:largest|biggest|main|second-largest|second|important|twin) (?:cities|city|towns?),"
        r"|(?:regional|provincial|state) capitals? of|capitals of|capital,|capital(?! of\b)"
        r"|capital['’]s|(?:twin"
        r"|sister) city,"
        r"|side"
        r"|embattled|besieged|rural|greater|downtown"
        r"|war-torn|coastal|mountainous|partially|partly|entirely"
        r"|fully|nearly|almost|about|around|over|than|roughly|some|other"
        r"|remaining|neighbou?ring|nearby|former|so-called|mineral-rich|coal-mining|mining"
        r"|industrial|ukrainian-held|four|five|three|two|several|new|strategically"
        r"|important|well|sovereign(?:ty)?|as|city|town|village|port|from"
        r"|control|front|eastern-|and|major|like|such)"
    ),
    "described": (
        r"(?:(?!(?:from|in|near|at|around|of|for|with|by|on|outside|towards?|over|after|control"
        r"|into"
        r"|soldiers|troops|fighters|civilians|people|residents|prisoners|men|weapons|bases?"
        r"|positions"
        r"|outskirts|suburbs?|roads?|highway|and|that|who|which|said|has|had|was|were) )"
        r"[a-z][a-z'’-]{1,18} ){1,4}(?:cit(?:y|ies)|towns?|villages?|ports?|hubs?|strongholds?"
        r"|settlements?|hamlets?|enclaves?|junctions?|crossroads|districts?|regions?|provinces?)"
    ),
    "community": r"(?:(?:urban |rural |municipal )?(?:community|hromada|municipality))",
    "town": r"(?:(?:(?:al|el|ar|as|ash|at|an|az|ad)-)?[A-Z][\w'’-]{1,25}(?: (?:al-|el-|ar-|ash-"
    r"|as-|de |la )?[A-Z][\w'’-]{1,25}){0,2})",
}
#: One territory with the words around it; on the tape with its capitals.
_ITEM = (
    r"(?:{described} of )?(?:(?:{before}|{unit}|{actor}(?:['’]s)?|{actor}-\w+"
    r"|{place}(?= {unit}\b(?! from\b))|{count}|\d[\d.,]*%?"
    r"|square (?:kilomet\w+|miles))"
    r" ){0,9}(?:[{place}{actor}](?!['’]s\b| (?:must|should|has to) (?!be\b))|{town}(?<!['’]s))"
    r"(?: {unit}\b)?(?: \([^()]{1,25}\)(?: {unit}\b)?)?"
    r"(?: (?:in (?:the )?(?:[{actor}{place}]['’]s )?(?:\w+ern )?{place}(?: {unit}\b)?"
    r"|(?:in|of) the (?:{place}|{town}) {community}"
    r"|in (?:the )?{actor}(?= and (?:[A-Z]|{place})))"
    r"(?=,? and |, as well as |,? ?\Z))?"
)
_LIST = pattern(
    rf"{_ITEM}(?:(?:, and|,| and| as well as|, as well as| or|, or) {_ITEM}){{0,8}}", _WORDS
)
_PARTS = pattern(
    r"(?P<whole>{place})(?: {unit})?,? ?\(?(?:which |that )?(?:is |are )?(?:made up of|compris\w+"
    r"|consist\w+ of|includes?|including|encompass\w+|namely|i\.e\.|that is)\b",
    _WORDS,
)
_CALLED = pattern(r"\b{unit} (?:of |called |named )?\Z", _WORDS)
_SIGN = pattern(r"{place}|{actor}|{town}", _WORDS)
_UNIT_AFTER = pattern(r" {unit}\b", _WORDS)
#: "Ann Township" is Ann.
_UNIT_LAST = re.compile(
    r" (?:Township|District|Province|City|Town|Village|County|State|Oblast|Region|Raion)\Z"
)
_REPUBLICS = {"dpr": "Donetsk", "lpr": "Luhansk"}
_NO_TOWNS = word_set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May "
    "June July August September October November December The A An It He She They His Its Their "
    "People's People’s President Prime Minister General Kremlin Oblast Oblasts Region Regions "
    "Province Provinces District Districts Raion Raions Republic Republics Most Much Part Parts "
    "Half "
    "Some Nearly Almost About Around More Large Both All Several Many Two Three Four Five Other "
    "Since After Before When While Meanwhile However But And Although Western Eastern Northern "
    "Southern Central State States City Town Village Township County Island Islands"
)
_NO_LAND = frozenset({"venue", "crossing", "border", "sea"})
#: "the Republican Palace", "the Teiba al-Hasnab camp": seized, but no land.
_BUILDING = re.compile(
    r"\b(?:Palace|Bridge|Camp|Base|Barracks|Airbase|Hospital|Ministry|House|Headquarters"
    r"|Corps"
    r"|Division|Brigade|Prison|University|Station|Parliament|Mall|Tower|Mosque|Hotel|Market|Embassy|Outpost)\Z"
)
_BUILDING_AFTER = re.compile(
    r" (?:\w+ )?(?:camp|base|barracks|airbase|palace|bridge|hospital|headquarters)\b", re.IGNORECASE
)


class Territory(NamedTuple):
    """One territory: its short name, its words, and the state it lies in where a list knows."""

    name: str
    span: Span
    state: str | None


class Territories(NamedTuple):
    """The territories of one list, and where on the tape it ends."""

    names: tuple[Territory, ...]
    end: int


def territories_at(
    line: Line, start: int, end: int | None = None, *, states: bool = False, towns: bool = False
) -> Territories:
    """The territories of the list that begins at a place; a region's parts stand for it.

    `states` lets whole states count, `towns` names that no list knows and no word calls a town.
    """
    match = _LIST.match(line.tape.cased, start, len(line.text) if end is None else end)
    if match is None:
        return Territories((), start)
    stop = match.end()
    parts = _PARTS.search(line.text, start, min(stop + 40, len(line.text)))
    if parts and (more := _LIST.match(line.tape.cased, parts.end() + 1)):
        found = tuple(_named(line, parts.end(), more.end(), states=states, towns=towns))
        if found:
            return Territories(found, more.end())
    return Territories(tuple(_named(line, start, stop, states=states, towns=towns)), stop)


def territories_before(line: Line, end: int) -> Territories:
    """The territories of the list that ends at a place."""
    for match in _SIGN.finditer(line.tape.cased, max(0, end - _NEAR), end):
        if line.tape.cased[match.start()] == "\ue005" and match.end() != end:
            continue
        if _IN_LAND.search(line.text, max(0, match.start() - 8), match.start()) and (
            line.tape.cased.startswith((" region, the", " province, the"), match.end())
        ):
            continue
        found = territories_at(line, match.start(), end, towns=True)
        if found.names and found.end == end:
            return found
    return Territories((), end)


#: "the last settlement in the Kursk region, the village of Gornal, has been": where it lies.
_IN_LAND = re.compile(r"\b(?:in|of) (?:the )?\Z")
_WHERE = re.compile(r", around \Z| in (?:the )?(?:[\ue005\ue007]['’]s )?(?:\w+ern )?\Z")
#: "Azad Kashmir ("Free Kashmir")": another name of the same.
_IN_BRACKETS = re.compile(r"\([^()]{0,20}\Z")
#: "Novenke of the Yunakivka community": where it lies.
_OF_COMMUNITY = re.compile(r" (?:(?:urban|rural|municipal) )?(?:community|hromada|municipality)\b")
_NEAR = 140  # how far before its verb a list of territories begins


def _named(line: Line, start: int, end: int, *, states: bool, towns: bool) -> Iterator[Territory]:
    seen: set[str] = set()
    for match in _SIGN.finditer(line.tape.cased, start, end):
        if _WHERE.search(line.text, start, match.start()) or _IN_BRACKETS.search(
            line.text, start, match.start()
        ):
            continue
        if _OF_COMMUNITY.match(line.text, match.end()):
            continue
        found = _territory(line, match.start(), match.end(), states=states, towns=towns)
        if found and found.name not in seen:
            seen.add(found.name)
            yield found


def _territory(line: Line, start: int, end: int, *, states: bool, towns: bool) -> Territory | None:
    """What stands at a place, by its short name; None where it is no territory."""
    span = line.tape.span(start, end)
    if line.tape.cased[start] not in SIGNS.values():
        wanted = _is_town(line, start, end, towns=towns)
        if not wanted:
            return None
        end -= len(unit.group()) if (unit := _UNIT_LAST.search(line.tape.cased, start, end)) else 0
        return Territory(line.tape.words(start, end), line.tape.span(start, end), None)
    name = line.tape.at(start)
    if not isinstance(name, Name):
        return None
    short = _of_place(line, start, name, states=states)
    short = short or (_of_actor(line, start, name, states=states))
    return Territory(short, span, name.actor) if short else None


def _is_town(line: Line, start: int, end: int, *, towns: bool) -> bool:
    """Whether an unknown name is called a town, or may be one."""
    cased = line.tape.cased
    if cased[start:end].split(" ")[0] in _NO_TOWNS or _BUILDING.search(cased[start:end]):
        return False
    if _BUILDING_AFTER.match(cased, end):
        return False
    called = _CALLED.search(line.text, max(0, start - 30), start)
    in_list = cased[max(0, start - 5) : start].endswith((", ", " and "))
    return bool(towns or in_list or called or _UNIT_AFTER.match(line.text, end))


def _of_place(line: Line, place: int, name: Name, *, states: bool) -> str | None:
    if name.type is not NameType.PLACE or name.detail in _NO_LAND:
        return None
    if name.detail == "airport":
        return line.tape.words(place, place + 1)
    if name.detail != "country":
        return name.name
    named = states and name.form is Form.NAME
    return line.tape.words(place, place + 1) if named else None


def _of_actor(line: Line, place: int, name: Name, *, states: bool) -> str | None:
    """Capitals and states are actors where no word makes them places."""
    if name.type is not NameType.ACTOR:
        return None
    if name.actor in _REPUBLICS:
        return _REPUBLICS[name.actor]
    whole = states and name.form is Form.NAME and (name.actor or "").isupper()
    return line.tape.words(place, place + 1) if whole or name.form is Form.CAPITAL else None
