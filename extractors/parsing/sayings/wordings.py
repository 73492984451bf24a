"""The wordings of "who says so": tags before and behind what is said, citations, labels."""

from __future__ import annotations

from extractors.parsing.sayings.words import NAMED, WORDS
from extractors.parsing.tape import pattern

BY, AFTER = NAMED.format("by"), NAMED.format("after")
#: "…, state news agency TASS reported": what kind of outlet it is.
MEDIUM = (
    r"(?:the )?(?:[\ue005\ue007](?:'s)? )?(?:[\w-]{2,20} ){0,3}(?:agency|broadcaster|newspaper"
    r"|outlet|website|channel|daily|portal|magazine|television|tv|media|state|state-run|semi-official"
    r"|official|private) (?=\ue008)|(?:the )?[\ue005\ue007](?:'s)? (?=\ue008)"
)
_TOLD = (
    rf"(?: (?:to )?(?:{MEDIUM}|the )?(?P<told>{{outlet}})(?: tv| television| news| news agency)?"
    r"| (?:reporters|journalists|lawmakers|parliament|mps|(?:a |the )?(?:\w+ ){0,2}?"
    r"(?:tv|television|media|conference|briefing|broadcaster|council))\b)?"
)
#: "…, Umerov told lawmakers in Kyiv.", "…, he tells Europe 1."
_TOLD_ANYBODY = r"(?:(?<=told)|(?<=tells))(?: (?!that\b)[\w\ue000-\ue009'-]{1,20}){1,5}"
#: "…," the Turkish foreign minister, X, said: the office is a part of the name's sign.
_THE = (
    rf"(?:{MEDIUM}|(?:the|its|his|her|their|mediator|host) "
    r"|(?:[\ue005\ue006]|the (?:[\w-]{2,20} ){0,2}[\w-]{2,20})'s"
    r" (?:(?!(?:who|that|which)\b)[\w-]{2,20} ){0,2}?"
    r"|(?:[\w-]{2,20} ){1,7}of (?:the )?\ue005(?:'s(?: [\w-]{2,20}){1,2})? )??"
)
#: "X, who led the talks, said"; "his spokesman, X, said": the office is a part of the name's sign.
_APPOSED = (
    r"(?: mp| mep| \([^()]{1,40}\)| (?:news )?(?:agency|outlet|channel|newspaper|website|magazine"
    r"|daily|broadcaster|network|tv|television(?: channel)?))?"
    r"(?: (?:forces|militants|rebels|fighters|authorities))?"
    r"(?: (?:of|from) (?:the )?(?:(?:north|south|east|west)ern )?"
    r"\ue005(?:'s?(?: [\w-]{2,20}){1,3}?)?"
    r"|(?<=\ue006) (?:of|from|at|with) (?:the )?"
    r"(?:(?!(?:and|who|that)\b)[\w\ue005\ue007'-]{1,20} ){0,5}?[\w\ue005\ue007\ue008'-]{1,20}"
    r"| in (?:the )?(?:[\w\ue005-]{2,20} )?"
    r"(?:territory|enclave|strip|region|country|capital|[\ue005\ue007])(?: \([^()]{1,40}\))?"
    r"|'s (?:statement|readout|communique|report)(?: (?:of|on|about) [^,.;\"]{2,50}?)?"
    r"| who(?: (?!(?:said|told|says)\b)[\w\ue000-\ue009'-]{1,20}){1,7}?"
    r"| (?:speaking|talking) (?:to|with|on) [^,.;\"]{1,40}?"
    r"| (?:cited|quoted) by (?:the )?\ue008)?(?: \([^()]{1,40}\))?"
)
_COMMAS = r"(?:(?:, [^,.;\"]{1,90}){1,3},|,)"
_DASHES = r" ?[—–][^—–.;\"]{2,90}[—–] ?"
_ASIDE = rf"{_APPOSED}{_COMMAS}?"

