"""Where an article speaks of a negotiating meeting. Between whom it was, when and where, and which
mentions are of one meeting, is left to the modules beside this one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from extractors.kinds.talks import words
from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.nouns import MENTIONS
from extractors.kinds.talks.other_things import is_no_meeting, is_something_else
from extractors.parsing.line import Line, Side
from extractors.parsing.numbers import Number
from extractors.parsing.patterns import Rules
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern
from extractors.values import Count

_MOST = 12  # mentions of one sort that a sentence can hold: time stays linear in its length


class _Hit(NamedTuple):
    name: str
    stretch: Stretch
    number: Number | None


def mentions_in(line: Line) -> Iterator[Mention]:
    """All mentions of meetings in a sentence, in order; telephone calls are none."""
    if words.REMOTE.search(line.text):
        return
    every = sorted(_nouns(line), key=lambda hit: hit.stretch)
    nouns = _one_a_clause(line, every)
    others = [hit.stretch.start for hit in every if _is_another(line, hit)]
    verbs = list(_verbs(line))
    governing = {noun: _governor(line, noun, verbs) for noun in nouns}
    free = [
        _Hit(_met_when(line, verb), verb, _times(line, verb))
        for verb in verbs
        if verb not in governing.values()
        and not _opens(line, verb)
        and not words.OTHER_TOPIC.search(line.text)
    ]
    hits = sorted([*nouns, *free], key=lambda hit: hit.stretch)
    for index, hit in enumerate(hits):
        start = _end_of(line, hits[index - 1], hit) if index else 0
        ends = [one.stretch.start for one in hits[index + 1 : index + 2]] or [len(line.text)]
        end = min(ends + [place for place in others if place > hit.stretch.start])
        verb = hit.stretch if hit in free else governing.get(hit)
        name = "earlier" if _was_followed(line, hit) else hit.name
        yield Mention(line, name, hit.stretch, verb, Stretch(start, end), hit.number)


#: "attended Wednesday's talks while they looked to planned talks in Moscow": those are others.
_ANOTHER = re.compile(
    r"\b(?:planned|separate|upcoming|scheduled|while|ahead of|before)\b[^.;,]{0,25}\Z"
)


def _is_another(line: Line, hit: _Hit) -> bool:
    named = hit.name in _PLAIN and _PLACED.search(line.text, *hit.stretch)
    before = _ANOTHER.search(line.text, max(0, hit.stretch.start - 40), hit.stretch.start)
    return bool(named or before or _TO_COME.match(line.text, hit.stretch.start))


#: "held consultations on upcoming negotiations with B": those are others.
_TO_COME = re.compile(r"(?:planned|upcoming|scheduled|forthcoming) ")


#: "would take part in the Geneva talks": their city is no other's.
_PLACED = pattern(r"{place}")


#: "The talks in Oslo followed a meeting in Bern": another one, before it.
_FOLLOWED = pattern(
    r"\b(?:follow(?:s|ed)|(?:comes?|came)(?: [\w-]+){0,4} after) (?:(?:an?|their) )?\Z"
    r"|{ordinal} (?:after|since|following) (?:the )?\Z"
)


def _was_followed(line: Line, hit: _Hit) -> bool:
    start = hit.stretch.start
    return hit.name == "talks" and bool(_FOLLOWED.search(line.text, max(0, start - 45), start))


def _end_of(line: Line, before: _Hit, hit: _Hit) -> int:
    """Where the words of the mention before end; a deal's place and day are its own."""
    if hit.name == "one of them":
        return hit.stretch.start
    if hit.name in _PLAIN and _OF_ITS_OWN.match(line.text, hit.stretch.end):
        return hit.stretch.start
    own = _OF_ITS_OWN.match(line.text, before.stretch.end)
    if own and own.end() < hit.stretch.start:
        return own.end()
    if hit.name == "next" and _AGREED_ON.search(line.text, before.stretch.end, hit.stretch.start):
        return hit.stretch.start
    told = _OPENS.match(line.text, before.stretch.end, hit.stretch.start)
    if told and hit.name in _PLAIN:
        return told.end()
    comma = line.text.find(",", before.stretch.end, hit.stretch.start)
    return comma if before.name == "deal" and comma > 0 else before.stretch.end


