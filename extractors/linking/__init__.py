"""From facts to events: which facts of different articles speak of the same thing.

Pure rules over values: the facts of a block (one kind, the same sides) go in, a link for each fact
comes out. The result depends on the facts alone, never on the order or the batches they came in.

Known gaps: an event whose day the articles give differently (by more than the slack of its kind) is
two; offers made jointly are known by the one issuer that the facts name; an article without any
date, in which nothing has a day, joins others by numbers and terms only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from extractors.linking.gathering import Gathering
from extractors.linking.link import Basis, Link
from extractors.linking.linkable import Linkable
from extractors.linking.manners import MANNERS
from extractors.linking.naming import named
from extractors.linking.placing import place
from extractors.linking.reading import FactRow, linkables
from extractors.linking.stages import find_stages

__all__ = ["KINDS", "VERSION", "Basis", "FactRow", "Link", "Linkable", "link", "linkables"]

#: Goes up when links may come out otherwise than before: everything is linked again.
VERSION = 2

#: The kinds whose facts are of events.
KINDS = tuple(MANNERS)


def link(facts: Iterable[Linkable]) -> tuple[Link, ...]:
    """A link for each fact, by block and fact; the blocks must be whole."""
    ordered = sorted(facts, key=lambda fact: (fact.block, fact.fact_id))
    return tuple(
        one
        for block, of_block in groupby(ordered, key=lambda fact: fact.block)
        for one in sorted(_of_block(block, tuple(of_block)), key=lambda one: one.fact_id)
    )


def _of_block(block: str, facts: tuple[Linkable, ...]) -> Iterator[Link]:
    placed = place(facts)
    find_stages(placed.events)
    names = named(placed.events, block)
    for event in placed.events:
        yield from _links_of(event, block, names)
    for fact_id, basis in placed.nowhere.items():
        yield Link(fact_id=fact_id, block=block, event_id=None, basis=basis)


def _links_of(event: Gathering, block: str, names: dict[int, str]) -> Iterator[Link]:
    whole = names[id(event.part_of)] if event.part_of else None
    for fact, basis, beside in event.members:
        one = Link(
            fact_id=fact.fact_id,
            block=block,
            event_id=names[id(event)],
            part_of=whole,
            basis=basis,
            linked_with=beside,
        )
        yield _settled(one, fact, event)


def _settled(one: Link, fact: Linkable, event: Gathering) -> Link:
    """With the days of the event, where the fact leaves open what the event's first one says."""
    start, end = event.start, event.end
    if start is None or end is None or (fact.start, fact.end) == (start, end):
        return one
    if fact.kind == "ceasefire" and event.first.status in ("completed", "failed"):
        return one  # those are the days on which it ended
    if fact.start and fact.end and not (fact.start <= start and end <= fact.end):
        return one
    return one.model_copy(
        update={
            "settled_start": event.start,
            "settled_end": event.end,
            "settled_from": event.first.fact_id,
        }
    )
