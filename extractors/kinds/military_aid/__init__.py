"""Military aid: weapons, ammunition and money for them, from whom to whom, given or promised.

A sentence is read for a verb of giving or promising with arms behind it, for a side that receives
them, and for further donors of a list whose verb is left out. The recipient may be that of the
sentence before. Aid withheld or halted is none, nor is money without a military purpose, nor what
one side of a war sends against the other. Known gaps: other aid told by nouns
alone than packages and transfers; accusations of arming a side; "it" that gets money of which no
word says that it is for arms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from extractors.claims import Claim, Kind, Slots
from extractors.fact import Fields
from extractors.kinds.military_aid.gift import Gift
from extractors.kinds.military_aid.gifts import gifts_in
from extractors.kinds.military_aid.recipients import helped_in, met_in
from extractors.kinds.military_aid.wordings import TO_A_SIDE
from extractors.kinds.military_aid.words import AID
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.parties import Agent
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern
from extractors.parsing.wars import is_of_war

VERSION = 10


class MilitaryAid(Fields):
    """FACTS.md, kind 14."""

    kind: ClassVar[str] = "military_aid"

    donors: tuple[str, ...] = ()
    recipient: str
    items: str | None = None


def _read(document: Document) -> Iterator[Claim]:
    claims = tuple(_told(document))
    yield from (claim for claim in claims if not _is_told_apart(claim, claims))


def _is_told_apart(claim: Claim, claims: Sequence[Claim]) -> bool:
    """ "Norway and Canada have announced more weapons", and then what each of them gives."""
    whole = _fields(claim)
    if len(whole.donors) < 2 or _COUNTED.search(whole.items or ""):
        return False
    others = (_fields(one) for one in claims if one.status is claim.status)
    alone = {one.donors for one in others if one.recipient == whole.recipient}
    return all((donor,) in alone for donor in whole.donors)


def _told(document: Document) -> Iterator[Claim]:
    of_war = is_of_war(document)
    if not (of_war or AID.search(document.article.text)):
        return
    gifts = tuple(_gifts(document))
    helped = helped_in(document) or _only(gift.recipient for _, gift in gifts)
    met = _only(met_in(line) for line in document.lines)
    last: Agent | None = None
    for line, gift in gifts:
        otherwise = last or helped or _asker(document, gift) or met_in(line) or met
        recipient = gift.recipient or otherwise
        needs_foe = not of_war or gift.rule == TO_A_SIDE
        in_war = recipient and (not needs_foe or document.has_foes(recipient.actor))
        if recipient and in_war and _is_aid(document, gift, recipient):
            last = recipient
            yield _claim(line, gift, recipient)


def _asker(document: Document, gift: Gift) -> Agent | None:
    """Who asked for it, where it is a side of a war."""
    return gift.asker if gift.asker and document.has_foes(gift.asker.actor) else None


def _gifts(document: Document) -> Iterator[tuple[Line, Gift]]:
    """The gifts of an article; money counts where the sentence before told of one."""
    before: Line | None = None
    for line in document.lines:
        goes_on = before is not None and document.before(line) is before
        for gift in gifts_in(document, line, goes_on=goes_on):
            before = line
            yield line, gift


def _only(agents: Iterable[Agent | None]) -> Agent | None:
    """The one side that is named, however often."""
    named = {agent.actor: agent for agent in agents if agent}
    return next(iter(named.values())) if len(named) == 1 else None


def _is_aid(document: Document, gift: Gift, recipient: Agent) -> bool:
    """Whether the donor may aid the recipient: not its foe, not itself, no union of states."""
    return recipient.actor not in _NO_ARMIES and all(
        donor.actor != recipient.actor and not document.at_war(donor.actor, recipient.actor)
        for donor in gift.donors
    )


_NO_ARMIES = frozenset({"un", "icrc", "eu", "nato"})  # arms go to them when they are given up


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
    r"[\s,]{0,3}(?:(?:\ue004|that|it|they|would|also|to|the|about|for|with|him|them|her|army"
    r"|group|rebels|paramilitaries) ){0,4}"
)
_GOES_ON = re.compile(
    r"(?:[^,.;:\ue004-\ue007]|\.(?=\d)){0,60}?(?= (?:to|for|from|in|on|by|and|until|after|during"
    r"|as|this|that|have|has|had|were|was|will|is|are)\b"
    r"|[,;:\ue004]|\.(?!\d)|\Z)"
)


def _trimmed(line: Line, items: Stretch) -> Stretch:
    """The items without joining words before them, with the words that end them."""
    edge = _EDGES.match(line.text, items.start, items.end)
    more = _GOES_ON.match(line.text, items.end)
    return Stretch(edge.end() if edge else items.start, more.end() if more else items.end)


def _fields(claim: Claim) -> MilitaryAid:
    assert isinstance(claim.fields, MilitaryAid)  # noqa: S101  # only this kind's come here
    return claim.fields


def _same(full: Claim, claim: Claim) -> bool:
    mine, theirs = _fields(full), _fields(claim)
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
_TRIGGER = pattern(
    r"weapon|armed forces|(?:army|military|coast guard|troops) with\b"
    r"|\barming\b|military (?:aid|assist|support|help|package|equip|hard|suppl|gear)"
    r"|ammunition|munition"
    r"|shells|artillery|howitzer|tanks\b|missile|interceptor|air[- ]defen|patriot|iris-t|nasams"
    r"|himars|atacms|javelin|stinger|f-16|jets|drone|vehicles|rifles|radar|helicopter|patrol boat"
    r"|defen[cs]e|security assistance|lethal aid|taurus|\barms\b|rocket|launcher|abrams|leopard"
    r"|bombs\b|warplane|mirage|rafale|gripen|storm shadow|gepard|marder|bradley|stryker"
    r"|bayraktar|thaad|pantsir|s-[34]00|manpads|grenade|mortar|iron dome|gunboat|mines\b|batter",
)

KIND = Kind(MilitaryAid.kind, VERSION, _TRIGGER, _read, _same)
