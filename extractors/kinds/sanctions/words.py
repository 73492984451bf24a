"""The wordings of sanctions: deeds and how far they had come, whom they hit, which trades."""

from __future__ import annotations

import re

from extractors.fact import Status
from extractors.parsing.tape import pattern

WORDS = {
    "party": "[\ue005\ue006]",
    "struck": "[\ue005\ue006\ue007]",
    "people": r"(?:commanders|generals|leaders|officials|officers|individuals|companies|tankers)\b",
    "sanctions": r"(?:sanctions?(?! (?:busting|evasion|relief))|those(?= (?:on|against) )"
    r"|asset freezes?"
    r"|travel bans?|blacklistings?|arms embargo|oil embargo|price cap"
    r"|(?<=with similar )(?:measures|penalties)"
    r"|(?:measures|restrictions)(?= (?:on|against|targeting) (?:[\w\ue000-]+ ){0,3}?(?:ships"
    r"|vessels"
    r"|tankers|companies|entities|individuals|banks|firms|oligarchs)\b))",
    "new": r"(?:new|fresh|further|more|tough\w*|strong\w*|sweeping|western|severe|crippling|latest"
    r"|one|most|extensive|biggest|largest|its|his|their|the|a|an|another|first|wide-ranging"
    r"|harsh\w*|broad|major"
    r"|very|large|huge|massive|banking|these|certain|some|several|various|punishing|sectoral"
    r"|similar|joint|existing|all|bill(?: on)?|(?:proposals?|plans?|draft)(?: for| of)?"
    r"|proposed"
    r"|planned|proposing|energy|oil|biting|devastating"
    r"|far-reaching|trade|and|next|coming|additional|extra|possible|long-awaited|bloc's|adoption"
    r"|approval|extension|renewal|imposition|introduction"
    r"|rounds?|packages?|waves?|series|set|raft|slew|tranche|batch|host|of|list|\ue000|\ue001"
    r"|[a-z]{2,12}-[a-z]{3,12}|[a-z-]{3,15}(?:ive|al|ic|ous|ent|ary|ted|ded|ned))",
}

#: How a deed is told: (rule, status, verb). The first rule that holds reads a mention.
DEEDS = tuple(
    (rule, status, re.compile(verb))
    for rule, status, verb in (
        (
            "lifted",
            Status.COMPLETED,
            r"(?:lift(?:s|ed|ing)?|eas(?:e|es|ed|ing)|remov(?:e|es|ed|ing)|waiv(?:e|es|ed|ing)"
            r"|suspend(?:s|ed|ing)?|drop(?:s|ped|ping)|scrap(?:s|ped|ping)?|end(?:s|ed|ing)?"
            r"|terminat(?:e|es|ed|ing)|removal|cessation|termination)",
        ),
        (
            "proposed",
            Status.PROPOSED,
            r"(?:propos(?:e|es|ed|ing)|prepar(?:e|es|ed|ing)|consider(?:s|ed|ing)?|weigh(?:s|ed"
            r"|ing)?"
            r"|draft(?:s|ed|ing)?|plan(?:s|ned|ning)?|discuss(?:es|ed|ing)?|mull(?:s|ed|ing)?"
            r"|mooted|review(?:s|ed|ing)?|debat(?:e|es|ed|ing)|work(?:s|ed|ing)? on|writing"
            r"|push(?:es|ed|ing)? for|think(?:s|ing)? (?:of|about)|look(?:s|ed|ing)? at|seek(?:s"
            r"|ing)?|readying"
            r"|(?:decid(?:e|ing)|vot(?:e|ing))(?: on \ue004)? on"
            r"|float(?:s|ed|ing)|present(?:s|ed|ing)|expected)",
        ),
        (
            "threatened",
            Status.THREATENED,
            r"(?:threat(?:en|ens|ened|ening)|warn(?:s|ed|ing)? of|vow(?:s|ed|ing)?)",
        ),
        (
            "agreed",
            Status.AGREED,
            r"(?:agree(?:s|d|ing)? (?:to|on|upon)|approv(?:e|es|ed|ing)|back(?:s|ed|ing)"
            r"|sign(?:s|ed|ing)? off on|endors(?:e|es|ed|ing))",
        ),
        (
            "refused",
            Status.REJECTED,
            r"(?:rul(?:es|ed|ing) out|refus(?:e|es|ed|ing)|reject(?:s|ed|ing)?|veto(?:es|ed|ing)?"
            r"|block(?:s|ed|ing)?|declin(?:e|es|ed|ing))",
        ),
        (
            "kept up",
            Status.ONGOING,
            r"(?:maintain(?:s|ed|ing)?|keep(?:s|ing)?|kept|retain(?:s|ed|ing)?)",
        ),
        (
            "announced",
            Status.COMPLETED,
            r"(?:announc(?:e|es|ed|ing)|unveil(?:s|ed|ing)?|reveal(?:s|ed|ing)?)",
        ),
        (
            "imposed",
            Status.COMPLETED,
            r"(?:(?:re)?-?impos(?:e|es|ed|ing)|adopt(?:s|ed|ing)?|introduc(?:e|es|ed|ing)"
            r"|slap(?:s|ped|ping)?|put(?:s|ting)?|plac(?:e|es|ed|ing)|lev(?:y|ies|ied|ying)"
            r"|enact(?:s|ed|ing)?|issu(?:e|es|ed|ing)|launch(?:es|ed|ing)?|hit(?:s|ting)?"
            r"|pass(?:es|ed|ing)?\b|unleash(?:es|ed|ing)?|extend(?:s|ed|ing)?|renew(?:s|ed|ing)?"
            r"|prolong(?:s|ed|ing)?"
            r"|expand(?:s|ed|ing)?"
            r"|widen(?:s|ed|ing)?|tighten(?:s|ed|ing)?|stepp?(?:s|ed|ing)? up"
            r"|strengthen(?:s|ed|ing)?|appl(?:y|ies|ied|ying)|add(?:s|ed|ing)?"
            r"|roll(?:s|ed|ing)? (?:out|over)|set(?:s|ting)?"
            r"|rais(?:e|es|ed|ing)|toughen(?:s|ed|ing)?|target(?:s|ed|ing)?|punish(?:es|ed|ing)?"
            r"|imposition|br(?:ing|ings|inging|ought) back|reinstat(?:e|es|ed|ing)|restor(?:e|es"
            r"|ed|ing)|trigger(?:s|ed|ing)?"
            r"|(?:follow|respond|react|retaliat|hit back)\w* (?:up )?with)",
        ),
    )
)
_VERB = "|".join(verb.pattern for _, _, verb in DEEDS)

