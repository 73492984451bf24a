"""Sanctions in a sentence: what is done with them, by whom, and how far it has come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from extractors.fact import Status
from extractors.kinds.sanctions.found import Found, deed_of, hit_at
from extractors.kinds.sanctions.infinitives import is_to_be_done
from extractors.kinds.sanctions.recalled import also_hit, which_it_put
from extractors.kinds.sanctions.spoken_of import SPOKEN_OF, WORKED_ON
from extractors.kinds.sanctions.suffering import (
    by_somebody,
    condemned,
    is_passive,
    suffered,
    were_hit,
)
from extractors.kinds.sanctions.words import (
    ADDED,
    AROUND,
    BECAME,
    BORNE,
    DONE,
    IMPOSED,
    ON_SOMEBODY,
    ONLY_TALK,
    PACKAGE,
    PACKAGE_DONE,
    PUT_UNDER,
    SANCTIONED,
    TARGET,
    ULTIMATUM,
    UNDER,
)
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.parties import Agent, party_at, speaker_at
from extractors.parsing.status import Stretch
from extractors.parsing.subjects import subjects_of

_MOST = 4  # mentions of one wording that a sentence is read for: bounds the work on hostile text


def found_in(document: Document, line: Line) -> Iterator[Found]:
    """The sanctions of a sentence; a stretch that one rule has read is not read again."""
    taken: list[Stretch] = []
    for read in _READERS:
        for found in read(document, line):
            overlaps = any(
                found.words.start < one.end and one.start < found.words.end and one != found.words
                for one in taken
            )
            if not overlaps and not is_consequence(line, found):
                taken.append(found.words)
                yield found


def is_consequence(line: Line, found: Found) -> bool:
    """Whether the sanctions are only what an ultimatum threatens."""
    open_ended = found.status in (Status.THREATENED, Status.PROPOSED, Status.REPORTED)
    return open_ended and bool(ULTIMATUM.search(line.text))


def _done(document: Document, line: Line) -> Iterator[Found]:
    for match in _deeds(line):
        rule, status = deed_of(match["v"])
        head, around, told = governing(line, match.start("v"))
        subject, *others = issuers_of(document, line, head, match.start("v")) or (None,)
        issuer = _asked(line, head, match.start("v")) if around == "asked for" else subject
        issuer = _turned_down(line, match) or issuer if rule == "refused" else issuer
        if issuer is None:
            continue
        if rule == "announced" and issuer.actor == "eu" and PACKAGE.search(line.text):
            status = Status.PROPOSED
        if _DRAFT.search(match.group()):
            status = Status.PROPOSED
        if (
            around == "not done"
            or is_to_be_done(line, match.start("v"), match["v"])
            or (
                rule == "lifted"
                and (around == "asked for" or _MUST.search(line.text, 0, match.start("v")))
            )
        ):
            continue
        if told is not None and not (told is Status.PROPOSED and status in _STAYS):
            status = told
        words = Stretch(match.start("v"), match.end())
        hit = hit_at(line, match.start("hit")) if match.groupdict().get("hit") else None
        rule = f"{rule}, {around}" if around else rule
        found = Found(rule, status, issuer, words, hit)
        yield found
        yield from also_hit(line, found)
        for other in others if issuer is subject else ():
            yield Found(rule, status, other, words, hit)


_DRAFT = re.compile(r" (?:bill|proposals?|proposed|plans?|planned|draft) ")
#: What is said to be still to come stays a threat, what will be kept is in force.
_STAYS = (Status.THREATENED, Status.ONGOING)
#: "America must lift all sanctions" is a demand.
_MUST = re.compile(
    r"\b(?:must|should|has to|have to|demand\w*|want\w*|urg\w+|call\w* (?:on"
    r"|for))\b[^.;]{0,40}\Z"
)


def _deeds(line: Line) -> Iterator[re.Match[str]]:
    yield from islice(ADDED.finditer(line.text), _MOST)
    yield from islice(DONE.finditer(line.text), _MOST)
    yield from islice(PACKAGE_DONE.finditer(line.text), _MOST)
    yield from islice(PUT_UNDER.finditer(line.text), _MOST)


def governing(line: Line, verb: int) -> tuple[int, str, Status | None]:
    """What governs the deed: where it begins, its rule, and the status it gives."""
    start = max(line.clause(verb).start, verb - 90)
    for rule, status, words in AROUND:
        found = list(words.finditer(line.text, start, verb))
        if found and _SIGN.search(line.text, found[-1].end(), verb) is None:
            signs = [sign.end() for sign in _SIGN.finditer(line.text, start, found[-1].start())]
            behind = (one.start() for one in found if not signs or one.start() >= signs[-1])
            return next(behind, found[-1].start()), rule, status
        if found and rule == "asked for":
            return found[-1].start(), rule, status
    return verb, "", None


def _turned_down(line: Line, match: re.Match[str]) -> Agent | None:
    """'Hungary vetoed EU sanctions': whose they would have been."""
    sign = _SIGN.search(line.text, match.start("v"), match.end())
    return party_at(line, sign.start()) if sign else None


_SIGN = re.compile(r"[\ue005\ue006]")


def _asked(line: Line, head: int, verb: int) -> Agent | None:
    """Whom somebody asks to impose them: "urged the EU to adopt"."""
    for sign in _SIGN.finditer(line.text, head, verb):
        return party_at(line, sign.start())
    return None


def issuers_of(document: Document, line: Line, head: int, verb: int) -> tuple[Agent, ...]:
    """Who does it; "the bloc" that writes a numbered package is the EU."""
    agents = subjects_of(document, line, verb) or subjects_of(document, line, head)
    if _BESIDES.match(line.text):
        return agents[-1:]
    if not agents and (plan := _PLAN.search(line.text, max(0, head - 60), head)):
        agents = subjects_of(document, line, plan.start())
    named_so = PACKAGE.search(line.text, verb) or _OF_UNION.search(line.text, 0, verb)
    if agents or not named_so or not _BLOC.search(line.text, 0, verb):
        return agents
    named = (party_at(one, place) for one in document.lines for place, _ in one.actors)
    return tuple(islice((agent for agent in named if agent and agent.actor == "eu"), 1))


#: "Along with the minister, the US also sanctioned": who stands first is hit too.
_BESIDES = re.compile(r"\W{0,2}(?:along with|together with|alongside|besides|in addition to)\b")
#: "announced plans to impose": the plan is its subject's.
_PLAN = re.compile(
    r"\b(?:announc|unveil|outlin|reveal|confirm|order|discuss|present|draw|drew|ha[sd]|have"
    r"|ma[dk]e|sign|issu|publish|adopt)\w*(?: up)?"
    r" (?:(?:its|their|his|new|further|an?|the|\ue000|executive|decrees?|orders?|measures"
    r"|laws?) ){0,3}\Z"
)
#: "the Commission was working on", "the bloc adopted".
_OF_UNION = re.compile(
    r"\bthe (?:bloc|commission|union)(?: (?:is|was|has|had|will|would|also|been|be)){0,3} \Z"
)
_BLOC = re.compile(r"\b(?:the bloc|the commission|brussels|member states|ambassadors)\b")


def _imposed(document: Document, line: Line) -> Iterator[Found]:
    """'Sanctions have been imposed on the minister, Seoul said': the speaker's, unless he is "
    "hit."""
    for match in islice(IMPOSED.finditer(line.text), _MOST):
        issuer = speaker_at(document, line, match.start())
        target = TARGET.match(line.text, match.end())
        hit = hit_at(line, target.start("t")) if target else None
        if issuer is None or hit is None or issuer.actor == hit.actor:
            continue
        body = _BODY.search(issuer.span.of(document.article.text))
        if body or not document.at_war(issuer.actor, hit.actor):
            rule, status = deed_of(match["v"])
            yield Found(f"{rule}, as he says", status, issuer, Stretch(*match.span()), hit)


