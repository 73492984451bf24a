"""What attitudes to a truce make of it: asked for, taken, refused, taken on a condition.

The attitudes themselves are read by parsing/offers.py; what both sides take is agreed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.fact import Status
from extractors.kinds.ceasefire.phrases import Phrase
from extractors.kinds.ceasefire.telling import Cast, Telling
from extractors.kinds.ceasefire.words import SHOULD
from extractors.parsing.line import Side
from extractors.parsing.offers import Attitude, Stance
from extractors.parsing.parties import side_at, side_speaking
from extractors.parsing.responses import Response
from extractors.parsing.status import Stretch
from extractors.parsing.subjects import nearest_subject
from extractors.parsing.tape import pattern

#: The rule of a truce that leaders ask for of whom no name is known.
LEADERS = "leaders demand"
ASKING = (Attitude.PROPOSES, Attitude.DEMANDS)
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


def by_nobody(found: Sequence[Stance]) -> bool:
    """Whether nobody is named who asks: "the proposal calls for a truce of …"."""
    return all(one.attitude is Attitude.DEMANDS and one.doer is None for one in found)


def by_people(phrase: Phrase, found: Sequence[Stance]) -> bool:
    """Whether those who ask are no side: "protesters in London are calling for a truce"."""
    text = phrase.line.text
    return any(
        one.doer is None
        and one.attitude is Attitude.DEMANDS
        and _PEOPLE.search(text, max(0, one.words.start - 70), one.words.start)
        for one in found
    )


_PEOPLE = pattern(
    r"\b(?:protest[eo]rs|demonstrators|marchers|crowds?|activists|campaigners|famil(?:y|ies)"
    r"|relatives|residents|citizens|analysts|experts|students|celebrities|artists|musicians)"
    r"(?: (?:in|of|from|across|around|outside|near|at) (?:the )?[\w{place}{actor}{count} ]{1,30})?"
    r"(?: (?:are|were|is|was|have|has|had|also|again|been|on {date}|{date}|\w+ly)){0,4} \Z"
)


def of_a_plan(phrase: Phrase, told: Telling) -> bool:
    """ "It also calls for a truce of …": of a paper, where "it" means no side."""
    text, start = phrase.line.text, told.words.start
    asked = told.status is Status.DEMANDED and told.proposer is None
    return asked and _IT.search(text, max(0, start - 20), start) is not None


_IT = re.compile(r"\bit (?:also |further )?\Z")


def from_stances(
    cast: Cast, phrase: Phrase, found: Sequence[Stance], origin: Telling | None
) -> Telling:
    """One telling of all attitudes: who wants it, and who said what to that."""
    asking = [one for one in found if one.attitude in ASKING]
    proposer = next((one.doer for one in asking if one.doer), origin.proposer if origin else None)
    responses = responses_of(found) + (origin.responses if origin else ())
    answers = (Attitude.REFUSES, Attitude.ACCEPTS)
    declared = origin and origin.own and origin.words.start >= phrase.end
    if origin and declared and all(one.attitude in answers for one in found):
        return origin._replace(responses=responses_of(found))  # declared, whoever likes it or not
    main = next((one for one in found if one.attitude in answers), found[0])
    if main.attitude is Attitude.ACCEPTS and SHOULD.match(phrase.line.text, phrase.end):
        return Telling(Status.PROPOSED, "should begin", main.words, main.doer)
    if main.attitude is Attitude.ACCEPTS and _both_took(cast, phrase, main.words):
        return Telling(Status.AGREED, "agreed", main.words, proposer, between=True)
    if main.attitude is Attitude.ACCEPTS and phrase.deed and len(found) == 1:
        return Telling(Status.AGREED, "agrees to halt", main.words, proposer)
    rule = main.attitude.value + (" to extend" if phrase.extended else "")
    if main.attitude is Attitude.DEMANDS and proposer is None and _of_leaders(phrase, main.words):
        rule = LEADERS
    refused = origin is not None and origin.status is Status.REJECTED
    status = Status.REJECTED if refused else _STATUS[main.attitude]
    return Telling(status, rule, main.words, proposer, responses)


def _of_leaders(phrase: Phrase, words: Stretch) -> bool:
    """ "East African leaders called for a truce": sides that no name is known of."""
    text = phrase.line.text
    return _LEADERS.search(text, max(0, words.start - 90), words.start) is not None


_LEADERS = pattern(
    r"\b(?:leaders|presidents|heads of state|governments|countries|states|nations|powers|ministers"
    r"|mediators|envoys|ambassadors|lawmakers)(?: (?:from|of|in|at) [^.;,]{1,50})?"
    r"(?: (?:have|had|has|also|again|jointly|(?:on )?{date})){0,3} \Z"
)


def _both_took(cast: Cast, phrase: Phrase, words: Stretch) -> bool:
    """ "Russia and Ukraine agreed last month to a US proposal for a truce"."""
    line = phrase.line
    match = _BOTH.search(line.text, max(0, words.start - 110), words.start)
    if match is None or not _TOOK.match(line.text, words.start):
        return False
    places = [match.start() + sign.start() for sign in _SIGN.finditer(match.group())]
    sides = [side_at(line, place) for place in places]
    return all(side is not None and cast.fights(side) for side in sides)


_SIGN = re.compile(r"[\ue005\ue006]")
_BOTH = pattern(
    r"(?:[{actor}{person}](?:'s)? and (?:the )?(?:[\w-]+ ){0,2}?[{actor}{person}](?:'s)?"
    r"(?: (?:government|army|military|forces|junta|rebels|movement|side))?"
    r"|\b(?:both|the two|the warring|the opposing) (?:sides|parties|countries|armies|governments))"
    r"(?: (?:have|had|has|both|also|\w+ly|(?:on )?{date})){0,4} \Z"
)
_TOOK = re.compile(r"(?:agreed|accepted|approved|endorsed)\b")


def asked_by_speaker(cast: Cast, phrase: Phrase) -> Telling | None:
    """ "A ceasefire of 30 days should begin on Monday, Zelenskyy said"."""
    line = phrase.line
    if only := _ONLY_IF.search(line.text, max(0, phrase.start - 80), phrase.start):
        return _asked_as_condition(cast, phrase, only)
    if phrase.det not in ("", "a", "an"):
        return None
    if made := _MAKES.search(line.text, max(0, phrase.start - 12), phrase.start):
        return _made_condition(cast, phrase, made)
    match = _OUGHT.match(line.text, phrase.end)
    if there := _THERE_OUGHT.search(line.text, max(0, phrase.start - 40), phrase.start):
        speaker = side_speaking(cast.document, line, phrase.start)
        words = Stretch(*there.span())
        return Telling(Status.DEMANDED, "should be", words, speaker) if speaker else None
    if match is None:
        return None
    speaker = side_speaking(cast.document, line, phrase.start)
    words = Stretch(match.start("p"), match.end())
    return Telling(Status.DEMANDED, "should begin", words, speaker) if speaker else None


def _made_condition(cast: Cast, phrase: Phrase, made: re.Match[str]) -> Telling | None:
    if not _A_CONDITION.match(phrase.line.text, phrase.end):
        return None
    doer = nearest_subject(cast.document, phrase.line, made.start())
    return Telling(Status.DEMANDED, "condition", Stretch(*made.span("v")), doer) if doer else None


def _asked_as_condition(cast: Cast, phrase: Phrase, only: re.Match[str]) -> Telling | None:
    """ "… only if Moscow agrees to a truce": who makes it his condition asks for it."""
    doer = nearest_subject(cast.document, phrase.line, only.start())
    other = side_at(phrase.line, only.start("who"))
    if doer is None or other is None or doer.actor == other.actor or not cast.fights(doer):
        return None
    return Telling(Status.DEMANDED, "only if", Stretch(*only.span()), doer)


#: "is willing to meet him, but only if Moscow agrees to a full ceasefire".
_ONLY_IF = pattern(
    r"\bonly if (?:the )?(?P<who>[{actor}{person}]) (?:first )?"
    r"(?:agree[sd]?(?: to)?|accept(?:s|ed)|declare[sd]?|observe[sd]?|signs|signed) \Z"
)
_OUGHT = re.compile(
    r"[^.;,]{0,40}? (?P<p>(?:should|must|needs? to|needed to|has to|had to)"
    r" (?:immediately |first )?(?:start|begin|last|come (?:into|first|before)|precede|take effect"
    r"|be (?:declared|established|introduced|announced|reached|agreed|in place|implemented))"
    r"|(?:is|was) (?:urgently |also |first )?(?:needed|necessary|essential|required|imperative"
    r"|an? (?:\w+ )?(?:pre-?condition|condition|prerequisite|must) (?:for|of)))\b"
)
#: "said there must be a truce", "said what was needed was a truce".
_THERE_OUGHT = re.compile(
    r"\bthere (?:must|should|ha[sd] to|needs? to|needed to) (?:first |now |immediately )?be \Z"
    r"|\bwhat (?:is|was) needed (?:now )?(?:is|was) \Z"
)
#: "has made a truce a condition for talks".
_MAKES = re.compile(r"\b(?P<v>made|makes|making|set|sets|named|names) \Z")
_A_CONDITION = re.compile(
    r"[^.;,]{0,40}? (?:as )?(?:an?|its|his|their) (?:\w+ )?"
    r"(?:pre-?condition|condition|prerequisite)\b"
)


#: "will agree to a truce if …", "accepted it on condition that …".
_ON_CONDITION = re.compile(
    r"[^.;,]{0,25}?,? (?:(?:but )?only (?:if|when|once|after)|provided|on (?:the )?condition"
    r"|as long as) "
)
_ONLY = re.compile(r"\bonly (?:agree|accept|support|back|sign|observe|join)\w*(?: \w+){0,3} \Z")
_IF = re.compile(r"[^.;,]{0,25}?,? (?:if|when|once|after) ")


def is_conditional(phrase: Phrase) -> bool:
    """Whether a truce is agreed to "only if …"."""
    text = phrase.line.text
    only = _ONLY.search(text, max(0, phrase.start - 60), phrase.start)
    return bool(_ON_CONDITION.match(text, phrase.end) or (only and _IF.match(text, phrase.end)))


def as_answer(told: Telling) -> Telling:
    """ "would only accept a truce if …" answers to one; without the condition it asks for it."""
    if told.status is not Status.DEMANDED or told.proposer is None:
        return told
    answer = ((told.proposer, Response.ACCEPTED),)
    return Telling(Status.PROPOSED, "accepts", told.words, responses=answer)


def on_condition(told: Telling) -> tuple[tuple[Side, Response], ...]:
    """What sides answer where what follows sets a condition."""
    return tuple(
        (side, Response.CONDITIONAL if answer is Response.ACCEPTED else answer)
        for side, answer in told.responses
    )


def responses_of(found: Sequence[Stance]) -> tuple[tuple[Side, Response], ...]:
    """What sides answer, as the words before the truce tell."""
    return tuple(
        (one.doer, _RESPONSE[one.attitude])
        for one in found
        if one.doer and one.attitude in _RESPONSE
    )
