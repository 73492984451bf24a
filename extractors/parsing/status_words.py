"""The wording of status: cues in the order in which they are tried, and the forms around a verb.

Patterns over tapes; what a cue reaches is left to status.py.
"""

from __future__ import annotations

from extractors.fact import Status

IS = r"(?:is|are|was|were|has been|have been|had been|being|be|been)"
_NOT = r"(?:did|do|does|would|has|have|had)(?: not|n't)"
#: "After the negotiations" tells where or when, not how far a thing has come.
_NOT_WHERE = "".join(
    rf"(?<!{word} )(?<!{word} the )" for word in ("at", "in", "during", "after", "following")
)

#: (name, status, where the cue stands to the trigger, words). First match in this order wins: the
#: least real reading of a clause is the one that is safe.
CUES: tuple[tuple[str, Status, str, str], ...] = (
    (
        "denied",
        Status.DENIED,
        "before",
        r"\b(?:den(?:y|ies|ied|ying)|refut(?:es|ed)|no truth|fakes?|hoax|disinformation)\b"
        r"(?! access| entry)",
    ),
    ("denied", Status.DENIED, "after", rf"\b{IS} denied\b|\bdenied by\b"),
    (
        "refused",
        Status.REJECTED,
        "before",
        r"\b(?:refus(?:e[sd]?|al|ing)|reject(?:s|ed|ing|ion)?|rul(?:es|ed|ing) out"
        r"|declin(?:e[sd]?|ing)"
        r"(?! to (?:say|comment|give|name|provide|confirm|disclose|specify|elaborate))"
        r"|turn(?:s|ed|ing) down|dismiss(?:es|ed|ing)?|oppos(?:es|ed"
        r"|ing(?! (?:factions|sides|parties|forces|groups|camps|armies)))"
        rf"|{_NOT} (?:yet )?agreed?|(?:won't|will not) agree|not agreed|rebuff(?:s|ed)|spurned"
        r"|vetoed)\b",
    ),
    (
        "was refused",
        Status.REJECTED,
        "after",
        rf"\b{IS} (?:\w+ )?(?:rejected|refused|turned down|ruled out|dismissed|rebuffed|vetoed)\b"
        r"|\b(?:has|have|had) (?:so far |repeatedly |always |also )?"
        r"(?:rejected|refused|ruled out)\b",
    ),
    (
        "failed",
        Status.FAILED,
        "before",
        r"\b(?:fail(?:s|ed|ing|ure)? (?:to|in)|cancel(?:s|led|ed|ling)?|call(?:s|ed|ing) off"
        r"|postpon(?:e[sd]?|ing|ement of)|suspen(?:ds?|ded|ding|sion of)|cancellation of"
        r"|abort(?:s|ed|ing)?|scrap(?:s|ped)?"
        r"|collapse of|without (?:an? |any )?(?:agreement|deal)|derail(?:s|ed)"
        r"|halt(?:s|ed|ing)?(?! (?:to|in|of|on)\b)"
        r"|no (?:agreement|deal|breakthrough|progress|consensus) (?:on|to)|did not|didn't|has not"
        r"|have not|had not|hasn't|haven't|hadn't|never|unable to|could not|couldn't|no longer"
        r"|delay(?:s|ed|ing)?|put(?:s|ting)? off|block(?:s|ed|ing)?"
        r"|h(?:olds?|eld|olding) (?:back|up)|withh(?:olds?|eld|olding)|yet to"
        r"|stall(?:s|ed|ing)?)\b",
    ),
    (
        "came to nothing",
        Status.FAILED,
        "after",
        rf"(?<!\bshould )(?<!\bwould )(?<!\bcould )(?<!\bmay )(?<!\bmight )(?<!\bmust )"
        rf"\b(?:{IS} (?:\w+ )?(?:cancel+ed|called off|postponed|suspended|aborted|scrapped|derailed"
        r"|delayed|halted|put off|broken off|disrupted|thwarted|stalled|held up)"
        r"|collaps(?:ed|es)|f[ae]ll(?:en)? (?:through|apart)|broke (?:down|off)|stalled"
        r"|(?:did|will|would)(?: now| therefore)? not (?:now )?(?:take place|happen|go ahead"
        r"|materiali[sz]e|occur)"
        r"|failed to (?:take place|materiali[sz]e|go ahead)"
        r"|never (?:took place|happened|materiali[sz]ed))\b",
    ),
    (
        "as proposed",
        Status.PROPOSED,
        "before",
        r"\b(?:proposal|plan|draft|outline|initiative|offer)\b[^.;]{0,60}?"
        r" (?:call(?:s|ed) for|provid(?:es|ed|ing) for|foresees|foresaw|envisag(?:es|ed)"
        r"|stipulat(?:es|ed)|requir(?:es|ed)|includ(?:es|ed))\b",
    ),
    (
        "as the deal says",
        Status.AGREED,
        "before",
        r"\b(?:deal|agreement|accord|pact|declaration|truce|ceasefire|framework)\b[^.;]{0,60}?"
        r" (?:call(?:s|ed) for|speaks of|spoke of|envisag(?:es|ed)"
        r"|stipulat(?:es|ed)|requir(?:es|ed))|\bsettled (?:\w+ )?on\b|\bprovid(?:es|ed|ing) for\b",
    ),
    ("demanded", Status.DEMANDED, "before", r"\b(?:demand(?:s|ed|ing)?|insist(?:s|ed|ing)?)\b"),
    ("demanded", Status.DEMANDED, "after", rf"\b{IS} demanded\b|\bdemanded by\b"),
    (
        "possible",
        Status.PROPOSED,
        "before",
        r"\b(?:propos(?:e[sd]?|al|als|ing)|perhaps|maybe|offer(?:s|ed|ing)?|suggest(?:s|ed|ing|ion)?"
        r"|call(?:s|ed|ing)? (?:for|on)|urg(?:e[sd]?|ing)|seek(?:s|ing)?|sought|want(?:s|ed|ing)?"
        r"|wish(?:es|ed)?|hop(?:e[sd]?|ing)|could|may|might|possib(?:le|ly|ility)|potential(?:ly)?"
        r"|discuss(?:es|ed|ing|ions?)?|negotiat(?:e|es|ed|ing)"
        rf"|{_NOT_WHERE}negotiations|talks (?:on|about|over)"
        r"|plan(?:s|ned|ning)? (?:to|for|on|a|an|the)|the plan|aim(?:s|ed|ing)?"
        r"|consider(?:s|ing)?|(?<!is )(?<!are )(?<!was )(?<!were )considered|read(?:y|iness)"
        r"|prepared to|willing(?:ness)?"
        r"|close to (?=reach|agree|finali|secur|conclud|a (?:deal|agreement)|an? )|closer to"
        r"|nearing"
        r"|(?:(?:would|could|might|may) (?:only |also )?|(?:will|can) only )"
        r"(?:agree|accept|be (?:ready|willing))"
        r"|(?:will|would|to|could|which|that) (?:allow|enable|permit)s?"
        r"|on the (?:verge|brink) of|push(?:es|ed|ing)? for"
        r"|press(?:es|ed|ing)? for|if|whether|unless|draft"
        r"|intend(?:s|ed)?|prospects? (?:of|for)|likely|unlikely|preparations? (?:for|of)"
        r"|prepar(?:es|ed|ing) (?:to|for|a)|advocat(?:e[sd]?|ing)"
        r"|on the table|under (?:discussion|consideration|negotiation)"
        r"|being (?:discussed|negotiated|considered|drafted)"
        r"|idea of|agenda|focus(?:es|ed|ing)? on"
        r"|rais(?:e[sd]?|ing)|appeal(?:s|ed|ing)? (?:for|to)|work(?:s|ed|ing)? (?:on|towards?)"
        r"|pav(?:e|ing) the way|open to|favou?rs?|would like|depend(?:s|ed|ing)? on|dismiss\w*"
        r"|condition(?:s|al)?|request(?:s|ed|ing)?"
        r"|ask(?:s|ed|ing)? (?:for|to|(?:\ue005|\w+) to)|aspir\w+"
        r"|speculat\w+|rumou?r\w*|try(?:ing)? to|tried to|attempt(?:s|ed|ing)? to|efforts? to"
        r"|in order to|need(?:s|ed)? to|expect(?:s|ing)? (?:to|an?|the|that|more)|expected)\b",
    ),
    (
        "possible",
        Status.PROPOSED,
        "after",
        rf"\b(?:{IS} (?:\w+ )?(?:possible|proposed|discussed"
        r"|considered(?! (?:an?|the|to|as|one)\b)|expected|on the table"
        r"|under discussion|on the agenda|likely|unlikely|in the works|in preparation"
        r"|being (?:prepared|readied|worked (?:on|out)|planned))"
        r"|could (?:take|happen|be|begin|start|include|see)|may (?:take|happen|be|begin)|might)\b",
    ),
    (
        "under way",
        Status.ONGOING,
        "both",
        r"\b(?:underway|under way|in process|in progress"
        r"|ongoing(?! (?:efforts?|attempts|push|war|conflict|fighting|invasion|hostilities"
        r"|violence)\b)|under implementation"
        r"|(?:is|are|was|were) (?:now |currently |still |already )?"
        r"(?:being(?! (?:prepared|readied|worked|planned)\b)|continuing|taking place|happening"
        r"|proceeding)"
        r"|(?:has|have|had) (?:now |already |just )?(?:begun|started|commenced)"
        r"|began|begins|started|commenced"
        r"|kick(?:s|ed) off|got under ?way"
        r"|(?:is|are) (?:now |currently )?(?:carrying out|conducting|holding|negotiating)"
        r"|continu(?:es|ed|ing))\b",
    ),
    (
        "agreed",
        Status.AGREED,
        "before",
        r"\b(?:agree(?:s|d|ing)?(?: (?:to|on|upon|that|in principle)| (?=a\b|an\b|the\b|\W))?"
        r"|agreements? (?:to|on|for|of|about|regarding|over|under)|accords? (?:to|on|for)"
        r"|deals? (?:to|on|for|that|over|under|includes?)|pact (?:to|on|for)"
        r"|understanding (?:to|on|for|about)|undert(?:ook|akes?|aking) to|pledg(?:e[sd]?|ing)"
        r"|vow(?:s|ed)|promis(?:e[sd]?|ing)"
        r"|commit(?:s|ted|ting)? (?:themselves|(?:(?:the|both|all) (?:[\w-]+ ){1,2})?to)\b"
        r"|approv(?:e[sd]?|ing)|sign(?:s|ed|ing)|terms of|clear(?:s|ed) the way"
        r"|under the (?:deal|agreement|terms|accord|ceasefire|truce)|foresaw|foresees"
        r"|reach(?:ed|es|ing) (?:an? )?(?:agreement|deal|accord|understanding)"
        r"|announc(?:e[sd]?|ing)|will|shall"
        r"|(?:said|says|say|told|wrote|added|announced|confirm(?:s|ed))\b[^.;]{0,60}? would)\b",
    ),
    (
        "agreed",
        Status.AGREED,
        "after",
        rf"\b(?:{IS} (?:\w+ )?(?:agreed|approved|signed|reached|settled|announced)"
        rf"|(?:{IS} )?(?:scheduled|due|set(?! free\b)|slated)(?: for| to)?\b"
        r"|will (?:also |then |soon )?(?:take place|happen|begin|start|be|include|see"
        r"|follow|involve|cover|go ahead)"
        r"|to (?:take place|begin|start|follow)|agreement|deal|accord)\b",
    ),
    ("would", Status.PROPOSED, "before", r"\bwould\b"),
    ("would", Status.PROPOSED, "after", r"\bwould (?:take|be|begin|start|include|see|involve)\b"),
    (
        "carried out",
        Status.COMPLETED,
        "both",
        r"\b(?:carr(?:(?<!to carr)y|ies|ied|ying) out|complet(?:e[sd]?|ing|ion)|conduct(?:s|ed)"
        r"|execut(?:es|ed)|(?:took|taken|takes) place|held|conclud(?:e[sd]?|ing)|ended|ends"
        r"|finish(?:es|ed)|wrapp?(?:s|ed) up|occurred|happened|implemented|marks|marked|secured?"
        r"|saw|seen|led to|(?:brought(?: about)?|yielded|produced|achieved|enabled) (?:the|an?)"
        r"|resulted in|facilitat(?:ed|es)|staged|went ahead|followed"
        r"|help(?:s|ed) (?:to )?(?:secure|arrange)|(?:it|this|that) (?:was|became))\b",
    ),
    (
        "whose fruits are told",
        Status.COMPLETED,
        "after",
        r"\b(?:involv(?:ed|ing)|freed|sent|returned|brought|covered)\b",
    ),
    ("as agreed", Status.AGREED, "after", r"\bagreed\b"),
)

