"""Stored articles → new extractions, where a present extractor has not read them yet. Fetches and
reads nothing anew; rows of earlier versions stay as they are.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from extractors.article import Article
from extractors.errors import UsageError
from extractors.extracting import VERSIONS, extract
from extractors.fact import Extraction
from flows.again import Plan, outcome_of, run_again
from flows.ingesting import Ended
from flows.runs import RunSummary
from flows.settings import Settings
from flows.sourceref import Rejection
from flows.workers import Step, Workers
from warehouse.home import Home
from warehouse.snapshot import articles_without

Found = tuple[Extraction, ...]


def reextract(settings: Settings, kinds: Collection[str] = ()) -> RunSummary:
    """Extract again what lacks the present version of a kind, as one run, and publish."""
    for kind in kinds:
        if kind not in VERSIONS:
            raise UsageError(f"there is no kind {kind!r}; kinds are {', '.join(VERSIONS)}")
    return run_again("reextract", settings, partial(_plan, kinds))


def _plan(kinds: Collection[str], home: Home) -> Plan[Article]:
    stale = _stale(home, kinds)
    step = partial(extract, kinds=tuple(stale))
    return Plan(articles_without(home, stale), partial(_extracted, step))


def _extracted(
    step: Step[Article, Found], workers: Workers, run_id: str, articles: Sequence[Article]
) -> list[Ended]:
    found = workers.map(step, articles)
    return [_end(it.article_id, got, run_id) for it, got in zip(articles, found, strict=True)]


def _end(article_id: str, found: Found | Rejection, run_id: str) -> Ended:
    if isinstance(found, Rejection):
        return Ended(outcome_of(article_id, run_id, found))
    return Ended(outcome_of(article_id, run_id, None), extractions=found)


def _stale(home: Home, kinds: Collection[str]) -> dict[str, int]:
    """The kinds, of those asked for or of all, that some article lacks at the present version."""
    asked = {kind: version for kind, version in VERSIONS.items() if not kinds or kind in kinds}
    return {
        kind: version
        for kind, version in asked.items()
        if next(articles_without(home, {kind: version}), None)
    }
