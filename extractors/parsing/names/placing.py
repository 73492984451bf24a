"""Whether a name means a place or the state that acts there: "in Moscow", "the Omani capital",
"the Ukrainian-Belarusian border", "KYIV, July 24 (Reuters) —". Whom it means is left to names.py.

Known gap: a capital that is a place only by the sense of its sentence ("Tehran was dark") is read
as its state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.parsing.names.gazetteer import Form, Gazetteer, Meaning, NameType
from extractors.parsing.names.name import Name, named
from extractors.values import Span

_IN_A_PLACE = re.compile(
    r"(?:\b(?:in|at|near|outside|inside|around|across|throughout|via|within|over|visit(?:ed|ing)?"
    r"|leav(?:e|es|ing)|left|reach(?:ed|ing)|toward|towards|city of|town of|capital,?"
    r"|borders? (?:with|between)|border between (?:\w{1,20} ){1,2}and)"
    r"|\b(?:trip|travel\w*|fl(?:y|ew|own|ying)|go|goes|went|going|com(?:e|ing)|came|visits?|arriv\w+"
    r"|head(?:ed|ing)|drove|journey|return(?:ed|s|ing)?|back|depart\w*|deport\w*|taken|transferred"
    r"|transported|moved)\s{1,3}(?:to|from|into|via)"
    r"|\b(?:left|leav(?:e|es|ing)|depart\w*|bound|headed|heading)\s{1,3}for"
    r"|\b(?:delegations?|teams?|envoys?|negotiators|mediators)\s{1,3}to)"
    r"\s{1,3}(?:the\s|downtown\s|central\s|eastern\s|western\s|southern\s|northern\s)?\Z",
    re.IGNORECASE,
)
#: "the regime in Naypyidaw": who rules there.
_RULERS_IN = re.compile(r"\b(?:the|a|new|military)\s(?:regime|authorities|rulers|junta)\sin\s\Z")
_TO_OR_FROM = re.compile(r"\b(?:to|from|into|left|over)\s{1,3}\Z")
_PLACE_FOLLOWS = re.compile(
    r"(?:-based|(?:’s|'s)?\s(?:time|region|oblast|province|suburbs?|outskirts|airports?|city|area"
    r"|metro|streets?|skyline|zoo|city centre|city center)\b)"
)
#: "the Moscow talks", "the Minsk agreements"; "Kyiv-Moscow talks" are those of two states.
_EVENT_FOLLOWS = re.compile(
    r"(?:\sand\s(?:the\s)?[A-Z][a-z]{2,12}(?=\s(?:peace\s)?process))?"
    r"\s(?:peace\s)?(?:talks|negotiations|summit|round|meeting|conference|process(?:es)?|format"
    r"|agreements?|accords?|deal|protocol|memorandum|tracks?|platform)\b"
)
_TREATY_FOLLOWS = re.compile(r"\s(?:Conventions?|Accords?|Protocols?|Memorandum|Treaty)\b")
_LAND = re.compile(
    r"(?:’s|'s)?\s(?:(?:port|resort|coastal|border|second|largest|southern|northern|eastern|western)"
    r"\s){0,3}(?:city|cities|town|resort|port|border|embassy|consulate|soil|territory|village"
    r"|airport|island)\b(?!\s(?:commissions?|committees?|guards?|forces?|police|troops|officials|talks)\b)"
)
_BORDER = re.compile(
    r"(?:’s|'s)?\s(?:state\s)?border\b(?!\s(?:guards?|police|force|forces|troops|patrol|service)\b)"
)
_CAPITAL = re.compile(r"(?:’s|'s)?\scapital\b(?!\s(?:punishment|market|investment|goods))")

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:\d{{1,2}}\s{_MONTH}|{_MONTH}\s\d{{1,2}})(?:,?\s\d{{4}})?"
_AGENCY = r"\([A-Z][\w./ -]{1,30}\)"
_DASH = r"\s?[—–-]{1,2}\s"
#: What stands between the city of a dateline and the report.
_DATELINE_FOLLOWS = re.compile(
    rf"(?:[/,]\s?[\w. ]{{2,20}})?(?:,?\s{_DAY}[.,]?(?:\s{_AGENCY})?(?:{_DASH}|:\s|\.\s)"
    rf"|\s{_AGENCY}(?:{_DASH}|:\s|\.\s)?|{_DASH}(?=[A-Z“\"]))"
)
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ'.-]{1,20}(?: [A-ZÀ-Þ'.-]{2,20}){0,2}"
_DATELINE = re.compile(rf"^({_CAPITALS})(?:/({_CAPITALS}))?(?=[,(\s—–-])", re.MULTILINE)
_CITY_BEFORE = re.compile(rf"(?:\A|\n){_CAPITALS},\s\Z")


def is_place(text: str, span: Span, meaning: Meaning) -> bool:
    """Whether the name of a state or capital is the place and not the actor."""
    if meaning.form not in (Form.NAME, Form.CAPITAL) or meaning.detail:
        return False
    before = text[max(0, span.start - 50) : span.start]
    if meaning.form is Form.CAPITAL and _RULERS_IN.search(before):
        return False
    if _IN_A_PLACE.search(before):
        # people who come home to a state come home to that side
        return not (meaning.form is Form.NAME and _TO_OR_FROM.search(before))
    if meaning.form is Form.NAME:
        return bool(_CITY_BEFORE.search(before))
    return _place_by_what_follows(text, span)


def is_seat_visited(text: str, span: Span, meaning: Meaning) -> bool:
    """ "talks in Putrajaya" are held there, although the seat acts for its state elsewhere."""
    return (meaning.form is Form.SEAT or meaning.detail == "body") and bool(
        _IN_A_PLACE.search(text, max(0, span.start - 50), span.start)
    )


def _place_by_what_follows(text: str, span: Span) -> bool:
    if _PLACE_FOLLOWS.match(text, span.end):
        return True
    alone = text[max(0, span.start - 1) : span.start] not in ("-", "–", "—", "/")
    if alone and _EVENT_FOLLOWS.match(text, span.end):
        return True
    opens = span.start == 0 or text[span.start - 1] == "\n"
    return opens and bool(_DATELINE_FOLLOWS.match(text, span.end))


def is_treaty(text: str, span: Span) -> bool:
    """'the Geneva Conventions' name no place."""
    return bool(_TREATY_FOLLOWS.match(text, span.end))


def place_named(text: str, span: Span, meaning: Meaning) -> Name:
    """A place; a state that things happen in is one too, of the detail `country`."""
    if meaning.type is NameType.PLACE:
        return named(span, meaning)
    city = meaning.form is Form.CAPITAL
    return named(span, meaning).model_copy(
        update={
            "type": NameType.PLACE,
            "name": span.of(text) if city else meaning.name,
            "detail": "city" if city else "country",
        }
    )


def at_land(text: str, name: Name, gazetteer: Gazetteer) -> Name:
    """'the Omani capital' is the city; 'the Turkish city' is no deed of Turkey."""
    state = name.type is NameType.ACTOR or name.detail == "country"
    if not state or name.form not in (Form.NAME, Form.DEMONYM):
        return name
    capital = gazetteer.capitals.get(name.name)
    if capital and (match := _CAPITAL.match(text, name.span.end)):
        span = Span(name.span.start, match.end())
        update = {"type": NameType.PLACE, "name": capital, "detail": "city", "span": span}
        return name.model_copy(update={**update, "head": span})
    if _LAND.match(text, name.span.end):
        return name.model_copy(update={"type": NameType.PLACE, "detail": "country"})
    return name


def with_borders(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """'the Ukrainian-Belarusian border' is one place, named as the text does."""
    before: Name | None = None
    for name in names:
        if name.type is NameType.OUTLET or not (edge := _BORDER.match(text, name.span.end)):
            if before:
                yield before
            before = name
            continue
        start = name.span.start
        if before and text[before.span.end : start] in ("-", "–", "—"):
            start, before = before.span.start, None
        if before:
            yield before
        span = Span(start, edge.end())
        update = {"type": NameType.PLACE, "detail": "border", "name": span.of(text)}
        before = name.model_copy(update={**update, "span": span, "head": span})
    if before:
        yield before


def datelines(text: str, gazetteer: Gazetteer) -> Iterator[Name]:
    """The cities in capital letters that open a report: "MOSCOW/KYIV, July 24 —"."""
    for match in _DATELINE.finditer(text):
        if _DATELINE_FOLLOWS.match(text, match.end()):
            for group in (1, 2):
                yield from _city(match.group(group), Span(*match.span(group)), gazetteer)


def _city(words: str | None, span: Span, gazetteer: Gazetteer) -> Iterator[Name]:
    for meaning in gazetteer.meanings((words or "").title()):
        if meaning.form is Form.CAPITAL or meaning.type is NameType.PLACE:
            city = place_named((words or "").title(), Span(0, len(words or "")), meaning)
            yield city.model_copy(update={"span": span, "head": span})
            return
