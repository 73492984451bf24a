"""The wordings of ultimatums: how deadlines are set, what threatens, what only sounds like one."""

from __future__ import annotations

import re

from extractors.parsing.tape import pattern

#: A time: fifty days, Monday, "10 or 12 days", a week; read in this order by `ultimatum`.
TIME = (
    r"(?:(?P<d>{duration})|(?P<w>{date})|(?P<n>{count})[ -]days?\b|(?P<u>an? (?:week|month|day"
    r"|fortnight))\b)"
)
#: A time of day without its day: "by five in the morning", "by dawn".
_CLOCK = (
    r"(?:(?:\ue000|\d{1,2}[:.]\d\d) (?:in the (?:morning|afternoon|evening)|o'clock|[ap]\.?m\b)"
    r"|noon|midday|midnight"
    r"|dawn|dusk|daybreak|nightfall|sunset|sundown|sunrise)\b(?![^.;,]{0,14}\ue004)"
)
WORDS = {
    "party": "[\ue005\ue006]",
    "vague": r"(?:them|him|her|it|its opponents|(?:the |government )?(?:rebels|militants|insurgents"
    r"|group|movement|government troops|troops|paramilitaries|junta|generals|coup leaders))\b",
    "gave": r"(?:g(?:ives|ave|iven|iving|ive)|hand(?:s|ed|ing)?(?! (?:over|back))|allow"
    r"(?:s|ed|ing)?|grant(?:s|ed|ing)?)",
    "set": r"(?:g(?:ives|ave|iven|iving|ive)|set(?:s|ting)?|issu(?:es|ed|ing|e)|impos(?:es|ed"
    r"|ing|e)"
    r"|hand(?:s|ed|ing)?|deliver(?:s|ed|ing)?|announc(?:es|ed|ing|e)(?! the ultimatum)"
    r"|present(?:s|ed|ing)?|laid down"
    r"|slapp(?:ed|ing)|mak(?:e|es|ing)|made|sent|send(?:s|ing)?|fixed|put)",
    "told": r"(?:t(?:ells|old|elling|ell)|warn(?:s|ed|ing)?|order(?:s|ed|ing)?|command(?:s|ed|ing)?"
    r"|demand(?:s|ed|ing)?(?: that)?|instruct(?:s|ed|ing)?|urg(?:es|ed|ing|e)|call(?:s|ed|ing)? on"
    r"|ask(?:s|ed|ing)?|wants?|wanted|press(?:es|ed|ing)?|push(?:es|ed|ing)?)",
    "deadline": r"(?:deadline|ultimatum|time ?limit|timetable)",
    "within": r"(?:within|in|by|before|until|till|no later than)(?: (?:(?!to\b"
    r"|or\b)[^\s,;\ue000-\ue004]{1,12}|\ue000(?: ?o'clock|[ap]\.?m\.?)?)){0,4}?",
    "until": r"(?:until|till|by|within)(?: (?:(?!to\b|or\b)[^\s,;\ue000-\ue004]{1,12}"
    r"|\ue000(?: ?o'clock|[ap]\.?m\.?)?)){0,4}?",
    "else": r"(?:\bor \"?(?:else|(?:it|this|that)(?: is|'s| will be| would be) over\b"
    r"|(?:(?:it|they|he|she|we|you|\ue005|\ue006)(?: |'))?(?:(?:will"
    r"|would|must"
    r"|could|to|ll|d) )?(?:also )?(?:face|risk|suffer|be |endure|see|incur|pay|expect|meet|lose|let"
    r"|unleash|resume|launch|propose|impose|use|attack|strike|come|send|abandon|take|seize)\w*|"
    r"(?:that )?"
    r"(?:all )?hell)"
    r"|\bor (?:it|they|he|she|we|you|i)(?: |')(?:will|would|ll|d|must)\b"
    r"|\bor (?:the |all |its |more )?(?:[\w\ue005\ue006'-]+ ){1,4}?(?:will|would)\b"
    r"|\botherwise\b|\bor there (?:will|would) be\b"
    r"|\bif (?:it|they|he|she) (?:d(?:id|oes|o)(?: not|n't) (?:comply|obey|agree|accept|heed)"
    r"|fail(?:s|ed) to (?:comply|do so)|refuse[sd]?\b))",
    "threat": r"\b(?:threat(?:s|en|ens|ened|ening)?|warn(?:s|ed|ing|ings)?|vow(?:s|ed|ing)?)\b",
    "verb": r"(?:must|should|has to|have to|had to|needs? to|needed to|ought to|is to|are to)",
}
#: Whom the time is given to: "the TPLF's leaders", "his Russian counterpart", "them", "the
#: defenders of Mariupol", "the rebels in the northern Tigray region".
_WHOM = (
    r"(?:(?:(?:the|his|her|its|their|both|all) )?(?:(?:forces|troops|fighters|those) loyal to |"
    r"(?:leaders|leadership|commanders|government|authorities|rulers|members) of (?:the )?)?"
    r"(?:(?!(?:to|until|of|by|reporters|journalists|(?:the )?media|lawmakers|parliament|viewers)\b)"
    r"[\w-]+ ){0,3}?"
    r"(?P<t>{party})"
    r"(?:(?:,| and|, and)(?: the)? {party}){0,3}(?:'s?)?(?: (?!(?:to|or|until|within|by|an?"
    r"|just|it|they|he|she|we|that)\b|"
    r"(?:only|in|one)\b)[\w-]+){0,4}?(?: (?:in|defending|holding) {place}|, [^,;]{1,40},)?"
    r"|(?:the )?(?P<v>{vague})(?: in (?:the )?(?:[\w-]+ ){0,2}?{place}(?: [\w-]+){0,4}?)?"
    r"|(?:(?:the|all|its|last|remaining|\ue005) ){0,3}(?:defenders|garrison|troops|forces|soldiers"
    r"|fighters|army)"
    r"(?: [\w-]+){0,2}? (?:of|in|inside|at|defending|holding) (?:the )?(?:[\w-]+ ){0,3}?"
    r"(?P<g>{place}))"
)
_SPARSE = (
    r"(?: \"?(?:only|just|another|about|some|a further|a mere|exactly|less than|up to|a|the"
    r"|its|his|their|an|new|final|more)){0,4}"
)
_WHOM_AFTER = (
    rf"(?:,? [^.;\ue005\ue006]{{0,40}}?\b(?:for|to|on|at|against|requiring|giving"
    rf"|demanding|that) {_WHOM})?"
)

