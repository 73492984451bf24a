"""Where a sentence gives an office to a person: before the name, after it, by a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractors.kinds.role.offices import Office, office, office_of
from extractors.kinds.role.words import (
    ACTOR,
    FORMER,
    HONORIFIC,
    MOD,
    NOUN,
    OF_WORD,
    OWN,
    PERSON,
    PLURAL,
    PRIVATE,
    RANK,
    SINGULAR,
)
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.tape import Tape

_WINDOW = 150  # how far before a name its office may begin


class Held(NamedTuple):
    """A person, an office and the rule that found it."""

    name: Name
    place: int  # of the name on the bare tape
    office: Office
    rule: str
    bare: bool = False  # nothing but the noun: "a leader"
    rank: bool = False


_BETWEEN = rf",? (?:(?:{RANK}|{HONORIFIC}) ){{0,3}}"
#: "Turkish Foreign Minister X", "the head of the presidential office, X", "an aide to Y, X"
_BEFORE = re.compile(
    rf"(?<![\w'’-])(?:(?<!the ){office(1)}(?: and|,) )?(?<![\w'’-]){office(2)}{_BETWEEN}\Z"
)
_RANK_BEFORE = re.compile(
    rf"(?<![\w'’-])(?P<former>{FORMER} )?(?:(?P<own>{OWN}) )?(?P<rank>{RANK}) \Z"
)
_ENDS = (
    r"(?=[.,;:)!?\"”»]|\Z| [—–-]|"
    r" (?i:who|and|or|but|said|says|told|is|was|has|had|have|are|were|will|would|in|at|on|to|since"
    r"|from|until|under|when|during|after|before|as|with|by|for|of|that|which|also|while|then"
    r"|following|earlier|late|last|this|amid|over|wrote|posted|responsible|between|because|if"
    r"|\ue004|\ue002|\ue000)(?![\w]))(?! \ue006)"
)
#: "…, and the US secretary of state, Y": the office is that of Y.
_NOT_OF_NEXT = rf"(?!,? (?:(?:{RANK}|{HONORIFIC}) ){{0,2}}{PERSON})"
_ADVERB = (
    r"(?:(?:now|currently|also|previously|formerly|once|still|himself|herself|presently|already"
    r"|recently|today|later|then|officially|until recently) ){0,3}"
)
_DET = (
    r"(?:(?:(?i:the|an?|his|her|its|their|our)|one of the|another"
    r"|(?:its|his|the country's|the country’s|the group's|the group’s)) ){0,1}"
)
#: "X, the Turkish foreign minister,", "X (head of the delegation)", "X, now serving as …"
_AFTER = re.compile(
    rf"(?:, | ?\(|,? [—–-] ){_ADVERB}(?:(?:serving|acting|working) as )?(?P<det>{_DET})"
    rf"{office(1)}{_ENDS}"
    rf"(?:(?:,? and|,| as well as) {_ADVERB}{_DET}{office(2)}{_ENDS}{_NOT_OF_NEXT})?"
)
#: "X is the head of …", "X was appointed defence minister", "X, who is also an aide to Y"
_COPULA = re.compile(
    rf",? (?:who )?{_ADVERB}(?P<verb>is|was|has been|had been|became|becomes|remains|remained"
    r"|serves as|served as|works as|worked as|has served as|took over as|takes over as"
    r"|took office as|returned as|stayed on as|(?:was|has been|had been|is|were) (?:\w+ly )?"
    r"(?:re-?)?(?:appointed|named|elected|sworn in|confirmed|installed|chosen|promoted to)"
    rf"(?: (?:as|to be))?) {_ADVERB}"
    rf"(?P<det>{_DET}){office(1)}{_ENDS}(?:,? and {_ADVERB}{_DET}{office(2)}{_ENDS}{_NOT_OF_NEXT})?"
)
_NOT_ANY_MORE = ("was", "had been", "served as", "worked as", "has served as")
#: "X, who heads the presidential office": leading a delegation or talks is no office.
_HEADS = re.compile(
    rf",? who (?:also )?(?:heads|leads|chairs|commands|runs|directs) (?P<of>(?:the |its |his )?"
    rf"(?:(?:(?i:of|for|and|the)|{OF_WORD}) ){{0,7}}?"
    r"(?:(?i:office|council|party|movement|ministry|agency|service|intelligence|committee"
    r"|commission|army|forces|headquarters|government|administration|group|brigade|bureau"
    rf"|department|corps|regiment|battalion|division|unit|board|union)|{ACTOR})"
    rf"(?: (?:of|for) (?:the )?{OF_WORD}(?: {OF_WORD}){{0,3}})?){_ENDS}"
)
#: "appointed X as secretary of …", "named X defence minister"
_APPOINTED = re.compile(
    r"\b(?:appointed|appoints|named|names|naming|appointing|made|confirmed|elected|installed)"
    r"(?: [\w-]+){0,2} \Z"
)
_AS = re.compile(rf",? (?:(?:as|to be) )?(?P<det>{_DET}){office(1)}{_ENDS}")
#: "replaced X as …", "X resigned as …": not any more.
_REMOVED = re.compile(
    r"\b(?:replac(?:ed|es|ing)|succeed(?:ed|s|ing)|dismiss(?:ed|es|ing)|sack(?:ed|s|ing)"
    r"|fir(?:ed|es|ing)|remov(?:ed|es|ing)|oust(?:ed|s|ing)|took over from)(?: [\w-]+)? \Z"
)
_AS_ONLY = re.compile(rf" as (?P<det>{_DET}){office(1)}{_ENDS}")
_LEFT = re.compile(
    r",? (?:who )?(?:resigned|stepped down|steps down|was (?:dismissed|sacked|fired|removed|ousted"
    rf"|replaced)|retired|quit) (?:as|from (?:his|her|the) (?:post|position|role|job) (?:as|of))"
    rf" (?P<det>{_DET}){office(1)}{_ENDS}"
)
#: "X succeeded Y as …": the new one.
_SUCCEEDED = re.compile(
    rf",? (?:who )?(?:has )?(?:replaced|replaces|succeeded|succeeds|took over from) {PERSON}"
    rf" as (?P<det>{_DET}){office(1)}{_ENDS}"
)
_BEHIND = (
    ("after the name", _AFTER),
    ("is or was appointed", _COPULA),
    ("left office", _LEFT),
    ("succeeded", _SUCCEEDED),
)
#: "Presidents X and Y", "US envoys X and Y"
_SEVERAL = re.compile(
    rf"(?<![\w'’-])(?:(?P<former>{FORMER})[ -])?(?:(?P<more>{ACTOR},? and )?(?P<own>{OWN}) )?"
    rf"(?P<title>(?:{MOD}[ -]){{0,5}}{PLURAL})"
    rf"(?: of (?:the )?{ACTOR}(?:, {ACTOR}){{0,4}},? and (?:the )?{ACTOR})?,?"
    rf" (?P<list>{PERSON}(?:, {PERSON}){{0,5}},? and {PERSON})"
)
_PRIVATE_BEFORE = re.compile(rf"\b{PRIVATE}(?:['’]s?)?(?: [\w-]+)? \Z")
_PRIVATE_IN = re.compile(rf"\b{PRIVATE}\b")


def read_held(tape: Tape) -> Iterator[Held]:
    """All offices that a sentence gives to persons."""
    yield from _several(tape)
    for place, one in tape.annotations():
        if isinstance(one, Name) and one.type is NameType.PERSON:
            before = list(_before(tape, place, one))
            after = list(_after(tape, place, one))
            yield from (*before, *after)
            if not before and (rank := _rank(tape, place, one)):
                yield rank


def _before(tape: Tape, place: int, name: Name) -> Iterator[Held]:
    start = max(0, place - _WINDOW)
    if not NOUN.search(tape.text, start, place):
        return
    match = _BEFORE.search(tape.cased, start, place)
    if match is None or _private(tape, match, match.start("title2")):
        return
    if _NOT_HELD.search(tape.text, max(0, match.start() - 40), match.start()):
        return
    apart = tape.cased.startswith(",", match.end("of2") if match["of2"] else match.end("title2"))
    if apart and _OF_ANOTHER.search(tape.cased, start, match.start()):
        return
    for number in (1, 2):
        found = office_of(tape, match, number) if match[f"title{number}"] else None
        if found and not (apart and _is_foreign(found, name)):
            yield Held(name, place, found, "before the name")


#: "the nominee for ambassador, X": an office to come.
_NOT_HELD = re.compile(
    r"\b(?:nominees?|candidates?|picks?|choice|nomination|nominated|bid|hopeful|contender|runs?|ran"
    r"|running|job|post|next|future) (?:(?:for|as|of|to be) )?(?:the |an? )?\Z"
)
#: "X, the British prime minister, Y": the office is that of X.
_OF_ANOTHER = re.compile(rf"{PERSON}, (?:(?i:the|an?) )?\Z")


def _is_foreign(office: Office, name: Name) -> bool:
    """Whether a person of one state is beside an office of another: two in a list."""
    states = {office.organisation, name.actor}
    return (
        bool(name.detail)
        and office.tenure is None
        and len(states) == 2
        and all(state is not None and state.isupper() for state in states)
    )


def _after(tape: Tape, place: int, name: Name) -> Iterator[Held]:
    for rule, words in _BEHIND:
        if match := words.match(tape.cased, place + 1):
            gone = rule == "left office" or (
                "verb" in match.groupdict() and match["verb"] in _NOT_ANY_MORE
            )
            yield from _both(tape, match, name, place, rule, former=gone)
            return
    if match := _HEADS.match(tape.cased, place + 1):
        yield _heading(tape, match, name, place)
    yield from _by_verb(tape, place, name)


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
    for rule, verb, words in (("appointed", _APPOINTED, _AS), ("replaced", _REMOVED, _AS_ONLY)):
        if (match := words.match(tape.cased, place + 1)) and verb.search(tape.cased, start, place):
            yield from _both(tape, match, name, place, rule, former=rule == "replaced")


def _both(
    tape: Tape, match: re.Match[str], name: Name, place: int, rule: str, *, former: bool
) -> Iterator[Held]:
    if _private(tape, match, match.start("title1")):
        return
    for number in (1, 2):
        if f"title{number}" in match.groupdict() and match[f"title{number}"]:
            found = office_of(tape, match, number)
            if found and former and found.tenure is None:
                found = found._replace(tenure="former", cue=tape.span(*match.span()))
            if found and _is_foreign(found, name):
                return
            if found:
                yield Held(name, place, found, rule, bare=number == 1 and _is_bare(match))


def _is_bare(match: re.Match[str]) -> bool:
    """ "a leader": a noun that names no office by itself."""
    alone = not (match["own1"] or match["of1"] or " " in match["title1"])
    lesser = _ONE_OF_MANY.fullmatch(match["title1"])
    return alone and not lesser and match["det"].strip().lower() in ("a", "an")


_ONE_OF_MANY = re.compile(
    r"(?i:senator|lawmaker|mp|ambassador|governor|minister|congress(?:man|woman))"
)


def _private(tape: Tape, match: re.Match[str], title: int) -> bool:
    before = _PRIVATE_BEFORE.search(tape.cased, max(0, match.start() - 40), title)
    return bool(before or _PRIVATE_IN.search(tape.cased, match.start(), match.end()))


def _rank(tape: Tape, place: int, name: Name) -> Held | None:
    match = _RANK_BEFORE.search(tape.cased, max(0, place - 60), place)
    if match is None:
        return None
    own = match.start("own")
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


def _several(tape: Tape) -> Iterator[Held]:
    found = _SEVERAL.finditer(tape.cased) if f" and {PERSON}" in tape.text else ()
    for match in found:
        own = -1 if match["more"] else match.start("own")
        one = tape.at(own) if own >= 0 else None
        title = match["title"].lower()
        last = title.split()[-1]
        singular = title.removesuffix(last) + SINGULAR.get(last, last.removesuffix("s"))
        for place, name in tape.annotations(*match.span("list")):
            if isinstance(name, Name):
                office = Office(
                    title=singular,
                    words=tape.span(*match.span("title")),
                    organisation=one.actor if isinstance(one, Name) else None,
                    of=tape.span(own, own + 1) if own >= 0 else None,
                    tenure="former" if match["former"] else None,
                    cue=tape.span(*match.span("former")) if match["former"] else None,
                )
                yield Held(name, place, office, "several")
