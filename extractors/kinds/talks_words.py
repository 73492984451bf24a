"""The words in which the news speaks of negotiating meetings, as patterns over tapes. How they are
put together is left to `talks.py`."""

from __future__ import annotations

from extractors.fact import Status
from extractors.parsing.lexicon import LEXICON
from extractors.parsing.tape import pattern

WORDS = {
    **LEXICON,
    "adjective": r"(?:peace|direct|indirect|formal|informal|official|bilateral|trilateral|tripartite"
    r"|quadrilateral|four-way|three-way|multilateral|technical|technical-level|expert-level"
    r"|high-level"
    r"|working-level|face-to-face|ceasefire|cease-fire|truce|nuclear|proximity|closed-door|marathon"
    r"|full|new|fresh|latest|current|hostage|hostages|prisoner|political|military|diplomatic"
    r"|in-person"
    r"|expanded|first|secret|separate|special|negotiation|us-led|exploratory|preliminary|inclusive"
    r"|intra-{actor}|inter-{actor}|security|border|humanitarian|final|crucial|key|long-awaited"
    r"|{actor}-(?:mediated|brokered|hosted|led|backed)|{actor}|{place})",
    "many": r"(?:(?:{adjective}[ -]|[-–/]){0,5})",
    "delegates": r"(?:(?:peace |chief |top |lead |senior )?negotiators|delegations?|delegates|envoys?"
    r"|negotiating teams?|officials|representatives|foreign ministers|defen[cs]e ministers"
    r"|ministers"
    r"|diplomats|teams|commanders|emissaries|commissions|security advisers|intelligence chiefs"
    r"|generals)",
    "sides": r"(?:(?:both|the(?: two| three| warring| rival| opposing)?) (?:sides|parties|delegations"
    r"|teams"
    r"|negotiators|countries|neighbou?rs|governments|commissions|envoys|foreign ministers)|they)",
    "which": r"(?:rounds?|cycles?)",
    "gathering": r"(?:{talks}|meetings?|sessions?|rounds?|encounters?|gatherings?)",
}
for _ in range(2):  # words that are made of other words
    WORDS = {
        name: words.replace("{many}", WORDS["many"])
        .replace("{adjective}", WORDS["adjective"])
        .replace("{talks}", WORDS["talks"])
        .replace("{actor}", "\ue005")
        .replace("{place}", "\ue007")
        for name, words in WORDS.items()
    }

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
            r"\b(?:round|cycle) (?P<n>{ordinal})(?: of (?:the |their )?{many}{talks}\b|(?! of\b))",
        ),
        (
            "round",
            r"(?P<n>{ordinal}) (?:phase|stage|session|set|series) of (?:the "
            r"|their )?{many}{talks}\b",
        ),
        (
            "round",
            r"(?P<n>{ordinal}) (?:{adjective} ){0,3}(?:meeting|session)\b"
            r"(?= (?:between|in {place}|with|on {date}|of (?:the )?(?:two )?{delegates})"
            r"|,? (?:held )?on {date}|[.,])",
        ),
        ("opening", r"\b(?:initial|opening|inaugural) {which}\b(?: of {many}{talks})?"),
        (
            "earlier",
            r"\b(?:previous|earlier|prior|past|preceding|last)(?: [\w-]+){0,2}? (?:rounds?"
            r"|cycles?|{talks}|meetings?"
            r"|sessions?|ones|attempts? (?:at {talks}|to (?:convene|meet"
            r"|hold {talks})))\b(?: of {many}{talks}\b|(?! of\b))",
        ),
        (
            "next",
            r"\b(?:next|further|follow-up|upcoming|another)(?: {adjective}){0,3} (?:rounds?"
            r"|cycles?|{talks}|meetings?"
            r"|sessions?)\b(?: of {many}{talks}\b|(?! of\b))",
        ),
        (
            "talks",
            r"(?:\b(?:latest|current|new|fresh|final|first|resumed|a|one|this"
            r"|separate) )?(?:{adjective} )?(?:rounds?|cycles?|sessions?"
            r"|days?|series) of {many}{talks}\b",
        ),
        (
            "talks",
            r"{actor}(?:'s)?(?:[-–/]| and (?:the )?){actor}(?: {adjective}){0,4} (?:{talks}"
            r"|meetings?|sessions?)\b",
        ),
        ("talks", r"(?:{adjective}[ -]){1,5}{talks}\b"),
        (
            "talks",
            r"\b{talks}\b(?= (?:between|with|in (?:the )?{place}|at|on {date}|mediated|brokered"
            r"|hosted|involving|here)\b"
            r"| (?:in|at|on) )",
        ),
        ("talks", r"\A\"?{talks}\b"),
        ("talks", r"\b(?:a|another|the) (?:new|fresh|latest|current|present) {which}\b(?! of\b)"),
        (
            "talks",
            r"\b(?:(?:trilateral|tripartite|bilateral|secret|special|separate|face-to-face"
            r"|closed-door|direct) ){1,3}"
            r"(?:meetings?|sessions?)\b",
        ),
        (
            "talks",
            r"(?:\A|\b(?:the|a|an|this|that|another|separate|crucial|key"
            r"|rare)(?: [\w-]+){0,2} )meetings? (?=(?:between|of (?:the |their )?(?:{actor}"
            r"|{delegates})"
            r"|(?:held |planned )?(?:in {place}|at the {place}|for {date}|on {date})))",
        ),
        (
            "again",
            r"\b(?:the|this|that|these|those|their|its"
            r"|an? {duration})(?: {duration}(?:[- ]long)?)?(?: (?!on\b|in\b|at\b)[\w-]+){0,2}? ?\b"
            r"(?:meeting|session|{talks}|round|encounter)\b(?! of\b)",
        ),
        (
            "again",
            r"{duration}(?:[- ]long)?(?: of)? (?:{many})(?:{talks}|meeting|session)\b(?! of\b)",
        ),
        (
            "again",
            r"\A\"?(?:it|they|proceedings) (?=(?:lasted|ended|wrapped up|began|concluded|(?:was"
            r"|were) held|took place)\b)",
        ),
    )
)
#: Verbs that tell of a meeting; a subject of delegates, sides or two actors must go with them.
MET = pattern(
    r"\b(?:met(?! with (?:criticism|anger|scepticism|skepticism|resistance|silence|outrage"
    r"|fury))|meets?|meeting"
    r"|sat (?:down|opposite|across|together)|sit down|gathered|gather|convened?|reconvened?"
    r"|assembled"
    r"|(?:held|hold|holds|holding|opened|began|begin|started|resumed?"
    r"|conducted) (?=(?:[\w-]+ ){0,3}?{talks}\b)"
    r"|negotiated (?=for {duration}|with|in {place})|spent (?:just |only |barely "
    r"|nearly )?{duration}(?= in the same room| at the table)"
    r"|came face to face|come face to face)"
    r"(?=[ ,.](?!the (?:demand|need|deadline|condition|requirement|criteria|target)|(?:its|their"
    r"|his) |demands|all |any ))",
    WORDS,
)
SIDES = pattern(r"\b{sides}\b", WORDS)
SUBJECT = pattern(r"\b{delegates}\b|\b{sides}\b|\A\"?they\b", WORDS)

