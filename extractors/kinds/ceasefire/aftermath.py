"""What the next sentence says became of a truce that it does not name again.

"A truce had been signed in May. But the agreement was soon violated": only a sentence that begins
with what was agreed, and says without an if that it did not hold, is read so.
"""

from __future__ import annotations

from extractors.fact import Status
from extractors.kinds.ceasefire.telling import Telling
from extractors.parsing.line import Line
from extractors.parsing.tape import pattern

_BROKEN = pattern(
    r"\W{0,2}(?:(?:but|however|yet|still),? )?"
    r"(?:it|(?:the|this|that) (?:agreement|deal|accord|pact|arrangement))"
    r"(?: between (?:(?!\b(?:was|were|did|has|had|who|which|that)\b)[^.;,]){1,80}?)? (?:"
    r"(?:was|were|has been) (?:then |soon |almost )?(?:(?!repeatedly)\w+ly )?"
    r"(?:violated|broken|breached|ignored)(?! (?:twice|repeatedly|several|many|{count} times))"
    r"|(?:soon |then |later )?(?:(?!near)\w+ly )?(?:collapsed|unravell?ed|crumbled|broke down"
    r"|fell apart)|did not (?:hold|last)|never (?:held|took (?:hold|effect))|failed to hold)\b"
)


#: "It was renewed twice, but it expired on 2 October".
_EXPIRED = pattern(
    r"[^.;]{0,60}\b(?:but|and|until|before) it (?:finally |then |eventually )?"
    r"(?:expired|lapsed|ran out)\b"
)


def as_it_went(told: Telling | None, after: Line | None) -> Telling | None:
    """The telling; failed or over where the sentence after it says so of what was agreed."""
    if told is None or after is None or told.status is not Status.AGREED:
        return told
    if _EXPIRED.match(after.text):
        return told._replace(status=Status.COMPLETED, rule="ran out")
    broken = _BROKEN.match(after.text) is not None
    return told._replace(status=Status.FAILED, rule="did not hold") if broken else told
