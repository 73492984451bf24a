"""Whose words articles have: told once a run's batches are published, from all that is current.

Articles that came, and groups of copies that lost one, are held against the others whose
fingerprints resemble theirs; rows are appended where a finding changed. So the findings depend on
the articles that the warehouse holds, and neither on batches nor on runs nor on their order. The
reference list of outlets goes into the log beside them, so that SQL knows the families. A run that
is killed before this leaves its articles unplaced; the next one makes up for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, TypeVar

from extractors.origins import VERSION
from extractors.origins.copying import Dated, is_copy, is_same_text, similarity
from extractors.origins.grouping import groups
from extractors.origins.wording import wording_of
from extractors.references import Outlet
from warehouse.home import Home
from warehouse.log import append
from warehouse.origins import (
    Comparison,
    Place,
    comparison,
    listed_outlets,
    missing_fingerprints,
    texts_of,
)
from warehouse.publishing import publish
from warehouse.records import Batch, ListedOutlet, Origin, OriginBasis
from warehouse.snapshot import connect

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_PAIRS_AT_ONCE = 1000  # their texts are in memory together
_ROWS_AT_ONCE = 5000

Pair = tuple[str, str]
T = TypeVar("T")


def trace_origins(
    home: Home, run_id: str, outlets: Sequence[Outlet], *, everything: bool = False
) -> int:
    """Find the origins of the articles that have none yet, or of all, and append what has changed.

    Returns how many rows were appended; they are published by the caller.
    """
    _make_up(home, run_id)
    with connect(home) as snapshot:
        compared = comparison(snapshot, everything=everything)
        if not compared.places:
            return 0
        found = tuple(_changes(snapshot, compared))
        listed = tuple(_changed_outlets(snapshot, outlets))
    if listed:  # first: articles that have no origin yet bring a killed run back here
        append(home, Batch(run_id=run_id, outlets=listed))
    for origins in _parted(found, _ROWS_AT_ONCE):
        append(home, Batch(run_id=run_id, origins=origins))
    return len(found) + len(listed)


def _make_up(home: Home, run_id: str) -> None:
    """Fingerprint what came before there were fingerprints, or under an older version."""
    count = 0
    with connect(home) as snapshot:
        for fingerprints in missing_fingerprints(snapshot):
            append(home, Batch(run_id=run_id, fingerprints=fingerprints))
            count += len(fingerprints)
    if count:
        publish(home)


def _changes(snapshot: DuckDBPyConnection, compared: Comparison) -> Iterator[Origin]:
    """What is found now and was not found before, gone articles included."""
    places = {place.article_id: place for place in compared.places}
    copies = tuple(_copies(snapshot, compared.pairs, places))
    group_of = groups(places, (*copies, *_known_copies(places)))
    origins = {key: _origin(place, group_of[key], places) for key, place in places.items()}
    asked = [key for key, place in places.items() if place.is_seed or _is_moved(place, origins)]
    for part in _parted(asked, _PAIRS_AT_ONCE):
        copied = {key: origin for key in part if (origin := origins[key]) and origin != key}
        dated = _dated(snapshot, {*copied, *copied.values()}, places)
        findings = (_finding(places[key], origins[key], dated) for key in part)
        yield from (it for it in findings if not _is_known(it, places[it.article_id]))


def _is_moved(place: Place, origins: Mapping[str, str | None]) -> bool:
    return origins[place.article_id] != place.origin_id


def _copies(
    snapshot: DuckDBPyConnection, pairs: Sequence[Pair], places: Mapping[str, Place]
) -> Iterator[Pair]:
    for part in _parted(pairs, _PAIRS_AT_ONCE):
        dated = _dated(snapshot, {article_id for pair in part for article_id in pair}, places)
        yield from (pair for pair in part if is_copy(dated[pair[0]], dated[pair[1]]))


def _dated(
    snapshot: DuckDBPyConnection, article_ids: set[str], places: Mapping[str, Place]
) -> dict[str, Dated]:
    return {
        key: Dated(key, places[key].published_on, wording_of(text))
        for key, text in texts_of(snapshot, article_ids).items()
    }


def _known_copies(places: Mapping[str, Place]) -> Iterator[Pair]:
    """Groups that have lost nothing hold together without being compared again."""
    for place in places.values():
        if place.origin_id and not place.is_seed and not place.is_gone:
            yield place.article_id, place.origin_id


def _origin(place: Place, group: frozenset[str], places: Mapping[str, Place]) -> str | None:
    """The first of an article's group: the earliest published, then the one of the smallest id."""
    return None if place.is_gone else min(group, key=lambda member: _rank(places[member]))


def _rank(place: Place) -> tuple[date, datetime, str]:
    latest = datetime.max.replace(tzinfo=UTC)
    return place.published_on or date.max, place.published_at or latest, place.article_id


def _finding(place: Place, origin_id: str | None, dated: Mapping[str, Dated]) -> Origin:
    share = None
    if origin_id is None:
        basis = OriginBasis.NOT_CURRENT
    elif origin_id == place.article_id:
        basis = OriginBasis.OWN_WORDS
    else:
        copy, source = dated[place.article_id], dated[origin_id]
        share = similarity(copy.wording, source.wording)
        basis = _basis(copy, source, share)
    return Origin(
        article_id=place.article_id,
        version=VERSION,
        revision=0 if place.revision is None else place.revision + 1,
        origin_id=origin_id,
        basis=basis,
        similarity=share,
    )


def _basis(copy: Dated, source: Dated, share: float) -> OriginBasis:
    if is_same_text(share):
        return OriginBasis.SAME_TEXT
    if is_copy(copy, source):
        return OriginBasis.NEAR_DUPLICATE
    return OriginBasis.BY_WAY_OF_ANOTHER


def _is_known(found: Origin, place: Place) -> bool:
    last = (place.origin_id, place.basis, place.similarity)
    return place.revision is not None and last == (found.origin_id, found.basis, found.similarity)


def _changed_outlets(
    snapshot: DuckDBPyConnection, outlets: Sequence[Outlet]
) -> Iterator[ListedOutlet]:
    """The outlets that the reference list has otherwise than the warehouse, as next revisions."""
    held = listed_outlets(snapshot)
    for outlet in outlets:
        last = held.get(outlet.slug)
        listed = ListedOutlet(
            slug=outlet.slug,
            revision=last.revision if last else 0,
            name=outlet.name,
            family=outlet.family or outlet.slug,
            type=outlet.type,
        )
        if listed != last:
            yield listed.model_copy(update={"revision": last.revision + 1}) if last else listed


def _parted(values: Sequence[T], size: int) -> Iterator[tuple[T, ...]]:
    return (tuple(values[first : first + size]) for first in range(0, len(values), size))
