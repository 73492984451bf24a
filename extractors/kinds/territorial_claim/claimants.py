"""Who takes, holds or claims land: named, speaking for his own forces, or the land's one foe."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.fact import Ground
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.parties import PARTY, Agent, is_no_subject, party_at, speaker_at
from extractors.parsing.subjects import subjects_of
from extractors.parsing.territories import Territories

#: "Israel's minister said the army had taken over", "the ministry said troops had taken".
_OWN_ARMY = re.compile(
    r"\b(?:(?:the|our) |(?<=said )|(?<=says )|(?<=that ))(?:army|military|armed forces|forces"
    r"|troops)"
    r"(?: (?:has|have|had|now|also|still|fully|\w+ly)){0,3} \Z"
)


class Claimant(NamedTuple):
    """An actor and the words that name it."""

    actor: str
    ground: Ground


def claimant_at(line: Line, place: int) -> Claimant | None:
    """The party whose sign stands at a place."""
    party = party_at(line, place)
    if party is None or (party.actor.isupper() and _REBELS.match(line.text, place + 1)):
        return None
    return Claimant(party.actor, party.span)


#: "Syrian rebels" are not Syria.
_REBELS = re.compile(r" (?:rebels?|opposition|insurgents?|separatists?|militias?|jihadists?)\b")


def claimant_of(
    document: Document,
    line: Line,
    place: int,
    *,
    strict: bool,
    land: Territories | None = None,
    action: str = "",
) -> Claimant | None:
    """Who does what a verb at a place tells; with `land`, who must have done it."""
    if quoted := _QUOTED.search(line.text, max(0, place - 30), place):
        place = quoted.start()  # 'it had "completely captured" the town'
    if whose := _CLAIM_THAT.search(line.text, max(0, place - 90), place):
        party = party_at(line, whose.start("p"))
        return Claimant(party.actor, party.span) if party else None
    if claimed := _CLAIMED_TO.search(line.text, max(0, place - 50), place):
        place = claimed.start()
    agents = subjects_of(document, line, place) or _with_whom(line, place)
    if agents:
        first = agents[0]
        rebels = first.actor.isupper() and _REBELS.match(
            document.article.text, first.span.end, first.span.end + 20
        )
        return None if rebels else Claimant(first.actor, first.span)
    own = _OWN_ARMY.search(line.text, max(0, place - 60), place)
    if own and (speaker := speaker_at(document, line, place)):
        return Claimant(speaker.actor, speaker.span)
    if strict:
        return _named_earlier(document, line, place) if _STILL.match(line.text) else None
    if land is None:
        return _named_earlier(document, line, place)
    if action == "liberated":
        return _owner(document, line, place, land)
    held = _HELD_BY.search(line.text, place, place + 60)
    if held and (speaker := speaker_at(document, line, held.start())):
        return Claimant(speaker.actor, speaker.span)
    return foe_of(document, line, land)


def both_at(document: Document, line: Line, verb: int) -> tuple[Claimant, ...]:
    """Of "which both countries claim" the two sides of the article."""
    both = _BOTH.search(line.text, max(0, verb - 60), verb)
    if both is None:
        return ()
    span = line.tape.span(*both.span("who"))
    return tuple(Claimant(side.actor, span) for side in document.dyad or ())


_BOTH = re.compile(
    r"\b(?P<who>both(?: (?:countries|sides|states|nations|neighbou?rs|powers|rivals"
    r"|governments))?|(?:the|each of the) two (?:countries|sides|states|nations|neighbou?rs|powers"
    r"|rivals))(?: (?:\w+ly|also|now|still)|(?: claim(?: \w+){0,2})? (?:and|but)){0,3} \Z"
)
#: "said the villages were under its control": the speaker's own.
_HELD_BY = re.compile(r" under (?:its|their|his) ")


def _with_whom(line: Line, place: int) -> tuple[Agent, ...]:
    """Of "with the M23 capturing towns" the M23."""
    doing = _DOING.match(line.text, place)
    with_them = _WITH.search(line.text, max(0, place - 60), place) if doing else None
    party = party_at(line, with_them.start("p")) if with_them else None
    return (party,) if party else ()


#: "Kyiv dismissed Moscow's claim that its forces had": of whose claim it is.
_CLAIM_THAT = re.compile(
    r"(?P<p>[\ue005\ue006])(?:'s?)? (?:\w+ ){0,2}?(?:claims?|assertions?|statements?|reports?"
    r"|announcement)"
    r" (?:to have|that (?:it|they|its|their)\b)(?: (?:own )?(?:forces|troops|army|soldiers|fighters"
    r"|has|have|had|now|also|fully|\w+ly)){0,4} \Z"
)
#: "Ukraine claimed to have taken": its subject stands before "claimed".
_CLAIMED_TO = re.compile(
    r"\b(?:claim(?:s|ed)?|sa(?:ys|id)|report(?:s|ed)?|boast(?:s|ed)?|(?:is|are|was|were) (?:said"
    r"|reported|believed|thought|understood))(?: \w+ly)? to have(?: \w+ly)? \Z"
)
_QUOTED = re.compile(r"[\"'](?:\w+ly )?\Z")
_DOING = re.compile(r"\w+ing\b")
_WITH = re.compile(
    r"\bwith (?:the )?(?P<p>[\ue005\ue006])(?:'s?)?(?: (?:rebels?|forces|troops|fighters"
    r"|militants|army"
    r"|group|movement|now|also)){0,3} \Z"
)
#: "It still holds": whom the sentence before is about.
_STILL = re.compile(r"(?:it|they) (?:still|also|now) ")
#: "It had taken", "its forces had captured": whoever the sentences before are about.
_ITS = re.compile(
    r"\b(?:it|they|(?:its|their) (?:own )?(?:troops|forces|army|fighters|soldiers|military|units"
    r"|men)|the (?:defen[cs]e )?ministry (?:also )?claim(?:s|ed) to)"
    r"(?: (?:has|have|had|also|now|then|still|\w+ly)){0,3} \Z"
)
_FAR = 3  # sentences, in paragraphs of their own as news has them
_EARLY = 40  # places of a sentence in which what it is about is named


def _named_earlier(document: Document, line: Line, place: int) -> Claimant | None:
    """Whom "it" or "its forces" mean where the paragraph names nobody: the subject before."""
    if not _ITS.search(line.text, max(0, place - 60), place):
        return None
    rank = line.sentence.rank
    for near in reversed(document.lines[max(0, rank - _FAR) : rank]):
        for sign in PARTY.finditer(near.text, 0, min(_EARLY, len(near.text))):
            party = party_at(near, sign.start())
            if party and not is_no_subject(near.text, sign.start()):
                return Claimant(party.actor, party.span)
    return None


def _owner(document: Document, line: Line, place: int, land: Territories) -> Claimant | None:
    """Who says that land was won back, where he speaks of his own or of what he claims."""
    states = {one.state for one in land.names if one.state}
    speaker = speaker_at(document, line, place)
    if speaker and (not states or speaker.actor in states):
        return Claimant(speaker.actor, speaker.span)
    if speaker and any(document.at_war(speaker.actor, state) for state in states):
        return Claimant(speaker.actor, speaker.span)
    regions = {
        name.actor: Claimant(name.actor, name.span)
        for _, name in line.names(NameType.PLACE)
        if name.actor and name.detail == "region"
    }
    return next(iter(regions.values())) if not speaker and len(regions) == 1 else None


def foe_of(document: Document, line: Line, land: Territories) -> Claimant | None:
    """The one party of the article, nearest first, that is at war with the state of the land."""
    states = {one.state for one in land.names if one.state} or {
        name.actor
        for _, name in line.names(NameType.PLACE)
        if name.actor and name.detail == "region"
    }
    if len(states) != 1:
        return None
    (state,) = states
    rank = line.sentence.rank
    foes: dict[str, Claimant] = {}
    for near in sorted(document.lines, key=lambda one: abs(one.sentence.rank - rank)):
        for _, side in near.actors:
            if document.at_war(side.actor, state):
                foes.setdefault(side.actor, Claimant(side.actor, side.span))
    return next(iter(foes.values())) if len(foes) == 1 else None
