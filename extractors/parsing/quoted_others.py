"""Whom "they" means in words that somebody is quoted with: the other side, never who speaks."""

from __future__ import annotations

import re

from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.parties import Agent, speaker_at

_OTHERS = frozenset(("he", "she", "it", "they"))


def the_others(document: Document, line: Line, pronoun: re.Match[str]) -> tuple[Agent, ...] | None:
    """ "They are ready for a truce," X said: of the article's two sides the one that does not
    speak, nobody where neither speaks. None for a pronoun that can mean who speaks: "we", and all
    that are not quoted.
    """
    span = line.tape.span(*pronoun.span())
    is_quoted = any(quoted.span.covers(span) for quoted in document.quotations)
    if not is_quoted or pronoun.group() not in _OTHERS:
        return None
    speaker = speaker_at(document, line, pronoun.start())
    sides = [side.actor for side in document.dyad or ()]
    if speaker is None or speaker.actor not in sides:
        return ()
    return tuple(Agent(actor, None, span) for actor in sides if actor != speaker.actor)