#: Who tells of sanctions of his own, even on a foe: "Seoul's foreign ministry".
_BODY = re.compile(
    r"\b(?:[Mm]inistry|[Gg]overnment|[Tt]reasury|[Cc]ouncil|[Dd]epartment|[Oo]ffice)\b"
)


def _sanctioned(document: Document, line: Line) -> Iterator[Found]:
    for match in islice(SANCTIONED.finditer(line.text), _MOST):
        if is_passive(line, match):
            continue
        head, around, told = governing(line, match.start())
        bare = match["v"] in ("sanction", "blacklist")
        if (bare and not told) or around == "not done":
            continue
        for issuer in issuers_of(document, line, head, match.start()):
            words = Stretch(*match.span())
            yield Found("sanctioned", told or Status.COMPLETED, issuer, words)


def _spoken_of(document: Document, line: Line) -> Iterator[Found]:
    """'A White House official said secondary sanctions were still expected'."""
    for match in islice(SPOKEN_OF.finditer(line.text), _MOST):
        if issuer := speaker_at(document, line, match.start()):
            yield Found("spoken of", Status.PROPOSED, issuer, Stretch(*match.span()))


def _worked_on(document: Document, line: Line) -> Iterator[Found]:
    """'Work has begun on the 19th package of EU sanctions'."""
    for match in islice(WORKED_ON.finditer(line.text), _MOST):
        named = party_at(line, match.start("i")) if match["i"] else None
        if issuer := named or speaker_at(document, line, match.start()):
            yield Found("spoken of", Status.PROPOSED, issuer, Stretch(*match.span()))


