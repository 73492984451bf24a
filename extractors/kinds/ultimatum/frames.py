"""The frames of ultimatums: how deadlines are set and what threatens."""

from __future__ import annotations

from extractors.kinds.ultimatum.words import (
    CLOCK,
    SECOND_WHOM,
    SPARSE,
    TIME,
    TO_TIME,
    WHOM,
    WHOM_AFTER,
    WORDS,
)
from extractors.parsing.tape import pattern

#: (rule, words). `i` who sets it, `t`/`v` who is to obey, `d`/`w`/`n`/`u` the time.
FRAMES = tuple(
    (name, pattern(words, WORDS))
    for name, words in (
        (
            "letter of his",
            r"(?P<i>{party})'s (?:[\w-]+ ){0,2}?(?:letter|message|note|offer|proposal) to (?:the )?"
            r"(?:[\w-]+ ){0,2}?(?P<t>{party})"
            rf"[^.;]{{0,60}}? (?:includ|contain|set|giv|gave|mention|carr|impos)\w*{SPARSE} {TIME}"
            rf" (?:[\w-]+ ){{0,2}}?{{deadline}}",
        ),
        (
            "letter's deadline",
            r"\b(?:letter|message|note|offer|proposal)\b (?:(?:sent |delivered |handed )?(?:from"
            r"|by|of) (?:the )?(?:[\w-]+ ){0,3}?"
            r"(?P<i>{party}) )(?:sent |delivered "
            r"|addressed )?to (?:the )?(?:[\w-]+ ){0,2}?(?P<t>{party})"
            rf"[^.;]{{0,60}}? (?:includ|contain|set|giv|gave|mention|carr|impos)\w*{SPARSE} {TIME}"
            rf" (?:[\w-]+ ){{0,2}}?{{deadline}}",
        ),
        (
            "gave a time",
            rf"(?<!extended until {{date}}, )\b{{gave}} {WHOM}(?P<until> {{until}})?{SPARSE}"
            rf" \"?{TIME}"
            r"(?=(?:'s|s')?(?: [\w-]+){0,2}? (?:{deadline}|notice|window|grace period)"
            r"|[,\"]{0,2} (?:to|in which|or"
            r"|before|from|for|after which)\b"
            r"|(?:(?: late| early)?(?: on| in)? {date})?(?: (?:evening|morning|night|afternoon"
            r"|noon|midnight))?"
            r"(?:,? (?:local|[\w{place}{actor}]{1,12}) time)?,? to\b"
            r"|(?: in {date})?[,.;\"]{1,2}(?: |\Z)"
            r"|[^.;]{0,60}? or (?:else|face|risk)|(?(until)[,.;]|(?!)))",
        ),
        (
            "set a deadline",
            rf"\b{{set}} (?:{WHOM} )?(?:[\w'-]+ ){{0,4}}?(?:{TIME}(?:'s)? )?(?:[\w-]+"
            rf" ){{0,2}}?{{deadline}}\b"
            rf"{SECOND_WHOM}",
        ),
        (
            "somebody's deadline",
            r"(?P<i>{party})'s (?:[\w-]+ ){0,3}?"
            + rf"(?:{TIME}(?:'s)? )?(?:[\w-]+ ){{0,2}}?{{deadline}}\b{WHOM_AFTER}",
        ),
        (
            "somebody in office's deadline",
            r"(?P<i>{actor}) (?:president|prime minister|foreign minister|government)(?:'s) "
            + rf"(?:{TIME} )?(?:[\w-]+ ){{0,2}}?{{deadline}}\b{WHOM_AFTER}",
        ),
        (
            "his deadline",
            rf"\b(?P<p>his|her|its|their) (?:[\w-]+ ){{0,2}}?{TIME} (?:[\w-]+"
            rf" ){{0,2}}?{{deadline}}\b{WHOM_AFTER}",
        ),
        (
            "deadline by",
            rf"(?:{TIME}(?:'s)? (?:(?!before|after|ahead|past|into|until|for|in|of)[\w-]+ )?)?"
            r"\b{deadline} (?P<given>(?:given|handed|issued|set|put) )?(?:(?:for|to) (?:the )?"
            r"(?P<t>{party})(?:'s [\w-]+)?(?: to [^.;,]{3,80}?,?)? )?(?:(?(given)|(?:given|set"
            r"|issued|imposed|announced) )"
            r"by|from) (?:the )?(?:(?!the\b)[\w-]+ ){0,3}?(?P<i>{party})"
            + rf"{WHOM_AFTER.replace('?P<t>', '?P<t2>')}",
        ),
        (
            "faces a deadline",
            rf"(?P<t>{{party}})(?: [\w-]+){{0,3}}? (?:faces|faced|facing|is facing|under) "
            rf"(?:an? |the )?(?:{TIME} )?"
            r"(?:[\w-]+ ){0,2}?{deadline} (?:[\w-]+ ){0,3}?(?:from|by|set by|imposed by) (?:the"
            r" )?(?P<i>{party})",
        ),
        (
            "defied a deadline",
            r"(?P<t>{party})(?: [\w-]+){0,3}?(?: in {place})? (?:reject|dismiss|defi|ignor|shrug"
            r"|brush|scorn)\w*(?: off| aside)?"
            rf" (?:the |an? )?(?P<i>{{party}})(?:'s)? (?:[\w-]+ ){{0,2}}?(?:{TIME} )?(?:[\w-]+"
            rf" ){{0,2}}?{{deadline}}\b",
        ),
        (
            "was set for",
            rf"(?:{TIME}(?:'s)? )?(?:[\w-]+ ){{0,1}}?{{deadline}} (?:was|has been|had been)"
            rf" (?:issued|given|set|handed|delivered) (?:to"
            rf"|for) {WHOM}(?: by (?:the )?(?P<i>{{party}}))?",
        ),
        (
            "was given a deadline",
            r"(?P<t>{party})(?:'s)?(?: [\w-]+){0,3}?(?: in {place})? (?:was|were|has been"
            r"|have been|had been) (?:given|handed|issued|served|set)(?: with)?"
            rf"{SPARSE}(?: {TIME})? (?:[\w-]+ ){{0,2}}?{{deadline}}\b"
            r"(?: by (?:the )?(?P<i>{party}))?",
        ),
        (
            "moved a deadline",
            r"\b(?:shorten|cut|reduc|bring|brought|mov|push|tighten|extend)\w*(?: forward| up"
            r"| back)?"
            rf" (?:his|her|its|their|the) (?:[\w-]+ ){{0,2}}?(?:{TIME.replace('?P<', '?P<x')} )?"
            rf"{{deadline}}(?: (?:for|to|on|(?:that |which )?(?:he|she|it|they)(?: had| has)?"
            rf" (?:gave|given|set|set for)) {WHOM})?[^.;]{{0,60}}? (?:to|until){SPARSE} {TIME}",
        ),
        (
            "an actor's deadline",
            rf"(?P<i>{{actor}})(?: {TIME})? (?:[\w-]+ )?{{deadline}}\b{WHOM_AFTER}",
        ),
        (
            "has a time",
            rf"(?:(?P<t>{{party}})|\b(?:the )?(?P<v>{{vague}}))(?: (?:rebels|fighters"
            rf"|forces|troops|leaders|guerrillas|militants"
            rf"|group|president|army|military|rulers|junta"
            rf"|government|authorities))?(?: (?:said|that) (?:it|they|he|she))?(?: now| still)?"
            r" (?:has|have|had|(?P<given>(?:was|were|is|has been|have been|had been) given)"
            r"|will have"
            r"|would have"
            rf"|gets)(?: now| only| just| exactly){{0,2}}(?: {{until}})? {TIME}"
            r"(?=(?: by (?:the )?{party})?(?:[^.;\ue005\ue006]{0,25} (?:to|or)\b|(?(given)[.,;]"
            r"|(?!))))",
        ),
        (
            "has until",
            r"(?P<t>{party})(?: now| still)? (?:has|have|had|was given|were given)(?: only)? until"
            r" (?!{date})[^.,;]{3,50}? to [a-z]",
        ),
        (
            "gave until",
            rf"\b{{gave}} {WHOM} until (?!{{date}})[^.,;]{{2,50}}? to [a-z]",
        ),
        (
            "deadline given",
            rf"(?:{TIME} (?:[\w-]+ ){{0,2}}?)?\"?{{deadline}}\"? (?:that |which )?(?P<q>he|she"
            rf"|it|they"
            rf"|{{party}})"
            rf" (?:had |has |originally |first ){{0,2}}(?:gave|given|set|handed|issued)(?: for|"
            rf" to)? {WHOM}",
        ),
        (
            "deadline he set",
            rf"{TIME} (?:[\w-]+ ){{0,2}}?{{deadline}} (?:that |which )?(?:the )?(?P<i>{{party}})"
            r" (?:had |has |originally |first ){0,2}(?:set|given|imposed|issued)\b",
        ),
        (
            "time given",
            r"\bthe (?:[\w-]+ )?(?P<d>{duration}) (?:that |which )?(?P<q>he|she|it|they|{party})"
            rf" (?:had |has |originally |first ){{0,2}}(?:gave|given) {WHOM}",
        ),
        (
            "was told",
            r"(?P<t>{party})(?:'s)?(?: [\w-]+){0,2}? (?:was|were|has been|have been|had been)"
            rf" (?:told|ordered|warned) to [^.;]{{3,120}}?\b{{within}} {TIME}",
        ),
        (
            "would punish",
            r"(?:{threat}|\b(?:vow|pledg|promis)\w* to \w+"
            r"|\b(?:on|against|hit|punish|sanction|target|strike|attack|bomb"
            r"|invade)) (?:the )?"
            r"(?P<t>{party})(?: with)?(?: [^\s.;]{1,20}){0,10}? (?:if|unless) "
            rf"[^.;]{{3,120}}?\b{{within}} {TIME}",
        ),
        (
            "threatened unless",
            r"\bthreat(?:s|en|ens|ened|ening)? (?:to )?(?:[\w-]+ ){0,3}?(?P<t>{party})"
            r"(?: [^\s.;]{1,20}){0,12}? (?:unless\b|if (?:[^\s.;]{1,20} ){0,6}?"
            r"(?:no|not|fails?|refuses?|failed|refused)\b)",
        ),
        (
            "threatened if",
            r"\bthreat(?:en|ens|ened|ening)? [^.;]{3,70}? if (?P<v>he|she|it|they)"
            r" (?:refus\w+|reject\w*|fail\w*|d(?:id|oes|o)(?: not|n't)|w(?:ill|ould) not|won't)"
            r" (?!see |get |receive |hear )",
        ),
        (
            "would face",
            r"(?P<t>{party}) (?:will|would|could|might) (?:also )?(?:face|suffer|risk|pay|see|incur"
            r"|lose|be (?:hit|struck|attacked|punished|bombed)) [^.;]{3,80}? if (?:it|they|he|she)"
            r" (?:refus\w+|reject\w*|fail\w*|d(?:id|oes|o)(?: not|n't))",
        ),
        (
            "imperative or else",
            r"(?:\A|(?<=\"))(?P<what>(?:release|free|return|let|hand over|surrender|lay down"
            r"|withdraw"
            r"|leave|stop|open|get out) [^.;\"]{3,120}?){else}",
        ),
        (
            "warned if",
            r"\b(?:warn|threaten)(?:s|ed|ing)? (?:the )?(?:[\w-]+ ){0,2}?(?P<t>{party}) (?:of|with)"
            r" [^.;]{3,70}? (?:if|unless) (?:he|she|it|they) (?:refus\w+|reject\w*|fail\w*"
            r"|d(?:id|oes|o)(?: not|n't)|compl\w+|agree\w*|accept\w*)",
        ),
        (
            "told within",
            rf"\b(?P<told>{{told}}) {WHOM} (?!(?:that )?(?:it|they|he|she|we) (?:will"
            rf"|would)\b)[^.;]{{0,140}}?\b(?P<within>{{within}}) (?:{TIME}|(?P<clock>{CLOCK}))"
            rf"(?! (?:of|ago|later|after)\b)",
        ),
        (
            "must or else",
            r"(?P<t>{party})(?:'s)?(?: [\w-]+){0,2}? {verb} [^.;]{3,140}?(?:\b{within} "
            + TIME
            + r"[^.;]{0,60}?)?{else}",
        ),
        (
            "must by",
            r"(?P<t>{party})(?:'s)?(?: [\w-]+){0,2}? (?:must|ha[sd] to|have to|should)"
            r" (?:\w+ ){0,2}?(?:withdraw|leave|pull|release|free|hand|return|accept|agree|sign"
            r"|disarm"
            r"|lift|end|stop|halt|cease|surrender|comply|reinstate|restore|resume|dismantle|destroy"
            r"|reopen|recogni[sz]e|implement|remove|stand down|step down|open|allow|let|give up"
            r"|lay down|vacate"
            r"|make (?:peace|a deal)|come to)\b"
            rf"[^.;]{{0,80}}?\b(?:by|before|until|within|no later than) {TO_TIME}{TIME}",
        ),
        (
            "demanded or else",
            r"\b(?:demand|insist|stipulat)(?:s|ed|ing|es)? (?:that )?(?:(?P<v2>they|it|he|she)"
            rf"|{WHOM}) [^.;]{{3,140}}?(?:\b{{within}} {TIME}[^.;]{{0,60}}?)?{{else}}",
        ),
        (
            "by then or else",
            rf"(?:\b{{within}}|\b(?:junta|generals|rulers) in {{place}} (?:has|have|had)) {TIME}"
            r"[^.;]{0,60}?{else}",
        ),
        (
            "a choice",
            r"(?:(?P<t>{party})(?:'s)?|\b(?P<v>{vague}))(?: [\w-]+){0,6}? (?:choose|choice"
            r"|options?)\b[^.;:]{0,30}: "
            r"[^.;]{3,100}? or\b",
        ),
        (
            "either or",
            r"\beither (?:the )?(?:(?P<t>{party})|(?P<v>{vague}))(?:'s)? [^.;]{3,120}?\bor\b",
        ),
        (
            "told or else",
            rf"\b{{told}} {WHOM} (?:to|that|it|they|he)\b[^.;]{{3,140}}?{{else}}",
        ),
        (
            "told, else after",
            rf"\b{{told}} {WHOM}(?: (?:on )?{{date}})? (?:to|that (?:it|they)|must|should)\b",
        ),
        ("must, else after", r"(?P<t>{party})(?:'s)?(?: [\w-]+){0,2}? {verb} (?!not\b)"),
        (
            "unless",
            rf"\bunless (?:the )?(?:(?P<t>{{party}})|(?P<v>{{vague}}))?"
            rf"(?:[^.;]{{0,120}}?\b{{within}} {TIME})?",
        ),
        (
            "if not",
            r"\bif (?:(?:all|every|any|some|the|of|these|its|their|his|those"
            r"|[a-z]+(?:ish|ian|ese|i)) ){0,4}(?:(?P<t>{party})(?: \({actor}\))?"
            r"|(?P<v>(?:rebels|militants|insurgents|paramilitaries|junta|group)\b)"
            r"|(?P<h>hostages|captives|prisoners|demands|conditions))"
            r"(?:'s)?(?: [\w\ue005-]+){0,4}?(?: {refuses}|n't)(?=[ ,])"
            rf"(?:[^.;]{{0,100}}?\b{{within}} {TIME})?",
        ),
        (
            "if no deal",
            r"\b(?:if (?:(?:there (?:is|was|are|were)|there's) (?:still )?(?:no|not an?)"
            r"|there (?:isn't|wasn't) an?|no)|unless (?:there (?:is|was|are|were)|it is|it was)(?:"
            r" an?)?)"
            r" (?:[\w-]+ ){0,2}?(?:deal|agreement|progress|cease-?fire|truce|peace|settlement"
            rf"|movement|response|compliance|signs?)\b(?:[^.;]{{0,60}}?\b{{within}} {TIME})?",
        ),
    )
)
