"""People held, abducted or deported: whether they are so now, and whose they are."""

from __future__ import annotations

import re

from extractors.kinds.casualty_estimate import words
from extractors.kinds.casualty_estimate.frames import WORDS
from extractors.kinds.casualty_estimate.toll import Toll, reach_of, size
from extractors.parsing.document import Document
from extractors.parsing.line import Line, Side
from extractors.parsing.names import Name
from extractors.parsing.tape import pattern

_HELD_IN = pattern(
    r"\b(?:in|(?:held|taken|captured|detained|imprisoned|kept|seized) (?:in|by)"
    r"|(?:deported|moved|transferred|removed|taken|abducted|displaced) (?:to|into|by))"
    r" (?:the )?(?P<a>[{actor}{place}])"
)
_HOLDS = pattern(
    r"(?P<a>{actor})(?: (?:and its allies|militants|fighters|rebels|forces|gunmen|is|are|was|were"
    r"|still|also|now|currently|admits|admitted|to|says"
    r"|it|believed|thought|said|known|understood|estimated|reportedly|be)){0,5}"
    r" (?:hold(?:s|ing)?\b|ha(?:s|ve) (?={count}|(?:[a-z]+ ){0,2}?(?:deported|abducted"
    r"|captured|taken|seized) {count}))"
)


def is_told_as_held(toll: Toll) -> bool:
    """ "One of 23 in their prisons", "said that 55 were in their captivity", "in the other's"."""
    text = toll.line.text
    said = text[slice(*toll.words)]
    before = max(0, toll.place - 60)
    were = said.startswith("were in") and _SAID_THAT.search(text, before, toll.place)
    return bool(were) or toll.frame == "in the other's" or bool(_IN_PRISONS.match(said))


_IN_PRISONS = re.compile(
    r"(?:held )?in \ue005 (?:captivity|custody|detention|prisons?|jails?|hands)\b"
)
_SAID_THAT = re.compile(
    r"\b(?:said|reported|acknowledged|confirmed|admitted)(?: that)? (?:[\w-]+ ){0,2}\Z"
)


_CARRIED_OFF = re.compile(r"deport|abduction|(?:to|into|from) [\ue005\ue007]|abducted|number of")
_COME_BACK_NOW = re.compile(rf"[^,;.]{{0,90}}?{words.COME_BACK.pattern}")
#: "its 150 prisoners have been transferred to Belarus": on their way home.
_MOVED = re.compile(r"transferred|removed|taken (?:to|into|from)\b")
#: "are believed to have been taken hostage in the attacks": the toll of a blow.
_TAKEN = re.compile(r"taken (?:as )?(?:prisoner|captive|hostage)|abducted|kidnapped")
_PEOPLE = pattern(
    r"\ue005|\b(?:people|persons|hostages|captives|{soldiers}|{civilians}|citizens|more|others"
    r"|cases|who|members|staff|of those|of its (?:staff|employees|workers|personnel))\b",
    WORDS,
)


def is_held(document: Document, toll: Toll, *, blow: bool, over_time: bool) -> bool:
    """People who are in captivity now, or were carried off in the course of the war."""
    text = toll.line.text
    said = text[slice(*toll.words)]
    if words.PAST_HOLDING.search(text, *toll.stretch) or words.AT_HOME.search(text, *toll.clause):
        return False
    jailed = size(toll) < _FEW and words.BEHIND_BARS.search(text, *toll.stretch)
    if jailed or words.COME_BACK.search(text, *toll.stretch):
        return False
    if not words.STILL.search(said) and _COME_BACK_NOW.match(
        text, toll.stretch.end, toll.clause.end
    ):
        return False
    if not _STATE.search(text, *toll.stretch) and words.SET_FREE.search(text, 0, toll.place):
        return False
    if _MOVED.search(said) and words.CAPTIVES.search(text, *toll.stretch):
        return False
    of_a_day = words.ONE_DAY.search(text, *reach_of(toll)) or blow
    if _TAKEN.match(said) and of_a_day:
        return False
    taken = "prisoner" in said and _STATE.search(text, *toll.stretch)
    behind = min(len(text), toll.stretch.end + len(" of those"))
    if not (_PEOPLE.search(text, toll.stretch.start, behind) or taken):
        captive = words.IN_CAPTIVITY.search(text, toll.stretch.start, toll.stretch.end + 5)
        bare = _NO_NOUN_BETWEEN.match(text, toll.place)
        return bool(captive and bare) or _holds_them(document, toll)
    counted = "prisoner" in said and words.PERFECT.search(text, *toll.stretch)
    if is_told_as_held(toll) or _KEPT.search(said) or counted:
        return True
    if _STATE.search(text, max(0, toll.stretch.start - len("are ")), toll.stretch.end):
        return True
    return over_time or (bool(_CARRIED_OFF.search(said)) and not blow)


