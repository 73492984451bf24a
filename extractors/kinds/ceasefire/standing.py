"""What a sentence says of a truce: offered, asked for, declared, agreed, in force, broken.

The word before it that governs it tells (verbs.py), else the predicate behind it, else what sides
make of it. What one side alone accepts is still proposed, what both agree to is agreed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.fact import Status
from extractors.kinds.ceasefire.attitudes import (
    ASKING,
    as_answer,
    asked_by_speaker,
    by_nobody,
    by_people,
    from_stances,
    is_conditional,
    of_a_plan,
    on_condition,
    responses_of,
)
from extractors.kinds.ceasefire.denying import denied
from extractors.kinds.ceasefire.framing import framed
from extractors.kinds.ceasefire.mentioned import named, passed
from extractors.kinds.ceasefire.origins import confirmer_of, origin_of
from extractors.kinds.ceasefire.phrases import Phrase
from extractors.kinds.ceasefire.plans import foreseen
from extractors.kinds.ceasefire.predicates import PREDICATES
from extractors.kinds.ceasefire.qualities import scope_in_name
from extractors.kinds.ceasefire.seeming import (
    has_changed,
    is_ahead_of_it,
    is_beside_it,
    is_term_of_truce,
)
from extractors.kinds.ceasefire.telling import Cast, Telling
from extractors.kinds.ceasefire.verbs import told_by_verb
from extractors.kinds.ceasefire.words import CUES, DENIED, HYPOTHETICAL
from extractors.parsing.offers import Stance, floor_of, stances
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern


class Reader:
    """Reads what is told of truces in one article."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast

    def telling(self, phrase: Phrase) -> Telling | None:
        """What the sentence says of the truce; None when it is only spoken about."""
        line = phrase.line
        if phrase.deed and is_term_of_truce(phrase):
            return None
        if no_truce := denied(phrase):
            return no_truce
        through = _THROUGH if phrase.det in _IN_FORCE else _THROUGH | {"hold"}
        floor = max(floor_of(line, phrase.start), _truce_before(phrase))
        found = tuple(stances(self.cast.document, line, CUES, floor, phrase.start, through))
        told = told_by_verb(self.cast, phrase)
        if told is None or _goes_on(told, phrase):
            told = self._became(phrase, told)
        told = told or passed(self.cast, phrase)
        known = told is not None and told.rule == "was agreed" and phrase.det in _IN_FORCE
        if told is None or (found and told.rule in _PASSIVE and not known):
            told = self._asked(phrase, found) or told
        told = told or named(self.cast, phrase)
        if told is None or _NOT_THIS.search(line.text, 0, phrase.start):
            return None
        if told.status is Status.REJECTED and has_changed(line.text, told.words):
            return None
        told = self._with_origin(told, phrase)
        if not told.responses and not told.between:
            told = told._replace(responses=responses_of(found))
        if is_conditional(phrase):
            told = as_answer(told)
            told = told._replace(responses=on_condition(told))
        start = told.words.start
        no_such = DENIED.search(line.text, max(0, start - 160), start)
        return told._replace(status=Status.DENIED) if no_such else told

    def _with_origin(self, told: Telling, phrase: Phrase) -> Telling:
        """A truce told as one of both is a side's own where the words say who declared it."""
        origin = origin_of(self.cast, phrase)
        declarer = origin.proposer if origin and origin.own else confirmer_of(self.cast, phrase)
        if not (told.between and declarer):
            return told
        if origin and origin.own and told.rule == "was announced":
            return origin
        return told._replace(proposer=declarer, between=False, own=True)

    # -- by what follows it

    def _became(self, phrase: Phrase, made: Telling | None) -> Telling | None:
        """What became of the truce; of one said to be made only that it is over: "signed a truce
        that neither side kept"."""
        told, tells = self._become(phrase), {Status.FAILED, Status.COMPLETED}
        if made and made.rule == "declared":  # "announced that it had come into effect"
            tells.add(Status.ONGOING)
        return told if told and told.status in tells else made or told

    def _become(self, phrase: Phrase) -> Telling | None:
        """What became of the truce."""
        text = phrase.line.text
        only_thought = HYPOTHETICAL.search(text, max(0, phrase.start - 40), phrase.start)
        only_thought = only_thought or _SOUGHT.search(text, max(0, phrase.start - 50), phrase.start)
        if only_thought and not _RAN_OUT.match(text, phrase.end):
            return _since_a_day(phrase)
        if phrase.proposed or phrase.asked or phrase.several:
            return None
        end = min(phrase.until, phrase.end + _REACH_AFTER)
        prolonged = _EXTENSION.search(text, max(0, phrase.start - 70), phrase.start)
        for rule, status, words in PREDICATES:
            if prolonged and rule == "ran out":
                continue
            match = words.match(text, phrase.end, end)
            if match and (is_ahead_of_it(phrase, match["p"]) or _is_of_others(phrase, match)):
                continue
            if match and rule in _TO_BEGIN:
                match = None if _BEGAN.match(text, phrase.end, match.start("p")) else match
            if match and not self._is_thought_of(rule, phrase, match["p"]):
                if phrase.det in _ANY and _EXPECTED.match(match["p"]):
                    return Telling(Status.PROPOSED, "expected", Stretch(*match.span("p")))
                return Telling(status, rule, Stretch(*match.span("p")), between=True)
        return None

    def _is_thought_of(self, rule: str, phrase: Phrase, words: str) -> bool:
        """Whether it begins only if a plan comes off: "the plan is that it would begin on Monday",
        "agreed to back a truce that will begin on Monday", "calls for one starting on Monday"."""
        text = phrase.line.text
        if rule in ("is to run out", "was to last") and _AT_FIRST.match(text, phrase.end):
            return True
        if rule == "is to run out" and _OF_FEAST.match(text, phrase.end):
            return True
        if rule in ("was agreed", "in force") and phrase.det in ("", "a", "an"):
            once = _ONCE.search(text, max(0, phrase.start - 30), phrase.start)
            if once and (words.startswith("is ") or _TO_COME.search(text, 0, once.start())):
                return True
        if rule == "in force" and words.startswith("last"):
            return phrase.det in ("", "a", "an")
        if rule in _TO_BEGIN and "proposed" in phrase.text:
            return not scope_in_name(phrase) and not _OF_ITSELF.search(text, phrase.end)
        if rule == "is to begin":
            relative = _RELATIVE.match(text, phrase.end) is not None
            return phrase.det in ("", "a", "an") and (
                relative or _PARTICIPLE.match(words) is not None
            )
        signed = _SIGNED.search(text, max(0, phrase.start - 120), phrase.start)
        of_a_plan = not (signed or phrase.det in _IN_FORCE) or _PLANNED.search(text)
        return rule == "would begin" and bool(of_a_plan)

    # -- by what sides make of it

    def _asked(self, phrase: Phrase, found: Sequence[Stance]) -> Telling | None:
        """Proposed, demanded, accepted or refused by somebody."""
        found = tuple(one for one in found if one.doer or one.noun or one.attitude in ASKING)
        if by_people(phrase, found) or is_beside_it(phrase, found):
            return None
        if told := framed(self.cast, phrase):
            return told
        origin = origin_of(self.cast, phrase)
        plan = foreseen(self.cast, phrase)
        if found and not (plan and by_nobody(found)):
            told = from_stances(self.cast, phrase, found, origin)
            return told._replace(status=Status.PROPOSED) if of_a_plan(phrase, told) else told
        return plan or origin or asked_by_speaker(self.cast, phrase)


