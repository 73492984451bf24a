"""The words of "who says so": verbs of saying and kinds of speakers; wordings.py puts them into
sentences.
"""

from __future__ import annotations

from extractors.parsing.tape import pattern

#: "posted photographs of those freed", "shared a list": pictures and papers, no words.
_NO_WORDS = (
    r" (?:(?:an?|the|his|her|its|new|several|\ue000) ){0,2}(?:photo\w*|pictures?|images?|videos?"
    r"|footage|clips?|screenshots?|lists?)\b(?! (?:statement|address|message))"
)
_SHOWN = r"(?:(?<=posted)|(?<=posts)|(?<=posting)|(?<=revealed)|(?<=disclosed)|(?<=confirmed))"
#: "issued a statement saying", "took to X to say", "made a post announcing"
_PUTS_OUT = (
    r"(?:(?:issued|released|published|put out|made|shared|posted|wrote|took to|went on|followed up)"
    r"(?: [^\s.,;\"]{1,25}){0,8}? (?:(?:confirm|say|announc|declar|stat|deny|claim|warn)ing"
    r"|to (?:say|announce|confirm|deny))\b"
    r"|(?:issued|released|published) (?:an?|the) (?:[\w-]+ ){0,2}(?:statement|communique) that\b)"
)
WORDS = {
    "say": r"(?:said|inform(?:s|ed)|says?|saying|told|tells?|telling|thinks?"
    r"|announc(?:e[sd]?|ing)|confirm(?:s|ed|ing)?"
    r"|stat(?:e[sd]|ing)|add(?:s|ed|ing)(?! (?:them|him|fuel|to|more)\b)"
    r"|claim(?:s|ed|ing)?|report(?:s|ed|ing)?|wrote"
    r"|writes|writing"
    r"|not(?:es|ed|ing)|stress(?:es|ed|ing)|insist(?:s|ed|ing)|declar(?:es|ed|ing)"
    r"|explain(?:s|ed|ing)"
    r"|post(?:s|ed|ing)|reveal(?:s|ed)|disclos(?:es|ed)|reiterat(?:es|ed|ing)"
    r"|acknowledg(?:es|ed|ing)"
    r"|admit(?:s|ted|ting)|warn(?:s|ed|ing)|estimat(?:es|ed|ing)|alleg(?:es|ed|ing)"
    r"|tweeted|recalled"
    r"|indicat(?:es|ed|ing)|emphasi[sz](?:es|ed|ing)|argu(?:es|ed|ing)|signall?(?:s|ed)|believes?"
    r"|thanked|praised|hailed|den(?:ies|ied|ying)|vow(?:s|ed|ing)|pledg(?:es|ed)|promis(?:es|ed)"
    r"|suggest(?:s|ed|ing)|hint(?:s|ed)|maintain(?:s|ed|ing)(?! (?:his|her|its|their|an?)\b)"
    r"|assert(?:s|ed|ing)|testified"
    r"|conced(?:es|ed)|mention(?:s|ed)|elaborat(?:es|ed)|specif(?:ies|ied)"
    r"|clarif(?:ies|ied)|underlin(?:es|ed)"
    r"|point(?:s|ed) out|went on|complain(?:s|ed)|remark(?:s|ed)|observ(?:es|ed)|comment(?:s|ed)"
    r"|puts it|repl(?:ies|ied)|answer(?:s|ed)|respond(?:s|ed)(?! to\b)|fum(?:es|ed)|counts|counted"
    r"|reckons|quipped"
    r"|made (?:it )?clear|put it|(?:has|have|had) (?:learned|learnt)|understands"
    r"|puts? (?:the|its|their|his) (?:\w+ ){0,2}(?:number|total|figure|toll|losses|count|dead))",
    "adverb": r"(?: (?:also|later|has|have|had|then|earlier|previously|recently|repeatedly|publicly"
    r"|formally|meanwhile|separately|subsequently|officially|again|both|however|now"
    r"|already|reportedly"
    r"|[a-z]{3,12}ly|since|once|himself|herself|itself|angrily|on \ue004|\ue004)){0,3}",
    "unnamed": r"(?:(?:(?:one|two|\ue000|several|some|many) of )?(?:an?|one|two|three|some|several"
    r"|multiple|many|other|another|th[eo]se|the(?: two| three| \ue000)?|its|\ue000)(?: \ue001)? )?"
    r"(?:(?:senior|top|high-ranking|local|security|diplomatic|military|government|intelligence"
    r"|western|undisclosed|unidentified|high-level|regional|informed|defen[cs]e|rebel|arab|european|unnamed|anonymous|independent|key"
    r"|foreign|aid|hospital|medical|humanitarian|un|ministry|white house|presidential"
    r"|rights|human rights|well-placed|well-informed|credible|reliable|\ue005(?: and \ue005)?"
    r"|\ue007|health|police|gaza|[\ue005\ue007]-based"
    r"|\ue005's) ){0,4}(?:officials?(?! (?:(?!(?:said|told|says|tells|to|by|in)\b)"
    r"[\w\ue005'-]+ ){0,3}(?:statement|document|communique|report|media|data|figures)\b)"
    r"|sources?|officers?|soldiers?|volunteers?|survivors?|villagers?|rescuers?"
    r"|diplomats?|mediators|negotiators|witnesses|residents|person|people|insiders?|medics"
    r"|aides|lawmakers|observers|analysts|lawyers|activists|campaigners|monitors|relatives|elders"
    r"|spokes(?:man|woman|person))"
    r"(?: (?:familiar with|close to|with (?:direct )?knowledge of|briefed on|in|from|for"
    r"|responsible for|in charge of|dealing with|involved in|at|of|within|inside)"
    r"(?: (?!(?:that|said|says|told|who"
    r"|have|has|had|confirmed|reported|added|claimed|announced|cited|quoted|by)\b)"
    r"[\w'\ue000\ue004\ue005\ue007–-]+){1,8}"
    r"| (?:close to|familiar with) \ue006)?"
    r"|(?:western|european|arab|gulf|african|local|regional|provincial|several|some|many|military"
    r"|security|health|prison|judicial|occupation)"
    r" (?:authorities|governments|leaders|capitals|experts|commanders|clerics|outlets)"
    r"|the (?:man|woman|expert|analyst|lawyer|doctor|soldier|activist|historian|lawmaker)"
    r"|(?:aid|relief|rights|human rights|humanitarian|monitoring|armed|rebel|opposition|war) "
    r"(?:groups|agencies|organi[sz]ations|workers|monitors)"
    r"|(?:his|her|their) (?:lawyer|family|families|mother|father|wife|husband|son|daughter|brother"
    r"|sister|parents)"
    r"|(?:an?|one|another) (?:[\w\ue005-]{2,20} ){0,2}?(?:lawyer|resident|witness|medic|relative"
    r"|activist|analyst|observer|lawmaker|rescuer|survivor|doctor|nurse|teacher|driver|father|mother|worker)"
    r"(?: (?:of|in|from|at|for|with)(?: (?!(?:said|says|told|who|has|had)\b)"
    r"[\w'\ue000\ue005\ue007-]{1,20}){1,5})?"
    r"|\ue005 and \ue005 (?:leaders|ministers|commanders)"
    r"|an? (?:[\w'\ue005-]{2,20} ){0,3}?(?:advis[eo]r|aide|member|representative|commander"
    r"|delegate) (?:to|of|in|at|with|from|for)"
    r" (?:(?!(?:said|says|told|who|has|had)\b)[\w'\ue005\ue007-]+ ){0,5}?[\w'\ue005\ue007-]{2,20}",
    "office": r"(?<! of )(?<! of the )"
    r"(?:(?:the(?: (?:[\w-]{3,20} )?[\w-]{3,20}'s)?|its|his|their) )?"
    r"(?:(?:top|chief|lead|senior) )?(?:\ue005(?:'s)? |\ue006's )?"
    r"(?:(?:former|human rights|children's rights|deputy|vice|prime|foreign|defen[cs]e|interior"
    r"|finance|justice|health|energy|chief|lead|top|special|presidential|national|security|military"
    r"|army|kremlin|un|peace|state|supreme|opposition|rebel|cabinet|government"
    r"|regional|local|district|city|village|acting|interim) ){0,4}"
    r"(?:head of state|secretary of (?:state|defen[cs]e)|minister|president|premier|d?pm"
    r"|fm|leader|chancellor|king|emir|envoy"
    r"|negotiator|commander(?:-in-chief)?|general(?! (?:staff|assembly|council))"
    r"|spokes(?:man|woman|person)"
    r"|secretary|adviser|advisor|aide|ambassador|chief|governor|mayor"
    r"|ombuds\w{3,6}|mediator|chairman|speaker|senator|diplomat|officer|commissioner|delegate)"
    r"(?: (?:of|for|to) (?:the )?[\ue005\ue007])?(?!'s (?:\w+ ){0,2}(?:office|team|spokes|staff))",
    "institution": r"(?:ministry|ministries|army|military|forces|force|staff|government"
    r"|side|delegation"
    r"|authorities|presidency|service|headquarters|embassy|command|cabinet|office|council"
    r"|media|agency"
    r"|administration|party|group|movement|militants|rebels|police|commission|committee|coalition"
    r"|foundation|programme|program|initiative|project|resolution|press release|letter|decree"
    r"|organi[sz]ation|forum|charity|red cross|institute|centre|center|union|syndicate|network"
    r"|mission|panel|inquiry|tribunal|association|federation|observatory|watchdog|department|directorate|secretariat|bureau"
    r"|statement|communique|readout|post|message|announcement|alliance|front|groups|factions|armies|mfa|mod|junta|regime|wing|team|brigades?"
    r"|intelligence(?= (?:said|says|conclud|believes|estimat|report(?:s|ed)|warn|assess|noted"
    r"|claim)))",
    "middle": r"(?:(?:armed|forces|foreign|defen[cs]e|interior|health|justice|state|general"
    r"|coordination|human"
    r"|rights|military|air|security|presidential|for|the|of|treatment|prisoners|war"
    r"|affairs|external"
    r"|national|negotiating|information|media|civil|migration|joint|local|prison|penitentiary|intelligence|press|main"
    r"|prime|minister's|president's|border|political|international|executive|central|ruling"
    r"|higher|supreme|revolutionary|hostages?|family|families|missing|relief|aid|monitoring) )",
}
#: Verbs of saying that only stand before what is said: "accused X of …", "expressed hope that …".
WORDS["tell"] = (
    rf"(?:{WORDS['say']}\b(?!{_SHOWN}{_NO_WORDS})|accus(?:es?|ed|ing)\b|caution(?:s|ed)\b"
    r"|(?:deny|insist|allege|argue|acknowledge|estimate|warn|suggest|contend|concede|admit"
    r"|note|stress)\b|describ(?:es?|ed)\b(?! as\b)"
    r"|(?:dismiss|reject|denounc|condemn|prais|hail|brand)(?:es|ed) [^.,;\"]{2,70}? as\b"
    r"|call(?:s|ed) (?:it|this|that|these|the|such|them) [^.,;\"]{0,50}?"
    r"\b(?:false|untrue|baseless|unfounded|groundless|inconsistent|absurd|a lie|lies|fake)\b"
    r"|call(?:s|ed) (?!on\b|for\b|off\b|up\b)[^.,;\"]{2,80}(?= \")"
    r"|(?:counter|respond|repli|react|hit back)(?:ed|s)? by"
    r" (?:accus|say|claim|warn|insist|argu)ing\b"
    rf"|{_PUTS_OUT}"
    r"|(?:(?:re)?affirm(?:s|ed)|found|calculates|calculated|determined)(?= that\b)"
    r"|(?:document|verifi|record)ed(?= (?:[a-z]{1,20} ){0,3}?\ue000)|contend(?:s|ed)\b"
    r"|conclud(?:es|ed) (?:that|by \w+ing)\b"
    r"|voiced (?:\w+ )?(?:hope|concern|optimism|confidence|doubts?)"
    r"|express(?:es|ed|ing) (?:[\w-]+ ){0,3}?(?:confidence|hopes?|concerns?|doubts?|regret|optimism"
    r"|belief|conviction|readiness|willingness)(?= (?:that|about|over|to|at|in)\b))"
)
#: What also tags words in quotation marks, but reports nothing without them.
WORDS["say_words"] = (
    rf"(?:{WORDS['say']}|ask(?:s|ed)|jok(?:es|ed)|continu(?:es|ed)(?! to\b)|conclud(?:es|ed)"
    r"|shouted|lamented"
    r"|caution(?:s|ed)|countered|retorted|exclaimed|mused|wondered|underlin(?:es|ed)|underscored"
    r"|(?:(?<=statement )|(?<=message )|(?<=post )|(?<=letter )|(?<=communique ))reads?"
    r"|urg(?:es|ed)|summed up|agreed(?! (?:to|on|upon|that|with|in)\b)|announced|shot back)"
)
#: "Netanyahu's office", "the office of Netanyahu", "Pashinyan's spokeswoman"
WORDS["of_person"] = (
    rf"(?:the )?office of (?:(?:[\w-]{{2,20}}|\ue005(?:'s)?) ){{0,6}}?\ue006"
    rf"|\ue006's {WORDS['middle']}{{0,3}}(?:office|administration"
    r"|government|team|cabinet|staff|service|spokes(?:man|woman|person)|party|movement|delegation|lawyers?)"
)
#: "the coordination headquarters for the treatment of the prisoners of war"
_ON_PEOPLE = (
    r"(?: (?:on|for) (?:the )?(?:(?:treatment|handling|exchange|search|return) of (?:the )?)?"
    r"(?:prisoners|captives|hostages|missing persons|human rights)(?: of war)?)?"
)
#: "the head of Hamas' negotiating team"
WORDS["head_of"] = (
    r"the (?:deputy )?(?:head|leader|chief|chairman|director|commander|secretary|speaker) of"
    r"(?: (?!(?:said|says|told|who|has|had|that|on|in|at|after|during|to|when|as|by|before|with)\b)"
    r"[\w\ue005'-]+){0,4} (?:\ue005|(?!(?:the|of)\b|\w+(?:ed|s) )[\w\ue005'-]{2,20})"
)
#: "Israel's public broadcaster", "the Lebanese news agency NNA": outlets that no list knows.
WORDS["outlet_of"] = (
    r"(?:(?:local|state|state-run|regional|foreign|independent|several|\ue005(?:'s)?) ){1,2}media"
    r"(?: outlets| reports)?"
    r"|media(?: reports| outlets)?(?= (?:also )?(?:reported|said|say|report)\b)"
    r"|the (?:outlet|newspaper|paper|broadcaster|channel|magazine|website)|"
    r"(?:the )?(?:[\w-]{2,20} )??(?:pro-)?\ue005(?:'s)? (?:(?:state|state-run|public|official"
    r"|private|national|independent|semi-official|local|daily|opposition) ){0,2}(?:news agency"
    r"|broadcaster|newspaper|television|tv|radio|daily)"
    r"(?: (?!(?:said|says|has|had|also|on|in|later)\b)[\w-]{2,15}){0,3}?"
)
WORDS["body"] = (
    rf"(?:its|his|her|their) {WORDS['middle']}{{0,4}}{WORDS['institution']}|"
    r"(?:the )?[\ue005\ue007](?:'s|-(?:run|led|backed|controlled))? (?:(?!and )[\w-]{3,20}'? )??"
    rf"{WORDS['middle']}{{0,5}}"
    rf"{WORDS['institution']}"
    r"(?: of (?:defen[cs]e|foreign affairs|interior|health|justice|experts|inquiry)"
    r"(?: of \ue005)?)?"
    rf"{_ON_PEOPLE}"
    rf"|the (?:[\w'-]{{3,20}} ){{0,2}}?(?:[\w-]{{3,20}}'s )?{WORDS['middle']}{{0,4}}"
    rf"{WORDS['institution']}"
    rf"(?: of (?:the )?\ue005(?:'s)? (?!and )(?:[\w-]{{3,20}} )??{WORDS['middle']}{{0,4}}"
    rf"{WORDS['institution']}"
    r"|(?: of (?:defen[cs]e|foreign affairs|interior|health|justice|(?:the )?\ue005)){0,2})"
    rf"{_ON_PEOPLE}(?: (?:he|she|\ue006) (?:heads|leads|runs|chairs)| \ue005)?"
    r"|(?:(?:the )?(?:heads|leaders|chiefs|members) of )?(?:both|the two|the warring)"
    r" (?:sides|parties|countries|delegations|governments)"
    rf"|(?:the )?\ue005{_ON_PEOPLE}"
    r"|(?<=according to )the report"
    r"|the report(?= (?:also |further )?(?:said|says|add|note|claim|state))"
)
PRONOUNS = ("he", "she", "they", "it", "him", "her", "them")
NAMED = (
    r"(?<![\w'])(?P<{}>{{of_person}}|{{person}}|{{outlet}}|{{unnamed}}|{{head_of}}|{{outlet_of}}|{{office}}|{{body}}"
    r"|he|she|they|it|him|her|them)(?!\w)"
)
ANONYMOUS = pattern(
    r"\b(?:officials?|sources?|diplomats?|mediators|negotiators|person|people|witnesses|residents"
    r"|insiders?|medics|aides|lawmakers|observers|analysts|lawyers|activists|campaigners|monitors"
    r"|relatives|elders|officers?|soldiers?|volunteers?|survivors?|villagers?|rescuers?"
    r"|(?:western|european|arab|gulf|african|local|regional|provincial|several|some|many|military"
    r"|security|health|prison|judicial|occupation)"
    r" (?:authorities|governments|leaders|capitals|experts|commanders|clerics|outlets)"
    r"|the (?:man|woman|expert|analyst|lawyer|doctor|soldier|activist|historian|lawmaker))\b"
    r"|(?<!news )(?<!\ue005 )\b(?:groups|agencies|organi[sz]ations|workers|lawyer|family"
    r"|families)\Z"
    r"|(?<= and \ue005 )(?:leaders|ministers|commanders)\b"
)
