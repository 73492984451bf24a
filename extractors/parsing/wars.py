"""Whether words can tell a deed of a war at all: what the article is about, and no questions."""

from __future__ import annotations

import re

from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.patterns import Pattern

_OF_WAR = Pattern(
    r"\b(?:war|wars|ceasefire|cease-fire|truce|peace|troops|hostages?|invasion|rebels|missiles?"
    r"|conflict|nuclear|fighters|fighting|hostilities|militants?|offensive|captives|junta"
    r"|prisoners of war|frontline|front line|annex\w+|occupied|insurgents?|armed forces)\b"
)


def is_of_war(document: Document, words: Pattern = _OF_WAR) -> bool:
    """Whether words of war (in small letters) stand in the article, an armed group, or sides of a
    known war.

    A kind gives words of its own where these would be its own matter: a truce of singers.
    """
    if words.search(document.lowered):
        return True
    return any(
        document.fighting(line)
        or any(name.detail == "armed_group" for _, name in line.names(NameType.ACTOR))
        for line in document.lines
    )


def is_history(document: Document) -> bool:
    """Whether an article opens with a museum, a book or an anniversary and dates what it tells to
    the wars before 1946."""
    opens = any(_RETOLD.search(line.text) for line in document.lines[:_OPENING])
    return opens and bool(_LONG_AGO.search(document.article.text))


_OPENING = 2  # sentences that tell what an article is about
_RETOLD = Pattern(
    r"\b(?:museums?|exhibitions?|memoirs?|historians?|archaeolog\w+|novels?|documentary"
    r"|biography|centenary|archives|battlefield tours?)\b"
)
_LONG_AGO = re.compile(
    r"\b(?:1[5-8]\d\d|19[0-3]\d|194[0-5]|First World War|Second World War|World War (?:I|II|One"
    r"|Two)|Napoleon\w*)\b"
)


def is_question(line: Line) -> bool:
    """Whether a sentence only asks: "Will the EU adopt new sanctions?"."""
    return line.text.rstrip("\"' ").endswith("?")
