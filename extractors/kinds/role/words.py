"""The words of offices: their nouns, what may stand before and after them, former and acting.

The patterns of this kind are built from these. They are matched on tapes with the
page's own capitals, so words that may have either are put between `(?i: … )`.
"""

from __future__ import annotations

import re

from extractors.parsing.patterns import by_initial
from extractors.parsing.tape import SIGNS

ACTOR, PERSON, PLACE = SIGNS["actor"], SIGNS["person"], SIGNS["place"]

_RANK = (
    r"(?:(?:lt|lieutenant|maj|major|brig|brigadier|vice|rear|air|chief|field|col|staff|four-star"
    r"|three-star)\.?[ -]){0,2}"
    r"(?:gen|general|col|colonel|adm|admiral|capt|captain|maj|major|marshal|brigadier|sergeant|sgt"
    r"|lt|lieutenant|cmdr)(?![\w-])\.?"
)
#: Ranks count as an office where no other stands beside them (FACTS.md, "Small print").
RANK = rf"(?i:{_RANK})"
#: What may stand between an office and a name without being one.
HONORIFIC = (
    r"(?i:mr|mrs|ms|dr|sir|sheikh|sheik|ayatollah|imam|mullah|maulvi|mawlawi|prof|lord|dame"
    r"|hojatoleslam|sayyid|haji|hajj)\.?"
)
#: Offices of a state by their name alone.
_OF_STATE = (
    r"president|prime minister|premier|pm|minister|chancellor|king|queen|emir|sultan|crown prince"
    r"|pope|ambassador|consul(?:[- ]general)?|governor|mayor|senator|congress(?:man|woman)|lawmaker"
    r"|mp|ombuds(?:man|woman|person)|secretary of (?:state|defen[cs]e|war|the treasury)"
    r"|commander-in-chief|commander in chief|secretary[- ]general|under-?secretary(?:[- ]general)?"
    r"|attorney[- ]general|prosecutor[- ]general|vice[- ]president|vice[- ]premier|supreme leader"
    r"|(?:foreign|home|justice|health|education|culture|defen[cs]e|treasury|energy|interior"
    r"|transport"
    r"|commerce) secretary|sen\.|rep\.|gov\.|charge d'affaires|chargé d['’]affaires|taoiseach"
)
#: Offices of anybody: they need a state, an army, a party or an international body beside them.
_OF_ANY = by_initial(
    r"chief|head|leader|director(?:[- ]general)?|chairman|chairwoman|chairperson|chair|speaker"
    r"|spokesman|spokeswoman|spokesperson|secretary|advis[eo]r|aide|representative|coordinator"
    r"|commissioner|commander|negotiator|envoy|rapporteur|mediator|prosecutor|co-chair|co-leader"
    r"|administrator|assistant|official|counsell?or|top diplomat|co-founder|chief of staff|delegate"
    r"|constable|member|deputy(?=,? ?\Z)"
)
OF_STATE = rf"(?i:{_OF_STATE})"
#: What makes another office of a bare "secretary".
OF_STATE_ITSELF = r"(?<=[Ss]ecretary) (?i:of (?:state|defen[cs]e|war|the treasury))\b"
HEAD = rf"(?i:{_OF_STATE}|{_OF_ANY})"
#: The same, quickly, on words in lower case.
NOUN = re.compile(rf"\b(?:{_OF_STATE}|{_OF_ANY})(?!\w)")
PLURAL = (
    r"(?i:presidents|prime ministers|premiers|ministers|chancellors|kings|ambassadors|governors"
    r"|senators|congressmen|lawmakers|mps|leaders|chiefs|heads|envoys|negotiators|advis[eo]rs"
    r"|aides|representatives|spokesmen|spokespeople|commanders|generals|secretaries)"
)
#: Plural offices whose singular is not the word without its last letter.
SINGULAR = {
    "congressmen": "congressman",
    "spokesmen": "spokesman",
    "spokespeople": "spokesperson",
    "secretaries": "secretary",
}

