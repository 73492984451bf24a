"""What a noun for talks names that is no meeting of a war: talks that were not held, called off or
only striven for, an office, trade talks and talk shows."""

from __future__ import annotations

from extractors.kinds.talks import words
from extractors.parsing.line import Line
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

#: "have not held direct talks since the first weeks of the war", which names no day.
_NOT_HELD = pattern(r"(?:\bnot|n't|\bnever) (?:yet )?(?:held|had)(?: [\w-]+){0,3} ?\Z")
#: "did not hold direct talks", while somebody went between them: no talks that failed.
_DO_NOT_HOLD = pattern(r"(?:\bnot|n't|\bnever) (?:hold|have)(?: any)? \Z")
_DIRECT = pattern(r"(?:direct|face-to-face) ")
#: "a postponement of the dialogue would follow": a threat, no meeting.
_OFF = pattern(r"\b(?:postponement|cancellation|suspension) of(?: [\w-]+){0,3} ?\Z")
_WOULD = pattern(r"[^.;,]{0,40}? (?:would|could|might|may)\b")
#: "efforts to revive talks faltered on Thursday".
_EFFORTS = pattern(
    r"\b(?:efforts?|attempts?|bids?|push) (?:to|at) (?:revive|restart|resume|broker|get|bring"
    r"|relaunch|reviving|restarting|resuming)(?: [\w-]+){0,2} ?\Z"
)
#: "gave the government 24 hours to open talks", "a prerequisite to restarting talks": none yet.
_TO_BE_OPENED = pattern(
    r"(?:{duration}|\b(?:prerequisites?|pre-?conditions?|conditions?|deadline|ultimatum))"
    r" (?:to|for) (?:re)?(?:open|start|begin|launch|enter|join|sum)\w*(?: [\w-]+){0,2} ?\Z"
)
#: "the proposal under negotiation in Qatar": no meeting.
_UNDER = pattern(r"\bunder \Z")
#: "said by the coordinator of the talks": whose office it is.
_OF_THEIR_OFFICE = pattern(
    r"\b(?:coordinator|chair|chairman|organi[sz]er|moderator|spokes(?:man|woman|person)|observer)"
    r" (?:of|for|at) (?:(?:the|these|those) )?\Z"
)
#: "no envoys of Kyiv were invited to the talks": who is not there.
_KEPT_OUT = pattern(
    r"\b(?:(?:neither|no|not|never|without|nor)\b[^.;,]{0,80}?\b(?:invited|admitted)(?: to)?"
    r"|(?:excluded|sidelined|shut out|left out|absent)(?: from| of)?)(?: [\w-]+){0,2} ?\Z"
)
#: "discussed the possibility of direct talks during a meeting": what that was about.
_DISCUSSED = pattern(
    r"\b(?:possibility|prospects?|resumption|idea|potential|likelihood|resuming|renewing)"
    r" (?:of |for )?(?:[\w-]+ ){0,2}\Z"
)
_AT_A_MEETING = pattern(
    r"[^.;]{0,60}? (?:during|in|at) (?:an?|their|the|today's|{date}'s)"
    r" (?:[\w{duration}-]+ ){0,3}?(?:{gathering})\b",
    words.WORDS,
)
#: "moved him to Moscow amid talks with Kyiv on a swap": contacts, no meeting of a day or place.
_AMID = pattern(r"\b(?:amid|promot\w+|encourag\w+) (?:[\w-]+ ){0,2}\Z")
#: "blamed Kyiv for stalled talks on Sunday": what somebody spoke of.
_BLAMED = pattern(r"\b(?:blam|accus|fault)\w* [^.;]{1,70}? (?:for|of|over)(?: [\w-]+){0,3} ?\Z")
_MET_THERE = pattern(r"[^.;,]{0,60}? (?:in {place}|on {date}|{date})")
#: "the latest release, as well as previous ones": those of the other thing that is named.
_OTHER = pattern(
    r"\b(?:releases?|exchanges?|swaps?|deals?|agreements?|truces?|ceasefires?|attacks?|strikes?"
    r"|sanctions|proposals?|deliver(?:y|ies)|handovers?|returns?|offensives?)\b"
)
_OF_TALKS = pattern(r"\b(?:{talks}|rounds?|meetings?|sessions?|{gathering})\b", words.WORDS)
_SINCE_DAY = pattern(r"(?: [\w-]+){0,3}? since {date}")


def is_something_else(line: Line, stretch: Stretch) -> bool:
    """Trade talks, talk shows, "no talks"."""
    text, (start, end) = line.text, stretch
    if any(rule.search(text, max(0, start - 70), start) for rule in _ALONE):
        return True
    if any(rule.search(text, max(0, start - 110), start) for rule in _FAR_BEFORE):
        return True
    if text.endswith(" in ", 0, start) and text.startswith("separate ", start):
        return True  # "hosted the two in separate meetings": they did not meet
    if text.endswith(" ones", start, end) and _OTHER.search(text, 0, start):
        return _OF_TALKS.search(text, 0, start) is None
    behind = words.OTHER_AFTER.match(text, end) or _SUPPOSED.match(text, end)
    return bool(behind) or _is_told_otherwise(line, stretch)


