"""The ends that references come to, what they leave behind, and the batches that are made of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from extractors.fact import Extraction
from extractors.values import Value
from flows.visiting import is_settled
from warehouse.records import Batch, Capture, Outcome, Reading, Visit


class Ended(NamedTuple):
    """A reference at its end, with what it leaves behind."""

    outcome: Outcome
    capture: Capture | None = None
    reading: Reading | None = None
    extractions: tuple[Extraction, ...] = ()
    visit: Visit | None = None


class BatchSummary(Value):
    """What came of a batch, or of many: outcomes by `code` or `code:reason`, facts by kind."""

    outcomes: Mapping[str, int] = {}
    facts: Mapping[str, int] = {}
    article_count: int = 0
    unsettled: frozenset[str] = frozenset()  # references that the next run should list again

    def __add__(self, other: BatchSummary) -> BatchSummary:
        return BatchSummary(
            outcomes=Counter(self.outcomes) + Counter(other.outcomes),
            facts={
                kind: self.facts.get(kind, 0) + other.facts.get(kind, 0)
                for kind in sorted({*self.facts, *other.facts})
            },
            article_count=self.article_count + other.article_count,
            unsettled=self.unsettled | other.unsettled,
        )


def parts_of(run_id: str, ends: Sequence[Ended], judged: Collection[str]) -> Iterator[Batch]:
    """The batches of some ends: what pages of a judged source gave by itself, because it may be
    held back (flows/judging.py); everything else together.
    """
    parts: dict[str | None, list[Ended]] = {}
    for end in ends:
        source = end.outcome.source if end.capture else None
        parts.setdefault(source if source in judged else None, []).append(end)
    for part_source, part in parts.items():
        yield batch_of(run_id, part).model_copy(update={"source": part_source})


def batch_of(run_id: str, ends: Sequence[Ended]) -> Batch:
    """One article under two references is extracted to the same rows: they are kept once."""
    extractions = {
        (it.article_id, it.extractor, it.extractor_version): it
        for end in ends
        for it in end.extractions
    }
    return Batch(
        run_id=run_id,
        captures=tuple(end.capture for end in ends if end.capture),
        visits=tuple(end.visit for end in ends if end.visit),
        readings=tuple(end.reading for end in ends if end.reading),
        extractions=tuple(extractions.values()),
        outcomes=tuple(end.outcome for end in ends),
    )


def summary_of(ends: Sequence[Ended]) -> BatchSummary:
    return BatchSummary(
        outcomes=tally(end.outcome for end in ends),
        facts=Counter(fact.kind for end in ends for it in end.extractions for fact in it.facts),
        unsettled=frozenset(it.outcome.reference for it in ends if not is_settled(it.outcome)),
        article_count=sum(end.reading is not None and bool(end.reading.article) for end in ends),
    )


def tally(outcomes: Iterable[Outcome]) -> Mapping[str, int]:
    """Outcomes counted by `code` or `code:reason`."""
    return Counter(f"{it.code}:{it.reason}" if it.reason else str(it.code) for it in outcomes)
