"""Names in a text → the states, groups, persons, places and outlets that they mean there.

A capital or a government seat stands for its state where it acts, and for a place where a place is
meant. Persons that no list knows are read from an office or a verb of saying beside their name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from extractors.parsing.gazetteer import Form, Gazetteer, Meaning, NameType
from extractors.parsing.titles import COURTESY, HEADS, MODIFIERS, title_before
from extractors.values import Span, Value


class Name(Value):
    """A name in the text and what it means there.

    `span` takes in the office and the state before a person ("Turkish Foreign Minister Hakan
    Fidan"); `head` is the bare name.
    """

    span: Span
    head: Span
    type: NameType
    form: Form
    name: str  # ISO code or slug, canonical full name of a person, name of a place, outlet slug
    actor: str | None
    detail: str = ""


_IN_A_PLACE = re.compile(
    r"(?:\b(?:in|at|near|outside|inside|around|across|throughout|via|within|over|visit(?:ed|ing)?"
    r"|leav(?:e|es|ing)|left|reach(?:ed|ing)|toward|towards|city of|town of|capital,?)"
    r"|\b(?:trip|travel\w*|fl(?:y|ew|own|ying)|go|goes|went|going|com(?:e|ing)|came|visits?|arriv\w+"
    r"|head(?:ed|ing)|drove|journey|return(?:ed|s|ing)?|back|deport\w*|taken|transferred|transported|moved)"
    r"\s+(?:to|from|into|via))"
    r"\s+(?:the\s+|downtown\s+|central\s+|eastern\s+|western\s+|southern\s+|northern\s+)?\Z",
    re.IGNORECASE,
)
_PLACE_FOLLOWS = re.compile(
    r"(?:-based|\s+(?:time\b|region\b|oblast\b|province\b|suburb|airport\b|city\b|area\b|metro\b|street))"
)
_LAND = re.compile(
    r"(?:’s|'s)?\s+(?:(?:port|resort|coastal|border|second|largest|southern|northern|eastern|western)\s+)*"
    r"(?:city|cities|town|resort|port|border|embassy|consulate|soil|territory|village|airport|island)\b"
)
_BORDER = re.compile(r"(?:’s|'s)?\s+(?:state\s+)?border\b")
_CAPITAL = re.compile(r"(?:’s|'s)?\s+capital\b(?!\s+(?:punishment|market|investment|goods))")
_CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*\Z")
_WORD_BEFORE = re.compile(r"([\w’'.-]+)[ \u00a0]\Z")
_NAME_GOES_ON = re.compile(
    r"\s+(?:Tower|Street|Avenue|Media|Organi[sz]ation|Hotel|Jr|Junior|Foundation|University|Prize|Airport)\b"
)
_CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June "
    "July August September October November December".split()
)
_TOKEN = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*[\w]"
_PARTICLE = r"(?:al|el|bin|ibn|ben|abu|van|von|de|der|den|da|di|du|le|la)"
_PERSON = re.compile(rf"{_TOKEN}(?:[ -](?:{_PARTICLE}[ -]){{0,2}}(?:{_TOKEN}|[A-Z]\.)){{1,3}}")
_SAYS_AFTER = re.compile(
    r",?\s+(?:said|says|told|announced|added|wrote|stated|confirmed|warned|posted|insisted)\b"
)
_SAYS_BEFORE = re.compile(r"\b(?:said|says|according to|told by|added)\s+\Z")
_OFFICE_AFTER = re.compile(
    r",\s+(?:(?:a|an|the|who is|who was|now|its|his|her|their)\s+)?((?:[\w’'-]+\s+){0,6}?)([\w-]+)"
)
_SURNAME_TOKEN = re.compile(r"(?<![\w’'-])[A-ZÀ-ÖØ-ÞĀ-Ž][\w’-]*\w")


def read_names(text: str, gazetteer: Gazetteer, published: date | None) -> tuple[Name, ...]:
    """All names of a text in order, none overlapping another."""
    hits = list(gazetteer.find(text))
    known = list(_resolved(text, hits, gazetteer, published))
    strangers = list(_strangers(text, known))
    later = list(_surnames_again(text, known, strangers))
    names = sorted([*known, *strangers, *later], key=lambda name: name.span)
    return tuple(_with_borders(text, list(_with_offices(text, names))))


def _resolved(
    text: str,
    hits: Sequence[tuple[Span, tuple[Meaning, ...]]],
    gazetteer: Gazetteer,
    published: date | None,
) -> Iterator[Name]:
    introduced: set[str] = set()
    covered = 0
    for span, meanings in hits:
        if span.start < covered:
            continue
        name = _name(text, span, meanings, introduced, published)
        if name is None:
            continue
        name = _at_land(text, name, gazetteer)
        if name.form is Form.FULL_NAME:
            introduced.add(name.name)
        covered = name.span.end
        yield name


def _name(
    text: str,
    span: Span,
    meanings: Sequence[Meaning],
    introduced: set[str],
    published: date | None,
) -> Name | None:
    of_type = {
        kind: [meaning for meaning in meanings if meaning.type is kind]
        for kind in (NameType.ACTOR, NameType.PLACE, NameType.PERSON, NameType.OUTLET)
    }
    persons = _persons(text, span, of_type[NameType.PERSON], introduced)
    if persons:
        return _made(span, _in_office(persons, published))
    actors, places = of_type[NameType.ACTOR], of_type[NameType.PLACE]
    if len({meaning.actor for meaning in actors}) > 1:
        return None  # two states or groups of one name: the text does not say which
    if actors and not _as_place(text, span, actors[0]):
        return _made(span, actors[0])
    if places or actors:
        return _made_place(text, span, places[0] if places else actors[0])
    outlets = of_type[NameType.OUTLET]
    return _made(span, outlets[0]) if outlets else None


def _made(span: Span, meaning: Meaning) -> Name:
    return Name(
        span=span,
        head=span,
        type=meaning.type,
        form=meaning.form,
        name=meaning.name,
        actor=meaning.actor,
        detail=meaning.detail,
    )


def _made_place(text: str, span: Span, meaning: Meaning) -> Name:
    """A place; a state that things happen in is one too, of the detail `country`."""
    if meaning.type is NameType.PLACE:
        return _made(span, meaning)
    city = meaning.form is Form.CAPITAL
    return Name(
        span=span,
        head=span,
        type=NameType.PLACE,
        form=meaning.form,
        name=span.of(text) if city else meaning.name,
        actor=meaning.actor,
        detail="city" if city else "country",
    )


def _as_place(text: str, span: Span, meaning: Meaning) -> bool:
    if meaning.form not in (Form.NAME, Form.CAPITAL) or meaning.detail:
        return False
    before = text[max(0, span.start - 40) : span.start]
    if _IN_A_PLACE.search(before):
        return not (meaning.form is Form.NAME and _towards(before))
    return meaning.form is Form.CAPITAL and bool(_PLACE_FOLLOWS.match(text, span.end))


def _towards(before: str) -> bool:
    """People who come home to a state come home to that side."""
    return bool(re.search(r"\b(?:to|from|into|left|over)\s+\Z", before))


def _persons(
    text: str, span: Span, meanings: Sequence[Meaning], introduced: set[str]
) -> list[Meaning]:
    """The meanings that hold if a person is meant: all of one person, or none."""
    if not meanings:
        return []
    if meanings[0].form is Form.SURNAME:
        if _other_person(text, span):
            return []
        meanings = (
            [meaning for meaning in meanings if meaning.name in introduced]
            or [meaning for meaning in meanings if meaning.alone]
            or [meaning for meaning in meanings if title_before(text, span.start, 0) is not None]
        )
    return list(meanings) if len({meaning.name for meaning in meanings}) == 1 else []


def _other_person(text: str, span: Span) -> bool:
    """Whether another first name or a longer name makes this somebody or something else."""
    before = _WORD_BEFORE.search(text, max(0, span.start - 30), span.start)
    if _NAME_GOES_ON.match(text, span.end):
        return True
    if before is None or not _CAPITALISED.match(before.group(1)):
        return False
    word = before.group(1)
    plain = word.lower().rstrip(".").removesuffix("’s").removesuffix("'s")
    ordinary = plain in HEADS | MODIFIERS or word in _CALENDAR or word.endswith(("’s", "'s"))
    return not (ordinary or _starts_sentence(text, before.start()) or word.isupper())


def _starts_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(' "“‘«(')
    return not before or before[-1] in ".!?:\n"


def _in_office(meanings: Sequence[Meaning], published: date | None) -> Meaning:
    """The office held when the article appeared, else the last one."""
    held = [meaning for meaning in meanings if _held(meaning, published)]
    return max(held or meanings, key=lambda meaning: (meaning.until == "", meaning.since))


def _held(meaning: Meaning, published: date | None) -> bool:
    day = published.isoformat() if published else "9999"
    return meaning.since <= day and (
        not meaning.until or day[: len(meaning.until)] <= meaning.until
    )


def _at_land(text: str, name: Name, gazetteer: Gazetteer) -> Name:
    """'the Omani capital' is the city; 'the Turkish city' is no deed of Turkey."""
    if name.type is not NameType.ACTOR or name.form not in (Form.NAME, Form.DEMONYM):
        return name
    capital = gazetteer.capitals.get(name.name)
    if capital and (match := _CAPITAL.match(text, name.span.end)):
        span = Span(name.span.start, match.end())
        update = {"type": NameType.PLACE, "name": capital, "detail": "city", "span": span}
        return name.model_copy(update={**update, "head": span})
    if _LAND.match(text, name.span.end):
        return name.model_copy(update={"type": NameType.PLACE, "detail": "country"})
    return name


def _with_borders(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """'the Ukrainian-Belarusian border' and 'the border with Belarus' are places."""
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


def _strangers(text: str, known: Sequence[Name]) -> Iterator[Name]:
    """Persons no list knows: a capitalised name beside an office or a verb of saying."""
    taken = [name.span for name in known]
    for match in _PERSON.finditer(text):
        span = _clear_of_offices(text, Span(*match.span()))
        if span is None or any(span.overlaps(other) for other in taken):
            continue
        if not _introduced(text, span):
            continue
        yield Name(
            span=span,
            head=span,
            type=NameType.PERSON,
            form=Form.FULL_NAME,
            name=span.of(text),
            actor=None,
        )


def _clear_of_offices(text: str, span: Span) -> Span | None:
    """The name without the offices, days and sentence openings that are capitalised before it."""
    words = list(re.finditer(r"[^ ]+", span.of(text)))
    while words and _no_first_name(words[0].group()):
        words.pop(0)
    if len(words) < 2:
        return None
    return Span(span.start + words[0].start(), span.end)


_OPENINGS = frozenset(
    "The A An In On At He She It They We But And This That For As After With By".split()
)


def _no_first_name(word: str) -> bool:
    plain = word.lower().rstrip(".")
    return plain in HEADS | MODIFIERS or word in _CALENDAR or word in _OPENINGS or word.isupper()


def _introduced(text: str, span: Span) -> bool:
    if title_before(text, span.start, 0) is not None:
        return True
    if _SAYS_AFTER.match(text, span.end):
        return True
    if _SAYS_BEFORE.search(text, max(0, span.start - 20), span.start):
        return True
    after = _OFFICE_AFTER.match(text, span.end)
    return after is not None and any(
        word.lower() in HEADS for word in after.group().replace(",", " ").split()
    )


def _surnames_again(text: str, known: Sequence[Name], strangers: Sequence[Name]) -> Iterator[Name]:
    """Later mentions by surname of the persons that an office introduced."""
    by_surname = {name.name.split()[-1]: name for name in strangers}
    if not by_surname:
        return
    taken = sorted(name.span for name in (*known, *strangers))
    for match in _SURNAME_TOKEN.finditer(text):
        name = by_surname.get(match.group().removesuffix("’s"))
        if name is None or match.start() < name.span.end:
            continue
        span = Span(match.start(), match.start() + len(name.name.split()[-1]))
        if not any(span.overlaps(other) for other in taken):
            yield name.model_copy(update={"span": span, "head": span, "form": Form.SURNAME})


def _with_offices(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """Persons take in the office before them, and the state before that."""
    kept: list[Name] = []
    for name in names:
        if name.type is not NameType.PERSON:
            kept.append(name)
            continue
        floor = kept[-1].span.end if kept else 0
        start = title_before(text, name.span.start, floor)
        plain = start is None or text[start : name.span.start].strip(" .,").lower() in COURTESY
        span = name.span if start is None else Span(start, name.span.end)
        state = kept[-1] if kept and kept[-1].type is NameType.ACTOR else None
        if state and not plain and text[state.span.end : span.start] in (" ", "’s ", "'s "):
            kept.pop()
            span = Span(state.span.start, span.end)
            name = name.model_copy(update={"actor": name.actor or state.actor})
        kept.append(name.model_copy(update={"span": span}))
    yield from kept
