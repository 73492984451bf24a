"""Meetings of leaders that a speaker calls needed, or the only way."""

from __future__ import annotations

import re

from extractors.fact import Status
from extractors.kinds.meeting_proposal.phrases import Phrase
from extractors.kinds.meeting_proposal.wish import Wish
from extractors.parsing.document import Document
from extractors.parsing.parties import side_speaking
from extractors.parsing.status import Stretch

_NEEDED = re.compile(
    r"[^.;,]{0,60}? (?:is|was|would be|remains) (?:(?!not\b|no\b)\w+ )?"
    r"(?:needed|necessary|essential|indispensable|required|imperative|vital)\b"
)
_ONLY_IT = re.compile(r"\bonly (?:through |by )?\Z")
_WOULD_END = re.compile(
    r"[^.;,]{0,60}? (?:can|could|will|would) (?:\w+ly )?(?:end|stop|resolve|settle|solve|bring"
    r"|unlock"
    r"|break|decide|yield|achieve)\b"
)


def by_need(document: Document, phrase: Phrase) -> Wish | None:
    """ "A meeting with Putin is needed, Zelensky said", "only a meeting … could end the war"."""
    line = phrase.line
    needed = _NEEDED.match(line.text, phrase.end)
    only = _ONLY_IT.search(line.text, max(0, phrase.start - 20), phrase.start)
    told = needed or (_WOULD_END.match(line.text, phrase.end) if only else None)
    speaker = side_speaking(document, line, phrase.start) if told and not phrase.deed else None
    if told is None or speaker is None:
        return None
    return Wish(Status.PROPOSED, "needed", Stretch(phrase.start, told.end()), speaker)
