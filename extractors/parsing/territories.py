"""Which territories words name: "the Donetsk, Luhansk and Kherson regions", "the village of X".

Names are those of the reference lists, short ("Donetsk"); towns that no list knows are read where
the words call them so ("the village of", "X district"). Whose they are is left to the kinds. Known
gap: an unknown town without such a word beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.parsing.document import Line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form, NameType
from extractors.parsing.tape import pattern
from extractors.values import Span

_UNIT = (
    r"(?i:regions?|provinces?|oblasts?|cit(?:y|ies)|towns?|villages?|settlements?|hamlets?"
    r"|districts?|areas?|territor(?:y|ies)|peninsula|enclaves?|islands?|lands|cantons?|states?"
    r"|strip|corridor|zone|counties|county|(?:people['’]s )?republics?)"
)
_WORDS = {
    "unit": _UNIT,
    "before": (
        r"(?i:the|all|parts?|most|much|half|whole|entire|rest|remainder|some|more|of|in|a|an"
        r"|large|vast|big|small|wide|huge|swathes?|chunks?|stretch(?:es)?|percent|per cent|%"
        r"|its|their|his|our|own|both|either|eastern|western|northern|southern|central|north|south"
        r"|east|west|northeastern|southeastern|northwestern|southwestern|occupied|disputed|annexed"
        r"|strategic|key|border|frontier|frontline|historic|contested|breakaway|separatist|claimed"
        r"|partially|partly|entirely|fully|nearly|almost|about|around|over|roughly|some|other"
        r"|remaining|neighbou?ring|nearby|former|so-called|mineral-rich|coal-mining|mining"
        r"|industrial|heartland|ukrainian-held|four|five|three|two|several|new|strategically"
        r"|important|well|sovereign(?:ty)?|as|city|town|village|logistics|hub|port|capital|from"
        r"|control|front|eastern-|and)"
    ),
    "town": r"(?:[A-Z][\w'-]{1,25}(?: [A-Z][\w'-]{1,25}){0,2})",
}
#: One territory with the words around it; on the tape with its capitals.
_ITEM = (
    r"(?:(?:{before}|{unit}|{actor}(?:['’]s)?|{actor}-\w+|{count}|square (?:kilomet\w+|miles))"
    r" ){0,9}(?:[{place}{actor}]|{town})"
    r"(?: {unit}\b)?"
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
_REPUBLICS = {"dpr": "Donetsk", "lpr": "Luhansk"}
_NO_LAND = frozenset({"venue", "crossing", "airport", "border", "sea"})


def territories_at(
    line: Line, start: int, end: int | None = None, *, states: bool = False
) -> tuple[tuple[str, Span], ...]:
    """The territories of the list that begins at a place, each with its words; empty for none.

    A region followed by its parts gives the parts. `states` lets whole states count.
    """
    match = _LIST.match(line.tape.cased, start, len(line.text) if end is None else end)
    if match is None:
        return ()
    stop = match.end()
    parts = _PARTS.search(line.text, start, min(stop + 40, len(line.text)))
    if parts and (more := _LIST.match(line.tape.cased, parts.end() + 1)):
        found = tuple(_named(line, parts.end(), more.end(), states=states))
        if found:
            return found
    return tuple(_named(line, start, stop, states=states))


def _named(line: Line, start: int, end: int, *, states: bool) -> Iterator[tuple[str, Span]]:
    seen: set[str] = set()
    for match in _SIGN.finditer(line.tape.cased, start, end):
        name = _name_at(line, match.start(), match.end(), states=states)
        if name and name not in seen:
            seen.add(name)
            yield name, line.tape.span(*match.span())


def _name_at(line: Line, start: int, end: int, *, states: bool) -> str | None:
    """The short name of what stands at a place; None where it is no territory."""
    cased = line.tape.cased
    if cased[start].isupper():
        called = _CALLED.search(line.text, max(0, start - 30), start)
        in_list = cased[max(0, start - 5) : start].endswith((", ", " and "))
        wanted = called or _UNIT_AFTER.match(line.text, end) or in_list
        return line.tape.words(start, end) if wanted else None
    name = line.tape.at(start)
    if not isinstance(name, Name):
        return None
    if name.type is NameType.PLACE:
        if name.detail == "country":
            return line.tape.words(start, start + 1) if states else None
        return None if name.detail in _NO_LAND else name.name
    if name.actor in _REPUBLICS:
        return _REPUBLICS[name.actor]
    if name.form is Form.CAPITAL:
        return line.tape.words(start, start + 1)
    whole = states and name.form is Form.NAME and (name.actor or "").isupper()
    return line.tape.words(start, start + 1) if whole else None
