"""A bare day of a past deed that was read as next year's: "had given Moscow until 12 May", in June.

The readers of dates take "until" and "by" to look ahead; whether the deed is past is known to the
kinds alone.
"""

from __future__ import annotations

from datetime import date

_FAR_AHEAD = 150  # days; a date nearer than that may be meant as it was read


def in_the_past(day: str, published: date) -> str | None:
    """The same day of the year before; None for a day that is near, past or not exact."""
    if len(day) != len("2025-05-12") or "X" in day:
        return None
    read = date.fromisoformat(day)
    if (read - published).days < _FAR_AHEAD or read.year == published.year or day.endswith("02-29"):
        return None
    return read.replace(year=read.year - 1).isoformat()
