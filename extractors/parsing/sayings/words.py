"""The wordings of "who says so": verbs of saying, kinds of speakers, tags, citations and labels."""

from __future__ import annotations

from extractors.parsing.tape import pattern

#: "posted photographs of those freed", "shared a list": pictures and papers, no words.
_NO_WORDS = (
    r" (?:(?:an?|the|his|her|its|new|several|\ue000) ){0,2}(?:photo\w*|pictures?|images?|videos?"
    r"|footage|clips?|screenshots?|lists?)\b(?! (?:statement|address|message))"
)
WORDS = {
    "say": r"(?:said|inform(?:s|ed)|says?|saying|told|tells|telling"
    r"|announc(?:e[sd]?|ing)|confirm(?:s|ed|ing)?"
    r"|stat(?:e[sd]|ing)|add(?:s|ed|ing)|claim(?:s|ed|ing)?|report(?:s|ed|ing)?|wrote"
    r"|writes|writing"
    r"|not(?:es|ed|ing)|stress(?:es|ed|ing)|insist(?:s|ed|ing)|declar(?:es|ed|ing)"
    r"|explain(?:s|ed|ing)"
    r"|post(?:s|ed|ing)|reveal(?:s|ed)|disclos(?:es|ed)|reiterat(?:es|ed|ing)"
    r"|acknowledg(?:es|ed|ing)"
    r"|admit(?:s|ted|ting)|warn(?:s|ed|ing)|estimat(?:es|ed|ing)|alleg(?:es|ed|ing)"
    r"|tweeted|recalled"
    r"|indicat(?:es|ed|ing)|emphasi[sz](?:es|ed|ing)|argu(?:es|ed|ing)|signall?(?:s|ed)|believes?"
    r"|thanked|praised|hailed|den(?:ies|ied|ying)|vow(?:s|ed|ing)|pledg(?:es|ed)|promis(?:es|ed)"
    r"|suggest(?:s|ed|ing)|hint(?:s|ed)|maintain(?:s|ed|ing)|assert(?:s|ed|ing)|testified"
    r"|conced(?:es|ed)"
    r"|clarif(?:ies|ied)|underlin(?:es|ed)"
    r"|point(?:s|ed) out|went on|complain(?:s|ed)|remark(?:s|ed)|observ(?:es|ed)|comment(?:s|ed)"
    r"|puts it|repl(?:ies|ied)|answer(?:s|ed)|respond(?:s|ed)|fum(?:es|ed)|counts|counted"
    r"|reckons|quipped"
    r"|made (?:it )?clear|put it|(?:has|have|had) (?:learned|learnt)|understands"
    r"|puts? (?:the|its|their|his) (?:\w+ ){0,2}(?:number|total|figure|toll|losses|count))",
    "adverb": r"(?: (?:also|later|has|have|had|then|earlier|previously|recently|repeatedly|publicly"
    r"|formally|meanwhile|separately|subsequently|officially|again|both|however|now"
    r"|already|reportedly"
    r"|since|once|himself|herself|itself|angrily|on \ue004|\ue004)){0,3}",
    "unnamed": r"(?:(?:an?|one|two|three|some|several|multiple|many|other|another|the|\ue000) )?"
    r"(?:(?:senior|top|high-ranking|local|security|diplomatic|military|government|intelligence"
    r"|western|regional|informed|defen[cs]e|rebel|arab|european|unnamed|anonymous|independent|key"
    r"|foreign|aid|hospital|medical|humanitarian|un|ministry|white house|presidential"
    r"|rights|human rights|well-placed|well-informed|credible|reliable|\ue005"
    r"|\ue005's) ){0,4}(?:officials?|sources?|diplomats?|mediators|negotiators|witnesses|residents"
    r"|person|people|insiders?|medics|aides|lawmakers|observers|analysts|lawyers|activists"
    r"|campaigners|monitors|relatives|elders|spokes(?:man"
    r"|woman|person))"
    r"(?: (?:familiar with|close to|with (?:direct )?knowledge of|briefed on|in|from"
    r"|for|involved in"
    r"|at|within|inside)(?: (?!(?:that|said|says|told|who"
    r"|have|has|had|confirmed|reported|added|claimed|announced|cited|quoted|by)\b)[\w'\ue005\ue007-]+){1,5})?",
    "office": r"(?<! of )(?<! of the )"
    r"(?:(?:the(?: (?:[\w-]{3,20} )?[\w-]{3,20}'s)?|its|his|their) )?"
    r"(?:(?:top|chief|lead|senior) )?(?:\ue005(?:'s)? |\ue006's )?"
    r"(?:(?:former|human rights|deputy|vice|prime|foreign|defen[cs]e|interior|finance|justice"
    r"|health|energy|chief|lead|top|special|presidential|national|security|military|army|kremlin|un|peace|state"
    r"|supreme|opposition|rebel|cabinet|government) ){0,4}"
    r"(?:minister|president|premier|d?pm|fm|leader|chancellor|king|emir|envoy|negotiator"
    r"|commander|general"
    r"|spokes(?:man|woman|person)|secretary|adviser|advisor|aide|ambassador|chief|governor|mayor"
    r"|ombuds\w{3,6}|mediator|chairman|speaker|senator|diplomat|officer)"
    r"(?: (?:of|for|to) (?:the )?[\ue005\ue007])?",
    "institution": r"(?:ministry|ministries|army|military|forces|force|staff|government"
    r"|side|delegation"
    r"|authorities|presidency|service|headquarters|embassy|command|cabinet|office|council"
    r"|media|agency"
    r"|administration|party|group|movement|militants|rebels|police|commission|committee|coalition"
    r"|foundation|programme|program|initiative|project|resolution|press release|letter|decree"
    r"|organi[sz]ation|charity|red cross|institute|centre|center|union|syndicate|network|mission"
    r"|association|federation|observatory|watchdog|department|directorate|secretariat|bureau"
    r"|statement|communique|readout|post|message)",
    "middle": r"(?:(?:armed|foreign|defen[cs]e|interior|health|justice|state|general"
    r"|coordination|human"
    r"|rights|military|air|security|presidential|for|the|of|treatment|prisoners|war"
    r"|affairs|external"
    r"|national|negotiating|civil|migration|joint|local|prison|penitentiary|intelligence|press|main"
    r"|prime|minister's|president's|border|political|international|executive|central|ruling"
    r"|higher|supreme|revolutionary) )",
}
#: Verbs of saying that only stand before what is said: "accused X of …", "expressed hope that …".
WORDS["tell"] = (
    rf"(?:{WORDS['say']}\b(?!{_NO_WORDS})|accus(?:es|ed|ing)\b|caution(?:s|ed)\b"
    r"|affirm(?:s|ed)(?= that\b)|contend(?:s|ed)\b|conclud(?:es|ed) (?:that|by \w+ing)\b|hope[sd]\b"
    r"|expects\b|voiced (?:\w+ )?(?:hope|concern)"
    r"|express(?:es|ed|ing) (?:[\w-]+ ){0,3}?(?:confidence|hopes?|concerns?|doubts?|regret|optimism"
    r"|belief|conviction|readiness|willingness)(?= (?:that|about|over|to|at|in)\b))"
)
#: What also tags words in quotation marks, but reports nothing without them.
WORDS["say_words"] = (
    rf"(?:{WORDS['say']}|ask(?:s|ed)|jok(?:es|ed)|continu(?:es|ed)|conclud(?:es|ed)|shouted|lamented"
    r"|caution(?:s|ed)|countered|retorted|exclaimed|mused|wondered|underlin(?:es|ed)|underscored"
    r"|urg(?:es|ed)|summed up|agreed(?! (?:to|on|upon|that|with|in)\b)|announced|shot back)"
)
#: "Netanyahu's office", "Pashinyan's spokeswoman"
WORDS["of_person"] = (
    rf"\ue006's {WORDS['middle']}{{0,3}}(?:office|administration|government|team|cabinet|staff"
    r"|service|spokes(?:man|woman|person)|party|movement|delegation|lawyers?)"
)
#: "the coordination headquarters for the treatment of the prisoners of war"
_ON_PEOPLE = (
    r"(?: (?:on|for) (?:the )?(?:(?:treatment|handling|exchange|search|return) of (?:the )?)?"
    r"(?:prisoners|captives|hostages|missing persons|human rights)(?: of war)?)?"
)
WORDS["body"] = (
    rf"(?:its|his|her|their) {WORDS['middle']}{{0,4}}{WORDS['institution']}|"
    rf"(?:the )?\ue005(?:'s)? (?:[\w-]{{3,20}}'? )??{WORDS['middle']}{{0,5}}{WORDS['institution']}"
    r"(?: of (?:defen[cs]e|foreign affairs|interior|health|justice)(?: of \ue005)?)?"
    rf"{_ON_PEOPLE}"
    rf"|the (?:[\w'-]{{3,20}} )?{WORDS['middle']}{{0,4}}{WORDS['institution']}"
    r"(?: of (?:defen[cs]e|foreign affairs|interior|health|justice|(?:the )?\ue005)){0,2}"
    rf"{_ON_PEOPLE}(?: (?:he|she|\ue006) (?:heads|leads|runs|chairs)| \ue005)?"
    r"|(?:(?:the )?(?:heads|leaders|chiefs|members) of )?(?:both|the two|the warring)"
    r" (?:sides|parties|countries|delegations|governments)"
    rf"|(?:the )?\ue005{_ON_PEOPLE}"
)
PRONOUNS = ("he", "she", "they", "it", "him", "her")
NAMED = (
    r"(?<![\w'])(?P<{}>{{of_person}}|{{person}}|{{outlet}}|{{unnamed}}|{{office}}|{{body}}"
    r"|he|she|they|it|him|her)(?!\w)"
)
BY, AFTER = NAMED.format("by"), NAMED.format("after")
_TOLD = (
    r"(?: (?:the )?(?P<told>{outlet})(?: tv| television| news| news agency)?"
    r"| (?:reporters|journalists|lawmakers|parliament|mps|(?:a |the )?(?:\w+ ){0,2}?"
    r"(?:tv|television|media|conference|briefing|broadcaster|council))\b)?"
)
#: "…, Umerov told lawmakers in Kyiv.", "…, he tells Europe 1."
_TOLD_ANYBODY = r"(?:(?<=told)|(?<=tells))(?: (?!that\b)[\w\ue000-\ue009'-]{1,20}){1,5}"
#: "…, state news agency TASS reported": what kind of outlet it is.
MEDIUM = (
    r"(?:the )?(?:[\ue005\ue007](?:'s)? )?(?:[\w-]{2,20} ){0,3}(?:agency|broadcaster|newspaper"
    r"|outlet|website|channel|daily|portal|magazine|television|tv|media|state|state-run|semi-official"
    r"|official|private) (?=\ue008)"
)
#: "…," the Turkish foreign minister, X, said: the office is a part of the name's sign.
_THE = (
    rf"(?:{MEDIUM}|(?:the|its|his|her|their) "
    r"|(?:[\ue005\ue006]|the (?:[\w-]{2,20} ){0,2}[\w-]{2,20})'s"
    r" (?:(?!(?:who|that|which)\b)[\w-]{2,20} ){0,2}?"
    r"|(?:[\w-]{2,20} ){1,3}of (?:the )?\ue005(?:'s(?: [\w-]{2,20}){1,2})? )??"
)
#: "X, who led the talks, said"; "his spokesman, X, said": the office is a part of the name's sign.
_APPOSED = (
    r"(?: mp| mep| \([^()]{1,40}\))?"
    r"(?: (?:of|from) (?:the )?\ue005(?:'s?(?: [\w-]{2,20}){1,3}?)?)?"
)
_COMMAS = r"(?:(?:, [^,.;\"]{1,90}){1,2},|,)"
_ASIDE = rf"{_APPOSED}{_COMMAS}?"

