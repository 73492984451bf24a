"""Do this by then, or else: deadlines and threats of one side to another.

Every sentence is read for one frame ("gave X 50 days to …", "unless X …"); then who sets it, who is
to obey, what is asked, and what follows. A sentence gives one fact for each target. The language of
ultimatums without a time or a threat is left alone, as are deadlines that a deal itself lays down.
What comes otherwise may stand in the next sentence ("Otherwise, …").
Known gaps: a demand in one sentence and its deadline in the next; deadlines that are only extended;
a deadline said in quotation marks whose target the words do not name; passives whose issuer stands
sentences before ("On 27 April he was given two weeks").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from extractors.claims import Claim, Kind, Slots
from extractors.fact import Attribution, Fields, Role, Status
from extractors.kinds.ultimatum.cues import DENIED, ELSE
from extractors.kinds.ultimatum.filling import (
    demand_of,
    put_consequences,
    put_consequences_of,
    put_time,
)
from extractors.kinds.ultimatum.frames import FRAMES
from extractors.kinds.ultimatum.holding import OF_TRADE, comes_after, holds, threat_after
from extractors.kinds.ultimatum.needs import CONDITIONS, ELSE_AFTER
from extractors.kinds.ultimatum.parties import Cast, Party, party_at, speaker_at, subject_before
from extractors.kinds.ultimatum.sides import is_own_threat, issuers_of, targets_of
from extractors.kinds.ultimatum.terms import COLOUR, TOPIC
from extractors.kinds.ultimatum.time import Found, time_after, time_of
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.patterns import Rules
from extractors.parsing.tape import pattern
from extractors.parsing.vague_sides import with_sides_named
from extractors.parsing.wars import is_of_war
from extractors.values import Count, Edtf, Span

VERSION = 13
_MOST = 8  # hits of one frame that a sentence is read for: bounds the work on hostile text


class Ultimatum(Fields):
    """FACTS.md, kind 7. `due_on` is derived where `issued_on` and `days` are known."""

    kind: ClassVar[str] = "ultimatum"

    issuer: str
    issuer_person: str | None = None
    target: str
    days: Count | None = None
    issued_on: Edtf | None = None
    due_on: Edtf | None = None
    demand: str | None = None
    consequences: tuple[str, ...] = ()


def _read(document: Document) -> Iterator[Claim]:
    document = with_sides_named(document)
    if not is_of_war(document, TOPIC):
        return
    cast = Cast(document)
    lines = [line for line in document.lines if not COLOUR.search(line.text)]
    read = {line: _denied(cast, line) or _first(cast, line) for line in lines}
    if any(read.values()):  # what is told short is told in full elsewhere
        cast.known = tuple(_pair(claim) for claims in read.values() for claim in claims)
        read = {line: claims or _first(cast, line) for line, claims in read.items()}
    claims = [claim for found in read.values() for claim in found]
    threats = {_parties(claim) for claim in claims if claim.status is Status.THREATENED}
    for claim in claims:
        threatened = claim.status is Status.DEMANDED and _parties(claim) in threats
        yield claim.model_copy(update={"status": Status.THREATENED}) if threatened else claim


def _pair(claim: Claim) -> tuple[Party, Party]:
    """Who sets it and who is to obey, with the words that name them."""
    issuer, target = _parties(claim)
    spans = claim.grounding["issuer"], claim.grounding["target"]
    assert isinstance(spans[0], Span)  # noqa: S101  # read from the text, not derived
    assert isinstance(spans[1], Span)  # noqa: S101  # as above
    return Party(issuer, None, spans[0]), Party(target, None, spans[1])


def _parties(claim: Claim) -> tuple[str, str]:
    assert isinstance(claim.fields, Ultimatum)  # noqa: S101  # only this kind's claims come here
    return claim.fields.issuer, claim.fields.target


_FRAMES = Rules(FRAMES)


def _first(cast: Cast, line: Line) -> tuple[Claim, ...]:
    """The claims of the first frame that gives any; a sentence sets one deadline."""
    for rule, words in _FRAMES.live(line.text):
        for match in islice(words.finditer(line.text), _MOST):
            time = time_of(line, match)
            if time is None and rule in ELSE_AFTER and (after := cast.line_after(line)):
                time = time_after(after)
            found = Found(line, rule, match, time)
            if holds(cast, found) and (claims := tuple(_claims(cast, found))):
                return claims
    return ()


def _claims(cast: Cast, found: Found) -> Iterator[Claim]:
    issuers = tuple(one for one in issuers_of(cast, found) if one.actor not in _OF_MONEY)
    targets = targets_of(cast, found, issuers) if issuers else ()
    if found.rule in CONDITIONS and targets:
        targets = targets if is_own_threat(cast, found, issuers[0], targets) else ()
    asked = demand_of(found)
    if asked and OF_TRADE.search(found.line.text, *asked):
        return
    for target in targets:
        if target.actor not in {issuer.actor for issuer in issuers}:
            yield _claim(cast, found, issuers, target)


def _claim(cast: Cast, found: Found, issuers: tuple[Party, ...], target: Party) -> Claim:
    line = found.line
    slots = _slots(issuers[0], target)
    demand = demand_of(found)
    if demand:
        slots.put("demand", line.tape.words(*demand), line.tape.span(*demand))
    put_consequences(slots, found, demand)
    if (after := threat_after(cast, line)) and "consequences" not in slots.values:
        put_consequences_of(slots, after)
    put_time(cast, slots, found)
    standing = (_status(cast, found, slots), line.tape.span(*found.stretch))
    rule = found.rule + (_EARLIER_ON if _AT_FIRST.search(line.text, 0, found.match.end()) else "")
    claim = slots.claim(Ultimatum, standing, (line, found.match.start()), rule)
    others = tuple(_hop(cast, party) for party in issuers[1:])
    return claim.model_copy(update={"attribution": (*claim.attribution, *others)})


#: Lenders, whose deadlines are for laws and accounts.
_OF_MONEY = frozenset({"imf", "world_bank"})

#: "had initially given 50 days": another deadline than the one that now holds.
_AT_FIRST = re.compile(r"\b(?:initially|originally|at first|previously)\b")
_EARLIER_ON = ", at first"


_BODIES = {"unsc": "un"}  # bodies that act for the whole


def _slots(issuer: Party, target: Party) -> Slots:
    slots = Slots()
    slots.put("issuer", _BODIES.get(issuer.actor, issuer.actor), issuer.span)
    if issuer.person:
        slots.put("issuer_person", issuer.person, issuer.span)
    slots.put("target", target.actor, target.span)
    return slots


def _hop(cast: Cast, party: Party) -> Attribution:
    """One of several issuers, as the attribution names those after the first."""
    role = Role.SPEAKER if party.person else Role.BODY
    name = party.person or party.span.of(cast.document.article.text)
    return Attribution(name=name, role=role, span=party.span)


def _status(cast: Cast, found: Found, slots: Slots) -> Status:
    """A bare deadline demands; one called an ultimatum, with an "or else", or set by one side of a
    war to the other threatens."""
    text = found.line.text
    if "consequences" in slots.values or "ultimatum" in text or ELSE.search(text):
        return Status.THREATENED
    if threat_after(cast, found.line) is not None or comes_after(cast, found):
        return Status.THREATENED
    if _threatened_on(cast, found.line):
        return Status.THREATENED
    at_war = cast.document.at_war(slots.values["issuer"], slots.values["target"])
    return Status.THREATENED if at_war else Status.DEMANDED


def _threatened_on(cast: Cast, line: Line) -> bool:
    """Whether the sentences that follow a deadline say in quotation marks what comes otherwise:
    "… and if they're not here, all hell is going to break out"."""
    for _ in range(_ON):
        after = cast.line_after(line)
        if after is None or _QUOTED_ELSE.search(after.text):
            return after is not None
        line = after
    return False


_ON = 3  # sentences behind a deadline in which its issuer is still heard
_QUOTED_ELSE = re.compile(
    r"\"[^\"]{0,160}\bif (?:they|it|he|she)(?: (?:are|do|does|is)(?: not|n't)|'(?:re|s) not|'t)\b"
    r"[^.;]{0,50}?\b(?:hell|consequences|attack|strikes?|war|price)\b"
)


def _denied(cast: Cast, line: Line) -> tuple[Claim, ...]:
    """'There is no ultimatum to Kyiv, the White House said': denied, where both are named."""
    match = DENIED.search(line.text)
    place = match.start("t") if match and match["t"] else None
    if match is None or place is None:
        return ()
    target = party_at(line, place)
    issuer = speaker_at(cast, line, match.start()) or next(
        iter(subject_before(cast, line, match.start() + 1)), None
    )
    if target is None or issuer is None or issuer.actor == target.actor:
        return ()
    slots = _slots(issuer, target)
    standing = (Status.DENIED, line.tape.span(*match.span()))
    return (slots.claim(Ultimatum, standing, (line, match.start()), "denied"),)


def _same(full: Claim, claim: Claim) -> bool:
    mine, theirs = full.fields, claim.fields
    assert isinstance(mine, Ultimatum)  # noqa: S101  # only this kind's claims come here
    assert isinstance(theirs, Ultimatum)  # noqa: S101  # only this kind's claims come here
    if (mine.issuer, mine.target) != (theirs.issuer, theirs.target):
        return False
    if (full.status is Status.DENIED) != (claim.status is Status.DENIED):
        return False
    if full.rule.endswith(_EARLIER_ON) != claim.rule.endswith(_EARLIER_ON):
        return (mine.days, mine.due_on) == (theirs.days, theirs.due_on)
    return all(
        a is None or b is None or a == b
        for a, b in ((mine.days, theirs.days), (mine.due_on, theirs.due_on))
    )


_TRIGGER = pattern(
    r"\b(?:deadline|cut-?off|or it|or they|ultimat|within|unless|until|or else|otherwise|warn"
    r"|threat|days?\b|hours?\b"
    r"|weeks?\b|months?\b|if\b|must\b|notice|by\b"
    r"|told\b|tell|demand|order|attack|invade|str(?:ike|uck)\b|gave\b|give)",
)

KIND = Kind(Ultimatum.kind, VERSION, _TRIGGER, _read, _same)
