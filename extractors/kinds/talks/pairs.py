"""Leaders, ministers and countries told as "the two", who were named before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.kinds.talks.mention import Mention
from extractors.parsing.document import Document
from extractors.parsing.line import Side
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.tape import pattern


def the_two_of_office(document: Document, mention: Mention) -> tuple[Side, ...] | None:
    """ "Aliyev and Pashinyan disagree. The two leaders last met in May": the last two of that
    office; nobody unless they fight and the meeting was held. None where no such two are told."""
    told = _told(mention)
    if told is None or mention.verb is None:
        return None
    if not _HELD.match(mention.line.text, mention.verb.start):
        return ()
    if _NOT.search(mention.line.text, max(0, mention.verb.start - 30), mention.verb.start):
        return ()
    office = next(rule for words, rule in _OFFICES if words in told["office"])
    last: dict[str, Side] = {}
    for name in _named_before(document, mention):
        if name.actor and office.match(name.detail):
            last.setdefault(name.actor, Side(actor=name.actor, span=name.span))
    two = tuple(last.values())[:2]
    return two if len(two) == len("AB") and document.at_war(*(one.actor for one in two)) else ()


def the_two_paired(document: Document, mention: Mention) -> tuple[Side, ...]:
    """ "The two countries negotiated": those that the paragraph pairs, else the usual ones."""
    if not _TWO_COUNTRIES.search(mention.line.text, *mention.clause):
        return ()
    pair = document.sides_at(mention.line)
    return () if pair is None or pair == document.dyad else pair


_TWO_COUNTRIES = pattern(
    r"\b(?:both|the two) (?:sides|countries|parties|states|nations|governments)\b"
)


def _named_before(document: Document, mention: Mention) -> Iterator[Name]:
    """The people named before a mention, the last first."""
    for line in reversed(document.lines[: mention.line.sentence.rank + 1]):
        people = line.names(NameType.PERSON)
        for place, name in reversed(tuple(people)):
            if line is not mention.line or place < mention.trigger.start:
                yield name


def _told(mention: Mention) -> re.Match[str] | None:
    if mention.verb is None:
        return None
    start = mention.verb.start
    return _THE_TWO.search(mention.line.text, max(0, start - 60), start)


_THE_TWO = pattern(
    r"\b(?:the|both) (?:{count} |two )?(?P<office>leaders|presidents|prime ministers|premiers"
    r"|heads of (?:state|government)|foreign ministers|defen[cs]e ministers|ministers)"
    r"(?: (?!who\b|of\b)\w+){0,3} \Z"
)
_HEADS = re.compile(r"(?:president|prime minister|premier|chancellor|king|emir|crown prince)\b")
_OFFICES = (
    ("foreign", re.compile(r"foreign (?:minister|secretary)")),
    ("defen", re.compile(r"defen[cs]e (?:minister|secretary)")),
    ("leaders", _HEADS),
    ("presidents", _HEADS),
    ("prime", _HEADS),
    ("premiers", _HEADS),
    ("heads", _HEADS),
    ("ministers", re.compile(r"\b(?:[a-z-]{1,20} ){0,4}minister\b")),
)
_HELD = re.compile(r"(?:met|held|sat|spent|talked|negotiated|conferred|huddled)\b")
_NOT = re.compile(r"\b(?:will|would|to|not|never|should|could|may|might|be)(?: \w+)? \Z")
