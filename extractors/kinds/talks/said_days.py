"""How a day was said: by its weekday alone, without its year. Which day is meant by it is left to
spells.py."""

from __future__ import annotations

from extractors.parsing.dates import DateMention


def on_weekday(found: DateMention) -> bool:
    """Whether a weekday alone gives the day, so that it may lie on either side of publication."""
    return (found.anchor or "").split(" ")[0] in _WEEKDAYS


def year_is_assumed(found: DateMention) -> bool:
    """Whether a day and month are said without their year, so that it may be the last one."""
    return "year" in (found.anchor or "")


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
