"""Sanctions: imposed, widened, prepared, threatened, refused or lifted, by whom and against whom.

Each mention of sanctions is read for its deed ("imposed", "is preparing"), else for the issuer that
bears them ("the EU's 18th package"). A threat with a deadline or a condition is an ultimatum's
consequence and left to that kind. Lifted sanctions are `completed` by the rule `lifted`. Known
gaps: sanctions that no sentence gives an issuer; a second target in one sentence; those who follow
("Canada followed") are taken to hit the one side that the article tells of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from extractors.claims import Claim, Kind, Slots
from extractors.fact import Fields, Status
from extractors.kinds.sanctions.bans import bans_in
from extractors.kinds.sanctions.finding import found_in
from extractors.kinds.sanctions.following import followers_in
from extractors.kinds.sanctions.found import Found
from extractors.kinds.sanctions.sectors import SECTORS
from extractors.kinds.sanctions.targets import put_target
from extractors.kinds.sanctions.words import PACKAGE, PACKAGE_DONE
from extractors.parsing.beside import date_beside
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.numbers import Number
from extractors.parsing.patterns import Pattern
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern
from extractors.parsing.wars import is_of_war, is_question

VERSION = 10


class Sanctions(Fields):
    """FACTS.md, kind 8."""

    kind: ClassVar[str] = "sanctions"

    issuer: str
    target: str | None = None
    sectors: tuple[str, ...] = ()
    package: int | None = None


#: Sanctions between states or unions, whether or not a page tells of the war.
_OF_STATES = Pattern(
    r"sanctions package|package of (?:\w+ )?sanctions|economic sanctions|arms embargo"
    r"|(?:Treasury|State Department|Foreign Office|Foreign Ministry)\b[^.]{0,60}\bsanction"
    r"|blacklist|sanctions list|shadow fleet|Security Council|oil price cap|sanctions imposed on"
    r"|[Ss]anctions (?:have|has) been imposed"
    r"|sanctions (?:imposed )?(?:on|against) (?:the |\d+ )?[A-Z]"
    r"|sanction(?:ed|s on|ing) (?:(?:\d+|two|three|four|five|six|more|further|several"
    r"|another) ){0,2}"
    r"(?:Russian|Iranian|Chinese|Belarusian|Syrian|North Korean)"
)
#: "sanctions" that are none of a state's, or a word for leave.
_NO_SANCTIONS = re.compile(
    r"\b(?:fifa|uefa|doping|olympic|athletes?|football|disciplinary|league|club|criminal sanctions"
    r"|legal sanctions|school|employees?)\b"
)
_LINE = pattern(
    r"sanction|blacklist|asset freeze|assets of|travel ban|embargo|price cap|measures against"
)


def _read(document: Document) -> Iterator[Claim]:
    if not (is_of_war(document) or _OF_STATES.search(document.article.text)):
        return
    claims = [
        (_claim(document, line, found), _named_behind(line, found))
        for line in document.lines
        if _speaks_of_sanctions(document, line) and not _NO_SANCTIONS.search(line.text)
        for found in found_in(document, line)
    ]
    claims += [
        (_claim(document, line, found), _named_behind(line, found))
        for line in document.lines
        for found in (*bans_in(document, line), *followers_in(document, line))
    ]
    yield from _with_target(claims)


def _with_target(claims: Sequence[tuple[Claim, frozenset[str]]]) -> Iterator[Claim]:
    """Sanctions of an article that hits one side alone hit that side where none is named.

    Each claim comes with those named behind it, who may be hit instead.
    """
    told = {_fields(claim).target: claim for claim, _ in claims if _fields(claim).target}
    for claim, others in claims:
        fields = _fields(claim)
        other = others - told.keys()
        if len(told) != 1 or fields.target or fields.issuer in told or other:
            yield claim
            continue
        ((target, source),) = told.items()
        grounding = {**claim.grounding, "target": source.grounding["target"]}
        update = {"fields": fields.model_copy(update={"target": target}), "grounding": grounding}
        yield claim.model_copy(update=update)


def _fields(claim: Claim) -> Sanctions:
    assert isinstance(claim.fields, Sanctions)  # noqa: S101  # only this kind's claims come here
    return claim.fields


def _speaks_of_sanctions(document: Document, line: Line) -> bool:
    """Whether the sentence does, or goes on from one that does with "the 18th package"."""
    if is_question(line):
        return False
    if _LINE.search(line.text):
        return True
    if _LISTED.search(line.text) and "sanction" in document.article.text.lower():
        return True
    numbered = any(one.search(line.text) for one in (PACKAGE_DONE, _PACKAGE_OF, _IN_THE_MAKING))
    rank = line.sentence.rank
    return bool(numbered) and any(
        "sanction" in near.text for near in document.lines[max(0, rank - 5) : rank + 4]
    )


_LISTED = re.compile(r"\b(?:listed|designated)\b")
#: "The EU's eighteenth package was blocked".
_PACKAGE_OF = re.compile(r"\ue005(?:'s)? (?:(?:proposed|planned|upcoming|new) )?\ue001 package\b")


#: "an 18th round was in the making".
_IN_THE_MAKING = pattern(
    r"{ordinal} (?:package|round) (?:is|was|being) (?:\w+ )?(?:in the (?:making|works)"
    r"|in preparation|being (?:prepared|drafted|drawn up))\b"
)


_BODIES = {"unsc": "un"}  # bodies that act for the whole


def _claim(document: Document, line: Line, found: Found) -> Claim:
    slots = Slots()
    slots.put("issuer", _BODIES.get(found.issuer.actor, found.issuer.actor), found.issuer.span)
    _put_package(slots, line, found)
    put_target(slots, document, line, found)
    _put_sectors(slots, line, found)
    is_bill = _BILL.search(line.text, *found.words)  # its dates are those of a parliament
    in_all = bool(_IN_ALL.search(line.text, 0, found.words.start)) or _are_so_many(line, found)
    if not (is_bill or in_all) and (date := date_beside(line, found.words)):
        slots.date(date)
    standing = (found.status, line.tape.span(*found.words))
    rule = f"{found.rule}, in all" if in_all else found.rule
    return slots.claim(Sanctions, standing, (line, found.words.start), rule)


def _named_behind(line: Line, found: Found) -> frozenset[str]:
    """The sides named behind sanctions, but for those who impose such themselves."""
    actors = {side.actor for place, side in line.actors if place > found.words.end}
    return frozenset(actors - {found.issuer.actor, "UKR", "eu", "USA", "GBR"})


def _put_package(slots: Slots, line: Line, found: Found) -> None:
    near = Stretch(found.words.start, min(found.words.end + 60, len(line.text)))
    match = PACKAGE.search(line.text, *near) or _ORDINAL.search(line.text, *found.words)
    number = line.tape.at(match.start("n")) if match else None
    if isinstance(number, Number) and number.count.best and number.count.best > 1:
        slots.put("package", number.count.best, number.span)


#: "Since the invasion, it has imposed sanctions on 1,800": all so far, and not the new ones.
_IN_ALL = re.compile(r"\A\W{0,2}since\b|\b(?:has|have) already \Z")


def _are_so_many(line: Line, found: Found) -> bool:
    """'has imposed more than 1,400 sanctions': none of them is said to be new."""
    match = _SO_MANY.search(line.text, *found.words)
    number = line.tape.at(match.start()) if match else None
    count = number.count if isinstance(number, Number) else None
    return bool(count and (count.low or count.best or 0) >= _MANY)


_MANY = 200  # sanctions that are not told of one day
_SO_MANY = re.compile(r"\ue000 sanctions\b")
_BILL = re.compile(r"\bbill\b")
_ORDINAL = re.compile(r"(?P<n>\ue001)(?! round| sanctions)")


def _put_sectors(slots: Slots, line: Line, found: Found) -> None:
    """The trades that the sentence names; people only where they are what is hit."""
    comma = line.text.find(",", found.words.end)
    hit = Stretch(found.words.start, comma if comma >= 0 else len(line.text))
    for sector, words in SECTORS:
        stretch = hit if sector == "individuals" else Stretch(0, len(line.text))
        if match := words.search(line.text, *stretch):
            slots.member("sectors", sector, line.tape.span(*match.span()))


_DONE = frozenset({Status.COMPLETED, Status.AGREED, Status.REPORTED, Status.ONGOING})


def _same(full: Claim, claim: Claim) -> bool:
    mine, theirs = _fields(full), _fields(claim)
    if mine.issuer != theirs.issuer or full.rule.startswith("lifted") != claim.rule.startswith(
        "lifted"
    ):
        return False
    if mine.target and theirs.target and mine.target != theirs.target:
        return False
    if full.rule.endswith("in all") != claim.rule.endswith("in all"):
        return False
    if mine.package and theirs.package:
        return mine.package == theirs.package
    if full.date and claim.date and full.date != claim.date:
        return False
    return full.status is claim.status or (full.status in _DONE and claim.status in _DONE)


_TRIGGER = pattern(
    r"sanction|blacklist|asset freeze|assets of|travel ban|embargo|price cap|measures against"
    r"|imports? of"
    r"|purchases? of"
)

KIND = Kind(Sanctions.kind, VERSION, _TRIGGER, _read, _same)
