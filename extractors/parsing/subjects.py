"""Whose deed a verb tells: its subjects, strictly, or the nearest name that may be its subject.

Strictly, only a name that nothing but offices, adverbs and asides part from its verb is its
subject, so "Ukrainian villages were seized" and "families of the hostages demanded" have none: for
kinds whose verbs are common in other matters. The nearest is looked for where a thing asked for is
already found ("Ukraine, which had accepted it, dismissed the truce"), so that only sides come into
question. What is done is left to the kinds. Known gaps: subjects after their verb ("said Peskov")
are left to the sayings; the nearest of a list is its first (FACTS.md, "Several issuers").
"""

from __future__ import annotations

import re

from extractors.parsing.apart import another_acts, before_company, opens_clause, subject_behind
from extractors.parsing.document import Document
from extractors.parsing.line import Line, Side
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form
from extractors.parsing.parties import (
    LISTED,
    OF_LEADERS,
    PARTY,
    Agent,
    Named,
    antecedent,
    is_no_subject,
    last_body,
    last_group,
    parties_listed,
    party_at,
    side_at,
    side_speaking,
    speaker_at,
)
from extractors.parsing.quoted_others import the_others
from extractors.parsing.tape import SIGNS, pattern

# -- strictly: all subjects, or nobody

_WORDS = {
    "office": r"(?:government|army|military|armed forces|forces|troops|soldiers|fighters|rebels?"
    r"|militants|militia|paramilitar(?:y|ies)|movement|group|coalition|side|delegation|negotiators?"
    r"|officials?|leaders?|leadership|authorities|presidents?|premiers?|ministers?|ministry"
    r"|department|treasury|parliament|congress|senate|lawmakers|envoys?|team|spokes\w+"
    r"|administration|regime|junta|navy|air force|separatists|insurgents|guerrillas|commanders?"
    r"|chief|staff|council|commission|cabinet|diplomats?|ambassadors?|representatives?|embassy|bloc"
    r"|units|brigade|marines|paratroopers|ground forces|military intelligence|capital|members"
    r"|command|(?:member )?(?:states|nations)|(?<!'s )countries|(?<!'s )allies|invasion|offensive"
    r"|leader|chancellor|secretary)",
    "kind": r"(?:\ue000|\d{1,3}|prime|foreign|defen[cs]e|interior|security|state|armed|military"
    r"|general|supreme|chief|top|senior|federal|central|transitional|national|new|ruling"
    r"|military-led|rival|special|ground|air|naval|occupation|invading|proxy|pro-[\w-]+"
    r"|[\w-]+-backed|[\w-]+-led|paramilitary|rebel|separatist|negotiating|political|islamist"
    r"|militant|de facto|terrorist|jihadist|insurgent|extremist|guerrilla"
    r"|internationally[- ]recogni[sz]ed|outgoing|then|finance|treasury|us|high)",
    "also": r"(?:\w+ly|has|have|had|is|are|was|were|will|would|also|now|again|still|since|then"
    r"|later|further|once|both|too|jointly|all|each|never|not|long|always|twice|just|already|today"
    r"|nevertheless|nonetheless|however|instead|yesterday|continues? to|continued to"
    r"|(?:began|begun|started) to|in turn"
    r"|for its part|for the first time|in response|meanwhile|finally"
    r"|this (?:week|month|year)|last (?:week|month|year)|(?:on )?(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)day|(?:on |in |since |by |late |early |until ){0,2}\ue004|in \ue007|at \ue007"
    r"|be|been|been able to|managed to|went on to|moved to|decided to|agreed to|did|remains?"
    r"|in the process of)",
}
#: What may stand between a subject and its verb.
_LINK = pattern(
    r"(?:'s?)?(?:\)| \([^()]{1,25}\))?(?:[ -](?:{kind}|{office})){0,5}"
    r"(?:,? (?:who|which|that|whose (?:fighters|forces|troops|army|soldiers)))?"
    r"(?:, (?:(?:led|headed|commanded|backed|supported) by (?:the )?[\ue005\ue006]"
    r"|[^,;\ue005\ue006]{1,70}|(?:who|which) [^,;]{1,80}),)?(?:,? \"?{also},?){0,6}(?: ?\"| )?",
    _WORDS,
)
_OF_OFFICE = pattern(r"'s(?: {kind}){0,2} {office}\b", _WORDS)
_NEAR = 150  # how far before its verb a subject is looked for
_ITS_OFFICE = pattern(r"\b(?:its|their) (?:(?:{kind} ){0,2}{office},? )?\Z", _WORDS)
#: "the war with Russia, and the United States agreed", "Since the invasion of Ukraine, Japan has
#: imposed": no list.
_NEW_CLAUSE = re.compile(r",(?: and)? (?:the )?\Z")
_OPENING = pattern(
    r"\A(?:[^()]{2,40}\([^()]{1,25}\) ?[–—-]+ )?\W{0,2}(?:(?:in|on|at|after|before|since|but|and"
    r"|meanwhile|earlier|during|for|as|under|just|only|days|hours|despite|following|amid|weeks"
    r"|(?:back|support|arm|embolden)ed by|months|earlier|last|this|that)\b"
    r"(?:[^,;]{0,90},|[^,;\ue005\ue006]{0,20}) )?(?:the |both )?"
    r"(?:\ue005-(?:backed|led|aligned|allied|supported) )?"
    r"(?=[\ue005\ue006](?!-(?:backed|led|aligned|allied|supported)\b))"
)
_COORDINATED = re.compile(
    r"(?:\band|\bbut|,|;|\bwhile|\bor|\bbefore|\bafter|\bby|\bsince"
    r"|\b(?:order|decree|bill|law|statement|communique|resolution))(?: (?:\w+ly|has|have|had|is|are"
    r"|also|then|even|thus|thereby|first|in particular|in the process|last (?:week|month|year)"
    r"|this (?:week|month|year)|(?:on )?\ue004)){0,3} \Z"
    r"|\bjoin(?:s|ed|ing) (?:the )?\ue005 in \Z"
)
_PRONOUN = re.compile(
    r"\b(?:he|she|it|they|we|i|(?P<group>the (?:[\w-]+ ){0,2}?(?:group|movement|rebels|militants"
    r"|paramilitaries|insurgents|guerrillas|faction)|(?:his|her|their) (?:group|movement|rebels))"
    r"|(?:its|their|his) (?:own )?(?:troops|forces|army|fighters|soldiers|military|units|men)"
    r"(?! of)|(?:its|their) (?:(?:prime|foreign|defen[cs]e|interior) )?(?:minister|president"
    r"|government|leaders?|envoy|ministry|delegation)|(?:his|her) (?:envoy|negotiators?))\b"
)
_LINKS_PRONOUN = pattern(r"(?:,? (?:who|which))?(?: \"?{also}){0,3}(?:\" | \"?)", _WORDS)


