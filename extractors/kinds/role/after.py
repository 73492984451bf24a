"""Offices after a name: "X, the Turkish foreign minister,", "X was appointed", "X, who heads"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractors.kinds.role.held import Held, is_foreign, is_private
from extractors.kinds.role.offices import Office, office, office_of
from extractors.kinds.role.words import ACTOR, HONORIFIC, OF_WORD, PERSON, RANK
from extractors.parsing.names import Name
from extractors.parsing.patterns import Pattern
from extractors.parsing.tape import Tape

_ENDS = (
    r"(?=[.,;:)!?\"”»]|\Z| [—–-]|"
    r" (?i:who|and|or|but|said|says|told|is|was|has|had|have|are|were|will|would|in|at|on|to|since"
    r"|from|until|under|when|during|after|before|as|with|by|for|of|that|which|also|while|then"
    r"|following|earlier|late|last|this|amid|over|wrote|posted|responsible|between|because|if"
    r"|\ue004|\ue002|\ue000)(?![\w]))(?! \ue006)"
)
#: "…, and the US secretary of state, Y": the office is that of Y.
_NOT_OF_NEXT = (
    rf"(?!(?: (?:of|for|to|in|at) [^,.;:()]{{1,50}})?,? (?:(?:{RANK}|{HONORIFIC}) ){{0,2}}{PERSON})"
)
_ADVERB = (
    r"(?:(?:now|currently|also|previously|formerly|once|still|himself|herself|presently|already"
    r"|recently|today|later|then|officially|until recently) ){0,3}"
)
_DET = (
    r"(?:(?:(?i:the|an?|his|her|its|their|our)|one of the|another"
    r"|(?:its|his|the country's|the country’s|the group's|the group’s)) ){0,1}"
)
#: One office or two, with what may follow them. A pattern of its own, for it is long: what leads to
#: it behind a name is matched before.
_OFFICES = re.compile(
    rf"(?P<det>{_DET}){office(1, to_comma=True)}{_ENDS}"
    rf"(?:(?:,? and|,| as well as) {_ADVERB}{_DET}{office(2)}{_ENDS}{_NOT_OF_NEXT})?"
)
#: "X, the Turkish foreign minister,", "X (head of the delegation)", "X, now serving as …"
_AFTER = re.compile(rf"(?:, | ?\(|,? [—–-] ){_ADVERB}(?:(?:serving|acting|working) as )?")
#: "X is the head of …", "X was appointed defence minister", "X, who is also an aide to Y"
_COPULA = re.compile(
    rf",? (?:who )?{_ADVERB}(?P<verb>(?:was|has been|had been|is|were) (?:\w+ly )?"
    r"(?:re-?)?(?:appointed|named|elected|sworn in|confirmed|installed|chosen|promoted to)"
    r"(?: (?:as|to be))?|is|was|has been|had been|became|becomes|remains|remained"
    r"|serves as|served as|works as|worked as|has served as|took over as|takes over as"
    rf"|took office as|returned as|stayed on as) {_ADVERB}"
)
_NOT_ANY_MORE = ("was", "had been", "served as", "worked as", "has served as")
#: "X, who heads the presidential office": leading a delegation or talks is no office.
_HEADS = re.compile(
    r",? who (?:also )?(?:heads|leads|chairs|commands|runs|directs) (?P<of>(?!for\b|of\b|and\b)"
    r"(?:the |its |his )?"
    rf"(?:(?:(?i:of|for|and|the)|{OF_WORD}) ){{0,7}}?"
    r"(?:(?i:office|council|party|movement|ministry|agency|service|intelligence|committee"
    r"|commission|army|forces|headquarters|government|administration|group|brigade|bureau"
    rf"|department|corps|regiment|battalion|division|unit|board|union)|{ACTOR})"
    rf"(?: (?:of|for) (?:the )?{OF_WORD}(?: {OF_WORD}){{0,3}})?){_ENDS}"
)
#: "appointed X as secretary of …", "named X defence minister"
_APPOINTED = Pattern(
    r"\b(?:appointed|appoints|named|names|naming|appointing|made|confirmed|elected|installed)"
    r"(?: [\w-]+){0,2} \Z"
)
_AS = re.compile(r",? (?:(?:as|to be) )?")
_AS_BEYOND = re.compile(r", [^,.;]{3,70}, as ")
#: "replaced X as …", "X resigned as …": not any more.
_REMOVED = Pattern(
    r"\b(?:replac(?:ed|es|ing)|succeed(?:ed|s|ing)|dismiss(?:ed|es|ing)|sack(?:ed|s|ing)"
    r"|fir(?:ed|es|ing)|remov(?:ed|es|ing)|oust(?:ed|s|ing)|took over from)(?: [\w-]+)? \Z"
)
_AS_ONLY = re.compile(r" as ")
_LEFT = re.compile(
    r",? (?:who )?(?:resigned|stepped down|steps down|was (?:dismissed|sacked|fired|removed|ousted"
    r"|replaced)|retired|quit) (?:as|from (?:his|her|the) (?:post|position|role|job) (?:as|of)) "
)
#: "X succeeded Y as …": the new one.
_SUCCEEDED = re.compile(
    rf",? (?:who )?(?:has )?(?:replaced|replaces|succeeded|succeeds|took over from) {PERSON} as "
)
_BEHIND = (
    ("after the name", _AFTER),
    ("is or was appointed", _COPULA),
    ("left office", _LEFT),
    ("succeeded", _SUCCEEDED),
)
#: "the head of A, X, the head of B, Y": what follows X is the office of Y.
_OF_NEXT = re.compile(rf",?[^,.;:()]{{0,80}}{PERSON}")
_ON_TO_NEXT = re.compile(rf"[^,.;:()]{{0,80}}{PERSON}")
_ONE_OF_MANY = re.compile(
    r"(?i:senator|lawmaker|mp|ambassador|governor|minister|congress(?:man|woman))"
)


class _Led(NamedTuple):
    """Offices behind a name, and the words that lead to them."""

    lead: re.Match[str]
    offices: re.Match[str]


def offices_after(tape: Tape, place: int, name: Name, *, in_list: bool) -> Iterator[Held]:
    """The offices after a name; `in_list`: it has one before it."""
    yield from _beyond_an_aside(tape, place, name)
    for rule, lead in _BEHIND:
        if found := _led_to(tape, lead, place):
            if rule == "after the name" and _is_of_next(tape, found.offices, in_list=in_list):
                return
            yield from _both(tape, found, name, place, rule, former=_is_gone(rule, found.lead))
            return
    if match := _HEADS.match(tape.cased, place + 1):
        yield _heading(tape, match, name, place)
    yield from _by_verb(tape, place, name)


def _led_to(tape: Tape, lead: re.Pattern[str], place: int) -> _Led | None:
    """The offices that stand behind a name after such words."""
    led = lead.match(tape.cased, place + 1)
    offices = _OFFICES.match(tape.cased, led.end()) if led else None
    return _Led(led, offices) if led and offices else None


def _is_gone(rule: str, lead: re.Match[str]) -> bool:
    return rule == "left office" or (
        rule == "is or was appointed" and lead["verb"] in _NOT_ANY_MORE
    )


def _beyond_an_aside(tape: Tape, place: int, name: Name) -> Iterator[Held]:
    """ "named X, a former official, as prime minister"."""
    appointed = _APPOINTED.search(tape.cased, max(0, place - 60), place)
    found = _led_to(tape, _AS_BEYOND, place) if appointed else None
    if found:
        yield from _both(tape, found, name, place, "appointed", former=False)


def _is_of_next(tape: Tape, match: re.Match[str], *, in_list: bool) -> bool:
    """Whether the office after a name is that of the next person: "X, Deputy Minister Y and …"."""
    listed = in_list or not match["det"]
    following = _OF_NEXT if in_list else _ON_TO_NEXT
    return listed and following.match(tape.cased, match.end()) is not None


def _heading(tape: Tape, match: re.Match[str], name: Name, place: int) -> Held:
    """ "X, who heads the presidential office" is its head."""
    actors = [
        (at, one.actor)
        for at, one in tape.annotations(*match.span("of"))
        if isinstance(one, Name) and one.actor
    ]
    at, actor = actors[0] if actors else (-1, None)
    words = tape.words(*match.span("of")).lower().replace("’", "'")
    office = Office(
        title=f"head of {words}",
        words=tape.span(*match.span("of")),
        organisation=actor,
        of=tape.span(at, at + 1) if actor else None,
        tenure=None,
        cue=None,
    )
    return Held(name, place, office, "who heads")


def _by_verb(tape: Tape, place: int, name: Name) -> Iterator[Held]:
    start = max(0, place - 60)
    for rule, verb, lead in (("appointed", _APPOINTED, _AS), ("replaced", _REMOVED, _AS_ONLY)):
        if not verb.search(tape.cased, start, place):
            continue
        if found := _led_to(tape, lead, place):
            yield from _both(tape, found, name, place, rule, former=rule == "replaced")


def _both(
    tape: Tape, led: _Led, name: Name, place: int, rule: str, *, former: bool
) -> Iterator[Held]:
    match = led.offices
    if is_private(tape, match, match.start("title1")):
        return
    for number in (1, 2):
        if match[f"title{number}"]:
            found = office_of(tape, match, number)
            if found and former and found.tenure is None:
                cue = tape.span(led.lead.start(), match.end())
                found = found._replace(tenure="former", cue=cue)
            if found and is_foreign(found, name):
                return
            if found:
                yield Held(name, place, found, rule, bare=number == 1 and _is_bare(match))


def _is_bare(match: re.Match[str]) -> bool:
    """ "a leader": a noun that names no office by itself."""
    alone = not (match["own1"] or match["of1"] or " " in match["title1"])
    lesser = _ONE_OF_MANY.fullmatch(match["title1"])
    return alone and not lesser and match["det"].strip().lower() in ("a", "an")
