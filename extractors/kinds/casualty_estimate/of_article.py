"""The side of a toll as its article tells it: where they fell, who struck, who counts, all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from extractors.kinds.casualty_estimate import words
from extractors.kinds.casualty_estimate.held import foe
from extractors.kinds.casualty_estimate.over_time import DAYS_OF
from extractors.kinds.casualty_estimate.told import ALL, Told, actors_in
from extractors.kinds.casualty_estimate.toll import Toll, reach_of, size
from extractors.parsing.document import Document
from extractors.parsing.line import Side
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form, NameType
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern


def by_place(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "killed in Gaza", "the war in Sudan has killed": the people of the place."""
    fronted = words.FRONTED_LAND.match(toll.line.text)
    if toll.measure == "captured" or (toll.population == "military" and not fronted):
        return None
    whole = tuple(toll.line.tape.annotations())
    after = tuple(one for one in whole if one[0] > toll.place)
    for place, name in (*after, *whole):
        if not isinstance(name, Name) or not name.actor or name.actor.islower():
            continue
        if name.type not in (NameType.PLACE, NameType.ACTOR) or name.form is Form.DEMONYM:
            continue
        if _is_far_city(document, name):
            continue
        if _MEANWHILE.search(toll.line.text, min(toll.stretch.end, place), place):
            continue
        apart = sorted((place, toll.place))
        if _WAGES.match(toll.line.text, place + 1) or ";" in toll.line.text[slice(*apart)]:
            continue
        if _SINCE_BLOW.search(toll.line.text, max(0, place - 90), place):
            continue
        named = _IN.search(toll.line.text, max(0, place - 50), place) or _ITS_WAR.match(
            toll.line.text, place + 1
        )
        struck = _STRUCK.search(toll.line.text, max(0, place - 40), place)
        struck = struck or _TOLL_IN.search(toll.line.text, max(0, place - 24), place)
        if named and (struck or _of_place(document, toll, name.actor)):
            return Side(actor=name.actor, span=name.span)
    return None


def _is_far_city(document: Document, name: Name) -> bool:
    """ "Signed in Washington to end fighting that has killed thousands", "…, he said in Doha"."""
    city = name.form is Form.CAPITAL or name.detail == "city"
    return city and name.actor not in document.sides_of_wars


_IN = re.compile(
    r"\b(?:in|across|inside|throughout|(?:parts|much|swathes|regions|areas) of)"
    r"(?: (?:the|eastern|northern|southern|western|restive"
    r"|war-torn)){0,3} (?:(?:(?!(?:fighting|war|conflict|clashes|attacks?|strikes?|wake|between"
    r"|with|against|by)\b)[a-z]+|\ue005|\ue007) ){0,2}"
    r"(?:(?:cit(?:y|ies)|towns?|regions?|provinces?|areas?|districts?|camps?) of )?\Z"
)

#: "the toll of the strikes across Iran".
_STRUCK = re.compile(r"\b(?:(?:air)?strikes|attacks|bombing|shelling) (?:across|in) (?:the )?\Z")
_TOLL_IN = re.compile(r"\btoll in (?:the )?\Z")
#: "in Russia's invasion": of who wages it.
_WAGES = re.compile(r"'s (?:[\w-]+ ){0,2}?(?:invasion|offensive|aggression|bombardment|assault)\b")
#: "since Hamas launched its assault in southern Israel": where the war began.
_SINCE_BLOW = re.compile(
    r"\bsince [^.;]{1,60}\b(?:assault|attack(?:s|ed)?|raid|incursion|massacre|stormed)\b"
    r"[^.;]{0,20}\Z"
)
_ITS_WAR = re.compile(r"'s (?:[\w\ue000\ue002-]+ ){0,4}?(?:war|conflict|insurgency|fighting)\b")


#: "as negotiations took place in Qatar": not where people fell.
_MEANWHILE = re.compile(r"\b(?:as|while|talks|negotiations|meeting)\b")
#: "killed 627 people in Iran"; so many as at a front are soldiers of both sides.
_KILLED_IN = re.compile(r".? (?:people |and \w+ )?in [\ue005\ue007]")
_FRONT = 50_000


