"""The verdict on what a run saw of its sources: the warnings that close it, and what they hold.

A source whose least was not reached is held back: the batches that it filled are in the log and
stay out of the snapshot until a person accepts them (warehouse/holding.py).

What is held back counts as not seen: the next night lists and fetches it again, and if both nights
together reach the least, brings it in without a person. To call it known instead would save fewer
requests a night than the least has articles a day, or the feed has entries; and would keep out for
good what nobody came to accept, hide that a login page has become an article, and make the verdict
of the next night count what it did not see.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import chain

from extractors.article import content_hash
from extractors.errors import ParleyError
from flows.alarms import Alarm, AlarmCode, Expected, Seen, Sight, alarms
from flows.ends import Ended
from flows.sourceref import Rejection, SourceRef
from flows.sources import FeedSource, SitemapSource, Source
from flows.web.answers import Deferred, Disallowed
from warehouse.home import Home
from warehouse.records import OutcomeCode, RunWarning
from warehouse.usual import Usual, known_elsewhere, usual_of


def expected_of(source: Source) -> Expected:
    """What a night may expect of a source. With topic words it may well list nothing."""
    least, most = source.articles_a_day or (None, None)
    stale_days = source.stale_days if isinstance(source, FeedSource | SitemapSource) else None
    return Expected(
        source=source.name,
        least=least,
        most=most,
        stale_days=stale_days,
        lists_always=not getattr(source, "topic", ()),
    )


class Lookout:
    """Keeps in mind what a run sees of the sources of which something is expected."""

    def __init__(self, expected: Iterable[Expected] = ()) -> None:
        self._expected = {it.source: it for it in expected}
        self._sights: dict[str, list[Sight]] = {source: [] for source in self._expected}
        self.judged = frozenset(it.source for it in self._expected.values() if it.least)

    def see(self, refs: Sequence[SourceRef], ends: Sequence[Ended]) -> None:
        """References that came to their ends."""
        for ref, end in zip(refs, ends, strict=True):
            if ref.source in self._sights:
                self._sights[ref.source].append(_sight(ref, end))

    def put_off(self, refs: Iterable[SourceRef]) -> None:
        """References that the run did not come to."""
        for ref in refs:
            if ref.source in self._sights:
                sight = Sight(ref.source, ref.reference, OutcomeCode.DEFERRED, fault=_fault(ref))
                self._sights[ref.source].append(sight)

    def verdict(self, home: Home, run_id: str, now: datetime) -> tuple[RunWarning, ...]:
        """The warnings of the run. What the snapshot knows of the sources is from before it."""
        usual, copied = self._known(home)
        return tuple(
            _warning(run_id, alarm, sights, now)
            for source, sights in self._sights.items()
            for alarm in alarms(
                Seen(self._expected[source], usual.get(source, Usual()), copied, sights, now)
            )
        )

    def held_references(self, warnings: Iterable[RunWarning]) -> frozenset[str]:
        """What the next run should list again, because the snapshot will not know it."""
        held = [it.source for it in warnings if it.held_count]
        return frozenset(it.reference for name in held for it in self._sights[name] if it.page_id)

    def _known(self, home: Home) -> tuple[Mapping[str, Usual], frozenset[str]]:
        """Nothing where the snapshot cannot be read, which publishing will say."""
        sights = chain(*self._sights.values())
        articles = {it.article_id: it.reference for it in sights if it.article_id}
        try:
            return usual_of(home, self._sights), known_elsewhere(home, articles)
        except ParleyError:
            return {}, frozenset()


def _sight(ref: SourceRef, end: Ended) -> Sight:
    article = end.reading.article if end.reading else None
    dates = [ref.dated_at.date()] if ref.dated_at else []
    if article and article.published_on:
        dates.append(article.published_on)
    return Sight(
        source=ref.source,
        reference=ref.reference,
        code=end.outcome.code,
        reason=end.outcome.reason,
        fault=_fault(ref),
        on=max(dates, default=None),
        page_id=end.capture.page.page_id if end.capture else None,
        article_id=article.article_id if article else None,
        text_id=content_hash(article.text) if article else None,
        paragraph_count=article.text.count("\n\n") + 1 if article else None,
    )


def _fault(ref: SourceRef) -> str | None:
    if ref.path or not isinstance(ref.ending, Rejection | Deferred | Disallowed):
        return None
    return f"{ref.ending.reason}: {ref.ending.detail}"


def _warning(run_id: str, alarm: Alarm, sights: Sequence[Sight], now: datetime) -> RunWarning:
    holds = alarm.code is AlarmCode.TOO_FEW
    return RunWarning(
        run_id=run_id,
        source=alarm.source,
        code=alarm.code,
        detail=alarm.detail,
        held_count=sum(it.page_id is not None for it in sights) if holds else 0,
        raised_at=now,
    )
