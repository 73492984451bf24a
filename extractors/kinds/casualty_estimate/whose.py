"""Whose losses a toll tells of: by adjective, by who suffered them, by where they fell, of all."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from extractors.kinds.casualty_estimate import words
from extractors.kinds.casualty_estimate.held import foe, side_of_held
from extractors.kinds.casualty_estimate.tolls import Toll, reach_of, size
from extractors.parsing.document import Document
from extractors.parsing.line import Line, Side
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form, NameType
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

ALL = "all"


class Told(NamedTuple):
    """Tolls with their sides that were read before in the article."""

    toll: Toll
    side: Side


def side_of(document: Document, toll: Toll, earlier: Sequence[Told]) -> Side | None:
    """The side whose people a toll counts; None where the words do not say."""
    for rule in RULES:
        if side := rule(document, toll, earlier):
            return side
    return None


def _actors(line: Line, stretch: Stretch) -> list[tuple[int, Side]]:
    """Actors as the words name them: "Palestinians" are PSE, also beside Hamas."""
    return [
        (place, Side(actor=name.actor, span=name.span))
        for place, name in line.tape.annotations(*stretch)
        if isinstance(name, Name) and name.type is NameType.ACTOR and name.actor
    ]


_HOLDER = re.compile(r"\b(?:in|by|from|against|to|inside) (?:the )?\Z")
_HOLDER_AFTER = re.compile(
    r"(?:'s)?(?: \w+)? (?:captivity|custody|detention|prisons?|jails?|attacks?|strikes?|offensive"
    r"|campaign|operation|bombardment|bombing|shelling|fire|hands|airstrikes|forces in)\b"
)


def _by_adjective(_document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "46,000 Ukrainian soldiers", "the Palestinian death toll", "Russia's losses"."""
    text = toll.line.text
    end = toll.stretch.end
    before = Stretch(max(toll.clause.start, toll.stretch.start - 24), toll.stretch.start)
    for stretch in (Stretch(toll.place, end), toll.stretch, before):
        for place, side in _actors(toll.line, stretch):
            if stretch is before and toll.frame == "verb first":
                continue
            if stretch is before and not _OF_ITS.match(text[place + 1 : toll.stretch.start]):
                continue
            if _is_holder(text, place):
                continue
            if side.actor not in _THIRD:
                return side
    return None


def _is_holder(text: str, place: int) -> bool:
    """Whether an actor is who holds or strikes, not whose people they are."""
    before = _HOLDER.search(text, max(0, place - 12), place)
    return bool(before or _HOLDER_AFTER.match(text, place + 1))


#: "Russian combat losses", "Ukraine's own losses": what may stand between.
_OF_ITS = re.compile(
    r"(?:'s)?(?: (?:own|total|military|combat|battlefield|war|army's|army|forces')){0,5} \Z"
)
_THIRD = frozenset({"un", "nato", "eu", "icrc"})


_LOSSES_AT = pattern(
    r"(?P<a>{actor})(?:'s)? (?:[\w-]+ ){0,3}?(?:losses|casualties|death toll"
    r"|toll|dead)\b[^.;{count}]{0,60}\Z"
)


