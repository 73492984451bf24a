"""Whose the second figure of an exchange is: by who gives or gets it, by the way its people go, by
what it stands against."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.claims import Claim
from extractors.kinds.prisoner_exchange import share_words
from extractors.kinds.prisoner_exchange.dealing import Dealing
from extractors.parsing.line import Line, Side
from extractors.parsing.tape import pattern
from extractors.values import Count


class Told(NamedTuple):
    """A claim of one side's people, and the other side, of whom nothing is told yet."""

    claim: Claim
    deal: Dealing
    missing: str


class Where(NamedTuple):
    """The place of a claim's own figure, if it stands in the sentence, and what belongs to it."""

    own: int | None
    start: int
    end: int

    def holds(self, place: int) -> bool:
        return self.start <= place < self.end and place != self.own


class Answer(NamedTuple):
    """A figure that may be the other side's, with its place on the tape."""

    figure: Count
    place: int
    end: int
    whose: str | None


def is_theirs(line: Line, one: Answer, told: Told, where: Where) -> bool:
    """Whether the words beside a figure give it to the side of whom nothing was told."""
    if where.own is not None and _is_against(line, one, where.own):
        return True
    if one.whose is not None and one.whose != told.missing:
        return False
    doer = by_doer(line, one.place, told.deal)
    if doer is not None:
        return doer == told.missing
    if _by_road(line, one, told):
        return True
    own = where.own is not None
    return own and (_by_ellipsis(line, one, told) or _by_same_doer(line, one, told))


_GET = (
    r"(?P<get>(?:got|gets?|getting|receiv(?:ed?|es|ing)|took|tak(?:es?|ing)|recover(?:ed|s|ing)"
    r"|regain(?:ed|ing)|retriev(?:ed|ing)|br(?:ought|ings?|inging)|welcom(?:ed?|es|ing)|saw|had)"
    r"(?: (?:home|back))?)"
)
_GIVE = (
    r"(?P<give>(?:gave|giv(?:es?|ing)|free(?:d|s|ing)?|releas(?:ed?|es|ing)|hand(?:ed|s|ing)?"
    r"|repatriat(?:ed?|es|ing)|transfer(?:red|s|ring)?|let(?:s|ting)?|sen(?:t|ds?|ding)"
    r"|turn(?:ed|s|ing)|set(?:s|ting)?|return(?:ed|s|ing)|surrender(?:ed|s|ing)|deliver(?:ed|s|ing))"
    r"(?: (?:home|back|over|up|free|go(?: of)?))?)"
)
_FILL = (
    r"(?:,? (?:has|had|have|also|too|then|itself|in|its|turn|return|exchange|part|for|meanwhile"
    r"|said|says|it|that|confirmed|announced|reported|put|the|number|figure|of|own|at|about|some"
    r"|another|a|further|around|nearly|almost|more|than|simultaneously|only|just|likewise|is|was"
    r"|up|to|will|would|agreed|must|side|government|army|forces|military|authorities|ministry"
    r"|defen[cs]e|officials),?){0,8}"
)
#: "while Moscow, for its part, received", "with Kyiv bringing home": who gets or gives.
_DOES = pattern(
    rf"(?P<who>{{actor}})(?:'s)?{_FILL} ?(?:{_GET}|{_GIVE}|(?P<own>\bits own at))"
    rf"(?: (?!(?:and|for|from|with|after|in|on|to)\b)[\w'{{actor}}-]+){{0,6}} ?\Z"
)
#: "and Moscow": the same deed as before.
_TOO = pattern(
    rf"(?:\A\W{{0,3}}|[,;:\u2013\u2014-] ?|\b(?:and|while|but|as|with|whereas|after) )"
    rf"(?:in (?:turn|return|exchange),? )?(?:the )?(?P<who>{{actor}})"
    rf"(?:'s| [\u2013\u2014-])?{_FILL} ?\Z"
)
_NEAR = 90  # places beside a figure in which it is told whose it is


