"""How far a meeting had come, as the words around its mention and its date tell."""

from __future__ import annotations

import re
from datetime import date, timedelta

from extractors.fact import Status
from extractors.kinds.talks.arrivals import went_for
from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.said_days import on_weekday, year_is_assumed
from extractors.kinds.talks.standing_words import AHEAD, STANDINGS, TENSES, WHO_LED
from extractors.parsing.dates import DateMention
from extractors.parsing.status import Standing, Stretch
from extractors.parsing.tape import pattern
from extractors.values import date_end, date_start


def standing_of(mention: Mention, found: DateMention | None, published: date | None) -> Standing:
    """The status that the words give; a day after publication makes a plain telling one to come."""
    if mention.name == "deal":
        return Standing(Status.COMPLETED, mention.trigger, "agreed there")
    told = _as_said(mention)
    undated = told and told.status is Status.SCHEDULED and found is None and told.cue != "tense"
    if told and undated and not _arrived(mention):
        return told._replace(status=Status.PROPOSED)  # to come, but on no day that was agreed
    ends = date_end(found.edtf) if found else None
    if told and _was_due(mention, told) and ends and published and published - ends > _A_DAY:
        return told._replace(status=Status.FAILED)
    ahead = told and (told.cue == "setting ahead" or went_for(mention))
    if told and ahead and ends and published and ends < published:
        return Standing(Status.COMPLETED, told.words, "setting")  # "sent a team to talks on Friday"
    if told and (told.status is not Status.COMPLETED or (found and on_weekday(found))):
        return told
    if told and told.cue in _TOLD and found and year_is_assumed(found):
        return told
    starts, ends = (date_start(found.edtf), date_end(found.edtf)) if found else (None, None)
    if mention.name == "earlier":
        return told or Standing(Status.COMPLETED, mention.trigger, "earlier")
    if starts and published and starts > published:
        to_come = Standing(Status.SCHEDULED, mention.trigger, "date to come")
        return _as_hoped(mention, to_come) or to_come
    if told is None and ends and published and ends <= published and not _is_running(found):
        return Standing(Status.COMPLETED, mention.trigger, "date past")
    return told or Standing(Status.REPORTED, mention.trigger, "bare")


_A_DAY = timedelta(days=1)


def _was_due(mention: Mention, told: Standing) -> bool:
    """ "The talks were to begin on 4 February", told on the 15th: nobody says that they did."""
    if told.cue != "to come" or told.status is not Status.SCHEDULED:
        return False
    return bool(_DUE.search(mention.line.text, told.words.start))


_DUE = re.compile(
    r"\b(?:was|were|had been)(?: \w+)? (?:due|supposed|meant|to|set|scheduled|slated)\b"
    r"(?!.*\b(?:opened|began|begun|started|held|took place|got under ?way)\b)"
    r"(?!.*\b(?:opened|began|begun|started|held|took place|got under ?way)\b)"
)
#: "Thursday's meeting, if it happens at all, will fail".
_IF_AT_ALL = re.compile(
    r"[^.;,]{0,30}, if (?:it|they) (?:happens?|takes? place|goes? ahead|comes? off)\b"
)


def _as_said(mention: Mention) -> Standing | None:
    """What its verb, the cues around it or the words that name it say."""
    if denied := _denied(mention):
        return denied
    told = _of_verb(mention) if mention.verb else None
    told = _as_hoped(mention, told or _of_cues(mention))
    if told is None or told.cue == "setting":
        return _of_its_name(mention) or told or _asked(mention)
    recent = _is_recent(mention)
    return Standing(Status.COMPLETED, mention.trigger, "setting") if recent else told


def _denied(mention: Mention) -> Standing | None:
    """ "Kyiv denied a report that the two were to meet in Doha": in a clause of its own."""
    start = (mention.verb or mention.trigger).start
    text = mention.line.text
    words = _DENIES.search(text, max(0, start - _FAR), start)
    if words is None or _WHEN_IT_WAS.search(text, words.start(), start):
        return None
    return Standing(Status.DENIED, Stretch(*words.span()), "denied")


#: "denied that it struck a hospital during the talks": not those.
_WHEN_IT_WAS = re.compile(
    r"\b(?:during|at|in|after|following|since|before|until|amid|for|from)(?: [\w-]+){0,3} ?\Z"
)


_FAR = 140  # tape places before a meeting in which it is denied
_DENIES = pattern(
    r"\bden(?:y|ies|ied|ying)(?: (?:an?|the|any|all) (?:[\w-]+ ){0,2}?(?:reports?|claims?"
    r"|suggestions?|rumou?rs?)(?: in [^.;,]{1,30})?)? that (?!\w+ (?:said|told)\b)[^.;,]{0,80}\Z"
)