def _holds_them(document: Document, toll: Toll) -> bool:
    """ "Baku admits to holding 23, among them …", after a word of those imprisoned."""
    before = document.before(toll.line)
    return (
        toll.frame == "verb first"
        and bool(_NO_NOUN.match(toll.line.text, toll.stretch.end))
        and (
            toll.line.text.startswith(" of them", toll.stretch.end)
            or bool(before and words.CAPTIVES.search(before.text))
        )
    )


#: "94 are still in Gaza", but not "two rounds held in Istanbul".
_NO_NOUN_BETWEEN = re.compile(
    r"\ue000(?: more| others| living| of whom| of those)?(?: are| is| remain\w*| still)\b"
)
_NO_NOUN = re.compile(r"[,.;]|\Z| of them\b")


_FEW = 5
_STATE = re.compile(r"\b(?:still|remain\w*|are|is|has|have|holds?|holding|number of)\b")
_KEPT = re.compile(r"\b(?:held|kept|imprisoned|jailed|detained|in (?:its|their) hands)\b")


def side_of_held(document: Document, toll: Toll) -> Side | None:
    """The foe of who holds them; hostages in Gaza are Israel's, others of the one side named."""
    if toll.measure != "captured":
        return None
    text = toll.line.text
    if toll.frame == "in its hands" or words.IN_ITS_HANDS.search(text, *toll.stretch):
        return _of_group(document, toll.line)
    if home := _taken_from(toll):
        return home
    for rule, start in ((_HELD_IN, toll.place), (_HOLDS, toll.clause.start)):
        for match in rule.finditer(text, start, max(toll.clause.end, toll.stretch.end)):
            name = toll.line.tape.at(match.start("a"))
            holder = name.actor if isinstance(name, Name) else None
            if holder and (other := foe(document, Side(actor=holder, span=name.span))):
                return other
    if toll.frame == "verb first":
        if _GROUPS_HOLD.search(text, *toll.clause):
            return _hostages_of_gaza(document, toll)
        return _of_group(document, toll.line) if _THEY_HOLD.search(text, *toll.clause) else None
    return (
        _hostages_of_gaza(document, toll) or _sole_side(document, toll) or _others(document, toll)
    )


def _others(document: Document, toll: Toll) -> Side | None:
    """ "The ELN freed two policemen. Three others were still captive": of the state that the group
    told of right before fights."""
    before = document.before(toll.line) if _OTHERS.match(toll.line.text, toll.place) else None
    if before is None:
        return None
    return _of_group(document, toll.line) or _of_group(document, before)


_OTHERS = re.compile(r"\ue000 (?:others|more|other [\w-]+)\b")


def _taken_from(toll: Toll) -> Side | None:
    """ "19,546 children have been taken from Ukraine to Russia": of the former."""
    match = _TAKEN_FROM.search(toll.line.text, toll.place, toll.stretch.end + 40)
    name = toll.line.tape.at(match.start("a")) if match else None
    if not isinstance(name, Name) or not name.actor or not name.actor.isupper():
        return None
    return Side(actor=name.actor, span=name.span)


