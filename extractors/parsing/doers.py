"""Who does what a verb tells, and whose a plan is: the nearest subject, pronouns followed.

"Ukraine, which had accepted it, dismissed the move": the subject of a verb is the nearest name
before it that no preposition governs. Known gaps: subjects after their verb ("said Peskov") are
left to the sayings; of a list of subjects the first is given (FACTS.md, "Several issuers").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.parsing.document import Document, Line, Side
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.tape import pattern
from extractors.values import Span

_SUBJECT = re.compile(
    r"[\ue005\ue006]|\b(?:he|she|it|they|we|i)\b"
    r"|\bthe (?:(?:armed|rebel|militant|\ue005) )?(?:group|movement)\b"
)
_LIST = re.compile(
    r"[\ue005\ue006](?:, (?:the )?[\ue005\ue006]){0,6},? and (?:the )?[\ue005\ue006]"
)
_OF_LEADERS = re.compile(
    r"\b(?:leaders?|presidents?|ministers?|governments?|heads|chiefs?) of (?:the )?\Z"
)
_GOVERNED = re.compile(
    r"(?:\b(?:alongside|beside|with|to|from|of|for|against|in|by|on|at|near|about|behind|between"
    r"|over|into|under|after|before|told|urged|asked|gave|warned|called|among|including|as|than"
    r"|like|meet|met|meeting|accus(?:es|ed|ing)|handed|handing|sent|showed|blam(?:es|ed)|thanked"
    r"|invited|informed|presented)|')"
    r"(?: the| an?| his| its| her| their| both| all)?(?: (?!that\b)[\w-]+)? \Z"
)
_ADJOINS = pattern(
    r"(?:'s)?(?: (?:\w+ly|also|has|had|have|again|then|once more|later|itself|since|already|still"
    r"|now|side|delegation|government|on {date}|{date})){0,4},? ?"
)
_REPORTED = re.compile(r"(?:,| that| while| and)? \Z")
_NEAR = 200  # tape places before a verb in which its subject is looked for


def doer_before(document: Document, line: Line, place: int) -> Side | None:
    """Who acts at the verb that begins at a place of the tape; None where nobody is named."""
    text, floor = line.text, max(0, place - _NEAR)
    lists = [match.span() for match in _LIST.finditer(text, floor, place)]
    for match in reversed(list(_SUBJECT.finditer(text, floor, place))):
        first = next((one for one, end in lists if one <= match.start() < end), match.start())
        adjoins = _ADJOINS.fullmatch(text, match.end(), place)
        if (not adjoins and _is_governed(text, first)) or _PEOPLE.match(text, match.end()):
            continue
        side = side_at(line, first) if first != match.start() else _meant(document, line, match)
        if side:
            return side
    return None


#: People of a state who do not act for it.
_PEOPLE = re.compile(
    r"(?:'s?)? (?:[\w-]+ ){0,2}?(?:bishops?|church(?:es)?|opposition|families|relatives|unions?"
    r"|people"
    r"|citizens|residents|protesters|activists|hostages|captives|prisoners|civilians|journalists"
    r"|analysts?|experts?|media|newspapers?|voters|women|students|economists?|researchers?)\b"
)


def _is_governed(text: str, place: int) -> bool:
    """Whether a preposition makes a name no subject; "the leaders of France" are one."""
    start = max(0, place - 40)
    return bool(_GOVERNED.search(text, start, place)) and not _OF_LEADERS.search(text, start, place)


def _meant(document: Document, line: Line, match: re.Match[str]) -> Side | None:
    word = match.group()
    if word in ("we", "i"):
        return speaker_at(document, line, match.start())
    if word in ("he", "she"):
        return _person_before(document, line, match.start())
    if word in ("it", "they"):
        return _body_before(document, line, match.start())
    if word.startswith("the "):
        return _group_before(document, line, match.start())
    return side_at(line, match.start())


def sides_of_wars(document: Document) -> frozenset[str]:
    """The states and groups named in an article, countries included, that fight another of them."""
    named = {
        name.actor
        for line in document.lines
        for _, name in line.tape.annotations()
        if isinstance(name, Name) and name.actor and name.type is not NameType.OUTLET
    }
    return frozenset(one for one in named for other in named if document.at_war(one, other))


def side_at(line: Line, place: int) -> Side | None:
    """The state or group that the name at a place of the tape is or acts for."""
    name = line.tape.at(place)
    if not isinstance(name, Name) or not name.actor:
        return None
    return Side(actor=line.stand_ins.get(name.actor, name.actor), span=name.span)


def _sides(line: Line, end: int, kinds: tuple[NameType, ...]) -> Iterator[Side]:
    """The sides named before a place, nearest first."""
    found = [place for kind in kinds for place, _ in line.names(kind, 0, end)]
    for place in sorted(found, reverse=True):
        if side := side_at(line, place):
            yield side


def _person_before(document: Document, line: Line, end: int) -> Side | None:
    here = next(_sides(line, end, (NameType.PERSON,)), None)
    if here:
        return here
    before = document.before(line)
    named = list(_sides(before, len(before.text), (NameType.PERSON,))) if before else []
    return named[-1] if named else None


def _body_before(document: Document, line: Line, end: int) -> Side | None:
    kinds = (NameType.ACTOR, NameType.PERSON)
    here = list(_sides(line, end, kinds))
    if here:
        return here[-1]
    before = document.before(line)
    named = list(_sides(before, len(before.text), kinds)) if before else []
    return named[-1] if named else None


def _group_before(document: Document, line: Line, end: int) -> Side | None:
    """The armed group that "the group" means: the one named last."""
    for earlier in reversed(document.lines[: line.sentence.rank + 1]):
        stop = end if earlier is line else len(earlier.text)
        for place, name in reversed(list(earlier.names(NameType.ACTOR, 0, stop))):
            if name.detail == "armed_group":
                return side_at(earlier, place)
    return None


def speaker_at(document: Document, line: Line, place: int) -> Side | None:
    """The side whose word the text at a place is, as far as a state or group is known for it."""
    for source in line.attribution(place):
        if side := _named_there(document, source.span):
            return side
    return None


def _named_there(document: Document, span: Span) -> Side | None:
    for line in document.lines:
        if not line.sentence.span.overlaps(span):
            continue
        for place, annotation in line.tape.annotations():
            if isinstance(annotation, Name) and annotation.span.overlaps(span):
                side = side_at(line, place)
                return side and Side(actor=side.actor, span=span)
    return None


_OWNER = pattern(
    r"(?P<who>[{actor}{person}])(?:'s?|'s? side's?| side's?| delegation's?| government's?"
    r"|-(?:led|brokered|backed|drafted))?"
    r"(?:(?<='s)(?: (?!(?:and|or|that|to|of|with|for|an?|the|\w+ed)\b)[\w-]+){0,4}"
    r"|(?: (?:new|latest|first|own"
    r"|earlier|repeated|recent|initial|revised|peace|government|president's|draft|side's)){0,2}) \Z"
)
_MAKER = pattern(
    r"(?: (?!(?:and|but)\b)[\w-]+){0,2}?"
    r" (?:by|from|(?:put forward|made|floated|tabled|presented|submitted|drafted|drawn up) by) "
    r"(?:the )?(?P<who>[{actor}{person}])"
)


def owner_of(document: Document, line: Line, start: int, end: int) -> Side | None:
    """Whose a plan, call or offer is: "Kyiv's proposal", "the US plan", "an offer by Moscow"."""
    before = _OWNER.search(line.text, max(0, start - 60), start)
    match = before or _MAKER.match(line.text, end)
    if match:
        return side_at(line, match.start("who"))
    if re.search(r"\b(?:his|her)(?: [\w-]+){0,2} \Z", line.text[max(0, start - 30) : start]):
        return _person_before(document, line, start)
    if re.search(r"\b(?:its|their)(?: [\w-]+){0,2} \Z", line.text[max(0, start - 30) : start]):
        return _body_before(document, line, start)
    return None
