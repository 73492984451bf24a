"""What is not done yet and told all the same: "plans to propose", "said that it would accept"."""

from __future__ import annotations

import re

from extractors.parsing.tape import pattern

_REACH = 60


def is_told(text: str, verb: int, *, proposes: bool) -> bool:
    """Whether a verb of proposing or of accepting stands behind such words."""
    start = max(0, verb - _REACH)
    if proposes:
        return _MEANS_TO.search(text, start, verb) is not None
    return text.startswith("accept", verb) and _SAID_IT_WOULD.search(text, start, verb) is not None


#: "plans to propose", "used the meeting to propose".
_MEANS_TO = re.compile(
    r"\b(?:plans?|planning|intends?|going|used (?:the|this|his|her|its|an?) (?:[\w-]+ ){0,2}[\w-]+)"
    r" to \Z"
)
#: "said on Monday that it would accept".
_SAID_IT_WOULD = pattern(
    r"\b(?:said|says|announced|confirmed)(?: (?:on )?{date})? (?:that )?(?:it|they|he|she) would"
    r"(?: \w+ly)? \Z"
)
