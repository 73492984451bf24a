"""The wordings before a truce and beside it: what is done with it, wished for, thought of.

What stands behind it is in predicates.py.
"""

from __future__ import annotations

import re

from extractors.parsing.offers import cue_pattern
from extractors.parsing.patterns import Pattern
from extractors.parsing.tape import pattern

#: Words before a truce that only truces have; those of all offers are in parsing/offers.py.
CUES = cue_pattern(
    {
        "never": r"(?:response|answer|reply|reaction)s? (?:from [^.;,]{1,20} )?to"
        r"|(?:timetable|schedule|guarantees?|mechanism|deadline|conditions|measures) (?:for|of)"
        r"|violations? of|breach(?:es)? of|(?:terms|text|basis|mediators?|guarantors?"
        r"|supporters|architects?) of|calls? itself|hours (?:before|into)|within {duration} of"
        r"|day of (?:talks"
        r"|mourning)",
        "declare": r"(?:declar|announc)(?:es?|ed|ing)"
        r"(?! (?:an?|the) (?:[\w{duration}-]+ ){0,2}?(?:end|(?:extension|suspension|termination"
        r"|cancellation) (?:of|to))\b)"
        r"|proclaim(?:s|ed|ing)?"
        r"|order(?:s|ed|ing)?(?! to (?!cease|stop|halt|hold|suspend|observe))"
        r"|call(?:s|ed|ing)(?= \Z)"
        r"|decree(?:s|d|ing)?|initiat(?:es|ed)|began|begun|instruct(?:s|ed)|ran|introduc(?:es|ed|ing)",
        "ready": r"(?:readiness|willingness|preparedness)"
        r" (?:for|to (?:institute|introduce|declare|establish|observe))",
        "reach": r"reach(?:es|ed|ing)?|initiall?ed|put (?:its|their) (?:names?|signatures?) to"
        r"|sign(?:s|ed|ing)?(?! off| up)|struck|clinch(?:es|ed)"
        r"|seal(?:s|ed)"
        r"|conclud(?:es|ed)|secur(?:es|ed)"
        r"|(?:(?<!'s )(?:agreements?|deals?|accords?|pacts?|understanding)"
        r"|announcement|declaration) (?:on|for|to|about|of|providing for|that includes)"
        r"|broker(?:s|ed)|mediated|negotiated"
        r"|(?:got|persuaded|convinced|led|brought|pushed) (?:the )?(?:{actor} and (?:the )?{actor}"
        r"|(?:both|the two|two|warring) (?:sides|parties|countries)) (?:in)?to"
        r" (?:agree(?:ing)? (?:to|on)|accept(?:ing)?|sign(?:ing)?)"
        r"|(?:help(?:s|ed)|managed|able|worked (?:alongside|with) [^.;,]{3,60}?)(?: to)?"
        r" (?:broker|mediate|negotiate|reach|secure|clinch|strike|bring about)"
        r"|(?:agreements?|deals?|accords?|pacts?|understanding) with (?:the )?(?:[\w-]+ ){0,2}?"
        r"[{actor}{person}](?:'s)? (?:on|for|to)"
        r"|agreed with (?:the )?(?:[\w-]+ ){0,2}?[{actor}{person}](?:'s)?"
        r"(?: (?:government|army|military|side))? (?:(?:on )?{date} )?(?:up)?(?:on|to)"
        r"|(?:re)?commit(?:s|ted)?(?: themselves| itself)? to"
        r"|(?:announc\w+|declar\w+|(?:re)?affirm\w+|reiterat\w+|pledg\w+|express\w+"
        r"|(?:renew|restat|underscor|underlin|stress)ed)"
        r"(?:, [^,.;]{1,40},| (?:in|on|at) [^,.;]{1,20})?"
        r" (?:their|a (?:joint|shared|mutual)) commitment to"
        r"|settled on|agreed (?:that )?there (?:should|would|will) be|vow(?:s|ed) to"
        r"|pledg(?:es|ed)(?: to)?|usher(?:s|ed) in"
        r"|it (?:was|is|has been) (?:also |fully )?(?:agreed|decided)(?: (?:by and )?(?:between|by)"
        r" (?:them|{actor} and {actor}|(?:both|the two) sides)){0,2} that"
        r"(?: there (?:should|would|will) be)?",
        "extend": r"(?:announc(?:es|ed|ing)|agreed(?: on| to)?|confirm(?:s|ed)) (?:an?|the)"
        r" (?:[\w{duration}-]+ ){0,2}?extension (?:of|to)"
        r"|extend(?:s|ed|ing)?|prolong(?:s|ed|ing)?|renew(?:s|ed|ing)?|lengthen(?:ed"
        r"|ing)?",
        "break": r"br(?:eaks|oke|oken|eaking)"
        r"|(?:declar|announc)(?:es|ed|ing) (?:an?|the) (?:\w+ )?"
        r"(?:end (?:to|of)|(?:suspension|termination|cancellation) of)"
        r"|suspend(?:s|ed|ing) (?:its|their|his) (?:participation|involvement|part) in"
        r"|shatter(?:s|ed|ing)?|shredd?(?:s|ed|ing)|wreck(?:s|ed|ing)|torpedo(?:es|ed|ing)"
        r"|scuppered|lift(?:s|ed|ing)?|terminat(?:e|es|ed|ing)|revok(?:e|es|ed|ing)"
        r"|(?:put|bring|brought)(?:s|ting|ing)? an end to"
        r"|end(?:s|ed|ing)(?! (?:with|in|by|through)\b)"
        r"|suspend(?:s|ed|ing)|call(?:s|ed|ing) off"
        r"|scrapp?(?:s|ed|ing)|tor(?:e|n) up|abandon(?:s|ed|ing)|cancel(?:s|led|ling)"
        r"|(?:collapse|breakdown|failure|demise) of"
        r"|no longer (?:(?:[\w-]+ ){0,2}bound by|(?:\w+ )?committed to)"
        r"|end(?:s|ed|ing) its (?:commitment|adherence) to"
        r"|pull(?:s|ed|ing) out of|with(?:drew|drawn|drawing) from|walk(?:s|ed) away from|resumed"
        r" [^.;]{3,60}? ending",
        "over": r"(?:after|following|since|with|mark(?:s|ed|ing)) the"
        r"(?: [\w-]+)? (?:conclusion|expiry|expiration|end|lapse) of"
        r"(?: the (?:{duration} )?(?:first|initial|opening) (?:phase|stage) of)?",
        "hold": r"observ(?:e|es|ed|ing)|implement(?:s|ed|ing)?|respect(?:s|ed|ing)?"
        r"|honou?r(?:s|ed|ing)?|uph(?:olds?|eld"
        r"|olding)|maintain(?:s|ed|ing)?|abid(?:e|es|ed|ing) by|adher(?:e|es|ed|ing) to|keep(?:s"
        r"|ing)?|kept|comply(?:ing)? with|st(?:ick|icks|icking|uck) (?:to|with)|h(?:old|olds"
        r"|olding|eld) to"
        r"|(?<!want to )(?<!wants to )st(?:and|ands|anding|ood) by|committed to|commitment to"
        r"|cover(?:s|ed)"
        r" by|bound by",
        "exist": r"there (?:will|would|is to|could) be",
        "day": r"(?:{ordinal}|first|second|third|opening|last|final|next) (?:full )?day of"
        r"|day {count} of|days of",
        "within": r"(?:in|during|throughout|under(?: the terms of)?)(?= \Z)",
    }
)