def _of_place(document: Document, toll: Toll, actor: str) -> bool:
    """Between two states a place tells the dead of civilians, or of some that fell right there."""
    if toll.measure == "missing" or words.FRONTED_LAND.match(toll.line.text):
        return True
    if _KILLED_IN.match(toll.line.text, toll.stretch.end - 1) or toll.frame == "and so many":
        few = size(toll) < _FRONT or toll.population == "civilian"
        return few or not _between_states(document, actor)
    return toll.population == "civilian" or not _between_states(document, actor)


def _between_states(document: Document, actor: str) -> bool:
    return any(
        document.at_war(actor, other.actor) and other.actor.isupper()
        for line in document.lines
        for other in line.sides
    )


_ATTACKER = pattern(
    r"(?P<a>{actor})(?:'s)? (?:[\w-]+ ){0,2}?(?:aggression|offensive|campaign|war|bombardment"
    r"|assault"
    r"|strikes|attacks|genocide|operation"
    r"|(?:forces|troops|army|military|fire)(?= (?:has |have )(?:\w+ )?(?:killed|wounded"
    r"|injured)))\b"
)


_ATTACKED = pattern(
    r"\b(?:attacks|strikes|airstrikes|war|offensive|assault|bombardment|campaign) (?:on|against)"
    r" (?:the )?(?P<a>[{actor}{place}])[^.;,]{0,60}?\b(?:kill|claim|left|wound|injur)"
)


