"""Smaller figures that only break down an exchange told before them: "230 came home … 87 of the
army were freed". One is kept where a day, a number, a speaker or a word of time sets it apart.

Known gap: a second exchange of the same article that nothing sets apart is taken for a part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from extractors.claims import Claim
from extractors.kinds.prisoner_exchange.exchange import A_STAGE, PrisonerExchange, fields_of
from extractors.kinds.prisoner_exchange.sameness import days_agree
from extractors.parsing.document import Document
from extractors.parsing.patterns import Pattern
from extractors.parsing.tape import pattern
from extractors.values import Span, date_start

_JOURNEY = timedelta(days=3)  # from the place of an exchange to the home of those exchanged
_FEW = 3  # people who are told of for their names
_AS_PART = pattern(r"\bas part of (?:the|that|this) (?:prisoner |pow )?(?:exchange|swap)\b")
#: "Seven of the 13 came from the east, the remaining six …"
_OF_THEM = pattern(r"{count} of the {count}")
_SET_APART = pattern(
    r"\b(?:another|separate(?:ly)?|earlier|previous(?:ly)?|before|ago|last|past|next|following|later"
    r"|then|again|stages?|phases?|groups?|batch(?:es)?|part|round|wave|also|besides|addition"
    r"|further|more|remaining|rest|outside|instead|for|while|whereas|exchanged|swapped|traded)\b"
    r"|{ordinal} (?:such |prisoner |pow |of the ){0,2}(?:swap|exchange|release|handover)"
)


def without_breakdowns(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those that are but a part of one told before them."""
    whole = [claim for claim in claims if not _is_sum_of_two(claim, claims)]
    return [claim for claim in whole if not _is_part(document, claim, whole)]


def _is_sum_of_two(claim: Claim, claims: Sequence[Claim]) -> bool:
    """ "277 are home", where 246 and then 31 of them are told: those two together."""
    mine = fields_of(claim).returned or {}
    if len(mine) != 1 or fields_of(claim).formula:
        return False
    ((who, count),) = mine.items()
    shares = [
        share.best
        for one in claims
        if one is not claim
        and one.status is claim.status
        and (share := (fields_of(one).returned or {}).get(who))
        and share.best
        and days_agree(one.date, claim.date)
    ]
    return any(count.best == a + b for n, a in enumerate(shares) for b in shares[n + 1 :] if a != b)


def _is_part(document: Document, claim: Claim, claims: Sequence[Claim]) -> bool:
    fields = fields_of(claim)
    if fields.formula or not (fields.returned or fields.total):
        return False
    if any(_arrives(claim, one) for one in claims if one.span.start < claim.span.start):
        return True
    if _says(document, claim, _AS_PART):
        return any(_is_of_same(claim, one) for one in claims if one.span.start < claim.span.start)
    set_apart = _says(document, claim, _SET_APART) or _counts_on(document, claim)
    if set_apart and not _says(document, claim, _OF_THEM):
        return False
    return any(_is_part_of(claim, one) for one in claims if one.span.start < claim.span.start)


def _says(document: Document, claim: Claim, rule: Pattern) -> bool:
    told = (line for line in document.lines if line.sentence.span.overlaps(claim.span))
    return any(rule.search(line.text) for line in told)


def _counts_on(document: Document, claim: Claim) -> bool:
    """ "A further 22": the words that set it apart are those of its number."""
    grounds = [claim.grounding.get(f"returned.{who}") for who in fields_of(claim).returned or ()]
    text = document.article.text
    return any(
        isinstance(ground, Span) and _FURTHER.match(ground.of(text).lower()) for ground in grounds
    )


_FURTHER = re.compile(r"(?:an? )?(?:another|further|additional|extra|\d+ more)\b")


def _arrives(claim: Claim, one: Claim) -> bool:
    """ "75 each on 31 May … the 75 Russians arrived in Moscow on 1 June": the same 75."""
    mine, theirs = fields_of(claim).returned or {}, fields_of(one).returned or {}
    told, home = (date_start(day) if day else None for day in (one.date, claim.date))
    soon = told is not None and home is not None and told < home <= told + _JOURNEY
    return claim.rule.startswith("come") and soon and bool(mine) and mine.items() <= theirs.items()


def _is_of_same(claim: Claim, one: Claim) -> bool:
    """ "One priest was handed over as part of the swap", where the swap is told."""
    people = [*(fields_of(claim).returned or {}).values(), fields_of(claim).total]
    few = all((count.best or count.low or 0) <= _FEW for count in people if count)
    alike = set(fields_of(claim).parties) == set(fields_of(one).parties)
    return few and alike and claim.status is one.status


def _is_part_of(claim: Claim, one: Claim) -> bool:
    mine, theirs = fields_of(claim), fields_of(one)
    alike = set(mine.parties) == set(theirs.parties) and claim.status is one.status
    if (
        not alike
        or one.rule.endswith(A_STAGE)
        or (claim.date and not (one.date and days_agree(claim.date, one.date)))
    ):
        return False
    apart = claim.attribution and one.attribution and claim.attribution != one.attribution
    return _is_less(mine, theirs) and not (apart and not _is_less(mine, theirs, _HALF))


_HALF = 2  # what two speakers say of one thing differs by less


def _is_less(part: PrisonerExchange, whole: PrisonerExchange, times: int = 1) -> bool:
    """Whether each figure, so many times, is less than that of the same side, or a sum less than
    any of them."""
    ours, theirs = part.returned or {}, whole.returned or {}
    if ours:
        if not set(ours) <= set(theirs):
            return False
        pairs = [(ours[who].best or ours[who].low or 0, theirs[who].best or 0) for who in ours]
        return all(mine > 1 and mine * times <= all_of for mine, all_of in pairs) and any(
            mine < all_of for mine, all_of in pairs
        )
    figures = [count.best or 0 for count in (*theirs.values(), whole.total) if count]
    total = part.total.best if part.total else None
    return total is not None and bool(figures) and total * times < max(figures)
