"""Who says so: sayings found in sentences, each with its chain of sources and how far it reaches.

A saying reaches to the end of its sentence unless another speaker takes over: ", but Russia …"
stays the speaker's word, since a claim of one side must never pass as the article's own. Quotations
that fill sentences of their own take the speaker beside them, labelled paragraphs their label's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Protocol

from extractors.fact import Attribution, Role
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form
from extractors.parsing.quotations import Quotation
from extractors.parsing.sayings.labels import Labels
from extractors.parsing.sayings.sources import (
    Chain,
    Saying,
    as_written,
    in_aside,
    outlet_at,
    source_of,
)
from extractors.parsing.sayings.speakers import Speakers
from extractors.parsing.sayings.told_back import read_told_back
from extractors.parsing.sayings.words import (
    AND_SAID,
    CITING,
    CLAIM_OF,
    COLON,
    COLON_ON,
    GOING_ON,
    PRONOUNS,
    QUOTING,
    SPEAKER_FIRST,
    TAG,
    TAG_OF_WORDS,
    TAKES_OVER,
    VENUE,
    WHO_SAID,
    WHOLE,
    WISHES,
)
from extractors.parsing.sentences import Sentence
from extractors.parsing.status import Stretch
from extractors.parsing.tape import SIGNS, Annotation, Tape, pattern

__all__ = ["Saying", "attribution_at", "read_all_sayings"]

_MOST = 20  # sayings of one wording that a sentence is read for: bounds the work on hostile text


class Spoken(Protocol):
    """A sentence with its tape, into which its sayings are put."""

    sentence: Sentence
    tape: Tape
    sayings: tuple[Saying, ...]

    def attribution(self, place: int) -> Chain: ...


def read_all_sayings(lines: Sequence[Spoken], quotations: Sequence[Quotation]) -> None:
    """Put into every line its sayings, those of quotations and labels included."""
    speakers, labels = Speakers(quotations), Labels()
    for line in lines:
        speakers.meet(line.sentence, line.tape)
    for line in lines:
        found = read_sayings(line.tape, speakers)
        line.sayings = (*found, *labels.read(line.sentence, line.tape, found, speakers))
        speakers.heard(line.tape, (saying.chain for saying in line.sayings))
    _read_quotations(lines, quotations)
    read_told_back(lines)
    _read_between(lines)


def read_sayings(tape: Tape, speakers: Speakers) -> tuple[Saying, ...]:
    """The sayings that one sentence itself tags."""
    whole = Stretch(0, len(tape.text))
    found: list[Saying] = []
    of_words = (TAG_OF_WORDS,) if '"' in tape.text or "'" in tape.text else ()
    for rule in (*of_words, *WHOLE, TAG, QUOTING):
        for match in islice(rule.finditer(tape.text), _MOST):
            found.extend(_saying(tape, match, whole, speakers))
    tagged = {saying.chain[0].span for saying in found}
    for rule in (SPEAKER_FIRST, WHO_SAID, WISHES, AND_SAID, CLAIM_OF, COLON, COLON_ON):
        for match in islice(rule.finditer(tape.text), _MOST):
            if rule is COLON and _is_dateline(tape.at(match.start("by"))):
                continue
            start = match.start("verb") if "verb" in match.groupdict() else match.end()
            reach = Stretch(start, _end_of_saying(tape, match.end()))
            if rule is CLAIM_OF or _IN_PASSING.search(tape.text, 0, match.start()):
                comma = tape.text.find(", ", match.end())
                reach = Stretch(match.end(), comma if comma > 0 else reach.end)
            for saying in _saying(tape, match, reach, speakers):
                if saying.chain[0].span not in tagged:
                    found.append(saying)
    found.extend(_going_on(tape, found, speakers))
    return tuple(_with_venue(tape, _with_cited(tape, found, speakers)))


def _is_dateline(annotation: Annotation) -> bool:
    """ "New Delhi: India and Pakistan …": where it was written, not who says it."""
    return isinstance(annotation, Name) and annotation.form is Form.CAPITAL


#: "Two days after the president announced a truce, the generals met": his word ends at the comma.
_IN_PASSING = pattern(
    r"\A(?:[^.;,:]{1,25}: )?(?:[\w{duration}{count} -]{0,40} )?(?:after|since|before|when)"
    r" (?:the )?(?:[\w{actor}-]+ ){0,3}\Z"
)


def _end_of_saying(tape: Tape, start: int) -> int:
    over = TAKES_OVER.search(tape.text, start)
    return over.start() if over else len(tape.text)


def _saying(
    tape: Tape, match: re.Match[str], reach: Stretch, speakers: Speakers
) -> Iterator[Saying]:
    groups = match.groupdict()
    label = "by" if groups.get("by") else "after"
    if match.group(label) in PRONOUNS and speakers.is_quoted(tape.span(*match.span(label))):
        return  # "They said yes," Umerov said
    chain = in_aside(tape, match, label) or source_of(
        tape, match.start(label), match.group(label), speakers
    )
    if not chain or _NOBODY.search(tape.text, 0, match.start(label)):
        return
    if groups.get("also"):
        chain = (*chain, *source_of(tape, match.start("also"), match["also"], speakers))
    if groups.get("told"):
        chain = (*chain, *outlet_at(tape, match.start("told")))
    yield Saying(chain=chain, reach=reach)


#: "Neither Russian nor Ukrainian officials confirmed it", "no official said": nobody's word.
_NOBODY = pattern(
    r"\b(?:neither(?: of)?(?: the)? (?:[\w{actor}{person}-]+ ){1,5}?nor|no|none of the) \Z"
)


def _going_on(tape: Tape, found: Sequence[Saying], speakers: Speakers) -> Iterator[Saying]:
    """', adding that …': whoever acts in the clause before, else the last to speak, goes on."""
    for match in islice(GOING_ON.finditer(tape.text), _MOST):
        clause = _clause_before(tape, match)
        chain = _subject(tape, clause, speakers)
        spoken = [saying.chain for saying in found if saying.reach.start <= match.start()]
        chain = chain or (spoken[-1] if spoken else ())
        if chain:
            reach = Stretch(match.end(), _end_of_saying(tape, match.end()))
            yield Saying(chain=chain[:1], reach=reach)


def _clause_before(tape: Tape, match: re.Match[str]) -> Stretch:
    """Whose subject goes on: "Y said that X refused, adding" Y, "…, saying it was too early" X."""
    start, end = tape.text.rfind(",", 0, match.start()) + 1, match.start()
    that = tape.text.find(" that ", start, end)
    if that < 0 or _CLAIMED.search(tape.text, start, that):
        return Stretch(start, end)
    return Stretch(start, that) if _ADDS.search(match.group()) else Stretch(that + 1, end)


#: "X rejected Y's claim that it had fired, saying": X says it.
_CLAIMED = re.compile(
    r"\b(?:claim|assertion|report|accusation|allegation|statement|idea|demand)s?\Z"
)
_ADDS = re.compile(r"\b(?:adding|noting|stressing)\b")
_SUBJECT = re.compile(r"[\ue005\ue006]|\b(?:he|she)\b")
#: "X, through his spokesman, urged Y to leave, warning that …": Y is not who warns.
_ADDRESSED = re.compile(
    r"\b(?:urg|tell|told|ask|press|demand|order|warn|accus)\w*(?: on)? (?:the )?\Z"
)


def _subject(tape: Tape, clause: Stretch, speakers: Speakers) -> Chain:
    match = _SUBJECT.search(tape.text, *clause)
    if match and _ADDRESSED.search(tape.text, clause.start, match.start()):
        match = _SUBJECT.search(tape.text, 0, clause.start)
    if match is None:
        return ()
    if match.group() == SIGNS["actor"]:
        span = tape.span(*match.span())
        return (Attribution(name=as_written(tape, span), role=Role.BODY, span=span),)
    return source_of(tape, match.start(), match.group(), speakers)


def _with_cited(tape: Tape, found: Sequence[Saying], speakers: Speakers) -> Iterator[Saying]:
    """'Reuters reported, citing a source': the source speaks, the outlet passes it on."""
    cited = tuple(
        source
        for match in islice(CITING.finditer(tape.text), _MOST)
        for source in source_of(tape, match.start("by"), match.group("by"), speakers)
    )
    for saying in found:
        extra = tuple(source for source in cited if source.span != saying.chain[0].span)
        yield saying.model_copy(update={"chain": (*extra, *saying.chain)}) if extra else saying


def _with_venue(tape: Tape, found: Iterator[Saying]) -> Iterator[Saying]:
    """'In an interview with Fox News, Trump said': the outlet is the next hop."""
    match = VENUE.search(tape.text)
    places = [match.start(which) for which in ("told", "too") if match[which]] if match else []
    outlets = tuple(hop for place in places for hop in outlet_at(tape, place))
    for saying in found:
        spoken = saying.chain[0].role is not Role.OUTLET
        extra = tuple(hop for hop in outlets if spoken and hop not in saying.chain)
        yield saying.model_copy(update={"chain": (*saying.chain, *extra)}) if extra else saying


def _read_quotations(lines: Sequence[Spoken], quotations: Sequence[Quotation]) -> None:
    """Sentences inside a quotation take its speaker, named in a sentence of it or right before;
    whomever he quotes in it speaks before him.
    """
    rank = 0
    for quotation in quotations:
        while rank < len(lines) and lines[rank].sentence.span.end <= quotation.outer.start:
            rank += 1
        inside = _lines_of(lines, rank, quotation)
        if inside and _fills_sentences(inside, quotation):
            chain = _speaker_of(lines, rank, inside, quotation)
            for line in inside:
                if chain and not any(_tags(line, quotation)):
                    reach = Stretch(0, len(line.tape.text))
                    line.sayings = (*line.sayings, Saying(chain=chain, reach=reach))


def _tags(line: Spoken, quotation: Quotation) -> Iterator[Saying]:
    """The sayings of a sentence that are not a part of the words quoted."""
    for saying in line.sayings:
        if not quotation.span.covers(saying.chain[0].span):
            yield saying


def _lines_of(lines: Sequence[Spoken], rank: int, quotation: Quotation) -> list[Spoken]:
    inside: list[Spoken] = []
    while rank < len(lines) and lines[rank].sentence.span.start < quotation.outer.end:
        inside.append(lines[rank])
        rank += 1
    return inside


def _fills_sentences(inside: Sequence[Spoken], quotation: Quotation) -> bool:
    """Whether the quotation is more than a few quoted words of the article's own sentence."""
    only = inside[0].sentence.span
    length = min(only.end, quotation.outer.end) - max(only.start, quotation.outer.start)
    return len(inside) > 1 or 4 * length > 3 * (only.end - only.start)


