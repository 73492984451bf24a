"""The wording of several exchanges that one sentence tells, each with its figure and its day."""

from __future__ import annotations

from extractors.parsing.lexicon import LEXICON
from extractors.parsing.tape import pattern

#: "390 each on Friday and 307 each on Saturday": two exchanges by one verb.
TWICE = pattern(
    r"{count}(?: {captives})? (?:each|apiece) (?:on )?{date}(?P<and>,? and )(?=(?:another )?{count}"
    r"(?: {captives})? (?:each|apiece) (?:on )?{date})"
    r"|{count}(?: [\w{actor}-]+){0,3} {captives} (?:on )?{date}(?P<also>,? )"
    r"(?=and (?:another )?{count}(?: more| others)? (?:on )?{date}(?:[,.;]|\Z))",
    LEXICON,
)
#: "307 on Saturday and 390 on Friday": two deeds of one verb.
AND_ON_ANOTHER = pattern(
    r"{count}(?: [\w{actor}-]+){0,4} (?:on |in )?{date}(?P<and>,? and )"
    r"(?=(?:another )?{count}(?: more)? (?:on |in )?{date}(?:[,.;]|\Z))"
)
#: "390 prisoners apiece on 23 May, 307 on 24 May and 303 on 25 May": as many exchanges.
LISTED_DAYS = pattern(
    r"{count}(?: [\w-]+){0,4}? (?:each|apiece|from each side|on each side) (?:on )?{date}"
    r"(?P<more>(?:(?:, and|,| and) (?:another )?{count}(?: more)? (?:on )?{date}){1,4})",
    LEXICON,
)
NEXT_DAY = pattern(r"(?:, and|,| and) (?:another )?{count}")
#: Days and their figures without a verb: "Friday 390 each, Saturday 307 each".
DAY_BY_DAY = pattern(
    r"(?:\A|[,;:] (?:and )?|\band )(?:on )?{date}(?:,|:| -)? (?P<n>{count})(?: {captives})?"
    r" (?:each|apiece|from each side|on each side)\b",
    LEXICON,
)
#: "and 973 in April 2023", behind a deed with a figure and a date of its own.
AND_ANOTHER_DAY = pattern(
    r"(?:[,;] )?and (?:another |a further )?(?P<n>{count})(?: more| others)?(?: on| in)? ?{date}"
)
