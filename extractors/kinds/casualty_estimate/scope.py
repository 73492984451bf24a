"""Whether a toll is that of a war or of a period of it, and not that of one blow or one day."""

from __future__ import annotations

import re
from datetime import timedelta

from extractors.kinds.casualty_estimate import words
from extractors.kinds.casualty_estimate.contingents import is_of_contingent
from extractors.kinds.casualty_estimate.frames import WORDS
from extractors.kinds.casualty_estimate.going_on import KILLED_THERE, by_war_before
from extractors.kinds.casualty_estimate.held import is_told_as_held
from extractors.kinds.casualty_estimate.lengths import is_in_a_month, takes_days
from extractors.kinds.casualty_estimate.periods import FAMOUS, dates_in, named_periods
from extractors.kinds.casualty_estimate.tolls import Toll, reach_of, size
from extractors.parsing.dates import DateMention
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.numbers import Duration
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern
from extractors.values import date_start

_MANY = 5000  # so many are not killed by one blow
_SEVERAL = 500  # so many are estimated, or suffered by an army
_FRESH = timedelta(days=3)  # "since Saturday" is no period


def is_of_war(document: Document, toll: Toll) -> bool:
    """Whether a toll is that of the war or of a named period of it."""
    text, reach = toll.line.text, reach_of(toll)
    printed = toll.line.tape.words(*reach).lower()  # "Vietnam" is a sign on the tape
    no_war = words.ELSEWHERE.search(printed) or words.RATE.search(text, *reach)
    if no_war or is_of_its_cause(toll):
        return False
    if toll.measure == "captured":
        return _is_held(document, toll)
    if words.BEHIND_BARS.search(text, *reach) or _of_disaster(document, toll):
        return False
    if words.ONE_DAY.search(text, *reach) or _in_hours(toll.line, reach):
        return toll.measure == "casualties" and _is_armys_count(toll)
    if _counted_over_time(document, toll, reach) or is_of_contingent(toll):
        return True
    if _on_one_day(toll, reach):
        return False
    if _ON_ITS_SIDE.search(text, *reach):
        return True
    perfect = bool(words.PERFECT.search(text, *reach))
    if size(toll) >= _MANY and (perfect or not _of_one_blow(toll)):
        return True
    return not _of_one_blow(toll) and _is_summed_up(toll, reach)


def _behind_aside(toll: Toll, start: int) -> int:
    """Where a clause goes on behind an aside between dashes that ends before a toll."""
    dashes = toll.line.text.count("—", start, toll.place)
    closed = dashes and dashes % 2 == 0
    return toll.line.text.rfind("—", start, toll.place) if closed else start


def is_of_its_cause(toll: Toll) -> bool:
    """Whether it is the toll of the blow with which the war began."""
    text, start = toll.line.text, reach_of(toll).start
    if words.SET_OFF_BY.search(text, start, toll.place):
        return True
    behind = _behind_aside(toll, start)
    if toll.measure != "captured" and (
        words.IN_DATED_BLOW.match(text, toll.stretch.end)
        or words.SURPRISE.search(text, *reach_of(toll))
    ):
        return True
    return toll.measure != "captured" and bool(words.DATED_BLOW.search(text, behind, toll.place))


def _of_disaster(document: Document, toll: Toll) -> bool:
    """Whether the article opens with an earthquake and the sentence tells of no fighting, or names
    the disaster right beside its dead."""
    near = max(0, toll.place - _BESIDE)
    if words.IN_DISASTER.search(toll.line.text, near, toll.place):
        return True
    opens = any(words.DISASTER.search(line.text) for line in document.lines[:_OPENING])
    return opens and not words.WARLIKE.search(toll.line.text)


_BESIDE = 70  # places before a toll in which its cause is named
_OPENING = 2  # sentences that tell what an article is about


