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
    r"|flag|international|sector|extraordinary|regular"
    r"|resumed|renewed|revived|ongoing|upcoming|forthcoming|planned|recent|stalled|long-stalled"
    r"|landmark|historic|previous"
    r"|intra-{actor}|inter-{actor}|security|border|humanitarian|final|crucial|key|long-awaited"
    r"|{actor}-(?:mediated|brokered|hosted|led|backed)|{actor}|{place}|\((?:\w{2,8}|{actor})\))",
    "many": r"(?:(?:{adjective}[ -]|[-–/]){0,5})",
    "delegates": r"(?:(?:peace |chief |top |lead |senior )?negotiators|delegations?|delegates"
    r"|envoys?|negotiating teams?|officials|representatives|foreign ministers|defen[cs]e ministers"
    r"|ministers|diplomats|teams|commanders|emissaries|commissions|security advisers"
    r"|intelligence chiefs|generals|committees|(?:[a-z]+-level|senior|liaison|army|military)"
    r" officers"
    r"|(?:army|military|security|border(?: guard)?|police|air force|navy) chiefs|governors|panels)",
    "sides": r"(?:(?:both|the(?: two| three| warring| rival| opposing)?) (?:sides|parties"
    r"|delegations|teams|negotiators|countries|nations|neighbou?rs|governments|commissions|envoys"
    r"|foreign ministers)|they)",
    "which": r"(?:rounds?|cycles?)",
    "body": r"(?:the |their )?(?:(?:joint|general|regional|standing|special)? ?(?:[\w-]+ ){0,2}?"
    r"(?:committee|commission)|{actor})",
    "gathering": r"(?:{talks}|meetings?|sessions?|rounds?|encounters?|gatherings?)",
    "sitting": r"(?:meetings?|sessions?|sittings?|encounters?|gatherings?|sit-downs?|get-togethers?"
    r"|huddles?|conclaves?|summits?|conferences?|working (?:dinners?|lunch(?:es)?|breakfasts?)"
    r"|face-to-faces?|t[eê]te-[aà]-t[eê]tes?|round ?tables?|plenar(?:y|ies)|trilaterals?"
    r"|exchanges? of views)",
}
for _ in range(2):  # words that are made of other words
    WORDS = {
        name: words.replace("{many}", WORDS["many"])
        .replace("{adjective}", WORDS["adjective"])
        .replace("{talks}", WORDS["talks"])
        .replace("{sitting}", WORDS["sitting"])
        .replace("{actor}", "\ue005")
        .replace("{place}", "\ue007")
        for name, words in WORDS.items()
    }

