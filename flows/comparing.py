"""The pages of an outlet held against each other, once a run has brought some: what they repeat is
taken out of their articles (extractors/reading/repetition.py says which lines).

Reading one page cannot see this, and batches must not decide it. So it is done when the run's
batches are committed and published: over all current readings of each outlet that the run touched,
whichever run brought them. Articles that come out different get a new revision of their reading
(a row beside the old one) and are extracted. What is current hence depends on the pages that the
warehouse holds, and neither on batches nor on runs nor on their order. A run that is stopped or
killed before this leaves the readings of single pages; the next run of the outlet, or
`parley reread`, makes up for it. An outlet is compared in memory: about 20 kB an article.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from extractors.article import Article
from flows.sourceref import Rejection
from flows.workers import Workers
from warehouse.home import Home
from warehouse.kept import readings_of, repeating_outlets
from warehouse.log import append
from warehouse.records import Batch, Reading
from warehouse.stored import StoredReading


class _Changed(NamedTuple):
    """A reading, and the article that it is now."""

    reading: StoredReading
    article: Article


def compare(
    home: Home, run_id: str, workers: Workers, batch_size: int, *, everything: bool = False
) -> int:
    """Compare the outlets that a run brought readings of, or all, and append what has changed.

    Returns how many pages give another article now; they are published by the caller.
    """
    page_count = 0
    for outlet in repeating_outlets(home, None if everything else run_id):
        changed = _changed(readings_of(home, outlet))
        page_count += len(changed)
        for first in range(0, len(changed), batch_size):
            append(home, _batch(run_id, changed[first : first + batch_size], workers))
    return page_count


def _changed(readings: Sequence[StoredReading]) -> list[_Changed]:
    from extractors.reading.repetition import without_repeated

    before = [reading.article() for reading in readings]
    after = without_repeated(before)
    return [
        _Changed(reading, new)
        for reading, old, new in zip(readings, before, after, strict=True)
        if new.removed != old.removed
    ]


def _batch(run_id: str, changed: Sequence[_Changed], workers: Workers) -> Batch:
    """New revisions with their facts. An article that its extractor dies over has no row in the
    ledger of extractions, so `parley reextract` tries it again.
    """
    from extractors.extracting import extract

    articles = {it.article.article_id: it.article for it in changed}
    found = workers.map(extract, list(articles.values()))
    return Batch(
        run_id=run_id,
        readings=tuple(_revised(it) for it in changed),
        extractions=tuple(chain(*(it for it in found if not isinstance(it, Rejection)))),
    )


def _revised(changed: _Changed) -> Reading:
    before = changed.reading
    return Reading(
        capture_id=before.capture_id,
        reader_version=before.reader_version,
        revision=before.revision + 1,
        article=changed.article,
    )
