"""When the holiday is over by which a truce is called: "the Easter truce", told on a later day.

Only feasts with a day that the calendar gives; both Easters count, the later ends the truce. Known
gaps: Eid, Ramadan and other feasts of the moon.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

_EASTER = "easter"
#: The last day of a holiday's truce: month and day.
_LAST_DAYS = {"victory day": (5, 10), "christmas": (1, 8), "new year": (1, 2)}
_HOLIDAYS = re.compile(r"\b(?:easter|victory day|christmas|new year)\b")


def is_over(words: str, published: date | None) -> bool:
    """Whether the holiday that the words name was over when the article was published."""
    match = _HOLIDAYS.search(words)
    if match is None or published is None:
        return False
    years = range(published.year - 1, published.year + 2)
    days = [_last_day(match.group(), year) for year in years]
    return min(days, key=lambda day: abs(day - published)) < published


def _last_day(holiday: str, year: int) -> date:
    if holiday == _EASTER:
        return max(_western_easter(year), _orthodox_easter(year))
    return date(year, *_LAST_DAYS[holiday])


def _western_easter(year: int) -> date:
    """The Gregorian computus (Meeus, Jones, Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, over = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leaps - correction + 15) % 30
    quarters, left = divmod(rest, 4)
    weekday = (32 + 2 * over + 2 * quarters - moon - left) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _orthodox_easter(year: int) -> date:
    """The Julian computus (Meeus), in days of the Gregorian calendar until 2099."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)
