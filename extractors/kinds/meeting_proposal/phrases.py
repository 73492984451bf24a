"""The words that name a meeting of leaders, and what they say of it: who and where.

"a summit", "a face-to-face meeting between Zelensky and Putin", "meet Putin in Istanbul". Meetings
of delegations and ministers are left to the kind talks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form, NameType
from extractors.parsing.tape import pattern
from extractors.values import Span

_LEVEL = (
    r"(?:leaders'?|leader-level|presidential(?:-level)?|presidents'|head-of-state|top-level"
    r"|summit-level)"
)
_ADJECTIVE = (
    r"(?:face-to-face|in-person|personal|one-on-one|trilateral|three-way|tripartite|four-way|four-party"
    r"|quadrilateral|bilateral|direct|high-level|joint|proposed|possible|separate|first|second|new"
    r"|special|urgent|immediate|early|august|september|peace|{ordinal}|another)"
)
#: "Kyiv proposed direct talks": the verb is no part of them.
_DET = r"(?!proposed )(?:(?:an?|the|another|such an?|this|that|any|its|his|their) )?"
_SUMMIT = pattern(
    rf"\b{_DET}(?:(?:{_LEVEL}|{_ADJECTIVE}|{{person}}-{{person}}"
    rf"|{{actor}}-{{actor}}),? (?:and )?){{0,4}}"
    r"(?<!{actor} )(?<!nato )(?<!bloc's )summit(?: meeting| talks)?\b(?!-level)"
)
_LEVELLED = pattern(
    rf"\b{_DET}(?:{_ADJECTIVE},? (?:and )?){{0,3}}{_LEVEL} (?:{_ADJECTIVE} )?(?:meeting|talks"
    r"|encounter)\b"
    rf"|\b{_DET}(?:{_ADJECTIVE} ){{0,2}}(?:meeting|talks) (?:of|between|among|at the level of)"
    r" (?:the )?(?:two |three |four |both )?(?:countries' )?(?:{actor}(?:,| and|, and)? ){0,4}"
    r"(?:leaders|presidents|heads of state)\b"
    rf"|\b{_DET}(?:{_ADJECTIVE} ){{0,2}}(?:meeting|talks) (?:of|between|with) (?:the )?{{actor}}"
    r"[^.;]{0,80}? \"?at the (?:highest|top) (?:\w+ )?level\b"
)
_TITLES = (
    r"(?:(?:the |his |her )?(?:(?!(?:who|whom|which|had|has|that|to|and)\b)[\w{actor}'-]+ ){0,4}?)"
)
#: "the idea of a three-way meeting": of leaders, where the sentence names one.
_THREE_WAY = pattern(
    rf"\b{_DET}(?:{_ADJECTIVE},? (?:and )?){{0,2}}(?:three-way|trilateral|tripartite|four-way)"
    r" (?:meeting|talks)\b(?! (?:of|between|with) (?:the )?(?:[\w-]+ ){0,2}?(?:ministers"
    r"|delegations|negotiators|officials|teams))"
)
_WITH_LEADER = pattern(
    rf"\b{_DET}(?:{_ADJECTIVE},? (?:and )?){{0,3}}(?:meeting|talks|encounter|dialogue)"
    rf"(?: (?:in|at) [{{place}}{{actor}}])?"
    rf" (?:between|of|with|among|bringing together) {_TITLES}{{person}}"
)
#: "a meeting with his Russian counterpart": of leaders, where a leader is named before.
_WITH_COUNTERPART = pattern(
    rf"\b{_DET}(?:{_ADJECTIVE},? (?:and )?){{0,3}}(?:meeting|talks|encounter|dialogue)"
    r" (?:with|between him and|between her and) (?:his|her) (?:{actor} )?(?:counterpart"
    r"|opposite number)\b"
)
_DIRECTLY = r"(?: (?:face to face|in person|directly|personally|one on one))?"
_MEET = pattern(
    rf"\b(?:meet(?:ing)?|see|a?wait(?:ing)?|sit(?:ting)? down|sit|speak(?:ing)?"
    rf"|hold(?:ing)? (?:direct )?talks){_DIRECTLY}(?: with| for)?"
    rf" (?:(?:any|every)(?:one|body),? (?:including )?)?{_TITLES}{{person}}(?!'s\b)"
    r"|\b(?:bring(?:ing)?) (?:[^.;]{3,110}?) (?:together|face to face|to (?:the"
    r"|one) (?:negotiating )?table)"
    rf"|\b(?:host(?:ing)?|receiv(?:e|ing)|gather(?:ing)?) (?:both )?{_TITLES}{{person}}"
    rf"(?:(?:,| and|, and) {_TITLES}{{person}}){{1,3}}"
)
_MEET_THEM = pattern(
    r"\b(?:host(?:ing)?|receiv(?:e|ing)|bring(?:ing)?) (?:them(?: both)?|(?:the |both )?(?:two "
    r"|three |rival )?"
    r"(?:leaders|presidents|generals))\b(?: together)?"
)
#: "proposed to the Russian president to meet in Turkey": who is to come is named before.
_PROPOSES_TO_MEET = pattern(
    r"\b(?:propos(?:ed|es|ing)|offer(?:ed|s|ing)|suggest(?:ed|s|ing)|challeng(?:ed|es|ing)"
    rf"|call(?:ed|s|ing) on|urg(?:ed|es|ing)|ask(?:ed|s|ing)) (?:to )?"
    rf"(?:{_TITLES}{{person}}|the {{actor}} (?:leader|president))(?:,? to"
    r"|,? that they) (?:(?:come|go|fly|travel) to {place} (?:and|to) )?(?:\w+ly )?meet\b"
    rf"(?! (?:with )?(?:him\b|her\b|{_TITLES}{{person}}|the (?:demand|deadline|need)))"
)
#: "accept Zelensky's offer of a meeting in Istanbul".
_HIS_OFFER = pattern(
    r"(?<={person}'s )(?:[\w-]+ ){0,2}?(?:offer|proposal|invitation|idea|suggestion|challenge)"
    rf" (?:of|for) {_DET}(?:{_ADJECTIVE} ){{0,2}}meeting\b(?! (?:of|between)\b)"
)
#: "challenged Putin to meet him", "spurned his offer to meet in person": who is named before.
_MEET_HIM = pattern(
    r"(?<=\bto )(?:(?:come|go|fly|travel) to {place} (?:and|to) )?meet(?:"
    r"(?: with)? (?:him|her)\b(?: in person| face to face| personally)?"
    r"| (?:face[ -]to[ -]face|in person|one[ -]on[ -]one)\b(?! with))"
)
_THEY_MEET = pattern(
    rf"\b(?:he|she|i|we) and {_TITLES}{{person}} (?:should|must|need to|needed to|have to|ought to)"
    r" (?:meet|sit down)\b"
    rf"|(?:{{person}}(?:,| and|, and) {_TITLES}){{1,3}}{{person}}"
    r" (?:(?:should |must |could |to |will )?(?:all )?(?:meet|sit down)\b(?! (?:on|in"
    r"|at) {date})|face to face)"
    r"|\b(?:the|both) (?:two |three |four )?(?:countries' )?(?:presidents|leaders)"
    r"(?: of (?:the )?{actor}(?:, (?:the )?{actor}){0,3},? and (?:the )?{actor})?"
    r" (?:should |must |to )?(?:meet|sit down)\b"
)
_INVITED = pattern(
    rf"\binvit(?:ed|es|ing) (?:both )?{_TITLES}{{person}}(?:(?:,| and"
    rf"|, and) {_TITLES}{{person}}){{0,3}}"
    r" (?:to|for)\b"
)
_THEY_INVITED = pattern(
    r"\b(?:invit(?:ed|es|ing)|ask(?:ed|s)) (?:[^.;]{0,60}? )?(?:leaders|presidents"
    r"|heads of state) to"
    r" (?:come|travel|fly|talks|a meeting|meet)\b"
)
#: Summits of bodies, and what has only the name of one.
_OTHER = re.compile(
    r"\b(?:nato|g7|g20|g8|eu|eu's|brics|sco|apec|asean|arab league|alliance|bloc's|union|annual"
    r"|european"
    r"|economic|climate|security|defence|ai|alaska|helsinki|normandy|bürgenstock) \Z"
)
_OTHER_AFTER = re.compile(
    r" (?:of (?:the )?(?:nato|g7|g20|eu|brics|european|arab|gulf|african|alliance|world leaders)"
    r"|hall|venue|communique|declaration|host|participants|in (?:alaska|anchorage) (?:on|in"
    r"|last))\b"
)
_LEADERS = re.compile(
    r"president|prime minister|leader|king|emir|crown prince|chancellor|pope|sovereign|commander"
    r"|head of state|chairman"
)


_MOST = 8  # meetings of one wording that a sentence is read for: bounds the work on hostile text


class Phrase(NamedTuple):
    """A meeting as one sentence names it; places are those of its tape."""

    line: Line
    start: int
    end: int
    deed: bool  # told by a verb: "to meet Putin"
    sure: bool  # of leaders by its own words: no leader must be named


def meetings_in(line: Line) -> Iterator[Phrase]:
    """The leaders' meetings that a sentence names, none overlapping another."""
    found: list[Phrase] = []
    for rule, deed, sure in _RULES:
        for match in islice(rule.finditer(line.text), _MOST):
            phrase = Phrase(line, match.start(), match.end(), deed, sure)
            free = all(one.end <= match.start() or match.end() <= one.start for one in found)
            if free and not _is_other(phrase) and (sure or _of_leaders(phrase)):
                found.append(phrase)
    yield from sorted(found, key=lambda phrase: phrase.start)


