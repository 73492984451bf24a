"""The words around a figure that qualify it: "at least", "nearly", "or more", "another"."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.parsing.folding import before
from extractors.values import Qualifier

_WINDOW = 44
_ADVERB = r"(?:(?:just|well|far|slightly|somewhat|a little|a bit|significantly|much|even|way)\s)?"
_BEFORE = re.compile(
    r"(?<!\w)(?:(?P<at_least>(?:at\s(?:the\svery\s)?(?:least|minimum)|(?:no|not)\s(?:fewer|less)\sthan"
    r"|(?:a\s)?minimum(?:\sof)?|upwards?\sof|as\sfew\sas|min\.)\s)"
    r"|(?P<at_most>(?:up\sto|at\s(?:the\s)?(?:very\s)?most|(?:a\s)?maximum(?:\sof)?"
    r"|(?:no|not)\smore\sthan|as\smany\sas|as\smuch\sas|max\.)\s)"
    rf"|(?P<more_than>{_ADVERB}(?:more\sthan|(?:over|above)\sthe\sage\sof|over|above|exceed(?:s|ed|ing)?|in\sexcess\sof"
    r"|greater\sthan|older\sthan|longer\sthan|north\sof|beyond|surpass(?:es|ed|ing)|topp(?:ed|ing))\s|>\s?)"
    rf"|(?P<less_than>{_ADVERB}(?:less\sthan|fewer\sthan|(?:under|below)\sthe\sage\sof|under|below|younger\sthan|shorter\sthan)\s"
    r"|(?:very\s)?(?:nearly|almost|close\sto|just\sshort\sof|short\sof|not\squite|approaching|nearing|shy\sof)\s|<\s?)"
    r"|(?P<about>(?:about|around|some|roughly|approximately|approx\.?|(?:an\s)?estimated|circa|ca?\."
    r"|in\sthe\s(?:region|order|vicinity)\sof|on\sthe\sorder\sof|somewhere\sbetween|something\slike)\s|[~≈]\s?)"
    r"|(?P<more>(?:another|(?:an|a)\s(?:additional|further|extra)|additional|further|extra)\s))\Z"
)
_AFTER = re.compile(
    r"(?:(?P<at_least>\+(?![0-9])|[\s-]plus(?![\w-])|\sor\s(?:more|above|over)(?!\w)|\sat\s(?:the\s)?(?:very\s)?least(?!\w))"
    r"|(?P<at_most>\sor\s(?:fewer|less|under|younger)(?!\w)|\sat\s(?:the\s)?(?:very\s)?most(?!\w))"
    r"|(?P<about>\sor\s(?:so|thereabouts)(?!\w)|[\s-]odd(?!\w)|-ish(?!\w)))"
)
_MORE_AFTER = re.compile(r"[\s-](?:more|others?|additional|further|extra)(?!\w)(?!\sthan)")


#: "handed over 250 men" is no "more than".
_OVER = re.compile(r"(?<!\w)(?:hand|turn|sign|bring|brought)\w{0,3}\sover\s\Z")


class Qualified(NamedTuple):
    """How far the qualifier words reach around a figure, and what they say."""

    start: int
    end: int
    qualifier: Qualifier
    more: bool


def qualify(page: str, start: int, end: int) -> Qualified:
    """Read outwards from a figure in a lower-case text: "at least another" 250 "or so"."""
    begin, said, more = _read_before(page, start)
    after = _AFTER.match(page, end)
    if after:
        said.append(str(after.lastgroup))
        end = after.end()
    return Qualified(begin, end, _strongest(said), more or bool(_MORE_AFTER.match(page, end)))


def _read_before(page: str, start: int) -> tuple[int, list[str], bool]:
    said: list[str] = []
    more = False
    for _ in range(3):
        window = before(page, start, _WINDOW)
        found = _BEFORE.search(window)
        if not found or (found["more_than"] and _OVER.search(window)):
            break
        start += found.start() - len(window)
        more = more or found.lastgroup == "more"
        said += [str(found.lastgroup)] if found.lastgroup != "more" else []
    return start, said, more


def _strongest(said: list[str]) -> Qualifier:
    """ "about" yields to any other: "an estimated more than 1,000" is more than 1,000."""
    firm = [name for name in said if name != "about"]
    return Qualifier((firm or said or ["exact"])[0])
