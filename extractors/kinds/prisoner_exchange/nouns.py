"""How an exchange named by a noun is told: "the swap was postponed", "the largest swap since"."""

from __future__ import annotations

import re

from extractors.fact import Status
from extractors.kinds.prisoner_exchange import noun_words, trigger_words, words
from extractors.kinds.prisoner_exchange.exchange import A_STAGE, ONE_BEFORE
from extractors.kinds.prisoner_exchange.triggers import Event
from extractors.parsing.headcounts import read_headcounts
from extractors.parsing.line import Line
from extractors.parsing.numbers import Formula
from extractors.parsing.patterns import Rules
from extractors.parsing.status import Standing, Stretch, standings
from extractors.parsing.tape import SIGNS

_FAR = 100  # places within which a list of agreements opens
_FAR_BACK = 180  # places before a noun in which it is told what was given for it
_BEFORE = 70  # places before a noun in which the verb stands that tells of it


_NOUNS = Rules(trigger_words.NOUNS)


def noun_in(line: Line, clause: Stretch) -> Event | None:
    for rule in _NOUNS.live(line.text):
        match = rule.search(line.text, *clause)
        if match and _is_basis_of(line, clause, match):
            continue
        if match and not _is_commerce(line, clause, match) and not _is_so_called(line, match):
            trigger = Stretch(*match.span())
            if behind := noun_words.FOLLOWS.match(line.text, trigger.end):
                return Event(line, Stretch(clause.start, behind.start()), trigger, "", None)
            if held := noun_words.THEN_HELD.match(line.text, trigger.end):
                done = Standing(Status.COMPLETED, Stretch(*held.span("held")), "then held")
                whole = Stretch(clause.start, max(clause.end, line.clause(held.end() - 1).end))
                return Event(line, whole, trigger, "", done)
            standing = _of_before(line, trigger, _told(line, clause, trigger))
            return Event(line, clause, trigger, "", standing)
    if match := noun_words.RELEASE_OF_ONE.search(line.tape.cased, *clause):
        trigger = Stretch(*match.span("noun"))
        return Event(line, clause, trigger, "", _told(line, clause, trigger))
    if match := noun_words.DEAL.search(line.text, *clause):
        trigger = Stretch(*match.span())
        return Event(line, clause, trigger, "", Standing(Status.AGREED, trigger, "deal covers"))
    return None


def _of_before(line: Line, noun: Stretch, standing: Standing | None) -> Standing | None:
    """ "Surpassing the previous 1,000-for-1,000 swap": another one, and done if nothing else is
    said of it."""
    start = max(0, noun.start - _BEFORE)
    before = noun_words.PREVIOUS.search(line.text, start, noun.start)
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
    if (match := noun_words.IS_A_PLAN.match(line.text, noun.end)) and (
        standing is None or standing.status in (*_LEFT_OPEN, *_DONE)
    ):
        return Standing(Status.PROPOSED, Stretch(*match.span()), "a proposal")
    if standing and _is_news_of_deed(line, noun, standing):
        return standing._replace(status=Status.COMPLETED)
    if standing and _tells_nothing(line, clause, noun, standing):
        return None
    if standing and standing.status not in _LEFT_OPEN:
        return standing
    if _is_topic(line, clause, noun):
        return standing
    near = max(clause.start, noun.start - _BEFORE)
    before = noun_words.DID.search(line.text, near, noun.start)
    if match := before or trigger_words.WAS_DONE.match(line.text, noun.end):
        return Standing(Status.COMPLETED, Stretch(*match.span()), "done")
    return standing or _by_what_is_around(line, clause, noun)


_DONE = (Status.COMPLETED, Status.ONGOING)
_LEFT_OPEN = (Status.PROPOSED, Status.AGREED, Status.REPORTED)


def _outright(line: Line, clause: Stretch, noun: Stretch) -> Standing | None:
    """What other words of the sentence say of it, whatever its own clause says."""
    if done := _done_outright(line, clause, noun):
        return done
    near = max(0, noun.start - _BEFORE)
    if noun_words.FLOATED.search(line.text, near, noun.start) and (
        match := noun_words.BUT_REFUSED.match(line.text, noun.end)
    ):
        return Standing(Status.REJECTED, Stretch(*match.span()), "but refused")
    if stage := _stage_done(line, clause, noun):
        return Standing(stage, noun, A_STAGE)
    if match := noun_words.PLANNED_FOR.match(line.text, noun.end):
        return Standing(Status.AGREED, Stretch(*match.span()), "planned for")
    if match := noun_words.PLANNED_IN_VAIN.match(line.text, noun.end):
        return Standing(Status.FAILED, Stretch(*match.span()), "in vain")
    if match := noun_words.CAME_TO_NOTHING.match(line.text, noun.end):
        return Standing(Status.FAILED, Stretch(*match.span("nothing")), "in vain")
    return _agreed_on(line, clause, noun)


