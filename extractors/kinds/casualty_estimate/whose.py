"""Whose losses a toll tells of: by adjective, by who suffered them, by where they fell, of all."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extractors.kinds.casualty_estimate import of_article, of_counters, roundabout, words
from extractors.kinds.casualty_estimate.as_before import THERE, as_before
from extractors.kinds.casualty_estimate.contingents import of_those_sent
from extractors.kinds.casualty_estimate.frames import WORDS
from extractors.kinds.casualty_estimate.held import side_of_held
from extractors.kinds.casualty_estimate.own import by_subject_of_its_own
from extractors.kinds.casualty_estimate.told import ALL, Told, actors_in
from extractors.kinds.casualty_estimate.toll import Toll, reach_of
from extractors.parsing.document import Document
from extractors.parsing.line import Side
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern


def side_of(document: Document, toll: Toll, earlier: Sequence[Told]) -> Side | None:
    """The side whose people a toll counts; None where the words do not say."""
    for rule in _OF_ITSELF if toll.beside else RULES:
        if side := rule(document, toll, earlier):
            return side
    return side_of(document, toll.beside, earlier) if toll.beside else None


#: "100,000 dead Russian soldiers".
_DEAD_MEN = pattern(r" (?P<a>{actor})(?: {people}\b|(?=[.,;]|\Z))", WORDS)
_HOLDER = re.compile(r"\b(?:in|by|from|against|to|inside) (?:the )?\Z")
_HOLDER_AFTER = re.compile(
    r"(?:'s)?(?: \w+)? (?:captivity|custody|detention|prisons?|jails?|attacks?|strikes?|offensive"
    r"|campaign|operation|bombardment|bombing|shelling|fire|hands|airstrikes|forces in)\b"
    r"|(?:'s)?(?: (?:army|military|forces|navy|authorities|government|still|has|have|is|are|now"
    r"|been"
    r"|says|it|continues|to|admits)){0,4} (?:holds?|held|holding|detains|detaining|keeps?"
    r"|keeping)\b"
)


def _by_adjective(_document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "46,000 Ukrainian soldiers", "the Palestinian death toll", "Russia's losses"."""
    text = toll.line.text
    end = toll.stretch.end
    if dead := _DEAD_MEN.match(text, end):
        return dict(actors_in(toll.line, Stretch(*dead.span())))[dead.start("a")]
    before = Stretch(max(toll.clause.start, toll.stretch.start - 24), toll.stretch.start)
    for stretch in (Stretch(toll.place, end), toll.stretch, before):
        for place, side in actors_in(toll.line, stretch):
            if stretch is before and toll.frame == "verb first":
                continue
            if stretch is before and not _OF_ITS.match(text[place + 1 : toll.stretch.start]):
                continue
            if _is_holder(text, place):
                continue
            staff = toll.measure == "captured" and _STAFF.match(text, place + 1)
            if staff or side.actor not in (_THIRD | toll.line.third_parties):
                return side
    return None


#: "23 U.N. staff": of a body itself.
_STAFF = re.compile(r"(?:'s)? (?:\w+ )?(?:staff|employees|workers|personnel)\b")


def _is_holder(text: str, place: int) -> bool:
    """Whether an actor is who holds or strikes, not whose people they are."""
    before = _HOLDER.search(text, max(0, place - 12), place)
    before = before or _BETWEEN.search(text, max(0, place - 40), place)
    of_a_war = _OF_A_WAR.match(text, place + 1)
    return bool(before or of_a_war or _HOLDER_AFTER.match(text, place + 1))


#: "the Israel-Hamas war"
_OF_A_WAR = re.compile(r"(?:[-–]\ue005)? (?:war|conflict|fighting)\b")
#: "Russian combat losses", "Ukraine's own losses": what may stand between.
_OF_ITS = re.compile(
    r"(?:'s)?(?: (?:own|total|military|combat|battlefield|war|army's|army|forces')){0,5} \Z"
)
_THIRD = frozenset({"un", "nato", "eu", "icrc"})


