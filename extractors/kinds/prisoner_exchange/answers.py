"""The other side's figure, where one side's was told: "and Moscow 150", "while 88 men went the
other way", "for ten Americans", "In return, A let 60 go".

It stands in the rest of the sentence or in the next one. Whose it is is left to answer_sides.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from extractors.claims import Claim
from extractors.fact import Status
from extractors.kinds.prisoner_exchange import words
from extractors.kinds.prisoner_exchange.answer_sides import (
    OTHER,
    OTHER_WAY,
    Answer,
    Told,
    Where,
    is_theirs,
)
from extractors.kinds.prisoner_exchange.counts import all_counts
from extractors.kinds.prisoner_exchange.dealing import dealing
from extractors.kinds.prisoner_exchange.exchange import fields_of
from extractors.kinds.prisoner_exchange.same_number import sentences_back
from extractors.kinds.prisoner_exchange.sameness import days_agree
from extractors.parsing.called import LAST_NAMES
from extractors.parsing.dates import DateMention
from extractors.parsing.document import Document
from extractors.parsing.headcounts import Share
from extractors.parsing.line import Line, Side
from extractors.parsing.status import Stretch
from extractors.values import Count, Span, date_end


def with_answers(
    document: Document, line: Line, claims: Sequence[Claim], new: Sequence[Claim]
) -> list[Claim]:
    """The claims, where those of one side's people get the figure of the other side from a
    sentence; one of which the sentence tells the other half in words not read is no claim.

    `new` are those that were read from the sentence itself.
    """
    found = list(claims)
    here = [one for one in found if one.span.end == line.sentence.span.end]
    counted = [one for one in here if _is_counted(one)]
    for claim in counted or found[-1:]:
        told = _told(document, claim)
        far = any(map(_is_counted, new)) or sentences_back(document, found, line) != 1
        if told is None or (not counted and far):
            continue
        where = _where(line, claim, counted)
        if answer := _answer(line, told, where):
            whole = _with_figure(line, told, answer)
            found = [whole if one is claim else one for one in found]
        elif claim.span == line.sentence.span and _is_left_open(line, where, claim):
            found = [one for one in found if one is not claim]
    return found


def _is_counted(claim: Claim) -> bool:
    return bool(fields_of(claim).returned or fields_of(claim).total)


def _told(document: Document, claim: Claim) -> Told | None:
    fields = fields_of(claim)
    if len(fields.returned or ()) != 1 or len(fields.parties) != 2 or fields.formula:
        return None
    one, other = fields.parties
    deal = dealing(document, (_side(claim, one), _side(claim, other)), ())
    missing = [actor for actor in deal.people if actor not in (fields.returned or {})]
    return Told(claim, deal, missing[0]) if len(missing) == 1 else None


def _side(claim: Claim, actor: str) -> Side:
    ground = claim.grounding.get(f"parties.{actor}")
    return Side(actor=actor, span=ground if isinstance(ground, Span) else claim.span)


def _where(line: Line, claim: Claim, counted: Sequence[Claim]) -> Where:
    """From the figure before that of a claim to the figure behind it; the whole of the next
    sentence."""
    if claim not in counted:
        return Where(None, 0, len(line.text))
    own = min(_places(line, [claim]), default=0)
    others = [place for place in _places(line, counted) if place != own]
    before = max((place + 1 for place in others if place < own), default=0)
    behind = min((place for place in others if place > own), default=len(line.text))
    return Where(own, before, behind)


def _places(line: Line, claims: Sequence[Claim]) -> Iterator[int]:
    """Where the figures of claims stand in their sentence."""
    for claim in claims:
        for field, ground in claim.grounding.items():
            figure = field.startswith(("returned.", "total"))
            if figure and isinstance(ground, Span) and line.sentence.span.overlaps(ground):
                yield line.tape.place(ground.start)


def _answer(line: Line, told: Told, where: Where) -> Answer | None:
    """The only figure of a stretch that the words give to the other side."""
    if where.own is None and (_APART.search(line.text) or words.REMAINS.search(line.text)):
        return None
    found = [
        one
        for one in _figures(line, where)
        if not _is_part(line, one) and is_theirs(line, one, told, where)
    ]
    if len(found) != 1 or _is_of_other_day(line, found[0], told, where):
        return None
    return found[0]


def _is_left_open(line: Line, where: Where, claim: Claim) -> bool:
    """Whether a sentence tells against whom, or how many the other way, in words not read."""
    told = _FOR_SOME.finditer(line.tape.cased, where.start, where.end)
    other_way = OTHER_WAY.search(line.text, where.start, where.end)
    if other_way is not None or any(match.end() - 1 != where.own for match in told):
        return True
    done = claim.status in (Status.COMPLETED, Status.ONGOING)
    return done and where.start == 0 and _FOR_ITS_PART.match(line.text) is not None


#: What is told of people against others, whether they are counted or named; on the cased tape.
_FOR_SOME = re.compile(
    r"\b(?:[Ii]n (?:exchange|return) for|(?:swapped|exchanged|traded)\b[^.;,]{0,30} (?:for|with))"
    r" (?:(?!(?:of|maps|the)\b)[a-z\ue005'-]+ ){0,3}?[A-Z\ue000\ue006]"
)


#: What answers something that was told before.
_FOR_ITS_PART = re.compile(r"\W{0,3}(?:the )?\ue005,? (?:for its part|in turn|in return),?")


def _figures(line: Line, where: Where) -> Iterator[Answer]:
    """The counts of people of a stretch, and the bare numbers that can be such."""
    for one in all_counts(line, Stretch(0, len(line.text))):
        if one.share is Share.PLAIN and where.holds(one.place):
            yield Answer(one.count, one.place, one.stretch.end, one.whose)
    yield from _called(line, where)


def _called(line: Line, where: Where) -> Iterator[Answer]:
    """ "Alexander Vinnik, jailed in California, went the other way"."""
    for way in _WENT.finditer(line.text, where.start, where.end):
        start = max(where.start, way.start() - _FAR)
        if named := LAST_NAMES.search(line.tape.cased, start, way.start()):
            count = Count.of(len(_LINK.split(named["n"])))
            yield Answer(count, named.start("n"), named.end("n"), None)


_WENT = re.compile(
    r"(?:, [^.;,]{2,90},)? (?:went|flew|travell?ed|was (?:sent|flown)|headed|crossed)"
    rf" (?:in )?{OTHER}"
)
_LINK = re.compile(r",? and |, ")
_FAR = 90  # places before the words of a road in which those who went it are named
#: "including ten civilians", "ten of them": parts of what was told.
_PART = re.compile(
    r"\b(?:including|among|of|along with|together with|besides|comprising|aged|under|over)"
    r" (?:[\w-]+ ){0,2}\Z"
)
_OF_THEM = re.compile(r"(?: [\w-]+){0,2} (?:of (?:them|whom|those|these)|among them|aged)\b")


def _is_part(line: Line, one: Answer) -> bool:
    near = line.text, max(0, one.place - 40), one.place
    return bool(_PART.search(*near) or _OF_THEM.match(line.text, one.place + 1))


_APART = re.compile(
    r"\b(?:last time|previous(?:ly)?|earlier|so far|since|(?:in|a) total|altogether|will|would|ago"
    r"|if|before|still|holds?|held|killed|wounded|dead|died|missing|bodies|captured|remain\w*"
    r"|list(?:s|ed)?|asked|demand\w*|want\w*|hop(?:e|es|ed)|could|may|might|not|never|no)\b"
)


def _is_of_other_day(line: Line, one: Answer, told: Told, where: Where) -> bool:
    """ "In April, Moscow got 150", "and received 150 last month": of another exchange."""
    start = one.place if where.own is not None else 0
    days = [day for _, day in line.tape.annotations(start) if isinstance(day, DateMention)]
    if told.claim.date is None:
        return not all(_is_of_news(told.deal.document, day) for day in days)
    return not all(days_agree(day.edtf, told.claim.date) for day in days)


_NEWS = timedelta(days=4)  # before publication: of what an undated report tells


def _is_of_news(document: Document, day: DateMention) -> bool:
    told, published = date_end(day.edtf), document.article.published_on
    return told is None or published is None or published - _NEWS <= told <= published


def _with_figure(line: Line, told: Told, one: Answer) -> Claim:
    """The claim with the other side's figure, under their nation's name where one is told."""
    fields = fields_of(told.claim)
    known = fields.returned or {}
    whose = one.whose if one.whose and one.whose not in known else told.missing
    span = line.tape.span(one.place, one.end)
    return told.claim.model_copy(
        update={
            "fields": fields.model_copy(update={"returned": {**known, whose: one.figure}}),
            "grounding": {**told.claim.grounding, f"returned.{whose}": span},
            "span": told.claim.span.hull(line.sentence.span),
        }
    )