#: What is no negotiation of a war, and what is no meeting.
OTHER_BEFORE = pattern(
    r"\b(?:trade|tariffs?|climate|coalition|merger|takeover|contract|pay|wage|budget|business"
    r"|commercial|phone|telephone"
    r"|accession|transfer|salary|labou?r|debt|investment|energy|fishing|rate|credit|membership"
    r"|bailout|pep|gas|grain"
    r"|economic)(?: and [\w-]+)?(?:[ -]{adjective}){0,2} ?\Z",
    WORDS,
)
OTHER_AFTER = pattern(
    r" (?:shows?|radio|points?|therapy|(?:on|over|about|aimed at) (?:\w+ ){0,4}?(?:trade|tariffs"
    r"|coalition|budget|wages?|pay|contract"
    r"|investment|merger|fishing|forming a)\b)"
)
REMOTE = pattern(
    r"\b(?:by|over the|on the|via|in a|over a|per) (?:[\w-]+ )?(?:tele)?(?:phone|hotline)\b"
    r"|\b(?:phone|telephone) (?:call|conversation|talks)"
    r"|\bphoned\b|\btelephoned\b|\bhotline\b"
)
NO_TALKS = pattern(r"\b(?:no|without|any|never|neither)(?: [\w-]+){0,2}? ?\Z")
SIDE_MEETING = pattern(
    r"\b(?:one-on-one|tete-a-tete|on the sidelines|(?:prior to|before) the (?:main|plenary"
    r"|formal)|direct conversation"
    r"|private conversation)\b"
)
OTHER_TOPIC = pattern(
    r"\b(?:trade|tariffs?|coalition|merger|takeover|wage|pay|contract|budget|labou?r|climate|gas"
    r"|transfer)(?: and \w+)? {talks}"
    r"|\btrade (?:deal|war)|\btransfer window|\bpay (?:deal|rise)",
    WORDS,
)
TOPIC = pattern(
    r"\b(?<!trade )(?<!tariff )(?<!price )(?<!bidding )(?<!star )(?:wars?|warring|ceasefires?"
    r"|cease-fires?|truces?"
    r"|prisoners? of war|prisoner (?:exchange|swap)|hostages?|invasion|troops|rebels?|armed"
    r"|nuclear|enrichment|hostilities"
    r"|militants?|militia|insurgents?|guerrillas?|paramilitary|captives?|frontline|front line"
    r"|fighting|battlefield"
    r"|armistice|peace (?:talks|process|deal|agreement|negotiations|plan)|(?:peace|truce) accord"
    r"|conflict|clashes"
    r"|fighters|soldiers|delegations?)\b"
)