_LOSSES_AT = pattern(
    r"(?P<a>{actor})(?:'s)? (?:(?!(?:led|caused?|causing|inflicted|brought|puts?|said|says"
    r"|estimat\w+|report\w*|count\w*|gave)\b)[\w-]+ ){0,3}?"
    r"(?:losses|casualties|death toll"
    r"|toll|dead)\b[^.;{count}]{0,60}\Z"
)


def _by_losses(_document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "put Ukraine's losses in the region at 76,000 killed and wounded"."""
    text = toll.line.text
    match = _LOSSES_AT.search(text, max(0, toll.place - 120), toll.place)
    if match is None:
        return None
    side = dict(actors_in(toll.line, Stretch(*match.span("a")))).get(match.start("a"))
    return side if side and side.actor not in _THIRD else None


_OF_THEM = re.compile(r" of (?:them|whom|those)\b")


def _of_them(_document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "15,000 North Koreans were sent, and 4,700 of them were killed or wounded"."""
    if not _OF_THEM.match(toll.line.text, toll.place + 1):
        return None
    people = [
        side
        for place, side in actors_in(toll.line, Stretch(0, toll.place))
        if toll.line.text[max(0, place - 2) : place] == "\ue000 "
    ]
    return people[-1] if people else None


def _both(_document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "on both sides", "Russian and Ukrainian soldiers"."""
    if toll.measure == "captured":
        return _held_by_both(toll)
    if toll.frame == "two sides":
        return None
    match = words.BOTH_SIDES.search(toll.line.text, *reach_of(toll)) or _TWO.search(
        toll.line.text, toll.place, toll.stretch.end + 12
    )
    match = match or _TWO_LOSSES.search(toll.line.text, *toll.clause)
    of_one = actors_in(toll.line, Stretch(toll.place, toll.stretch.end))
    if not of_one and not THERE.match(toll.line.text, toll.stretch.end):
        match = match or _FIGHTING_BETWEEN.search(
            toll.line.text, max(0, toll.place - _WAR_BEFORE), toll.place
        )
    if not match:
        return None
    return Side(actor=ALL, span=toll.line.tape.span(*match.span()))


def _held_by_both(toll: Toll) -> Side | None:
    """ "Thousands are believed to be held by the two sides": the people of both."""
    both = _BY_BOTH.search(toll.line.text, toll.words.start, toll.words.end + _NEAR_BY)
    return Side(actor=ALL, span=toll.line.tape.span(*both.span())) if both else None


_BY_BOTH = re.compile(r"\bby (?:both|either|the (?:two|warring)) \w+")
_NEAR_BY = 20  # places behind the word of holding in which it is said by whom
_WAR_BEFORE = 280  # places before a toll in which its war is named
#: "when tensions between the army and the rebels grew into battles, killing more than 20,000"
_FIGHTING_BETWEEN = pattern(
    r"\b(?:war|fighting|battles?|clash(?:es)?|tensions?|conflict|hostilities|violence|struggle)"
    r"(?: (?:has |have |had )?(?:broke(?:n)? out|erupted|flared(?: up)?"
    r"|raged))? between (?:the )?(?:[\w-]+ ){0,3}?[{actor}{person}][^.;,]{0,40}? and (?:the "
    r")?(?:[\w-]+ "
    r"){0,2}?[{actor}{person}]"
    r"[^.;{count}]{0,140}?\b(?:kill(?:ing|ed)|claim(?:ing|ed)|left|leaving|caus(?:ing|ed)"
    r"|cost(?:ing)?"
    r"|result(?:ing|ed) in|led to|leading to)\b[^.;]{0,30}\Z"
)
#: "the total of Russian and Ukrainian losses".
_TWO_LOSSES = pattern(
    r"\b(?:number|total)(?: number)? of {actor} and {actor} (?:[\w-]+ )?(?:losses|casualties|dead"
    r"|deaths|killed)\b"
)
_TWO = pattern(r"{actor} and (?:the )?{actor}|\bcombined\b")
_SUFFERS = re.compile(
    r"(?:'s)?(?:, (?:according to|says|said) [^,;]{1,60},)?(?: (?:has|have|had|may|likely"
    r"|highly|probably|also|already|now|reportedly|allegedly"
    r"|together|defen[cs]e|forces?|army|troops|military|side|armed|so|far|itself|alone|is|are"
    r"|estimated"
    r"|believed|thought|said|to|lately|invading|invaders|occupiers|ground)){0,8} (?:los(?:t"
    r"|es|ing)|suffer(?:ed|s"
    r"|ing)?|sustain(?:ed|s|ing)?|incur(?:red|s)?|absorb(?:ed|s)?|pass(?:es|ed)|reach(?:es|ed)"
    r"|confirmed|acknowledged|admitted|taken|seen|endured|record(?:ed)?|had|lists?|has(?= \Z))\b"
)


#: "the toll of the war between Israel and Hezbollah has reached": neither side's alone.
_BETWEEN = re.compile(r"\bbetween (?:the )?(?:\ue005 and (?:the )?)?\Z")


def _by_sufferer(_document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "Russia has suffered more than a million casualties"."""
    there = THERE.search(toll.line.text, toll.place, toll.stretch.end + 1)
    if toll.frame == "verb first" or (toll.frame == "and so many" and there):
        return None  # "it has 400 captives", "has killed 4,000": of others
    before = Stretch(max(0, toll.place - 110), toll.place)
    for place, side in reversed(actors_in(toll.line, before)):
        if _BETWEEN.search(toll.line.text, max(0, place - 40), place):
            continue
        match = _SUFFERS.match(toll.line.text, place + 1, toll.place)
        if match and side.actor not in (_THIRD | toll.line.third_parties):
            return side
    return None


def _of_losses_before(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "Ukraine's own losses are a secret. He spoke of 46,000 dead": of the losses told of."""
    before = document.before(toll.line)
    match = _LOSSES_OF.match(before.text) if before and toll.measure != "captured" else None
    if before is None or match is None:
        return None
    owner = dict(actors_in(before, Stretch(*match.span()))).get(match.start("a"))
    told = {side.actor for _, side in toll.line.actors}
    foes = owner and any(document.at_war(owner.actor, actor) for actor in told)
    return None if foes else owner


_LOSSES_OF = pattern(
    r"\W{0,2}(?:[a-z]+ ){0,3}?(?P<a>{actor})(?:'s)? (?:own |total |military )?(?:losses|casualties"
    r"|dead|death toll)\b(?! (?:at|of)\b)"
)


def _of_the_held(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """People without an adjective belong to the foe of who holds them."""
    return side_of_held(document, toll)


Rule = Callable[[Document, Toll, Sequence[Told]], Side | None]
RULES: tuple[Rule, ...] = (
    _both,
    of_article.of_the_enemy,
    of_article.of_the_invaded,
    roundabout.on_a_side,
    _by_adjective,
    _by_sufferer,
    _by_losses,
    _of_them,
    of_those_sent,
    roundabout.own_soldiers,
    by_subject_of_its_own,
    _of_the_held,
    of_article.of_the_group,
    as_before,
    _of_losses_before,
    roundabout.of_civil_war,
    roundabout.by_own_media,
    of_article.by_place,
    roundabout.by_killer,
    roundabout.of_the_missions_land,
    roundabout.of_the_country,
    roundabout.civilians_as_before,
    roundabout.of_the_only_state,
    of_counters.by_ministry,
    of_article.by_attacked,
    of_article.by_attacker,
    of_counters.by_who_counts,
    of_article.of_the_country,
    of_article.of_all,
)
#: What tells of one of a list by its own words; of others it is as of the one behind it.
_OF_ITSELF: tuple[Rule, ...] = (_by_adjective, of_article.of_the_group)
