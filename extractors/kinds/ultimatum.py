"""Do this by then, or else: deadlines and threats of one side to another.

Every sentence is read for one frame ("gave X 50 days to …", "unless X …"); then who sets it, who is
to obey, what is asked, and what follows. A sentence gives one fact for each target. The language of
ultimatums without a time or a threat is left alone, as are deadlines that a deal itself lays down.
Known gaps: a demand in one sentence and its deadline in the next; deadlines that are only extended
or moved; a deadline said in quotation marks whose target the words do not name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar, NamedTuple

from extractors.fact import Attribution, Fields, Role, Status
from extractors.kinds.claim import Claim, Kind, Slots
from extractors.kinds.ultimatum_parties import (
    Cast,
    Party,
    captor,
    listed,
    one_opponent,
    party_at,
    person_before,
    speaker_at,
    subject_before,
    vague_target,
)
from extractors.kinds.ultimatum_words import (
    BY,
    COLOUR,
    CONDITIONS,
    CONSEQUENCES,
    DEADLINE,
    DEMANDS,
    DENIED,
    ELSE,
    FRAMES,
    LATER_TIME,
    NOT_DONE,
    OR_ELSE,
    THREAT,
    TOPIC,
)
from extractors.parsing.dates import DateMention
from extractors.parsing.document import Document, Line
from extractors.parsing.numbers import Duration, Number
from extractors.parsing.status import Stretch
from extractors.values import Count, Edtf, Span

VERSION = 2


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


class _Time(NamedTuple):
    """How long, or until when, with the words that say so."""

    days: Count | None
    due: DateMention | None
    span: Span
    place: int


class _Found(NamedTuple):
    """A frame's hit in a sentence."""

    line: Line
    rule: str
    match: re.Match[str]
    time: _Time | None

    @property
    def stretch(self) -> Stretch:
        return Stretch(*self.match.span())

    def place(self, *labels: str) -> int | None:
        """Where the first of the named groups stands that matched."""
        groups = self.match.groupdict()
        return next((self.match.start(label) for label in labels if groups.get(label)), None)


def _read(document: Document) -> Iterator[Claim]:
    if not TOPIC.search(document.article.text):
        return
    cast = Cast(document)
    claims = [
        claim
        for line in document.lines
        if not COLOUR.search(line.text)
        for claim in _denied(cast, line) or _first(cast, line)
    ]
    threats = {_parties(claim) for claim in claims if claim.status is Status.THREATENED}
    for claim in claims:
        threatened = claim.status is Status.DEMANDED and _parties(claim) in threats
        yield claim.model_copy(update={"status": Status.THREATENED}) if threatened else claim


def _parties(claim: Claim) -> tuple[str, str]:
    assert isinstance(claim.fields, Ultimatum)  # noqa: S101  # only this kind's claims come here
    return claim.fields.issuer, claim.fields.target


def _first(cast: Cast, line: Line) -> tuple[Claim, ...]:
    """The claims of the first frame that gives any; a sentence sets one deadline."""
    for rule, words in FRAMES:
        for match in words.finditer(line.text):
            found = _Found(line, rule, match, _time(line, match))
            if _holds(found) and (claims := tuple(_claims(cast, found))):
                return claims
    return ()


def _holds(found: _Found) -> bool:
    """Whether the words set something: done, with a time or a threat, and not to people at large."""
    text, start = found.line.text, found.match.start()
    if NOT_DONE.search(text, max(0, start - 40), start) and found.rule not in CONDITIONS:
        return False
    if found.rule in CONDITIONS:
        return _threatens(found)
    if found.rule == "told within":
        return _is_order(found)
    return found.time is not None or found.rule in OR_ELSE or _threatens(found)


_ORDERS = re.compile(r"t(?:ells?|old|elling)|warn|order|command|demand|instruct")


def _is_order(found: _Found) -> bool:
    """'urged X to agree by August' is a wish; 'urged X to surrender within 72 hours' sets a time."""
    if _ORDERS.match(found.match["told"]) and found.time and found.time.place > 0:
        due = found.time.due
        return due is None or due.role in ("by", "before", "until", "at")
    return found.match["within"].startswith("within") or bool(ELSE.search(found.line.text))


def _threatens(found: _Found) -> bool:
    text = found.line.text
    return bool(ELSE.search(text)) or any(rule.search(text) for _, rule in CONSEQUENCES)


# -- the time


def _time(line: Line, match: re.Match[str]) -> _Time | None:
    """The time that the frame names, else the one that follows "deadline" or "ultimatum"."""
    named = _time_of(line, match)
    noun = DEADLINE.search(line.text, match.start(), min(match.end() + 12, len(line.text)))
    if named or noun is None:
        return named
    later = LATER_TIME.match(line.text, noun.end())
    return _time_of(line, later) if later else None


