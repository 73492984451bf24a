"""Whose a plan, call or offer is: "Kyiv's proposal", "the US plan", "an offer by Moscow"."""

from __future__ import annotations

import re

from extractors.parsing.document import Document
from extractors.parsing.line import Line, Side
from extractors.parsing.parties import antecedent, side_at
from extractors.parsing.subjects import nearest_subject
from extractors.parsing.tape import pattern

_OWNER = pattern(
    r"(?P<who>[{actor}{person}])(?:-{actor})?"
    r"(?:'s?|'s? side's?| side's?| delegation's?| government's?"
    r"| (?:rebels?|fighters|militants)'s?"
    r"|-(?:led|brokered|backed|drafted))?"
    r"(?:(?<='s)(?: (?!(?:and|or|that|to|of|with|for|an?|the"
    r"|(?!leaked|revised|updated|proposed|unexpected)\w+ed)\b)[\w-]+){0,4}"
    r"|(?: (?:new|latest|first|own"
    r"|earlier|repeated|recent|initial|revised|peace|government|president's|draft|side's)){0,2}) \Z"
)
_MAKER = pattern(
    r"(?: (?!(?:and|but)\b)[\w-]+){0,2}?"
    r",? (?:by|from|(?:put forward|made|floated|tabled|presented|submitted|drafted|drawn up) by) "
    r"(?:the )?(?P<who>[{actor}{person}])"
)
#: "the plan that Oman has presented".
_WHO_MADE = pattern(
    r",? (?:(?:that|which) )?(?:the )?(?P<who>[{actor}{person}])(?: (?:has|had|\w+ly)){0,2}"
    r" (?:put forward|made|floated|tabled|presented|submitted|drafted|drew up|proposed|unveiled"
    r"|outlined|circulated|published)\b"
)
#: "American mediators are working on a proposal".
_AUTHOR = pattern(
    r"(?P<who>[{actor}{person}])(?: [\w-]+){0,4}? (?:working on|draft(?:ed|ing)|prepar(?:ed|ing)"
    r"|drew up|drawing up|present(?:s|ed|ing)|submitt(?:ed|ing)|tabl(?:ed|ing)|unveil(?:s|ed|ing))"
    r" (?:an?|the|its|his|their) (?:[\w-]+ ){0,2}\Z"
)
#: "after sending Hamas a proposal": its maker is the subject of the verb.
_MADE = pattern(
    r"\b(?:(?:has |have |had |having |is |are )?(?:sent|sending|made|making|submitted|submitting"
    r"|presented|presenting|introduced|introducing|delivered|delivering|tabled|tabling|unveiled"
    r"|unveiling|put forward|putting forward|circulated|circulating|drew up|drafted"
    r"|extended|extending|renewed|renewing|repeated|repeating|reiterated|announced|announcing"
    r"|launched|launching|outlined|outlining|floated|floating|published|publishing"
    r"|c[ao]m(?:e|ing) (?:up|forward|out) with|(?:counter|respond|repli)ed with|handed|handing|put"
    r"|issu(?:ed|ing)))"
    r"(?: (?:to )?(?:the )?[{actor}{person}](?: and (?:the )?[{actor}{person}])?"
    r"| (?:to )?(?:both|the two|the) (?:sides|parties|mediators))?(?: with)?"
    r" (?:an?|the|its|his|their) (?:(?!of\b)[\w\"-]+ ){0,3}\Z"
)
_HIS = re.compile(r"\b(?:(?P<person>his|her)|its|their)(?: [\w-]+){0,2} \Z")


def owner_of(document: Document, line: Line, start: int, end: int) -> Side | None:
    """Who made the plan, call or offer that stands at places of the tape."""
    before = _OWNER.search(line.text, max(0, start - 60), start)
    author = _AUTHOR.search(line.text, max(0, start - 90), start)
    if match := before or _MAKER.match(line.text, end) or _WHO_MADE.match(line.text, end) or author:
        return side_at(line, match.start("who"))
    if made := _MADE.search(line.text, max(0, start - 90), start):
        return nearest_subject(document, line, made.start())
    if his := _HIS.search(line.text, max(0, start - 30), start):
        found = antecedent(document, line, start, persons=bool(his["person"]))
        return side_at(*found) if found else None
    return None
