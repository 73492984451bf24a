"""Pitches glued to the end of a paragraph that tells the story: an appeal, an offer of newsletters.

The sentences of the pitch are cut and the story's stay. Only where those before it speak of no
one's journalism and to no reader: an appeal has sentences, too, that would pass for a story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.article import BlockKind
from extractors.reading.table import Rule, Where
from extractors.reading.wording import Line, matcher

_KINDS = (BlockKind.APPEAL, BlockKind.NEWSLETTER)
_STORY = 80  # characters: less before a pitch is part of it
_END = re.compile(r"(?<![A-Z][a-z])(?<![A-Z][a-z]{2})(?<![ .][A-Z])[.!?][\"')\]]{0,2}\s")
_ADDRESS = re.compile(r"\b(?:we|our|ours|us|you|your|yours)\b", re.IGNORECASE)
_TALK = re.compile(
    r"\b(?:donat|subscri|newsletter|newsroom|journalism|supporters?\b|readers?\b|membership|please\b"
    r"|paywall|costs? money|this (?:site|website|paper|magazine|outlet)\b)",
    re.IGNORECASE,
)


def pitch_start(line: Line, rule: Rule) -> int | None:
    """Where the pitch begins for which the rule takes the line, if the story stands before it."""
    if rule.kind not in _KINDS or rule.where is not Where.ANYWHERE:
        return None
    ends = [end for end in _sentence_ends(line.plain) if end >= _STORY]
    return next((end for end in reversed(ends) if _is_story(line, end)), None)


def _sentence_ends(plain: str) -> Iterator[int]:
    return (found.end() for found in _END.finditer(plain) if plain[found.end() :][:1].isupper())


def _is_story(line: Line, end: int) -> bool:
    """Whether what stands before a sentence's end is the story's, outside quotation marks."""
    told = line.unquoted[:end]
    if _ADDRESS.search(told) or _TALK.search(told):
        return False
    return matcher().paragraph_rule(Line.of(line.text[:end].rstrip())) is None