def _done_outright(line: Line, clause: Stretch, noun: Stretch) -> Standing | None:
    """What other words of the sentence tell as done."""
    far = max(0, noun.start - _FAR_BACK), noun.start
    held = noun_words.TOOK_PLACE.match(line.text, noun.end)
    found = (
        ("saw", noun_words.SAW.search(line.text, *far)),
        ("one more", noun_words.IS_ONE_MORE.search(line.text, 0, noun.end)),
        ("given for", noun_words.GAVE_FOR.search(line.text, *far)),
        ("involved", noun_words.IT_INVOLVED.search(line.text, *far)),
        ("goes on", noun_words.GOING_ON.search(line.text, *clause)),
        ("included", noun_words.INCLUDED.match(line.text, noun.end)),
        ("came", noun_words.CAME.match(line.text, noun.end)),
        ("took place", None if held and _is_topic(line, clause, noun) else held),
        ("announced", noun_words.ANNOUNCED.search(line.text, clause.start, noun.end)),
    )
    return next(
        (
            Standing(Status.COMPLETED, Stretch(*match.span()), cue)
            for cue, match in found
            if match is not None
        ),
        None,
    )


def _stage_done(line: Line, clause: Stretch, noun: Stretch) -> Status | None:
    """ "The first stage of the 1,000-for-1,000 swap is over": the swap itself goes on, unless it
    was the last one."""
    near = max(clause.start, noun.start - _BEFORE)
    stage = noun_words.STAGE_OF.search(line.text, near, noun.start)
    formula = any(isinstance(one, Formula) for _, one in line.tape.annotations(*noun))
    told = {one.status for one in standings(line.tape, clause, noun)}
    done = not told or Status.COMPLETED in told
    if stage is None or not (done and formula) or read_headcounts(line, clause):
        return None
    return Status.COMPLETED if stage["last"] else Status.ONGOING


def _agreed_on(line: Line, clause: Stretch, noun: Stretch) -> Standing | None:
    """ "They agreed to the exchange and continued negotiations": what was done with it itself."""
    near = max(clause.start, noun.start - _BEFORE)
    match = noun_words.AGREED_ON.search(line.text, near, noun.start) or (
        noun_words.HELD_IN_DEAL.search(line.text, max(0, noun.start - _FAR_BACK), noun.start)
    )
    if match is None or trigger_words.WAS_DONE.match(line.text, noun.end):
        return None
    said = line.text, max(0, match.start() - _BEFORE), match.start()
    if noun_words.NOT_AGREED.search(*said):
        return None
    return Standing(Status.AGREED, Stretch(*match.span()), "agreed on")


def _tells_nothing(line: Line, clause: Stretch, noun: Stretch, standing: Standing) -> bool:
    """Whether the words tell of talks on it, of the news of it, or of what others allege."""
    done = standing.status in (Status.COMPLETED, Status.ONGOING)
    near = line.text, max(clause.start, noun.start - _BEFORE), noun.start
    if standing.status is Status.AGREED and noun_words.TO_NEGOTIATE.search(*near):
        return True
    if (done and _is_topic(line, clause, noun)) or _is_but_announced(line, clause, noun, standing):
        return True
    if _is_news(line, clause, noun, standing):
        return True
    far = max(clause.start, noun.start - _FAR)
    alleged = noun_words.ALLEGED.search(line.text, far, noun.start)
    return standing.status is Status.FAILED and alleged is not None


def _is_news_of_deed(line: Line, noun: Stretch, standing: Standing) -> bool:
    """ "Announced an exchange with the US, releasing two": it was done."""
    news = "announc" in line.text[standing.words.start : standing.words.end]
    return news and bool(noun_words.THEN_DOING.match(line.text, noun.end))


def _is_news(line: Line, clause: Stretch, noun: Stretch, standing: Standing) -> bool:
    """ "The Kremlin announced the swap on Tuesday": the day of the news, of no figure."""
    said = line.text[standing.words.start : standing.words.end]
    known = line.text.endswith("the ", 0, noun.start)
    return "announc" in said and known and not read_headcounts(line, clause)