#: "imposed a new round of sanctions", "hit Russia with sanctions"; `v` is the deed.
DONE = pattern(
    rf"\b(?P<v>{_VERB})(?: (?:on )?{{date}})?"
    rf"(?: (?:on )?(?:the )?(?:[\w-]+ of (?:the )?(?:[\w-]+ ){{0,2}})?"
    rf"(?P<hit>{{struck}})"
    r"(?:'s)?(?: [\w-]+){0,4}? with"
    r"| (?:for|by) (?:{duration}|another (?:{duration}|year|month))| until {date})?"
    r"(?: \"?(?:{new}|{party}(?:'s|-related|-linked)?|[\w-]+(?:,|-))\"?){0,8}? {sanctions}\b",
    WORDS,
)
#: "added 33 Russian firms to its sanctions list".
ADDED = pattern(
    r"\b(?P<v>add(?:s|ed|ing)?) (?:[^\s.;,]+ ){0,4}?(?P<hit>{struck})[^.;]{0,60}?"
    r" to (?:its|the|their) (?:[\w-]+ ){0,3}?(?:sanctions? lists?|list of sanction\w*|blacklist)",
    WORDS,
)
#: "the EU's 18th package of sanctions against Russia", "US sanctions on Iran".
BORNE = pattern(
    r"(?P<i>{party})(?:'s)?(?: (?:{new}|[\w-]+-backed)){0,6}? "
    r"(?:{sanctions}|(?<=\ue001 )package)\b",
    WORDS,
)
#: "put three of its commanders under sanctions".
PUT_UNDER = pattern(
    r"\b(?P<v>put|puts|plac(?:es|ed|ing)) (?:[^.;,\ue005-\ue007]{0,40}(?P<hit>{struck}))?"
    r"[^.;,]{1,60}? under (?:{new} )?sanctions\b",
    WORDS,
)
_TO_COME = (
    r"(?:will|would|is to|are to|is due to|are due to|is set to|are set to) (?:take effect"
    r"|come into (?:force|effect)|enter into force|start|begin)"
)
#: What became of them, right behind: "… was blocked by Slovakia", "… were prolonged".
BECAME = tuple(
    (
        rule,
        status,
        re.compile(rf"(?: package| of sanctions)?(?:,[^,.;]{{1,80}},)?[^.;,]{{0,30}}? {words}"),
    )
    for rule, status, words in (
        (
            "blocked",
            Status.REJECTED,
            r"(?:was|were|is|are|has been|have been|being) (?:\w+ )?(?:blocked|vetoed|rejected"
            r"|held up)\b",
        ),
        (
            "lifted",
            Status.COMPLETED,
            r"(?:was|were|is|are|has been|have been) (?:\w+ )?(?:lifted|eased|removed|waived"
            r"|suspended)\b",
        ),
        (
            "imposed",
            Status.COMPLETED,
            r"(?:was|were|has been|have been) (?:\w+ )?(?:approved|adopted|agreed|imposed|extended"
            r"|prolonged|renewed|introduced|announced|reimposed|expanded)\b",
        ),
        (
            "to come into force",
            Status.SCHEDULED,
            rf"(?:{_TO_COME}|(?:is|are) (?:due |set |expected |scheduled )?to be (?:approved"
            rf"|adopted"
            r"|introduced)) (?:on |from )?(?:the )?\ue004",
        ),
        ("to come into force", Status.AGREED, rf"(?:{_TO_COME})\b"),
        (
            "in force",
            Status.ONGOING,
            r"(?:(?:is|are|has been|have been|remains?) (?:now )?in (?:force|place|effect)"
            r"|in force|took effect|c[oa]me into (?:force|effect))\b",
        ),
        (
            "proposed",
            Status.PROPOSED,
            r"(?:is|are|was|were|being) (?:\w+ )?(?:proposed|prepared|drafted|planned|expected|due"
            r"|discussed)\b",
        ),
    )
)
UNDER = pattern(
    r"(?:(?P<hit>{struck})(?:,[^.;,]{1,60},)?(?:'s [\w-]+)? )?\b(?:remains?|is|are|still|stays?)"
    r" (?:\w+ )?under (?:(?P<i>{party}) (?:{new} )?sanctions\b"
    r"|(?:{new} ){0,2}sanctions (?:from|by|of) (?:the )?(?P<by>{party}))",
    WORDS,
)
#: Before sanctions that somebody bears: only spoken of as ended, wished for or feared.
ONLY_TALK = re.compile(
    r"\b(?:lift\w*|eas(?:e|es|ed|ing)|relief|remov\w+|end(?:s|ed|ing)?|demand\w*|want\w*|threat\w*"
    r"|call\w* for|urg\w+|possib\w+|more|further|if|unless|without|avoid\w*|future|potential"
    r"|oppos\w+|against|evad\w+|circumvent\w*|return of|snapback of|could|might)\b[^.;,]{0,30}\Z"
)
ON_SOMEBODY = re.compile(r" (?:on|against) ")
#: "sanctioned three RSF commanders", "blacklisted 60 people".
SANCTIONED = pattern(
    r"\b(?P<v>(?:sanction|blacklist)(?:ed|ing)|sanction|blacklist)"
    r"(?= (?:[^\s.;,]+ ){0,9}?(?:{struck}|{count}|{people}))"
    r"|\bfr(?:oze|ozen|eezes|eezing) (?:the )?(?:[\w-]+ )?assets"
    r"(?= of (?:[^\s.;,]+ ){0,4}?{struck})"
    r"|\bdesignat(?:ed|ing)(?= (?:[^\s.;,]+ ){0,4}?{struck}[^.;]{0,60} sanction)"
    r"|\b(?<!we )(?<!we have )(?P<l>listed|designated)(?= (?:[^\s.;,]+ ){0,4}?(?:{count}"
    r"|\d+)(?: [\w-]+){0,3}? (?:individuals"
    r"|people|entities|vessels|ships|tankers|companies|firms|banks|officials)\b)",
    WORDS,
)
#: "the 18th package" where sanctions were spoken of.
PACKAGE = pattern(r"(?P<n>{ordinal}) (?:[\w-]+ ){0,2}?(?:package|round|tranche|set)\b")
#: "is already writing the 18th", "announced an eighteenth package", after a word of sanctions.
PACKAGE_DONE = pattern(
    rf"\b(?P<v>{_VERB})(?: (?:the|its|an?|another|new|next|the \ue005's"
    rf"|\ue005's)){{0,3}} (?P<n>{{ordinal}})"
    r"(?: package| set)?(?! round| anniversary| time|\w)"
)

