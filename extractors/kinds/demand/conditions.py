"""The frames of terms told as conditions: what a side would do, or not do, until another does."""

from __future__ import annotations

from extractors.kinds.demand.words import WORDS, Frame
from extractors.parsing.tape import pattern

CONDITIONAL = (
    Frame(
        "on condition",
        pattern(
            r"\b(?:only|not|n't|never|no|refus\w+|out of the question|rul(?:es|ed|ing) out"
            r"|reject(?:s|ed|ing)|(?:suspend|halt"
            r"|freez|froz|withh[eo]ld|shut|clos)\w*|(?:will|would|to) (?:remain|stay|keep|hold"
            r"|maintain"
            r"|continue))\b[^.;]{0,100}?"
            r" (?:if|unless|until|(?<!at )once|before|after|when|provided|without)(?: the)?"
            r" (?=[^.;]{0,30}?(?:{party}|latter|west|{blows}|prisoners|hostages|captives|troops"
            r"|forces"
            r"|\b(?:its|their) (?:withdrawal|fighters|troops|men|leaders)|western (?:countries"
            r"|states)"
            r"|\b(?:it|they|he) (?:withdr[ae]w|pull|le[af]|disarm|free|release|lift|hand|stop"
            r"|end)))"
            r"(?![^.;,]{0,40}?\b(?:fails?|failed|refus\w+) )",
            WORDS,
        ),
        "will",
        strong=False,
        other="acts",
    ),
    Frame(
        "would if",
        pattern(
            r"(?:\b(?:will|would|can|could|is|are|was|were) (?:only |be |also )?|'ll )"
            r"(?!not\b)(?:(?:ready|willing|prepared|open|able) (?:to|for) "
            r"|agree to )?(?:\w+ ){0,1}?"
            r"{good}\b[^.;]{0,80}?\b(?:if|provided(?: that)?"
            r"|(?:on|under)(?: the| one)? condition(?: that)?|(?:as soon|so long|as long) as"
            r"|(?<!at )once|after"
            r"|when)(?: and"
            r" only if)? (?=[^.;]{0,12}?(?:{party}|\b(?:(?:all|the) )?(?:{troops}|{held}|{blows}))"
            r"|(?:they|it) (?:g[ia]v|la[iy]|hand|le[af]|withdr|surrender|pull|disarm|free|releas)"
            r"|(?<=condition that )(?:it|they|he)\b|there (?:were|was|are|is) )"
            r"(?![^.;,]{0,30}?(?:\b(?:not|fails?|failed|refus\w+|reject\w+|never)\b|n't))",
            WORDS,
        ),
        "offerer",
        strong=False,
        other="acts",
    ),
    Frame(
        "in return",
        pattern(
            r"\b(?:will|would|ready to|offered to|offer(?:s|ed|ing)"
            r"|willing to) (?!not\b)(?:\w+ )?{good}\b[^.;]{0,60}?"
            r" in (?:return|exchange) for\b",
            WORDS,
        ),
        "offerer",
        strong=False,
    ),
    Frame(
        "if they, we will",
        pattern(
            r"(?:\A\W{0,3}(?:but |and )?|\bthat )(?:as soon as|once|if|only (?:if|when|after)"
            r"|when) (?=[^.;]{0,20}?{party})"
            r"(?![^.;,]{0,40}?(?:\b(?:not|fails?|failed|refus\w+|reject\w+|never)\b|n't))"
            r"(?=[^.;]{10,220}? (?:will|would|'ll|shall|can) [^.;]{0,60}?{good}\b)",
            WORDS,
        ),
        "speaker",
        strong=False,
    ),
)
