"""Offices as they stand beside a name: the words of one, what they are of, former or acting.

They are read from a tape whose persons are bare names; before.py and after.py say where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractors.kinds.role.words import (
    ACTING,
    CAPITALISED,
    COLOUR,
    COMPLEMENT,
    COMPLEMENT_TO_COMMA,
    FORMER,
    HEAD,
    MOD,
    NOT_YET,
    OF_LEADER,
    OF_PERSON,
    OF_STATE_ITSELF,
    OWN,
    PERSON,
    SENT,
)
from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form, NameType
from extractors.parsing.tape import Annotation, Tape
from extractors.values import Span

_BEFORE_OWN = rf"(?:(?:{FORMER}|{ACTING}|{COLOUR}|{NOT_YET})[ -]){{0,3}}"
#: One office: "former Ukrainian first deputy defence minister", "head of the presidential office".
OFFICE = (
    rf"(?=[\w\ue005-\ue007])(?P<cue>{_BEFORE_OWN})"
    rf"(?:(?P<first>(?:{MOD}[ -]){{0,2}})(?P<own>{OWN}) )?{OF_LEADER}"
    rf"(?P<cue2>{_BEFORE_OWN})"
    rf"(?P<title>(?:(?<=[\ue000-\ue009s] )(?:{CAPITALISED} ){{1,3}})?"
    rf"(?:{MOD}(?: and(?= {MOD} ))?[ -]){{0,7}}{HEAD}(?![\w'’]|-\w|{OF_STATE_ITSELF}))"
    rf"(?P<not>(?:-elect|-designate|,? (?i:nominee|designate|candidate|hopeful))\b)?"
    rf"(?P<of>{COMPLEMENT}|{OF_PERSON})?"
)
_NUMBERED = re.compile(r"\?P<(\w+)>")
_FORMER, _ACTING, _NOT_YET = (re.compile(rf"\b{words}\b") for words in (FORMER, ACTING, NOT_YET))

#: "former sports minister": a word unknown here stands between.
_FORMER_BEFORE = re.compile(rf"\b({FORMER})[ -](?:[\w-]{{2,20}} ){{1,2}}\Z")


def office(number: int, *, to_comma: bool = False) -> str:
    """The pattern of an office with its groups numbered, so that several fit into one pattern."""
    words = f"{OFFICE[:-2]}|{COMPLEMENT_TO_COMMA})?" if to_comma else OFFICE
    return _NUMBERED.sub(rf"?P<\g<1>{number}>", words)


#: Members hold an office in what decides or negotiates: "a member of the political bureau".
_MEMBER = re.compile(r"(?i:member)\Z")
_OF_COUNCIL = re.compile(
    r"\b(?i:bureau|politburo|council|committee|commission|parliament|knesset|congress|assembly|duma"
    r"|rada|senate|negotiating team|cabinet|leadership|government|junta)\b"
)


class Office(NamedTuple):
    """An office that a sentence gives to somebody."""

    title: str
    words: Span  # the words of the title
    organisation: str | None
    of: Span | None  # the words that name the organisation
    tenure: str | None
    cue: Span | None  # the words that say former or acting


def bare_tape(line: Line) -> Tape:
    """The tape of a sentence on which the offices before names are words again."""
    given = [annotation for _, annotation in line.tape.annotations()]
    if not any(_has_office(one) for one in given):
        return line.tape
    bare: list[Annotation] = []
    for one in given:
        if isinstance(one, Name) and _has_office(one):
            bare += [one.state] if one.state else []
            one = one.model_copy(update={"span": one.head})
        bare.append(one)
    return Tape(line.sentence.text, line.sentence.span.start, bare)


def _has_office(one: Annotation) -> bool:
    return isinstance(one, Name) and one.type is NameType.PERSON and one.span != one.head


def office_of(tape: Tape, match: re.Match[str], number: int) -> Office | None:
    """The office that a match of `office(number)` found; None where it is not held yet."""
    start, titled = match.span(f"title{number}")
    cues = match[f"cue{number}"] + match[f"cue2{number}"]
    if match[f"not{number}"] or _NOT_YET.search(cues):
        return None
    end = max(titled, match.end(f"of{number}"))
    if _MEMBER.search(tape.words(start, titled)) and not _OF_COUNCIL.search(tape.words(start, end)):
        return None
    of_person = (match[f"of{number}"] or "").endswith(PERSON)
    actor, place = _organisation(tape, match, number)
    tenure, cue = _tenure(tape, match, number)
    return Office(
        title=(
            (match[f"first{number}"] or "")
            + _title(tape, start, titled if of_person else end, place)
        ).lower(),
        words=tape.span(start, end),
        organisation=actor,
        of=tape.span(place, place + 1) if actor else None,
        tenure=tenure,
        cue=cue,
    )


def _tenure(tape: Tape, match: re.Match[str], number: int) -> tuple[str | None, Span | None]:
    start = match.start(f"cue{number}")
    if found := _FORMER_BEFORE.search(tape.cased, max(0, start - 40), start):
        return "former", tape.span(*found.span(1))
    for group in (f"cue{number}", f"cue2{number}"):
        for name, rule in (("former", _FORMER), ("acting", _ACTING)):
            if found := rule.search(tape.cased, *match.span(group)):
                return name, tape.span(*found.span())
    return None, None


def _organisation(tape: Tape, match: re.Match[str], number: int) -> tuple[str | None, int]:
    """Whose office it is, and where on the tape that stands.

    "Ukraine's …", "… of Ukraine", "an aide to Putin"; an envoy to a state is not of that state.
    """
    own, of = match.span(f"own{number}"), match.span(f"of{number}")
    sent = _SENT.search(match[f"title{number}"])
    for _, place, one in _names(tape, *own):
        return (sent and _sender(tape, place)) or (one.actor, place)
    for start, place, one in _names(tape, *of):
        sent_there = sent and tape.cased.endswith(_SENT_TO, 0, place)
        if not sent_there and not (_IN if not sent else _TO).match(tape.cased, start):
            return next(_groups_of(tape, place), (one.actor, place))
    return None, -1


def _sender(tape: Tape, place: int) -> tuple[str | None, int] | None:
    """Of "Russia's U.N. ambassador" and "UN Yemen envoy" the first: who sends him."""
    for between in ("'s ", " "):
        start = place - len(between) - 1
        if start >= 0 and tape.text[start + 1 : place] == between:
            return next(((one.actor, at) for _, at, one in _names(tape, start, start + 1)), None)
    return None


def _names(tape: Tape, start: int, end: int) -> Iterator[tuple[int, int, Name]]:
    for place, one in tape.annotations(start, end) if start >= 0 else ():
        if isinstance(one, Name) and one.actor:
            yield start, place, one


def _groups_of(tape: Tape, place: int) -> Iterator[tuple[str | None, int]]:
    """Of "the leader of Yemen's Houthis" the group, not its country."""
    if tape.text.startswith("'s ", place + 1):
        for at, one in tape.annotations(place + 4, place + 5):
            if isinstance(one, Name) and one.actor and one.actor.islower():
                yield one.actor, at


_SENT = re.compile(SENT)
_TO = re.compile(r" (?:to|for|in|on|at|with)\b")
_IN = re.compile(r" in\b")
#: "representative of the Secretary-General for Libya": whose office it is stands elsewhere.
_SENT_TO = (" for ", " to ", " for the ", " to the ")


def _title(tape: Tape, start: int, end: int, own: int) -> str:
    """The office in lower case, without the state that it is of: that is the organisation."""
    pieces = [
        (_LEFT_OUT if place == own and _drops(tape.at(place)) else tape.words(place, place + 1))
        if tape.cased[place] in _SIGNS
        else tape.cased[place]
        for place in range(start, end)
    ]
    words = "".join(pieces).replace("’", "'")
    for rule, instead in _WITHOUT_STATE:
        words = rule.sub(instead, words)
    return words.strip(" -")


_SIGNS = frozenset(chr(0xE000 + number) for number in range(10))
_LEFT_OUT = "\x00"
_WITHOUT_STATE = (
    (re.compile(r" (?:of|for|to|at|in)(?: the)? \x00(?= (?:for|to|and|on|in|at)\b)"), ""),
    (re.compile(r" (?:of|for|to|at|in)(?: the)? \x00(?:'s)?\Z"), ""),
    (re.compile(r"(?<=the )\x00(?:'s)? "), ""),
    (re.compile(r"\x00(?:'s)? "), "the "),
    (re.compile(r" (?:of|for|to|at|in)(?: the)? \x00(?:'s)?(?= )"), ""),
    (re.compile(r"\x00(?:'s)?"), ""),
    (re.compile(r"(?i)( of .{1,60}) (?:general|admiral|colonel|major|marshal|brigadier)\Z"), r"\1"),
    (re.compile(r"(?<= )(?:its|his|her|their) "), "the "),
)
_DROPPED = (Form.NAME, Form.DEMONYM, Form.CAPITAL, Form.SEAT)


def _drops(state: Annotation) -> bool:
    """Whether a name only says whose the office is; that of a ministry is a part of the title."""
    return isinstance(state, Name) and (
        state.type is NameType.PERSON or (state.form in _DROPPED and not state.detail)
    )
