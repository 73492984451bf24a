"""Truces: proposed, asked for, agreed, in force, run out, broken.

Every phrase that names a truce is read with what its sentence says of it; phrases that only speak
about one ("ceasefire talks", "hopes of a truce") give nothing. Mentions of one truce within an
article are joined: what is only asked for is kept apart from what was agreed or declared.
Known gaps: lengths derived from clock times that stand in two sentences; truces told by a pronoun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractors.claims import Claim, Kind, Slots
from extractors.fact import Status
from extractors.kinds.ceasefire.joining import same
from extractors.kinds.ceasefire.model import ASKED, EARLIER, Ceasefire
from extractors.kinds.ceasefire.phrases import Phrase, truces_in
from extractors.kinds.ceasefire.qualities import (
    is_earlier,
    length_at,
    length_of,
    purpose_of,
    scope_of,
    unconditional_in,
)
from extractors.kinds.ceasefire.settling import settled
from extractors.kinds.ceasefire.standing import Reader
from extractors.kinds.ceasefire.telling import Cast, Telling
from extractors.kinds.ceasefire.timing import date_of, day_of_own, is_long_ago, own_status
from extractors.kinds.ceasefire.words import BELIEVED, NO_TRUCE, SILENT, WAR
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.parties import side_at, side_speaking
from extractors.parsing.proposing import said_by
from extractors.parsing.responses import Response
from extractors.parsing.sides import Sides, sides_at
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern
from extractors.parsing.usual_sides import usual_sides
from extractors.parsing.vague_sides import with_sides_named
from extractors.parsing.wars import is_of_war, sides_of_wars

VERSION = 5

_TRIGGER = re.compile(
    r"cease-?\s?fire|truce|armistice|cessation|stoppage|moratorium|\bpauses?\b|silen|\bguns\b"
    r"|hostilities"
    r"|(?:hold|held|ceas|stop|halt|suspen|freez|renounc|drop|refrain)\w*\s(?:\S+\s){0,6}?"
    r"(?:fir(?:e|ing)|fighting|stri(?:kes|king)|attack(?:s|ing)|military|operations|front|positions|conflict|war)"
    r"|h[oe]ld(?:ing)?\s(?:their|its)\sfire",
)
_ABOUT = pattern(r"cease-?fire|truce|cessation|stoppage|hostilities|\bfirings?\b")
_HELD = "in force"
_OLD = 20  # years after which a truce that is told with its year is history


def _read(document: Document) -> Iterator[Claim]:
    document = with_sides_named(document)
    if not (is_of_war(document, WAR) or sides_of_wars(document)):
        return
    usual = _fighting(document, usual_sides(document, _ABOUT))
    teller = _Teller(document, usual, Reader(Cast(document, usual)))
    claims = [
        claim
        for line in document.lines
        if _TRIGGER.search(line.text) and not _is_history(document, line)
        for claim in _of_line(teller, line)
    ]
    yield from settled(claims)


def _fighting(document: Document, pair: Sides | None) -> Sides | None:
    """The usual pair, where it is not a state at war with others and a neighbour who speaks."""
    foes = pair is not None and any(document.has_foes(side.actor) for side in pair)
    strangers = pair is not None and not document.at_war(*(side.actor for side in pair))
    return None if foes and strangers else pair


class _Teller(NamedTuple):
    """An article, the sides it is about, and the reader of its sentences."""

    document: Document
    usual: Sides | None
    reader: Reader


def _of_line(teller: _Teller, line: Line) -> Iterator[Claim]:
    for phrase in truces_in(line):
        told = None if _is_of_another_war(teller, phrase) else teller.reader.telling(phrase)
        claim = _claim(teller, phrase, told) if told else None
        if claim and _says_something(claim) and not _only_of_a_deadline(line, claim):
            yield claim
    yield from _silence(teller, line)
    yield from _none_to_be(teller, line)


def _is_of_another_war(teller: _Teller, phrase: Phrase) -> bool:
    """ "as the Gaza ceasefire took hold", in an article about others: named by its place."""
    line, usual = phrase.line, teller.usual
    there = _THERE.match(line.text, phrase.end)
    end = there.end() if there else phrase.end
    lands = {name.actor for _, name in line.names(NameType.PLACE, phrase.start, end)}
    if usual is None or not lands or None in lands:
        return False
    sides = {side.actor for side in usual}
    return lands.isdisjoint(sides | {teller.document.home_of(side) for side in sides})


_THERE = pattern(r" in (?:the )?{place}")


def _is_history(document: Document, line: Line) -> bool:
    """Whether the sentence tells a truce of long ago: "the armistice of 1953"."""
    published = document.article.published_on
    years = [int(year) for year in re.findall(r"\b(?:1[89]\d\d|20[0-2]\d)\b", line.sentence.text)]
    return bool(published and years and max(years) < published.year - _OLD)


def _claim(teller: _Teller, phrase: Phrase, told: Telling) -> Claim:
    line, slots = phrase.line, Slots()
    if told.proposer:
        slots.put("proposer", told.proposer.actor, told.proposer.span)
    _put_qualities(slots, phrase, told)
    for side, response in told.responses:
        if told.proposer is None or side.actor != told.proposer.actor:
            slots.entry("responses", side.actor, response, side.span)
    _put_parties(teller, slots, phrase, told)
    status = told.status
    dated = date_of(phrase, told)
    published, earlier = teller.document.article.published_on, is_earlier(phrase)
    if told.own and told.rule == "declared":
        hours = slots.values.get("duration_hours")
        dated = day_of_own(phrase, dated)
        status = own_status(published, phrase, dated, hours)
        earlier = earlier or is_long_ago(published, dated)
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
    anew = (
        phrase._replace(start=phrase.noun) if "extend" in told.rule else phrase
    )  # not the old one's
    if length := length_of(anew, far=far) or length_at(phrase, told.words.end):
        slots.put("duration_hours", *length)
    if words := unconditional_in(phrase):
        slots.put("unconditional", value=True, ground=words)
    for field, quality in (
        ("scope", scope_of(phrase, far=told.own)),
        ("purpose", purpose_of(phrase) if told.status is not Status.FAILED else None),
    ):
        if quality:
            slots.put(field, quality.value, quality.span)


def _put_parties(teller: _Teller, slots: Slots, phrase: Phrase, told: Telling) -> None:
    """The sides of a truce of both; who asks for one or declares it alone is its proposer."""
    if not told.between:
        return
    line = phrase.line
    sides = _between(phrase) or sides_at(
        teller.document, line, line.clause(phrase.noun), teller.usual
    )
    if (
        not _between(phrase)
        and sides
        and teller.usual
        and not _at_war(teller, sides)
        and _at_war(teller, teller.usual)
    ):
        sides = teller.usual
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


def _at_war(teller: _Teller, sides: Sides) -> bool:
    return teller.document.at_war(*(side.actor for side in sides))


def _says_something(claim: Claim) -> bool:
    """Whether more is told than that there was talk of a truce."""
    fields = claim.fields
    assert isinstance(fields, Ceasefire)  # noqa: S101  # only this kind's claims come here
    if claim.status in ASKED:
        return bool(fields.proposer or fields.responses or fields.duration_hours)
    if claim.rule.endswith(EARLIER):
        return bool(fields.duration_hours or claim.date) and claim.status is not Status.ONGOING
    stated = fields.parties or fields.proposer or fields.duration_hours
    if claim.status is Status.AGREED:
        return bool(stated or fields.scope)
    stated = stated or claim.date
    return bool(stated or fields.scope or claim.rule == _HELD)


def _only_of_a_deadline(line: Line, claim: Claim) -> bool:
    """Whether a bare "ceasefire" is but what an ultimatum asks for."""
    fields = claim.fields
    assert isinstance(fields, Ceasefire)  # noqa: S101  # only this kind's claims come here
    told = fields.duration_hours or fields.unconditional or fields.scope
    return claim.status is Status.DEMANDED and not told and bool(_DEADLINE.search(line.text))


_DEADLINE = re.compile(r"\b(?:deadline|ultimatum)\b")


def _silence(teller: _Teller, line: Line) -> Iterator[Claim]:
    """The guns fell silent."""
    if match := SILENT.search(line.text):
        phrase = Phrase(line, match.start(), match.start(), match.end(), "", "", deed=True)
        told = Telling(Status.ONGOING, "guns silent", Stretch(*match.span("p")), between=True)
        yield _claim(teller, phrase, told)


def _none_to_be(teller: _Teller, line: Line) -> Iterator[Claim]:
    """ "There would be no truce unless …": its speaker refuses it."""
    match = NO_TRUCE.search(line.text)
    if match and BELIEVED.search(line.text, 0, match.start()):
        return
    speaker = side_speaking(teller.document, line, match.start()) if match else None
    if match and speaker:
        phrase = Phrase(line, match.start(), match.start(), match.end(), "", "", deed=True)
        refused = ((speaker, Response.REJECTED),)
        told = Telling(Status.REJECTED, "no truce", Stretch(*match.span()), responses=refused)
        yield _claim(teller, phrase, told)


KIND = Kind(Ceasefire.kind, VERSION, _TRIGGER, _read, same)
