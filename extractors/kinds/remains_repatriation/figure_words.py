"""The wording of figures of bodies: patterns over tapes."""

from __future__ import annotations

import re

from extractors.kinds.remains_repatriation.words import WORDS
from extractors.parsing.tape import pattern

COUNTS = (
    pattern(
        r"(?P<n>{count})(?P<mid>(?: (?!(?:and|or|in|for|to|from|with|who|prisoners|living"
        r"|captives)\b)[\w'\ue005-]+){0,3}?) (?P<b>{dead})(?: of)?(?P<after>(?:{next}){0,4})",
        WORDS,
    ),
    pattern(
        r"(?P<b>{dead})(?: of)?(?: (?:the|its|their|our|another|a|further|some|about|over|more"
        r"|than|all|fallen|first|last)){0,3} (?P<n>{count})(?P<mid>)(?P<after>(?:{next}){0,6})",
        WORDS,
    ),
    pattern(
        r"\btotal(?: number)?(?: of)?(?P<mid>(?: [\w\ue005'-]+){0,5}?)(?P<after>) (?:returned"
        r"|handed over|repatriated|transferred|delivered|received)\b[^.;{count}]{0,60}?"
        r" (?:to|at|is|was|reache[sd]) (?P<n>{count})",
        WORDS,
    ),
    pattern(r"\bthose of (?P<n>{count})(?P<mid>)(?P<after>(?:{next}){0,3})", WORDS),
    pattern(r"(?P<n>{count})(?P<mid>)(?P<after> belonging to (?:the )?{actor})", WORDS),
    pattern(r"(?P<n>{count})(?P<mid>)(?P<after> {actor})(?= for {count} {actor})"),
    pattern(r"{actor} for (?P<n>{count})(?P<mid>)(?P<after> {actor})"),
    pattern(
        r"{dead}\b[^.;{count}]{0,60}? (?:for|against) (?P<n>{count})(?P<mid>(?: of (?:its"
        r"|their) own)?)"
        r"(?P<after>)(?=[.,;]|\Z| (?:on|in|of)\b)",
        WORDS,
    ),
    pattern(r"(?P<n>{count})(?: more| others)?(?P<mid>)(?P<after>) (?={each})", WORDS),
    pattern(
        r"\b(?:receiv(?:ed|ing)|got(?: back)?|getting|returned|gave back|gave|brought (?:home"
        r"|back)|handed (?:over|back)|give|given"
        r"|giving)(?: \ue005)? (?:back )?(?P<n>{count})(?P<mid>(?: more)?(?: of its own"
        r"| of their own)?)(?P<after>)(?= and (?:gave|got|received|handed)\b| in (?:return"
        r"|exchange)|[.,;]|\Z| others| more)"
    ),
    pattern(
        r"\b(?:sent|gave|surrendered|handed|passed)(?: back| over)?"
        r" (?P<n>{count})(?P<mid>)(?P<after>)"
        r"(?= the other way\b)"
    ),
    pattern(
        r"(?P<n>{count})(?P<mid>(?: more)?)(?P<after>)(?= (?:(?:are|were|is) (?:due|set|expected"
        r"|scheduled|supposed) to be|will be) (?:handed|returned|given|transferred))"
    ),
    pattern(
        r"(?P<n>{count})(?P<mid>(?: more)?)(?P<after>)(?= (?:were|was|had"
        r"|have) (?:already )?(?:been )?(?:said to have )?(?:gone|went|sent|returned|handed|given"
        r"|go) (?:the other way|in (?:return|exchange)|back|over|to\b))"
    ),
)
#: One body: "the body of an Israeli soldier", "the remains of a hostage".
ONE = (
    pattern(
        r"\b(?P<n>(?:a|one|another) (?:body|corpse|coffin|casket))"
        r"(?! (?:of|returns?|exchanges?|swaps?|transfers?)\b)(?P<mid>)(?P<after>)"
    ),
    pattern(
        r"\b(?P<n>(?:the |a )?(?:body|coffin)) of(?P<mid>)(?P<after>(?: (?!(?:to|from|in|on|and)\b)"
        r"[\w'\ue005\ue006-]+){1,5})"
    ),
    pattern(
        r"\b(?P<n>the remains) of(?P<mid>) (?P<after>(?:an?"
        r"|one) (?:[\w'\ue005-]+ ){0,3}?{men})",
        WORDS,
    ),
)
EACH_WAY = pattern(
    r"(?:(?: of war)?(?: (?!and\b|for\b"
    r"|while\b)[\w\ue005'-]+){0,5}? {each}\b)",
    WORDS,
)
EACH_BEFORE = re.compile(
    r"\beach (?:\w+ )?\Z|\beach (?:to )?(?:hand(?:ed)?|return(?:ed)?|g[ai]ve|transfer(?:red)?"
    r"|receiv(?:ed?))\b[^.;]{0,30} \Z"
)