_ADVERB = r"(?: \w+ly| also| soon| then| each| mutually| now| since| later| still| just| both)?"

#: Words that stand right before a verb and settle what it tells, tried in order. None: an
#: infinitive or participle, so the clause's cues decide.
BEFORE_VERB: tuple[tuple[Status | None, str], ...] = (
    (Status.COMPLETED, r"\b(?:managed|(?:was|were) able) to \Z"),
    (Status.FAILED, r"(?:\bnot|n't|\bnever|\bcannot)(?: yet)?(?: be| been)? \Z"),
    (
        Status.DEMANDED,
        r"\b(?:should|must|ought to|ha(?:s|ve) to|needs? to)(?: also)?(?: \w+ly)?(?: be)? \Z",
    ),
    (
        Status.AGREED,
        r"\b(?:is|are|was|were|been)(?: due| set| scheduled)? to(?: be(?: \w+ly)?| start to be"
        r"| begin to be| start| begin)? \Z",
    ),
    (Status.AGREED, r"\b(?:due|set|scheduled|slated|supposed|meant) to(?: be(?: \w+ly)?)? \Z"),
    (None, rf"\b(?:could|may|might|can|would){_ADVERB}(?: be| have been| start to be)? \Z"),
    (None, rf"\b(?:will|shall|'ll){_ADVERB}(?: be(?: \w+ly)?)? \Z"),
    (Status.ONGOING, rf"\b(?:is|are|was|were){_ADVERB} being \Z"),
    (None, rf"\bto{_ADVERB}(?: be| get)? \Z"),
    (Status.COMPLETED, rf"\b(?:has|have|had){_ADVERB}{_ADVERB}(?: so far)?(?: been)? \Z"),
    (None, rf"\b(?:is|are|was|were|got|been){_ADVERB} \Z"),
    (None, r"\bbe \Z"),
)