#: "met in Bern and agreed to hold another round": the city is that of the former.
_AGREED_ON = pattern(
    r"\b(?:agree|decid|promis|pledg)\w*(?: (?:to|on|upon|hold|have|meet|for))* (?:an? |their )?\Z"
)


_MENTIONS = Rules(MENTIONS)


def _nouns(line: Line) -> Iterator[_Hit]:
    taken: list[Stretch] = []
    for name, rule in _MENTIONS.live(line.text):
        for match in islice(rule.finditer(line.text), _MOST):
            stretch = Stretch(*match.span())
            if any(stretch.start < other.end and other.start < stretch.end for other in taken):
                continue
            taken.append(stretch)
            if not is_something_else(line, stretch):
                number = line.tape.at(match.start("n")) if "n" in match.groupdict() else None
                if _is_first_since(line, stretch, number):
                    number = None
                yield _Hit(name, stretch, number if isinstance(number, Number) else None)


_FIRST_SINCE = pattern(
    r"[^.;,]{0,60}? (?:since|in (?:more than |over |nearly |almost )?{duration})\b"
)


#: "The first meeting of the ministers after the war".
_FIRST_AFTER = pattern(r"[^.;,]{0,70}? after (?!{duration}|an? {duration}|{date})")
_OF_ROUNDS = pattern(r"\b(?:round|cycle|phase|session|stage)s?\b")


def _is_first_since(line: Line, stretch: Stretch, number: object) -> bool:
    """ "The first talks in three years": a first after a break, no first round."""
    match = _FIRST_SINCE.match(line.text, stretch.end)
    if match is None:
        no_round = not _OF_ROUNDS.search(line.text, *stretch)
        return no_round and bool(_FIRST_AFTER.match(line.text, stretch.end))
    first = isinstance(number, Number) and number.value == 1
    return first or match.end() - stretch.end < _RIGHT_BEHIND


_RIGHT_BEHIND = 25  # characters


#: "Consultations between A and B in C ended with no word on further talks": two meetings.
_OPENS = pattern(
    r"[^.;]{0,80}? (?:beg[au]n|started|opened|(?:have |has )?(?:concluded|ended)|wrapped up"
    r"|took place|(?:was|were) held|lasted)\b"
)


#: "consultations with A on talks in B", "a meeting between A and B raised hopes of more talks": the
#: former and the latter.
_OF_ITS_OWN = pattern(
    r" between (?!the two\b|both\b|them\b)| held (?:in|on|at) | in {place},? on {date}"
    r"| in {place} (?:is|was|are|were|will|would|aims?)\b"
    r"| with (?:the )?(?:[\w-]+ ){0,2}?[{actor}{person}][^.;,]{0,40}? (?:on|about|regarding"
    r"|concerning|over|ahead of|before) "
)


_DAY = pattern(r"{date}")
_PLAIN = ("talks", "again")


def _one_a_clause(line: Line, hits: Sequence[_Hit]) -> list[_Hit]:
    """Numbered and other rounds all count; of plain mentions a clause keeps its first."""
    kept: list[_Hit] = []
    seen: set[Stretch] = set()
    marked = {line.clause(hit.stretch.start) for hit in hits if hit.name not in _PLAIN}
    for place, hit in enumerate(hits):
        clause = line.clause(hit.stretch.start)
        plain = hit.name in _PLAIN
        opens = place == 0 and _OPENS.match(line.text, hit.stretch.end)
        own = (
            _OF_ITS_OWN.match(line.text, hit.stretch.end)
            or _DAY.search(line.text, *hit.stretch)
            or _TO_COME.match(line.text, hit.stretch.start)
        )
        if plain and not own and (clause in seen or (clause in marked and not opens)):
            continue
        seen.add(clause)
        kept.append(hit)
    return kept


def _verbs(line: Line) -> Iterator[Stretch]:
    acting = {side.actor for _, side in actors_in(line, Stretch(0, len(line.text)))}
    for match in islice(words.MET.finditer(line.text), _MOST):
        verb = Stretch(*match.span())
        if _INSTEAD.search(line.text, max(0, verb.start - 14), verb.start):
            continue
        noun = match.group().startswith("meeting")
        if noun and not _MEETING_VERB.search(line.text, max(0, verb.start - 40), verb.start):
            continue
        if is_no_meeting(line, verb):
            continue
        if len(acting) > 1 or words.SUBJECT.search(line.text, 0, verb.start):
            yield verb