def by_doer(line: Line, place: int, deal: Dealing, start: int = 0) -> str | None:
    """ "While Moscow received 150", "Kyiv, in turn, freed 150": whose people those are that a side
    gets or gives."""
    match = _DOES.search(line.text, max(start, place - _NEAR), place)
    who = _index(deal, dict(line.actors).get(match.start("who"))) if match else None
    if match is None or who is None:
        return None
    return deal.people[1 - who if match["give"] else who]


def _by_ellipsis(line: Line, one: Answer, told: Told) -> bool:
    """ "And Moscow 150", of whom both got or gave some."""
    match = _TOO.search(line.text, max(0, one.place - _NEAR), one.place)
    who = dict(line.actors).get(match.start("who")) if match else None
    return _index(told.deal, who) is not None


def _index(deal: Dealing, side: Side | None) -> int | None:
    """Which of two sides is named there, by itself or by its people."""
    for index, known in enumerate(deal.sides):
        if side is not None and side.actor in (known.actor, deal.people[index]):
            return index
    return None


#: "150 to Moscow", "150 on the Russian side"; "150 by the government".
_ROAD = pattern(
    r"(?: [\w-]+){0,3}? (?P<to>(?:(?:back |home )?to|for|on) |(?:by|from) )(?:the )?"
    r"(?P<who>{actor})(?:'s)?(?= side\b|[,.;:)]|\Z| (?:on|in|and|as)\b| ?[\u2013\u2014-])"
)


def _by_road(line: Line, one: Answer, told: Told) -> bool:
    """ "150 men went the other way", "150 to Moscow", "in the other direction went 150"."""
    before = line.text, max(0, one.place - _NEAR), one.place
    after = line.text, one.end, min(len(line.text), one.end + _NEAR)
    if goes_other_way(line, one.end) or _OTHER_WAY_BEFORE.search(*before):
        return True
    match = _ROAD.match(*after)
    who = _index(told.deal, dict(line.actors).get(match.start("who"))) if match else None
    if match is None or who is None:
        return False
    gets = match["to"].startswith(("to", "for", "on", "back", "home"))
    return told.deal.people[who if gets else 1 - who] == told.missing


OTHER = r"(?:the|an) (?:other|opposite|reverse) (?:way|direction|journey|trip)\b"
OTHER_WAY = re.compile(rf"\b{OTHER}")
_OTHER_WAY_NEXT = re.compile(
    r"(?:, (?:among them|including|most|some|all|many|of whom|half) [^;.]{1,90}?, (?=\w))?"
    rf"[^.;\ue000]{{0,90}}?(?:\b{OTHER}|\bin (?:return|exchange|turn)(?=[,.;]|\Z| by\b))"
)
_OTHER_WAY_BEFORE = re.compile(
    rf"(?:\b{OTHER}|(?:\A\W{{0,3}}|[,;] |\band )in (?:return|exchange|turn))"
    r"(?:,? [\w\ue005'-]+){0,6} \Z"
)


def goes_other_way(line: Line, end: int) -> bool:
    """ "and nine coming the other way", right behind a count that ends there."""
    return _OTHER_WAY_NEXT.match(line.text, end, end + _NEAR) is not None


def _is_against(line: Line, one: Answer, own: int) -> bool:
    """ "In exchange for 150", "compared with 150": between the two figures."""
    second = max(one.place, own)
    near = line.text, max(min(one.place, own), second - 40), second
    return bool(share_words.IN_RETURN.search(*near) or _COMPARED.search(*near))


_COMPARED = re.compile(r"\b(?:compared (?:with|to)|as against|versus|to)(?: [\w-]+){0,2} \Z")
#: "and gave 55 in return", "and let 150 go": the subject of the deed before.
_AND_DID = re.compile(
    rf"\b(?:and|but|while|before|after)(?: (?:it|they))?{_FILL} (?:{_GET}|{_GIVE}){_FILL} ?\Z"
)


def _by_same_doer(line: Line, one: Answer, told: Told) -> bool:
    """ "Got back 215 and gave 55": what one side gets and what it gives."""
    match = _AND_DID.search(line.text, max(0, one.place - _NEAR), one.place)
    verb = told.claim.rule.split(":", maxsplit=1)[0]
    return match is not None and verb == ("get" if match["give"] else "give")
