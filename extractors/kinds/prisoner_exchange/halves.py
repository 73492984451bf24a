"""Halves of one exchange, told apart: "A freed 31 while B freed 15", "In return, B freed 15"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.claims import Claim
from extractors.kinds.prisoner_exchange import words
from extractors.kinds.prisoner_exchange.exchange import fields_of
from extractors.kinds.prisoner_exchange.same_number import (
    FAR,
    SAME_NUMBER,
    one_way,
    sentences_back,
    with_same_number,
)
from extractors.kinds.prisoner_exchange.sameness import adjoining, marks, stage
from extractors.parsing.document import Document
from extractors.parsing.headcounts import Share, read_headcounts
from extractors.parsing.line import Line
from extractors.parsing.scenes import mediators_in
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern
from extractors.values import Span

_RETURN_OPENS = re.compile(
    r"\A\W{0,3}(?:in (?:exchange|return)\b|for its part|in a reciprocal \w+|in turn,"
    r"|(?:the )?\ue005(?:,? in turn,?|,? for its part,?|,? in response,?) )"
    r"|\bin (?:exchange|return)(?= ?[,:.;–—-]|\Z)"
)
_ALSO = re.compile(r"\b(?:also|another|further|in addition|additionally|separately|meanwhile)\b")
_A_DAY_AFTER = pattern(
    r"\b(?:{duration}|(?:a|one|{count}) (?:day|week|month)s?) (?:after|before)\b"
)
_FOR_THOSE = pattern(
    r"\bin (?:exchange|return) for (?:the|those|these) (?:hostages|captives|prisoners|detainees"
    r"|soldiers)(?=[,.;]|\Z)"
)
_IN_ADDITION = re.compile(r"\W{0,2}(?:in addition|additionally|besides|as well as that)\b")
_TOO = re.compile(r",? (?:too|also)\b")


def with_halves(
    document: Document, line: Line, claims: Sequence[Claim], new: Sequence[Claim]
) -> list[Claim]:
    """Claims so far and a sentence's, where two halves of one exchange become one claim.

    "A freed 31 while B freed 15", "In return, B freed 15", "and B got the same number".
    """
    joined = list(claims)
    if joined and sentences_back(document, joined, line) == 1:
        helped = _mediated(joined[-1], line)
        if helped != joined[-1] and not any(marks(claim) for claim in new):
            return [*joined[:-1], helped]
    if not new and joined and sentences_back(document, joined, line) <= _NEXT:
        joined = [*joined[:-1], _with_each(document, joined[-1], line)]
        if words.REMAINS.search(line.text):
            return joined
    for index, claim in enumerate(new):
        joined = _with_claim(document, line, joined, claim, first=index == 0)
    return with_same_number(document, joined, line)


def _with_claim(
    document: Document, line: Line, claims: Sequence[Claim], claim: Claim, *, first: bool
) -> list[Claim]:
    """The claims with one more of a sentence, which may be the other half of one that was told."""
    joined = list(claims)
    goes_on = bool(_RETURN_OPENS.search(line.text))
    last = _last_counted(joined) if goes_on else len(joined) - 1
    if joined and goes_on:
        joined[last] = _as_half(document, joined[last], claim)
    if joined and _is_added(joined[-1], claim, line):
        return joined
    if (answered := _answered(joined, claim, line)) is not None:
        joined[answered] = whole(joined[answered], claim)
        return joined
    near = _is_near(document, line, joined, claim, first=first)
    if _TOO.search(line.text) and (half := _as_many(joined, claim)) is not None:
        joined[half] = whole(joined[half], claim)
    elif joined and near and _halves(joined[last], claim) and not _two_way(claim):
        joined[last] = whole(joined[last], claim)
    else:
        joined.append(claim)
    return joined


def _answered(claims: Sequence[Claim], claim: Claim, line: Line) -> int | None:
    """ "Israel is releasing 2,000 in exchange for the hostages": which claim told of those."""
    if not (_FOR_THOSE.search(line.text) and one_way(claim)):
        return None
    for number in range(len(claims) - 1, -1, -1):
        one = claims[number]
        alike = set(fields_of(one).parties) == set(fields_of(claim).parties)
        if alike and one.status is claim.status and one_way(one) and _halves(one, claim):
            return number
    return None


def _is_near(
    document: Document, line: Line, claims: Sequence[Claim], claim: Claim, *, first: bool
) -> bool:
    """Whether a claim stands so close to the last one that it may be its other half."""
    return (
        (not first and not _A_DAY_AFTER.search(line.text))
        or (bool(_RETURN_OPENS.search(line.text)) and sentences_back(document, claims, line) <= FAR)
        or _is_answer(document, claims, line, claim)
        or bool(words.THEY.search(line.text) and fields_of(claim).returned)
    )


def _as_half(document: Document, told: Claim, answer: Claim) -> Claim:
    """ "The group freed 100. In exchange, Damascus released 97 of its members": the 100 are
    those of the other side."""
    mine, theirs = fields_of(told), fields_of(answer)
    if mine.returned or mine.total is None or len(theirs.returned or ()) != 1:
        return told
    if len(mine.parties) != 2 or mine.parties != theirs.parties:
        return told
    one, other = mine.parties
    people = [document.people_of(one, other), document.people_of(other, one)]
    rest = [actor for actor in people if actor not in (theirs.returned or {})]
    if len(rest) != 1:
        return told
    grounding = dict(told.grounding)
    grounding[f"returned.{rest[0]}"] = grounding.pop("total")
    update = {"returned": {rest[0]: mine.total}, "total": None}
    return told.model_copy(
        update={"fields": mine.model_copy(update=update), "grounding": grounding}
    )


_NEXT = 1  # sentences within which a figure without a deed belongs to the exchange told before


def _with_each(document: Document, claim: Claim, line: Line) -> Claim:
    """ "The number would be at least 1,000 from each side": the figure of the exchange before."""
    fields = fields_of(claim)
    counts = read_headcounts(line, Stretch(0, len(line.text)))
    each = [count for count in counts if count.share is Share.EACH]
    stated = fields.returned or fields.total or fields.formula
    if stated or len(each) != 1 or len(fields.parties) != 2 or words.REMAINS.search(line.text):
        return claim
    one, other = fields.parties
    people = (document.people_of(one, other), document.people_of(other, one))
    update = {"returned": dict.fromkeys(people, each[0].count)}
    ground = {f"returned.{actor}": each[0].span for actor in people}
    near = adjoining(claim.span, line.sentence.span)
    return claim.model_copy(
        update={
            "fields": fields.model_copy(update=update),
            "grounding": {**claim.grounding, **ground},
            "span": claim.span.hull(line.sentence.span) if near else claim.span,
        }
    )


def _last_counted(claims: Sequence[Claim]) -> int:
    """The last claim that has figures, to which "in return" answers."""
    counted = (number for number, one in enumerate(claims) if fields_of(one).returned)
    return max(counted, default=len(claims) - 1)


def _is_added(told: Claim, claim: Claim, line: Line) -> bool:
    """ "In addition, 20 civilians were returned": of the exchange told before, by FACTS.md.

    Known gap: its figure is not raised by theirs, since other mentions give it without them.
    """
    mine, theirs = fields_of(told), fields_of(claim)
    return (
        bool(_IN_ADDITION.match(line.text))
        and theirs.categories == ("civilian",)
        and one_way(claim)
        and set(theirs.returned or {}) <= set(mine.returned or {})
        and stage(told.status) == stage(claim.status)
        and claim.date in (None, told.date)
    )


def _is_answer(document: Document, claims: Sequence[Claim], line: Line, claim: Claim) -> bool:
    """The next sentence tells the other half, by the same status and no other day."""
    return (
        bool(claims)
        and sentences_back(document, claims, line) == 1
        and (claim.date is None or claim.date == claims[-1].date)
        and SAME_NUMBER.search(line.text) is None
        and set(fields_of(claim).parties) == set(fields_of(claims[-1]).parties)
        and one_way(claims[-1]) + one_way(claim) == 2
        and _ALSO.search(line.text) is None
        and not _was_before(document, claim)
        and (not claim.attribution or not claims[-1].attribution or _one_source(claim, claims[-1]))
    )


def _was_before(document: Document, claim: Claim) -> bool:
    """ "They had freed 307 on Saturday": before what the sentence before it tells."""
    said = claim.grounding.get("status")
    if not isinstance(said, Span) or claim.date is None:
        return False
    text = document.article.text[max(0, said.start - 10) : said.end].lower()
    return bool(words.HAD_DONE.search(text))


def _one_source(one: Claim, other: Claim) -> bool:
    return one.attribution == other.attribution


def _two_way(claim: Claim) -> bool:
    return len(fields_of(claim).returned or {}) > 1


def _as_many(claims: Sequence[Claim], claim: Claim) -> int | None:
    """Which claim has the same figure for the other side: "Russia, too, got back 157"."""
    for number in range(len(claims) - 1, -1, -1):
        if _halves(claims[number], claim) and one_way(claims[number]):
            figures = {*(fields_of(claims[number]).returned or {}).values()}
            if figures == {*(fields_of(claim).returned or {}).values()}:
                return number
    return None


def _halves(one: Claim, other: Claim) -> bool:
    mine, theirs = fields_of(one).returned or {}, fields_of(other).returned or {}
    return (
        bool(mine and theirs)
        and not set(mine) & set(theirs)
        and (stage(one.status) == stage(other.status))
    )


def whole(one: Claim, other: Claim) -> Claim:
    mine, theirs = fields_of(one), fields_of(other)
    returned = {**(mine.returned or {}), **(theirs.returned or {})}
    categories = tuple(sorted({*mine.categories, *theirs.categories}))
    fields = mine.model_copy(update={"returned": returned, "categories": categories})
    return one.model_copy(
        update={
            "fields": fields,
            "grounding": {**other.grounding, **one.grounding},
            "span": one.span.hull(other.span) if adjoining(one.span, other.span) else one.span,
            "date": one.date or other.date,
            "date_basis": one.date_basis if one.date else other.date_basis,
        }
    )


def _mediated(claim: Claim, line: Line) -> Claim:
    """ "Qatar mediated the swap." after the swap."""
    fields = fields_of(claim)
    helpers = [side for side in mediators_in(line) if side.actor not in fields.parties]
    if fields.mediators or not helpers:
        return claim
    grounds = {f"mediators.{side.actor}": side.span for side in helpers}
    names = tuple(sorted({side.actor for side in helpers}))
    return claim.model_copy(
        update={
            "fields": fields.model_copy(update={"mediators": names}),
            "grounding": {**claim.grounding, **grounds},
        }
    )
