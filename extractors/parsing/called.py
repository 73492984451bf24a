"""People counted by their names: "freed X and Y in exchange for Z", "X returned home"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from extractors.parsing.line import Line
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

#: A name, known or not: at least two words with capitals.
_NAME = (
    r"(?:(?:[A-Z][\w'’-]+ ){0,2}{person}"
    r"|[A-Z][\w'’-]+(?: (?:al-|el-|bin |ben |abu |de |van )?[A-Z][\w'’-]+){1,3})"
)
#: What is said of the next one of a list: "X and fellow American Y", "X and the reporter Y".
_AS_WELL = (
    r"(?:(?:the|another|former) )?(?:fellow )?(?:{actor}(?:-{actor})? )?"
    r"(?:(?:marine|journalist|reporter|citizen|national|soldier|teacher|businessman|executive"
    r"|hostage|veteran|activist) )?"
)
#: Those whom one verb frees by their names: "freed X and Y in exchange for Z". On the cased tape.
_NAMED = pattern(
    r"\b(?:free(?:d|ing|s)?|releas(?:es|ed?|ing)|repatriat(?:es|ed?|ing)"
    r"|return(?:ed|ing)(?! (?:to|home|from)\b)|hand(?:ed|s|ing)? (?:over|back)|handed"
    r"|let go(?: of)?|gave (?:back|up)"
    r"|(?:release|return|freeing|repatriation|handover) of"
    r"|(?:exchanged?|swap(?:ped)?|traded?)"
    r"(?: (?!for\b)(?:[\w'’-]+|{actor}|{place}|{date}|{count})){0,6} for"
    r"|(?:exchange|return) for)"
    r"(?:(?! (?:to|by|in|from|after|with|under|at|on|for|and|that|of|through)\b)"
    r" (?:[\w'’-]+,?|\((?:[A-Z]{2,6}|{actor})\)|{actor}(?:-{actor}|['’]s)?|{outlet})){0,7}?"
    rf" (?P<n>{_NAME}(?:(?:, | and |, and ){_AS_WELL}{_NAME}){{0,5}})"
    r"(?=[,.;]|\Z| (?:in|on|to|from|after|for|by"
    r"|who|as|at|under|last|this|early|late)\b| \ue004|,? (?:and|while) (?:the )?{actor})"
)
#: "Gilad Shalit returned home", "X and Y were freed".
_NAMED_HOME = pattern(
    r"(?:{actor}(?: [\w-]+){0,2} )?"
    rf"(?P<n>{_NAME}(?:(?:, | and |, and ){_AS_WELL}{_NAME}){{0,5}})"
    r",? (?:(?:was|were|has been|have been|had been) (?:freed|released|repatriated|returned"
    r"|handed (?:over|back)|let go|set free|exchanged|swapped|traded|sent (?:home|back))"
    r"|(?:returned|(?:had |has )?come|came|flew|walked|went) (?:home|free|out))\b"
)
#: "Mark Frerichs, a Navy veteran, was traded for Bashir Noorzai"
_NAMED_ASIDE = pattern(
    rf"(?P<n>{_NAME}), [^.;,]{{2,90}}(?:, [^.;,]{{2,60}})?, (?:was|has been|had been)"
    r" (?:freed|released|returned|handed (?:over|back)|let go|set free|exchanged|swapped|traded)\b"
)
#: Names right before a clause that goes on about them: "Purnam Kumar Shaw, who strayed …".
LAST_NAMES = pattern(rf"(?P<n>{_NAME}(?:(?:, | and |, and )(?:the )?{_NAME}){{0,3}}),? \Z")
#: "when Griner was traded for arms dealer Viktor Bout": the surname alone.
_SURNAME_FOR = pattern(
    r"(?:\A|, |\b(?:when|as|after|before|and|then|in which|where) )(?P<n>[A-Z][a-z'’-]{2,20})"
    r" (?:was|had been|has been) (?:traded|exchanged|swapped)"
    r" for (?=(?:[a-z{actor}-]+ ){0,5}[A-Z{person}])"
)
#: "Brittney Griner for Viktor Bout", without a verb.
PAIRED = pattern(
    rf"(?:\A|[:;,] |{{date}} ?|\bof )(?P<a>{_NAME}) (?:for|against)"
    rf" (?:(?:the|an?|his) (?:[a-z{{actor}}-]+ ){{1,3}})?(?P<b>{_NAME})(?=[,.;]|\Z)"
)
_LINK = re.compile(r", and |, | and ")


class Called(NamedTuple):
    """How many people a list of names holds; `start` is where the words about them begin."""

    number: int
    stretch: Stretch
    start: int


def read_called(line: Line, clause: Stretch) -> Iterator[Called]:
    """The people called by their names; those who hold an office are not the ones freed."""
    rules = (_NAMED, _NAMED_HOME, _NAMED_ASIDE, _SURNAME_FOR)
    found = (rule.finditer(line.tape.cased, *clause) for rule in rules)
    for match in chain.from_iterable(found):
        start, end = match.span("n")
        if not (_in_office(line, start, end) or _NO_PERSON.search(match.group("n"))):
            yield from _parted(line, match) or (_together(match),)
    for match in islice(PAIRED.finditer(line.tape.cased, *clause), _MOST):
        if not _in_office(line, match.start("a"), match.end("b")):
            for label in "ab":
                yield Called(1, Stretch(*match.span(label)), match.start(label))


def _together(match: re.Match[str]) -> Called:
    start, end = match.span("n")
    against = match.string.rfind(" for ", match.start(), start)
    return Called(len(_LINK.split(match["n"])), Stretch(start, end), max(match.start(), against))


def _parted(line: Line, match: re.Match[str]) -> list[Called]:
    """ "American A and Russian B": each of a nation of its own."""
    heads = list(_NATION_NEXT.finditer(match["n"]))
    places = [place for place, _ in line.actors if match.start() <= place < match.end()]
    nations = {side.actor for place, side in line.actors if place in places}
    if not heads or not len(nations) == len(places) == len(heads) + 1:
        return []
    edge = match.start("n")
    ends = [edge + head.start() for head in heads] + [match.end("n")]
    starts = [(match.start(), edge), *((edge + h.end() - 2, edge + h.end()) for h in heads)]
    return [
        Called(len(_LINK.split(match.string[name:end])), Stretch(name, end), first)
        for (first, name), end in zip(starts, ends, strict=True)
    ]


_NATION_NEXT = pattern(r"(?:, and |, | and ){actor} ")
_MOST = 6  # pairs of names in a sentence: bounds the work on hostile text


#: "the Nuclear Power Plant were freed": what somebody guarded.
_NO_PERSON = re.compile(
    r"\b(?:Plant|Station|Guard|Brigade|Battalion|Regiment|Army|Forces|Ministry|Service|Corps|Cent(?:er|re)"
    r"|Committee|Commission|Cross|Party|Council|Command|Headquarters|Hospital|University|Agency"
    r"|Office|Prison|Airport|Steelworks|Republics?|Region|Oblast|Province|District)\b"
)


def _in_office(line: Line, start: int, end: int) -> bool:
    """Whether somebody named there acts for a side."""
    return any(name.actor for _, name in line.names(NameType.PERSON, start, end))


#: "Arbel Yehud and two other hostages", on the cased tape.
_BEFORE_OTHERS = pattern(
    rf"(?P<n>{_NAME}(?:(?:, and |, | and )(?:the [a-z]+ )?{_NAME}){{0,4}}),?"
    r" (?:and|(?:along|together) with) \Z"
)
_OTHERS = re.compile(r" (?:other|more|further|others)\b")


def called_with(line: Line, place: int) -> int:
    """How many people are called by their names before a count of others at a place."""
    if not _OTHERS.match(line.text, place + 1):
        return 0
    match = _BEFORE_OTHERS.search(line.tape.cased, max(0, place - 120), place)
    if match is None or _in_office(line, *match.span("n")):
        return 0
    return len(_LINK.split(match.group("n")))