_HELD = (
    r"(?:be held|take place|begin|start|open|resume|continue|go ahead|convene|reconvene"
    r"|be convened|happen|kick off|get under ?way|follow|meet|gather|sit down|hold|discuss"
    r"|be hosted)"
)
#: How far it had come: (status, side of the trigger, cue, words). First match in this order wins.
STANDINGS = tuple(
    (status, side, cue, pattern(words, WORDS))
    for status, side, cue, words in (
        (
            Status.FAILED,
            "after",
            "called off",
            r"[^;]{0,90}?\b(?:(?:was|were|been|being|is|are) (?:\w+ )?(?:postponed|cancel+ed"
            r"|called off|suspended"
            r"|aborted|scrapped|put off|shelved|delayed|frozen|broken off)|did not (?:take place"
            r"|go ahead|materiali[sz]e)"
            r"|fell through|failed to (?:take place|materiali[sz]e|go ahead|convene)"
            r"|never (?:took place|happened))",
        ),
        (
            Status.FAILED,
            "before",
            "called off",
            r"\b(?:cancel\w*|call(?:s|ed|ing) off|postpon\w+|suspend\w*|abort\w*|scrap(?:s|ped)"
            r"|pull\w* out of"
            r"|withdr\w+ from|walk\w* out of|boycott\w*|failed to (?:hold|attend|show up for"
            r"|turn up for)|skipped"
            r"|did not (?:attend|meet|hold))(?: (?!and\b)[\w'-]+){0,5}? ?\Z",
        ),
        (
            Status.REJECTED,
            "before",
            "refused",
            r"\b(?:refus\w+|reject\w+|declin\w+|rul(?:es|ed|ing) out|turn(?:s"
            r"|ed) down)(?: (?!and\b)[\w'-]+){0,6}? ?\Z",
        ),
        (Status.DENIED, "before", "denied", r"\bden(?:y|ies|ied|ying)(?: [\w'-]+){0,6}? ?\Z"),
        (
            Status.COMPLETED,
            "before",
            "setting",
            r"\b(?:during|after|following|since|concluded|completed|finished|attended|ended"
            r"|wrapped up|closed|left)"
            r"(?: (?!to\b|will\b|and\b)[\w'{duration}{date}{actor}{place}-]+){0,5}? ?\Z",
        ),
        (
            Status.COMPLETED,
            "before",
            "setting",
            r"\b(?:in|at|during|after|following|through)(?: (?:the|their|its|these|those|an?|of"
            r"|{duration}|{ordinal}|{count}|{adjective}"
            r"|latest|landmark|rare)){0,5} ?\Z",
        ),
        (
            Status.ONGOING,
            "after",
            "under way",
            r"[^.;,]{0,50}?\b(?:(?:are|is) (?:now |still |currently )?(?:under ?way|taking place"
            r"|ongoing|continuing|being held|in progress|in session)"
            r"|(?:have|has) (?:now |already |just )?(?:begun|started|opened|resumed|kicked off"
            r"|got under ?way)|continues?|went into (?:a|its|their) {ordinal} day"
            r"|(?:entered|enters) (?:a|its|their) {ordinal} day|got under ?way|kicked off"
            r"|since {date} for\b)",
        ),
        (
            Status.COMPLETED,
            "after",
            "told",
            r"[^.;]{0,80}?(?<!be )\b(?:concluded|ended|ends|end|took place|held|lasted"
            r"|wrapped up|finished|did not|failed to|yielded|produced"
            r"|resulted in|led to|broke up|brought|achieved|collapsed|stalled|marked|opened"
            r"|began|closed|is over|are over|were over)\b",
        ),
        (
            Status.PROPOSED,
            "before",
            "hoped for",
            r"\b(?:propos\w+|offer\w*|suggest\w*|call(?:s|ed|ing)? for|call(?:s|ed|ing)? on"
            r"|urg\w+|seek\w*|sought|want\w*|hop(?:e|es|ed|ing)"
            r"|could|may|might|should|possib\w+|ready|readiness|willing\w*|invit\w+|consider\w*"
            r"|prospects?|if|whether|expect\w*|likely"
            r"|push\w* for|open to|would like|in talks on|demand\w*|insist\w*)\b[^.;]{0,60}\Z",
        ),
        (
            Status.PROPOSED,
            "after",
            "possible",
            r"[^.;,]{0,60}?\b(?:could|may|might|should|(?:is|are|was|were) (?:also )?(?:possible"
            r"|expected|likely|proposed|anticipated))\b",
        ),
        (
            Status.SCHEDULED,
            "after",
            "to come",
            r"[^.;]{0,60}?\b(?:(?:will|would|is to|are to|was to|were to|(?:is|are|was"
            r"|were)? ?(?:now )?(?:due|set|scheduled|slated|planned)(?: (?:to|for|in|on))?)"
            r"(?: (?:now|also|then|probably))? ?(?:"
            + _HELD
            + r"\b|(?=in\b|on\b|{date}|{place}|for\b|the\b))|to be held|to take place|(?:will"
            r"|would) (?:be|focus)\b"
            r"|scheduled\b|(?:is|are|was|were) (?:due|set|slated|planned)\b)",
        ),
        (
            Status.SCHEDULED,
            "before",
            "to come",
            r"\b(?:will|is to|are to|were to|was to|(?:due|set|scheduled|slated|plan\w*"
            r"|agree[ds]?) (?:to|on|for)|upcoming|ahead of|before|until"
            r"|in preparation for|prepar\w+ for|preparations for|arriv\w+ (?:in \S{1,20} )?for"
            r"|travel\w* to \S{1,20} for|next|would)\b[^.;]{0,50}\Z",
        ),
        (
            Status.ONGOING,
            "before",
            "under way",
            r"\b(?:(?:are|is|were|have been|has been|been) (?:\w+ )?(?:holding|attending"
            r"|conducting)|in the middle of)(?: [\w'-]+){0,3}? ?\Z",
        ),
        (
            Status.COMPLETED,
            "before",
            "setting",
            r"\b(?:in|at|from|held|conducted|through)(?: [\w'-]+){0,4}? ?\Z",
        ),
    )
)
#: Words that make a setting one of the future: "will be raised at the talks".
AHEAD = pattern(
    r"\b(?:will|would|shall|could|may|might|should|expect\w*|hop(?:e|es|ed|ing)|to be|due to"
    r"|is to|are to)\b"
)
#: What stands before a verb of meeting.
TENSES = (
    (Status.FAILED, pattern(r"(?:\b(?:not|never|failed to|unable to)|n't)(?: \w+)? \Z")),
    (
        Status.PROPOSED,
        pattern(
            r"\b(?:could|may|might|should|can|(?:hop\w+|want\w*|offer\w*|propos\w+|ready|willing"
            r"|prepared|expect\w*"
            r"|likely|invit\w+|urg\w+|ask\w*|possible)(?: [\w{actor}{person}]+){0,3}? (?:to|that"
            r"|for))(?: [\w-]+){0,3}? \Z"
        ),
    ),
    (
        Status.ONGOING,
        pattern(r"\b(?:are|is|were|was|been)(?: (?:now|currently|still|also))? (?=\Z)"),
    ),
    (
        Status.SCHEDULED,
        pattern(
            r"\b(?:will|shall|to|would|due to|set to|scheduled to|agreed to)(?: (?:again|also"
            r"|now|then|next|each))? \Z"
        ),
    ),
)
#: Talks in which all who are named beside each other are parties.
MANY_SIDED = pattern(r"\b(?:trilateral|tripartite|three-way|quadrilateral|four-way|multilateral)\b")