def subjects_of(document: Document, line: Line, place: int) -> tuple[Agent, ...]:
    """Who does what the verb at `place` says; nobody where the words do not settle it."""
    text = line.text
    lists = [(one.start(), one.end()) for one in LISTED.finditer(text, 0, place)]
    for sign in reversed(list(PARTY.finditer(text, max(0, place - _NEAR), place))):
        if not _LINK.fullmatch(text, _end_of_aside(text, sign), place):
            continue
        first = next((start for start, end in lists if start <= sign.start() < end), sign.start())
        if not (is_no_subject(text, first) or opens_clause(text, first, sign.start())):
            parties = parties_listed(line, first)
            return parties or _of_whose_office(document, line, first)
        if first < sign.start() and _NEW_CLAUSE.search(text, first, sign.start()):
            return parties_listed(line, sign.start())
    return _by_pronoun(document, line, place) or _main_subject(line, place)


def _end_of_aside(text: str, sign: re.Match[str]) -> int:
    """Of "his party, the A, demands" the comma behind the A is passed over."""
    before = max(0, sign.start() - len(", the "))
    aside = text.startswith(", ", sign.end()) and _ASIDE.search(text, before, sign.start())
    return sign.end() + 1 if aside else sign.end()


_ASIDE = re.compile(r", (?:the )?\Z")


def _of_whose_office(document: Document, line: Line, place: int) -> tuple[Agent, ...]:
    """'Its prime minister, Salem bin Breik': a person that no list knows, of whom was spoken."""
    if _ITS_OFFICE.search(line.text, max(0, place - 60), place):
        return _named(antecedent(document, line, max(0, place - 60), persons=False))
    return ()


