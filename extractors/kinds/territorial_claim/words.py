"""How land changes hands in the news: verbs, nouns and what makes them no deed."""

from __future__ import annotations

import re

from extractors.fact import Status
from extractors.parsing.tape import pattern

WORDS = {
    "party": "[\ue005\ue006]",
    "control": r"(?:control|occupation|rule)\b",
    "back": r"(?:liberat(?:es|ed|ing)|re-?t(?:ook|aken|aking|akes)|re-?captur(?:es|ed|ing)"
    r"|regain(?:s|ed|ing)?|reclaim(?:s|ed|ing)?|recover(?:s|ed|ing)|w[io]n(?:ning)? back"
    r"|t(?:ook|aken|aking|akes) back)",
    "took": r"(?:captur(?:es|ed|ing)|seiz(?:es|ed|ing)|overr[au]n|overrunning|conquer(?:s|ed|ing)"
    r"|(?<!'s )(?<!has )(?<!have )(?<!had )(?<!-)(?<!partially )"
    r"(?<!partly )(?<!temporarily )(?<!illegally )(?<!the )occupied|t(?:ook|aken|aking"
    r"|akes)(?: over)?(?! from\b)"
    r"|(?:gain|secur|establish|reassert|assert|wrest|assum|claim)(?:s|es|ed|ing)"
    r"(?= (?:full |complete )?control)"
    r"|(?<=to have )occupied"
    r"|(?<=[\ue005\ue006] )(?:partially|partly|temporarily|illegally) occupied)",
}

