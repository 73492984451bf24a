"""Sanctions that are not called so: bans on the oil, gas or gold of a state at war.

Bans on other goods (grain, seafood) are quarrels of trade and give none. Known gap: bans told by a
noun alone ("the ban on Russian oil").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from extractors.fact import Status
from extractors.kinds.sanctions.finding import governing, is_consequence, issuers_of
from extractors.kinds.sanctions.found import Found, hit_at
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.parties import party_at
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern
from extractors.parsing.wars import is_question

_MOST = 3  # bans that a sentence is read for: bounds the work on hostile text
_BAN = pattern(
    r"\b(?P<v>ban(?:s|ned|ning)?|prohibit(?:s|ed|ing)?|outlaw(?:s|ed|ing)?)"
    r" (?:(?:all|the|any|further|new) ){0,2}(?:imports?|purchases?) of (?:the )?(?P<t>{actor})"
    r"(?:'s)? (?:[\w-]+ ){0,2}?(?:oil|gas|coal|energy|petroleum|gold|diamonds|uranium|steel)\b"
)
#: "Oslo's intent to ban": whose it is stands before the noun.
_INTENT = pattern(
    r"(?P<i>[{actor}{person}])'s (?:[\w-]+ ){0,2}?(?:intent|intention|plans?|decision|move|pledge"
    r"|promise|proposal) to \Z"
)
_BARE = re.compile(r"(?:ban|prohibit|outlaw)\Z")


def bans_in(document: Document, line: Line) -> Iterator[Found]:
    """The bans of a sentence that hit a state with a foe."""
    if is_question(line):
        return
    for match in islice(_BAN.finditer(line.text), _MOST):
        hit = hit_at(line, match.start("t"))
        if hit and document.has_foes(hit.actor):
            told = _banned(document, line, match)
            yield from (found for found in told if not is_consequence(line, found))


def _banned(document: Document, line: Line, match: re.Match[str]) -> Iterator[Found]:
    verb, words = match.start("v"), Stretch(*match.span())
    hit = hit_at(line, match.start("t"))
    if intent := _INTENT.search(line.text, max(0, verb - 60), verb):
        if issuer := party_at(line, intent.start("i")):
            yield Found("banned, possible", Status.PROPOSED, issuer, words, hit)
        return
    head, around, status = governing(line, verb)
    if around in ("not done", "asked for") or (_BARE.match(match["v"]) and status is None):
        return
    rule = f"banned, {around}" if around else "banned"
    for issuer in issuers_of(document, line, head, verb):
        yield Found(rule, status or Status.COMPLETED, issuer, words, hit)