def _by_pronoun(document: Document, line: Line, place: int) -> tuple[Agent, ...]:
    """Whom "he", "it", "they" mean: who speaks, who was named before in the sentence, or the
    subject of the sentence before."""
    found = list(_PRONOUN.finditer(line.text, max(0, place - 60), place))
    match = found[-1] if found else None
    if match is None or not _LINKS_PRONOUN.fullmatch(line.text, match.end(), place):
        return ()
    if match["group"]:
        return _named(last_group(document, line, match.start()))
    if (others := the_others(document, line, match)) is not None:
        return others
    if speaker := speaker_at(document, line, match.start()):
        return (speaker,)
    if match.group() in ("we", "i"):
        return ()
    persons = match.group().startswith(("he", "she", "his envoy", "his nego"))
    return _named(antecedent(document, line, match.start(), persons=persons))


def _named(found: Named | None) -> tuple[Agent, ...]:
    party = party_at(*found) if found else None
    return (party,) if party else ()


def _main_subject(line: Line, place: int) -> tuple[Agent, ...]:
    """Of "Russia refused … and demanded …" the party that opens the sentence."""
    if _COORDINATED.search(line.text, max(0, place - 40), place) is None:
        return ()
    if anew := list(_ANEW.finditer(line.text, 0, place)):
        return parties_listed(line, anew[-1].end())
    opening = _OPENING.match(line.text)
    if opening is None or is_no_subject(line.text, opening.end()):
        return ()
    behind = line.text[opening.end() + 1 : place]
    if behind.startswith("'s") and not _OF_OFFICE.match(behind):
        return ()
    return parties_listed(line, opening.end())


#: "…, and on Tuesday London followed suit, blacklisting two", "where the M23 made advances,
#: capturing": who acts in the clause before.
_ANEW = pattern(
    r"(?:;|[,;] (?:and|but|while|whereas|where)) (?:(?:on |in )?{date},? |then |later ){0,2}"
    r"(?:the )?(?:{actor}-(?:backed|led|allied) )?"
    r"(?=[{actor}{person}] (?!(?:and|or|who|which|to|that|in|on|of|at|for)\b)[a-z]+\b)"
)


# -- the nearest that may be the subject

_SUBJECT = re.compile(
    r"[\ue005\ue006]|\b(?:he|she|it|they|we|i)\b"
    r"|\bthe (?:(?:armed|rebel|militant|\ue005) )?(?:group|movement)\b"
    r"|\bthe (?:mission|bloc|alliance|agency|organi[sz]ation)\b"
)
_LIST = re.compile(
    r"[\ue005\ue006](?:, (?:the )?[\ue005\ue006]){0,6},? and (?:(?:the )?"
    r"(?:\ue005(?:'s)? (?:[a-z]+ ){0,2}(?=\ue006))?[\ue005\ue006]"
    r"|(?:several|some|other|many) (?:[\w\ue005-]+ ){0,2}(?:states|countries|nations|powers))"
)
#: Of what is only near its verb more must be left out: objects, and names a word behind these.
_GOVERNED = re.compile(
    r"(?:\b(?:alongside|beside|with|to|from|of|for|against|in|by|on|at|near|about|behind|between"
    r"|over|into|under|after|before|told|urged|asked|gave|warned|called|among|including|as|than"
    r"|like|meet|met|meeting|accus(?:es|ed|ing)|handed|handing|sent|showed|blam(?:es|ed)|thanked"
    r"|invited|informed|presented|dismiss(?:es|ed|ing)|reject(?:s|ed|ing)|welcom(?:es|ed|ing)"
    r"|denounc(?:es|ed|ing)|condemn(?:s|ed|ing)|critici[sz](?:es|ed|ing)|slamm(?:ed|ing))|')"
    r"(?: the| an?| his| its| her| their| both| all)?(?: (?!that\b)[\w-]+)? \Z"
)
_ADJOINS = pattern(
    r"(?:'s)?(?:, (?:which|who) [^,;]{1,80},)?"
    r"(?: (?:\w+ly|also|has|had|have|again|then|once more|later|itself|since|already|still|now"
    r"|side|delegation|government|on {date}|{date})){0,4},? ?"
)
_FAR = 200  # tape places before a verb in which its subject is looked for


