"""The wording of exchanges on several days that a sentence tells without figures."""

from __future__ import annotations

from extractors.parsing.tape import pattern

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
