"""Links of one run that lead to one article: the first is followed, the others end with it."""

from __future__ import annotations

from collections.abc import Sequence

from flows.canonical import canonical
from flows.sourceref import Known, SourceRef


def paired_off(refs: Sequence[SourceRef]) -> tuple[SourceRef, ...]:
    """The references in their order. Of those with one canonical URL the first carries what its
    twins ask for, the twins are `known` and name it.
    """
    links: dict[str, list[SourceRef]] = {}
    spelt = [None if it.path or it.ending else canonical(it.reference) for it in refs]
    for ref, url in zip(refs, spelt, strict=True):
        if url is not None:
            links.setdefault(url, []).append(ref)
    return tuple(
        ref if url is None or len(links[url]) == 1 else _paired_off(ref, links[url])
        for ref, url in zip(refs, spelt, strict=True)
    )


def _paired_off(ref: SourceRef, links: Sequence[SourceRef]) -> SourceRef:
    first = links[0]
    if ref is not first:
        twin = Known(detail=f"the same article as {first.reference}, of {first.source}")
        return ref.model_copy(update={"ending": twin, "twin_of": first.reference})
    dates = [it.dated_at for it in links if it.dated_at]
    asked = {
        "dated_at": max(dates, default=None),
        "is_followed": all(it.is_followed for it in links),
    }
    return ref.model_copy(update=asked)