#: What a verb in the active tells: (rule, action, status, verb).
VERBS = tuple(
    (rule, action, status, pattern(words, WORDS))
    for rule, action, status, words in (
        ("annexed", "annexed", Status.COMPLETED, r"\bannex(?:es|ed|ing)?\b"),
        ("retook", "liberated", Status.COMPLETED, r"\b{back}\b"),
        (
            "drove out",
            "liberated",
            Status.COMPLETED,
            r"\b(?:drove|driven|pushed|forced|expelled) (?:the )?{party}(?: \w+)?"
            r" (?:out of|from)\b",
        ),
        ("captured", "occupied", Status.COMPLETED, r"\b{took}\b"),
        (
            "holds",
            "occupied",
            Status.ONGOING,
            r"\b(?:occup(?:y|ies|ying)|(?:(?:has|have|had) (?:\w+ )?|(?<=-))occupied"
            r"|(?<!be )(?<!was )(?<!were )(?<!is )(?<!are )(?<!been )held"
            r"|in (?:full |complete |effective |de facto )?control of"
            r"|(?<!under \ue005 )(?<!in )controls?(?! (?:of|over)\b)|controll(?:ing|ed)"
            r"|holds?|rules?(?! out))\b",
        ),
        (
            "claims",
            "claimed",
            Status.REPORTED,
            r"\b(?:claims?|claimed)\b(?! to (?:have|be)\b)|\b(?:lays? claim to|laid claim to"
            r"|(?:assert|declar|proclaim)(?:s|ed|ing) sovereignty over"
            r"|considers?)\b",
        ),
    )
)
#: What a verb in the passive tells of the land before it.
PASSIVES = tuple(
    (action, status, pattern(words, WORDS))
    for action, status, words in (
        ("annexed", Status.COMPLETED, r"annexed"),
        (
            "liberated",
            Status.COMPLETED,
            r"(?:liberated|retaken|recaptured|reclaimed|regained|won back|taken back)",
        ),
        ("occupied", Status.COMPLETED, r"(?:captured|seized|overrun|taken(?: over)?|conquered)"),
        ("occupied", Status.ONGOING, r"(?:occupied|controlled|held|ruled)"),
        ("claimed", Status.REPORTED, r"claimed"),
    )
)
_BE = r"(?:was|were|is|are|has been|have been|had been|being|remains?|remained)"
_ADVERB = (
    r"(?:now|also|since|later|long|reportedly|illegally|unilaterally|partly|partially|still|fully)"
)
#: Without a verb only before somebody who did it: "Crimea illegally annexed by Russia".
_TO_BE = (
    rf"(?:(?: {_ADVERB}){{0,2}} {_BE}(?: (?:{_ADVERB}|{_BE})){{0,3}}"
    rf"|(?: {_ADVERB}){{1,3}}(?=(?: \w+ly)? [a-z]+ by\b))"
)
#: ", a city of 60,000 people" before "captured by".
_IS_A = (
    r", (?:an?|the|one of the) (?:[\w-]+ ){0,3}?(?:town|city|village|settlement|stronghold|hub|port"
    r"|capital|cities|towns) (?:of|with|on|in|near|home to|west|east|north|south|some)\b"
    r"[^.,;]{1,50}?(?= (?:\w+ly )?(?:captured|seized|overrun|taken(?: over)?|conquered|annexed"
    r"|liberated|retaken|recaptured|regained|won back|taken back|occupied|controlled"
    r"|held) (?:in [\w\ue004]+ )?by\b)"
)
PASSIVE = pattern(
    rf"(?:(?:,? which|,? that)?,?{_TO_BE}|{_IS_A}|,(?: an? (?:[\w-]+ ){{0,3}}?(?:town|city|village"
    r"|settlement|stronghold|hub))?)(?: \w+ly)? (?P<v>[a-z]+(?: over| back)?)(?= |[,.;]|\Z)"
)
#: Land that bears its deed: asserted or new, and not told in passing.
SAID_TO_BE = pattern(
    r"\b(?:(?:sa(?:ys?|id)|claim(?:s|ed)?) (?:is|was|to be) (?:the|a) (?:\w+ly )?"
    r"|(?:newly|recently|freshly|just)[- ])(?P<v>liberated|retaken|recaptured|captured|seized)"
    r" (?=(?:village|town|city|settlement|hamlet)s? of )"
)
#: "named the captured villages as A, B and C", "the annexed regions include".
LISTED_AS = pattern(
    r"\b(?P<v>captured|seized|annexed|claimed|occupied|liberated|recaptured|retaken)"
    r" (?:villages|towns|settlements|cities|regions|territories|areas|oblasts|provinces"
    r"|localities)(?: (?:as|include[ds]?|are|were)|:|,? namely) (?=(?:the )?(?:\ue007|[a-z]))"
)
BY = pattern(
    r"[^.;,\ue005\ue006]{0,40}?\bby (?:both )?(?:the |its )?(?:ethnic |local )?"
    r"(?:\ue005-(?:backed|aligned|allied) )?(?P<by>{party})",
    WORDS,
)
FELL = pattern(
    r"(?:,? which|,| (?:\w+ ){0,2}?)?(?: has| have| had)? f[ae]ll(?:en"
    r"|s)?(?: (?:in)?to (?:the )?(?:(?:hands|control) of (?:the )?)?"
    r"(?P<to>{party}|rebels|insurgents|militants|guerrillas|paramilitaries))?(?=[ ,.;]|\Z)",
    WORDS,
)
#: "lost Lashio to the MNDAA".
LOST = pattern(r"\b(?:lost|lose|loses|ceded|surrendered) ")
LOST_TO = pattern(r"(?: (?!and\b|but\b)[\w-]+){0,4}? to (?:the )?(?P<i>{party})", WORDS)
#: "the capture of Goma by the M23", "Russia's annexation of Crimea".
NOUN = pattern(
    r"(?:(?P<i>{party})(?:'s)? (?:[\w'-]+ ){0,2}?|\b)(?:(?P<own>its"
    r"|their) (?:[\w-]+ )?)?(?P<v>annexation|capture|seizure"
    r"|occupation|takeover|conquest|liberation|recapture|reconquest|retaking|fall|loss)"
    r"(?: to (?:the )?(?P<to>{party})(?: (?:forces|troops|rebels|fighters|army))?)? of "
    r"(?:(?:(?:the|\ue000|more|another|several|other|eastern|frontline|border|two) ){0,4}"
    r"(?:villages|towns|settlements|cities|communities)"
    r"(?: in (?:the )?[\ue005\ue007](?:'s)?(?: region| oblast| province)?)?"
    r"(?:,|:| [—–-]|, namely|, including) )?",
    WORDS,
)
#: "the town has been a base since its recapture from the rebels".
ITS_NOUN = pattern(
    r"\b(?:its|their) (?:[\w-]+ )?(?P<v>annexation|capture|seizure|takeover|conquest|liberation"
    r"|recapture|reconquest|retaking)(?: (?:in|on) {date})? (?P<way>by|from)"
    r" (?:the )?(?P<i>{party})",
    WORDS,
)
NOUNS = {
    "annexation": ("annexed", Status.COMPLETED),
    "capture": ("occupied", Status.COMPLETED),
    "seizure": ("occupied", Status.COMPLETED),
    "takeover": ("occupied", Status.COMPLETED),
    "conquest": ("occupied", Status.COMPLETED),
    "reconquest": ("liberated", Status.COMPLETED),
    "retaking": ("liberated", Status.COMPLETED),
    "fall": ("occupied", Status.COMPLETED),
    "loss": ("occupied", Status.COMPLETED),
    "occupation": ("occupied", Status.ONGOING),
    "liberation": ("liberated", Status.COMPLETED),
    "recapture": ("liberated", Status.COMPLETED),
}
#: "Kherson is under Russian control".
UNDER = pattern(
    r"(?:,? (?:which|that)(?: (?:is|was) (?:part of|in"
    r"|inside) (?:the )?[\ue005\ue007] but)?)?(?:, an? (?:[\w-]+ ){0,3}?(?:region|city|town|area"
    r"|territory|province"
    r"|village|stronghold|peninsula)\b(?:[^,.;]{0,40},)?|,)?(?: (?:is|are|almost|nearly|virtually"
    r"|completely|largely|mostly|mainly|entirely|firmly"
    r"|was|were|has been|have been|had been|remains?"
    r"|remained|still"
    r"|now|currently|already|came|come|f[ae]ll(?:en)?|firmly|back)){0,4} (?:under|in"
    r"|into) (?:the )?"
    r"(?:(?:full|complete|effective|de facto|military) ){0,2}"
    r"(?:(?P<i>{party})(?:'s)?(?: military)? (?:{control}|hands\b)|(?:{control}"
    r"|hands) of (?:the )?(?:ethnic |local )?(?P<o>{party})"
    r"|(?P<r>rebel|insurgent|militant|separatist|paramilitary)(?: military)? (?:{control}|hands\b)"
    r"|(?P<e>enemy|its|their|his)"
    r"(?: full| complete| firm)? {control})",
    WORDS,
)
#: "The areas under Russian control include Crimea and".
UNDER_ARE = pattern(
    r"\b(?:areas?|regions|territor(?:y|ies)|provinces|lands?|cities|towns) (?:now |still )?under"
    r" (?P<i>{party})(?:'s)? {control} (?:include|comprise|are|now include)s? ",
    WORDS,
)

