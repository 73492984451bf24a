"""Which claims are told as facts: those of an exchange that their own words tell from others.

Figures or a formula do. Without them it takes a day, or for what is only agreed the people it is
about; and beside an exchange told with figures such a claim must be of another day, or it only
speaks of that one again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from extractors.claims import Claim
from extractors.fact import Status
from extractors.kinds.prisoner_exchange import words
from extractors.kinds.prisoner_exchange.exchange import fields_of
from extractors.kinds.prisoner_exchange.sameness import days_agree, same, stage
from extractors.parsing.document import Document
from extractors.parsing.headcounts import read_headcounts
from extractors.parsing.status import Stretch
from extractors.parsing.tape import SIGNS
from extractors.values import Qualifier, Span, date_end, date_start

_DONE = {Status.ONGOING, Status.COMPLETED}
_SETTLED = {Status.AGREED, Status.SCHEDULED}
_REAL = _DONE | _SETTLED | {Status.FAILED, Status.DENIED}
_CALLED = ("noun", "swap")  # the rules of what is called an exchange
_DEEDS = ("give", "get", "come")  # the rules of verbs
_HISTORY = 15  # years after which an exchange is history, not news
_UNDATED = 2020  # the year an article without a date is taken to be of, at the earliest
_NEWS = timedelta(days=4)  # before publication: of what an undated report tells
_MONTH = len("2025-05")
_YEAR = len("2025")


def telling(document: Document, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims that are told; one that only alludes to an exchange where nothing says more."""
    recent = [one for one in claims if not (_is_history(document, one) or _is_yearly(one))]
    counted = [claim for claim in recent if _is_counted(claim)]
    counted = [
        one
        for one in counted
        if not (
            _is_named_plan(one, counted)
            or _is_loose(one, counted)
            or _came_to_nothing(one, counted)
        )
    ]
    named = [claim for claim in recent if not _is_counted(claim) and _is_named(document, claim)]
    named = [one for one in named if not _is_overcome(document, one, counted)]
    full = counted + [claim for claim in named if not _is_told(document, claim, counted)]
    yield from full
    bare = [claim for claim in recent if claim not in full]
    yield from (claim for claim in bare if any(_introduces(claim, one) for one in full))
    group = [claim for claim in bare if _is_of_a_group(document, claim)][:1]
    if not any(claim.status in _DONE for claim in full):
        yield from group
    if not any(claim.status in _REAL for claim in [*full, *group]):
        yield from [claim for claim in bare if _is_an_exchange(document, claim)][:1]


def _is_counted(claim: Claim) -> bool:
    fields = fields_of(claim)
    if claim.status is Status.REPORTED:
        return fields.formula not in (None, "all-for-all")
    if claim.status is Status.DEMANDED and all(
        count.best == 1 for count in (fields.returned or {}).values()
    ):
        return bool(fields.total or fields.formula)  # somebody asked back by his name: a demand
    if claim.status in (Status.PROPOSED, Status.AGREED) and not (fields.formula or fields.total):
        counts = (fields.returned or {}).values()
        return any(count.qualifier is not Qualifier.VAGUE for count in counts)
    return bool(fields.returned or fields.total or fields.formula)


def _is_named_plan(claim: Claim, counted: Sequence[Claim]) -> bool:
    """ "… -- all for all": the plan of which more is said elsewhere."""
    if claim.status is not Status.REPORTED:
        return False
    formula = fields_of(claim).formula
    others = (one for one in counted if one.status is not Status.REPORTED)
    return any(fields_of(one).formula == formula for one in others)


def _came_to_nothing(claim: Claim, counted: Sequence[Claim]) -> bool:
    """ "Was expected to free 620", where their release is told to be put off."""
    mine = fields_of(claim).returned
    return claim.status is Status.PROPOSED and any(
        one.status is Status.FAILED and mine and fields_of(one).returned == mine for one in counted
    )