def _of_leaders(phrase: Phrase) -> bool:
    """Whether leaders are named, or meant by "the Russian and Ukrainian leaders"."""
    named = next(leaders_in(phrase), None)
    text, words = phrase.line.text, (phrase.start, phrase.end)
    if _THREE_WAY.match(text, *words):
        named = named or next(_leaders_before(phrase), None)
    if _WITH_COUNTERPART.match(text, *words):
        people = list(phrase.line.names(NameType.PERSON, 0, phrase.start))
        named = people[-1][1] if people and _LEADERS.search(people[-1][1].detail) else None
    return bool(
        named
        or _OF_STATE.search(phrase.line.text, phrase.start, phrase.end)
        or _OF_STATES.search(phrase.line.text, phrase.start, phrase.end)
    )


def _leaders_before(phrase: Phrase) -> Iterator[Name]:
    people = phrase.line.names(NameType.PERSON, 0, phrase.start)
    return (one for _, one in people if _LEADERS.search(one.detail))


_RULES = (
    (_INVITED, True, False),
    (_PROPOSES_TO_MEET, True, False),
    (_THEY_INVITED, True, True),
    (_SUMMIT, False, True),
    (_LEVELLED, False, True),
    (_WITH_LEADER, False, False),
    (_WITH_COUNTERPART, False, False),
    (_THREE_WAY, False, False),
    (_THEY_MEET, True, True),
    (_MEET, True, False),
    (_MEET_THEM, True, True),
    (_MEET_HIM, True, False),
    (_HIS_OFFER, False, True),
)


