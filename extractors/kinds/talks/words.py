"""The words in which the news speaks of negotiating meetings, as patterns over tapes. How they are
put together is left to mentions.py."""

from __future__ import annotations

from extractors.parsing.lexicon import LEXICON
from extractors.parsing.tape import pattern

WORDS = {
    **LEXICON,
    "talks": r"(?:(?:peace )?talks|negotiations?(?! (?:process|table|team|group|panel|format"
    "|position|strategy"
    r"|tactics?|skills?|tracks?))|discussions|consultations|dialog(?:ue)?s?|parleys|deliberations)",
    "adjective": r"(?:peace|direct|indirect|formal|informal|official|bilateral|trilateral"
    r"|tripartite|quadrilateral|four-way|three-way|multilateral|technical|technical-level"
    r"|[a-z]{2,12}-level|face-to-face|ceasefire|cease-fire|truce|nuclear|proximity|closed-door"
    r"|marathon|full|new|fresh|latest|current|hostages?|prisoner|political|military|diplomatic"
    r"|in-person|expanded|first|secret|separate|special|negotiation|us-led|exploratory|preliminary"
    r"|initial|inclusive|crisis|conflict|joint|general|boundary|commission|committee|jbc|gbc|rbc"
    r"|resumed|renewed|revived|ongoing|upcoming|forthcoming|planned|recent|stalled|long-stalled"
    r"|landmark|historic|previous"
    r"|intra-{actor}|inter-{actor}|security|border|humanitarian|final|crucial|key|long-awaited"
    r"|{actor}-(?:mediated|brokered|hosted|led|backed)|{actor}|{place}|\((?:\w{2,8}|{actor})\))",
    "many": r"(?:(?:{adjective}[ -]|[-–/]){0,5})",
    "delegates": r"(?:(?:peace |chief |top |lead |senior )?negotiators|delegations?|delegates"
    r"|envoys?|negotiating teams?|officials|representatives|foreign ministers|defen[cs]e ministers"
    r"|ministers|diplomats|teams|commanders|emissaries|commissions|security advisers"
    r"|intelligence chiefs|generals|committees)",
    "sides": r"(?:(?:both|the(?: two| three| warring| rival| opposing)?) (?:sides|parties"
    r"|delegations|teams|negotiators|countries|neighbou?rs|governments|commissions|envoys"
    r"|foreign ministers)|they)",
    "which": r"(?:rounds?|cycles?)",
    "body": r"(?:the |their )?(?:(?:joint|general|regional|standing|special)? ?(?:[\w-]+ ){0,2}?"
    r"(?:committee|commission)|{actor})",
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
            r"(?= (?:between|in {place}|with|on {date}|(?:on|at) the"
            r"|of (?:the )?(?:two )?{delegates}|of {body})"
            r"|,? (?:held )?on {date}|[.,](?! (?:we|i)\b)| (?:should|was|is|will|took)\b)",
        ),
        (
            "one of them",
            r"\A\W{0,2}(?:the |a )?(?P<n>{ordinal})(?: one)?"
            r"(?=,? (?:took|was|is|will|had|ended|lasted|came|in {place}|on {date}|opened|began"
            r"|followed|held)\b|,? {date}|, in {place})",
        ),
        (
            "one of them",
            r"(?:(?<=; )|(?<=, )|(?<=\band ))(?:the )?(?P<n>{ordinal})(?= (?:on {date}"
            r"|in {place},? on {date}|in {place} (?:a|the) \w+ later))",
        ),
        (
            "one of them",
            r"\A\W{0,2}the (?:last|latest|most recent|previous)(?: one| such)?"
            r"(?=,? (?:took|was|had|ended|lasted|came|in {place}|on {date}|opened|began)\b"
            r"|, in {place})",
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
            "talks",
            r"(?:\b(?:latest|current|new|fresh|final|first|resumed|a|one|this"
            r"|separate) )?(?:{adjective} )?(?:(?:rounds?|cycles?|sessions?"
            r"|days?|series) of {many}{talks}|days? of {many}(?:meetings|sessions))\b",
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
            r"|hosted|involving|here)\b| (?:in|at|on) )",
        ),
        (
            "talks",
            r"\b(?:diplomatic|high-level|direct|face-to-face) (?:engagements?|encounters?)\b"
            r"(?= (?:between|with|in|on|at)\b)",
        ),
        ("talks", r"\A\"?{talks}\b"),
        (
            "talks",
            r"\b(?:a|another|the) (?:(?:new|fresh|latest|current|present) {which}\b(?! of\b)"
            r"|{which}(?= in {place}))",
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
            r"(?: {duration})?|{date}'s)(?: {adjective}){0,5}(?: [\w{date}-]+){0,2} )"
            r"(?:meetings?|sessions?)"
            r"(?= (?:between|of (?:the |their )?(?:{actor}|{delegates})|of {body}"
            r"|with (?:the )?(?:{actor} )?{delegates} (?:of|from) |with (?:the )?{actor}"
            r" {delegates}\b"
            r"|(?:(?:to be )?held |planned |due |scheduled |set )?"
            r"(?:in [{place}{date}]|at the {place}|for {date}|on {date})))",
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
#: Verbs that tell of a meeting; a subject of delegates, sides or two actors must go with them.
MET = pattern(
    r"\b(?:met(?! by\b)(?! with (?:criticism|anger|scepticism|skepticism|resistance|silence|outrage"
    r"|fury))|meets?|meeting"
    r"|sat (?:down|opposite|across|together)|sit(?= (?:down|again|for|on|in)\b)"
    r"|gathered|gather|convened?|reconvened?"
    r"|assembled|(?:held|hold|holds|holding|opened|began|begin|started|resumed?"
    r"|conducted)(?= (?:[\w{duration}{ordinal}-]+ ){0,4}?(?:{talks}|meetings?|sessions?|{which}"
    r"|engagements?)\b)"
    r"|(?:negotiated|talked|huddled|conferred|sat)(?= (?:for (?:[\w-]+ ){0,3}?{duration}|with\b"
    r"|(?:through|into) the night"
    r"|in {place}|on {date}))|spent (?:[\w-]+ ){0,3}?[{duration}{date}]"
    r"(?= (?:in the same room|at the table|with|in {place} with)\b)|came face to face|come face"
    r" to face"
    r"|received(?= (?:an?|the) (?:[\w-]+ )?{actor} (?:[\w-]+ )?(?:delegation|team)\b)"
    r"|return(?:ed|s)?(?= to the (?:negotiating )?table)|(?:be|due|are) back(?= (?:in|at)\b)"
    r"|(?:(?<!co-)host(?:ed|ing)(?! with)|brought together|bringing together)"
    r"(?= (?:[\w'-]+ ){0,4}?[{actor}{person}][^.;]{0,90}?"
    r" (?:and|with) (?:[\w'-]+ ){0,4}?[{actor}{person}]))"
    r"(?=[ ,.](?!the (?:demand|need|deadline|condition|requirement|criteria|target)|(?:its|their"
    r"|his|her) (?!{person}|(?:[\w{actor}-]+ ){0,3}(?:counterparts?|opposite numbers?"
    r"|opponents?)\b|(?:[\w{ordinal}{actor}-]+ ){0,4}?(?:{talks}|meetings?|sessions?|{which})\b)"
    r"|demands|all |any ))",
    WORDS,
)
#: Of these verbs the two sides are the objects.
HOSTED = pattern(r"(?:host(?:ed|ing)|brought together|bringing together)\b")
SIDES = pattern(r"\b{sides}\b", WORDS)
DELEGATES = pattern(r"\b{delegates}\b", WORDS)
SUBJECT = pattern(r"\b{delegates}\b|\b{sides}\b|\A\"?they\b", WORDS)

#: What is no negotiation of a war, and what is no meeting.
OTHER_BEFORE = pattern(
    r"\b(?:trade|tariffs?|climate|coalition|merger|takeover|contract|pay|wage|budget|business"
    r"|commercial|phone|telephone"
    r"|accession|transfer|salary|labou?r|debt|investment|energy|fishing|rate|credit|membership"
    r"|bailout|pep|gas|grain|economic)(?: and [\w-]+)?(?:[ -]{adjective}){0,2} ?\Z",
    WORDS,
)
OTHER_AFTER = pattern(
    r" (?:(?:had |have |has )?(?:almost|nearly|narrowly|all but) \w+"
    r"|shows?|radio|points?|therapy|(?:(?:between|in|with) [^.;,]{1,60}? )?(?:on|over|about"
    r"|aimed at) (?:\w+ ){0,4}?(?:trade|tariffs"
    r"|coalition|budget|wages?|pay|contract|investments?|arms sales|merger|fishing|forming a)\b)"
)
REMOTE = pattern(
    r"\b(?:by|over the|on the|via|in a|over a|per) (?:[\w-]+ )?(?:tele)?(?:phone|hotline)\b"
    r"|\b(?:phone|telephone) (?:call|conversation|talks)|\bphoned\b|\btelephoned\b|\bhotline\b"
)
NO_TALKS = pattern(
    r"\b(?:(?:close to|familiar with|briefed on|knowledge of)(?: [\w-]+){0,2}?"
    r"|(?:no|without|any|never|neither|(?:months|years|decades|areas?|channels?|lines"
    r"|forms?|means|kinds?) of)"
    r"(?: [\w-]+){0,2}?|no (?:[\w()-]+ ){0,8}?[\w-]*level|(?:when and|when or|if or|and|or)"
    r" whether(?: [\w-]+){0,1}?) ?\Z"
)
SIDE_MEETING = pattern(
    r"\b(?:one-on-one|tete-a-tete|on the sidelines|(?:prior to|before) the (?:main|plenary"
    r"|formal)|direct conversation|private conversation)\b"
)
OTHER_TOPIC = pattern(
    r"\b(?:trade|tariffs?|coalition|merger|takeover|wage|pay|contract|budget|labou?r|climate|gas"
    r"|transfer)(?: and \w+)? {talks}"
    r"|\btrade (?:dispute|truce|tensions|representatives?|envoy)|\bsemiconductors?\b"
    r"|\brare[- ]earths?\b|\bcommerce (?:secretary|minister|ministry)|\btreasury secretary"
    r"|\b(?:stocks|investors|shares|nasdaq|importers|exporters)\b"
    r"|\btrade (?:deal|war)|\btransfer (?:window|fee)"
    r"|\b(?:two|both|the) clubs\b|\b(?:midfielder|winger|goalkeeper|striker|head coach)\b"
    r"|\bpay (?:deal|rise)",
    WORDS,
)
TOPIC = pattern(
    r"\b(?<!trade )(?<!tariff )(?<!price )(?<!bidding )(?<!star )(?:wars?|warring|ceasefires?"
    r"|cease-fires?|truces?"
    r"|prisoners? of war|prisoner (?:exchange|swap)|hostages?|invasion|troops|rebels?|armed"
    r"|nuclear|enrichment|hostilities"
    r"|militants?|militia|insurgents?|guerrillas?|paramilitary|captives?|frontline|front line"
    r"|fighting|battlefield"
    r"|armistice|peace (?:talks|process|deal|agreement|negotiations|plan|treaty|between)"
    r"|(?:peace|truce) accord|agreement on peace"
    r"|conflict|clashes|fighters|soldiers|delegations?)\b"
)
#: Meetings of which the next sentence may tell one by one.
ROUNDS = pattern(r"\b(?:rounds|meetings|sessions|talks|negotiations|consultations)\b")