def _borne(_: Document, line: Line) -> Iterator[Found]:
    """Sanctions that bear a name: what became of them, or a new package with its target."""
    for match in islice(UNDER.finditer(line.text), _MOST):
        if issuer := party_at(line, match.start("i" if match["i"] else "by")):
            hit = hit_at(line, match.start("hit")) if match["hit"] else None
            yield Found("under", Status.ONGOING, issuer, Stretch(*match.span()), hit)
    for match in islice(BORNE.finditer(line.text), _MOST):
        issuer = party_at(line, match.start("i"))
        if issuer and _bears(line, match):
            words = Stretch(*match.span())
            for rule, status, became in BECAME:
                if became.match(line.text, match.end()):
                    yield Found(f"{rule}, borne", status, issuer, words)
                    break
            else:
                if _is_told(line, match) and _hits_somebody(line, match):
                    yield Found("borne", Status.REPORTED, issuer, words)


def _hits_somebody(line: Line, match: re.Match[str]) -> bool:
    theirs = _ON_THEIRS.match(line.text, match.end())
    return bool(theirs or TARGET.match(line.text, match.end() - 1))


_ON_THEIRS = re.compile(
    r" (?:on|against) (?:(?:several|some|many|most|\ue000|a number) of )?(?:its|their|his) \w+"
)


def _is_told(line: Line, match: re.Match[str]) -> bool:
    """Whether they are told as new, or as those "on" somebody, and not only wished away."""
    if _NEW.search(line.text, match.start(), match.end() + 8):
        return True
    on = ON_SOMEBODY.match(line.text, match.end())
    before = ONLY_TALK.search(line.text, max(0, match.start() - 60), match.start())
    return bool(on) and before is None


_NEW = re.compile(r"\b(?:new|fresh|latest|package)\b|\ue001")


def _bears(line: Line, match: re.Match[str]) -> bool:
    """'EU sanctions', 'Britain's sanctions'; of 'Russia sanctions' Russia is the target."""
    name = line.tape.at(match.start("i"))
    return isinstance(name, Name) and name.actor != "RUS" and name.type is NameType.ACTOR


#: The readings of a sentence, in order: the first that reads a stretch has it.
_READERS = (
    which_it_put,
    _done,
    condemned,
    suffered,
    were_hit,
    by_somebody,
    _imposed,
    _sanctioned,
    _worked_on,
    _borne,
    _spoken_of,
)
