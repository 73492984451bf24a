"""Figures of people who have been brought back so far, as a sentence gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, islice
from typing import NamedTuple

from extractors.kinds.captives_returned import words
from extractors.kinds.captives_returned.figures import figure_at
from extractors.kinds.captives_returned.frames import AGAIN, BESIDE, FRAMES, SHARED
from extractors.parsing.dates import DateMention
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.numbers import Number
from extractors.parsing.patterns import Rules
from extractors.parsing.status import Stretch
from extractors.values import Count

_MOST = 8  # figures of one wording in a sentence: bounds the work on hostile text
BY_IT = "beside a total"
_SUMS = ("brings the total to", "brings to so many", "the number stands at", "listed", "of whom")


class Total(NamedTuple):
    """A figure and the words that make it a running total."""

    line: Line
    clause: Stretch
    place: int  # of the figure on the tape
    stretch: Stretch
    figure: Count
    frame: str


_FRAMES = Rules(FRAMES)


def totals_in(document: Document, line: Line) -> tuple[Total, ...]:
    """The running totals of a sentence, each figure once."""
    found: dict[int, Total] = {}
    for name, rule in _FRAMES.live(line.text):
        for match in islice(rule.finditer(line.text), _MOST):
            total = _total(line, name, match)
            if total and total.place not in found and _holds(document, total):
                found[total.place] = total
    for total in tuple(found.values()):
        for more in _sharing(line, total):
            found.setdefault(more.place, more)
    return tuple(found[place] for place in sorted(found))


def told_again(line: Line) -> Total | None:
    """ "In 2024 the number was 1,358", after a total of another time."""
    match = AGAIN.match(line.text)
    number = line.tape.at(match.start("n")) if match else None
    if match is None or not isinstance(number, Number):
        return None
    stretch = Stretch(match.start("n"), match.end())
    return Total(line, line.clause(stretch.start), stretch.start, stretch, number.count, BY_IT)


def _sharing(line: Line, total: Total) -> Iterator[Total]:
    """The figures of another time that are told beside a total, of the same people."""
    for rule in SHARED:
        match = rule.match(line.text, total.stretch.end)
        number = line.tape.at(match.start("n")) if match else None
        if match and isinstance(number, Number) and not number.ordinal:
            clause = line.clause(match.start("n"))
            stretch = Stretch(match.start("n"), match.end())
            yield Total(line, clause, match.start("n"), stretch, number.count, BY_IT)


def _total(line: Line, frame: str, match: re.Match[str]) -> Total | None:
    place = match.start("n")
    number = line.tape.at(place)
    if not isinstance(number, Number) or number.ordinal or number.age:
        return None
    if words.OTHER_THINGS.match(line.text, place + 1):
        return None
    start = place if frame == BESIDE else match.start()
    stretch, figure = Stretch(start, match.end()), figure_at(line, place, number)
    first, last = line.clause(stretch.start), line.clause(stretch.end - 1)
    return Total(line, Stretch(first.start, last.end), place, stretch, figure, frame)


def _holds(document: Document, total: Total) -> bool:
    """Whether people were held, have come back, and are summed up over time."""
    text = total.line.text
    around = Stretch(max(0, total.stretch.start - 30), min(len(text), total.stretch.end + 12))
    part = _is_part(total) and total.frame != "of whom"
    if words.DEAD.search(text, *around) or part or _is_of_each(total):
        return False
    if _OF_WHICH.search(text, total.place, total.stretch.end):
        return False
    if total.frame != "of whom" and _OF_ALL.search(text, 0, total.place):
        return False
    if total.frame in _SUMS and _adds_up_here(total):
        return False
    said = max(total.clause.start, total.place - 60)
    if total.frame.startswith("brings"):  # "more are expected, bringing the total to"
        said = max(0, total.stretch.start - 80)
    if words.NOT_YET.search(text, said, total.stretch.end):
        return False
    if words.DENIED.search(text, 0, total.place):
        return False
    if not _of_captives(document, total) or _is_only_named(total):
        return False
    return total.frame in _SUMS or _is_summed(document, total)


#: "Of the 251 people abducted", "1,345 of the 19,500": those of whom only some came back.
_OF_ALL = re.compile(r"(?:\A\W{0,2}|\ue000 |, )of (?:the|some|about|those) \Z")
#: "took 19,000, of which fewer than 400 have been returned": the latter have.
_OF_WHICH = re.compile(
    r",? of (?:which|whom|them) (?:only |just )?\ue000"
    r"|, (?:only |just )?\ue000 of (?:which|whom|them)\b"
)


def _adds_up_here(total: Total) -> bool:
    """ "A freed 16 and B eight, bringing the total to 24": of one exchange."""
    counts = [
        one.count.best or 0
        for place, one in total.line.tape.annotations(0, total.place)
        if isinstance(one, Number) and not (one.ordinal or one.age)
    ]
    sums = {one + other for one, other in combinations(counts[:_MOST], 2)}
    if _EACH_SIDE.search(total.line.text, 0, total.place):
        sums |= {2 * one for one in counts[:_MOST]}  # "each side freed 95, bringing it to 190"
    return total.figure.best in sums


_EACH_SIDE = re.compile(r"\b(?:each|apiece)\b")


def _is_only_named(total: Total) -> bool:
    """ "The deal involves the release of 33": a noun without a deed."""
    text, start = total.line.text, total.stretch.start
    noun = _NOUN.match(text, start)
    return noun is not None and _DEED.search(text, max(0, start - 80), start) is None


_NOUN = re.compile(
    r"(?:return|release|releasing|freeing|exchange|freedom|repatriation)(?: and \w+)? of\b"
)
_DEED = re.compile(
    r"\b(?:secured?|achieved|facilitated|led to|resulted in|allowed|enabled|ensured|helped|mediated"
    r"|brokered|has|have|had|saw|seen|completed|carried out|negotiated|made possible|included)\b"
)
_PART = re.compile(
    r"\b(?:including|among them|of whom|of them|along with|as well as|latest|today"
    r"|on \ue004),? \Z"
)


def _is_part(total: Total) -> bool:
    text = total.line.text
    if _WITH_THOSE.match(text, 0, total.place):
        return False
    return bool(_PART.search(text, max(0, total.place - 14), total.place))


def _is_of_each(total: Total) -> bool:
    """ "They had each released 270 so far": a day's exchange, and no sum of both."""
    text = total.line.text
    if words.OF_ONE.search(text, 0, total.place) and (total.figure.best or 0) <= _IN_DAYS:
        return True
    after = _EACH.match(text, total.stretch.end) or _EACH.match(text, total.place + 1)
    return (
        bool(after or text.endswith("each ", 0, total.stretch.start))
        or " each " in (text[total.stretch.start : total.place])
    )


