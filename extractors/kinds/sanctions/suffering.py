"""Sanctions told from the side that they hit, or by a noun with "by" or "from" behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from extractors.fact import Status
from extractors.kinds.sanctions.found import Found, deed_of, hit_at
from extractors.kinds.sanctions.words import TARGET, WORDS
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.parties import party_at
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

_MOST = 4  # mentions of one wording that a sentence is read for: bounds the work on hostile text
#: "sanctions were imposed by the EU", "sanctions imposed by".
_SUFFERED = pattern(
    r"\b{sanctions},?(?: (?!(?:reinforc|follow|mirror|match|echo|complement)\w+\b)[^\s.;]+){0,8}?"
    r" (?P<v>(?:re)?-?imposed|adopted|introduced|lifted|extended"
    r"|renewed|approved|proposed|announced|eased|agreed|unveiled)"
    r"(?: (?:on|against) (?:[^\s.;,\ue005-\ue007]+ ){0,5}?(?P<hit>{struck})(?:'s)?)?"
    r"(?: [\w-]+){0,3}? by (?:the )?(?P<i>{party})"
    r"|\b{sanctions}(?: packages?| bill)? (?:is|are|was|were) being (?P<w>prepared|drafted"
    r"|formulated|drawn up"
    r"|considered|debated|discussed|planned)(?: [\w-]+){0,3}? (?:in|by) (?:the )?(?P<o>{party})",
    WORDS,
)
_NOT = re.compile(r"\b(?:not|never)(?: yet| been){0,2} \Z|n't(?: yet)? \Z")


def suffered(_: Document, line: Line) -> Iterator[Found]:
    for match in islice(_SUFFERED.finditer(line.text), _MOST):
        issuer = party_at(line, match.start("i") if match["i"] else match.start("o"))
        if issuer and match["w"]:
            yield Found("prepared in", Status.PROPOSED, issuer, Stretch(*match.span()))
            continue
        rule, status = deed_of(match["v"] if not match["v"].startswith("agreed") else "agreed on")
        if issuer and not _NOT.search(line.text, match.start(), match.start("v")):
            hit = hit_at(line, match.start("hit")) if match["hit"] else None
            yield Found(f"{rule} by", status, issuer, Stretch(*match.span()), hit)


_BE = r"(?:was|were|has been|have been|had been|is being|are being)"
#: "Three of X's commanders were sanctioned by the EU", "was hit with sanctions by".
_WERE_HIT = pattern(
    rf"(?P<hit>{{struck}})(?:'s)?(?:,[^.;,]{{1,60}},)?(?: [\w-]+){{0,6}}? {_BE} (?:\w+ly |also )?"
    r"(?:sanctioned|blacklisted|(?:hit|slapped|punished) with (?:{new} ){0,3}{sanctions}"
    r"|(?:put|placed) under (?:{new} ){0,2}sanctions)"
    r"(?: [^\s.;,\ue005-\ue007]+){0,6}? by (?:the )?(?P<i>{party})",
    WORDS,
)


def were_hit(_: Document, line: Line) -> Iterator[Found]:
    """'X's generals were sanctioned by Y last week'."""
    for match in islice(_WERE_HIT.finditer(line.text), _MOST):
        issuer, hit = party_at(line, match.start("i")), hit_at(line, match.start("hit"))
        if issuer and hit and issuer.actor != hit.actor:
            yield Found("sanctioned by", Status.COMPLETED, issuer, Stretch(*match.span()), hit)


_BEING = re.compile(r"\b(?:was|were|been|being|be|is|are|got) (?:\w+ly |also )?\Z")
_BY = re.compile(r"(?: [\w-]+){0,3}? by\b")


def is_passive(line: Line, match: re.Match[str]) -> bool:
    """Whether the subject is hit by the deed, and does not do it."""
    if match.group().endswith("ing"):
        return False
    before = _BEING.search(line.text, max(0, match.start() - 24), match.start())
    return bool(before or _BY.match(line.text, match.end()))


#: "the latest sanctions by the EU target X", "sanctions from Washington on X".
_BY_SOMEBODY = pattern(
    r"\b(?P<new>(?:{new} ){0,4}){sanctions} (?:by|from) (?:the )?(?P<i>{party})"
    r"(?= (?:(?:will |which |that )?(?:target|hit|cover|affect|list)|on|against|aimed at)\w*\b)",
    WORDS,
)


def by_somebody(_: Document, line: Line) -> Iterator[Found]:
    """Sanctions whose issuer stands behind "by" or "from", with those they hit."""
    for match in islice(_BY_SOMEBODY.finditer(line.text), _MOST):
        issuer, target = party_at(line, match.start("i")), TARGET.match(line.text, match.end() - 1)
        hit = hit_at(line, target.start("t")) if target else None
        if issuer and hit and hit.actor != issuer.actor:
            yield Found("sanctions by", Status.REPORTED, issuer, Stretch(*match.span()), hit)


#: "X condemned the EU's new sanctions": who condemns them is hit, where nobody else is named.
_CONDEMNED = pattern(
    r"(?P<hit>{party})(?:'s [\w-]+(?: [\w-]+)?)?(?: (?:has|have|on \ue004|\ue004))?"
    r" (?:condemned|condemns|denounced|denounces|decried|protested(?: against)?"
    r"|(?:vowed|promised|threatened) to (?:respond|retaliate|reply|react) to"
    r"|(?:responded|retaliated|reacted) to|hit out at|lashed out at)"
    r" (?:the )?(?:(?P<i>{party})(?:'s)? (?:[\w-]+ ){0,1}?(?:new|latest|fresh) (?:{new} ){0,2}"
    r"{sanctions}|(?:new|latest|fresh) (?P<of>{party}) (?:{new} ){0,2}{sanctions}"
    r"|(?:{new} ){0,3}{sanctions} (?:by|from|imposed by|adopted by|announced by)"
    r" (?:the )?(?P<by>{party}))(?! (?:on|against|target))",
    WORDS,
)


def condemned(document: Document, line: Line) -> Iterator[Found]:
    """Sanctions that a side at war condemns or means to answer."""
    for match in islice(_CONDEMNED.finditer(line.text), _MOST):
        issuer = party_at(line, max(match.start(label) for label in ("i", "of", "by")))
        hit = hit_at(line, match.start("hit"))
        if issuer and hit and issuer.actor != hit.actor and document.has_foes(hit.actor):
            yield Found("condemned", Status.REPORTED, issuer, Stretch(*match.span()), hit)
