"""The words that tell of an exchange in a clause, verb or noun, and how far it had come."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.fact import Status
from extractors.kinds.prisoner_exchange import trigger_words, words
from extractors.kinds.prisoner_exchange.exchange import ONE_BEFORE
from extractors.parsing.headcounts import read_headcounts
from extractors.parsing.line import Line
from extractors.parsing.numbers import Formula
from extractors.parsing.status import Standing, Stretch, standings, verb_standing


class Event(NamedTuple):
    """A trigger in its clause. `verb` is swap, give, get or come; empty for a noun."""

    line: Line
    clause: Stretch
    trigger: Stretch
    verb: str
    standing: Standing | None


def verb_in(line: Line, clause: Stretch) -> Event | None:
    """The first verb of the clause that moves people, if people are named or counted there."""
    found = [
        (match.start(), match.end(), verb)
        for verb, rule in trigger_words.VERBS
        for match in rule.finditer(line.text, *clause)
        if not _is_noun(line, match)
    ]
    if not found or not (words.PEOPLE.search(line.text, *clause) or read_headcounts(line, clause)):
        return None
    start, end, verb = min(found, key=lambda hit: (hit[0], -hit[1]))
    trigger = Stretch(start, end)
    standing = _meant(line, clause, verb_standing(line.tape, clause, trigger), trigger)
    if standing.status is Status.ONGOING and _is_homecoming(line, clause, trigger):
        standing = Standing(Status.COMPLETED, standing.words, "on their way")  # freed counts
    return Event(line, clause, trigger, verb, standing)


def _meant(line: Line, clause: Stretch, standing: Standing, verb: Stretch) -> Standing:
    """ "Were not freed until 2013" tells that they were, "wants 700 freed" that they are not."""
    start = max(clause.start, verb.start - _BEFORE)
    until = standing.status is Status.FAILED and line.text.startswith(" until", verb.end)
    if until and trigger_words.WAS_NOT.search(line.text, start, verb.start):
        return Standing(Status.COMPLETED, verb, "not until")
    if standing.status is Status.FAILED and (
        match := trigger_words.WOULD_NOT.search(line.text, start, verb.start)
    ):
        return Standing(Status.FAILED, Stretch(*match.span()), "would not")
    if match := trigger_words.THERE_SHOULD_BE.search(line.text, start, verb.start):
        return Standing(Status.PROPOSED, Stretch(*match.span()), "should be")
    if match := trigger_words.DECIDED.search(line.text, start, verb.start):
        if line.text.startswith(" only ", verb.end):
            return Standing(Status.COMPLETED, Stretch(*match.span()), "decided")
        return Standing(Status.AGREED, Stretch(*match.span()), "decided")
    if match := trigger_words.CALL_TO.search(line.text, start, verb.start):
        return Standing(Status.DEMANDED, Stretch(*match.span()), "called for")
    if standing.status is Status.FAILED and (
        match := trigger_words.IT_HAD_PROMISED.search(line.text, verb.end, verb.end + _FAR)
    ):
        return Standing(Status.AGREED, Stretch(*match.span()), "promised")
    if standing.status is Status.FAILED and trigger_words.YET_TO.search(
        line.text, start, verb.start
    ):
        return standing._replace(cue="yet to")
    if standing.status is Status.AGREED and (
        match := trigger_words.WAS_DONE.match(line.text, verb.end)
    ):
        return Standing(Status.COMPLETED, Stretch(*match.span()), "done")
    done = standing.status is Status.COMPLETED
    if done and (match := trigger_words.WILL_SEE.search(line.text, start, verb.start)):
        return Standing(Status.AGREED, Stretch(*match.span()), "will see")
    done = done and line.text.endswith("ed", 0, verb.end)
    if done and (match := trigger_words.WANTS.search(line.text, start, verb.start)):
        return Standing(Status.DEMANDED, Stretch(*match.span()), "wanted")
    return standing


def _is_homecoming(line: Line, clause: Stretch, verb: Stretch) -> bool:
    """ "76 Ukrainians are coming home": so many are free."""
    homeward = line.text.startswith(("coming home", "coming back", "returning home"), verb.start)
    return homeward and bool(read_headcounts(line, clause))


_FAR = 100  # places within which a list of agreements opens
_BEFORE = 70  # places before a verb in which others say that they want it done


def _is_noun(line: Line, match: re.Match[str]) -> bool:
    before = max(0, match.start() - 14)
    if _is_adjective(line, match) or trigger_words.TO_HOSPITAL.match(line.text, match.end()):
        return True
    if _is_participle(line, match):
        return True
    if match.group().startswith("receiv") and trigger_words.A_THING.match(line.text, match.end()):
        return True
    if trigger_words.COURT.search(line.text, before, match.start()):
        return True
    if trigger_words.FOOTAGE.search(line.text, max(0, match.start() - 16), match.start()):
        return True
    if trigger_words.WHILE_BEING.search(line.text, before, match.start()):
        return True
    if match.group().endswith("ing") and line.text.startswith(" of ", match.end()):
        return bool(trigger_words.THING_BEFORE.search(line.text, before, match.start()))
    if match.group() not in trigger_words.BOTH_NOUN_AND_VERB:
        return False
    if trigger_words.EACH_VERB.search(line.text, before, match.start()):
        return False
    if match.start() == 0 or line.text.startswith(" of ", match.end()):
        return True
    return not trigger_words.VERB_BEFORE.search(line.text, before, match.start())


def _is_participle(line: Line, match: re.Match[str]) -> bool:
    """ "The five commanders freed include X": no auxiliary before it, and what they are behind."""
    if trigger_words.AUXILIARY.search(line.text, max(0, match.start() - 14), match.start()):
        return False
    if match.group() in trigger_words.ADJECTIVES and trigger_words.THOSE_MANY.search(
        line.text, max(0, match.start() - 50), match.start()
    ):
        return True
    return bool(trigger_words.WHO_THEY_ARE.match(line.text, match.end()))


def _is_adjective(line: Line, match: re.Match[str]) -> bool:
    """ "the freed men", "seven freed citizens"."""
    if match.group() not in trigger_words.ADJECTIVES:
        return False
    before = trigger_words.ADJECTIVE_BEFORE.search(
        line.text, max(0, match.start() - 12), match.start()
    )
    counted = line.text.endswith("\ue000 ", 0, match.start())
    return bool(before or (counted and trigger_words.PEOPLE_NEXT.match(line.text, match.end())))


def noun_in(line: Line, clause: Stretch) -> Event | None:
    for rule in trigger_words.NOUNS:
        match = rule.search(line.text, *clause)
        if match and not _is_commerce(line, clause, match) and not _is_so_called(line, match):
            trigger = Stretch(*match.span())
            if behind := trigger_words.FOLLOWS.match(line.text, trigger.end):
                return Event(line, Stretch(clause.start, behind.start()), trigger, "", None)
            standing = _of_before(line, trigger, _told(line, clause, trigger))
            return Event(line, clause, trigger, "", standing)
    if match := trigger_words.DEAL.search(line.text, *clause):
        trigger = Stretch(*match.span())
        return Event(line, clause, trigger, "", Standing(Status.AGREED, trigger, "deal covers"))
    return None


def _of_before(line: Line, noun: Stretch, standing: Standing | None) -> Standing | None:
    """ "Surpassing the previous 1,000-for-1,000 swap": another one, and done if nothing else is
    said of it."""
    start = max(0, noun.start - _BEFORE)
    before = trigger_words.PREVIOUS.search(line.text, start, noun.start)
    if before is None or not (words.HELD.search(line.text) or words.FORMULA.search(line.text)):
        return standing
    if standing is None:
        standing = Standing(Status.COMPLETED, Stretch(*before.span()), "")
    return standing._replace(cue=ONE_BEFORE)


def _told(line: Line, clause: Stretch, noun: Stretch) -> Standing | None:
    """How far a thing named by a noun had come; what stands right beside it weighs most."""
    told = standings(line.tape, clause, noun)
    standing = next((one for one in told if not _of_others(line, one)), None)
    if outright := _outright(line, clause, noun):
        return outright
    if standing and _tells_nothing(line, clause, noun, standing):
        return None
    if standing and standing.status not in (Status.PROPOSED, Status.AGREED, Status.REPORTED):
        return standing
    near = max(clause.start, noun.start - _BEFORE)
    before = trigger_words.DID.search(line.text, near, noun.start)
    if match := before or trigger_words.WAS_DONE.match(line.text, noun.end):
        return Standing(Status.COMPLETED, Stretch(*match.span()), "done")
    return standing or _by_what_is_around(line, clause, noun)


def _outright(line: Line, clause: Stretch, noun: Stretch) -> Standing | None:
    """What other words of the sentence say of it, whatever its own clause says."""
    if match := trigger_words.SAW.search(line.text, max(0, noun.start - _BEFORE), noun.start):
        return Standing(Status.COMPLETED, Stretch(*match.span()), "saw")
    if match := trigger_words.GOING_ON.search(line.text, *clause):
        return Standing(Status.COMPLETED, Stretch(*match.span()), "goes on")
    if match := trigger_words.INCLUDED.match(line.text, noun.end):
        return Standing(Status.COMPLETED, Stretch(*match.span()), "included")
    if match := trigger_words.ANNOUNCED.search(line.text, clause.start, noun.end):
        return Standing(Status.COMPLETED, Stretch(*match.span()), "announced")
    near = max(0, noun.start - _BEFORE)
    if trigger_words.FLOATED.search(line.text, near, noun.start) and (
        match := trigger_words.BUT_REFUSED.match(line.text, noun.end)
    ):
        return Standing(Status.REJECTED, Stretch(*match.span()), "but refused")
    if _is_stage_done(line, clause, noun):
        return Standing(Status.ONGOING, noun, "a stage of it")
    if match := trigger_words.PLANNED_IN_VAIN.match(line.text, noun.end):
        return Standing(Status.FAILED, Stretch(*match.span()), "in vain")
    return _agreed_on(line, clause, noun)


def _is_stage_done(line: Line, clause: Stretch, noun: Stretch) -> bool:
    """ "The first stage of the 1,000-for-1,000 swap is over": the swap itself goes on."""
    near = max(clause.start, noun.start - _BEFORE)
    stage = trigger_words.STAGE_OF.search(line.text, near, noun.start)
    formula = any(isinstance(one, Formula) for _, one in line.tape.annotations(*noun))
    told = {one.status for one in standings(line.tape, clause, noun)}
    done = not told or Status.COMPLETED in told
    return done and formula and stage is not None and not read_headcounts(line, clause)


def _agreed_on(line: Line, clause: Stretch, noun: Stretch) -> Standing | None:
    """ "They agreed to the exchange and continued negotiations": what was done with it itself."""
    near = max(clause.start, noun.start - _BEFORE)
    match = trigger_words.AGREED_ON.search(line.text, near, noun.start)
    if match is None or trigger_words.WAS_DONE.match(line.text, noun.end):
        return None
    said = line.text, max(0, match.start() - _BEFORE), match.start()
    if trigger_words.NOT_AGREED.search(*said):
        return None
    return Standing(Status.AGREED, Stretch(*match.span()), "agreed on")


def _tells_nothing(line: Line, clause: Stretch, noun: Stretch, standing: Standing) -> bool:
    """Whether the words tell of talks on it, of the news of it, or of what others allege."""
    done = standing.status in (Status.COMPLETED, Status.ONGOING)
    if (done and _is_topic(line, clause, noun)) or _is_but_announced(line, clause, noun, standing):
        return True
    if _is_news(line, clause, noun, standing):
        return True
    far = max(clause.start, noun.start - _FAR)
    alleged = trigger_words.ALLEGED.search(line.text, far, noun.start)
    return standing.status is Status.FAILED and alleged is not None


def _is_news(line: Line, clause: Stretch, noun: Stretch, standing: Standing) -> bool:
    """ "The Kremlin announced the swap on Tuesday": the day of the news, of no figure."""
    said = line.text[standing.words.start : standing.words.end]
    known = line.text.endswith("the ", 0, noun.start)
    return "announc" in said and known and not read_headcounts(line, clause)


def _by_what_is_around(line: Line, clause: Stretch, noun: Stretch) -> Standing | None:
    """Of a noun without a cue: listed among agreements, provided for by a deal, or a record."""
    far = max(clause.start, noun.start - _FAR)
    provides = trigger_words.PROVIDES.search(line.text, far, noun.start)
    if provides and trigger_words.SWAP_WHICH.search(line.text, far, provides.end()):
        provides = None
    for status, name, match in (
        (
            Status.AGREED,
            "among agreements",
            trigger_words.AMONG_AGREEMENTS.search(line.text, max(0, noun.start - _FAR), noun.start),
        ),
        (
            Status.AGREED,
            "provided for",
            provides,
        ),
        (Status.COMPLETED, "the largest", trigger_words.RECORD.search(line.text, far, noun.end)),
    ):
        if match:
            return Standing(status, Stretch(*match.span()), name)
    return None


def _of_others(line: Line, standing: Standing) -> bool:
    """ "detainees held by the group", "the largest since the war began": not of the exchange."""
    start, end = standing.words
    said = line.text[start:end]
    if said in ("began", "started"):
        return bool(trigger_words.SINCE_IT.search(line.text, max(0, start - _BEFORE), start))
    before = trigger_words.PEOPLE_BEFORE.search(line.text, max(0, start - 30), start)
    return said == "held" and bool(before)


def _is_topic(line: Line, clause: Stretch, noun: Stretch) -> bool:
    """ "concluded talks on the prisoner swap issue": what was done are the talks."""
    start = max(clause.start, noun.start - _BEFORE)
    return bool(
        trigger_words.TOPIC_BEFORE.search(line.text, start, noun.start)
        or trigger_words.TOPIC_AFTER.match(line.text, noun.end)
    )


def _is_but_announced(line: Line, clause: Stretch, noun: Stretch, standing: Standing) -> bool:
    """ "Saturday's swap was announced by both": the news of what has its day, no agreement."""
    said = line.text[standing.words.start : standing.words.end]
    dated = trigger_words.DAYS_OWN.search(line.text, max(clause.start, noun.start - 30), noun.start)
    return bool(dated) and "announced" in said


def _is_so_called(line: Line, match: re.Match[str]) -> bool:
    """ "rejects the description of the process as a child exchange": a word that is fought over."""
    start = max(0, match.start() - _FAR)
    return bool(trigger_words.CALLED_SO.search(line.text, start, match.start()))


def _is_commerce(line: Line, clause: Stretch, match: re.Match[str]) -> bool:
    """ "Trade is at nil": of people only where they are named."""
    trades = match.group() in ("trade", "trades")
    return trades and not words.PEOPLE.search(line.text, *clause)
