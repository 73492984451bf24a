"""Who talks "with" those whom a mention names, where its clause does not say: the subject of the
sentence that it stands in, or who tells of it."""

from __future__ import annotations

import re

from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.mentions import actors_in
from extractors.parsing.line import Line, Side
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern


def opener(mention: Mention) -> list[Side]:
    """The one who opens the sentence, or says it."""
    return (
        _before_after(mention) or behind_it(mention) or _who_tells(mention) or _who_says_so(mention)
    )


def opener_of(mention: Mention) -> list[Side]:
    """ "A team of A came to Kabul and sat with B": the subject of the sentence."""
    first = mention.verb.start if mention.verb else 0
    return [side for _, side in actors_in(mention.line, Stretch(0, first))][:1]


def met_before(mention: Mention) -> bool:
    """ "A's team met B's on Sunday and sat down with C's on Monday": A's sat with both."""
    line, verb = mention.line, mention.verb
    first = verb and _MET_ONE.match(line.text, mention.reach.start, verb.start)
    return bool(first) and bool(_MET_WHOM.search(line.text, 0, mention.reach.start))


_MET_WHOM = re.compile(r"\b(?:met|sat down|talks|negotiated|conferred|spent \ue002)\Z")
_MET_ONE = pattern(
    r" (?:with )?(?:[\w-]+ ){0,4}?[{actor}{person}][^.;]{0,80}?(?:,|,? and|,? before)"
    r" (?:(?:then|also|later|on {date}|{date}),? ){0,2}\Z"
)


#: "A consulted with B on the talks with C": A with C.
_ON_OTHERS = pattern(
    r" with (?:the )?[^.;,]{1,40}? (?:on|about|regarding|concerning|ahead of|before)"
    r"(?: [\w-]+){0,7} ?\Z"
)


def opener_before(mention: Mention) -> list[Side]:
    line, start = mention.line, mention.trigger.start
    match = _ON_OTHERS.search(line.text, max(0, start - 110), start)
    return [side for _, side in actors_in(line, Stretch(0, match.start()))][:1] if match else []


_AFTER = re.compile(r"\W{0,2}(?:after|following)\b")


def _before_after(mention: Mention) -> list[Side]:
    """ "A's team left Doha after talks with B": the subject of the sentence."""
    line, start = mention.line, mention.clause.start
    if not _AFTER.match(line.text, start):
        return []
    return [side for _, side in actors_in(line, Stretch(0, start))][:1]


def behind_it(mention: Mention) -> list[Side]:
    """ "At his meeting with B in Doha on Friday, A asked for a truce": the subject that follows."""
    line = mention.line
    if not _OPENS_WITH.fullmatch(line.text, 0, mention.trigger.start):
        return []
    match = _THEN.match(line.text, mention.trigger.end)
    return [side for place, side in line.actors if match and place == match.start("who")]


_OPENS_WITH = pattern(
    r"\W{0,2}(?:at|after|during|following|before|ahead of|in|fresh from)"
    r"(?: (?:an?|the|his|her|its|their|[a-z-]+|{duration})){0,3} ?"
)
_THEN = pattern(
    r"[^.;,]{1,110}, (?:(?:[a-z-]+|{date}) ){0,2}?(?:the )?(?P<who>[{actor}{person}]) [a-z]"
)


def _who_tells(mention: Mention) -> list[Side]:
    """ "A confirmed that talks with B will go on": its own."""
    line, start = mention.line, mention.clause.start
    if not _THAT.search(line.text, max(0, start - len(" that ")), start + len("that ")):
        return []
    return [side for _, side in actors_in(line, Stretch(0, start))][-1:]


_THAT = re.compile(r"\bthat ")


def _who_says_so(mention: Mention) -> list[Side]:
    """ "The talks with A went well," B's minister said: with B."""
    line = mention.line
    if mention.trigger.start > _OPENING:
        return []
    return [
        side
        for place, side in line.actors
        if place > mention.trigger.end and any(one.overlaps(side.span) for one in line.sources)
    ][-1:]


_OPENING = 15  # tape places in which a sentence names the talks that it tells of


def backs_it(line: Line, side: Side) -> bool:
    """ "with Saudi-US backed mediation": no party of the talks."""
    return _BACKS.match(line.text, line.tape.place(side.span.start)) is not None


_BACKS = pattern(
    r"{actor}(?:(?:-| and ){actor})?(?:'s)?[ -](?:(?:backed|led|sponsored|supported|brokered)"
    r"[ -])?(?:mediation|facilitation|brokerage|auspices|sponsorship|good offices)\b"
)
