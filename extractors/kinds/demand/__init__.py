"""Terms that one side sets: withdraw, cede, recognise, stay neutral, disarm, free, give back.

A sentence is read for a frame that sets a term ("demands that", "as a condition for", "X must …,
said Y", "would stop only if X …") and then for what is asked inside the frame; every action is a
fact of its own. A term with
a deadline or a threat is an ultimatum and left to that kind, as are calls for a ceasefire, talks or
a meeting. Known gaps: lists whose points stand in sentences of their own; terms that only an
unnamed "source" ascribes to "the other side"; actors named
by an office without their name ("the peace commissioner said").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from extractors.claims import Claim, Kind, Slots
from extractors.fact import Fields, Status
from extractors.kinds.demand.asked import is_own, target_of
from extractors.kinds.demand.deeds import Deed
from extractors.kinds.demand.frames import FRAMES
from extractors.kinds.demand.issuers import issuer_of, verb_of
from extractors.kinds.demand.items import asked_in
from extractors.kinds.demand.papers import OPENS_PAPER
from extractors.kinds.demand.words import (
    CONDITION_FOR,
    FURTHER,
    GIVEN_UP,
    NOT_SET,
    OVER,
    OWN_DEED,
    REFUSED_TO_DROP,
    REJECTED,
    REJECTED_AFTER,
    ULTIMATUM,
    Frame,
)
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.parties import Agent
from extractors.parsing.patterns import Rules
from extractors.parsing.proposing import said_by
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern
from extractors.parsing.vague_sides import with_sides_named
from extractors.parsing.wars import is_of_war, is_question

VERSION = 10
_MOST = 4  # hits of one frame that a sentence is read for: bounds the work on hostile text


class Demand(Fields):
    """FACTS.md, kind 9."""

    kind: ClassVar[str] = "demand"

    issuer: str
    target: str | None = None
    action: str | None = None
    territories: tuple[str, ...] = ()
    condition_for: str | None = None


def _read(document: Document) -> Iterator[Claim]:
    document = with_sides_named(document)
    if not is_of_war(document):
        return
    before: tuple[int, Agent] | None = None
    for line in document.lines:
        if is_question(line) or _is_ultimatum(line):
            continue
        near = before is not None and before[0] == line.sentence.rank - 1
        follows = near and (document.before(line) or FURTHER.match(line.text))
        for issuer, claim in _line_claims(
            document, line, before[1] if before and follows else None
        ):
            before = line.sentence.rank, issuer
            yield claim


def _is_ultimatum(line: Line) -> bool:
    """Whether a time or a threat makes it one; what is a condition for a truce stays a term."""
    bound = ULTIMATUM.search(line.text) and not OPENS_PAPER.match(line.text)
    return bool(bound) and not any(words.search(line.text) for _, words in CONDITION_FOR)


_FRAMES = Rules(FRAMES)


def _line_claims(
    document: Document, line: Line, going_on: Agent | None
) -> Iterator[tuple[Agent, Claim]]:
    """One claim for each term of the sentence; the first frame that finds a term has it.

    `going_on` is who set the terms of the sentence before: "Kyiv would also have to …".
    """
    read: dict[tuple[str, str], set[str]] = {}  # who asks what, of whom
    for frame in _FRAMES.live(line.text):
        for match in islice(frame.words.finditer(line.text), _MOST):
            issuer = issuer_of(document, line, frame, match)
            if issuer is None and frame.name in _GOING_ON and not line.attribution(match.end() - 1):
                issuer = going_on
            if issuer is None or _is_not_set(line, frame, match):
                continue
            for deed in _deeds(document, line, frame, match):
                target = target_of(line, match, deed, issuer)
                whom = target.actor if target and deed.of_another else ""
                key = (issuer.actor, deed.topic)
                another = deed.of_another and whom not in read.get(key, ())
                own = frame.name not in _THEIRS and is_own(line, match, deed, issuer, target)
                own = own or (target is None and "red line" in match.group())
                if (key not in read or another) and not own:
                    read.setdefault(key, set()).add(whom)
                    yield issuer, _claim(line, frame, match, (issuer, target), deed)


_THEIRS = frozenset({"if they, we will"})  # "as soon as Kyiv says it is ready to …": "it" is Kyiv
_GOING_ON = frozenset({"must", "further terms", "required"})


def _is_not_set(line: Line, frame: Frame, match: re.Match[str]) -> bool:
    """Whether the words deny it, give it up, or only think of it; "would not talk unless" sets
    one."""
    text, start = line.text, verb_of(match)
    given_up = GIVEN_UP.search(text, max(0, start - 70), start)
    if given_up and REFUSED_TO_DROP.search(text, 0, given_up.start()):
        return False
    unset = NOT_SET.search(text, max(0, start - 40), start)
    waits = frame.name == "on condition" and not match.group().startswith("not be ")
    if unset and not (waits and unset.group().startswith(("would", "could"))):
        return True
    return given_up is not None


def _scope(line: Line, frame: Frame, match: re.Match[str]) -> Stretch:
    """Where what is asked stands: behind the frame, up to another side's answer, or before it."""
    if frame.name in ("must be", "must end"):
        begin = match.start() if frame.name == "must be" else _clause_start(line, match)
        return Stretch(begin, line.clause(match.end() - 1).end)
    if frame.name == "which it demands":
        return Stretch(_clause_start(line, match), line.clause(match.end() - 1).end)
    if frame.before:
        return Stretch(_clause_start(line, match), match.start())
    listed = match.group().endswith(": ")  # "…: a ban on bases; a cap on the army"
    over = None if listed else OVER.search(line.text, match.end() + 10)
    return Stretch(match.end(), over.start() if over else len(line.text))