def goes_on_from(before: Toll, toll: Toll) -> bool:
    """ "Fifty were killed on both sides. India, for its part, said that 15 civilians had died"."""
    if toll.line is before.line:
        return toll.clause == before.clause or bool(_WHILE.match(toll.line.text, toll.clause.start))
    if words.ONE_DAY.search(toll.line.text, *reach_of(toll)):
        return False
    if words.FRONTED_LAND.match(toll.line.text):
        near = toll.line.sentence.rank - before.line.sentence.rank <= _NEAR
        return near and not _of_one_blow(toll)
    if not 0 <= toll.line.sentence.span.start - before.line.sentence.span.end <= 2:
        return False
    if toll.measure == "killed" and KILLED_THERE.match(toll.line.text):
        return not _of_one_blow(toll)
    if words.BOTH_SIDES.search(before.line.text) or words.FOR_ITS_PART.search(toll.line.text):
        return True
    counted = before.population and toll.population == "military"
    return bool(counted and words.PERFECT.search(toll.line.text, *toll.stretch)) and not (
        _of_one_blow(toll) or _on_one_day(toll, reach_of(toll))
    )


_NEAR = 4  # sentences between the tolls of two lands
_WHILE = re.compile(r"(?:, )?(?:while|whereas|and|including) ")


def _is_armys_count(toll: Toll) -> bool:
    """What an army says the enemy lost in a day: a figure of the war, not of one blow."""
    return size(toll) >= _IN_A_MONTH and not _of_one_blow(toll)


def _in_hours(line: Line, reach: Stretch) -> bool:
    """ "In the past 24 hours"."""
    return any(
        isinstance(length, Duration)
        and length.unit in ("minutes", "hours")
        and _PAST.search(line.text, max(0, place - 20), place)
        for place, length in line.tape.annotations(*reach)
    )


_PAST = re.compile(r"\b(?:past|last|previous|preceding|in|within) \Z")


def _counted_over_time(document: Document, toll: Toll, reach: Stretch) -> bool:
    text = toll.line.text
    since = words.SINCE.search(text, *reach)
    if since and not (
        _is_fresh(document, toll.line, since.end())
        or words.WORST_SINCE.search(text, max(0, since.start() - 60), since.start())
    ):
        return True
    if words.BOTH_SIDES.search(text, *reach) or words.OVER_DAYS.search(text, *reach):
        return True
    if takes_days(toll.line, reach) or is_in_a_month(toll.line, reach):
        return True
    if (war := words.IN_WAR.search(text, *reach)) and not _in_one_clash(toll, war):
        return True
    if toll.frame == "two sides":
        return not _of_one_blow(toll)
    whole = words.WAR_WHICH_KILLED.match(text) if toll.frame == "verb first" else None
    if whole and whole.end() > toll.words.start:
        return True
    killed = words.WAR_KILLED.search(text, *reach) or by_war_before(toll)
    if killed and not (words.ONE_BLOW.search(killed.group()) or _is_blow(toll, killed)):
        return not words.SET_OFF.search(killed.group())
    return any(_is_period(toll, mention) for mention in named_periods(toll.line, reach))


_CLASH = re.compile(r"\A(?:clashes|fighting|violence)|(?:clashes|fighting|violence)\Z")


def _in_one_clash(toll: Toll, war: re.Match[str]) -> bool:
    """ "Two were killed in the clashes that erupted early on 15 April": a toll of one day."""
    if size(toll) >= _IN_A_MONTH or not _CLASH.search(war.group()):
        return False
    days = (mention for place, mention in dates_in(toll.line) if place >= war.end())
    return any(mention.role == "at" and len(mention.edtf) == 10 for mention in days)


def _is_blow(toll: Toll, war: re.Match[str]) -> bool:
    """ "An assault on the capital left 15 injured"."""
    blow = war.group().startswith(("assault", "incursion", "operation"))
    return size(toll) < _IN_A_MONTH and (blow or _in_one_clash(toll, war))


