"""Territory annexed, taken, held, claimed or won back, by whom.

Every sentence is read for deeds in the active ("M23 captured Goma"), the passive ("Goma was taken
by"), by nouns ("the annexation of Crimea") and for towns that fall. Where no words name who did it,
it is who speaks for his own forces, else the one side of the article that is at war with the state
in which the land lies. Attempts and plans are none, except for threatened annexations. Known gaps:
seas and square kilometres without a name; land that one side admits to have lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from extractors.claims import Claim, Kind, Slots
from extractors.fact import Fields, Status
from extractors.kinds.territorial_claim.claimants import Claimant, claimant_of, foe_of
from extractors.kinds.territorial_claim.deed import Deed
from extractors.kinds.territorial_claim.deeds import STRICT, deeds_in, has_unknown_subject
from extractors.kinds.territorial_claim.land import is_no_land
from extractors.kinds.territorial_claim.words import OLD, PARTLY
from extractors.parsing.beside import date_beside
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.patterns import Pattern
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern
from extractors.parsing.vague_sides import with_sides_named
from extractors.parsing.wars import is_history, is_of_war, is_question

VERSION = 10


class TerritorialClaim(Fields):
    """FACTS.md, kind 15."""

    kind: ClassVar[str] = "territorial_claim"

    claimant: str
    territories: tuple[str, ...]
    action: str | None = None


#: What an article that tells of land won and lost speaks of.
_OF_LAND = Pattern(
    r"\b(?:war|wars|ceasefire|cease-fire|truce|peace|troops|forces|army|military|hostages?|invasion"
    r"|rebels|missiles?|conflict|nuclear|fighters|fighting|hostilities|militants?|offensive"
    r"|captives"
    r"|junta|frontline|front line|annex\w+|occup(?:y|ied|ation)|insurgents?|sovereignty"
    r"|defen[cs]e ministry|settlements?|under (?:\w+ ){0,2}control"
    r"|control of)\b"
)
_LINE = pattern(
    r"\b(?:annex|captur|seiz|overr|conque|hands\b|occup|liberat|re-?t(?:ook|ak)|re-?capt|regain"
    r"|reclaim"
    r"|recover|w[io]n(?:ning)? back|t(?:ook|aken?|akes|aking|akeover)\b|l(?:ost|oses?)\b|ceded"
    r"|surrender"
    r"|dr(?:ove|iven)|pushed|forced|control"
    r"|held|holds?\b|declar|claim|f[ae]ll(?:en|s)?\b|sovereign|rule|consider|under\b)"
)


def _read(document: Document) -> Iterator[Claim]:
    document = with_sides_named(document)
    if is_history(document) or not is_of_war(document, _OF_LAND):
        return
    for line in document.lines:
        if is_question(line) or not _LINE.search(line.text):
            continue
        last: Claimant | None = None
        for deed in sorted(deeds_in(document, line), key=lambda one: one.words.start):
            if claim := _claim(document, line, deed, last):
                last = deed.claimant or last or _of_claim(claim)
                yield claim


def _of_claim(claim: Claim) -> Claimant:
    """Who was read as the claimant of a claim."""
    assert isinstance(claim.fields, TerritorialClaim)  # noqa: S101  # only this kind's come here
    return Claimant(claim.fields.claimant, claim.grounding["claimant"])


def _claim(document: Document, line: Line, deed: Deed, last: Claimant | None) -> Claim | None:
    """The claim that a deed makes; `last` took what the sentence told before."""
    claimant = deed.claimant
    if claimant is None and not has_unknown_subject(line, deed):
        claimant = claimant_of(
            document, line, deed.words.start, strict=False, land=deed.land, action=deed.action
        )
    claimant = claimant or (last if deed.rule == "noun" else None)
    if claimant is None or (deed.rule in STRICT and deed.claimant is None):
        return None
    if any(is_no_land(document, one) for one in deed.land.names):
        return None
    settled = _settled(document, line, deed, claimant)
    if settled is None:
        return None
    claimant, action = settled
    if claimant.actor in line.third_parties:  # "the UN said they had captured …"
        return None
    slots = Slots()
    slots.put("claimant", claimant.actor, claimant.ground)
    for one in deed.land.names:
        slots.member("territories", one.name, one.span)
    slots.put("action", action, line.tape.span(*deed.words))
    if date := date_beside(line, Stretch(deed.words.start, max(deed.words.end, deed.land.end))):
        if date.edtf[:4].isdigit() and int(date.edtf[:4]) <= OLD:
            return None
        slots.date(date)
    standing = (deed.status, line.tape.span(*deed.words))
    return slots.claim(TerritorialClaim, standing, (line, deed.words.start), deed.rule)


def _action(line: Line, deed: Deed) -> str:
    """What was done to the land, to a part of it where the words around say so."""
    end = max(deed.words.end, deed.land.end)
    partly = PARTLY.search(line.text, max(0, _start(line, deed) - 12), end)
    if deed.action == "occupied" and (partly or _IN_PART.match(line.text, end)):
        return "partly_occupied"
    return deed.action


#: "which both countries rule in part".
_IN_PART = re.compile(r" (?:only )?(?:in part|partly|partially)\b")


def _settled(
    document: Document, line: Line, deed: Deed, claimant: Claimant
) -> tuple[Claimant, str] | None:
    """Whose deed it is and which, where a state's own land is concerned.

    "Kherson remains under Ukrainian control" is none; "the regions it has seized" from Ukraine
    are its foe's, whoever "it" seems to be.
    """
    action = _action(line, deed)
    own = all(one.state == claimant.actor for one in deed.land.names)
    if not own or not action.endswith("occupied"):
        return claimant, action
    if deed.rule in ("under", "holds") and action == "occupied":
        return None
    if deed.rule == "passive" and deed.status is Status.ONGOING:
        return None
    if _IT_TOOK.search(line.text, max(0, deed.words.start - 50), deed.words.start):
        foe = foe_of(document, line, deed.land)
        return (foe, action) if foe else None
    return claimant, action


_IT_TOOK = re.compile(
    r"\b(?:territor(?:y|ies)|lands?|regions?|areas?|provinces)(?: that| which)? it"
    r"(?: (?:has|had|\w+ly|already|now)){0,3} \Z"
)


def _start(line: Line, deed: Deed) -> int:
    """Where the words of a deed begin, those of its land included."""
    return min(deed.words.start, line.tape.place(deed.land.names[0].span.start))


def _same(full: Claim, claim: Claim) -> bool:
    mine, theirs = full.fields, claim.fields
    assert isinstance(mine, TerritorialClaim)  # noqa: S101  # only this kind's claims come here
    assert isinstance(theirs, TerritorialClaim)  # noqa: S101  # only this kind's claims come here
    if (mine.claimant, mine.action) != (theirs.claimant, theirs.action):
        return False
    if full.date and claim.date and full.date[:4] != claim.date[:4]:
        return False
    one, other = set(mine.territories), set(theirs.territories)
    return one <= other or other <= one


_TRIGGER = pattern(
    r"annex|captur|seiz|overr[au]n|conque|takeover|\bhands\b|occup|liberat|re-?t(?:ook|ak)"
    r"|regain|reclaim|recover"
    r"|w[io]n(?:ning)? back|lost|lose|ceded|surrender|took|taken|taking|drove|driven|control|held"
    r"|hold|claim|declar|\bf[ae]ll|sovereign",
)

KIND = Kind(TerritorialClaim.kind, VERSION, _TRIGGER, _read, _same)
