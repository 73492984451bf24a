"""Names in a text → the states, groups, persons, places and outlets that they mean there.

Whether a state's name is the place or the actor is decided in placing.py, persons that no list
knows are read in strangers.py, offices before names in titles.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from extractors.parsing.names.gazetteer import Form, Gazetteer, Meaning, NameType
from extractors.parsing.names.name import Name, named
from extractors.parsing.names.placing import (
    at_land,
    datelines,
    is_place,
    is_seat_visited,
    is_treaty,
    place_named,
    with_borders,
)
from extractors.parsing.names.strangers import (
    CALENDAR,
    OPENINGS,
    Taken,
    first_names_again,
    read_strangers,
    surnames_again,
)
from extractors.parsing.names.titles import COURTESY, HEADS, MODIFIERS, title_before, word_set
from extractors.values import Span

__all__ = ["Name", "read_names"]

_CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*\Z")
_WORD_BEFORE = re.compile(r"(?<![\w’'.-])([\w’'.-]{1,30})[ \u00a0]\Z")
_WORD_AFTER = re.compile(r" ([A-ZÀ-ÖØ-ÞĀ-Ž][a-zà-ž’'-]{1,30})\b")
_SURNAME_AFTER = re.compile(
    r" (?:(?:[Aa]l|[Ee]l)[- ]|(?:bin|ibn|abu|von|van|de|da) )?([A-ZÀ-ÖØ-ÞĀ-Ž][a-zà-ž’'-]{1,30})\b"
)
#: Capitalised after a surname without being one: "the Biden Administration".
_AFTER_SURNAMES = word_set("administration cabinet regime coalition plan doctrine")
_HEADLINE_ENDS = re.compile(r"[^\n.!?]{0,120}(?:\n|\Z)")
_NAME_GOES_ON = re.compile(
    r"\s(?:Tower|Street|Avenue|Media|Organi[sz]ation|Hotel|Foundation|University|Prize|Airport)\b"
)
_JUNIOR = re.compile(r",?\s(?:Jr|Junior|III)\b")
#: States whose name is also a first name or a surname ("Jordan Bardella", "Michael Jordan").
_ALSO_PERSONS = frozenset({"Jordan", "Chad", "Georgia"})
_SERVANT_BEFORE = re.compile(r"\bAbd(?:[aeou]l?|oul)?[ -]\Z")
_OFFICE_FOLLOWS = re.compile(
    r"(?:’s|'s)?\s(?:[\w-]{1,20}\s){0,4}?(?:" + "|".join(sorted(HEADS - COURTESY)) + r")\b",
    re.IGNORECASE,
)


def read_names(text: str, gazetteer: Gazetteer, published: date | None) -> tuple[Name, ...]:
    """All names of a text in order, none overlapping another."""
    hits = list(gazetteer.find(text))
    known = list(_resolved(text, hits, gazetteer, published))
    known = _with_datelines(text, known, gazetteer)
    strangers = list(read_strangers(text, known))
    later = list(surnames_again(text, known, strangers))
    named = [*known, *strangers, *later]
    persons = [name for name in named if name.type is NameType.PERSON]
    names = sorted([*named, *first_names_again(text, persons, named)], key=lambda name: name.span)
    return tuple(with_borders(text, list(_with_offices(text, names))))


def _with_datelines(text: str, known: Sequence[Name], gazetteer: Gazetteer) -> list[Name]:
    taken = Taken(known)
    cities = [city for city in datelines(text, gazetteer) if taken.last_end_in(city.span) is None]
    return sorted([*known, *cities], key=lambda name: name.span)


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
        name = at_land(text, name, gazetteer)
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
        return named(span, _in_office(persons, published))
    actors, places = of_type[NameType.ACTOR], of_type[NameType.PLACE]
    if len({meaning.actor for meaning in actors}) > 1:
        return None  # two states or groups of one name: the text does not say which
    if (actors or places) and (is_treaty(text, span) or _is_a_persons_name(text, span)):
        return None
    visited = bool(actors and places) and is_seat_visited(text, span, actors[0])
    if actors and not (visited or is_place(text, span, actors[0])):
        return named(span, actors[0])
    if places or actors:
        return place_named(text, span, places[0] if places else actors[0])
    outlets = of_type[NameType.OUTLET]
    return named(span, outlets[0]) if outlets else None


def _is_a_persons_name(text: str, span: Span) -> bool:
    """'Jordan Bardella' and 'Michael Jordan' are no deed of Jordan, nor 'Abdul Fatah' of Fatah."""
    if _SERVANT_BEFORE.search(text, max(0, span.start - 8), span.start):
        return True
    if span.of(text) not in _ALSO_PERSONS:
        return False
    after = _WORD_AFTER.match(text, span.end)
    surname = after and after.group(1).lower() not in HEADS | MODIFIERS
    first_name = _first_name_before(text, span)
    return bool(surname or first_name)


def _persons(
    text: str, span: Span, meanings: Sequence[Meaning], introduced: set[str]
) -> list[Meaning]:
    """The meanings that hold if a person is meant: all of one person, or none."""
    if not meanings or _JUNIOR.match(text, span.end):
        return []
    if meanings[0].form is Form.SURNAME:
        if _NAME_GOES_ON.match(text, span.end) or _first_name_before(text, span):
            return []
        if _is_first_name(text, span):
            meanings = [meaning for meaning in meanings if meaning.alone]
        meanings = (
            [meaning for meaning in meanings if meaning.name in introduced]
            or [meaning for meaning in meanings if meaning.alone]
            or [meaning for meaning in meanings if title_before(text, span.start, 0) is not None]
        )
    return list(meanings) if len({meaning.name for meaning in meanings}) == 1 else []


def _first_name_before(text: str, span: Span) -> bool:
    """Whether another first name makes this somebody else ("Melania Trump")."""
    before = _WORD_BEFORE.search(text, max(0, span.start - 32), span.start)
    if before is None or not _CAPITALISED.match(before.group(1)):
        return False
    word = before.group(1)
    plain = word.lower().rstrip(".")
    ordinary = plain in HEADS | MODIFIERS or plain.removesuffix("s") in HEADS or word in CALENDAR
    if ordinary or word.endswith(("’s", "'s", ".")) or word.isupper():
        return False
    return not (_starts_sentence(text, before.start()) and _opens(plain))


def _is_first_name(text: str, span: Span) -> bool:
    """Whether a surname comes after it: "Hassan Fadlallah" is not the Hassan of the lists.

    In a headline the capitalised word after a name may be a verb: "Abbas Urges Calm".
    """
    after = _SURNAME_AFTER.match(text, span.end)
    if after is None:
        return False
    word = after.group(1)
    if word in CALENDAR or word.lower() in HEADS | MODIFIERS | OPENINGS | _AFTER_SURNAMES:
        return False
    return not (word.endswith("s") and _HEADLINE_ENDS.match(text, after.end()))


def _opens(word: str) -> bool:
    """Words that open a sentence and are no first name: "But Trump", "Eventually Trump"."""
    return word in OPENINGS or (len(word) > 6 and word.endswith("ly"))


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


def _with_offices(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """Persons take in the office before them, and the state before or after that."""
    kept: list[Name] = []
    for place, name in enumerate(names):
        if name.type is not NameType.PERSON:
            kept.append(name)
            continue
        following = names[place + 1] if place + 1 < len(names) else None
        name = _with_state_after(text, name, following)
        floor = kept[-1].span.end if kept else 0
        start = title_before(text, name.span.start, floor)
        start = None if start is not None and _is_of_another(text, start, name) else start
        plain = start is None or text[start : name.span.start].strip(" .,").lower() in COURTESY
        span = name.span if start is None else Span(start, name.span.end)
        state = kept[-1] if kept and kept[-1].type is NameType.ACTOR else None
        if state and not plain and text[state.span.end : span.start] in (" ", "’s ", "'s "):
            kept.pop()
            span = Span(state.span.start, span.end)
            acts = None if _AGAINST_IT.search(text, span.start, name.span.start) else state.actor
            name = name.model_copy(update={"actor": name.actor or acts, "state": state})
        kept.append(name.model_copy(update={"span": span}))
    yield from kept


_SOMEBODY = re.compile(r"\b[Aa]n? (?:[\w’'-]{1,20} ){0,3}\Z")
_ACTS = re.compile(r" [a-z]")


def _is_of_another(text: str, start: int, name: Name) -> bool:
    """ "according to a senior official, Trump brokered it": the office is not that of the name."""
    apart = text.startswith(",", name.span.start - 2)
    somebody = apart and _SOMEBODY.search(text, max(0, start - 60), start)
    return bool(somebody and _ACTS.match(text, name.span.end))


#: "Mozambican rebel leader Afonso Dhlakama" does not act for Mozambique.
_AGAINST_IT = re.compile(r"\b(?:rebel|separatist|opposition|insurgent|guerrilla|militant)\b")


def _with_state_after(text: str, name: Name, following: Name | None) -> Name:
    """'Pavlo Hrytsai, Ukraine's deputy commander' stands for Ukraine."""
    if name.actor or following is None or following.type is not NameType.ACTOR:
        return name
    between = text[name.span.end : following.span.start]
    if between in (", ", ", the ", ", a ", ", an ") and _OFFICE_FOLLOWS.match(
        text, following.span.end
    ):
        return name.model_copy(update={"actor": following.actor})
    return name