#: A thing of which others said no: "the offer of an exchange … was rejected".
TURNED_DOWN = (
    r"[^.;]{0,40}?,? (?:an? |the )?(?:proposal|idea|offer|plan|formula|request|initiative|demand)\b"
    r"[^.;]{0,60}?\b(?:rejected|refused|turned down|ruled out|dismissed)\b"
)

#: "The exchange had been due on Wednesday but was called off."
UNDONE = (
    r"(?: (?:between|with|of|in) [^.;,]{1,60}?)?(?:,? (?:that|which))?"
    r" (?:had been|was|were|has been|is|are) [^.;,]{1,60}?,? (?P<but>but (?:then )?(?:(?:was|were"
    r"|has been|had been|got) (?:\w+ )?(?:called off|cancel+ed|postponed|delayed"
    r"|suspended|scrapped|aborted|put off)|never (?:took place|happened)|did(?: not|n't)"
    r" (?:take place|happen|go ahead)"
    r"|fell through|collapsed|failed to (?:take place|materiali[sz]e)))\b"
)

#: Where one clause ends and the next begins.
BOUNDARY = (
    r"[;:](?=\s)|\s[—–-]+\s|—|,\s+(?=(?:but|while|whereas|although|though|and|with|after|before|as"
    r"|which|who|whom|where|when|marking|bringing|following|surpassing|exceeding|dwarfing"
    r"|despite|adding|saying|citing|calling"
    r"|including|in addition|unless|if|even|so|yet|because|since|until|once)\b)"
    r"|\s(?=as (?:the )?\ue005 (?:prepar|is\b|are\b|was\b|were\b|ha[sd]\b|beg[ai]n|agreed|will))"
    r"|\s(?=(?:but|while|whereas|although|though|because|after|before|following"
    r"|until(?! further notice)|unless|if"
    r"|despite|except that|when|where|once|whether)\s)"
    r"|(?<!agreed)(?<!agree)(?<!agreement)\s(?=that\s(?!\ue004|(?:had|has|have|was|were|is|are|year"
    r"|month|week|day|time|deal|agreement|accord)\b))"
    r"|\s(?=and (?:\w+ly |also |then |later )?(?:said|says|will|would|could|agreed|announced"
    r"|promised|pledged|vowed|has|have|had|is|are|was|were|did)\b)"
)
