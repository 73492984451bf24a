"""The verbs that tell of an exchange in a clause, and how far it had come; nouns: nouns.py."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.fact import Status
from extractors.kinds.prisoner_exchange import trigger_words, words
from extractors.kinds.prisoner_exchange.counts import counts_of_deed
from extractors.kinds.prisoner_exchange.exchange import BUT_UNDONE
from extractors.parsing.headcounts import read_headcounts
from extractors.parsing.line import Line
from extractors.parsing.patterns import Rules
from extractors.parsing.status import Standing, Stretch, verb_standing


class Event(NamedTuple):
    """A trigger in its clause. `verb` is swap, give, get or come; empty for a noun."""

    line: Line
    clause: Stretch
    trigger: Stretch
    verb: str
    standing: Standing | None
    each: bool = False  # its figure is that of each side, as the words before it say
    like: Event | None = None  # the deed that is told before it and not again


_VERBS = Rules(trigger_words.VERBS)


def verb_in(line: Line, clause: Stretch) -> Event | None:
    """The first verb of the clause that moves people, if people are named or counted there."""
    found = [
        (match.start(), match.end(), verb)
        for verb, rule in _VERBS.live(line.text)
        for match in rule.finditer(line.text, *clause)
        if not _is_noun(line, match)
    ]
    if not found:
        return None
    start, end, verb = min(found, key=lambda hit: (hit[0], -hit[1]))
    listed = verb == "come" and trigger_words.ENDS_A_LIST.match(line.text, clause.start)
    people = words.PEOPLE.search(line.text, 0 if listed else clause.start, clause.end)
    formula = verb == "swap" and words.FORMULA.match(line.text, end + 1)
    trigger = Stretch(start, end)
    if not (people or formula or counts_of_deed(line, clause, trigger)):
        return None
    standing = _meant(line, clause, verb_standing(line.tape, clause, trigger), trigger)
    if standing.status is Status.ONGOING and _is_homecoming(line, clause, trigger):
        standing = Standing(Status.COMPLETED, standing.words, "on their way")  # freed counts
    return Event(line, clause, trigger, verb, standing)


def _meant(line: Line, clause: Stretch, standing: Standing, verb: Stretch) -> Standing:
    """ "Were not freed until 2013" tells that they were, "wants 700 freed" that they are not."""
    start = max(clause.start, verb.start - _BEFORE)
    near = line.text, start, verb.start
    for rule, status, cue in _BEFORE_VERB:
        if match := rule.search(*near):
            only = cue == "decided" and line.text.startswith(" only ", verb.end)
            return Standing(Status.COMPLETED if only else status, Stretch(*match.span()), cue)
    if match := trigger_words.SINCE_WHEN.search(line.text, start, verb.start):
        return Standing(Status.COMPLETED, Stretch(*match.span()), "since when")
    if undone := _not_real(line, start, verb):
        return undone
    if standing.status is Status.REPORTED:
        return _left_open(line, start, standing, verb)
    if standing.status is Status.FAILED:
        return _not_done(line, start, standing, verb)
    if standing.status is Status.AGREED:
        return _agreed(line, standing, verb)
    promised = trigger_words.PROMISED.search(line.text, start, verb.start)
    if standing.cue == "would" and promised and line.attribution(verb.start):
        return standing._replace(status=Status.AGREED)
    if standing.status is Status.COMPLETED:
        return _only_wanted(line, start, standing, verb)
    return standing


def _left_open(line: Line, start: int, standing: Standing, verb: Stretch) -> Standing:
    """ "a day after exchanging 390", "three hostages to be freed": what tells of it otherwise."""
    near = line.text, start, verb.start
    doing = trigger_words.AFTER_DOING.search(*near)
    if doing and not words.IS_TO.search(line.text):
        return Standing(Status.COMPLETED, Stretch(*doing.span()), "after doing")
    if match := trigger_words.TO_BE.search(*near):
        return Standing(Status.AGREED, Stretch(*match.span()), "to be")
    return standing


def _agreed(line: Line, standing: Standing, verb: Stretch) -> Standing:
    """What was agreed or due: called off, offered for peace, or done since."""
    if match := trigger_words.BUT_UNDONE.match(line.text, verb.end):
        return Standing(Status.FAILED, Stretch(*match.span("but")), BUT_UNDONE)
    if offer := _offered(line, verb):
        return Standing(Status.PROPOSED, offer, "offered for peace")
    match = trigger_words.WAS_DONE.match(line.text, verb.end)
    return Standing(Status.COMPLETED, Stretch(*match.span()), "done") if match else standing


def _not_real(line: Line, start: int, verb: Stretch) -> Standing | None:
    """ "Would have freed ten more", "reports that it had freed 50 were false"."""
    near = line.text, start, verb.start
    if asked := trigger_words.ASKED.search(line.text, max(0, verb.start - _FAR), verb.end):
        return Standing(Status.DEMANDED, Stretch(*asked.span()), "asked for")
    if match := trigger_words.WOULD_HAVE.search(*near):
        return Standing(Status.FAILED, Stretch(*match.span()), NOT_REAL)
    if match := trigger_words.SHOULD_HAVE.search(*near):
        return Standing(Status.FAILED, Stretch(*match.span()), "should have")
    told = trigger_words.FALSE_BEFORE.search(line.text, max(0, verb.start - _FAR), verb.start)
    if told and (match := trigger_words.FALSE_AFTER.match(line.text, verb.end)):
        return Standing(Status.DENIED, Stretch(*match.span()), "false")
    return None


#: The cue of what would have been: nothing is told of it.
NOT_REAL = "would have"
#: What stands before a verb and settles what it tells.
_BEFORE_VERB = (
    (trigger_words.SAW_THEM, Status.COMPLETED, "saw"),
    (trigger_words.THERE_SHOULD_BE, Status.PROPOSED, "should be"),
    (trigger_words.THE_TASK, Status.PROPOSED, "should be"),
    (trigger_words.DECIDED, Status.AGREED, "decided"),
    (trigger_words.CALL_TO, Status.DEMANDED, "called for"),
    (trigger_words.CALL_ON, Status.DEMANDED, "called on"),
)


def _offered(line: Line, verb: Stretch) -> Stretch | None:
    """ "says it will free all in return for an end to the war": an offer, where no deal is told."""
    match = trigger_words.FOR_PEACE.match(line.text, verb.end)
    if match is None or trigger_words.SETTLED.search(line.text, 0, verb.start):
        return None
    return Stretch(*match.span("price"))


def _not_done(line: Line, start: int, standing: Standing, verb: Stretch) -> Standing:
    """What was not done: done later, promised, refused, or only not yet done."""
    said = line.text, start, verb.start
    if line.text.startswith(" until", verb.end) and trigger_words.WAS_NOT.search(*said):
        return Standing(Status.COMPLETED, verb, "not until")
    if match := trigger_words.WOULD_NOT.search(*said):
        return Standing(Status.FAILED, Stretch(*match.span()), "would not")
    if match := trigger_words.IT_HAD_PROMISED.search(line.text, verb.end, verb.end + _FAR):
        return Standing(Status.AGREED, Stretch(*match.span()), "promised")
    if trigger_words.YET_TO.search(*said):
        return standing._replace(cue="yet to")
    return standing


def _only_wanted(line: Line, start: int, standing: Standing, verb: Stretch) -> Standing:
    """ "A deal that will see 33 returned", "wants 700 freed": not done by its participle alone."""
    if provided := trigger_words.PROVIDES_THAT.search(line.text, 0, verb.start):
        return Standing(Status.AGREED, Stretch(*provided.span("that")), "provided for")
    said = line.text, start, verb.start
    if match := trigger_words.WILL_SEE.search(*said):
        told = _of_a_plan(line, Stretch(*match.span()))
        return Standing(told, Stretch(*match.span()), "will see")
    if line.text.endswith("ed", 0, verb.end) and (match := trigger_words.WANTS.search(*said)):
        return Standing(Status.DEMANDED, Stretch(*match.span()), "wanted")
    return standing


def _of_a_plan(line: Line, seen: Stretch) -> Status:
    """ "rejected the plan, which would have seen all 59 freed", "is open to a deal that would see
    all freed": nothing that was settled."""
    if line.text.startswith("would have ", seen.start):
        return Status.REJECTED if trigger_words.REFUSED.search(line.text) else Status.FAILED
    planned = trigger_words.ONLY_PLANNED.search(line.text, 0, seen.start)
    return Status.PROPOSED if planned else Status.AGREED


