"""Whose a truce is: who declared, offered or asked for it, as words before or behind it tell."""

from __future__ import annotations

import re

from extractors.fact import Status
from extractors.kinds.ceasefire.phrases import Phrase
from extractors.kinds.ceasefire.predicates import BY_WHOM, RELATIVE
from extractors.kinds.ceasefire.telling import Cast, Telling
from extractors.kinds.ceasefire.words import WITH
from extractors.parsing.line import Side
from extractors.parsing.owners import owner_of
from extractors.parsing.parties import side_at
from extractors.parsing.responses import Response
from extractors.parsing.status import Stretch
from extractors.parsing.subjects import nearest_subject


def origin_of(cast: Cast, phrase: Phrase) -> Telling | None:
    """Who declared, offered or asked for it, as words behind it or before it tell."""
    for name, rule in (*BY_WHOM, *RELATIVE):
        if match := rule.match(phrase.line.text, phrase.end):
            side = _doer_of(cast, phrase, match)
            if side:
                words = Stretch(phrase.end, match.end())
                if name == "declare" and not cast.fights(side):
                    return Telling(Status.AGREED, "announced", words, between=True)
                told = _of_origin(name, side, words)
                return _with_owner(told, _proposed_by(phrase) or _owned(cast, phrase))
    return _owned(cast, phrase)


def _doer_of(cast: Cast, phrase: Phrase, match: re.Match[str]) -> Side | None:
    """Whom the words name as who did it; "the pause he ordered" is of the one who is meant."""
    if match["who"]:
        return side_at(phrase.line, match.start("who"))
    return nearest_subject(cast.document, phrase.line, match.end("he") + 1)


def _proposed_by(phrase: Phrase) -> Telling | None:
    """Whose it is: "a truce proposed by Oman was rejected by the Houthis"."""
    for name, rule in (*BY_WHOM, *RELATIVE):
        match = rule.match(phrase.line.text, phrase.end) if name in ("propose", "demand") else None
        side = side_at(phrase.line, match.start("who")) if match and match["who"] else None
        if match and side:
            return _of_origin(name, side, Stretch(phrase.end, match.end()))
    return None


def _with_owner(told: Telling, owned: Telling | None) -> Telling:
    """Of "a US-proposed truce that Kyiv accepted" both are told."""
    owner = owned.proposer if owned and not owned.own else None
    answered = {side.actor for side, _ in told.responses}
    if owner is None or not answered or owner.actor in answered:
        return told
    return told._replace(proposer=owner)


def _owned(cast: Cast, phrase: Phrase) -> Telling | None:
    """ "Putin's 30-hour truce", "a US-proposed ceasefire", "Kyiv's ceasefire proposal"."""
    line = phrase.line
    if match := _PROPOSED_BY.search(line.text, phrase.start, phrase.noun):
        side = side_at(line, match.start())
        return _of_origin("propose", side, Stretch(*match.span())) if side else None
    if phrase.proposed or phrase.asked:
        owner = owner_of(cast.document, line, phrase.noun, phrase.end) or _owner_in(phrase)
        name = "propose" if phrase.proposed else "demand"
        return _of_origin(name, owner, phrase.words) if owner else None
    own = _OWN.match(line.text, phrase.start)
    if own is None and phrase.det in ("its", "his"):
        own = _CALLED.search(line.text, max(0, phrase.start - 20), phrase.start)
    side = side_at(line, own.start("who")) if own else None
    if own and side and "proposed" in phrase.text:
        return _of_origin("propose", side, Stretch(own.start("who"), phrase.end))
    alone = _ALONE.search(phrase.text) or not WITH.match(line.text, phrase.end)
    land = side is not None and own is not None and line.text[own.start("who")] == _NAME
    of_land = land and side and cast.fights_at_home(side) and not _ALONE.search(phrase.text)
    if own and side and alone and cast.fights(side) and not of_land:
        return Telling(Status.ONGOING, "declared", phrase.words, side, own=True)
    return None


_NAME = "\ue005"  # the sign of a side that is named, not of a person
_ALONE = re.compile(r"\b(?:unilateral|christmas|easter|holiday)\b")
_OWN = re.compile(r"(?P<who>[\ue005\ue006])(?:'s? )")
#: "what Moscow calls its Victory Day truce".
_CALLED = re.compile(r"(?P<who>[\ue005\ue006]) (?:calls|called|dubs|dubbed) \Z")
_PROPOSED_BY = re.compile(r"[\ue005\ue006]-(?:proposed|drafted)")


def _owner_in(phrase: Phrase) -> Side | None:
    """The state inside the words: "the US ceasefire proposal"."""
    for place, side in phrase.line.actors:
        if phrase.start <= place < phrase.noun:
            return side
    return None


def _of_origin(name: str, side: Side, words: Stretch) -> Telling:
    match name:
        case "declare":
            return Telling(Status.ONGOING, "declared", words, side, own=True)
        case "demand":
            return Telling(Status.DEMANDED, "demanded", words, side)
        case "break":
            return Telling(Status.FAILED, "broken", words, between=True)
        case "refuse":
            refused = ((side, Response.REJECTED),)
            return Telling(Status.REJECTED, "refused", words, responses=refused)
        case "accept":
            accepted = ((side, Response.ACCEPTED),)
            return Telling(Status.PROPOSED, "accepted", words, responses=accepted)
        case _:
            return Telling(Status.PROPOSED, "proposed", words, side)


def confirmer_of(cast: Cast, phrase: Phrase) -> Side | None:
    """The side that tells of the unilateral truce, its own: "M23 confirmed that the …"."""
    if "unilateral" not in phrase.text:
        return None
    line = phrase.line
    match = _CONFIRMED.search(line.text, max(0, phrase.start - 30), phrase.start)
    doer = nearest_subject(cast.document, line, match.start()) if match else None
    return doer if doer and cast.fights(doer) else None


_CONFIRMED = re.compile(r"(?:confirmed|announced|declared) (?:that )?\Z")