#: "declared Khartoum completely free of the RSF".
DECLARED = pattern(r"\bdeclar(?:es|ed|ing) ")
FREE = re.compile(
    r" [\"']?(?:(?:completely|fully|entirely|totally) )?[\"']?(?:free|liberated)\b(?! trade| zone)"
)

#: Words before a verb that make it no deed, the status they give for an annexation.
NOT_DONE = re.compile(
    r"\b(?:not|never|no longer|fail\w*|unable|repell\w+|repuls\w+|without|n't"
    r"|den(?:y|ies|ied|ying)|tr(?:y|ies|ied|ying)|attempt\w*|want\w*|plan\w*|aim\w*|seek\w*|sought"
    r"|could|may|might|would|will|can|cannot|should|must|if|whether|unless|to|about|hop\w+"
    r"|ahead of|goal|bid|intend\w*|prepar\w+|(?:advance|push)\w*(?! and\b)"
    r"|threat\w*|vow\w*|order\w*"
    r"|instead of|process of|verge of|had hoped|far from|close to"
    r"|accus\w+|until)\b[^.;,\ue005\ue006]{0,40}\Z|n't \Z"
)
#: Words before a noun: "a possible annexation", "to prevent the capture".
NOT_YET = re.compile(
    r"\b(?:possible|planned|threat\w*|future|potential|attempt\w*|prevent\w*|feared|avoid\w*"
    r"|plans? for|goal of|aim of|against|if|risk of)\b[^.;,]{0,20}\Z"
)
ALLOWED_TO = re.compile(
    r"\b(?:managed to|able to|went on to|claim(?:s|ed)? to have|sa(?:id|ys) to have"
    r"|reported to have|continues? to|has to have)(?: \w+)? \Z"
)
DENIED = re.compile(
    r"\bden(?:y|ies|ied|ying)\b"
    r"|\b(?:reject|dismiss|refut|disput)\w* (?:[\w'\ue005\ue006-]+ ){0,3}?(?:claims?|reports?"
    r"|assertions?|statements?|announcement)\b"
)
PARTLY = re.compile(
    r"\b(?:(?<!is )(?<!was )parts? of|sides? of|(?:most|much|(?:almost|nearly|virtually) all) of"
    r"|(?:majority|bulk) of"
    r"|large (?:parts|areas|swathe?s|chunks)|swathe?s? of"
    r"|some of|portions? of|square (?:kilomet\w+|miles|km) of"
    r"|half of|areas? of|percent|per cent|%|a (?:third|quarter|fifth) of|pockets? of"
    r"|part-|partly|partially|in part\b|stretch(?:es)? of|two[- ]thirds of|three[- ]quarters of"
    r"|slice of|(?:almost|nearly|virtually) (?:entirely|completely|wholly))"
)
#: What may follow a territory that is an object: "Istanbul talks" were held, not Istanbul.
ENDS = re.compile(
    r"['\"]{0,2}(?:[,.;:()—–]|\Z| [—–-]| (?:in|on|from|after|and|or|since|last|by|with|for|during"
    r"|as"
    r"|before|while|which|that|but|to|at|near|earlier|this|into|under|again|without|amid|when"
    r"|where|because|within|until|despite|following|over|against|north|south|east|west|late"
    r"|yesterday|today|overnight|is|are|was|were|has|have|\(|—|–|\ue004|\ue000|\ue002|through"
    r"|completely|entirely|fully|outright|partially|partly|almost|de facto|illegally"
    r"|altogether|region|of"
    r"|captured|seized|located|just|inside|outside|beyond|close|across"
    r"|along)\b| [\ue004\ue000\ue002(—–])"
)
#: History that no report of a war tells as its own.
OLD = 1947
