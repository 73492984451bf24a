"""The wording of handovers of the dead: patterns over tapes for the modules beside this one."""

from __future__ import annotations

import re

from extractors.parsing.lexicon import EACH, LEXICON
from extractors.parsing.tape import pattern

_MEN = (
    r"(?:soldiers?|service ?m[ae]n|service ?members?|service ?personnel|defenders?|troops|warriors"
    r"|fighters|hostages?|captives?|heroes|militants|peacekeepers|prisoners(?: of war)?|pows"
    r"|(?:border )?guards?|rangers|policem[ae]n|(?:police )?officers|pilots?)"
)
#: "recovered … in an exchange", "from Russia": got back, not dug out.
_IN_SWAP = (
    r"(?:[^.;]{1,90} from \ue005(?=[.,;]|\Z| (?:under|as|in|on|last|this|since|through|after)\b)"
    r"| the (?:bodies|remains) of \ue000 (?:of (?:its|their) )?(?:fallen|(?:war )?dead)\b"
    r"|[^.;]{1,90} (?:in an?|through|as a result of|following (?:the )?(?:\w+ round of )?)"
    r" ?(?:\w+ )?(?:exchange|swap|repatriation))"
)
WORDS = {
    **LEXICON,
    "each": EACH,
    "men": _MEN,
    #: The dead as things that are handed over. "Remains" is more often a verb.
    "dead": (
        r"(?:(?<!car )(?<!\bun )(?<!international )bodies|corpses|coffins|caskets"
        r"|(?:body|corpse|coffin)(?= of (?!evidence|work)[a-z'’-]{2,20} (?:[a-z'’-]{2,20} )?"
        r"[a-z'’-]{3,20}(?:[,.;]|\Z| (?:to|on|who|and|in)\b))"
        r"|(?:body|corpse|coffin)(?= of (?:\ue006|(?:an?|one|another|its|the)"
        rf" (?:[\w\ue005'-]+ ){{0,3}}?(?:{_MEN}|woman|man|girl|boy|child|journalist|civilian"
        r"|reporter|citizen|national|prisoner|detainee|fisherman|sailor|worker)))"
        r"|(?:(?<=\ba )|(?<=\bone )|(?<=another ))(?:body|corpse|coffin|casket)"
        r"(?! (?:of|cam\w*|armou?r|search|language|part|blow|count|bag|returns?|exchanges?|swaps?"
        r"|hand-?overs?|repatriations?|transfers?|that (?:over|will|would))\b)"
        r"|(?:(?<=the )|(?<=their )|(?<=its )|(?<=whose )|(?<=his )|(?<=her )|(?<='s )|(?<=s' )"
        r"|(?<=mortal )|(?<=human )|(?<=and )|(?<=or )|(?<=more )|(?<=frozen )|(?<=\ue000 )"
        r"|(?<=\ue000 \ue005 ))remains"
        r"(?! (?:an?|to be|unclear|in(?! (?:exchange|return))|at|under|the|open|on|unchanged)\b)"
        r"|(?:(?<=exchange of )|(?<=swap of )|(?<=transfer of )|(?<=exchanged )"
        r"|(?<=swapped ))remains"
        r"|remains(?= of \ue000)"
        rf"|(?<!what )remains(?= of (?:[\w\ue005'-]+ ){{0,4}}?{_MEN})"
        rf"|(?:fallen|dead|deceased|slain|murdered) (?:\ue005 )?{_MEN}"
        r"|(?<=\ue000 )dead(?=[.,;]|\Z| (?:to|back|home|on|in return)\b)"
        r"|(?:fallen|(?<=\ue000 )dead)(?= \ue005)|(?<=\ue000 \ue005 )(?:fallen|dead)"
        r"|(?:(?<=\ue000 of them )|(?<=\ue000 of whom ))dead"
        r"|(?:soldiers|service ?men|fighters|troops|men) who (?:fell|died|perished|(?:were"
        r"|had been) killed)"
        r"|(?:(?<=\bits )|(?<=\btheir )|(?<=\bown ))(?:fallen|(?:war )?dead)(?=[,.;:]|\Z"
        r"| (?:from|on|in|to|back|home|after|since|with|via|through)\b))"
    ),
    "give": (
        r"(?:hand(?:s|ed|ing)?(?: (?:over|back|to)\b)?|(?<!\bin )return(?:s|ed|ing)?|repatriat(?:es"
        r"|ed|ing|e)|transfer(?:s|red|ring)?|deliver(?:s|ed|ing)?|pass(?:es|ed|ing)"
        r"|surrender(?:s|ed|ing)?|g(?:ives?|ave|iving"
        r"|iven)(?: (?:back|up))?|turn(?:s|ed|ing)? over|releas(?:es|ed|ing|e)|sen(?:d|ds|t"
        r"|ding)(?: (?:back|home))?)"
    ),
    "get": (
        r"(?:receiv(?:es|ed|ing|e)|re-?claim(?:s|ed|ing)?|obtain(?:s|ed|ing)?|br(?:ings|ought"
        r"|inging|ing)(?: (?:home|back)|(?=[^.;,]{1,80} (?:home|back)\b))|g(?:ets|ot|et"
        r"|etting) back|t(?:ook|akes|aking|ake) (?:back|home|delivery of)|accept(?:s|ed|ing)?"
        rf"|collect(?:s|ed|ing)?|recover(?:s|ed|ing)?(?={_IN_SWAP})"
        r"|retriev(?:es|ed|ing|e) from \ue005)"
    ),
    "carry": (
        r"(?:br(?:ings|ought|inging|ing)|t(?:ook|aken?|aking)|carried|drove|driven|fl(?:ew|own))"
        r"(?=[^.;,]{1,100} (?:to|into) (?:the )?[\ue005\ue007])"
    ),
    #: A word that may still tell whose they are.
    "next": (
        r" (?!(?:killed|died) (?:in|while|when|by|during|at|on|near|fighting)|(?:fighting|against"
        r"|to|from|in|on|and|for|by|that|which|who|were|was|had|have|has|while|but|as|after"
        r"|before|whereas|though|said|got|received)\b)[\w'\ue005-]+"
    ),
    "swap": r"(?:exchang(?:es|ed|ing|e)|swap(?:s|ped|ping)?|trad(?:es|ed|ing|e))",
    "event": (
        r"(?:returns?|repatriations?|handovers?|hand-overs?|handing over|transfers?|exchanges?"
        r"|swaps?|releases?|delivery|giving back|reception|acceptance|receipt)"
    ),
}
_GAP = (
    r"(?:(?!\b(?:but|while|after|before|because|which|who|when|that|offered|agreed)\b"
    r"|, and (?:the )?[\ue005\ue006]|, and in\b|, and on\b)[^.;:\ue006]){0,70}?"
)
#: "455 were returned, and the bodies of …": what is done to others is not done with the dead.
_DOING = r"(?:(?<!were )(?<!was )(?<!been )|(?=(?:handed|given|returned) (?:the|its|\ue000)))"
_BE = r"(?:were|was|are|is|been|be|being)"
#: What was done with the dead, the verb before them or after them.
VERBS = (
    ("give", pattern(rf"{_DOING}\b(?P<v>{{give}})\b{_GAP} ?(?P<b>{{dead}})\b", WORDS)),
    ("get", pattern(rf"\b(?P<v>{{get}})\b{_GAP} ?(?P<b>{{dead}})\b", WORDS)),
    ("carry", pattern(rf"\b(?P<v>{{carry}}){_GAP} ?(?P<b>{{dead}})\b", WORDS)),
    (
        "give",
        pattern(
            r"\b(?P<v>{give})\b[^.;:]{0,140}?\b(?:as well as|along with|together with) (?:the )?"
            r"(?P<b>{dead})\b",
            WORDS,
        ),
    ),
    ("swap", pattern(rf"\b(?P<v>{{swap}})\b{_GAP} ?(?P<b>{{dead}})\b", WORDS)),
    (
        "give",
        pattern(
            rf"(?P<b>{{dead}})\b(?:(?!, (?:while|whereas"
            rf"|and in)\b)[^.;:]){{0,110}}? {_BE} (?:\w+ly |also |then |later |already |now "
            rf"|to be |(?:found|discovered|located|recovered|exhumed) and ){{0,4}}"
            r"(?P<v>{give}|let through|exchanged|swapped|brought (?:home|back|to)|received"
            r"|flown (?:home|to))\b",
            WORDS,
        ),
    ),
    (
        "give",
        pattern(
            r"(?P<b>{dead}) (?:(?:that|which) )?(?:\ue005|the \w+)(?: has"
            r"| had)?(?: already)? (?P<v>{give})\b",
            WORDS,
        ),
    ),
    (
        "get",
        pattern(
            r"(?P<b>{dead}) (?:(?:that|which) )?(?:it|they|\ue005|the \w+)(?: has"
            r"| had)?(?: already)?"
            r" (?P<v>got|received|took back|brought home)\b",
            WORDS,
        ),
    ),
    (
        "given",
        pattern(
            r"(?P<b>{dead}) (?P<v>returned|handed over|repatriated|transferred|sent back)"
            r"(?=[,.;]|\Z| (?:this|last|so far|in|on|since|by|to|under|earlier|between|{date}))",
            WORDS,
        ),
    ),
    (
        "due",
        pattern(
            r"(?P<b>{dead})(?: [^.;,]{1,30})? (?:are|is|were|was) (?P<v>(?:due|expected|to follow))"
            r"(?=(?: back| home)? (?:on|next|this|by|later|in) |(?: on| back| home)? {date}|[,.;]"
            r"|\Z)",
            WORDS,
        ),
    ),
    (
        "given",  # "the bodies of 700 troops, handed over by Russia on Friday"
        pattern(
            r"(?P<b>{dead})(?: of (?:(?!\b(?:and|but|who|that|which|to|will|would|must|ha[sd]"
            r"|have|is|are|was|were|be|been|being)\b)[^.;,]){1,60})?,? (?:all |which were )?"
            r"(?P<v>returned|handed over"
            r"|repatriated|transferred|sent back|given back|brought home)"
            r"(?= (?:by|on|to|in|last|this|under|earlier|from|{date}))",
            WORDS,
        ),
    ),
    (
        "get",
        pattern(
            r"\b(?P<v>(?:let|lets|letting|allow(?:s|ed|ing)|permit(?:s|ted|ting)) (?:the )?\ue005"
            rf"(?: to)? (?:recover|collect|retrieve|take|remove|pick up))\b{_GAP} ?"
            r"(?P<b>{dead})\b",
            WORDS,
        ),
    ),
    (
        "come",
        pattern(
            r"\b(?P<v>c[ao]me (?:home|back)|(?:returned|went) home|were (?:freed|returned|handed"
            r" over))[^.;]{0,60}?, {count} of (?:them|whom) (?P<b>dead)\b",
            WORDS,
        ),
    ),
    (
        "come",
        pattern(
            r"(?P<b>{dead})\b[^.;:]{0,60}? (?P<v>arrived|entered|came (?:home|back)|returned home"
            r"|(?:went|go|going|come) (?:home|back)|crossed"
            r"|(?:went|gone|go|sent|travell?ed|moved|passed) (?:in )?the (?:other|opposite|reverse)"
            r" (?:way|direction))\b",
            WORDS,
        ),
    ),
)
NOUNS = (
    pattern(rf"\b(?P<v>{{event}}) of{_GAP} ?(?P<b>{{dead}})\b", WORDS),
    pattern(r"\b(?P<v>{event}) ?[–—:-] (?:of )?(?:the )?(?P<b>bodies|remains) of\b", WORDS),
    pattern(
        r"\b(?P<b>bod(?:y|ies)|remains) (?P<v>exchanges?|swaps?|handovers?"
        r"|repatriations?)\b",
        WORDS,
    ),
    pattern(
        r"\b(?P<v>exchanges?|swaps?) of(?: [\w\ue000\ue005'-]+){1,8}? and (?:[\w\ue000\ue005'-]+"
        r" ){0,3}?(?P<b>bodies|remains)\b",
        WORDS,
    ),
)
#: Things done with bodies that are no handover between sides.
NOT_HANDED = pattern(
    r"\b(?:to (?:the|their|his|her|its) (?:famil\w+|relatives|parents|mother|widow|loved ones"
    r"|next of kin)|families to bury|for burial|(?:to|at|in) (?:an? |the )?"
    r"(?:[\w\ue005\ue007]+ )?(?:hospitals?|morgues?)|forensic institute|museum"
    r"|(?:special|rescue|covert|military|secret|joint|complex|commando) (?:operation|mission)"
    rf"|recovered(?!{_IN_SWAP})"
    r"|skeletons|rubble|cremat\w+"
    r"|plane crash|explosion|crash|earthquake|shipwreck|drowned|identif\w+ (?:the|as)|autops\w+|dna"
    r"|tunnels?|(?:brought (?:back|home)|returned|retrieved) [^.;,]{0,60} by (?:the )?(?:\ue005 )?"
    r"(?:forces|troops|soldiers|commandos|army|military)"
    r"|(?:army|military|forces|troops|soldiers|commandos)(?: (?:said|says))?(?: it| they)?"
    r" (?:has |have |had )?(?:brought (?:back|home)|retrieved) "
    r"|misidentified|governing bod|world bod|student bod|legislative|un bod|professional bod"
    r"|celestial|tourists?|climber|passengers)\b"
)
OF_WAR = pattern(
    r"\b(?:{men}|fallen|killed in (?:action|battle)|war|military|army|combatants|dead"
    r"|captivity)\b",
    WORDS,
)
ABOUT = pattern(r"\b(?:bodies|remains of|corpses|fallen|repatriat\w+|hostages?|prisoners?)\b")
#: "The transfer took place on Monday": when what was told before happened.
TOOK_PLACE = re.compile(
    r"\b(?:the|this|that|latest) (?:[\w-]+ ){0,2}?"
    r"(?:transfer|hand-?over|exchange|swap|repatriation|return|operation|delivery)"
    r" (?:took place|happened|occurred|was (?:carried out|conducted|held|made))\b"
)
#: "an exchange of bodies, which they agreed on in May, is due next week": its own predicate.
RESUMED = re.compile(
    r"(?:which|that) [^.,;]{1,90}, (?:is|are|was|were|has|have|had|will|would|collapsed)\b"
)
IF = re.compile(r"(?:[,:] ?)?(?:if|unless|until|once(?! again| more)|whether|should)\b")
THE_GROUP = re.compile(
    r"(?:\b(?:the|terror|armed|militant)|\ue005) (?:groups?|movement|militants|rebels|guerrillas"
    r"|insurgents|factions)\b"
)
#: "were first believed to have been repatriated": they were not.
ONCE_BELIEVED = re.compile(
    r"\b(?:initially|first|wrongly|mistakenly|previously) (?:believed|thought|said|assumed) to"
    r" (?:\w+ ){1,4}\Z"
)
#: Bodies that wait where they are to be handed over.
TO_THE_POINT = re.compile(
    r"\b(?:to|at|in) (?:the |an? )?\W?(?:\w+ )?(?:(?:exchange|handover|transfer|swap|meeting) "
    r"(?:area|points?|sites?|zone|locations?)|(?:designated|agreed) (?:site|place|location|area"
    r"|point))\b"
)
#: "… and begun transferring": what was begun is told, not the verb before.
BEGUN = re.compile(r" and (?:has |have |had )?(?:beg[au]n|started) \Z")
#: "Israel has not returned bodies since March": of no handover in particular.
NONE_SINCE = re.compile(r"\b(?:has|have|had)(?: not|n't) [^.;]{0,90}\bsince\b")
YET_TO = re.compile(r"\b(?:yet to(?: be)?|(?:did|has|have|had)(?: not|n't)) \Z")
ANY = re.compile(r" any\b")
#: "claimed that Kyiv had failed to collect": blame, and no handover that came to nothing.
BLAMED = re.compile(
    r"\b(?:accus\w+|alleg\w+|claim\w+|blam\w+)\b[^.;]{0,60} (?:fail\w+ to|not) (?:\w+ ){0,2}\Z"
)
#: "accusing Kyiv of postponing the acceptance": blame in passing, where handovers are told.
ACCUSED = re.compile(r"\b(?:accus|blam)(?:e|es|ed|ing)\b")
#: Where some of those told of were got from: "from the Donetsk sector", "from morgues in Russia".
FROM_WHERE = re.compile(
    r"\bfrom (?:the )?[^.;]{0,60}?\b(?:regions?|sectors?|directions?|fronts?|morgues?|areas?"
    r"|oblasts?)\b"
)
#: What makes a figure one of all handovers so far, and no half of one.
IN_ALL = re.compile(
    r"\b(?:in (?:all|total)|so far|to date|altogether|(?:has|have) now"
    r"|(?:in|over|during) (?:the same|that|this) (?:period|time))\b"
)
THE_DEAD = re.compile(r"(?:\b(?:bodies|corpses|coffins|the dead|the fallen)|\ue000 dead)\b")
THE_LIVING = re.compile(
    r"\b(?:prisoners?|captives?|pows?|hostages?|detainees|captivity|freed|released|civilians"
    r"|children|people|swapped)\b"
)
BODIES = re.compile(r"\b(?:bod(?:y|ies)|remains|corpses|coffins|fallen)\b")
HOSTAGES = re.compile(r"\bhostages?\b")
GAZANS = re.compile(r"\bgazans\b")
MORE = re.compile(r"\b(?:more|another|further|additional|other)\b")
#: Wars of long ago, whose dead are still looked for.
LONG_AGO = re.compile(
    r"\bpow/mia\b|missing in action|\bworld war|\bvietnam war|\bkorean war|\b(?:1950|1951|1953"
    r"|1974)\b"
)
#: Words that a side has for its own dead.
OWN_DEAD = re.compile(
    r"\b(?:defenders?|heroes|warriors|the fallen|fallen (?:soldiers|service\w+))\b"
)
IN_RETURN = re.compile(
    r"\b(?:in (?:return|exchange)|the other way|for its part)\b|\bfor (?:the )?\Z"
)
