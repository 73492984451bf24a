"""The wordings of military aid: what is given, the verbs, and how far the deed had come."""

from __future__ import annotations

import re

from extractors.fact import Status
from extractors.parsing.patterns import Pattern
from extractors.parsing.tape import pattern

WORDS = {
    "party": "[\ue005\ue006]",
    "struck": "[\ue005\ue006\ue007]",
    "arms": r"(?:(?:military|security) (?:aid|assistance|support|help|packages?|equipment|hardware"
    r"|supplies|gear)"
    r"|(?<!nuclear )(?<!chemical )weapon(?:s|ry)?\b|(?<!nuclear )arms\b(?! control| race|-control"
    r"| embargo)"
    r"|ammunition|munitions|(?:artillery |mortar )?shells|artillery|howitzers?|tanks\b"
    r"|missiles?(?! {used})"
    r"|interceptors|air[- ]defen[cs]es?|patriots?\b|iris-t|nasams|himars|atacms|javelins?|stingers?"
    r"|f-16s?|(?<!private )(?<!passenger )jets\b|mirages?\b|rafales?\b|gripens?\b|warplanes"
    r"|drones?(?! {used})|(?:armou?red|fighting|infantry"
    r"|military) (?:vehicles|cars"
    r"|carriers)|rifles"
    r"|radars?|helicopters|patrol boats|defen[cs]e[- ](?:aid|package|equipment|systems"
    r"|related)|lethal aid|taurus|storm shadows?|leopards?\b|abrams"
    r"|gepards?|marders?|bradleys?|strykers?|bayraktars?|thaad|pantsirs?|s-[34]00|manpads|grenades?"
    r"|mortars?|bombs\b|iron dome|rockets?|launchers|gunboats|mines\b|batter(?:y|ies)\b)",
    "used": r"(?:attacks?|strikes?|coalition|warfare|pilots?|operators?|barrages?|salvos?)\b",
    "money": r"(?:[$€£]\s?\d[\d.,]*(?:\s?(?:billion|million|bn|m)\b)?|\beur ?\d"
    r"|\d[\d.,]*\s?(?:billion|million|bn|m)\b|\ue000 (?:\w+ )?(?:euros"
    r"|dollars"
    r"|pounds|kron\w+|crowns|yen)|(?:billion|million) (?:euros|dollars|pounds|kron\w+|crowns))",
}

#: "support Ukraine with 180,000 shells": what is given stands behind "with".
_WITH = r"(?= (?:the )?\ue005 with\b)"
#: "doubling the number of launchers": what is given stands behind "of".
_MORE = (
    r"(?= (?:the (?:number|supply|delivery|flow) of |(?:its |the )?(?:deliveries|supplies"
    r"|shipments|supply)\b))"
)
#: The forms of verbs of giving and promising.
_FORMS = {
    "past": rf"supported{_WITH}|"
    r"paid for(?! (?:with|by|from|out of)\b)|gave|given|sent|delivered|provided|supplied|donated"
    r"|handed over"
    r"|handed|transferred"
    r"|shipped|contributed|sold|armed|equipped|financed|funded|bought|funnelled|resumed|restored"
    r"|completed (?:the )?(?:delivery|transfer|handover) of"
    r"|expedited (?:the )?(?:delivery|transfer|shipment) of",
    "ing": r"paying "
    "for|giving|sending|delivering|providing|supplying|donating|transferring|shipping"
    r"|contributing|selling|arming|equipping|financing|buying",
    "now": r"gives|sends|delivers|provides|supplies|donates|transfers|ships|contributes|sells"
    r"|arms|equips|finances|buys",
    "base": rf"support{_WITH}|"
    r"pay for|give|send|deliver|provide|supply|donate|hand over|transfer|ship|contribute|sell|arm"
    r"|equip|finance|fund|buy|spend|invest|put(?= [$€£\d\ue000])|resume|restore|allow",
    "promise": r"pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|commit(?:s|ted|ting)?(?: to)?"
    r"|add(?:s|ed)|reveal(?:s|ed|ing)|announc(?:e|es|ed|ing)|unveil(?:s|ed|ing)?|outlin(?:es|ed)"
    r"|agree(?:s|d) on(?! \ue004)|present(?:s|ed)|approv(?:e|es|ed|ing)"
    r"|authori[sz](?:e|es|ed|ing)"
    r"|confirm(?:s|ed|ing)?|earmark(?:s|ed|ing)?|allocat(?:e|es|ed|ing)|sign(?:s|ed) (?:off on"
    r"|an? (?:declaration|order|decree|bill|law|waiver) to)",
    "more": rf"(?:doubling|tripling|increasing|boosting|raising|stepping up|expanding){_MORE}",
    "offer": r"offer(?:s|ed|ing)?|propos(?:e|es|ed|ing)|prepar(?:es|ed|ing)(?! to\b)",
}
VERB = re.compile(
    "|".join(
        f"(?P<{name}>{words.replace(_WITH, '').replace(_MORE, '')})"
        for name, words in _FORMS.items()
    )
)
_VERBS = "|".join(_FORMS.values())