def _is_other(phrase: Phrase) -> bool:
    text = phrase.line.text
    words = text[phrase.start : phrase.end]
    noun = phrase.start + max(words.find("summit"), 0)
    named = noun > phrase.start and text[noun - 2 : noun - 1] in ("\ue005", "\ue007", "\ue008")
    pair = "-" in words
    return bool(
        _OTHER.search(text, max(0, noun - 20), noun)
        or _OTHER_AFTER.match(text, phrase.end)
        or (named and not pair)
    )


_REACH = 170
_CUT = re.compile(
    r"[.;:]|, (?:but|while|and (?:said|added|the|he|she|it))\b|\b(?:because|after"
    r"|but)\b"
)


def leaders_in(phrase: Phrase) -> Iterator[Name]:
    """The leaders that the words name, or that stand right behind them; "him" is named before."""
    him = _HIM.search(phrase.line.text, phrase.start, phrase.end)
    start = max(0, phrase.start - 60) if him else phrase.start
    for _, name in phrase.line.names(NameType.PERSON, start, end_of(phrase)):
        if _LEADERS.search(name.detail):
            yield name


def end_of(phrase: Phrase) -> int:
    text = phrase.line.text
    stop = min(len(text), phrase.end + _REACH)
    cut = _CUT.search(text, phrase.end, stop)
    return cut.start() if cut else stop


_OF_STATE = pattern(r"\bthe {actor} (?:leader|president) to\b")
_HIM = re.compile(r"\b(?:him|her)\b|meet (?:face|in person|one)")
_OF_STATES = pattern(
    r"\b(?:the |bring(?:ing)? ){actor}(?:(?:,| and|, and) {actor}){1,3}"
    r" (?:leaders|presidents|heads of state)|"
    r"(?:leaders|presidents|heads of state)(?: of)? (?:(?:the )?{actor}(?:(?:,| and"
    r"|, and)(?: the)?"
    r" {actor}){0,4})"
)


def participants_in(phrase: Phrase) -> Iterator[tuple[str, Span]]:
    """Who is to meet: leaders by name, else the states whose leaders are meant."""
    seen: set[str] = set()
    for name in leaders_in(phrase):
        seen.add(name.name)
        yield name.name, name.head
    for match in _OF_STATES.finditer(phrase.line.text, phrase.start, end_of(phrase)):
        for place, side in phrase.line.actors:
            if match.start() <= place < match.end() and side.actor not in seen:
                seen.add(side.actor)
                yield side.actor, side.span


_PLACE = pattern(
    r"\b(?:in|at|to) (?:the )?(?:city of "
    r"|capital,? )?(?P<place>[{place}{actor}])"
)


_FIGHTING = re.compile(r"\b(?:war|conflict|fighting|peace|troops|invasion) \Z")


def place_of(phrase: Phrase) -> tuple[str, Span] | None:
    """Where it is to be."""
    for match in _PLACE.finditer(phrase.line.text, phrase.start, end_of(phrase)):
        if _FIGHTING.search(phrase.line.text, phrase.start, match.start()):
            continue
        name = phrase.line.tape.at(match.start("place"))
        if isinstance(name, Name) and name.type is NameType.PLACE:
            land = name.name == name.actor  # a country's own name is a code
            words = phrase.line.tape.words(*match.span("place"))
            return (words if land else name.name), name.span
        if isinstance(name, Name) and name.form is Form.CAPITAL:
            return phrase.line.tape.words(*match.span("place")), name.span
    return None
