"""Who sets an ultimatum and who is to obey, by the frame that it was found in."""

from __future__ import annotations

import re
from itertools import islice

from extractors.kinds.ultimatum.cues import BY, ELSE, PASSIVE, STRUCK, TAIL, TELLER, TOLD
from extractors.kinds.ultimatum.meant import captor, one_opponent, vague_target
from extractors.kinds.ultimatum.needs import CONDITIONS, SAID
from extractors.kinds.ultimatum.parties import (
    Cast,
    Party,
    listed,
    party_at,
    person_before,
    speaker_at,
    subject_before,
)
from extractors.kinds.ultimatum.terms import OF_A_GROUP
from extractors.kinds.ultimatum.time import Found
from extractors.kinds.ultimatum.told import all_told, reconciled, told_what, under_snapback
from extractors.kinds.ultimatum.words import PAIR
from extractors.parsing.names import Name
from extractors.parsing.parties import carried_over
from extractors.parsing.tape import SIGNS, pattern

_MOST = 6  # parties of one list


def issuers_of(cast: Cast, found: Found) -> tuple[Party, ...]:
    """Who sets it: named in the frame, the subject of its verb, or who says so."""
    line, place = found.line, found.place("i")
    if place is not None:
        return tuple(islice(listed(line, place), _MOST))
    if found.place("p") is not None:
        person = person_before(cast, line, found.match.start())
        return (person,) if person else ()
    place = found.place("q")
    if place is not None:
        party = party_at(line, place) if line.text[place] in SIGNS.values() else None
        party = party or person_before(cast, line, place)
        return (party,) if party else ()
    return _named_beside(cast, found)


def _named_beside(cast: Cast, found: Found) -> tuple[Party, ...]:
    """Who sets it where the frame itself does not say: the speaker, the doer, the subject."""
    line = found.line
    if found.rule == "was set for":
        return _others_before(found)
    if found.rule in SAID:
        by = BY.search(line.text, found.match.end())
        party = party_at(line, by.start("i")) if by else None
        party = party or speaker_at(cast, line, found.match.start()) or _teller(found)
        told = found.place("t")
        target = party_at(line, told) if told is not None and not party else None
        return (party,) if party else cast.other_side(target) if target else ()
    if found.rule == "by then or else" and PASSIVE.search(line.text, 0, found.match.start()):
        return ()
    if agents := _carried_over(cast, found):
        return agents
    if found.rule in CONDITIONS and (doers := _doers(cast, found)):
        return doers
    verb = found.rule not in CONDITIONS and found.rule != "by then or else"
    return (
        _by_speech(cast, found)
        or subject_before(cast, line, found.match.start(), verb=verb)
        or _at_the_end(found)
    )


def _carried_over(cast: Cast, found: Found) -> tuple[Party, ...]:
    """'They warned …' at the head of a paragraph: who opened the sentence before."""
    agent = carried_over(cast.document, found.line, found.match.start())
    return (Party(agent.actor, agent.person, agent.span),) if agent else ()


def _others_before(found: Found) -> tuple[Party, ...]:
    """'The leaders of X met, and an ultimatum was issued to Y': X, named last before."""
    for place, _ in reversed(found.line.actors):
        if place < found.match.start() and (party := party_at(found.line, place)):
            return (party,)
    return ()


def _teller(found: Found) -> Party | None:
    """'The head of X said on Sunday that Y must …': a speaker whom only his side names."""
    told = TELLER.search(found.line.text, 0, found.match.start())
    return party_at(found.line, told.start("i")) if told else None


def _at_the_end(found: Found) -> tuple[Party, ...]:
    """'…, France, Britain and Germany warned'."""
    tail = TAIL.search(found.line.text, found.match.end())
    return tuple(islice(listed(found.line, tail.start("i")), _MOST)) if tail else ()


