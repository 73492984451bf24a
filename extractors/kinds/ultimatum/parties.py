"""Who sets an ultimatum and who is to obey: subjects, lists of states, pronouns, "the rebels"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractors.fact import Attribution, Role
from extractors.kinds.ultimatum.cues import ALSO, IN_OFFICE, SUBJECT
from extractors.kinds.ultimatum.terms import OF_A_GROUP, TO_PEOPLE
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.tape import SIGNS
from extractors.values import Span


class Party(NamedTuple):
    """An actor, the person who acts for it where one is named, and the words that say so."""

    actor: str
    person: str | None
    span: Span
    words: str = ""


class Cast:
    """The persons of an article and the offices they hold; built once for all its ultimatums."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._persons: dict[str, Party] = {}
        self._holders: dict[tuple[str, str], str] = {}
        self.known: tuple[tuple[Party, Party], ...] = ()  # who set a deadline to whom, read so far
        for line in document.lines:
            for place, name in line.names(NameType.PERSON):
                if party := party_at(line, place):
                    self._persons.setdefault(name.name, party)
                    self._holders.setdefault((party.actor, name.detail), name.name)

    def person(self, name: str) -> Party | None:
        return self._persons.get(name)

    def holder(self, actor: str, office: str) -> str | None:
        return self._holders.get((actor, office))

    def other_side(self, told: Party) -> tuple[Party, ...]:
        """Who set one or has one where it is told in full close by, if it is only one."""
        others = {
            (two if told.actor == one.actor else one).actor: two if told.actor == one.actor else one
            for one, two in self.known
            if told.actor in (one.actor, two.actor)
            and abs(one.span.start - told.span.start) < _CLOSE
        }
        return tuple(others.values()) if len(others) == 1 else ()

    def only_target(self) -> tuple[Party, ...]:
        """Who has deadlines where the article tells of them in full, if it is only one."""
        targets = {target.actor: target for _, target in self.known}
        return tuple(targets.values()) if len(targets) == 1 else ()

    def lines_before(self, line: Line, count: int) -> Iterator[Line]:
        """The sentences before, nearest first."""
        rank = line.sentence.rank
        yield from reversed(self.document.lines[max(0, rank - count) : rank])

    def line_after(self, line: Line) -> Line | None:
        """The next sentence of the paragraph."""
        rank = line.sentence.rank + 1
        after = self.document.lines[rank] if rank < len(self.document.lines) else None
        same = after is not None and after.sentence.paragraph == line.sentence.paragraph
        return after if same else None


_CLOSE = 600  # characters within which a deadline is told in full and again in short
#: Before a name, these make it no subject: "beside Starmer, Trump gave …".
_NO_SUBJECT = re.compile(
    r"\b(?:beside|alongside|with|to|from|of|for|against|in|by|on|at|near|about|behind|between|over"
    r"|into"
    r"|told|gave|giving|warned|urged|set|put|pressed|ordered|asked|accused|threatened"
    r"|demand(?:s|ed|ing)?(?: that)?)(?: the| an?"
    r"| his| its| her| their)? \Z"
)
_OF_LEADERS = re.compile(
    r"\b(?:leaders?|presidents?|ministers?|governments?|ministry|army|military|heads|bloc"
    r"|authorities|rulers)"
    r" of (?:the )?\Z"
)
_WRITTEN = ("letter", "message", "note", "communique")
_SIGN = r"(?:the )?[\ue005\ue006]"
_LIST = re.compile(rf"[\ue005\ue006](?:, {_SIGN}){{0,4}}(?:,? and | or ){_SIGN}")
_NEAR = 220  # how far before its verb a subject is looked for


