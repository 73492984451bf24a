"""What is suspicious about what a run saw of a source. Pure: what was seen, what is usual and the
time are handed in.

| warning          | raised when                                                                |
|------------------|----------------------------------------------------------------------------|
| page_for_feed    | a page (HTML) came where a feed or sitemap should be                       |
| no_references    | the source listed nothing, whatever kept it from it                        |
| same_page        | 5 addresses gave one page or one text, or 5 pages and half of all one wall |
| too_few          | fewer new articles a day than the source's least: its part is held back    |
| too_many         | more new articles a day than the source's most                             |
| stale            | nothing of the source is newer than its stale_days                         |
| paragraphs_lost  | 5 new articles have, in the middle, half the usual paragraphs or fewer     |
| duplicates       | of 10 new articles and more, over half have the words of other ones        |

Days are counted from the last run that read the source and was not held back. A run less than
half a day after it says nothing about volumes, nor does a source's first run about its most: it
brings what had gathered before. What was put off to the next run is not missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from statistics import median
from typing import NamedTuple

from extractors.values import Value
from flows.entries import A_PAGE
from warehouse.records import OutcomeCode
from warehouse.usual import Usual

SAME_PAGES = 5
FEWEST_TO_COMPARE = 5  # new articles, for their paragraphs
FEWEST_PARAGRAPHS = 4  # usual ones: of fewer no half can be told
FLOOD = 10  # new articles, for duplicates
HALF_A_DAY = timedelta(hours=12)
DAY = timedelta(days=1)


class AlarmCode(StrEnum):
    """The names of the warnings."""

    PAGE_FOR_FEED = "page_for_feed"
    NO_REFERENCES = "no_references"
    SAME_PAGE = "same_page"
    TOO_FEW = "too_few"
    TOO_MANY = "too_many"
    STALE = "stale"
    PARAGRAPHS_LOST = "paragraphs_lost"
    DUPLICATES = "duplicates"


class Alarm(NamedTuple):
    """A warning about a source, with its figures for people."""

    source: str
    code: AlarmCode
    detail: str


class Sight(NamedTuple):
    """What a run saw of one reference."""

    source: str
    reference: str
    code: OutcomeCode
    reason: str | None = None
    fault: str | None = None  # what kept a feed or sitemap from being listed; None: a page
    on: date | None = None  # when it was published or changed
    page_id: str | None = None  # of a page that the warehouse did not hold
    article_id: str | None = None  # of the article that it gave
    text_id: str | None = None  # hash of that article's text
    paragraph_count: int | None = None

    @property
    def is_new_article(self) -> bool:
        return self.code is OutcomeCode.STORED


class Expected(Value):
    """What its owner expects of a source; None: nothing."""

    source: str
    least: int | None = None  # new articles a day
    most: int | None = None
    stale_days: int | None = None
    lists_always: bool = False  # that it lists nothing is not usual


class Seen(NamedTuple):
    """All that the alarms of one source look at."""

    expected: Expected
    usual: Usual  # from before the run
    copied: Collection[str]  # articles of the run that the warehouse has from other references
    sights: Sequence[Sight]
    now: datetime


def alarms(seen: Seen) -> Iterator[Alarm]:
    """The warnings about a source in a run."""
    for code, found in _FINDERS.items():
        if detail := found(seen):
            yield Alarm(seen.expected.source, code, detail)


def _page_for_feed(seen: Seen) -> str | None:
    pages = [it.reference for it in seen.sights if A_PAGE in (it.fault or "")]
    return f"{pages[0]}: {A_PAGE}" if pages else None


def _no_references(seen: Seen) -> str | None:
    if not seen.expected.lists_always or any(it.fault is None for it in seen.sights):
        return None
    faults = [f"{it.reference}: {it.fault}" for it in seen.sights]
    return f"nothing was listed ({'; '.join(faults[:3]) or 'no entry'})"


def _same_page(seen: Seen) -> str | None:
    new = [it for it in seen.sights if it.page_id]
    for what, alike in (
        ("the same page", Counter(it.page_id for it in new)),
        ("the same text", Counter(it.text_id for it in new if it.text_id)),
    ):
        for _, count in alike.most_common(1):
            if count >= SAME_PAGES:
                return f"{count} addresses gave {what}"
    walls = Counter(it.reason for it in new if it.reason)
    for reason, count in walls.most_common(1):
        if count >= max(SAME_PAGES, len(new) / 2):
            return f"{count} of {len(new)} new pages were {reason}"
    return None


def _too_few(seen: Seen) -> str | None:
    least, days = seen.expected.least, _days(seen)
    put_off = sum(it.code is OutcomeCode.DEFERRED for it in seen.sights)
    if least is None or days is None or (_new_count(seen) + put_off) / days >= least:
        return None
    return f"{_new_count(seen) / days:.1f} new articles a day; {least} is the least that is usual"


def _too_many(seen: Seen) -> str | None:
    most, days = seen.expected.most, _days(seen)
    if most is None or days is None or seen.usual.read_at is None:
        return None
    a_day = _new_count(seen) / days
    return (
        f"{a_day:.1f} new articles a day; {most} is the most that is usual"
        if a_day > most
        else None
    )


def _days(seen: Seen) -> float | None:
    """How long the source's new articles had gathered, one day at least; None: not long enough."""
    if seen.usual.read_at is None:
        return 1
    gathered = seen.now - seen.usual.read_at
    return max(gathered / DAY, 1) if gathered >= HALF_A_DAY else None


def _new_count(seen: Seen) -> int:
    return sum(it.is_new_article for it in seen.sights)


def _stale(seen: Seen) -> str | None:
    days = seen.expected.stale_days
    dates = [it.on for it in seen.sights if it.on] + [it for it in [seen.usual.newest_on] if it]
    if days is None or not dates:
        return None
    age = (seen.now.date() - max(dates)).days
    return f"nothing is newer than {max(dates)}, {age} days ago" if age > days else None


def _paragraphs_lost(seen: Seen) -> str | None:
    counts = [it.paragraph_count for it in seen.sights if it.paragraph_count is not None]
    usual = seen.usual.paragraph_count
    if usual is None or usual < FEWEST_PARAGRAPHS or len(counts) < FEWEST_TO_COMPARE:
        return None
    now = median(counts)
    return f"{now:g} paragraphs an article, where {usual:g} are usual" if now <= usual / 2 else None


def _duplicates(seen: Seen) -> str | None:
    new = [it.article_id for it in seen.sights if it.is_new_article and it.article_id]
    copies = len(new) - len(set(new) - set(seen.copied))
    if len(new) < FLOOD or copies <= len(new) / 2:
        return None
    return f"{copies} of {len(new)} new articles have the words of another one"


_FINDERS: dict[AlarmCode, Callable[[Seen], str | None]] = {
    AlarmCode.PAGE_FOR_FEED: _page_for_feed,
    AlarmCode.NO_REFERENCES: _no_references,
    AlarmCode.SAME_PAGE: _same_page,
    AlarmCode.TOO_FEW: _too_few,
    AlarmCode.TOO_MANY: _too_many,
    AlarmCode.STALE: _stale,
    AlarmCode.PARAGRAPHS_LOST: _paragraphs_lost,
    AlarmCode.DUPLICATES: _duplicates,
}