_MOD = by_initial(
    r"vice|deputy|first|second|prime|grand|supreme|chief|lead|leading|top|senior|junior|principal"
    r"|special|presidential|parliamentary|personal|permanent|foreign|external|affairs|defen[cs]e"
    r"|interior|home|justice|finance|econom(?:y|ic)|energy|culture|information|communications"
    r"|security|national|state|emergency|emergencies|military|army|navy|naval|air|forces?|ground"
    r"|intelligence|spy|police|border|guards?|political|diplomatic|civil|humanitarian|human|rights"
    r"|peace|hostages?|prisoners?|delegation|negotiating|negotiations|ceasefire|truce|talks"
    r"|ministry|department|government|cabinet|council|committee|commission|staff|general"
    r"|parliament|party|opposition|rebel|separatist|militia|faction|regional|provincial|kremlin"
    r"|high|crisis|coordination|headquarters|press|policy|trade|health|education|agriculture"
    r"|environment|climate|commerce|homeland|labou?r|digital|reconstruction|strategic|industries"
    r"|technology|transport"
    r"|infrastructure|labou?r|social|internal|relations|house|senate|majority|minority|main|joint"
    r"|assistant|managing|executive|treasury|war|development|cooperation|office|administration"
    r"|agency|bureau|politburo|service|brigade|wing|media|aid|relief|refugee|nuclear|counter"
    r"-?terrorism|anti-corruption|security council|central|bank|district|local|mission|team"
    r"|movement|group|coalition|federal|union|veteran|long-?time|close|overall|chief-of-staff"
    r"|resident|sanctions|shadow|sports?|tourism|science|housing|immigration|veterans|european"
    r"|water|assembly|congress|democratic|republican|conservative|labour"
)
MOD = rf"(?i:{_MOD})"
#: Not holding it any more, or only for the time being.
FORMER = r"(?i:former|ex|then|late|ousted|deposed|toppled|onetime|one-time|past|retired|erstwhile)"
ACTING = r"(?i:acting|interim|caretaker|transitional)"
#: With these, "for Ukraine" says whom somebody is sent to, and not who sends him.
SENT = (
    r"\b(?i:envoy|representative|ambassador|minister|coordinator|rapporteur|commissioner|secretary"
    r"|consul)\b"
)
#: An office that is not held yet.
NOT_YET = r"(?i:incoming|designate|aspiring|would-be|prospective|future|nominee|candidate|-?elect)"
#: Colour before an office that is no part of it.
COLOUR = (
    r"(?i:new|newly appointed|newly elected|current|outgoing|long-serving|powerful|influential"
    r"|embattled|populist|hardline|far-right|right-wing|left-wing|nationalist|moderate|reformist"
    r"|pro-\w{2,15}|pro-\ue005|de facto|de-facto|self-proclaimed|self-styled|exiled|jailed"
    r"|internationally recogni[sz]ed|\w{2,20}-(?:backed|installed|appointed|based|born)"
    r"|\ue005-(?:backed|installed|appointed|based|born)|official|trusted|key|head of state"
    r"|billionaire|republican|democratic|conservative|\ue001)"
)
_SMALL = r"(?:of|for|and|the|in|on|to|at|with|its|his|their|both)"
_NOUN = (
    rf"(?:{_MOD}|organi[sz]ation|armed|forces|republic|parliaments?|embassy|settlement|captives"
    r"|mediation|operations?|missing|persons|treatment|front|region|province|oblast|city|capital"
    r"|territory|territories|armies|soldiers|countries|world|investigations?|monitoring|negotiation"
    r"|process|protection|occupied|nations|ministers|lower|upper|chamber|army's|government's"
    r"|party's|group's|movement's|country's|kingdom|junta|authority|authorities|forces'|corps"
    r"|guard|directorate|division|unit|command|board|panel|forum|secretariat|arms|control"
    r"|disarmament|church|diplomacy|integration|reintegration|communication|strategy|planning"
    r"|sanctions|east|africa|europe|asia|sahel|horn|great|lakes|middle|relief)"
)
_DAYS = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December"
)
#: A word with a capital that is neither an office nor a day.
CAPITALISED = rf"(?!(?:{HEAD}|{_DAYS})\b)[A-Z][\w'’-]{{1,30}}"
#: A word of what an office is of: "of the National Security Council", "for prisoners of war".
OF_WORD = (
    rf"(?:[{ACTOR}{PLACE}\ue001](?:['’]s?)?|(?i:the) (?:{ACTOR}(?:['’]s)? )?{HEAD}(?:['’]s)?"
    rf"|{CAPITALISED}|(?i:{_NOUN})(?:['’]s)?)"
)
#: What an office is of, for, to or at. Never more than 13 words.
COMPLEMENT = (
    rf" (?i:of|for|to|at|in|on|with)(?: (?:(?i:{_SMALL})|{OF_WORD})){{0,12}}"
    rf" {OF_WORD}(?![\w])"
)
#: The same where a comma or bracket ends it, whatever its words are: "head of the media centre, ".
COMPLEMENT_TO_COMMA = (
    r" (?i:of|for|at)(?: (?!(?:who|that|which|said|says|told|is|was|were|has|had|have|will)\b)"
    rf"[\w.'’&{ACTOR}{PLACE}-]{{1,25}}){{1,9}}(?=[,;)])"
)
#: "an aide to Putin", "an adviser to the Russian president Vladimir Putin"
OF_PERSON = (
    rf" (?:of|to|for) (?:(?:the )?(?:{ACTOR}(?:['’]s)? )?(?:{MOD} ){{0,2}}{OF_STATE} )?{PERSON}"
)
#: Whose office it is: a state, a body, or a person who has aides.
OWN = (
    rf"(?:(?:{ACTOR}(?:['’]s)? )?(?i:mr|mrs|ms|president|prime minister)\.? )?"
    rf"[{ACTOR}{PLACE}{PERSON}](?:['’]s?)?"
)
#: "the US president's envoy", "the state department's spokeswoman"
OF_LEADER = r"(?:(?:[\w-]{2,20} )?[\w-]{2,20}['’]s )?"

#: Companies, clubs and schools have chiefs and presidents too: none of them holds an office here.
PRIVATE = (
    r"(?i:compan(?:y|ies)|firm|union(?= (?:president|leader|boss|chief|chair))"
    r"|(?<!central )bank|universit(?:y|ies)|football|club"
    r"|fc|soccer|federation"
    r"|association|institute|foundation|charity|hospital|school|museum|think[- ]tank|editor"
    r"|research|newspaper|magazine|tv|channel|airlines?|airways|corp|corporation|inc|ltd|union of"
    r"|olympic|fifa|uefa|ngo|watchdog|campaign|studio|restaurant|store|factory|plant|shipping"
    r"|trade union|families|forum of|college|academy|church|startup|fund|brokerage"
    r"|energy giant|gas giant|oil giant|business(?:man|woman)?|bakery|farm|firm's|village)"
)
