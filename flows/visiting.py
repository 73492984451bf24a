"""What was visited before → what is still to be fetched, and with what; and the visits that a run
leaves. A page is asked for again when its feed or sitemap dates a change after the last visit, or
when it was named by hand or in a plain list, which date nothing.

What is known is read from the snapshot, so a night that was missed is caught up by what it lacks.
Known gap: an entry that its feed dates in the future hides changes until then.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain

from extractors.article import UnreadableCode, content_hash
from extractors.page import Page
from flows.canonical import canonical, page_canonical
from flows.redaction import without_secrets
from flows.sourceref import Known, Listing, SourceRef
from flows.web.answers import NotModified, Validators
from flows.web.line import NOT_MODIFIED, OK
from warehouse.home import Home
from warehouse.records import Outcome, OutcomeCode, Visit
from warehouse.visited import LastVisit, last_visits

#: Why a page gave no article that may be gone tomorrow: then it does not count as seen.
_PASSING = frozenset(
    {
        UnreadableCode.LOGIN_WALL,
        UnreadableCode.CONSENT_PAGE,
        UnreadableCode.CAPTCHA,
        UnreadableCode.NOT_FOUND,
        UnreadableCode.EMPTY,
    }
)
_AT_ONCE = 10_000  # references that are looked up together
_SETTLED = frozenset({OutcomeCode.STORED, OutcomeCode.KNOWN, OutcomeCode.NOT_MODIFIED})


def recalled(home: Home, refs: Sequence[SourceRef]) -> tuple[SourceRef, ...]:
    """The references with what is known of them: an end, or what to ask their servers with."""
    chunks = (refs[first : first + _AT_ONCE] for first in range(0, len(refs), _AT_ONCE))
    return tuple(chain.from_iterable(_recalled_chunk(home, chunk) for chunk in chunks))


def _recalled_chunk(home: Home, refs: Sequence[SourceRef]) -> Iterator[SourceRef]:
    spelt = {it.reference: canonical(it.reference) for it in refs if not it.path and not it.ending}
    last = last_visits(home, set(spelt.values()))
    return (_recalled(ref, last.get(spelt.get(ref.reference, ""))) for ref in refs)


def _recalled(ref: SourceRef, last: LastVisit | None) -> SourceRef:
    if last is None or ref.ending:
        return ref
    visit = last.visit
    if ref.is_followed and last.reason not in _PASSING and not _is_changed(ref, visit):
        seen = Known(detail=f"seen {visit.fetched_at:%Y-%m-%d %H:%M}", capture_id=visit.capture_id)
        return ref.model_copy(update={"ending": seen})
    if visit.reference != ref.reference:
        return ref.model_copy(update={"last_visit": visit})
    asked_with = Validators(etag=visit.etag, last_modified=visit.last_modified)
    return ref.model_copy(update={"last_visit": visit, "validators": asked_with})


def _is_changed(ref: SourceRef, last: Visit) -> bool:
    """By the source's own dates, so that wrong clocks and zones stay out of it."""
    return ref.dated_at is not None and ref.dated_at > (last.dated_at or last.fetched_at)


def page_visit(
    ref: SourceRef, run_id: str, page: Page, capture_id: str, declared: str | None
) -> Visit | None:
    """The visit that brought a page; None for one of no address. `declared` is what the page says
    is its address, where it was read.
    """
    if page.url is None:
        return None
    known = ref.last_visit.canonical_url if ref.last_visit else None
    return Visit(
        run_id=run_id,
        reference=ref.reference,
        url=canonical(ref.reference),
        canonical_url=page_canonical(ref.reference, page.url, declared or known),
        etag=page.etag,
        last_modified=page.last_modified,
        status=OK,
        fetched_at=page.fetched_at,
        dated_at=ref.dated_at,
        capture_id=capture_id,
    )


def unchanged_visit(ref: SourceRef, run_id: str, answer: NotModified) -> Visit | None:
    """The visit that found a page as the last one left it."""
    if ref.last_visit is None:
        return None
    news = {
        **answer.validators.model_dump(),
        "run_id": run_id,
        "status": NOT_MODIFIED,
        "fetched_at": datetime.now(UTC),
        "dated_at": ref.dated_at or ref.last_visit.dated_at,
    }
    return ref.last_visit.model_copy(update=news)


def is_settled(outcome: Outcome) -> bool:
    """Whether a reference need not be listed again: its page is held, whatever it gave."""
    return outcome.code in _SETTLED or outcome.capture_id is not None


def listing_visits(
    run_id: str, refs: Iterable[SourceRef], unsettled: Collection[str]
) -> Iterator[Visit]:
    """The visits of feeds and sitemaps of which every reference is settled. Of others there is no
    trace: the next run reads them whole and finds what this one left.
    """
    complete: dict[str, Listing | None] = {}
    for ref in refs:
        if ref.listing:
            is_whole = (ref.twin_of or ref.reference) not in unsettled
            held = complete.setdefault(ref.listing.reference, ref.listing)
            complete[ref.listing.reference] = held if is_whole else None
    return (_listing_visit(run_id, it) for it in complete.values() if it)


def _listing_visit(run_id: str, listing: Listing) -> Visit:
    spelt = canonical(listing.reference)
    return Visit(
        run_id=run_id,
        reference=listing.reference,
        url=spelt,
        canonical_url=spelt,
        etag=listing.validators.etag,
        last_modified=listing.validators.last_modified,
        status=OK,
        fetched_at=listing.at,
        listed_as=listing.listed_as,
    )


def wishes_hash(*wishes: object) -> str:
    """What a source wants of a feed or sitemap, as `Listing.listed_as`."""
    return content_hash(*map(str, wishes))[:16]


def listing_validators(home: Home | None, url: str, listed_as: str) -> Validators | None:
    """What to ask for a feed or sitemap with, where all that it gave to the same wishes is settled.
    Without a warehouse it is read whole.
    """
    if home is None:
        return None
    spelt = canonical(url)
    last = last_visits(home, [spelt], listed_as).get(spelt)
    if last is None or last.visit.reference != without_secrets(url):
        return None
    return Validators(etag=last.visit.etag, last_modified=last.visit.last_modified)
