"""Words of the field that several kinds of fact share: captives, bodies, talks, sides."""

from __future__ import annotations

#: Sets of words, for use as `{captives}` in patterns over tapes.
LEXICON = {
    "captives": r"(?:prisoners?[ -]of[ -]war|pows?|prisoners?|captives?|hostages?|detainees?|soldiers?|service ?members?"
    r"|service ?(?:man|men|woman|women)|service personnel|military personnel|troops|defenders?|fighters?|combatants?"
    r"|civilians?|inmates?|abductees|internees|convicts|militants|sailors?|marines?|guards|personnel|officers"
    r"|children|child|minors|boys|girls|teenagers|people|persons?|warriors|compatriots|crew ?members?|nationals?|citizens?|men|women|others|members|journalists?|dissidents?"
    r"|dual nationals|gazans|workers|fishermen|pilots|peacekeepers|tourists|guerrillas|rebels|recruits)",
    "held": r"(?:prisoners?[ -]of[ -]war|pows?|prisoners?|captives?|hostages?|detainees?|abductees|internees"
    r"|captured (?:soldiers|troops|fighters|service ?members|servicemen|personnel))",
    "side": r"(?:sides?|countr(?:y|ies)|part(?:y|ies)|nations?|states?|camps?|governments?|warring parties)",
    "bodies": r"(?:bodies|remains|corpses|fallen)",
    "talks": r"(?:talks|negotiations|discussions|consultations|dialogue|parleys)",
}

EACH = (
    r"(?:each|apiece|per side|(?:from|on|by|for|to|of) (?:each|either)(?: of the)?(?: two| warring| opposing)? {side}"
    r"|(?:each|either) {side})"
)