_EACH = re.compile(r"[^.;,\ue000]{0,30} (?:each|apiece)\b")
_MOST_EVER = 100_000  # more people than any war has seen exchanged
_MOST_CAPTIVES = 20_000  # so many people come home only as refugees


def _of_captives(document: Document, total: Total) -> bool:
    """Whether people who were held are meant: said nearby, or of few where the article has them."""
    if (total.figure.best or total.figure.low or 0) > _MOST_EVER:
        return False
    if any(words.CAPTIVITY.search(line.text) for line in _near(document, total.line)):
        return True
    few = (total.figure.best or total.figure.low or 0) < _MOST_CAPTIVES
    return few and any(words.CAPTIVITY.search(line.text) for line in document.lines)


def _near(document: Document, line: Line) -> Iterator[Line]:
    """The sentence and the two before it in its paragraph."""
    rank = line.sentence.rank
    for near in document.lines[max(0, rank - 2) : rank + 1]:
        if near.sentence.paragraph == line.sentence.paragraph:
            yield near


def _is_of_the_year(document: Document, total: Total) -> bool:
    """ "1,358 were freed in 2024", told in that year or the next."""
    published = document.article.published_on
    if published is None or (total.figure.best or total.figure.high or 0) <= _MANY:
        return False
    years = {str(published.year), str(published.year - 1)}
    return any(
        isinstance(one, DateMention)
        and one.edtf in years
        and (
            total.line.text.endswith(("in ", "during "), 0, place)
            or _is_this_year(total.line, place)
        )
        for place, one in total.line.tape.annotations(*total.clause)
    )


