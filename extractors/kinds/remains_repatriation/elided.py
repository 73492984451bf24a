"""What tells of bodies without the word for them: totals, and sentences that go on about bodies.

"Thirty-four went the other way", "Kyiv received 78": patterns over tapes. Each names the verb `v`;
for the dead stands `b`, the figure itself.
"""

from __future__ import annotations

import re

from extractors.kinds.remains_repatriation.words import WORDS
from extractors.parsing.tape import pattern

#: "bringing the total number of bodies returned to 6,057", the word for them left out or not.
TOTALS = (
    (
        "give",
        pattern(
            r"\b(?P<b>total(?: number)?)(?: of)?(?: [\w\ue005'-]+){0,5}?"
            r" (?P<v>returned|handed over|repatriated|transferred|delivered)\b[^.;{count}]{0,60}?"
            r" (?:to|at|is|was|reache[sd]) (?={count})",
            WORDS,
        ),
    ),
    (
        "give",
        pattern(
            r"\bbr(?:ings|inging|ought) (?:the|its|their) (?P<b>total)(?: (?!(?:of )?(?:prisoners"
            r"|captives|hostages|people)\b)[\w\ue002\ue000]+){0,5}? (?P<v>to) (?={count})",
            WORDS,
        ),
    ),
    (
        "give",
        pattern(
            r"\bbr(?:ings|inging|ought) to {count} (?:the )?(?P<b>total(?: number)?|number)"
            r"(?: of (?:the )?(?:bodies|remains|dead|fallen))?"
            r"(?: that (?:the )?\ue005(?: has| had)?)?"
            r" (?P<v>returned|handed over|repatriated|received|got back)\b",
            WORDS,
        ),
    ),
    (
        "get",
        pattern(
            r"\b(?P<b>total(?: number)?)(?: of)?(?: [\w\ue005'-]+){0,5}? (?P<v>received)\b"
            r"[^.;{count}]{0,60}? (?:to|at|is|was|reache[sd]) (?={count})",
            WORDS,
        ),
    ),
)
#: What may follow a figure that stands for bodies; a noun would make it one of something else.
_ALONE = (
    r"(?= (?:(?:back|home|more|others|in (?:return|exchange|all|total)|and (?:gave|got|received"
    r"|handed|(?:the )?\ue005,? \ue000)|of (?:its|their|his|her) (?:own|{men}|dead|fallen)"
    r"|of them|the other way|from (?:the )?\ue005|returned|since|under|so far|this|last"
    r"|to date)(?!\w)"
    r"|(?:on |in |by )?{date})|[,;:]|\.?\Z)"
)
_MORE = r"(?P<b>{count})(?P<more> (?:more|others|of them))?"
_WAY = r"(?:the other way|in the (?:other|opposite|reverse) direction)"
#: The verb of a figure alone: "got it", "gave it", "went".
ELLIPTIC = (
    (
        "get",
        pattern(
            r"\b(?P<v>receiv(?:ed|es|ing|e)|got(?: back)?|gets?(?: back)?|getting(?: back)?"
            r"|t(?:ook|ake|aking)(?: back| home)?|brought (?:back|home)|(?:has|have|had) had"
            r"|retriev(?:ed|es|ing)|recovered|(?:had|has|have) been (?:given|handed)(?: back)?)"
            r"(?:, (?:it|he|she|they|the \w+) (?:said|says|added),)?"
            r" (?:just |only )?(?P<b>{count})" + _ALONE,
            WORDS,
        ),
    ),
    (
        "give",
        pattern(
            r"\b(?P<v>g(?:ave|ive|iven|iving)(?: back| up)?|hand(?:ed|ing)? (?:over|back)"
            r"|return(?:ed|ing)?|transfer(?:red|ring)?|surrender(?:ed|ing)?|sent(?: back| over)?"
            r"|passed over)(?: (?:it|them|\ue005)(?: back)?)? (?:just |only )?(?P<b>{count})"
            rf"(?:(?= to (?:the )?[\ue005\ue007])|{_ALONE})",
            WORDS,
        ),
    ),
    (
        "give",
        pattern(
            _MORE + r" (?:were|was|had been|have been|had already been|have already been|are|is"
            r"|(?:are|were|is)(?: (?:now|also|then))? (?:due|set|expected|scheduled|supposed) to be"
            r"|(?:are|will|would)(?: to)? be)"
            r" (?P<v>handed over|returned|given|transferred|sent back|delivered|repatriated"
            r"|(?:brought|flown|driven) (?:back|home|over)|passed (?:on|over))\b"
        ),
    ),
    (
        "give",
        pattern(
            _MORE + r"(?: have| has| had| were said to have)?(?: already)? (?P<v>(?:were sent|went"
            rf"|gone|came|come|travell?ed|returned) (?:back )?{_WAY})"
        ),
    ),
    (
        "come",
        pattern(
            _MORE + r"(?: have| has| had)?(?: (?:already|now|since))?"
            r" (?P<v>(?:reached|arrived in|went (?:back )?to"
            r"|crossed into|entered|come (?:home|back) to) (?:the )?[\ue005\ue007]"
            r"|(?:arrived|followed|c[ao]me (?:home|back))(?= (?:on |in |last )?{date}))"
        ),
    ),
    (
        "ready",
        pattern(
            _MORE + r" (?:are|were|is|was|stand|stood) (?P<v>(?:now )?(?:ready|waiting|available)"
            r" (?:for (?:collection|transfer|hand-?over|dispatch|exchange|repatriation)|to be"
            r" (?:handed|returned|transferred|collected|sent|given)))\b"
        ),
    ),
    (
        "count",
        pattern(
            r"\b(?P<v>counts?|counted|puts?(?: (?:it|them|that|(?:the|that) (?:overall )?"
            r"(?:number|figure|total|tally|count)(?: (?:handed over|returned|received))?) at)?"
            r"|(?:number|figure|total|tally|count) (?:is|was|stands at))"
            r" (?P<b>{count})(?=[,;:.]|\Z| (?:in all|in total|so far|bodies)\b)"
        ),
    ),
)
#: "4,306 people were returned from captivity, another 469 …": no bodies were told of last.
OF_THE_LIVING = re.compile(
    r"\b(?:captivity|prisoners|pows|captives|detainees|people|civilians)\b"
    r"(?:(?!\b(?:bod(?:y|ies)|remains|corpses|coffins|dead|fallen)\b)[^.;]){0,90}\Z"
)
#: The way of a figure told before, and back.
OTHER_WAY = re.compile(rf"\b{_WAY}\b")
#: "… said; 41 went the other way", "and received 78".
GOES_ON = re.compile(
    r"\b(?:in (?:return|exchange)|the other way)\b|\b(?:receiv\w+|got(?: back)?|getting"
    r"|took back|gave back|handed over|returned|gave|sent|surrendered)(?: \ue005)? (?:\ue000"
    r"|those of)"
    r"|\ue000(?: \ue005)?(?: [a-z]+)? (?:for|against) (?:the )?\ue000"
    r"|(?:\band|,) (?:the )?\ue005,? (?:those of )?\ue000(?=[.,;]|\Z)"
)
