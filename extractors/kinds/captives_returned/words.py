"""The wording of running totals of people brought back: patterns over tapes."""

from __future__ import annotations

import re

from extractors.parsing.lexicon import LEXICON
from extractors.parsing.tape import pattern

SINCE_START = re.compile(
    r"\bsince\b|\bduring (?:this|that|the) (?:time|period|war|conflict"
    r"|(?:full-scale )?(?:war|invasion))\b"
)
TOTAL = pattern(
    r"\b(?:as of(?= {date})|in {date} alone|before(?= {date},? [^.;]{0,120}? had (?:\w+ )?been )"
    r"|so far"
    r"|to date(?! the (?:largest|biggest|single|most)\b)|until now|up to now|thus far|total"
    r" number|the total"
    r"|total to|already"
    r"|out of (?:the |more than |about |some |nearly |over )?{count}"
    r"|in (?:the|both) (?:{count} )?(?:truces|ceasefires|deals)(?: together| taken together)?"
    r"|through (?:it|its (?:mediation|efforts))(?=[,.;]|\Z)"
    r"|(?:ceasefire|truce|phase|stage|deal|accord)(?: (?:with|between|of) [^.;,]{1,30}?)?,?"
    r" (?:in|during|under) which(?= [^.;,]{1,40}? (?:has|have) )|by now"
    r"|in {count} (?:rounds"
    r"|mediations)"
    r"|since then|under (?:the |these |those |recent |previous "
    r"|its ){0,4}(?:[\w\ue001-]+ ){0,2}(?:agreements|deals|accords|exchanges|swaps)"
    r"|(?:in|through|across|over"
    r"|during|as a result of|after) {count} (?:prisoner |such |previous |earlier |rounds of )?"
    r"(?:exchanges|swaps|stages|batches)|have now|has now"
    r"|in (?:prisoner )?exchanges|as part of exchanges"
    r"|{count} (?:[\w-]+ ){0,2}(?:exchanges|swaps)\b[^.;,]{0,40},? (?:in which|through which"
    r"|during which|with|freeing|that have)"
    r"|(?:in|during|over) (?:that|the same) (?:time|period)"
    r"|thanks to (?:the |these |those |its |such )?(?:prisoner )?(?:exchanges|swaps)"
    r"|from the (?:start|beginning|outbreak)"
    r"|(?:over|in|during) the (?:past|last) (?:\ue002|(?:[\w\ue000]+ ){0,2}(?:years?|months)))\b"
)
IN_ALL = re.compile(r"\b(?:in total|in all|altogether|all told|overall)\b")
OUTSIDE = re.compile(
    r"\boutside (?:of )?(?:the |an? )?(?:[\w-]+ )?(?:exchanges?|swaps?)\b(?! (?:deal|agreement))"
)
SO_FAR = re.compile(
    r"\bso far\b|\b(?:over|in|during) the (?:past|last) (?:\ue000|few|several) weeks\b"
)
PERFECT = re.compile(r"\b(?:has|have|had|(?:was|were) able to)\b")
NO_SUM = pattern(
    r"(?:\b(?:largest|biggest|first|most \w+|major|highest|longest|last|held|captured|captive"
    r"|in (?:\ue005 )?captivity|detained|imprisoned|jailed|in prison|in custody|killed|began|truce"
    r"|ceasefire|missing|taken|seized|arrested|abducted(?! (?:{actor} )?{captives})"
    r"|who ha(?:s|ve|d) been (?:in|at|stuck|stranded)"
    r"|(?:whom|which|who) (?:it|they|{actor}) ha(?:s|ve|d))\b|{ordinal})"
    r"(?:(?!\b(?:returned|freed|released|brought|repatriated|rescued|(?:re"
    r"|come) home)\b)[^.;,]){0,60}"
    r" ?\Z",
    LEXICON,
)
NOT_YET = re.compile(
    r"\b(?:will|would|could|may|might|shall|should|must|(?<!due )to be|expected|plans?|hopes?|if"
    r"|unless|wants?|agreed to|promised|not|never|yet to|deny|denied|demand\w*|no"
    r"|delay\w*|postpon\w*|suspend\w*|halt(?:s|ed|ing)?|block\w*|withh\w+|refus\w+)\b"
)
DEAD = pattern(
    r"\b(?:{bodies}|dead|coffins?|dependants?|dependents?|ex-{actor}"
    r"|refugees?|displaced(?! by\b)|migrants?|returnees|homes|houses"
    r"|residents|villagers|drones|missiles|tonnes|dollars|students|workers|embassy|diplomats"
    r"|lions|animals"
    r"|works of art|artefacts|killed|wounded soldiers were killed|lists?|names|households|tanks"
    r"|nationals from)\b",
    LEXICON,
)
CAPTIVITY = pattern(
    r"\b(?:{held}|captivity|captured|detain\w*|imprisoned|custody|abduct\w+|kidnapped|deported"
    r"|held by|exchang\w+|swap\w*|(?:illegally|unlawfully) t(?:aken|ook)"
    r"|(?:children|minors) (?:has|have|had) been (?:returned|brought|reunited)"
    r"|taken (?:to|by)|forcibly|prison\w*|jail\w*|captives)\b",
    LEXICON,
)
#: "ten exchanges in which …": no people.
OTHER_THINGS = re.compile(
    r" (?:(?:prisoner|such|separate|successful|large) ){0,2}(?:sets of|exchanges|swaps|rounds"
    r"|stages"
    r"|batches"
    r"|flights|handovers|operations|countries|times|percent|per cent)\b"
    r"| more (?:\w+ ){0,3}than\b"
)
#: "Over the three days, 2,000 in all had gone home": one exchange.
OF_ONE = pattern(
    r"\b(?:over|in|within) (?:the|those|these) (?:{count} )?days\b|\b(?:over|in) {duration}\b"
)
POLITICAL = re.compile(r"\bpolitical prisoners\b")
MEDIATED = re.compile(
    r"\bwith (?:the )?\ue005(?:'s)? (?:help|assistance|support)\b"
    r"|\bwith its (?:help|assistance|support)\b|\bmediat\w+|\binvolvement\b|\bgood offices\b"
    r"|\bfacilitat\w+|\b(?:accompanied|overseen|supervised|supported|arranged) the (?:safe )?"
    r"(?:release|return)"
    r"|\bits (?:good )?(?:efforts|offices)\b|\bow(?:e|ed|es) (?:their|its) [^.;]{1,30} to it\b"
    r"|\bthrough it(?=[,.;]|\Z)"
)
BOTH = re.compile(
    r"\b(?:both|the two|all) (?:sides?|countries|parties|nations)\b"
    r"|\bfrom each side\b"
)
UNDER = pattern(
    r"\b(?:under|as part of|within|through|thanks to) (?P<w>(?:the |these |those |recent |its "
    r"|our |a ){0,4}(?:[\w\ue001\ue005\ue007'-]+ ){0,4}?(?:agreements?|deals?|accords?|phase"
    r"|initiative|truce|ceasefire))\b"
)
#: "Russia and Ukraine have swapped dozens of prisoners": those of both.
SWAPPED_BY = pattern(
    r"{actor} and (?:the )?{actor} (?:has |have |had )?(?:\w+ ){0,2}(?:exchanged|swapped|traded)\b"
)
#: "Moscow dismissed Kyiv's claim that", before what is said to have been.
DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss\w*|reject\w*|refut\w*|disput\w*|rebut\w*)"
    r"(?: [\w'\ue005\ue006]+){0,5}? that\b[^.;,]{0,60}\Z"
)
