"""Frames that tie a figure to people's coming home: patterns over tapes."""

from __future__ import annotations

from extractors.parsing.lexicon import LEXICON
from extractors.parsing.tape import pattern

WORDS = {
    **LEXICON,
    "back": (
        r"(?:returned|freed|released|liberated|repatriated|exchanged|swapped|traded|rescued"
        r"|recovered|secured|saved|handed over|let go|set free|reunited|evacuated"
        r"|(?:brought|bring|c[ao]me|coming|go(?:ne|es|ing)?|went|get|got|gotten|taken|ma[dk]e it"
        r"|been"
        r"|walk(?:ed)?|return(?:ed|ing)?|sent) (?:back|home|out|free)"
        r"|(?:re)?gain(?:ed)? (?:their )?(?:freedom|liberty)|ow(?:e|ed|es) (?:their|its) (?:freedom"
        r"|release|return)|back home|at home|back with their families|out of (?:\ue005 )?captivity)"
    ),
    "did": (
        r"(?:has|have|had|(?:was|were)(?= able to))(?: (?:now|already|so far|also|since|to date"
        r"|thus far|successfully"
        r"|managed to|(?:been )?able to)){0,3} (?:returned|freed|released|liberated|repatriated"
        r"|exchanged|swapped|(?:secured?|won|obtained|achieved) the (?:release|return|freedom"
        r"|repatriation) of"
        r"|(?:brought|bring|got|get) (?:back|home)|let go|handed over|rescued?|recovered?"
        r"|returned home|return|free|release|repatriate|helped (?:to )?(?:free|return|release"
        r"|reunite|bring (?:home|back)|secure the (?:release|return) of)"
        r"|(?:facilitated|accompanied|overseen|supervised|supported|arranged|brokered|mediated)"
        r" the (?:safe )?(?:release|return|freeing|repatriation) of)"
    ),
    "sum": r"(?:total number|overall number|number|total|tally|count|figure|overall total|sum)",
}
_MID = (
    r"(?P<mid>(?:(?: of)? (?!(?:and|but|while|with|after|before|as|that|at|by|to|bodies|remains"
    r"|bring\w*|tak(?:es|ing)|fell|died)\b)[\w'\ue000\ue001\ue005\ue007\ue004-]+"
    r"(?:,(?! \ue000(?![^,;]{0,30} (?:among them|of them|of whom))))?){0,9}?)"
)
_LONG = (
    r"(?P<mid>(?: (?!(?:but|while|bodies|remains|to(?! date)|at)\b)"
    r"[\w'\ue000\ue001\ue005\ue007\ue004-]+,?){0,20}?)"
)
#: What tells more of the people before their verb: "due to be released by Hamas", "deported to".
_WHO = (
    r"(?: (?:due|who|set|deported|taken|abducted|captured|held|seized|kidnapped"
    r"|forcibly)\b[^.;\ue000]{0,70}?)?"
)
#: "servicemen and civilians", "abducted Ukrainian children", "Ukrainians".
_NOUN = (
    r"(?P<who> {captives}(?: and (?:{actor} )?(?:[a-z]+ )?{captives}(?![\w-]))?"
    r"|(?: {actor}(?!'| {captives})))"
)
#: The people of a figure that its verb stands before: no words of when, where or by whom.
_OBJECT = (
    r"(?P<mid>(?:(?: of)? (?!(?:and|but|while|with|after|before|as|that|at|by|to|from|since|in|over"
    r"|under|on|for|who|when|bodies|remains|bring\w*|tak(?:es|ing))\b)"
    r"[\w'\ue000\ue001\ue005\ue007\ue004-]+,?){0,9}?)"
)
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
            r"\b(?:br(?:ings?|inging|ought)|tak(?:es?|ing)|took|rais(?:es?|ed|ing)) (?:up )?to"
            rf" (?P<n>{{count}}) (?:the {{sum}}"
            rf"|those){_MID} {{back}}\b",
            WORDS,
        ),
    ),
    (
        "the number stands at",
        pattern(
            r"\b(?:total|overall|the|cumulative) (?:\w+ )?(?:number|total|tally|count) (?:of"
            r"(?! (?:[\w-]+ ){0,2}(?:mediations|exchanges|swaps|rounds|operations|efforts"
            r"|handovers)\b)"
            r"|exchanged|freed)"
            rf"{_LONG} (?:to|at|reach(?:es|ed)|(?:exceed|surpass|pass|top)(?:s|es|ed|ped)?|is"
            rf"|was|stands at"
            r"|total(?:s|led)|of)(?: now)? (?P<n>{count})",
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
        "of whom",  # "19,000 were taken, and only a few hundred were returned"
        pattern(
            r"\b(?:taken|deported|abducted|kidnapped|seized|captured)\b[^.;]{0,80},?"
            r" (?:and|but|while) (?:only|just|so far) (?P<n>{count})"
            r"(?: of (?:them|these|those|the {captives}))?"
            r" (?:were|was|have(?: so far)?(?: been)?|had been) {back}\b",
            WORDS,
        ),
    ),
    (
        "of whom",  # "of the 251 people abducted, 148 have come back alive", "of these, 400 have"
        pattern(
            r"\bof (?:(?:the|some|about|those|more than) ){0,3}(?:{count} [^.;,{count}]{1,60}"
            r"|these|them|those)"
            r",? (?:(?:so far|to date|just|only) ){0,2}(?P<n>{count})(?: {captives}| {actor})?"
            r" (?:has|have|had|were|are)(?: (?:now|already|so far|since"
            r"|only)){0,2}(?: been)? {back}\b",
            WORDS,
        ),
    ),
    (
        "have come back",
        pattern(
            rf"(?P<n>{{count}})(?! (?:years|months|weeks|days)|(?: [\w-]+){{0,2}} (?:exchanges"
            rf"|swaps)\b)"
            rf"(?: more)?{_MID}"
            rf"(?:{_NOUN}(?: \([\w{{actor}}]+\))?(?: and other [\w ]{{3,25}})?)?"
            rf"{_WHO}(?:,?"
            rf" (?:[\w,\ue000\ue005 ]{{1,40}}?,)?)?"
            r"(?:[\u2014\u2013][^\u2014\u2013.;]{1,60}[\u2014\u2013])?"
            r"(?: of (?:whom|them))? ?(?:has|have|had|were|was|are|being)(?: (?:now|already"
            r"|so far|also"
            r"|since|to date|then|thus far|all|since then|only|managed to|(?:been )?able to"
            r"|{date})){0,3}(?: been)?(?: (?:now|already|so far|successfully))? {back}\b",
            WORDS,
        ),
    ),
    (
        "beside others",  # "19 Israelis and five Thais have come out"
        pattern(
            r"(?P<n>{count})(?: (?:living|more"
            r"|other))? (?:{actor}(?: hostages)?|hostages)(?:,? and|,? along with|,? plus)"
            r" {count}(?: [\w{actor}-]+){1,2}"
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
        pattern(
            r"(?:(?:{actor} )?\b{captives}|{actor}) {back}"
            r"(?: (?:since|so far|to date|in|over|during|under|until|as of|by"
            r"|from)\b[^.;:]{0,60})?:"
            r" (?P<n>{count})",
            WORDS,
        ),
    ),
    (
        "has freed",
        pattern(
            rf"\b{{did}} (?:home |back |to {{actor}} )?(?:only |just )?(?:a total of"
            rf" )?(?P<n>{{count}})(?:{_OBJECT}{_NOUN})?(?![\w'])",
            WORDS,
        ),
    ),
    (
        "freed in all",
        pattern(
            rf"\b(?:{{back}}|return(?:ing)?|freeing|releasing(?: and \w+)? of"
            r"|(?:release|return|exchange|freeing|freedom|repatriation)(?: and \w+)? of)"
            rf" (?:a total of )?(?P<n>{{count}})(?:{_MID}{_NOUN})?(?![\w'])",
            WORDS,
        ),
    ),
    (
        "out of captivity",  # "has brought 4,500 people out of captivity", "let 1,100 go"
        pattern(
            r"\b(?:(?:has|have|had) (?:[\w-]+ ){0,2}?(?:brought|let|got|gotten|seen)"
            r"|help(?:s|ed|ing)?|allow(?:s|ed|ing)?|enabl(?:es|ed|ing)|saw|seen)"
            r" (?:only |just )?(?P<n>{count})"
            r"(?: (?!(?:but|while|when|that)\b)[\w'{actor}-]+,?){1,9}?"
            r" (?:go(?= free\b| home\b| in\b| under\b| since\b| so far|[.,;]|\Z)|{back}|home\b"
            r"|(?:to )?(?:return|go|get|come|be"
            r" (?:freed|released|reunited))(?: home| back| to {actor}|(?=[.,;]|\Z| since| so far"
            r"| to date)))",
            WORDS,
        ),
    ),
    (
        "so many freed",
        pattern(
            rf"(?P<n>{{count}})(?! (?:years|months|weeks"
            rf"|days)){_MID}(?:{_NOUN})?{_WHO} {{back}}\b",
            WORDS,
        ),
    ),
)
#: Figures of other times or ways, told beside a total: "and 1,227 since the war began", "in 2023 it
#: was only 641", "against 972 the year before".
AGAIN = pattern(
    r"\W{0,2}in (?:all of |the whole of )?{date},? (?:it|the (?:number|figure|total))"
    r" (?:was|stood at|had been)(?: only| just)? (?P<n>{count})(?=[.,;]|\Z| people\b)"
)
SHARED = (
    pattern(
        rf"[^.;{{count}}]{{0,90}}?(?:,|;|,? and|,? plus)(?: (?:another|a further))?"
        rf" (?P<n>{{count}})(?:{_NOUN})?"
        r"(?= (?:since|outside|over the (?:past|last)|under|so far)\b)",
        WORDS,
    ),
    pattern(
        r"[^.;{count}]{0,60}?\b(?:against|compared (?:to|with)|up from|more than) (?P<n>{count})"
        r"(?= (?:in {date}|the year before|a year earlier|last year|(?:in|over) the same))",
    ),
    pattern(
        r"[^.;{count}]{0,60}?\bin (?:all of |the whole of )?{date},? (?:when )?(?:it|the"
        r" (?:figure|number|total)) (?:was|stood at|had been)(?: only| just)?"
        r" (?P<n>{count})(?=[.,;]|\Z)",
    ),
    pattern(r"[^.;{count}]{0,40}?\bthe year before,? with (?P<n>{count})(?=[.,;]|\Z)"),
)
