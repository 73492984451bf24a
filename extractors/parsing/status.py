"""How far a thing had come, as its clause tells it: cues with a scope, the least real one wins.

In the manner of ConText (Harkema et al. 2009): a cue speaks for what follows or precedes it within
its clause. What is refused, denied, hoped for or demanded is never read as agreed or done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractors.fact import Status
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


_BOUNDARY = re.compile(
    r"[;:](?=\s)|\s[—–-]+\s|—|,\s+(?=(?:but|while|whereas|although|though|and|with|after|before|as|which|who"
    r"|whom|where|when|marking|bringing|following|despite|adding|saying|citing|calling|including|in addition"
    r"|unless|if|even|so|yet|because|since|until|once)\b)"
    r"|\s(?=(?:but|while|whereas|although|though|because|after|before|following|until|unless|if|despite"
    r"|except that|when|where|once|whether)\s)"
    r"|(?<!agreed)(?<!agree)(?<!agreement)\s(?=that\s)"
    r"|\s(?=and (?:\w+ly |also |then |later )?(?:said|says|will|would|could|agreed|announced|promised|pledged"
    r"|vowed|has|have|had|is|are|was|were|did)\b)"
)
_DASHES = ("—", "–", "-")
_IS = r"(?:is|are|was|were|has been|have been|had been|being|be|been)"

#: (name, status, where the cue stands to the trigger, words). First match in this order wins: the
#: least real reading of a clause is the one that is safe.
_CUES: tuple[tuple[str, Status, str, str], ...] = (
    (
        "denied",
        Status.DENIED,
        "before",
        r"\b(?:den(?:y|ies|ied|ying)|refut(?:es|ed))\b(?! access| entry)",
    ),
    ("denied", Status.DENIED, "after", rf"\b{_IS} denied\b|\bdenied by\b"),
    (
        "refused",
        Status.REJECTED,
        "before",
        r"\b(?:refus(?:e[sd]?|al|ing)|reject(?:s|ed|ing|ion)?|rul(?:es|ed|ing) out|declin(?:e[sd]?|ing)"
        r"|turn(?:s|ed|ing) down|dismiss(?:es|ed|ing)?|oppos(?:es|ed|ing)|(?:did|do|does|would|has|have|had) not"
        r" (?:yet )?agree[d]?|(?:didn't|doesn't|won't) agree|not agreed|rebuff(?:s|ed)|spurned|vetoed)\b",
    ),
    (
        "was refused",
        Status.REJECTED,
        "after",
        rf"\b(?:{_IS} (?:\w+ )?(?:rejected|refused|turned down|ruled out|dismissed|rebuffed|vetoed))\b"
        r"|\b(?:has|have|had) (?:so far |repeatedly |always |also )?(?:rejected|refused|ruled out)\b",
    ),
    (
        "failed",
        Status.FAILED,
        "before",
        r"\b(?:fail(?:s|ed|ing|ure)? to|cancel(?:s|led|ed|ling)?|call(?:s|ed|ing) off|postpon(?:e[sd]?|ing)"
        r"|suspend(?:s|ed|ing)?|abort(?:s|ed|ing)?|scrap(?:s|ped)?|collapse of|without (?:an? |any )?(?:agreement|deal)"
        r"|no (?:agreement|deal|breakthrough|progress|consensus) (?:on|to)|did not|didn't|has not|have not|had not|hasn't"
        r"|haven't|hadn't|never|unable to|could not|couldn't|no longer|derail(?:s|ed)|delay(?:s|ed|ing)?|put(?:s|ting)? off|halt(?:s|ed|ing)?|block(?:s|ed|ing)?)\b",
    ),
    (
        "came to nothing",
        Status.FAILED,
        "after",
        rf"\b(?:{_IS} (?:\w+ )?(?:cancel+ed|called off|postponed|suspended|aborted|scrapped|derailed|delayed|halted"
        r"|put off|broken off|disrupted|thwarted)|collaps(?:ed|es)|fell (?:through|apart)|broke (?:down|off)"
        r"|did not (?:take place|happen|go ahead|materiali[sz]e|occur)|failed to (?:take place|materiali[sz]e|go ahead)"
        r"|never (?:took place|happened|materiali[sz]ed))\b",
    ),
    (
        "demanded",
        Status.DEMANDED,
        "before",
        r"\b(?:demand(?:s|ed|ing)?|insist(?:s|ed|ing)?(?: on)?)\b",
    ),
    ("demanded", Status.DEMANDED, "after", rf"\b{_IS} demanded\b|\bdemanded by\b"),
    (
        "possible",
        Status.PROPOSED,
        "before",
        r"\b(?:propos(?:e[sd]?|al|als|ing)|offer(?:s|ed|ing)?|suggest(?:s|ed|ing|ion)?|call(?:s|ed|ing)? for"
        r"|urg(?:e[sd]?|ing)|seek(?:s|ing)?|sought|want(?:s|ed|ing)?|wish(?:es|ed)?|hop(?:e[sd]?|ing)|expect(?:s|ed|ing)?"
        r"|could|may|might|possib(?:le|ly|ility)|potential(?:ly)?|discuss(?:es|ed|ing|ions?)?|negotiat(?:e|es|ed|ing|ions)"
        r"|talks (?:on|about|over)|plan(?:s|ned|ning)? (?:to|for|on|a|an|the)|aim(?:s|ed|ing|ing at)?|consider(?:s|ed|ing)?"
        r"|read(?:y|iness)|prepared to|willing(?:ness)?|push(?:es|ed|ing)? for|press(?:es|ed|ing)? for|if|whether|unless"
        r"|intend(?:s|ed)?|prospects? (?:of|for)|likely|unlikely|preparations? (?:for|of)|preparing (?:to|for|a)"
        r"|advocat(?:e[sd]?|ing)|idea of|agenda|focus(?:es|ed|ing)? on|rais(?:e[sd]?|ing)|appeal(?:s|ed|ing)? (?:for|to)"
        r"|work(?:s|ed|ing)? (?:on|towards?)|pav(?:e|ing) the way|open to|favou?rs?|would like|depend(?:s|ed|ing)? on"
        r"|condition(?:s|al)?|request(?:s|ed|ing)?|ask(?:s|ed|ing)? (?:for|to)|would be|aspir\w+|speculat\w+|rumou?r\w*"
        r"|try(?:ing)? to|tried to|attempt(?:s|ed|ing)? to|effort(?:s)? to|in order to)\b",
    ),
    (
        "possible",
        Status.PROPOSED,
        "after",
        rf"\b(?:{_IS} (?:\w+ )?(?:possible|proposed|discussed|considered|expected|on the table|under discussion|on the agenda"
        r"|likely|unlikely)|could (?:take|happen|be|begin|start|include|see)|may (?:take|happen|be|begin)|might)\b",
    ),
    (
        "under way",
        Status.ONGOING,
        "both",
        r"\b(?:underway|under way|in process|in progress|ongoing|under implementation"
        r"|(?:is|are|was|were) (?:now |currently |still |already )?(?:being|continuing|taking place|happening|proceeding)"
        r"|(?:has|have|had) (?:now |already |just )?(?:begun|started)|began|begins|kick(?:s|ed) off|got under ?way"
        r"|(?:is|are) (?:now |currently )?(?:carrying out|conducting|holding|negotiating)|continu(?:es|ed|ing))\b",
    ),
    (
        "agreed",
        Status.AGREED,
        "before",
        r"\b(?:agree(?:s|d|ing)?(?: (?:to|on|upon|that|in principle)| (?=a\b|an\b|the\b|\W))?"
        r"|agreements? (?:to|on|for|of|about|regarding|over|under)|deals? (?:to|on|for|that|over|under|includes?)"
        r"|accord(?:s)? (?:to|on|for)|pact (?:to|on|for)|understanding (?:to|on|for|about)|undert(?:ook|akes?|aking) to|pledg(?:e[sd]?|ing)|vow(?:s|ed)"
        r"|promis(?:e[sd]?|ing)|commit(?:s|ted|ting)? (?:to|themselves)|approv(?:e[sd]?|ing)|sign(?:s|ed|ing)"
        r"|under the (?:deal|agreement|terms|accord|plan|ceasefire|truce)|terms of|reach(?:ed|es|ing) (?:an? )?"
        r"(?:agreement|deal|accord|understanding)|announc(?:e[sd]?|ing)|will|shall|would|clear(?:s|ed) the way)\b",
    ),
    (
        "agreed",
        Status.AGREED,
        "after",
        rf"\b(?:{_IS} (?:\w+ )?(?:agreed|approved|signed|reached|settled|announced)"
        r"|will (?:take place|happen|begin|start|be|include|see|follow)|to (?:take place|begin|start|follow))\b",
    ),
    (
        "carried out",
        Status.COMPLETED,
        "both",
        r"\b(?:carr(?:y|ies|ied|ying) out|complet(?:e[sd]?|ing|ion)|conduct(?:s|ed)|(?:took|taken|takes) place|held"
        r"|conclud(?:e[sd]?|ing)|ended|ends|finish(?:es|ed)|wrapp?(?:s|ed) up|occurred|happened|implemented|marks|marked"
        r"|secured|saw|seen|led to|resulted in|facilitat(?:ed|es)|staged|went ahead)\b",
    ),
    ("as agreed", Status.AGREED, "after", r"\bagreed (?:at|in|by|on|during|to|upon)\b"),
)

_RULES = tuple((name, status, where, pattern(words)) for name, status, where, words in _CUES)


def clauses(tape: Tape) -> tuple[Stretch, ...]:
    """The clauses of a sentence, in order, without gaps."""
    cuts = list(_BOUNDARY.finditer(tape.text))
    dashes = [cut for cut in cuts if cut.group().strip() in _DASHES]
    if len(dashes) % 2 == 0:  # a pair of dashes sets something apart within a clause
        cuts = [cut for cut in cuts if cut not in dashes]
    edges = [0, *(cut.end() for cut in cuts), len(tape.text)]
    return tuple(
        Stretch(start, end) for start, end in zip(edges, edges[1:], strict=False) if end > start
    )


def clause_at(parts: tuple[Stretch, ...], place: int) -> Stretch:
    """The clause in which a place of the tape lies."""
    return next((part for part in parts if part.holds(place)), parts[-1])


def standings(tape: Tape, clause: Stretch, trigger: Stretch) -> Iterator[Standing]:
    """All readings that cues of the clause give the trigger, the least real first."""
    if refusal := _TURNED_DOWN.match(tape.text, trigger.end):
        yield Standing(Status.REJECTED, Stretch(*refusal.span()), "was refused")
    for name, status, where, words in _RULES:
        if where != "after":
            for match in words.finditer(tape.text, _scope_start(tape, clause), trigger.start):
                yield Standing(status, Stretch(*match.span()), name)
        if where != "before":
            for match in words.finditer(tape.text, trigger.end, _scope_end(tape, clause, trigger)):
                yield Standing(status, Stretch(*match.span()), name)


_TURNED_DOWN = re.compile(
    r"[^.;]{0,40}?,? (?:an? |the )?(?:proposal|idea|offer|plan|formula|request|initiative|demand)\b[^.;]{0,60}?"
    r"\b(?:rejected|refused|turned down|ruled out|dismissed)\b"
)
_REACH_AFTER = 60  # places behind a trigger in which its own predicate stands


def _scope_start(tape: Tape, clause: Stretch) -> int:
    """What is denied, hoped or demanded before "that" speaks for what follows."""
    if not tape.text.startswith("that ", clause.start):
        return clause.start
    before = [match.end() for match in _BOUNDARY.finditer(tape.text, 0, max(0, clause.start - 1))]
    return before[-1] if before else 0


def _scope_end(tape: Tape, clause: Stretch, trigger: Stretch) -> int:
    """A predicate follows its subject closely; what comes after a comma is something else."""
    comma = tape.text.find(",", trigger.end, clause.end)
    end = min(clause.end, trigger.end + _REACH_AFTER)
    return end if comma < 0 else min(end, comma)


class Tense(NamedTuple):
    """What the words around a verb make of it."""

    status: Status | None  # None: an infinitive or participle, so the clause's cues decide
    words: Stretch


#: Words that stand right before a verb and settle what it tells, tried in order.
_BEFORE_VERB: tuple[tuple[Status | None, str], ...] = (
    (Status.FAILED, r"(?:\bnot|n't|\bnever|\bcannot)(?: yet)?(?: be| been)? \Z"),
    (
        Status.DEMANDED,
        r"\b(?:should|must|ought to|ha(?:s|ve) to|needs? to)(?: \w+ly)?(?: be)? \Z",
    ),
    (
        Status.AGREED,
        r"\b(?:is|are|was|were) (?:due |set )?to(?: be| start to be| begin to be)? \Z",
    ),
    (
        None,
        r"\b(?:could|may|might|can|would)(?: \w+ly| also| soon| then| each)?(?: be| have been)? \Z",
    ),
    (None, r"\b(?:will|shall|'ll)(?: \w+ly| also| soon| then| each)?(?: be)? \Z"),
    (Status.ONGOING, r"\b(?:is|are|was|were)(?: now| currently| also| still)? being \Z"),
    (None, r"\bto(?: be| mutually| each)? \Z"),
    (
        Status.COMPLETED,
        r"\b(?:has|have|had)(?: \w+ly| now| also| since| so far| just| each)*(?: been)? \Z",
    ),
    (None, r"\b(?:is|are|was|were|got|been)(?: \w+ly| now| also| later| then| still)? \Z"),
)
_VERB_RULES = tuple((status, re.compile(words)) for status, words in _BEFORE_VERB)
_BE = re.compile(r"(?:is|are|was|were|got|been)\b")
_REACH = 40  # tape places before a verb in which its auxiliaries stand


def tense(tape: Tape, clause: Stretch, verb: Stretch) -> Tense:
    """What a verb tells by its own form: done, under way, not done, or left to the clause's cues."""
    before = tape.text[max(clause.start, verb.start - _REACH) : verb.start]
    word = tape.text[verb.start : verb.end].split(" ")[0]
    for status, words in _VERB_RULES:
        if match := words.search(before):
            told = Stretch(verb.start - len(before) + match.start(), verb.end)
            if status is None and _BE.match(match.group()):
                return Tense(Status.ONGOING if word.endswith("ing") else Status.COMPLETED, told)
            return Tense(status, told)
    return Tense(None if word.endswith("ing") else Status.COMPLETED, verb)


_OUTER = {Status.DENIED, Status.REJECTED, Status.FAILED}
_NOT_REAL = {Status.DENIED, Status.REJECTED, Status.FAILED, Status.DEMANDED, Status.PROPOSED}


def noun_standing(tape: Tape, clause: Stretch, noun: Stretch) -> Standing | None:
    """The status of a thing named by a noun ("swap", "round of talks"); None where nothing says."""
    return next(standings(tape, clause, noun), None)


def verb_standing(tape: Tape, clause: Stretch, verb: Stretch) -> Standing:
    """The status of a deed named by a verb ("freed", "will exchange", "agreed to swap")."""
    told = tense(tape, clause, verb)
    found = list(standings(tape, clause, verb))
    if told.status is Status.COMPLETED:
        found = [cue for cue in found if cue.status in _OUTER and cue.words.start < verb.start]
    if told.status in (Status.ONGOING, Status.FAILED, Status.DEMANDED, Status.AGREED):
        found = [cue for cue in found if cue.status in _NOT_REAL]
    for cue in found:
        return cue
    return Standing(told.status or Status.REPORTED, told.words, "tense")
