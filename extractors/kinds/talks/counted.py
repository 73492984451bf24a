"""Days told as so many after, or before, one that is known: "a week later", "two days earlier"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from extractors.parsing.dates import DateMention
from extractors.parsing.line import Line
from extractors.parsing.numbers import Duration, Number
from extractors.parsing.tape import pattern
from extractors.values import DateBasis

LATER = pattern(
    r"(?:(?P<n>{duration})|(?P<c>{count}) (?P<u>day|week)s"
    r"|(?:just |only )?(?:a|one) (?:day|(?P<week>week)))"
    r" (?:(?P<back>earlier|before that)|later|afterwards|after (?:that|this)(?= [a-z,.]|[,.])|on,)"
    r"|\b(?:next|following) (?:day|morning|evening)\b|\bthe day after\b(?! {date})"
)


def counted_from(line: Line, found: re.Match[str], known: str) -> DateMention | None:
    """The day that words matched by LATER count from a known one (ISO 8601); None where they are
    vague or the known one is no single day."""
    days = _days(line, found) if _DAY.fullmatch(known) else None
    if days is None:
        return None
    day = date.fromisoformat(known) + timedelta(days=-days if found["back"] else days)
    return DateMention(
        span=line.tape.span(*found.span()),
        edtf=day.isoformat(),
        basis=DateBasis.DERIVED,
        role="at",
        anchor=f"counted from {known}",
    )


def _days(line: Line, found: re.Match[str]) -> int | None:
    """The days of an exact length; what is vague or counted in hours and months gives none."""
    if not (found["n"] or found["c"]):
        return _WEEK if found["week"] else 1
    told = line.tape.at(found.start("n" if found["n"] else "c"))
    if isinstance(told, Number) and told.count.low == told.count.high:
        days = int(told.value) * (_WEEK if found["u"] == "week" else 1)
        return days if days <= _MOST else None
    if not isinstance(told, Duration) or told.unit not in ("days", "weeks"):
        return None
    count = told.days()
    exact = count is not None and count.low == count.high
    return int(count.best) if count and count.best and exact and count.best <= _MOST else None


_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WEEK = 7  # days
_MOST = 400  # days that are counted on