def _by_speech(cast: Cast, found: Found) -> tuple[Party, ...]:
    """Of "Trump said Hamas must …" the speaker sets it; of "Trump gave …" the subject."""
    if found.rule not in _SPOKEN:
        return ()
    party = speaker_at(cast, found.line, found.match.start())
    return (party,) if party else ()


_SPOKEN = CONDITIONS | {
    "must or else",
    "must, else after",
    "either or",
    "a choice",
    "imperative or else",
}


def targets_of(cast: Cast, found: Found, issuers: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who is to obey: named in the frame, "them", whoever holds the hostages."""
    line, text, issuer = found.line, found.line.text, issuers[0]
    place = found.place("t", "t2")
    if place is not None and not OF_A_GROUP.match(text, place + 1):
        return tuple(islice(listed(line, place), _MOST))
    if target := _of_place(found, issuer):
        return target
    vague = found.place("v", "v2")
    if vague is not None:
        words = found.match["v"] if found.match.groupdict().get("v") else found.match["v2"]
        if _PAIR.match(words):
            pair = cast.document.dyad or ()
            return tuple(Party(side.actor, None, line.tape.span(vague, vague + 4)) for side in pair)
        party = told_what(found, issuer) or vague_target(cast, line, vague, words, issuer)
        return (party,) if party else ()
    held = found.place("g", "g2")
    if held is not None:
        return _defenders(cast, found, held, issuer)
    if found.rule in CONDITIONS or _CAPTIVES.search(text):
        return (
            _holders_of_captives(cast, found, issuer)
            or _struck(found, issuer)
            or reconciled(found, issuer)
            or all_told(found, issuer)
            or under_snapback(cast, found)
            or _only_other(found, issuer)
        )
    if found.rule in ("deadline by", "deadline he set"):
        return _only_other(found, issuer) or _refuser(cast, found, issuer) or cast.only_target()
    pressed = _pressed(found, issuers)
    if pressed or not (found.time or ELSE.search(text)):
        return pressed
    opponent = one_opponent(cast, line, issuer)
    return (opponent,) if opponent else ()


_PAIR = pattern(PAIR)


def _of_place(found: Found, issuer: Party) -> tuple[Party, ...]:
    """'Niger's putschists', and the "you" of a message to somebody."""
    line, place = found.line, found.place("j", "j2")
    name = line.tape.at(place) if place is not None else None
    if isinstance(name, Name) and name.actor:
        return (Party(name.actor, None, name.span),)
    if found.place("y", "y2") is None:
        return ()
    told = _MESSAGE.search(line.text, found.match.end())
    party = party_at(line, told.start("t")) if told else None
    return (party,) if party and party.actor != issuer.actor else ()


_MESSAGE = re.compile(
    r"\b(?:message|letter|statement|address|appeal|warning|speaking|told|said)(?: to)? (?:the )?"
    r"(?:[\w-]+ ){0,2}?(?P<t>[\ue005\ue006])"
)


def _defenders(cast: Cast, found: Found, place: int, issuer: Party) -> tuple[Party, ...]:
    """'the defenders of Mariupol': those of the town's own state, unless that sets the deadline."""
    name = found.line.tape.at(place)
    state = name.actor if isinstance(name, Name) else None
    if state and cast.document.at_war(state, issuer.actor):
        return (Party(state, None, found.line.tape.span(place, place + 1)),)
    opponent = one_opponent(cast, found.line, issuer)
    return (opponent,) if opponent else ()


def _holders_of_captives(cast: Cast, found: Found, issuer: Party) -> tuple[Party, ...]:
    held = _CAPTIVES.search(found.line.text)
    party = captor(cast, found.line, held.start(), held.group(), issuer) if held else None
    return (party,) if party else ()


_CAPTIVES = re.compile(r"\b(?:hostages?|captives)\b")


def _struck(found: Found, issuer: Party) -> tuple[Party, ...]:
    """'will resume attacks on X unless …': whom the threat would hit."""
    rules = (STRUCK, TOLD) if found.rule == "if no deal" else (STRUCK,)
    for rule in rules:
        for match in islice(rule.finditer(found.line.text), _MOST):
            party = party_at(found.line, match.start("t"))
            if party and party.actor != issuer.actor:
                return (party,)
    return ()


def _only_other(found: Found, issuer: Party) -> tuple[Party, ...]:
    """'Niger's rulers closed the skies before an ultimatum from ECOWAS ran out': the one other."""
    others = {
        side.actor: (place, side)
        for place, side in reversed(found.line.actors)
        if side.actor != issuer.actor and not _A_TIME.match(found.line.text, place + 1)
    }
    if len(others) != 1:
        return ()
    ((place, side),) = others.values()
    near = place < found.match.start() or _ENDS.search(found.line.text)
    return (Party(side.actor, None, side.span),) if near else ()


_ENDS = re.compile(r"\b(?:expir\w+|r[au]ns? out|lapse[sd]?|pass(?:es|ed)|looms?)\b")
_REFUSES = re.compile(
    r"\b(?:reject|dismiss|ignor|def(?:y|i)|spurn|rebuff|heed|met|miss|brush)\w*(?: aside| off)?"
    r"(?: an?| the)? (?:[\w-]+ ){0,2}\Z"
)


def _refuser(cast: Cast, found: Found, issuer: Party) -> tuple[Party, ...]:
    """'X rejected a 24-hour ultimatum from Y': the subject of the verb before."""
    refuses = _REFUSES.search(found.line.text, 0, found.match.start())
    subjects = subject_before(cast, found.line, refuses.start()) if refuses else ()
    return tuple(one for one in subjects[:1] if one.actor != issuer.actor)


_A_TIME = re.compile(r" time\b")  # "at 10 p.m. Yemen time"
_PRESSED = re.compile(
    r"\b(?:to|told|on|for|against|warned|pressed|ultimatum to|deadline for|that)(?: the| his| its)?"
    r"(?: [\w-]+){0,2}? (?P<t>[\ue005\ue006])"
)


def _pressed(found: Found, issuers: tuple[Party, ...]) -> tuple[Party, ...]:
    """The last party that words point at: "threat that he would slap tariffs on X"."""
    own = {issuer.actor for issuer in issuers}
    for match in reversed(list(_PRESSED.finditer(found.line.text))):
        party = party_at(found.line, match.start("t"))
        if party and party.actor not in own and match.start() < found.match.end():
            return (party,)
    return ()


_WILL = re.compile(
    r"\b(?:will|would|might|could)\b(?! (?:also )?(?:face|suffer|risk|pay|incur|lose)\b)|'ll\b"
    r"|\b(?:threat|vow|pledg|promis)\w*|\bwarn\w* of\b"
)


def _doers(cast: Cast, found: Found) -> tuple[Party, ...]:
    """Who would act: the subject of "will impose", "has threatened to"."""
    text, start = found.line.text, found.match.start()
    here = _WILL.match(text, start)
    before = [here] if here else list(_WILL.finditer(text, 0, start))
    will = before[-1] if before else _WILL.search(text, found.match.end())
    finite = will is not None and not will.group().endswith("ing")
    doers = subject_before(cast, found.line, will.start(), verb=finite) if will else ()
    place = found.place("t") if here is None and not before else None
    told = party_at(found.line, place) if place is not None else None
    doers = tuple(one for one in doers if told is None or one.actor != told.actor)
    said = _by_speech(cast, found)
    return said if said and (not doers or said[0].actor == doers[0].actor) else doers


def is_own_threat(cast: Cast, found: Found, issuer: Party, targets: tuple[Party, ...]) -> bool:
    """Whether the issuer says so himself: "Zelensky said Russia would strike" threatens nobody."""
    said = _by_speech(cast, found)
    if found.rule == "warned if" and not said:
        return True
    if not said or said[0].actor == issuer.actor:
        return bool(said or _doers(cast, found))
    return said[0].actor not in {target.actor for target in targets}