_END = (
    r"(?= (?:in|on|at|over|about|aimed|to|that|which|who|whom|has|have|had|is|are|was|were|will"
    r"|would|conclud\w+|ended"
    r"|began|start\w*|opened|took|held|mediated|brokered|hosted|facilitated|led|collaps\w+|broke"
    r"|stalled|resum\w+|since|after|before|for"
    r"|as|with|under|scheduled|due|set|planned|through|via|during|from|but|while|where|when|said"
    r"|says|lasted|failed|went|focus\w*"
    r"|amid|could|may|might|continu\w+|would|yielded|did|produced|brought|made|later|here|there"
    r"|of|because|by|finish\w+|wrap\w+|marked|until"
    r"|enter\w*|left|so|despite|has|if|met|meet)\b| \ue004|[.;:()\"—–]|, (?:which|who|but|while"
    r"|after|with|led|the \w+ of|mediated|brokered|hosted|a|said|where|at|in|on|as)\b|\Z)"
)
BETWEEN = pattern(
    r"(?: [\w{place}{date},'-]+){0,6}? ?\b(?:between|involving|of|among"
    r"|from)(?P<list> [^;]{1,160}?)" + _END,
    WORDS,
)
WITH = pattern(
    r"(?: (?:in|on|at|the|of|resort|city|capital|{place}|{date})){0,6} with (?P<list>(?:the "
    r"|an? |its |his |her |their )?"
    r"(?:[\w'-]+ ){0,4}?[{actor}{person}][^;]{0,100}?)" + _END,
    WORDS,
)
#: "Ukrainian and Russian negotiators", "delegations from Ukraine, the US and Russia".
LISTED = (
    pattern(
        r"(?P<list>{actor}(?:'s)?(?: [\w-]+){0,3}?(?:,? (?:and "
        r"|the ){0,2}{actor}(?:'s)?){1,4})(?: [\w-]+){0,3}? {delegates}\b",
        WORDS,
    ),
    pattern(
        r"\b{delegates} (?:from|of|for|representing) (?P<list>(?:the )?{actor}(?:'s)?(?:(?:,"
        r"|,? and) (?:the )?{actor}(?:'s)?){1,4})",
        WORDS,
    ),
    pattern(
        r"(?P<list>{actor}(?:'s)?(?: [\w-]+){0,3}?(?:(?:,"
        r"|,? and) (?:the )?{actor}(?:'s)?(?: (?!and\b)[\w-]+){0,3}?){1,4})"
        r"(?:, [^,;]{1,80},)?(?: [\w-]+){0,4}? ?\Z"
    ),
    pattern(
        r"(?P<list>{actor}(?:'s)?(?:[-–/]"
        r"| and (?:the )?){actor})(?: {adjective}){0,4} (?:{gathering})\b",
        WORDS,
    ),
)
