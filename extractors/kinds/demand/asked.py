"""Who is asked to do a deed, and whether the deed is the issuer's own."""

from __future__ import annotations

import re

from extractors.kinds.demand.deeds import Deed
from extractors.parsing.line import Line
from extractors.parsing.parties import Agent, party_at

_AS = re.compile(r"\b(?:as|by|of) \Z")  # "recognition as Russian": nobody who is asked
_PARTY = re.compile(r"[\ue005\ue006]")
_NEAR = 50  # places before a deed in which its own subject stands
_OF = re.compile(r"[^.;,\ue005-\ue007]{0,30}\b(?:of|by|for) (?:all |the |its )?(?P<t>[\ue005])")


def target_of(line: Line, match: re.Match[str], deed: Deed, issuer: Agent) -> Agent | None:
    """Who is asked: the last party before the deed, else whose troops it names."""
    told = party_at(line, match.start("t")) if match.groupdict().get("t") else None
    if told and not deed.of_another:
        return told
    if match.groupdict().get("it") and not deed.of_another:  # "named X and told it to pull out"
        return _before(line, match.start(), issuer)
    start = min(match.end(), deed.words.start)
    before = [
        (sign.start(), party)
        for sign in _PARTY.finditer(line.text, start, deed.words.start + 1)
        if (party := party_at(line, sign.start())) and party.actor != "nato"
    ]
    others = [party for _, party in before if party.actor != issuer.actor]
    if others:
        return others[-1]
    near = [
        party
        for place, party in before
        if max(deed.begin, deed.words.start - _NEAR) < place and not _AS.search(line.text, 0, place)
    ]
    if near:
        return near[-1]
    inside = [
        party
        for sign in _PARTY.finditer(line.text, deed.words.start, deed.words.end)
        if not _WHERE.search(line.text, 0, sign.start())
        and (party := party_at(line, sign.start()))
        and party.actor != "nato"
    ]
    if deed.action in _OF_PEOPLE:
        inside = [party for party in inside if party.actor != issuer.actor]
    of = _OF.match(line.text, deed.words.end)
    by = (
        party_at(line, of.start("t"))
        if of and deed.action in ("withdraw_troops", "disarm")
        else None
    )
    return next(iter(inside), by)


def _before(line: Line, place: int, issuer: Agent) -> Agent | None:
    """The party that a sentence named last, the issuer left out."""
    named = (party_at(line, sign.start()) for sign in _PARTY.finditer(line.text, 0, place))
    others = [party for party in named if party and party.actor != issuer.actor]
    return others[-1] if others else None


_OF_PEOPLE = frozenset({"return_children", "release_captives"})  # whose name may be the issuer's
#: "withdraw its troops from eastern X": where they are, not who is asked.
_WHERE = re.compile(
    r"\b(?:from|in|inside|out of|leav(?:e|es|ing)|vacat\w+) (?:the |all )?(?:\w+ )?\Z"
)
_HIS_OWN = re.compile(r"\b(?:it|they|he|she|we) (?:will|would|won't|has|had|is|was|can|could)\b")


def is_own(
    line: Line, match: re.Match[str], deed: Deed, issuer: Agent, target: Agent | None
) -> bool:
    """Whether the deed is the issuer's own ("insists it will not leave"), and no demand."""
    if target and target.actor == issuer.actor:
        return True
    behind = min(deed.words.start, match.end() + 30)
    return bool(_HIS_OWN.search(line.text, match.end(), behind))
