"""What a sentence says of a truce: offered, asked for, declared, agreed, in force, broken.

The word before it that governs it tells (verbs.py), else the predicate behind it, else what sides
make of it. What one side alone accepts is still proposed, what both agree to is agreed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.fact import Status
from extractors.kinds.ceasefire.phrases import Phrase
from extractors.kinds.ceasefire.predicates import BY_WHOM, PREDICATES, RELATIVE
from extractors.kinds.ceasefire.telling import Cast, Telling
from extractors.kinds.ceasefire.verbs import told_by_verb
from extractors.kinds.ceasefire.words import (
    CUES,
    DENIED,
    FORESEEN,
    HYPOTHETICAL,
    UNDER_A_PLAN,
    WITH,
    WOULD_BRING,
)
from extractors.parsing.line import Side
from extractors.parsing.offers import Attitude, Stance, floor_of, stances
from extractors.parsing.owners import owner_of
from extractors.parsing.parties import side_at
from extractors.parsing.responses import Response
from extractors.parsing.status import Stretch
from extractors.parsing.subjects import nearest_subject


class Reader:
    """Reads what is told of truces in one article."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast

    def telling(self, phrase: Phrase) -> Telling | None:
        """What the sentence says of the truce; None when it is only spoken about."""
        line = phrase.line
        through = _THROUGH if phrase.det in _IN_FORCE else _THROUGH | {"hold"}
        floor = floor_of(line, phrase.start)
        found = tuple(
            stances(self.cast.document, line, CUES, floor, phrase.start, through),
        )
        told = told_by_verb(self.cast, phrase) or self._become(phrase)
        if told is None or (found and told.rule in ("is to begin", "in force", "was agreed")):
            told = self._asked(phrase, found) or told
        if told is None:
            return None
        told = self._with_origin(told, phrase)
        if not told.responses and not told.between:
            told = told._replace(responses=_responses(found))
        if _is_conditional(phrase):
            told = told._replace(responses=_on_condition(told))
        start = told.words.start
        denied = DENIED.search(line.text, max(0, start - 160), start)
        return told._replace(status=Status.DENIED) if denied else told

    def _with_origin(self, told: Telling, phrase: Phrase) -> Telling:
        """A truce told as one of both is a side's own where the words say who declared it."""
        origin = self._origin(phrase)
        declarer = origin.proposer if origin and origin.own else self._confirmer(phrase)
        if not (told.between and declarer):
            return told
        return told._replace(proposer=declarer, between=False, own=True)

    def _confirmer(self, phrase: Phrase) -> Side | None:
        """The side that tells of the unilateral truce, its own: "M23 confirmed that the …"."""
        if "unilateral" not in phrase.text:
            return None
        line = phrase.line
        match = _CONFIRMED.search(line.text, max(0, phrase.start - 30), phrase.start)
        doer = nearest_subject(self.cast.document, line, match.start()) if match else None
        return doer if doer and self.cast.fights(doer) else None

    # -- by what follows it

    def _become(self, phrase: Phrase) -> Telling | None:
        """What became of the truce."""
        text = phrase.line.text
        only_thought = HYPOTHETICAL.search(text, max(0, phrase.start - 40), phrase.start)
        if only_thought and not _RAN_OUT.match(text, phrase.end):
            return None
        if phrase.proposed or phrase.asked or phrase.several:
            return None
        end = min(len(text), phrase.end + _REACH_AFTER)
        prolonged = _EXTENSION.search(text, max(0, phrase.start - 70), phrase.start)
        for rule, status, words in PREDICATES:
            if prolonged and rule == "ran out":
                continue
            match = words.match(text, phrase.end, end)
            if match and not self._is_thought_of(rule, phrase, match["p"]):
                return Telling(status, rule, Stretch(*match.span("p")), between=True)
        return None

    def _is_thought_of(self, rule: str, phrase: Phrase, words: str) -> bool:
        """Whether it begins only if a plan comes off: "the plan is that it would begin on Monday",
        "agreed to back a truce that will begin on Monday", "calls for one starting on Monday"."""
        text = phrase.line.text
        if rule == "is to begin":
            relative = text.startswith((" that", " which"), phrase.end)
            return phrase.det in ("", "a", "an") and (
                relative or _PARTICIPLE.match(words) is not None
            )
        of_a_plan = phrase.det not in _IN_FORCE or _PLANNED.search(text)
        return rule == "would begin" and bool(of_a_plan)

    def _origin(self, phrase: Phrase) -> Telling | None:
        """Who declared, offered or asked for it, as words behind it or before it tell."""
        for name, rule in (*BY_WHOM, *RELATIVE):
            if match := rule.match(phrase.line.text, phrase.end):
                side = side_at(phrase.line, match.start("who"))
                if side:
                    words = Stretch(phrase.end, match.end())
                    if name == "declare" and not self.cast.fights(side):
                        return Telling(Status.AGREED, "announced", words, between=True)
                    return _of_origin(name, side, words)
        return self._owned(phrase)

    def _owned(self, phrase: Phrase) -> Telling | None:
        """ "Putin's 30-hour truce", "a US-proposed ceasefire", "Kyiv's ceasefire proposal"."""
        line = phrase.line
        if match := _PROPOSED_BY.search(line.text, phrase.start, phrase.noun):
            side = side_at(line, match.start())
            return _of_origin("propose", side, Stretch(*match.span())) if side else None
        if phrase.proposed or phrase.asked:
            owner = owner_of(self.cast.document, line, phrase.noun, phrase.end) or _owner_in(phrase)
            name = "propose" if phrase.proposed else "demand"
            return _of_origin(name, owner, phrase.words) if owner else None
        own = _OWN.match(line.text, phrase.start)
        side = side_at(line, own.start("who")) if own else None
        if own and side and not WITH.match(line.text, phrase.end) and self.cast.fights(side):
            return Telling(Status.ONGOING, "declared", phrase.words, side, own=True)
        return None

    # -- by what sides make of it

    def _asked(self, phrase: Phrase, found: Sequence[Stance]) -> Telling | None:
        """Proposed, demanded, accepted or refused by somebody."""
        origin = self._origin(phrase)
        foreseen = self._foreseen(phrase)
        if found and not (foreseen and _by_nobody(found)):
            told = _from_stances(phrase, found, origin)
            return told._replace(status=Status.PROPOSED) if _of_a_plan(phrase, told) else told
        return foreseen or origin

    def _foreseen(self, phrase: Phrase) -> Telling | None:
        text = phrase.line.text
        match = FORESEEN.search(text, max(0, phrase.start - 140), phrase.start)
        match = match or UNDER_A_PLAN.search(text, max(0, phrase.start - 180), phrase.start)
        if match is None and phrase.deed:
            match = WOULD_BRING.search(text, max(0, phrase.start - 140), phrase.start)
        if match is None:
            return None
        plan = match["plan"]
        owner = owner_of(self.cast.document, phrase.line, match.start("plan"), match.end("plan"))
        agreed = plan in ("deal", "agreement", "accord") and "would" not in match.group()
        words = Stretch(match.start("plan"), match.end() - 1)
        if agreed and "propos" not in match.group() and not HYPOTHETICAL.search(match.group()):
            return Telling(Status.AGREED, "the deal foresees", words, between=True)
        return Telling(Status.PROPOSED, "the plan foresees", words, owner)