def party_at(line: Line, place: int) -> Party | None:
    """The party whose sign stands at a place; people of a state are none ("Thai nationals")."""
    name = line.tape.at(place)
    if not isinstance(name, Name) or not name.actor or TO_PEOPLE.match(line.text, place + 1):
        return None
    if name.actor.isupper() and OF_A_GROUP.match(line.text, place + 1):
        return None
    if name.type not in (NameType.ACTOR, NameType.PERSON):
        return None
    person = name.name if name.type is NameType.PERSON else None
    return Party(name.actor, person, name.head if person else name.span)


def listed(line: Line, place: int) -> Iterator[Party]:
    """The parties of a list that begins at a place: "Jordan and Egypt"."""
    while place >= 0:
        if party := party_at(line, place):
            yield party
        more = ALSO.match(line.text, place + 1)
        place = more.start("more") if more else -1


def subject_before(cast: Cast, line: Line, place: int, *, verb: bool = True) -> tuple[Party, ...]:
    """Who acts at a verb (or in the clause before another word): the nearest subject before it,
    with the others of its list."""
    text, start = line.text, max(0, place - _NEAR)
    lists = list(_LIST.finditer(text, start, place))
    for match in reversed(list(SUBJECT.finditer(text, start, place))):
        first = next(
            (each.start() for each in lists if each.start() <= match.start() < each.end()),
            match.start(),
        )
        adjoins = verb and _ADJOINS.fullmatch(text, match.end(), place)
        if (_is_no_subject(text, first) and not adjoins) or _OF_ALL.match(text, match.end()):
            continue
        unnamed = _unnamed(cast, line, match)
        if unnamed is not None:
            return unnamed
        if match.group()[0] not in SIGNS.values():
            continue
        parties = tuple(listed(line, first))
        if parties:
            return (_with_holder(cast, line, first, parties[0]), *parties[1:])
    return ()


#: "a 30-day Ukraine ceasefire": where it is, not who acts.
_OF_ALL = re.compile(r" (?:cease-?fire|truce|peace|war|conflict|crisis)\b")


def _unnamed(cast: Cast, line: Line, match: re.Match[str]) -> tuple[Party, ...] | None:
    """Whom "we", "the rebels", "he", "the letter" mean, nobody included; None for a name, and for
    a "they" that is no person's."""
    word, party = match.group(), None
    if word[0] in SIGNS.values():
        return None
    if word in ("i", "we"):
        party = speaker_at(cast, line, match.start())
    elif word == "they" and (said := _SAID.search(line.text, 0, match.start())):
        return tuple(listed(line, said.start())) or None
    elif word in ("he", "she", "they") or word.endswith(_WRITTEN):
        if word == "they" and (several := _several_before(cast, line)):
            return several
        party = _writer(line, match) or person_before(cast, line, match.start())
        if party is None and word == "they":
            return None
    elif "european" in word:
        party = Party("eu", None, line.tape.span(*match.span()))
    elif word.endswith(("president", "minister")):
        party = _in_office(cast, line, match)
        return (party,) if party else None
    elif side := vague_side(cast, word, ""):
        party = Party(side, None, line.tape.span(*match.span()))
    return (party,) if party else ()


def _writer(line: Line, match: re.Match[str]) -> Party | None:
    """Of "a letter from X to Y that gives Y two months" X."""
    writer = _FROM.match(line.text, match.end()) if match.group().endswith(_WRITTEN) else None
    return party_at(line, writer.end() - 1) if writer else None


_FROM = re.compile(r" (?:sent |delivered |written )?(?:from|by) (?:the )?[\ue005\ue006]")
#: "The rebels of X said on Friday that they would …": who speaks is who acts.
_SAID = re.compile(
    r"(?:\ue005(?:,|,? and) (?:the )?){0,4}\ue005 (?:(?:also|both|all|ha[sd]|have|\w+ly) ){0,3}"
    r"(?:said|say|warned|vowed|threatened|announced|declared)"
    r"(?: (?:on )?\ue004)?(?: that)? \Z"
)


