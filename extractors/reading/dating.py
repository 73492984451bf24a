"""When a page says it was published and changed: every source by itself, none of them bent.

Which one is believed is metadata.py; what a written date means is dates.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from extractors.article import ArticleFlag, DateCandidate, DateSource
from extractors.reading.dates import read_stamp

_META = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
    "publishdate", "publish-date", "publication_date", "pubdate", "sailthru.date",
    "article.published", "dc.date.issued", "dcterms.created", "dc.date", "dc.date.created",
    "dcterms.date", "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
_META_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?![\d])")
_OLDEST = date(1990, 1, 1)  # no news page of the web is older
_APART = 2  # days


def read_dates(tree: Any, node: Mapping[str, Any], meta: Mapping[str, str]) -> list[DateCandidate]:
    """What JSON-LD, meta tags and time elements say, the most trusted first; one of each source."""
    told = {
        DateSource.JSON_LD: [node.get("datePublished"), node.get("dateCreated")],
        DateSource.META: [meta.get(name) for name in _META],
        DateSource.TIME_ELEMENT: _times(tree),
    }
    found = ((source, _first(stamps)) for source, stamps in told.items())
    return [DateCandidate(source=source, value=value) for source, value in found if value]


def read_modified(node: Mapping[str, Any], meta: Mapping[str, str]) -> date | datetime | None:
    return _first([node.get("dateModified"), *(meta.get(name) for name in _META_MODIFIED)])


def _first(stamps: Sequence[object]) -> date | datetime | None:
    read = (read_stamp(stamp[:100]) for stamp in stamps if isinstance(stamp, str) and stamp)
    return next((moment for moment in read if moment), None)


def _times(tree: Any) -> list[str | None]:
    return [
        time.get("datetime")
        for time in tree.iter("time")
        if time.get("pubdate") is not None or _is_published(time)
    ]


def _is_published(time: Any) -> bool:
    """Whether a time element says of itself that it is the date of publication."""
    named = f"{time.get('class', '')} {time.get('itemprop', '')}".lower()
    return "publish" in named or "entry-date" in named or "pubdate" in named


def in_address(url: str | None) -> date | None:
    """The day in a URL like /2025/07/23/, if it is one of the calendar."""
    found = _IN_ADDRESS.search(url or "")
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def date_flags(
    published: date | datetime | None, candidates: Sequence[DateCandidate], fetched_at: datetime
) -> Iterator[ArticleFlag]:
    """What is odd about the dates: they disagree, lie ahead of the fetching, or before the web."""
    days = [_day(candidate.value) for candidate in candidates]
    if days and (max(days) - min(days)).days > _APART:
        yield ArticleFlag.DATES_DISAGREE
    if published and (_day(published) - _day(fetched_at)).days > 1:
        yield ArticleFlag.PUBLISHED_IN_FUTURE
    if published and _day(published) < _OLDEST:
        yield ArticleFlag.PUBLISHED_BEFORE_1990


def _day(moment: date | datetime) -> date:
    if not isinstance(moment, datetime):
        return moment
    return (moment.astimezone(UTC) if moment.tzinfo else moment).date()