#: Verbs behind which the attitude to a truce may stand: "a proposal to extend the truce".
_THROUGH = frozenset({"extend", "declare", "reach"})
#: "urged both to respect the truce" asks for none, "to observe a truce" does.
_IN_FORCE = ("the", "its", "their", "this", "that")
#: "it was not possible to extend the truce that expired in August": that it did is told.
_RAN_OUT = re.compile(r",? (?:that|which) (?:had |has )?(?:expired|ended|lapsed|ran out|collapsed)")
#: "announced the extension of a truce that expired on Tuesday": it goes on.
_EXTENSION = re.compile(
    r"\b(?:extension|prolongation|renewal)\b[^.;,]{0,40} of (?:(?:the|an?|its) )?\Z"
)
_PARTICIPLE = re.compile(r"(?:starting|beginning|effective|taking|coming|to start|to begin)\b")
_PLANNED = re.compile(r"\b(?:propos\w+|plans?|draft|offer\w*|suggest\w*|if)\b")
_REACH_AFTER = 170  # tape places behind a truce in which its predicate stands
_CONFIRMED = re.compile(r"(?:confirmed|announced|declared) (?:that )?\Z")
_OWN = re.compile(r"(?P<who>[\ue005\ue006])(?:'s? )")
_PROPOSED_BY = re.compile(r"[\ue005\ue006]-(?:proposed|drafted)")


def _owner_in(phrase: Phrase) -> Side | None:
    """The state inside the words: "the US ceasefire proposal"."""
    for place, side in phrase.line.actors:
        if phrase.start <= place < phrase.noun:
            return side
    return None


