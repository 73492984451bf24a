"""People held by one side go home, one way or both. Running totals, bodies and lists of names are
left to other kinds or to nobody.

Known gaps: people named alone count on both sides only one for one; "they" of a list of names are
nobody's; of those freed in one place and in another no sum is made; deals of three states are read
as those of two; "this is the second swap" may go to the next one told instead of the one before;
"the 15th" has no month; "given to the Red Cross" and "they turned that down" are not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractors.claims import Claim, Kind, Slots
from extractors.fact import Status
from extractors.kinds.prisoner_exchange import words
from extractors.kinds.prisoner_exchange.answers import with_answers
from extractors.kinds.prisoner_exchange.both_told import with_both_told
from extractors.kinds.prisoner_exchange.breakdowns import without_breakdowns
from extractors.kinds.prisoner_exchange.dealing import (
    dealing,
    may_deal,
    only_helped,
    only_passed_through,
    with_captor,
)
from extractors.kinds.prisoner_exchange.events import events_in
from extractors.kinds.prisoner_exchange.exchange import ONE_BEFORE, PrisonerExchange
from extractors.kinds.prisoner_exchange.halves import with_halves
from extractors.kinds.prisoner_exchange.many import is_of_many, put_many, sent_in, states_of_deal
from extractors.kinds.prisoner_exchange.sameness import same
from extractors.kinds.prisoner_exchange.scene import dated, put_scene
from extractors.kinds.prisoner_exchange.shares import (
    put_all_for_all,
    put_formula,
    put_guests,
    put_shares,
)
from extractors.kinds.prisoner_exchange.telling import telling
from extractors.kinds.prisoner_exchange.triggers import Event
from extractors.kinds.prisoner_exchange.what_became import (
    with_day_of_lead,
    with_exact_figures,
    with_what_became,
    without_loose_totals,
)
from extractors.parsing.document import Document
from extractors.parsing.headcounts import Share, read_headcounts
from extractors.parsing.line import Line, Side
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.sides import Sides, sides_at
from extractors.parsing.tape import SIGNS, pattern
from extractors.parsing.usual_sides import usual_sides
from extractors.parsing.vague_sides import with_sides_named

VERSION = 18

_TO_COME = {Status.AGREED, Status.SCHEDULED, Status.PROPOSED}


def _read(document: Document) -> Iterator[Claim]:
    if _is_prison_news(document):
        return
    document = with_sides_named(document)
    usual = usual_sides(document, words.ABOUT)
    states = states_of_deal(document, usual)
    setting = Setting(document, _without_hosts(usual, states), states)
    claims: list[Claim] = []
    for line in document.lines:
        events = tuple(events_in(document, line)) or tuple(sent_in(line, setting.states))
        found = [_claim(setting, (event, events), claims) for event in events]
        new = [claim for claim in found if claim]
        claims = with_halves(document, line, claims, new)
        claims = _with_outcome(line, with_answers(document, line, claims, new))
    claims = with_day_of_lead(without_loose_totals(claims))
    claims = with_what_became(with_exact_figures(claims))
    claims = without_breakdowns(document, with_both_told(document, claims))
    yield from telling(document, claims)


def _with_outcome(line: Line, claims: list[Claim]) -> list[Claim]:
    """ "Nothing has come of it", after what was promised."""
    told = words.NOTHING_CAME.match(line.text)
    if not (told and claims) or claims[-1].status not in _TO_COME:
        return claims
    last = claims[-1]
    if not 0 <= line.sentence.span.start - last.span.end <= 2:
        return claims
    ground = {**last.grounding, "status": line.tape.span(*told.span())}
    return [*claims[:-1], last.model_copy(update={"status": Status.FAILED, "grounding": ground})]


def _is_prison_news(document: Document) -> bool:
    """Whether the article is about prisons at home: hardly a word of war stands beside theirs."""
    prisons = sum(1 for line in document.lines if words.PRISONS.search(line.text))
    if not prisons:
        return False
    return sum(1 for line in document.lines if _of_war(document, line)) <= prisons / 4


def _of_war(document: Document, line: Line) -> bool:
    return (
        document.fighting(line)
        or bool(words.OF_WAR.search(line.text))
        or any(name.detail == "armed_group" for _, name in line.names(NameType.ACTOR))
    )


def _without_hosts(usual: Sides | None, states: Sequence[Side]) -> Sides | None:
    """No pair where one of it has no part in a deal of many: it hosts that deal."""
    known = {side.actor for side in states}
    hosts = [side for side in usual or () if known and side.actor not in known]
    return None if hosts else usual


class Setting(NamedTuple):
    """The article, the two sides that it is usually about, and the states of a deal of many."""

    document: Document
    usual: Sides | None
    states: tuple[Side, ...]


Told = tuple[Event, Sequence[Event]]  # an event, and all of its sentence


def _claim(setting: Setting, told: Told, earlier: Sequence[Claim]) -> Claim | None:
    event, _ = told
    line, slots = event.line, Slots()
    if is_of_many(event, setting.document, setting.states):
        put_many(slots, event, setting.states)
    elif not _put_two(slots, setting, event, earlier):
        return None
    put_scene(slots, *told)
    standing = dated(setting.document, event, slots)
    return slots.claim(
        PrisonerExchange,
        (standing.status, line.tape.span(*standing.words)),
        (line, event.trigger.start),
        f"{event.verb or 'noun'}: {ONE_BEFORE if words.EARLIER.match(line.text) else standing.cue}",
        again=_is_again(event),
    )


def _is_again(event: Event) -> bool:
    """ "The exchange", named before; not "the release of 22", told with its figure."""
    text, (start, end) = event.line.text, event.trigger
    if event.verb or SIGNS["count"] in text[start:end]:
        return False
    return bool(words.AGAIN.search(text, 0, start))


def _put_two(slots: Slots, setting: Setting, event: Event, earlier: Sequence[Claim]) -> bool:
    """The two sides and their figures, where the words say between whom it is."""
    sides = sides_at(setting.document, event.line, event.clause, setting.usual)
    if setting.states and not event.line.sides:
        sides = None  # "X was traded for Y", beside a deal of many: of which of them is not said
    if sides and _is_bare(event) and not _are_foes(setting.document, sides):
        sides = None
    if sides and not may_deal(setting.document, event.line, sides, setting.usual):
        sides = None
    if _is_of_usual(setting, event, sides):
        sides = setting.usual
    if sides is None and _in_a_swap(event) and only_passed_through(event.line, setting.usual):
        sides = setting.usual
    sides = with_captor(setting.document, event.line, sides) if sides else None
    for side in sides or ():
        slots.member("parties", side.actor, side.span)
    if sides:
        deal = dealing(setting.document, sides, earlier)
        put_shares(slots, event, deal)
        put_formula(slots, event, deal)
        put_all_for_all(slots, event)
        put_guests(slots, deal)
    helper = only_helped(
        event.line, event.clause, event.trigger.start, slots.values.get("returned", {})
    )
    return bool(sides) and helper not in [side.actor for side in sides or ()]


def _is_bare(event: Event) -> bool:
    """ "Twenty-two returned": of whom nothing is said."""
    text, clause = event.line.text, event.clause
    return bool(event.verb) and not (
        words.PEOPLE.search(text, *clause)
        or words.FORMULA.search(text, *clause)
        or read_headcounts(event.line, clause)
    )


def _are_foes(document: Document, sides: Sides) -> bool:
    one, other = (side.actor for side in sides)
    return document.at_war(one, other) or one.islower() or other.islower()


def _is_of_usual(setting: Setting, event: Event, sides: Sides | None) -> bool:
    """ "205 went home on each side, and it thanked the UAE": the sides are those who fight."""
    usual, at_war = setting.usual, setting.document.at_war
    if usual is None or not at_war(*(side.actor for side in usual)):
        return False
    if sides and at_war(*(side.actor for side in sides)):
        return False
    counts = read_headcounts(event.line, event.clause)
    return any(count.share is Share.EACH for count in counts)


def _in_a_swap(event: Event) -> bool:
    """ "Crossed from Belarus in the fourth swap": the sides are the swap's, not the road's."""
    return words.IN_A_SWAP.search(event.line.text, *event.clause) is not None


_TRIGGER = pattern(
    r"prison|captiv|captur|hostage|detain|\bpows?\b|exchang|swap|abduct|internee|jail|repatriat"
    r"|releas|freed|free\b|for-all|return|br(?:ing|ought)|g(?:ave|iv\w+) (?:back|up)"
    r"|hand(?:s|ed|ing)?\b|sent\b|took|home"
    r"|soldier|troops|service|defenders|transfer|liberat|receiv|go\b|went|walk|trade|cross",
)

KIND = Kind(PrisonerExchange.kind, VERSION, _TRIGGER, _read, same)