_TAKEN_FROM = pattern(
    r"\b(?:taken|deported|removed|abducted|transferred|kidnapped) from (?:the )?(?:[a-z]+ )?"
    r"(?P<a>[{actor}{place}])(?! (?:captivity|custody|prisons?))"
)
#: "Militant groups in the Gaza Strip are holding 58 hostages".
_GROUPS_HOLD = pattern(
    r"\b(?:groups?|militants|gunmen|factions|fighters|terrorists) in (?:the )?(?:{place}|enclave)"
    r"(?: strip)?(?: (?:are|is|still|also|now|currently|believed|thought|to|be)){0,5}"
    r" hold(?:s|ing)?\b"
)
#: "They are still holding 56 hostages".
_THEY_HOLD = re.compile(
    r"\b(?:they|it|the (?:armed |militant )?(?:group|militants|movement))"
    r"(?: (?:is|are|still|also|now|currently|believed|thought|said|known|to|be)){0,5}"
    r" hold(?:s|ing)?\b"
)


def _of_group(document: Document, line: Line) -> Side | None:
    """ "Forty others remain in its hands": of the state that the group named last fights."""
    for near in (line, document.before(line)):
        for _, side in reversed(near.actors if near else ()):
            if other := document.foe_of(side.actor):
                return Side(actor=other, span=side.span)
    return None


def _sole_side(document: Document, toll: Toll) -> Side | None:
    """The one side of the article's war that the sentence names."""
    pair = {side.actor for side in document.dyad or ()}
    named = {side.actor: side for _, side in toll.line.actors}
    here = [
        side for actor, side in named.items() if actor in pair and not _goes_there(toll.line, side)
    ]
    return here[0] if len(here) == 1 and len(pair) == 2 else None


def foe(document: Document, holder: Side) -> Side | None:
    """Whose people a holder can hold: the one side in the article that it fights."""
    if holder.actor.islower() and (known := document.foe_of(holder.actor)):
        return Side(actor=known, span=holder.span)
    foes = {
        side.actor: side
        for line in reversed(document.lines)
        for side in line.sides
        if document.at_war(holder.actor, side.actor)
    }
    pair = document.dyad or ()
    for one, other in zip(pair, reversed(pair), strict=True):  # "Palestinian militants hold"
        group = one.actor.islower() and other.actor.isupper()
        if group and document.people_of(one.actor, other.actor) == holder.actor:
            return Side(actor=other.actor, span=holder.span)
    usual = [side.actor for side in document.dyad or () if side.actor in foes]
    if len(usual) != 1 and len(foes) != 1:
        return None
    actor = usual[0] if len(usual) == 1 else next(iter(foes))
    other = foes[actor]
    return Side(actor=document.people_of(actor, holder.actor), span=other.span)


def _goes_there(line: Line, side: Side) -> bool:
    """Whether a side is only where people are taken or held."""
    place = line.tape.place(side.span.start)
    held_there = _PRISONS.match(line.text, place + 1)
    return bool(held_there or _THERE.search(line.text, max(0, place - 12), place))


_THERE = re.compile(r"\b(?:in|to|into|inside|from) (?:the )?\Z")
_PRISONS = re.compile(r"(?:'s)? (?:prisons?|jails?|custody|captivity|detention)\b")
_GAZA = re.compile(
    r"\b(?:hostages?|captives|abductees)\b|\bin (?:gaza\b|the (?:strip|enclave)\b|[\ue005\ue007])"
)


def _hostages_of_gaza(document: Document, toll: Toll) -> Side | None:
    """Those held in Gaza are counted as Israel's, as "the 48 hostages" are."""
    pair = document.dyad
    foes = {side.actor: side for side in pair} if pair else {}
    group = next((side for side in foes.values() if side.actor.islower()), None)
    state = document.foe_of(group.actor) if group else None
    if group is None or state is None:
        return _of_israel(document, toll.line)
    if not _GAZA.search(toll.line.text):
        return None
    return foes.get(state) or Side(actor=state, span=group.span)


def _of_israel(document: Document, line: Line) -> Side | None:
    """ "56 hostages remain in Gaza", in an article on Israel that names no group."""
    if not _HOSTAGES_IN_GAZA.search(line.sentence.text):
        return None
    return next((side for one in document.lines for side in one.sides if side.actor == "ISR"), None)


_HOSTAGES_IN_GAZA = re.compile(r"\bhostages\b[^.;]{1,60}\bGaza\b")
