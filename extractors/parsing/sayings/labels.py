"""Reports in labelled paragraphs, as Ukrainska Pravda's: "Source: … Quote: … Details: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.fact import Attribution, Role
from extractors.parsing.sayings.sources import Chain, Saying, as_written, named_at, source_of
from extractors.parsing.sayings.speakers import Speakers
from extractors.parsing.sayings.wordings import LABEL
from extractors.parsing.sentences import Sentence
from extractors.parsing.status import Stretch
from extractors.parsing.tape import SIGNS, Tape


class Labels:
    """The labels of a report in paragraphs: "Source: …", "Quote: …", "Details: …"."""

    def __init__(self) -> None:
        self._sources: Chain = ()
        self._paragraph = -1
        self._speaking: Chain = ()

    def read(
        self, sentence: Sentence, tape: Tape, found: Sequence[Saying], speakers: Speakers
    ) -> tuple[Saying, ...]:
        """The saying that a label makes of a line which has no tag of its own."""
        start = 0
        if match := LABEL.match(tape.text):
            start = match.end()
            self._paragraph = sentence.paragraph
            self._speaking = self._labelled(tape, match, speakers)
        tagged = any(not speakers.is_quoted(saying.chain[0].span) for saying in found)
        if sentence.paragraph != self._paragraph or not self._speaking or tagged:
            return ()
        return (Saying(chain=self._speaking, reach=Stretch(start, len(tape.text))),)

    def _labelled(self, tape: Tape, match: re.Match[str], speakers: Speakers) -> Chain:
        label = match.group("label")
        if label.startswith("source"):
            self._sources = _listed(tape, match.end())
            return ()
        if label in ("details", "what we know"):
            return self._sources[:1]
        if "quote" in label or label == "literally":
            if match.group("by"):
                return source_of(tape, match.start("by"), match.group("by"), speakers)
            persons = tuple(source for source in self._sources if source.role is Role.SPEAKER)
            return (persons or self._sources)[:1]
        return ()


def _listed(tape: Tape, start: int) -> Chain:
    """The sources that a label lists, parted by commas and semicolons."""
    listed: list[Attribution] = []
    for part in re.finditer(r"[^,;]{1,120}", tape.text[start:]):
        begin, words = start + part.start(), part.group()
        sign = re.search(f"[{SIGNS['person']}{SIGNS['outlet']}]", words)
        named = named_at(tape, begin + sign.start()) if sign else ()
        listed.extend(named or _listed_body(tape, begin, words))
    return tuple(listed)


def _listed_body(tape: Tape, begin: int, words: str) -> Iterator[Attribution]:
    words = re.split(r" (?:on|in|via|at|during|report)\b", words)[0]
    stripped = words.strip(" .\"'")
    if stripped:
        begin += words.index(stripped[0])
        span = tape.span(begin, begin + len(stripped))
        yield Attribution(name=as_written(tape, span), role=Role.BODY, span=span)
