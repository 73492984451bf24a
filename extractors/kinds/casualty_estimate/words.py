"""The wording around figures of losses: over what time, of whom, told how; patterns over tapes."""

from __future__ import annotations

import re

from extractors.kinds.casualty_estimate.frames import WORDS
from extractors.parsing.patterns import Pattern
from extractors.parsing.tape import pattern

CAPTIVES = re.compile(
    r"\b(?:prisoners?|captives?|imprisoned|hostages?|detain\w+|captivity"
    r"|jailed)\b"
)
#: What a figure of things, not people, counts.
THINGS = re.compile(
    r" (?:(?:more|other|internally|people|were|are|have been) ){0,2}(?:displaced|homeless|refugees"
    r"|hospitali[sz]ed|arrested)\b"
    r"| (?:[\w\ue005-]+ ){0,2}?(?:tanks|drones|vehicles|aircraft|ships|guns|systems|planes"
    r"|helicopters|homes|houses|buildings|attacks|strikes|missiles|miles|weeks|days|months|years"
    r"|times|percent|villages|schools|hospitals|square|dollars|cattle|animals|times|bodies|corpses"
    r"|remains|coffins)\b"
)
#: Of them alone, no toll of a war is told; who is held may be one.
TRADES = re.compile(
    r" (?:[\w\ue005-]+ ){0,2}?(?:journalists|aid workers|medics|doctors|health workers|paramedics"
    r"|staff|seafarers)\b"
)
#: "31 wounded Ukrainian prisoners": people that something is done with, and no toll.
WOUNDED_MEN = pattern(r" (?:{actor} )?(?:prisoners|captives|detainees|{people})\b", WORDS)
SOLDIERS = pattern(r"\b(?:{soldiers}|military|combat|battlefield)\b", WORDS)
CIVILIANS = pattern(r"\b(?:{civilians}|civilian)\b", WORDS)
#: "Ukraine's losses are between 2,500 and 3,000 soldiers killed"
LOSSES_OF = pattern(r"{actor}(?:'s)? (?:[\w-]+ ){0,2}?(?:losses|casualties)\b[^.;{count}]{0,60}\Z")
IN_ITS_HANDS = re.compile(r"\bin (?:its|their|the group's) hands\b")
#: What makes a figure a part of one that was given.
BREAKDOWN = re.compile(
    r"\b(?:including|includes?|included|among them|among whom|(?<!\ue001 )of (?:them|whom|which)"
    r"|of (?:those|this (?:figure|number|total))"
    r"|comprising|made up of|at least \ue000 of)\b(?:(?!, (?:have|has|had|were"
    r"|are)\b)[^.;]){0,40}\Z"
)
#: What makes a figure a goal, a wish, a projection or an example.
SPOKEN_OF = re.compile(
    r"\b(?:(?:likely|expected|set|projected|on (?:track|course)|poised) to|aims? to|wants? to"
    r"|plans? to|goal of|target of|if|until|unless"
    r"|(?:could|might)(?! (?:well )?(?:range|be as|be up|total|stand|amount|have|number))|would"
    r"|will (?:\w+ )?(?:surpass|reach|exceed|pass|hit|top)"
    r"|release of(?: all| the){0,2}|free(?:ing)? (?:all|the)"
    r"|(?:transfer|handover|handing over|arrival|delivery) of(?: all| the){0,2}"
    r"|return of(?: all| the){0,2}"
    r"|exchange for|return for|(?:to|will|also|would|must) (?:release|free|return|swap|exchange"
    r"|hand over|evacuate|treat)|releas(?:ed|es|ing)|freed|freeing|exchanged|swapped|handed over"
    r"|evacuat(?:ed|es|ing)|treat(?:ed|ing))(?: (?!has\b|have\b"
    r"|had\b)[\w'\ue005]+){0,4} \Z"
)
#: "all three were killed", "blaming the rebels for 9,000 deaths": a part of those just told of.
OF_THOSE_TOLD = re.compile(
    r"\ball (?:the )?\Z|\bcompared (?:to|with) \Z|\bblam(?:ed|es|ing) [^,;.]{1,24} for \Z"
)
#: The dead who are handed over are no estimate.
BODIES = re.compile(r"\b(?:bodies|corpses|coffins|remains of)\b")
DEAD_GIVEN = re.compile(
    r" (?:(?:has|have|had|was|were|are|been|be|will|would|to|already) ){1,3}(?:handed|returned"
    r"|given|repatriated|transferred|exchanged|swapped|brought)\b"
)
HANDED_OVER = re.compile(r"\b(?:bod(?:y|ies)|remains|corpses|coffins) of (?:\w+ ){0,3}\Z")
#: "will release an additional 30 wounded soldiers": people, and no toll.
LET_GO = re.compile(
    r"\b(?:releas(?:e|es|ed|ing)|free[sd]?|freeing|exchang(?:e|es|ed|ing)|swapp?(?:ed|ing|s)?"
    r"|hand(?:s|ed|ing)? over|repatriat(?:e|es|ed|ing)|evacuat(?:e|es|ed|ing)|return(?:s|ed|ing)?"
    r"|br(?:ing|ings|inging|ought) (?:back|home)|rescu(?:e|es|ed|ing)|trad(?:e|es|ed|ing)"
    r"|recover(?:s|ed|ing)?|collect(?:s|ed|ing)?|receiv(?:e|es|ed|ing)|got back)"
    r" (?:(?:an?|the|all|another|additional|further|some|about|up to|more|other) ){0,3}\Z"
)
STILL = re.compile(r"\b(?:still|remain\w*)\b")
#: How often, not how many in all.
RATE = re.compile(
    r"\b(?:a|per|each|every) (?:day|week|month|year|hour)\b|\b(?:on average|an average of"
    r"|(?:daily|weekly|monthly) (?:average|casualt\w+|deaths?|loss|losses|toll|rate|figure|high)"
    r"|(?:killed|dying|died?|dies|wounded|lost|soldiers|people|casualties|losses)"
    r" (?:daily|weekly|monthly))\b"
)
#: A day or a blow, not a war.
ONE_DAY = re.compile(
    r"\b(?:in|over|during|within) the (?:past|last|previous) (?:(?:\ue000|24|48|few) )?(?:day"
    r"|night|hours)\b|\b(?:past|last|previous) day\b|\bin a day\b|\b(?:overnight|yesterday|today"
    r"|earlier (?:in the day|today)|this morning|on the day|at dawn|since (?:dawn|midnight"
    r"|morning|daybreak|sunrise|early|overnight|the early|last night|yesterday)"
    r"|that (?:day|night)|in a single (?:day|night)|in one (?:day|night))\b"
)
ONE_BLOW = re.compile(
    r"\b(?:attack(?:s|ed|ing|ers?)?|air ?strikes?|strikes?|struck|raids?|raided|bomb(?:ing|ings"
    r"|ed|s)?|shelling|shelled|ambush(?:ed|es)?|explosions?|blasts?|crash(?:ed|es)?|massacres?"
    r"|stampede|earthquake|missiles?|drones?|rockets?|gunm[ae]n|shootings?|shooter|suicide"
    r"|(?:cross-border|surprise|shock|dawn|militant|unprecedented) (?:assaults?|incursions?"
    r"|offensive)"
    r"|explosive devices?|landmines?|stormed|crackdown|protests?|protesters|quake|floods?|fire"
    r"|collapse|militants attacked"
    r"|attack on|barrages?|battle (?:of|for)|battle|skirmish(?:es)?)\b"
)
#: "The October 7 assault": one blow, for all that wars are called so too.
DATED_BLOW = pattern(
    r"{date} (?:[\w\ue005-]+ )?(?:assault|attacks?|massacre|raid|incursion|onslaught)\b"
)
#: One blow, for all that wars are called so too.
SURPRISE = re.compile(
    r"\b(?:cross-border|surprise|shock|unprecedented) (?:assault|incursion|offensive|raid)\b"
)
#: "killed during the October 7 assault": the toll of that.
IN_DATED_BLOW = pattern(
    r"[^.;,]{0,30} (?:in|during) (?:the |an? |{actor}(?:'s)? )?(?:{date} "
    r"|surprise )(?:[\w\ue005-]+ )?"
    r"(?:assault|attacks?|massacre|raid|incursion|onslaught)\b"
)
#: "the deadliest such incident since March": of one day.
WORST_SINCE = re.compile(
    r"\b(?:deadliest|worst|first|biggest|largest|highest|heaviest|bloodiest|most)\b[^.;,]{0,50} \Z"
)
SINCE = pattern(
    r"\bsince\b(?! (?:dawn|midnight|morning|daybreak|sunrise|early|overnight|the early|last night"
    r"|yesterday|then|the world war|the second world war|world war))"
)
#: "Over the past twelve days": longer than one blow.
OVER_DAYS = pattern(
    r"\b(?:over|in|during|within|for) the (?:past|last) (?:{count} (?:days|weeks|months|years)"
    r"|(?:few |several )?(?:weeks?|months?|year)|{duration})"
    r"|\b(?:days|weeks|months) of (?:{actor}(?:'s)? )?(?:bombing|(?:air ?)?strikes|attacks)\b"
    r"|\ue002 of (?:{actor}(?:'s)? )?(?:bombing|(?:air ?)?strikes|attacks|war|fighting"
    r"|hostilities)\b"
    r"|\b(?:in|during|over) the (?:reporting|same|review) period\b"
    r"|\b(?:in|during|over) the (?:{ordinal}|first|opening|last|final) (?:{count} )?"
    r"(?:days|weeks|months?|year|{duration}) of (?:the|its|his|this) "
    r"|\b(?:during|over|in) (?:the|that) same (?:period|time|days|weeks|months)\b"
)
#: A war, or what of it, in which people are killed.
IN_WAR = pattern(
    r"\b(?:in|during|throughout|by|over the course of|as a result of|because of|into"
    r"|from|(?:toll|deaths|casualties|losses|victims) of)"
    r" (?:(?:what|the|its|his|this|their|a|an|more|than|nearly|almost|over|about|whole"
    r"|entire|ongoing|brutal|fierce|heavy|intense|recent|latest|border"
    r"|bloody|deadly|armed|current|full-scale|\ue001|\ue005(?:'s)?|\ue007(?:'s)?|\ue006's"
    r"|\ue002(?:s"
    r"|'s)?|\ue002 of|old|[\w-]{1,20}-(?:day|week|month)|[\w-]{1,20}-year|[\w-]{1,20}-long"
    r"|military|ground|air"
    r"|bombing|civil|genocidal|renewed) ){0,6}{war}\b(?!-)(?! (?:crime|zone|plane|criminal))",
    WORDS,
)
#: A war that was named before: "in that war", "of them the second killed", "the war that followed".
THAT_WAR = pattern(
    r"\b(?:in|during|from|by|of) (?:that|this|which|the (?:{ordinal}|former|latter|other|previous))"
    r" (?:[\w{place}{actor}-]+ ){0,2}?{war}\b(?!-)"
    r"|\bwars?\b[^.;]{0,90}\b(?:of )?(?:which|them) (?:has |had )?(?:killed|cost|claimed|left)\b"
    r"|\b{war} that (?:followed|ensued)\b",
    WORDS,
)
WAR_KILLED = pattern(
    r"\b{war}(?: led by (?:\ue006|\w+ \w+(?: \w+)?)|,? (?!(?:kill|claim)\w*)"
    r"[\w'\ue000\ue002\ue004\ue005\ue006\ue007-]+,?){0,13}? (?:has |have |had )?"
    r"(?:also |already |so far |reportedly |now )?(?:kill(?:ed|ing|s)|claim(?:ed|s)|cost"
    r"|left|wounded|injured|taken|caused|seen|(?:led to|resulted in)"
    r"(?: the deaths? of| (?:an estimated )?{count}| (?:[a-z]+ ){1,4}{count}))",
    WORDS,
)
#: "The war, which began when one side opened a front, has killed 4,000".
WAR_WHICH_KILLED = pattern(
    r"\W{0,2}(?:the|this|that|their) (?:[\w'\ue005-]+ ){0,4}?{war}(?: between [^.;,]{1,40})?,"
    r" (?:which|that|sparked|triggered) [^.;]{1,140}?, (?:has |have |had )?"
    r"(?:also |already |so far )?(?:kill(?:ed|s)|claim(?:ed|s)|cost|left|taken)\b",
    WORDS,
)
IN_ALL = re.compile(
    r"\b(?:in total|total|overall|altogether|so far|to date|cumulative|combined|as of \ue004"
    r"|death toll|full-scale|at war|(?:number|figure|total|toll) include[sd]?)\b"
)
ESTIMATED = re.compile(
    r"\b(?:estimat\w+|research\w*|study|studies|survey|analysis|count(?:ed|s)?|confirmed|verified"
    r"|documented|recorded|identified|tallied|to have killed|(?:it|they) (?:has|have|had) killed"
    r"|puts?|general staff|intelligence)\b"
)
#: People who have been looked for over a long time.
LISTED = re.compile(r"\b(?:listed|registered|officially|considered|recorded|still|remain\w*)\b")
SUFFERED = re.compile(
    r"\b(?:suffer(?:ed|s|ing)?|sustain(?:ed|s|ing)?|incur(?:red|s)?|absorb(?:ed|s)?|taken|lost"
    r"|los(?:es|ing)|pass(?:es|ed)|reach(?:es|ed)"
    r"|record(?:ed)?|seen)\b[^.;,]{0,30} \Z"
)
#: "has taken heavy losses, with hundreds killed".
WITH_LOSSES = re.compile(
    r"\b(?:suffer|sustain|incur|tak|inflict|led to|caus)\w* (?:\w+ ){0,3}?(?:losses|casualties),"
    r" with (?:over |more than |at least )?\Z"
)
PERFECT = re.compile(r"\b(?:has|have|had)\b")
#: Wars long ago, and deaths that are not the war's.
ELSEWHERE = re.compile(
    r"\b(?:world war|second war|vietnam|korean war|holocaust|soviet (?:union|losses|soldiers"
    r"|troops|war)|chechen|civil war of (?:the )?1[0-9]|cancer|covid|pandemic|earthquake"
    r"|(?:of|from|by|with|due to) (?:severe |acute |the )?(?:malnutrition|starvation"
    r"|hunger|famine|cholera)"
    r"|(?:malnutrition|starvation|hunger|famine|cholera)(?:-related|'s)? (?:deaths|toll|victims"
    r"|ha(?:s|ve) (?:killed|claimed))"
    r"|(?:bus|road|car|train|plane|boat|ferry|helicopter|truck|mine|traffic) (?:accident|crash)"
    r"|(?:rain|flood|weather|heat|storm|monsoon)-related|traffic|road accidents"
    r"|drug|overdose|fentanyl|shipwreck|drown\w*"
    r"|migrants?|mass shooting|bosnian?|rwandan genocide|srebrenica|protest\w*"
    r"|(?:journalists|aid workers|political prisoners) (?:have been |were |who )?(?:killed|died)"
    r"|killed (?:\w+ )?(?:journalists|aid workers))\b"
)
#: An article that opens with one of these tells of it, unless a sentence speaks of the war.
DISASTER = Pattern(
    r"\b(?:earthquake|quake|tsunami|(?:flash )?floods?|flooding|cyclone|hurricane|typhoon"
    r"|landslides?|mudslides?|avalanche|monsoon|torrential|heavy (?:rain|rains|snow)|eruption"
    r"|stampede|capsized|derailed|wildfires?|plane crash|train crash|outbreak|epidemic|heatwave)\b"
)
#: "a disaster that has already killed": of no war.
IN_DISASTER = re.compile(
    r"\b(?:disaster|earthquake|quake|tsunami|floods?|cyclone|hurricane|typhoon) (?:that|which)"
    r" (?:ha[sd] |have )?(?:\w+ )?(?:killed|claimed|left)\b"
)
WARLIKE = pattern(r"\b(?:{war}|army|troops|soldiers|rebels|airstrikes?|clashes|coup)\b", WORDS)
#: Prisoners who died are no losses of a war.
BEHIND_BARS = re.compile(
    r"\b(?:in (?:\w+ |[\ue005\ue007](?:'s)? )?(?:prisons?|jails?|custody"
    r"|detention)|convicted (?:of|for|over|in))\b"
)
TOPIC = Pattern(
    r"\b(?:war|invasion|ceasefire|cease-fire|truce|hostages?|troops|offensive|rebels?|fighting"
    r"|conflict|paramilitar\w+|insurgen\w+|captivity|armed forces|casualties|soldiers|front line"
    r"|violence|militants|coup|junta|occupied|civilians?"
    r"|army|fighters|militias?|military|combat|forces|air ?strikes?|bombardment|gaza|general staff"
    r"|killed (?:or|and) (?:wounded|injured)|dead and wounded)\b"
)
#: What wars grow out of: "the war began when gunmen killed 1,200".
SET_OFF = re.compile(
    r"\b(?:began|start\w*|trigger\w*|spark\w*|erupted|set off|broke out|ignited)\b"
)
#: "the war, sparked by an incursion that left 1,200 dead": the toll of that alone.
SET_OFF_BY = re.compile(
    r"\b(?:sparked|triggered|set off|ignited|prompted|caused|provoked|unleashed"
    r"|precipitated) by [^.;]{1,70}\Z"
    r"|\bsince [^.;]{0,40}\b(?:attack|assault|raid|massacre|incursion|rampage)\b[^.;\ue000]{0,50}"
    r" (?:in which|during which|that|which|when) [^.;\ue000]{0,20}\Z"
)
BOTH_SIDES = re.compile(
    r"(?<!according to )\b(?:both|either|the two) (?:sides?|countries"
    r"|armies)\b"
)
#: "In Israel, the ambulance service counted 28 dead", after a toll of the other land.
FRONTED_LAND = re.compile(
    r"(?:meanwhile, )?(?:in|on) (?:the )?[\ue005\ue007](?: side)?(?:, | (?=\ue000))"
)
#: What sets one side's count beside the other's.
FOR_ITS_PART = re.compile(
    r"\b(?:on the other hand|for its part|on (?:its|their) (?:own )?side|meanwhile|by contrast"
    r"|on the \ue005 side)\b"
    r"|\b(?:its|their) own (?:losses|casualties|dead|death toll|toll|fallen)\b"
    r"|\Ain (?:the )?[\ue005\ue007], |\A.{1,40}\balso (?:reported|confirmed|recorded|listed|put)\b"
)
#: Dates that tell no day of death: of a report, of the war's beginning, of a count.
NO_DAY_OF_DEATH = re.compile(
    r"\b(?:as of|until|since|reported|said|claimed|confirmed|announced|told|published|stated"
    r"|according to[^.;]{0,20}|war began"
    r"|began|started|resumed|launched|erupted|between|wrote|estimated|statement|interview|briefing)"
    r"(?: [\w\ue008]+){0,4},? (?:on )?\Z"
)
#: People who were held, and are no more.
PAST_HOLDING = re.compile(
    r"\bwere (?:\w+ly )?(?:imprisoned|detained|jailed|kept)\b|"
    r"\b(?:had been held|was held|were held|had held|were in captivity|who had)\b"
)
AT_HOME = re.compile(
    r"\b(?:police|arrest\w*|protest\w*|opposition|political prisoners|activists|migrants?"
    r"|immigrants?|inmates|convicted|undocumented|journalists|deportation flights)\b"
)
#: Those who were carried off and have come back.
COME_BACK = re.compile(
    r"\b(?:returned|freed|released|brought (?:back|home)|c[oa]me (?:back|home)|go (?:back|home)"
    r"|arrived|reunited|exchanged|swapped)\b"
)
SET_FREE = re.compile(
    r"\b(?:set free|go(?:ne|ing)? home|repatriat\w*|free[sd]?|releas\w+|hand(?:s|ed)? over|let go"
    r"|exchang\w+|swap\w*|traded)\b"
)
IN_CAPTIVITY = re.compile(r"\b(?:captivity\b|in (?:gaza\b|\ue007|the (?:strip|enclave)\b))")
