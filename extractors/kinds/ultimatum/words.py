"""The words that the frames of ultimatums are made of: times, parties told, threats, verbs."""

from __future__ import annotations

import re

#: A time: fifty days, Monday, "10 or 12 days", a week; read in this order by `ultimatum`.
TIME = (
    r"(?:(?P<d>{duration})|(?P<w>{date})|(?P<n>{count})[ -]days?\b|(?P<u>an? (?:week|month|day"
    r"|fortnight))\b)"
)
#: A time of day without its day: "by five in the morning", "by dawn".
CLOCK = (
    r"(?:(?:\ue000|\d{1,2}(?:[:.]\d\d)?) (?:in the (?:morning|afternoon|evening)|o'clock"
    r"|[ap]\.?m\b)"
    r"|noon|midday|midnight"
    r"|dawn|dusk|daybreak|nightfall|sunset|sundown|sunrise)\b(?![^.;,]{0,14}\ue004)"
)
#: "by 6 am Kyiv time (0300 GMT) on Sunday".
_HOUR = (
    r"(?: \d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?(?: [\w\ue005\ue007]{1,12} time)?"
    r"(?: \([^()]{3,12}\))?)?"
)
#: Both of the article's two sides.
PAIR = (
    r"(?:both|(?:both )?the (?:two|warring|two warring)) (?:sides|countries|parties|nations|states"
    r"|governments|leaders|presidents|capitals)|both(?= (?:accept|agree|sign|stop|come|do|show)\w*)"
)
WORDS = {
    "party": "[\ue005\ue006]",
    "pair": PAIR,
    "vague": r"(?:them|him|her|it|its opponents|{pair}|(?:the |government )?(?:rebels|militants"
    r"|insurgents|fighters|guerrillas|dissidents|separatists|militia(?:men)?|army|military"
    r"|group|movement|government troops|troops|paramilitaries|junta|generals|coup leaders))\b",
    "gave": r"(?:g(?:ives|ave|iven|iving|ive)|hand(?:s|ed|ing)?(?! (?:over|back))|allow"
    r"(?:s|ed|ing)?|grant(?:s|ed|ing)?)",
    "set": r"(?:g(?:ives|ave|iven|iving|ive)|set(?:s|ting)?|issu(?:es|ed|ing|e)|impos(?:es|ed"
    r"|ing|e)"
    r"|hand(?:s|ed|ing)?|deliver(?:s|ed|ing)?|announc(?:es|ed|ing|e)(?! the ultimatum)"
    r"|present(?:s|ed|ing)?|laid down"
    r"|slapp(?:ed|ing)|mak(?:e|es|ing)|made|sent|send(?:s|ing)?|fixed|put)",
    "told": r"(?:t(?:ells|old|elling|ell)|warn(?:s|ed|ing)?|order(?:s|ed|ing)?(?: to)?|command(?:s"
    r"|ed|ing)?"
    r"|demand(?:s|ed|ing)?(?: (?:on |in )?{date})?(?: that)?|instruct(?:s|ed|ing)?|urg(?:es|ed"
    r"|ing|e)|call(?:s|ed|ing)? on"
    r"|ask(?:s|ed|ing)?|wants?|wanted|press(?:es|ed|ing)?|push(?:es|ed|ing)?)",
    "deadline": r"(?:deadline|ultimatum|time ?limit|timetable|cut-?off (?:date|point))",
    "within": r"(?:within|in(?= (?:the |just |only |about |around |next |coming |another |under "
    r"|less"
    r" |than |a matter of |\"){0,3}(?:[\ue000-\ue004]"
    r"|an? (?:week|month|day|fortnight)\b))|by|before|until|till|no later than)"
    + _HOUR
    + r"(?: (?:(?!to\b"
    r"|or\b)[^\s,;\ue000-\ue004]{1,12}|\ue000(?: ?o'clock|[ap]\.?m\.?)?)){0,4}?",
    "until": r"(?:until|till|by|within)" + _HOUR + r"(?: (?:(?!to\b|or\b)[^\s,;\ue000-\ue004]{1,12}"
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
    #: What who does not obey is said to do.
    "refuses": r"(?:not\b|fail(?:s|ed)?(?: to)?\b|continu(?:es|ed) to|keeps? on|refus(?:es|ed)"
    r"|declin(?:es|ed)|reject(?:s|ed)|turn(?:s|ed) (?:(?:his|her|its|their) back|(?:it|this|them)"
    r" down)|walk(?:s|ed) away|balk(?:s|ed)|stall(?:s|ed)|drag(?:s|ged) (?:his|her|its|their) feet"
    r"|def(?:ies|ied)|ignor(?:es|ed)|break(?:s)?|broke|violat(?:es|ed))",
    "verb": r"(?:must|should|has to|have to|had to|needs? to|needed to|ought to|is to|are to)",
}
TO_TIME = (
    r"(?:(?!to\b|or\b|or$)[^\s,;\ue000-\ue004]{1,12} |\ue000(?: ?o'clock|[ap]\.?m\.?)? ){0,4}?"
)
#: Whom the time is given to: "the TPLF's leaders", "his Russian counterpart", "them", "the
#: defenders of Mariupol", "the rebels in the northern Tigray region".
WHOM = (
    r"(?:(?:(?:the|his|her|its|their|both|all) )?(?:(?:forces|troops|fighters|those) loyal to |"
    r"(?:leaders|leadership|commanders|government|authorities|rulers|members) of (?:the )?)?"
    r"(?:(?!(?:to|until|of|by|reporters|journalists|(?:the )?media|lawmakers|parliament|viewers)\b)"
    r"[\w-]+ ){0,3}?"
    r"[(\[]?(?P<t>{party})"
    r"(?: \({party}\))?(?:(?:,| and|, and)(?: the)? {party}){0,3}(?:'s?)?(?: (?!(?:to|or|until"
    r"|within|by|an?"
    r"|just|it|they|he|she|we|that)\b|"
    r"(?:only|in|one)\b)[\w-]+){0,4}?[)\]]?(?: (?:in|defending|holding) {place}|, [^,;]{1,40},)?"
    r"|(?P<j>{place})(?:'s)? (?:[\w-]+ ){0,3}?(?:insurgents|junta|military|rulers|putschists"
    r"|generals|coup (?:leaders|plotters))(?: group)?"
    r"|(?P<y>you)\b"
    r"|(?:the )?(?P<v>{vague})(?: in (?:the )?(?:[\w-]+ ){0,2}?{place}(?: [\w-]+){0,4}?)?"
    r"|(?:(?:the|all|its|last|remaining|\ue005) ){0,3}(?:defenders|garrison|troops|forces|soldiers"
    r"|fighters|army)"
    r"(?: [\w-]+){0,2}? (?:of|in|inside|at|defending|holding) (?:the )?(?:[\w-]+ ){0,3}?"
    r"(?P<g>{place}))"
)
SPARSE = (
    r"(?: \"?(?:only|just|another|about|some|a further|a mere|exactly|less than|up to|a|the"
    r"|its|his|their|an|new|final|more)){0,4}"
)
WHOM_AFTER = (
    rf"(?:,? [^.;\ue005\ue006]{{0,40}}?\b(?<!pressure )(?:for|to|on|at|against|requiring|giving"
    rf"|demanding|that) {WHOM})?"
)

SECOND_WHOM = re.sub(r"\?P<([tvgjy])>", r"?P<\g<1>2>", WHOM_AFTER)
