"""Whose deed a verb tells, strictly: names of one list, pronouns, speakers, or nobody.

Only a name that nothing but offices, adverbs and asides part from its verb is its subject, so
"Ukrainian villages were seized" and "families of the hostages demanded" have none. What is done is
left to the kinds. Known gap: "it" after a sentence that names two states in its subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractors.fact import Role
from extractors.parsing.document import Document, Line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.tape import pattern
from extractors.values import Span


class Agent(NamedTuple):
    """An actor, the person who acts for it where one is named, and the words that say so."""

    actor: str
    person: str | None
    span: Span


_WORDS = {
    "office": r"(?:government|army|military|armed forces|forces|troops|soldiers|fighters|rebels?"
    r"|militants|militia|paramilitar(?:y|ies)|movement|group|coalition|side|delegation|negotiators?"
    r"|officials?|leaders?|leadership|authorities|presidents?|premiers?|ministers?|ministry"
    r"|department"
    r"|treasury|parliament|congress|senate|lawmakers|envoys?|team|spokes\w+|administration|regime"
    r"|junta|navy|air force|separatists|insurgents|guerrillas|commanders?|chief|command|staff"
    r"|council|commission|cabinet|diplomats?|ambassadors?|representatives?|embassy|bloc|units"
    r"|brigade|marines|paratroopers|ground forces|military intelligence|capital|members"
    r"|(?:member )?states|(?<!'s )countries|(?<!'s )allies|invasion|offensive|leader|chancellor"
    r"|secretary)",
    "kind": r"(?:prime|foreign|defen[cs]e|interior|security|state|armed|military|general|supreme"
    r"|chief|top|senior|federal|central|transitional|national|new|ruling|military-led|rival|special"
    r"|ground|air|naval|occupation|invading|proxy|pro-[\w-]+|[\w-]+-backed|[\w-]+-led"
    r"|paramilitary|rebel|separatist|negotiating|political|islamist|militant|de facto"
    r"|internationally[- ]recogni[sz]ed|outgoing|then|finance|treasury|us|high)",
    "also": r"(?:\w+ly|has|have|had|is|are|was|were|will|would|also|now|again|still|since|then"
    r"|later|once|both|too|jointly|all|each|never|not|long|always|twice|just|already|today"
    r"|yesterday|continues? to|continued to|in turn|for its part|in response|meanwhile|finally"
    r"|this (?:week|month|year)|last (?:week|month|year)|(?:on )?(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)day|(?:on |in |since |by |late |early |until ){0,2}\ue004|in \ue007|at \ue007"
    r"|be|been|been able to|managed to|went on to|moved to|decided to|agreed to|did)",
}
#: What may stand between a subject and its verb.
_LINK = pattern(
    r"(?:'s?)?(?:[ -](?:{kind}|{office})){0,5}(?:,? (?:who|which|that))?"
    r"(?:, (?:(?:led|headed|commanded|backed|supported) by (?:the )?[\ue005\ue006]"
    r"|[^,;\ue005\ue006]{1,70}),)?(?:,? {also},?){0,6} ?",
    _WORDS,
)
_OF_OFFICE = pattern(r"'s(?: {kind}){0,2} {office}\b", _WORDS)
_NEAR = 150  # how far before its verb a subject is looked for
_ITS_OFFICE = pattern(r"\b(?:its|their) (?:(?:{kind} ){0,2}{office},? )?\Z", _WORDS)
_SIGN = re.compile(r"[\ue005\ue006]")
_LISTED = re.compile(r"[\ue005\ue006](?:(?:, | and |, and | or )(?:the )?[\ue005\ue006]){1,7}")
_NO_SUBJECT = pattern(
    r"\b(?:with|to|from|of|for|against|in|by|on|at|near|about|behind|over|into|told|between|beside"
    r"|alongside|gave|urged|pressed|like|than|un-|anti-)(?: the| an?| its| his| her| their)? \Z"
)
#: "the war with Russia, and the United States agreed": no list.
_NEW_CLAUSE = re.compile(r", and (?:the )?\Z")
_OF_LEADERS = pattern(
    r"\b(?:leaders?|presidents?|ministers?|governments?|ministry|army|military|heads?|bloc"
    r"|authorities|rulers|delegations?|spokes\w+|envoys?|ambassadors?|diplomats|officials"
    r"|lawmakers|states|fighters|forces|troops|soldiers"
    r"|units|members)(?: of| from| for) (?:the )?\Z"
)
_OPENING = pattern(
    r"\A\W{0,2}(?:(?:in|on|at|after|before|since|but|and|meanwhile|earlier|during|for|as|under)\b"
    r"(?:[^,;]{0,90},|[^,;\ue005\ue006]{0,20}) )?(?:the |both )?(?=[\ue005\ue006])"
)
_COORDINATED = re.compile(
    r"(?:\band|\bbut|,|;|\bwhile|\bor|\bbefore|\bafter|\bby|\bsince"
    r"|\b(?:order|decree|bill|law))(?: (?:\w+ly|has|have|had"
    r"|also|then)){0,3} \Z"
)
_PRONOUN = re.compile(
    r"\b(?:he|she|it|they|we|i|the (?:[\w-]+ ){0,2}?(?:group|movement|rebels|militants"
    r"|paramilitaries|insurgents|guerrillas|faction)"
    r"|(?:its|their|his) (?:own )?(?:troops|forces|army|fighters|soldiers|military|units|men)"
    r"(?! of)|(?:its|their) (?:(?:prime|foreign|defen[cs]e|interior) )?(?:minister|president"
    r"|government|leaders?|envoy|ministry|delegation))\b"
)
_LINKS_PRONOUN = pattern(r"(?: {also}){0,3} ", _WORDS)


def party_at(line: Line, place: int) -> Agent | None:
    """The actor whose sign stands at a place, or that a person there acts for."""
    name = line.tape.at(place)
    if not isinstance(name, Name) or not name.actor:
        return None
    if name.type not in (NameType.ACTOR, NameType.PERSON):
        return None
    person = name.name if name.type is NameType.PERSON else None
    return Agent(name.actor, person, name.head if person else name.span)


def parties_listed(line: Line, place: int) -> tuple[Agent, ...]:
    """The party at a place with the others of its list: "Russia, China and Iran"."""
    match = _LISTED.match(line.text, place)
    end = match.end() if match else place + 1
    found = (party_at(line, sign.start()) for sign in _SIGN.finditer(line.text, place, end))
    return tuple(party for party in found if party)


def agents_of(document: Document, line: Line, place: int) -> tuple[Agent, ...]:
    """Who does what the verb at `place` says; nobody where the words do not settle it."""
    text = line.text
    lists = [(one.start(), one.end()) for one in _LISTED.finditer(text, 0, place)]
    for sign in reversed(list(_SIGN.finditer(text, max(0, place - _NEAR), place))):
        if not _LINK.fullmatch(text, sign.end(), place):
            continue
        first = next((start for start, end in lists if start <= sign.start() < end), sign.start())
        if not _is_no_subject(text, first):
            parties = parties_listed(line, first)
            return parties or _of_whose_office(document, line, first)
        if first < sign.start() and _NEW_CLAUSE.search(text, first, sign.start()):
            return parties_listed(line, sign.start())
    return _by_pronoun(document, line, place) or _main_subject(line, place)


def _of_whose_office(document: Document, line: Line, place: int) -> tuple[Agent, ...]:
    """'Its prime minister, Salem bin Breik': a person that no list knows, of whom was spoken."""
    if _ITS_OFFICE.search(line.text, max(0, place - 60), place):
        return _antecedent(document, line, max(0, place - 60), persons=False)
    return ()


def _is_no_subject(text: str, place: int) -> bool:
    start = max(0, place - 40)
    return bool(_NO_SUBJECT.search(text, start, place)) and not _OF_LEADERS.search(
        text, start, place
    )


def _by_pronoun(document: Document, line: Line, place: int) -> tuple[Agent, ...]:
    """Whom "he", "it", "they" mean: who speaks, who was named before in the sentence, or the
    subject of the sentence before."""
    found = list(_PRONOUN.finditer(line.text, max(0, place - 60), place))
    match = found[-1] if found else None
    if match is None or not _LINKS_PRONOUN.fullmatch(line.text, match.end(), place):
        return ()
    if match.group().startswith("the "):
        return last_group(document, line, match.start())
    if speaker := speaker_at(document, line, match.start()):
        return (speaker,)
    if match.group() in ("we", "i"):
        return ()
    persons = match.group() in ("he", "she")
    return _antecedent(document, line, match.start(), persons=persons)


def last_group(document: Document, line: Line, place: int) -> tuple[Agent, ...]:
    """Whom "the group" means: the armed group named last."""
    rank = line.sentence.rank
    for near in reversed(document.lines[max(0, rank - 4) : rank + 1]):
        groups = [
            Agent(name.actor, None, name.span)
            for at, name in near.names(NameType.ACTOR)
            if name.actor and name.detail == "armed_group" and (near is not line or at < place)
        ]
        if groups:
            return (groups[-1],)
    return ()


def _antecedent(document: Document, line: Line, place: int, *, persons: bool) -> tuple[Agent, ...]:
    """The first party named before in the sentence, else in the last one of its paragraph that
    names any."""
    for near in _so_far(document, line):
        end = place if near is line else len(near.text)
        for sign in _SIGN.finditer(near.text, 0, end):
            if near is not line and not persons and not _may_lead(near.text, sign.start()):
                continue
            party = party_at(near, sign.start())
            if party and (party.person is not None) >= persons:
                return (party,)
        if near is not line and not persons:
            break
    return ()


def _may_lead(text: str, place: int) -> bool:
    """Whether a name may be what its sentence is about: near its beginning, by no preposition."""
    return place < _EARLY and not _is_no_subject(text, place)


_EARLY = 70  # places of a sentence in which its subject is named


def _so_far(document: Document, line: Line) -> Iterator[Line]:
    """The sentence and those before it in its paragraph, nearest first."""
    for near in reversed(document.lines[max(0, line.sentence.rank - 3) : line.sentence.rank + 1]):
        if near.sentence.paragraph == line.sentence.paragraph:
            yield near


def _main_subject(line: Line, place: int) -> tuple[Agent, ...]:
    """Of "Russia refused … and demanded …" the party that opens the sentence."""
    opening = _OPENING.match(line.text)
    if opening is None or _is_no_subject(line.text, opening.end()):
        return ()
    if not _COORDINATED.search(line.text, max(0, place - 40), place):
        return ()
    behind = line.text[opening.end() + 1 : place]
    if behind.startswith("'s") and not _OF_OFFICE.match(behind):
        return ()
    return parties_listed(line, opening.end())


def speaker_at(document: Document, line: Line, place: int) -> Agent | None:
    """The party in whose name the words at a place are said."""
    hop = next(iter(line.attribution(place)), None)
    if hop is None or not (hop.role in (Role.SPEAKER, Role.BODY) or _OFFICIAL.search(hop.name)):
        return None
    for near in _lines_around(document, line):
        for sign in _SIGN.finditer(near.text):
            party = party_at(near, sign.start())
            if party and (party.person == hop.name or hop.span.overlaps(party.span)):
                return party._replace(span=hop.span)
    return None


#: Unnamed, but speaking for his side: "a White House official".
_OFFICIAL = re.compile(r"\b(?:officials?|spokes\w+|negotiators?|ministers?|delegation)\b")


def _lines_around(document: Document, line: Line) -> Iterator[Line]:
    rank = line.sentence.rank
    yield line
    yield from reversed(document.lines[max(0, rank - 4) : rank])
    yield from document.lines[rank + 1 : rank + 2]
