"""Military aid: weapons, ammunition and money for them, from whom to whom, given or promised.

A sentence is read for a verb of giving or promising with arms behind it, for a side that receives
them, and for further donors of a list whose verb is left out. The recipient may be that of the
sentence before. Aid withheld or halted is none, nor is money without a military purpose, nor what
one side of a war sends against the other. Known gaps: aid told by nouns alone; accusations of
arming a side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from extractors.claims import Claim, Kind, Slots
from extractors.fact import Fields, Status
from extractors.kinds.military_aid.recipients import helped_in, met_in, recipient_of, side_at
from extractors.kinds.military_aid.words import (
    AID,
    ALSO,
    ARMING,
    ARMS,
    AROUND,
    BY_DONOR,
    GIVES,
    INNER,
    MILITARY,
    NO_AID,
    PROMISED,
    RECEIVED,
    REFUSED,
    SALE,
    UNNAMED,
    VERB,
)
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.parties import Agent, party_at
from extractors.parsing.status import Stretch
from extractors.parsing.subjects import subjects_of
from extractors.parsing.wars import is_of_war, is_question

VERSION = 4
_MOST = 3  # verbs of one wording that a sentence is read for: bounds the work on hostile text


class MilitaryAid(Fields):
    """FACTS.md, kind 14."""

    kind: ClassVar[str] = "military_aid"

    donors: tuple[str, ...] = ()
    recipient: str
    items: str | None = None


class Gift(NamedTuple):
    """Aid as a sentence tells it, before its recipient is settled."""

    rule: str
    status: Status
    donors: tuple[Agent, ...]
    recipient: Agent | None
    words: Stretch
    items: Stretch | None


def _read(document: Document) -> Iterator[Claim]:
    if not (is_of_war(document) or AID.search(document.article.text)):
        return
    helped = helped_in(document)
    last: Agent | None = None
    before: Line | None = None
    for line in document.lines:
        goes_on = before is not None and document.before(line) is before
        for gift in _gifts(document, line, goes_on=goes_on):
            recipient = gift.recipient or last or helped or met_in(line)
            if recipient and _is_aid(document, gift, recipient):
                last, before = recipient, line
                yield _claim(line, gift, recipient)


def _gifts(document: Document, line: Line, *, goes_on: bool) -> Iterator[Gift]:
    """The aid of a sentence; `goes_on` where the sentence before told of aid: money counts then."""
    if arming := ARMING.search(line.text):
        yield from (gift._replace(items=None) for gift in _given(document, line, arming))
        return
    military = MILITARY.search(line.text)
    if is_question(line) or NO_AID.search(line.text) or not (military or goes_on):
        return
    for rule, read in _WORDINGS:
        if told := rule.search(line.text):
            yield from read(line, told)
            return
    place = 0
    for _ in range(_MOST * 2):
        match = GIVES.search(line.text, place)
        if match is None:
            return
        place = match.end("v")
        if _is_told(match) and (ARMS.search(match["what"]) or military or goes_on):
            for gift in _given(document, line, match):
                place = match.end()
                yield gift
                yield from _also(line, gift, place)


def _refused(line: Line, match: re.Match[str]) -> Iterator[Gift]:
    if donor := party_at(line, match.start("d")):
        words, items = Stretch(*match.span("v")), Stretch(*match.span("what"))
        yield Gift("refused", Status.REJECTED, (donor,), None, words, items)


def _sold(line: Line, match: re.Match[str]) -> Iterator[Gift]:
    """A sale that a government plans or approved: its own arms, whoever is told of it first."""
    recipient = side_at(line, match.start("r"))
    found = (party_at(line, sign.start()) for sign in _SIGN.finditer(line.text, 0, match.start()))
    donor = next((party for party in found if party), None)
    if recipient and donor:
        status = Status.AGREED if match["v"].startswith("a") else Status.PROPOSED
        words, items = Stretch(*match.span("v")), Stretch(*match.span("what"))
        yield Gift("sale", status, (donor,), recipient, words, items)


def _given_by(line: Line, match: re.Match[str]) -> Iterator[Gift]:
    if donor := party_at(line, match.start("d")):
        status = Status.AGREED if match["v"].startswith("will") else Status.COMPLETED
        words, items = Stretch(*match.span("v")), Stretch(*match.span("what"))
        yield Gift("by its donor", status, (donor,), None, words, items)


def _is_told(match: re.Match[str]) -> bool:
    """Whether the verb itself tells the deed, and not "would deliver" behind "announced"."""
    form = VERB.fullmatch(match["v"])
    return INNER.search(match["what"]) is None or form is None or form["promise"] is None


def _received(line: Line, match: re.Match[str]) -> Iterator[Gift]:
    donor, recipient = party_at(line, match.start("d")), party_at(line, match.start("r"))
    if donor and recipient:
        verb = match.start("v") - match.start()
        to_come = re.search(r"\b(?:will|would|to|soon|could)\b", match.group()[:verb])
        status = Status.AGREED if to_come else Status.COMPLETED
        words = Stretch(match.start("v"), match.end("v"))
        yield Gift("received", status, (donor,), recipient, words, Stretch(*match.span("what")))


def _promised(line: Line, match: re.Match[str]) -> Iterator[Gift]:
    donor, recipient = party_at(line, match.start("d")), side_at(line, match.start("r"))
    if donor and recipient:
        open_ended = match["v"] in ("pledged", "promised")
        status = Status.AGREED if open_ended else Status.COMPLETED
        words = Stretch(*match.span("v"))
        yield Gift("promised", status, (donor,), recipient, words, Stretch(*match.span("what")))


#: Wordings that name donor and recipient themselves; others are read verb by verb.
_WORDINGS = (
    (RECEIVED, _received),
    (REFUSED, _refused),
    (SALE, _sold),
    (PROMISED, _promised),
    (BY_DONOR, _given_by),
)


def _given(document: Document, line: Line, match: re.Match[str]) -> Iterator[Gift]:
    verb = match.start("v")
    told = _status(line, match)
    if told is None:
        return
    rule, status, head = told
    donors = (
        _asked(line, head, verb)
        if status is Status.DEMANDED
        else subjects_of(document, line, verb) or subjects_of(document, line, head)
    )
    unnamed = UNNAMED.search(line.text, max(0, verb - 50), verb)
    if donors or unnamed:
        recipient = recipient_of(line, match, donors)
        words = Stretch(*match.span("v"))
        yield Gift(rule, status, donors, recipient, words, Stretch(*match.span("what")))


def _status(line: Line, match: re.Match[str]) -> tuple[str, Status, int] | None:
    """Rule and status of the verb, and where what governs it begins; None: no aid."""
    verb = match.start("v")
    start = max(line.clause(verb).start, verb - 80)
    form = VERB.fullmatch(match["v"])
    shape = form.lastgroup if form else "base"
    for rule, status, words in AROUND:
        begin = max(0, verb - 80) if rule == "denied" else start
        around = words.search(line.text, begin, verb)
        if around and (rule != "to come" or shape == "base"):
            return None if status is None else (rule, status, around.start())
    return None if shape == "base" else (str(shape), _BY_FORM[str(shape)], verb)


#: What a form of a verb tells where nothing governs it.
_BY_FORM = {
    "past": Status.COMPLETED,
    "ing": Status.ONGOING,
    "now": Status.ONGOING,
    "promise": Status.AGREED,
    "offer": Status.PROPOSED,
}
_SIGN = re.compile(r"[\ue005\ue006]")


def _asked(line: Line, head: int, verb: int) -> tuple[Agent, ...]:
    """Whom somebody asks to give: "urged Germany to deliver"."""
    found = (party_at(line, sign.start()) for sign in _SIGN.finditer(line.text, head, verb))
    return tuple(party for party in found if party)[:1]


def _also(line: Line, gift: Gift, place: int) -> Iterator[Gift]:
    """Further donors of the list, whose verb is left out."""
    for _ in range(_MOST):
        also = ALSO.match(line.text, place)
        donor = party_at(line, also.start("d")) if also else None
        if also is None or donor is None or donor in gift.donors:
            return
        items = Stretch(*also.span("what"))
        words = Stretch(also.start("d"), also.end("what"))
        yield gift._replace(donors=(donor,), words=words, items=items, rule=f"{gift.rule}, also")
        place = also.end("what")


def _is_aid(document: Document, gift: Gift, recipient: Agent) -> bool:
    """Whether the donor may aid the recipient: not its foe, not itself."""
    return all(
        donor.actor != recipient.actor and not document.at_war(donor.actor, recipient.actor)
        for donor in gift.donors
    )


def _claim(line: Line, gift: Gift, recipient: Agent) -> Claim:
    slots = Slots()
    for donor in gift.donors:
        slots.member("donors", donor.actor, donor.span)
    slots.put("recipient", recipient.actor, recipient.span)
    if gift.items:
        items = _trimmed(line, gift.items)
        slots.put("items", line.tape.words(*items), line.tape.span(*items))
    standing = (gift.status, line.tape.span(*gift.words))
    return slots.claim(MilitaryAid, standing, (line, gift.words.start), gift.rule)


_EDGES = re.compile(
    r"[\s,]{0,3}(?:(?:that|it|they|would|also|to|the|about|for|with|him|them|her) ){0,4}"
)
_GOES_ON = re.compile(
    r"(?:[^,.;:\ue004-\ue007]|\.(?=\d)){0,60}?(?= (?:to|for|from|in|on|by|and|until|after|during"
    r"|as|this|that)\b"
    r"|[,;:\ue004]|\.(?!\d)|\Z)"
)


def _trimmed(line: Line, items: Stretch) -> Stretch:
    """The items without joining words before them, with the words that end them."""
    edge = _EDGES.match(line.text, items.start, items.end)
    more = _GOES_ON.match(line.text, items.end)
    return Stretch(edge.end() if edge else items.start, more.end() if more else items.end)


def _same(full: Claim, claim: Claim) -> bool:
    mine, theirs = full.fields, claim.fields
    assert isinstance(mine, MilitaryAid)  # noqa: S101  # only this kind's claims come here
    assert isinstance(theirs, MilitaryAid)  # noqa: S101  # only this kind's claims come here
    if (mine.recipient, mine.donors) != (theirs.recipient, theirs.donors):
        return False
    one, other = (set(_COUNTED.findall(each.items or "")) for each in (mine, theirs))
    alike = not one or not other or one == other or _is_its_cost(mine, theirs)
    return full.status is claim.status and alike


def _is_its_cost(one: MilitaryAid, other: MilitaryAid) -> bool:
    """ "The initiative to buy 800,000 shells", "the initiative for 200 million euros": one gift."""
    mine, theirs = one.items or "", other.items or ""
    shared = set(_NOUN.findall(mine)) & set(_NOUN.findall(theirs))
    return bool(_MONEY.search(mine)) != bool(_MONEY.search(theirs)) and bool(shared)


_COUNTED = re.compile(r"\d[\d.,]*|\b(?:two|three|four|five|six|ten|dozens?|hundreds?|thousands?)\b")


_NOUN = re.compile(r"[a-z]{7,}")
_MONEY = re.compile(r"[$€£]|\b(?:euros?|dollars|pounds|kron\w+|crowns|yen)\b")
_TRIGGER = re.compile(
    r"weapon|\barming\b|military (?:aid|assist|support|help|package|equip|hard|suppl|gear)"
    r"|ammunition|munition"
    r"|shells|artillery|howitzer|tanks\b|missile|interceptor|air[- ]defen|patriot|iris-t|nasams"
    r"|himars|atacms|javelin|stinger|f-16|jets|drone|vehicles|rifles|radar|helicopter|patrol boat"
    r"|defen[cs]e|security assistance|lethal aid|taurus|\barms\b|rocket|launcher|abrams|leopard",
)

KIND = Kind(MilitaryAid.kind, VERSION, _TRIGGER, _read, _same)
