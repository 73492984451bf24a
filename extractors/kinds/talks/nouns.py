"""The nouns by which the news names a negotiating meeting, as patterns over tapes. The verbs that
tell of one are in words.py."""

from __future__ import annotations

from extractors.kinds.talks.words import WORDS
from extractors.parsing.tape import pattern

#: How a meeting is named, the surest first; of overlapping readings the first holds.
MENTIONS = tuple(
    (name, pattern(words, WORDS))
    for name, words in (
        (
            "round",
            r"(?P<n>{ordinal})(?:,? and (?:final|last))?(?:,? (?:consecutive|straight|such|planned"
            r"|scheduled|{adjective})){0,4} {which}\b(?: of (?:the |their )?{many}{talks}\b"
            r"|(?! of\b))",
        ),
        (
            "round",
            r"(?:{talks}|negotiations)(?: (?:in|at|between) [^.;,]{1,50})?,\"? (?:the |whose )"
            r"(?P<n>{ordinal}) (?:round|session|meeting)(?: of which)?\b",
        ),
        (
            "round",
            r"\b(?:round|cycle) (?P<n>{ordinal})(?: of (?:the |their )?{many}{talks}\b|(?! of\b))",
        ),
        (
            "round",
            r"(?P<n>{ordinal}) (?:session|set|series) of (?:the "
            r"|their )?{many}{talks}\b",
        ),
        (
            "round",
            r"(?P<n>{ordinal}) (?:{adjective} ){0,3}(?:meeting|session)\b"
            r"(?= (?:between|in (?:the )?{place}|with|on {date}|(?:on|at) the"
            r"|of (?:the )?(?:(?:two|both|{count}) )?{delegates}|of {body}|since|this (?:year"
            r"|month|week))"
            r"|,? (?:held )?on {date}|[.,](?! (?:we|i)\b)| (?:should|was|is|will|took)\b)",
        ),
        (
            "one of them",
            r"\A\W{0,2}(?:at |in |during )?(?:the |a )?(?P<n>{ordinal})(?: one)?"
            r"(?=,? (?:took|was|is|will|had|ended|lasted|came|in {place}|on {date}|opened|began"
            r"|followed|held|broke|collapsed|failed|fell|stalled|wrapped|concluded|brought|yielded"
            r"|produced|went|ran|foundered|settled|got|met)\b|,? {date}|, (?:in|at) {place}"
            r"|, (?:held )?(?:on|in) {date}|, (?:due|set|scheduled|planned) )",
        ),
        (
            "one of them",
            r"(?:(?<=; )|(?<=, )|(?<=\band )|(?<=\bagain for ))(?:the |a )?(?P<n>{ordinal})"
            r"(?= (?:on {date}|in {place},? on {date}|in {place} (?:a|the|{count}) \w+ later"
            r"|(?:a|{count}) (?:days?|weeks?|months?) later"
            r"|the (?:following|next) (?:day|week|month)"
            r"|there (?:on {date}|(?:a|{count}) \w+ later)"
            r"|(?:followed|took place|was held|came)\b[^.;,]{0,20}? (?:{date}|later\b)))",
        ),
        (
            "one of them",
            r"\A\W{0,2}(?:at |in |during )?the (?:last|latest|most recent|previous)(?: one| "
            r"such| {count})?"
            r"(?=,? (?:took|was|had|ended|lasted|came|in {place}|on {date}|opened|began|broke"
            r"|collapsed|failed|fell|stalled|wrapped|concluded|brought|yielded|produced|foundered)\b"
            r"|, (?:in|at) {place}|, (?:held )?(?:on|in) {date})",
        ),
        (
            "deal",
            r"\b(?:agreements?|deals?|accords?|declaration|memorandum|understandings?|truce"
            r"|ceasefire"
            r"|protocol)(?: of {date})?,? (?:that (?:was|were) )?(?:signed|reached|struck|concluded"
            r"|agreed|made)(?: (?:by|between) [^.;,]{1,50})?(?= (?:in {place}(?:,? on)? {date}"
            r"|on {date},? in {place}|in {place}(?:[,.]| in {date})|in {actor} on {date}))",
        ),
        (
            "deal",
            r"(?:\b(?:agreement|deal|accord|declaration|memorandum|protocol)\b[^.;,]{0,75}? (?:was"
            r"|were) (?:signed|reached|struck|concluded|agreed)|{sides} (?:had )?agreed"
            r"|\bagreed(?= in {place}))(?= (?:in {place}(?:,? on)? {date}|on {date},? in {place}))",
        ),
        (
            "deal",
            r"\b(?:agreement|deal|accord|declaration|memorandum|protocol) of {date},?"
            r" (?:(?:that|which) was )?(?:signed|reached|struck|concluded)(?= in {place})",
        ),
        ("round", r"(?P<n>{ordinal}) {place} (?:meeting|session|encounter)\b"),
        (
            "sequel",
            r"\b(?:moved|shifted|switched|relocated|(?:re)?turned|went (?:back|on)|came back"
            r"|(?:will|would|to) (?:move|shift|switch|relocate|return))"
            r"(?: (?:then|again|back|next|on))? to [{place}{actor}]"
            r"(?=,? (?:(?:late |early )?(?:on |in )?{date}|a (?:day|week) later|{duration} later"
            r"|(?:the|for)\b)|,? {date}|[.,;])",
        ),
        (
            "one of them",
            r"(?:\bfollowed (?:{duration} later |a (?:day|week) later )?by|,|,? and|,? then)"
            r" (?:another|one|yet another|the (?:last|latest|first)(?: of (?:them|these|which))?)"
            r"(?: one)?(?=,? in {place},? (?:(?:on )?{date}"
            r"|a (?:day|week) later|{duration} later))",
        ),
        (
            "talks",
            r"\b(?:delegations?|teams?|negotiators|envoys?)(?: (?!arriv)[\w'-]+){0,5}?"
            r" (?:to|for) {place},?(?: {actor},)?(?: on)?(?: {date})? (?:in an (?:effort|attempt"
            r"|bid) )?to"
            r" (?:negotiate|(?:advance|continue|resume|hold|conduct|begin|start)"
            r" (?:(?:the|further|more) )?(?:{adjective} )?{talks})\b",
        ),
        ("deal", r"{place} (?:agreement|deal|accord|declaration)(?= of {date})"),
        (
            "talks",
            r"\b(?:a|the|their) (?:meeting|session) of (?:[\w-]+ than |about |just |only ){0,2}"
            r"{duration}",
        ),
        (
            "talks",
            r"\b(?:a|the|their) {duration}(?:[- ]long)? (?:meeting|session)"
            r"(?= of (?:the )?(?:two|both|joint|{actor}))",
        ),
        ("opening", r"\b(?:initial|opening|inaugural) {which}\b(?: of {many}{talks})?"),
        (
            "earlier",
            r"\b(?:previous|earlier|prior|past|preceding|last)"
            r"(?: (?!(?:during|to|in|at|after|before|on)\b)[\w-]+){0,2}? (?:rounds?"
            r"|cycles?|{talks}|meetings?|sessions?|ones|attempts? (?:at {talks}|to (?:convene|meet"
            r"|hold {talks})))\b(?: of (?:the |their )?{many}{talks}\b|(?! of\b))",
        ),
        (
            "next",
            r"\b(?:next|further|follow-up|another)(?: \"?{adjective}){0,3} \"?(?:rounds?"
            r"|cycles?|{talks}|meetings?|sessions?|one(?= (?:is|will|was|would)\b))\b"
            r"(?: of (?:the )?{many}(?:{talks}|{delegates})\b|(?! of\b))",
        ),
        (
            "next",
            r"\A\W{0,2}the next(?= (?:is|was|will|would) (?:\w+ )?(?:be|to be|to take place|take"
            r" place"
            r"|due|set|scheduled|expected|planned|to (?:follow|convene|open|begin))\b)",
        ),
        (
            "talks",
            r"(?:\b(?:latest|current|new|fresh|final|first|resumed|a|one|this"
            r"|separate) )?(?:{adjective} )?(?:(?:rounds?|cycles?|sessions?|days?|series|sets?"
            r"|bouts?|spells?|stretch(?:es)?) of (?:{many}{talks}|bargaining|haggling)"
            r"|days? of {many}(?:meetings|sessions))\b",
        ),
        (
            "talks",
            r"{actor}(?:'s)?(?:[-–/]| and (?:the )?){actor}(?: {adjective}){0,4} (?:{talks}"
            r"|{sitting})\b",
        ),
        ("talks", r"(?:{adjective}[ -]){1,5}{talks}\b"),
        (
            "talks",
            r"\b{talks}\b(?= (?:between|with|in (?:the )?{place}|at|on {date}|mediated|brokered"
            r"|hosted|involving|here|(?:(?:(?:that|which) were )?held|(?:that|which) took "
            r"place) (?:in|on|at))\b"
            r"| (?:in|at|on) )",
        ),
        (
            "talks",
            r"\b(?:diplomatic|high-level|direct|face-to-face) (?:engagements?|encounters?)\b"
            r"(?= (?:between|with|in|on|at)\b)",
        ),
        ("talks", r"\A\"?{talks}\b"),
        (
            "talks",
            r"\b(?:an?|the|their|{date}'s)(?: (?:[\w-]+|{actor}|{place}|{date})){0,3}? summit"
            r"(?= (?:(?:in|at) (?:the )?{place} )?(?:between|of) (?:the )?"
            r"(?:(?:[\w-]+|{actor}) ){0,4}?{person})",
        ),
        (
            "talks",
            r"(?:(?<='s )|\b(?:his|her|its|their|an?|the) )"
            r"(?:(?:{adjective}|{ordinal}|{duration}|{date}|[a-z-]+) ){0,2}?meeting"
            r"(?= with (?:(?:[\w-]+|{actor}|{person}'s) ){0,4}?{person})",
        ),
        (
            "talks",
            r"\b(?:left|leaving|departed(?: from)?|flew (?:home )?(?:out of|from)|returned "
            r"from) {place}"
            r"(?: (?:late )?(?:on )?{date})? after (?:(?:[\w-]+|{duration}) (?:of "
            r")?){0,3}?{talks}\b(?! (?:with|between)\b)",
        ),
        (
            "talks",
            r"\b(?:a|another|the) (?:(?:new|fresh|latest|current|present) {which}\b(?! of\b)"
            r"|{which}(?= (?:in {place}|(?:that|which) (?:was|were|had been) (?:to|due|set|planned"
            r"|scheduled)\b|(?:due|scheduled|planned|set) (?:in|for|on)\b)))",
        ),
        (
            "talks",
            r"\b(?:(?:trilateral|tripartite|bilateral|secret|special|separate|face-to-face"
            r"|closed-door|direct) ){1,3}"
            r"(?:meetings?|sessions?)\b",
        ),
        (
            "talks",
            r"(?:\A|(?:\b(?:the|a|an|this|that|another|separate|crucial|key|rare|its|their)"
            r"(?: {duration})?|{date}'s)(?: {adjective}){0,5}"
            r"(?: (?!(?:held|convened|called|opened|hosted|attended|after|during|before|in|at"
            r"|of|to)\b)"
            r"[\w{date}-]+){0,2} )(?:meetings?|sessions?)"
            r"(?= (?:between|of (?:the |their )?(?:(?:two|both|rival|{count}) )?(?:{actor}"
            r"|{delegates})"
            r"|of {person} and |of {body}"
            r"|with (?:the |an? |its )?(?:{actor} )?{delegates} (?:of|from) |with (?:the |an? "
            r"|its )?{actor}"
            r"(?:'s)? (?:[\w-]+ )?{delegates}\b"
            r"|with (?:the )?{actor}(?: (?:in|at|on|planned|scheduled|due|set|(?:that|which) "
            r"(?:was|had))\b|[.,])"
            r"|(?:(?:that|which) (?:had been|was|were) )?(?:(?:originally|initially|earlier) )?"
            r"(?:(?:to be )?held |to have been held |planned |due |scheduled |set |slated )?"
            r"(?:in [{place}{date}]|at the {place}|for {date}|on {date})|there (?:on|between)\b))",
        ),
        (
            "talks",
            r"(?:\A|(?:\b(?:an?|the|this|that|another|their|its)|{date}'s)"
            r"(?: [\w{duration}{date}-]+){0,2} )(?:{sitting}|rounds?)"
            r"(?= between (?:the )?(?:[\w-]+ ){0,3}?[{actor}{person}]"
            r"| of (?:the )?(?:(?:two|both|rival|{count}) )?(?:(?!all\b)[\w-]+ )?"
            r"(?:{actor}|{delegates}))",
        ),
        (
            "again",
            r"\b(?:the|this|that|these|those|their|its"
            r"|an? {duration})(?: {duration}(?:[- ]long)?)?"
            r"(?: (?!on\b|in\b|at\b|the\b)[\w-]+){0,2}? ?\b"
            r"(?:meeting|session|{talks}|round|encounter)\b(?! of\b)",
        ),
        ("again", r"{date}'s (?:[\w-]+ ){0,2}?(?:meeting|session|{talks}|round)\b(?! of\b)"),
        (
            "again",
            r"{duration}(?:[- ]long)?(?: of)? (?:{many})(?:{talks}|meeting|session)\b(?! of\b)",
        ),
        (
            "again",
            r"(?:\A|(?<=said )|(?<=said that )|(?<=added )|(?<=added that )|(?<=suggested ))it"
            r" (?=(?:could|might|may|will|would|should) (?:be held|take place|go ahead)\b)",
        ),
        (
            "again",
            r"\A\"?(?:it|they|proceedings) (?=(?:lasted|ended|wrapped up|began|concluded|(?:was"
            r"|were) held|took place)\b)",
        ),
    )
)
