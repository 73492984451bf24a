"""Smaller figures that only break down an exchange told before them: "230 came home … 87 of the
army were freed". One is kept where a day, a number, a speaker or a word of time sets it apart.

Known gap: a second exchange of the same article that nothing sets apart is taken for a part.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.claims import Claim
from extractors.kinds.prisoner_exchange.exchange import PrisonerExchange, fields_of
from extractors.kinds.prisoner_exchange.sameness import days_agree
from extractors.parsing.document import Document
from extractors.parsing.tape import pattern

_SET_APART = pattern(
    r"\b(?:another|separate(?:ly)?|earlier|previous(?:ly)?|before|ago|last|past|next|following|later"
    r"|first|then|again|stages?|phases?|groups?|batch(?:es)?|part|round|wave|also|besides|addition"
    r"|further|more|outside|instead|for|while|whereas|exchanged|swapped|traded)\b|{ordinal}"
)


def without_breakdowns(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those that are but a part of one told before them."""
    return [claim for claim in claims if not _is_part(document, claim, claims)]


def _is_part(document: Document, claim: Claim, claims: Sequence[Claim]) -> bool:
    fields = fields_of(claim)
    if fields.formula or not (fields.returned or fields.total) or _is_set_apart(document, claim):
        return False
    return any(_is_part_of(claim, one) for one in claims if one.span.start < claim.span.start)


def _is_set_apart(document: Document, claim: Claim) -> bool:
    told = (line for line in document.lines if line.sentence.span.overlaps(claim.span))
    return any(_SET_APART.search(line.text) for line in told)


def _is_part_of(claim: Claim, one: Claim) -> bool:
    mine, theirs = fields_of(claim), fields_of(one)
    alike = set(mine.parties) == set(theirs.parties) and claim.status is one.status
    if not alike or (claim.date and not (one.date and days_agree(claim.date, one.date))):
        return False
    if claim.attribution and one.attribution and claim.attribution != one.attribution:
        return False
    return _is_less(mine, theirs)


def _is_less(part: PrisonerExchange, whole: PrisonerExchange) -> bool:
    """Whether each figure is less than that of the same side, or a sum less than any of them."""
    ours, theirs = part.returned or {}, whole.returned or {}
    if ours:
        return set(ours) <= set(theirs) and all(
            1 < (ours[actor].best or ours[actor].low or 0) < (theirs[actor].best or 0)
            for actor in ours
        )
    figures = [count.best or 0 for count in (*theirs.values(), whole.total) if count]
    total = part.total.best if part.total else None
    return total is not None and bool(figures) and total < max(figures)
