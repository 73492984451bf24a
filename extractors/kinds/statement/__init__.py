"""Words in quotation marks with a named speaker: persons or bodies, never the unnamed.

Who speaks is read by parsing/sayings; here the parts of a quotation are joined (joining.py), and
what is no statement is left out: fewer than four words, names of things ("the “Coalition of the
Willing”"), slogans, and pieces of a sentence without a verb of their own, which quote an expression
rather than what somebody said ("calls for a “full and unconditional ceasefire …”").
Known gap: words without marks, as in transcripts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import ClassVar

from extractors.claims import Claim, Kind, Slots
from extractors.fact import Attribution, Fields, Role, Status
from extractors.kinds.statement.channels import addressee_of, channel_of
from extractors.kinds.statement.joining import Quoted, read_quoted
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.sayings.words import PRONOUNS
from extractors.parsing.tape import pattern
from extractors.values import Span

VERSION = 10
_FEWEST = 4  # words of a statement (FACTS.md, "Statements")


class Statement(Fields):
    """FACTS.md, kind 13. `channel` is one of the closed list in channels.py."""

    kind: ClassVar[str] = "statement"

    speaker: str
    words: str
    channel: str | None = None
    addressee: str | None = None


def _read(document: Document) -> Iterator[Claim]:
    text = document.article.text
    starts = [line.sentence.span.start for line in document.lines]
    for quoted in read_quoted(text, document.quotations):
        if not _is_speech(text, quoted):
            continue
        first = bisect_right(starts, quoted.span.start) - 1
        last = bisect_right(starts, quoted.span.end - 1) - 1
        told = document.lines[first : last + 1]
        chain = _speaker(told, quoted)
        if chain:
            yield _claim(document, quoted, told, chain)


#: Verbs and subjects that make a clause of a piece of a sentence.
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|am|be|will|would|has|have|had|can|could|cannot|must|should|shall|do|does"
    r"|did|may|might|needs?|wants?|remains?|means?|seeks?|hopes?|expects?|goes|know|think|believe|I|we|they|he|she|it|you|let|let’s|let's)\b|n['’]t\b"
    r"|['’](?:ll|re|ve|m|s going)\b",
    re.IGNORECASE,
)
#: Before the opening mark: what follows is a name, a slogan or something read.
_NAMED = re.compile(
    r"\b(?:titled|entitled|headlined|called|known as|dubbed|named|nicknamed|slogans?|banners?"
    r"|signs?|reading|reads?|chant(?:s|ed|ing)?|chants of|so-called|codenamed|code-named|film|book"
    r"|song|document|hashtag|phrase|words|motto|under the (?:title|heading|name))(?: of)?:? ?,?"
    r"[\"“‘«'„]?\Z",
    re.IGNORECASE,
)
#: "in light of “Iran’s breach of it”": a piece of the sentence around it.
_IN_PHRASE = re.compile(r"\b(?:of|for|by|to|on|with|from|in|the|an?|its|his|their) [\"“«‘'„]?\Z")
#: Words of capitals only are a sentence where they stand apart: "He wrote: “NO MORE WAR NOW!”"
_APART = re.compile(r"(?:\A|[,:.!?\n]|\b\w+[”\"]) ?[\"“«‘'„]?\Z|\bsa(?:id|ys|ying) [\"“«‘'„]?\Z")
#: "called this “a test of their will”": an expression.
_CALLED = re.compile(r"\b(?:call|dubb|brand|label)(?:s|ed) [^.,;:\"“«]{2,70} [\"“«]?\Z")
_NOT_SAID = re.compile(
    r"\b(?:would|could|might|should|did not|didn['’]t|never|cannot|can['’]t|if \w+|unless \w+)"
    r" (?:ever |actually )?(?:say|said|says|tell|told|call)\b[^.\"“‘«]{0,40}\Z",
    re.IGNORECASE,
)
_OF_TITLES = ("with", "from", "into", "over")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def _is_speech(text: str, quoted: Quoted) -> bool:
    """Whether the words are what somebody said and not a name, a slogan or an expression."""
    words = quoted.words(text)
    if len(words.split()) < _FEWEST:
        return False
    start = quoted.span.start
    before = text[max(0, start - 60) : start]
    if _NAMED.search(before) or _CALLED.search(before) or _NOT_SAID.search(before[:-1]):
        return False
    if _CLAUSE.search(words):
        return True
    piece = words[:1].islower() and len(words.split()) > _FEWEST
    told = piece or _opens_a_sentence(words, before)
    return told and not _IN_PHRASE.search(before)


def _opens_a_sentence(words: str, before: str) -> bool:
    """A capital at the beginning, and not one on every word, which a title has."""
    long = [word.group() for word in _WORD.finditer(words) if len(word.group()) > 3]
    small = [word for word in long if word[0].islower() and word not in _OF_TITLES]
    first = words.lstrip("…. ([")[:1]
    ends = words.rstrip().endswith((".", "!", "?", ","))
    return not first.islower() and (bool(small) or (ends and bool(_APART.search(before))))


def _speaker(told: Sequence[Line], quoted: Quoted) -> tuple[Attribution, ...]:
    """Who speaks, nearest first; empty where nobody is named."""
    for line in told:
        place = line.tape.place(max(quoted.span.start, line.sentence.span.start))
        chain = tuple(
            hop
            for hop in line.attribution(place)
            if not any(part.covers(hop.span) for part in quoted.parts)
        )  # "…, as confirmed by X," said Y: X is told of within the words
        if chain:
            return chain if _is_named(chain[0]) and not _is_other_claim(line, chain[0]) else ()
    return ()


def _is_other_claim(line: Line, source: Attribution) -> bool:
    """ "Dar endorsed Trump's claim: “…”": the words are not those of whose claim it is."""
    start = line.sentence.span.start
    possessive = line.sentence.text.startswith(("'s", "’s"), source.span.end - start)
    before = any(name.head.start < source.span.start for _, name in line.names(NameType.PERSON))
    return possessive and before


_NOBODY = re.compile(
    r"(?i:\A(?:both|the two|two|the warring|they|it|head|chief|leader|member|spokes\w+|commander"
    r"|minister|president)\b|\b(?:spokes\w+|officials?|diplomats?|sources?|statement|communiqu[eé]|report|media|post|message|document"
    r"|letter|text)\Z)|\A[a-z-]+\Z|\A\w+(?:ian|ish|ese)\Z"
)


def _is_named(source: Attribution) -> bool:
    """A person by name, or a body; an office whose holder the article does not name is nobody."""
    if source.role is Role.SPEAKER:
        return not source.name.split()[-1].islower()
    return source.role is Role.BODY and not _NOBODY.search(source.name)


def _claim(
    document: Document, quoted: Quoted, told: Sequence[Line], chain: Sequence[Attribution]
) -> Claim:
    slots = Slots()
    slots.put("speaker", chain[0].name, chain[0].span)
    slots.put("words", quoted.words(document.article.text), quoted.span)
    around = _around(document, told, chain[0].span)
    if channel := channel_of(around, quoted.parts):
        slots.put("channel", *channel)
    if addressee := addressee_of(told, quoted.parts):
        slots.put("addressee", *addressee)
    line = told[0]
    claim = slots.claim(Statement, (Status.REPORTED, quoted.span), (line, 0), _rule(quoted))
    span = Span(line.sentence.span.start, told[-1].sentence.span.end)
    # "asked whether …, X said: “…”" leaves open what was asked, not what was said
    update = {"span": span, "attribution": tuple(chain[1:]), "asserted": True}
    return claim.model_copy(update=update)


def _around(document: Document, told: Sequence[Line], speaker: Span) -> Sequence[Line]:
    """The sentences of the quotation, and the one before where that names who speaks."""
    first = told[0]
    if not first.sentence.rank:
        return told
    before = document.lines[first.sentence.rank - 1]
    taken_up = speaker.of(document.article.text).lower() in PRONOUNS
    return (*told, before) if taken_up or before.sentence.span.covers(speaker) else told


def _rule(quoted: Quoted) -> str:
    return "broken by its tag" if len(quoted.parts) > 1 else "in one piece"


def _same(full: Claim, claim: Claim) -> bool:
    mine, theirs = full.fields, claim.fields
    assert isinstance(mine, Statement)  # noqa: S101  # only this kind's claims come here
    assert isinstance(theirs, Statement)  # noqa: S101  # only this kind's claims come here
    one, other = _plain(mine.words), _plain(theirs.words)
    return mine.speaker == theirs.speaker and (one in other or other in one)


def _plain(words: str) -> str:
    return " ".join(word.group().lower() for word in _WORD.finditer(words))


_TRIGGER = pattern(r"[\"“«„‘']")

KIND = Kind(Statement.kind, VERSION, _TRIGGER, _read, _same, of_any_time=True)
