"""The words of terms: who sets them, what lifts them, what they are a condition for."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.parsing.lexicon import LEXICON
from extractors.parsing.patterns import Pattern
from extractors.parsing.tape import pattern

WORDS = {
    **LEXICON,
    "held": LEXICON["held"][:-1]
    + r"|(?:detained|jailed|imprisoned|abducted|kidnapped|seized|captured)"
    r" [\w\ue005-]+|civilians (?:held|in)|crew|nationals|captured soldiers)",
    "party": "[\ue005\ue006]",
    "foreign": r"foreign (?:[\w-]+ )?(?:fighters|jihadists|militants|terrorists|mercenaries)",
    "wanted": r"(?:those|men|suspects?|planners?|organi[sz]ers?|architects?|attackers?"
    "|perpetrators?|killers?|gunm[ae]n|plotters?"
    r"|fugitives?|terrorists?|militants?|masterminds?|culprits|leaders?)",
    "option": r"(?:first|second|third|one|two|three|another|[\ue000\ue001])",
    "terms": r"(?:demands?|conditions?|preconditions?|pre-conditions?|terms|red lines?"
    r"|requirements?|prerequisites?|price(?= (?:for|of) (?:an? |any |the )?(?:peace|ending|end"
    r"|truce|deal))|list of demands|wish list|memorandum)"
    r"(?! (?:in|of) office)",
    "good": r"(?:cease fire|cease-?fire|truce|stop|halt|end|begin|start|enter|hold|negotiat\w+"
    r"|talks?|sign|peace|release|free|lift|withdraw|accept|suspend|resume|guarantee|spare|agree"
    r"|return|order|deal"
    r"|dialogue|diplomacy|lay down|disarm)",
    "blows": r"(?:attacks|strikes|air ?strikes|aggression|bombing|bombardment|offensive|raids"
    r"|blockade|siege|incursions|raids)",
    "not_people": r"(?! (?:residents|villagers|civilians|people|citizens|nationals|reporters"
    r"|journalists|lawmakers|parliament|broadcaster|tv|television|newspaper|families|workers)\b)",
    "modal": r"(?:must|should|has to|have to|had to|needs?(?:, [\w ]{3,20},)? to|needed to|ought"
    r" to|would have to"
    r"|will have to)",
    "troops": r"(?:troops|forces|army|military|soldiers|units|fighters|personnel|mercenaries"
    r"|armou?r|militants|militias?|rebels)",
    "land": r"(?:territor\w+|homes|houses|land|lands|regions?|provinces?|oblasts?|areas|{place}"
    "|villages|cities"
    r"|strip|enclave|positions|border|soil|plains?|posts|outposts|hill(?:top)?s|heights|towns?"
    r"|airports?|plants?|corridor|points)".replace("{place}", "\ue007"),
}

#: Goes on from the terms of the paragraph before.
FURTHER = pattern(
    r"\W{0,2}(?:(?:another|a further|a second|a third|the other|the list of) {terms}|"
    r"(?:the|its|other|further|additional) {terms} (?:also )?(?:includ|mention|list|are|were)"
    r"|(?:the )?(?:{option} )?(?:option|point|variant|clause) )",
    WORDS,
)
#: Words right before or in a frame that make it no demand: "no longer demands", "may demand".
NOT_SET = re.compile(
    r"(?:\bno longer|\bnot(?: to)?|n't|\bnever|\b(?:may|might|could|would|if|whether|whoever)"
    r"|\bstopp?\w*|\bceas(?:e|es|ed|ing)|\bden(?:y|ies|ied|ying)|\bin)(?: \w+)? \Z"
)
#: Terms that were given up, met, or are asked about only.
GIVEN_UP = re.compile(
    r"\b(?:drop(?:s|ped|ping)?|abandon(?:s|ed|ing)?|gave up|soften(?:s|ed|ing)?|withdr(?:ew|awn)"
    r"|waive[sd]?|eas(?:ed|ing)|back(?:s|ed|ing)? (?:down|away)|shelve[sd]?|walk(?:ed|ing) back"
    r"|no (?:pre-?)?(?:conditions?|terms|demands?)|without (?:any )?(?:pre-?)?(?:conditions?))\b"
    r"(?: (?!(?:over|on|after|because|in|by|when)\b)[\w\ue005'-]+){0,5} \Z"
)
REFUSED_TO_DROP = re.compile(
    r"\b(?:refus|not|n't|never|unwilling|declin|without)\w*(?: \w+){0,2} \Z"
)
REJECTED = pattern(
    r"\b(?:reject(?:s|ed|ing|ion of)?|refus(?:es|ed|ing|al of)|dismiss(?:es|ed|ing)?"
    r"|rul(?:es|ed|ing) out|turn(?:s|ed|ing) down|rebuff(?:s|ed)|spurn(?:s|ed))"
    r"(?: (?!to\b|said\b|this\b|that\b|it\b|and\b)[\w{actor}{person}'-]+){0,4} \Z"
)
REJECTED_AFTER = pattern(
    r"(?:\bwhich (?:the )?{party}|\b(?:is|are|was|were|has been|have been)\b)[^.;,]{0,30}?"
    r" (?:reject(?:s|ed)|refus(?:es|ed)|dismissed|ruled out|turned down)\b|\brejected by\b"
    r"|, an? (?:demand|condition|term|call)s? (?:that |which )?(?:the )?{party}[^.;,]{0,20}?"
    r" (?:reject(?:s|ed)|refus(?:es|ed)|dismiss(?:es|ed)|ruled out|rules out|turned down)\b",
    WORDS,
)
#: A time or a threat makes it an ultimatum.
ULTIMATUM = pattern(
    r"\bultimatum|\bdeadline|\bor (?:else|face|risk|suffer|be [a-z]+ed)\b|\botherwise\b|\bthreaten"
    r"|\bwithin (?:[\w-]+ ){0,2}?[{duration}{count}](?! of (?:an?|any|the|its|signing|reaching)\b)"
    r"|\bor (?:it|they|he) (?:will|would)\b"
    r"|\b(?:by|before|until) (?:(?!of\b)[\w-]+ ){0,3}?{date}"
)
#: Where what one side asks ends: another side's answer.
OVER = pattern(
    r",? (?:but|while|whereas|although|though|even as|contrasts? with)\b|;"
    r"| and (?:also |again )?(?:rejects?|rejected|refus(?:es|ed)|rul(?:es|ed) out|oppos(?:es|ed))\b"
    r"|,? in (?:exchange|return) for\b|, (?:saying|adding|noting|citing)\b"
    r"| before (?:(?:it|he|she|they) (?:commit|agree|accept|would|will|c[ao]n|could|start|sign|does"
    r"|did|free|release)|agreeing|accepting)"
    r"| without (?:[^ ,.;]+ ){0,3}?(?:commitments?|promises?|guarantees?|assurances?)\b"
    r"|, (?:and )?(?=(?:the )?{party}[^.;,]{0,30} (?:reject|refus|sa(?:id|ys)|den))",
    WORDS,
)
OWN_DEED = re.compile(
    r" (?:continu|keep|retain|maintain|pursu|having|hold)\w*"
    r"|(?: that)? (?:it|he|she|they|we|there|this|no|talks|negotiations)\b"
)

CONDITION_FOR = tuple(
    (value, pattern(words))
    for value, words in (
        (
            "ceasefire",
            r"\b(?:condition(?:s|al)?|prerequisite|requirement|terms|demands?|precondition|exchange"
            r"|return|price) (?:for|of|to) (?:agreeing to |accepting |any |a |an |the |its |full "
            r"|complete |lasting |permanent |temporary |{duration} )"
            r"{0,4}(?:ceasefire|cease-fire|truce)"
            r"|\b(?:before|agree to|accept) (?:any |a |an |the |full ){0,3}(?:ceasefire|truce)\b",
        ),
        (
            "talks",
            r"\b(?:condition(?:s|al)?|prerequisite|requirement|terms|demands?|precondition)"
            r" (?:for|of|to) (?:any |a |an |the |its |starting |beginning |holding |resum\w+ "
            r"|further |new |direct |peace ){0,4}(?:talks|negotiations|dialogue)"
            r"|\bbefore (?:any |a |the |peace |direct |further |new ){0,3}(?:talks|negotiations)\b"
            r"|\b(?:not|refus\w+ to|only) (?:\w+ )?(?:negotiate|talk|return to (?:the )?(?:talks"
            r"|negotiat\w+|table)|resume (?:talks|negotiations))\b",
        ),
        (
            "summit",
            r"\b(?:condition(?:s|al)?|prerequisite|terms|demands?|precondition)"
            r" (?:for|of|to) (?:any |a |an |the |holding |direct ){0,4}(?:summit|meeting)"
            r"|\bbefore (?:any |a |the ){0,3}(?:summit|leaders' meeting|meeting)\b",
        ),
        (
            "peace",
            r"\b(?:condition(?:s|al)?|prerequisite|requirement|terms|demands?|precondition|price"
            r"|exchange|return) (?:for|of|to) (?:any |a |an |the |lasting |final |ending )"
            r"{0,4}(?:peace|settlement|end to the (?:war|conflict|fighting)|end(?:ing)? the"
            r" (?:war|conflict)|(?:the )?(?:war|conflict)\b)"
            r"|\bany (?:(?:peace|final|future|eventual) (?:deal|agreement|treaty)|(?:[\w-]+ )?"
            r"(?:settlement|peace))\b"
            r"|\bpart of (?:any|a) (?:[\w-]+ ){0,2}?(?:peace|deal|settlement)"
            r"|\b(?:peace terms|terms for peace|peace conditions)\b|\bin order to end the war\b",
        ),
    )
)


class Frame(NamedTuple):
    """A wording that sets a term; what is asked stands behind it, or before where `before`."""

    name: str
    words: Pattern
    issuer: str  # where the issuer stands: a key of `_issuer`
    strong: bool = True  # whether any topic may follow, or only those of treaties
    other: str = ""  # how an item is worded that may ask any other deed: a key of `_FORMS`, "land"
    before: bool = False  # whether what is asked stands before the frame
