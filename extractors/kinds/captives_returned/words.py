"""The wording of running totals of people brought back: patterns over tapes."""

from __future__ import annotations

import re

from extractors.parsing.lexicon import LEXICON
from extractors.parsing.tape import pattern

WORDS = {
    **LEXICON,
    "back": (
        r"(?:returned|freed|released|liberated|repatriated|exchanged|swapped|traded|rescued"
        r"|secured|saved|handed over|let go|set free|reunited|evacuated|(?:brought|come|came|gone"
        r"|went|got|gotten|taken|made it|been|get|bring) (?:back|home|out|free)|walked free"
        r"|regained (?:their )?freedom|gained (?:their )?freedom|back home|at home"
        r"|out of (?:\ue005 )?captivity)"
    ),
    "did": (
        r"(?:has|have|had)(?: (?:now|already|so far|also|since|to date|thus far|successfully"
        r"|managed to|(?:been )?able to)){0,3} (?:returned|freed|released|liberated|repatriated"
        r"|exchanged|swapped|secured the (?:release|return) of|brought (?:back|home)|let go"
        r"|handed over|got back|rescued|returned home|(?:bring|get) (?:back|home)|return|free"
        r"|release|helped (?:free|return|release|reunite))"
    ),
    "sum": r"(?:total number|overall number|number|total|tally|count|figure|overall total|sum)",
}
_MID = (
    r"(?P<mid>(?:(?: of)? (?!(?:and|but|while|with|after|before|as|that|at|by|to|bodies|remains"
    r"|bring\w*|tak(?:es|ing))\b)[\w'\ue000\ue001\ue005\ue007\ue004-]+,?){0,9}?)"
)
_LONG = (
    r"(?P<mid>(?: (?!(?:but|while|bodies|remains|to|at)\b)"
    r"[\w'\ue000\ue001\ue005\ue007\ue004-]+,?){0,16}?)"
)
#: What tells more of the people before their verb: "due to be released by Hamas", "deported to".
_WHO = (
    r"(?: (?:due|who|set|deported|taken|abducted|captured|held|seized|kidnapped"
    r"|forcibly)\b[^.;]{0,70}?)?"
)
_NOUN = r"(?P<who> {captives}|(?: {actor}(?!'| {captives})))"
#: The frame of a figure told beside that of the other side.
BESIDE = "freed beside"
FRAMES = (
    (
        "brings the total to",
        pattern(
            r"\b(?:br(?:ings?|inging|ought)|tak(?:es?|ing)|rais(?:es?|ed|ing)|push(?:es"
            r"|ing)) (?:the |its |their"
            rf" |our )?(?:\w+ ){{0,2}}?{{sum}}{_LONG} to(?: a total of)? (?P<n>{{count}})",
            WORDS,
        ),
    ),
    (
        "brings to so many",
        pattern(
            rf"\bbr(?:ings?|inging|ought) to (?P<n>{{count}}) (?:the {{sum}}"
            rf"|those){_MID} {{back}}\b",
            WORDS,
        ),
    ),
    (
        "the number stands at",
        pattern(
            r"\b(?:total|overall|the|cumulative) (?:\w+ )?(?:number|total|tally|count) (?:of"
            r"|exchanged|freed)"
            rf"{_LONG} (?:to|at|reach(?:es|ed)|exceed(?:s|ed)|is|was|stands at|total(?:s|led)|of)"
            r" (?P<n>{count})",
            WORDS,
        ),
    ),
    (
        "of whom",  # "19,500 were taken, less than 400 of whom have been returned"
        pattern(
            r"(?P<n>{count}) of (?:whom|them) (?:has|have)(?: (?:now|already|so far|since)){0,2}"
            r"(?: been)? {back}\b",
            WORDS,
        ),
    ),
    (
        "of whom",  # "19,500 were taken, of whom only 400 have been returned"
        pattern(
            r"\bof whom (?:only |just |so far ){0,2}(?P<n>{count}) (?:has|have)"
            r"(?: (?:now|already|so far|since)){0,2} been {back}\b",
            WORDS,
        ),
    ),
    (
        "of whom",  # "has brought back 1,345 of more than 19,500 abducted children"
        pattern(
            r"\b{did} (?:only |just )?(?P<n>{count}) of (?:the |its |their )?{count}"
            r" (?:[\w-]+ ){0,2}children\b",
            WORDS,
        ),
    ),
    (
        "of whom",  # "14 were kidnapped, of whom it has let nine go"
        pattern(
            r"\bof whom (?:it|they|{actor}) (?:has|have) (?:since |so far |already )?"
            r"(?:let|set|freed|released|returned|handed over) (?:only )?(?P<n>{count})",
            WORDS,
        ),
    ),
    (
        "of whom",  # "19,000 were taken, and only a few hundred were returned"
        pattern(
            r"\b(?:taken|deported|abducted|kidnapped|seized|captured)\b[^.;]{0,80},?"
            r" (?:and|but|while) (?:only|just) (?P<n>{count})(?: of (?:them|these|those))?"
            r" (?:were|was|have been|had been) {back}\b",
            WORDS,
        ),
    ),
    (
        "have come back",
        pattern(
            rf"(?P<n>{{count}})(?! (?:years|months|weeks"
            rf"|days))(?: more)?{_MID}"
            rf"(?:{_NOUN}(?: \([\w{{actor}}]+\))?(?: and other [\w ]{{3,25}})?)?"
            rf"{_WHO}(?:,?"
            rf" (?:[\w,\ue000\ue005 ]{{1,40}}?,)?)?"
            r"(?:[\u2014\u2013][^\u2014\u2013.;]{1,60}[\u2014\u2013])?"
            r"(?: of (?:whom|them))? ?(?:has|have|had|were|was|are)(?: (?:now|already|so far|also"
            r"|since|to date|then|thus far|all|since then|only|managed to|(?:been )?able to"
            r"|{date})){0,3}(?: been)?(?: (?:now|already|so far|successfully))? {back}\b",
            WORDS,
        ),
    ),
    (
        "beside others",  # "19 Israelis and five Thais have come out"
        pattern(
            r"(?P<n>{count})(?: (?:living|more"
            r"|other))? (?:{actor}|hostages),? and {count}(?: [\w{actor}-]+){1,2}"
            r" (?:has|have|had|were)(?: (?:now|already|so far|been|since)){0,3} {back}\b",
            WORDS,
        ),
    ),
    (
        BESIDE,  # "freeing 18 hostages and nearly 500 prisoners"
        pattern(
            r"\b(?:freed|freeing|released|releasing|returned|returning) {count}"
            r"(?: [\w{actor}-]+){0,2} hostages and (?P<n>{count})(?: [\w{actor}-]+){0,3}?"
            r" {captives}\b",
            WORDS,
        ),
    ),
    (
        "outside",  # "and another 555 outside the exchanges"
        pattern(
            rf"(?P<n>{{count}})(?:{_NOUN})?(?: (?:were|was|have been|has been) \w+)?"
            r" outside (?:of )?(?:the |an? )?(?:[\w-]+ )?(?:exchanges?|swaps?)\b",
            WORDS,
        ),
    ),
    (
        "listed",  # "Hostages released in deals: 141"
        pattern(r"\b{captives} (?:released|freed)[^.;:]{0,40}: (?P<n>{count})", WORDS),
    ),
    (
        "led to",
        pattern(
            r"\b(?:led|has led|have led) to the (?:exchange|release|return|freeing|repatriation) of"
            r" (?P<n>{count})"
            r"(?: [\w{actor}-]+){1,4}",
            WORDS,
        ),
    ),
    (
        "has freed",
        pattern(
            rf"\b{{did}} (?:home |back |to {{actor}} )?(?:only |just )?(?:a total of"
            rf" )?(?P<n>{{count}}){_MID}(?:{_NOUN})?(?![\w'])",
            WORDS,
        ),
    ),
    (
        "freed in all",
        pattern(
            rf"\b(?:{{back}}|return(?:ing)?|freeing|releas(?:e|ing)(?: and \w+)? of"
            r"|return of) (?:a total of )?"
            rf"(?P<n>{{count}})(?:{_MID}{_NOUN})?(?![\w'])",
            WORDS,
        ),
    ),
    (
        "mediated",  # "has by now mediated in the release of 3,700 captives"
        pattern(
            r"\b(?:has|have) (?:[\w-]+ ){0,3}?(?:mediated(?: in)?|brokered|arranged|negotiated"
            r"|facilitated|supported) the (?:release|return|exchange|repatriation) of"
            rf" (?P<n>{{count}}){_MID}{_NOUN}",
            WORDS,
        ),
    ),
    (
        "out of captivity",  # "has brought 4,500 people out of Russian captivity"
        pattern(
            r"\b(?:has|have|had) (?:[\w-]+ ){0,2}?(?:brought|let|got|gotten) (?:only |just )?"
            r"(?P<n>{count})(?: [\w'{actor}-]+,?){1,9}? (?:home|back|go\b|free\b"
            r"|out of (?:{actor} )?captivity)",
            WORDS,
        ),
    ),
    (
        "helped home",
        pattern(
            rf"\bhelp(?:s|ed|ing)? (?P<n>{{count}}){_MID}{_NOUN}{_WHO}(?: to)? (?:go|return|get"
            rf"|come) (?:home|back)\b",
            WORDS,
        ),
    ),
    (
        "so many freed",
        pattern(
            rf"(?P<n>{{count}})(?! (?:years|months|weeks"
            rf"|days)){_MID}(?:{_NOUN})? {{back}}\b",
            WORDS,
        ),
    ),
)
SINCE_START = re.compile(
    r"\bsince\b|\bduring (?:this|that|the) (?:time|period|war|conflict"
    r"|(?:full-scale )?(?:war|invasion))\b"
)
TOTAL = pattern(
    r"\b(?:as of(?= {date})|before(?= {date},? [^.;]{0,120}? had (?:\w+ )?been )|so far"
    r"|to date|until now|up to now|thus far|total number|the total"
    r"|total to|already"
    r"|out of (?:the |more than |about |some |nearly |over )?{count}"
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
    r"|in (?:prisoner )?exchanges|as part of exchanges|from the (?:start|beginning|outbreak)"
    r"|(?:over|in|during) the (?:past|last) (?:\ue002|(?:[\w\ue000]+ ){0,2}(?:years?|months)))\b"
)
IN_ALL = re.compile(r"\b(?:in total|in all|altogether|all told|overall)\b")
OUTSIDE = re.compile(
    r"\boutside (?:of )?(?:the |an? )?(?:[\w-]+ )?(?:exchanges?|swaps?)\b(?! (?:deal|agreement))"
)
SO_FAR = re.compile(r"\bso far\b")
PERFECT = re.compile(r"\b(?:has|have|had)\b")
NO_SUM = pattern(
    r"(?:\b(?:largest|biggest|first|most \w+|major|highest|longest|last|held|captured|captive"
    r"|in (?:\ue005 )?captivity|detained|imprisoned|jailed|in prison|in custody|killed|began|truce"
    r"|ceasefire|missing|taken|seized|arrested|abducted"
    r"|who ha(?:s|ve|d) been (?:in|at|stuck|stranded))\b|{ordinal})(?:[^.;,]{0,60}) ?\Z"
)
NOT_YET = re.compile(
    r"\b(?:will|would|could|may|might|shall|should|must|(?<!due )to be|expected|plans?|hopes?|if"
    r"|unless|wants?|agreed to|promised|not|never|yet to|deny|denied|demand\w*|no"
    r"|delay\w*|postpon\w*|suspend\w*|halt(?:s|ed|ing)?|block\w*|withh\w+|refus\w+)\b"
)
DEAD = pattern(
    r"\b(?:{bodies}|dead|coffins?|refugees?|displaced(?! by\b)|migrants?|returnees|homes|houses"
    r"|residents|villagers|drones|missiles|tonnes|dollars|students|workers|embassy|diplomats|lions|animals"
    r"|works of art|artefacts|killed|wounded soldiers were killed|lists?|names|households|tanks"
    r"|nationals from)\b",
    LEXICON,
)
CAPTIVITY = pattern(
    r"\b(?:{held}|captivity|captured|detain\w*|imprisoned|custody|abduct\w+|kidnapped|deported"
    r"|exchang\w+|swap\w*|(?:illegally|unlawfully) t(?:aken|ook)"
    r"|(?:children|minors) (?:has|have|had) been (?:returned|brought|reunited)"
    r"|taken (?:to|by)|forcibly|prison\w*|jail\w*|captives)\b",
    LEXICON,
)
#: "ten exchanges in which …": no people.
OTHER_THINGS = re.compile(
    r" (?:(?:prisoner|such|separate|successful|large) ){0,2}(?:exchanges|swaps|rounds|stages"
    r"|batches"
    r"|flights|handovers|operations|countries|times|percent|per cent)\b"
    r"| more (?:\w+ ){0,3}than\b"
)
POLITICAL = re.compile(r"\bpolitical prisoners\b")
MEDIATED = re.compile(
    r"\bwith (?:the )?\ue005(?:'s)? (?:help|assistance|support)\b"
    r"|\bwith its (?:help|assistance|support)\b|\bmediat\w+|\binvolvement\b|\bgood offices\b"
    r"|\bfacilitat\w+"
    r"|\bits efforts\b|\bthrough it(?=[,.;]|\Z)"
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
