"""What a sentence only leaves open: "did not say whether X had agreed", "it is unclear if …",
"instead of agreeing".

The words are those of a fact, and nobody tells it as one (the uncertainty scope of ConText,
Harkema et al. 2009, over whole clauses). What is presupposed stays: "did not say when the swap
would take place" tells of a swap.
"""

from __future__ import annotations

from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

_TELL = (
    r"(?:say(?:ing)?|said|mention(?:ed|ing)?|specif(?:y|ied|ying)|disclos(?:e[sd]?|ing)"
    r"|confirm(?:ed|ing)?|reveal(?:ed|ing)?|state[ds]?|stating|indicat(?:e[sd]?|ing)"
    r"|clarif(?:y|ied|ying)|suggest(?:ed|ing)?|know[ns]?|elaborate|announce[ds]?|tell|told)"
)
_NOT = (
    r"(?:(?:do|does|did|has|have|had|would|could)(?: not|n't)|declin(?:e[sd]?|ing) to"
    r"|refus(?:e[sd]?|ing) to|without|n(?:either|one)(?: [\w{actor}-]+){0,4}?|no ?(?:body|one))"
)
_OPEN = pattern(
    rf"\b(?:{_NOT}(?: \w+ly| yet| immediately){{0,2}} {_TELL} (?:if|whether)\b"
    rf"|{_NOT}(?: \w+ly| yet){{0,2}} (?:suggest(?:ed)?|mention(?:ed)?|indicate[ds]?|confirm(?:ed)?)"
    r" (?:that|if|whether|any)\b"
    r"|(?:(?:not|n't) (?:\w+ly |yet |fully )?(?:clear|known|certain|sure)"
    r"|un(?:clear|known|certain)|in question|remains to be seen|(?:open|key|big) question is"
    r"|question(?:s|ed)? (?:of|over|about|as to)|asked(?: by [\w{actor}{outlet}-]+)?"
    r"|wonder(?:s|ed|ing)?|debat(?:es?|ed|ing)|depend(?:s|ed|ing)? (?:up)?on"
    r"|doubts? (?:about|over|as to)) (?:if|whether)\b"
    r"|(?:allegations?|rumou?rs?|speculation|suspicions?)(?: \w+){0,3} that\b)"
    r"(?:(?!, (?:but|and|while|though|although|which)\b| but\b)[^.;]){0,240}"
)


#: "Instead of agreeing to a truce, he proposed talks": what was not done.
_INSTEAD = pattern(
    r"\b(?:instead of|rather than) (?:\w+ly )?(?:\w+ing|accept|agree|sign|free|release|hand|hold"
    r"|meet)\b[^.;,]{0,160}"
    r"|\b(?:would not|will not|won't|wouldn't) (?:enter|begin|start|join|hold|engage in|go into)\b"
    r"[^.;,]{0,90}\b(?:until|unless|before)\b"
)


def open_stretches(text: str) -> tuple[Stretch, ...]:
    """Where a tape's text only leaves things open, or tells what was not done."""
    return tuple(
        Stretch(*match.span()) for rule in (_OPEN, _INSTEAD) for match in rule.finditer(text)
    )
