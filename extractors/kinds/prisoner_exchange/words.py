"""The wording of exchanges and releases: patterns over tapes for the modules beside this one."""

from __future__ import annotations

import re

from extractors.parsing.lexicon import LEXICON
from extractors.parsing.tape import pattern

WORDS = {
    **LEXICON,
    "swap": r"(?:exchang(?:es|ed|ing|e)|swap(?:s|ped|ping)?|trad(?:es|ed|ing|e))",
    "give": r"(?:free(?:s|d|ing)?\b(?! of\b)|releas(?:es|ed|ing|e)"
    r"|hand(?:s|ed|ing)? (?:over|back|to)"
    r"|return(?:s|ed|ing)?|repatriat(?:es|ed|ing|e)|sen(?:ds|t|ding|d) (?:home|back)"
    r"|transfer(?:s|red|ring)?|let(?:s|ting)? (?:go|out)\b|set(?:s|ting)? free"
    r"|liberat(?:es|ed|ing|e)"
    r"|giv(?:es|ing|en|e) back|gave back|turned over"
    r"|hand(?:s|ed|ing)?(?= an? (?:[\w\ue005'-]+ ){0,2}(?:citizen|national|soldier|prisoner|hostage"
    r"|detainee|pilot|captive|journalist)\b[^.;,]{0,50} to\b)"
    r"|surrender(?:s|ed|ing)?(?= \ue000)"
    r"|dropped (?:the )?(?:cases|charges) against(?= \ue000)"
    r"|(?:lets?|letting|sets?|setting|sends?|sent|sending|hand(?:s|ed|ing)?)"
    r"(?= (?:[\w'-]+ ){0,3}\ue000(?: [\w'\ue005-]+){1,5}? (?:go|free|home|back|over|to)\b)"
    r"|g(?:ives|ave|iving|ive) up(?= (?:[\w-]+ ){0,3}(?:\ue000|prisoners|hostages|captives)))",
    "get": r"(?:(?:g(?:ets|ot|etting|et)|obtain(?:s|ed)?|recover(?:s|ed)?)"
    r"(?= (?:[\w-]+ ){0,2}\ue000[^.;]{0,60} in (?:exchange|return)\b)"
    r"|g(?:ets|ot|etting|et)(?= (?:[\w-]+ ){0,2}\ue000[^.;,]{1,40} back\b)"
    r"|br(?:ings|ought|inging|ing)(?: (?:home|back)|(?=[^.;,]{1,40} (?:home|back)\b))"
    r"|g(?:ets|ot|etting|et) back|receiv(?:es|ed|ing|e)|welcom(?:es|ed|ing|e) (?:home|back)"
    r"|secur(?:es|ed|ing|e) the (?:release|return) of|retriev(?:es|ed|ing|e)|regain(?:s|ed|ing)?"
    r"|t(?:ook|akes|aking|ake) back)",
    "come": r"(?:c(?:omes|oming|ame|ome) (?:home|back)|walk(?:s|ed|ing)? (?:free|out)"
    r"|g(?:oes|oing|o) (?:home|free)|went (?:home|free)|return(?:s|ed|ing)? (?:home|to \ue005)"
    r"|return(?:s|ed|ing)?(?=[.;,]|\Z)|(?:are|is|were) (?:at home|back home|home|back on)"
    r"|back on home soil|follow(?:s|ed)?(?= (?:on |within |in |next |later )?[\ue002\ue004\w])"
    r"(?! (?:the|an?|another|earlier|previous|several|weeks|months|days|talks|from|up|by|this|that"
    r"|his|its|their|other|similar)\b)"
    r"|fl(?:own|ew|y) (?:home|off|back|between|to \ue005)|reunited with"
    r"|arriv(?:es|ed|ing|e) (?:home|back|in)\b"
    r"|touch(?:es|ed|ing)? down|landed in"
    r"|le(?:ft|aves?|aving) (?:\ue005 |the )?(?:jails?|prisons?|captivity)"
    r"|(?:are|is|were|was) out of (?:\ue005 )?(?:jails?|prisons?|captivity)"
    r"|regain(?:ed|s) (?:their |his |her )?freedom"
    r"|were on their way|head(?:s|ed|ing) home"
    r"|cross(?:es|ed|ing)? (?:the (?:border|\ue007)|back|into|at \ue007|over (?:at|to))"
    r"|walk(?:s|ed|ing)? (?:across|over)\b|took off from (?:\ue005|\ue007)"
    r"|(?:are|is|were) back(?= from\b|[.;,]|\Z))",
    "event": r"(?:exchanges?|swaps?|handovers?|hand-overs?|trades?)",
    "not_people": r"(?:fire|views|words|notes|ideas|lists?|information|documents|letters|strikes"
    r"|bodies|remains|blows|accusations|barbs|drones|missiles|a list|gunfire|insults|threats"
    r"|territor(?:y|ies)|land|lands|goods|currenc(?:y|ies)|shares|students|greetings|gifts|salvos"
    r"|coffins|corpses|prisoner lists|signed|copies|artillery|shots|pleasantries|data|fuel)",
}
NOUNS = (
    pattern(r"{formula}"),
    pattern(r"{ordinal} in (?:a|the|this) series of (?:{held} )?{event}\b", WORDS),
    pattern(r"\b{held}(?:-of-war)?(?:'s|s')? (?:{event}|release|return)\b", WORDS),
    pattern(
        r"\b(?:{event}|release|repatriation|return|freeing) of (?:[\w'\ue000\ue005-]+ ){0,8}?"
        r"{captives}\b",
        WORDS,
    ),
    pattern(
        r"(?<!\bto )(?<!stock )(?<!foreign )(?<!free )(?<!in )(?<!artillery )(?<!fire )"
        r"(?<!gunfire )(?<!rocket )(?<!missile )(?<!verbal )(?<!heated )(?<!student )\b{event}\b"
        r"(?! (?:of )?(?:\w+ )?{not_people}| point| list| rate| deal with)",
        WORDS,
    ),
    pattern(
        r"(?:{ordinal}|\banother|\bfurther|\bnext|\blast)"
        r" (?:group|batch|stage|phase|part|wave|tranche)\b",
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
    ("get", pattern(r"\b{get}\b", WORDS)),
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
    | {"trade", "trades", "transfer"}
)
NOUN_BEFORE = re.compile(
    r"(?:\b(?:the|an?|this|that|each|another|latest|major|prisoners?|war|pow|hostages?|captives?"
    r"|detainees?|in|biggest|largest|recent|mutual|further|more|new|next|first|last|for|of|on"
    r"|their|its|scale|such|big)|\ue001|\ue003\"?|'s) \Z"
)
PEOPLE = pattern(
    r"\b(?:{held}|soldiers?|troops|defenders|service ?m[ae]n|service members|fighters|civilians"
    r"|(?:{ordinal}|another|next|last) (?:group|batch)"
    r"|children|captivity|warriors|sailors|detained|jailed|imprisoned)\b",
    WORDS,
)
HELD = pattern(r"\b{held}\b", WORDS)
#: What shows that people who come or are sent home were held: soldiers also return from leave.
CAPTIVITY = pattern(
    r"\b(?:{held}|captivity|captured|detained|jail\w*|prisons?|imprisoned|custody|abducted|deported"
    r"|kidnapped|taken|held (?:by|in|for|since)|swap\w*|exchang\w+|freed|liberated|amnesty)\b",
    WORDS,
)
ABOUT = pattern(r"\b(?:{held}|captivity|{event}|{swap}|{give}|{get}|{come})", WORDS)
TOLD_OF = pattern(r"{formula}|\b{held}\b|\b(?:exchanges?|swaps?)\b(?! of {not_people})", WORDS)
#: What tells of many exchanges together, of those still held, or of a rate: no one exchange.
NOT_ONE_EVENT = pattern(
    r"\b(?:so far|bring(?:s|ing)? (?:the|to) (?:total|overall|number)|brought the (?:total|number)"
    r"|br(?:ings?|inging|ought) to {count} (?:the|those)|puts? the number|(?:has|have) in total"
    r"|total number|overall number|to date|already (?:been )?returned|up to now"
    r"|under recent (?:agreements|deals)|still (?:held|holds?|holding|in captivity|being held)"
    r"|remain(?:s|ed)? in|in total, as part|for (?:every|each)\b|twice a year|every year|in a row"
    r"|during (?:this|the) (?:time|period|war)|since then|in total,? [^.;]{0,40}\b(?:have|has) been"
    r"|over the (?:past|last) (?:\w+ )?(?:years?|months)"
    r"|in all, \w+ have|outside"
    r" (?:of )?(?:the )?(?:{event}|this process))",
    WORDS,
)
PERFECT = re.compile(
    r"\b(?:has|have|had)(?: \w+ly| also| now| already| so far| since| nevertheless| still| thus"
    r"| together)?(?: been)? \Z"
)
OVER_YEARS = pattern(r"\b(?:past|last) (?:[\w-]+ |{count} )?(?:weeks|months|years)\b")
SINCE_OPENS = pattern(
    r"\b(?:since|from) (?:{date}|the (?:start|beginning|outbreak|invasion|truce|ceasefire|deal"
    r"|war)\b)"
)
#: "In the past two years 147 hostages were returned"
YEARS_OPEN = pattern(
    r"\W{0,2}(?:in|over|during) the (?:past|last) (?:{duration}|(?:[\w{count}]+ )?(?:months"
    r"|years))\b"
)
SINCE = re.compile(
    r"(?:(?!\b(?:held|captured|detained|captive|in (?:\ue005 )?captivity|imprisoned|jailed|largest"
    r"|biggest|such)\b)[^.;]){0,90}\bsince\b"
)
#: How what a noun named went: "…, with each side freeing 307".
COURSE = re.compile(
    r"\W{0,2}(?:with (?:each|both|either) (?:\w+ ){1,3}|with (?:the )?\ue005 )?"
    r"(?:releasing|freeing|exchanging|swapping|returning|handing over|getting back)\b"
)
#: "handed over two captives, as part of the seventh exchange under the deal": what they did.
AS_PART = re.compile(r"\W{0,2}as part of (?:the|an?|their) ")
#: "a deal that will see 33 hostages returned"
WILL_SEE = re.compile(r"\b(?:will|would|to|should) see\b[^.;,]{0,60} \Z")
#: "…, marking the fifth swap of the year": the number of what was told.
MARKING = re.compile(r"\W{0,2}(?:marking|making (?:it|this)|in what (?:was|is)) ")
GOES_ON = re.compile(
    r"(?:[,:] ?)?(?:with|including|in (?:exchange|return)|bringing|as well as"
    r"|that (?:\w+ ){0,3}agreed|that had been|involving|marking)\b"
)
WHO = re.compile(r"\W{0,2}(?:who|whom|which) (?!(?:has|had|have) not)")
#: "wants 700 of its members freed"
WANTS = re.compile(
    r"\b(?:wants?|wanted|demand(?:s|ed)?|seeks?|sought)\b(?:(?!\b(?:was|were|been|had|has|have)\b)"
    r"[^.;,]){0,60} \Z"
)
#: "were not freed until 2013": they were.
WAS_NOT = re.compile(r"\b(?:was|were|did)(?: not|n't)(?: \w+)? \Z")
IF = re.compile(r"\W{0,3}(?:if|unless|until|once|whether|should)\b")
#: Those alive beside bodies: "25 living Israelis and the remains of eight".
LIVING = pattern(r"{count} living\b")
#: "exchanged lists of prisoners … It was the 34th such exchange"
LISTS = pattern(
    r"\b(?:exchang|swap|trad|hand)\w* [^.;]{0,40}\blists?\b"
    r"|\blists? [^.;]{0,60}\b(?:exchang|swapp|trad|handed|changed)\w*"
)
REMAINS = pattern(r"\b(?:{bodies}|body of|coffins?|caskets?)\b", LEXICON)
#: "reached a number of agreements, including an exchange of …"
AMONG_AGREEMENTS = re.compile(r"\bagreements?,? (?:including|such as|among them)\b[^.;,]{0,60}\Z")
FORMULA = pattern(r"{formula}")
#: The dead who were hostages or prisoners: nobody who comes home alive.
DEAD_CAPTIVES = pattern(
    r"\b(?:{bodies}|body|coffins?|caskets?) of (?:[\w\ue000\ue005'-]+ ){0,4}?{held}\b", WORDS
)
ORDINAL = pattern(
    r"(?P<n>{ordinal})(?: in (?:a|the|this) series of)?(?: (?:such"
    r"|major|large-scale|large|successful|consecutive|prisoner|pow"
    r"|captive|hostage|mutual|big)){0,3}(?: {held})? {event}\b"
    r"(?P<span> (?:in|since|for|of the)\b| {date}| {duration})?",
    WORDS,
)
CATEGORIES = tuple(
    (name, pattern(words, LEXICON))
    for name, words in (
        (
            "pow",
            r"\b(?:prisoners?[ -]of[ -]war|pows?|soldiers?|service ?m[ae]n|servicewom[ae]n"
            r"|service ?members?|troops|defenders?|military personnel|combatants)\b",
        ),
        ("civilian", r"\bcivilians?\b"),
        ("child", r"\b(?:children|child|minors|teenagers|teenage|boys|girls)\b"),
        ("hostage", r"\bhostages?\b"),
        ("wounded_or_ill", r"\b(?:wounded|injured|sick|ill|unwell)\b"),
        (
            "under_25",
            r"\b(?:under|younger than|below) (?:the age of )?25\b|{age}|\bunder-25s?\b"
            r"|\baged (?:between )?[\ue000\d]",
        ),
        ("women", r"\b(?:women|woman|female|servicewom[ae]n)\b"),
        ("political_prisoner", r"\b(?:political prisoners?|dissidents?)\b"),
    )
)
AGAIN = re.compile(
    r"\b(?:the|this|that)(?: (?:latest|same|prisoner|present|current|whole)){0,3}"
    r"(?: marks the \ue001)? \Z|\bthis marks the "
    r"|\b(?:this|it) (?:is|was|became|marks|marked|has become)(?: already)? (?:the|their|our)"
    r" \ue001(?: [\w-]+){0,3} \Z"
)
IN_RETURN = re.compile(r"\b(?:in (?:exchange|return) for|for|against)(?: \w+){0,3} ?\Z")
RETURN_OPENS = re.compile(
    r"\A\W{0,3}(?:in (?:exchange|return)\b|for its part)|\bin (?:exchange|return)(?=[,:.;]|\Z)"
)
SAME_NUMBER = pattern(
    r"\b(?:(?:the|an?) (?:same|equal|identical) number|as many)\b(?: of(?: its own)?)?(?: {actor})?"
)
#: "a total of 292", "314 in all"
SUM = pattern(
    r"\btotal of (?P<n>{count})|(?P<m>{count})(?: {captives})?(?: [\w]+){0,3}"
    r" (?:in all|in total|altogether)\b",
    LEXICON,
)
WITH_A_TOTAL = pattern(r"(?:with|for) (?:a|the) total of {count}")
#: "each released a total of 390": every side that many.
EACH_BEFORE = re.compile(r"\b(?:each|respectively)(?: \w+){0,3} a \Z")
#: "390 each on Friday and 307 each on Saturday": two exchanges by one verb.
TWICE = pattern(
    r"{count}(?: {captives})? (?:each|apiece) (?:on )?{date}(?P<and>,? and )(?=(?:another )?{count}"
    r"(?: {captives})? (?:each|apiece) (?:on )?{date})",
    LEXICON,
)
#: Days and their figures without a verb: "Friday 390 each, Saturday 307 each".
DAY_BY_DAY = pattern(
    r"(?:\A|[,;:] (?:and )?|\band )(?:on )?{date}(?:,|:| -)? (?P<n>{count})(?: {captives})?"
    r" (?:each|apiece|from each side|on each side)\b",
    LEXICON,
)
ELLIPTIC = pattern(
    r"\b(?:and|while|but) (?:the )?(?P<who>{actor}|(?<=the )(?:rebels|group|government|army)\b)"
    r"(?: [\w-]+){0,3} \Z"
)
#: "gave back 32 and received two": what comes behind is got.
GOT = re.compile(
    r"\b(?:receiv(?:ed|ing|es)|g[eo]t(?:ting|s)? back|got|took back|taking back|welcom\w+)\b"
    r"[^.;]{0,60} \Z"
)
#: "They were let go in return for 369": the people told before stand against the figure.
THEY = re.compile(
    r"\b(?:they|he|she|all|both|it|this|(?:the|these) (?:\ue000|men|women|two|pair|trio|group"
    r"|release|releases|handover|captives|hostages|soldiers|prisoners|swap|exchange))"
    r"(?: \w+){0,2} (?:was|were|came|had been|have been|are|is)\b[^.;]{0,40} in (?:return|exchange)"
    r" for\b"
)
#: Words that tell that a release named by a noun was done: "supported the release of".
DID = re.compile(
    r"\b(?:supported|oversaw|supervised|facilitated|(?:assisted|helped|took part) (?:in|with)"
    r"|carried out|completed|witnessed|conducted|enabled|celebrated|hailed|welcomed)"
    r" (?:the|an?|this|another|today's)(?: [\w-]+){0,3} \Z"
)
#: "agreed on the exchange of 1,000 each, which was completed last Sunday"
WAS_DONE = re.compile(
    r"[^.;]{0,60}?, which (?:(?:was|were|has been|had been) (?:since |then |later )?"
    r"(?:completed|carried out|concluded|implemented|held)|took place|ended|happened|followed)\b"
)
#: "has not answered a call to let go of five": asked for.
CALL_TO = re.compile(
    r"\b(?:call|calls|demand|demands|appeals?|requests?|pleas?|pressure|order) to \Z"
)
#: "Five Thais were among the eight hostages whom"
AMONG_THE = pattern(
    r"(?: [\w-]+){0,2} (?:was|were) among the (?:first |other )?{count} {captives} \Z", LEXICON
)
#: "…, who strayed across the border, was handed over"
THEN_FREED = re.compile(
    r", (?:was|were|has been|have been|had been) (?:freed|released|returned|handed|let go|set free"
    r"|exchanged|swapped|traded|sent)\b"
)
#: "came back last year in eleven swaps"
SEVERAL = pattern(r"{count} (?:(?:prisoner|such|separate|more) ){0,2}(?:exchanges|swaps)\b")
YET_TO = re.compile(r"\byet to(?: be)? \Z")
ONE_SIDED = re.compile(r"\b(?:one-sided|unilateral(?:ly)?)\b")
#: What the next sentence says of a release that was promised or planned.
NOTHING_CAME = re.compile(
    r"\W{0,2}(?:nothing (?:has (?:yet )?|had )?(?:come|came) of (?:it|that|this|the \w+)"
    r"|(?:it|that|this|the (?:swap|exchange|release|handover))(?: \w+ly)? (?:never (?:happened|took"
    r" place)|did not (?:happen|take place)|(?:has|had) (?:not|yet to) (?:yet )?(?:happen(?:ed)?"
    r"|take[n]? place|materiali[sz]e[d]?)|fell through|collapsed|came to nothing))\b"
)
#: "and 973 in April 2023", behind a deed with a figure and a date of its own.
AND_ANOTHER_DAY = pattern(
    r"(?:[,;] )?and (?:another |a further )?(?P<n>{count})(?: more| others)?(?: on| in)? ?{date}"
)
MORE = re.compile(r"\b(?:another|further|more|other|remaining|of the) \Z")
MORE_AFTER = re.compile(r" (?:more|further|other|of the)\b")
GENERIC_SOLDIERS = re.compile(
    r"\b(?:soldiers?|troops|service ?m[ae]n|service ?members?|police\w*|officers|guards|corporals?"
    r"|sergeants?|conscripts?)\b"
)
ALSO = re.compile(r"\b(?:also|another|further|in addition|additionally|separately|meanwhile)\b")
ADJECTIVES = frozenset(["freed", "released", "returned", "exchanged", "swapped", "liberated"])
ADJECTIVE_BEFORE = re.compile(
    r"\b(?:the|those|newly|recently|just|other|some|many|with|carrying|of) \Z"
)
RATIO = re.compile(r"\bfor (?:every|each)\b")
#: Whom a war's sides send or bring home although nobody says that they were held.
SOLDIERS = re.compile(
    r"\b(?:soldiers?|troops|service ?m[ae]n|service ?members|defenders|fighters|captives|children"
    r"|prisoners?|people|guards?|constables?|rangers?|pilots?"
    r"|\ue000 (?:each|of (?:its|our|their)))\b"
)
TOGETHER = pattern(r"{actor}(?:'s)?(?: [\w-]+){0,2} and (?:the )?{actor}(?:'s)?(?: [\w-]+){0,4} \Z")
SINCE_START = re.compile(
    r"\bsince the (?:start|beginning|outbreak|full-scale|invasion|war began)\b"
)
SUPERLATIVE = re.compile(r"\b(?:largest|biggest|first|most extensive|\ue001)\b|\ue001")
TOO = re.compile(r",? (?:too|also)\b")
IS_TO = re.compile(r"\b(?:will|shall|due|set|scheduled|slated|to be)\b")
POLITICAL = re.compile(r"\b(?:political prisoners?|dissidents?|opposition)\b")
#: What follows a count of people who belong to the government that an armed group fights.
GOVERNMENTS = re.compile(
    r"\ue000(?: (?!for\b|to\b|by\b|in\b)[\w-]+){0,3}?"
    r" (?:government|army|state|regime|pro-government|federal)"
    r" (?:soldiers?|troops|captives|prisoners|detainees|forces|fighters|personnel)\b"
    r"|\ue000 [\w -]{0,40}?\b(?:of|from|belonging to|loyal to|affiliated with) the"
    r" (?:government|army|military|police|regional police|security forces)\b"
)
REBELS = re.compile(
    r"\ue000(?: (?!for\b|to\b|by\b|in\b)[\w-]+){0,3}? (?:rebels?|guerrillas?|insurgents?)\b"
    r"(?! by| from)"
    r"|\ue000(?: (?!for\b|to\b|by\b|in\b)[\w-]+){0,3}? (?:rebel|militant|guerrilla|insurgent)"
    r" (?:prisoners|fighters|detainees|captives)\b"
)
#: "146 defenders came back from Russia"
FROM_FOE = re.compile(
    r"(?:came|come|coming|comes|returned|brought) (?:home|back)? ?from \ue005(?!'s|-)"
)
#: An armed group and its foe, called by what they are.
THE_SIDE = re.compile(
    r"\bthe (?:(?P<group>rebels|rebel group|armed group|group|movement|militants|guerrillas"
    r"|insurgents|militia)|(?P<state>government|army|military|authorities))\b(?!'s| of)"
)
#: A deal told by what it covers, without the word exchange.
DEAL = pattern(
    r"\b(?:deal|agreement|accord|pact|framework|plan) (?:will |would |which )?"
    r"(?:covers?|covered|includes?|included"
    r"|involves?|involved|sees?|foresees|provides for|provided for)"
    r"(?= (?:[\w\ue005-]+ ){0,3}{count}(?: [\w\ue005-]+){0,3} {captives})",
    WORDS,
)
#: A figure that somebody expects of a deal told before: no exchange of its own.
EXPECTED = pattern(
    r"\b(?:expect|estimat|reckon)\w*[^.;{count}]{0,30}{count}[^.;]{0,60}"
    r" (?:on|from) (?:each|either) side\b"
)
#: "would go on helping to bring about exchanges": of none in particular.
HELPING = re.compile(
    r"\b(?:help(?:ing)?|continu(?:e|es|ing)|go(?:es)? on|keep|committed|ready|work(?:ing)?)(?: to)?"
    r"(?: help(?:ing)?)?(?: to)? (?:bring about|achiev\w+|secur(?:e|ing)|arrang(?:e|ing)"
    r"|facilitat(?:e|ing)|organi[sz](?:e|ing)|mediat(?:e|ing)|promot(?:e|ing))"
    r" [^.;\ue000\ue004]{0,40}\Z"
)
SO_FAR = re.compile(r"\b(?:so far|to date|up to now)\b")
#: An exchange that itself "brought home 1,056 people": those of both sides.
ITSELF = pattern(
    r"\b(?:{event}|operation|deal|flights|planes|aircraft)\b[^.;]{0,60} (?:has |had |have )?\Z",
    WORDS,
)
AGENT = re.compile(r"\bby (?:the )?\ue005")
#: From where those come who walk free: a place or a side.
OUT_OF = re.compile(r"\b(?:from|out of|left|leav(?:e|es|ing)) (?:the )?[\ue005\ue007]")
#: "will each release 10": a verb, though "each release" may be a noun.
EACH_VERB = re.compile(r"\b(?:will|would|to|shall|could|should|must) (?:each|both|also) \Z")
#: People of whom only their jail is said: they may be anybody's, the jailer's own included.
ANYBODY = re.compile(
    r"\ue000(?: [\w-]+){0,3} (?:prisoners|detainees|inmates|people|persons|others"
    r"|men|women|journalists?|crew ?members|sailors|workers|tourists|citizens|nationals"
    r"|foreigners)\Z"
)
OF_WAR = pattern(
    r"\b(?:prisoners?[ -]of[ -]war|pows?|hostages?|captivity|captives?|captured|cease-?fire|truce"
    r"|invasion|front ?line|militants?|rebels?|insurgents?|guerrillas?|{held} (?:swaps?|exchanges?)"
    r"|swap(?:s|ped)? (?:of )?prisoners|wrongfully|spies|spy|espionage|detained|soldiers?|troops"
    r"|abducted|kidnapped)\b",
    WORDS,
)
PRISONS = re.compile(
    r"\b(?:overcrowd\w+|inmates?|prison (?:service|places|population|reform|officers?"
    r"|system|transfer)"
    r"|home office|ministry of justice|probation|parole|serv(?:e|ing) (?:the rest of )?(?:his|her"
    r"|their) sentences?|drug (?:traffick|deal)\w+|convicts?)\b"
)
NEVER = re.compile(r"\b(?:not|never)\b|n't\b")
BOTH_SIDES = re.compile(r"\b(?:both|all|two) (?:\w+ )?(?:sides|parties|countries|states)\b")
PARTIES = re.compile(r"\b(?:the|both|two|warring|rival) (?:\w+ ){0,2}(?:parties|sides|foes)\b")