#: Not "…, Russia rejected it, saying that": a participle has the subject of its clause.
_ITS_VERB = rf"{_APPOSED}(?:{_COMMAS}{{adverb}} (?!\w+ing\b)|{{adverb}} )"
#: "…, also by Russia, says a joint statement": it is not Russia that says so.
_PAPER_SAYS = r" (?:an?|the) (?:[\w-]+ ){0,3}(?:statement|document|communique|report|readout)\b"
#: "Umerov said …", "the minister, who led the talks, told Reuters …"
SPEAKER_FIRST = pattern(
    rf"(?<! for )(?<! to ){BY}{_ITS_VERB}(?P<verb>{{tell}}){_TOLD}"
    rf"(?! by\b|'s|{_PAPER_SAYS})",
    WORDS,
)
#: "Umerov called on Moscow to …": what a person wants; what a state wants the article says itself.
WISHES = pattern(
    rf"(?P<by>{{person}}|{{office}}|\b(?:he|she)){_ITS_VERB}(?P<verb>propos(?:es|ed)|demand(?:s|ed)"
    r"|call(?:s|ed) (?:on|for)|ask(?:s|ed)|urg(?:es|ed)|offer(?:s|ed)|press(?:es|ed) for|wants"
    r"|threaten(?:s|ed))\b",
    WORDS,
)
#: "…, contradicting Trump, who told Fox News that …", "the Red Cross, which says that …"
WHO_SAID = pattern(
    rf"(?P<by>{{person}}|{{outlet}}|{{body}}),? (?:who|which){{adverb}} (?P<verb>{{tell}}){_TOLD}",
    WORDS,
)
#: "Zelensky flew to Ankara and said …"
AND_SAID = pattern(
    r"(?P<by>{person}|\b(?:he|she)|\A(?:the )?{actor}(?! and\b))"
    r" (?:[^,.;\"]|\"[^\"]{1,40}\"){3,80}? and{adverb} {tell}",
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
    r"|(?:(?!said\b)[\w-]{2,20} ){0,4}?(?P<also>{person}|{actor})))?"
)
#: "…, Umerov said.", "…, told Reuters a source", "…," said Umerov, who …"
TAG = pattern(
    rf"(?:[,?!—–-][\"']? (?:as )?|\" )"
    rf"(?:{_THE}{BY}{_AND}{_ASIDE}{{adverb}} {{say_words}}(?:{_TOLD}|{_TOLD_ANYBODY}){_TAG_ENDS}"
    rf"|(?!told|\w+ing\b|{_ADDRESSED}){{say_words}} {AFTER}{_NO_VERB})",
    WORDS,
)
_SAID = "(?:announcement|claim|statement|assertion|report|remarks|comments|post|words)"
#: "…," said union president X: words of an office that no list knows.
_UNKNOWN = (
    r"(?:(?:\ue005(?:'s)? )?(?:"
    r"(?!(?:and|but|as|that|of|in|to|on|at|by|with|before|after|about|from|because)\b)"
    r"[\w-]{2,20} |of (?!the )){1,4}(?={person})"
    r"|(?:the (?:[\w'-]{1,20} |\ue005(?:'s)? ){1,10}(?:[\w-]{2,20}|\ue005), )(?={person}))"
)
#: Behind words in quotation marks almost any verb is one of saying, whatever follows it.
TAG_OF_WORDS = pattern(
    rf"[,?!.…—–-][\"'] (?:as )?(?:(?:{_THE}|{_UNKNOWN}){BY}(?: and [\w{{person}}-]+)?"
    rf"{_ASIDE}{{adverb}}"
    rf" (?:{{say_words}}{_TOLD}"
    r"|(?!(?:has|was|is|does|goes|had|who)\b)[a-z]{2,15}(?:ed|s))"
    r"(?! that\b|'s| by (?!(?:tele)?phone|text|e-?mail|video))\b"
    rf"|(?!told|\w+ing\b){{say_words}} {_UNKNOWN}?{AFTER})",
    WORDS,
)
_WHERE = (
    r" (?:on|via) (?:\ue004|\ue008|(?:the )?[\w-]+)(?: on \ue004)?"
    r"| (?:in|at|during) (?:an?|the|his|her|its) [\w -]{2,25}"
)
_TOLD_BY = (
    r"(?:reported|stated|told|said|quoted|cited|announced|claimed|described|noted|confirmed|relayed"
    r"|carried|published|posted|shared|put|written|recounted|explained|seen)"
)
#: "according to X", "as reported by X", "it was announced by X", "in a statement from X"
WHOLE = (
    pattern(
        r"\b(?:according to(?: (?:an? |the )?(?:\w+ )?(?:reports?|articles?|statements?|readout"
        r"|figures|data) (?:by|from|of)| (?:(?:an?|the) )?(?:[\w-]+ ){1,5}?(?:obtained|seen"
        r"|reviewed|viewed|published|released|issued|cited|quoted)(?: on)?(?: \ue004)? by)?"
        rf"|as (?:{_TOLD_BY} )?by|in the words of|per) (?:{MEDIUM}|the )?{BY}",
        WORDS,
    ),
    pattern(
        r"\b(?:announced|confirmed|reported|disclosed|revealed|posted|published|stated|shared"
        r"|(?:statement|announcement) (?:was|has been) made)"
        rf"(?: \w+ly|{_WHERE})? by(?: the)? {BY}",
        WORDS,
    ),
    pattern(
        r"\b(?:(?:in|per|quot\w+|cit\w+) (?:an?|the|his|her|separate|earlier)? ?(?:[\w-]+ )?"
        rf"(?:statement|announcement|post|remarks) (?:by|from)(?: the)? {BY}"
        rf"|(?:statement|announcement|post) (?:by|from)(?: the)? {NAMED.format('after')}"
        r"(?= (?:said|says|read|reads|added)\b))",
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
    rf"{BY}'s {_SAID}\b(?! (?:c[ao]mes?|followed|were|was|drew|prompted|sparked|caused)\b)",
    WORDS,
)
QUOTING = pattern(rf"{BY} (?:has |also )?(?:quoted|cited)\b(?=[^,.;]{{1,60}} as saying)", WORDS)
CITING = pattern(rf"\b(?:citing|quoting) (?:{MEDIUM}|the )?{BY}", WORDS)
#: Where the words were said: "in an interview with Fox News", "in comments carried by TASS"
VENUE = pattern(
    r"\b(?:interview (?:with|to|for|on|published by)|speaking (?:to|on)|spoke to"
    r"|(?:remarks|comments"
    r"|statement) (?:to|carried by|published by)|(?:quoted|cited|carried) by|as saying by)"
    rf" (?:{MEDIUM}|the )?(?P<told>{{outlet}})"
    r"(?:(?:,| and) (?P<too>{outlet}))?",
    WORDS,
)
#: ", adding that …": the one who acts in the clause before goes on.
GOING_ON = pattern(
    r", (?:also |while |and )?(?:saying|adding|claiming|warning|noting|stating|arguing|insisting"
    r"|stressing|announcing|alleging|writing|explaining|highlighting|emphasi[sz]ing|underlining"
    r"|recalling|reiterating|confirming|telling [\w\ue000-\ue009]+)(?!\w)"
)
#: Where another speaker takes over: "…, while Moscow said 15", "…; Kyiv denied it".
TAKES_OVER = pattern(
    rf"(?:;|, (?:but|while|whereas|although|though|and)| (?:but|while|whereas"
    rf"|and)\b)(?: [\w-]+){{0,2}}?"
    rf" {BY}{_ITS_VERB}{{tell}}",
    WORDS,
)
#: "Trump on Putin, to reporters at the airport: …", "The president expressed doubt: …"
COLON_ON = pattern(
    r"^[^\w\ue000-\ue009]{0,4}(?:(?:but|however|meanwhile|later|then|and|on \ue004|\ue004),? )?"
    r"(?P<by>{person}|{office}) [^\".:;]{1,120}: (?=\")",
    WORDS,
)
#: "Putin: We will …" and the labels of Ukrainska Pravda's reports.
COLON = pattern(r"^\W{0,2}(?P<by>{person}|{outlet}|{actor}): ")
LABEL = pattern(
    r"^\W{0,3}(?P<label>sources?|quotes?|details|direct quote|literally|background|previously"
    r"|reminder|for"
    r" reference|what we know|context)(?: (?:from|of|by) (?:the )?(?P<by>{person}|{body}))?: ?",
    WORDS,
)
ANONYMOUS = pattern(
    r"\b(?:officials?|sources?|diplomats?|mediators|negotiators|person|people|witnesses|residents"
    r"|insiders?|medics|aides|lawmakers|observers|analysts|lawyers|activists|campaigners|monitors"
    r"|relatives|elders)\b"
)