def _time_of(line: Line, match: re.Match[str]) -> _Time | None:
    groups = match.groupdict()
    label = next((label for label in "dwnu" if groups.get(label)), None)
    if label is None:
        return None
    place = match.start(label)
    span = line.tape.span(*match.span(label))
    if label == "u":
        length = {"week": 7, "fortnight": 14}.get(groups["u"].split()[-1], 1)
        return _Time(Count.of(length), None, span, place)
    annotation = line.tape.at(place)
    if isinstance(annotation, Duration) and annotation.unit in ("minutes", "years"):
        return None
    if isinstance(annotation, Duration):
        return _Time(annotation.days(), None, span, place)
    if isinstance(annotation, DateMention):
        return _Time(None, annotation, span, place)
    return _Time(annotation.count, None, span, place) if isinstance(annotation, Number) else None


# -- who to whom


def _claims(cast: Cast, found: _Found) -> Iterator[Claim]:
    issuers = _issuers(cast, found)
    if not issuers or (found.rule in CONDITIONS and not _own_threat(cast, found, issuers[0])):
        return
    for target in _targets(cast, found, issuers):
        if target.actor not in {issuer.actor for issuer in issuers}:
            yield _claim(cast, found, issuers, target)


def _issuers(cast: Cast, found: _Found) -> tuple[Party, ...]:
    """Who sets it: named in the frame, the subject of its verb, or who says so."""
    line, place = found.line, found.place("i")
    if place is not None:
        return tuple(listed(line, place))
    if found.place("p") is not None:
        person = person_before(cast, line, found.match.start())
        return (person,) if person else ()
    if found.rule == "has a time":
        by = BY.search(line.text, found.match.end())
        party = party_at(line, by.start("i")) if by else None
        party = party or speaker_at(cast, line, found.match.start())
        return (party,) if party else ()
    verb = found.rule not in CONDITIONS and found.rule != "by then or else"
    return _by_speech(cast, found) or subject_before(cast, line, found.match.start(), verb=verb)


def _by_speech(cast: Cast, found: _Found) -> tuple[Party, ...]:
    """Of "Trump said Hamas must …" the speaker sets it; of "Trump gave …" the subject."""
    if found.rule not in {"must or else", *CONDITIONS}:
        return ()
    party = speaker_at(cast, found.line, found.match.start())
    return (party,) if party else ()


