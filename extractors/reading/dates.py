"""Publication times as pages write them: ISO, English dates with and without clock and zone.

Explicit grammars only: what is no date of the calendar is None and never bent into one. Dates
inside the story are not read here.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

_MONTH_NAMES = (
    ("jan", "january"), ("feb", "february"), ("mar", "march"), ("apr", "april"), ("may",),
    ("jun", "june"), ("jul", "july"), ("aug", "august"), ("sep", "sept", "september"),
    ("oct", "october"), ("nov", "november"), ("dec", "december"),
)  # fmt: skip
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names}
#: Hours from UTC. IST is India's, the most frequent in news; BST is Britain's summer time.
_ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "bst": 1, "wet": 0, "west": 1, "cet": 1, "cest": 2, "eet": 2,
    "eest": 3, "msk": 3, "trt": 3, "ast": 3, "idt": 3, "gst": 4, "pkt": 5, "ist": 5.5, "sgt": 8,
    "hkt": 8, "jst": 9, "kst": 9, "aest": 10, "aedt": 11, "est": -5, "edt": -4, "cst": -6,
    "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip
_AMERICAN = {"et": -5, "ct": -6, "mt": -7, "pt": -8}  # summer time not told: the day decides

_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_ENGLISH = (
    re.compile(rf"\b{_DAY} (?:of )?{_MONTH},? {_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH} {_DAY},? {_YEAR}\b", re.IGNORECASE),
)
_CENTURY = re.compile(r"19\d|20\d")  # without one there is no year
_ISO_DAY = re.compile(r"\b(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_DOTTED = re.compile(r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d{2})\b")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}")
_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?(?::\d{2})? ?(?P<half>[ap]\.?m\b\.?)?"
    r"(?: ?\(?(?P<zone>(?:UTC|GMT) ?[+-]\d{1,2}(?::?\d{2})?|[+-]\d{2}:?\d{2}|[A-Z]{1,4})"
    r"(?![A-Za-z]))?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"([+-])(\d{1,2}):?(\d{2})?")

_PUBLISHING_WORDS = """
    published updated modified posted last first created on at by min mins minute minutes read time
    hour day days week weeks ago date issued release released edited added
    mon tue tues wed thu thur thurs fri sat sun monday
    tuesday wednesday thursday friday saturday sunday am pm a m p local noon midnight th st nd rd of
    and hours hrs h comment comments view views share shares"""
_DATE_WORDS = {*_PUBLISHING_WORDS.split(), *_MONTHS, *_ZONES, *_AMERICAN}
_NAME_PARTS = {"de", "van", "von", "al", "bin", "der", "with"}
_WORD = re.compile(r"[^\W\d_]+")
_BARS = re.compile(r" ?[|•·] ?| [-–—] ")


def is_date_line(line: str) -> bool:
    """Whether a line says when the page was published or changed, and nothing else."""
    return _has_date(line) and not _other_words(line)


def is_dated_byline(line: str) -> bool:
    """Whether a line says when the page was published and who wrote it, and nothing else."""
    if not _has_date(line):
        return False
    others = _other_words(line)
    first = _WORD.search(line)
    opens = first is not None and first[0].casefold() in _DATE_WORDS
    named = all(word[0].isupper() or word in _NAME_PARTS for word in others)
    return (opens or is_parted_by_date(line)) and named and len(others) <= 12


def is_parted_by_date(line: str) -> bool:
    """Whether a line has parts, one of them a date: "Kabul | 8.1.2014 | 3 comments"."""
    parts = _BARS.split(line)
    return len(parts) > 1 and any(is_date_line(part) for part in parts)


def _has_date(line: str) -> bool:
    if not _CENTURY.search(line):
        return False
    return any(pattern.search(line) for pattern in (*_ENGLISH, _ISO_DAY, _DOTTED))


def _other_words(line: str) -> list[str]:
    """The words of a line that are not about dates and publishing; glued words are parted."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z\d])|(?<=[A-Z])(?=\d)|(?<=\d)(?=[A-Za-z])", " ", line)
    return [word for word in _WORD.findall(parted) if word.casefold() not in _DATE_WORDS]


def read_written(text: str) -> date | datetime | None:
    """The first date in a line of visible text, aware if clock and zone are told, else the day."""
    if not (day := _day_in(text)):
        return None
    clocks = [_clock(day, match) for match in _CLOCK.finditer(text) if _is_clock(match)]
    return next((clock for clock in clocks if clock), day)


def read_stamp(stamp: str) -> date | datetime | None:
    """A date as metadata writes it: ISO 8601 mostly; without a zone only the day is known."""
    stamp = stamp.strip()
    if _ISO.match(stamp):
        return _iso(stamp)
    if stamp.isdigit() and len(stamp) == 8:
        return _made(int(stamp[:4]), int(stamp[4:6]), int(stamp[6:]))
    return read_written(stamp)


def _iso(stamp: str) -> date | datetime | None:
    text = stamp.replace(" UTC", "+00:00").replace(" GMT", "+00:00")
    text = re.sub(r" (?=[+-]\d{2}:?\d{2}\Z)", "", text)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return _day_in(stamp[:10])
    return moment if moment.tzinfo else moment.date()


def _day_in(text: str) -> date | None:
    """The first date written in the text, if it is a day of the calendar."""
    for pattern in (*_ENGLISH, _ISO_DAY, _DOTTED):
        if found := pattern.search(text):
            month = found["month"].casefold()
            number = _MONTHS.get(month) or (int(month) if month.isdigit() else 0)
            return _made(int(found["year"]), number, int(found["day"]))
    return None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_clock(found: re.Match[str]) -> bool:
    return bool(found["half"]) or found["minute"] is not None


def _clock(day: date, found: re.Match[str]) -> datetime | None:
    """The moment, if the hour exists and the zone is told."""
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    zone = _zone((found["zone"] or "").casefold(), day)
    half = (found["half"] or "").casefold()[:1]
    if zone is None or minute > 59 or hour > (12 if half else 23) or (half and not hour):
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone)


def _zone(name: str, day: date) -> timezone | None:
    if name in _ZONES:
        return timezone(timedelta(hours=_ZONES[name])) if _ZONES[name] else UTC
    if name in _AMERICAN:
        return timezone(timedelta(hours=_AMERICAN[name] + _is_american_summer(day)))
    if offset := _OFFSET.search(name):
        hours, minutes = int(offset[2]), int(offset[3] or 0)
        sign = -1 if offset[1] == "-" else 1
        return timezone(sign * timedelta(hours=hours, minutes=minutes)) if hours <= 14 else None
    return None


def _is_american_summer(day: date) -> bool:
    """Second Sunday of March to first Sunday of November (15 U.S.C. 260a, since 2007)."""
    return _sunday(day.year, 3, 2) <= day < _sunday(day.year, 11, 1)


def _sunday(year: int, month: int, which: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (which - 1))
