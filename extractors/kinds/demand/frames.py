"""The frames that set a term: what a side says or does to ask it, and where the deed stands."""

from __future__ import annotations

from extractors.kinds.demand.conditions import CONDITIONAL
from extractors.kinds.demand.musts import MUSTS
from extractors.kinds.demand.words import WORDS, Frame
from extractors.parsing.tape import pattern

FRAMES = (
    Frame(
        "terms of",
        pattern(
            r"(?P<i>{party})(?P<of>'s?)?(?: (?!(?:and|has|had|is|in|of|may|might|did|does|can|could"
            r"|would|will|to|not|also|again|on|for|with)\b)[\w'\"-]+){0,4}? \"?{terms}\b",
            WORDS,
        ),
        "named",
        other="any",
    ),
    Frame(
        "terms of it",
        pattern(
            r"(?<!swap )(?<!swapped )(?<!exchange )(?<!exchanged )(?<!compare )(?<!discuss )"
            r"\b(?:its|his|her|their) (?:(?!(?:as|of|for|and|or|to|in)\b)[\w-]+ ){0,3}?{terms}\b",
            WORDS,
        ),
        "it",
        other="any",
    ),
    Frame(
        "terms by",
        pattern(
            r"(?<!health )(?<!living )(?<!prison )(?<!detention )(?<!working )(?<!medical )"
            r"\b{terms}(?: (?:put forward|set|made|laid down|imposed|listed|issued"
            r"|presented|set out))? (?:by|from|of) (?:the )?(?P<i>{party})",
            WORDS,
        ),
        "named",
    ),
    Frame(
        "demanded",
        pattern(
            r"\bdemand(?:s|ed|ing)?(?! (?:from|by|of|made|for peace)\b)"
            r"|\b(?:ask|request)(?:s|ed)? that\b",
            WORDS,
        ),
        "subject",
        other="any",
    ),
    Frame(
        "insisted",
        pattern(
            r"\binsist(?:s|ed|ing)?(?: that| on)?"
            r"|\b(?:is|are|was|were|remain(?:s|ed)?) (?:adamant|firm|unequivocal) (?:that|on)\b",
            WORDS,
        ),
        "subject",
        other="any",
    ),
    Frame(
        "made a condition",
        pattern(
            r"\b(?:consider(?:s|ed|ing)?|regard(?:s|ed|ing)?|set(?:s|ting)?|ma(?:de|kes?|king)"
            r"|nam(?:es|ed|ing)|list(?:s|ed|ing)?|describ(?:es|ed|ing)"
            r"|rais(?:es|ed|ing)|cit(?:es|ed|ing)|call(?:s|ed|ing))\b(?! (?:these|those|them)"
            r" as\b)"
            r"(?=[^.;]{5,160}?(?:\bas (?:the |a |an |its |one of its )?|\bthe |\ba )(?:\W?\w+\W? )"
            r"{0,3}?{terms}\b)",
            WORDS,
        ),
        "subject",
    ),
    Frame(
        "made demands",
        pattern(
            r"\b(?:ma(?:de|kes?|king)|set(?:s|ting)?(?: out)?|laid out|present(?:s|ed|ing)"
            r"|put forward"
            r"|list(?:s|ed)|tabled|ha(?:s|d|ve)|voic(?:es|ed)|keeps?|kept|maintain(?:s|ed|ing)"
            r"|(?:stick|cling|hold)(?:s|ing)? (?:on )?to|stuck to|clung to|reiterat(?:es|ed|ing)"
            r"|repeat(?:s|ed|ing)|stands? by|nam(?:es"
            r"|ed))"
            r" (?:[\w\"'\ue000-]+ ){0,4}?{terms}\b",
            WORDS,
        ),
        "subject",
        other="any",
    ),
    Frame(
        "conditional on",
        pattern(
            r"\b(?:ma(?:de|kes?|king)\b[^.;]{0,60}? )?\b(?:conditional|contingent|conditioned"
            r"|dependent) (?:up)?on\b|\bcondition(?:s|ed) [^.;]{0,60}? (?:up)?on\b",
            WORDS,
        ),
        "anyone",
        other="any",
    ),
    Frame(
        "renewed a call",
        pattern(
            r"\b(?:renew|repeat|reiterat|reaffirm|restat|issu)(?:s|es|ed|ing)? (?:its|his|her|their"
            r"|an?|the) (?:[\w-]+ ){0,2}(?:calls?|demands?|insistence|appeals?) (?:for|on|that)\b",
            WORDS,
        ),
        "subject",
        other="any",
    ),
    Frame(
        "on conditions",
        pattern(
            r"\b(?:on|under|with|has|have|had|set|are|were|laid down) (?:[\w\ue000-]+ ){0,3}{terms}"
            r"[^.;:]{0,40}?(?::| [–—-]) |(?:{party}'s (?:[\w-]+ ){0,2}?|\b(?:its|his|their) )"
            r"(?:position|list|price)[^.;:]{0,60}?: ",
            WORDS,
        ),
        "anyone",
    ),
    Frame(
        "part of a paper",
        pattern(
            r"\A\W{0,3}(?:the )?(?:part|section|point|option|chapter) [\w\ue000\ue001]+"
            r" [^.;:]{0,80}: "
        ),
        "memorandum",
    ),
    Frame(
        "listed",
        pattern(
            r"\b{terms}\b[^.;]{0,60}?\b(?:list|nam|describ|outlin|specif|defin)\w* "
            r"(?:these|those|them|it) as\b",
            WORDS,
        ),
        "speaker",
    ),
    Frame(
        "required",
        pattern(
            r"\b(?:(?:would |will )?(?:require|oblige)|(?:requir|oblig)(?:es|ed|ing)"
            r"|stipulat(?:es|ed|ing)|calls for"
            r"|called for)\b",
            WORDS,
        ),
        "paper",
    ),
    Frame(
        "memorandum says",
        pattern(
            r"\b(?:impl(?:y|ies|ied)|envisag(?:es?|ed)|provid(?:es?|ed) for|foresees?|foresaw"
            r"|includ(?:es|ed)|contain(?:s|ed)|list(?:s|ed)|specif(?:y|ies|ied))\b",
            WORDS,
        ),
        "memorandum",
    ),
    *MUSTS,
    *CONDITIONAL,
    Frame(
        "called on",
        pattern(
            r"\b(?:call(?:s|ed|ing)? (?:up)?on|urg(?:es|ed|ing)|press(?:es|ed|ing)|ask(?:s|ed|ing)"
            r"|order(?:s|ed|ing)|instruct(?:s|ed|ing)|request(?:s|ed|ing)|t(?:ells|old|elling)"
            r"|want(?:s|ed)?)"
            r" (?:\"?(?:the )?(?:(?:leaders(?:hip)?|governments?|authorities|rulers) (?:of|in) )?"
            r"(?P<t>{party}){not_people}[^.;]{0,40}?|(?P<it>it|them|him|her)(?= )|(?!his |its "
            r"|their "
            r"|her |our )(?:the |all "
            r"|defending ){0,3}"
            r"(?:[\w-]+ )?(?:guerrillas|rebels|militants"
            r"|group|government|army|militias?|junta|government forces|fighters|troops|movement"
            r"|forces)(?: [^.;,]{0,20})?)"
            r" to\b",
            WORDS,
        ),
        "subject",
        strong=False,
    ),
    Frame(
        "wants",
        pattern(
            r"\bwant(?:s|ed)?(?! to\b)(?= (?:the|an?|all|its|his|their|zero|western|more|back)\b"
            r"| (?:\w+ )?[\ue000\ue005\ue006]"
            r"|[^.;,]{0,40} (?:withdrawal|pullout|release|return|recognition|disarmament)\b)",
            WORDS,
        ),
        "subject",
        other="land",
    ),
    Frame(
        "called for",
        pattern(
            r"\b(?:call(?:s|ed|ing)?(?: on [a-z]{3,6}day| (?:on )?{date}| again| publicly)? for"
            r"|(?:press|push)(?:es|ed|ing) for|seek(?:s|ing)|sought"
            r"|ask(?:s"
            r"|ed)? for)"
            r"(?= \"?(?:the|an?|all|its|his|her|their|full|early|immediate|recognition|neutrality"
            r"|demilitari[sz]ation"
            r"|disarmament|withdrawal|territorial)\b| \"?[\ue000\ue005])",
            WORDS,
        ),
        "subject",
        strong=False,
    ),
    Frame(
        "further terms",
        pattern(
            r"\b(?:another|other|further|a second|a third|additional) {terms} (?:is|are|was|were"
            r"|includes?|included)\b|\b(?:the|these|those) (?:list of )?{terms} (?:also )?"
            r"(?:includ(?:es?|ed)|mention(?:s|ed)?|compris(?:es?|ed)|list(?:s|ed)?)\b"
            r"|\A\W{0,2}(?:the )?(?:{option} )?(?:option|point|variant|clause)(?: {option})?\b"
            r"[^.;]{0,50}? (?:was|is|would|calls?|called|requires?|envisag\w+|provid\w+)\b",
            WORDS,
        ),
        "going on",
    ),
    Frame(
        "is a condition",
        pattern(
            r"\b(?:is|was|are|were|remains?|remained|as) (?:one of )?"
            r"(?:the|an?|its|his|their|key|(?:the )?(?P<i>{party})(?:'s)?)"
            r" (?:\w+ ){0,2}{terms}\b",
            WORDS,
        ),
        "speaker",
        before=True,
    ),
    Frame(
        "is a must",
        pattern(
            r"\b(?:is|was|are|were|(?:will |would |must )?be|remains?|remained) "
            r"(?:absolutely |still |an? |the )?\"?(?:imperative|non-negotiable|must\b(?! )|must in"
            r"|indispensable|necessary"
            r"|not (?:negotiable|up for (?:negotiation|discussion)))\b|\bmust (?:come first"
            r"|be (?:a|the) first step)\b",
            WORDS,
        ),
        "anyone",
        strong=False,
        before=True,
    ),
    Frame(
        "which it demands",
        pattern(
            r"(?:,? (?:whom|whose (?:[\w-]+ ){0,2}?[\w-]+)|, (?:which|as|something"
            r"|an? (?:step|move|concession|measure|condition|demand|term)(?: that| which)?))"
            r"(?= [^.;,]{0,40}?(?:{party}|\b(?:it|they|he|she)\b|\bgroup\b|\bmovement\b))"
            r" [^.;,]{0,40}?\b(?P<v>demand(?:s|ed|ing)|insist(?:s|ed) (?:on|upon)|sought|seeks"
            r"|call(?:s|ed) for|ask(?:s|ed) for|want(?:s|ed)"
            r"|(?:made|calls|called|considers|regards as) a condition|set)\b",
            WORDS,
        ),
        "subject",
        before=True,
    ),
    Frame(
        "among terms",
        pattern(
            r"\bamong (?:(?:the )?(?P<i>{party})(?:'s)?|its|his|their|her) (?:[\w-]+ ){0,3}?{terms}"
            r"(?! (?:is|are|was|were)\b)",
            WORDS,
        ),
        "anyone",
        before=True,
    ),
)
