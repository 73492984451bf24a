"""Where words were said and to whom: "on Telegram", "told reporters", "told Putin".

The channels are a closed list: telegram, x, facebook, truth_social, instagram, youtube, post (other
social media), interview, press, statement, video_address, state_tv, speech, letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.patterns import Pattern
from extractors.parsing.tape import pattern
from extractors.values import Span

#: In the order in which they are believed: a post on Telegram may quote an interview.
_CHANNELS = (
    ("telegram", re.compile(r"\bTelegram\b")),
    ("truth_social", re.compile(r"\bTruth Social\b")),
    ("x", re.compile(r"\b(?:on|to|via) (?:\w+ ){0,3}(?:X|Twitter)\b|\btweet(?:ed|s)?\b")),
    ("facebook", re.compile(r"\bFacebook\b")),
    ("instagram", re.compile(r"\bInstagram\b")),
    ("youtube", re.compile(r"\bYouTube\b")),
    ("interview", re.compile(r"\binterview\b")),
    (
        "video_address",
        re.compile(
            r"\b(?:video (?:address|message|statement|speech)|(?:nightly|evening|daily) address)\b"
        ),
    ),
    (
        "state_tv",
        re.compile(r"\bstate(?:-run|-owned)? (?:tv|TV|television|broadcaster)\b|\btelevised\b"),
    ),
    ("letter", re.compile(r"\bin an? (?:\w+ )?letter\b")),
    (
        "press",
        re.compile(
            r"\b(?:told|telling|tells|spoke to|speaking to) (?:\w+ ){0,2}(?:reporters|journalists"
            r"|the press|media)\b|\b(?:press|news) (?:conference|briefing)\b|\bbriefing\b"
        ),
    ),
    (
        "statement",
        re.compile(r"\b(?:in|issued|released|published) an? (?:[\w-]+ ){0,3}statement\b"),
    ),
    (
        "speech",
        re.compile(
            r"\b(?:speech|address to|addressing|told (?:\w+ ){0,3}(?:parliament|lawmakers|MPs"
            r"|Security Council|General Assembly|Knesset|Congress|Rada|rally))\b"
        ),
    ),
    ("post", re.compile(r"\b(?:social media|in a post|posted)\b")),
)
_TOLD_OUTLET = pattern(r"\b(?:told|tells|telling) (?:the )?{outlet:at}")
_TOLD = pattern(r"\b(?:told|tells|telling|wrote to) (?:the )?(?P<to>[{actor}{person}])(?!')")


def channel_of(lines: Sequence[Line], words: Sequence[Span]) -> tuple[str, Span] | None:
    """The channel that the sentences name outside the quoted words, and where."""
    for channel, rule in _CHANNELS:
        for line in lines:
            for match in rule.finditer(line.sentence.text):
                span = Span(*match.span()).shift(line.sentence.span.start)
                if not _quoted(span, words):
                    return channel, span
    for line, match in _told(lines, words, _TOLD_OUTLET):
        return "interview", line.tape.span(*match.span("at"))
    return None


def addressee_of(lines: Sequence[Line], words: Sequence[Span]) -> tuple[str, Span] | None:
    """Whom the words were said to: a person, a state or a body."""
    for line, match in _told(lines, words, _TOLD):
        name = line.tape.at(match.start("to"))
        if isinstance(name, Name):
            person = name.type is NameType.PERSON
            return (name.name if person else name.actor or name.name), name.head
    return None


def _told(
    lines: Sequence[Line], words: Sequence[Span], rule: Pattern
) -> Iterator[tuple[Line, re.Match[str]]]:
    for line in lines:
        for match in rule.finditer(line.text):
            if not _quoted(line.tape.span(*match.span()), words):
                yield line, match


def _quoted(span: Span, words: Sequence[Span]) -> bool:
    return any(part.overlaps(span) for part in words)
