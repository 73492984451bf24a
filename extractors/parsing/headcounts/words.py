"""The wording of counts of people: patterns over tapes."""

from __future__ import annotations

from extractors.parsing.lexicon import EACH, LEXICON
from extractors.parsing.tape import pattern

#: Whom one side gives for others although nobody says that they are prisoners.
KIN = (
    r"(?:nephews?|nieces?|relatives|brothers|sons|agents|spies|hackers|bankers|businessmen|suspects"
    r"|operatives|smugglers|students|teachers|activists|priests|drivers|commanders|leaders|allies)"
)
_MIDDLE = (
    r"(?P<mid>(?: (?!(?:and|or|from|for|in|by|to|with|at|on|were|was|had|have|are|is|who|that"
    r"|of)\b)"
    r"\"?[\w'-]+\"?| (?:gaunt|frail|pale|thin|emaciated|wounded|sick|ill|elderly|exhausted|weak),"
    r"| {actor}(?:'s)?(?=[ -])| {place}(?= )"
    r"| of (?:its|their|our|his|her|the)(?: own)?){0,6}?)"
)
IN_STATE_HANDS = (
    r"(?:held )?(?:in|by) (?:the )?(?:government|army|state|regime|military)(?:'s)?"
    r"(?: (?:hands|custody|captivity|jails?|prisons?|detention|cells)\b|(?=[,.;]|\Z))"
)
#: Who is let go by those who rule him, and is hardly counted elsewhere.
_FREED = (
    r"(?:activists|opponents|critics|bloggers|employees|staff|geologists|engineers|aid workers"
    r"|priests|clerics|lawyers|politicians|protesters|students|missionaries|fishers|reporters"
    r"|lecturers|academics|sisters|brothers|siblings|orphans|infants|migrants|deportees|policemen"
    r"|lawmen|herders|shepherds|labou?rers|loggers|hunters|truckers|hikers|monks|nuns"
    r"|villagers|farmers|volunteers|contractors|diplomats|veterans|operators|nurses|doctors|traders"
    r"|technicians|residents|officials)"
)
COUNTED = (
    pattern(
        r"\b(?:free[sd]?|freeing|return(?:s|ed|ing)?|repatriated?|releas(?:es?|ed|ing)|pardon(?:s|ed)"
        r"|exchang(?:e|ed|ing)|swap(?:ped|ping)?|receiv(?:es|ed|ing)|got back"
        r"|(?:brought|br(?:ings|inging)|welcom(?:es|ed|ing)|sent|send(?:s|ing)) (?:home|back)"
        r"|(?:release|return|freeing|repatriation|handover) of"
        r"|hand(?:s|ed|ing) over|let go|set free)"
        rf" (?:[\w-]+ ){{0,2}}?(?P<n>{{count}}){_MIDDLE} (?P<who>{_FREED}|{KIN})\b"
    ),
    pattern(
        rf"(?P<n>{{count}})(?: of(?! (?:the|its|their|our|his|her)\b))?{_MIDDLE}"
        r" (?P<who>{captives})\b(?!'| (?:exchanges?|swaps?)\b| {captives}\b)"
        r"(?: (?:of|from) (?:the )?(?P<of>{actor})"
        r"(?!(?:,|,? and) (?:the )?[{actor}{place}]))?",
        LEXICON,
    ),
    pattern(
        r"(?P<n>{count}) of the(?P<mid>(?: (?:[\w'-]+|{place}|{actor})){0,3}?) (?P<who>{captives})"
        r" (?:kidnapped|abducted|seized|captured|held|taken)\b",
        LEXICON,
    ),
    pattern(
        r"(?P<n>{count}) of the(?P<mid>(?: (?:\w+|{actor}))? (?:captured|detained|held"
        r"|jailed|imprisoned|kidnapped|abducted|seized)(?: {actor})?) (?P<who>{captives})\b",
        LEXICON,
    ),
    pattern(
        r"(?P<n>{count})(?P<mid> of (?:its|their|our|his|her) (?:own|people|guys|boys|lads)"
        r"| of ours?)"
        r"(?: {captives})?",
        LEXICON,
    ),
    pattern(
        r"(?P<n>{count})(?P<mid> of (?:{actor}|the [\w-]+)(?:'s|'))"
        r" (?P<who>own\b(?! {captives})|(?:\w+ly )?(?:wounded|injured|sick|ill)\b"
        r"(?! {captives})|(?:[\w-]+ )?{captives})",
        LEXICON,
    ),
    pattern(
        rf"\bfor (?P<n>{{count}})(?P<mid>(?: (?!(?:of|or|and)\b)[\w'-]+){{0,3}}?)"
        rf" (?P<who>{KIN})\b"
    ),
    pattern(
        r"(?:{captives}|{count} {actor})(?: in [^.;{count}]{1,60})?,? (?:and|while|but) (?:the )?"
        r"(?:{actor}|rebels|group|government|army) (?P<n>{count})"
        r"(?=[,.;]|\Z| (?:on|in|after|at|from|last)\b)",
        LEXICON,
    ),
    pattern(
        r"(?P<n>{count})(?P<mid> (?:pro-)?(?:government|army|loyalist|coalition|rebel))"
        r" (?P<who>forces)\b"
    ),
    pattern(
        r"(?P<n>{count})(?P<mid> {actor}) (?P<who>ones\b|(?:wounded|sick|injured|ill)\b"
        r"(?=[.,;]|\Z| (?:were|was|for|had|have|returned|came|went|soldiers))|military(?=[,.;\"]|\Z"
        r"| (?:returned|came|went|were|was|have|had|has)\b))"
    ),
    pattern(
        r"\b(?:initial|the {ordinal}) (?P<n>{count})"
        r"(?= (?:freed|released|swapped|exchanged|repatriated|returned)\b)"
    ),
    pattern(
        rf"(?P<n>{{count}})(?: more)?(?: returns| releases)?"
        rf" (?={EACH}|(?:from|on|by|for) each(?: ?[\u2013\u2014,.;)-]|\Z))",
        LEXICON,
    ),
    pattern(
        r"\b(?:freed|released|handed over|exchanged|swapped|received|got back"
        r"|brought (?:home|back))(?: (?:another|a further))? (?P<n>{count})"
        r"(?= (?:on |in )?{date}(?:[,.;]|\Z| and {count}))"
    ),
    pattern(r"(?P<n>{count})(?= (?:of|from) the other side\b)"),
    pattern(
        r"(?:[,;] (?:and )?|\band )(?:in|on) {date},? (?:it was |there were )?(?P<n>{count})"
        r"(?=(?: each| apiece)?(?:[.,;]|\Z))"
    ),
    pattern(
        r"(?P<n>{count})(?= (?:each )?(?:on|in|during) the {ordinal}(?: (?:day|stage|phase|part"
        r"|round"
        r"|leg))?(?:[,.;:)]|\Z| and {count}))"
    ),
    pattern(r"\b(?:for|against) (?P<n>{count})(?P<mid> (?:of|from) (?:the )?{actor})(?=[,.;]|\Z)"),
    pattern(r"(?:\A|[,;] )\W?in (?:exchange|return) for (?:the )?(?P<n>{count})(?=, )"),
    pattern(
        r"\b(?:freed|releas(?:ed|ing)|freeing|hand(?:ed|ing) over|let go|set free)"
        r" (?P<n>{count})(?= of them\b)"
    ),
    pattern(
        r"{count} {captives} (?:(?:had been|were|have been|was) (?:exchanged|swapped|traded"
        r"|freed) )?"
        r"(?:for|against) (?P<n>{count})(?=[,.;]|\Z)",
        LEXICON,
    ),
    pattern(r"\band (?P<n>{count})(?= (?:back )?to (?:the )?[{actor}{place}](?:[,.;]|\Z))"),
    pattern(
        r"(?:\band|(?<={date}),) (?:another |a further )?(?P<n>{count})"
        r"(?= (?:more |others )?(?:(?:in|at|near|outside) [\w{place}-]+ )?(?:in |on )?{date}"
        r"(?:[,.;]| and {count}|\Z))"
    ),
    pattern(
        r"\b(?:frees?|freed|freeing|releases?|released|releasing|hand(?:ed|s|ing) over|let go"
        r"|exchanged|swapped|traded|(?:it|they|he|\ue005) (?:had |has |have )?(?:received|got back"
        r"|taken back|took back|brought (?:home|back))|(?<=\ue005 )(?:receiving|bringing (?:home"
        r"|back)|getting back))"
        r"(?: (?:another|a further))? (?P<n>{count})"
        r"(?=[,.;]|\Z| (?:and|while|but|in (?:return|exchange|what))\b)"
    ),
    pattern(
        r"(?P<n>{count})(?P<mid>(?: (?:seriously|severely|gravely|badly|critically))?"
        r"(?: more| other| captured| freed| jailed| imprisoned| living"
        r"| elderly| wounded| ill| sick| injured| innocent| young| former"
        r"| detained)? (?P<a>{actor}))",
    ),
    pattern(r"\b(?:let|set|sent|flew|took) (?P<n>{count})(?= (?:go|free|home|back)\b)"),
    pattern(
        r"(?P<n>{count})(?P<mid>(?: more| other| further)?"
        r" (?:kidnapped|abducted|imprisoned|jailed|captive)) (?P<who>(?!men\b)\w+s)\b"
    ),
    pattern(
        r"(?P<n>{count})(?= (?:more )?(?:going|coming|returning|heading|crossing|sent|flown|went"
        r"|moved) (?:back |home |over ){0,2}(?:to (?:the )?[{actor}{place}]|the other way"
        r"|in the (?:other|opposite) direction))"
    ),
    pattern(r"(?P<n>{count})(?= who (?:had|have) been (?:held |jailed |kept )?(?:in|by) )"),
    pattern(
        r"(?P<n>{count})(?= (?:went|(?:were|was) (?:sent|given|handed)) (?:back |over )?to"
        r" (?:the )?{actor}(?:[,.;]|\Z))"
    ),
    pattern(
        r"(?P<n>{count})(?=, (?:including|among them) [^.;,]{1,60},"
        r" (?:were|was|had been|have been) (?:freed|released|let go|exchanged|swapped|returned)\b)"
    ),
    pattern(
        rf"(?P<n>{{count}}){_MIDDLE} (?P<who>{KIN}|{_FREED})"
        r"(?: (?:of|from) (?:(?!were\b|was\b|had\b|have\b)[\w'-]+ ?|[{actor}{place}] ?){1,5}"
        r"| (?:held|captured|abducted|kidnapped|detained|taken|seized|jailed)"
        r" [^.;,{count}]{1,60}?)?"
        r"(?= ?(?:were|was|had been|have been|are|will be) (?:freed|released|exchanged|swapped"
        r"|traded|returned|repatriated|handed (?:over|back)|let go|set free"
        r"|(?:sent|brought|flown) (?:home|back)|on their way)\b"
        r"| (?:have |had )?(?:return(?:ed)?|c[ao]me|went|walked|arrived)"
        r" (?:home|back|free)\b)"
    ),
    pattern(
        r"(?P<n>{count})(?: more| others)?(?= (?:(?:were|was|had been|have been|has been)"
        r"|(?:are|were|is|was|will|would)(?: due| set| expected| scheduled)?(?: to)? be"
        r"|(?:are|were) being) (?:also |then |later |since )?"
        r"(?:freed|released|let go|let out|set free|returned|handed|repatriated|exchanged|swapped"
        r"|(?:flown|brought|sent) (?:home|back))\b)"
    ),
    pattern(r"(?P<n>{count})(?: more| others)?(?= followed(?: (?:on|in|a|the) |,? ?{date}))"),
    pattern(
        r"\b(?:received|got back|brought (?:home|back)|freed?|released?|hand(?:ed)? over|returned"
        r"|repatriated) (?P<n>{count})(?= more(?:[,.;]|\Z| (?:on|in|at|from|last) | {date}))"
    ),
    pattern(
        r"(?:{date}|\bthe (?:day before|previous day)|\ba day earlier),?"
        r" (?:it|the (?:figure|number)) (?:was|had been|stood at)"
        r" (?P<n>{count})(?=[,.;]|\Z| each\b| apiece\b)"
    ),
    pattern(
        r"\b(?:after|following|up from|down from) (?P<n>{count})(?=(?: each| apiece)?"
        r" (?:on )?(?:{date}|the day before|a day earlier))"
    ),
    pattern(rf"(?P<n>{{count}})(?= (?:were|was|had been|have been) {IN_STATE_HANDS})"),
    pattern(
        r"(?P<n>{count})(?: more| others)?"
        r"(?= (?:came|went|walked|returned|are|were|got|made it) (?:home|back|free)\b)"
    ),
    pattern(
        r"\b(?:another|(?:a )?further|the (?:other|remaining|first|last)|of the (?:original|first))"
        r" (?P<n>{count})(?= (?:were|was|are|had been|have been)\b)",
    ),
    pattern(
        r"(?P<n>{count}) of the (?:original |first |initial )?{count}"
        r"(?= (?:were|was|had been|have been)\b)",
    ),
    pattern(r"(?P<n>{count})(?= of the {count} (?:[\w{actor}-]+ ){0,4}{captives}\b)", LEXICON),
)
_PERSON = (
    r"(?P<who>soldier|jawan|trooper|herder|shepherd|constable|hostage|captive|prisoner|guard|ranger|(?:school)?teacher"
    r"|journalist|citizen"
    r"|national|pilot|officer|sailor|woman|man|airman|detainee|corporal|sergeant|serviceman"
    r"|conscript"
    r"|child|boy|girl|agent|spy|bishop|priest|politician|businessman|dealer|hitman|hacker|engineer"
    r"|activist|fighter|commander|militant|warlord|official|smuggler|scientist|lawyer|worker"
    r"|fisherman|farmer|tourist|trader|trafficker|assassin|marine|student|reporter|resident|dancer"
    r"|ballerina|contractor|policeman|policewoman|minor|teenager|doctor|nurse|mayor|civilian"
    r"|peacekeeper|missionary|academic|diplomat|pastor|colonel|general|major|captain|lieutenant"
    r"|leader|professor|blogger|geologist|veteran|businesswoman|villager|volunteer|dissident"
    r"|member of (?:the|its) (?:[\w']+ ){0,2}?"
    r"(?:army|navy|air force|police|military|armed forces|security forces|coast ?guard))"
)
_ONE_MIDDLE = r"(?P<mid>(?: (?!(?:and|or|list|statement|of)\b)[\w'-]+| {actor}(?:-{actor})?){0,4}?)"
#: One person: "repatriated an Indian constable", "an Indian guard was repatriated".
ONE = (
    pattern(
        r"\b(?:freed?|releas(?:ed?|ing)|repatriated|hand(?:ed|s)? (?:over|back)|returned|let go"
        r"|gave back|exchanged|swapped|traded|sen[dt]s? (?:home|back)|set free"
        r"|(?:release|return|freeing) of)"
        rf"(?: on {{date}}| {{date}})? (?P<n>an?|one){_ONE_MIDDLE} {_PERSON}\b"
    ),
    pattern(
        r"\b(?:let|set|sent|sending|letting|brought|g[eo]t|took)"
        rf" (?P<n>an?|one){_ONE_MIDDLE} {_PERSON}(?= (?:go|free|home|back)\b)"
    ),
    pattern(
        rf"\b(?P<n>an?|one){_ONE_MIDDLE} {_PERSON}"
        r"(?: (?:held|detained|captured|kidnapped|abducted|taken|seized|jailed|imprisoned)\b"
        r"[^,.;{count}]{1,100}?| (?:whom|who|that) [^,.;{count}]{1,90}?)?"
        r"(?: (?:was|were|had been|has been|have been))?"
        r" (?:freed|released|repatriated|returned|handed|exchanged)\b"
    ),
    pattern(
        r"\b(?:freed|released|repatriated|hand(?:ed|s) (?:over|back)|returned|let go|g(?:et|ot)"
        r" back"
        r"|received|took back|welcomed (?:home|back))"
        rf"(?: \w+ed)?(?: {{actor}}(?:'s)?){{0,2}}"
        r"(?P<mid>(?: air force| army| police| border| navy)?)"
        rf" (?P<n>{_PERSON})(?= {{person}}| [\w'-]+ [\w'-]+(?: [\w'-]+)?"
        r"(?:,| to\b| who\b| on\b| after\b))"
    ),
    pattern(
        r"\b(?:for|against) (?:the |a )?(?P<n>an?|one|single)(?P<mid>(?: (?!(?:and|or|of)\b)[\w'-]+"
        rf"| {{actor}}){{0,2}}?) {_PERSON}\b"
    ),
    pattern(rf"\b(?:for|against) (?P<n>{{count}})(?P<mid>(?: {{actor}})?) {_PERSON}(?=[,.;]|\Z)"),
    pattern(
        r"\b(?:for|against) (?P<n>an?|one)(?P<mid> {actor}) (?P<who>[\w-]+)"
        r"(?= (?:held|jailed|imprisoned|detained|convicted|serving|who (?:had|was|is))\b)"
    ),
    pattern(
        r"\b(?P<n>an?|one) (?P<a>{actor})"
        r"(?= (?:who|serving|held|jailed|imprisoned|was|had|captured|detained)\b|[,.;]|\Z)"
    ),
)
#: "He and another American, William McKenty," are two.
AND_HE = pattern(
    r"\b(?P<n>he|she|{person})(?P<mid>) and (?:another|a second|one other|a fellow)"
    r" (?P<who>{actor}(?:, [\w'{person} -]{2,40},)?)"
)
EACH_NEXT = pattern(
    r"(?: of war)?(?: and (?:[\w-]+ ){0,2}?{captives})?(?: (?!and\b|for\b|while\b)[\w-]+){0,5}?"
    rf" {EACH}\b",
    LEXICON,
)
#: "246 came home on each side".
EACH_LATER = pattern(
    r"[^.;,{count}]{0,50}?\b(?:on|from|to|by) (?:each|either) side\b"
    r"|,? (?:respectively )?on each side\b"
)
EACH_FIRST = pattern(
    r"\b(?:(?:each|respectively)(?: side| country)?(?: of them)?|either (?:side|country|party)"
    r")(?: [\"“]?\w+){0,4}?\s\Z",
    LEXICON,
)
BOTH_NEXT = pattern(
    r"(?: (?!and\b|for\b|while\b)[\w-]+){0,3}? (?:from|on|by|of) (?:both|the two|all|the) {side}\b",
    LEXICON,
)
