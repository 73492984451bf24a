"""Aid as a sentence tells it: who gives or promises what, and how far that had come.

Whom it goes to, where the sentence does not say so, is settled by the kind itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from extractors.fact import Status
from extractors.kinds.military_aid.gift import Gift
from extractors.kinds.military_aid.recipients import (
    meant_by_it,
    recipient_of,
    side_at,
    unnamed_army,
)
from extractors.kinds.military_aid.wordings import WORDINGS
from extractors.kinds.military_aid.words import (
    ALSO,
    AN_ARMY,
    AND_OTHERS,
    ARMING,
    ARMS,
    AROUND,
    EQUIPPED,
    GIVES,
    INNER,
    MILITARY,
    NO_AID,
    PLEDGE,
    THANKED,
    UNNAMED,
    VERB,
)
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.parties import Agent, party_at
from extractors.parsing.status import Stretch
from extractors.parsing.subjects import subjects_of
from extractors.parsing.wars import is_question

_MOST = 3  # verbs of one wording that a sentence is read for: bounds the work on hostile text


def gifts_in(document: Document, line: Line, *, goes_on: bool) -> Iterator[Gift]:
    """The aid of a sentence; `goes_on` where the sentence before told of aid: money counts then."""
    if arming := ARMING.search(line.text):
        yield from (gift._replace(items=None) for gift in _given(document, line, arming))
        return
    equipped = EQUIPPED.search(line.text)
    if equipped and _is_of_army(line, equipped):
        yield from _given(document, line, equipped)
        return
    military = (
        MILITARY.search(line.text)
        or _CONTACT_GROUP.search(line.sentence.text)
        or _is_for_arms(document, line)
    )
    fired = NO_AID.search(line.text)
    if is_question(line) or not (military or goes_on):
        return
    if fired and line.clause(fired.start()).start == 0:
        return
    for rule, read in WORDINGS:
        if told := rule.search(line.text):
            yield from read(line, told)
            return
    yield from _thanked(document, line)
    yield from _verb_by_verb(document, line, told_of=bool(military) or goes_on)


def _verb_by_verb(document: Document, line: Line, *, told_of: bool) -> Iterator[Gift]:
    """The gifts that verbs tell, outside a clause in which arms are fired."""
    fired = NO_AID.search(line.text)
    place = 0
    for _ in range(_MOST * 2):
        match = GIVES.search(line.text, place)
        if match is None:
            return
        place = match.end("v")
        if fired and line.clause(fired.start()).holds(place):
            return
        if _is_told(match) and (ARMS.search(match["what"]) or told_of):
            for gift in _given(document, line, match):
                place = match.end()
                yield gift
                yield from _also(line, gift, place)


def _is_for_arms(document: Document, line: Line) -> bool:
    """Of "give Kyiv nine billion euros. Some of it is to pay for drones" the second sentence."""
    rank = line.sentence.rank + 1
    after = document.lines[rank] if rank < len(document.lines) else None
    spent = _OF_IT.match(after.text) if after else None
    return bool(after and spent and ARMS.search(after.text))


_OF_IT = re.compile(
    r"\W{0,2}(?:(?:some|part|most|half|much|the bulk) of (?:it|this|that|the)\b"
    r"|the (?:money|sum|package|aid|funds|funding)\b|(?:it|this|that) (?:is|will|includes?)\b)"
)
#: Money that the group's members give is for arms.
_CONTACT_GROUP = re.compile(r"\bContact Group\b|\bUDCG\b|\bRamstein\b|\bArmed Forces\b")


def _is_of_army(line: Line, match: re.Match[str]) -> bool:
    """Whether an army gets it, in words of its own or by its name."""
    place = match.start("r")
    return bool(match["army"] or AN_ARMY.search(line.tape.words(place, place + 1)))


def _is_told(match: re.Match[str]) -> bool:
    """Whether the verb itself tells the deed, and not "would deliver" behind "announced"."""
    form = VERB.fullmatch(match["v"])
    return INNER.search(match["what"]) is None or form is None or form["promise"] is None


def _thanked(document: Document, line: Line) -> Iterator[Gift]:
    """ "thanked Sweden for its package of military assistance": given or promised before."""
    for match in islice(THANKED.finditer(line.text), _MOST):
        if donor := party_at(line, match.start("d")):
            recipient = side_at(line, match.start("r")) if match["r"] else None
            words, items = Stretch(*match.span("v")), Stretch(*match.span("what"))
            thanks = next(iter(subjects_of(document, line, match.start())), None)
            yield Gift("thanked", Status.REPORTED, (donor,), recipient, words, items, thanks)


def _pledger(line: Line, verb: int) -> tuple[Agent, ...]:
    """Of "Spain's commitment to transfer" Spain."""
    match = PLEDGE.search(line.text, max(0, verb - 60), verb)
    donor = party_at(line, match.start("d")) if match else None
    return (donor,) if donor else ()


def _with_others(line: Line, verb: int) -> tuple[Agent, ...]:
    """Of "the US, France and other countries will give" the first two."""
    match = AND_OTHERS.search(line.text, max(0, verb - 100), verb)
    signs = _SIGN.finditer(line.text, *match.span()) if match else ()
    found = (party_at(line, sign.start()) for sign in signs)
    return tuple(party for party in found if party)


def _with_whom(line: Line, verb: int) -> tuple[Agent, ...]:
    """Of "with Berlin committing 11 billion euros" Berlin."""
    match = _WITH.search(line.text, max(0, verb - 40), verb)
    donor = party_at(line, match.start("d")) if match and _ING.match(line.text, verb) else None
    return (donor,) if donor else ()


_WITH = re.compile(r"\bwith (?:the )?(?P<d>[\ue005\ue006]) (?:also |alone )?\Z")
_ING = re.compile(r"\w+ing\b")


def _given(document: Document, line: Line, match: re.Match[str]) -> Iterator[Gift]:
    verb = match.start("v")
    told = _status(line, match)
    if told is None:
        return
    rule, status, head = told
    donors = (
        _asked(line, head, verb)
        if status is Status.DEMANDED
        else _pledger(line, verb)
        or subjects_of(document, line, verb)
        or subjects_of(document, line, head)
        or _with_others(line, verb)
        or _with_whom(line, verb)
    )
    unnamed = UNNAMED.search(line.text, max(0, verb - 50), verb)
    if donors or unnamed:
        meant = meant_by_it(document, line, verb, donors)
        army = unnamed_army(document, line, verb)
        recipient = meant or army or recipient_of(line, match, donors)
        words = Stretch(*match.span("v"))
        asked = status is Status.DEMANDED and not line.text.startswith("want", head)
        asking = subjects_of(document, line, head) if asked else ()
        asker = next((one for one in asking if one not in donors), None)
        yield Gift(rule, status, donors, recipient, words, Stretch(*match.span("what")), asker)


def _status(line: Line, match: re.Match[str]) -> tuple[str, Status, int] | None:
    """Rule and status of the verb, and where what governs it begins; None: no aid."""
    verb = match.start("v")
    start = max(line.clause(verb).start, verb - 80)
    form = VERB.fullmatch(match["v"])
    shape = form.lastgroup if form else "base"
    for rule, status, words in AROUND:
        begin = max(0, verb - 80) if rule == "denied" else start
        around = words.search(line.text, begin, verb)
        if around and (rule not in ("begun", "to come") or shape in ("base", "promise")):
            return None if status is None else (rule, status, around.start())
    return None if shape == "base" else (str(shape), _BY_FORM[str(shape)], verb)


#: What a form of a verb tells where nothing governs it.
_BY_FORM = {
    "past": Status.COMPLETED,
    "ing": Status.ONGOING,
    "now": Status.ONGOING,
    "promise": Status.AGREED,
    "more": Status.AGREED,
    "offer": Status.PROPOSED,
}
_SIGN = re.compile(r"[\ue005\ue006]")


def _asked(line: Line, head: int, verb: int) -> tuple[Agent, ...]:
    """Whom somebody asks to give: "urged Germany to deliver"."""
    found = (party_at(line, sign.start()) for sign in _SIGN.finditer(line.text, head, verb))
    return tuple(party for party in found if party)[:1]


def _also(line: Line, gift: Gift, place: int) -> Iterator[Gift]:
    """Further donors of the list, whose verb is left out."""
    for _ in range(_MOST):
        also = ALSO.match(line.text, place)
        donor = party_at(line, also.start("d")) if also else None
        if also is None or donor is None or donor in gift.donors:
            return
        items = Stretch(*also.span("what"))
        words = Stretch(also.start("d"), also.end("what"))
        yield gift._replace(donors=(donor,), words=words, items=items, rule=f"{gift.rule}, also")
        place = also.end("what")
