"""Days that are wanted, of publication. Pure."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from extractors.values import Value

SLACK = timedelta(days=1)  # a source dates in UTC, a page in the days of its own place


class DateRange(Value):
    """Both ends are included; None leaves an end open."""

    since: date | None = None
    until: date | None = None

    def holds(self, day: date | None) -> bool:
        """Whether a day lies inside; what has no date is not held against it."""
        if day is None:
            return True
        return (self.since or day) <= day <= (self.until or day)

    def is_after(self, changed_at: datetime | None) -> bool:
        """Whether what last changed then was published before the range: it was no later than that.
        Of what changed after the range nothing is known.
        """
        if self.since is None or changed_at is None:
            return False
        return changed_at.date() + SLACK < self.since