#: "sent Ukraine tanks", "will deliver two Patriot systems to"; `v` the verb, `r` whom.
GIVES = pattern(
    rf"\b(?P<v>{_VERBS})\b"
    r"(?: (?:to )?(?:the )?(?P<r>{struck})(?:(?:'s)? (?:army|armed forces|forces|troops"
    r"|coast guard))?)?"
    r"(?P<what>(?:(?!\b(?:while|deadline|warning|after|before|because|who"
    r"|which(?! (?:will )?(?:includ|consist|compris))|ultimatum"
    r"|to use)\b)(?!,? \")"
    r"(?:[^.;]|\.(?=\d))){1,110}?(?P<arms>{arms}|{money}))(?![a-z])",
    WORDS,
)
#: "announced that Berlin would deliver": the deed is told by the inner verb.
INNER = re.compile(r"\b(?:that|would|will)\b")
#: "…; the Netherlands pledged 150 million euros and Estonia 10,000 shells": the verb is left out.
ALSO = pattern(
    r"[^.;]{0,120}?(?:,? and|,|;) (?:the )?(?P<d>{party})"
    r"(?= (?:(?:another|a further|some|about|up to|more than) ){0,2}(?P<what>(?:{money}|{count} )"
    r"[^.;,\ue005]{0,60}))",
    WORDS,
)
TO = pattern(
    r"(?:[^.;]|\.(?=\d)){0,110}?\b(?:to|for|(?:further )?(?:reinforcing|strengthening|bolstering"
    r"|boosting|enhancing|supporting|backing)) (?:the |help |arm |defend |supply |equip |provide "
    r"|sustain"
    r" |support |strengthen |bolster |boost |maintain |its (?:rival|ally|neighbou?r),? (?:the )?)?"
    r"(?P<r>{struck})(?!-led|-backed| (?:\w+ )?initiative|'s (?:\w+ )?initiative)",
    WORDS,
)
#: "denies arming the M23": what is given stands in the verb.
ARMING = pattern(r"\b(?P<v>arming)(?P<what> )(?:and \w+ing )?(?:the )?(?P<r>{party})", WORDS)
#: "provide the Lebanese army with equipment": what an army gets is military.
EQUIPPED = pattern(
    r"\b(?P<v>provid(?:e|es|ed|ing)|suppl(?:y|ies|ied|ying)) (?:the )?(?P<r>{struck})"
    r"(?P<army>(?:'s)? (?:army|armed forces|military|coast guard|troops))? with"
    r"(?P<what> (?:[\w-]+,? ){0,3}?(?:equipment|training|gear|vehicles|uniforms))\b",
    WORDS,
)
AN_ARMY = re.compile(r"\b(?:army|armed forces|military)\b", re.IGNORECASE)
#: Whom an article knows to be helped: "aid to Ukraine", "Ukraine's backers".
HELPED = pattern(
    r"\b(?:aid|support|weapons|assistance|arms|help|packages?|shells|ammunition) (?:for|to)"
    r" (?:the )?(?P<r>{struck})"
    r"|(?P<s>{party})(?:'s (?:[\w-]+ )?(?:allies|backers|partners)"
    r"|'s (?:air )?defen[cs]e (?:efforts?|needs|capabilities|industry)|'s war effort"
    r"|-bound| defen[cs]e contact group)",
    WORDS,
)
#: Who is met where aid is told: "and told Zelenskyy in Berlin".
MET = pattern(
    r"\b(?:told|met|meeting|beside|alongside|receiv(?:ed|ing)|welcom(?:ed|ing)|thanked by"
    r"|visit(?:ed|ing)?|talks with) (?:with )?(?:his |her |its )?(?P<r>{struck})",
    WORDS,
)
#: Donors without a name: "Western allies", "the country's backers".
UNNAMED = re.compile(
    r"\b(?:allies|backers|partners|supporters|members|countries|states|the west|coalition"
    r"|contact group|donors)"
    r"(?: (?:has|have|had|would|will|also|already|then)){0,4} \Z"
)
#: "The US, France and other countries will": those who are named.
AND_OTHERS = pattern(
    r"{party}(?:, (?:the )?{party}){0,5},? and (?:some |many |several )?other (?:\w+ )?"
    r"(?:countries|nations|states|allies|partners|donors)(?: (?:has|have|had|would|will|also"
    r"|already|then)){0,4} \Z",
    WORDS,
)
#: "Spain's commitment to transfer": who gives stands before the noun.
PLEDGE = pattern(
    r"(?P<d>{party})'s (?:[\w-]+ ){0,2}?(?:commitment|pledge|promise|decision|offer|readiness)s?"
    r" to \Z",
    WORDS,
)
#: "thanked Sweden for the largest package of military assistance".
THANKED = pattern(
    r"\b(?P<v>(?:thank(?:s|ed|ing)|grateful to|praised|hailed)) (?:the )?(?P<d>{party})"
    r"(?:'s \w+)? for (?P<what>[^.;,]{0,80}?(?P<arms>{arms}))"
    r"(?: [^.;,]{0,40}? to (?:the )?(?P<r>{struck}))?",
    WORDS,
)
#: What makes an article one of aid, where it tells of no war.
AID = Pattern(
    r"\bmilitary (?:aid|assistance|support)\b|\bartillery (?:shells|ammunition)\b"
    r"|\b(?:weapons|shells|ammunition|munitions|missiles|drones|tanks|jets) (?:to|for) [A-Z]"
    r"|\bair defen[cs]e systems?\b|\bammunition\b|\barmou?red vehicles\b|\bhowitzers\b"
    r"|\bPatriots?\b|\bF-16s?\b|\bfighter jets\b|\b(?:weapons|arms) worth\b|\bMirage\b"
    r"|\bradars\b|\bartillery\b|\bContact Group\b|\bRamstein[- ](?:format|group)"
    r"|\bmilitary (?:equipment|hardware|supplies|packages?|support)\b|\b(?:Leopard|Abrams"
    r"|Caesar)s?\b"
)
ARMS = pattern(r"{arms}", WORDS)
MILITARY = pattern(r"\b{arms}|\bmilitary\b|\bdefen[cs]e\b", WORDS)