def _speaker_of(
    lines: Sequence[Spoken], rank: int, inside: Sequence[Spoken], quotation: Quotation
) -> Chain:
    for line in inside:
        for saying in _tags(line, quotation):
            return saying.chain
    before = lines[rank - 1] if rank else None
    return before.sayings[-1].chain if before and before.sayings else ()


def _read_between(lines: Sequence[Spoken]) -> None:
    """A sentence of nobody's, between two of one speaker in its paragraph, goes on with his word:
    "According to X, … This brings the total to 900. It was a hard day, X noted."
    """
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        if line.sayings or not before.sayings or not after.sayings:
            continue
        if len({one.sentence.paragraph for one in (before, line, after)}) > 1:
            continue
        saying = before.sayings[-1]
        goes_on = saying.reach.end == len(before.tape.text)
        if goes_on and saying.chain[0].name == after.sayings[0].chain[0].name:
            reach = Stretch(0, len(line.tape.text))
            line.sayings = (Saying(chain=saying.chain, reach=reach),)


def attribution_at(sayings: Sequence[Saying], place: int) -> Chain:
    """The chain of sources for what stands at a place of the tape; empty: the article's own voice.

    Of several sayings that reach the place the innermost speaks first; outlets pass it on last.
    """
    reaching = [saying for saying in sayings if saying.reach.holds(place)]
    reaching.sort(key=lambda saying: -saying.reach.start)
    chain: dict[tuple[str, Role], Attribution] = {}
    for saying in reaching:
        for source in saying.chain:
            chain.setdefault((source.name, source.role), source)
    return tuple(sorted(chain.values(), key=lambda source: source.role is Role.OUTLET))
