"""What surrounds a deed in its sentence: when, where, through whom, at which round of talks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.parsing.dates import DateMention
from extractors.parsing.lexicon import LEXICON
from extractors.parsing.line import Line, Side, once_a_line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.numbers import Number
from extractors.parsing.patterns import Rules
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

_BACKGROUND = pattern(
    r"^(?:,? ?(?:after|following|before|since|as agreed|agreed|under|ahead of|based on|until"
    r"|surpassing|exceeding|dwarfing))\b"
)
_ROUND = r"(?P<n>{ordinal}) (?:[\w-]+ ){0,3}?(?:round|cycle)"
_AGREED_AT = (
    pattern(
        rf"\b(?:agree\w*|reached|deal|accord|negotiated|outcome|result)\b[^.;]{{0,60}}? {_ROUND}"
    ),
    pattern(
        rf"{_ROUND}[^.;]{{0,40}}? (?:led to|resulted in|produced|ended with|yielded"
        r"|with both sides agree|(?:russia|\ue005)[^.;]{0,40} agreed (?:to|on)|agreed (?:to|on))"
    ),
)
_AND = r"(?:, (?:the )?| and (?:the )?|, and (?:the )?)"
_LISTED = rf"(?P<list>[{{actor}}{{person}}](?:{_AND}[{{actor}}{{person}}]){{0,6}})"
_MEDIATORS = pattern(
    r"\b(?:mediat(?:ed|ion|ing|or|ors)|broker(?:ed|ing|s)?|facilitat(?:ed|ion|ing)"
    r"|with the (?:help|assistance|support)|thanks to|through|under the auspices)"
    rf"(?: (?:by|of|from|efforts|mediation|the)){{0,4}} (?:the )?\W?{_LISTED}"
)
_BY_ADJECTIVE = pattern(
    rf"{_LISTED}(?:'s)?[- ](?:{{ordinal}} )?"
    r"(?:mediated|brokered|facilitated|mediation|led mediation|mediators?)\b"
)
_BY_VERB = pattern(rf"{_LISTED} (?:has |have |had )?(?:mediated|brokered|facilitated)\b")
_HELPING = pattern(
    rf"\bwith (?:the )?{_LISTED} (?:once )?(?:again |also )?(?:helping|mediating|brokering"
    r"|facilitating|assisting)\b"
)
_AS_MEDIATOR = pattern(
    rf"{_LISTED} (?:(?:had |has |have )?(?:acting |serving |(?:who )?acted |served )?as|was|were)"
    r" (?:once )?(?:again )?(?:the |an? )?(?:go-betweens?|intermediar(?:y|ies)|mediators?"
    r"|middlem[ae]n|brokers?)\b"
)
_BY_COUNTRY = pattern(r"(?P<who>{place})'s (?:{ordinal} )?(?:mediation|mediators)\b")
_OWN_EFFORTS = pattern(
    rf"{_LISTED} (?:has |have )?(?:said|says|announced)(?: the success of)?(?: that)? (?:its|their)"
    r" mediation"
)


def date_in(line: Line, clause: Stretch) -> DateMention | None:
    """When it happened or is due: the clause's own date, else the only one of the foreground."""
    own = list(_dates(line, clause))
    if own:
        return own[0]
    # "on Saturday, a day after each had freed 390": what went before has another day
    first = clause.start if _BACKGROUND.match(line.text[clause.start : clause.end]) else 0
    others = [
        date
        for part in line.clauses
        if part != clause
        and part.start >= first
        and not _BACKGROUND.match(line.text[part.start : part.end])
        for date in _dates(line, part)
    ]
    return others[0] if len(others) == 1 else None


#: "CAIRO, June 29 (Agency) -", "Cairo, June 29 The army …": when it was written.
_DATELINE = pattern(
    r"\W{0,2}(?:(?P<from>[{actor}{place}], )|(?:[\w{actor}{place}/'.\[\]-]+,? ){1,5})"
    r"(?P<d>{date}),? ?(?:\(|\u2014|\u2013|--|- |/|(?(from)(?:an?|the) |\())"
)


def _dates(line: Line, part: Stretch) -> Iterator[DateMention]:
    dateline = _DATELINE.match(line.text)
    for place, annotation in line.tape.annotations(part.start, part.end):
        if dateline and place == dateline.start("d"):
            continue
        if not isinstance(annotation, DateMention) or annotation.role not in _ROLES:
            continue
        if not _of_something_else(line, part, place):
            yield annotation


