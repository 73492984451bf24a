"""Rounds told in a list, of which only the first says what is counted: "the first round was held on
12 April and the second a week later". Which words name one of them is left to nouns.py."""

from __future__ import annotations

import re
from datetime import date, timedelta

from extractors.kinds.talks.mention import Mention
from extractors.parsing.dates import DateMention
from extractors.parsing.numbers import Number
from extractors.parsing.tape import pattern


def is_listed(mention: Mention) -> bool:
    """ "The first on 12 April and the second in Rome": the day of the first is its own."""
    start = mention.trigger.start
    ends = ("and ", "; ", ", ", AGAIN)
    return mention.name == "one of them" and mention.line.text.endswith(ends, 0, start)


AGAIN = "again for "  # "met there in April and again for a fourth in May"


def later_in_list(mention: Mention) -> DateMention | None:
    """ "The first was held in Muscat on 12 April and the second a week later": the 19th."""
    line, start = mention.line, mention.trigger.start
    match = _LATER.match(line.text, mention.trigger.end)
    before = [day for _, day in line.tape.annotations(0, start) if isinstance(day, DateMention)]
    if match is None or not before or not _DAY.fullmatch(before[-1].edtf):
        return None
    count = line.tape.at(match.start("n")) if match["n"] else None
    many = int(count.value) if isinstance(count, Number) else 1
    if many > _MOST:
        return None
    ahead = timedelta(weeks=many) if match["u"] == "week" else timedelta(days=many)
    day = date.fromisoformat(before[-1].edtf) + ahead
    return before[-1].model_copy(update={"edtf": day.isoformat()})


_LATER = pattern(
    r"(?: (?:(?:was|were) held|took place|followed|came|opened|began))?(?: in {place},?| there)?"
    r" (?:(?P<n>{count})|an?|one|the (?:next|following)) (?P<u>day|week)s?(?: later\b|(?<=next day)"
    r"|(?<=following day)|(?<=next week)|(?<=following week))"
)


_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOST = 60  # days or weeks that are counted on
