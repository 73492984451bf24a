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
from extractors.parsing.gazetteer import NameType
from extractors.parsing.names import Name
from extractors.parsing.saying_words import (
    AND_SAID,
    ANONYMOUS,
    CITING,
    COLON,
    GOING_ON,
    LABEL,
    PRONOUNS,
    QUOTING,
    SPEAKER_FIRST,
    TAG,
    TAKES_OVER,
    VENUE,
    WHOLE,
)
from extractors.parsing.sentences import Quotation, Sentence
from extractors.parsing.speakers import Speakers
from extractors.parsing.status import Stretch
from extractors.parsing.tape import SIGNS, Tape
from extractors.values import Span, Value

Chain = tuple[Attribution, ...]


class Saying(Value):
    """Somebody's saying in a sentence; `reach` is the part of the tape that is their word."""

    chain: Chain  # nearest first
    reach: Stretch


class Spoken(Protocol):
    """A sentence with its tape, into which its sayings are put."""

    sentence: Sentence
    tape: Tape
    sayings: tuple[Saying, ...]


_MOST = 20  # sayings of one wording that a sentence is read for: bounds the work on hostile text
#: Where words are posted, not who says them.
_CHANNELS = frozenset({"telegram", "x", "twitter", "facebook", "truth_social", "youtube"})


def read_all_sayings(lines: Sequence[Spoken], quotations: Sequence[Quotation]) -> None:
    """Put into every line its sayings, those of quotations and labels included."""
    speakers, labels = Speakers(), _Labels()
    for line in lines:
        speakers.meet(line.sentence, line.tape)
        found = read_sayings(line.tape, speakers)
        line.sayings = (*found, *labels.read(line, found, speakers))
        speakers.heard(line.tape, (saying.chain for saying in line.sayings))
    _read_quotations(lines, quotations)


def read_sayings(tape: Tape, speakers: Speakers) -> tuple[Saying, ...]:
    """The sayings that one sentence itself tags."""
    whole = Stretch(0, len(tape.text))
    found: list[Saying] = []
    for rule in (*WHOLE, TAG, QUOTING):
        for match in islice(rule.finditer(tape.text), _MOST):
            found.extend(_saying(tape, match, whole, speakers))
    tagged = {saying.chain[0].span for saying in found}
    for rule in (SPEAKER_FIRST, AND_SAID, COLON):
        for match in islice(rule.finditer(tape.text), _MOST):
            reach = Stretch(match.end(), _end_of_saying(tape, match.end()))
            for saying in _saying(tape, match, reach, speakers):
                if saying.chain[0].span not in tagged:
                    found.append(saying)
    found.extend(_going_on(tape, found, speakers))
    return tuple(_with_venue(tape, _with_cited(tape, found, speakers)))


def _end_of_saying(tape: Tape, start: int) -> int:
    over = TAKES_OVER.search(tape.text, start)
    return over.start() if over else len(tape.text)


def _saying(
    tape: Tape, match: re.Match[str], reach: Stretch, speakers: Speakers
) -> Iterator[Saying]:
    groups = match.groupdict()
    label = "by" if groups.get("by") else "after"
    chain = _in_aside(tape, match, label) or _source(
        tape, match.start(label), match.group(label), speakers
    )
    if not chain:
        return
    if groups.get("told"):
        chain = (*chain, *_outlet(tape, match.start("told")))
    yield Saying(chain=chain, reach=reach)


_ASIDE_PERSON = re.compile(f", ({SIGNS['person']}),")


def _in_aside(tape: Tape, match: re.Match[str], label: str) -> Chain:
    """'A spokesman for the Taliban, Zabihullah Mujahid, said': the name in the aside speaks."""
    named = match.group(label)[0] in (SIGNS["person"], SIGNS["outlet"])
    aside = None if named else _ASIDE_PERSON.match(tape.text, match.end(label))
    return _named(tape, aside.start(1)) if aside else ()


