"""Sides that a text calls by what they are: "the government", "the rebels", "the junta".

In an article about one state and one group that fights it such words name a side as well as a name
does, so its sentences are made anew with a name in their place. Where several states or several
groups could be meant they stay words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form, NameType
from extractors.parsing.patterns import Pattern
from extractors.parsing.sayings import read_all_sayings
from extractors.parsing.tape import Annotation, pattern
from extractors.values import Span

_NO_NOUN = (
    r"(?! (?:of\b|wing|action|operations?|force\b|campaign|base|bases|council|aid"
    r"|offensive|intervention|hardware|equipment|service|junta|leaders? of|plane|aircraft|prison"
    r"|site|zone|hospital|buildings?|side of|coalition|alliance)\b)"
)
_SOLDIERS = r"soldiers|troops|forces|officials|negotiators|representatives|delegat\w+|envoys|team"
_LINK = r"between|from|with|and|by|of|to|the|that|said"
_STATE = pattern(
    r"\bthe (?:federal |central |transitional |national )?(?P<w>government|regime|(?:military"
    r" )?junta"
    r"|(?:ruling )?military council|army|military|armed"
    rf" forces|authorities){_NO_NOUN}"
    rf"|(?:\A|, |\b(?:{_LINK}) )(?P<a>government|army) (?=and\b|{_SOLDIERS})"
)
_GROUP = pattern(
    r"\bthe (?:(?:armed|militant|terror(?:ist)?|jihadist|islamist|leftist|separatist"
    r"|[\w\ue005-]+-(?:backed|linked|aligned|allied|led|affiliated)) ){0,2}"
    r"(?P<w>rebels?|rebellion|guerrillas?|insurgents?|insurgency"
    r"|militants|paramilitar(?:y|ies)(?: group| force)?|militia|group|rebel (?:group|movement))"
    r"(?! (?:of\b|leaders? of|in \ue007)\b)"
    rf"|(?:\A|\b(?:{_LINK}) )(?P<a>rebel|guerrilla) (?=and\b|{_SOLDIERS})"
)
_RULERS = pattern(
    r"\bthe (?P<w>(?:(?:military|ruling|new) )?junta|(?:ruling )?military council"
    r"|military-led government|military(?= (?:regime|rulers|government))"
    r"|military|army|coup (?:leaders|plotters)|generals|putschists)"
    rf"{_NO_NOUN}"
)
_COUP = pattern(
    r"\b(?:juntas?|coup|putsch\w*|(?:seiz|grabb|took|tak)\w* power"
    r"|military (?:rulers|council)|military-led government)\b"
)


@lru_cache(maxsize=1)
def with_sides_named(document: Document) -> Document:
    """The document with such words read as names; itself where there are none.

    Kept for the kinds that read the same document after each other.
    """
    return with_readings(document, tuple(_readings(document)))


def with_readings(document: Document, readings: tuple[tuple[Pattern, str], ...]) -> Document:
    """The document with what the groups `w` or `a` of patterns match read as names of actors."""
    lines = tuple(_line(line, readings) for line in document.lines)
    if all(new is old for new, old in zip(lines, document.lines, strict=True)):
        return document
    read_all_sayings(lines, document.quotations)
    return document.with_lines(lines)


def _readings(document: Document) -> Iterator[tuple[Pattern, str]]:
    """Which words mean whom in an article."""
    state, group = _fighting_at_home(document)
    if ruled := _ruled(document):
        yield _RULERS, state or ruled
    if state:
        yield _STATE, state
    if group:
        yield _GROUP, group


def _fighting_at_home(document: Document) -> tuple[str | None, str | None]:
    """The one state that armed groups of the article fight, and the one group that does."""
    groups = Counter(
        name.actor
        for line in document.lines
        for _, name in line.names(NameType.ACTOR)
        if name.actor and name.actor.islower()
    )
    foes = {group: document.home_of(group) for group in groups}
    foes = {group: home for group, home in foes.items() if home and document.at_war(group, home)}
    foes = _not_in_passing(foes, groups)
    abroad = max(
        (groups[one] for one in groups if one not in foes and document.foe_of(one)), default=0
    )
    if abroad >= max((groups[one] for one in foes), default=0):
        return None, None
    states = {home for home in foes.values() if home}
    if len(states) != 1:
        return None, None
    return states.pop(), next(iter(foes)) if len(foes) == 1 else None


def _is_of_a_war_abroad(
    document: Document, foes: dict[str, str | None], named: Counter[str]
) -> bool:
    """Whether a group that fights another country is named as often: the Houthis, in passing, in
    an article about Gaza."""
    abroad = [named[one] for one in named if one not in foes and document.foe_of(one)]
    return max(abroad, default=0) >= max((named[one] for one in foes), default=1)


def _not_in_passing(foes: dict[str, str | None], named: Counter[str]) -> dict[str, str | None]:
    """Without the groups of other countries that are named once, beside one that is named often:
    "Qatar has mediated between the Taliban and …", in an article about M23."""
    often = max((named[group] for group in foes), default=0)
    homes = {home for group, home in foes.items() if named[group] == often}
    if often < _OFTEN or len(homes) != 1:
        return foes
    return {group: home for group, home in foes.items() if named[group] > 1 or home in homes}


_OFTEN = 2  # times that the group is named which an article is about


def _ruled(document: Document) -> str | None:
    """The country of a junta: that which sentences about the coup name most."""
    named: Counter[str] = Counter()
    for line in document.lines:
        if _COUP.search(line.text):
            for place, name in line.tape.annotations():
                if isinstance(name, Name) and _may_rule(line, place, name):
                    named.update((name.actor,) if name.actor and name.actor.isupper() else ())
    best = named.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None


def _may_rule(line: Line, place: int, name: Name) -> bool:
    """Whether it may be the country of a junta, or is its chief: "junta leader X flew to Y"."""
    if name.type is NameType.PERSON:
        return _CHIEF.search(line.text, max(0, place - 20), place) is not None
    return not line.text.endswith(" to ", 0, place)


_CHIEF = re.compile(r"\bjunta(?: (?:chief|leader|head|boss))?,? \Z")


def _line(line: Line, readings: tuple[tuple[Pattern, str], ...]) -> Line:
    added: list[Name] = []
    for rule, actor in readings:
        for match in rule.finditer(line.text):
            label = "a" if match.groupdict().get("a") else "w"
            span = line.tape.span(*match.span(label))
            if not any(span.overlaps(other.span) for other in added):
                added.append(_name(span, actor))
    if not added:
        return line
    every: list[Annotation] = [annotation for _, annotation in line.tape.annotations()]
    new = Line(line.sentence, sorted([*every, *added], key=lambda one: one.span))
    new.stand_ins, new.third_parties = line.stand_ins, line.third_parties
    return new


def _name(span: Span, actor: str) -> Name:
    return Name(span=span, head=span, type=NameType.ACTOR, form=Form.SEAT, name=actor, actor=actor)
