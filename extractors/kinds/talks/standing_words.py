"""The words that tell how far a meeting had come: held, under way, to come, hoped for, called off.
How they are weighed against its date is left to standing.py."""

from __future__ import annotations

from extractors.fact import Status
from extractors.kinds.talks.words import WORDS
from extractors.parsing.tape import pattern

_HELD = (
    r"(?:be held|take place|begin|start|open|resume|continue|go ahead|convene|reconvene"
    r"|be convened|return|happen|kick off|get under ?way|follow|meet|gather|sit down|hold|discuss"
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
            r"(?:[^;,]{0,40}, which [^;,]{1,140},)?"
            r"(?:(?!\bwhere they\b)[^;]){0,90}?\b(?:(?:was|were|been|being|is|are|got) (?:\w+ )?"
            r"(?:postponed|cancel+ed|called off|suspended"
            r"|aborted|scrapped|put off|shelved|delayed|frozen|broken off"
            r"|interrupted)(?![^;]{0,80}? (?:resumed|revived|restarted)\b)|(?:did|will|would)(?:"
            r" now)? not (?:now )?"
            r"(?:take place|be held|go ahead|materiali[sz]e)"
            r"|(?:was|were) (?:supposed|due|meant) to have\b"
            r"|(?:should|was to|were to) have (?:been held|taken place|begun|started|opened)"
            r"|(?:was|were|had been|is|are) (?:supposed|meant|due|set|scheduled|to)(?: to)?"
            r" [^;]{1,60}?,? but (?:it |they |which )?(?:(?:have|has|had) (?:yet to"
            r"|not (?:yet )?(?:begun|started|opened|taken place|been held|got under ?way))|never"
            r"|did not)\b"
            r"|(?:supposed|meant) to (?:be held|take place|begin|start|open|resume)"
            r" (?=(?:on |in )?{date})"
            r"(?![^;]{0,60}?, (?:was|were) (?:moved|shifted|relocated|brought forward))"
            r"|(?:was|were) (?:due|set|scheduled|supposed) to [^;]{1,40}?, but [^;,]{1,40}?"
            r" (?:delayed|postponed|cancel+ed|pulled out)\b"
            r"|,? (?:suspended|interrupted|frozen|broken off|stalled|on hold|adjourned) since\b"
            r"|fell through|failed to (?:take place|materiali[sz]e|go ahead|convene)"
            r"|(?:was|were|is|are) (?:due|set|scheduled|supposed|planned|to)\b[^;]{1,80}; (?:it"
            r"|that|they|the (?:round|talks|meeting|session))(?: \w+)? (?:has|have|was|were|had)"
            r"(?: now| since)?(?: been)? (?:postponed|cancel+ed|called off|put off|suspended"
            r"|delayed)"
            r"|never (?:took place|happened|began|started|opened|materiali[sz]ed|got (?:off the "
            r"ground"
            r"|under ?way|going)))",
        ),
        (
            Status.FAILED,
            "after",
            "broke down",
            r"(?:(?!\b(?:after|as|when|since|that|which|because|before|whose)\b"
            r"|and (?!(?:the )?[{actor}{person}{date}]))[^.;,]){0,70}?"
            r"\b(?<!almost )(?<!nearly )(?:collapsed|broke down|broke off|fell apart"
            r"|broken down)\b",
        ),
        (
            Status.FAILED,
            "before",
            "called off",
            r"\b(?:cancel(?:s|l?ed|l?ing)?|call(?:s|ed|ing) off|br(?:eak|oke|oken|eaking) off"
            r"|postpon(?:es?|ed|ing)|(?:postponement|cancellation|suspension) of"
            r"|suspend(?:s|ed|ing)?|abort(?:s|ed|ing)?|scrap(?:s|ped)"
            r"|pull\w* out of"
            r"|withdr\w+ from|walk\w* out of|stay(?:s|ed|ing)? away from"
            r"|exit(?:s|ed)|quit|dropp\w+ out of|boycott\w*|failed to (?:hold|attend|show up for"
            r"|turn up for)|(?:(?:did|would|will|do|does) not|n't|failed to) (?:show|turn) up"
            r"(?: (?:(?:on )?{date}|in {place})){0,2} (?:for|at)|back(?:ed|s|ing) out of"
            r"|(?<!{person} )(?<!\bbut )(?:did|would|will) not attend"
            r"|(?:did|would|will) not (?:meet|hold))(?: (?!and\b)[\w'-]+){0,5}? ?\Z",
        ),
        (
            Status.REJECTED,
            "before",
            "refused",
            r"\b(?:refus\w+|reject\w+|declin\w+|rul(?:es|ed|ing) out|turn(?:s"
            r"|ed) down)(?: (?!and\b)[\w'-]+){0,6}? ?\Z",
        ),
        (
            Status.FAILED,
            "before",
            "tried",
            r"\b(?:tried|attempted)(?: (?:in |on )?{date})? to"
            r" (?:hold|organi[sz]e|arrange|convene|broker|host|stage)"
            r"(?: (?!and\b)[\w'-]+){0,4}? ?\Z",
        ),
        (Status.DENIED, "before", "no plans", r"\bno plans? (?:to|for)(?: [\w'-]+){0,4}? ?\Z"),
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
            r"(?<!engage )(?<!engaged )(?<!engaging )"
            r"\b(?:in|at|during|after|following|follows|followed|through)"
            r"(?: (?:the|their|its|these|those|an?|of|{date}'s"
            r"|{duration}|{ordinal}|{count}|{adjective}|latest|landmark|rare)){0,5} ?\Z",
        ),
        (
            Status.COMPLETED,
            "before",
            "setting",
            r"\b(?:closing (?:ceremony|session)|conclusion|outcome|results?|minutes) of"
            r"(?: (?:[\w-]+|{ordinal})){0,2} ?\Z",
        ),
        (
            Status.ONGOING,
            "after",
            "under way",
            r"[^.;,]{0,50}?\b(?:(?:are|is) (?:now |still |currently )?(?:under ?way|taking place"
            r"|ongoing|continuing|being (?:held|conducted)|in progress|in session)"
            r"|(?:have|has) (?:now |already |just )?(?:begun|started|opened|resumed|kicked off"
            r"|got under ?way)|(?<!to )(?<!will )(?<!would )(?<!may )(?<!might )(?<!could )"
            r"continues?\b|got under ?way|kicked off|since {date} for\b)",
        ),
        (
            Status.ONGOING,
            "after",
            "under way",
            r"[^.;]{0,110}?\b(?:(?:went into|entere?[ds]) (?:a|its|their) {ordinal} day"
            r"|(?:has|have) been (?:ongoing|going on|under ?way)"
            r"|(?:beg[au]n|started) (?:just )?(?:an?|some|(?:a )?few|{count}) (?:minutes?|moments?"
            r"|hours?|while) ago)\b",
        ),
        (
            Status.SCHEDULED,
            "before",
            "to come",
            r"\bwill (?:\w+ )?(?:lead|head|attend|join|chair|take part in|participate in)"
            r"(?: [\w{actor}-]+){0,5}? ?\Z",
        ),
        (
            Status.COMPLETED,
            "after",
            "told ended",
            r"[^.;,]{0,60}?(?<!be )(?<!had )\b(?:concluded|ended|wrapped up|finished|broke up"
            r"|closed|lasted"
            r"|is over|are over|were over)\b",
        ),
        (
            Status.COMPLETED,
            "after",
            "told",
            r"(?:(?!,\" )[^.;]){0,80}?(?<!be )(?<!to )\b(?:concluded|ended|ends"
            r"|(?<!and )(?<!to )end(?! (?:to|of|the)\b)"
            r"|took place|held"
            r"|lasted|wrapped up|finished|did not|failed to|yielded|produced"
            r"|resulted in|led (?:to|nowhere)|came to nothing|broke up|brought|achieved"
            r"|collapsed|stalled|marked|opened"
            r"|began|closed|is over|are over|were over|(?:was|were) (?:among|one of|constructive"
            r"|productive|useful|positive|fruitful|difficult|tense|intense|frank|serious))\b",
        ),
        (
            Status.PROPOSED,
            "before",
            "hoped for",
            r"\b(?:(?:when|where|whether|ready) to (?:hold|convene|start|resume)"
            r"|(?:idea|option) of|propos\w+|initiat\w+|offer\w*|suggest\w*"
            r"|call(?:s|ed|ing)? (?:for|on)"
            r"|urg\w+|recommend\w*|appeal\w*|ask(?:s|ed|ing)|seek\w*|sought|want\w*|hop(?:e|es|ed|ing)"
            r"|could|may|might|should|possib\w+|ready|(?:is|are|was|were|be) prepared|readiness"
            r"|willing\w*|invit\w+|consider\w*"
            r"|prospects?|if|whether|expect\w*|likely"
            r"|push\w* for|open to|would like|in talks on|demand\w*|insist\w*)\b[^.;]{0,60}\Z",
        ),
        (
            Status.PROPOSED,
            "after",
            "possible",
            r", which [^.;,]{1,40}? (?:hoped|wanted|planned|meant|intended) to (?:hold|host)\b"
            r"| (?:has|have|had) (?:yet to be|not (?:yet )?been) (?:set|fixed|announced|agreed"
            r"|decided|scheduled|arranged|confirmed)\b"
            r"|[^.;]{0,80}? (?:has|have|had) no date\b"
            r"|[^.;,]{0,12}?(?<!be) (?:expected|anticipated|possible|proposed)"
            r" (?:in|on|for|next|at)\b"
            r"|[^.;]{0,60}?\b(?:(?:could|may|might|should)(?! be (?:an?|the|crucial|decisive)\b)"
            r"(?! (?:mark|become|prove|bring|lead|help|pave|produce)\b)"
            r"|(?:is|are|was|were) (?:also )?(?:possible|expected|likely|proposed|anticipated)"
            r"(?! to (?!" + _HELD + r"\b)))\b",
        ),
        (
            Status.SCHEDULED,
            "after",
            "to come",
            r"[^.;]{0,60}?\b(?:(?:will|would|is to|are to|was to|were to|(?:is|are|was"
            r"|were)? ?(?:now )?(?:due|set|scheduled|slated|planned|supposed|meant)"
            r"(?: (?:to|for|in|on))?)"
            r"(?: (?:now|also|then|probably|again|once again|likely))? ?(?:"
            + _HELD
            + r"\b|(?=in\b|on\b|{date}|{place}|for\b))|to be held|to take place|(?:will"
            r"|would) (?:\w+ly )?(?:be|focus)\b|scheduled\b"
            r"|(?:is|are|was|were) (?:due|set|slated|planned)\b)",
        ),
        (
            Status.SCHEDULED,
            "before",
            "to come",
            r"\b(?:will|is to|are to|were to|was to|(?:due|set|scheduled|slated|plan\w*"
            r"|agree[ds]?) (?:to|on|for)(?![^.;]{0,40} at the (?:end|close|conclusion|outset) of )"
            r"|plan(?:s|ned|ning)?(?= (?:an?|another|their|further) )"
            r"|(?:planned|scheduled)(?= \Z)|upcoming|ahead of|before"
            r"|until"
            r"|in preparation for|(?:priorities|agenda|goals) for|prepar\w+ for|preparations for"
            r"|arriv\w+ (?:in \S{1,20} )?(?:on"
            r" \S |\S |the same day |there ){0,2}(?:for"
            r"|to (?:attend|take part in|hold|join|lead))"
            r"|(?:send|sent|dispatch)\w* (?:[\w{actor}-]+ ){0,4}?(?:teams?|{delegates}"
            r"|representative|envoy|delegate|negotiator) to"
            r"|(?:travel\w*|head(?:ed|ing|s)|fly(?:ing)?|flew|going|bound) (?:to|for)"
            r" \S{1,20} for|next|would)\b[^.;]{0,50}\Z",
        ),
        (
            Status.ONGOING,
            "before",
            "under way",
            r"\b(?:(?:are|is|were|have been|has been|been) (?:\w+ )?(?:holding|attending"
            r"|starting|beginning|opening|continuing"
            r"|resuming|conducting)|(?:have|has) (?:(?:now|already|just|again|also) ){0,2}(?:begun"
            r"|started|opened|resumed|reopened|entered|launched)|in the middle of)"
            r"(?: [\w'-]+){0,3}? ?\Z",
        ),
        (
            Status.COMPLETED,
            "before",
            "told",
            r"\b(?:(?:was|were|marked|became)(?: (?:the|their|a|only|already)){0,2}"
            r"|(?:mediated|brokered|facilitated|hosted|chaired|attended)(?: [\w-]+){0,3}?) ?\Z",
        ),
        (
            Status.COMPLETED,
            "before",
            "setting",
            r"(?<!engage )(?<!engaging )"
            r"\b(?:in|at|from|held|conducted|through)(?: [\w'-]+){0,4}? ?\Z",
        ),
    )
)
#: Words that make a setting one of the future: "will be raised at the talks".
AHEAD = pattern(
    r"\b(?:will|would|shall|could|may|might|should|(?:ready|prepared) to|expect\w*"
    r"|hop(?:e|es|ed|ing)|to be|due to"
    r"|(?:scheduled|set|slated|planning|plans|prepar\w+|going|intend\w*|aims?|decided) to"
    r"|is to|are to|to (?:attend|join|take|participate)|count(?:s|ed|ing) on)\b"
)
#: "will hand over 6,000, said he who led the team at the second round": that round was held.
WHO_LED = pattern(
    r"\b(?:who|which) (?:has |had )?(?:led|headed|attended|chaired|represented|took part)\b[^,;]*\Z"
)
#: What stands before a verb of meeting.
TENSES = (
    (
        Status.COMPLETED,
        pattern(
            r"\b(?:was|were|been|flew|travel+ed|went|came) (?:in|to) {place}"
            r"(?: (?:on )?{date})? to \Z"
        ),
    ),
    (Status.FAILED, pattern(r"\b(?:should|was to|were to|was due to|were due to) have \Z")),
    (
        Status.FAILED,
        pattern(r"\bhad been (?:due|set|scheduled|slated|supposed|meant|expected) to(?: \w+)? \Z"),
    ),
    (
        Status.DENIED,
        pattern(r"\b(?:would|will|is|are|was|were)(?: not|n't)(?: \w+)?(?: be| to)? (?=\Z)"),
    ),
    (Status.FAILED, pattern(r"(?:\b(?:not|never|(?:failed|unable|tried) to)|n't)(?: \w+)? \Z")),
    (Status.PROPOSED, pattern(r"\b(?:when|where|whether|how) (?:and \w+ )?to \Z")),
    (
        Status.PROPOSED,
        pattern(
            r"\b(?:could|may|might|should|can|(?:hop\w+|want\w*|offer\w*|propos\w+|ready|willing"
            r"|open"
            r"|invitation|prepared|expect\w*"
            r"|likely|invit\w+|urg\w+|ask\w*|possible)(?: [\w{actor}{person}]+){0,5}? (?:to|that"
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
            r"\b(?:will|shall|to|would)(?: (?:again|also"
            r"|now|then|next|each))? \Z"
        ),
    ),
)
