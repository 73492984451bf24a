"""The wording of what only sounds like an exchange: patterns for no_events.py."""

from __future__ import annotations

import re

from extractors.kinds.prisoner_exchange.words import WORDS
from extractors.parsing.tape import pattern

#: What shows that people who come or are sent home were held: soldiers also return from leave.
CAPTIVITY = pattern(
    r"\b(?:{held}|captivity|captured|detained|jail\w*|prisons?|imprisoned|custody|abducted|deported"
    r"|kidnapped|taken|held (?:by|in|for|since)|swap\w*|exchang\w+|freed|liberated|amnesty"
    r"|released (?:them|him|her|by))\b",
    WORDS,
)
PERFECT = re.compile(
    r"\b(?:has|have|had)(?: \w+ly| also| now| already| so far| since| nevertheless| still| thus"
    r"| together)?(?: been)? \Z"
)
#: "has freed 33 in exchange for 2,000": a whole deal.
FOR_SO_MANY = pattern(r"\bin (?:exchange|return) for {count}")
#: "In 2024, 1,358 were freed"
IN_A_YEAR = pattern(r"\W{0,2}(?:in|during) {date},? ")
#: "has now released 16": so many so far.
HAS_NOW = re.compile(r"\b(?:has|have) now (?:been )?\Z")
HAS_LED = re.compile(
    r"\b(?:has|have|had) (?:\w+ly )?(?:led to|resulted in|secured|achieved|facilitated|ensured"
    r"|enabled|brought about|supported|mediated) the \Z"
)
#: "The first of the exchanges took place on 9 June"
ONE_OF_THEM = pattern(r"{ordinal} of (?:the|these|those|such|several) (?:[\w-]+ ){0,3}\Z")
#: "a ceasefire in which Hamas has returned 25": so many so far.
IN_WHICH_HAS = re.compile(
    r"\b(?:ceasefire|truce|phase|stage|deal|accord)(?: (?:with|between|of) [^.;,]{1,30}?)?,?"
    r" (?:in|during|under) which [^.;,]{1,40}?"
    r" (?:has|have) (?!to\b)"
)
ONLY_SO_MANY = pattern(
    r"\b(?:taken|deported|abducted|kidnapped|seized|captured)\b[^.;]{0,80},? (?:and|but|while)"
    r" (?:only|just) {count}"
)
OVER_YEARS = pattern(
    r"\b(?:past|last) (?:{duration}|(?:[\w-]+ |{count} )?(?:days|weeks|months|years)\b)"
)
SINCE_OPENS = pattern(
    r"(?<!held )(?<!captive )(?<!captured )(?<!detained )(?<!jailed )(?<!imprisoned )"
    r"(?<!captivity )(?<!custody )(?<!missing )"
    r"\b(?:since|from) (?:{date}|(?:the |their )?(?:[\w'-]+ ){1,3}(?:began|started|broke out"
    r"|(?:took|went into|came into) (?:effect|force))\b"
    r"|the (?:start|beginning|outbreak|invasion|truce|ceasefire|deal"
    r"|war)\b)"
)
#: "In the past two years 147 hostages were returned"
YEARS_OPEN = pattern(
    r"\W{0,2}(?:in|over|during) the (?:past|last) (?:{duration}|(?:[\w{count}]+ )?(?:months"
    r"|years))\b"
    r"|\W{0,2}(?:in|over|during) the \ue001 {duration} of the\b"
)
SINCE = re.compile(
    r"(?:(?!\b(?:held|captured|detained|captive|in (?:\ue005 )?captivity|imprisoned|jailed|largest"
    r"|biggest|such)\b|\ue001 (?:\w+ ){0,2}(?:exchange|swap)\b)[^.;]){0,90}\bsince\b"
)
#: Those alive beside bodies: "25 living Israelis and the remains of eight".
LIVING = pattern(r"{count} living\b")
#: "exchanged lists of prisoners … It was the 34th such exchange"
LISTS = pattern(
    r"\b(?:exchang|swap|trad|hand)\w* [^.;]{0,40}\blists?\b"
    r"|\blists? [^.;]{0,60}\b(?:exchang|swapp|trad|handed|changed)\w*"
)
#: The dead who were hostages or prisoners: nobody who comes home alive.
DEAD_CAPTIVES = pattern(
    r"\b(?:{bodies}|body|coffins?|caskets?) of (?:[\w\ue000\ue005'-]+ ){0,4}?{held}\b"
    r"|\b(?:responsible for|in charge of|treatment of|deal(?:s|ing) with|headquarters (?:for|on))"
    r" (?:[\w-]+ ){0,3}?{held}\b|\b{held} (?:exchange )?(?:coordination )?(?:committee|centre"
    r"|center|headquarters|staff)\b|\b{held} (?:exchange|swap) (?:agreement|deal)\b",
    WORDS,
)
#: "came back last year in eleven swaps"
SEVERAL = pattern(r"{count} (?:(?:prisoner|such|separate|more) ){0,2}(?:exchanges|swaps)\b")
#: "for every woman 30", "has brought back 1,345 of the 19,500 children": a rate, so many so far.
RATIO = re.compile(
    r"\bfor (?:every|each)\b(?! (?:sides?|party|country)\b)"
    r"|\ue000 of (?:the |its |their )?\ue000 (?:[\w-]+ ){0,2}children\b"
)
#: Whom a war's sides send or bring home although nobody says that they were held.
SOLDIERS = re.compile(
    r"\b(?:soldiers?|troops|service ?m[ae]n|service ?members|defenders|fighters|captives|children"
    r"|prisoners?|people|guards?|constables?|rangers?|pilots?"
    r"|\ue000 (?:each|of (?:its|our|their)))\b"
)
SINCE_START = re.compile(
    r"\bsince the (?:start|beginning|outbreak|full-scale|invasion|war began)\b"
)
SUPERLATIVE = re.compile(r"\b(?:largest|biggest|greatest|first|most extensive|\ue001)\b|\ue001")
#: "146 defenders came back from Russia"
FROM_FOE = re.compile(
    r"(?:came|come|coming|comes|returned|brought) (?:home"
    r"|back)? ?(?:to (?:the )?\ue005 )?from \ue005(?!'s|-)"
)
#: A figure that somebody expects of a deal told before: no exchange of its own.
EXPECTED = pattern(
    r"\b(?:expect|estimat|reckon)\w*[^.;{count}]{0,30}{count}[^.;]{0,60}"
    r" (?:on|from) (?:each|either) side\b"
)
#: "the first phase of the ceasefire ended": a truce's, of no exchange.
OF_A_TRUCE = re.compile(
    r" of (?:the|an?|this|that|their) "
    r"(?:(?!exchange|swap|release|prisoner|hostage)[\w\ue005'-]+ ){0,3}?"
    r"(?:cease-?fires?|truces?|agreement|deal|plan)\b"
)
#: "would go on helping to bring about exchanges": of none in particular.
HELPING = re.compile(
    r"\b(?:help(?:ing)?|continu(?:e|es|ing)|go(?:es)? on|keep|committed|ready|work(?:ing)?)(?: to)?"
    r"(?: help(?:ing)?)?(?: to)? (?:bring about|achiev\w+|secur(?:e|ing)|arrang(?:e|ing)"
    r"|facilitat(?:e|ing)|organi[sz](?:e|ing)|mediat(?:e|ing)|promot(?:e|ing)"
    r"|support(?:ing)?|back(?:ing)?)"
    r" [^.;\ue000\ue004]{0,40}\Z"
)
HOME_OR_BACK = re.compile(r"\b(?:home|back|homeland|families|relatives)\b")
#: "no prisoner swap had taken place", "will assess the wounded for exchange": none.
NONE = re.compile(
    r"\b(?:no|any|without(?: an?| any)?) (?:[\w-]+ ){0,2}\Z"
    r"|\b(?:assess|examin|check|screen|eligible|select)\w*[^.;,]{0,50} for \Z"
)
#: "Another 52 went the other way": in the exchange that was told.
OTHER_WAY = re.compile(r" (?:way|direction)\Z")
#: "Villagers freed 57 soldiers", "a gang let 14 hostages go": by nobody who is at war.
OUTSIDERS = re.compile(
    r"(?<!\ue005 )\b(?:residents|villagers|peasants|locals|gunmen|bandits|pirates|kidnappers"
    r"|(?:a|the) gang|gangs|gang members|smugglers|protesters|demonstrators|traffickers)"
    r"(?: (?:in|near|of|around|off) (?:\w+ )?\ue007)?(?: [\w-]+ly)?(?: (?:has|had|have|also|later"
    r"|then)){0,2} \Z"
)
#: "After the Second World War …": history; not "the largest swap since the Cold War".
OLD_WARS = re.compile(
    r"\b(?:after|during|in|following|end of) (?:the )?(?:(?:first|second) world war"
    r"|(?<!\w)world war (?:i|ii|one|two|1|2)|\ue001 world war|korean war|vietnam war)\b"
)
#: "The army freed 30 villagers during a raid": by force, and in no exchange.
BY_FORCE = re.compile(
    r"[^.;]{0,120}?\b(?:in|during|after) an? (?:\w+ ){0,2}?(?:raid|assault|ambush"
    r"|rescue (?:operation|mission)|(?:military|security|special|army|police|commando|joint)"
    r" (?:operation|offensive))\b"
)
#: "No prisoners were exchanged"
NO_PEOPLE = pattern(
    r"\W{0,2}(?:but |and )?(?:no|none of the|not a single) (?:[\w{actor}-]+ ){0,2}"
    r"(?:{captives}|captive|prisoner) (?:[\w{actor}-]+ ){0,3}\Z",
    WORDS,
)
#: "Among those who returned home were 32 of the guard": a part of those told.
AMONG_THOSE = re.compile(
    r"\b(?:among|of) (?:those|the \ue000|the [\w-]+) (?:who )?(?:(?:had )?(?:returned|came|come)"
    r"|(?:were |was )?(?:freed|released|brought|exchanged|swapped))(?: (?:home|back))*"
    r" (?:were|was|are|is) \ue000"
)
#: "we are committed to securing the release of all": what somebody works for.
AIMS = re.compile(
    r"\b(?:committed to|determined to|dedicated to|priority is to|goal is to|aim is to|work(?:s"
    r"|ing)? to"
    r"|efforts to|continues? to|keep)(?: \w+ly)? (?:secur|ensur|achiev|bring|get|fre|return"
    r"|releas)\w*"
    r"[^.;,\ue000\ue004]{0,40}\Z"
)
#: "the return of troops to their positions": nobody held them.
TROOPS_BACK = re.compile(
    r"return of (?:the |its |their )?(?:troops|forces|soldiers|units)\b[^.;,]{0,20} to (?:their|its"
    r"|the) (?:[\w\ue000\ue004-]+ ){0,3}?(?:positions?|bases?|barracks|posts?|lines?|garrisons?)\b"
)
#: "a glimmer of hope for securing the release of 100", "raised hopes for a swap": nothing is told.
HOPED = re.compile(
    r"\b(?:glimmers?|rays?|sparks?) of hope\b[^.;]{0,60} (?:for|of|that) [^.;]{0,40}\Z"
    r"|\bhopes (?:of|for) (?:[\w-]+ ){0,4}\Z"
)
#: "the dead hostages handed over had been killed in a strike": of no living.
THE_DEAD = re.compile(
    r"\b(?:dead|deceased|slain) (?:\ue005 )?(?:hostages?|captives?|prisoners?|soldiers?)"
    r"(?: (?:that|who|which|it|they|had|have|been|were|was)){0,3} \Z"
)
#: "outside the framework of the exchange deal": where something else was done.
FRAMEWORK = re.compile(
    r"\b(?:outside|framework)(?: of)? the (?:framework of the )?(?:\w+ ){0,2}(?:exchange|swap)"
    r" (?:agreement|deal|process|mechanism|framework)\b"
)
SO_FAR = re.compile(r"\b(?:so far|to date|up to now)\b")
#: "declined to say how many prisoners had been freed"
HOW_MANY = re.compile(r"\bhow many [^.;,]{0,50}\Z")
#: "freed 2,598 in 48 previous swaps": so many together.
IN_SO_MANY = re.compile(
    r"\b(?:in|through|during|over|across|as a result of|after) \ue000 (?:[\w-]+ ){0,2}"
    r"(?:swaps|exchanges|rounds|handovers)\b"
)
#: "Between March and November Ukraine returned more than 1,130": over months.
BETWEEN = re.compile(
    r"\W{0,2}(?:between|from) (?:\w+-)?\ue004 (?:and|to|until|through) (?:\w+-)?\ue004"
)
#: "Before Saturday, 18 hostages had been freed": so many until then.
UNTIL_THEN = re.compile(
    r"\W{0,2}(?:before|until|prior to) \ue004,?"
    r" (?:(?!\b(?:largest|biggest|record|swap|exchange)\b)[^.;]){0,120}? had (?:\w+ )?been "
)
#: "2,430 have been freed in prisoner swaps", "captives exchanged through its mediation"
OVER_MANY = re.compile(
    r"\b(?:in|during|through|by|under|as a result of|thanks to) (?:prisoner |pow |these |those "
    r"|such |the |all |several |various |numerous |previous ){0,3}(?:swaps|exchanges|releases)\b"
    r"|\bthrough (?:its|their|\ue005(?:'s)?|the) (?:\w+ )?mediation\b"
)
#: "Among them, 333 will be returned to Gaza": a part of those told before.
OPENS_PART = re.compile(r"\W{0,2}(?:among|of) (?:them|those|these)(?: \w+)?,? (?!in\b)")
#: "less than 400 of whom have been returned": so many so far.
OF_WHOM = re.compile(
    r"(?:\ue000 of (?:whom|them)|of whom (?:\w+ ){0,2}\ue000) (?:have|has) (?:\w+ ){0,2}been \Z"
)
#: "In March alone, 38 came home": so many of that month.
IN_ALONE = pattern(r"\W{0,3}in {date} alone\b")
AS_OF = pattern(r"\W{0,3}as of {date}")
SINCE_FIRST = pattern(r"\W{0,3}since (?:{date}|then\b|the (?:start|beginning|outbreak)\b)")
OVERALL = re.compile(r"\b(?:overall|altogether|in all|in total)\b")
#: "Last year it helped release a total of 19": of many releases.
YEARLY = pattern(r"\A\W{0,2}(?:in )?{date},? [^.;]{0,60}\b(?:a total of|in total|altogether)\b")
#: "criticised for failing to return Azov fighters": what others say was not done.
FAILING = re.compile(
    r"\b(?:critici[sz]\w+|accus\w+|blam\w+|condemn\w+|slam\w+|fault\w*) [^.;]{0,60}"
    r"\b(?:for|of) (?:[\w-]+ ){0,4}?(?:not |failing to |refusing to )"
)
HAS = re.compile(r"\b(?:has|have)\b")
CHILDREN = re.compile(r"\b(?:child|children|minors|orphans|sisters|siblings|boys?|girls?)\b")
#: What becomes of children in a war whom nobody calls prisoners.
TAKEN_AWAY = re.compile(
    r"\b(?:deport\w+|abduct\w+|forcibly|unlawfully|children'?s'? rights|taken to \ue005)"
)
#: "it will free no more prisoners"
NOBODY = re.compile(r" (?:no (?:more|further|other|prisoners|hostages|captives)|none|nobody)\b")
#: "the release deal should be cancelled if": nothing was done yet.
MIGHT_BE_DROPPED = re.compile(
    r"(?: [\w\ue005-]+){0,5} (?:should|would|could|might|must|may) be"
    r" (?:cancel+ed|called off|scrapped"
    r"|postponed|suspended|dropped|ended|halted)\b"
)
#: "24 prisoner exchanges", "four similar swaps"
SO_MANY = re.compile(
    r"(?:\ue000|\b(?:several|many|multiple|numerous|dozens of))(?: [\w-]+){0,3} \Z"
)
PLURAL = re.compile(r"\b(?:exchanges|swaps|trades|handovers)\b")
#: "A total of 147 hostages have been released": so many so far, unless a day is told.
A_TOTAL_OF = pattern(r"\ba total of {count}(?: [\w{actor}-]+){1,3} (?:have|has) (?:been|now)\b")
#: "Among those brought back are …": goes on with whoever was told of before.
AMONG_THEM = re.compile(r"\W{0,2}among (?:those|them|the (?:returned|repatriated))\b")
#: "In March, another swap involved 909 on one side": of what was told before.
ONE_MORE = re.compile(r"\b(?:another|an? (?:similar|comparable)) (?:swap|exchange)\b")
#: "the first release of dead hostages"
OF_THE_DEAD = re.compile(r"\bof (?:\ue000 |the |\ue005 )*(?:dead|deceased|slain|fallen)\b")
#: "A third exchange – the bodies of soldiers": of those alone.
THEN_BODIES = re.compile(r" ?[–—:-] (?:of )?(?:the )?(?:bodies|remains) of\b")
#: "bodies and prisoners by a 6,000-for-6,000 formula": of which of them is not said.
BODIES_AND_HELD = pattern(
    r"\b(?:{bodies} and (?:[\w-]+ ){0,2}{held}|{held} and (?:[\w-]+ ){0,2}{bodies})\b", WORDS
)
BODIES_WERE = re.compile(
    r"\b(?:bodies|remains) of [^.;]{1,150}\b(?:was|were|have been|had been|has been) \Z"
    r"|(?:\b(?:an?|the|whose|his|her)|'s) body,? (?:(?:that|which) )?(?:was |had been )?\Z"
)
