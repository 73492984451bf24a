"""What ultimatums threaten and ask, and what only sounds like one: pattern tables."""

from __future__ import annotations

import re

from extractors.kinds.ultimatum.words import WORDS
from extractors.parsing.patterns import Pattern
from extractors.parsing.tape import pattern

#: What only sounds like one, and deadlines that are terms of a deal or none of the war's.
COLOUR = pattern(
    r"\b(?:language|rhetoric|tone|speak\w*|talk|game)s? (?:of|in) (?:the )?(?:ultimatum|threat)"
    r"|\bultimatum(?:s)? (?:is|are) unacceptable"
    r"|(?:deadline|\ue002|\ue004)[^.;]{0,50}? (?:stipulated|set out|laid down|agreed|provided"
    r" for|foreseen|specified"
    r"|contained) (?:in|under|by) the (?:agreement|deal|accord|truce|ceasefire|plan|resolution)"
    r"|\b(?:under|in line with|according to) the (?:terms|agreement|deal|accord|truce|ceasefire)\b"
    r"|\bdeadlines? (?:for|to) (?:fil\w+|regist\w+|appl\w+|submi\w+|nominat\w+|ratif\w+|pay\w*"
    r"|vot\w+|repatriat\w+)"
    r"|\b(?:trade|tariff|transfer|filing|budget|pay|wage|debt|tax) (?:deal|talks|agreement"
    r"|deadline|negotiations|offer)"
    r"|\bcounter-?(?:measures|tariffs)\b|\bfurther dut(?:y|ies)\b"
    r"|\bevacuat\w+|\bexpel(?:s|led|ling)\b|\bdeadline day\b"
    r"|\b(?:t(?:old|ells)|g(?:ave|iven|ives|iving)|order\w*|warn\w*|ask\w*|urg\w+)"
    r" (?:all |the |any |every ){0,2}"
    r"(?:[\w\ue005-]+ ){0,2}?(?:holders|owners|drivers|residents|inhabitants|civilians"
    r"|migrants|refugees|foreigners|villagers)\b"
)
#: Orders to people, not to a side: "gave Pakistani nationals 48 hours to leave".
TO_PEOPLE = re.compile(
    r"(?:'s)? (?:citizen\w* card |(?!t(?:old|ells)\b)\w+ )?(?:residents?|holders|foreigners"
    r"|migrants|civilians|people|citizens?|nationals|families|tourists"
    r"|students|diplomats?(?! to)"
    r"|allies|backers|opponents|enemies|foes|rivals|critics|neighbou?rs|supporters|envoys"
    r"|passengers|airlines?|companies|firms|visas?|refugees|journalists?|reporters?|ambassador|workers|staff|employees"
    r"|agencies"
    r"|embassy)\b"
)
#: "the Palestinian group": a group, not its country.
OF_A_GROUP = re.compile(
    r" (?:militant |armed |islamist )?(?:group|movement|organi[sz]ation|faction|militants)\b"
)
TOPIC = Pattern(
    r"\b(?:war|ceasefire|truce|peace|troops|hostages?|invasion|military|rebels|missiles?"
    r"|conflict|nuclear|fighters"
    r"|strikes|fighting|hostilities|arms|army|militants?|offensive|captives|junta|coup"
    r"|surrender|blockade)\b"
)
CONSEQUENCES = tuple(
    (name, pattern(words))
    for name, words in (
        (
            "secondary_sanctions",
            r"\bsecondary (?:sanctions|tariffs)|\bsanctions (?:on|against) (?:countries|buyers"
            r"|those|anyone)",
        ),
        ("tariffs", r"(?<!secondary )\b(?:tariffs?|levies|import duties)\b"),
        (
            "sanctions",
            r"(?<!secondary )\bsanctions?\b(?! (?:on|against) (?:countries|buyers|those|anyone))"
            r"|\bsnap-?back\b",
        ),
        (
            "military",
            r"\bmilitary (?:action|force|intervention|response|operations?|strikes?|means"
            r"|offensive|consequences)"
            r"|\b(?:will|would|'ll) (?:hit|strike|target|shell|fire on)\b"
            r"|\bus(?:e of|ing|e) force|\bby force|\bfull force"
            r"|\b(?:air ?|missile )?strikes?\b|\bstrike (?:at|on|its)"
            r"|\bbomb(?:ing|s|ed)?\b"
            r"|\battack(?:s|ed)?\b|\b(?:invasion|invade|offensive|assault|annihilat\w+|wiped"
            r" out|crush(?:ed)?|storm(?:ed)?)\b"
            r"|\b(?:fighting|war|bombing|strikes) (?:will|would) (?:resume|continue|begin)"
            r"|\b(?:truce|ceasefire)\b[^.;,]{0,20} (?:will|would) (?:end|be over|collapse)\b"
            r"|\b(?:resum\w+|restart\w*|return(?:s|ed|ing)?|go(?:es|ing)? back|renew\w*) (?:to |of"
            r" |the "
            r"|its )*(?:\w+ )?"
            r"(?:fighting|war|strikes|bombing|offensive|hostilities|operations)|\bmarch on\b"
            r"|\bdestr(?:oy|uction)\w*"
            r"|\beliminat\w+|\bintense fighting|(?:\b(?:army|troops|forces)|\ue005)"
            r" (?:moved|would move|moves)"
            r"|\b(?:send"
            r"|sent) in (?:the )?(?:troops|army)"
            r"|\bface war\b|\bgates of hell|\boccup(?:y|ation)\b",
        ),
        (
            "aid_cut",
            r"\b(?:cut|halt|suspend|stop|withhold|end|freez|los)(?:ting|ing|e|t)?(?: off)? "
            r"(?:[\w'\ue005]+ ){0,3}?"
            r"(?:aid|intelligence|weapons|support|assistance)\b"
            r"|\b(?:aid|weapons|support) (?:would|will) be (?:cut|halted|suspended|stopped)",
        ),
        (
            "other",
            r"\btake (?:\w+ )?action\b"
            r"|\ball hell|\bhell to pay|\bhell break|\bconsequences\b|\bwalk(?:ing)? away|\bpay "
            r"(?:the|a) (?:\w+ )?price"
            r"|\bheavy price|\babandon(?:s|ing)?\b|\bpull(?:ing)? out|\bcancel\w*"
            r"|\bscrap\w*|\bdrop its"
            r"|\bwithdraw from"
            r"|\bbreak off|\bend the truce|\bcollapse\b|\bisolation\b|\bblockade\b|\bclose "
            r"(?:its|the|all)(?: own)? border|\bban (?:[\w\ue005]+ ){0,3}(?:products|imports|goods"
            r"|flights)"
            r"|\bmove on\b",
        ),
    )
)
#: What is asked: after the time or the verb, "to …"; after "unless", "if not"; after a colon.
DEMANDS = {
    name: pattern(words, WORDS)
    for name, words in {
        "to": r"(?<!whether )(?<!failure )(?<!failing )(?<!fails )(?<!failed )"
        r"\bto (?P<what>(?!{party}|the\b|his\b|its\b|an?\b|them\b|be\b|expire\b"
        r"|lapse\b)[a-z][^.;,:\"\ue002]{3,140}?)"
        r"(?=,? or \"?(?:else|all|face|risk|suffer|be|endure|lose|see|it|they|he|we"
        r"|{party}|(?:[\w'\"-]+ ){1,3}(?:is|will|would))| and (?:threat|warn)|,|:|"
        r" within\b| by (?:\S+ ){0,3}?\ue004| in \ue002| before\b|[.;\"]|\Z)",
        "colon": r"\b(?:ultimatum|deadline)[^.;:]{0,60}?: "
        r"(?:unless )?(?P<what>[a-z][^.;\"]{3,120}?)(?= by (?:\S+"
        r" ){0,3}?\ue004|, or| or |[.;\"]|\Z)",
        "must": r"\b(?:must|should|has to|have to) "
        r"(?P<what>[a-z](?:[^.;,\"\ue002]|\"[^\".;]{1,40}\"(?= )){3,120}?)(?=,? or |,|"
        r" within\b| by (?:\S+ ){0,3}?\ue004| by the end\b|[.;]|\"(?!\w)|\Z)",
        "they": r"\b(?:they|it|he|she) (?P<what>[a-z][^.;,\"]{3,120}?)(?=,? or |,|[.;\"]|\Z)",
        "unless": r"\bunless "
        r"(?P<what>[^.;,\"]{5,140}?)(?=,| within\b| by (?:\S+ ){0,3}?\ue004| before\b"
        r"|[.;\"]|\Z)",
        "if": r"\bif (?P<what>[^.;,\"]{5,140}?)(?=,| within\b| by (?:\S+ ){0,3}?\ue004| before\b"
        r"|[.;\"]|\Z)",
    }.items()
}