def _is_loose(claim: Claim, counted: Sequence[Claim]) -> bool:
    """ "Exchanged hundreds more", where their figures are told."""
    total, returned = fields_of(claim).total, fields_of(claim).returned
    if returned or total is None or total.qualifier is not Qualifier.VAGUE:
        return False
    return any(
        one is not claim
        and stage(one.status) == stage(claim.status)
        and set(fields_of(one).parties) == set(fields_of(claim).parties)
        and days_agree(one.date, claim.date)
        for one in counted
    )


def _is_named(document: Document, claim: Claim) -> bool:
    """Whether a claim without figures can be told from other exchanges."""
    fields = fields_of(claim)
    if claim.status in _DONE | _SETTLED and _has_unread_figures(document, claim):
        return False
    numbered = (fields.ordinal or 0) > 1
    dated = claim.date is not None and len(claim.date) >= _MONTH
    if claim.rule.endswith("in vain"):
        return True
    if claim.status in (Status.PROPOSED, Status.DEMANDED):
        return (bool(fields.ordinal) and not claim.again) or _is_planned(document, claim)
    if claim.status in _SETTLED:
        past = _is_past_plan(document, claim)
        return numbered or (dated and not past) or bool(_of_some(claim))
    some = claim.status in _DONE and claim.rule.startswith("swap") and _of_some(claim)
    return numbered or (dated and claim.status in _REAL) or bool(some)


def _is_overcome(document: Document, claim: Claim, counted: Sequence[Claim]) -> bool:
    """ "Israel had put off their release on Saturday", after it is told when they will go."""
    said = claim.grounding.get("status")
    start = said.start if isinstance(said, Span) else 0
    had = words.HAD.search(document.article.text, max(0, start - 20), start)
    return bool(claim.status is Status.FAILED and had) and any(
        one.status in _DONE | _SETTLED
        and one.span.start < claim.span.start
        and set(fields_of(one).parties) == set(fields_of(claim).parties)
        for one in counted
    )


def _is_planned(document: Document, claim: Claim) -> bool:
    """ "Announced plans for a swap next week": what may be has a day to come."""
    day, published = date_end(claim.date or ""), document.article.published_on
    named = claim.status is Status.PROPOSED and claim.rule.startswith(_CALLED)
    said = claim.grounding.get("status")
    start = said.start if isinstance(said, Span) else claim.span.start
    if words.TALKED_OF.search(document.article.text, start, claim.span.end):
        return False  # "will meet on 20 February to discuss the exchange": the day of the meeting
    return named and day is not None and published is not None and day > published


def _has_unread_figures(document: Document, claim: Claim) -> bool:
    """ "27 of its soldiers had all come home": a deed whose own figure is left unread."""
    if claim.rule.startswith("noun"):
        return False
    told = (line for line in document.lines if line.sentence.span == claim.span)
    return any(
        line.text[count.place] == SIGNS["count"]
        for line in told
        for count in read_headcounts(line, Stretch(0, len(line.text)))
    )


def _is_past_plan(document: Document, claim: Claim) -> bool:
    """ "Said last month that they were set to be freed": no plan is told any more."""
    if claim.status not in _SETTLED or not claim.rule.startswith(_DEEDS):
        return False
    day, published = date_end(claim.date or ""), document.article.published_on
    return day is not None and published is not None and day < published


def _of_some(claim: Claim) -> set[str]:
    """Which of the captives it is about: the wounded, the young."""
    return set(fields_of(claim).categories) - {"pow", "hostage"}


def _is_told(document: Document, claim: Claim, counted: Sequence[Claim]) -> bool:
    """Whether a claim without figures speaks of what is told with them, and is no mention of it."""
    mention = any(same(one, claim) for one in counted)
    return not mention and any(_speaks_of(document, claim, one) for one in counted)


