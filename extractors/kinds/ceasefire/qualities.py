"""What the words around a truce say of it: how wide it is, under which conditions, what for.

How long it is to last is read in lengths.py.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.kinds.ceasefire.phrases import Phrase
from extractors.parsing.tape import pattern
from extractors.values import Span

_TAIL = 70  # places behind the noun in which its own qualities stand
_SCOPES = tuple(
    (scope, pattern(words))
    for scope, words in (
        (
            "holiday",
            r"\b(?:easter|christmas|ramadan|eid|timkat|diwali|holiday|victory day|(?<!on )new year"
            r"|nowruz"
            r"|passover|festive|(?:victory over|defeat of) nazi"
            r"|feast|anniversary of (?:the )?(?:[\w\ue005-]+ ){0,2}"
            r"(?:victory|end of (?:world war|the second world war|the war))|victory parade)\b",
        ),
        (
            "humanitarian",
            r"\bhumanitarian\b|\b(?:for|to (?:let|allow)(?: in)?) aid\b",
        ),
        (
            "energy",
            r"\b(?:energy|power (?:plants|grid|facilities)|oil (?:refineries|depots))\b",
        ),
        (
            "sea",
            r"\b(?:maritime|naval|at sea)\b"
            r"|\b(?:attacks|strikes) on (?:[\w-]+ ){0,3}(?:ports?|shipping|ships|vessels)\b",
        ),
        (
            "air",
            r"\b(?:air truce|aerial|in the (?:air|skies)|air ceasefire|long-range|drones? and)\b",
        ),
        (
            "front_line",
            r"\b(?:front-? ?lines?|lines? of contact|contact lines?|(?:on|at|of|along) the front"
            r"|current (?:front )?lines?|battle ?lines?|line of engagement|ceasefire in place"
            r"|freez\w+ (?:the )?(?:positions|lines?))\b",
        ),
        (
            "limited",
            r"\b(?:limited|partial|local(?:i[sz]ed)?(?! time\b)"
            r"|(?:certain|some|several|individual) (?:areas|sections|sectors|parts|districts))\b",
        ),
        (
            "full",
            r"\b(?:full|complete|comprehensive|general|total|all-out|nationwide|countrywide"
            r"|permanent cessation of hostilities|land, (?:in the )?(?:air|sea)|everywhere"
            r"|on all fronts)\b",
        ),
    )
)
#: "…, which was to last three days in observance of Victory Day".
_OF_HOLIDAY = re.compile(
    r"\b(?:in (?:observance|honou?r|celebration) of|coincid\w+ with|timed (?:to|for|with)"
    r"|to mark|over|during|for the) [^.;,]{0,25}\b(?:easter|christmas|ramadan|eid|victory"
    r"|passover|new year|holidays?)\b"
)
_SEAS = re.compile(r"\b(?:Black|Red) Sea\b")
_IN_PARTS = re.compile(
    r"\b(?:(?:in )?the (?:air|skies)|air|at sea)\b(?![^.;]{0,20}\bland\b)"
    r"[^.;]{0,30}\b(?:(?:at|on the) sea|sea|in the air|energy)\b"
)
_ON_LAND = re.compile(
    r"\bland\b[^.;]{0,20}\b(?:air|sea)\b|\b(?:air|sea)\b[^.;]{0,20}\bland\b|on all fronts"
)
_UNCONDITIONAL = re.compile(r"\bunconditional(?:ly)?\b|\bwithout (?:any )?(?:pre)?-?conditions\b")
_PURPOSE = re.compile(
    r"(?:(?!\b(?:and|but|as|starting|while)\b)[^.;]){0,50}? (?:to|so that|in order to|allowing)"
    r" (?P<w>(?:[\w-]+ ){0,4}?(?:retrieve|collect|gather|recover|evacuate|allow|let|facilitate"
    r"|deliver|mark|bury|pick up|take away|enable|permit|can|could)\b[^.;]{3,90})"
)
_PURPOSE_ENDS = re.compile(
    r",| (?:as|after|before|while|but|because|came|took|went|began|entered|was|is|has|will) "
)


class Quality(NamedTuple):
    """A value and the words that say it."""

    value: str
    span: Span


def scope_of(phrase: Phrase, *, far: bool = False) -> Quality | None:
    """How wide the truce is; `far` looks through the whole rest of the sentence."""
    text = phrase.line.text
    reach = rest_end(phrase) if far else _tail_end(phrase)
    if match := _ON_LAND.search(text, phrase.start, phrase.end + _TAIL):
        return Quality("full", phrase.line.tape.span(*match.span()))
    if match := _IN_PARTS.search(text, phrase.end, phrase.end + _TAIL):
        return Quality("limited", phrase.line.tape.span(*match.span()))
    if match := _SEAS.search(phrase.line.sentence.text):
        span = Span(*match.span()).shift(phrase.line.sentence.span.start)
        around = phrase.line.tape.span(phrase.start, max(phrase.end, _tail_end(phrase)))
        if around.covers(span):
            return Quality("sea", span)
    if match := _OF_HOLIDAY.search(text, phrase.end):
        return Quality("holiday", phrase.line.tape.span(*match.span()))
    for scope, rule in _SCOPES:
        end = reach if scope in ("holiday", "front_line", "humanitarian", "limited") else None
        near = min(reach, phrase.end + 40) if end is None else end
        if scope == "full":
            near = phrase.end
        if match := rule.search(text, phrase.start, near):
            return Quality(scope, phrase.line.tape.span(*match.span()))
    return None


def scopes_of_list(phrase: Phrase) -> tuple[Quality, ...]:
    """Those of a truce of two things, each its own: "halt strikes at sea and on energy sites"."""
    text, start = phrase.line.text, phrase.start
    for rule in _LISTED:
        match = rule.search(text, start, min(phrase.until, phrase.end + _TAIL))
        if match and (_PLAIN_SEA.match(match["sea"]) or _SEAS.search(phrase.line.sentence.text)):
            span = phrase.line.tape.span
            return tuple(Quality(each, span(*match.span(each))) for each in ("energy", "sea"))
    return ()


_PLAIN_SEA = re.compile(r"at sea|maritime|shipping|ports|(?:in|on) the (?:black|red) sea")
_SEA = r"(?P<sea>at sea|(?:in|on) the (?:black sea|red sea|{place})|maritime|shipping|ports)"
_POWER = r"(?P<energy>energy|power|electricity|oil)"
_BESIDE = (
    r"(?:[ ,](?!(?:but|while|that|which|said|says|ceasefire|truce|air)\b)[\w-]+){0,3},?"
    r" (?:and|as well as)(?: (?:also|on|against|at|in|to|for|the|its|of|attacks|strikes|targeting))"
    r"{0,3} "
)
_LISTED = tuple(
    pattern(rf"(?<!\w){first}{_BESIDE}{second}(?!\w)")
    for first, second in ((_POWER, _SEA), (_SEA, _POWER))
)


def scope_in_name(phrase: Phrase) -> Quality | None:
    """How wide a truce is by its name: "the Easter truce", "the halt to energy strikes"."""
    for scope, rule in _SCOPES:
        if match := rule.search(phrase.line.text, phrase.start, phrase.end):
            return Quality(scope, phrase.line.tape.span(*match.span()))
    return None


def _tail_end(phrase: Phrase) -> int:
    """Where what follows the noun still belongs to it."""
    text = phrase.line.text
    cut = _TAIL_ENDS.search(text, phrase.end, phrase.end + _TAIL)
    return cut.start() if cut else min(phrase.until, phrase.end + _TAIL)


def rest_end(phrase: Phrase) -> int:
    """Where the sentence goes on to another truce, or to what came before."""
    cut = _REST_ENDS.search(phrase.line.text, phrase.end)
    return min(cut.start() if cut else phrase.until, phrase.until)


_REST_ENDS = re.compile(
    r"\b(?:cease-?fire|truce|cessation|(?:in the )?wake of|(?:in response|in reply) to|following)\b"
    r"|, (?:but|although|while)\b"
)
_TAIL_ENDS = re.compile(
    r"[.;:]|,(?! (?:to|declared|announced|called|ordered|proposed)\b)"
    r"|\b(?:but|while|and (?:a|the|an|[\ue005\ue006])|after|as|because|who"
    r"|despite)\b"
)


def unconditional_in(phrase: Phrase) -> Span | None:
    """The words that say it is to be without conditions."""
    match = _UNCONDITIONAL.search(phrase.line.text, phrase.start, _tail_end(phrase))
    return phrase.line.tape.span(*match.span()) if match else None


def purpose_of(phrase: Phrase) -> Quality | None:
    """What the truce is for: "to retrieve the dead"."""
    text = phrase.line.text
    match = _PURPOSE.match(text, phrase.end, min(len(text), phrase.end + 160))
    if match is None:
        return None
    tape = phrase.line.tape
    end = match.end("w")
    cut = _PURPOSE_ENDS.search(text, match.start("w"), end)
    end = cut.start() if cut else end
    return Quality(tape.words(match.start("w"), end), tape.span(match.start("w"), end))


def scope_for(purpose: Quality) -> Quality | None:
    """The scope of a truce that is for aid: "to allow the delivery of humanitarian aid"."""
    return Quality("humanitarian", purpose.span) if _AID.search(purpose.value) else None


_AID = re.compile(
    r"\b(?:humanitarian|relief|(?<!military )(?<!legal )aid|rescue|supplies)\b", re.IGNORECASE
)
