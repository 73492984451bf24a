"""What the words around a truce say of it: how long, how wide, under which conditions, what for.

Known gap: a length told a sentence later.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.kinds.ceasefire.phrases import Phrase
from extractors.parsing.numbers import Duration
from extractors.parsing.tape import pattern
from extractors.values import Count, Span

_TAIL = 70  # places behind the noun in which its own qualities stand
_LENGTH_AFTER = pattern(
    r"(?:,? (?:and )?(?:on|in|at) (?:the )?(?:land|sea|air|skies)\b){0,3}"
    r"(?:(?! and (?:a|the|an)\b|\b(?:end|talks|meeting|release) of\b)[^.,;\ue002]){0,40}?"
    r"\b(?:of|for|lasting|last(?:s|ed)?|by|to|period of|over"
    r"|another|further|between|be)"
    r"(?: (?:an?|up to|at least|an initial|the next|only|just|another|further|additional|first"
    r"|period of|maximum of|minimum of|between|total of)){0,4} (?P<d>{duration})"
)
#: "the five-day extension of the truce".
_LENGTH_OF_EXTENSION = pattern(
    r"(?P<d>{duration}) extension (?:of|to) \Z"
    r"|\b(?:extend|prolong|renew|lengthen)\w* (?:by|for)(?: [a-z]+){0,2} (?P<e>{duration}) \Z"
)
#: "extend the truce in Gaza by another two days".
_LENGTH_ADDED = pattern(
    r"(?:(?! (?:which|that|who|of)\b)[^.;,\u2013\u2014]){0,90}?(?<!-)"
    r" (?:by|for|to)"
    r"(?: (?:at least|up to|another|an?|the next|further|additional|extra|full|period of)){0,3}"
    r" (?P<d>{duration})"
)
#: "halting hostilities of three years": how long the war has lasted.
_LENGTH_OF_WAR = re.compile(r"\b(?:hostilities|fighting|war|conflict)(?: of|, after) (?:\w+ )?\Z")
_LENGTH_AFTER_WAR = re.compile(r"\b(?:war|conflict)(?: of|, after) (?:\w+ )?\Z|, after (?:\w+ )?\Z")
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
_HOURS = {"minutes": None, "hours": 1, "days": 24, "weeks": 168, "months": 720, "years": 8760}


class Quality(NamedTuple):
    """A value and the words that say it."""

    value: str
    span: Span


def length_of(phrase: Phrase, *, far: bool = False) -> tuple[Count, Span] | None:
    """How long the truce is to last, in hours; a month counts thirty days. `far`: the one length
    that the rest of the sentence tells."""
    tape, text = phrase.line.tape, phrase.line.text
    if named := length_in_name(phrase):
        return named
    match = _LENGTH_AFTER.match(text, phrase.end, min(phrase.until, phrase.end + _TAIL))
    if match:
        annotation = tape.at(match.start("d"))
        of_truce = isinstance(annotation, Duration) and not _is_of_war(phrase, match, annotation)
        if isinstance(annotation, Duration) and of_truce and (hours := _hours(annotation)):
            return hours, annotation.span
    return _only_length(phrase) if far else _length_lasting(phrase)


def _is_of_war(phrase: Phrase, match: re.Match[str], length: Duration) -> bool:
    """Whether so long was the war: "halting hostilities of three years"; but "a halt to hostilities
    of three days" is itself as long."""
    text, end = phrase.line.text, match.start("d")
    days = length.unit != "years" and not phrase.deed and phrase.det in ("a", "an")
    rule = _LENGTH_AFTER_WAR if days else _LENGTH_OF_WAR
    return rule.search(text, phrase.noun, end) is not None


def length_added(phrase: Phrase) -> tuple[Count, Span] | None:
    """By how long a truce is to be extended; by how long it is called is the old one's length."""
    text = phrase.line.text
    before = _LENGTH_OF_EXTENSION.search(text, max(0, phrase.start - 40), phrase.start)
    match = before or _LENGTH_ADDED.match(text, phrase.end)
    by = "e" if before and before["e"] else "d"
    annotation = phrase.line.tape.at(match.start(by)) if match else None
    hours = _hours(annotation) if isinstance(annotation, Duration) else None
    return (hours, annotation.span) if annotation and hours else None


def length_in_name(phrase: Phrase) -> tuple[Count, Span] | None:
    """The length by which a truce is called: "the 30-hour truce"."""
    for _, annotation in phrase.line.tape.annotations(phrase.start, phrase.noun):
        if isinstance(annotation, Duration) and (hours := _hours(annotation)):
            return hours, annotation.span
    return None


def _length_lasting(phrase: Phrase) -> tuple[Count, Span] | None:
    """ "a truce in the air, at sea and around power plants, lasting for a month"."""
    text, end = phrase.line.text, phrase.end
    match = _LONG.match(text, end) or _LASTING.search(text, end, phrase.until)
    annotation = phrase.line.tape.at(match.start("d")) if match else None
    hours = _hours(annotation) if isinstance(annotation, Duration) else None
    return (hours, annotation.span) if annotation and hours else None


_LASTING = pattern(
    r"\b(?:lasting|to last|had been in (?:place|force|effect)"
    r"|(?:will|would) (?:run|last|stay in (?:place|force|effect)))"
    r"(?: between (?:the )?{actor} and (?:the )?{actor})?(?: for)?(?: [\w-]+){0,2}?"
    r" (?P<d>{duration})"
)
#: "The first phase of that truce, six weeks long, ran out".
_LONG = pattern(r", (?P<d>{duration}),")


def length_at(phrase: Phrase, place: int) -> tuple[Count, Span] | None:
    """The length right behind what is told of a truce: "…, is to last six weeks"."""
    match = _LENGTH_TOLD.match(phrase.line.text, place)
    annotation = phrase.line.tape.at(match.start("d")) if match else None
    hours = _hours(annotation) if isinstance(annotation, Duration) else None
    return (hours, annotation.span) if annotation and hours else None


_LENGTH_TOLD = pattern(
    r"(?: for| another| an initial| about){0,2} (?P<d>{duration})(?! (?:ago|later|after))"
)


def _only_length(phrase: Phrase) -> tuple[Count, Span] | None:
    found = [
        (hours, annotation.span)
        for _, annotation in phrase.line.tape.annotations(phrase.end, _rest_end(phrase))
        if isinstance(annotation, Duration) and (hours := _hours(annotation))
    ]
    return found[0] if len(found) == 1 and not _OF_ELSE.search(phrase.line.text) else None


#: Lengths of something else in the sentence: "after three years of war".
_OF_ELSE = pattern(r"{duration} (?:of|ago|later|war|conflict)|-old\b|(?:after|since|in) {duration}")


def _hours(duration: Duration) -> Count | None:
    factor = _HOURS[duration.unit]
    if factor is None:
        return duration.hours()
    count = duration.count
    low, best, high = (end and end * factor for end in (count.low, count.best, count.high))
    return Count(low=low, best=best, high=high, qualifier=count.qualifier)


def scope_of(phrase: Phrase, *, far: bool = False) -> Quality | None:
    """How wide the truce is; `far` looks through the whole rest of the sentence."""
    text = phrase.line.text
    reach = _rest_end(phrase) if far else _tail_end(phrase)
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


def _rest_end(phrase: Phrase) -> int:
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
