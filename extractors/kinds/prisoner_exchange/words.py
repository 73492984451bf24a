"""The wording of exchanges and releases that several modules beside this one share: patterns over
tapes."""

from __future__ import annotations

import re

from extractors.parsing.lexicon import LEXICON
from extractors.parsing.patterns import Pattern
from extractors.parsing.tape import pattern

WORDS = {
    **LEXICON,
    "swap": r"(?:exchang(?:es|ed|ing|e)|swap(?:s|ped|ping)?|trad(?:es|ed|ing|e))",
    "give": r"(?:free(?:s|d|ing)?\b(?! of\b)|releas(?:es|ed|ing|e)"
    r"|hand(?:s|ed|ing)? (?:over|back|to)"
    r"|return(?:s|ed|ing)?|repatriat(?:es|ed|ing|e)|sen(?:ds|t|ding|d) (?:home|back)"
    r"|sent(?= to (?:the )?\ue005(?:[,.;]|\Z))"
    r"|transfer(?:s|red|ring)?|let(?:s|ting)? (?:go|out)\b|set(?:s|ting)? free"
    r"|liberat(?:es|ed|ing|e)"
    r"|giv(?:es|ing|en|e) back|gave back|turned over|turn(?:s|ing)? over"
    r"(?= (?:[\w-]+ ){0,3}(?:\ue000|an? ))"
    r"|(?:open(?:s|ed|ing)?|unlock(?:s|ed|ing)?) (?:the |its |their )?(?:prison |jail |cell )?"
    r"(?:cells?|doors|gates|jails|prisons)(?: of [^.;,]{1,30}?)? (?:for|to)"
    r"(?= (?:[\w-]+ ){0,2}\ue000)"
    r"|hand(?:s|ed|ing)?(?= an? (?:[\w\ue005'-]+ ){0,2}(?:citizen|national|soldier|prisoner|hostage"
    r"|detainee|pilot|captive|journalist)\b[^.;,]{0,50} to\b)"
    r"|handed(?= (?!(?:over|back|down|out|an?|the|its|their|his|her|this|that|off|in)\b)"
    r"(?:(?!'s |s' |\b(?:proposals?|letters?|lists?|plans?|offers?|drafts?|documents?|notes?"
    r"|bod(?:y|ies)|remains|coffins?|names|power|control|weapons|victory)\b)[^.;\ue000]){4,80}?"
    r" to (?:the )?\ue005)"
    r"|handed(?= (?!over\b|back\b|down\b)(?:[\w\ue005'-]+ ){1,5}\ue000(?: [\ue005\w-]+){0,2}"
    r" (?:prisoners|fishermen|soldiers|hostages|captives|detainees|civilians)\b)"
    r"|(?:(?:surrender|deliver)(?:s|ed|ing)?|gave)(?= \ue000(?! of\b)"
    r"(?: [\w\ue005-]+){0,2} (?:prisoners|captives|hostages|soldiers|detainees)\b)"
    r"|(?:surrender|deliver)(?:s|ed|ing)?(?= \ue000)"
    r"|(?:gave|giving|gives)(?= \ue000 \ue005[^.;]{0,80} in (?:return|exchange)\b)"
    r"|dropped (?:the )?(?:cases|charges) against(?= \ue000)"
    r"|let(?:s|ting)?(?= (?:the |their |all |all the )?(?:prisoners|captives|hostages|detainees)"
    r"(?: [\w\ue009-]+){0,3} go\b)"
    r"|(?:lets?|letting|sets?(?! to\b)|setting|sends?|sent|sending|hand(?:s|ed|ing)?)"
    r"(?= (?:[\w'-]+ ){0,3}\ue000(?: [\w'\ue005-]+){0,5}? (?:go|free|home|back|over|to)\b)"
    r"|(?:lets?|letting|sets?|setting|sends?|sent|sending)"
    r"(?= an?(?: [\w'\ue005-]+){1,5}? (?:go|free|home|back)\b)"
    r"|hand(?:s|ed|ing)?(?= \ue000(?: [\w\ue005-]+){1,3} (?:who|captured|detained|held|seized)\b"
    r"[^.;,]{1,70} (?:back|over) to\b)"
    r"|g(?:ives|ave|iving|ive) up(?= (?:[\w-]+ ){0,3}(?:\ue000|prisoners|hostages|captives)))",
    "get": r"(?:g(?:ets|ot)(?= \ue000 (?:of (?:its|their|our)|(?:[\w-]+ ){0,2}{captives})\b)"
    r"|(?:g(?:ets|ot|etting|et)|obtain(?:s|ed)?|recover(?:s|ed)?)"
    r"(?= (?:[\w-]+ ){0,2}\ue000[^.;]{0,60} in (?:exchange|return)\b)"
    r"|g(?:ets|ot|etting|et)(?= (?:[\w-]+ ){0,2}\ue000[^.;,]{1,40} back\b)"
    r"|(?:managed|(?:was|were|been) able|it was possible) to (?:free|release|liberate|return"
    r"|rescue|exchange)\b"
    r"|br(?:ings|ought|inging|ing)(?: (?:home|back)|(?=[^.;,]{1,40} (?:home|back)\b))"
    r"|g(?:ets|ot|etting|et) back"
    r"|receiv(?:es|ed|ing|e)(?! (?:the |all |any )?(?:necessary |urgent |[\w-]+ and )?(?:medical"
    r"|psychological|treatment|care|assistance|help|aid)\b)|welcom(?:es|ed|ing|e) (?:home|back)"
    r"|(?:secur(?:es|ed|ing|e)|gain(?:s|ed|ing)?|w(?:ins|on|inning|in)|obtain(?:s|ed|ing)?"
    r"|achiev(?:es|ed|ing|e)) the (?:release|return|freedom) of"
    r"|recover(?:s|ed|ing)?(?= (?:[\w-]+ ){0,2}\ue000 (?:[\w\ue005-]+ ){0,2}{captives}\b)"
    r"|recover(?:s|ed)?(?=[^.;,]{1,60} (?:from (?:(?:\ue005 )?captivity\b|\ue005(?=[,.;]|\Z))"
    r"|in (?:an?|the|another) (?:[\w-]+ )?(?:swap|exchange)\b))"
    r"|retriev(?:es|ed|ing|e)|brought(?= to (?:each|either|both) sides?\b)"
    r"|regain(?:s|ed|ing)?"
    r"|t(?:ook|akes|aking|aken|ake) back)",
    "come": r"(?:c(?:omes|oming|ame|ome) (?:home|back)|came out(?= and \ue000|[,.;]|\Z)"
    r"|walk(?:s|ed|ing)? (?:free|out)"
    r"|g(?:oes|oing|one|o) (?:home|free)|went (?:home|free)|return(?:s|ed|ing)?"
    r" (?:home|to (?:\ue005|their (?:homes?|homeland|famil(?:y|ies)|native)\b))"
    r"|return(?:s|ed|ing)?(?= (?:on|to) (?:each|either|both) sides?\b)"
    r"|return(?:s|ed|ing)?(?=[.;,]|\Z| from (?:\ue005 )?captivity(?! (?:a|the|its|our|\ue000)\b))"
    r"|(?<!been )(?<!was )(?<!were )returned(?= (?:on |last )?\ue004)"
    r"|(?:are|is|were) (?:at home|back home|home(?! to\b)|back on)"
    r"|(?:planes?|flights?|aircraft|jets?|bus(?:es)?|helicopters?|convoys?)(?: (?:had|have|then))?"
    r" (?:carried|brought|took|flew|ferried|transported)"
    r"(?= (?:[\w-]+ ){0,2}\ue000 (?!tons?\b|tonnes\b|bodies))"
    r"|back on home soil|follow(?:s|ed)?(?= (?:on |within |in |next |later )?[\ue002\ue004\w])"
    r"(?! (?:the|an?|another|earlier|previous|several|weeks|months|days|talks|from|up|by|this|that"
    r"|his|its|their|other|similar)\b)"
    r"|(?:fl(?:own|ew|y)|transported|airlifted) (?:home|off|back|out of|between"
    r"|(?:to|from) (?:the )?[\ue005\ue007]"
    r"|on (?=\ue004|\ue000))|reunited with"
    r"|arriv(?:es|ed|ing|e) (?:home|back|in)\b"
    r"|touch(?:es|ed|ing)? down|landed (?:in|at)|(?:pulled|rolled|drove) into"
    r"|reach(?:es|ed|ing)? (?:home|freedom|safety|\ue005|\ue007)(?!')|made it (?:home|back)"
    r"|went to (?:the )?\ue005(?=[,.;]|\Z| (?:and|while) (?:[\w-]+ )?\ue000)"
    r"|c(?:ame|omes?|oming) out of (?:\ue005|\ue007)(?!')"
    r"|le(?:ft|aves?|aving) (?:\ue005 |the )?(?:jails?|prisons?|captivity)"
    r"|(?:are|is|were|was) out of (?:\ue005 )?(?:jails?|prisons?|captivity)"
    r"|regain(?:ed|s) (?:their |his |her )?freedom"
    r"|were on their way|(?:are|is|was) (?:now |already )?on (?:their|his|her) way (?:home|back)\b"
    r"|head(?:s|ed|ing) (?:home|(?:for|to) (?:the )?[\ue005\ue007])"
    r"|cross(?:es|ed|ing)? (?:the (?:border|\ue007)|back|into|at \ue007"
    r"|over (?:at|to|in (?:each|either|both|opposite)))"
    r"|walk(?:s|ed|ing)? (?:across|over)\b|took off from (?:\ue005|\ue007)"
    r"|(?:are|is|were) back"
    r"(?= from\b| in (?:the )?[\ue005\ue007]|[.;,]|\Z))",
    "event": r"(?:exchanges?|swaps?|handovers?|hand-overs?|trades?)",
    "not_people": r"(?:(?:[\w\ue005-]+ ){1,2}(?:land|territor(?:y|ies))|fire|views|words|names"
    "|notes|ideas|lists?|information|documents|letters"
    r"|strikes|bodies|remains|blows|accusations|barbs|drones|missiles|a list|gunfire|insults"
    r"|threats|territor(?:y|ies)|land|lands|goods|currenc(?:y|ies)|shares|students"
    r"|greetings|gifts|salvos"
    r"|blame|jabs|recriminations|punches|warnings|salutes|visits|vows|contacts|diplomats"
    r"|ambassadors"
    r"|players|shirts|villages|hectares|square|coffins|corpses"
    r"|prisoner lists|signed|copies|artillery|shots|pleasantries|data|fuel|(?:border )?crossings?"
    r"|oil ?fields?|airports?|checkpoints|positions|weapons|heavy weapons|installations|facilities"
    r"|power|dams?)",
}
PEOPLE = pattern(
    r"\b(?:{held}|soldiers?|troops|defenders|service ?m[ae]n|service members|fighters|civilians"
    r"|(?:{ordinal}|another|next|last) (?:group|batch)"
    r"|(?:wounded|sick|young|captured|injured) men"
    r"|children|captivity|warriors|sailors|detained|jailed|imprisoned)\b",
    WORDS,
)
HELD = pattern(r"\b{held}\b", WORDS)
FORMULA = pattern(r"{formula}")
ABOUT = pattern(r"\b(?:{held}|captivity|{event}|{swap}|{give}|{get}|{come})", WORDS)
TOLD_OF_SWAP = re.compile(r"\b(?:exchang|swap|in return)")
TOLD_OF = pattern(r"{formula}|\b{held}\b|\b(?:exchanges?|swaps?)\b(?! of {not_people})", WORDS)
#: "seized in Gaza during the war" tells when people were taken, and not when they were freed.
_NOT_TAKEN = "".join(
    f"(?<!{taken}{where} )"
    for taken in ("detained", "captured", "taken", "held", "seized", "arrested")
    for where in ("", " in \ue007", " in \ue005")
)
#: What tells of many exchanges together, of those still held, or of a rate: no one exchange.
NOT_ONE_EVENT = pattern(
    r"\b(?:(?<!swap )(?<!exchange )(?<!deal )(?<!war )(?:so far"
    r"|to date(?! the (?:largest|biggest|single|most)\b))"
    r"|bring(?:s|ing)? (?:the|to) (?:total|overall|number)|brought the (?:total|number)"
    r"|br(?:ings?|inging|ought) to {count} (?:the|those)|puts? the number|(?:has|have) in total"
    r"|total number|overall number|up to now|thus far|(?<!record )until now"
    r"|already (?:been )?returned"
    r"|(?:have|has) already (?:been )?(?:released|freed|exchanged|brought)"
    r"|(?:throughout|over the course of) the [^.;]{0,30}\b(?:war|conflict|fighting)\b"
    r"|under recent (?:agreements|deals)"
    r"|(?<!whom it )(?<!whom they )(?<!that it )still (?:held|holds?|holding"
    r"|in captivity|being held)"
    r"|remain(?:s|ed)? in|in total, as part|for (?:every|each)\b(?! side\b)"
    r"|twice a year|(?:every|each) (?:year|month|week|day|few (?:weeks|months))(?! of\b)|in a row"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|several|many) times\b"
    rf"|{_NOT_TAKEN}during (?:this|the) (?:time|period|war)"
    r"|through (?:it|its (?:mediation|efforts))(?=[,.;]|\Z)"
    r"|since then|in total,? [^.;]{0,40}\b(?:have|has) been"
    r"|over the (?:past|last) (?:\w+ )?(?:years?|months)"
    r"|in all, \w+ have|outside"
    r" (?:of )?(?:the )?(?:{event}|this process))",
    WORDS,
)
REMAINS = pattern(
    r"(?:\b|')(?:{bodies}|(?:a|the|whose|his|her|s) body|body (?:of|for|exchange|swap)|coffins?"
    r"|caskets?)\b",
    LEXICON,
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
            r"|\baged (?:between )?(?:\ue000|1[89]\b|2[0-5]\b)",
        ),
        ("women", r"\b(?:women|woman|female|servicewom[ae]n)\b"),
        ("political_prisoner", r"\b(?:political prisoners?|dissidents?)\b"),
    )
)
AGAIN = re.compile(
    r"\b(?:the|this|that)(?: (?:latest|same|prisoner|present|current|whole|release)){0,3}"
    r"(?: marks the \ue001)? \Z|\bthis marks the "
    r"|\b(?:this|it) (?:is|was|became|marks|marked|has become|would be"
    r"|will be)(?: already)? (?:the|an?|their|our)"
    r" \ue001(?: [\w-]+){0,3} \Z"
)
#: "They were let go in return for 369": the people told before stand against the figure.
THEY = re.compile(
    r"\b(?:they|he|she|all|both|it|this|(?:the|these) (?:\ue000|men|women|two|pair|trio|group"
    r"|release|releases|handover|captives|hostages|soldiers|prisoners|swap|exchange))"
    r"(?: \w+){0,2} (?:was|were|came|had been|have been|are|is)\b[^.;]{0,40} in (?:return|exchange)"
    r" for\b"
)
#: "…, who strayed across the border, was handed over"
THEN_FREED = re.compile(
    r", (?:was|were|has been|have been|had been) (?:freed|released|returned|handed|let go|set free"
    r"|exchanged|swapped|traded|sent)\b"
)
#: What the next sentence says of a release that was promised or planned.
NOTHING_CAME = Pattern(
    r"\W{0,2}(?:nothing (?:has (?:yet )?|had )?(?:come|came) of (?:it|that|this|the \w+)"
    r"|(?:it|that|this|the (?:swap|exchange|release|handover))(?: \w+ly)? (?:never (?:happened|took"
    r" place)|did not (?:happen|take place)|(?:has|had) (?:not|yet to) (?:yet )?(?:happen(?:ed)?"
    r"|take[n]? place|materiali[sz]e[d]?)|fell through|collapsed|came to nothing"
    r"|(?:was|has been|had been) (?:\w+ )?(?:called off|cancel+ed|postponed|scrapped|put off)))\b"
)
#: People brought home without a figure: "another group of soldiers", "are out of captivity".
A_GROUP = re.compile(
    r"(?:\ban?|\banother|\bthe next|\b(?:the|a) \ue001)(?: (?:new|further|large|next|small))?"
    r" (?:group|batch) of\b"
)
FROM_CAPTIVITY = re.compile(
    r"\b(?:from|of|been in) (?:(?:\ue005|enemy|the|their) ){0,2}captivity\b"
)
HAD_DONE = re.compile(r"\bhad (?!to\b)(?:\w+ )?\w+\Z")
HAD = re.compile(r"\bhad (?:\w+ )?\Z")
PUT_OFF = re.compile(r"\b(?:postpon|suspend|cancel|call\w* off|put off|halted)")
#: "Earlier, they exchanged 303 each": not what was told before it.
EARLIER = re.compile(
    r"\W{0,2}(?:(?:(?:just |only )?(?:\ue000|\w+) (?:days?|weeks?|months?|years?) |\ue002 )?"
    r"(?:earlier|previously|before|before (?:that|this)|prior to (?:that|this)),"
    r"|the (?:day|week|month|year) before,"
    r"|(?:in|during) the (?:previous|preceding|earlier|last) (?:round|exchange|swap|stage|one),)"
    r"|\W{0,2}(?:an?|the) (?:similar|comparable|earlier|previous|prior)(?: [\w-]+)?"
    r" (?:swap|exchange)\b"
)
NOW = re.compile(r"\b(?:is|are|has|have)\b")
IS_TO = re.compile(r"\b(?:will|would|shall|due|set|scheduled|slated|to be)\b")
OF_WAR = pattern(
    r"\b(?:prisoners?[ -]of[ -]war|pows?|hostages?|captivity|captives?|captured|cease-?fire|truce"
    r"|invasion|front ?line|militants?|rebels?|insurgents?|guerrillas?|{held} (?:swaps?|exchanges?)"
    r"|swap(?:s|ped)? (?:of )?prisoners|wrongfully|spies|spy|espionage|detained|soldiers?|troops"
    r"|abducted|kidnapped)\b",
    WORDS,
)
PRISONS = Pattern(
    r"\b(?:overcrowd\w+|inmates?|prison (?:service|places|population|reform|officers?"
    r"|system|transfer)"
    r"|home office|ministry of justice|probation|parole|serv(?:e|ing) (?:the rest of )?(?:his|her"
    r"|their) sentences?|drug (?:traffick|deal)\w+|convicts?)\b"
)
#: "the exchange of the wounded would take place"
WOULD_BE_HELD = re.compile(
    r"(?: (?!(?:if|could|might|may)\b)[\w\ue000\ue001\ue003\ue005'-]+){0,6} would (?:be (?:held"
    r"|carried out|conducted|completed)|take place|happen|go ahead|begin|start|continue|resume)\b"
)
#: "plan to meet on 20 February to discuss the exchange"
TALKED_OF = re.compile(r"\bto (?:discuss|negotiate|talk about|consult on|work out)\b")
#: "officials in Kyiv", "announced in Moscow": where it was told.
SAID_IN = re.compile(
    r"\b(?:officials?|staff|headquarters|ministry|spokes\w+|sources?|authorities|government"
    r"|offices?"
    r"|announced|said|told \w+|reported|embassy|journalists?|reporters?|news conference|statement)"
    r"(?: \w+){0,2} (?:in|from) (?:the )?\Z"
)
#: "They crossed the border in the fourth exchange of the week", "in what was the largest swap".
IN_A_SWAP = pattern(
    r"\b(?:in|during|as part of) (?:the|an?|another|what (?:is|was) (?:the|an?))"
    r" (?:(?:{ordinal}|{held}|[\w-]+) ){0,3}?(?:exchange|swap)\b(?! (?:for|of (?:fire|views)))",
    WORDS,
)
PRISON = re.compile(r"\b(?:prisons?|jails?)\b")
#: "a similar exchange on 10 June", "a swap in late May": the day right behind.
ON_DAY = pattern(r" (?:on|in|last|earlier) ?{date}| {date}")
#: "The exchange under the deal took place on Monday"
TOOK_PLACE_ON = pattern(
    r"(?: (?:under|as part of|within|in (?:line|accordance) with|from|between|of|with)"
    r"(?: [\w{ordinal}{actor}{place}'-]+){1,9}?)? (?:took place|has taken place"
    r"|(?:was|were) (?:held|carried out|completed|conducted))(?: on| in)? {date}"
)
#: "a swap, agreed on 16 May, which was completed last Sunday"
COMPLETED_ON = pattern(
    r"[^.;]{0,60}?,? (?:that|which) (?:was|were|has been|had been)"
    r" (?:completed|carried out|concluded|implemented|finished|held)(?: on| in| by)? ?{date}"
)
#: "the lists that the two exchanged": no people.
LISTS_THEY = re.compile(
    r"\b(?:lists?|names?|letters?|documents?|drafts?|papers?|notes?|memoranda|maps)"
    r" (?:of [^.;,]{1,40} )?(?:(?:that|which) )?(?:(?:both|the two|they|the|two|sides|countries"
    r"|armies"
    r"|neighbou?rs|[\ue000\ue005]|and|have|had) ){1,6}\Z"
)
