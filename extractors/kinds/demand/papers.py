"""Whose paper it is in which a term stands: "Russia's memorandum", "the draft drawn up by Kyiv",
and of a paper handed over sentences before: "The document lists …"."""

from __future__ import annotations

import re

from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.parties import Agent, Named, last_body, party_at

_PAPER = re.compile(
    r"(?:(?P<i>[\ue005\ue006])(?:'s)? (?:[\w'-]+ ){0,3}?|\bthe )(?:memorandum|document"
    r"|counter-?proposal|proposals?|plan|draft|paper|terms|position|blueprint|text|offer|note"
    r"|road ?map)\b(?:,? (?:that|which|(?:drawn up|drafted|written|prepared|presented|submitted"
    r"|put forward|tabled|published) by(?: the)?) (?P<by>[\ue005\ue006]))?"
    r"(?:[^.;]{0,60}|[^.;,]{0,60}, [^.;]{0,110}, )\Z"
)
#: "the Israeli proposal relayed to the movement through Egypt called for …": not Egypt did.
RELAYED = re.compile(
    r"\b(?:proposal|plan|draft|paper|offer)(?: that was| which was)?"
    r" (?:relayed|sent|conveyed|delivered|handed(?: over)?|passed(?: on)?|submitted|presented)\b"
    r"[^.;,]{0,60}\b(?:through|via) (?:the )?[\ue005\ue006](?: \w+ly)? ?\Z"
)


def of_paper(
    line: Line, match: re.Match[str], papers: re.Pattern[str] | None = None
) -> Agent | None:
    """'Russia's memorandum calls for …', 'the memorandum that Moscow handed over demands …'."""
    paper = _PAPER.search(line.text, max(0, match.start() - 220), match.start())
    label = next((one for one in ("i", "by") if paper and paper[one]), None)
    if paper is None or label is None or (papers and not papers.search(paper.group())):
        return None
    return party_at(line, paper.start(label))


def of_memorandum(document: Document, line: Line, match: re.Match[str]) -> Agent | None:
    """Whose memorandum or own document "includes" a thing: a plan that does may be a mediator's,
    and only a side of the war sets terms."""
    if owner := of_paper(line, match, _MEMORANDUM):
        return owner
    owner = of_paper(line, match, _OWN)
    if owner is None and match.start() < _NEAR:
        owner = handed_in(document, line, match)
    return owner if owner and owner.actor in document.sides_of_wars else None


_MEMORANDUM = re.compile(r"\b(?:memorandum|terms|note)\b")
_OWN = re.compile(r"'s? own (?:[\w-]+ )?(?:document|paper|draft|text|proposals?)\b")
_NEAR = 130  # places into a sentence at which its paper is said to hold something


def under_plan(document: Document, line: Line) -> Agent | None:
    """'Under Moscow's proposal, Kyiv would have to …': a side of the war whose paper it is."""
    under = _UNDER.search(line.text)
    owner = party_at(line, under.start("i")) if under else None
    return owner if owner and document.has_foes(owner.actor) else None


_UNDER = re.compile(
    r"\b(?:under|according to|in) (?:the (?:terms of )?)?(?P<i>[\ue005\ue006])(?:'s)?"
    r" (?:[\w-]+ ){0,3}?(?:proposals?|plan|terms|memorandum|draft|blueprint|conditions|demands"
    r"|offer)\b"
)


def handed_in(document: Document, line: Line, match: re.Match[str]) -> Agent | None:
    """'Russia handed over a memorandum. The text says Ukraine must …', '… It also lists …'."""
    if _RESOLUTION.match(line.text, 0, match.start()):
        return _party(last_body(document, line, match.start()))
    named = _NAMED.search(line.text, 0, match.end()) or _IT.search(line.text, 0, match.end())
    words = named.group() if named else ""
    for back, earlier in enumerate(reversed(document.lines[: line.sentence.rank][-_BACK:])):
        submits = SUBMITS.search(earlier.text) if words else None
        if submits and (back == 0 or "memorandum" in words + submits.group()):
            return party_at(earlier, submits.start("i"))
        if words.endswith(_SAYS_IT):  # what "it" is, a sentence before tells
            goes_on = _GOES_ON.match(earlier.text)
            words = goes_on.group() if goes_on else ""
    return None


def _party(named: Named | None) -> Agent | None:
    return party_at(*named) if named else None


_RESOLUTION = re.compile(r"\W{0,3}(?:the|that|its) (?:[\w-]+ )?resolution\b")
_BACK = 6  # sentences in which it is told who handed in "the memorandum"
#: "The document lists …", "The text says …"
_NAMED = re.compile(
    r"\A\W{0,3}(?:the|this|that) (?:[\w-]+ )?(?:document|memorandum|paper|text)\b"
    r"|\A\W{0,3}(?:under )?(?:(?:the )?(?:part|section|point|option|chapter) [\w\ue000\ue001]+"
    r"|the (?:first|second|third|\ue001))(?=[ ,])"
    r"|\b(?:the|its|his) (?:text|document|memorandum|paper|note|list)s?\b"
    r"[^.;]{0,80}\b(?:say|state|read|call|demand|requir|oblig|stipulat)"
)
_SAYS_IT = ("it", "it also", "it says,")
_IT = re.compile(r"\A\W{0,2}it(?: also)?(?= [a-z ]{3,25}\Z)|, it says,")
_GOES_ON = re.compile(
    r"\W{0,2}(?:it(?: also)?|the (?:text|document|memorandum|paper|proposal|plan|draft)s?)\b"
)
SUBMITS = re.compile(
    r"(?P<i>[\ue005\ue006])(?:'s (?=memorandum\b)|(?:'s)? (?:(?!and\b)[\w'-]+ ){0,5}?(?:present"
    r"|hand|submit|deliver|put"
    r"|table|publish|draft|unveil|releas|gave|pass)\w*\b[^.;]{0,50}?\b)(?:memorandum|document"
    r"|proposals?|plan|draft|paper|terms|note|demands|conditions)\b"
)
#: Of what stands in a paper no time makes an ultimatum.
OPENS_PAPER = re.compile(
    r"\W{0,3}(?:(?:the|this|that) (?:[\w-]+ )?(?:document|memorandum|paper|text)\b|it\b)"
)