def _is_period(toll: Toll, mention: DateMention) -> bool:
    """ "Between May 7 and 10"; a month may only date a blow, unless many fell in it."""
    return mention.role != "at" or size(toll) >= _IN_A_MONTH


_IN_A_MONTH = 100


def _is_fresh(document: Document, line: Line, start: int) -> bool:
    """ "Since Saturday": a matter of days."""
    published = document.article.published_on
    for _, mention in line.tape.annotations(start, start + 12):
        if published and isinstance(mention, DateMention):
            begun = date_start(mention.edtf)
            return bool(begun and published - _FRESH < begun <= published)
    return False


def _on_one_day(toll: Toll, reach: Stretch) -> bool:
    """Whether a clause is dated to a day; "as of" a day ends a period."""
    that = toll.line.text.startswith("that ", toll.clause.start)
    start = toll.clause.start if that else reach.start  # "On Monday he claimed that …"
    for place, mention in toll.line.tape.annotations(start, reach.end):
        if isinstance(mention, DateMention) and _is_day(mention):
            before = toll.line.text[max(0, place - 40) : place]
            if not words.NO_DAY_OF_DEATH.search(before):
                return True
    return False


def _is_day(mention: DateMention) -> bool:
    """A day on which people may have died, no famous one."""
    return mention.role == "at" and len(mention.edtf) == 10 and mention.edtf[5:] not in FAMOUS


def _of_one_blow(toll: Toll) -> bool:
    """Whether an attack, a raid or a crash stands in the clause or shortly before it."""
    stretch = max(0, toll.clause.start - 60), toll.clause.end
    return bool(words.ONE_BLOW.search(toll.line.text, *stretch))


def _is_summed_up(toll: Toll, reach: Stretch) -> bool:
    text = toll.line.text
    if words.IN_ALL.search(text, *reach):
        return True
    if toll.measure == "missing" and words.LISTED.search(text, *toll.stretch):
        return size(toll) >= _IN_A_MONTH
    if any(rule.search(text, reach.start, toll.place) for rule in _LOSSES):
        return size(toll) >= _IN_A_MONTH
    suffered = words.SUFFERED.search(text, reach.start, toll.place)
    return size(toll) >= _SEVERAL and bool(suffered or words.ESTIMATED.search(text))


_LOSSES = (words.LOSSES_OF, words.WITH_LOSSES)
_FEW = 5
_STATE = re.compile(r"\b(?:still|remain\w*|are|is|has|have|holds?|holding|number of)\b")
_KEPT = re.compile(r"\b(?:held|kept|imprisoned|jailed|detained|in (?:its|their) hands)\b")
#: "put the toll on their side at 36": beside that of the other.
_ON_ITS_SIDE = re.compile(r"\btoll on (?:its|their|his|the \ue005) (?:own )?side\b")
_CARRIED_OFF = re.compile(r"deported|(?:to|into|from) [\ue005\ue007]|abducted|number of")
_COME_BACK_NOW = re.compile(rf"[^,;.]{{0,90}}?{words.COME_BACK.pattern}")
#: "its 150 prisoners have been transferred to Belarus": on their way home.
_MOVED = re.compile(r"transferred|removed|taken (?:to|into|from)\b")
#: "are believed to have been taken hostage in the attacks": the toll of a blow.
_TAKEN = re.compile(r"taken (?:as )?(?:prisoner|captive|hostage)|abducted|kidnapped")
_PEOPLE = pattern(
    r"\ue005|\b(?:people|persons|hostages|captives|{soldiers}|{civilians}|citizens|more|others"
    r"|cases|who|of those|of its (?:staff|employees|workers|personnel))\b",
    WORDS,
)


def _is_held(document: Document, toll: Toll) -> bool:
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
    of_a_day = words.ONE_DAY.search(text, *reach_of(toll)) or _of_one_blow(toll)
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
    carried_off = bool(_CARRIED_OFF.search(said)) and not _of_one_blow(toll)
    return carried_off or _counted_over_time(document, toll, reach_of(toll))


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
