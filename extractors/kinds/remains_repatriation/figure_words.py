"""The wording of figures of bodies: patterns over tapes."""

from __future__ import annotations

import re

from extractors.kinds.remains_repatriation.words import WORDS
from extractors.parsing.tape import pattern

COUNTS = (
    pattern(
        r"(?P<n>{count})(?P<mid>(?: {actor})? {men} and {men}'?) (?P<b>{dead})(?P<after>)", WORDS
    ),
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
    pattern(
        r"\bbr(?:ings|inging|ought) (?:the|its|their) total(?P<mid>(?: [\w\ue002]+){0,5}?)"
        r"(?P<after>) to (?P<n>{count})"
    ),
    pattern(
        r"\bbr(?:ings|inging|ought) to (?P<n>{count})(?P<mid>)(?P<after>) (?:the )?(?:total|number)"
    ),
    pattern(
        r"(?:\band|,|;) (?:the )?{actor}"
        r"(?:, (?:according to|as|by|for|in|it|says?|said|reportedly|we)\b"
        r"[^.;,{count}]{0,70},|,)? (?:just |only )?(?P<n>{count})(?P<mid>)(?P<after>)"
        r"(?=[.,;]|\Z| (?:under|in|since|on|over|so far|to date|this|last|through|via|as part)\b)"
    ),
    pattern(r"(?P<n>{count})(?P<mid>)(?P<after>) of (?:them|whom) dead\b"),
    pattern(r"{dead}, (?P<n>{count})(?P<mid>)(?P<after>) of them,", WORDS),
    pattern(
        r"(?P<n>{count})(?P<mid>)(?P<after>(?: [\w\ue005'-]+){1,3}) in"
        r" (?:coffins|body bags)\b"
    ),
    pattern(r"(?P<n>{count})(?P<mid>)(?P<after> {actor})(?= (?:the other|in the opposite)\b)"),
    pattern(
        r"{dead}\b[^.;({person}]{0,30} \((?P<n>{count})(?P<mid>)(?P<after>)"
        r"(?= {each}|\)(?![^.;]{0,40}\({count}\)))",
        WORDS,
    ),
    pattern(r"\bthose of (?P<n>{count})(?P<mid>)(?P<after>(?:{next}){0,3})", WORDS),
    pattern(r"(?P<n>{count})(?P<mid>)(?P<after> belonging to (?:the )?{actor})", WORDS),
    pattern(
        r"(?P<n>{count})(?P<mid>)(?P<after> {actor})"
        r"(?=(?: {men})? (?:for|against) (?:the )?{count}(?: {actor})?(?: {men})?(?:[.,;]|\Z))",
        WORDS,
    ),
    pattern(
        r"{actor}(?: {men})? (?:for|against) (?:the )?(?P<n>{count})(?P<mid>)(?P<after> {actor})",
        WORDS,
    ),
    pattern(
        r"{dead}\b[^.;{count}]{0,60}? (?:for|against) (?P<n>{count})(?P<mid>(?: of (?:its"
        r"|their)(?: own)?(?: {men})?)?)"
        r"(?P<after>)(?=[.,;]|\Z| (?:on|in|of)\b)",
        WORDS,
    ),
    pattern(r"(?P<n>{count})(?: more| others)?(?P<mid>)(?P<after>) (?={each})", WORDS),
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
    r"\beach (?:\w+ )?\Z"
    r"|\beach (?:to |would |will |must |should |is to |was to )?(?:hand(?:ed)?|return(?:ed)?"
    r"|g[ai]ve|transfer(?:red)?|receiv(?:ed?))\b[^.;]{0,30} \Z"
    r"|\beach (?:side|country|party)(?: (?!and\b)\w+){1,9} \Z"
)
#: "two Colombian soldiers".
MEN = pattern(
    r"(?P<n>{count})(?: of (?:the|its|their) {count})?(?: [\w\ue005'-]+){0,3}? {men}\b", WORDS
)
#: "6,000 bodies for 6,000".
LIKE_FOR_LIKE = pattern(
    r"(?P<one>{count})(?: \w+){0,3}? {dead}(?: of [\w\ue005 ]{3,40})? for (?:another )?"
    r"(?P<other>{count})(?=[,.;:]|\Z| (?:in|on|at|under)\b)",
    WORDS,
)
