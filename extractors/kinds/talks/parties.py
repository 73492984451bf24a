"""Between whom a meeting is: the parties that the words around a mention name, and those that an
article's talks usually have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from extractors.kinds.talks.europeans import is_one_side, one_by_one
from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.mentions import actors_in
from extractors.kinds.talks.openers import (
    backs_it,
    behind_it,
    met_before,
    opener,
    opener_before,
    opener_of,
)
from extractors.kinds.talks.party_words import (
    AGREED,
    BETWEEN,
    BROUGHT,
    DISCUSSED,
    INVITED,
    LISTED,
    MANY_SIDED,
    PARALLEL,
    SEPARATE,
    TAKE_PART,
    TAKEN,
    WITH,
)
from extractors.kinds.talks.words import HOSTED, WORDS
from extractors.parsing.delegations import go_betweens, host_in
from extractors.parsing.line import Line, Side
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern


@lru_cache(maxsize=32)  # a mention is asked about by several rules after each other
def parties_named(mention: Mention) -> tuple[Side, ...]:
    """The parties that the words around a mention name; empty where they do not name two."""
    return next((sides for sides in party_lists(mention) if not is_one_side(sides)), ())


def party_lists(mention: Mention) -> Iterator[tuple[Side, ...]]:
    """The lists of two or more that the words give, the nearest first."""
    line = mention.line
    if SEPARATE.search(line.text, *mention.clause):
        return
    for find in (
        _inside,
        _between,
        with_whom,
        _with_him,
        _hosted,
        _met,
        _invited,
        _listed,
        _agreed_there,
    ):
        found = (side for side in find(mention) if not backs_it(line, side))
        sides = distinct(side for side in found if side.actor not in BODIES)
        if len(sides) < 2:
            continue
        aside = asides(line) if find is not _between else set()
        sides = tuple(side for side in sides if side.actor not in aside)
        if len(sides) >= 2:
            yield _all_of_many(mention, distinct(one_by_one(sides)), aside)


#: Who is in the room for neither side.
BODIES = frozenset(
    {
        *(
            "un",
            "unsc",
            "icrc",
            "osce",
            "nato",
            "g7",
            "icj",
            "icc",
            "echr",
            "au",
            "VAT",
            "igad",
            "asean",
        ),
        *("arab_league", "ukraine_defense_contact_group"),
        *("joint_boundary_commission", "general_border_committee"),
    }
)


def distinct(sides: Iterable[Side]) -> tuple[Side, ...]:
    found: dict[str, Side] = {}
    for side in sides:
        found.setdefault(side.actor, side)
    return tuple(found.values())


def asides(line: Line) -> set[str]:
    """Hosts and go-betweens of the sentence: no parties."""
    host = host_in(line)
    known = {side.actor for side in go_betweens(line)} | ({host.actor} if host else set())
    match = BROUGHT.search(line.text)
    return known | {side.actor for side in _of_match(line, match)}


def _all_of_many(mention: Mention, sides: tuple[Side, ...], aside: set[str]) -> tuple[Side, ...]:
    """Trilateral talks have three parties: those named in the sentence, where they are three."""
    near = Stretch(mention.before.start, mention.after.end)
    if len(sides) > 2 or not MANY_SIDED.search(mention.line.text, *near):
        return sides
    everyone = distinct(side for _, side in actors_in(mention.line, mention.clause))
    named = tuple(side for side in everyone if side.actor not in aside)
    return named if len(named) in (3, 4) else sides


def _inside(mention: Mention) -> Iterator[Side]:
    yield from (side for _, side in actors_in(mention.line, mention.trigger))


def _between(mention: Mention) -> Iterator[Side]:
    match = BETWEEN.match(mention.line.text, mention.trigger.end)
    two = _THE_TWO.match(match["list"]) if match else None
    last = match.start("list") + two.end() if match and two else len(mention.line.text)
    for side in _partners(mention.line, match):
        if mention.line.tape.place(side.span.start) < last:
            yield side


#: "between A and B, C says": a list of two ends with the second.
_THE_TWO = re.compile(r" [^,;]{1,80}? and [^,;]{1,80}(?=, )")


def _of_match(line: Line, match: re.Match[str] | None) -> Iterator[Side]:
    if match:
        yield from (side for _, side in actors_in(line, Stretch(*match.span("list"))))


def _partners(line: Line, match: re.Match[str] | None) -> Iterator[Side]:
    """Those of a list; who only tells of it ("…, Turkish officials said") is none of them."""
    for side in _of_match(line, match):
        if not any(source.overlaps(side.span) for source in line.sources):
            yield side


def with_whom(mention: Mention) -> Iterator[Side]:
    """ "A held talks with B": the nearest named before, and those named after "with"."""
    partners = list(_partners(mention.line, WITH.match(mention.line.text, mention.trigger.end)))
    if partners:
        yield from _inside(mention)
        yield from opener_before(mention) or subject_of(mention, mention.before) or opener(mention)
        yield from partners


def subject_of(mention: Mention, part: Stretch) -> list[Side]:
    line = mention.line
    if met_before(mention):
        return opener_of(mention)
    led = _LED.search(line.text, *part)
    listed = led or LISTED[2].search(line.text, *part) or _TWO_PEOPLE.search(line.text, *part)
    if listed:
        return list(_of_match(line, listed))
    return [
        side
        for place, side in actors_in(line, part)
        if not _HELPS.match(line.text, place + 1)
        and not _TRAVELS_TO.search(line.text, part.start, place)
    ][-1:]


#: "grateful for Norway's hospitality": it does not negotiate.
_HELPS = re.compile(
    r"'s (?:\w+ ){0,2}?(?:hospitality|help|support|mediation|efforts|invitation|assistance"
    r"|good offices|backing|blessing|permission|(?:proposal|plan)(?! (?:to|for|of)))\b"
    r"| to (?:\w+ and )?(?:broker|mediate|facilitate|arrange)\b"
)


#: "A's minister will return on Saturday to Oman for talks with B".
_TRAVELS_TO = pattern(
    r"\b(?:return|travel|fly|flew|flies|head|go|went|came|come)(?:s|ed|led|ing|ling)?"
    r"(?: (?:back|on|{date}|later|again)){0,3} to (?:the )?\Z"
    r"|\b(?:sen[dt]s?|dispatch\w*)(?: [\w{person}-]+){1,4} to (?:the )?\Z"
)

#: "An ECOWAS delegation led by Nigeria's former president": that of ECOWAS.
_LED = pattern(
    r"(?P<list>{actor})(?:'s)?(?: [\w-]+){0,2}? (?:{delegates}|mission),? (?:led|headed|chaired)"
    r" by\b",
    WORDS,
)
_TWO_PEOPLE = pattern(
    r"(?P<list>{person}(?:,[^.;,]{1,60},|,)? and (?:the |his |her |its )?"
    r"(?:(?:[\w{actor}'-]+|{person}'s),? ){0,4}?{person})(?:,[^.;,]{1,60},|,)?(?: [\w-]+){0,2}? ?\Z"
)
_HIM = pattern(r"[^.;,]{0,40}? with (?:him|her)\b")


def _with_him(mention: Mention) -> Iterator[Side]:
    """ "A, who spent three hours with him": with the other person that the sentence names."""
    line, verb = mention.line, mention.verb
    if verb and _HIM.match(line.text, verb.end):
        people = line.names(NameType.PERSON, 0, verb.start)
        sides = distinct(Side(actor=name.actor, span=name.span) for _, name in people if name.actor)
        if len(sides) == 2:
            yield from sides


_OBJECT = pattern(
    r"(?: up)?(?: with| by| opposite| from| face to face with"
    r"|(?:(?! and )[^.;,]){1,60}? (?:from|opposite))?"
    r"(?: (?!in\b|at\b|on\b|for\b"
    r"|after\b)[\w'-]+){0,5}? (?P<list>[{actor}{person}][^;]{0,80}?)(?= (?:in|on|at|for|to"
    r"|during|before|after|over)\b|[.;]|,(?! (?:the )?{actor}(?:,| and\b))|\Z)"
)


def _met(mention: Mention) -> Iterator[Side]:
    """ "A's negotiators met B's": those named before the verb and its object."""
    line, verb = mention.line, mention.verb
    if verb is None:
        return
    meets = verb == mention.trigger or _MEETS.match(line.text, verb.start)
    partners = list(_of_match(line, _OBJECT.match(line.text, verb.end))) if meets else []
    if partners:
        yield from (subject_of(mention, mention.before) or opener_of(mention) or behind_it(mention))
        yield from partners
    elif both := _TWO_PEOPLE.search(line.text, max(0, verb.start - 160), verb.start):
        yield from _of_match(line, both)


def whom_they_met(mention: Mention) -> list[Side]:
    """ "They met the Ukrainians on Sunday": those who are not the ones named before."""
    line, verb = mention.line, mention.verb
    if verb is None or not _THEY.fullmatch(line.text, 0, verb.start):
        return []
    return list(_of_match(line, _OBJECT.match(line.text, verb.end)))


_THEY = re.compile(r"\W{0,2}they (?:(?:had|have|also|then|later) ){0,2}")
#: "A met B in C for talks": the verb names the two, whatever the noun.
_MEETS = re.compile(
    r"(?:received|welcomed|met|meets?|sat|face[ds]?)\b(?! (?:in|on|at|for|again)\b)"
)


def _hosted(mention: Mention) -> Iterator[Side]:
    """ "after hosting A and B": the objects of the verb."""
    line, verb = mention.line, mention.verb
    if verb and HOSTED.match(line.text, verb.start):
        yield from _of_match(line, _OBJECT.match(line.text, verb.end))


def _invited(mention: Mention) -> Iterator[Side]:
    line, start = mention.line, mention.trigger.start
    yield from _of_match(line, INVITED.search(line.text, max(0, start - 180), start))


_THERE = pattern(r"\b(?:after|following|during|at|in)(?: [\w{ordinal}{duration}-]+){0,4} ?\Z")


def _agreed_there(mention: Mention) -> Iterator[Side]:
    line, start = mention.line, mention.trigger.start
    apart = PARALLEL.search(line.text, max(0, start - 20), mention.trigger.end)
    if _THERE.search(line.text, max(0, start - 50), start) and not apart:
        told = *(rule.search(line.text, 0, start) for rule in DISCUSSED), AGREED.search(line.text)
        yield from _of_match(line, next(filter(None, told), None))
        if taken := TAKEN.search(line.text) if _AT_TALKS.search(line.text, 0, start) else None:
            yield from (side for _, side in actors_in(line, Stretch(*taken.span())))


_AT_TALKS = re.compile(r"\b(?:at|during|in|after|following) \Z")


def _listed(mention: Mention) -> Iterator[Side]:
    """ "Ukrainian and Russian negotiators", before or right behind the mention."""
    line = mention.line
    if mention.verb:
        span = Stretch(mention.clause.start, mention.verb.start)
        for rule in LISTED[:3]:
            if match := rule.search(line.text, *span):
                yield from _of_match(line, match)
                return
    took_part = None if mention.verb else TAKE_PART.search(line.text, *mention.before)
    end = took_part.start() if took_part else 0
    if match := LISTED[2].search(line.text, mention.before.start, end) if took_part else None:
        yield from _of_match(line, match)
        return
    near = (mention.before.start, mention.after.end)
    for number, reach in ((0, near), (1, near), (3, near), (0, mention.reach), (1, mention.reach)):
        if match := LISTED[number].search(line.text, *reach):
            yield from _of_match(line, match)
            return
