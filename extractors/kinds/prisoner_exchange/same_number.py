"""Halves without a figure of their own: "and B got the same number"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.claims import Claim
from extractors.kinds.prisoner_exchange.exchange import fields_of
from extractors.kinds.prisoner_exchange.sameness import adjoining
from extractors.parsing.document import Document
from extractors.parsing.headcounts import read_headcounts
from extractors.parsing.line import Line
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

SAME_NUMBER = pattern(
    r"\b(?:(?:the|an?) (?:same|equal|identical) (?:number|amount)|as many|(?:did|does|doing) (?:the"
    r" same|likewise)|so did|followed suit)\b"
    r"(?: of(?: its own)?)?(?: {actor})?"
)
#: "for as many political prisoners": people of the state that holds them.
_OWN_PEOPLE = re.compile(r" (?:of )?(?:political prisoners|dissidents)\b")
FAR = 6  # sentences within which "in return" and "the same number" reach back


def with_same_number(document: Document, claims: Sequence[Claim], line: Line) -> list[Claim]:
    """The last one-way claim gets its other half; what the sentence itself told adds nothing."""
    same = SAME_NUMBER.search(line.text)
    if same is None or _OWN_PEOPLE.match(line.text, same.end()) or _tells_both(line):
        return list(claims)
    here = line.sentence.span
    bare = [one for one in claims if one.span == here and not fields_of(one).returned]
    kept = [one for one in claims if one not in bare]
    for number in range(len(kept) - 1, -1, -1):
        inside = kept[number].span.end >= here.end
        if not inside and sentences_back(document, kept[: number + 1], line) > FAR:
            break
        if one_way(kept[number]):
            whole = _evened(document, kept[number], line, same)
            return [*kept[:number], whole, *kept[number + 1 :]]
    return list(claims)


def _tells_both(line: Line) -> bool:
    """ "The same number: Baku freed 32, Yerevan two": the figures differ."""
    counts = read_headcounts(line, Stretch(0, len(line.text)))
    return len({one.count for one in counts}) > 1


def sentences_back(document: Document, claims: Sequence[Claim], line: Line) -> int:
    """How many sentences before this one the last claim ended."""
    if not claims:
        return FAR + 1
    end = claims[-1].span.end
    rank = line.sentence.rank
    back = (
        number
        for number in range(1, min(FAR, rank) + 1)
        if document.lines[rank - number].sentence.span.end <= end
    )
    return next(back, FAR + 1)


def one_way(claim: Claim) -> bool:
    return len(fields_of(claim).returned or {}) == 1


def _evened(document: Document, claim: Claim, line: Line, same: re.Match[str]) -> Claim:
    """The other side gets as many."""
    fields = fields_of(claim)
    if fields.returned is None or len(fields.returned) != 1 or len(fields.parties) != 2:
        return claim
    ((actor, count),) = fields.returned.items()
    one, other = fields.parties
    people = {document.people_of(one, other), document.people_of(other, one)}
    if actor not in people or len(people) != 2:
        return claim
    (missing,) = people - {actor}
    ground = {f"returned.{missing}": line.tape.span(*same.span())}
    near = adjoining(claim.span, line.sentence.span) or claim.span.overlaps(line.sentence.span)
    return claim.model_copy(
        update={
            "fields": fields.model_copy(update={"returned": {actor: count, missing: count}}),
            "grounding": {**claim.grounding, **ground},
            "span": claim.span.hull(line.sentence.span) if near else claim.span,
        }
    )