_ROLES = ("at", "by", "from", "between")
_TALKS_BEFORE = pattern(
    r"\b(?:{talks}|rounds?|agreements?|deals?|agreed(?! to [a-z])|truces?|ceasefires?)\b"
    r"(?:[^,]{0,40}|[^,]{0,20},(?: which (?:was|were))? (?:held )?in (?:{date} and )?)\Z",
    LEXICON,
)
#: "captured soldiers": what they are, not what was done on the day that follows.
_OF_PEOPLE = r"(?! (?:more |other |another |{count} |{actor} ){0,2}{captives}\b)"
_OTHER_DEED_BEFORE = pattern(
    r"\b(?:(?<!\ba )(?<!\ban )(?<!\bthe )(?<!\ue000 )"
    r"(?:captured|seized|abducted|kidnapped|arrested|apprehended|detained|convicted|sentenced|imprisoned"
    rf"|jailed|born){_OF_PEOPLE}"
    r"(?: (?!(?:freed|released|returned|came|were|was|handed|swapped|exchanged)\b)"
    r"[^\s,;.\ue004]{1,20}){0,8} "
    r"|(?:captured|seized|taken|abducted|kidnapped|arrested|apprehended|detained|convicted|born"
    r"|sentenced|said"
    r"|statement issued|announced(?: by(?: the)? [\ue005\ue006\ue008])?"
    r"|told (?:reporters|journalists|[\ue005\ue006\ue008])|wrote|held since|begun|began"
    r"|broke out|since|to (?:meet|convene|hold (?:further|more|new) talks)(?: again)?)"
    r"(?: (?:in|on|the|small|hours|of|late|early|a|statement|over|about|nearly|almost)){0,6} )\Z",
    LEXICON,
)
#: "the fifth swap of 2025", "the largest since the onset of the war in 2022": how many there were.
_OF_A_SPAN = re.compile(
    r"(?:(?:\ue001|\b(?:largest|biggest|only|latest)) (?:[\w-]+ ){1,4}of"
    r"|\bsince (?!\ue004|both\b|the two\b)[^.;,\ue004]{1,50}? in) \Z"
)
_THAT_YEAR = re.compile(r",? (?:of )?(?:that|the same|the following|the next) year\b")


def _of_something_else(line: Line, part: Stretch, place: int) -> bool:
    """Whether a date is that of talks, a capture or a saying before it, or lacks its year."""
    start = max(part.start, place - 60)
    return bool(
        _TALKS_BEFORE.search(line.text, start, place)
        or _OTHER_DEED_BEFORE.search(line.text, start, place)
        or _OF_A_SPAN.search(line.text, start, place)
        or _THAT_YEAR.match(line.text, place + 1)
        or line.text.endswith("that ", 0, place)
    )


_AT = re.compile(
    r"(?:\b(?:at|in|on|along|near|through|via|across|from|to|into)(?: the| a)?(?: \w+){0,2} )\Z"
)


#: "captured at Nahal Oz", "serving a life sentence in California": where something else happened.
_HELD_THERE = pattern(
    r"\b(?:captured|seized|taken|abducted|kidnapped|arrested|detained|jailed|imprisoned|held|serving"
    r"|sentence\w*|served|stationed|based|born|defended|defen[cs]e of|siege of|lived|officials"
    r"|authorities"
    r"|(?:killed|died|dying|fell|perished)(?= (?:in|near|at|around|while|during|outside)\b))"
    rf"(?! (?:home|back)){_OF_PEOPLE}"
    r"(?: (?!(?:and|freed|released|swapped|exchanged|returned|came|handed)\b)[^\s,;.]{1,16}){0,5}"
    r" \Z",
    LEXICON,
)


#: "In Moscow, an aide said that …": where it was said.
_SAID_THERE = pattern(
    r"\W{0,2}(?:in|from) (?:the )?{place}, [^.;,]{1,80}?\b(?:said|says|told|announced|wrote)\b"
)
_OPENING = 12  # places in which a sentence may open with where it was said


def place_in(line: Line, clause: Stretch) -> Name | None:
    """Where it happened: a place of the clause after a word of place, the most exact one."""
    places = [
        name
        for place, name in line.names(NameType.PLACE, clause.start, clause.end)
        if name.detail != "country"
        and _AT.search(line.text, max(0, place - 30), place)
        and not _TALKS_BEFORE.search(line.text, max(clause.start, place - 40), place)
        and not _HELD_THERE.search(line.text, max(clause.start, place - 60), place)
        and not (place < _OPENING and _SAID_THERE.match(line.text))
    ]
    exact = min(places, key=_vagueness, default=None)
    return exact and _by_its_name(line, exact)


_EXACT = ("crossing", "border", "venue", "airport", "base", "city", "region")


def _vagueness(name: Name) -> int:
    return _EXACT.index(name.detail) if name.detail in _EXACT else len(_EXACT)


def _by_its_name(line: Line, place: Name) -> Name:
    """Of "the UAE capital, Abu Dhabi" the second."""
    text, start = line.sentence.text, line.sentence.span.start
    for _, name in line.names(NameType.PLACE):
        if name.name == place.name == name.span.shift(-start).of(text):
            return name
    return place


def agreed_round(line: Line) -> Number | None:
    """The round of talks at which something was agreed, where the sentence says so."""
    for rule in _AGREED_AT:
        for match in rule.finditer(line.text):
            number = line.tape.at(match.start("n"))
            if isinstance(number, Number):
                return number
    return None


_MEDIATING = Rules((_MEDIATORS, _BY_ADJECTIVE, _BY_VERB, _HELPING, _AS_MEDIATOR, _OWN_EFFORTS))


@once_a_line
def mediators_in(line: Line) -> tuple[Side, ...]:
    """The states and bodies that mediate, as the sentence says."""
    found: dict[str, Side] = {}
    for rule in _MEDIATING.live(line.text):
        for match in rule.finditer(line.text):
            for place, side in line.actors:
                if match.start("list") <= place < match.end("list"):
                    found.setdefault(side.actor, side)
    for match in _BY_COUNTRY.finditer(line.text):
        country = line.tape.at(match.start("who"))
        if isinstance(country, Name) and country.actor and country.detail == "country":
            found.setdefault(country.actor, Side(actor=country.actor, span=country.span))
    return tuple(found[actor] for actor in sorted(found))
