"""Rounds told in a list, of which only the first says what is counted: "the first round was held on
12 April and the second a week later". Which words name one of them is left to nouns.py."""

from __future__ import annotations

from extractors.kinds.talks.counted import LATER, counted_from
from extractors.kinds.talks.mention import Mention
from extractors.parsing.dates import DateMention
from extractors.parsing.tape import pattern


def is_listed(mention: Mention) -> bool:
    """ "The first on 12 April and the second in Rome": the day of the first is its own."""
    start = mention.trigger.start
    ends = ("and ", "; ", ", ", AGAIN)
    return mention.name == "one of them" and mention.line.text.endswith(ends, 0, start)


AGAIN = "again for "  # "met there in April and again for a fourth in May"


def later_in_list(mention: Mention) -> DateMention | None:
    """ "The first was held in Muscat on 12 April and the second a week later": the 19th."""
    line, (start, end) = mention.line, mention.trigger
    opens = _HELD.match(line.text, end)
    found = LATER.match(line.text, opens.end()) if opens else None
    before = [day for _, day in line.tape.annotations(0, start) if isinstance(day, DateMention)]
    return counted_from(line, found, before[-1].edtf) if found and before else None


_HELD = pattern(
    r"(?: (?:(?:was|were) held|took place|followed|came|opened|began))?(?: in {place},?| there)?"
    r" (?:the (?=next|following))?"
)
