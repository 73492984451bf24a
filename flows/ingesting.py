"""One batch of references through the whole way: fetched, read, extracted, appended as one batch.

Every reference ends in exactly one outcome. What fails on the way of one reference, expected or
not, ends there; what the disk or the warehouse refuses ends the run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple

from extractors.article import Article, Unreadable
from extractors.page import Page
from flows.edge import at_edge
from flows.ends import BatchSummary, Ended, parts_of, summary_of
from flows.fetching import fetch
from flows.judging import Lookout
from flows.lanes import side_by_side
from flows.progress import Tally
from flows.ranges import DateRange
from flows.reading import Read, read_page, reader_version
from flows.settings import Settings
from flows.sourceref import Known, NoPage, Rejection, RejectReason, SourceRef
from flows.visiting import page_visit, unchanged_visit
from flows.web.answers import Deferred, Disallowed, NotModified
from flows.web.client import Web, host_of
from flows.workers import FATAL, Workers
from warehouse.home import Home
from warehouse.log import append
from warehouse.records import Capture, Outcome, OutcomeCode, Reading, Visit
from warehouse.snapshot import known_captures


class Work(NamedTuple):
    """What all batches of a run share."""

    home: Home
    run_id: str
    workers: Workers
    web: Web
    settings: Settings
    within: DateRange = DateRange()
    lookout: Lookout = Lookout()
    tally: Tally = Tally()


def ingest_batch(work: Work, refs: Sequence[SourceRef]) -> BatchSummary:
    """Take references to their ends and commit them, as one batch or a few (`parts_of`)."""
    fetched = _fetched(refs, work)
    reads = _read_new(refs, fetched, work)
    ends = [_end(ref, got, work, reads) for ref, got in zip(refs, fetched, strict=True)]
    for batch in parts_of(work.run_id, ends, work.lookout.judged):
        append(work.home, batch)
    work.lookout.see(refs, ends)
    return summary_of(ends)


def _read_new(
    refs: Sequence[SourceRef], fetched: Sequence[Capture | NoPage], work: Work
) -> Mapping[str, Read | Rejection]:
    """What the workers make of the captures that the warehouse does not hold yet, by their ids."""
    captured = [(ref, it) for ref, it in zip(refs, fetched, strict=True) if isinstance(it, Capture)]
    known = known_captures(work.home, [capture.capture_id for _, capture in captured])
    new: dict[str, tuple[SourceRef, Page]] = {}
    for ref, capture in captured:
        if capture.capture_id in known:
            work.tally.ended(ref, OutcomeCode.KNOWN)
        else:
            new[capture.capture_id] = (ref, capture.page)
    reads: dict[str, Read | Rejection] = {}
    answers = work.workers.each(read_page, [page for _, page in new.values()])
    for (key, (ref, _)), answer in zip(new.items(), answers, strict=True):
        work.tally.ended(ref, _code_of(answer, work.within))
        reads[key] = answer
    return reads


def _code_of(answer: Read | Rejection, within: DateRange) -> OutcomeCode:
    """How a page that was read ends; `_end` says why."""
    article = answer.article if isinstance(answer, Read) else None
    is_wanted = isinstance(article, Article) and within.holds(article.published_on)
    return OutcomeCode.STORED if is_wanted else OutcomeCode.REJECTED


def lane_of(ref: SourceRef) -> str:
    """The host that a reference is asked of; empty for what lies here."""
    return "" if ref.path or ref.ending else host_of(ref.reference)


def _fetched(refs: Sequence[SourceRef], work: Work) -> list[Capture | NoPage]:
    """All pages of a batch; hosts are asked side by side."""
    return side_by_side(
        refs,
        lane_of,
        lambda ref: _got(ref, work),
        work.settings.hosts_at_once,
        lambda ref: work.web.leave(ref.reference),
    )


def _got(ref: SourceRef, work: Work) -> Capture | NoPage:
    got = at_edge(partial(_capture, ref, work))
    if isinstance(got, Capture):
        work.tally.fetched(ref)
    else:
        work.tally.ended(ref, _CODES[type(got)])
    return got


def _capture(ref: SourceRef, work: Work) -> Capture | NoPage:
    page = fetch(ref, work.settings, work.web)
    if not isinstance(page, Page):
        return page
    return Capture(page=page, source=ref.source, run_id=work.run_id)


#: The code of each end without a page.
_CODES: Mapping[type[NoPage], OutcomeCode] = {
    NotModified: OutcomeCode.NOT_MODIFIED,
    Deferred: OutcomeCode.DEFERRED,
    Disallowed: OutcomeCode.ROBOTS,
    Known: OutcomeCode.KNOWN,
    Rejection: OutcomeCode.REJECTED,
}


def _end(
    ref: SourceRef, got: Capture | NoPage, work: Work, reads: Mapping[str, Read | Rejection]
) -> Ended:
    if not isinstance(got, Capture):
        return _without_page(ref, got, work)
    answer = reads.get(got.capture_id)
    if answer is None:
        outcome = _outcome(ref, work, OutcomeCode.KNOWN, capture_id=got.capture_id)
        return Ended(outcome, visit=_visit(ref, got, work, None))
    if isinstance(answer, Read):
        return _read(ref, got, answer, work)
    if answer.reason in FATAL:
        return _unreadable(ref, got, answer, reader_version(), work)
    return Ended(_rejected(ref, work, answer))


def _without_page(ref: SourceRef, got: NoPage, work: Work) -> Ended:
    if isinstance(got, NotModified):
        held = ref.last_visit.capture_id if ref.last_visit else None
        outcome = _outcome(ref, work, OutcomeCode.NOT_MODIFIED, got, held)
        return Ended(outcome, visit=unchanged_visit(ref, work.run_id, got))
    held = got.capture_id if isinstance(got, Known) else None
    return Ended(_outcome(ref, work, _CODES[type(got)], got, held))


def _visit(ref: SourceRef, capture: Capture, work: Work, declared: str | None) -> Visit | None:
    return page_visit(ref, work.run_id, capture.page, capture.capture_id, declared)


def _read(ref: SourceRef, capture: Capture, read: Read, work: Work) -> Ended:
    article, version = read.article, read.reader_version
    if isinstance(article, Unreadable):
        why = Rejection(reason=article.code, detail=article.detail)
        return _unreadable(ref, capture, why, version, work)
    if not work.within.holds(article.published_on):
        detail = f"published on {article.published_on}"
        outside = Rejection(reason=RejectReason.OUTSIDE_RANGE, detail=detail)
        return Ended(_rejected(ref, work, outside))
    return Ended(
        _outcome(ref, work, OutcomeCode.STORED, capture_id=capture.capture_id),
        capture,
        Reading(capture_id=capture.capture_id, reader_version=version, article=article),
        read.extractions,
        _visit(ref, capture, work, article.url),
    )


def _unreadable(
    ref: SourceRef, capture: Capture, why: Rejection, version: int, work: Work
) -> Ended:
    """The page is kept, so that a better reader can read it again."""
    reading = Reading(
        capture_id=capture.capture_id,
        reader_version=version,
        article=None,
        reason=why.reason,
        detail=why.detail,
    )
    outcome = _rejected(ref, work, why, capture.capture_id)
    return Ended(outcome, capture, reading, visit=_visit(ref, capture, work, None))


def _rejected(
    ref: SourceRef, work: Work, rejection: Rejection, capture_id: str | None = None
) -> Outcome:
    return _outcome(ref, work, OutcomeCode.REJECTED, rejection, capture_id)


def _outcome(
    ref: SourceRef,
    work: Work,
    code: OutcomeCode,
    why: NoPage | None = None,
    capture_id: str | None = None,
) -> Outcome:
    return Outcome(
        run_id=work.run_id,
        reference=ref.reference,
        source=ref.source,
        code=code,
        reason=why.reason if isinstance(why, Rejection | Deferred | Disallowed) else None,
        detail=why.detail if why else None,
        at=datetime.now(UTC),
        capture_id=capture_id,
    )
