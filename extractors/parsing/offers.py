"""What sides make of a thing asked for: who proposes it, demands it, takes it, refuses it.

A thing ("a 30-day ceasefire", "a summit") stands after the word that governs it: "Kyiv offered …",
"the US proposal for …", "Moscow rejected a call by Kyiv for …". The nearest such word is read, and
where it is a noun the word that governs that in turn. Words that only speak about a thing ("talks
on …", "hopes of …", "if …") give nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from extractors.parsing.document import Document
from extractors.parsing.governing import Governed, Governing, governing
from extractors.parsing.intending import is_told
from extractors.parsing.line import Line, Side
from extractors.parsing.owners import owner_of
from extractors.parsing.parties import side_speaking
from extractors.parsing.patterns import Pattern
from extractors.parsing.status import Stretch
from extractors.parsing.subjects import nearest_subject
from extractors.parsing.tape import pattern


class Attitude(StrEnum):
    PROPOSES = "proposes"
    DEMANDS = "demands"
    ACCEPTS = "accepts"
    REFUSES = "refuses"
    NOTES = "notes"


class Stance(NamedTuple):
    """Who takes which attitude to a thing, and the words that say so."""

    attitude: Attitude
    doer: Side | None
    words: Stretch
    noun: bool = False  # told by a noun: "Kyiv's proposal"


#: Words that govern a thing, by what they tell; other kinds add words of their own.
CUES: dict[str, str] = {
    "block": r"(?:talks|negotiations|discussions?|consultations|meeting) (?:on|about|over|for)"
    r"|negotiat(?:e|es|ed|ing)|discuss(?:es|ed|ing)?|hop(?:e|es|ed|ing)(?: of| for| that)?"
    r"|prospects? (?:of|for)|progress|possibility of|efforts?|towards?|(?:path|road|way"
    r"|bid) (?:to|for)"
    r"|chances? (?:of|for)|if|whether|unless|until|once(?! more| again)|without|closer to|short of"
    r"|basis for|instead of"
    r"|rather than|fail(?:s|ed|ing)? to|in (?:exchange|return) for|expect(?:s|ed|ing)?"
    r"|condition(?:s|al)?"
    r"|support(?:s|ed|ing)?(?: for)?|back(?:s|ed|ing)|terms (?:of|for)|raised|depend\w* on"
    r"|speculation"
    r"|before|ahead of|draft(?:ing|ed)?|exclud(?:es|ed)|skeptic\w+|doubts?|amid|about|despite"
    r"|during|under|after|following|since|pave the way|framework (?:of|for)|no (?:mention|sign) of"
    r"|consider(?:s|ed|ing)?|topics?|issues?|vision of|possible|prepar\w+ (?:for|of)|thanks to"
    r"|condemn\w*|criticis\w*|accus\w+|wake of|eve of|part of",
    "propose": r"propos(?:e|es|ed|ing)|offer(?:s|ed|ing)?(?! (?:no|few|little|scant) )"
    r"|suggest(?:s|ed|ing)?|float(?:s|ed|ing)"
    r"|tabl(?:es|ed|ing)|put(?:s|ting)? forward|moot(?:s|ed)|pitch(?:es|ed|ing)"
    r"|(?:is|are|was|were|ha(?:s|ve) been|remain(?:s|ed)?|stands?|stood)(?: (?!not\b)\w+)?"
    r" \"?(?:ready|prepared)"
    r" (?:for|to (?:institute|introduce|declare|establish|observe))",
    "propose_noun": r"(?:proposals?|offers?|suggestions?|initiatives?|plans?|ideas?|invitations?)"
    r"(?: (?:by|from) (?:the )?(?:(?:{actor}|{person})(?:'s)? (?:[\w-]+ )?)?(?:{actor}|{person}))?"
    r"(?: to (?:the )?[{actor}{person}](?:'s)?)?"
    r"(?: (?:for|of|on|to|aimed at|designed to|intended to|meant to))",
    "demand": r"(?:join(?:s|ed|ing)|echo(?:es|ed|ing)|issu(?:es|ed|ing)|made|mak(?:es|ing)"
    r"|le(?:d|ads)|renew(?:s|ed|ing)|repeat(?:s|ed|ing)|reiterat(?:es|ed|ing))"
    r"(?: (?!by\b|and\b)[\w-]+){0,4}? (?:calls?|appeals?|demands?|pleas?)(?: {date})? for"
    r"|(?:c[ao]me|com(?:es|ing)|sp(?:oke|eaks?|oken)|is|are|was|were)(?: out)? in favou?r of"
    r"|call(?:s|ed|ing)? (?:up)?on(?=[^.;,]{2,60}? to )"
    r"|call(?:s|ed|ing)?(?: \w+ly| again| once more| instead| on {date}| {date})? for"
    r"|demand(?:s|ed|ing)?(?! for\b)"
    r"|urg(?:e|es|ed|ing)|appeal(?:s|ed|ing)?(?: \w+ly)?"
    r"(?: to [^.;,]{1,50}?)? for"
    r"|press(?:es|ed|ing)?(?: hard| [\w\ue005\ue006]+)? for|push(?:es|ed|ing)?(?: hard| \w+)? for"
    r"|insist(?:s|ed|ing)?(?! that [^.;,]{1,50}? (?:remain(?:s|ed)|is|was|has|had|are|were)\b)"
    r"(?: on| that)?|seek(?:s|ing)?|sought|ask(?:s|ed|ing)?(?: [\w\ue005\ue006]+)? for"
    r"|request(?:s|ed|ing)"
    r"|want(?:s|ed|ing)?(?! to (?:stand|abide|adhere|observe|respect|join)\b)|plead(?:s|ed)? for"
    r"|advocat(?:es|ed|ing)(?: for)?|requires?|needs?"
    r"|(?:ask|press|push|petition|lobb)(?:s|ed|ing|ies|ied|ying)?(?: [^.;,]{1,60}?)? for(?= \Z)"
    r"|(?:only (?:ready|willing|prepared) to (?:sign(?: up to)?|agree (?:to|on)|accept|discuss"
    r"|consider)|(?:would|will|could|can) only (?:agree to|accept|consider|sign(?: up to)?))",
    "demand_noun": r"(?:demands?|calls?|requests?|appeals?|pleas?|insistence|push|bids?)"
    r"(?: by (?:the )?[{actor}{person}])?(?: (?:for|on|of|to hold))",
    "accept": r"accept(?:s|ed|ing)?(?: to)?|(?:approval|acceptance|endorsement) of"
    r"|(?:will|would) (?:support|back)(?= (?:the|this|an?)\b)"
    r"|adopt(?:s|ed)?|agree(?:s|d"
    r"|ing)?(?: in principle|(?: late| early)? on {date}| {date}| \w+ly)?"
    r"(?: (?:to|on|with|upon))?|approv(?:es|ed|ing|e)|endors(?:es|ed|ing|e)|sign(?:s"
    r"|ed)? (?:up to|off on)"
    r"|(?:express(?:es|ed|ing)|signal(?:s|l?ed|l?ing)|voic(?:es|ed|ing)) (?:\w+ ){0,2}support for"
    r"|consent(?:s|ed)? to"
    r"|embrac(?:es|ed)|said yes to|respond(?:s|ed) positively to",
    "refuse": r"(?:is|are|was|were) (?:firmly |strongly |still )?(?:against|opposed to)"
    r"|(?:is|are|was|were) not (?:yet )?(?:ready|prepared|interested|in favou?r)"
    r" (?:for|of|in(?! talks| negotiat))"
    r"|(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?)(?! (?:[\w-]+ ){0,2}?(?:reports?|rumou?rs?"
    r"|speculation|allegations?|accusations?) (?:that|of|about)\b)"
    r"|refus(?:es|ed|ing|e)|rul(?:es|ed|ing) out"
    r"|turn(?:s|ed|ing) down|rebuff(?:s|ed|ing)?|spurn(?:s|ed|ing)?|oppos(?:es|ed|ing)"
    r"|sa(?:id|ys|ying) \"?no\"? to|brush(?:es|ed|ing) (?:off|aside)|snub(?:s|bed)|veto(?:es|ed)"
    r"|den(?:y|ies|ied)(?! (?:\w+ing|that|there)\b)|resist(?:s|ed|ing)",
    "refuse_noun": r"(?:rejection|refusal)(?: of)?|opposition (?:to|against)",
    "note": r"(?:is|are|was|were) open to|t(?:ook|aken|akes) note of"
    r"|not(?:es|ed) (?=\ue005|\ue006|the\b)"
    r"|(?:is|are|was|were) (?:studying|considering|weighing|reviewing|examining)"
    r"|promised to (?:study|consider)",
}
_ATTITUDES = {
    "propose": Attitude.PROPOSES,
    "propose_noun": Attitude.PROPOSES,
    "demand": Attitude.DEMANDS,
    "demand_noun": Attitude.DEMANDS,
    "accept": Attitude.ACCEPTS,
    "refuse": Attitude.REFUSES,
    "refuse_noun": Attitude.REFUSES,
    "note": Attitude.NOTES,
}
_FAR = 80  # tape places between a thing and the word that governs it
_PARTED = re.compile(
    r"[.;:]|\b(?:said|says|saying|told|because|let|monitor|supervise|verify|which|who|but|while"
    r"|where|when|although|implementation|enforcement|observance)\b"
    r"|, (?:reaffirming|reiterating|stressing|emphasi[sz]ing|underlin\w+|noting|adding|confirming"
    r"|signal+ing|expressing|voicing)\b"
)


_HYPOTHETICAL = re.compile(
    r"\b(?:if|unless|whether|in case|until(?! \ue004)|once(?! more| again))\b[^.;]{0,60}\Z"
    r"|\bdoubt(?:s|ed|ing)?\b[^.;]{0,60}\Z|\b(?:before|without|prior to) \Z"
)
#: "the plan calls for …": nobody's demand, but what a plan or a deal holds.
_A_PLAN = re.compile(
    r"\b(?:proposal|plan|outline|draft|framework|text|document|memorandum|deal|agreement|accord|truce"
    r"|ceasefire"
    r"|resolution)(?: (?:by|from) (?:the )?[\ue005\ue006](?: and (?:the )?[\ue005\ue006])?)?"
    r"(?:, [^.;,]{1,70},)?(?: (?:also|which|that))? \Z"
)
#: "adopted a resolution calling for …": who adopts it calls.
_ADOPTED = re.compile(
    r"\b(?:adopt|pass|approv|reach|endors)(?:s|es|ed|ing) an? (?:[\w-]+ ){0,3}resolution"
    r" (?:that |which )?\Z"
)
#: "an ultimatum to Moscow: agree to …".
_IMPERATIVE = re.compile(r"(?:ultimatum|demand|message|call|deadline|warning)[^.;:]{0,60}: \"?\Z")


def cue_pattern(own: dict[str, str] | None = None) -> Pattern:
    """The words that govern a thing as one pattern, with those of a kind before the shared ones."""
    groups = {**(own or {}), **CUES}
    return pattern(
        r"(?<!\w)(?:" + "|".join(f"(?P<{n}>{words})" for n, words in groups.items()) + r")\b"
    )


def cue_before(rule: Pattern, text: str, floor: int, place: int) -> re.Match[str] | None:
    """The nearest governing word before a place, where nothing stands between that parts them."""
    found = None
    for match in rule.finditer(text, max(floor, place - _FAR), place):
        found = match
    if found is None or _PARTED.search(text, found.end(), place):
        return None
    return found


_GOES_ON = pattern(r"(?:that|until {date}) ")


#: "Ukraine's call for …", "the demand that …": the noun of the same form as a verb.
_OWNED = pattern(
    r"(?:(?:{actor}|{person})(?:'s?(?: [\w-]+)?|(?: (?!\w+(?:ed|es)\b)[\w-]+)?)"
    r"|\b(?:the|an?|its|his|her|their|this|that|new|latest|repeated|renewed)"
    r"(?: (?:[\w-]+|{actor}))?) \Z|(?:\A\W{0,2}|: )\Z"
)
#: "rejected calls for …": somebody else's.
_TAKEN_UP = re.compile(
    r"\b(?:(?:reject|dismiss|rebuff|ignor|resist|spurn|oppos|brush|accept|heed|defy|defied|echo"
    r"|join|back|welcom|face)\w*|amid|despite|with|of|on|from|against"
    r"|(?:response|reaction|answer|reply) to)"
    r"(?: (?:aside|off|all|new|any|more|fresh|growing|repeated|international|western"
    r"|\ue005)){0,3} \Z"
)
_BARE_NAME = re.compile(r"[\ue005\ue006] \Z")  # "Kyiv calls for": a verb
_NOUN_FORMS = re.compile(r"(?:calls?|demands?|offers?|requests?|appeals?|push|pleas?|bids?)\b")


def _is_noun(text: str, cue: re.Match[str]) -> bool:
    before = max(0, cue.start() - 40)
    noun = _NOUN_FORMS.match(cue.group())
    owned = _OWNED.search(text, before, cue.start()) or _TAKEN_UP.search(text, before, cue.start())
    acts = noun and noun.group().endswith("s") and _BARE_NAME.search(text, before, cue.start())
    return bool(noun and owned and not acts)


def floor_of(line: Line, place: int) -> int:
    """Where the words that can govern a thing begin: what stands before "that" does too."""
    clause = line.clause(place)
    if not _GOES_ON.match(line.text, clause.start):
        return clause.start
    return max((one.start for one in line.clauses if one.start < clause.start), default=0)


def stances(
    document: Document,
    line: Line,
    rule: Pattern,
    floor: int,
    place: int,
    through: frozenset[str] = frozenset(),
) -> Iterator[Stance]:
    """The attitudes told before a thing, innermost first: whose proposal it is, who refuses it.

    `through` names words of a kind's own that are passed over: "a proposal to extend a truce".
    """
    for _ in range(3):
        cue = cue_before(rule, line.text, floor, place)
        if cue and cue.lastgroup in through:
            place = cue.start()
            continue
        attitude = _ATTITUDES.get(cue.lastgroup or "") if cue else None
        if cue is None or attitude is None:
            return
        words = Stretch(*cue.span())
        if (cue.lastgroup or "").endswith("_noun") or _is_noun(line.text, cue):
            if _ONLY_FEARED.search(line.text, max(floor, cue.start() - 40), cue.start()):
                return
            noun = len(cue.group().split(" ")[0])
            doer = owner_of(document, line, cue.start(), cue.start() + noun)
            yield Stance(attitude, doer, words, noun=True)
            place = cue.start()
            continue
        yield from _of_verb(document, line, attitude, words, floor)
        return


#: "hinting at a possible refusal of …": nobody's attitude yet.
_ONLY_FEARED = re.compile(
    r"\b(?:possible|potential|eventual|likely|hint\w*|fear\w*|risk\w*|speculat\w+|expected)\b"
    r"[^.;,]{0,30}\Z"
)


def _of_verb(
    document: Document, line: Line, attitude: Attitude, words: Stretch, floor: int
) -> Iterator[Stance]:
    """What a verb tells, as far as the words before it let it be told."""
    told = _as_told(line.text, floor, attitude, words)
    if told is None:
        return
    governed, start = told
    doer = nearest_subject(document, line, start)
    told_by = Stretch(start, words.end)
    taken = attitude in (Attitude.ACCEPTS, Attitude.NOTES)
    match governed:
        case Governed.DONE | Governed.DUE:
            yield Stance(attitude, doer, told_by)
        case Governed.OFFERED if taken:
            yield Stance(Attitude.PROPOSES, doer, told_by)
        case Governed.READY | Governed.AGREED if taken or attitude is Attitude.PROPOSES:
            yield Stance(attitude, doer, told_by)
        case Governed.REFUSED | Governed.NOT_DONE if taken:
            if governed is Governed.REFUSED or _NOT_TAKEN.match(line.text, start):
                yield Stance(Attitude.REFUSES, doer, told_by)
        case Governed.ASKED if taken:
            yield Stance(Attitude.DEMANDS, doer, told_by)
        case Governed.OUGHT if taken:
            yield Stance(Attitude.DEMANDS, side_speaking(document, line, start), told_by)
        case _ if attitude is Attitude.DEMANDS and governed is Governed.POSSIBLE:
            yield Stance(attitude, doer, told_by)
        case _:
            return


#: "has not accepted", "did not agree to": that it "has not agreed" yet refuses nothing.
_NOT_TAKEN = re.compile(r"(?:[\w']+ ){0,4}?accept|(?:not|n't) (?:\w+ly )?(?:agree|consent) ")


def _as_told(text: str, floor: int, attitude: Attitude, words: Stretch) -> Governing | None:
    """What governs a verb of attitude; None where it is only supposed, or told of a plan."""
    near = max(floor, words.start - _FAR)
    of_a_plan = (
        attitude is Attitude.DEMANDS
        and _A_PLAN.search(text, near, words.start)
        and not _ADOPTED.search(text, near, words.start)
    )
    if of_a_plan or _HYPOTHETICAL.search(text, near, words.start):
        return None
    told = governing(text, floor, words.start)
    proposes = attitude is Attitude.PROPOSES
    if told.governed is Governed.POSSIBLE and is_told(text, words.start, proposes=proposes):
        return Governing(Governed.DONE, told.start)
    before = max(0, words.start - _FAR)  # a colon parts clauses
    asked = told.governed is Governed.DONE and _IMPERATIVE.search(text, before, words.start)
    return Governing(Governed.ASKED, told.start) if asked else told
