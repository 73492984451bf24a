"""The wording of whose people figures count, and of sums: patterns for shares.py and whose.py."""

from __future__ import annotations

import re

from extractors.kinds.prisoner_exchange.words import WORDS
from extractors.parsing.lexicon import LEXICON
from extractors.parsing.tape import pattern

IN_RETURN = re.compile(
    r"\b(?:in (?:exchange|return) for|for|against|(?:swapped|exchanged) with)(?: \w+){0,3} ?\Z"
)
ANSWER = re.compile(
    r"\bin (?:exchange|return) for\b|\b(?:for|against) (?:[\w\ue005-]+ ){0,3}?\ue000"
)
PEOPLE_BEHIND = pattern(r" {captives}\b", LEXICON)
#: "a total of 292", "314 in all"
SUM = pattern(
    r"(?<!exchange for a )(?<!return for a )\btotal of (?P<n>{count})"
    r"(?!(?: [\w\ue005-]+){1,3} and {count})"
    r"|(?P<m>{count})(?: {captives})?(?: [\w]+){0,3}"
    r" (?:in all|in total|altogether)\b",
    LEXICON,
)
WITH_A_TOTAL = pattern(r"(?:with|for) (?:a|the) total of {count}")
#: "each released a total of 390": every side that many.
EACH_BEFORE = re.compile(r"\b(?:each|respectively)(?: \w+){0,3} a \Z")
#: "gave back 32 and received two": what comes behind is got.
GOT = re.compile(
    r"\b(?:receiv(?:ed|ing|es)|g[eo]t(?:ting|s)? back|got|took back|taking back|welcom\w+)\b"
    r"[^.;]{0,60} \Z"
)
ONE_SIDED = re.compile(r"\b(?:one-sided|unilateral(?:ly)?)\b")
MORE = re.compile(r"\b(?:another|further|more|other|remaining|of the) \Z")
#: "A first such initiative let 113 go": the same people as before.
ONE_SUCH = re.compile(
    r"(?:\ue001|\bone|\banother|\blast|\bprevious|\ban earlier|\ba similar)(?: such)?"
    r" (?:initiative|release|gesture|move|step|operation)\b"
)
MORE_AFTER = re.compile(r" (?:more|further|others?|of the)\b")
#: Whom a state holds in its jails, and not an armed group.
JAILED = re.compile(r"\b(?:prisoner|detainee|inmate)s?\b(?! of war)")
#: Whom an armed group holds, and no state in its jails.
UNJAILED = re.compile(r"(?:wo)?men|captives?|civilians?|girls|soldiers")
GENERIC_SOLDIERS = re.compile(
    r"\b(?:soldiers?|troops|service ?m[ae]n|service ?members?|police\w*|officers|guards|corporals?"
    r"|sergeants?|conscripts?|(?:school)?girls|pupils|villagers|worshippers)\b"
)
TOGETHER = pattern(
    r"{actor}(?:'s)?(?: [\w-]+){0,2} and (?:the )?{actor}(?:'s)?(?: [\w{actor}-]+){0,4} \Z"
)
#: "Russian captivity", "Russia freed": who held them.
HOLDER = re.compile(
    r"(?:'s)? (?:captivity|prisons?\b|jails?\b"
    r"|(?:has |had )?(?:freed|released|handed|still holds|holds))"
)
#: "as Russia and Ukraine carried out", "between Sanaa and Aden": both of them.
THE_TWO = re.compile(
    r"\b(?:as|when|after|while) (?:the )?\ue005 and (?:the )?\ue005 (?!forces|troops)"
    r"|\bbetween [^.;]{1,70}? and (?:[\w\ue005'-]+ ){0,2}[\ue005\ue007]"
)
#: "swapped 95 servicemen from both sides": so many each, or together.
FROM_BOTH = re.compile(r"[^,.;]{0,40}? (?:from|of|by) (?:both|the two)\b")
#: "24 hostages, including Israeli women and Thai farm workers": of several nations.
OF_NATIONS = re.compile(
    r"[^;]{0,90}?\b(?:including|among them|comprising"
    r"|made up of) [^;\ue000]{0,40}\ue005[^;.\ue000]{0,40}\band"
    r" (?:the )?\ue005"
)
OF_MANY = re.compile(r"\bthe (?:first|initial|last|remaining|other|\ue001) \Z")
SWAPPING = re.compile(r"\b(?:exchang|swapp|trad)ing (?:[\w-]+ ){0,2}\Z")
POLITICAL = re.compile(
    r"\b(?:political (?:prisoners?|detainees?)|dissidents?|opposition|opponents|critics"
    r"|(?<=jailed )activists)\b"
)
#: What follows a count of people who belong to the government that an armed group fights.
GOVERNMENTS = re.compile(
    r"\ue000(?: (?!for\b|to\b|by\b|in\b)[\w-]+){0,3}?"
    r" (?:(?:pro-)?(?:government|regime)|army|state|loyalist|federal)"
    r" (?:soldiers?|troops|captives|prisoners|detainees|forces|fighters|personnel)\b"
    r"|\ue000 [\w -]{0,40}?\b(?:of|from|belonging to|loyal to|affiliated with) the"
    r" (?:government|army|military|police|regional police|security forces)\b"
    r"|\ue000 of the (?:government|army|state)'s (?:[\w-]+ )?(?:people|men|soldiers|own|fighters)\b"
)
REBELS = re.compile(
    r"\ue000(?: (?!for\b|to\b|by\b|in\b)[\w-]+){0,3}? (?:rebels?|guerrillas?|insurgents?)\b"
    r"(?! by| from)"
    r"|\ue000(?: (?!for\b|to\b|by\b|in\b)[\w-]+){0,3}?"
    r" (?:rebel|militant|guerrilla|insurgent|opposition)"
    r" (?:prisoners|fighters|detainees|captives)\b"
    r"|\ue000 of the (?:rebels?|group|movement|force|militia|insurgents?)(?:'s|')"
    r" (?:[\w-]+ )?(?:people|men|members|fighters|own)\b"
)
#: An armed group and its foe, called by what they are.
THE_SIDE = re.compile(
    r"\bthe (?:\ue007 )?(?:(?P<group>rebel forces|rebels|rebel group|armed group|group|movement"
    r"|militants|guerrillas|insurgents|militia)"
    r"|(?P<state>government|army|military|authorities))\b(?!'s| of)"
)
#: An exchange that itself "brought home 1,056 people": those of both sides.
ITSELF = pattern(
    r"\b(?:{event}|operation|deal|flights|planes|aircraft)\b[^.;]{0,60} (?:has |had |have )?\Z",
    WORDS,
)
AGENT = re.compile(r"[^,.;]{0,40}?\bby (?:the )?\ue005")
#: From where those come who walk free: a place or a side.
OUT_OF = re.compile(r"\b(?:from|out of|left|leav(?:e|es|ing)) (?:the )?[\ue005\ue007]")
#: People of whom only their jail is said: they may be anybody's, the jailer's own included.
ANYBODY = re.compile(
    r"\ue000(?: [\w-]+){0,3} (?:prisoners|detainees|inmates|people|persons|others"
    r"|men|women|journalists?|crew ?members|sailors|workers|tourists|citizens|nationals"
    r"|foreigners)\Z"
)
BOTH_SIDES = re.compile(r"\b(?:both|all|two) (?:\w+ )?(?:sides|parties|countries|states)\b")
PARTIES = re.compile(
    r"\b(?:the|both|two|warring|rival) (?:\w+ ){0,2}(?:parties|sides|foes"
    r"|neighbou?rs|enemies|countries|nations)\b"
)
#: Words behind those who are brought back: those who are sent back come from the sender's prisons.
OUT_OF_CAPTIVITY = re.compile(
    r" (?:during|in|as part of|as a result of) (?:an?|the|another) (?:\w+ ){0,2}"
    r"(?:exchange|swap) with\b"
    r"| (?:from|out of) (?:the )?(?:(?:enemy|hostile) )?(?:captivity\b|occupation\b"
    r"|(?:temporarily )?(?:\ue005-)?occupied (?:territor|region|area))"
)
#: Where those who are let go go: "from Russia to Ukraine".
BOUND_FOR = re.compile(
    r"(?: of war)?(?: aged [^.;,]{1,20}?)? ?(?P<sent>(?:were|was|have been|has been|had been)"
    r" (?:handed over|returned|transferred|sent|flown) "
    r"|(?:(?:and|or) [a-z]+ )?(?:being )?(?:going|returning|coming|heading|crossing|flying|sent"
    r"|flown|handed|transferred) (?:back |home |over ){0,2}"
    r"(?=(?:from (?:the )?[\ue005\ue007] )?to ))?"
    r"(?:back )?(?:from (?:the )?[\ue005\ue007] )?to (?:the )?"
    r"(?:(?:territory|areas?|land) (?:under|controlled by|held by) (?:the )?)?[\ue005\ue007]"
)
#: "125 prisoners from Aden to Sanaa": whose they are is told by the road alone.
ROUTE = re.compile(r"(?: of war)? from (?:the )?[\ue005\ue007] to (?:the )?[\ue005\ue007]")
#: To whom they were given: "were handed to the government".
TO_A_SIDE = re.compile(
    r"(?: who [^.;,]{1,50}?)? (?:were|was|have been|had been)"
    r" (?:handed|turned|sent|given|transferred|returned) (?:over |back )?to (?:the )?"
    r"(?:(?P<group>rebels|armed group|group|movement|militants|guerrillas|militia)|government|army"
    r"|authorities)\b"
)
#: "Returned two and kept 18": sent home, not brought.
KEEPS = re.compile(
    r"\b(?:and|but|while) (?:it |still )?(?:kept|keep(?:s|ing)|holds?|holding|retain\w*)\b"
)
#: "X, fighting Y's army, say they will release": X does.
SAY_THEY = re.compile(
    r"\b(?:says?|said|announced?|claim(?:s|ed)?|confirm(?:s|ed)?)(?: \ue004)?(?: that)? (?:they|it)"
    r" (?:\w+ ){0,3}\Z"
)
#: "held an exchange, with more than 500 people returned": of both.
WITH_SO_MANY = re.compile(r"[^.;]{0,40},? with (?:[\w-]+ ){0,3}\Z")
#: "they had let go": who that was stands elsewhere.
PRONOUN_DOES = re.compile(r"\b(?:they|it|he|she)(?: (?:had|has|have|also|then|will|would)){0,2} \Z")
#: "that all prisoners be exchanged", "to exchange all the captives"
_ALL = (
    r"(?P<all>all (?:the |their |remaining )?(?:prisoners(?: of war)?|pows|captives))\b"
    r"(?! (?:under|aged|with|who|from|whom|over))(?: (?:held|taken|captured|seized)[^.;,]{1,40}?)?"
)
ALL_BEFORE = re.compile(
    _ALL + r"(?: on both sides| of both sides)? (?:should |would |to |must )?be \Z"
)
ALL_AFTER = re.compile(r"(?: of)? " + _ALL)
#: "His movement, he said, had offered to free 400".
HIS_SIDE = re.compile(
    r"\b(?:his|her|their|its|the) (?:own )?(?:movement|group|side|government|country|army|forces"
    r"|party)(?:,? (?:he|she|they) (?:said|added|says),?)? (?!of\b)(?:[\w-]+ ){0,5}\Z"
)
FOR_COUNT = pattern(r" (?:for|against) {count}")
#: A deed of one side right before its figure.
DEED_BEFORE = re.compile(
    r"\b(?:freed|released|returned|brought (?:home|back)|received|got back|handed over)"
    r"(?: [\w-]+){0,2} \Z"
)
#: "exchanged 200 of our people for Medvedchuk": the figure of one side.
FOR_SOME = pattern(
    r"[^,.;]{0,30}? (?:(?:for|against|in (?:exchange|return) for) [\w{person}{count}]|with {count})"
)
#: "Ethiopia's northern Tigray region": who rules there is somebody else.
ITS_REGION = re.compile(r"'s (?:\w+ ){0,2}(?:\ue007 |\w+ )?(?:region|province)\b")
INVOLVING = re.compile(
    r"(?: (?:of|in) (?:the|its|recent|this) (?:war|conflict|kind|years|year))?"
    r"(?:,? (?:(?:held|carried out|conducted|completed|which took place) )?(?:back )?"
    r"(?:on |in |last )\ue004(?: in \ue007)?,?)?"
    r"(?: between [^.;,]{1,60}?)?(?: (?:took place|was (?:held|carried out|conducted))"
    r"(?: (?:on |in )?[\ue004\ue007]){0,2},? and)?"
    r"(?:,(?= (?:result|lead|involv|which|that|includ|cover|with|saw)))? ?"
    r"(?:\([^)]{1,12}\) ?)?(?:deal |operation )?"
    r"(?:(?:resulting in|leading to) the (?:release|return|exchange) of|of|involving"
    r"|that involved|which involved|that involves|which involves|including|included|involved|with"
    r"|for|covering|covered|saw"
    r"|(?:will|would|was to|is to) (?:involve|include|cover|see))?"
    r"(?: (?!and\b|after\b)[\w-]+){0,4} ?"
)
#: "Ukraine hailed the return of 45 fighters": its own.
HAILED = re.compile(
    r"\ue005 (?:hailed|celebrated|welcomed|announced|confirmed|reported)"
    r" the (?:return|homecoming)\b"
)
BOTH_DO = re.compile(
    r"\bboth (?:(?:\w+ ){0,2}(?:sides|parties|countries)|(?:the )?\ue005 and (?:the )?\ue005)"
    r"(?: [\w-]+){0,6}"
    r" (?:freed|released|handed over|returned|let go|repatriated|sent (?:home|back)"
    r"|brought (?:home|back)|got back|received|welcomed (?:home|back)|took back)"
    r"(?: [\w-]+){0,2} \Z"
)
OF_THE_COUNT = pattern(r" of (?:the|those) {count}")
#: "the Philippines' communist rebels"
A_STATES_REBELS = re.compile(
    r"[\ue005\ue007](?:'s|'|s')? (?:\w+ )?(?:rebels|guerrillas|insurgents|rebel (?:group|forces))\b"
)
#: "in the final phase of a 1,000-for-1,000 exchange": the formula is that of the whole.
STAGE_OF = re.compile(
    r"\b(?:phase|stage|part|leg|tranche|batch|round|wave|day) of (?:the|an?|their|this)"
    r"(?: [\w-]+){0,3} \W?\Z"
)
