"""The words of dates as patterns: months, weekdays, days, years; reading them is left to others."""

from __future__ import annotations

import re

_MONTH_NAMES = (
    "january february march april may june july august september october november december"
)
_MONTHS = _MONTH_NAMES.split()
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_SMALL_NAMES = "one two three four five six seven eight nine ten eleven twelve"
_SMALL = _SMALL_NAMES.split()

#: One gap between two words of a date; it never crosses a paragraph.
GAP = r"(?:[ \t\xa0\u2009\u202f]{1,2}|\n)"
DASH = r"[-‐‑–—−]"
MONTH = (
    rf"(?:(?:{'|'.join(_MONTHS)})(?!\w)|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?!\w)\.?)"
)
WEEKDAY = rf"(?:{'|'.join(_WEEKDAYS)})(?!\w)"
_WEEKDAY_SHORT = r"(?:mon|tues?|wed|thur?s?|fri|sat|sun)(?!\w)\.?"

#: In "May 25 prisoners" the number counts people, in "May 1,200" and "May 14-day" it goes on.
PEOPLE = (
    r"(?:(?:more|ukrainian|russian|israeli|palestinian|dead|wounded|military|civilian){g})?"
    r"(?:prisoners?|pows?|captives?|hostages?|soldiers?|service(?:men|man|members?)|troops|fighters?"
    r"|civilians?|people|persons?|children|men|women|bodies|detainees?|defenders?|personnel"
    r"|ukrainians|russians|israelis|palestinians|casualties|deaths|others)(?!\w)"
).replace("{g}", GAP)
_UNITS = r"(?:minutes?|hours?|days?|weeks?|months?|years?)(?!\w)"
DAY = (
    r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
    rf"(?![\w%°]|[,.:/][0-9]|{DASH}?{GAP}?{_UNITS}|{GAP}(?:{PEOPLE}|per{GAP}?cent|percent))"
)
YEAR = r"(?:19|20)[0-9]{2}(?![\w%]|[,.:][0-9])"
_TAIL = rf"(?:,?{GAP}(?:of{GAP})?(?:(?P<year>{YEAR})|(?P<which>last|this|next){GAP}year(?!\w)))?"
_TO = rf"(?:{GAP}?{DASH}{GAP}?|{GAP}(?:to|through|thru|until|till){GAP}(?:the{GAP})?)"
_AND = rf",?{GAP}(?:and|or){GAP}(?:the{GAP})?"
_DAYS = rf"{DAY}(?:(?:,{GAP}{DAY}){{0,3}}(?:{_TO}|{_AND}){DAY}"
_OTHER_MONTH = rf"{GAP}(?:of{GAP})?{MONTH}"

#: Where an expression may begin: tried once at each such word.
ANCHOR = re.compile(
    rf"(?<![\w/@.#$€£])(?:(?P<digit>[0-9]{{1,4}}(?!_))|(?P<month>{MONTH})"
    rf"|(?P<weekday>{WEEKDAY}|{_WEEKDAY_SHORT})"
    r"|(?P<now>yesterday|today|tomorrow|tonight|last{g}night"
    r"|this{g}(?:morning|afternoon|evening)|(?:the{g})?day{g}(?:before{g}yesterday|after{g}tomorrow))(?!\w)"
    r"|(?P<part>(?:the{g})?(?:(?:very{g})?end|close|beginning|start|middle|turn)(?:{g}|-)of"
    r"|(?:year|month)(?:['’]s)?[- ]end"
    r"|(?:later|earlier|early|late|mid)(?:{g}in)?)(?!\w)"
    r"|(?P<slice>(?:the{g})?(?:first|second|third|fourth|last|final){g}(?:week|half){g}of)(?!\w)"
    r"|(?P<which>(?:this|the){g}(?:coming|past)|last|this|next|coming|past)(?!\w)"
    rf"|(?P<ago>(?:an?|{'|'.join(_SMALL)})(?!\w))"
    r"|(?P<the>the(?!\w)))".replace("{g}", GAP)
)