def _by_losses(_document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "put Ukraine's losses in the region at 76,000 killed and wounded"."""
    text = toll.line.text
    match = _LOSSES_AT.search(text, max(0, toll.place - 120), toll.place)
    if match is None:
        return None
    return dict(_actors(toll.line, Stretch(*match.span("a")))).get(match.start("a"))


_OF_THEM = re.compile(r" of (?:them|whom|those)\b")


def _of_them(_document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "15,000 North Koreans were sent, and 4,700 of them were killed or wounded"."""
    if not _OF_THEM.match(toll.line.text, toll.place + 1):
        return None
    people = [
        side
        for place, side in _actors(toll.line, Stretch(0, toll.place))
        if toll.line.text[max(0, place - 2) : place] == "\ue000 "
    ]
    return people[-1] if people else None


def _both(_document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "on both sides", "Russian and Ukrainian soldiers"."""
    if toll.frame == "two sides" or toll.measure == "captured":
        return None
    match = words.BOTH_SIDES.search(toll.line.text, *reach_of(toll)) or _TWO.search(
        toll.line.text, toll.place, toll.stretch.end + 12
    )
    if not match:
        return None
    return Side(actor=ALL, span=toll.line.tape.span(*match.span()))


_TWO = pattern(r"{actor} and (?:the )?{actor}|\bcombined\b")
_SUFFERS = re.compile(
    r"(?:'s)?(?:, (?:according to|says|said) [^,;]{1,60},)?(?: (?:has|have|had|may|likely"
    r"|probably|also|already|now|reportedly|allegedly"
    r"|together|forces?|army|troops|military|side|armed|so|far|itself|alone|is|are|estimated"
    r"|believed|thought|said|to|lately|invading|ground)){0,8} (?:los(?:t|es|ing)|suffer(?:ed|s"
    r"|ing)?|sustain(?:ed|s|ing)?|incur(?:red|s)?|absorb(?:ed|s)?|pass(?:es|ed)|reach(?:es|ed)"
    r"|confirmed|acknowledged|admitted|taken|seen|endured|record(?:ed)?|had)\b"
)


def _by_sufferer(_document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "Russia has suffered more than a million casualties"."""
    before = Stretch(max(0, toll.place - 110), toll.place)
    for place, side in reversed(_actors(toll.line, before)):
        match = _SUFFERS.match(toll.line.text, place + 1, toll.place)
        if match and side.actor not in _THIRD:
            return side
    return None


def _by_subject_of_its_own(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "India put its own losses at 21", "said it had lost 600 men", "our losses"."""
    text = toll.line.text
    own = _OWN.search(text, toll.clause.start, toll.stretch.end)
    if own is None:
        return None
    subjects = _actors(toll.line, Stretch(0, own.start()))
    if subjects:
        return subjects[-1][1]
    return _of_speaker(document, toll)


_OWN = re.compile(
    r"\b(?:its|our|their) (?:own )?(?:\w+ )?(?:losses|casualties|dead|death toll|soldiers|troops"
    r"|men|fallen|forces|people|citizens|civilians|nationals)\b|\b(?:it|we|they) (?:had |have "
    r"|has )?(?:lost|suffered|sustained)\b"
)


def _of_speaker(document: Document, toll: Toll) -> Side | None:
    speakers = {hop.name: hop for hop in toll.line.attribution(toll.place)}
    for line in document.lines:
        for _, name in line.names(NameType.PERSON):
            if name.name in speakers and name.actor:
                return Side(actor=name.actor, span=speakers[name.name].span)
    return None


_MINISTRY = re.compile(
    r"\b(?:health ministry|ministry of health|health (?:officials|authorities))\b"
)


def _by_place(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "killed in Gaza", "the war in Sudan has killed": the people of the place."""
    if toll.population == "military":
        return None
    whole = tuple(toll.line.tape.annotations())
    after = tuple(one for one in whole if one[0] > toll.place)
    for place, name in (*after, *whole):
        if not isinstance(name, Name) or not name.actor or name.actor.islower():
            continue
        if name.type not in (NameType.PLACE, NameType.ACTOR) or name.form is Form.DEMONYM:
            continue
        named = _IN.search(toll.line.text, max(0, place - 16), place) or _ITS_WAR.match(
            toll.line.text, place + 1
        )
        struck = _STRUCK.search(toll.line.text, max(0, place - 40), place)
        if named and (struck or _of_place(document, toll, name.actor)):
            return Side(actor=name.actor, span=name.span)
    return None


_IN = re.compile(
    r"\b(?:in|across|inside|throughout)(?: (?:the|eastern|northern|southern|western|restive"
    r"|war-torn)){0,3} \Z"
)

#: "the toll of the strikes across Iran".
_STRUCK = re.compile(r"\b(?:(?:air)?strikes|attacks|bombing|shelling) (?:across|in) (?:the )?\Z")
_ITS_WAR = re.compile(r"'s (?:[\w-]+ ){0,2}?(?:war|conflict|insurgency|fighting)\b")


#: "killed 627 people in Iran"; so many as at a front are soldiers of both sides.
_KILLED_IN = re.compile(r".? (?:people |and \w+ )?in [\ue005\ue007]")
_FRONT = 50_000


def _of_place(document: Document, toll: Toll, actor: str) -> bool:
    """Between two states a place tells the dead of civilians, or of some that fell right there."""
    if _KILLED_IN.match(toll.line.text, toll.stretch.end - 1) or toll.frame == "and so many":
        return size(toll) < _FRONT
    between_states = any(
        document.at_war(actor, other.actor) and other.actor.isupper()
        for line in document.lines
        for other in line.sides
    )
    return not between_states or toll.population == "civilian"


_ATTACKER = pattern(
    r"(?P<a>{actor})(?:'s)? (?:[\w-]+ ){0,2}?(?:aggression|offensive|campaign|war|bombardment"
    r"|assault"
    r"|strikes|attacks|genocide|operation)\b"
)


def _by_attacker(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "The toll of the Israeli aggression": the people of the group that is attacked."""
    for match in _ATTACKER.finditer(toll.line.text):
        for _, attacker in _actors(toll.line, Stretch(*match.span("a"))):
            other = foe(document, attacker)
            group = any(one.actor.islower() for one in document.dyad or ())
            if other and group and toll.population != "military":
                return other
    return None


def _by_ministry(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """A health ministry counts the dead of its own territory."""
    for _, name in toll.line.tape.annotations():
        if isinstance(name, Name) and name.actor == "PSE":
            return Side(actor="PSE", span=name.span)
    for match in _MINISTRY.finditer(toll.line.text):
        if any(side.actor == "hamas" for _, side in toll.line.actors) or _in_gaza(document):
            return Side(actor="PSE", span=toll.line.tape.span(*match.span()))
    return None


def _in_gaza(document: Document) -> bool:
    pair = document.dyad
    return bool(pair) and {side.actor for side in pair or ()} == {"ISR", "hamas"}


def _as_before(_document: Document, toll: Toll, earlier: Sequence[Told]) -> Side | None:
    """ "and 380,000 wounded": the side of the toll right before."""
    if not earlier:
        return None
    last = earlier[-1]
    same = last.toll.line is toll.line and last.toll.measure != toll.measure
    goes_on = bool(_GOES_ON.match(toll.line.text)) and (
        0 <= toll.line.sentence.span.start - last.toll.line.sentence.span.end <= 2
    )
    return last.side if same or goes_on else None


_GOES_ON = re.compile(
    r"(?:another|a further|at least|more than|some|about|over|around|nearly)? ?\ue000"
    r"|of these|the (?:number|figure|total|toll)"
    r"|.{0,60}\b(?:the|this|that) (?:number|figure|total|toll) includ"
    r"|.{0,140}\b(?:estimat\w+|puts?)\b.{0,30}\bthe (?:actual |real |true |overall )?"
    r"(?:death toll|toll|figure|number)\b"
)


_MILITANTS = re.compile(r"\b(?:militants|terrorists|rebels|insurgents|gunmen|guerrillas)\b")


def _of_the_group(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "The army says 15,000 militants have been killed": of the article's group."""
    militants = _MILITANTS.search(toll.line.text, *toll.stretch)
    groups = [side for side in document.dyad or () if side.actor.islower()]
    if not militants or len(groups) != 1:
        return None
    return Side(actor=groups[0].actor, span=toll.line.tape.span(*militants.span()))


_ENEMY = re.compile(r"\b(?:the )?enemy(?:'s)?\b")


def _of_the_enemy(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "The losses of the enemy", as an army tells them: its foe's."""
    enemy = _ENEMY.search(toll.line.text, *toll.stretch)
    pair = document.dyad
    if enemy is None or pair is None or not document.at_war(*(side.actor for side in pair)):
        return None
    telling = {side.actor for side in toll.line.sides} & {side.actor for side in pair}
    foes = [side for side in pair if side.actor not in telling]
    span = toll.line.tape.span(*enemy.span())
    return Side(actor=foes[0].actor, span=span) if len(foes) == 1 else None


def _by_who_counts(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "India said that 15 civilians and five soldiers died": its own, if it names no other."""
    if toll.frame == "verb first" or toll.measure == "captured":
        return None
    before = Stretch(reach_of(toll).start, toll.place)
    named = [side for _, side in _actors(toll.line, before)]
    spans = [hop.span for hop in toll.line.attribution(toll.place)]
    whole = _actors(toll.line, Stretch(0, len(toll.line.text)))
    speaking = [
        side
        for place, side in whole
        if any(side.span.overlaps(span) for span in spans)
        or _ITS_MINISTRY.match(toll.line.text, place + 1)
    ]
    if len(named) > 1 or {side.actor for side in named} - {side.actor for side in speaking}:
        return None
    states = [side for side in speaking if side.actor.isupper() and _fights(document, side)]
    return states[0] if len(states) == 1 else None


_ITS_MINISTRY = re.compile(r"'s (?:health|defen[cs]e|interior) ministry\b")


def _fights(document: Document, side: Side) -> bool:
    """Whether a side fights another side of the article."""
    return any(document.at_war(side.actor, other.actor) for other in document.dyad or ())


def _of_all(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "The war of the two has killed hundreds of thousands": of all sides together."""
    if not (document.fighting(toll.line) or _is_of_the_article(document, toll)):
        return None
    for rule in (words.WAR_KILLED, words.IN_WAR):
        if match := rule.search(toll.line.text, *reach_of(toll)):
            return Side(actor=ALL, span=toll.line.tape.span(*match.span()))
    since = words.SINCE.search(toll.line.text, *reach_of(toll))
    if (since or size(toll) >= _OF_A_WAR) and _is_of_the_article(document, toll):
        return Side(actor=ALL, span=toll.line.tape.span(*toll.words))
    return None


def _is_of_the_article(document: Document, toll: Toll) -> bool:
    """Whether a great toll of people in "the war" is that of the war of the article's two sides."""
    pair = document.dyad
    if pair is None or toll.population is not None or size(toll) < _GREAT:
        return False
    actors = [side.actor for side in pair]
    return document.at_war(*actors) and "ISR" not in actors  # there one side's dead are meant


_GREAT = 1000
_OF_A_WAR = 10_000  # so many fall in no part of one


def _of_the_held(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """People without an adjective belong to the foe of who holds them."""
    return side_of_held(document, toll)


Rule = Callable[[Document, Toll, Sequence[Told]], Side | None]
RULES: tuple[Rule, ...] = (
    _both,
    _of_the_enemy,
    _by_adjective,
    _by_sufferer,
    _by_losses,
    _of_them,
    _by_subject_of_its_own,
    _of_the_held,
    _as_before,
    _by_place,
    _by_ministry,
    _by_attacker,
    _of_the_group,
    _by_who_counts,
    _of_all,
)
