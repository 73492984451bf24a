"""Whether words can tell a deed of a war at all: what the article is about, and no questions."""

from __future__ import annotations

import re

from extractors.parsing.document import Document, Line
from extractors.parsing.names.gazetteer import NameType

_OF_WAR = re.compile(
    r"\b(?:war|wars|ceasefire|cease-fire|truce|peace|troops|hostages?|invasion|rebels|missiles?"
    r"|conflict|nuclear|fighters|fighting|hostilities|militants?|offensive|captives|junta"
    r"|prisoners of war|frontline|front line|annex\w+|occupied|insurgents?|armed forces)\b",
    re.IGNORECASE,
)


def is_of_war(document: Document) -> bool:
    """Whether words of war stand in the article, an armed group, or sides of a known war."""
    if _OF_WAR.search(document.article.text):
        return True
    return any(
        document.fighting(line)
        or any(name.detail == "armed_group" for _, name in line.names(NameType.ACTOR))
        for line in document.lines
    )


def is_question(line: Line) -> bool:
    """Whether a sentence only asks: "Will the EU adopt new sanctions?"."""
    return line.text.rstrip("\"' ").endswith("?")