#: Words between a subject and the deed that tell how far it is; the first that holds counts.
AROUND = tuple(
    (rule, status, re.compile(words))
    for rule, status, words in (
        (
            "asked for",
            Status.DEMANDED,
            r"\b(?:urg(?:es|ed|ing|e)|call(?:s|ed|ing)? (?:up)?on|call(?:s|ed|ing)? for"
            r"|ask(?:s|ed|ing)?|press(?:es|ed|ing)|demand(?:s|ed|ing)?|appeal(?:s|ed|ing)? to"
            r"|want(?:s|ed)|pleaded|begged|insist(?:s|ed|ing)?)\b",
        ),
        (
            "agreed",
            Status.AGREED,
            r"\b(?:agree(?:s|d|ing)?|decid(?:es|ed|ing)|mov(?:es|ed|ing)|vot(?:es|ed|ing))"
            r"(?: unanimously| overwhelmingly)?(?: on)?(?: \ue004)? to \Z",
        ),
        (
            "refused",
            Status.REJECTED,
            r"\b(?:refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|rul(?:es|ed|ing) out"
            r"|oppos(?:e|es|ed|ing)|reject(?:s|ed|ing)?|veto(?:es|ed|ing)?|block(?:s|ed|ing)?"
            r"|against|no plans|stop(?:s|ped|ping)? short|would not|will not|won't|not going)\b",
        ),
        (
            "not done",
            Status.FAILED,
            r"\b(?:not|never|failed|fails|without|instead of|rather than|held off|delay(?:s|ed)"
            r"|postpon(?:e|es|ed))\b|n't\b",
        ),
        (
            "threatened",
            Status.THREATENED,
            r"\b(?:threat(?:en|ens|ened|ening|s)?|warn(?:s|ed|ing)?|vow(?:s|ed|ing)?)\b",
        ),
        (
            "possible",
            Status.PROPOSED,
            r"\b(?:will|would|could|may|might|can|should|must|plan(?:s|ned|ning)?|prepar(?:es|ed"
            r"|ing)"
            r"|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|ready|intend(?:s|ed)?|seek(?:s|ing)?|sought"
            r"|expect(?:s|ed)|aim(?:s|ed|ing)?|mull(?:s|ed|ing)|discuss\w*|propos(?:e|es|ed|ing|al)"
            r"|if|unless|whether|set to|about to|due to|to|over|possib\w+|bill|hop(?:es|ed|ing))\b",
        ),
    )
)
#: A threat with a time or a condition is an ultimatum's consequence.
ULTIMATUM = pattern(
    r"\bultimatum|\bdeadline|\bor (?:else |it will |they will )?(?:face|risk|suffer|incur|be hit)\b"
    r"|\botherwise\b|\bunless\b|\bif\b|\bin case\b|\bwithin (?:[\w-]+ ){0,2}?[{duration}{count}]"
    r"|\bshould [\ue005\ue006]|\bwhere\b"
)
TARGET = pattern(
    r"[^.;,]{0,60}?(?<!aggression )(?<!war )(?<!invasion )(?<!attack )(?<!attacks )(?<!offensive )"
    r"\b(?:on|against|targeting|target(?:s|ed)?|over|hitting|hit|aimed at|upon|assets of"
    r"|sanction\w*|blacklist\w*|designated|cover\w*|affecting)\b"
    r"(?: (?!and\b(?! (?:[\w\ue000-]+ ){0,4}(?:entities|companies|firms|individuals"
    r"|organi[sz]ations|vessels|ships"
    r"|officials|people)\b)|but\b|because\b|after\b|by\b|is\b|are\b|was\b|were\b"
    r"|will\b)[^\s.;,\ue005\ue006\ue007]{1,25}){0,12}?"
    r" ?(?P<t>{struck})",
    WORDS,
)
#: "Sanctions were imposed on Iran's president": who says so put them, unless he is hit.
IMPOSED = pattern(
    r"\b{sanctions}(?: package)? (?:(?:have|has|had|were|was|are|is|been|being|also) ){1,3}"
    r"(?P<v>imposed|introduced|extended|lifted|eased|adopted|approved|renewed)"
    r"(?= (?:on|against|over|until) )(?![^.;]{0,80} by (?:the )?[\ue005\ue006])",
    WORDS,
)