def _by_what_is_around(line: Line, clause: Stretch, noun: Stretch) -> Standing | None:
    """Of a noun without a cue: listed among agreements, provided for by a deal, or a record."""
    far = max(clause.start, noun.start - _FAR)
    provides = noun_words.PROVIDES.search(line.text, far, noun.start)
    if provides and noun_words.SWAP_WHICH.search(line.text, far, provides.end()):
        provides = None
    start = provides.start() if provides else 0
    if provides and noun_words.IS_A_TERM.search(line.text, max(0, start - 4), provides.end()):
        provides = None
    wanted = provides and noun_words.TO_ACCEPT.search(line.text, far, provides.start())
    for status, name, match in (
        (
            Status.AGREED,
            "among agreements",
            noun_words.AMONG_AGREEMENTS.search(line.text, max(0, noun.start - _FAR), noun.start),
        ),
        (
            Status.DEMANDED,
            "wished",
            noun_words.WISHED.search(line.text, max(0, noun.start - _FAR), noun.start),
        ),
        (_of_provision(provides, wanted), "provided for", provides),
        (Status.COMPLETED, "in a swap", _done_in(line, clause, noun)),
        (Status.COMPLETED, "the largest", noun_words.RECORD.search(line.text, far, noun.end)),
    ):
        if match:
            return Standing(status, Stretch(*match.span()), name)
    return None


def _done_in(line: Line, clause: Stretch, noun: Stretch) -> re.Match[str] | None:
    """ "Three men were led on to a stage in the fifth exchange": done, as its verb says."""
    within = words.IN_A_SWAP.search(line.text, clause.start, noun.end)
    if within is None or within.end() <= noun.start:
        return None
    return noun_words.DEED_BEFORE.search(line.text, clause.start, within.start())


def _of_provision(provides: re.Match[str] | None, wanted: object) -> Status:
    """ "The second phase is expected to cover the release of all": no deal yet."""
    unsure = wanted or (provides and noun_words.UNSURE.search(provides.group()))
    return Status.PROPOSED if unsure else Status.AGREED


def _of_others(line: Line, standing: Standing) -> bool:
    """ "detainees held by the group", "the largest since the war began": not of the exchange."""
    start, end = standing.words
    said = line.text[start:end]
    if said in ("began", "started"):
        return bool(noun_words.SINCE_IT.search(line.text, max(0, start - _BEFORE), start))
    before = noun_words.PEOPLE_BEFORE.search(line.text, max(0, start - 30), start)
    return said == "held" and bool(before)


def _is_topic(line: Line, clause: Stretch, noun: Stretch) -> bool:
    """ "concluded talks on the prisoner swap issue": what was done are the talks."""
    start = max(clause.start, noun.start - _BEFORE)
    return bool(
        noun_words.TOPIC_BEFORE.search(line.text, start, noun.start)
        or noun_words.TOPIC_AFTER.match(line.text, noun.end)
    )


def _is_but_announced(line: Line, clause: Stretch, noun: Stretch, standing: Standing) -> bool:
    """ "Saturday's swap was announced by both": the news of what has its day, no agreement."""
    said = line.text[standing.words.start : standing.words.end]
    dated = noun_words.DAYS_OWN.search(line.text, max(clause.start, noun.start - 30), noun.start)
    return bool(dated) and "announced" in said


def _is_basis_of(line: Line, clause: Stretch, match: re.Match[str]) -> bool:
    """ "Agreed on an exchange on an all-for-all basis": the exchange is what was agreed."""
    formula = match.group() == SIGNS["formula"] and noun_words.A_BASIS.match(line.text, match.end())
    return bool(formula) and bool(noun_words.SWAP_ON.search(line.text, clause.start, match.start()))


def _is_so_called(line: Line, match: re.Match[str]) -> bool:
    """ "rejects the description of the process as a child exchange": a word that is fought over."""
    start = max(0, match.start() - _FAR)
    return bool(noun_words.CALLED_SO.search(line.text, start, match.start()))


def _is_commerce(line: Line, clause: Stretch, match: re.Match[str]) -> bool:
    """ "Trade is at nil": of people only where they are named."""
    trades = match.group() in ("trade", "trades")
    return trades and not words.PEOPLE.search(line.text, *clause)