#: Not "…, Russia rejected it, saying that": a participle has the subject of its clause.
_ITS_VERB = rf"{_APPOSED}(?:{_COMMAS}{{adverb}} (?!\w+ing\b)|{_DASHES}|{{adverb}} )"
#: "…, also by Russia, says a joint statement": it is not Russia that says so.
_PAPER_SAYS = r" (?:an?|the) (?:[\w-]+ ){0,3}(?:statement|document|communique|report|readout)\b"
#: "Umerov said …", "the minister, who led the talks, told Reuters …"
SPEAKER_FIRST = pattern(
    rf"(?<![\w'])(?<! for )(?<! to )(?<!interview with )(?<!including )(?<!\bon )(?<!\bon the )"
    rf"(?<!despite )(?<!fighting )(?<!fighting the )(?<!against )(?<!against the ){BY}"
    r"(?: and (?:(?:(?:the|his|her|its) )?(?:[\w-]{2,20} ){0,2}?)"
    r"(?P<also>{person}|{unnamed}|{body}))?"
    rf"{_ITS_VERB}(?P<verb>{{tell}}){_TOLD}"
    rf"(?! by\b|'s|{_PAPER_SAYS})",
    WORDS,
)
#: "A US intelligence report declassified in May estimated that …", "an AU statement has it that …"
PAPERS = pattern(
    r"(?:\A|, |\b(?:but|and|while|that) )\W?(?P<by>(?:an?|the|one|another)"
    r" (?:(?:[\w-]{2,20}|\ue005(?: \(\ue005\))?(?:'s)?|\ue004) ){1,4}?"
    r"(?:report|assessment|estimate|study|survey|analysis|investigation|dossier|document"
    r"|statement|communique|bulletin))"
    r"(?: (?:declassified|published|released|issued|leaked|obtained|seen|dated|compiled)"
    r"[^.;,]{1,50}?)?,?"
    r" (?:(?:also|had|has|later|recently|\w+ly) ){0,2}(?P<verb>estimated|estimates|said|says|found"
    r"|concluded|concludes|suggested|suggests|stated|states|claimed|puts?|has it|showed|shows|noted"
    r"|warned|revealed)\b",
    WORDS,
)
#: "Umerov called on Moscow to …": what a person wants; what a state wants the article says itself.
WISHES = pattern(
    rf"(?<!\bif )(?<!whether )(?<!including )(?P<by>{{person}}|{{office}}|\b(?:he|she)){_ITS_VERB}"
    r"(?P<verb>propos(?:es|ed)|demand(?:s|ed)|call(?:s|ed) (?:on|for)|ask(?:s|ed)|urg(?:es|ed)"
    r"|offer(?:s|ed)|press(?:es|ed) for|wants"
    r"|hope[sd]|expects|threaten(?:s|ed))\b",
    WORDS,
)
#: "…, contradicting Trump, who told Fox News that …", "the Red Cross, which says that …"
WHO_SAID = pattern(
    rf"(?P<by>{{person}}|{{outlet}}|{{unnamed}}|{{body}}),? (?:who|which)(?:, [^,.;]{{2,60}},)?"
    rf"{{adverb}} (?P<verb>{{tell}}){_TOLD}",
    WORDS,
)
#: "released a video with Putin declaring, …"
SHOWN = pattern(
    r"\b(?:with|showing|shows|in which|of) (?P<by>{person})"
    r" (?P<verb>declaring|saying|announcing|stating|claiming|telling)\b",
    WORDS,
)
#: "amid reports in Axios that …"
REPORTS = pattern(
    rf"\breports? (?:in|by|from|on) (?:{MEDIUM}|the )?(?P<by>{{outlet}}) that\b", WORDS
)
#: "welcomed an announcement by Hamas that it would …"
ANNOUNCED_BY = pattern(
    r"\b(?:announcement|claim|assertion|declaration|confirmation)s? by (?:the )?"
    r"(?P<by>{person}|{body})(?= that\b)",
    WORDS,
)
#: "Hamas did not say when, but noted that …"
BUT_SAID = pattern(
    r"\A\W{0,2}(?:the )?(?P<by>{person}|{unnamed}|{body}|he|she)(?!\w) [^.;\"]{3,120}?, but{adverb}"
    r" (?P<verb>{tell})",
    WORDS,
)
#: "Axios learned from two officials that …", "Axios was told by an official that …"
LEARNED = pattern(
    r"(?P<told>{outlet}) (?:[\w-]{2,20} ){0,3}?(?:learn(?:ed|t)|heard|told|informed) (?:from|by) "
    + BY,
    WORDS,
)
#: "Zelensky flew to Ankara and said …"
AND_SAID = pattern(
    r"(?P<by>{person}|\b(?:he|she)"
    r"|\A(?:(?:later|earlier|meanwhile|then|however|on \ue004),? )?(?:the )?{actor}(?! and\b))"
    r" (?:[^,.;\"]|\"[^\"]{1,90}\"){3,80}? and{adverb} {tell}",
    WORDS,
)
#: What may follow a tag: "…, Umerov said on Telegram on Monday."
_TAG_ENDS = (
    r"(?=(?: (?:on|in|at|of|via|during|late|early|this|last|yesterday|earlier|after|to|when|as"
    r"|over|amid|while|ahead of|before|from|hours|\ue004)"
    r"(?: (?!that\b)[^\s,.;\"]{1,30}){0,14})?[.,;:!\"]*(?:$|[,;\"]| \"))"
)
#: "…, says Ukraine must leave" has another subject.
_NO_VERB = (
    r"(?! (?:must|will|would|has|had|have|is|are|was|were|should|can|could|did|does|needs?|wants?"
    r"|may|might)\b)"
)
#: "…, urged Israel to stop": whom somebody addresses.
_ADDRESSED = r"(?:urg|ask|warn|caution)\w{1,4} \S{1,20} (?:to|that|of|against)\b"
#: "…, Macron and his foreign minister said", "…, Trump and Rubio warned".
_AND = (
    r"(?: and (?:(?:his|her|its|their) (?:[\w-]{2,20} ){0,2}[\w-]{2,20}"
    r"|(?P<too>{unnamed})"
    r"|(?:an?|another) (?:(?!(?:said|told)\b)[\w\ue000-\ue009'-]{1,20} ){0,8}?"
    r"[\w\ue000-\ue009'-]{2,20}|(?:(?!said\b)[\w-]{2,20} ){0,4}?(?P<also>{person}|{body})))?"
)
#: "…," said a statement from X.
_A_PAPER_OF = (
    r"(?:(?:an?|the) (?:[\w-]+ )?(?:statement|readout|message|post) (?:from|by|of) (?:the )?)?"
)
#: "…," said union president X: words of an office that no list knows.
_UNKNOWN = (
    r"(?:(?:the )?(?:\ue005(?:'s)? )?(?:"
    r"(?!(?:and|but|as|that|of|in|to|on|at|by|with|before|after|about|from|because)\b)"
    r"[\w-]{2,20} |of (?!the )){1,4}(?:\ue005(?:'s)? )?(?={person})"
    r"|(?:the (?:[\w'-]{1,20} |\ue005(?:'s)? ){1,10}(?:[\w-]{2,20}|\ue005), )(?={person}))"
)
#: "…, Umerov said.", "…, told Reuters a source", "…," said Umerov, who …"
TAG = pattern(
    rf"(?:[,?!—–-][\"']? (?:as )?|\" )"
    rf"(?:(?:{_THE}|{_UNKNOWN}){BY}{_AND}{_ASIDE}{{adverb}}"
    rf" {{say_words}}(?:{_TOLD}|{_TOLD_ANYBODY}){_TAG_ENDS}"
    rf"|(?!told|\w+ing\b|{_ADDRESSED}){{say_words}} (?:{_A_PAPER_OF}|{_UNKNOWN})"
    rf"{AFTER}{_NO_VERB})",
    WORDS,
)
_SAID = "(?:announcement|claim|statement|assertion|report|remarks|comments|post|words)"
#: Behind words in quotation marks almost any verb is one of saying, whatever follows it.
TAG_OF_WORDS = pattern(
    rf"[,?!.…—–-][\"'] (?:as )?(?:(?:{_THE}|{_UNKNOWN}){BY}(?: and [\w{{person}}-]+)?"
    rf"{_ASIDE}{{adverb}}"
    rf" (?:{{say_words}}{_TOLD}"
    r"|(?!(?:has|was|is|does|goes|had|who)\b)[a-z]{2,15}(?:ed|s))"
    r"(?! that\b|'s| by (?!(?:tele)?phone|text|e-?mail|video))\b"
    rf"|(?!told|\w+ing\b){{say_words}} (?:{_A_PAPER_OF}|{_UNKNOWN}?){AFTER})",
    WORDS,
)
_WHERE = (
    r" (?:on|via) (?:\ue004|(?:his |her |its |the )?(?:\ue008|[\w-]+)"
    r"(?: channel| account| page| app)?)"
    r"(?: on \ue004)?"
    r"| (?:in|at|during)(?: (?:an?|the|his|her|its))?(?: (?!\w+(?:ed|cast)\b)[\w-]{2,20}){1,4}"
)
#: "by the deputy prime minister and minister for reintegration of Ukraine X"
_LONG_OFFICE = (
    r"(?:the )?(?:(?!(?:after|with|to|in|at|during|following|about|that|when|while|as)\b)"
    r"[\w'-]{1,20} |\ue005(?:'s)? |\ue007 |in the (?=[\ue005\ue007])|[–-] ){1,18}(?=\ue006)"
)
_TOLD_BY = (
    r"(?:reported|stated|told|said|quoted|cited|announced|claimed|described|noted|confirmed|relayed"
    r"|carried|published|posted|shared|put|written|recounted|explained|outlined|seen)"
)
#: "photographs posted by X" show something and say nothing.
_NO_PICTURE = (
    r"(?<!photos )(?<!photo )(?<!photographs )(?<!pictures )(?<!images )(?<!image )(?<!video )"
    r"(?<!videos )(?<!footage )(?<!list )"
)
#: "according to X", "as reported by X", "it was announced by X", "in a statement from X"
WHOLE = (
    pattern(
        r"\b(?:according to(?: (?:an? |the )?(?:\w+ )?(?:reports?|articles?|statements?|readouts?"
        r"|figures|data|tolls?|tally|counts?|estimates?|database)"
        r"(?: of (?:the|their|his|an?) \w+)? (?:by|from|of)"
        r"| (?:(?:an?|the) )?(?:[\w-]+ ){1,5}?(?:obtained|seen"
        r"|reviewed|viewed|published|released|issued|cited|quoted)(?: on)?(?: \ue004)? by)?"
        rf"|as (?:{_TOLD_BY} )?by|in the words of|per)"
        rf" (?:{MEDIUM}|{_UNKNOWN}|{_LONG_OFFICE}|the |an? )?(?:(?:official|joint) )?{BY}",
        WORDS,
    ),
    pattern(
        rf"\b{_NO_PICTURE}(?:announced|confirmed|reported|disclosed|revealed|posted|published|stated|shared|said"
        r"|(?:statement|announcement) (?:was|has been) made)"
        rf"(?: \w+ly|{_WHERE})?(?: to (?:the )?(?:journalists|reporters|media|press))?"
        rf"(?:(?: on)? (?:\ue004|\w{{3,6}}day))? by (?:{MEDIUM}|{_LONG_OFFICE}|{_THE}){BY}",
        WORDS,
    ),
    pattern(
        r"\b(?:(?:in|per|quot\w+|cit\w+) (?:an?|the|his|her|separate|earlier)? ?(?:[\w-]+ )?"
        rf"(?:statement|announcement|post|remarks) (?:by|from)(?: the)? {BY}"
        rf"|(?:statement|announcement|post) (?:by|from)(?: the)? {NAMED.format('after')}"
        r"(?:(?: on)? \ue004)?(?= (?:said|says|read|reads|added)\b))",
        WORDS,
    ),
    pattern(rf"\b(?:quoted|cited) {BY} as saying", WORDS),
    pattern(
        rf"{BY} (?:was|were|has been|is)"
        r" (?:quoted|cited|reported (?:as saying|to have said|to say))\b",
        WORDS,
    ),
)
#: "X's claim that …", but not "support for X's announcement", "X's statement drew …".
CLAIM_OF = pattern(
    rf"{BY}'s (?:{_SAID}\b(?! (?:c[ao]mes?|followed|were|was|drew|prompted|sparked|caused|did|do"
    r"|does|contrasted?|contradict\w*|reflect\w*|coincided?)\b)"
    rf"|(?:[\w\ue008-]{{1,20}} ){{0,2}}?{_SAID}s(?= (?:that|alleging|saying|claiming)\b))",
    WORDS,
)
QUOTING = pattern(
    rf"{BY}{_APPOSED} (?:(?:has|also|further|later|earlier) ){{0,2}}(?:quoted|cited)\b"
    r"(?=[^,.;]{1,60} as saying)",
    WORDS,
)
CITING = pattern(
    rf"\b(?:citing|quoting|referencing|with reference to) (?:{MEDIUM}|the )?{BY}(?!'s)", WORDS
)
#: Where the words were said: "in an interview with Fox News", "in comments carried by TASS"
VENUE = pattern(
    r"\b(?:(?:interview|conversation|talk|chat) (?:with|to|for|on|published by)"
    r"|speaking (?:to|on)|spoke to"
    r"|(?:remarks|comments?|statement|email|message) (?:to|for|carried by|published by)"
    r"|(?:quoted|cited|carried|seen|viewed|reviewed|obtained) by|as saying by)"
    rf" (?:{MEDIUM}|the )?(?P<told>{{outlet}}|state (?:tv|television|radio|media)"
    r"|\ue005(?:'s)? (?:(?:state|news) ){0,2}(?:agencies|media|television))"
    r"(?:(?:,| and) (?P<too>{outlet}))?",
    WORDS,
)
#: ", adding that …": the one who acts in the clause before goes on.
GOING_ON = pattern(
    r"(?:,[\"']?| [-–—]{1,2}) (?:also |while |and )?(?:saying|adding|claiming|warning|noting"
    r"|stating|arguing|insisting|stressing|announcing|alleging|writing|explaining|highlighting"
    r"|emphasi[sz]ing|underlining|recalling|reiterating|confirming"
    r"|pointing out|indicating|signall?ing|clarifying|suggesting|declaring|asserting"
    r"|(?:calling|describing)(?= (?:it|this|that|them|the)\b)"
    r"|telling (?:the )?(?P<told>[\w\ue000-\ue009]+))(?!\w)"
)
#: Where another speaker takes over: "…, while Moscow said 15", "…; Kyiv denied it".
TAKES_OVER = pattern(
    rf"(?:(?:;|, (?:but|while|whereas|although|though|and|after)| (?:but|while|whereas"
    rf"|and)\b)(?: [\w-]+){{0,2}}?|,(?: the)?)"
    rf" {BY}(?: and (?:{{unnamed}}|{{body}}|{{person}}))?{_ITS_VERB}{{tell}}",
    WORDS,
)
#: "Trump on Putin, to reporters at the airport: …", "The president expressed doubt: …"
COLON_ON = pattern(
    r"^[^\w\ue000-\ue009]{0,4}(?:(?:but|however|meanwhile|later|then|and|on \ue004|\ue004),? )?"
    r"(?:(?:the )?\ue005(?:'s)? (?:[\w-]{2,20} ){0,3})??(?P<by>{person}|{office})(?:,|'s)?"
    r" [^\".:;]{1,120}"
    r"(?:: (?=\")|(?<!claim)(?<!statement), (?=\"[^\"]{20,600}\"?\W{0,3}\Z))",
    WORDS,
)
#: "Putin: We will …" and the labels of Ukrainska Pravda's reports.
COLON = pattern(r"^\W{0,2}(?P<by>{person}|{outlet}|{actor}): ")
LABEL = pattern(
    r"^\W{0,3}(?P<label>sources?|quotes?|details|direct quote|literally|background|previously"
    r"|reminder|for reference|what we know|context)"
    r"(?: (?:from|of|by) (?:the )?(?P<by>{person}|{body})[^:\"]{0,120}?)?: ?",
    WORDS,
)
