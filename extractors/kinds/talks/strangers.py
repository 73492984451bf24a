"""Words that put others at a table than the sides of the article, without naming two of them, and
one side apart with each of two others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.kinds.talks.europeans import is_one_side
from extractors.kinds.talks.leaders import is_leader
from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.mentions import actors_in
from extractors.kinds.talks.openers import opener_of
from extractors.kinds.talks.parties import (
    asides,
    distinct,
    party_lists,
    subject_of,
    with_whom,
)
from extractors.kinds.talks.party_words import BETWEEN, SEPARATE, WITH
from extractors.kinds.talks.words import WORDS
from extractors.parsing.document import Document
from extractors.parsing.line import Side
from extractors.parsing.names import Name
from extractors.parsing.parties import antecedent
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern


def among_one_side(mention: Mention) -> bool:
    """Whether all whom its words list sit on one side: somebody else must sit opposite."""
    lists = list(party_lists(mention))
    return bool(lists) and all(is_one_side(sides) for sides in lists)


def lists_others(mention: Mention) -> bool:
    """Whether a list says between whom it is, in words that name no two sides: "between US and
    European negotiators"; then the article's sides are not meant."""
    text, start = mention.line.text, mention.trigger.end
    match = BETWEEN.match(text, start)
    if mention.verb and _AFTER_MEETING.match(text):
        return True
    if mention.verb and _WE.search(text, max(0, mention.verb.start - 30), mention.verb.start):
        return True
    if _AND_UNKNOWN.search(text, *mention.before) or _WITH_UNKNOWN.match(text):
        return True
    if mention.verb and _LAWMAKERS.match(text, mention.verb.end):
        return True
    both = match["list"] if match and _AMONG.search(text, start, match.start("list")) else ""
    return bool(_AND.search(both)) and not _ANAPHOR.search(both)


def is_his(mention: Mention) -> bool:
    """ "His first meeting with them": of one whom other words name."""
    start = mention.trigger.start
    his = _HIS.search(mention.line.text, max(0, start - 5), start + len("his "))
    return bool(his and WITH.match(mention.line.text, mention.trigger.end))


#: "We're going to meet": of him who speaks.
_HIS = re.compile(r"\b(?:his|her) ")
_WE = re.compile(r"\b(?:we|i)(?:'re|'ll|'ve)?(?: (?:are|will|have|had|going|to|may|could)){0,3} \Z")
#: "After meeting B in Rome, A spoke of a truce": B and he, whoever they are.
_AFTER_MEETING = re.compile(r"\W{0,2}(?:after|following) meeting\b")
_AMONG = re.compile(r"\b(?:between|involving|among)\b")
#: "Representatives of Ethiopia and of the Tigrayan side": whom no list knows.
_AND_UNKNOWN = pattern(
    r"\b{delegates} (?:from|of) (?:the )?{actor},? and (?:from|of) (?:the )?(?!the\b)[a-z]"
    r"|\b{delegates} and those of (?:the )?(?!the\b)[a-z]",
    WORDS,
)
#: "With the Frente Sur, a fourth cycle ran in Pasto": with whom no list knows.
_WITH_UNKNOWN = re.compile(
    r"\W{0,2}with (?:the )?(?:[a-z-]+ ){0,4}?(?:front|bloc|dissidents|faction|wing|militia|clan"
    r"|gang|cartel),"
)
#: "they met members of the Senate": people who negotiate for nobody.
_LAWMAKERS = re.compile(
    r"(?: with)?(?: (?:the|some|several|senior|leading|other|key))?(?: (?:[a-z]+|\ue005(?:'s)?))?"
    r" (?:members of|lawmakers|senators|deputies|parliamentarians|congress\w+|reporters|journalists"
    r"|families|relatives|students|business\w*|community|residents|ambassadors)\b"
)
_AND = re.compile(r"\band\b")
_ANAPHOR = pattern(
    r"\b(?:both|two|warring|rival|opposing|sides|parties|neighbou?rs|foes|enemies|them|him"
    r"|themselves|belligerents|factions|countries)\b"
    r"|\A the (?:{delegates})\b",
    WORDS,
)


def apart(mention: Mention) -> tuple[tuple[Side, Side], ...]:
    """ "A holds separate talks with B and C": A with B, and A with C, where A is no go-between."""
    line = mention.line
    match = SEPARATE.search(line.text, *mention.clause)
    with_whom = "turn" if match and match["turn"] else "with"
    if match is None or not mention.trigger.start <= match.start(with_whom) <= match.end():
        return ()
    own = [side for place, side in line.actors if place == match.start("of")]
    subject = own or subject_of(mention, mention.before)[:1] or opener_of(mention)
    within = Stretch(match.start(with_whom), match.end() + 1)
    partners = distinct(side for _, side in actors_in(line, within))
    aside = asides(line)
    if not subject or subject[0].actor in aside or len(partners) != len("BC"):
        return ()
    return tuple((subject[0], partner) for partner in partners if partner.actor != subject[0].actor)


def he_and_they(document: Document, mention: Mention, usual: Sequence[Side]) -> tuple[Side, ...]:
    """ "He had spent three hours in Geneva with the ministers of A and B": the minister of whom the
    sentence before speaks, of one of the article's sides, with them."""
    line, verb = mention.line, mention.verb
    if verb is None or not _HE_DID.search(line.text, max(0, verb.start - 30), verb.start):
        return ()
    found = antecedent(document, line, verb.start, persons=True)
    him = found and found.line.tape.at(found.place)
    partners = distinct(with_whom(mention))
    if not isinstance(him, Name) or not him.actor or not partners or is_leader(him):
        return ()
    known = {side.actor for side in usual}
    if him.actor not in known or him.actor in {side.actor for side in partners}:
        return ()
    return (Side(actor=him.actor, span=him.span), *partners)


_HE_DID = re.compile(r"\b(?:he|she)(?: (?:had|has|also|later|then|earlier|already)){0,3} \Z")