def _source(tape: Tape, place: int, words: str, speakers: Speakers) -> Chain:
    """Whom the words of a speaker mean; a chain, since "the source" takes up its outlet too."""
    span = tape.span(place, place + len(words))
    if words[0] in (SIGNS["person"], SIGNS["outlet"]):
        return _named(tape, place)
    if words in PRONOUNS:
        return speakers.pronoun(tape, place, words)
    if words.endswith("top diplomat"):
        words = words.replace("top diplomat", "foreign minister")
        return _in_office(tape, place, words, speakers)
    if ANONYMOUS.search(words):
        again = speakers.unnamed() if words.startswith("the ") and len(words.split()) == 2 else ()
        return again or (Attribution(name=_as_written(tape, span), role=Role.ANONYMOUS, span=span),)
    if _OFFICE.search(words):
        return _in_office(tape, place, words, speakers)
    known = None if SIGNS["actor"] in words else speakers.body(words)
    if known or _IS_BODY.search(words):
        name = known.name if known else _as_written(tape, span)
        return (Attribution(name=name, role=Role.BODY, span=span),)
    return ()


_OFFICE = re.compile(
    r"\b(?:minister|president|premier|pm|leader|chancellor|king|emir|envoy|negotiator|commander"
    r"|general|spokes\w+|secretary|adviser|advisor|aide|ambassador|chief|governor|mayor|ombuds\w+"
    r"|mediator|chairman|speaker|senator)(?: of \ue005)?\Z"
)
#: "the statement" and "the group" mean only a body named before.
_IS_BODY = re.compile(
    r"\ue005|\b(?!the (?:statement|communique|group|movement|side|party|office|agency|service"
    r"|council|organi[sz]ation|charity|force|forces|delegation|media)\Z)the \w|\Aboth"
)


def _named(tape: Tape, place: int) -> Chain:
    name = tape.at(place)
    if not isinstance(name, Name) or name.name in _CHANNELS:
        return ()
    outlet = name.type is NameType.OUTLET
    said = tape.words(place, place + 1) if outlet else name.name
    return (Attribution(name=said, role=Role.OUTLET if outlet else Role.SPEAKER, span=name.head),)


def _in_office(tape: Tape, place: int, words: str, speakers: Speakers) -> Chain:
    """The person last named in the office; an office of a state that nobody was named in stays."""
    span = tape.span(place, place + len(words))
    name = speakers.in_office(tape, place, words)
    if name is None and SIGNS["actor"] in words:
        role = Role.BODY if "spokes" in words else Role.SPEAKER
        return (Attribution(name=_as_written(tape, span), role=role, span=span),)
    name = name or (speakers.last_speaker() if words.startswith("the ") else None)
    return (Attribution(name=name, role=Role.SPEAKER, span=span),) if name else ()


def _as_written(tape: Tape, span: Span) -> str:
    words = tape.words(tape.place(span.start), tape.place(span.end - 1) + 1)
    return re.sub(r"\A(?:the|an?) ", "", words, flags=re.IGNORECASE)


def _outlet(tape: Tape, place: int) -> Chain:
    return _named(tape, place) if tape.text[place] == SIGNS["outlet"] else ()


def _going_on(tape: Tape, found: Sequence[Saying], speakers: Speakers) -> Iterator[Saying]:
    """', adding that …': whoever acts in the clause before, else the last to speak, goes on."""
    for match in islice(GOING_ON.finditer(tape.text), _MOST):
        start = max(tape.text.rfind(cut, 0, match.start()) for cut in (",", " that "))
        chain = _subject(tape, Stretch(start + 1, match.start()), speakers)
        spoken = [saying.chain for saying in found if saying.reach.start <= match.start()]
        chain = chain or (spoken[-1] if spoken else ())
        if chain:
            reach = Stretch(match.end(), _end_of_saying(tape, match.end()))
            yield Saying(chain=chain[:1], reach=reach)


_SUBJECT = re.compile(r"[\ue005\ue006]|\b(?:he|she)\b")


def _subject(tape: Tape, clause: Stretch, speakers: Speakers) -> Chain:
    match = _SUBJECT.search(tape.text, *clause)
    if match is None:
        return ()
    if match.group() == SIGNS["actor"]:
        span = tape.span(*match.span())
        return (Attribution(name=_as_written(tape, span), role=Role.BODY, span=span),)
    return _source(tape, match.start(), match.group(), speakers)