def _is_homecoming(line: Line, clause: Stretch, verb: Stretch) -> bool:
    """ "76 Ukrainians are coming home": so many are free."""
    homeward = line.text.startswith(("coming home", "coming back", "returning home"), verb.start)
    return homeward and bool(read_headcounts(line, clause))


_FAR = 100  # places behind a verb in which its promise stands
_BEFORE = 70  # places before a verb in which others say that they want it done


def _is_noun(line: Line, match: re.Match[str]) -> bool:
    """Whether what looks like a verb of moving people is a noun, an adjective, another deed."""
    if _is_adjective(line, match) or _is_participle(line, match) or _is_of_another(line, match):
        return True
    before = max(0, match.start() - 14)
    if match.group().endswith("ing") and line.text.startswith(" of ", match.end()):
        return bool(trigger_words.THING_BEFORE.search(line.text, before, match.start()))
    if match.group() not in trigger_words.BOTH_NOUN_AND_VERB:
        return False
    if trigger_words.EACH_VERB.search(line.text, before, match.start()):
        return False
    if match.start() == 0 or line.text.startswith(" of ", match.end()):
        return True
    return not trigger_words.VERB_BEFORE.search(line.text, before, match.start())


def _is_of_another(line: Line, match: re.Match[str]) -> bool:
    """ "Taken to hospital", "received a list", "a court freed", "footage released": none."""
    before = line.text, max(0, match.start() - 16), match.start()
    if match.group().startswith("receiv") and trigger_words.A_THING.match(line.text, match.end()):
        return True
    if match.group().startswith("liberat") and _is_of_land(line, match):
        return True
    return bool(
        trigger_words.TO_HOSPITAL.match(line.text, match.end())
        or trigger_words.THOSE_BEFORE.search(line.text, max(0, match.start() - 60), match.start())
        or words.LISTS_THEY.search(line.text, max(0, match.start() - 70), match.start())
        or trigger_words.COURT.search(*before)
        or trigger_words.SINCE_IT.search(*before)
        or trigger_words.FOOTAGE.search(*before)
        or trigger_words.WHILE_BEING.search(*before)
    )


def _is_of_land(line: Line, match: re.Match[str]) -> bool:
    """ "its troops had liberated two villages": nobody's homecoming."""
    if trigger_words.PASSIVE.search(line.text, max(0, match.start() - 14), match.start()):
        return False
    if trigger_words.LAND_NEXT.match(line.text, match.end()):
        return True
    behind = Stretch(match.end(), min(len(line.text), match.end() + 60))
    return not (words.PEOPLE.search(line.text, *behind) or read_headcounts(line, behind))


def _is_participle(line: Line, match: re.Match[str]) -> bool:
    """ "The five commanders freed include X": no auxiliary before it, and what they are behind."""
    if trigger_words.AUXILIARY.search(line.text, max(0, match.start() - 14), match.start()):
        return False
    before = line.text, max(0, match.start() - 50), match.start()
    if match.group() in trigger_words.ADJECTIVES and trigger_words.THOSE_MANY.search(*before):
        told = trigger_words.WHOM_IT.search(*before)
        return not (told or trigger_words.AS_A_DEED.match(line.text, match.end()))
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