def _arrived(mention: Mention) -> bool:
    """ "arrived in Rome to take part in the round": at hand, whatever its day."""
    line, start = mention.line, mention.trigger.start
    return bool(_ARRIVED.search(line.text, max(mention.clause.start, start - 70), start))


_ARRIVED = re.compile(r"\barrived (?:in|at)\b")


def _is_running(found: DateMention | None) -> bool:
    """ "This week", which goes on when its last day is that of the report."""
    return found is not None and (found.anchor or "").lower().startswith("this ")


def _asked(mention: Mention) -> Standing | None:
    if not mention.line.text.rstrip().endswith("?"):
        return None
    return Standing(Status.PROPOSED, mention.trigger, "asked")


def _of_its_name(mention: Mention) -> Standing | None:
    """ "The ongoing talks", "after the upcoming session": as the words that name it say."""
    text, trigger = mention.line.text, mention.trigger
    start = max(mention.reach.start, trigger.start - len("forthcoming "))
    if _GOING_ON.search(text, start, trigger.end):
        return Standing(Status.ONGOING, trigger, "under way")
    if _UPCOMING.search(text, start, trigger.end) or _GO_THERE.search(text, *trigger):
        return Standing(Status.SCHEDULED, trigger, "to come")
    if _is_recent(mention):
        return Standing(Status.COMPLETED, trigger, "setting")
    return None


def _is_recent(mention: Mention) -> bool:
    """ "Suggests that it used recent negotiations in Istanbul": those were held."""
    start, end = mention.trigger
    return _RECENT.search(mention.line.text, max(0, start - len("recent ")), end) is not None


_RECENT = re.compile(r"\brecent\b")
_GOING_ON = re.compile(r"\bongoing\b")
#: "a delegation will travel to Doha to continue the talks".
_GO_THERE = re.compile(
    r"\b(?:will|would|to) (?:\w+ )?(?:travel|fly|head|go|leave|depart|return|move|shift|switch)\b"
)
_UPCOMING = re.compile(r"\b(?:upcoming|forthcoming|planned)\b")
#: "The fifth round started in Rome on Friday", with no word of its end.
_OPENED = pattern(
    r"(?:(?!,|\b(?:that|which|when)\b)[^.;]){0,60}?\b(?:beg[au]n|started|opened|resumed|kicked off"
    r"|commenced|got under ?way)\b(?![^.;]{0,90}?\b(?:end\w*|concluded|lasted|broke up|finished)\b)"
)


def _opened(mention: Mention) -> bool:
    """Whether the words tell that a meeting began, and not that it ended."""
    text, start = mention.line.text, mention.trigger.start
    if _OPENS.search(text, max(mention.clause.start, start - 60), start):
        return True
    return bool(_OPENED.match(text, mention.trigger.end, mention.after.end))


_OPENS = re.compile(r"\b(?:opened|beg[au]n|started|resumed|kicked off)(?: [\w-]+){0,4} \Z")


_TOLD = ("told", "told ended", "tense")
_PRESENT = re.compile(r"(?:meet|meets|gather|convene|reconvene|hold|holds|sit down|begin)\b")


#: "have not met in person since 29 March": that day they met.
_NEVER = re.compile(r"(?:\bnot|n't|\bnever)(?: \w+)? \Z")
_NOT_SINCE = pattern(r"(?: [\w-]+){0,4}? since(?: [\w-]+){0,2}? {date}")


def _of_verb(mention: Mention) -> Standing | None:
    assert mention.verb is not None  # noqa: S101  # asked only of mentions with a verb
    line, verb = mention.line, mention.verb
    never = _NEVER.search(line.text, max(0, verb.start - 20), verb.start)
    if never and (since := _NOT_SINCE.match(line.text, verb.end)):
        return Standing(Status.COMPLETED, Stretch(verb.start, since.end()), "last met")
    off = _first(mention, ("called off", "refused", "denied", "no plans"), verb)
    if off:
        return off
    if begun := _HAVE_BEGUN.search(line.text, max(0, verb.start - 12), verb.end):
        return Standing(Status.ONGOING, Stretch(*begun.span()), "tense")
    start = max(mention.clause.start, verb.start - 70)
    for status, rule in TENSES:
        if match := rule.search(line.text, start, verb.start):
            if status is Status.ONGOING and _ON_A_DAY.match(line.text, verb.end):
                status = Status.SCHEDULED
            elif status is Status.ONGOING and not line.text[
                verb.start : verb.end
            ].rstrip().endswith("ing"):
                continue
            return Standing(status, Stretch(match.start(), verb.end), "tense")
    word = line.text[verb.start : verb.end]
    if _AWAITED.match(word):
        due = Status.SCHEDULED if word.startswith("due") else Status.PROPOSED
        return Standing(due, verb, "awaited")
    if _PRESENT.match(word):
        past = _HEADED.match(line.text) or line.text.endswith(" did ", 0, verb.start)
        told = Status.COMPLETED if past else Status.SCHEDULED
        return Standing(told, verb, "present")
    return None if word.rstrip().endswith("ing") else Standing(Status.COMPLETED, verb, "tense")