def _in_office(cast: Cast, line: Line, match: re.Match[str]) -> Party | None:
    """Whom "the president" means: the one last named in that office."""
    office = match.group().removeprefix("the ")
    for near in (line, *cast.lines_before(line, 4)):
        end = match.start() if near is line else len(near.text)
        for place, name in reversed(list(near.names(NameType.PERSON, 0, end))):
            if name.detail == office:
                return party_at(near, place)
    return None


def _several_before(cast: Cast, line: Line) -> tuple[Party, ...]:
    """Whom "they" means after a sentence that opens with a list: "France and Britain warned …"."""
    for other in cast.lines_before(line, 1):
        if opening := _OPENS_WITH_LIST.match(other.text):
            return tuple(listed(other, opening.end() - 1))
    return ()


_OPENS_WITH_LIST = re.compile(rf"{_SIGN}(?=(?:,| and|, and) {_SIGN})")
_ADJOINS = re.compile(r" ?(?:\w+ly |has |have |had |then |once |\ue004 )*")


#: "by Trump envoy Steve Witkoff": two names, one man.
_COMPOUND = re.compile(r"(?:[\ue005\ue006](?:'s)? ){0,2}\Z")


def _is_no_subject(text: str, place: int) -> bool:
    compound = _COMPOUND.search(text, max(0, place - 6), place)
    place = compound.start() if compound else place
    before = text[max(0, place - 30) : place]
    return bool(_NO_SUBJECT.search(before)) and not _OF_LEADERS.search(before)


def _with_holder(cast: Cast, line: Line, place: int, party: Party) -> Party:
    """'The US President set …': the person whom the article names in that office."""
    office = IN_OFFICE.match(line.text, place + 1)
    if party.person or office is None:
        return party
    wanted = office.group().removeprefix("'s").strip()
    return party._replace(person=cast.holder(party.actor, wanted))


def person_before(cast: Cast, line: Line, place: int) -> Party | None:
    """Whom "he" means: a person named before in the sentence, else the first of the last sentence
    that names any."""
    for at, _ in line.names(NameType.PERSON, 0, place):
        return party_at(line, at)
    for other in cast.lines_before(line, 4):
        if speaker := _speaker_of(cast, other):
            return speaker
        for at, _ in other.names(NameType.PERSON):
            return party_at(other, at)
    return None


def _speaker_of(cast: Cast, line: Line) -> Party | None:
    """The person who spoke in a sentence."""
    for saying in line.sayings:
        if saying.chain[0].role is Role.SPEAKER:
            return cast.person(saying.chain[0].name)
    return None


def speaker_at(cast: Cast, line: Line, place: int) -> Party | None:
    """Who says what stands at a place, where he or it can set a deadline."""
    for hop in line.attribution(place):
        if hop.role is Role.SPEAKER:
            party = cast.person(hop.name)
            return party._replace(span=hop.span) if party else None
        if hop.role is Role.BODY:
            return next(_bodies(cast, line, hop), None)
    return None


def _bodies(cast: Cast, line: Line, hop: Attribution) -> Iterator[Party]:
    for near in (line, *cast.lines_before(line, 2)):
        for place, name in near.names(NameType.ACTOR):
            if hop.span.covers(name.span) and (party := party_at(near, place)):
                yield party


_GROUPS = re.compile(r"rebel|militant|insurgent|group|movement|paramilitar|gunmen")
_STATES = re.compile(r"troops|junta|generals|coup|government|army|military")
SIDE_WORDS = re.compile(f"{_GROUPS.pattern}|{_STATES.pattern}|opponents")


def vague_side(cast: Cast, words: str, issuer: str) -> str | None:
    """The side of the article's two that "the rebels", "the army", "its opponents" must be."""
    sides = [side.actor for side in cast.document.dyad or () if side.actor != issuer]
    if _GROUPS.search(words):
        sides = [actor for actor in sides if actor.islower()]
    elif _STATES.search(words):
        sides = [actor for actor in sides if actor.isupper()]
    elif "opponents" not in words:
        return None
    return sides[0] if len(sides) == 1 else None
