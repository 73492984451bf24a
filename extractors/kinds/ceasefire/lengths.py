"""How long a truce is to last, as the words by which it is called or those behind it tell.

Known gap: a length told a sentence later.
"""

from __future__ import annotations

import re

from extractors.kinds.ceasefire.phrases import Phrase
from extractors.kinds.ceasefire.qualities import rest_end
from extractors.parsing.numbers import Duration
from extractors.parsing.tape import pattern
from extractors.values import Count, Span

_TAIL = 70  # places behind the noun in which its own length stands
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
_HOURS = {"minutes": None, "hours": 1, "days": 24, "weeks": 168, "months": 720, "years": 8760}


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


def length_added(phrase: Phrase, told: int) -> tuple[Count, Span] | None:
    """By how long a truce is to be extended, as words behind it or behind those that tell so say;
    by how long it is called is the old one's length."""
    text = phrase.line.text
    before = _LENGTH_OF_EXTENSION.search(text, max(0, phrase.start - 40), phrase.start)
    match = before or _LENGTH_ADDED.match(text, max(phrase.end, told))
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
        for _, annotation in phrase.line.tape.annotations(phrase.end, rest_end(phrase))
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
