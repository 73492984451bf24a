"""Offices before a name: "Turkish Foreign Minister X", "Presidents X and Y"; ranks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.kinds.role.held import Held, is_foreign, is_private
from extractors.kinds.role.offices import Office, office, office_of
from extractors.kinds.role.words import (
    ACTOR,
    FORMER,
    HEAD,
    HONORIFIC,
    MOD,
    NOUN,
    OF_STATE,
    OWN,
    PERSON,
    PLURAL,
    RANK,
    SINGULAR,
)
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form, NameType
from extractors.parsing.patterns import Pattern
from extractors.parsing.tape import Tape

_WINDOW = 150  # how far before a name its office may begin
_AHEAD = 70  # how far before its noun
_BETWEEN = rf"(?: \([A-Z]{{2,8}}\))?,? (?:(?:{RANK}|{HONORIFIC}) ){{0,3}}"
#: "the head of the delegation, Minister X": of one person, as no "the president, Minister X" is.
_OF_TEAM = r"(?=(?i:head|leader|chief) of [^,.]{0,40}\b(?:delegation|team),)"
#: "Turkish Foreign Minister X", "the head of the presidential office, X", "an aide to Y, X"
_BEFORE = Pattern(
    rf"(?<![\w'’-])(?:(?:(?<!the )|{_OF_TEAM}){office(1)}(?: and|,) )?"
    rf"(?<![\w'’-]){office(2)}{_BETWEEN}\Z"
)
_RANK_BEFORE = re.compile(
    rf"(?<![\w'’-])(?P<former>{FORMER} )?(?:(?P<own>{OWN}) )?(?P<rank>{RANK}) \Z"
)
#: "Colonel X of the Indian Army"
_OF_ARMY = re.compile(rf" (?:of|from) (?:the )?(?P<of>{ACTOR})")
#: "Foreign Ministers X of Poland and Y of Britain": a person of the list.
_EACH = rf"{PERSON}(?: of (?:the )?{ACTOR})?"
#: "Presidents X and Y", "US envoys X and Y"
_SEVERAL = re.compile(
    rf"(?<![\w'’-])(?:(?P<former>{FORMER})[ -])?(?:(?P<more>{ACTOR},? and )?(?P<own>{OWN}) )?"
    rf"(?P<title>(?:{MOD}[ -]){{0,5}}{PLURAL})"
    rf"(?: of (?:the )?{ACTOR}(?:, {ACTOR}){{0,4}},? and (?:the )?{ACTOR})?,?"
    rf" (?P<list>{_EACH}(?:, {_EACH}){{0,5}},? and {PERSON})"
)
#: "the assistant to the president of Azerbaijan X": the president is somebody else.
_WITHIN = re.compile(rf"\b{HEAD} (?:to|of|for) the \Z")
#: Words right before a name that are no office: looked at first, since most names stand so.
_BARE = re.compile(
    r"(?:\A|[:;!?\"(]|\b(?:and|or|with|between|told|that|by|to|of|from|for|said|as|but|while|after"
    r"|where|when|than|on|in|at|including|like|if|asked|meet|met|which|because|says|before|whom))"
    r" ?\Z"
)
#: "the nominee for ambassador, X": an office to come.
_NOT_HELD = re.compile(
    r"\b(?:nominees?|candidates?|picks?|choice|nomination|nominated|bid|hopeful|contender|runs?|ran"
    r"|running|job|post|next|future) (?:(?:for|as|of|to be) )?(?:the |an? )?\Z"
)
#: "X, the British prime minister, Y": the office is that of X.
_OF_ANOTHER = re.compile(rf"{PERSON}, (?:(?i:the|an?) )?\Z")
#: "X, adviser to the Russian president Y": what the office is to is that of Y.
_TO_OFFICE = re.compile(rf" (?:to|of|for) .{{0,40}}\b{OF_STATE}\Z")
#: "according to a senior White House official, X brokered it": X is another.
_SOMEBODY = re.compile(r"\b[Aa]n? (?:[\w’'-]{1,20} ){0,3}\Z")
_ACTS = re.compile(rf"{PERSON} [a-z]")
_AUTHORITY = re.compile(rf"(?P<of>{ACTOR}),? \Z")
_HEAD = re.compile(rf"\b{HEAD}\b")
_WITHOUT_NATION = re.compile(r"\A(?:[A-Z]\w+(?:ian|ish|ese|an)|[A-Z]\w+['’]s) ")


def offices_before(tape: Tape, place: int, name: Name, *, in_list: bool) -> Iterator[Held]:
    """The offices before a name; `in_list`: so has the person before, offices stand first here."""
    start = max(0, place - _WINDOW)
    bare = _BARE.search(tape.text, max(0, place - 12), place)
    noun = None if bare else NOUN.search(tape.text, start, place)
    if noun is None:
        return
    match = _BEFORE.search(tape.cased, max(start, noun.start() - _AHEAD), place)
    if match is None or is_private(tape, match, match.start("title2")):
        return
    if _NOT_HELD.search(tape.text, max(0, match.start() - 40), match.start()):
        return
    if match["of2"] and _WITHIN.search(tape.text, max(0, match.start() - 40), match.start()):
        return
    apart = tape.cased.startswith(",", match.end("of2") if match["of2"] else match.end("title2"))
    if (
        apart
        and _SOMEBODY.search(tape.cased, start, match.start())
        and _ACTS.match(tape.cased, place)
    ):
        return
    shared = _TO_OFFICE.search(match["of2"] or "")
    if (apart or shared) and not in_list and _OF_ANOTHER.search(tape.cased, start, match.start()):
        return
    for number in (1, 2):
        found = office_of(tape, match, number) if match[f"title{number}"] else None
        if found and not (apart and is_foreign(found, name)):
            yield Held(name, place, found, "before the name")


def rank_of(tape: Tape, place: int, name: Name) -> Held | None:
    match = _RANK_BEFORE.search(tape.cased, max(0, place - 60), place)
    if match is None:
        return None
    own = match.start("own")
    if own < 0 and (of := _OF_ARMY.match(tape.cased, place + 1)):
        own = of.start("of")
    one = tape.at(own) if own >= 0 else None
    found = Office(
        title=match["rank"].lower(),
        words=tape.span(*match.span("rank")),
        organisation=one.actor if isinstance(one, Name) else None,
        of=tape.span(own, own + 1) if own >= 0 else None,
        tenure="former" if match["former"] else None,
        cue=tape.span(*match.span("former")) if match["former"] else None,
    )
    return Held(name, place, found, "rank", rank=True)


def called_by_office(tape: Tape, place: int, name: Name) -> Iterator[Held]:
    """ "the Ukrainian Parliament Commissioner for Human Rights, X": a name in the lists itself."""
    found = _AUTHORITY.search(tape.cased, max(0, place - 3), place)
    one = tape.at(found.start("of")) if found else None
    if found and isinstance(one, Name) and one.form is Form.AUTHORITY:
        words = tape.words(*found.span("of"))
        if _HEAD.search(words):
            span = tape.span(*found.span("of"))
            title = _WITHOUT_NATION.sub("", words).lower()
            yield Held(name, place, Office(title, span, one.actor, span, None, None), "authority")


def several(tape: Tape) -> Iterator[Held]:
    found = _SEVERAL.finditer(tape.cased) if f" and {PERSON}" in tape.text else ()
    for match in found:
        own = -1 if match["more"] else match.start("own")
        one = tape.at(own) if own >= 0 else None
        title = match["title"].lower()
        last = title.split()[-1]
        singular = title.removesuffix(last) + SINGULAR.get(last, last.removesuffix("s"))
        for place, name in tape.annotations(*match.span("list")):
            if isinstance(name, Name) and name.type is NameType.PERSON:
                office = Office(
                    title=singular,
                    words=tape.span(*match.span("title")),
                    organisation=one.actor if isinstance(one, Name) else None,
                    of=tape.span(own, own + 1) if own >= 0 else None,
                    tenure="former" if match["former"] else None,
                    cue=tape.span(*match.span("former")) if match["former"] else None,
                )
                yield Held(name, place, office, "several")
