"""Stored articles → new extractions, where a present extractor has not read them yet. Fetches and
reads nothing anew; rows of earlier versions stay as they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from extractors.article import Article
from extractors.errors import UsageError
from extractors.extracting import VERSIONS, extract
from extractors.fact import Extraction
from flows.again import Plan, outcome_of, run_again
from flows.ends import Ended
from flows.runs import RunSummary
from flows.settings import Settings
from flows.sourceref import Rejection
from flows.workers import Step, Workers
from warehouse.disk import copy_file, disk_errors
from warehouse.home import Home
from warehouse.snapshot import articles_without

Found = tuple[Extraction, ...]


def reextract(settings: Settings, kinds: Collection[str] = ()) -> RunSummary:
    """Extract again what lacks the present version of a kind, as one run, and publish."""
    for kind in kinds:
        if kind not in VERSIONS:
            raise UsageError(f"there is no kind {kind!r}; kinds are {', '.join(VERSIONS)}")
    return run_again("reextract", settings, partial(_plan, kinds))


@contextmanager
def rehearsed(settings: Settings, kinds: Collection[str] = ()) -> Iterator[RunSummary]:
    """The same run over a warehouse of its own that shares the batches of this one.

    What it would change can be asked there (`RunSummary.home`) until the context ends; nothing of
    it stays.
    """
    home = Home.open(settings.home)
    with TemporaryDirectory(prefix=".rehearsal-", dir=home.path) as folder:
        with disk_errors(Path(folder)):
            _share(home, Home.open(Path(folder)))
        yield reextract(settings.model_copy(update={"home": Path(folder)}), kinds)


def _share(home: Home, other: Home) -> None:
    """Give another warehouse the batches and the snapshot of this one."""
    other.log.mkdir()
    for batch in home.log.iterdir() if home.log.is_dir() else ():
        (other.log / batch.name).symlink_to(batch, target_is_directory=True)
    if home.snapshot.exists():
        copy_file(home.snapshot, other.snapshot)


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
