"""The wordings of sanctions that somebody speaks of as still to come, or works on."""

from __future__ import annotations

from extractors.kinds.sanctions.words import WORDS
from extractors.parsing.tape import pattern

#: "said that further sanctions on Russia were still on the table": the speaker's own.
SPOKEN_OF = pattern(
    r"(?:\b{sanctions}|{ordinal} (?:package|round))\b[^.;]{0,50}? (?:could be|may be|might be|is"
    r"|are|was|were|remain(?:s"
    r"|ed)?) (?:\w+ ){0,2}?(?:expected"
    r"|on the table|planned|being prepared|under consideration|possible|ready|in the (?:pipeline"
    r"|making"
    r"|works)|in preparation|under ?way|to (?:come|follow))\b",
    WORDS,
)
#: "Work will begin on the 19th package of EU sanctions": whose they bear, else the speaker's.
WORKED_ON = pattern(
    r"\bwork (?:is|was|has|had|will|would)(?: \w+){0,2}? (?:under ?way|begun|begin|started?"
    r"|continued?|continuing) on (?:{new} |(?P<i>{party})(?:'s)? ){0,7}?{sanctions}\b",
    WORDS,
)