def by_attacked(_document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "Israeli attacks on Lebanon have killed 4,000 people": the people of the land attacked."""
    match = _ATTACKED.search(toll.line.text)
    name = toll.line.tape.at(match.start("a")) if match and toll.population != "military" else None
    if not isinstance(name, Name) or not name.actor:
        return None
    return Side(actor=name.actor, span=name.span)


def by_attacker(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "The toll of the Israeli aggression": the people of the group that is attacked."""
    for match in _ATTACKER.finditer(toll.line.text):
        for _, attacker in actors_in(toll.line, Stretch(*match.span("a"))):
            other = foe(document, attacker)
            group = any(one.actor.islower() for one in document.dyad or ())
            if other and group and toll.population != "military":
                return other
    return None


_MILITANTS = re.compile(r"\b(?:militants|terrorists|rebels|insurgents|gunmen|guerrillas)\b")


def of_the_group(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "The army says 15,000 militants have been killed": of the article's group."""
    militants = _MILITANTS.search(toll.line.text, *toll.stretch)
    groups = [side for side in document.dyad or () if side.actor.islower()]
    if not militants or len(groups) != 1:
        return None
    return Side(actor=groups[0].actor, span=toll.line.tape.span(*militants.span()))


_ENEMY = re.compile(r"\b(?:the )?enemy(?:'s)?\b")
#: "The enemy has lost about".
_ENEMY_LOST = re.compile(
    r"\bthe enemy(?: (?:has|have|had|already|also|so far)){0,3} (?:lost|suffered|sustained)\b"
    r"(?: a total of)? ?\Z"
)


def of_the_enemy(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "The losses of the enemy", as an army tells them: its foe's."""
    enemy = _ENEMY.search(toll.line.text, *toll.stretch) or _ENEMY_LOST.search(
        toll.line.text, max(0, toll.place - 60), toll.place
    )
    pair = document.dyad
    if enemy is None or pair is None or not document.at_war(*(side.actor for side in pair)):
        return None
    telling = {side.actor for side in toll.line.sides} & {side.actor for side in pair}
    foes = [side for side in pair if side.actor not in telling]
    span = toll.line.tape.span(*enemy.span())
    return Side(actor=foes[0].actor, span=span) if len(foes) == 1 else None


_INVADED = pattern(r"\b(?:invasion of|war against) (?:the )?{actor}")


def of_the_invaded(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """Civilians of a war of two states, of which the sentence tells who was invaded."""
    if not _of_civilians(toll):
        return None
    if match := _INVADED.search(toll.line.text):
        named = actors_in(toll.line, Stretch(*match.span()))
        return named[-1][1] if named else None
    return _invaded_in(document, toll)


def _of_civilians(toll: Toll) -> bool:
    """Civilians, or a toll of "the deadliest month for civilians"."""
    before = toll.line.text[reach_of(toll).start : toll.place]
    return toll.population == "civilian" or (
        toll.population is None and before.count(" for civilians") > 0
    )


def _invaded_in(document: Document, toll: Toll) -> Side | None:
    """Whom the article tells as invaded, where the sentence names no other side of the war."""
    for line in document.lines:
        for match in islice(_INVADED.finditer(line.text), 1):
            for _, side in actors_in(line, Stretch(*match.span()))[-1:]:
                foes = (one for _, one in toll.line.actors if one.actor != side.actor)
                apart = any(document.at_war(side.actor, one.actor) for one in foes)
                return None if apart else side
    return None


def of_the_country(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """Civilians, where the article's war is that of a state with a group of its own."""
    pair = document.dyad
    if pair is None or toll.population != "civilian":
        return None
    homes = {document.home_of(side.actor): side for side in pair if side.actor.islower()}
    states = [side for side in pair if side.actor in homes]
    if len(states) != 1 or not document.at_war(*(side.actor for side in pair)):
        return None
    return Side(actor=states[0].actor, span=toll.line.tape.span(*toll.words))


def of_all(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "The war of the two has killed hundreds of thousands": of all sides together."""
    if toll.measure == "missing" or (toll.population is None and _of_civilians(toll)):
        return None  # of whom, is seldom said beside it
    if days := _days_of_two_states(document, toll):
        return Side(actor=ALL, span=toll.line.tape.span(*days.span()))
    if not (document.fighting(toll.line) or _is_of_the_article(document, toll)):
        return None
    suffered = words.SUFFERED.search(toll.line.text, toll.clause.start, toll.place)
    if suffered and toll.frame != "toll at":
        return None  # by somebody whom the words name otherwise
    for rule in (words.WAR_KILLED, words.IN_WAR):
        if match := rule.search(toll.line.text, *reach_of(toll)):
            return Side(actor=ALL, span=toll.line.tape.span(*match.span()))
    since = words.SINCE.search(toll.line.text, *reach_of(toll)) or _of_the_war(toll)
    if since and _is_of_the_article(document, toll):
        return Side(actor=ALL, span=toll.line.tape.span(*toll.words))
    return None


def _days_of_two_states(document: Document, toll: Toll) -> re.Match[str] | None:
    """ "Four days of shelling killed 38 people", in an article on two states at war: of both, where
    no word says whose or where."""
    pair = document.dyad
    if pair is None or not all(side.actor.isupper() and side.actor != "ISR" for side in pair):
        return None
    reach = reach_of(toll)
    elsewhere = any(isinstance(one, Name) for _, one in toll.line.tape.annotations(*reach))
    if elsewhere or toll.population or not document.at_war(*(side.actor for side in pair)):
        return None
    return DAYS_OF.search(toll.line.text, *reach)


def _of_the_war(toll: Toll) -> bool:
    """ "The conflict is a disaster, says the UN, which counts 24,000 people killed": the one war
    that the sentence tells of, and nobody whose people they are."""
    text = toll.line.text
    people = _PEOPLE_KILLED.match(text, toll.place) and toll.measure == "killed"
    return bool(people and _THE_WAR.search(text, 0, toll.place)) and all(
        side.actor in ("un", *toll.line.third_parties) for _, side in toll.line.actors
    )


_PEOPLE_KILLED = re.compile(r"\ue000 (?:people|lives|deaths)\b")
_THE_WAR = re.compile(r"\bthe (?:war|conflict|fighting)\b")


def _is_of_the_article(document: Document, toll: Toll) -> bool:
    """Whether a great toll of people in "the war" is that of the war of the article's two sides."""
    pair = document.dyad
    if pair is None or toll.population is not None or toll.measure == "missing":
        return False
    if size(toll) < _GREAT and not _WEEKS_OF_WAR.search(toll.line.text, toll.place):
        return False
    actors = [side.actor for side in pair]
    return document.at_war(*actors) and "ISR" not in actors  # there one side's dead are meant


_GREAT = 1000
#: "in almost two weeks of fighting"
_WEEKS_OF_WAR = pattern(
    r"\b(?:in|over|after|during) (?:(?:almost|nearly|more than|over|about|some|the) ){0,2}"
    r"(?:{duration}|(?:weeks|months|years)) of (?:fighting|war|conflict|violence|clashes)\b"
)
