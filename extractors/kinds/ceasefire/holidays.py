"""When the holiday is over by which a truce is called: "the Easter truce", told on a later day.

Only feasts with a day that the calendar gives; both Easters count, the later ends the truce. Known
gaps: Eid, Ramadan and other feasts of the moon.
"""

from __future__ import annotations

import re
from datetime import date

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

_EASTER = "easter"
#: The last day of a holiday's truce: month and day.
_LAST_DAYS = {"victory day": (5, 10), "christmas": (1, 8), "new year": (1, 2)}
_FIRST_DAYS = {"victory day": (5, 8), "christmas": (12, 24), "new year": (12, 31)}
_HOLIDAYS = re.compile(r"\b(?:easter|victory day|christmas|new year)\b")


def fronted(text: str, place: int) -> re.Match[str] | None:
    """The holiday with which a sentence opens whose truce stands near: "Over Easter he ordered"."""
    opening = _FRONTED.match(text)
    return opening if opening and place - opening.end() < _NEAR else None


_NEAR = 60  # places behind the holiday in which the truce is named
_FRONTED = re.compile(
    r"\W{0,2}(?:over|during|for|at|on) (?:the )?(?:orthodox )?"
    r"(?P<w>easter|christmas|victory day|new year)\b"
)


def is_over(words: str, published: date | None) -> bool:
    """Whether the holiday that the words name was over when the article was published."""
    match = _HOLIDAYS.search(words)
    if match is None or published is None:
        return False
    years = range(published.year - 1, published.year + 2)
    days = [_last_day(match.group(), year) for year in years]
    return min(days, key=lambda day: abs(day - published)) < published


def is_today(words: str, published: date | None) -> bool:
    """Whether the words name Easter and the article was published on Easter Sunday."""
    if published is None or _EASTER not in words:
        return False
    return published in (easter(published.year, way) for way in (EASTER_WESTERN, EASTER_ORTHODOX))


def is_to_come(words: str, published: date | None) -> bool:
    """Whether the holiday that the words name had not begun when the article was published."""
    match = _HOLIDAYS.search(words)
    if match is None or published is None or match.group() not in _FIRST_DAYS:
        return False
    years = range(published.year - 1, published.year + 2)
    days = [date(year, *_FIRST_DAYS[match.group()]) for year in years]
    return min(days, key=lambda day: abs(day - published)) > published


def _last_day(holiday: str, year: int) -> date:
    if holiday != _EASTER:
        return date(year, *_LAST_DAYS[holiday])
    later: date = max(easter(year, EASTER_WESTERN), easter(year, EASTER_ORTHODOX))
    return later
