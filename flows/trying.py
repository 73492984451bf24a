"""What a source would give: it is listed, and nothing of it is fetched or kept."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from extractors.values import Value
from flows.listing import list_sources
from flows.settings import Settings
from flows.sourceref import Rejection, SourceRef
from flows.sources import Source
from flows.web.answers import Deferred, Disallowed
from flows.web.client import Web

WEEK = timedelta(days=7)
_SHORTEST = timedelta(hours=1)


class Tried(Value):
    """The end of one try."""

    name: str
    kind: str
    reference_count: int
    newest_at: datetime | None  # as the source dates it
    a_day: float | None  # references, as the source dates them within the last week
    faults: tuple[str, ...]
    seconds: float


def try_sources(sources: Iterable[Source], settings: Settings) -> Iterator[Tried]:
    """List sources one after the other, enabled or not."""
    with Web(settings) as web:
        yield from (_tried(source, settings, web) for source in sources)


def _tried(source: Source, settings: Settings, web: Web) -> Tried:
    began = time.monotonic()
    refs = tuple(list_sources([source], settings, web))
    good = [ref for ref in refs if not ref.ending]
    dates = [ref.dated_at for ref in good if ref.dated_at]
    a_day = _a_day(dates, datetime.now(UTC))
    return Tried(
        name=source.name,
        kind=source.kind,
        reference_count=len(good),
        newest_at=max(dates, default=None),
        a_day=a_day,
        faults=(*_faults(refs), *_unusual(source, a_day)),
        seconds=time.monotonic() - began,
    )


def _a_day(dates: Iterable[datetime], now: datetime) -> float | None:
    """How many a day since the oldest of the last week; None where nothing is dated so."""
    recent = [date for date in dates if now - WEEK <= date <= now]
    if not recent:
        return None
    return len(recent) / (max(now - min(recent), _SHORTEST) / timedelta(days=1))


def _faults(refs: Iterable[SourceRef]) -> tuple[str, ...]:
    found = [ref.ending for ref in refs]
    faults = (it for it in found if isinstance(it, Rejection | Deferred | Disallowed))
    return tuple(f"{it.reason}: {it.detail}" for it in faults)


def _unusual(source: Source, a_day: float | None) -> tuple[str, ...]:
    if source.articles_a_day is None or a_day is None:
        return ()
    least, most = source.articles_a_day
    if least <= a_day <= most:
        return ()
    return (f"{a_day:.1f} a day, where {least} to {most} are usual",)