_SECOND_WHOM = re.sub(r"\?P<([tvg])>", r"?P<\g<1>2>", _WHOM_AFTER)

#: (rule, words). `i` who sets it, `t`/`v` who is to obey, `d`/`w`/`n`/`u` the time.
FRAMES = tuple(
    (name, pattern(words, WORDS))
    for name, words in (
        (
            "gave a time",
            rf"(?<!extended until {{date}}, )\b{{gave}} {_WHOM}(?P<until> {{until}})?{_SPARSE}"
            rf" \"?{TIME}"
            r"(?=(?:'s|s')?(?: [\w-]+){0,2}? (?:{deadline}|notice)|[,\"]{0,2} (?:to|in which|or"
            r"|before|from|for|after which)\b"
            r"|(?:(?: on| in)? {date})?(?: (?:evening|morning|night|afternoon|noon|midnight))?"
            r"(?:,? (?:local|[\w{place}{actor}]{1,12}) time)?,? to\b"
            r"|(?: in {date})?[,.;\"]{1,2}(?: |\Z)"
            r"|[^.;]{0,60}? or (?:else|face|risk)|(?(until)[,.;]|(?!)))",
        ),
        (
            "set a deadline",
            rf"\b{{set}} (?:{_WHOM} )?(?:[\w'-]+ ){{0,4}}?(?:{TIME}(?:'s)? )?(?:[\w-]+"
            rf" ){{0,2}}?{{deadline}}\b"
            rf"{_SECOND_WHOM}",
        ),
        (
            "somebody's deadline",
            r"(?P<i>{party})'s (?:[\w-]+ ){0,3}?"
            + rf"(?:{TIME}(?:'s)? )?(?:[\w-]+ ){{0,2}}?{{deadline}}\b{_WHOM_AFTER}",
        ),
        (
            "somebody in office's deadline",
            r"(?P<i>{actor}) (?:president|prime minister|foreign minister|government)(?:'s) "
            + rf"(?:{TIME} )?(?:[\w-]+ ){{0,2}}?{{deadline}}\b{_WHOM_AFTER}",
        ),
        (
            "his deadline",
            rf"\b(?P<p>his|her|its|their) (?:[\w-]+ ){{0,2}}?{TIME} (?:[\w-]+"
            rf" ){{0,2}}?{{deadline}}\b{_WHOM_AFTER}",
        ),
        (
            "deadline by",
            rf"(?:{TIME}(?:'s)? (?:(?!before|after|ahead|past|into|until|for|in|of)[\w-]+ )?)?"
            r"\b{deadline} (?P<given>(?:given|handed|issued|set|put) )?(?:(?:for|to) (?:the )?"
            r"(?P<t>{party})(?:'s [\w-]+)? )?(?:(?(given)|(?:given|set|issued|imposed|announced) )"
            r"by|from) (?:the )?(?:(?!the\b)[\w-]+ ){0,3}?(?P<i>{party})"
            + rf"{_WHOM_AFTER.replace('?P<t>', '?P<t2>')}",
        ),
        (
            "faces a deadline",
            rf"(?P<t>{{party}})(?: [\w-]+){{0,3}}? (?:faces|faced|facing|is facing|under) "
            rf"(?:an? |the )?(?:{TIME} )?"
            r"(?:[\w-]+ ){0,2}?{deadline} (?:[\w-]+ ){0,3}?(?:from|by|set by|imposed by) (?:the"
            r" )?(?P<i>{party})",
        ),
        (
            "defied a deadline",
            r"(?P<t>{party})(?: [\w-]+){0,3}?(?: in {place})? (?:reject|dismiss|defi|ignor|shrug"
            r"|brush|scorn)\w*(?: off| aside)?"
            rf" (?:the |an? )?(?P<i>{{party}})(?:'s)? (?:[\w-]+ ){{0,2}}?(?:{TIME} )?(?:[\w-]+"
            rf" ){{0,2}}?{{deadline}}\b",
        ),
        (
            "was given a deadline",
            r"(?P<t>{party})(?:'s)?(?: [\w-]+){0,3}?(?: in {place})? (?:was|were|has been"
            r"|have been|had been) (?:given|handed|issued|served|set)(?: with)?"
            rf"{_SPARSE}(?: {TIME})? (?:[\w-]+ ){{0,2}}?{{deadline}}\b"
            r"(?: by (?:the )?(?P<i>{party}))?",
        ),
        (
            "moved a deadline",
            r"\b(?:shorten|cut|reduc|bring|brought|mov|push|tighten|extend)\w*(?: forward| up"
            r"| back)?"
            rf" (?:his|her|its|their|the) (?:[\w-]+ ){{0,2}}?(?:{TIME.replace('?P<', '?P<x')} )?"
            rf"{{deadline}}(?: (?:for|to|on|(?:that |which )?(?:he|she|it|they)(?: had| has)?"
            rf" (?:gave|given|set|set for)) {_WHOM})?[^.;]{{0,60}}? (?:to|until){_SPARSE} {TIME}",
        ),
        (
            "an actor's deadline",
            rf"(?P<i>{{actor}})(?: {TIME})? (?:[\w-]+ )?{{deadline}}\b{_WHOM_AFTER}",
        ),
        (
            "has a time",
            rf"(?P<t>{{party}})(?: (?:said|that) (?:it|they|he|she))?(?: now| still)?"
            r" (?:has|have|had|(?:was|were|is|has been|have been|had been) given|will have"
            r"|would have"
            rf"|gets)(?: now| only| just| exactly){{0,2}}(?: {{until}})? {TIME}"
            r"(?=(?: by (?:the )?{party})?[^.;\ue005\ue006]{0,25} (?:to|or)\b)",
        ),
        (
            "has until",
            r"(?P<t>{party})(?: now| still)? (?:has|have|had|was given|were given)(?: only)? until"
            r" (?!{date})[^.,;]{3,50}? to [a-z]",
        ),
        (
            "gave until",
            rf"\b{{gave}} {_WHOM} until (?!{{date}})[^.,;]{{2,50}}? to [a-z]",
        ),
        (
            "deadline given",
            rf"\b{TIME} (?:[\w-]+ ){{0,2}}?{{deadline}} (?:that |which )?(?P<q>he|she|it|they"
            rf"|{{party}})"
            rf" (?:had |has |originally |first ){{0,2}}(?:gave|given|set|handed)(?: for)? {_WHOM}",
        ),
        (
            "time given",
            r"\bthe (?:[\w-]+ )?(?P<d>{duration}) (?:that |which )?(?P<q>he|she|it|they|{party})"
            rf" (?:had |has |originally |first ){{0,2}}(?:gave|given) {_WHOM}",
        ),
        (
            "was told",
            r"(?P<t>{party})(?:'s)?(?: [\w-]+){0,2}? (?:was|were|has been|have been|had been)"
            rf" (?:told|ordered|warned) to [^.;]{{3,120}}?\b{{within}} {TIME}",
        ),
        (
            "would punish",
            r"(?:{threat}|\b(?:vow|pledg|promis)\w* to \w+"
            r"|\b(?:on|against|hit|punish|sanction|target|strike|attack|bomb"
            r"|invade)) (?:the )?"
            r"(?P<t>{party})(?: with)?(?: [^\s.;]{1,20}){0,10}? (?:if|unless) "
            rf"[^.;]{{3,120}}?\b{{within}} {TIME}",
        ),
        (
            "threatened unless",
            r"\bthreat(?:s|en|ens|ened|ening)? (?:to )?(?:[\w-]+ ){0,3}?(?P<t>{party})"
            r"(?: [^\s.;]{1,20}){0,12}? (?:unless\b|if (?:[^\s.;]{1,20} ){0,6}?"
            r"(?:no|not|fails?|refuses?|failed|refused)\b)",
        ),
        (
            "threatened if",
            r"\bthreat(?:en|ens|ened|ening)? [^.;]{3,70}? if (?P<v>he|she|it|they)"
            r" (?:refus\w+|fail\w*|d(?:id|oes|o)(?: not|n't)|w(?:ill|ould) not|won't) ",
        ),
        (
            "told within",
            rf"\b(?P<told>{{told}}) {_WHOM} (?!(?:that )?(?:it|they|he|she|we) (?:will"
            rf"|would)\b)[^.;]{{0,140}}?\b(?P<within>{{within}}) (?:{TIME}|(?P<clock>{_CLOCK}))"
            rf"(?! (?:of|ago|later|after)\b)",
        ),
        (
            "must or else",
            r"(?P<t>{party})(?:'s)?(?: [\w-]+){0,2}? {verb} [^.;]{3,140}?(?:\b{within} "
            + TIME
            + r"[^.;]{0,60}?)?{else}",
        ),
        (
            "by then or else",
            rf"\b{{within}} {TIME}[^.;]{{0,60}}?{{else}}",
        ),
        (
            "demanded or else",
            r"\bdemand(?:s|ed|ing)? (?:that )?(?P<v>they|it|he|she) [^.;]{3,140}?{else}",
        ),
        (
            "told or else",
            rf"\b{{told}} {_WHOM} (?:to|that|it|they|he)\b[^.;]{{3,140}}?{{else}}",
        ),
        (
            "told, else after",
            rf"\b{{told}} {_WHOM}(?: (?:on )?{{date}})? (?:to|that (?:it|they)|must|should)\b",
        ),
        ("must, else after", r"(?P<t>{party})(?:'s)?(?: [\w-]+){0,2}? {verb} (?!not\b)"),
        (
            "unless",
            rf"\bunless (?:the )?(?:(?P<t>{{party}})|(?P<v>{{vague}}|both (?:sides|countries"
            rf"|parties)))?"
            rf"(?:[^.;]{{0,120}}?\b{{within}} {TIME})?",
        ),
        (
            "if not",
            r"\bif (?:(?:all|every|any|some|the|of|these|its|their|his|those"
            r"|[a-z]+(?:ish|ian|ese|i)) ){0,4}(?:(?P<t>{party})(?: \({actor}\))?"
            r"|(?P<v>(?:rebels|militants|insurgents|paramilitaries|junta|group)\b)"
            r"|(?P<h>hostages|captives|prisoners|demands|conditions))"
            r"(?:'s)?(?: [\w-]+){0,3}?(?: (?:not|fail(?:s|ed)? to|refus(?:es|ed) to|declin(?:es"
            r"|ed) to)|n't) "
            rf"(?:[^.;]{{0,100}}?\b{{within}} {TIME})?",
        ),
        (
            "if no deal",
            r"\b(?:if (?:(?:there (?:is|was|are|were)|there's) (?:still )?(?:no|not an?)"
            r"|there (?:isn't|wasn't) an?|no)|unless (?:there (?:is|was)|it is|it was)(?: an?)?)"
            r" (?:[\w-]+ ){0,2}?(?:deal|agreement|progress|cease-?fire|truce|peace|settlement"
            rf"|movement|response|compliance)\b(?:[^.;]{{0,60}}?\b{{within}} {TIME})?",
        ),
    )
)
#: Frames that need a threat beside them, since their words alone set nothing.
CONDITIONS = frozenset(
    {"would punish", "threatened unless", "threatened if", "unless", "if not", "if no deal"}
)
#: Frames whose own words are the "or else".
OR_ELSE = frozenset({"must or else", "by then or else", "demanded or else", "told or else"})

#: Frames whose "or else" stands in the next sentence: "Otherwise, …", "If it does not, …".
ELSE_AFTER = frozenset({"told, else after", "must, else after"})
#: Frames whose time is one that no reader of dates knows: "until Thanksgiving".
UNREAD_TIME = frozenset({"has until", "gave until"})
#: Frames that are said by who sets them: "X has until …, Trump said".
SAID = frozenset({"has a time", "has until", "was told", "was given a deadline"})
#: Frames that name a deadline set before.
TOLD_AGAIN = frozenset(
    {
        "deadline by",
        "faces a deadline",
        "defied a deadline",
        "somebody's deadline",
        "his deadline",
        "deadline given",
        "time given",
    }
)