def _deeds(document: Document, line: Line, frame: Frame, match: re.Match[str]) -> Iterator[Deed]:
    scope = _scope(line, frame, match)
    if frame.name == "insisted" and OWN_DEED.match(line.text, scope.start):
        return
    if frame.before and _RIGHT.search(line.text, *scope):
        return
    deeds = tuple(asked_in(document, line, frame, scope))
    if not deeds and frame.before:
        deeds = tuple(asked_in(document, line, frame, Stretch(0, match.start())))
    if not deeds and frame.name.startswith("terms"):
        behind = Stretch(_clause_start(line, match), match.start())
        deeds = tuple(asked_in(document, line, frame._replace(other="", strong=False), behind))
    for deed in deeds:
        if frame.name != "in return" or deed.action in _ASKED_IN_RETURN:
            yield deed


_ASKED_IN_RETURN = frozenset({"withdraw_troops", "disarm", "neutrality", "recognise_territory"})
#: "its right to enrich is not negotiable": its own, and asked of nobody.
_RIGHT = re.compile(r"\bright (?:to|of)\b")


def _clause_start(line: Line, match: re.Match[str]) -> int:
    return line.clause(match.start()).start


def _refusal(line: Line, frame: Frame, match: re.Match[str], deed: Deed) -> re.Match[str] | None:
    """The words by which somebody says no to the term."""
    start = match.start()
    before = None
    if frame.name != "must":
        before = REJECTED.search(line.text, max(0, start - 90), start)
    return before or REJECTED_AFTER.search(line.text, max(match.end(), deed.words.end))


def _claim(
    line: Line, frame: Frame, match: re.Match[str], who: tuple[Agent, Agent | None], deed: Deed
) -> Claim:
    issuer, target = who
    slots = Slots()
    slots.put("issuer", _BODIES.get(issuer.actor, issuer.actor), issuer.span)
    if target:
        slots.put("target", target.actor, target.span)
    slots.put("action", deed.action, line.tape.span(*deed.words))
    for name, span in deed.territories:
        slots.member("territories", name, span)
    _put_condition(slots, line)
    refusal = _refusal(line, frame, match, deed)
    status = Status.REJECTED if refusal else Status.DEMANDED
    standing = (status, line.tape.span(*(refusal or match).span()))
    rule = f"{frame.name}: {deed.topic}"
    claim = slots.claim(Demand, standing, (line, match.end() - 1), rule)
    return said_by(claim, line, issuer)


_BODIES = {"unsc": "un"}  # bodies that act for the whole


def _put_condition(slots: Slots, line: Line) -> None:
    for value, words in CONDITION_FOR:
        if match := words.search(line.text):
            slots.put("condition_for", value, line.tape.span(*match.span()))


def _same(full: Claim, claim: Claim) -> bool:
    mine, theirs = full.fields, claim.fields
    assert isinstance(mine, Demand)  # noqa: S101  # only this kind's claims come here
    assert isinstance(theirs, Demand)  # noqa: S101  # as above
    if (mine.issuer, mine.action) != (theirs.issuer, theirs.action):
        return False
    if full.span == claim.span:  # one sentence asks it of two
        return False
    if mine.action == "other" and full.rule.split(": ")[1] != claim.rule.split(": ")[1]:
        return False
    if mine.target and theirs.target and mine.target != theirs.target:
        return False
    lands = set(mine.territories), set(theirs.territories)
    return (lands[0] == lands[1] or not _of_two(full, claim)) and _fits(*lands)


def _fits(mine: set[str], theirs: set[str]) -> bool:
    """Whether two lists of territories can be one demand's."""
    return not mine or not theirs or mine <= theirs or theirs <= mine


def _of_two(one: Claim, other: Claim) -> bool:
    """Whether two sources tell the demand, each his own way."""
    names = [{hop.name for hop in claim.attribution} for claim in (one, other)]
    return bool(names[0] and names[1]) and not names[0] & names[1]


_TRIGGER = pattern(
    r"\b(?:demand|insist|adamant|unequivocal|firm\b|condition|precondition|prerequisite"
    r"|requirement|must\b|call|want|urg|terms"
    r"|red line|should\b|ha[sd] to|have to|ought|need|unless|until|only|question"
    r"|requir|press|stipulat|if\b|once\b|before\b|provided|as soon as|long as|when\b|in return"
    r"|in exchange"
    r"|order(?:s|ed|ing)|instruct|t(?:ells?|old)\b|memorandum|envisag|conditional|contingent|imperative"
    r"|negotiable|essential|seek|sought"
    r"|indispensable|necessary|without|push|(?:ask|request)(?:s|ed)? )",
)

KIND = Kind(Demand.kind, VERSION, _TRIGGER, _read, _same)