def _since_a_day(phrase: Phrase) -> Telling | None:
    """ "hoped that the truce, in force since 24 June, would last"."""
    match = _SINCE.match(phrase.line.text, phrase.end)
    if match is None or phrase.det not in _IN_FORCE:
        return None
    return Telling(Status.ONGOING, "in force", Stretch(*match.span("p")), between=True)


_SINCE = pattern(
    r"[^.;,]{0,60}?, (?:(?:which|that) )?(?:(?:is|has been|had been) )?"
    r"(?P<p>in (?:force|effect|place) since) {date}"
)
_ANY = ("", "a", "an", "another")


def _is_of_others(phrase: Phrase, match: re.Match[str]) -> bool:
    """ "Negotiations on the second phase of the ceasefire were to begin": a verb of the plural is
    theirs, unless something else stands beside the truce."""
    text = phrase.line.text
    beside = " and " in text[max(0, phrase.start - _NEAR_BY) : match.start("p")]
    plural = match["p"].startswith(("were ", "are ", "have ")) and not beside
    return plural and _OF_THINGS.search(text, max(0, phrase.start - 110), phrase.start) is not None


_NEAR_BY = 40  # places before a truce in which something else is put beside it
_OF_THINGS = re.compile(
    r"\b(?:negotiations|talks|discussions|consultations|details|terms|prisoners|hostages|captives"
    r"|troops|forces)\b[^.;]{0,80} (?:of|on|about|over|under|in) (?:the )?\Z"
)
#: "a truce is expected to begin in May": nobody has agreed to it.
_EXPECTED = re.compile(r"(?:is|are|was|were) (?:expected|supposed|meant) ")
#: Verbs behind which the attitude to a truce may stand: "a proposal to extend the truce".
_THROUGH = frozenset({"extend", "declare", "reach"})
#: What a verb before the truce tells rather than the predicate behind it.
_PASSIVE = ("is to begin", "in force", "was agreed", "was announced", "its days are over")
_MADE = ("agreed", "announced")
_THAT = pattern(r"(?: (?:later |earlier |late |early )?(?:on )?{date})?,? (?:that|which) ")
#: "urged both to respect the truce" asks for none, "to observe a truce" does.
_IN_FORCE = ("the", "its", "their", "this", "that")
#: "it was not possible to extend the truce that expired in August": that it did is told.
_SOUGHT = re.compile(
    r"\b(?:aimed at|efforts (?:to|at)|talks (?:on|to)|negotiations (?:on|to)|push to|bid to)"
    r" (?:reinstat|reviv|restor|extend|secur|salvag|resum|broker|reach|achiev|renew|prolong)\w* \Z"
)
_RAN_OUT = re.compile(r",? (?:that|which) (?:had |has )?(?:expired|ended|lapsed|ran out|collapsed)")
#: "announced the extension of a truce that expired on Tuesday": it goes on.
_EXTENSION = re.compile(
    r"\b(?:extension|prolongation|renewal)\b[^.;,]{0,40} of (?:(?:the|an?|its) )?\Z"
)
#: "would be freed after a ceasefire is reached".
_ONCE = re.compile(r"\b(?:after|before|when|as soon as)\b[^.;,]{0,20}\Z")
#: "would hold talks only after a ceasefire was reached".
_TO_COME = re.compile(r"\b(?:would|will|only|can|could|ready|willing|wants?|must|should)\b")
#: "a truce for the periods of Ramadan, due to end in late March": the feast ends.
_OF_FEAST = re.compile(
    r"[^.;]{0,40}\b(?:ramadan|passover|pesach|lent|muharram)\W{1,4}(?:due|ends)\b"
)
#: "the truce, initially set to expire on Monday, has been extended".
_AT_FIRST = re.compile(
    r"[^.;]{0,60}\b(?:initially|originally)\b[^.;]{0,60}\b(?:but|however|extended)\b"
)
_RELATIVE = pattern(r"(?: (?:in|for|on) [\w{place}{duration}-]+){0,2},? (?:that|which) ")
_TO_BEGIN = ("is to begin", "would begin")
#: "the truce that began in May, under which they were to …".
_BEGAN = pattern(
    r"[^.;]{0,60}?,? (?:that|which) (?:began|started|took (?:effect|hold)|(?:came|went|entered)"
    r" into (?:force|effect))\b"
)
#: A side's own truce is called "proposed" by who doubts it.
_OF_ITSELF = re.compile(r"\b(?:coincid\w+|holiday|victory day|unilateral\w*|easter|christmas)\b")
_PARTICIPLE = re.compile(r"(?:starting|beginning|effective|taking|coming|to start|to begin)\b")
#: "signed an agreement under which a truce would begin": no mere plan.
_SIGNED = re.compile(
    r"\b(?:signed|reached|struck|concluded|sealed) (?:an?|the) (?:[\w-]+ ){0,3}?"
    r"(?:agreement|deal|accord|pact|document)\b[^.;]{0,60} (?:under|by|in) which \Z"
)
_PLANNED = re.compile(r"\b(?:propos\w+|plans?|draft|offer\w*|suggest\w*|if)\b")
_REACH_AFTER = 170  # tape places behind a truce in which its predicate stands


