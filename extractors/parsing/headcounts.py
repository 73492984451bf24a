"""How many people, and whose: "250 from each side", "31 Ukrainians", "15 of its soldiers".

Which deed the people belong to is left to the kinds.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import islice

from extractors.parsing.called import Called, called_with, read_called
from extractors.parsing.headcount_words import (
    AND_HE,
    BOTH_NEXT,
    COUNTED,
    EACH_FIRST,
    EACH_LATER,
    EACH_NEXT,
    KIN,
    ONE,
)
from extractors.parsing.lexicon import LEXICON
from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form, NameType
from extractors.parsing.numbers import Number
from extractors.parsing.patterns import Pattern
from extractors.parsing.status import Stretch
from extractors.parsing.tape import SIGNS, pattern
from extractors.values import Count, Qualifier, Span, Value


class Share(StrEnum):
    """How a headcount is to be shared out between the sides."""

    EACH = "each"
    BOTH = "both"  # said of both sides together: a sum, unless something else says otherwise
    PLAIN = "plain"


class Headcount(Value):
    """A count of people with the words around it."""

    count: Count
    place: int  # of the number's sign on the tape
    stretch: Stretch  # number and noun on the tape
    span: Span  # number, noun and sharing words in the article
    share: Share
    whose: str | None  # the actor that the words themselves name as theirs: "31 Ukrainians"
    own: bool  # "of its soldiers", "our people"
    noun: str  # on the tape; empty for "250 each"


@lru_cache(maxsize=32)  # a clause is asked about by several rules after each other
def read_headcounts(line: Line, clause: Stretch) -> tuple[Headcount, ...]:
    """The counts of people in a clause, in order; parts of a count that was given are left out.

    "185 servicemen and 20 civilians" is one count of 205.
    """
    found: dict[int, Headcount] = {}
    counted = COUNTED if SIGNS["count"] in line.text[clause.start : clause.end] else ()
    for rule in (*counted, *ONE, AND_HE):
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
    return tuple(_added_up(line, [one for one in ordered if not _part(line, clause, one)]))


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
        whose=_whose(line, called.start, start) or _apposed(line, end),
        own=False,
        noun="",
    )


_APPOSED = pattern(r", (?:an?|the|another) (?:(?!or\b)[\w'-]+ ){0,2}?(?P<a>{actor})(?!'s|-{actor})")


def _apposed(line: Line, end: int) -> str | None:
    """ "Khan Mohammed, an Afghan": the nation told behind a name; of two nations, neither."""
    match = _APPOSED.match(line.text, end)
    name = line.tape.at(match.start("a")) if match else None
    return name.actor if isinstance(name, Name) and name.form is Form.DEMONYM else None


_PART = pattern(
    r"\b(?:(?:including|(?<!which )(?<!exchange )(?<!swap )(?<!deal )includ(?:es|ed|e)"
    r"(?! (?:the|an?) (?:release|exchange|return|swap|freeing)\b)|among (?:them|whom)(?!,)"
    r"|compris\w+|made up of|consist\w+ of|such as|along with|together with|of (?:those|these)"
    r"|of the"
    r" (?:{count}|freed|released|returned|returnees|prisoners|hostages|captives|detainees|group"
    r"|men|women|number|total|rest|first|original|others))"
    r"(?![\w])"
    r"(?:(?!\bin (?:exchange|return|which)\b|\bwher"
    r"|{actor} (?:has |had )?(?:freed|released|handed|received|got|brought)\b)[^;]){0,40}"
    r"|of (?:them|whom)\b(?:(?!\bin (?:exchange|return)\b)[^;{actor}]){0,40})\Z"
)
#: "Five Thais were among the eight hostages": the eight are not all told of.
_AMONG_THE = re.compile(r"\b(?:was|were|is|are) among the (?:first |other )?\Z")
#: "50 of the 240 hostages it holds": the 240 are those of whom the 50 are some.
_WHOLE_OF_SOME = re.compile(r"\ue000 of the \Z")
_BESIDES = re.compile(r"\b(?:along|together) with[^;.]{0,60} \Z")
_OF_A_LIST = re.compile(
    r"\b(?:lists?|names?|files?|bodies|remains|mother|father|parents?) (?:of|with|for)"
    r"(?: \w+){0,3} \Z"
)
_BODIES_BEFORE = pattern(r"\b{bodies}(?: [\w']+){0,3} \Z", LEXICON)
_DEAD = re.compile(r"\b(?:fallen|dead|deceased|slain|murdered)\b")
_TAKEN = re.compile(
    r" (?:were|was|are|is|had been|have been|has been) (?:still |also )?"
    r"(?:dragged|seized|captured|abducted"
    r"|taken|kidnapped|arrested|held|killed|wounded|missing|in captivity|on trial)\b"
    r"| among (?:them|those)\b"
    r"| (?:gathered|watched|waited|cheered|wept|protested|marched|rallied|attended|fled)\b"
)
_OF_THEM = re.compile(
    rf"(?: (?!{KIN}\b)\w+)? (?:of|among) (?:the|them|those|these)\b(?! (?:original |first "
    rf"|initial )?\ue000)"
    r"(?! (?:\w+ ){0,2}(?:army|government|military|\ue005))| of (?:his|her)\b"
)


def _part(line: Line, clause: Stretch, one: Headcount) -> bool:
    """Whether a count breaks down another ("…, including 15 Saudis") or counts bodies."""
    before = max(clause.start - 12, one.place - 80, 0)
    rules = (_PART, _OF_A_LIST, _BODIES_BEFORE, _AMONG_THE, _WHOLE_OF_SOME)
    if called_with(line, one.place):
        return False
    if one.whose and _BESIDES.search(line.text, before, one.place):
        return False
    return (
        any(rule.search(line.text, before, one.place) for rule in rules)
        or bool(_DEAD.search(line.text, *one.stretch))
        or _ends_a_list(line, clause, one)
        or bool(_OF_THEM.match(line.text, one.place + 1))
        or bool(_TAKEN.match(line.text, one.stretch.end))
    )


def _ends_a_list(line: Line, clause: Stretch, one: Headcount) -> bool:
    """ "Soldiers, border guards and four civilians": the others are not counted."""
    start = 0 if line.text.startswith("and ", clause.start) else clause.start
    if line.text.find(SIGNS["count"], start, one.place) >= 0:
        return False
    return _LIST.search(line.text, max(start, one.place - _FAR), one.place) is not None


_FAR = 300  # places in which a list may stand before its last number


_LIST = pattern(
    r"\b{captives}(?: of (?:the )?[^.;,]{1,50})?(?:, [^.;,]{1,50}){0,4}"
    r",?(?: and| as well as| plus) \Z",
    LEXICON,
)


def _added_up(line: Line, headcounts: Sequence[Headcount]) -> Iterator[Headcount]:
    total: Headcount | None = None
    for one in _without_parts(line, headcounts):
        if total and _continues(line, total, one):
            total = _sum(total, one)
            continue
        if total:
            yield total
        total = one
    if total:
        yield total


def _without_parts(line: Line, headcounts: Sequence[Headcount]) -> Sequence[Headcount]:
    """ "Eight children, four girls and four boys": the parts of a sum are told with it."""
    for number, whole in enumerate(headcounts):
        parts = headcounts[number + 1 : number + 3]
        listed = len(parts) == 2 and line.text.startswith(", ", whole.stretch.end)
        near = listed and parts[0].place == whole.stretch.end + 2
        if near and whole.count.best == sum(part.count.best or 0 for part in parts):
            return [one for one in headcounts if one not in parts]
    return headcounts


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
    return exact and alike and named and not opposed and bool(_AND.fullmatch(between))


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
        whose=_whose(line, place, match.end()),
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


_CAPTOR = re.compile(
    r"(?:-held|-controlled|-run|-occupied|'s)? (?:captivity|jails?|prisons?|custody"
    r"|detention)\b|-held"
)


_BY = re.compile(r"\bby (?:the )?\Z")


#: "the German-Russian businessman": which of the two he comes home to is not said.
_OF_TWO_NATIONS = re.compile(r".{0,2}?\ue005-\ue005")


def _whose(line: Line, start: int, end: int) -> str | None:
    """The actor whose people the words name: "90 Palestinian prisoners"; a captor is not it."""
    for place, name in line.names(NameType.ACTOR, start, end):
        if _OF_TWO_NATIONS.match(line.text, max(0, place - 2)):
            continue
        holder = _CAPTOR.match(line.text, place + 1) or _BY.search(line.text, start, place)
        if not holder and name.form in (Form.DEMONYM, Form.NAME, Form.AUTHORITY):
            return None if _AND_OTHERS.match(line.text, place + 1) else name.actor
    forces = _OF_FORCES.match(line.text, end)
    state = line.tape.at(forces.start("a")) if forces else None
    return state.actor if isinstance(state, Name) else None


#: "205 prisoners of war of the armed forces of Ukraine": the army's own, whoever holds them.
_OF_FORCES = pattern(
    r"(?: of war)? of the (?:(?:armed forces|army|military) of (?:the )?(?P<a>{actor}))"
)


#: "500 Russian and Ukrainian prisoners": of both.
_AND_OTHERS = pattern(r" and {actor} {captives}\b", LEXICON)
