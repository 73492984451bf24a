"""The wording of lists of parties: patterns over tapes for parties.py and its neighbours."""

from __future__ import annotations

from extractors.kinds.talks.words import WORDS
from extractors.parsing.tape import pattern

#: Talks in which all who are named beside each other are parties.
MANY_SIDED = pattern(r"\b(?:trilateral|tripartite|three-way|quadrilateral|four-way|multilateral)\b")

_END = (
    r"(?= (?:in(?! \ue005)|on|at|over|about|within|regarding|concerning|aimed|to|that|which|who"
    r"|whom|has"
    r"|have|had|is|are"
    r"|was|were|will|would|conclud\w+|ended"
    r"|began|start\w*|opened|took|held|mediated|brokered|hosted|facilitated|led|collaps\w+|broke"
    r"|stalled|resum\w+|since|after|before|for"
    r"|as|with|under|scheduled|due|set|planned|through|via|during"
    r"|(?<!officials )(?<!representatives )(?<!negotiators )(?<!diplomats )(?<!teams )"
    r"(?<!delegations )(?<!delegates )(?<!envoys )(?<!ministers )(?<!delegation )"
    r"(?<!groups )from|but"
    r"|while|where|when|said"
    r"|says|lasted|failed|went|focus\w*"
    r"|amid|could|may|might|continu\w+|would|yielded|did|produced|brought|made|later|here|there"
    r"|of(?! (?:the )?\ue005)|because|by|finish\w+|wrap\w+|marked|until"
    r"|enter\w*|left|so|despite|has|if|met|meet)\b| \ue004(?! movement\b)|[.;:\"—–]"
    r"|\((?!{actor}\)|[^()]{1,40}\)(?:,| and\b))"
    r"|\)(?!,| and\b)|, (?:which|who|but|while"
    r"|after|with|led|the \w+ of|mediated|brokered|hosted|facilitated|a(?![^.;]{0,70}, and )"
    r"|said|where|at|in|on"
    r"|as)\b|\Z)"
)
BETWEEN = pattern(
    r"(?: (?!\w+ing (?:the|of|direct|further|more)\b)(?!(?:with|meeting|summit|talks|call"
    r"|agreement|deal|war|conflict|border)\b)"
    r"[\w{place}{date},'-]+){0,6}?,? ?\b(?:between|involving|of|among"
    r"|from)(?: (?:the |both )?(?:delegations?|representatives|negotiators|teams|officials|envoys"
    r"|heads of state|leaders|presidents|foreign ministers) (?:of|from))?(?P<list> [^;]{1,160}?)"
    + _END,
    WORDS,
)
WITH = pattern(
    r"(?: (?:held|planned|scheduled|set|due|slated|for|in|on|at|the|of|resort|city|capital"
    r"|evening|morning|afternoon|night|{place}"
    r"|{actor}|{date})){0,7} with"
    r" (?P<list>(?:the |an? |its |his |her |their )?"
    r"(?:[\w'-]+ ){0,4}?[{actor}{person}][^;]{0,100}?)" + _END,
    WORDS,
)
#: "Ukrainian and Russian negotiators", "delegations from Ukraine, the US and Russia".
LISTED = (
    pattern(
        r"(?P<list>{actor}(?:'s)?(?: [\w-]+){0,3}?(?:(?:(?:, european)?,? and"
        r"|,)(?: the)? {actor}(?:'s)?){1,4})(?: [\w-]+){0,3}? {delegates}\b",
        WORDS,
    ),
    pattern(
        r"\b{delegates} (?:from|of|for|representing) (?:the governments? of )?"
        r"(?P<list>(?:the )?{actor}(?:'s(?: [\w-]+){0,3}?| (?:military )?(?:junta|government|army"
        r"|regime|forces|council|military))?(?:(?:,"
        r"|,? and)(?: from| of)? (?:the )?{actor}(?:'s)?){1,4})",
        WORDS,
    ),
    pattern(
        r"(?P<list>[{actor}{person}](?:'s)?(?: [\w-]+){0,3}?(?: \([^()]{1,12}\))?(?:(?:,"
        r"|,? and) (?:the |an? )?(?:neighbou?ring )?(?:{count} )?[{actor}{person}](?:'s)?"
        r"(?: (?!and\b)[\w-]+){0,3}?){1,4})"
        r"(?:, [^,;]{1,80},)?(?: [\w{date}{place}-]+){0,6}? ?\Z"
    ),
    pattern(
        r"(?P<list>{actor}(?:'s)?(?:[-–/]"
        r"| and (?:the )?){actor})(?: {adjective}){0,4} (?:{gathering})\b",
        WORDS,
    ),
)
#: Somebody who talks with the one and then with the other: no meeting of the two.
SEPARATE = pattern(
    r"\b(?:talked|conferred|negotiated|spoke|met) (?:in turn|separately|one after the other)"
    r" (?P<turn>with) (?:the )?(?:[\w-]+ ){0,2}?[{actor}{person}][^.;,]{0,40}? and (?:then"
    r" )?(?:with )?"
    r"(?:the )?(?:[\w-]+ ){0,2}?[{actor}{person}]"
    r"|\bseparate (?:{many})(?:{gathering})(?: of (?:the )?(?P<of>{actor})(?: [\w-]+)?)?"
    r" (?P<with>with) (?:the )?(?:[\w-]+ ){0,2}?"
    r"[{actor}{person}][^.;,]{0,40}?(?:,| and) (?:the )?(?:[\w-]+ ){0,2}?[{actor}{person}]",
    WORDS,
)
#: "after parallel talks in Riyadh": with each of them.
PARALLEL = pattern(r"\b(?:parallel|separate|shuttle) (?:rounds? of |sets? of )?(?:[\w-]+ )?\w+\Z")
#: "had invited both A and B to peace talks".
INVITED = pattern(
    r"\b(?:invit(?:ed|es|ing)|summoned|called) (?:both )?(?:the )?(?P<list>{actor}[^.;,]{0,60}? and"
    r" (?:the )?[^.;,]{0,30}?{actor}[^.;,]{0,25}?) (?:to|for)(?: [\w-]+){0,4} ?\Z"
)
#: "A and B discussed a truce during a meeting", "A handed B a draft at talks": theirs.
DISCUSSED = (
    pattern(
        r"(?P<list>[{actor}{person}](?:'s)?(?: (?!and\b)[\w{actor}-]+){0,3}?(?:,[^.;,]{1,50},)? and"
        r" (?:(?:the|his|her|its) )?(?:(?!{person})[\w{actor}'-]+ ){0,6}?{person})"
        r"(?: (?:have|had|also|on {date}|{date})){0,3} (?:discussed|considered|reviewed|addressed"
        r"|weighed|went over|spoke about|talked about|touched on)\b"
    ),
    pattern(
        r"(?P<list>[{actor}{person}](?:'s)?(?: [\w-]+){0,3}? (?:to )?(?:present|hand|g[ai]ve|submit"
        r"|offer|convey|deliver|pass)(?:s|ed|ted|en)?(?: over)?(?: (?!and\b)[\w-]+){0,4}?"
        r"(?: to)?(?: the)? {actor})(?: (?!and\b)[\w-]+){0,8} (?:during|at|in)\b"
    ),
    pattern(
        r"\bby (?:the )?(?:[\w{actor}-]+ ){0,3}?(?P<list>{person} and (?:(?:the|his|her) )?"
        r"(?:[\w{actor}'-]+ ){0,4}?{person})(?= (?:during|at|in|after)\b)"
    ),
)
#: "At talks in Jeddah, Ukraine accepted an American proposal", "put forward by A and taken by B at
#: talks": of those who offer there and those who take it.
TAKEN = pattern(
    r"{actor} (?:(?:has|had) )?(?:accepted|agreed to|backed|endorsed|rejected|turned down)"
    r" (?:an?|the) {actor}(?:'s|-\w+)? (?:[\w{duration}-]+ ){0,3}?"
    r"(?:proposal|plan|offer|call|draft|idea|text|request)\b"
    r"|\b(?:proposed|put forward|offered|presented|drafted) by (?:the )?{actor} and"
    r" (?:accepted|agreed to|approved|taken up|rejected) by (?:the )?{actor}"
)
#: "Following talks in Jeddah, the United States and Ukraine agreed on …".
AGREED = pattern(
    r"(?<!{person}, )(?<!{person}, and )"
    r"(?P<list>{actor}(?:'s)?(?: [\w{actor}-]+){0,3}? and (?:the )?{actor})"
    r"(?: (?:have|had|also|late|on {date}|{date})){0,3} (?:agreed|failed|reached"
    r"|signed|announced|exchanged|traded|made|c[ao]me closer|drew|moved|inched|edged|narrowed"
    r"|settled|parted|clashed|swapped|initiall?ed|pledged|achieved)\b"
)
#: "Qatar and Egypt brought the two sides together": they help.
BROUGHT = pattern(
    r"(?P<list>[{actor}{person}](?:(?:,|,? and) (?:the )?[{actor}{person}]){0,3})"
    r"(?: (?:have|has|had))? (?:brought|br(?:ing|ings)|got) (?:the|both)(?: two| warring)? "
    r"(?:delegations|sides|parties|teams) together"
)
#: What only those who sit at the table do with talks: "A and B ended their fifth round".
TAKE_PART = pattern(
    r" (?:(?:have|has|had|will|would|may|might|could|should|are|is|were|was|to|due|set|expected"
    r"|scheduled|ready|also|again|now|already|just|then|later|finally|still|soon) ){0,5}"
    r"(?:end(?:ed|ing)?|conclud(?:ed?|ing)|wrapp?(?:ed|ing)? up|complet(?:ed?|ing)|finish(?:ed"
    r"|ing)?"
    r"|clos(?:ed?|ing)|attend(?:ed|ing)?|tak(?:e|ing) part in|took part in|participat(?:ed?|ing) in"
    r"|resum(?:ed?|ing)|restart(?:ed|ing)?|renew(?:ed|ing)?|open(?:ed|ing)?|beg[aiu]n"
    r"|start(?:ed|ing)?|launch(?:ed|ing)?|enter(?:ed|ing)?|went into|emerg(?:ed|ing) from"
    r"|c[ao]me (?:out of|away from)|(?:left|abandoned|broke off|broken off|suspended|postponed)"
    r"|agreed (?:to|on|at|in|during)(?: (?:hold|resume|start|begin|attend|have))?|plan(?:s|ned"
    r"|ning)?"
    r"(?: to (?:hold|resume|start|begin))?|prepar\w+ (?:for|to (?:hold|resume|begin))"
    r"|schedul(?:ed|ing)"
    r"|engag(?:ed?|ing) in|made (?:[\w-]+ ){0,2}(?:progress|headway) (?:in|at|during)"
    r"|continu(?:ed?|ing)|return(?:ed|ing)? (?:to|from)|sent (?:[\w-]+ ){0,2}[\w-]+ to)"
    r"(?: {date}| on {date})?(?: (?:[\w'-]+|{duration}|{ordinal})){0,3} ?\Z"
)
