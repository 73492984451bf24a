"""Sides that a sentence names in a roundabout way: whose side, who killed or counts them, whose
civil war.

Known gap: a war whose country only an earlier sentence names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from extractors.kinds.casualty_estimate.held import foe
from extractors.kinds.casualty_estimate.told import Told, actors_in
from extractors.kinds.casualty_estimate.toll import Toll, reach_of
from extractors.parsing.document import Document
from extractors.parsing.line import Line, Side
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.patterns import Pattern
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

_MOST = 4  # wordings of a sentence that are looked at: bounds the work on hostile text


def on_a_side(_document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "On the Israeli side, 82 soldiers died"."""
    if toll.measure == "captured":
        return None
    found = _named(toll.line, _ON_SIDE, reach_of(toll))
    return found[0] if len(found) == 1 else None


_ON_SIDE = pattern(r"\b(?<!them )(?<!whom )(?:on|from) the (?P<a>{actor}) side\b")


def by_killer(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "6,200 civilians have been killed by the junta": of its foe, or of its own land."""
    if toll.measure not in ("killed", "wounded") or toll.population == "military":
        return None
    match = _KILLED_BY.match(toll.line.text, toll.stretch.end)
    for killer in _named(toll.line, _KILLED_BY, Stretch(*match.span())) if match else ():
        other = foe(document, killer)
        if other and other.actor.islower() and killer.actor.isupper():
            return killer  # the people of its own land, rebels or not
        home = document.home_of(killer.actor)
        return other or (Side(actor=home, span=killer.span) if home else None)
    return None


_KILLED_BY = pattern(r" (?:in [^,;.]{1,30} )?by (?:the )?(?P<a>{actor})")


def of_civil_war(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "The war between the Sudanese army and its rivals has killed thousands"."""
    if toll.population == "military" or toll.measure in ("captured", "missing"):
        return None
    found = _named(toll.line, _CIVIL_WAR, Stretch(0, toll.place))
    if len(found) != 1:
        return None
    home = document.foe_of(found[0].actor) if found[0].actor.islower() else found[0].actor
    return Side(actor=home, span=found[0].span) if home and home.isupper() else None


_CIVIL_WAR = pattern(
    r"(?P<of>{actor})(?:'s)? (?:[a-z-]+ ){0,2}?(?:civil war|insurgency|rebellion|uprising)\b"
    r"|(?:the|of) (?P<group>{actor}) conflict\b|"
    r"\b(?:war|conflict|fighting|clashes|violence) between (?:the )?(?P<a>{actor})(?:'s)?"
    r" (?:[a-z]+ ){0,2}?(?:army|military|government|armed forces|junta|state|regime)"
    r" and (?:an?|its|the|various|several|other)? ?(?:[a-z-]+ ){0,3}?(?:groups?|rebels|forces?"
    r"|militias?|insurgents|paramilitar\w+|guerrillas|militants|rivals?)\b"
)


def of_the_missions_land(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "The UN mission in Ukraine has verified 41,000 civilian casualties": of that land."""
    if toll.population == "military" or toll.measure in ("captured", "missing"):
        return None
    reported = toll.population == "civilian" and _IN_REPORT.search(toll.line.text)
    others = {side.actor for _, side in toll.line.actors if side.actor.isupper()}
    for line in document.lines if reported else (toll.line,):
        for _, name in line.names(NameType.ACTOR):
            home = document.home_of(name.actor) if name.actor and name.detail == "body" else None
            if home and _MISSION.search(document.article.text, *name.span):
                return Side(actor=home, span=name.span) if not others - {home} else None
    return None


#: "According to the report, 436 civilians were killed": of the land whose mission reports.
_IN_REPORT = re.compile(
    r"\b(?:the (?:report|mission|monitors|office|un)\b|un (?:monitors|experts|office)"
    r"|verified|documented|recorded)"
)
_MISSION = re.compile(r"Mission|Office|[A-Z]{5,}")


def _named(line: Line, rule: Pattern, reach: Stretch) -> list[Side]:
    return [
        side
        for match in islice(rule.finditer(line.text, *reach), _MOST)
        for _, side in actors_in(line, Stretch(*match.span(_group(match))))
    ]


def _group(match: re.Match[str]) -> str:
    """The group of a rule's wordings that names the side."""
    return next(name for name, said in match.groupdict().items() if said)


def own_soldiers(_document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "According to the Israeli army, 858 soldiers have been killed": its own."""
    text = toll.line.text
    if toll.frame != "count first" or not _OWN_MEN.match(text, toll.place):
        return None
    telling = _named(toll.line, _ARMY_TELLS, Stretch(0, toll.place))
    others = {side.actor for _, side in toll.line.actors} - {side.actor for side in telling}
    return telling[0] if len(telling) == 1 and not others else None


_OWN_MEN = pattern(r"{count} (?:soldiers|troops|service ?m[ae]n|reservists|officers)\b")
_ARMY = r"(?:army|military|defen[cs]e (?:ministry|forces?)|armed forces)"
_ARMY_TELLS = pattern(
    rf"\baccording to (?:[a-z]+ ){{0,4}}(?P<a>{{actor}})(?:'s)? {_ARMY}\b|(?P<of>{{actor}})(?:'s)?"
    rf" {_ARMY} (?:said|says|confirmed|announced|reported|acknowledged)\b"
)


def by_own_media(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "Iranian state media put the death toll at 627": of the land that is struck."""
    if toll.population == "military" or toll.measure in ("captured", "missing"):
        return None
    found = _named(toll.line, _MEDIA, Stretch(0, toll.place))
    foes = (side.actor for _, side in toll.line.actors)
    return found[0] if found and any(document.at_war(found[0].actor, foe) for foe in foes) else None


_MEDIA = pattern(
    r"(?P<a>{actor})(?:'s)? (?:(?:state|official|government) )?(?:media|television|tv|authorities"
    r"|officials) (?:has |have )?(?:put|puts|said|say|says|reported|report)\b"
)


def of_the_country(_document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "The Congolese prime minister said 7,000 had died in the east of the country": of the one
    state that the sentence names, people in its offices included."""
    if toll.population == "military" or toll.measure == "captured":
        return None
    if not _THE_COUNTRY.search(toll.line.text, *reach_of(toll)):
        return None
    named = {
        name.actor: Side(actor=name.actor, span=name.span)
        for _, name in toll.line.tape.annotations()
        if isinstance(name, Name) and name.actor and name.actor.isupper()
        if name.type in (NameType.ACTOR, NameType.PERSON)
    }
    return next(iter(named.values())) if len(named) == 1 else None


def civilians_as_before(_document: Document, toll: Toll, earlier: Sequence[Told]) -> Side | None:
    """ "In total, 664 civilians were killed": of the side whose civilians were told of."""
    told = {one.side.actor: one.side for one in earlier if one.toll.population == "civilian"}
    others = {side.actor for _, side in toll.line.actors} - {"un", *told}
    if toll.population != "civilian" or len(told) != 1 or others:
        return None
    return next(iter(told.values()))


def of_the_only_state(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "At least 740 civilians were killed in 2023", in an article that names one state alone."""
    states = {
        side.actor: side
        for line in document.lines
        for _, side in line.actors
        if side.actor.isupper()
    }
    if toll.population != "civilian" or toll.measure == "captured" or len(states) != 1:
        return None
    return next(iter(states.values()))


_THE_COUNTRY = re.compile(
    r"\b(?:in|across|throughout|of|around) the (?:(?:[a-z-]+ )?(?:country|nation)"
    r"|(?:restive )?(?:north|south|east|west)\w*)\b"
)
