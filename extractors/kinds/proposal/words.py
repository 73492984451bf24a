"""The wording of offers: what is offered, and how a paper is handed over; patterns over tapes."""

from __future__ import annotations

import re

from extractors.parsing.offers import cue_pattern
from extractors.parsing.tape import pattern

CUES = cue_pattern(
    {
        "make": r"establish(?:ing|ment of)?|creat(?:e|ing|ion of)|form(?:ing)?|set(?:ting)? up"
        r"|setting-up"
        r"|hold(?:ing)?|host(?:ing)?|resum(?:e|ing|ption of)|continu(?:e|ing)|start(?:ing)?"
        r"|begin(?:ning)?"
        r"|open(?:ing)?|return(?:ing)? to|work(?:ing)? on|launch(?:ing)?|broker(?:ing)?"
        r"|mediat(?:e|ing)",
        "leave": r"(?:allow|pave|open|clear|make|creat|provid)\w*(?: \w+){0,3}? (?:for|to)",
    }
)
THROUGH = frozenset({"make"})

#: (subject, words that name the thing offered); the first that a sentence has is read.
THINGS = (
    (
        "working_groups",
        pattern(
            r"(?<!\w)(?:(?P<n>{count}) )?"
            r"(?:(?:new|joint|separate|online|special|permanent|dedicated|{actor}) ){0,3}"
            r"(?:working|expert|contact|technical) groups?\b"
        ),
    ),
    (
        "further_talks",
        pattern(
            r"\b(?:an?|the|new|further|more|another|fresh|direct|indirect|peace|additional|next"
            r"|immediate|substantive|bilateral|composite|structured|comprehensive|meaningful|sustained)"
            r"(?: (?:new|composite|structured|comprehensive|meaningful|sustained|further|rounds?"
            r" of|direct|indirect|peace"
            r"|formal)){0,3} (?:talks|negotiations|dialogue|consultations|round)\b"
            r"|\b(?:the )?(?:talks|negotiations|dialogue|consultations|negotiating table"
            r"|(?:peace |{actor} )?process(?= (?:be|to be) (?:resumed|taken up|restarted"
            r"|relaunched|revived|reopened)|,? with {actor} as guarantor|[.,]|\Z)|peace process)\b"
        ),
    ),
)
HANDED = pattern(
    r"\b(?P<v>hand(?:s|ed|ing)?(?: over)?|present(?:s|ed|ing)?|submit(?:s|ted)?|deliver(?:s|ed)?"
    r"|put(?:s|ting)? forward|pass(?:es|ed)(?: on)?|sen(?:d|ds|t)|propos(?:es|ed)|offer(?:s|ed)"
    r"|giv(?:e|es|en)|gave|provid(?:e|es|ed))(?: on {date})?"
    r"(?: (?:to )?(?:the )?(?P<to>[{actor}{person}])(?: and (?:the )?{actor})?(?:(?:'s?)?"
    r" \w+)?)?(?: with)?"
    r"(?: (?:over )?to (?:the )?[^.;]{1,90}?,)? (?:over )?(?:an?|its|the|their|his|our|this"
    r"|{actor}'s)"
    r"(?: (?:own|draft|written|peace|detailed|first|formal|final|revised|separate|promised|updated"
    r"|new|latest|amended|long-\w+|much-\w+|(?:[\w-]+|{count})-(?:part|page|point))){0,4}"
    r"(?: so-called)? \"?(?:memorandum|counter-?proposal|document(?=,? (?:which |that )?(?:outlin"
    r"|set(?:s|ting) out|detail|contain|reflect|with |describ))"
    r"|(?<=\bown )document|outline(?=\"? of (?:[\w-]+ ){0,3}?(?:terms|plan|proposals?|settlement"
    r"|deal))|written (?:terms|proposals?|response|document)"
    r"|(?:proposals?|terms|demands)(?= in writing)|draft (?:memorandum|agreement|treaty|document"
    r"|text)"
    r"|draft(?! (?:law|bill|budget|resolution)))\b"
    r"|\b(?:put(?:s|ting)? forward|present(?:s|ed)|submit(?:s|ted)) (?:written|draft|separate)"
    r"(?: (?:peace|draft|written))? (?:terms|proposals)\b"
)
#: "handed over a document setting out its terms to the Russian side".
TO = pattern(r"[^.;,]{0,60}? to (?:the )?(?P<to>[{actor}{person}])")
#: "the memorandum that Moscow handed to Kyiv", "the draft presented by Kyiv": the side behind it.
RELATIVE = pattern(
    r"(?:(?P<own>[{actor}{person}])'s? (?:\w+ )?)?\b(?:memorandum|counter-?proposal"
    r"|draft(?: (?:memorandum|agreement|treaty|text))?"
    r"|written (?:terms|proposals?|response))\"?(?:,? (?:which|that)|,)?"
    r"(?: (?:(?:the )?(?P<who>[{actor}{person}])(?:'s)?(?: (?!and\b)[\w-]+){0,2}?"
    r" (?:handed(?: over)?|presented|submitted|delivered|gave|passed(?: on)?|sent)\b"
    r"|(?:(?:was|were|had been|has been) )?(?:handed over|presented|submitted|delivered|passed on"
    r"|drawn up|drafted|put together|sent)(?: to (?:the )?(?P<to>{actor})(?: \w+)?)?(?: on {date})?"
    r" by (?:the )?(?P<by>[{actor}{person}])"
    r"|(?(own)(?:was|were|had been|has been) (?:\w+ly )?(?:handed(?: over)?|presented|submitted"
    r"|delivered|passed(?: on)?|sent)\b|(?!))))"
)
#: "Kyiv's demand to hand over the memorandum", "agreed to prepare": nobody offers it.
DEMANDED = re.compile(
    r"\b(?:(?:(?:demand|request|appeal)s? (?:to|that|on)|calls? (?:to|on))\b[^.;]{0,24}|agree(?:s"
    r"|d)? )\Z"
)
#: "put an outline of terms on the table".
ON_TABLE = pattern(
    r"\b(?P<v>put|puts|laid|placed) (?:an?|its|their|his|the) (?:(?!cease|truce)[\w-]+ ){0,4}?"
    r"(?:outline|framework|draft|paper|document|proposals?|terms|memorandum|peace plan)\b"
    r"(?:(?!cease-?fire|truce|swap|exchange)[^.;,]){0,40}? on the (?:negotiating )?table\b"
)
PREPARE = pattern(
    r"\b(?P<v>to (?:work (?:with (?:the )?(?P<to>{actor})(?: \w+)? )?on|prepare|exchange"
    r"|draft|present|set out|communicate))"
    r" [^.;]{0,50}?\b(?:memorandum|in writing|written (?:terms|proposals))\b"
    r"|\b(?P<w>propos|offer|suggest)(?:es|ed|s)? (?:to )?(?:draw(?:ing)? up|prepar(?:e|ing)"
    r"|draft(?:ing)?|exchang(?:e|ing)|work(?:ing)? on|writ(?:e"
    r"|ing)) [^.;,]{0,40}?\bmemorand(?:um|a)s?\b"
)
VENUE = pattern(
    r"\b(?P<v>offer(?:s|ed|ing)|propos(?:es|ed)|suggest(?:s"
    r"|ed)) (?:up )?(?:the )?[{place}{actor}] as (?:an?|the)"
    r" (?:\w+ )?(?:venue|place|platform|host)\b"
)
#: "proposed the exact date and place for the next meeting".
WHEN = pattern(
    r"\b(?P<v>propos(?:es|ed)|suggest(?:s|ed)|offer(?:s|ed)) (?:(?:an?|the|several|new) )?"
    r"(?:(?:exact|specific|concrete|new|possible) )?(?:(?:meeting|talks) )?(?:dates?|times?|venues?"
    r"|places?|locations?)(?: and (?:dates?|times?|venues?|places?|locations?))?"
    r" (?:for|of) (?:(?!{date}|{place})[^.;,]){0,50}?\b(?:meeting|talks|round|negotiations"
    r"|exchange of memorand)"
)
MEDIATE = pattern(r"\b(?P<v>mediate|broker|facilitate)\b")
#: What a side offers that is none of the other kinds.
OTHER = pattern(
    r"\b(?P<v>propos(?:ed|es|ing)(?: (?:on |in |last )?(?:{date}|{place})| instead| again|"
    r" also){0,3}(?: to (?:the )?(?P<to>[{actor}{person}]))?"
    r" (?:that\b|an?\b|the (?=[a-z]+(?:ment|tion|sion|ance|ence) of\b)|to (?=[a-z])|[a-z]+ing\b)"
    r"|offer(?:ed|s)(?: (?:on |in |last )?(?:{date}|{place})| instead| again| also){0,3} to"
    r" (?=[a-z])"
    r"|(?:renew|repeat|reiterat|restat)ed (?:its|his|her|their|{actor}'s?) (?:[\w-]+ )?(?:proposal"
    r"|offer|suggestion|idea) (?:to (?=[a-z])|that\b)"
    r"|offer(?:ed|s) (?:the )?(?P<to2>{actor}) an? (?=[a-z]))"
    r"(?P<what>[^.;]{8,160})"
)
OF_OTHER_KINDS = re.compile(
    r"\b(?:cease-?fires?|truces?|paus\w+|halt\w*|freez\w+|summits?|meet\w*|talks|negotiat\w+"
    r"|rounds?"
    r"|sanctions?|package|tariffs?|price cap|exchang\w+|swap\w*|prisoners?|captives?|hostages?"
    r"|bod(?:y|ies)|remains|detainees|captured|budget|loan|aid|weapons?|missiles?|bill|law|tax"
    r"|deadline|host\w*|mediat\w+|leaders|presidents|format|stop\w*|reward|money|million|billion"
    r"|jobs?"
    r"|venue|contract|hand over|release|free|(?<!in )return|bring|fly|lists?|receive|invit\w+|help"
    r"|comment|attend|travel\w*|pay|candidate|amnesty|sell|supply|train|invest\w*)\b"
)
#: Talks that have a date, a place or a number, or that were named before.
DATED = pattern(
    r"{date}|{place}|{ordinal}|\A[{actor}{place}]? ?the (?:{actor} )?talks"
    r"|\bthe talks\b"
)
