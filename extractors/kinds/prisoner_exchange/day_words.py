"""The wording of several exchanges that one sentence tells, each with its figure and its day."""

from __future__ import annotations

from extractors.parsing.lexicon import EACH, LEXICON
from extractors.parsing.tape import pattern

#: "390 each on Friday and 307 each on Saturday": two exchanges by one verb.
TWICE = pattern(
    r"{count}(?: {captives})? (?:each|apiece) (?:on )?{date}(?P<and>,? and )(?=(?:another )?{count}"
    r"(?: {captives})? (?:each|apiece) (?:on )?{date})"
    r"|{count}(?: [\w{actor}-]+){0,3} {captives} (?:on )?{date}(?P<also>,? )"
    r"(?=and (?:another )?{count}(?: more| others)? (?:on )?{date}(?:[,.;]|\Z))",
    LEXICON,
)
#: "307 soldiers by each country on Saturday and of 390 people, among them 120 civilians, by each on
#: Friday": as many on each side of either day.
_BY_EACH = rf"(?:{EACH}|(?:by|from|on|for) each)"
EACH_OF_TWO_DAYS = pattern(
    rf"{{count}}(?:(?!, and\b)[^.;]){{0,70}}? {_BY_EACH},? (?:on |last )?{{date}}(?P<and>,? and )"
    r"(?=(?:(?:of|by|after|with) )?(?:another |a further |the first )?{count}[^.;]{0,70}?"
    rf" {_BY_EACH},? (?:on |last |the )?{{date}})",
    {**LEXICON, "each": EACH},
)
#: "307 on Saturday and 390 on Friday": two deeds of one verb.
_PLACE = r"(?: (?:in|at|near|outside) [\w{place}-]+(?: [\w{place}-]+)?)?"
AND_ON_ANOTHER = pattern(
    rf"{{count}}(?: [\w{{actor}}-]+){{0,4}}{_PLACE} (?:on |in )?{{date}}(?P<and>,? and )"
    rf"(?=(?:another )?{{count}}(?: more| others)?{_PLACE} (?:on |in )?{{date}}(?:[,.;]|\Z))"
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
#: "exchanges were held on 9, 10 and 12 June": as many exchanges.
SEVERAL_DAYS = pattern(
    r"(?:(?!\b(?:agreed|talks|meetings?|negotiations|captured|taken|held (?:in|by)|after|following"
    r"|under|strikes?|attacks?)\b)[^.;]){0,60}?"
    r" on (?P<all>{date}(?:(?:,| and|, and) (?:on )?{date}){1,5})"
)
ONE_DAY = pattern(r"{date}")
#: "…, on 10 June the gravely ill, and on 9 June those under 25": whom they exchanged on what day.
SOME_ON_A_DAY = pattern(
    r"(?:,|;|\band) (?:and )?on {date},? (?:of )?(?:the |those )?(?:who (?:were|are) )?"
    r"(?:(?:seriously|severely|gravely|badly|critically|terminally|most|and|or|wounded|injured"
    r"|sick|aged) ){0,4}"
    r"(?:wounded|injured|ill|sick|{age}|under-25s|young(?:est)?|women)(?= |[,.;]|\Z)"
    r"(?: (?:captives|prisoners|soldiers|ones|men|troops|servicemen)(?=[,.;]|\Z))?"
)
#: "390 on the first day, 307 on the second and 303 on the third": the stages of one exchange.
BY_STAGE = pattern(
    r"{count}(?: each)? (?:on|in|during) the {ordinal}(?: (?:day|stage|phase|part|round|leg))?"
    r"(?=[,.;:)]|\Z| and {count})"
)
#: "and 973 in April 2023", behind a deed with a figure and a date of its own.
AND_ANOTHER_DAY = pattern(
    r"(?:[,;] )?and (?:another |a further )?(?P<n>{count})(?: more| others)?(?: on| in)? ?{date}"
)
