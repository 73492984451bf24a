"""A place where an article speaks of a meeting, and the words around it that belong to it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from extractors.parsing.line import Line
from extractors.parsing.numbers import Number
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern


class Mention(NamedTuple):
    """A place where a meeting is spoken of: by a noun, a verb, or a noun that a verb governs."""

    line: Line
    name: str  # round, one of them, deal, opening, earlier, next, talks, again or met
    trigger: Stretch
    verb: Stretch | None
    reach: Stretch  # the part of the tape that no other mention claims
    number: Number | None

    @property
    def clause(self) -> Stretch:
        return self.line.clause(self.trigger.start)

    @property
    def before(self) -> Stretch:
        """The part of the clause before the trigger."""
        return _before(self)

    @property
    def after(self) -> Stretch:
        """The rest of the clause, and the clauses after it that go on about the meeting."""
        return _after(self)

    @property
    def middle(self) -> Stretch:
        """What stands between the verb and the noun that it governs, and is of no other mention."""
        first = self.verb.start if self.verb else self.trigger.start
        return Stretch(min(max(first, self.reach.start), self.trigger.start), self.trigger.start)

    @property
    def windows(self) -> tuple[Stretch, ...]:
        """Where to look for what belongs to the meeting, nearest first."""
        return Stretch(self.middle.start, self.after.end), self.before


@lru_cache(maxsize=64)  # most that is read of a mention asks for it
def _before(mention: Mention) -> Stretch:
    text, start = mention.line.text, mention.clause.start
    first = mention.verb.start if mention.verb else mention.trigger.start
    if listed := _LIST_ENDS.search(text, max(0, start - _LONGEST_LIST), start + 1):
        start = listed.start()
    return Stretch(max(start, mention.reach.start), min(first, mention.trigger.start))


@lru_cache(maxsize=64)  # as often
def _after(mention: Mention) -> Stretch:
    text, start = mention.line.text, mention.trigger.end
    apposed = _APPOSED_LIST.match(text, start) or _LIST_OF_MANY.match(text, start)
    end = mention.line.clause(apposed.end()).end if apposed else mention.clause.end
    inserted = _INSERTED.search(text, 0, mention.trigger.start)
    if inserted and not _CONNECTS.fullmatch(text, 0, inserted.start()):
        comma = mention.line.text.find(",", mention.trigger.end)
        return Stretch(mention.trigger.end, comma if comma > 0 else end)
    for part in mention.line.clauses:
        if part.start == end and _GOES_ON.match(mention.line.text, part.start):
            end = part.end
    if resumes := _RESUMES.match(mention.line.text, mention.trigger.end):
        end = max(end, mention.line.clause(resumes.end()).end)
    return Stretch(mention.trigger.end, max(mention.trigger.end, min(end, mention.reach.end)))


#: "Ministers from A, B, and C are meeting": one list, whose last comma parts no clauses.
_LIST_ENDS = pattern(r"{actor}(?:, (?:the )?{actor}){1,3}, ?a\Z")
_LONGEST_LIST = 60
#: "between A's team, headed by X, and B's team, headed by Y, ended": one list of two.
_APPOSED_LIST = pattern(
    r" (?:between|of) [^;.]{1,60}?, (?:headed|led|chaired|represented) by [^;.]{1,80}?, and "
)
#: "The talks, which began after the coup, went into a second day": on from the insertion.
#: "between Israel, Syria, and Turkey took place": one clause.
_LIST_OF_MANY = pattern(
    r" (?:between|among|involving|of|with) [^;.]{0,50}?{actor}(?:, (?:the )?{actor}){1,3},? and"
    r" (?:the )?{actor}"
)
_RESUMES = pattern(
    r"[^.;]{1,100}?, (?:which|who|that) [^.;,]{1,60},"
    r" (?:went into|entered|ended|concluded|wrapped up|took place|broke up|collapsed|broke down"
    r"|resumed|kicked off|(?:are|were|was|is) (?:held|due|set|scheduled))\b"
)
#: "The handover, agreed upon during talks in Istanbul, is due on Friday": the day of the handover.
_INSERTED = pattern(
    r", (?:(?:which (?:was|were) )?(?:agreed|reached|signed|struck|made|concluded|brokered"
    r"|announced)(?: upon| on)? )?(?:during|at|in|after|following) (?:[\w{ordinal}-]+ ){0,4}\Z"
    r"|, who (?:(?:also|had|has) ){0,2}(?:led|headed|attended|took part)[^.;,]{0,30}? (?:at |in )?"
    r"(?:the |a )(?:[\w{ordinal}-]+ ){0,2}\Z"
)
#: "However, in their third meeting, …": nothing is inserted.
_CONNECTS = pattern(
    r"\W{0,2}(?:however|meanwhile|still|nevertheless|instead|then|later|earlier|separately|finally"
    r"|previously|(?:(?:on|in|late|early) )?{date})"
)
_GOES_ON = pattern(
    r"(?:,? ?(?:which|where|that) |,? ?(?:sponsored|mediated|brokered|facilitated|hosted|chaired)"
    r" by [^.;,]{1,50}, (?:from|on) {date}|,? ?(?:concluded|ended|took place|lasted|began|opened"
    r"|wrapped up)\b|,? ?and (?:lasted|ended|concluded|took|was|were|had been"
    r"|wrapped)\b"
    r"|(?:although |but |and )?[^.;,]{0,40}?\b(?:it|this) (?:should|would|could|might"
    r"|will) (?:be held|take place|begin)\b"
    r"|,? ?but (?:it |they |(?:the|that|this) (?:[\w-]+ ){1,2})?"
    r"(?:was|were|got|has been|have been|had been) (?:\w+ )?(?:postponed"
    r"|cancel+ed|called off|put off|delayed|suspended|scrapped)\b"
    r"|,? ?but (?:[\w{actor}{person}'-]+ ){1,4}?(?:delayed|postponed|cancel+ed|pulled out)\b"
    r"|(?:suspended|interrupted|frozen|broken off|stalled|on hold|adjourned) since\b"
    r"| ?(?:it|they) (?:was|were|has been|have been|had been) (?:\w+ )?(?:postponed|cancel+ed"
    r"|called off|put off|delayed|suspended|scrapped)\b"
    r"|,? ?and again (?:in|on)\b"
    r"| ?(?:first )?(?:on |in )?{date},? (?:and|then) (?:on |in )?{date}|after {date}"
    r"|after (?:an? |the )?(?:just |only |some )?{duration}"
    r"|with (?:an? )?{duration}|when the\b)"
)


_NUMBERS = pattern(r"(?:{ordinal}(?:,? and |, )){1,5}\Z")


def one_by_one(mention: Mention, count: int) -> tuple[Mention, ...]:
    """ "the third and fourth rounds", told with as many days: a mention for each number."""
    line, start = mention.line, mention.trigger.start
    listed = _NUMBERS.search(line.text, max(0, start - 40), start)
    numbers = [
        number
        for _, number in (line.tape.annotations(listed.start(), start) if listed else ())
        if isinstance(number, Number)
    ]
    numbers += [mention.number] if mention.number else []
    if len(numbers) != count:
        return (mention,) * count
    return tuple(mention._replace(number=number) for number in numbers)
