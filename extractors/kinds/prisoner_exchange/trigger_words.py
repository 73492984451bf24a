"""The wording of what happens in an exchange: nouns and verbs, and what parts or joins clauses."""

from __future__ import annotations

import re

from extractors.kinds.prisoner_exchange.words import WORDS
from extractors.parsing.lexicon import LEXICON
from extractors.parsing.patterns import Pattern
from extractors.parsing.tape import pattern

NOUNS = (
    pattern(r"{formula}"),
    pattern(r"{ordinal} in (?:a|the|this) series of (?:{held} )?{event}\b", WORDS),
    pattern(r"\b{held}(?:-of-war)?(?:'s|s')? (?:{event}|release|return)\b", WORDS),
    pattern(
        r"\b(?:{event}|release|repatriation|return|freeing|trading|swapping)"
        r"(?: (?:on )?{date})?,? of"
        r" (?:[\w'\ue000\ue005-]+ ){0,8}?"
        r"(?:{captives}\b|\ue000 (?:more )?\ue005(?= (?:held|jailed|detained|imprisoned|by|from"
        r"|in|on|to|for|and|who|after)\b|[,.;]|\Z))",
        WORDS,
    ),
    pattern(
        r"(?<!\bto )(?<!\bnot )(?<!n't )(?<!stock )(?<!foreign )(?<!free )(?<!in )"
        r"(?<!artillery )(?<!fire )(?<!land )(?<!territory )(?<!territorial )(?<!currency )"
        r"(?<!debt )"
        r"(?<!gunfire )(?<!rocket )(?<!missile )(?<!verbal )(?<!heated )(?<!student )"
        r"(?<!productive )(?<!constructive )(?<!frank )(?<!diplomatic )(?<!angry )(?<!cultural )"
        r"(?<!academic )(?<!fierce )(?<!testy )(?<!written )\b{event}\b"
        r"(?! (?:of )?(?:\w+ )?{not_people}| point| list| rate| deal with| mechanism to pay)",
        WORDS,
    ),
    pattern(
        r"(?:{ordinal}|\banother|\bfurther|\bnext|\blast)"
        r" (?:group|batch|stage|phase|part|wave|tranche)\b"
        r"(?! of (?:the |these |peace |their )*(?:{talks}|process|plan|roadmap)\b)",
        WORDS,
    ),
)
VERBS = (
    (
        "swap",
        pattern(
            r"(?<!artillery )(?<!fire )(?<!gunfire )(?<!rocket )\b{swap}\b"
            r"(?! (?:[\w\ue000]+ ){0,2}{not_people})",
            WORDS,
        ),
    ),
    (
        "get",
        pattern(
            r"\b{get}\b(?! (?:(?:an?|the|its|their|{ordinal}|full|new|updated) ){0,3}"
            r"(?:lists?|names|letters?|reports?|confirmation|information|documents?|proposals?"
            r"|requests?)\b)",
            WORDS,
        ),
    ),
    ("come", pattern(r"\b{come}", WORDS)),
    (
        "give",
        pattern(
            r"\b{give}\b(?! (?:to \ue005 )?(?:(?:a|its|their|the|\ue000|frozen|further|more) ){0,3}"
            r"(?:statements?|{bodies}|video|footage|report|lists?|names)\b)",
            WORDS,
        ),
    ),
)
BOTH_NOUN_AND_VERB = frozenset(
    {"release", "releases", "return", "returns", "exchange", "exchanges", "swap", "swaps"}
    | {"trade", "trades", "transfer", "hand over"}
)
#: "The agreement provides that all of the sick are exchanged"
PROVIDES_THAT = re.compile(
    r"\b(?:deal|agreement|accord|pact|terms)\b[^.;]{0,60}?"
    r" (?P<that>(?:provid|stipulat|foresee|envisag)\w* that) [^.;]{0,120} (?:is|are|be) \Z"
)
#: "The group said that it would free four": what a side says it will do, and not what others would.
PROMISED = re.compile(r"\b(?:it|they|he|she|we|i) would (?:\w+ ){0,2}\Z")
#: What makes "exchange", "release" a verb: the words before it.
VERB_BEFORE = re.compile(
    r"(?:\b(?:to|will|would|shall|could|may|might|should|must|can|did|not|both|sides?|part(?:y|ies)"
    r"|countr(?:y|ies)|nations?|states?|governments?|arm(?:y|ies)|military|ministry|regime"
    r"|president"
    r"|foes|enemies|rivals|rebels|groups?|movement|militia|people|men|women|children|it|he|she|they"
    r"|we|who|also|again|then|soon|now|and|or|but|finally|\w+ly)|[\ue005\ue006\ue007\ue008]"
    r"|n't|'ll) \Z"
)
#: How what a noun named went: "…, with each side freeing 307".
COURSE = re.compile(
    r"\W{0,2}(?:with (?:each|both|either) (?:\w+ ){1,3}"
    r"|with (?:the )?(?:[\w-]+ ){0,2}\ue005(?:'s)? (?:and (?:the )?\ue005 )?(?:[\w-]+ ){0,2}?)?"
    r"(?:releasing|freeing|exchanging|swapping|returning|handing (?:over|back)|getting back"
    r"|bringing (?:home|back)|receiving|welcoming(?: home| back)?|taking back|repatriating"
    r"|sending (?:home|back)|giving back|setting free|letting go|transferring)\b"
    r"|\W{0,2}with (?:[\w-]+ ){0,3}?\ue000 (?:[\w\ue000\ue005-]+ ){0,9}?"
    r"(?:exchanged|released|freed|returned|swapped|brought home|repatriated|returning|crossing"
    r"|(?:going|coming|heading|flying) (?:home|back|to|the other way|in the))\b"
)
#: "handed over two captives, as part of the seventh exchange under the deal": what they did.
AS_PART = re.compile(r"\W{0,2}as part of (?:the|an?|their) ")
AS_PART_OF = re.compile(
    r"\W{0,2}(?:as part of|under|within|in the framework of) (?:[\w\ue001\ue003'-]+ ){1,5}\Z"
)
#: "a deal that will see 33 hostages returned"
WILL_SEE = re.compile(r"\b(?:(?:will|would|to|should) see|would have seen)\b[^.;,]{0,60} \Z")
#: "a pause that saw 105 hostages go free"
SAW_THEM = re.compile(r"\bsaw (?!no\b|not\b)[^.;,]{1,90} \Z")
#: "will free all in return for an end to the war"
FOR_PEACE = re.compile(
    r"[^.;]{0,120}?\b(?P<price>(?:in (?:return|exchange) for|provided|on condition)\b[^.;]{0,60}?"
    r"\b(?:end(?:ing)?|halt|withdraw\w*|pull-?out|guarantees?) (?:to|of|from|that|the|in|for)\b)"
)
SETTLED = re.compile(
    r"\b(?:agree\w*|deals?|accords?|pact|truce|cease-?fire|phase|stage|signed|under|terms)\b"
)
REFUSED = re.compile(r"\b(?:reject|refus|turned down|dismiss|ruled out)\w*")
ONLY_PLANNED = re.compile(
    r"\b(?:propos\w+|offer\w*|plans?|outline|draft|open to|ready for|idea|suggest\w+|could|may"
    r"|might|discuss\w*)\b"
)
#: "…, marking the fifth swap of the year": the number of what was told.
MARKING = re.compile(r"\W{0,2}(?:marking|making (?:it|this)|in what (?:was|is)) ")
GOES_ON = re.compile(
    r"(?:[,:] ?)?(?:with|including|(?:focus(?:ing|ed) on|starting with|beginning with|mainly"
    r"|above all)"
    r"|in (?:exchange|return)|bringing|as well as"
    r"|which (?:included|involved|saw|covered)"
    r"|that (?:\w+ ){0,3}agreed|that had been|involving|marking)\b"
    r"|and (?:the )?\ue005 \ue000(?: (?!of its|were|was)|[.,;]|\Z)"
    r"|and \ue000 (?:more |other )?\ue005(?: prisoners| detainees)?(?=[.;,]|\Z)"
)
#: "33 go home in a stage that lasts six weeks, in return for 2,000": what a clause between parts.
#: ""Accept the deal and release the hostages, or be annihilated"": asked for.
ASKED = re.compile(
    r"(?:\A|[:,] )\"(?:(?:now|please|just|immediately) )?(?:(?:accept|sign|take|agree to|end|stop"
    r"|lay down|surrender|leave|disarm|come|make|put|let|open|halt|lift|withdraw) [^.;\"]{1,60}?"
    r" and )?(?:free|release|return|hand over|give back|bring (?:back|home)|let go|send back"
    r"|set free)\Z"
)
DURING = re.compile(r"\b(?:in|during|over) (?:an?|the|its|their) (?:[\w\ue002-]+ ){0,2}\Z")
IN_RETURN_FOR = re.compile(
    r"(?:,|[\u2013\u2014-]) (?=in (?:return|exchange) for \W?(?:(?:[\w\ue005-]+ ){0,3}\ue000"
    r"|an? (?:[\w-]+ )?\ue005|\ue005))"
    r"|, \ue000 (?:[\w-]+ )?(?:each|apiece|(?:from|on|of|to|for) (?:each|either) side)\b"
)
#: "…, bringing the overall number of those freed to 4,000": no more of the exchange itself.
BRINGING_THE_TOTAL = Pattern(
    r"[ ,]{0,2}(?:[\u2013\u2014-] )?\b(?:bringing|(?:which|and) br(?:ings|ought)|taking|raising"
    r"|pushing)"
    r" (?:the |its |their |our )?(?:\w+ ){0,2}(?:total|number|tally|count)\b"
)
#: "Soldiers of the army, marines and the border guards are returning": the end of a list.
ENDS_A_LIST = re.compile(r"and (?:the )?[\w\ue005 ]{3,60} (?:is|are) ")
WHO = re.compile(r"\W{0,2}(?:who|whom|which) (?!(?:has|had|have) not)")
#: "230 captives, including six civilians, were returned": the verb behind an aside.
ASIDE = re.compile(
    r"\W{0,3}(?:including|among them|most|many|some|all|half|mostly|mainly|nearly all)\b"
    r"[^.;]{1,140}?(?:,| ?[\u2013\u2014-]) ?(?:was|were|has been|have been|had been|are|will be"
    r"|(?=(?:returned|came|arrived|went|walked|crossed|have returned|have come) (?:home|back|free"
    r"|into|the)\b)) ?"
)
#: "Ten Ukrainians, including two priests, who": what stands between the people and their clause.
INCLUDING = re.compile(r", (?:including|among them) [^.;]{1,60}?,? ?\Z")
#: "wants 700 of its members freed"
WANTS = re.compile(
    r"\b(?:wants?|wanted|seeks?|sought) to have \Z"
    r"|\b(?:wants?|wanted|demand(?:s|ed)?|seeks?|sought)\b"
    r"(?:(?!\b(?:was|were|been|had|has|have)\b)[^.;,]){0,60} \Z"
)
#: "were not freed until 2013": they were.
WAS_NOT = re.compile(r"\b(?:was|were|did)(?: not|n't)(?: \w+)? \Z")
IF = re.compile(r"\W{0,3}(?:if|unless|until|once|whether|should)\b")
#: "10 Israelis, two of them dual nationals, and four Thais - came out": the end of a list.
LAST_NATION = Pattern(r"(?:, )?and \ue000 \ue005 ?(?:[\u2013\u2014-] ?|, )")
#: "agreed on the exchange of 1,000 each, which was completed last Sunday"
WAS_DONE = re.compile(
    r"[^.;]{0,60}?(?:,| [-–—]) which (?:(?:was|were|has been|had been) (?:since |then |later )?"
    r"(?:completed|carried out|concluded|implemented|held)|took place|ended|happened|followed"
    r"|lasted [^.;,]{1,40}? and ended)\b"
)
#: "were to swap 20 each on Saturday, but the exchange was called off"
BUT_UNDONE = re.compile(
    r"[^.;]{0,100}?,? (?P<but>but (?:it|this|that|they"
    r"|the (?:\w+ )?(?:exchange|swap|release"
    r"|handover|deal|plan|transfer)) (?:(?:was|were|has been|have been|had been) (?:\w+ )?"
    r"(?:called off|cancel+ed|postponed|delayed|suspended|scrapped|aborted|put off)|fell through"
    r"|collapsed|(?:did not|never) (?:take place|took place|happen(?:ed)?|go ahead"
    r"|materiali[sz]ed?)))\b"
)
#: "a day after exchanging 390 each": done before.
AFTER_DOING = re.compile(r"\b(?:after|following|having|days before) (?:\w+ )?\Z")
#: "It would be the first swap since the one in which each side freed 900": those were freed.
SINCE_WHEN = re.compile(
    r"\bsince (?:the one|that|one|both|the two|\ue005)\b[^.;]{0,60} (?:each (?:side )?|both sides"
    r" )?\Z"
)
#: "Hamas would have freed ten more": it did not.
WOULD_HAVE = re.compile(r"\b(?:would|could|might) have(?: been)? \Z")
SHOULD_HAVE = re.compile(r"\b(?:should|ought to) have(?: been)? \Z")
#: "reports that Moscow had freed 50 were false"
FALSE_BEFORE = re.compile(
    r"\b(?:reports?|claims?|rumou?rs?|allegations?|news|information|suggestions?)"
    r" (?:that|of|about|on) [^.;]{0,80}\Z"
)
FALSE_AFTER = re.compile(
    r"[^.;]{0,90}?\b(?:is|are|was|were) (?:\w+ly )?(?:false|untrue|not true|incorrect|wrong|fake"
    r"|fabricated|baseless|unfounded|premature|denied|dismissed|rejected|a lie|lies)\b"
)
#: "the names of three hostages to be freed on Saturday"
TO_BE = pattern(r"{count} (?:[\w{actor}-]+ ){0,3}{captives} to be \Z", LEXICON)
#: "has not answered a call to let go of five": asked for.
CALL_TO = re.compile(
    r"\b(?:call|calls|demand|demands|appeals?|requests?|pleas?|pressure|order) to \Z"
)
#: "Moscow called on Kyiv to free 22", "wants the army to let 30 go": asked of somebody.
CALL_ON = re.compile(
    r"\b(?<!not )(?:call(?:s|ed|ing)? (?:up)?on|urg(?:es?|ed|ing)|want(?:s|ed)?|press(?:es|ed|ing)"
    r"|ask(?:s|ed|ing)?|order(?:s|ed|ing)?|pressur(?:es?|ed|ing))"
    r" (?:[\w-]+ ){0,2}?\ue005(?:'s)?(?: [\w-]+){0,3}? to (?:also |now |immediately )?\Z"
)
#: "Five Thais were among the eight hostages whom"
AMONG_THE = pattern(
    r"(?: [\w-]+){0,2} (?:was|were) among the (?:first |other )?{count} {captives} \Z", LEXICON
)
#: "has not yet freed the 602 it agreed to release": agreed.
IT_HAD_PROMISED = re.compile(
    r"\b(?:it|they|\ue005|that|which) (?:had |has |have )?(?:agreed|promised|pledged|committed"
    r"|vowed"
    r"|(?:was|were) (?:due|set|supposed|scheduled|meant|expected)) to\b"
)
YET_TO = re.compile(r"\byet to(?: be)? \Z")
ADJECTIVES = frozenset(["freed", "released", "returned", "exchanged", "swapped", "liberated"])
ADJECTIVE_BEFORE = re.compile(
    r"\b(?:the|those|newly|recently|just|other|some|many|with|carrying|of|an?|one|another) \Z"
)
#: "will each release 10": a verb, though "each release" may be a noun.
EACH_VERB = re.compile(r"\b(?:will|would|to|shall|could|should|must) (?:each|both|also) \Z")
#: "five prisoners released in Ramallah were taken to hospital", "transferred to custody in Moscow":
#: what became of them.
TO_HOSPITAL = re.compile(
    r"[^.;,]{0,60}? (?:to|into) (?:the |a |pre-trial )?(?:[\w-]+ )?(?:custody|detention|jail|prison"
    r"|colony)\b|"
    r"(?:(?! and )[^.;,]){0,60}? (?:was|were|had to be) (?:\w+ )?(?:hospitali[sz]ed\b"
    r"|(?:taken|rushed|admitted|transferred) (?:\w+ ){0,3}(?:hospital|clinic)s?\b)"
    r"|[^.;,]{0,40}? from (?:(?:active|reserve|military|combat) )?(?:duty|service|their posts)\b"
    r"| to (?:their|his|its|the) (?:home )?(?:villages?|barracks|bases?|positions?|units?|posts?"
    r"|front(?: ?lines?)?|trenches|fields|regiments?)\b"
    r"| (?:would|will|chose to|opted to|plan to) (?:\w+ )?(?:stay|remain|live)\b"
)
#: "The 75 soldiers released from captivity arrived": told before.
THOSE_MANY = re.compile(
    r"\b(?:the|those|these) \ue000"
    r" (?:(?!sides?\b|countr|parties|governments?|nations)[\w\ue005-]+ ){1,3}\Z"
)
#: "18 of the 183 prisoners freed on Saturday in return", "the 183 whom Israel freed": so many were.
AS_A_DEED = pattern(
    r"(?: (?:on )?{date}| by (?:the )?{actor})?(?: in (?:return|exchange)\b| by (?:the )?{actor}"
    r"| on {date}| {date})"
)
WHOM_IT = re.compile(r"\b(?:whom|that) (?:the )?(?:\ue005|it|they) (?:has |had |have )?\Z")
#: "poorer than the 18 hostages previously set free": those of before.
THOSE_BEFORE = re.compile(
    r"\b(?:the|those|these) \ue000(?: [\w\ue005-]+){1,3} (?:previously|earlier|already) \Z"
)
PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are) \Z")
AUXILIARY = re.compile(r"\b(?:was|were|been|be|being|is|are|has|have|had) \Z")
#: "liberated three villages"
LAND_NEXT = re.compile(
    r" (?:[\w\ue000'-]+ ){0,3}?(?:villages?|towns?|cit(?:y|ies)|settlements?|areas?|territor\w+"
    r"|positions?|regions?|hectares|square)\b"
)
#: "received a list of three hostages": nobody.
A_THING = re.compile(
    r" (?:an?|the|its|this|further|more)?(?: [\w-]+)? ?(?:lists?|names?|confirmation|information"
    r"|word|news|letters?|reports?|details|repl(?:y|ies)|answers?|proposals?|offers?|calls?)\b"
)
#: "The five commanders freed include X": who they are.
WHO_THEY_ARE = re.compile(r" (?:include[sd]?|comprise[sd]?|are|were (?:named|identified))\b")
#: "said it would not release the hostages": refused.
DECIDED = re.compile(r"\b(?:decided|resolved) to (?:\w+ )?\Z")
WOULD_NOT = re.compile(r"\b(?:(?:would|will) not|wouldn't|won't)(?: be)? \Z")
PEOPLE_NEXT = pattern(r" {captives}\b", WORDS)
THING_BEFORE = re.compile(r"\b(?:an?|the|this|that)(?: \w+)? \Z")
#: "the prisoners being swapped": no word of when.
WHILE_BEING = re.compile(r"(?<!\bis)(?<!\bare)(?<!\bwas)(?<!\bwere)(?<!\bnow)(?<!ntly) being \Z")
#: "There should be 1,000 released on each side": expected.
THERE_SHOULD_BE = re.compile(r"\bthere (?:(?:sh|w|c)ould|may|might) be (?:[\w\ue000-]+ ){1,4}\Z")
#: "His task is to bring all of them home": wanted, not agreed.
THE_TASK = re.compile(
    r"\b(?:task|goal|aim|priority|job|mission|duty|idea|hope|objective|promise)"
    r" (?:is|was|remains|has been) (?:still )?to (?:\w+ )?\Z"
)
#: "since it crossed the border", "footage released by the office": none of those captured.
SINCE_IT = re.compile(r"\b(?:since|when|after|before) it (?:had )?\Z")
FOOTAGE = re.compile(
    r"\b(?:footage|videos?|images?|photo\w*|pictures?|statements?|reports?|figures|data) \Z"
)
#: "A court freed a journalist": on bail or for good, but in no exchange.
COURT = re.compile(r"\b(?:court|judge|tribunal)s?(?: also| has| had| then| later)? \Z")