#: "are expected in Doha on Monday"
_AWAITED = re.compile(r"(?:expected|due|awaited)\b")
#: "April 12: A and B hold talks in Muscat", in a chronicle.
_HEADED = pattern(r"\A{date}(?::| ?[–—-]) ")
#: "have resumed negotiations in Oslo": they go on.
_HAVE_BEGUN = re.compile(
    r"\b(?:have|has) (?:(?:now|just|already|again|also) )?(?:started|opened|resumed|reopened)\Z"
)
#: "is meeting the minister in Oslo on Friday": not now.
_ON_A_DAY = pattern(r"(?<=meeting)(?: [\w{place}{person}{actor}'-]+){1,6}? on {date}")
_HOPED = pattern(
    r"\b(?:(?:hop\w+|wants?|wanted|suggest\w*|propos\w+|insist\w*|demand\w*|believ\w+|urg\w+"
    r"|possib\w+|confident|optimistic) that|hop(?:es?|ed|ing)(?! (?:to|for)\b))"
    r" (?:[\w{actor}{person}-]+ ){0,5}\Z"
)


def _as_hoped(mention: Mention, told: Standing | None) -> Standing | None:
    """ "Kyiv hopes that talks will resume": what is to come only in hope, if at all."""
    text, start = mention.line.text, mention.trigger.start
    if doubt := _IF_AT_ALL.match(text, mention.trigger.end):
        return Standing(Status.PROPOSED, Stretch(*doubt.span()), "if at all")
    start = mention.verb.start if mention.verb else start
    hoped = _HOPED.search(text, max(0, start - 70), start)
    if hoped is None or (told and told.status not in (Status.SCHEDULED, Status.COMPLETED)):
        return told
    return Standing(Status.PROPOSED, Stretch(*hoped.span()), "hoped for")


def _of_cues(mention: Mention) -> Standing | None:
    return _first(mention, None, mention.trigger)


def _first(mention: Mention, cues: tuple[str, ...] | None, trigger: Stretch) -> Standing | None:
    text = mention.line.text
    begin = max(mention.clause.start, mention.reach.start, trigger.start - 80)
    for status, side, cue, rule in STANDINGS:
        if cues and cue not in cues:
            continue
        if side == "before":
            match = rule.search(text, begin, max(begin, trigger.start))
        else:
            match = rule.match(text, trigger.end, mention.after.end)
        if match and side == "before" and status in _TO_COME and _is_told_of(mention):
            continue
        if match:
            words = Stretch(match.start(), max(match.end(), match.start() + 1))
            if cue == "setting" and _is_ahead(mention, words):
                return Standing(Status.SCHEDULED, words, "setting ahead")
            return Standing(status, words, cue)
    return None


_TO_COME = (Status.SCHEDULED, Status.PROPOSED)
#: "will present a statement on the talks": which are there already.
_ACCOUNT = pattern(
    r"\b(?:statement|report|briefing|summary|account|communique|details) (?:on|of|about|from)"
    r"(?: (?:the|their|its|these))? ?\Z"
)


def _is_told_of(mention: Mention) -> bool:
    text, start = mention.line.text, mention.trigger.start
    return bool(_ACCOUNT.search(text, max(0, start - 40), start))


def _is_ahead(mention: Mention, words: Stretch) -> bool:
    """ "will be raised at the talks": a setting of something that is still to come."""
    text = mention.line.text
    ahead = AHEAD.search(text, mention.clause.start, words.start)
    if ahead is None or not _THERE.match(text, words.start):
        return False
    return not WHO_LED.search(text, max(ahead.end(), words.start - 90), words.start)


_THERE = re.compile(r"(?:in|at|during)\b")


def still_on(
    mention: Mention, standing: Standing, on: str | None, published: date | None
) -> Standing:
    """The standing of what opened on the day of the report, or goes on past it."""
    end, start = date_end(on or ""), date_start(on or "")
    if not (end and start and published) or standing.status is not Status.COMPLETED:
        return standing
    some_days = (end - start).days < _A_WEEK or _opened(mention)  # "this week" is no length
    within = "/" in str(on) and start <= published < end and some_days
    goes_on = within or (start == published and _opened(mention))
    return standing._replace(status=Status.ONGOING) if goes_on else standing


_A_WEEK = 6  # days from its first to its last