#: "Negotiations on it were supposed to begin this month": they did not.
_SUPPOSED = pattern(
    r"[^.;,]{0,80}? (?:was|were|had been) (?:supposed|meant) to (?:begin|start|open|resume|follow"
    r"|take place|be held)\b"
)
_ALONE = (
    *(_TO_BE_OPENED, _UNDER, _EFFORTS, _OF_THEIR_OFFICE),
    *(words.OTHER_BEFORE, words.NO_TALKS),
)
_FAR_BEFORE = (_BLAMED, _KEPT_OUT)


def _is_told_otherwise(line: Line, stretch: Stretch) -> bool:
    """Whether words on both sides of it tell together that none was held."""
    before = line.text[max(0, stretch.start - 70) : stretch.start]
    if _OFF.search(before):
        return bool(_WOULD.match(line.text, stretch.end))
    if _AMID.search(before):
        return not _MET_THERE.match(line.text, stretch.end)
    if _DISCUSSED.search(before):
        return bool(_AT_A_MEETING.match(line.text, stretch.end))
    if _DO_NOT_HOLD.search(before):
        return bool(_DIRECT.match(line.text, stretch.start))
    return bool(_NOT_HELD.search(before)) and not _SINCE_DAY.match(line.text, stretch.end)


def is_of_a_crowd(line: Line, verb: Stretch) -> bool:
    """ "Thousands gathered to welcome those freed": a crowd negotiates nothing."""
    return _CROWD.search(line.text, max(0, verb.start - 40), verb.start) is not None


_CROWD = pattern(
    r"(?:(?<!the ){count}|(?<!the )(?:{count}|two|three) (?:presidents|leaders|prime ministers"
    r"|premiers)"
    r"|\b(?:thousands|hundreds|dozens|crowds?|people|families|relatives|mourners"
    r"|protesters"
    r"|demonstrators|supporters|residents|israelis|palestinians|onlookers))"
    r"(?: (?!and\b)[\w-]+){0,2} \Z"
)


def is_but_apart(line: Line, verb: Stretch) -> bool:
    """ "Though they did not sit in one room": how they negotiated, and no meeting that failed."""
    near = _IN_ONE_ROOM.match(line.text, verb.end)
    return near is not None and _NOT.search(line.text, 0, verb.start) is not None


_IN_ONE_ROOM = pattern(
    r" (?:down )?(?:in (?:one|{count}|the same) room|at (?:one|{count}|the same) table|together"
    r"|face to face|opposite|directly)\b(?! since\b)"
)
_NOT = pattern(r"(?:\b(?:did|do|does|had|have|has|would) not|n't|\bnever|\bwithout) \Z")


def is_no_meeting(line: Line, verb: Stretch) -> bool:
    """Whether a verb of meeting tells of a crowd, how two negotiated, or where one alone was."""
    return is_of_a_crowd(line, verb) or is_but_apart(line, verb) or _is_of_one(line, verb)


def _is_of_one(line: Line, verb: Stretch) -> bool:
    """ "Expected", "due", "were in Doha since April": only of two sides, or of delegates, who are
    somewhere or awaited there."""
    if not is_being_there(line, verb):
        return False
    if line.text.startswith(_AWAITED, verb.start) and not _ARE.search(line.text, 0, verb.start):
        return True
    return not _WHO_ARE.search(line.text, line.clause(verb.start).start, verb.start)


def is_being_there(line: Line, verb: Stretch) -> bool:
    """Whether a verb tells only that somebody is somewhere, or awaited there."""
    spent = _SPENT_THERE.match(line.text, verb.start)
    return bool(spent) or line.text.startswith(_BEING_THERE, verb.start)


_AWAITED = ("expected", "due", "awaited")
_ARE = pattern(r"\b(?:are|were)(?: (?:also|now|both|again))? \Z")
_SPENT_THERE = pattern(r"spent (?:[\w-]+ )?{duration} in {place}(?!,? (?:with|together)\b)")
_BEING_THERE = (*_AWAITED, "were", "been", "stayed", "remained")
_WHO_ARE = pattern(
    r"(?:\b(?:{delegates}|{sides})\b[^.;,]{0,70}?"
    r"|[{actor}{person}](?:'s)?(?: [\w-]+){0,3} and (?:the )?[{actor}{person}](?:'s)?"
    r"(?: [\w-]+){0,3})(?: (?:are|were|have|had|has|also|now|both|again)){0,3} \Z",
    words.WORDS,
)
