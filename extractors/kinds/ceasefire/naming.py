"""What an article calls its one truce where it says nothing else of it: "after the long truce".

A truce that is said to have lapsed in one sentence is "the six-month truce" in another, which only
speaks about it. Where the article knows one truce that came to something, and one length or one
occasion by which such words call it, that truce has them. A name that another truce of the article
has, as what is offered or what was before, is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.claims import Claim
from extractors.kinds.ceasefire.earlier import is_earlier
from extractors.kinds.ceasefire.joining import same
from extractors.kinds.ceasefire.lengths import length_in_name
from extractors.kinds.ceasefire.model import ASKED, EARLIER, EXTENSION
from extractors.kinds.ceasefire.phrases import Phrase
from extractors.kinds.ceasefire.qualities import scope_in_name
from extractors.values import Span


def with_names(claims: Sequence[Claim], phrases: Sequence[Phrase]) -> Sequence[Claim]:
    """The claims, those of the one truce that came to something with what it is called."""
    called = [phrase for phrase in phrases if _is_there(phrase)]
    lengths = [named for phrase in called if (named := length_in_name(phrase))]
    scopes = [(name.value, name.span) for phrase in called if (name := scope_in_name(phrase))]
    return _named(_named(claims, "duration_hours", lengths), "scope", scopes)


def _named(
    claims: Sequence[Claim], field: str, names: Sequence[tuple[object, Span]]
) -> Sequence[Claim]:
    real = [one for one in claims if one.status not in ASKED and not one.rule.endswith(EARLIER)]
    if field == "duration_hours":  # an extension has one of its own
        real = [one for one in real if EXTENSION not in one.rule]
    values = {value for value, _ in names}
    others = [one for one in claims if EXTENSION not in one.rule]
    taken = {getattr(one.fields, field) for one in others} & values
    known = any(getattr(one.fields, field) for one in real)
    if len(values) != 1 or taken or known or not all(same(real[0], one) for one in real[1:]):
        return claims
    value, span = names[0]
    return [_with(one, field, value, span) if one in real else one for one in claims]


def _with(claim: Claim, field: str, value: object, span: Span) -> Claim:
    fields = claim.fields.model_copy(update={field: value})
    return claim.model_copy(
        update={"fields": fields, "grounding": {**claim.grounding, field: span}}
    )


def _is_there(phrase: Phrase) -> bool:
    """Whether the words take it that there is, or was, such a truce."""
    if phrase.proposed or phrase.asked or _NOT_YET.search(phrase.text) or is_earlier(phrase):
        return False
    before = phrase.line.text[max(0, phrase.start - 40) : phrase.start]
    if _WISHED.search(before):
        return False
    return phrase.det in _DEFINITE or phrase.det.endswith("'s") or bool(_TAKEN.search(before))


_DEFINITE = ("the", "its", "their", "his", "this", "that")
_NOT_YET = re.compile(
    r"\b(?:propos|plan(?!t)|new|next|second|third|fresh|broader|longer|wider|further|another)"
)
#: "urged him to back the 30-day truce".
_WISHED = re.compile(
    r"\b(?:accept|agree|back|support|join|consider|back|endors|reject|propos|offer|demand|suggest"
    r"|sign|respon|call|seek|sought|push|discuss|if|whether|for|towards?)\w*(?: \w+)? \Z"
)
#: "efforts to revive a six-month truce", "will see a three-day pause in the fighting".
_TAKEN = re.compile(
    r"\b(?:reviv\w+|restor\w+|salvag\w+|sav(?:e|ing)|rescu\w+|extend\w*|prolong\w*|renew\w*|after"
    r"|during|despite|since|amid|throughout|will see|is seeing|saw|has seen) \Z"
)