#: "would see a 60-day truce", "the proposal foresees …": what a plan would bring.
FORESEEN = pattern(
    r"\b(?:(?:the|an?|this|that|{actor}(?:'s)?"
    r"|{person}(?:'s)?) )?(?:[\w-]+ ){0,4}?(?P<plan>proposal|plan|draft|offer|framework"
    r"|roadmap|outline|memorandum|document|initiative|compromise|blueprint|paper|text|deal|agreement|accord)"
    r"\b(?:, (?:obtained|reached|signed|agreed|drawn up|drafted|mediated)[^.;,]{1,80},"
    r"|[^.;]{0,60}?)"
    r" (?:foresees|foresaw|envisag(?:es|ed|ing)"
    r"|envisions?|calls? for|called for|provid(?:es|ed|ing) for|includ(?:es|ed|ing)|would (?:see"
    r"|bring|begin"
    r"|start|include|involve|establish|provide)|propos(?:es|ed)|stipulat(?:es|ed)|sets? out"
    r"|outlines?d?|suggests?|details|consists? of|(?:is|was) (?:intended|meant|designed) to"
    r"|beg(?:ins|an) with|featur(?:es|ed)|entails?|contains?|speaks of|offers?|centres on"
    r"|involv(?:es|ed|ing))"
    r"(?: (?!and\b)[\w-]+){0,4}?"
    r"(?: (?:the )?(?:{actor} and (?:the )?{actor}|(?:both|the two|the) sides)(?: \w+){0,2})?"
    r"(?: [^.;]{3,110}?(?:,|\band|\bas well as|\balong(?:side| with)|\btogether with)"
    r"(?: [\w-]+)?)? \"?\Z"
)
#: "the proposal that would “freeze the lines”".
WOULD_BRING = pattern(
    r"\b(?P<plan>proposal|plan|draft|offer|framework|outline)\b[^.;]{0,60}?(?: (?:that"
    r"|which))? would"
    r" \"?\Z"
)
#: "Under the Israeli proposal, ten would be freed during a ceasefire of 45 days".
UNDER_A_PLAN = pattern(
    r"\b(?:under|in|according to) (?:the|an?|this|that|(?:the )?[{actor}{person}]'s?)"
    r" (?:[\w\ue005-]+ ){0,4}?(?P<plan>proposal|plan|draft|offer"
    r"|outline"
    r"|framework|idea)\b[^.;]{0,140}\Z"
)
#: "vetoed a resolution calling for …".
VETOED = pattern(
    r"\b(?P<verb>vetoe[ds]|vetoing|cast (?:its|a) veto (?:against|on)) (?:an?|the|another)"
    r" (?:[\w{actor}'-]+ ){0,6}resolution (?:calling for|demanding|urging"
    r"|(?:that|which) (?:called|calls) for|(?:that|which) (?:demand(?:ed|s)|urged)) \"?\Z"
)
#: "Hamas offered to free five hostages in return for a truce of 50 days".
IN_RETURN = pattern(
    r"\b(?:(?P<plan>proposals?|offers?|plan|draft|outline|framework|initiative)"
    r"|(?P<verb>offer(?:ed|ing)|propos(?:es|ed|ing)|suggest(?:s|ed|ing)"
    r"|(?:would agree|(?:is|was|are|were) (?:ready|willing|prepared)) to"
    r" (?:release|free|hand over|return)))\b"
    r"(?:(?!\b(?:reject|refus|den[iy]|not\b|offer|propos))[^.;]){0,160}?"
    r" in (?:exchange|return) for \Z"
)
DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|no truth|(?:dismissed|rejected|refuted) (?:the )?(?:reports?"
    r"|claims?)"
    r"|false)\b[^.;]{0,60}\bthat\b[^.;]{0,60}\Z"
    r"|\b(?:den(?:ies|ied|ying)|dismiss(?:es|ed|ing)|refut(?:es|ed|ing))"
    r" (?:the |an? |any |[\w'-]+'s? |[\w-]+ |[\ue005\ue006](?:'s)? ){0,4}"
    r"(?:(?:announcements?|claims?|reports?|assertions?)(?: (?:of|about|on))? )?\Z"
)
SILENT = pattern(
    r"(?<!years after the )(?<!decades after the )(?<!since the )"
    r"(?P<p>\b(?:sides|parties|armies|they) silenced their guns|\bguns (?:fell|fall|have fallen"
    r"|had fallen|went|are|were|have been)"
    r"(?: (?:\w+ly|finally))? (?:silent|quiet))\b"
)
NO_TRUCE = pattern(
    r"\b(?:(?:would|will|can|could) be no|ruled out(?: any)?|no) (?:[\w-]+ ){0,3}?(?:truce"
    r"|ceasefire)s?\b"
    r"(?=[^.;]{0,60}? (?:unless|until|as long as|without|before|while)\b)"
)
#: "There will be no truce": without a condition it is refused by a side that fights.
NEVER_TO_BE = pattern(
    r"\b(?:would|will) be no (?:[\w-]+ ){0,3}?(?:truce|cease-?fire)s?(?=[.,;\"!)]|\Z| with )"
)
#: "I believe that there will be no ceasefire without a summit": whoever says so refuses nothing.
BELIEVED = pattern(
    r"\b(?:believ\w+|think\w*|thought|impression|fear\w*|doubt\w*|expect\w*|convinced|warn\w*)\b"
    r"[^.;]{0,60}\Z"
)
#: "announced on Monday that they would …".
WOULD_DO = pattern(
    r"\b(?:declared|announced|said|says|confirmed)(?: on {date}| {date})? (?:that )?"
    r"(?:it|they|he|(?:the |its |his |their )?(?:{actor}(?:'s)?(?: government)? )?"
    r"(?:troops|forces|army|military|soldiers|fighters)) (?:would|will)(?: \w+ly| also| again)? \Z"
)
#: "announced that Russian troops would cease hostilities".
WOULD_CEASE = pattern(
    r"\b(?:declared|announced|said|ordered|proclaimed)\b[^.;]{0,120}? that (?:the |his |its |all )?"
    r"(?:{actor}(?:'s)? )?(?:(?:own )?(?:troops|forces|army|military|side|soldiers)|it|they|he)"
    r" (?:would|will|was to|were to)(?: \w+ly)? \Z"
)
#: "Putin's army will supposedly cease all fighting from …".
WILL_CEASE = pattern(
    r"\b(?:the |his |its )?(?P<whose>{actor})(?:'s)?(?: (?:own )?(?:troops|forces|army|military))?"
    r" (?:will|would)(?: \w+ly)? \Z"
)
#: "said that A and B would stop striking …".
BOTH_WOULD = pattern(
    r"\b(?:said|says|announced|agreed|confirmed|stated?)(?: on {date}| {date})? (?:that )?"
    r"(?:the )?(?:{actor} and (?:the )?{actor}|both (?:sides|countries)"
    r"|the (?:two )?(?:sides|parties))"
    r" (?P<would>would|will|were to|are to)(?: \w+ly| also| both)? \Z"
)
HYPOTHETICAL = re.compile(
    r"\b(?:verif\w+|ensur\w+|guarantee(?:s|ing)?|event of|if|or|unless|once|until|whether"
    r"|should|hop(?:e|es|ed|ing)|in case|as soon as|provided"
    r"|fears?|(?:assertions?|claims?|talk)(?: on [\w ]{1,20})? (?:of|about)"
    r"|when and if|when (?:he|she|it)|no|not|possible|possibility|prospect|chance|potential"
    r"|eventual|future"
    r"|prospective|hypothetical)\b"
    r"[^,.;]{0,25}\Z"
)
ACCUSED = re.compile(
    r"\b(?:accus\w+|alleg\w+|blam\w+|charg\w+|complain\w+|threat\w+|warn\w*|den(?:y|ies|ied)"
    r"|if|unless|without)\b[^.;]{0,90}\Z"
)
#: "no deal", "refused to move towards a deal": none was reached.
NO_DEAL = re.compile(
    r"\b(?:no|without(?: any)?|any|failed|not) (?:\w+ ){0,2}\Z"
    r"|\b(?:towards?|refus\w+|seek(?:s|ing)?|short of|clos(?:e|er) to|push\w* for|negotiat\w+"
    r"|discuss\w*|work\w* (?:on|for)|(?:hopes?|prospects?|chances?|possibility) (?:of|for))"
    r" (?:an? |the )?\Z"
)
MUTUAL = re.compile(r"\b(?:bilateral|mutual|reciprocal|agreed|joint)\b")
WITH = pattern(
    r"(?: (?:of|for|lasting) (?:about |up to |at least )?{duration})?"
    r"(?:,? (?:between|with)) (?:the )?(?:(?:[\w-]+ ){0,2}?[{actor}{person}]"
    r"|(?:two|both) (?:nations|sides|countries|parties|neighbou?rs|armies))"
)
TOGETHER = pattern(
    r"\b(?:the )?{count} (?:warring )?(?:armies|militaries|generals)\b|"
    r"\b(?:(?:both|the two|two|the|all|four|three|the neighbou?ring) (?:warring |rival |opposing"
    r" )?(?:sides|parties|countries|governments|neighbou?rs|nations|armies|factions|delegations)"
    r"|they|each other|(?:the (?:two|pair)|both(?: men)?)(?= (?:ha[dsv]e? )?\w+ed\b)"
    r"|(?:warring|rival|feuding) (?:sides|parties|factions|generals|groups|tribes"
    r"|clans|communities|militias|forces|camps)"
    r"|mediators|negotiators|leaders|we)\b"
    r"|\b(?:the |both |their )(?:{count} |two )?(?:[\w-]+ )?(?:governors|commanders|chiefs"
    r"|presidents"
    r"|(?:prime |foreign |defen[cs]e )?ministers|premiers|envoys)\b"
    r"|\b(?:he|she) and (?:the )?(?:[\w-]+ ){0,2}?[{actor}{person}]"
    r"|[{actor}{person}](?:'s)?(?: [\w-]+){0,3} and an? (?:[\w-]+ ){0,4}?"
    r"(?:alliance|coalition|groups?|rebels|militia|faction)\b"
    r"|[{actor}{person}](?:'s)?(?: [\w-]+){0,3} and (?:the country's|several|various|some"
    r"|{count}) (?:[\w{count}-]+ ){0,4}?groups\b"
    r"|\b[a-z-]+s and the (?:[\w-]+ )?(?:government|army|authorities|rebels|{actor})"
    r"|[{actor}{person}](?:'s)?(?: [\w-]+){0,3} and (?:the |its "
    r"|his )?(?:[\w-]+ ){0,2}?[{actor}{person}]"
)
WAR = Pattern(
    r"\b(?<!trade )(?<!tariff )(?<!price )(?<!pay )(?<!turf )(?<!bidding )(?<!ratings )"
    r"(?:war(?! of (?:words|nerves)\b)|warring"
    r"|hostilit\w+|fighting|troops|soldiers?"
    r"|rebels?|front ?lines?|shelling|shells"
    r"|missiles?"
    r"|drones?|air ?strikes?|offensives?|militias?|militants?|army|armed forces|invasion|invaded"
    r"|bombard\w+|bombing|gunfire|gunmen|paramilitar\w+|guerrillas?|fighters"
    r"|ceasefire violations|clash(?:es|ed)|fought|artillery|mortars?|shelled"
    r"|exchang\w+ (?:of )?(?:heavy )?fire"
    r"|prisoners of war"
    r"|hostages|insurgents?|combat|conflict|armed (?:groups?|organi[sz]ations?))\b"
)
#: "We agreed that a truce for 30 days should start": it is asked for.
SHOULD = re.compile(r"[^.;,]{0,60}? (?:should|must|needs to) (?:start|begin|be|come|take)\b")