MONTH_DAY = re.compile(
    rf"(?P<month>{MONTH}){GAP}(?:the{GAP})?(?P<days>{_DAYS}(?!{_OTHER_MONTH}))?){_TAIL}"
)
DAY_MONTH = re.compile(rf"(?P<days>{_DAYS})?){GAP}(?:of{GAP})?(?P<month>{MONTH}){_TAIL}")
MONTH_ALONE = re.compile(rf"(?P<month>{MONTH})(?:['’]s)?{_TAIL}")
NEXT_IN_LIST = re.compile(rf"(?:,{GAP}(?:and{GAP})?|{GAP}(?:and|or){GAP})")
_CLOCK = r"(?:midnight|noon|dawn|[0-9][0-9:.]{0,4}\s?(?:a\.?m\.?|p\.?m\.?)?)"
RANGE_JOIN = re.compile(rf"{_TO}(?:{_CLOCK}{GAP}on{GAP})?")
BETWEEN_JOIN = re.compile(rf"{GAP}and{GAP}")
WEEKDAY_ALONE = re.compile(rf"(?P<weekday>{WEEKDAY}|{_WEEKDAY_SHORT})")
ONE_GAP = re.compile(GAP)
FULL_MONTHS = frozenset(_MONTHS)
FULL_WEEKDAYS = frozenset(_WEEKDAYS)
DAY_FIGURE = re.compile(r"(?<![0-9])([0-9]{1,2})(?:st|nd|rd|th)?")
LISTED = re.compile(r",|(?:and|or)\s")
BEFORE_DAY = re.compile(rf",?{GAP}?\(?(?:(?:on|of){GAP})?(?:the{GAP})?")
WEEK_AFTER = re.compile(rf"{GAP}(?:of{GAP})?(?P<which>last|this|next){GAP}week(?!\w)")
ISO = re.compile(r"(?P<year>(?:19|20)[0-9]{2})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])(?![0-9-])")
NUMERIC = re.compile(
    r"(?P<first>[0-3]?[0-9])(?P<mark>[./])(?P<second>[0-3]?[0-9])(?P=mark)(?P<year>(?:19|20)[0-9]{2})(?!\w)"
)
#: 24.02.22, with both noughts: a version or a clock time is seldom written so.
SHORT_NUMERIC = re.compile(
    r"(?P<first>[0-3][0-9])(?P<mark>\.)(?P<second>[01][0-9])\.(?P<year>1[4-9]|2[0-9])"
    r"(?![\w%:]|[.,][0-9])"
)
YEARS = re.compile(
    rf"(?P<year>{YEAR})(?!{DASH}[0-9]{{1,2}}{DASH})(?:(?P<mark>{DASH}|/)(?P<last>(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}})(?!\w)))?"
)
AGO = re.compile(
    rf"(?P<number>[0-9]{{1,3}}|an?|{'|'.join(_SMALL)}){GAP}(?P<unit>day|week|month|year)s?(?:['’])?{GAP}"
    rf"(?:(?P<past>ago)|(?P<future>from{GAP}(?:now|today)|time))(?!\w)"
)
PERIOD = re.compile(r"(?P<unit>weekend|week|month|year)(?!\w)(?!-)")
#: The days of a month by the words of a slice of it; negative ones count from its end.
SLICES = {
    ("first", "week"): (1, 7),
    ("second", "week"): (8, 14),
    ("third", "week"): (15, 21),
    ("fourth", "week"): (22, 28),
    ("last", "week"): (-6, 0),
    ("final", "week"): (-6, 0),
    ("first", "half"): (1, 15),
    ("second", "half"): (16, 0),
}
PERIOD_END = re.compile(r"(?P<unit>year|month)")
AFTER_PART = re.compile(rf"(?:{DASH}|{GAP})(?P<the>the{GAP})?")
THE_DAY = re.compile(
    rf"the{GAP}(?P<day>3[01]|[12][0-9]|[1-9])(?:st|nd|rd|th)"
    rf"(?:{GAP}of{GAP}(?P<which>this|last|next){GAP}month(?!\w)|(?=[.,;:)]|\Z|\n))"
)
#: What makes a bare four-figure number a count and not a year.
COUNTED_BEFORE = re.compile(
    r"(?<!\w)(?:than|least|over|some|around|nearly|almost|approximately|roughly|exceeding|estimated"
    r"|total{g}of|another|additional|further|up{g}to|resolutions?|no\.|articles?|flight|room|unit|order"
    r"|brigade|decree|regiment|number){g}[$€£№#~]?\Z|[$€£№#~]{g}?\Z".replace("{g}", GAP)
)
COUNTED_AFTER = re.compile(
    rf"\+|{GAP}?(?:%|per{GAP}?cent|gmt|utc|hrs|hours|{DASH}?for{DASH}|for{GAP}[0-9]|x{GAP}?[0-9]|million|thousand"
    rf"|{_UNITS}|{PEOPLE}|km|kilomet|miles|met(?:er|re)s|tonn?e?s|dollars|euros|rubles)"
)


def month_number(word: str) -> int:
    """1–12 of a lower-case month name, in full or cut."""
    return next(n for n, name in enumerate(_MONTHS, 1) if name[:3] == word[:3])


def weekday_number(word: str) -> int:
    """0 (Monday) – 6 (Sunday) of a lower-case weekday name, in full or cut."""
    return next(n for n, name in enumerate(_WEEKDAYS) if name[:3] == word[:3])


def small_number(word: str) -> int:
    """The number of "3", "three" or "a"."""
    if word.isdecimal():
        return int(word)
    return _SMALL.index(word) + 1 if word in _SMALL else 1