def _targets(cast: Cast, found: _Found, issuers: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who is to obey: named in the frame, "them", whoever holds the hostages."""
    line, text, issuer = found.line, found.line.text, issuers[0]
    place = found.place("t", "t2")
    if place is not None:
        return tuple(listed(line, place))
    vague = found.place("v", "v2")
    if vague is not None:
        words = found.match["v"] if found.match.groupdict().get("v") else found.match["v2"]
        if words.startswith("both"):
            pair = cast.document.dyad or ()
            return tuple(Party(side.actor, None, line.tape.span(vague, vague + 4)) for side in pair)
        party = vague_target(cast, line, vague, words, issuer)
        return (party,) if party else ()
    if found.rule in CONDITIONS or "hostages" in text:
        return _holders_of_captives(cast, found, issuer)
    pressed = _pressed(found, issuers)
    if pressed or not (found.time or ELSE.search(text)):
        return pressed
    opponent = one_opponent(cast, line, issuer)
    return (opponent,) if opponent else ()


def _holders_of_captives(cast: Cast, found: _Found, issuer: Party) -> tuple[Party, ...]:
    held = re.search(r"\b(?:hostages|captives)\b", found.line.text)
    party = captor(cast, found.line, held.start(), held.group(), issuer) if held else None
    return (party,) if party else ()


_PRESSED = re.compile(
    r"\b(?:to|told|on|for|against|warned|pressed|ultimatum to|deadline for|that)(?: the| his| its)?"
    r"(?: [\w-]+){0,2}? (?P<t>[\ue005\ue006])"
)


def _pressed(found: _Found, issuers: tuple[Party, ...]) -> tuple[Party, ...]:
    """The last party before the time that words point at: "threat that he would slap tariffs on X"."""
    own = {issuer.actor for issuer in issuers}
    for match in reversed(list(_PRESSED.finditer(found.line.text))):
        party = party_at(found.line, match.start("t"))
        if party and party.actor not in own and match.start() < found.match.end():
            return (party,)
    return ()


_WILL = re.compile(r"\b(?:will|would|might|could)\b|'ll\b|\bthreat\w*")


def _own_threat(cast: Cast, found: _Found, issuer: Party) -> bool:
    """Whether the issuer is who would act: "Zelensky said Russia would strike" threatens nobody."""
    text = found.line.text
    will = None
    for will in _WILL.finditer(text):  # noqa: B007  # the last one before the condition, or after it
        if will.start() > found.match.end():
            break
    doers = subject_before(cast, found.line, will.start()) if will else ()
    return will is not None and all(doer.actor == issuer.actor for doer in doers[:1])


# -- the claim


def _claim(cast: Cast, found: _Found, issuers: tuple[Party, ...], target: Party) -> Claim:
    line, issuer = found.line, issuers[0]
    slots = Slots()
    slots.put("issuer", issuer.actor, issuer.span)
    if issuer.person:
        slots.put("issuer_person", issuer.person, issuer.span)
    slots.put("target", target.actor, target.span)
    demand = _demand(found)
    if demand:
        slots.put("demand", line.tape.words(*demand), line.tape.span(*demand))
    _put_consequences(slots, found, demand)
    _put_time(cast, slots, found)
    place = (line, found.match.start())
    claim = slots.claim(
        Ultimatum, (_status(cast, found, slots), line.tape.span(*found.stretch)), place, found.rule
    )
    others = tuple(
        Attribution(
            name=party.person or party.span.of(cast.document.article.text),
            role=_role(party),
            span=party.span,
        )
        for party in issuers[1:]
    )
    return (
        claim.model_copy(update={"attribution": (*claim.attribution, *others)}) if others else claim
    )


def _role(party: Party) -> Role:
    return Role.SPEAKER if party.person else Role.BODY


def _status(cast: Cast, found: _Found, slots: Slots) -> Status:
    """A bare deadline demands; one called an ultimatum, with an "or else", or set by one side of a
    war to the other threatens."""
    text = found.line.text
    if "consequences" in slots.values or "ultimatum" in text or ELSE.search(text):
        return Status.THREATENED
    foes = {side.actor for side in cast.document.dyad or ()}
    at_war = foes == {slots.values["issuer"], slots.values["target"]}
    return Status.THREATENED if at_war else Status.DEMANDED


def _demand(found: _Found) -> Stretch | None:
    """The words of what is asked, on the tape."""
    text = found.line.text
    start = (
        found.time.place + 1 if found.time and found.rule == "gave a time" else found.match.start()
    )
    to, colon, must, unless, if_not = DEMANDS
    order = {
        "unless": (unless,),
        "if not": (if_not,),
        "must or else": (must,),
        "told within": (to, must),
        "told or else": (to, must),
    }.get(found.rule, (colon, to, unless))
    for rule in order:
        if match := rule.search(text, start):
            return Stretch(*match.span("what"))
    return None


def _put_consequences(slots: Slots, found: _Found, demand: Stretch | None) -> None:
    """What is threatened, outside the words of what is asked."""
    line = found.line
    text = line.text
    if demand:
        text = text[: demand.start] + " " * (demand.end - demand.start) + text[demand.end :]
    for name, rule in CONSEQUENCES:
        if match := rule.search(text):
            slots.member("consequences", name, line.tape.span(*match.span()))
    if "consequences" not in slots.values and (match := ELSE.search(text)):
        slots.member("consequences", "other", line.tape.span(*match.span()))


def _put_time(cast: Cast, slots: Slots, found: _Found) -> None:
    issued = _issued(found)
    if issued:
        slots.put("issued_on", issued.edtf, issued.span)
    if found.time is None:
        return
    if found.time.days:
        slots.put("days", found.time.days, found.time.span)
    if found.time.due:
        slots.put("due_on", _due(cast, found, issued), found.time.span)
    elif issued and found.time.days and found.time.days.best:
        if due := _plus(issued.edtf, found.time.days.best):
            slots.put("due_on", due, "issued_on+days")


def _issued(found: _Found) -> DateMention | None:
    """When it was set: a date before the time, or right after the words that set it."""
    due = found.time.due if found.time else None
    for place, mention in found.line.tape.annotations():
        if isinstance(mention, DateMention) and mention is not due:
            between = found.line.text[found.match.end() : place]
            if mention.role != "at" and not (mention.role == "from" and between == " from "):
                continue
            if place < found.match.end() or len(between.split()) <= 1:
                return mention if len(mention.edtf) >= 7 else None
    return None


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _due(cast: Cast, found: _Found, issued: DateMention | None) -> str:
    """A weekday named as a deadline lies after the day on which it was set."""
    assert found.time and found.time.due  # noqa: S101  # the caller looked
    due = found.time.due
    words = due.span.of(cast.document.article.text).lower().split()
    day = _day(issued.edtf) if issued else None
    if day is None or not words or words[-1] not in _WEEKDAYS or len(words) > 2:
        return due.edtf
    ahead = (_WEEKDAYS.index(words[-1]) - day.weekday() - 1) % 7 + 1
    return (day + timedelta(days=ahead)).isoformat()


def _day(edtf: str) -> date | None:
    return date.fromisoformat(edtf) if len(edtf) == 10 and "X" not in edtf else None


def _plus(edtf: str, days: int) -> str | None:
    """A day plus days; a day of an open year stays within it."""
    if len(edtf) != 10 or days > 3650:
        return None
    day = date.fromisoformat(edtf.replace("XXXX", "2025")) + timedelta(days=days)
    if not edtf.startswith("XXXX"):
        return day.isoformat()
    return f"XXXX-{day:%m-%d}" if day.year == 2025 else None


# -- denials


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
    slots = Slots()
    slots.put("issuer", issuer.actor, issuer.span)
    if issuer.person:
        slots.put("issuer_person", issuer.person, issuer.span)
    slots.put("target", target.actor, target.span)
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
    return all(
        a is None or b is None or a == b
        for a, b in ((mine.days, theirs.days), (mine.due_on, theirs.due_on))
    )


KIND = Kind(Ultimatum.kind, VERSION, _read, _same)
