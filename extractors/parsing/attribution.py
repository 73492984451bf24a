"""Who says so: sayings found in a sentence, each with its chain of sources and how far it reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.fact import Attribution, Role
from extractors.parsing.gazetteer import NameType
from extractors.parsing.names import Name
from extractors.parsing.status import Stretch
from extractors.parsing.tape import SIGNS, Tape, pattern
from extractors.values import Span, Value


class Saying(Value):
    """Somebody's saying in a sentence; `reach` is the part of the tape that is their word."""

    chain: tuple[Attribution, ...]  # nearest first
    reach: Stretch
    by: str | None  # canonical name of the speaker, for "he said" later on


_LEXICON = {
    "say": r"(?:said|says|say|saying|told|tells|announc(?:e[sd]?|ing)|confirm(?:s|ed|ing)?|stat(?:e[sd]|ing)"
    r"|add(?:s|ed|ing)|claim(?:s|ed|ing)?|report(?:s|ed|ing)?|wrote|writes|not(?:es|ed|ing)|stress(?:es|ed)"
    r"|insist(?:s|ed)|declar(?:es|ed)|explain(?:s|ed)|post(?:s|ed)|reveal(?:s|ed)|disclos(?:es|ed)|reiterat(?:es|ed)"
    r"|acknowledg(?:es|ed)|admit(?:s|ted)|warn(?:s|ed)|estimat(?:es|ed)|alleg(?:es|ed)|indicat(?:es|ed)|tweeted"
    r"|recalled|emphasi[sz]ed|argued|signalled|signaled|believes?|thanked|praised|hailed)",
    "adverb": r"(?: (?:also|later|has|have|had|then|earlier|previously|recently|repeatedly|publicly|formally|meanwhile"
    r"|separately|subsequently|officially|again|both|however|now|already|reportedly|since))*",
    "unnamed": r"(?:(?:an?|one|two|three|some|several|multiple|many|other|another|the) )?"
    r"(?:(?:senior|top|high-ranking|local|security|diplomatic|military|government|intelligence|western|regional"
    r"|informed|defence|defense|rebel|palestinian|arab|european|unnamed|anonymous|\ue005) )*"
    r"(?:official|officials|source|sources|diplomat|diplomats|mediators|negotiators|witnesses|person|people|insider)"
    r"(?: (?:familiar with|close to|with knowledge of|briefed on|in|from|involved in|at|within)(?: [\w'\ue005\ue007]+){1,5}?)?",
    "body": r"(?:the )?\ue005(?:'s)?(?: (?:armed|foreign|defen[cs]e|interior|health|justice|state|general|coordination"
    r"|human|rights|military|air|security|presidential|for|the|of|treatment|prisoners|war|affairs|external|national))*"
    r"(?: (?:ministry|ministries|army|military|forces|force|staff|officials?|government|side|delegation|authorities"
    r"|presidency|president|leader|service|headquarters|embassy|command|negotiators?|cabinet|office|minister|council"
    r"|media|agency|administration|party|group|movement|militants|rebels))?",
}
_NAMED = r"(?P<by>{person}|{outlet}|{unnamed}|{body}|he|she|they|it|the (?:president|minister|ministry|spokes\w+|official|leader|general|group|movement|commander|negotiator|envoy|diplomat|statement))"
_TOLD = r"(?: (?:the )?(?P<told>{outlet})(?: tv| television| news| news agency)?)?"
_ASIDE = r"(?:, [^,.;]{1,90},)?"

_BEFORE = pattern(rf"{_NAMED}{_ASIDE}{{adverb}} {{say}}{_TOLD}(?! by\b)", _LEXICON)
_TAG = pattern(
    rf"[,\"?!]\"? (?:{_NAMED}{{adverb}} {{say}}|{{say}} {_NAMED.replace('?P<by>', '?P<after>')}){_TOLD}",
    _LEXICON,
)
_ACCORDING = pattern(
    rf"\b(?:according to|as (?:first )?reported by|in the words of)(?: the)? {_NAMED}", _LEXICON
)
_CITING = pattern(
    r"\b(?:citing|quoting|quoted)(?: the)? (?P<by>{person}|{outlet}|{unnamed}|{body})", _LEXICON
)
_PRONOUNS = ("he", "she", "they", "it")