#: What governs the verb, nearest first; None: no aid at all.
AROUND: tuple[tuple[str, Status | None, re.Pattern[str]], ...] = tuple(
    (
        rule,
        status,
        re.compile(
            rf"\b(?:{words})\b[^.;]{{0,40}}\Z|n't \Z"
            if rule == "not"
            else rf"\b(?:{words})\b[^.;]{{0,40}}\Z"
        ),
    )
    for rule, status, words in (
        (
            "denied",
            Status.DENIED,
            r"den(?:y|ies|ied|ying)|reject\w* (?:accusations|allegations"
            r"|claims)",
        ),
        (
            "ruled out",
            Status.REJECTED,
            r"(?:will not|would not|won't|wouldn't)(?! (?:stop|halt|pause|suspend|hesitate|be|have"
            r"|cut|allow|accept|end)\b)|rul(?:es|ed|ing) out|refus(?:e|es|ed|ing)(?: to)?"
            r"|declin(?:es|ed|ing) to|oppos\w+",
        ),
        (
            "not",
            None,
            r"not|never|no longer|without|halt\w*|stopp?\w*|paus\w+|suspend\w*|froz\w+|cut(?: off)?"
            r"|accus\w+(?: of)?|instead of|fail\w* to",
        ),
        (
            "asked",
            Status.DEMANDED,
            r"ask(?:s|ed|ing)?|urg(?:es|ed|ing)|call(?:s|ed|ing) (?:up)?on|press(?:es|ed|ing)"
            r"|demand(?:s|ed|ing)?|want(?:s|ed)?|appeal(?:s|ed) to|beg(?:s|ged)",
        ),
        (
            "possible",
            Status.PROPOSED,
            r"could|may|might|(?:re)?consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|mull\w*|if|whether"
            r"|hint(?:s|ed)|propos(?:es|ed|ing|al)|discuss\w*|open to|can",
        ),
        ("begun", Status.ONGOING, r"(?:began|begun|begins|started) to"),
        (
            "to come",
            Status.AGREED,
            r"will|would|is to|are to|was to|agree(?:s|d|ing)?(?: on \ue004)? to|pledg(?:es|ed"
            r"|ing)|promis\w+"
            r"|plan(?:s|ned)? to|intend\w*|decid(?:es|ed) to|vow(?:s|ed) to|set to|due to|ready to"
            r"|going to|expect(?:s|ed|ing)? to|committed to|announc\w+|approv\w+|prepar\w+ to"
            r"|continue to|to",
        ),
    )
)
#: Weapons that are fired, found or given up are no aid.
NO_AID = pattern(
    r"\b(?:hand(?:s|ed|ing)? over|surrender\w*|gave up|giv\w+ up|lay\w* down) (?:all )?(?:of )?"
    r"(?:its|their|his|the) (?:heavy )?(?:weapons|arms|arsenal)|\b(?:fired"
    r"|launched (?:[\w\ue000-]+ ){0,4}(?:missiles?"
    r"|drones?|rockets?)|intercepted"
    r"|shot down|downed|struck by|hit by|attacked with)\b|\barms control\b"
    r"|\bto (?:both|either|any) (?:sides?|factions?|part(?:y|ies))\b"
    r"|\bhumanitarian (?:aid|assistance)\b(?![^.]{0,60}military)"
)
