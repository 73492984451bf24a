"""Which facts speak of one event: told once a run's batches are published, from all that it holds.

Only blocks (a kind, the same sides) that a fact came to or went from are linked again, and only
links that changed are appended. So what is current depends on the facts that the warehouse holds
and on the linker's version, and neither on batches nor on runs nor on their order. A run that is
killed before this leaves its facts without links; the next one makes up for it, as does the first
run of a newer linker for all facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from extractors.linking import KINDS, VERSION, Basis, Link, link, linkables
from warehouse.home import Home
from warehouse.linked import Touched, linked, touched
from warehouse.log import append
from warehouse.records import Batch, StoredLink
from warehouse.snapshot import connect

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_ROWS_AT_ONCE = 20_000

Sides = tuple[str, ...]


def link_facts(
    home: Home, run_id: str, conflicts: Sequence[Sides], *, everything: bool = False
) -> int:
    """Link the facts that came since, with their blocks, or all facts, and append what changed.

    Returns how many links were appended; they are published by the caller.
    """
    with connect(home) as snapshot:
        found = touched(snapshot, KINDS, VERSION, everything=everything)
        if not found.rows and not found.blocks:
            return 0
        changed = tuple(_changes(snapshot, found, conflicts))
    for first in range(0, len(changed), _ROWS_AT_ONCE):
        append(home, Batch(run_id=run_id, links=changed[first : first + _ROWS_AT_ONCE]))
    return len(changed)


def _changes(
    snapshot: DuckDBPyConnection, found: Touched, conflicts: Sequence[Sides]
) -> Iterator[StoredLink]:
    """The links of the blocks that are not as they were, and those of facts that are gone."""
    came = linkables(found.rows, conflicts)
    blocks = found.blocks | {fact.block for fact in came}
    held = linked(snapshot, KINDS, blocks)
    facts = {fact.fact_id: fact for fact in (*linkables(held.rows, conflicts), *came)}
    links = link(fact for fact in facts.values() if fact.block in blocks)
    for one in links:
        yield from _changed(one, held.links)
    for before in held.links.values():
        if before.link.fact_id not in facts and before.link.basis is not Basis.NOT_CURRENT:
            yield from _changed(_gone(before.link), held.links)


def _changed(one: Link, before: Mapping[str, StoredLink]) -> Iterator[StoredLink]:
    stored = before.get(one.fact_id)
    if stored is None or stored.linker_version < VERSION:
        yield StoredLink(link=one, linker_version=VERSION, revision=0)
    elif stored.link != one:
        yield StoredLink(link=one, linker_version=VERSION, revision=stored.revision + 1)


def _gone(one: Link) -> Link:
    return Link(fact_id=one.fact_id, block=one.block, event_id=None, basis=Basis.NOT_CURRENT)
