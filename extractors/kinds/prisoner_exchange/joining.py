"""Which claims speak of one exchange: halves told apart, the same thing told twice."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import ClassVar

from extractors.claims import Claim
from extractors.fact import Fields, Status
from extractors.kinds.prisoner_exchange import words
from extractors.parsing.document import Document, Line
from extractors.parsing.headcounts import Share, read_headcounts
from extractors.parsing.scenes import mediators_in
from extractors.parsing.status import Stretch
from extractors.values import Count, Qualifier, Span


class PrisonerExchange(Fields):
    """FACTS.md, kind 2. `returned` maps an actor to how many people of that side come home."""

    kind: ClassVar[str] = "prisoner_exchange"

    parties: tuple[str, ...]
    returned: Mapping[str, Count] | None = None
    total: Count | None = None
    formula: str | None = None
    categories: tuple[str, ...] = ()
    ordinal: int | None = None
    place: str | None = None
    mediators: tuple[str, ...] = ()
    agreed_at: int | None = None


_FAR = 6  # sentences within which "in return" and "the same number" reach back


def fields_of(claim: Claim) -> PrisonerExchange:
    """The fields of a claim of this kind."""
    assert isinstance(claim.fields, PrisonerExchange)  # noqa: S101  # only this kind's come here
    return claim.fields


def with_halves(
    document: Document, line: Line, claims: Sequence[Claim], new: Sequence[Claim]
) -> list[Claim]:
    """Claims so far and a sentence's, where two halves of one exchange become one claim.

    "A freed 31 while B freed 15", "In return, B freed 15", "and B got the same number".
    """
    joined = list(claims)
    if joined and _sentences_back(document, joined, line) == 1:
        helped = _mediated(joined[-1], line)
        if helped != joined[-1] and not any(_marks(claim) for claim in new):
            return [*joined[:-1], helped]
    if not new and joined and _sentences_back(document, joined, line) <= _NEXT:
        return [*joined[:-1], _with_each(document, joined[-1], line)]
    goes_on = bool(words.RETURN_OPENS.search(line.text))
    for index, claim in enumerate(new):
        near = index > 0 or (goes_on and _sentences_back(document, joined, line) <= _FAR)
        near = near or _is_answer(document, joined, line, claim)
        near = near or bool(words.THEY.search(line.text) and fields_of(claim).returned)
        last = _last_counted(joined) if goes_on else len(joined) - 1
        if joined and near and _halves(joined[last], claim) and not _two_way(claim):
            joined[last] = _whole(joined[last], claim)
        elif words.TOO.search(line.text) and (half := _as_many(joined, claim)) is not None:
            joined[half] = _whole(joined[half], claim)
        else:
            joined.append(claim)
    same = words.SAME_NUMBER.search(line.text)
    if same:
        joined = _with_same_number(document, joined, line, same)
    return joined


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
    near = _adjoining(claim.span, line.sentence.span)
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


def _with_same_number(
    document: Document, claims: Sequence[Claim], line: Line, same: re.Match[str]
) -> list[Claim]:
    """The last one-way claim gets its other half; what the sentence itself told adds nothing."""
    here = line.sentence.span
    bare = [one for one in claims if one.span == here and not fields_of(one).returned]
    kept = [one for one in claims if one not in bare]
    for number in range(len(kept) - 1, -1, -1):
        inside = kept[number].span.end >= here.end
        if not inside and _sentences_back(document, kept[: number + 1], line) > _FAR:
            break
        if _one_way(kept[number]):
            whole = _evened(document, kept[number], line, same)
            return [*kept[:number], whole, *kept[number + 1 :]]
    return list(claims)


def _sentences_back(document: Document, claims: Sequence[Claim], line: Line) -> int:
    """How many sentences before this one the last claim ended."""
    if not claims:
        return _FAR + 1
    end = claims[-1].span.end
    rank = line.sentence.rank
    back = (
        number
        for number in range(1, min(_FAR, rank) + 1)
        if document.lines[rank - number].sentence.span.end <= end
    )
    return next(back, _FAR + 1)


def _is_answer(document: Document, claims: Sequence[Claim], line: Line, claim: Claim) -> bool:
    """The next sentence tells the other half, by the same status and no other day."""
    return (
        bool(claims)
        and _sentences_back(document, claims, line) == 1
        and (claim.date is None or claim.date == claims[-1].date)
        and words.SAME_NUMBER.search(line.text) is None
        and set(fields_of(claim).parties) == set(fields_of(claims[-1]).parties)
        and _one_way(claims[-1]) + _one_way(claim) == 2
        and words.ALSO.search(line.text) is None
        and claim.attribution == claims[-1].attribution
    )


def without_loose_totals(claims: Sequence[Claim]) -> list[Claim]:
    """ "swapped 205 prisoners", and then "205 each": the first was no sum of both sides."""
    each = {
        (frozenset(fields.parties), count)
        for fields in map(fields_of, claims)
        if fields.returned and len(fields.returned) > 1
        for count in {*fields.returned.values()}
    }
    return [_without_total(claim) if _key(claim) in each else claim for claim in claims]


def _key(claim: Claim) -> tuple[frozenset[str], Count | None]:
    fields = fields_of(claim)
    return frozenset(fields.parties), None if fields.returned else fields.total


def _without_total(claim: Claim) -> Claim:
    fields = fields_of(claim).model_copy(update={"total": None})
    grounding = {name: ground for name, ground in claim.grounding.items() if name != "total"}
    return claim.model_copy(update={"fields": fields, "grounding": grounding})


def _two_way(claim: Claim) -> bool:
    return len(fields_of(claim).returned or {}) > 1


def _one_way(claim: Claim) -> bool:
    return len(fields_of(claim).returned or {}) == 1


def _as_many(claims: Sequence[Claim], claim: Claim) -> int | None:
    """Which claim has the same figure for the other side: "Russia, too, got back 157"."""
    for number in range(len(claims) - 1, -1, -1):
        if _halves(claims[number], claim) and _one_way(claims[number]):
            figures = {*(fields_of(claims[number]).returned or {}).values()}
            if figures == {*(fields_of(claim).returned or {}).values()}:
                return number
    return None


def _halves(one: Claim, other: Claim) -> bool:
    mine, theirs = fields_of(one).returned or {}, fields_of(other).returned or {}
    return (
        bool(mine and theirs)
        and not set(mine) & set(theirs)
        and (_stage(one.status) == _stage(other.status))
    )


def _whole(one: Claim, other: Claim) -> Claim:
    mine, theirs = fields_of(one), fields_of(other)
    returned = {**(mine.returned or {}), **(theirs.returned or {})}
    categories = tuple(sorted({*mine.categories, *theirs.categories}))
    fields = mine.model_copy(update={"returned": returned, "categories": categories})
    return one.model_copy(
        update={
            "fields": fields,
            "grounding": {**other.grounding, **one.grounding},
            "span": one.span.hull(other.span) if _adjoining(one.span, other.span) else one.span,
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
    near = _adjoining(claim.span, line.sentence.span) or claim.span.overlaps(line.sentence.span)
    return claim.model_copy(
        update={
            "fields": fields.model_copy(update={"returned": {actor: count, missing: count}}),
            "grounding": {**claim.grounding, **ground},
            "span": claim.span.hull(line.sentence.span) if near else claim.span,
        }
    )


_STAGES = (
    {Status.COMPLETED, Status.ONGOING, Status.REPORTED},
    {Status.AGREED, Status.SCHEDULED},
    {Status.PROPOSED, Status.DEMANDED},
    {Status.REJECTED, Status.DENIED, Status.FAILED},
)


def _stage(status: Status) -> int:
    return next(number for number, stage in enumerate(_STAGES) if status in stage)


def same(full: Claim, claim: Claim) -> bool:
    """Whether two claims speak of one exchange: nothing differs, and something ties them."""
    mine, theirs = fields_of(full), fields_of(claim)
    if set(mine.parties) != set(theirs.parties) or not _nothing_differs(full, claim):
        return False
    if _is_sum(mine, theirs) or _is_sum(theirs, mine):
        return True
    stages = {_stage(full.status), _stage(claim.status)}
    counted = set(mine.returned or {}) & set(theirs.returned or {})
    if len(stages) > 1 and (not counted or 3 in stages or not _equal(mine, theirs)):
        return False
    common = _marks(full) & _marks(claim)
    if mine.returned and theirs.returned and not counted and not _near_halves(full, claim):
        common -= {"returned"}
    tied = common or not _marks(claim) or not _marks(full)
    day_only = _marks(claim) == {"date"} and full.date is None and _leads_to(claim, full)
    near = day_only or _adjoining(full.span, claim.span)
    return bool(tied) or claim.again or full.again or near


def _equal(mine: PrisonerExchange, theirs: PrisonerExchange) -> bool:
    """Whether the figures of what was agreed and of what was done are the very same."""
    ours, others = mine.returned or {}, theirs.returned or {}
    return all(ours[actor] == others[actor] for actor in set(ours) & set(others))


def _near_halves(full: Claim, claim: Claim) -> bool:
    """The same figure for each side, told not far from each other: two halves of one exchange."""
    mine, theirs = fields_of(full).returned or {}, fields_of(claim).returned or {}
    apart = max(full.span.start, claim.span.start) - min(full.span.end, claim.span.end)
    return apart <= _LEAD and set(mine.values()) == set(theirs.values())


def _leads_to(lead: Claim, full: Claim) -> bool:
    """A lead that names only the day, and its figures within the next sentences."""
    return 0 <= full.span.start - lead.span.end <= _LEAD


_LEAD = 400  # characters from a lead to the figures of what it tells


def _is_sum(one: PrisonerExchange, other: PrisonerExchange) -> bool:
    """Whether one tells the sum of what comes home in the other."""
    shares = [share.best or 0 for share in (other.returned or {}).values()]
    if one.total and one.total.qualifier is Qualifier.VAGUE:
        return False
    return one.total is not None and len(shares) > 1 and agree(one.total, Count.of(sum(shares)))


def _nothing_differs(full: Claim, claim: Claim) -> bool:
    mine, theirs = fields_of(full), fields_of(claim)
    pairs = [
        (getattr(mine, name), getattr(theirs, name)) for name in ("formula", "ordinal", "total")
    ]
    pairs.append((full.date, claim.date))
    ours, others = mine.returned or {}, theirs.returned or {}
    pairs += [(ours[side], others[side]) for side in set(ours) & set(others)]
    return all(one is None or other is None or agree(one, other) for one, other in pairs)


def _marks(claim: Claim) -> set[str]:
    """By what an exchange can be told from others."""
    fields = fields_of(claim)
    names = ("returned", "total", "formula", "ordinal", "agreed_at")
    marks = {name for name in names if getattr(fields, name) is not None}
    marks |= set(fields.categories) - {"pow", "hostage"}
    return marks | ({"date"} if claim.date else set())


def _adjoining(one: Span, other: Span) -> bool:
    return 0 <= max(one.start, other.start) - min(one.end, other.end) <= 1


def agree(one: object, other: object) -> bool:
    """Whether two values can be one: equal, or one count within the other's bounds."""
    if not (isinstance(one, Count) and isinstance(other, Count)):
        return one == other
    return one == other or _within(one, other) or _within(other, one)


def _within(exact: Count, loose: Count) -> bool:
    best = exact.best
    if best is None or loose.qualifier in (Qualifier.EXACT, Qualifier.ABOUT):
        return False
    return (loose.low is None or loose.low <= best) and (loose.high is None or best <= loose.high)
