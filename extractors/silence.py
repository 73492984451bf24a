"""Why an article gave nothing (more): sentences that speak of a kind and gave no fact of it.

A silence is no fault: most are right. Counted over many articles they show which wording the next
rule should read. `HINTS` says by which words a sentence speaks of a kind, and what a fact takes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from extractors.fact import Fact, Silence, SilenceReason
from extractors.parsing.document import Document
from extractors.parsing.lexicon import LEXICON
from extractors.parsing.line import Line
from extractors.parsing.patterns import Rules
from extractors.parsing.tape import SIGNS, Tape, pattern
from extractors.values import Span

_MOST = 20  # silences kept of one article and kind


class Hint(NamedTuple):
    """The words by which a sentence speaks of a kind, and what a fact of it takes."""

    words: str
    actors: int = 1
    unit: str = ""  # what is counted, if something must be


_PEOPLE = r"(?:{captives}|{held})"
HINTS = {
    "talks": Hint(r"\b(?:rounds? of|{talks}|negotiating teams?|met with)\b", actors=2),
    "prisoner_exchange": Hint(
        r"\b(?:{held} (?:exchange|swap|release)s?"
        r"|(?:exchang|swapp|freed|releas)\w* (?:[\w\ue000-\ue009]+ ){0,4}?{held})\b",
        unit=_PEOPLE,
    ),
    "captives_returned": Hint(
        r"\b(?:since|so far|in (?:all|total)|already)\b[^.;]{0,80}\b{held}\b", unit=_PEOPLE
    ),
    "remains_repatriation": Hint(
        r"\b(?:return|repatriat|hand|transfer|receiv)\w*\b[^.;]{0,50}\b{bodies}\b", unit="{bodies}"
    ),
    "ceasefire": Hint(r"\b(?:cease-?fire|truce|armistice|cessation of hostilities)\b"),
    "meeting_proposal": Hint(
        r"\b(?:propos|offer|ready|willing|invit|call)\w*\b[^.;]{0,50}"
        r"\b(?:summit|meet(?:ing)?|face[- ]to[- ]face)\b"
    ),
    "ultimatum": Hint(r"\b(?:ultimatums?|deadlines?|or else)\b", actors=2),
    "sanctions": Hint(r"\b(?:sanction(?:s|ed|ing)?|embargo)\b"),
    "demand": Hint(r"\b(?:demands? (?:that|for)|demanded|must (?:withdraw|recogni[sz]e|cede))\b"),
    "proposal": Hint(r"\b(?:propos(?:al|als|ed|es|ing)|offer(?:s|ed|ing)?)\b"),
    "casualty_estimate": Hint(
        r"\b(?:casualties|losses|death toll|killed and wounded|have been killed|lost)\b",
        unit=r"(?:{captives}|casualties|dead|killed|losses)",
    ),
    "role": Hint(
        r"\b(?:president|(?:prime |foreign |defen[cs]e )?minister|envoy|ambassador|commander"
        r"|secretary[- ]general|spokes(?:man|woman|person))\b"
    ),
    "statement": Hint(r'"[^"]{20,}"', actors=0),
    "military_aid": Hint(r"\b(?:military (?:aid|assistance)|weapons? (?:package|deliver\w+))\b"),
    "territorial_claim": Hint(r"\b(?:annex\w*|occup(?:y|ied|ies|ying|ation)|liberat\w+)\b"),
}
_BY_KIND = {kind: pattern(hint.words, LEXICON) for kind, hint in HINTS.items()}
_WORDS = Rules(_BY_KIND.items())
_UNITS = {
    kind: pattern(rf"{{count}}(?:[ -](?:of )?[\w\ue005-]+){{0,4}}?[ -]{hint.unit}\b", LEXICON)
    for kind, hint in HINTS.items()
    if hint.unit
}
_NAMES = {sign: f"{{{name}}}" for name, sign in SIGNS.items()}
_SIGN = re.compile(f"[{''.join(SIGNS.values())}]")
_IDLE = frozenset(
    {"the", "a", "an", "of", "in", "on", "at", "to", "and", "that", "with", "which", "as", "for"}
    | {"is", "are", "was", "were", "had", "has", "have", "will", "would", "said", "its", "their"}
)
_WORD = re.compile(r"[\w\ue000-\ue009'-]+")


def speaking_of(document: Document) -> Mapping[str, Sequence[Line]]:
    """The sentences in which words may stand that speak of a kind."""
    lines: dict[str, list[Line]] = {kind: [] for kind in HINTS}
    for line in document.lines:
        for kind, _ in _WORDS.live(line.text):
            lines[kind].append(line)
    return lines


def silences(
    kind: str, document: Document, lines: Iterable[Line], facts: Collection[Fact]
) -> tuple[Silence, ...]:
    """Those of some sentences that speak of a kind and that none of its facts was read from."""
    told = [mention.span for fact in facts for mention in fact.mentions]
    return tuple(islice(_silences(kind, document, lines, told), _MOST))


def _silences(
    kind: str, document: Document, lines: Iterable[Line], told: Collection[Span]
) -> Iterator[Silence]:
    words = _BY_KIND[kind]
    for line in lines:
        match = words.search(line.text)
        if match and not any(span.overlaps(line.sentence.span) for span in told):
            reason = _reason(kind, document, line, match)
            yield Silence(
                span=line.sentence.span, reason=reason, pattern=_in_words(line.tape, match)
            )


def _reason(kind: str, document: Document, line: Line, match: re.Match[str]) -> SilenceReason:
    hint, place = HINTS[kind], line.tape.span(*match.span())
    if kind != "statement" and any(it.outer.covers(place) for it in document.quotations):
        return SilenceReason.IN_QUOTATION
    if hint.unit and SIGNS["count"] not in line.text:
        return SilenceReason.NO_COUNT
    if hint.unit and not _UNITS[kind].search(line.text):
        return SilenceReason.COUNT_WITHOUT_UNIT
    if len({side.actor for _, side in line.actors}) < hint.actors:
        return SilenceReason.ACTOR_UNRESOLVED
    return SilenceReason.NO_RULE


def _in_words(tape: Tape, match: re.Match[str]) -> str:
    """The trigger and what stands beside it, as a person would write a pattern for it."""
    said = _WORD.findall(match.group())
    before = _WORD.findall(tape.text[max(0, match.start() - 30) : match.start()])[-1:]
    after = _WORD.findall(tape.text[match.end() : match.end() + 30])[:1]
    shown = [
        *(word for word in before if word not in _IDLE),
        *(said if len(said) <= 3 else [said[0], "…", said[-1]]),
        *(word for word in after if word not in _IDLE),
    ]
    return _SIGN.sub(lambda sign: _NAMES[sign.group()], " ".join(shown))
