"""Words beside the frame of an ultimatum: threats, subjects, who says so, later times, denials."""

from __future__ import annotations

import re

from extractors.kinds.ultimatum.words import TIME, WORDS
from extractors.parsing.tape import pattern

ELSE = pattern(r"{else}", WORDS)
THREAT = pattern(r"{threat}", WORDS)
THREATENED = re.compile(
    r"\bthreaten(?:s|ed|ing)? (?!by\b|[^.;]{0,60}\b(?:duties|tariffs?|levies|strike action)\b)"
    r"|\bwarn(?:s|ed|ing)? (?:\S{1,20} ){0,3}?that [^.;]{1,40} (?:would|will)\b"
)
THREATENS = pattern(r"{threat}|\b(?:will|would|'ll|might|could)\b", WORDS)
SUBJECT = re.compile(
    r"[\ue005\ue006]|\b(?:the|a|his|her) (?:letter|message|note|communique)\b"
    r"|\b(?:he|she|they|i|we)\b|\bthe (?:president|prime minister)\b"
    r"|\bthe (?:rebels|militants|insurgents|paramilitaries|junta|army|military)\b"
    r"|\beuropean (?:leaders|countries|allies|powers|nations|capitals)\b|\bthe europeans\b"
)
#: "…, France and Britain warned": who says so at the end of a sentence.
TAIL = pattern(
    r",\"? (?:the )?(?P<i>{party})(?:(?:,| and|, and) (?:the )?{party}){0,4}(?: [\w-]+){0,2}? "
    r"(?:said|says|warned|warn|told|vowed|demanded|declared)\b",
    WORDS,
)
#: "The head of Hezbollah said on Sunday that": who speaks where no person is named.
TELLER = pattern(
    r"\b(?:head|chief|leader|secretary-general|government|army"
    r"|spokes\w+) of (?:the )?(?P<i>{party})"
    r" (?:said|says|warned|insisted|declared|stressed|demanded|vowed)(?: (?:on )?{date})?(?: that)?"
    r" (?:the )?\Z",
    WORDS,
)
#: "Hezbollah was called on to disarm": who is told is not who tells.
PASSIVE = pattern(
    r"{party}(?:'s)?(?: [\w-]+){0,2}? (?:was|were|has been|have been|is being) (?:told|ordered"
    r"|urged|warned|called (?:up)?on|asked)\b",
    WORDS,
)
#: Whom a threat would hit.
STRUCK = pattern(
    r"\b(?:attack(?:s|ing)?|strikes?|striking|hit|hitting|bomb(?:ing)?|sanctions|tariffs|fire|war"
    r"|force|action|invade)(?: (?:on|against|at))?(?: the| its)? (?P<t>{party})",
    WORDS,
)
#: Whom one tells what will follow: "have told Iran they will …".
TOLD = pattern(r"\b(?:t(?:old|ells)|warn(?:s|ed)|threaten(?:s|ed)) (?:the )?(?P<t>{party})", WORDS)
BY = pattern(r"\bby (?:the )?(?P<i>{party})", WORDS)
ALSO = pattern(r"(?:,|,? and)(?: the)? (?P<more>{party})", WORDS)
DEADLINE = pattern(r"\b{deadline}\b", WORDS)
LATER_TIME = pattern(
    rf"(?:[^.;]{{0,120}}?\b{{within}}|[^.;]{{0,40}},| of (?:noon|midnight|midday|dawn"
    rf"|\ue000(?: ?[ap]\.?m\.?)?)(?: [\w-]+ time)?(?: on)?"
    rf"|[^.;]{{0,90}}? (?:r[au]ns? out|expire[sd]?|lapsed|passed|is|was|falls|end(?:s|ed))"
    r"(?: at)?"
    r"(?: noon| midnight)?(?: on)?"
    rf"| (?:of|on|for|expir\w+(?: on| at)?|to"
    rf" expire on|is|falls on|,)) {TIME}",
    WORDS,
)
IN_OFFICE = re.compile(r"(?:'s)? (?:president|prime minister)\b")

#: Words before a core that make it no deed: "may give", "refused to set", "has yet to issue".
NOT_DONE = re.compile(
    r"(?:\bnot|n't|\bnever|\b(?:refus|declin|consider|weigh|plan|hope|think)\w*(?: to| of|"
    r" about)?|\byet to"
    r"|\bwhether to|\bmay|\bmight|\bcould|\bshould|\burg\w+ \S+ to|\bask\w* \S+ to|\bif)(?:"
    r" \w+)? \Z"
)
DENIED = pattern(
    r"(?:\b(?:no|not an?|not any|without an?|never an?)|\bden(?:y|ies|ied|ying)\b[^.;]{0,50}?)"
    r" (?:[\w-]+ ){0,3}?{deadline}(?: (?:to|for|on) (?:the )?(?P<t>{party}))?",
    WORDS,
)
#: "After that, …": what follows a time that has run out.
AFTER_THAT = re.compile(r"\W{0,2}(?:after (?:that|this|which)|then|thereafter|from then on)\b")
#: "If it did not, …", "Otherwise …", "After that …": the sentence after a deadline threatens.
IF_NOT = re.compile(
    r"\W{0,2}(?:(?:but )?if (?:(?:it|they|he|she|the \w+|\ue005|\ue006) )?(?:(?:did|do|does|had"
    r"|has|have|will)(?: not|n't)|not\b|fails?\b|failed\b|refuses?\b|refused\b)|otherwise\b"
    r"|or else\b|failing (?:that|which))"
)