def _is_this_year(line: Line, place: int) -> bool:
    """ "This year", which does not number one exchange: "the sixth such transfer this year"."""
    numbered = words.NO_SUM.search(line.text, max(0, place - 70), place)
    return line.tape.words(place, place + 1).lower() == "this year" and not numbered


_IN_DAYS = 2000  # people who were freed in one exchange of several days
_NO_ONE_EXCHANGE = 1500  # people who have come home in many exchanges
_MANY = 100  # people whom one report of a year counts


def _is_summed(document: Document, total: Total) -> bool:
    """Whether the sentence sums up over time, and does not tell of one day's exchange."""
    line, reach = total.line, _reach(total)
    with_those = _WITH_THOSE.match(line.text, 0, total.place)
    told = Stretch(with_those.end() if with_those else total.clause.start, total.clause.end)
    for place, mention in line.tape.annotations(*told):
        if not isinstance(mention, DateMention) or mention.role != "at":
            continue
        if len(mention.edtf) in (7, 10) and not _dates_the_sum(line, place):
            return False
    if _is_of_the_year(document, total):
        return True
    if words.TOTAL.search(line.text, *reach):
        return True
    outside = words.OUTSIDE.search(line.text, *reach)
    if outside and (total.figure.low or 0) > _MANY and not _of_others(line, total, outside.start()):
        return True
    many = (
        total.frame in ("has freed", "have come back")
        and (total.figure.low or 0) >= _NO_ONE_EXCHANGE
    )
    if many and words.PERFECT.search(line.text, *reach):
        return True
    if words.SO_FAR.search(line.text) and words.PERFECT.search(line.text, *reach):
        return True
    if words.IN_ALL.search(line.text, *reach) and words.PERFECT.search(line.text, *reach):
        return True
    return any(
        not words.NO_SUM.search(line.text, max(0, match.start() - 70), match.start())
        for match in words.SINCE_START.finditer(line.text, *reach)
    )


def _of_others(line: Line, total: Total, place: int) -> bool:
    """ "277 came home, of whom 31 were released outside the exchange": the latter were."""
    between = line.tape.annotations(total.place + 1, place)
    return any(isinstance(one, Number) and not one.ordinal for _, one in between)


#: "Including Saturday's three, 19 have been freed so far": no day of the sum.
_WITH_THOSE = re.compile(
    r"\W{0,2}(?:including|counting|with|after|following|adding)(?: [^\s.;,]{1,20}){1,8}, "
)


def _reach(total: Total) -> Stretch:
    """The clause with what follows it to tell the time, and what comes before a short subject."""
    start, end = total.clause
    text = total.line.text
    if start < _NEAR_START and (_OPENS.match(text) or _OVERALL.search(text, 0, start)):
        start = 0
    for part in total.line.clauses:
        if part.start == end and _TIME.match(total.line.text, part.start):
            end = part.end
    return Stretch(start, end)


_NEAR_START = 120  # places within which the opening words still tell the time
_OVERALL = re.compile(r"\b(?:overall|altogether|in all|in total),")
_OPENS = re.compile(
    r"\W{0,2}(?:in total|in all|since|from the|so far|overall|altogether|under|as of|to date)\b"
)
_TIME = re.compile(r"\W{0,3}(?:since|so far|in \ue000|as part|under|during|from the start)\b")
_OF_SUM = re.compile(
    r"\b(?:since|as of|invasion|war|began|started|start|beginning|said|reported|announced|told"
    r"|on telegram)\b[^.;]{0,90}\Z"
)


def _dates_the_sum(line: Line, place: int) -> bool:
    """Whether a day is that of the count, of the saying or of the war's beginning."""
    return bool(_OF_SUM.search(line.text, max(0, place - 110), place))
