"""Words of the field that several kinds of fact share: captives, bodies, talks, sides."""

from __future__ import annotations

#: Sets of words, for use as `{captives}` in patterns over tapes.
LEXICON = {
    "captives": (
        r"(?:prisoners?[ -]of[ -]war|pows?|prisoners?|captives?|hostages?|detainees?|soldiers?"
        r"|service ?members?|service ?(?:man|men|woman|women|people|persons?)"
        r"|service personnel|military personnel"
        r"|troops|defenders?|fighters?|combatants?|civilians?|inmates?|abductees|internees|convicts"
        r"|militants|sailors?|marines?|guards|personnel|officers|children|child|minors|(?:school)?(?:boys|girls)|schoolchildren"
        r"|teenagers|people|persons?|warriors|compatriots|crew ?members?|nationals?(?! guards?\b"
        r"| arm(?:y|ies)\b| forces\b| police\b)|citizens?|men"
        r"|women|others|members|journalists?|dissidents?|dual nationals|gazans|workers|fishermen"
        r"|conscripts|air(?:men|women)|seamen|paratroopers|reservists|militiamen|policemen"
        r"|guardsmen|jawans|troopers|rangers|constables|commandos"
        r"|pilots|policewomen|crewm[ae]n|commanders|medics|peacekeepers|tourists|guerrillas|rebels|recruits|individuals|heroes)"
    ),
    "held": (
        r"(?:prisoners?[ -]of[ -]war|pows?|prisoners?|captives?|hostages?|detainees?|abductees"
        r"|internees|captured (?:soldiers|troops|fighters|service ?members|servicemen|personnel))"
    ),
    "side": (
        r"(?:sides?|countr(?:y|ies)|part(?:y|ies)|nations?|states?|camps?|governments?"
        r"|warring parties)"
    ),
    "bodies": r"(?:bodies|remains|corpses|fallen)",
    "talks": r"(?:talks|negotiations|discussions|consultations|dialogue|parleys)",
}

EACH = (
    r"(?:each(?! of (?:the )?\ue002"
    r"| (?:of (?:the )?)?(?:[a-z]+ )?(?:days?|weeks?|months?|stages?)\b)"
    r"|apiece|per side|in (?:each|either) direction"
    r"|a side(?=[,.;:)]|\Z| (?:on|in|and|over|are|is|was|were|had|last|this)\b)"
    r"|(?:from|on|by|for|to|of) (?:each|either)(?: of the)?"
    r"(?: two| warring| opposing)? {side}|(?:each|either) {side})"
)
