"""How events of each kind lie in time: the table of windows that the rules look through.

The days are judgements, set on the articles of tests/annotated: wide enough for the reports of one
event, too narrow for those of the next. A longer window links more and errs more.
"""

from __future__ import annotations

from typing import NamedTuple

from extractors.linking.link import Basis
from extractors.linking.linkable import Linkable


class Manner(NamedTuple):
    """The windows of one kind, in days."""

    spell: int  # the longest that one event of the kind takes; a longer interval is a period
    back: int  # how far back a report may mean an event that it names by number, sum or terms
    ahead: int  # how far ahead
    near: int  # how far off it may be where the report names nothing of the sort
    gap: int  # how long nobody may speak of a thing without a day, before it is another thing
    slack: int = 0  # how far apart days are that reports give one event: signed, then in force
    by_telling: bool = False  # whether only what is told of at the same time is the same, day or no
    nameless: bool = False  # whether the block alone says what is meant: who threatens whom
    vague_periods: bool = True  # whether "the one of May" will do without numbers
    same_day: Basis = Basis.SAME_DAY


MANNERS = {
    "talks": Manner(spell=21, back=120, ahead=45, near=3, gap=21),
    "prisoner_exchange": Manner(spell=1, back=45, ahead=30, near=2, gap=14, vague_periods=False),
    "remains_repatriation": Manner(spell=1, back=45, ahead=30, near=2, gap=21, vague_periods=False),
    "ultimatum": Manner(
        spell=1, back=60, ahead=60, near=60, gap=14, nameless=True, same_day=Basis.DEADLINE_DAY
    ),
    "proposal": Manner(spell=1, back=14, ahead=14, near=0, gap=14),
    "meeting_proposal": Manner(
        spell=1, back=21, ahead=60, near=0, gap=10, by_telling=True, same_day=Basis.DEADLINE_DAY
    ),
    "ceasefire": Manner(spell=62, back=60, ahead=21, near=14, gap=21, slack=1, vague_periods=False),
}

#: Statuses of what lies behind the article, and of what lies ahead of it; the others may do both.
PAST = frozenset({"completed", "reported", "estimated"})
FUTURE = frozenset({"scheduled", "proposed", "demanded", "threatened"})

#: Statuses of which "the exchange", without day or number, means the one of those days. What is
#: agreed, asked for or refused may be another one.
PLAIN = frozenset({"completed", "reported", "ongoing", "scheduled"})

#: Statuses of what took place or is taking place.
HAPPENED = PAST | {"ongoing"}

_PLANNED_DAYS = 4  # a meeting planned for longer than this is meant to fall within those days

#: The longest that the stages of one exchange take; a longer period is the month or year of it.
STAGED_DAYS = 14


def is_spell(fact: Linkable) -> bool:
    """Whether its days are those that the event took, and not a period within which it fell."""
    longest = MANNERS[fact.kind].spell
    if fact.status in FUTURE:
        longest = min(longest, _PLANNED_DAYS)
    return fact.width is not None and fact.width <= max(longest, 1) and not fact.is_month
