"""The phrases of the reference lists, found in a text in one pass. Which meaning holds is left to
names.py."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

import ahocorasick

from extractors.references import Group, Office, Outlet, Place, References, State
from extractors.values import Span, Value


class NameType(StrEnum):
    ACTOR = "actor"
    PERSON = "person"
    PLACE = "place"
    OUTLET = "outlet"


class Form(StrEnum):
    """How a name names its bearer."""

    NAME = "name"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    SEAT = "seat"
    AUTHORITY = "authority"
    OFFICE = "office"
    FULL_NAME = "full_name"
    SURNAME = "surname"


class Meaning(Value):
    """What a phrase can mean; a phrase may have several meanings."""

    type: NameType
    form: Form
    name: str  # ISO code or slug of an actor, full name of a person or place, slug of an outlet
    actor: str | None  # the state or group it is, acts for or lies in
    detail: str = ""  # type of a place or group; office of a person
    since: str = ""
    until: str = ""
    alone: bool = True  # False: a surname that means the person only after the full name


class Gazetteer:
    """All phrases in one automaton (Aho and Corasick 1975): linear in the text."""

    def __init__(self, references: References) -> None:
        self.capitals = {
            state.code: state.capital[0] for state in references.states if state.capital
        }
        self.third_parties = frozenset(
            group.slug for group in references.groups if group.type in ("body", "alliance")
        )
        self.conflicts = frozenset(frozenset(conflict.sides) for conflict in references.conflicts)
        self.relations = frozenset(
            (one.relation, frozenset(one.sides)) for one in references.relations
        )
        self.homes = {group.slug: group.state for group in references.groups if group.state}
        phrases: dict[str, dict[Meaning, None]] = {}
        for phrase, meaning in _meanings(references):
            for spelling in _spellings(phrase):
                phrases.setdefault(spelling, {})[meaning] = None
        self._automaton = ahocorasick.Automaton()
        for phrase, meanings in phrases.items():
            self._automaton.add_word(phrase, (len(phrase), tuple(meanings)))
        if phrases:
            self._automaton.make_automaton()

    def meanings(self, phrase: str) -> tuple[Meaning, ...]:
        """What a phrase of the lists can mean; empty where no list has it."""
        meanings: tuple[Meaning, ...] = self._automaton.get(phrase, (0, ()))[1]
        return meanings

    def find(self, text: str) -> Iterator[tuple[Span, tuple[Meaning, ...]]]:
        """Leftmost, longest, whole-word phrases with their meanings.

        Two spellings of one person that overlap are one: "Sheikh Abdullah bin Zayed" and
        "Abdullah bin Zayed Al Nahyan".
        """
        if not len(self._automaton):
            return
        found = [
            (Span(last + 1 - length, last + 1), meanings)
            for last, (length, meanings) in self._automaton.iter(text)
            if _whole_word(text, last + 1 - length, last + 1)
        ]
        last: tuple[Span, tuple[Meaning, ...]] | None = None
        for span, meanings in sorted(found, key=lambda hit: (hit[0].start, -hit[0].end)):
            if last is None or span.start >= last[0].end:
                if last:
                    yield last
                last = span, meanings
            elif span.end > last[0].end and _one_person(last[1], meanings):
                last = Span(last[0].start, span.end), last[1]
        if last:
            yield last


@lru_cache(maxsize=4)
def gazetteer(references: References) -> Gazetteer:
    """The automaton of these lists; building it takes longer than reading an article."""
    return Gazetteer(references)


def _spellings(phrase: str) -> set[str]:
    """A phrase with either apostrophe, and without: "People's", "People’s", "Peoples"."""
    straight = phrase.replace("’", "'")
    return {straight, straight.replace("'", "’"), straight.replace("'", "")}


def _whole_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or after.isalnum())


def _one_person(one: tuple[Meaning, ...], other: tuple[Meaning, ...]) -> bool:
    bearers = {(meaning.type, meaning.name) for meaning in (*one, *other)}
    return len(bearers) == 1 and bearers.pop()[0] is NameType.PERSON


def _meanings(references: References) -> Iterator[tuple[str, Meaning]]:
    for state in references.states:
        yield from _of_state(state)
    for group in references.groups:
        yield from _of_group(group)
    for place in references.places:
        yield from _of_place(place)
    for outlet in references.outlets:
        yield from _of_outlet(outlet)
    for office in references.people:
        yield from _of_person(office)


def _of_state(state: State) -> Iterator[tuple[str, Meaning]]:
    phrases = (
        (Form.NAME, (state.name, *state.other_names)),
        (Form.DEMONYM, state.demonyms),
        (Form.CAPITAL, state.capital),
        (Form.SEAT, state.seats),
    )
    for form, names in phrases:
        for name in names:
            meaning = Meaning(type=NameType.ACTOR, form=form, name=state.code, actor=state.code)
            yield name, meaning


def _of_group(group: Group) -> Iterator[tuple[str, Meaning]]:
    authority = group.type == "authority" and group.state
    meaning = Meaning(
        type=NameType.ACTOR,
        form=Form.AUTHORITY if authority else Form.NAME,
        name=group.state if authority else group.slug,
        actor=group.state if authority else group.slug,
        detail=group.type,
    )
    for name in (group.name, *group.other_names):
        yield name, meaning


def _of_place(place: Place) -> Iterator[tuple[str, Meaning]]:
    meaning = Meaning(
        type=NameType.PLACE,
        form=Form.NAME,
        name=place.name,
        actor=place.state or None,
        detail=place.type,
    )
    for name in (place.name, *place.other_names):
        yield name, meaning


def _of_outlet(outlet: Outlet) -> Iterator[tuple[str, Meaning]]:
    meaning = Meaning(type=NameType.OUTLET, form=Form.NAME, name=outlet.slug, actor=None)
    for name in (outlet.name, *outlet.other_names):
        if name[:1].isupper() or not name.isalpha():
            yield name, meaning


def _of_person(office: Office) -> Iterator[tuple[str, Meaning]]:
    for name in (office.name, *office.other_names):
        single = " " not in name
        yield (
            name,
            Meaning(
                type=NameType.PERSON,
                form=Form.SURNAME if single else Form.FULL_NAME,
                name=office.name,
                actor=office.actor or None,
                detail=office.office,
                since=office.since,
                until=office.until,
                alone=office.surname_alone or not single,
            ),
        )
