"""How many people, and whose: "250 from each side", "31 Ukrainians", "15 of its soldiers".

Which deed the people belong to is left to the kinds.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise

from extractors.parsing.called import Called, called_with, read_called
from extractors.parsing.headcounts.headcount import Headcount, Share
from extractors.parsing.headcounts.parts import is_part, without_parts
from extractors.parsing.headcounts.whose import apposed, whose
from extractors.parsing.headcounts.words import (
    AND_HE,
    BOTH_NEXT,
    COUNTED,
    EACH_FIRST,
    EACH_LATER,
    EACH_NEXT,
    ONE,
)
from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form
from extractors.parsing.numbers import Number
from extractors.parsing.patterns import Pattern, Rules
from extractors.parsing.status import Stretch
from extractors.parsing.tape import SIGNS, pattern
from extractors.values import Count, Qualifier

__all__ = ["Headcount", "Share", "read_headcounts"]


_RULES = Rules((*COUNTED, *ONE, AND_HE))
_OF_ONE = Rules((*ONE, AND_HE))  # without a figure


@lru_cache(maxsize=32)  # a clause is asked about by several rules after each other
def read_headcounts(line: Line, clause: Stretch) -> tuple[Headcount, ...]:
    """The counts of people in a clause, in order; parts of a count that was given are left out.

    "185 servicemen and 20 civilians" is one count of 205.
    """
    found: dict[int, Headcount] = {}
    rules = _RULES if SIGNS["count"] in line.text[clause.start : clause.end] else _OF_ONE
    for rule in rules.live(line.text):
        for match in rule.finditer(line.text, clause.start, clause.end):
            headcount = _headcount(line, clause, match, rule)
            if headcount and headcount.place not in found:
                found[headcount.place] = headcount
    pairs = list(islice(AND_HE.finditer(line.text, clause.start, clause.end), 6))
    for called in read_called(line, clause):
        if _GOES_ON.match(line.text, called.stretch.end):
            continue
        if found and _NAMED_AS.search(line.text, clause.start, called.stretch.start):
            continue
        if called.stretch.start not in found and not any(
            match.start() <= called.stretch.start < match.end() for match in pairs
        ):
            found[called.stretch.start] = _of_called(line, called)
            found.pop(called.stretch.end + 2, None)  # "Khan Mohammed, an Afghan who": one man
    ordered = [
        _with_called(line, found[place])
        for place in sorted(found)
        if not _is_beside_unknown(line, clause, place, found)
    ]
    return tuple(_added_up(line, [one for one in ordered if not is_part(line, clause, one)]))


#: "A, B and Israeli-American C": a list that is not read to its end.
_GOES_ON = re.compile(
    r",? and \ue005(?:-\ue005)? (?:[\w-]+ ){0,2}?(?:\ue006|[\w-]+ [\w-]+)(?=[,.;]|\Z)"
)


def _is_beside_unknown(line: Line, clause: Stretch, place: int, found: Container[int]) -> bool:
    """ "Three welders and ten women": not so many alone, where the former are not counted."""
    before = _BESIDE_UNKNOWN.search(line.text, max(clause.start, place - 60), place)
    return before is not None and before.start() not in found


_BESIDE_UNKNOWN = re.compile(r"\ue000 (?:(?!in\b|on\b|of\b)[\w-]+ ){1,3}and \Z")
#: "The two freed were A and B": the same two.
_NAMED_AS = re.compile(
    r"\b(?:(?:freed|released|captives|hostages|prisoners|soldiers|men|women) (?:were|are|was|is)"
    r"|(?:named|identified) as) (?:named as |identified as )?\Z"
)


def _with_called(line: Line, one: Headcount) -> Headcount:
    """ "Arbel Yehud and two other hostages" are three."""
    named = called_with(line, one.place) if one.count.qualifier is Qualifier.EXACT else 0
    if not named or not one.noun:
        return one
    return one.model_copy(update={"count": Count.of((one.count.best or 0) + named)})


def _of_called(line: Line, called: Called) -> Headcount:
    start, end = called.stretch
    return Headcount(
        count=Count.of(called.number),
        place=start,
        stretch=called.stretch,
        span=line.tape.span(start, end),
        share=Share.PLAIN,
        whose=whose(line, called.start, start) or apposed(line, end),
        own=False,
        noun="",
    )


def _added_up(line: Line, headcounts: Sequence[Headcount]) -> Iterator[Headcount]:
    totals: list[Headcount] = []
    for one in without_parts(line, headcounts):
        if totals and _continues(line, totals[-1], one):
            totals[-1] = _sum(totals[-1], one)
        else:
            totals.append(one)
    yield from totals[:1]
    yield from (one for told, one in pairwise(totals) if not _is_broken_down(line, told, one))


def _is_broken_down(line: Line, told: Headcount, parts: Headcount) -> bool:
    """ "390 were freed: 270 soldiers and 120 civilians": the same 390."""
    between = line.text[told.stretch.end : parts.place]
    return told.count == parts.count and between.rstrip().endswith(":")


def _continues(line: Line, first: Headcount, second: Headcount) -> bool:
    between = line.text[first.stretch.end : second.place]
    if line.text.startswith((" from \ue005", " from \ue007"), second.stretch.end):
        return False  # "13 hostages and four people from Thailand"
    if second.share is Share.EACH and first.share is not Share.EACH and " and " not in between:
        return False  # "1,000 prisoners, 500 from each side"
    exact = first.count.qualifier == second.count.qualifier == Qualifier.EXACT
    alike = first.whose == second.whose or second.whose is None
    named = first.noun != "" and second.noun != ""
    opposed = "hostage" in first.noun and _PRISONERS.search(second.noun) is not None
    opposed = opposed or _is_of_other_side(line, first, second)
    return exact and alike and named and not opposed and bool(_AND.fullmatch(between))


def _is_of_other_side(line: Line, first: Headcount, second: Headcount) -> bool:
    """ "153 Houthi fighters and 70 government soldiers": of two sides."""
    said = (line.text[one.stretch.start : one.stretch.end] for one in (first, second))
    mine, theirs = (_OF_A_SIDE.search(words) for words in said)
    if mine and theirs:
        return mine.lastgroup != theirs.lastgroup
    named = second.whose if mine else first.whose
    return bool(mine or theirs) and named is not None and named.islower()


_OF_A_SIDE = re.compile(
    r"\b(?:(?P<state>government|army|state|loyalist|regime|federal)"
    r"|(?P<group>rebels?|insurgents?|guerrillas?|militants?))\b"
)
#: "Three hostages and 90 prisoners": of two sides.
_PRISONERS = re.compile(r"prisoner|detainee|inmate")
_AND = re.compile(
    r"(?: and (?:sergeants|officers|sailors|guards|civilians)(?=,))?"
    r"(?: \([\w\ue005]{1,12}\))?(?: (?:serving|jailed for|with) [\w ]{1,20})?"
    r"(?: and | plus |, and |, )"
)


def _sum(first: Headcount, second: Headcount) -> Headcount:
    best = (first.count.best or 0) + (second.count.best or 0)
    return first.model_copy(
        update={
            "count": Count.of(best),
            "stretch": Stretch(first.stretch.start, second.stretch.end),
            "span": first.span.hull(second.span),
            "share": second.share if first.share is Share.PLAIN else first.share,
        }
    )


def _headcount(
    line: Line, clause: Stretch, match: re.Match[str], rule: Pattern
) -> Headcount | None:
    groups = match.groupdict()
    place = match.start("n")
    number = _fixed(rule) or _number(line, place)
    if number is None:
        return None
    if groups.get("a") and not _people(line.tape.at(match.start("a")), line):
        return None
    middle = groups.get("mid") or ""
    end = match.end() if groups.get("who") or groups.get("a") else place + 1
    share, stop = _share(line, clause, place, end)
    return Headcount(
        count=number,
        place=place,
        stretch=Stretch(place, end),
        span=line.tape.span(place, stop),
        share=share,
        whose=whose(line, place, match.end()),
        own=bool(_OWN.search(middle)),
        noun=groups.get("who") or "",
    )


def _fixed(rule: Pattern) -> Count | None:
    """The number that the words of a rule mean without a figure."""
    return Count.of(2) if rule is AND_HE else Count.of(1) if rule in ONE else None


_OWN = re.compile(r"\b(?:its|their|our)\b")


def _number(line: Line, place: int) -> Count | None:
    number = line.tape.at(place)
    if not isinstance(number, Number):
        return None
    said = number.span.shift(-line.sentence.span.start).of(line.sentence.text)
    high = number.count.high if said.lower().startswith("as many as") else None
    return Count.of(high) if high else number.count


def _people(annotation: object, line: Line) -> bool:
    """Whether a name after a number means people: "31 Ukrainians" but not "31 Ukrainian"."""
    if not isinstance(annotation, Name):
        return False
    words = annotation.span.shift(-line.sentence.span.start).of(line.sentence.text)
    if annotation.detail == "armed_group":
        return words.lower().endswith(("taliban", "houthis"))
    if annotation.form is not Form.DEMONYM:
        return False
    after = annotation.span.end - line.sentence.span.start
    return words.endswith(("s", "ese")) or bool(_NO_NOUN.match(line.sentence.text, after))


_NO_NOUN = re.compile(
    r"\s*(?:[,.;)]|\Z|(?:and|in|who|from|for|to|on|held|was|were|serving|jailed|imprisoned|had)\b)"
)


_OURS_FOR_THEIRS = pattern(
    r" of (?:ours|our (?:own|people|men)) (?:for|against) (?P<n>{count}) of (?:theirs|their \w+)"
)


def _share(line: Line, clause: Stretch, place: int, end: int) -> tuple[Share, int]:
    """How the headcount is shared, and where the words that say so end."""
    swapped = _OURS_FOR_THEIRS.match(line.text, place + 1)
    if swapped and _number(line, swapped.start("n")) == _number(line, place):
        return Share.EACH, swapped.end()
    after = EACH_NEXT.match(line.text, end, clause.end) or EACH_LATER.match(
        line.text, end, clause.end
    )
    if after:
        return Share.EACH, after.end()
    if EACH_FIRST.search(line.text, max(clause.start, place - 60), place):
        return Share.EACH, end
    both = BOTH_NEXT.match(line.text, end, clause.end)
    return (Share.BOTH, both.end()) if both else (Share.PLAIN, end)