_INSTEAD = re.compile(r"\b(?:rather than|instead of|without|cannot|can't) \Z")
_MEETING_VERB = pattern(
    r"(?:\b(?:are|is|were|was|been|be)(?: (?:now|also|still|currently))?|{delegates}|{sides}"
    r"|\A\W{0,2}(?:after|following)) \Z",
    words.WORDS,
)


def _met_when(line: Line, verb: Stretch) -> str:
    before = _BEFORE_THAT.search(line.text, max(0, verb.start - 24), verb.start)
    lately = before and before.group() == "had " and _LATELY.match(line.text, verb.end)
    return "earlier" if before and not lately else "met"


#: "The delegations had met on Friday", told of the meeting that a report is about.
_LATELY = pattern(r"(?: (?:late |early )?(?:on )?{date}| in {place},? on {date})")


_BEFORE_THAT = re.compile(r"\b(?:previously|earlier|(?:had )?last|had already|had) \Z")


def _governor(line: Line, noun: _Hit, verbs: Sequence[Stretch]) -> Stretch | None:
    """The verb that holds the meeting: "held a third round", "met in Doha for talks"."""
    clause = line.clause(noun.stretch.start)
    for verb in () if noun.name == "sequel" else reversed(verbs):
        near = (
            clause.start <= verb.start < noun.stretch.start and noun.stretch.start - verb.end < 80
        )
        if near and not _APPOSED.search(line.text, verb.end, noun.stretch.start):
            return verb
    return None


_APPOSED = pattern(
    r"\b(?:call(?:s|ed|ing)? (?:for|on)|urg\w+|demand\w*|discuss\w*|possibility|prospects?"
    r"|resuming|restarting|relaunching)\b"  # of other talks
    r"|, (?:the|their|its|a|an|in (?:the|their)) ?(?:[\w-]+ ){0,3}\Z"
)


def _opens(line: Line, verb: Stretch) -> bool:
    """ "Held" and "opened" need the talks that were held; those are another mention or none."""
    said = line.text[verb.start : verb.end]
    opens = said.startswith(("held", "hold", "opened", "beg", "start", "resume", "conduct"))
    return opens and not said.endswith("negotiating")


_TIMES = re.compile(r"[^.;]{0,30}? for (?:the|a) (?P<n>[a-z]+) time\b(?! (?:in|since))")
_NTH = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def _times(line: Line, verb: Stretch) -> Number | None:
    """ "met for the fifth time" is the fifth meeting; the reader of numbers leaves "time" alone."""
    match = _TIMES.match(line.text, verb.end)
    if match is None or match["n"] not in _NTH:
        return None
    nth, span = _NTH.index(match["n"]) + 2, line.tape.span(*match.span("n"))
    return Number(span=span, core=span, count=Count.of(nth), value=nth, ordinal=True)


_BACKER = re.compile(
    r"-(?:backed|brokered|mediated|led|hosted|occupied|held|controlled|sponsored|proposed"
    r"|drafted|allied)\b"
)


#: "to Jeddah, Saudi Arabia, for talks": the land of the city.
#: "Lebanon's Hezbollah": the group.
_OWNS = re.compile(r"'s ")
#: "met British lawmakers": nobody who negotiates for a state.
_CITIZENS = re.compile(
    r" (?:lawmakers|parliamentarians|mps|senators|journalists|reporters|students|investors"
    r"|families|relatives|activists|residents|refugees|businessmen|executives|voters)\b"
)
_OF_A_CITY = pattern(r"\b(?:in|to|at|from|near) {place}, \Z")


def actors_in(line: Line, part: Stretch) -> list[tuple[int, Side]]:
    """Who acts in a part of the sentence; who merely backs a side does not, nor the land of a city
    or of a group."""
    groups = {place for place, side in line.actors if side.actor.islower()}
    return [
        (place, side)
        for place, side in line.actors
        if part.holds(place)
        and not (place + len("'s ") + 1 in groups and _OWNS.match(line.text, place + 1))
        and not _BACKER.match(line.text, place + 1)
        and not _CITIZENS.match(line.text, place + 1)
        and not _OF_A_CITY.search(line.text, max(0, place - 9), place)
    ]
