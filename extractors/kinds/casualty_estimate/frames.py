"""Frames that tie a figure to what befell people: patterns over tapes.

A frame has a figure (n), the words between it and the measure (mid) and one group for each measure.
"""

from __future__ import annotations

from extractors.parsing.tape import pattern

_SOLDIERS = (
    r"(?:soldiers?|troops?|service ?m[ae]n|service ?(?:members?|people|personnel|women)"
    r"|personnel|fighters|paramilitaries|rangers|jawans"
    r"|combatants|militants|defenders|warriors|paratroopers|marines|recruits|conscripts|gunmen"
    r"|members of (?:its|the|their) (?:\w+ )?(?:forces|army|military|police)"
    r"|terrorists|officers|mercenaries|guerrillas|rebels|insurgents|prisoners of war|pows?)"
)
_CIVILIANS = r"(?:civilians?|children|women|noncombatants|minors|residents)"
_PEOPLE = (
    rf"(?:{_SOLDIERS}|{_CIVILIANS}|people|persons|men|citizens|individuals|hostages|captives"
    r"|fishermen|nationals|prisoners|detainees|villagers|workers|policemen|guards)"
)

KILLED = (
    r"(?:killed|dead|deaths?|died|dying|fatalities|slain|martyr(?:ed|s)?|perished"
    r"|fallen(?= (?:in|on|since|during)\b)"
    r"|fell(?= (?:in|during) (?:the |its |a )?(?:ground |border )?(?:war|fighting|operation"
    r"|offensive|invasion|campaign|battle)\b)"
    r"|(?:lost|losing|lose) their lives|lives|lost lives|deceased)"
)
WOUNDED = r"(?:wounded|injur(?:ed|ies)|maimed|hurt)"
MISSING = r"(?:missing|unaccounted for)"
_OR = r"(?:,? (?:and|or|and/or) |/|, )(?:seriously |badly |severely )?"
CASUALTIES = (
    rf"(?:casualties|losses|(?:{KILLED}|{WOUNDED})(?:{_OR}(?:{KILLED}|{WOUNDED}|{MISSING}"
    r"|captured)){1,3}|irretrievable losses|lost(?= (?:since|in|so far|during|between|over"
    r"|to date|as of)\b|[,.;(]|\Z)|put out of action|taken out of action)"
)
CAPTURED = (
    r"(?:(?:still |also |currently )?(?:being )?held (?:captive|hostage|prisoner)|(?:are|is|were"
    r"|was|being|remain|remained|remaining) (?:still |currently "
    r"|now )?(?:being )?\"?(?:illegally )?(?:held"
    r"|detained|imprisoned|in (?:captivity|custody|gaza|\ue005 (?:captivity|custody|detention"
    r"|prisons?|jails?|hands)))|(?:are|were|is|was) (?:still|currently) (?:in|inside) (?:gaza"
    r"|\ue007|the (?:strip|enclave))|(?:still|remain|remaining|remained)(?: \w+)? (?:in"
    r"|inside) (?:\ue007|\ue005|the (?:strip|enclave|territory)|captivity)|(?:remain|remained"
    r"|remaining|still)(?: (?:in|held in))? (?:\ue005 )?(?:captivity|detention|custody|captive"
    r"|hands)"
    r"|(?:remain|remained|remaining)(?: still)? there"
    r"|(?:remain|remained|left|(?:believed|thought|known"
    r"|presumed) to(?: still)? be)(?: still)? alive"
    r"|still alive in (?:gaza|\ue007|\ue005 captivity)"
    r"|(?:still |currently |being )?held (?:in|by|inside) "
    r"|(?:remain|remained|still) (?:in (?:prison|jail|custody|detention|captivity)|behind bars)"
    r"|(?:are|is) in (?:prison|jail|custody|detention)(?= in [\ue005\ue007])"
    r"|still held(?= (?:are|is|were)\b|[,.;]|\Z)"
    r"|held by (?:both|either|the (?:two|warring)) (?:sides?|parties|countries)"
    r"|(?:in|held in) \ue005 (?:captivity|custody|detention|prisons?|jails?|hands)"
    r"|(?:whom|that|which)? ?(?:the )?\ue005(?:'s)?(?: (?:army|military|forces|navy|authorities"
    r"|government)){0,2} (?:(?:has|have|is|are|still|now|been|continues to|says it|admits to)"
    r" ){0,3}"
    r"(?:holds?|held|holding|detains|detaining|keeps?|keeping)(?= (?:since|captive|prisoner|from|in"
    r"|for|after)\b|[,.;]|\Z)"
    r"|(?:remain|remained|are|still) (?:still )?in (?:its|their|the group's|\ue005's) hands"
    r"|(?:kept|imprisoned|jailed|detained|behind bars) in [\ue005\ue007]"
    r"|abducted|kidnapped|(?:forcibly |illegally "
    r"|unlawfully )?(?:deported|displaced to|taken|transferred|removed) (?:to|into"
    r"|from) [\ue005\ue007]|deported|taken (?:as )?(?:prisoners?|captive|hostage)|captured)"
)
WORDS = {
    "soldiers": _SOLDIERS,
    "civilians": _CIVILIANS,
    "people": _PEOPLE,
    "killed": KILLED,
    "wounded": WOUNDED,
    "casualties": CASUALTIES,
    "missing": MISSING,
    "captured": CAPTURED,
    "any": rf"(?:(?P<casualties>{CASUALTIES})|(?P<killed>{KILLED})|(?P<wounded>{WOUNDED})"
    rf"|(?P<missing>{MISSING})|(?P<captured>{CAPTURED}))",
    "war": r"(?:wars?|flare-up|conflict|invasion|offensive|campaign|fighting|hostilities|clashes"
    "|onslaught"
    r"|assault|insurgency|genocide|uprising|aggression|violence|bombardment|incursion|operations?)",
}
_MID = (
    r"(?P<mid>(?:(?: of)? (?!(?:and|but|while|with|after|before|who|when|as|that|in|on|at|by|from"
    r"|for|to|is|were|was|are|have|has|had|been|be|killed|wounded|injured"
    r"|dead)\b)[\w'\ue005\ue008-]+(?:,(?= \w+ of (?:them|whom)))?){0,6}?)"
)
_STATIONED = (
    r"(?: (?:kidnapped|abducted|seized|taken|captured) [^,;.\ue000]{1,50}?(?= (?:are|remain"
    r"|were|still)\b)"
    r"| who (?:took part|fought|served|(?:were|had been) sent) [^,;.\ue000]{1,50}?"
    r"(?= (?:are|were|have|had)\b)"
    r"| (?:stationed|deployed|fighting|serving|sent) (?:in|to|on|for|alongside) [^,;.]{1,30}?"
    r"| in (?:gaza|\ue007|\ue005|the (?:strip|enclave|territory)))?"
)
_ASIDE = r"(?:(?: who| that)?, [^,;:.]{1,60},| [–—] [^–—,;:.]{1,50} [–—])?"
_AUX = (
    r"(?: (?:who|have|has|had|were|was|are|is|be|been|being|already|also|reportedly|reported|now"
    r"|so|far"
    r"|since|on|both|sides|in|gaza|\ue007|the|war|strip|still|estimated|believed|thought|said"
    r"|known|confirmed|currently|considered|officially|listed|registered|as|to|may|likely"
    r"|at least|probably|whom|it|says|of|become|gone|went|(?:identified|documented|recorded"
    r"|verified"
    r"|confirmed"
    r"|listed)(?: by \ue005)?)){0,9}?"
)
FRAMES = (
    (
        "count first",
        pattern(
            rf"(?P<n>{{count}}){_MID}(?: and (?:their commanders"
            rf"|{{people}}|(?:more than )?(?:twice )?as many [^,;.]{{1,40}}?))?"
            rf"{_STATIONED}{_ASIDE}\"?{_AUX}"
            rf" {{any}}(?!\w)",
            WORDS,
        ),
    ),
    (
        "in the other's",
        pattern(
            r"(?P<n>{count})(?P<mid>(?: {actor})?) (?P<captured>in (?:[{actor}{place}]'s"
            r"|{actor} ones))"
            r"(?=[.,;]|\Z)"
        ),
    ),
    (
        "in its hands",
        pattern(
            rf"\b(?:has|have|had)(?: still)? (?P<n>{{count}}){_MID}(?P<who> {{people}})"
            r" (?P<captured>in (?:its|their) (?:hands|captivity|custody))\b",
            WORDS,
        ),
    ),
    (
        "there are",
        pattern(
            rf"\bthere (?P<captured>(?:are|were) (?:still |now )?(?P<n>{{count}}){_MID}"
            r"(?P<who> (?:hostages|captives|prisoners of war|prisoners|pows)) (?:still |held "
            r"|left ){0,3}in (?:\ue007|\ue005|captivity))",
            WORDS,
        ),
    ),
    (
        "on a register",
        pattern(
            r"(?P<n>{count})(?P<mid>)(?P<who> {people})(?: (?:are|were))?(?: listed)? (?:in|on)"
            r" (?:its|the|a) (?:[\w-]+ ){0,3}?(?:register|registry|list) (?:for|of)"
            r" (?:persons |people |the )?(?P<missing>missing)\b",
            WORDS,
        ),
    ),
    (
        "of whom",  # "the captives, of whom 58 remain", "19,546 whose deportation is known"
        pattern(
            r"\b(?:captives|hostages|abductees)\b[^.;{count}]{0,60} of (?:whom|them)(?: some)?"
            r" (?P<n>{count})(?P<mid>) (?P<captured>(?:still )?remain)(?=[,.;]|\Z)"
        ),
    ),
    (
        "whose fate",
        pattern(
            r"(?P<n>{count})(?P<mid>)(?P<who> {people})? (?:whose|cases of)"
            r" (?P<captured>(?:deportation|abduction)s?)\b",
            WORDS,
        ),
    ),
    (
        "label",
        pattern(
            r"\b(?P<captured>(?:hostages|captives|prisoners of war) (?:still"
            r"|remaining) (?:held )?in"
            r" (?:captivity|\ue007|gaza)): (?P<n>{count})"
        ),
    ),
    (
        "label",  # "Soldiers killed since the war began: 4,552"
        pattern(
            r"(?:{actor} )?(?P<who>{people}) (?:(?P<casualties>(?:killed|dead)(?:,| and"
            r"| or) (?:wounded|injured))"
            r"|(?P<killed>killed|dead)|(?P<wounded>wounded|injured)|(?P<missing>missing))"
            r"(?: (?:since|so far|to date|in|over|during|as of|by)\b[^.;:{count}]{0,60})?:"
            r" (?P<n>{count})(?P<mid>)(?=[.,;]|\Z)",
            WORDS,
        ),
    ),
    (
        "list of names",
        pattern(
            r"\b(?P<killed>(?:killed|dead|fallen) (?:{actor} )?{soldiers})\b[^.;{count}]{0,60}?"
            r" (?P<n>{count})(?P<mid>)(?= names\b)",
            WORDS,
        ),
    ),
    (
        "list",
        pattern(
            r"\b(?P<casualties>losses)\b[^.;{count}]{0,120}?\bpersonnel(?: [—–-]|:|,)"
            r" (?P<n>{count})(?P<mid>)"
        ),
    ),
    (
        "verb first",
        pattern(
            r"\b(?:(?P<casualties>(?:kill(?:ed|ing|s)?,? (?:and|or) (?:wound|injur)(?:ed|ing|s)?))"
            r"|(?P<killed>kill(?:ed|ing|s)?|killings? of"
            r"|claim(?:ed|ing|s)?(?= (?:the lives of )?[\ue000]"
            r"(?:(?: of)? [\w\ue005]+){0,4}? lives)|claim(?:ed|ing)? the lives of|deaths of"
            r"|buried(?= {count} of (?:its|their))"
            r"|cost the lives of|cost (?:the )?{actor}(?= {count} (?:{soldiers}|lives"
            r"|men|people))|cost(?= \ue000(?:(?: of)? [\w\ue005]+){0,4}? lives)|died)"
            r"|(?P<wounded>(?:wound|injur)(?:ed|ing|s)?|injuries to)"
            r"|(?P<captured>(?:still )?(?:holds|holding|hold|detain(?:s|ing)?)"
            r"|(?:deportation|abduction)s? of"
            r"|(?:has|have)(?= {count}(?: [\w\ue005-]+){0,3}? (?:captives|hostages|prisoners of war"
            r"|pows)\b(?! (?:to|freed|released|ready|returned)\b))"
            r"|(?:has|have|had)(?: (?:forcibly|illegally|unlawfully|reportedly|also"
            r"|already|since)){0,2}"
            r" (?:deported|abducted"
            r"|captured)))"
            rf" (?P<n>{{count}})(?:{_MID}(?P<who> {{people}}\b| lives\b"
            rf"| {{actor}}(?! {{people}})))?(?!\w)",
            WORDS,
        ),
    ),
    (
        "verb first",
        pattern(
            rf"\b(?:taken|took|taking|captured|seized|holds?|holding|held) (?P<n>{{count}}){_MID}"
            r"(?P<who> {people}) (?P<captured>(?:as )?(?:prisoners?|captive|hostages?))\b",
            WORDS,
        ),
    ),
    (
        "lost so many",
        pattern(
            r"\b(?P<casualties>los(?:t|es|ing|s of)|eliminated|neutrali[sz]ed"
            r"|destroyed(?= {count} enemy))"
            r" (?:a total of )?(?P<n>{count})(?: of (?:the|its|their) {count})?"
            r"(?P<mid>(?: (?:of|its|their|our|\ue005|own|more|\w+)){0,4}?)"
            r" (?P<who>{soldiers}|men|people)\b(?! (?:killed|dead)\b(?! (?:and|or|,)))",
            WORDS,
        ),
    ),
    (
        "lost so many killed",
        pattern(
            r"\blos(?:t|es|ing) (?:a total of )?(?P<n>{count})(?P<mid>(?: [\w\ue005]+){0,4}?)"
            r"(?: (?P<who>{soldiers}|men|people))? (?P<killed>killed|dead)\b(?! (?:and|or))",
            WORDS,
        ),
    ),
    (
        "toll at",
        pattern(
            r"\b(?:(?P<casualties>(?:casualties|losses|casualty (?:toll|figures?|count)"
            r"|number of (?:the |[\w\ue005 ]{1,40}? )?(?:killed|dead|wounded|injured)"
            r"(?:(?:,| and|, and| or) (?:the )?(?:killed|dead|wounded|injured|missing"
            r"|captured)){1,3}))"
            r"|(?P<killed>(?:death toll|toll|count of (?:the )?(?:dead|deaths|killed)|deaths"
            r"|fatalities|(?:dead|fallen)(?= (?:in the war |so far "
            r"|now )?(?:number|total|exceed|at |\ue000))|{people} killed(?=[^.;{count}]{0,50}"
            r" (?:number|total|reach))|(?:number"
            r"|total) of (?:\w+ )?(?:killed|deaths|dead|fatalities|victims|martyrs)"
            r"|number of [\w\ue005 ]{1,40}? (?:killed|slain|dead)))"
            r"|(?P<wounded>(?:(?:number of (?:the |[\w\ue005 ]{1,40}? )?(?:wounded|injured))"
            r"|(?:the|its|their) (?:wounded|injured)(?= at )))"
            r"|(?P<missing>number of (?:the |[\w\ue005 ]{1,40}? )?missing)"
            r"|(?P<captured>number of [\w\ue005 ]{1,40}?(?:held|taken|deported|abducted"
            r"|detained|captivity|custody|detention)(?: (?:to|by|in) [\ue005\ue007])?))(?:,"
            r" (?:(?:which|that) (?:include|count)s?|including) [^;.]{1,50},)?(?: \([^()]{1,50}\))?"
            r"(?P<mid>(?: [—–-](?= now)| (?:past"
            r"|last) \ue000 (?:days|weeks|months|years)| (?!killed\b|wounded\b|past \ue000)"
            r"[\w'\ue005\ue007\ue004\ue002-]+,?){0,14}?)(?P<stands> (?:at|as|to|of|amount(?:s"
            r"|ed)? to|now"
            r"|reach(?:es|ed|ing)|is|are|was|were|total(?:s|led)?|hit|pass(?:es|ed)|tops"
            r"|number(?:ed)?|rang(?:es?|ed|ing)|r[ua]n(?:s|ning)? (?:to"
            r"|at)))?(?: an? (?:staggering|estimated|record|whopping|total of))?"
            r" \"?(?P<n>{count})(?! (?:[\w-]+ )?(?:percent|tanks|drones))"
            r"(?P<who>(?: (?:of|[\w\ue005]+)){0,2}? {people}\b)?",
            WORDS,
        ),
    ),
)