def read_sayings(tape: Tape, before: str | None, earlier: Sequence[Saying]) -> tuple[Saying, ...]:
    """The sayings of one sentence.

    `before` is the canonical name of the person named last, for pronouns and bare offices;
    `earlier` are the sayings of the sentence before.
    """
    found: list[Saying] = []
    for match in _ACCORDING.finditer(tape.text):
        found.extend(_saying(tape, match, Stretch(0, len(tape.text)), before, earlier))
    for match in _TAG.finditer(tape.text):
        found.extend(_saying(tape, match, Stretch(0, len(tape.text)), before, earlier))
    for match in _BEFORE.finditer(tape.text):
        found.extend(_saying(tape, match, Stretch(match.end(), len(tape.text)), before, earlier))
    return tuple(_with_cited(tape, found))


def _saying(
    tape: Tape,
    match: re.Match[str],
    reach: Stretch,
    before: str | None,
    earlier: Sequence[Saying],
) -> Iterator[Saying]:
    groups = match.groupdict()
    label = "by" if groups.get("by") else "after"
    source = _source(tape, match.span(label), match.group(label), before, earlier)
    if source is None:
        return
    chain = [source]
    if groups.get("told"):
        chain.extend(_outlet(tape, match.start("told")))
    yield Saying(
        chain=tuple(chain), reach=reach, by=source.name if source.role is Role.SPEAKER else None
    )


def _source(
    tape: Tape,
    place: tuple[int, int],
    words: str,
    before: str | None,
    earlier: Sequence[Saying],
) -> Attribution | None:
    span = tape.span(*place)
    if words[0] in (SIGNS["person"], SIGNS["outlet"]):
        name = tape.at(place[0])
        assert isinstance(name, Name)  # noqa: S101  # the sign says so
        role = Role.OUTLET if name.type is NameType.OUTLET else Role.SPEAKER
        said = tape.words(place[0], place[0] + 1) if role is Role.OUTLET else name.name
        return Attribution(name=said, role=role, span=name.head)
    if words in _PRONOUNS or words.startswith("the ") and SIGNS["actor"] not in words:
        speaker = next((saying.by for saying in earlier if saying.by), before)
        return Attribution(name=speaker, role=Role.SPEAKER, span=span) if speaker else None
    if SIGNS["actor"] in words and not _UNNAMED.search(words):
        return Attribution(name=_as_written(tape, place), role=Role.BODY, span=span)
    return Attribution(name=_as_written(tape, place), role=Role.ANONYMOUS, span=span)


_UNNAMED = re.compile(r"\b(?:officials?|sources?|diplomats?|mediators|negotiators|person|people)\b")


def _as_written(tape: Tape, place: tuple[int, int]) -> str:
    return tape.words(*place).removeprefix("the ").removeprefix("The ")


def _outlet(tape: Tape, place: int) -> Iterator[Attribution]:
    for at in range(place, min(place + 6, len(tape.text))):
        if tape.text[at] == SIGNS["outlet"]:
            name = tape.at(at)
            yield Attribution(name=tape.words(at, at + 1), role=Role.OUTLET, span=name.span)
            return


def _with_cited(tape: Tape, sayings: Sequence[Saying]) -> Iterator[Saying]:
    """'Reuters reported, citing a source': the source speaks, the outlet passes it on."""
    cited = [
        source
        for match in _CITING.finditer(tape.text)
        if (source := _source(tape, match.span("by"), match.group("by"), None, ()))
    ]
    for saying in sayings:
        extra = tuple(source for source in cited if source.span != saying.chain[0].span)
        yield saying.model_copy(update={"chain": (*extra, *saying.chain)}) if extra else saying


def attribution_at(sayings: Sequence[Saying], place: int) -> tuple[Attribution, ...]:
    """The chain of sources for what stands at a place of the tape; empty: the article's own voice.

    Of several sayings that reach the place the innermost speaks first; outer ones are further hops.
    """
    reaching = [saying for saying in sayings if saying.reach.holds(place)]
    reaching.sort(key=lambda saying: -saying.reach.start)
    chain: dict[Span, Attribution] = {}
    for saying in reaching:
        for source in saying.chain:
            chain.setdefault(source.span, source)
    return tuple(chain.values())
