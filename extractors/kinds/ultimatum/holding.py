"""Whether the words of a frame set anything: a time or a threat, an order and no wish."""

from __future__ import annotations

import re

from extractors.kinds.ultimatum.cues import AFTER_THAT, ELSE, IF_NOT, NOT_DONE, THREATENED
from extractors.kinds.ultimatum.filling import demand_of
from extractors.kinds.ultimatum.needs import CONDITIONS, ELSE_AFTER, OR_ELSE, UNREAD_TIME
from extractors.kinds.ultimatum.parties import Cast
from extractors.kinds.ultimatum.terms import CONSEQUENCES
from extractors.kinds.ultimatum.time import Found
from extractors.kinds.ultimatum.words import CLOCK, WORDS
from extractors.parsing.line import Line
from extractors.parsing.tape import pattern

#: What is asked is a matter of trade and not of a war.
OF_TRADE = re.compile(r"\b(?:tariffs?|trade|dut(?:y|ies)|lev(?:y|ies)|import quotas?|subsidies)\b")


def holds(cast: Cast, found: Found) -> bool:
    """Whether the words set something: done, and with a time or a threat."""
    text, start = found.line.text, found.match.start()
    if NOT_DONE.search(text, max(0, start - 40), start) and found.rule not in CONDITIONS:
        return False
    if found.rule in CONDITIONS:
        return _threatens(found)
    if found.rule == "must by" and _OF_A_DEAL.search(text, max(0, start - 60), start):
        return False
    if found.rule == "told within":
        return _is_order(found)
    if found.rule == "gave a time" and _is_day_only(found):
        return False
    if found.rule in ELSE_AFTER:
        return found.time is not None or threat_after(cast, found.line) is not None
    clocked = "ultimatum" in found.match.group() and _CLOCKED.search(text, start)
    timed = found.time is not None or bool(clocked) or found.rule in UNREAD_TIME
    return timed or found.rule in OR_ELSE or _threatens(found)


def _is_day_only(found: Found) -> bool:
    """'would give Kyiv nine billion euros this year': a day without "until" sets no time."""
    groups = found.match.groupdict()
    near = found.line.text[found.match.end() : found.match.end() + _NEAR]
    return bool(groups.get("w")) and not groups.get("until") and not _A_LIMIT.search(near)


_NEAR = 30  # places behind a day in which it is called a deadline
_A_LIMIT = pattern(r"{deadline}|notice", WORDS)
#: A time of day, of a day that is not named: "until 6 a.m. Moscow time".
_CLOCKED = pattern(
    rf"\b(?:by|until|till|before|from) {CLOCK}|\b(?:valid|in force|open|stands) until\b", WORDS
)
#: What a deal lays down is nobody's deadline: "a truce stipulating that Israel must …".
_OF_A_DEAL = re.compile(
    r"\b(?:stipulat|provid|agreement|deal|accord|truce|resolution)\w*\b[^.;]*\Z"
)
_ORDERS = re.compile(r"t(?:ells?|old|elling)|warn|order|command|demand|instruct")


#: What is asked, between whom it is told and the time: "told the council in March" asks nothing.
_ASKS = re.compile(r"\b(?:to [a-z]|must|should|ha[sd]|have|need|that|withdraw|leave)")
_IN = re.compile(r"in(?!.*\b(?:by|before|until|till|than)\b)")
#: "annexed by Russia in September 2022": who did it, and no time by which.
_BY_SOMEBODY = re.compile(r"by (?:the )?[\ue005\ue006](?! time)")
_WISHES = re.compile("want|press|push")


def _is_order(found: Found) -> bool:
    """'urged X to agree by August' is a wish; 'to surrender within 72 hours' sets a time."""
    if found.time and not _ASKS.search(found.line.text, found.match.start(), found.time.place):
        return False
    within = found.match["within"]
    if found.time and found.time.due and (_IN.match(within) or _BY_SOMEBODY.match(within)):
        return False
    if found.match["clock"]:
        return bool(_ORDERS.match(found.match["told"]))
    if _ORDERS.match(found.match["told"]) and found.time and found.time.place > 0:
        due = found.time.due
        return due is None or due.role in ("by", "before", "until", "at")
    if _WISHES.match(found.match["told"]):
        return _threatens(found)
    return found.match["within"].startswith("within") or bool(ELSE.search(found.line.text))


def _threatens(found: Found) -> bool:
    text = found.line.text
    if found.rule in CONDITIONS and _ONLY_SHOWS.search(text, found.match.start()):
        return False
    if found.rule in CONDITIONS:
        asked = demand_of(found)
        text = text[: asked.start] + " " + text[asked.end :] if asked else text
    if found.rule in CONDITIONS and THREATENED.search(text):
        return True
    return bool(ELSE.search(text)) or any(rule.search(text) for _, rule in CONSEQUENCES)


#: "If X does not agree, this will be proof of its will": nothing is done to it.
_ONLY_SHOWS = re.compile(
    r"\b(?:this|that|it) (?:will|would) (?:only |just )?(?:be (?:proof|a sign|evidence|clear)"
    r"|prove|show|confirm|demonstrate|reveal|mean that)\b"
)


def threat_after(cast: Cast, line: Line) -> Line | None:
    """The sentence after a demand, where it says what comes otherwise."""
    after = cast.line_after(line)
    if after is None or not IF_NOT.match(after.text):
        return None
    return after if _COMES.search(after.text) else None


def comes_after(cast: Cast, found: Found) -> bool:
    """Whether the sentence after a time says what follows it: "After that, sanctions will come"."""
    after = cast.line_after(found.line) if found.time else None
    if after is None or not AFTER_THAT.match(after.text) or not _COMES.search(after.text):
        return False
    return any(rule.search(after.text) for _, rule in CONSEQUENCES)


_COMES = re.compile(r"\b(?:will|would|'ll|could|shall|face|risk|threaten\w*|warn\w*|going to)\b")
