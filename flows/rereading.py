"""Kept pages → new readings, where the present reader has not read them yet, or the machine ended
its reading (time, memory, a crash): that can be another machine's mood, or a mended reader's work.

Fetches nothing. New rows of the ledger stand beside the old ones; the facts come from the new
articles. A page that the machine ends once more, or over which our reader fails, keeps the reading
that it has and is taken up again the next time.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from extractors.article import Article, Unreadable
from extractors.errors import DamagedWarehouseError
from extractors.page import Page
from flows.again import Plan, outcome_of, run_again
from flows.ends import Ended
from flows.reading import Read, read_page, reader_version
from flows.runs import RunSummary
from flows.settings import Settings
from flows.sourceref import Rejection, RejectReason
from flows.workers import FATAL, Workers
from warehouse.home import Home
from warehouse.kept import KeptPage, stale_pages
from warehouse.publishing import publish
from warehouse.records import Reading


def reread(settings: Settings, limit: int | None = None) -> RunSummary:
    """Read again what is out of date, up to a number of pages, as one run, and publish."""
    return run_again("reread", settings, partial(_plan, limit), everything=True)


def list_stale(settings: Settings, limit: int | None = None) -> tuple[KeptPage, ...]:
    """What `reread` would read."""
    home = Home.open(settings.home)
    publish(home)
    return _stale(home, limit)


def _stale(home: Home, limit: int | None) -> tuple[KeptPage, ...]:
    return stale_pages(home, reader_version(), FATAL)[:limit]


def _plan(limit: int | None, home: Home) -> Plan[KeptPage]:
    return Plan(_stale(home, limit), partial(_reread, home))


def _reread(home: Home, workers: Workers, run_id: str, kept: Sequence[KeptPage]) -> list[Ended]:
    got = {it.capture_id: _page(home, it) for it in kept}
    pages = {key: page for key, page in got.items() if isinstance(page, Page)}
    reads = dict(zip(pages, workers.map(read_page, list(pages.values())), strict=True))
    lost = {key: page for key, page in got.items() if isinstance(page, Rejection)}
    return [_end(it, (reads | lost)[it.capture_id], run_id) for it in kept]


def _page(home: Home, kept: KeptPage) -> Page | Rejection:
    """The page as it was kept; one that is damaged is told by `parley doctor` too."""
    try:
        return kept.page(home)
    except DamagedWarehouseError as error:
        return Rejection(reason=RejectReason.UNREADABLE, detail=str(error))


def _end(kept: KeptPage, read: Read | Rejection, run_id: str) -> Ended:
    if isinstance(read, Rejection):
        return Ended(outcome_of(kept.capture_id, run_id, read, kept.capture_id))
    article, why = _parted(read.article)
    reading = Reading(
        capture_id=kept.capture_id,
        reader_version=read.reader_version,
        revision=kept.revision + 1 if read.reader_version == kept.reader_version else 0,
        article=article,
        reason=why.reason if why else None,
        detail=why.detail if why else None,
    )
    outcome = outcome_of(kept.capture_id, run_id, why, kept.capture_id)
    return Ended(outcome, reading=reading, extractions=read.extractions)


def _parted(read: Article | Unreadable) -> tuple[Article | None, Rejection | None]:
    if isinstance(read, Unreadable):
        return None, Rejection(reason=read.code, detail=read.detail)
    return read, None
