"""Truces between the two halves of what is told: "put a truce on the table", "the offer of a truce
came from X"."""

from __future__ import annotations

import re

from extractors.fact import Status
from extractors.kinds.ceasefire.phrases import Phrase
from extractors.kinds.ceasefire.telling import Cast, Telling
from extractors.parsing.parties import side_at
from extractors.parsing.status import Stretch
from extractors.parsing.subjects import nearest_subject
from extractors.parsing.tape import pattern


def framed(cast: Cast, phrase: Phrase) -> Telling | None:
    """The truce that stands between a verb and its end."""
    text, line = phrase.line.text, phrase.line
    if until := _UNTIL.search(text, max(0, phrase.start - 200), phrase.start):
        doer = nearest_subject(cast.document, line, until.start("v"))
        words = Stretch(until.start("v"), phrase.start)
        return Telling(Status.DEMANDED, "by a deadline", words, doer) if doer else None
    if result := _RESULT.search(text, max(0, phrase.start - 110), phrase.start):
        return Telling(Status.AGREED, "agreed", Stretch(*result.span("v")), between=True)
    if listed := _AMONG_TERMS.search(text, max(0, phrase.start - 200), phrase.start):
        side = side_at(line, listed.start("who"))
        return Telling(Status.DEMANDED, "among terms", phrase.words, side) if side else None
    if put := _PUT.search(text, max(0, phrase.start - 12), phrase.start):
        doer = nearest_subject(cast.document, line, put.start())
        words = Stretch(put.start("v"), phrase.start)
        on_table = _ON_THE_TABLE.match(text, phrase.end) is not None
        return Telling(Status.PROPOSED, "proposes", words, doer) if doer and on_table else None
    offer = _OFFER.search(text, max(0, phrase.start - 40), phrase.start)
    came = _CAME_FROM.match(text, phrase.end) if offer else None
    side = side_at(line, came.start("who")) if came else None
    if offer is None or side is None:
        return None
    return Telling(Status.PROPOSED, "proposes", Stretch(*offer.span("v")), side)


#: "gave Moscow until Monday to accept a truce", "told Putin he had ten days to agree to one".
_UNTIL = pattern(
    r"\b(?P<v>g[ai]ve[sn]?|giving|(?:told|warned|informed) (?:the )?[{actor}{person}] (?:that )?"
    r"(?:he|she|it|they) (?:has|had|have)|set)(?: [^.;]{1,60}?)?"
    r" (?:(?:until|till) (?:[\w-]+ ){0,3}?{date}(?:,? {date})?|{duration}"
    r"|(?:an? |the )?(?:[\w-]+ ){0,2}(?:deadline|ultimatum)(?: of {date})?),?"
    r" (?:to|for it to|in which to) (?:accept|agree (?:to|on)|sign up to|sign|declare|announce"
    r"|observe|join|commit to|back) \Z"
)
#: "The result was an agreement to halt strikes".
_RESULT = pattern(
    r"\b(?:results?|outcome|fruits?)(?: of [^.;,]{1,60})? (?:was|were|is) (?P<v>(?:an? |the )?"
    r"(?:[\w-]+ )?(?:agreement|deal|understanding|accord|commitment)) (?:on|to|for) \Z"
)
#: "Ukraine's position is unchanged: a full ceasefire, …".
_AMONG_TERMS = pattern(
    r"(?P<who>[{actor}{person}])'s? (?:[\w-]+ ){0,3}?(?:position|demands?|conditions?|priorit(?:y"
    r"|ies)"
    r"|terms|requirements?)\b[^.;:]{0,40}: (?:[^.;:]{1,120}(?:, |\band ))?\Z"
)
_PUT = re.compile(r"\b(?P<v>put|puts|putting|laid|placed) \Z")
_ON_THE_TABLE = re.compile(
    r"[^.;,]{0,40}? (?:on the table|forward|to the (?:two |other )?sides?)\b"
)
_OFFER = re.compile(r"\b(?P<v>offer|proposal|idea|initiative|suggestion|call)s? (?:of|for) \Z")
_CAME_FROM = pattern(
    r"[^.;,]{0,40}? (?:c[ao]me|comes|had come|stem(?:s|med)|originated)(?: \w+ly)? (?:from|with)"
    r" (?:the )?(?P<who>[{actor}{person}])"
)
