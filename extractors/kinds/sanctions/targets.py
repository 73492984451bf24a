"""Whom sanctions hit: behind them, between, before, or whose commanders they are put on."""

from __future__ import annotations

import re

from extractors.claims import Slots
from extractors.kinds.sanctions.found import Found, hit_at
from extractors.kinds.sanctions.words import TARGET
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.parties import Agent, last_group, party_at
from extractors.values import Span

_SIGN = re.compile(r"[\ue005\ue006]")


def put_target(slots: Slots, document: Document, line: Line, found: Found) -> None:
    target = found.hit or _target(document, line, found)
    if target and target.actor != found.issuer.actor:
        slots.put("target", target.actor, target.span)
        return
    numbered = "package" in slots.values or _PACKAGE.search(line.text, found.words.start)
    if found.issuer.actor == "eu" and numbered and (span := _russia(document, line)):
        slots.put("target", "RUS", span)


#: "the next package of sanctions", "a new sanctions package".
_PACKAGE = re.compile(r"\b(?:sanctions package|package of (?:[\w-]+ )?sanctions)\b")


def _target(document: Document, line: Line, found: Found) -> Agent | None:
    """Whom they hit: named behind, between ("sanctions on X were imposed by"), or before."""
    starts = (found.words.start,) if found.rule.endswith((" by", "sanctioned", "spoken of")) else ()
    for start in (*starts, found.words.end - 1):
        match = TARGET.match(line.text, start)
        target = hit_at(line, match.start("t")) if match else None
        if target and target.actor != found.issuer.actor:
            return target
    before = _BEFORE.search(line.text, *found.words)
    hit = hit_at(line, before.start()) if before else None
    if hit and hit.actor not in (found.issuer.actor, *_IMPOSERS):
        return hit
    if _THE_COUNTRY.search(line.text, found.words.start, found.words.end + _NEAR):
        return _last_other(line, found)
    theirs = _THEIRS.search(line.text, found.words.start, found.words.end + 12)
    return _theirs(document, line, found) if theirs else None


def _theirs(document: Document, line: Line, found: Found) -> Agent | None:
    """Of "the US, which lists the ELN as …, put its commanders under sanctions" the ELN."""
    if group := _THE_GROUP.search(line.text, 0, found.words.start):
        named = last_group(document, line, group.start())
        return party_at(*named) if named else None
    return _last_other(line, found)


#: "would put sanctions on the country": the one named before.
_THE_COUNTRY = re.compile(r"\b(?:on|against) (?:the|that) (?:country|nation|government|regime)\b")
_IMPOSERS = ("un", "eu", "nato", "USA", "GBR")  # "UN sanctions" are those that it imposed
_NEAR = 24  # places behind sanctions in which it stands on whom


def _last_other(line: Line, found: Found) -> Agent | None:
    """The party named last before the deed, save who does it."""
    for sign in reversed(list(_SIGN.finditer(line.text, 0, found.words.start))):
        party = party_at(line, sign.start())
        if party and party.actor not in (found.issuer.actor, *_IMPOSERS):
            return party
    return None


_THE_GROUP = re.compile(r"\bthe (?:group|movement|rebels|militants|paramilitaries)\b")
_THEIRS = re.compile(r"\b(?:its|their|his) (?!first|new|own|biggest|largest|latest|\ue001)")
_BEFORE = re.compile(r"[\ue005\ue006](?:'s|-related|-linked)? (?:[\w-]+ )?sanctions")


def _russia(document: Document, line: Line) -> Span | None:
    """The EU's packages are those against Russia: where the article names it, nearest."""
    rank = line.sentence.rank
    near = sorted(document.lines, key=lambda one: abs(one.sentence.rank - rank))
    for one in near:
        for _, side in one.actors:
            if side.actor == "RUS":
                return side.span
    return None