def _of_origin(name: str, side: Side, words: Stretch) -> Telling:
    match name:
        case "declare":
            return Telling(Status.ONGOING, "declared", words, side, own=True)
        case "demand":
            return Telling(Status.DEMANDED, "demanded", words, side)
        case "break":
            return Telling(Status.FAILED, "broken", words, between=True)
        case "refuse":
            refused = ((side, Response.REJECTED),)
            return Telling(Status.REJECTED, "refused", words, responses=refused)
        case "accept":
            accepted = ((side, Response.ACCEPTED),)
            return Telling(Status.PROPOSED, "accepted", words, responses=accepted)
        case _:
            return Telling(Status.PROPOSED, "proposed", words, side)


_STATUS = {
    Attitude.PROPOSES: Status.PROPOSED,
    Attitude.DEMANDS: Status.DEMANDED,
    Attitude.ACCEPTS: Status.PROPOSED,
    Attitude.NOTES: Status.PROPOSED,
    Attitude.REFUSES: Status.REJECTED,
}
_RESPONSE = {
    Attitude.ACCEPTS: Response.ACCEPTED,
    Attitude.REFUSES: Response.REJECTED,
    Attitude.NOTES: Response.NOTED,
}


def _by_nobody(found: Sequence[Stance]) -> bool:
    """Whether nobody is named who asks: "the proposal calls for a truce of …"."""
    return all(one.attitude is Attitude.DEMANDS and one.doer is None for one in found)


def _of_a_plan(phrase: Phrase, told: Telling) -> bool:
    """ "It also calls for a truce of …": of a paper, where "it" means no side."""
    text, start = phrase.line.text, told.words.start
    asked = told.status is Status.DEMANDED and told.proposer is None
    return asked and _IT.search(text, max(0, start - 20), start) is not None


_IT = re.compile(r"\bit (?:also |further )?\Z")


#: "We agreed that a truce for 30 days should start": it is asked for.
_SHOULD = re.compile(r"[^.;,]{0,60}? (?:should|must|needs to) (?:start|begin|be|come|take)\b")


def _from_stances(phrase: Phrase, found: Sequence[Stance], origin: Telling | None) -> Telling:
    """One telling of all attitudes: who wants it, and who said what to that."""
    asking = [one for one in found if one.attitude in (Attitude.PROPOSES, Attitude.DEMANDS)]
    proposer = next((one.doer for one in asking if one.doer), origin.proposer if origin else None)
    responses = _responses(found) + (origin.responses if origin else ())
    answers = (Attitude.REFUSES, Attitude.ACCEPTS)
    main = next((one for one in found if one.attitude in answers), found[0])
    if main.attitude is Attitude.ACCEPTS and _SHOULD.match(phrase.line.text, phrase.end):
        return Telling(Status.PROPOSED, "should begin", main.words, main.doer)
    rule = main.attitude.value + (" to extend" if phrase.extended else "")
    return Telling(_STATUS[main.attitude], rule, main.words, proposer, responses)


#: "will agree to a truce if …", "accepted it on condition that …".
_ON_CONDITION = re.compile(
    r"[^.;,]{0,25}?,? (?:(?:but )?only (?:if|when|once|after)|provided|on (?:the )?condition"
    r"|as long as) "
)
_ONLY = re.compile(r"\bonly (?:agree|accept|support|back|sign|observe|join)\w*(?: \w+){0,3} \Z")
_IF = re.compile(r"[^.;,]{0,25}?,? (?:if|when|once|after) ")


def _is_conditional(phrase: Phrase) -> bool:
    """Whether a truce is agreed to "only if …"."""
    text = phrase.line.text
    only = _ONLY.search(text, max(0, phrase.start - 60), phrase.start)
    return bool(_ON_CONDITION.match(text, phrase.end) or (only and _IF.match(text, phrase.end)))


def _on_condition(told: Telling) -> tuple[tuple[Side, Response], ...]:
    """What sides answer where what follows sets a condition."""
    return tuple(
        (side, Response.CONDITIONAL if answer is Response.ACCEPTED else answer)
        for side, answer in told.responses
    )


def _responses(found: Sequence[Stance]) -> tuple[tuple[Side, Response], ...]:
    """What sides answer, as the words before the truce tell."""
    return tuple(
        (one.doer, _RESPONSE[one.attitude])
        for one in found
        if one.doer and one.attitude in _RESPONSE
    )
