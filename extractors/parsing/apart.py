"""Subjects that stand apart from their verb: behind the clause of a participle that opens the
sentence, or before those who go along with them. Whose they are is told by subjects.py.

Known gap: a participle's clause that lists states behind a comma.
"""

from __future__ import annotations

import re

from extractors.parsing.tape import pattern

_FRONTED = re.compile(
    r"\W{0,2}(?:after|before|despite|while|by|in|when|since|on)?"
    r" ?(?:having (?:\w+ )?)?\Z"
)
_MAIN = re.compile(
    r"(?:\w+ing|(?<=having )\w+ed|(?<=having \w{5} )\w+ed)\b[^;.]{3,160}?, (?:the )?"
    r"[\ue005\ue006](?= (?!(?:and|or|which|who)\b)[a-z])"
)
_COMPANY = re.compile(
    r", (?:along with|together with|alongside|(?:backed|supported) by"
    r"|with the (?:backing|support|blessing|help) of) [^.;]{1,150}, \Z"
)

#: "Putin proposed talks, hours after European leaders demanded …": somebody without a sign acts.
_OTHER_SUBJECT = pattern(
    r"\b(?:after|before|when|where|while|because|although|whereas)"
    r" (?!(?:he|she|it|they|we|i)\b)"
    r"(?:(?:[a-z][\w-]+|{count}) ){0,4}?(?:leaders|officials|ministers|mediators|powers"
    r"|capitals|allies"
    r"|governments|countries|nations|states|envoys|lawmakers|senators|diplomats|alliance"
    r"|coalition|groups?|rebels|militants|fighters|militia)"
    r"(?:, (?:which|who) [^,;]{1,80},)?(?: (?:\w+ly|had|have|also|on {date}|{date})){0,3} \Z"
)


def subject_behind(text: str, place: int) -> int | None:
    """Where the sign of the subject stands of a participle at a place that opens its sentence:
    "After rejecting an American offer, Putin announced …"."""
    match = _MAIN.match(text, place) if _FRONTED.match(text, 0, place) else None
    return match.end() - 1 if match else None


def before_company(text: str, floor: int, place: int) -> int:
    """Where those begin who go with the subject, else the place of the verb itself: "Ukraine,
    along with France and Poland, proposed"."""
    company = _COMPANY.search(text, floor, place) or _WHERE.search(text, floor, place)
    return company.start() if company else place


#: "Turkey, where negotiators of both last met, is ready": those who met there do nothing here.
_WHERE = re.compile(
    r", (?:where|whose|in which|at whose) [^;.,]{3,140},"
    r"(?: (?:is|was|has|had|will|would|also|now|again)){0,2} \Z"
)


def another_acts(text: str, start: int, place: int) -> bool:
    """Whether somebody without a sign acts between a name and a verb."""
    return _OTHER_SUBJECT.search(text, start, place) is not None


def opens_clause(text: str, first: int, place: int) -> bool:
    """Of "A sanctioned minister B, and C is weighing" C alone: no list of two has a comma."""
    return bool(_COMMA_AND.fullmatch(text, first + 1, place)) and bool(
        _PARTY.search(text, 0, first)
    )


_COMMA_AND = re.compile(r", and (?:the )?")
_PARTY = re.compile(r"[\ue005\ue006]")