#: Verbs that tell of a meeting; a subject of delegates, sides or two actors must go with them.
MET = pattern(
    r"\b(?:met(?! by\b)(?! with (?:criticism|anger|scepticism|skepticism|resistance|silence|outrage"
    r"|fury))|meets?|meeting"
    r"|sat (?:down|opposite|across|together)|sit(?= (?:down|again|for|on|in)\b)"
    r"|s[ai]t(?= (?:around|at) (?:{count}|the same|a|the(?: negotiating)?) table)"
    r"|gathered|gather|convened?|reconvened?"
    r"|assembled|(?:held|hold|holds|holding|opened|began|begin|started|resumed?"
    r"|conducted)(?= (?:[\w{duration}{ordinal}-]+ ){0,4}?(?:{talks}|{sitting}|{which}"
    r"|engagements?)\b)"
    r"|(?:negotiated|talked|huddled|conferred|sat|haggled|bargained|deliberated|parleyed)"
    r"(?=,?(?: directly| face[- ]to[- ]face| indirectly"
    r"| again| separately| in turn)? (?:for (?:[\w-]+ ){0,3}?{duration}|with\b"
    r"|(?:through|into) the night"
    r"|in {place}|on {date}))|spent (?:[\w-]+ ){0,3}?[{duration}{date}]"
    r"(?= (?:(?:[\w-]+ )?in (?:the same|{count}|a) room"
    r"|at (?:the same|the|{count}|a)(?: negotiating)? table"
    r"|with|in {place} with|together|negotiating|locked in|closeted)\b)"
    r"|(?:came|come|were) face to face|(?:saw|seen?|faced?) (?:each other|one another)"
    r"|got together|shared a table"
    r"|(?:were|came|sat) (?:back |again )?(?:at|to)"
    r" (?:the (?:negotiating |bargaining |same )?|{count} )table|were in (?:the same|{count}) room"
    r"|were closeted|(?:shook hands|regrouped)(?= (?:in {place}|on {date}))"
    r"|(?:began|started|resumed) negotiating(?= (?:in {place}|on {date}|with\b))"
    r"|c[ao]me together(?= (?:again |once more )?(?:in|at|on) (?:the )?[{place}{date}])"
    r"|received(?= (?:an?|the) (?:[\w-]+ )?{actor} (?:[\w-]+ )?(?:delegation|team)\b)"
    r"|(?:received|welcomed)(?= (?:[\w{actor}'-]+ |{person}'s ){0,6}?{person}(?:,[^.;,]{1,40},)?"
    r"(?: (?:in|at|on) [\w{place}{date} ]{1,25}?)? for (?:[\w{duration}-]+ ){0,4}?(?:{talks}"
    r"|meetings?)\b)"
    r"|(?<=been )negotiating(?= in {place}| with)"
    r"|(?<=were )brought together"
    r"|(?:expected|due|awaited)(?= (?:back )?in {place},? (?:(?:early |late |later )?on )?{date})"
    r"|(?:were|been|stayed|remained)(?= (?:(?:back|on|at|of|floors|wings|rooms|hotels?|building|a"
    r"|the|{count}|separate|one|same) ){0,8}?in (?:the )?{place}(?: capital)?(?:,? (?:since"
    r"|on|for|in|from|again|late|early|until|this|last)\b|,? {date}))"
    r"|spent (?:[\w-]+ )?{duration}(?= in {place})"
    r"|received(?= by (?:the )?(?:[\w{actor}'-]+ ){0,4}?{person})"
    r"|(?:saw|sees?)(?= (?:the )?(?:[\w{actor}'-]+ ){0,4}?{person}"
    r"(?: (?:in|at|on|again|that|late|for|there)\b| {date}|[.,]))"
    r"|(?<=and )saw(?= (?:the )?{actor}(?: (?:side|team|delegation|negotiators|envoys))?"
    r" (?:again|(?:on )?{date}))"
    r"|return(?:ed|s)?(?= to the (?:negotiating )?table)|(?:be|due|are) back(?= (?:in|at)\b)"
    r"|(?:(?<!co-)host(?:ed|ing)(?! with)|brought together|bringing together)"
    r"(?= (?:[\w'-]+ ){0,4}?[{actor}{person}][^.;]{0,90}?"
    r" (?:and|with) (?:[\w'-]+ ){0,4}?[{actor}{person}]))"
    r"(?=[ ,.](?!the (?:{date},? )?(?:demand|need|deadline|condition|requirement|criteria|target)"
    r"|(?:its|their"
    r"|his|her) (?!{person}|(?:[\w{actor}-]+,? ){0,4}(?:counterparts?|opposite numbers?"
    r"|opponents?)\b|(?:[\w{ordinal}{actor}-]+ ){0,4}?(?:{talks}|meetings?|sessions?|{which})\b)"
    r"|demands|all |any ))",
    WORDS,
)
#: Of these verbs the two sides are the objects.
HOSTED = pattern(r"(?:host(?:ed|ing)|brought together|bringing together)\b")
SIDES = pattern(
    r"\b{sides}\b|\bthe (?:two|pair|{count}) (?=(?:then |also |had )?(?:met|sat)\b)", WORDS
)
DELEGATES = pattern(r"\b{delegates}\b", WORDS)
SUBJECT = pattern(
    r"\b{delegates}\b|\b{sides}\b|\A\"?they\b|\bthe (?:two|pair|{count}) (?:\w+ )?\Z"
    r"|\bthe (?:{count} |two )?(?:leaders|presidents|premiers|(?:prime )?ministers) (?:\w+"
    r" ){0,2}\Z",
    WORDS,
)

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
ROUNDS = pattern(
    r"\b(?:rounds|meetings|sessions|talks|negotiations|consultations)\b"
    r"|{ordinal} (?:meeting|session)\b"
)
ROUND = pattern(r"\b(?:rounds?|meetings?|sessions?|cycles?|talks)\b")
#: One of a row of meetings, after which another may be called by its number alone.
ONE_ROUND = pattern(
    r"\b(?:rounds|cycles|(?:next|last|previous|new|latest) (?:round|cycle|session))\b"
    r"|{ordinal} (?:round|cycle|session|meeting)\b"
)
