"""What the rest of a sentence, or the next one, says became of a truce without naming it again.

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


#: "began on 2 April and was renewed twice before it lapsed", "held until it broke down in May".
_THEN_OVER = pattern(
    r"[^.;]{0,90}?\b(?:before|until|but) (?:it |the (?:truce|ceasefire|pause) )?"
    r"(?:finally |then |eventually )?(?:(?P<out>expir(?:ed|ing)|laps(?:ed|ing)|r[au]n(?:ning)? out)"
    r"|collaps(?:ed|ing)|(?:broke|breaking) down|(?:fell|falling) apart|unravell?(?:ed|ing)"
    r"|was (?:broken|violated|shattered))\b"
)


def as_it_went(told: Telling | None, line: Line, after: Line | None) -> Telling | None:
    """The telling; failed or over where words behind it say so of what was agreed or held."""
    if told is None or told.status not in (Status.AGREED, Status.ONGOING) or told.own:
        return told
    if over := _THEN_OVER.match(line.text, told.words.end):
        if over["out"]:
            return told._replace(status=Status.COMPLETED, rule="ran out")
        return told._replace(status=Status.FAILED, rule="did not hold")
    if after is None or told.status is Status.ONGOING:
        return told
    if _EXPIRED.match(after.text):
        return told._replace(status=Status.COMPLETED, rule="ran out")
    broken = _BROKEN.match(after.text) is not None
    return told._replace(status=Status.FAILED, rule="did not hold") if broken else told
