"""How far a thing had come, as its clause tells it: cues with a scope, the least real one wins.

In the manner of ConText (Harkema et al. 2009): a cue speaks for what follows or precedes it within
its clause. What is refused, denied, hoped for or demanded is never read as agreed or done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from extractors.fact import Status
from extractors.parsing.lexicon import LEXICON
from extractors.parsing.patterns import Rules
from extractors.parsing.status_words import BEFORE_VERB, BOUNDARY, CUES, TURNED_DOWN, UNDONE
from extractors.parsing.tape import Tape, pattern


class Stretch(NamedTuple):
    """Two places of a tape, half-open."""

    start: int
    end: int

    def holds(self, place: int) -> bool:
        return self.start <= place < self.end


class Standing(NamedTuple):
    """A status and the places of the words that say so."""

    status: Status
    words: Stretch
    cue: str


_BOUNDARY = re.compile(BOUNDARY)
_DASHES = ("—", "–", "-", "--")
_RULES = Rules((name, status, where, pattern(words)) for name, status, where, words in CUES)


_AGENCY = re.compile(r"[^().;:]{1,60} \([^().;]{1,30}\)")


def clauses(tape: Tape) -> tuple[Stretch, ...]:
    """The clauses of a sentence, in order, without gaps."""
    cuts = list(_BOUNDARY.finditer(tape.text))
    dashes = [cut for cut in cuts if cut.group().strip() in _DASHES]
    if dashes and _AGENCY.fullmatch(tape.text, 0, dashes[0].start()):
        dashes = dashes[1:]  # that of "KYIV (Agency) -" stands by itself
    if len(dashes) % 2 == 0:  # a pair of dashes sets something apart within a clause
        cuts = [cut for cut in cuts if cut not in dashes]
    edges = [0, *(cut.end() for cut in cuts), len(tape.text)]
    return tuple(Stretch(start, end) for start, end in pairwise(edges) if end > start)


def clause_at(parts: tuple[Stretch, ...], place: int) -> Stretch:
    """The clause in which a place of the tape lies."""
    for part in parts:
        if part.start <= place < part.end:
            return part
    return parts[-1]


def standings(tape: Tape, clause: Stretch, trigger: Stretch) -> Iterator[Standing]:
    """All readings that cues of the clause give the trigger, the least real first."""
    if refusal := _TURNED_DOWN.match(tape.text, trigger.end):
        yield Standing(Status.REJECTED, Stretch(*refusal.span()), "was refused")
    if undone := _UNDONE.match(tape.text, trigger.end):
        yield Standing(Status.FAILED, Stretch(*undone.span("but")), "but was called off")
    start = _scope_start(tape, clause, trigger)
    for name, status, where, words in _RULES.live(tape.text):
        if where != "after":
            for match in words.finditer(tape.text, start, trigger.start):
                yield Standing(status, Stretch(*match.span()), name)
        if where != "before":
            for match in words.finditer(tape.text, trigger.end, _scope_end(tape, clause, trigger)):
                yield Standing(status, Stretch(*match.span()), name)


_TURNED_DOWN = re.compile(TURNED_DOWN)
_UNDONE = re.compile(UNDONE)
_REACH_AFTER = 60  # places behind a trigger in which its own predicate stands


def _scope_start(tape: Tape, clause: Stretch, trigger: Stretch) -> int:
    """What is denied, hoped or demanded before "that" speaks for what follows."""
    if not tape.text.startswith("that ", clause.start):
        opening = _AT_TALKS.match(tape.text, clause.start, clause.end)
        if opening is None and tape.text.endswith(", ", 0, clause.start):
            opening = _WITH_WHICH.match(tape.text, clause.start, trigger.start)
        return opening.end() if opening else clause.start
    before = [match.end() for match in _BOUNDARY.finditer(tape.text, 0, max(0, clause.start - 1))]
    start = before[-1] if before else 0
    opening = _AT_TALKS.match(tape.text, start, clause.start)
    return opening.end() if opening else start


#: "In a second round of negotiations held in X, they agreed on …": where it was, not how far it is.
_AT_TALKS = pattern(
    r"\W{0,2}(?:in|during|after|following|at) [^,;.]{0,80}?\b(?:{talks}|rounds?|meetings?)\b"
    r"[^,;.]{0,80}, (?=(?:the )?[{actor}{person}]|(?:both|he|she|they) "
    r"|the (?:two )?(?:sides|parties|countries))",
    LEXICON,
)


#: "The ELN, with which talks were suspended in May, freed a policeman": he was freed.
_WITH_WHICH = re.compile(
    r"(?:(?:with|in|to|of|for|from|by|on|under|at|through|against) )?(?:who|which|whom|whose|where)"
    r" [^,;.]{1,90}, \Z"
)


def _scope_end(tape: Tape, clause: Stretch, trigger: Stretch) -> int:
    """A predicate follows its subject closely; what comes after a comma is something else."""
    end = min(clause.end, trigger.end + _REACH_AFTER)
    if aside := _ASIDE.match(tape.text, trigger.end, clause.end):
        return min(clause.end, aside.end() + _REACH_AFTER)
    if relative := _RELATIVE.search(tape.text, trigger.end, end):
        end = relative.start()
    comma = tape.text.find(",", trigger.end, clause.end)
    return end if comma < 0 else min(end, comma)


#: "the release of fishermen who have completed their sentences": another's deed.
_RELATIVE = re.compile(r" (?:who|whose|whom) ")
#: "A second swap, due that June, was postponed": what stands between two commas is passed over.
_ASIDE = re.compile(
    r"(?:[^.,;]{0,40}, [^.,;]{1,60})?, (?=(?:was|were|is|are|has|have|had|will|would|did|took|fell"
    r"|collapsed|followed|involved|saw|included|covered|resulted)\b)"
)


class Tense(NamedTuple):
    """What the words around a verb make of it."""

    status: Status | None  # None: an infinitive or participle, so the clause's cues decide
    words: Stretch


_VERB_RULES = tuple((status, re.compile(words)) for status, words in BEFORE_VERB)
_BE = re.compile(r"(?:is|are|was|were|got|been)\b")
_REACH = 40  # tape places before a verb in which its auxiliaries stand


def tense(tape: Tape, clause: Stretch, verb: Stretch) -> Tense:
    """What a verb's own form tells: done, under way, not done, or left to the clause's cues."""
    before = tape.text[max(clause.start, verb.start - _REACH) : verb.start]
    word = tape.text[verb.start : verb.end].split(" ")[0]
    for status, words in _VERB_RULES:
        if match := words.search(before):
            told = Stretch(verb.start - len(before) + match.start(), verb.end)
            if status is None and _BE.match(match.group()):
                return Tense(Status.ONGOING if word.endswith("ing") else Status.COMPLETED, told)
            return Tense(status, told)
    return Tense(None if word.endswith("ing") else Status.COMPLETED, verb)


#: Forms that are also subjunctives: "demanded that Kinshasa free 700".
_BASE = frozenset(
    {"free", "release", "return", "exchange", "swap", "hand", "repatriate", "transfer", "trade"}
    | {"liberate", "receive", "bring", "get", "let", "go", "come", "walk", "send", "set", "give"}
)
_OUTER = {Status.DENIED, Status.REJECTED, Status.FAILED}
_NOT_REAL = {Status.DENIED, Status.REJECTED, Status.FAILED, Status.DEMANDED, Status.PROPOSED}


def noun_standing(tape: Tape, clause: Stretch, noun: Stretch) -> Standing | None:
    """The status of a thing named by a noun ("swap", "round of talks"); None where nothing says."""
    return next(standings(tape, clause, noun), None)


_UNDER = re.compile(
    r"(?:\A|, )under (?:the|this|that|its) (?:[\w-]+ ){0,3}?"
    r"(?:deal|agreement|accord|truce|ceasefire|plan|framework|terms|arrangement)\b"
)


def _under_a_deal(tape: Tape, verb: Stretch) -> Stretch | None:
    """ "Under the deal, A releases 706 and B frees 181": the present tells what is agreed."""
    word = tape.text[verb.start : verb.end].split(" ")[0]
    if word not in _BASE and word.removesuffix("s") not in _BASE | {"releas", "exchang"}:
        return None
    match = _UNDER.search(tape.text, 0, verb.start)
    return Stretch(*match.span()) if match else None


#: "Under the deal, X plans to free 33": who keeps to what is settled only means to.
_MEANS_TO = re.compile(r"(?:(?:is|are) )?(?:plan(?:s|ned|ning)?|expected|intend(?:s|ed)?) to\b")
_SETTLED_DEAL = re.compile(
    r"(?:\A|, )under (?:the|this|that|its|an?) (?:terms of the )?(?:(?!propos)[\w\ue005-]+ ){0,3}?"
    r"(?:deal|agreement|accord|pact|truce|ceasefire)\b(?! (?:proposal|plan|offer|draft|outline))"
)


def _as_the_deal_has_it(tape: Tape, cue: Standing) -> Standing:
    """What somebody plans to do under a deal is agreed."""
    start, end = cue.words
    if cue.status is not Status.PROPOSED or not _MEANS_TO.match(tape.text, start, end + 3):
        return cue
    deal = _SETTLED_DEAL.search(tape.text, 0, start)
    return Standing(Status.AGREED, Stretch(*deal.span()), "under the deal") if deal else cue


#: "Fighting will stop while 33 hostages are freed": the present of what is to come.
_BESIDE_WHAT_WILL_BE = re.compile(
    r"\b(?:will|shall|'ll|(?:is|are) (?:due |set |expected )?to)\b[^.;]{1,120}"
    r"\b(?:while|when|as)\b[^.;]{1,60}\Z"
)
#: "The war ends once all hostages are freed": what has to be done first.
_TO_BE_DONE_FIRST = re.compile(r"\b(?:once|until|unless|if|provided)\b[^.;,]{1,60}\Z")
_PRESENT = re.compile(r"(?:is|are) (?!being\b)")


def _to_come(tape: Tape, told: Stretch) -> Standing | None:
    """The present passive beside what will be tells what is settled, after "once" what is asked."""
    if not _PRESENT.match(tape.text, told.start):
        return None
    near = tape.text, max(0, told.start - _FAR), told.start
    if match := _TO_BE_DONE_FIRST.search(*near):
        return Standing(Status.PROPOSED, Stretch(*match.span()), "to be done first")
    if match := _BESIDE_WHAT_WILL_BE.search(*near):
        return Standing(Status.AGREED, Stretch(*match.span()), "beside what will be")
    return None


_FAR = 180  # places before a verb in which its main clause stands


def verb_standing(tape: Tape, clause: Stretch, verb: Stretch) -> Standing:
    """The status of a deed named by a verb ("freed", "will exchange", "agreed to swap")."""
    told = tense(tape, clause, verb)
    if told.status is Status.COMPLETED and (coming := _to_come(tape, told.words)):
        return coming
    found = list(standings(tape, clause, verb))
    if told.words == verb and (deal := _under_a_deal(tape, verb)):
        return Standing(Status.AGREED, deal, "under the deal")
    if told.status is Status.COMPLETED and tape.text[verb.start : verb.end].split(" ")[0] in _BASE:
        found = [cue for cue in found if cue.status in _NOT_REAL and cue.words.start < verb.start]
    elif told.status is Status.COMPLETED:
        found = [cue for cue in found if cue.status in _OUTER and cue.words.start < verb.start]
    if told.status is Status.FAILED:
        found = [cue for cue in found if cue.status in (Status.DENIED, Status.REJECTED)]
    if told.status in (Status.ONGOING, Status.DEMANDED, Status.AGREED):
        found = [cue for cue in found if cue.status in _NOT_REAL]
    for cue in found:
        return _as_the_deal_has_it(tape, cue)
    return Standing(told.status or Status.REPORTED, told.words, "tense")
