"""Sanctions told of in passing: by whom they were put, in a clause behind them ("the sanctions it
imposed on X"), and whom they hit beside the first one named ("on X and on Y")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from extractors.fact import Status
from extractors.kinds.sanctions.found import Found, hit_at
from extractors.kinds.sanctions.words import WORDS
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.parties import Agent, party_at
from extractors.parsing.status import Stretch
from extractors.parsing.subjects import nearest_subject
from extractors.parsing.tape import pattern

_MOST = 3  # mentions in a sentence: bounds the work on hostile text
_WHICH_IT_PUT = pattern(
    r"\b(?:the|its|all|most|some|those|these) (?:[\w-]+ ){0,3}?sanctions,?"
    r" (?:which |that )?(?:the )?(?P<i>{party}|it|they)"
    r" (?:(?:has|had|have|first|itself|once) ){0,2}"
    r"(?:(?:re)?imposed|put|placed|slapped|levied|introduced)"
    r" (?:(?:in |last )?\ue004 )?(?:on|against) (?:[^\s.;,\ue005-\ue007]+ ){0,5}?(?P<t>{struck})",
    WORDS,
)


def which_it_put(document: Document, line: Line) -> Iterator[Found]:
    """'Washington may lift the sanctions it put on X': they were put."""
    for match in islice(_WHICH_IT_PUT.finditer(line.text), _MOST):
        issuer = _issuer(document, line, match)
        hit = hit_at(line, match.start("t"))
        if issuer and hit and issuer.actor != hit.actor:
            yield Found("which it put", Status.COMPLETED, issuer, Stretch(*match.span()), hit)


def _issuer(document: Document, line: Line, match: re.Match[str]) -> Agent | None:
    if match["i"] not in ("it", "they"):
        return party_at(line, match.start("i"))
    if opens := _OPENS.match(line.text):
        return party_at(line, opens.start("i"))
    side = nearest_subject(document, line, match.start())
    return Agent(side.actor, None, side.span) if side else None


_OPENS = pattern(
    r"\W{0,2}(?:the )?(?P<i>{party})(?= (?:has|had|is|was|may|might|could|would|will)\b|,)", WORDS
)
_AND_ON = pattern(
    r"[^.;\ue004]{0,110}?(?: (?:on )?\ue004)?,? and (?:also )?(?:on|against)"
    r" (?:[^\s.;,\ue004-\ue007]+ ){0,5}?"
    r"(?P<t>{struck})",
    WORDS,
)


def also_hit(line: Line, found: Found) -> Iterator[Found]:
    """'Imposed sanctions on X's president and on three Y commanders': those of Y too."""
    behind = found.words.end
    match = _AND_ON.match(line.text, behind) if line.text.startswith(_ON, behind) else None
    hit = hit_at(line, match.start("t")) if match else None
    if hit and hit.actor != found.issuer.actor:
        yield found._replace(hit=hit)


_ON = (" on ", " against ")
