"""Negotiating meetings between parties: rounds, sessions, talks held or to come. Telephone calls,
speeches and leaders' summits that are merely proposed are left to other kinds or to nobody.

Known gaps: sides that no list knows ("the hold-out groups"); meetings told without a word for one
("their teams stayed in separate wings", "a deal reached in Doha after 13 hours"); a city or a day
that only another sentence names; one meeting with outsiders in the room read as two sides; the
capital that hosts ("Riyadh hosted talks"); states told by their continent ("European ministers").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.claims import Claim, Kind, Slots
from extractors.kinds.talks import words
from extractors.kinds.talks.europeans import with_europeans_named
from extractors.kinds.talks.meeting import Talks, same_meeting
from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.mentions import mentions_in
from extractors.kinds.talks.reader import Reader
from extractors.parsing.delegations import Head, go_betweens, heads_in
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.tape import pattern
from extractors.parsing.vague_sides import with_sides_named

VERSION = 15


def _read(document: Document) -> Iterator[Claim]:
    document = with_europeans_named(with_sides_named(document))
    if not _is_of_war(document):
        return
    mentions = [
        mention
        for line in document.lines
        if _TRIGGER.search(line.text) or _GOES_ON.match(line.text)
        for mention in mentions_in(line)
        if mention.name != "one of them" or _of_rounds(document, mention)
        if not _of_sanctions(document, mention)
    ]
    claims = Reader(document, mentions).claims()
    yield from _with_delegations(document, claims)


def _of_rounds(document: Document, mention: Mention) -> bool:
    """ "The last took place in Doha", "a round in Rome, followed by another in Oslo": a meeting
    where the paragraph spoke of rounds, or the sentence of one."""
    if words.ROUND.search(mention.line.text, 0, mention.trigger.start):
        return True
    before = document.before(mention.line)
    while before is not None and not (
        words.ROUNDS.search(before.text) or words.ONE_ROUND.search(before.text)
    ):
        if _OTHERS.search(before.text):
            return False  # of truces, not of rounds
        before = document.before(before)
    return before is not None


_OTHERS = pattern(r"\b(?:truces|cease-?fires|exchanges|swaps|attacks|proposals|deals)\b")


def _of_sanctions(document: Document, mention: Mention) -> bool:
    """ "refused to back an eighteenth round", in an article that speaks of sanctions."""
    text, start = mention.line.text, mention.trigger.start
    if not _BACKED.search(text, max(0, start - 50), start) or words.ROUNDS.search(text):
        return False
    return any(_SANCTIONS.search(line.text) for line in document.lines)


_BACKED = pattern(r"\b(?:back|adopt|approv|veto|block|unveil|impos)\w*(?: [\w-]+){0,3} ?\Z")
_SANCTIONS = pattern(r"\b(?:sanctions?|tariffs?)\b")


def _is_of_war(document: Document) -> bool:
    """Whether the article is about a conflict, more than about trade or coalitions."""
    told = sum(len(words.TOPIC.findall(line.text)) for line in document.lines)
    told += any(
        document.fighting(line)
        or any(name.detail == "armed_group" for _, name in line.names(NameType.ACTOR))
        for line in document.lines
    )
    other = sum(len(words.OTHER_TOPIC.findall(line.text)) for line in document.lines)
    return told > 0 and told >= other


# -- who leads, who goes between


def _with_delegations(document: Document, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Heads of delegation, and who helps them, go to the meeting of their sentence, else to the one
    that the article is about."""
    slots: dict[int, Slots] = {}
    for line in document.lines:
        for head in heads_in(line, document.article.text):
            index = _meeting_of(claims, line, head)
            if index is not None:
                more = slots.setdefault(index, Slots())
                more.entry("heads", head.actor, head.person, head.span)
                _put_helpers(more, line, claims[index])
    for index, claim in enumerate(claims):
        yield _filled(claim, slots[index]) if index in slots else claim


def _put_helpers(slots: Slots, line: Line, claim: Claim) -> None:
    assert isinstance(claim.fields, Talks)  # noqa: S101  # only this kind's claims come here
    if not claim.fields.mediators:
        for side in go_betweens(line):
            if side.actor not in claim.fields.parties:
                slots.member("mediators", side.actor, side.span)


def _meeting_of(claims: Sequence[Claim], line: Line, head: Head) -> int | None:
    """The claim that a head of delegation belongs to; the article's own meeting comes first."""
    fitting = [
        index
        for index, claim in enumerate(claims)
        if isinstance(claim.fields, Talks) and head.actor in claim.fields.parties
    ]
    here = [index for index in fitting if claims[index].span == line.sentence.span]
    return next(iter(here or fitting[:1]), None)


def _filled(claim: Claim, slots: Slots) -> Claim:
    fields = claim.fields.model_copy(update=slots.values)
    grounding = {**claim.grounding, **slots.grounding}
    return claim.model_copy(update={"fields": fields, "grounding": grounding})


_TRIGGER = pattern(
    r"\b(?:talk|discuss|negotiat|meet|met\b|round|cycle|summit|consult|dialogue|parley|deliberat"
    r"|session|sat\b|sit\b|gather|encounter|engagement|delegat|envoy|conven|host|agree|deal|accord"
    r"|be held|take place|spent|confer|huddl|brought together|sitting|at the table|bargain|haggl"
    r"|face to face|face-to-face|faced|together|closeted|in the same room|shook hands|regroup"
    r"|conclave|sit-down|t[eê]te-|plenar|trilateral|round ?table|exchanges? of views|dinner|lunch"
    r"|declarat|memorandum|protocol|each other|one another|teams|saw\b"
    r"|(?:were|been|stayed|remained) (?:back|on|at|in)\b)",
)

#: How a sentence may go on about a meeting without a word for one: "It lasted an hour."
_GOES_ON = re.compile(r"\W{0,2}(?:(?:at |in |during )?(?:the|a)|it|they|proceedings)\b")

KIND = Kind(Talks.kind, VERSION, _TRIGGER, _read, same_meeting)
