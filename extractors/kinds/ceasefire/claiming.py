"""A truce as a claim: what its sentence tells, put into slots, and whether that is enough to tell.

What is told is read in standing.py, what the words say of length and scope in qualities.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from extractors.claims import Claim, Slots
from extractors.fact import Status
from extractors.kinds.ceasefire.attitudes import LEADERS
from extractors.kinds.ceasefire.earlier import is_earlier
from extractors.kinds.ceasefire.holidays import fronted, is_over, is_today
from extractors.kinds.ceasefire.lengths import length_added, length_at, length_of
from extractors.kinds.ceasefire.model import ASKED, EARLIER, EXTENSION, Ceasefire
from extractors.kinds.ceasefire.phrases import Phrase
from extractors.kinds.ceasefire.qualities import (
    Quality,
    purpose_of,
    scope_for,
    scope_of,
    scopes_of_list,
    unconditional_in,
)
from extractors.kinds.ceasefire.telling import Telling
from extractors.kinds.ceasefire.timing import (
    date_of,
    day_of_own,
    is_history,
    is_long_ago,
    own_status,
)
from extractors.parsing.dates import DateMention
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.parties import side_at
from extractors.parsing.proposing import said_by
from extractors.parsing.sides import Sides, sides_at
from extractors.parsing.tape import pattern
from extractors.values import date_end, date_start

_HELD = "in force"
_MADE = ("agreed", "was agreed")


class Scene(NamedTuple):
    """An article and the sides that its truces are of."""

    document: Document
    usual: Sides | None


def claims_of(scene: Scene, phrase: Phrase, told: Telling) -> Iterator[Claim]:
    """The claims that a telling makes, one for each thing that is spared; none where it says no
    more than that there was talk, or tells when a truce of another time was made."""
    if told.rule in _MADE and is_history(
        scene.document.article.published_on, date_of(phrase, told)
    ):
        return
    claim = _claim(scene, phrase, told)
    if not _says_something(phrase.line, claim) or _only_of_a_deadline(phrase.line, claim):
        return
    narrow = getattr(claim.fields, "scope", None) in ("energy", "sea")
    scopes = scopes_of_list(phrase) if narrow else ()
    yield from (_as_wide_as(claim, scope) for scope in scopes) if scopes else (claim,)


def _as_wide_as(claim: Claim, scope: Quality) -> Claim:
    fields = claim.fields.model_copy(update={"scope": scope.value})
    grounding = {**claim.grounding, "scope": scope.span}
    return claim.model_copy(update={"fields": fields, "grounding": grounding})


def _claim(scene: Scene, phrase: Phrase, told: Telling) -> Claim:
    line, slots = phrase.line, Slots()
    if told.proposer:
        slots.put("proposer", told.proposer.actor, told.proposer.span)
    _put_qualities(slots, phrase, told)
    for side, response in told.responses:
        if told.proposer is None or side.actor != told.proposer.actor:
            slots.entry("responses", side.actor, response, side.span)
    _put_parties(scene, slots, phrase, told)
    status = told.status
    published, earlier = scene.document.article.published_on, is_earlier(phrase)
    dated = date_of(phrase, told)
    dated = None if is_history(published, dated) else dated
    if told.own and told.rule in ("declared", "extended its own"):
        hours = slots.values.get("duration_hours")
        dated = day_of_own(published, phrase, dated)
        of_today = is_today(_called(phrase), published)
        on = None if of_today else dated
        status = own_status(published, phrase, on, hours, told.proposer)
        earlier = earlier or (status is Status.COMPLETED and is_long_ago(published, dated))
    status, dated = _as_dated((status, dated), phrase, told, (published, slots))
    if status in _NOT_OVER and is_over(_called(phrase), published):
        status = Status.COMPLETED
    if dated:
        slots.date(dated)
    rule = told.rule + (EARLIER if earlier else "")
    standing = (status, line.tape.span(*told.words))
    if _is_done_by_word(phrase, told):
        claim = slots.claim(Ceasefire, standing, (line, told.words.start), rule)
        return _not_his_own_word(claim, told)
    claim = slots.claim(Ceasefire, standing, (line, phrase.noun), rule)
    if told.own and told.rule == "declared" and not phrase.deed:
        return _not_his_own_word(claim, told)
    return claim if status is Status.REJECTED else said_by(claim, line, told.proposer)


def _as_dated(
    standing: tuple[Status, DateMention | None],
    phrase: Phrase,
    told: Telling,
    known: tuple[date | None, Slots],
) -> tuple[Status, DateMention | None]:
    """Scheduled where its day is to come, over where it was observed and its days are past."""
    status, dated = standing
    published, slots = known
    if told.rule == "in force" and _is_ahead(published, dated):
        holds = _HOLDS.search(phrase.line.text, told.words.start, told.words.end)
        return (status, None) if holds else (Status.SCHEDULED, dated)
    hours = slots.values.get("duration_hours")
    end = date_end(dated.edtf) if dated else None
    if told.rule == "observed" and published and end and hours:
        over = end + timedelta(hours=hours.high or hours.best or 0) < published
        status = Status.COMPLETED if over else status
    return status, dated


_NOT_OVER = (Status.ONGOING, Status.SCHEDULED)


def _called(phrase: Phrase) -> str:
    """The words that name a truce, with the holiday behind them: "a truce over Easter"."""
    text = phrase.line.text
    beside = _OVER.match(text, phrase.end) or fronted(text, phrase.start)
    return phrase.text + (beside.group() if beside else "")


_OVER = pattern(
    r"(?: in {place})?(?: (?:(?:that|which) )?(?:[{actor}{person}]|he|she) (?:had )?"
    r"(?:declared|announced|ordered|proclaimed))? (?:over|during|for|to mark|on) (?:the )?"
    r"(?:orthodox )?(?:easter|christmas|victory day|new year)"
)


def _is_ahead(published: date | None, dated: DateMention | None) -> bool:
    """ "It takes effect on Monday"."""
    start = date_start(dated.edtf) if dated else None
    return bool(published and start and start > published)


#: "appeared to be holding on Tuesday", "began on April 2": that day is past.
_HOLDS = re.compile(
    r"\bh(?:olding|old|olds|eld)\b|\b(?:began|started|took|came|went|entered|has|had|have|kicked)\b"
)


def _not_his_own_word(claim: Claim, told: Telling) -> Claim:
    """Without the one who declares it: "Putin's announcement of a truce"."""
    own = told.proposer.span if told.proposer else None
    others = tuple(hop for hop in claim.attribution if own is None or not hop.span.overlaps(own))
    return claim.model_copy(update={"attribution": others})


def _is_done_by_word(phrase: Phrase, told: Telling) -> bool:
    """ "Putin declared a truce": who declares it tells of nothing, he does it."""
    return told.rule in ("declared", "announced") and told.words.end <= phrase.start


def _put_qualities(slots: Slots, phrase: Phrase, told: Telling) -> None:
    far = told.own and phrase.deed
    anew = phrase.extended or EXTENSION in told.rule
    length = length_added(phrase, told.words.end) if anew else length_of(phrase, far=far)
    if length := length or length_at(phrase, max(phrase.end, told.words.end)):
        slots.put("duration_hours", *length)
    purpose = purpose_of(phrase) if told.status is not Status.FAILED else None
    if words := unconditional_in(phrase):
        slots.put("unconditional", value=True, ground=words)
    for field, quality in (
        ("scope", scope_of(phrase, far=told.own) or (purpose and scope_for(purpose))),
        ("purpose", purpose),
    ):
        if quality:
            slots.put(field, quality.value, quality.span)
    if "scope" not in slots.values and (opens := fronted(phrase.line.text, phrase.start)):
        slots.put("scope", "holiday", phrase.line.tape.span(*opens.span("w")))


def _put_parties(scene: Scene, slots: Slots, phrase: Phrase, told: Telling) -> None:
    """The sides of a truce of both; who asks for one or declares it alone is its proposer."""
    if not told.between:
        return
    line = phrase.line
    sides = _between(phrase) or sides_at(
        scene.document, line, line.clause(phrase.noun), scene.usual
    )
    if (
        not _between(phrase)
        and sides
        and scene.usual
        and not _at_war(scene, sides)
        and _at_war(scene, scene.usual)
    ):
        sides = scene.usual
    for side in sides or ():
        slots.member("parties", side.actor, side.span)


def _between(phrase: Phrase) -> Sides | None:
    """The two that the words right behind it name: "between the United States and the Houthis"."""
    match = _BOTH.match(phrase.line.text, phrase.end)
    one, other = (side_at(phrase.line, match.start(who)) for who in "ab") if match else (None, None)
    return (one, other) if one and other and one.actor != other.actor else None


_BOTH = pattern(
    r" between (?:the )?(?:[\w-]+ |{place}'s |{actor}'s ){0,2}(?P<a>[{actor}{person}])(?!-)(?:'s)?"
    r"(?: (?!and\b)[\w'-]+){0,3}"
    r" and (?:the )?(?:[\w-]+ |{place}'s |{actor}'s ){0,2}(?P<b>[{actor}{person}])(?!-)"
)


def _at_war(scene: Scene, sides: Sides) -> bool:
    return scene.document.at_war(*(side.actor for side in sides))


def _says_something(line: Line, claim: Claim) -> bool:
    """Whether more is told than that there was talk of a truce."""
    fields = claim.fields
    assert isinstance(fields, Ceasefire)  # noqa: S101  # only this kind's claims come here
    if claim.status in ASKED:
        expected = claim.rule == LEADERS or (claim.date is not None and claim.rule == "expected")
        return expected or bool(fields.proposer or fields.responses or fields.duration_hours)
    if claim.rule.endswith(EARLIER):
        still = claim.status is Status.ONGOING and not claim.rule.startswith("is to run out")
        return bool(fields.duration_hours or claim.date) and not still
    stated = fields.parties or fields.proposer or fields.duration_hours
    if claim.status is Status.AGREED:
        told = claim.rule in ("agreed", "announced") and (line.actors or claim.date)
        return bool(stated or fields.scope or told)
    denied = claim.status is Status.DENIED and bool(line.actors)
    return denied or bool(stated or claim.date or fields.scope or claim.rule == _HELD)


def _only_of_a_deadline(line: Line, claim: Claim) -> bool:
    """Whether a bare "ceasefire" is but what an ultimatum asks for."""
    fields = claim.fields
    assert isinstance(fields, Ceasefire)  # noqa: S101  # only this kind's claims come here
    told = fields.duration_hours or fields.unconditional or fields.scope
    return claim.status is Status.DEMANDED and not told and bool(_DEADLINE.search(line.text))


_DEADLINE = re.compile(r"\b(?:deadline|ultimatum)\b")