def _goes_on(told: Telling, phrase: Phrase) -> bool:
    """Whether words behind the truce may tell what became of what was made or announced."""
    text = phrase.line.text
    if told.rule == "declared":
        said = _SAID_THAT.search(text, told.words.start, phrase.start)
        return bool(said or _THEN_BROKE.match(text, phrase.end))
    return told.rule in _MADE and _THAT.match(text, phrase.end) is not None


#: "announced a truce, then broke it".
_THEN_BROKE = re.compile(
    r"[^.;,]{0,40},? (?:then|but|and then|only to) (?:\w+ )?(?:broke|break|violated?) it\b"
)
#: "announced that the pause has ended".
_SAID_THAT = re.compile(r" that (?:the|its|their|his) \Z|\bthat \Z")
#: "needs not a truce for a parade".
_NOT_THIS = re.compile(r"\b(?:not|no longer) (?:just |only |merely )?\Z")


def _truce_before(phrase: Phrase) -> int:
    """Where a truce named before the same one ends: "agreed to a truce focused on halting strikes"
    agrees to the first of them."""
    before = [match.end() for match in _NAMED.finditer(phrase.line.text, 0, phrase.start)]
    end = before[-1] if before else 0
    within = phrase.deed or _PART_OF_IT.search(phrase.line.text, end, phrase.start)
    return end if within else 0


#: "a deal that will begin on Sunday with a truce of six weeks": agreed to is the deal.
_PART_OF_IT = re.compile(r"\b(?:that|which) [^.;]{1,60}? with \Z")


_NAMED = re.compile(r"\b(?:cease-?fire|truce|moratorium|cessation)\b")