def _with_cited(tape: Tape, found: Sequence[Saying], speakers: Speakers) -> Iterator[Saying]:
    """'Reuters reported, citing a source': the source speaks, the outlet passes it on."""
    cited = tuple(
        source
        for match in islice(CITING.finditer(tape.text), _MOST)
        for source in _source(tape, match.start("by"), match.group("by"), speakers)
    )
    for saying in found:
        extra = tuple(source for source in cited if source.span != saying.chain[0].span)
        yield saying.model_copy(update={"chain": (*extra, *saying.chain)}) if extra else saying


def _with_venue(tape: Tape, found: Iterator[Saying]) -> Iterator[Saying]:
    """'In an interview with Fox News, Trump said': the outlet is the next hop."""
    match = VENUE.search(tape.text)
    outlets = _outlet(tape, match.start("told")) if match else ()
    for saying in found:
        spoken = saying.chain[0].role is not Role.OUTLET
        extra = tuple(hop for hop in outlets if spoken and hop not in saying.chain)
        yield saying.model_copy(update={"chain": (*saying.chain, *extra)}) if extra else saying


class _Labels:
    """The labels of a report in paragraphs: "Source: …", "Quote: …", "Details: …"."""

    def __init__(self) -> None:
        self._sources: Chain = ()
        self._paragraph = -1
        self._speaking: Chain = ()

    def read(self, line: Spoken, found: Sequence[Saying], speakers: Speakers) -> tuple[Saying, ...]:
        """The saying that a label makes of a line which has no tag of its own."""
        start = 0
        if match := LABEL.match(line.tape.text):
            start = match.end()
            self._paragraph = line.sentence.paragraph
            self._speaking = self._labelled(line.tape, match, speakers)
        if line.sentence.paragraph != self._paragraph or not self._speaking or found:
            return ()
        return (Saying(chain=self._speaking, reach=Stretch(start, len(line.tape.text))),)

    def _labelled(self, tape: Tape, match: re.Match[str], speakers: Speakers) -> Chain:
        label = match.group("label")
        if label.startswith("source"):
            self._sources = _listed(tape, match.end())
            return ()
        if label in ("details", "what we know"):
            return self._sources[:1]
        if "quote" in label or label == "literally":
            if match.group("by"):
                return _source(tape, match.start("by"), match.group("by"), speakers)
            persons = tuple(source for source in self._sources if source.role is Role.SPEAKER)
            return (persons or self._sources)[:1]
        return ()


def _listed(tape: Tape, start: int) -> Chain:
    """The sources that a label lists, parted by commas and semicolons."""
    listed: list[Attribution] = []
    for part in re.finditer(r"[^,;]{1,120}", tape.text[start:]):
        begin, words = start + part.start(), part.group()
        sign = re.search(f"[{SIGNS['person']}{SIGNS['outlet']}]", words)
        named = _named(tape, begin + sign.start()) if sign else ()
        listed.extend(named or _listed_body(tape, begin, words))
    return tuple(listed)


def _listed_body(tape: Tape, begin: int, words: str) -> Iterator[Attribution]:
    words = re.split(r" (?:on|in|via|at|during|report)\b", words)[0]
    stripped = words.strip(" .\"'")
    if stripped:
        begin += words.index(stripped[0])
        span = tape.span(begin, begin + len(stripped))
        yield Attribution(name=_as_written(tape, span), role=Role.BODY, span=span)


def _read_quotations(lines: Sequence[Spoken], quotations: Sequence[Quotation]) -> None:
    """Sentences inside a quotation take its speaker, named in a sentence of it or right before."""
    rank = 0
    for quotation in quotations:
        while rank < len(lines) and lines[rank].sentence.span.end <= quotation.outer.start:
            rank += 1
        inside = _lines_of(lines, rank, quotation)
        if inside and _fills_sentences(inside, quotation):
            chain = _speaker_of(lines, rank, inside)
            for line in inside:
                if chain and not line.sayings:
                    reach = Stretch(0, len(line.tape.text))
                    line.sayings = (Saying(chain=chain, reach=reach),)


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


def _speaker_of(lines: Sequence[Spoken], rank: int, inside: Sequence[Spoken]) -> Chain:
    for line in inside:
        for saying in line.sayings:
            return saying.chain
    before = lines[rank - 1] if rank else None
    return before.sayings[-1].chain if before and before.sayings else ()


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