def nearest_subject(document: Document, line: Line, place: int) -> Side | None:
    """Who most likely acts at the verb that begins at a place; None where nobody is named."""
    text, floor = line.text, max(0, place - _FAR)
    if behind := subject_behind(text, place):
        return side_at(line, behind)
    place = before_company(text, floor, place)
    lists = [match.span() for match in _LIST.finditer(text, floor, place)]
    for match in reversed(list(_SUBJECT.finditer(text, floor, place))):
        first = next((one for one, end in lists if one <= match.start() < end), match.start())
        adjoins = _ADJOINS.fullmatch(text, match.end(), place)
        object_of_it = _is_governed(text, first) or _is_of_a_thing(line, match.start(), place)
        if (not adjoins and object_of_it) or _PEOPLE.match(text, match.end()):
            continue
        if _BACKED_BY.search(text, max(0, first - 30), first) or _BACKS.match(text, match.end()):
            continue
        if another_acts(text, match.end(), place):
            return None
        if _HE_AND.search(text, max(0, first - 12), first):
            continue
        side = side_at(line, first) if first != match.start() else _meant(document, line, match)
        if side or match.group() in ("he", "she"):
            return side
    return None


#: "he and Starmer propose": the first of the two.
_HE_AND = re.compile(r"\b(?:he|she|they|it) and (?:the )?\Z")
#: "rebels backed by Rwanda declared …", "rebel groups in Myanmar …": who backs, where they are.
_BACKED_BY = re.compile(
    r"\b(?:backed|supported|armed|funded|sponsored) by (?:the )?\Z"
    r"|\b(?:groups?|rebels|militants|militias?|fighters|insurgents|separatists|guerrillas)"
    r" (?:in|across|from) (?:the )?(?:[\w-]+ )?\Z"
)
#: "Libya's UN-supported government" is not the UN.
_BACKS = re.compile(r"-(?:backed|supported|recogni[sz]ed|aligned|allied|funded|armed|trained)\b")
#: People of a state who do not act for it.
_PEOPLE = re.compile(
    r"(?:'s?)? (?:[\w-]+ ){0,2}?(?:bishops?|church(?:es)?|opposition|families|relatives|unions?"
    r"|people|citizens|residents|protesters|activists|hostages|captives|prisoners|civilians|journalists"
    r"|analysts?|experts?|media|newspapers?|voters|women|students|economists?|researchers?)\b"
)


#: "Putin agreed to stop attacks on Ukrainian plants but declined …": who acts stands further off.
_THEN = re.compile(r"\b(?:but|and)(?: \w+ly| then| also| has| have| had)? \Z")
_OFFICE_NEXT = pattern(r"(?:'s)?(?: {kind}){0,3} {office}\b", _WORDS)


def _is_of_a_thing(line: Line, place: int, verb: int) -> bool:
    """Whether a name is an adjective in the clause before: "Ukrainian energy facilities, but"."""
    if line.text[place] != SIGNS["actor"] or not _THEN.search(line.text, max(0, verb - 20), verb):
        return False
    name = line.tape.at(place)
    of_nation = isinstance(name, Name) and name.form is Form.DEMONYM
    return of_nation and not _OFFICE_NEXT.match(line.text, place + 1)


def _is_governed(text: str, place: int) -> bool:
    """Whether a preposition or a verb before a name makes it no subject."""
    start = max(0, place - 40)
    return bool(_GOVERNED.search(text, start, place)) and not OF_LEADERS.search(text, start, place)


def _meant(document: Document, line: Line, match: re.Match[str]) -> Side | None:
    """Whom a name, a pronoun or "the group" means."""
    word = match.group()
    if word in ("we", "i"):
        return side_speaking(document, line, match.start())
    if (others := the_others(document, line, match)) is not None:
        return next((Side(other.actor, other.span) for other in others), None)
    if word in ("he", "she"):
        named = _side(antecedent(document, line, match.start(), persons=True))
        speaking = side_speaking(document, line, match.start())
        return named or speaking or side_speaking(document, line, 0)
    if word in ("it", "they"):
        return _side(antecedent(document, line, match.start(), persons=False))
    if word.endswith(("group", "movement")):
        return _side(last_group(document, line, match.start()))
    if word.startswith("the "):
        return _side(last_body(document, line, match.start()))
    return side_at(line, match.start())


def _side(found: Named | None) -> Side | None:
    return side_at(*found) if found else None