def _speaks_of(document: Document, claim: Claim, one: Claim) -> bool:
    """Whether nothing parts a claim without figures from one with them."""
    numbers = {fields_of(claim).ordinal, fields_of(one).ordinal} - {None}
    parties = set(fields_of(claim).parties) == set(fields_of(one).parties)
    if not parties or len(numbers) > 1:
        return False
    if claim.again and not claim.date and 0 <= claim.span.start - one.span.end <= 1:
        return True  # "this is the second swap", right behind it
    if claim.status in _SETTLED and one.status in _DONE and claim.date and claim.date == one.date:
        return True  # "announced their first swap on Friday", the one that is told
    if claim.status in _SETTLED and one.status in _DONE and not one.date:
        return 0 <= one.span.start - claim.span.end <= 1  # "the deal of 25 June. 90 came home"
    if stage(claim.status) != stage(one.status):
        return False
    if claim.date is None:
        about = _of_some(claim)
        return claim.status in _DONE or not about or bool(about & _of_some(one))
    if one.date is None:
        told = one.status in _DONE and one.span.start < claim.span.start
        return told and _is_new(claim.date, document.article.published_on)
    within = one.date.startswith(claim.date)  # "in May", of which a day is told
    return within or days_agree(claim.date, one.date)


def _is_new(edtf: str, published: date | None) -> bool:
    day = date_start(edtf)
    return day is not None and published is not None and abs(published - day) <= _NEWS


def _is_an_exchange(document: Document, claim: Claim) -> bool:
    """ "They will let the last captives go", "they exchanged prisoners"; not "the hostages were
    received"."""
    if claim.status is Status.FAILED and claim.rule.startswith("noun"):
        return _is_put_off(document, claim)
    if claim.status not in _DONE | _SETTLED or _is_past_plan(document, claim):
        return False
    called = claim.status in _SETTLED or claim.rule.startswith(_CALLED)
    return called or _is_homecoming(document, claim)


def _is_put_off(document: Document, claim: Claim) -> bool:
    """ "Kyiv has put the exchange off": the news, though no day is told."""
    said = claim.grounding.get("status")
    return isinstance(said, Span) and bool(
        words.PUT_OFF.search(said.of(document.article.text).lower())
    )


def _is_homecoming(document: Document, claim: Claim) -> bool:
    """ "Our people are coming home from captivity", "brought home another group of soldiers"."""
    here = {n for n, line in enumerate(document.lines) if line.sentence.span.overlaps(claim.span)}
    said = claim.grounding.get("status")
    new = isinstance(said, Span) and words.NOW.search(said.of(document.article.text).lower())
    near = document.lines[min(here, default=0) : max(here, default=0) + 2]
    return bool(new) and any(words.FROM_CAPTIVITY.search(line.text) for line in near)


def _is_of_a_group(document: Document, claim: Claim) -> bool:
    """ "Russia has returned another group of servicemen": the news, without a figure."""
    told = (line for line in document.lines if line.sentence.span.overlaps(claim.span))
    done = claim.status in _DONE and claim.rule.startswith(_DEEDS)
    return done and any(words.A_GROUP.search(line.text) for line in told)


def _introduces(claim: Claim, full: Claim) -> bool:
    """ "Zelenskyy announced it. This is the ninth swap": the sentence before says who tells it."""
    return (
        full.again
        and bool(claim.attribution)
        and 0 <= full.span.start - claim.span.end <= 1
        and same(full, claim)
    )


def _is_yearly(claim: Claim) -> bool:
    """ "25 were freed in 2013 and 36 in 2012": what a helper sums up, no exchange."""
    fields = fields_of(claim)
    return bool(claim.date and len(claim.date) == _YEAR and fields.total and not fields.returned)


def _is_history(document: Document, claim: Claim) -> bool:
    """Whether a claim is dated many years before the article."""
    published = document.article.published_on
    year = claim.date[:4] if claim.date else ""
    now = published.year if published else _UNDATED
    return year.isdigit() and int(year) < now - _HISTORY
