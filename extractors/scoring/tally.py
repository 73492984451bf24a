"""Facts paired with gold, best first and one to one, and what of them is right, counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from extractors.scoring.gold import GoldArticle, GoldFact, article_key
from extractors.scoring.values import CORE, DATED, is_right, plain, same_person, same_wording


class ReadFact(NamedTuple):
    """What of a read fact is held against gold."""

    reference: str  # the article's file or URL
    kind: str
    status: str
    date: str | None
    quote: str
    fields: Mapping[str, Any]
    said_by: tuple[str, ...] = ()

    @property
    def slots(self) -> dict[str, Any]:
        stated = {name: it for name, it in self.fields.items() if it not in (None, [], (), {}, "")}
        if self.date and self.kind in DATED:
            stated.setdefault("date", self.date)
        return stated


class Tally(NamedTuple):
    """Counts over facts of one kind; add them up with `+`."""

    gold: int = 0  # facts that should be read, without optional ones
    read: int = 0  # facts that were read, without those paired with optional ones
    found: int = 0  # pairs
    strict: int = 0  # pairs with the status and every core slot right
    slots_gold: int = 0
    slots_read: int = 0
    slots_right: int = 0
    paired: int = 0  # optional ones included
    status_right: int = 0
    sayers_gold: int = 0  # pairs of which gold says who says so
    sayers_right: int = 0

    def plus(self, other: Tally) -> Tally:
        return Tally(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        return _share(self.strict, self.read)

    @property
    def recall(self) -> float:
        return _share(self.strict, self.gold)

    @property
    def f1(self) -> float:
        return _harmonic(self.precision, self.recall)

    @property
    def slot_f1(self) -> float:
        return _harmonic(
            _share(self.slots_right, self.slots_read), _share(self.slots_right, self.slots_gold)
        )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


class Fault(NamedTuple):
    """A miss, an extra, or a fact that is wrong in its status or a core slot."""

    fault: str  # missed | extra | wrong
    article: str
    kind: str
    status: str
    detail: str
    words: str  # gold's evidence, or the sentence read


class Score(NamedTuple):
    by_kind: Mapping[str, Tally]
    faults: tuple[Fault, ...]
    unknown: tuple[str, ...]  # gold articles of which nothing at all was read: not there?

    @property
    def total(self) -> Tally:
        whole = Tally()
        for tally in self.by_kind.values():
            whole = whole.plus(tally)
        return whole


def score(
    gold: Iterable[GoldArticle],
    facts: Iterable[ReadFact],
    kinds: Collection[str] = tuple(CORE),
    present: Collection[str] | None = None,
) -> Score:
    """Score facts of articles against their gold; `present` are the references that were read."""
    read: dict[tuple[str, str], list[ReadFact]] = defaultdict(list)
    for fact in facts:
        read[article_key(fact.reference), fact.kind].append(fact)
    there = {article_key(reference) for reference in present or ()}
    tallies: dict[str, Tally] = {}
    faults: list[Fault] = []
    unknown: list[str] = []
    for article in gold:
        key = article_key(article.article)
        if present is not None and key not in there:
            unknown.append(article.article)
        for kind in sorted(set(kinds) & set(article.kinds or CORE)):
            wanted = [fact for fact in article.facts if fact.kind == kind]
            scored = _scored(key, wanted, read[key, kind], faults)
            if wanted or read[key, kind]:
                tallies[kind] = tallies.get(kind, Tally()).plus(scored)
    return Score(dict(sorted(tallies.items())), tuple(faults), tuple(unknown))


def _scored(
    article: str, gold: Sequence[GoldFact], read: Sequence[ReadFact], faults: list[Fault]
) -> Tally:
    """The facts of one kind in one article; what is not right goes to `faults`."""
    pairs = _paired(gold, read)
    tally = Tally()
    for wanted, fact in ((gold[i], read[j]) for i, j in pairs):
        tally = tally.plus(_of_pair(wanted, fact))
        if wrong := _wrong(wanted, fact):
            faults.append(Fault("wrong", article, fact.kind, fact.status, wrong, wanted.evidence))
    for i in sorted(set(range(len(gold))) - {i for i, _ in pairs}):
        if not gold[i].optional:
            tally = tally.plus(Tally(gold=1, slots_gold=len(_needed(gold[i]))))
            status = " or ".join(gold[i].status)
            faults.append(Fault("missed", article, gold[i].kind, status, "", gold[i].evidence))
    for j in sorted(set(range(len(read))) - {j for _, j in pairs}):
        fact = read[j]
        tally = tally.plus(Tally(read=1, slots_read=len(fact.slots)))
        stated = ", ".join(f"{name}={it}" for name, it in fact.slots.items())
        faults.append(Fault("extra", article, fact.kind, fact.status, stated, fact.quote))
    return tally


def _paired(gold: Sequence[GoldFact], read: Sequence[ReadFact]) -> list[tuple[int, int]]:
    likeness = sorted(
        (
            (_likeness(wanted, fact), -i, -j)
            for i, wanted in enumerate(gold)
            for j, fact in enumerate(read)
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for like, i, j in likeness:
        if like > 0 and -i not in pairs and -j not in taken:
            pairs[-i] = -j
            taken.add(-j)
    return list(pairs.items())


def _likeness(gold: GoldFact, fact: ReadFact) -> float:
    """How surely the two are one thing; 0: they are not."""
    slots, needed = fact.slots, _needed(gold)
    right = {name for name in needed if is_right(name, gold.fields[name], slots.get(name))}
    core = right & set(CORE[gold.kind])
    like = 2 * len(core) + 0.5 * len(right - core)
    touch = _touches(plain(gold.evidence), plain(fact.quote))
    if not touch and like < 2:
        return 0
    return like + (2.5 if touch else 0) + (0.5 if fact.status in gold.status else 0)


def _touches(evidence: str, quote: str) -> bool:
    return bool(evidence) and (evidence in quote or (len(quote) > 20 and quote in evidence))


def _needed(gold: GoldFact) -> dict[str, Any]:
    """The slots that must be filled."""
    return {
        name: value
        for name, value in gold.fields.items()
        if value is not None and not (isinstance(value, list) and None in value)
    }


def _of_pair(gold: GoldFact, fact: ReadFact) -> Tally:
    slots, needed = fact.slots, _needed(gold)
    right = {name for name in gold.fields if is_right(name, gold.fields[name], slots.get(name))}
    counted = 0 if gold.optional else 1
    sayers = gold.attribution
    return Tally(
        gold=counted,
        read=counted,
        found=counted,
        strict=0 if _wrong(gold, fact) else counted,
        slots_gold=len(needed),
        slots_read=sum(
            1 for name in slots if name in needed or (name in gold.fields and name not in right)
        ),
        slots_right=len(right & set(needed)),
        paired=1,
        status_right=int(fact.status in gold.status),
        sayers_gold=int(bool(sayers)),
        sayers_right=int(bool(sayers) and all(_is_named(one, fact.said_by) for one in sayers)),
    )


def _is_named(name: str, sayers: Iterable[str]) -> bool:
    return any(same_person(name, sayer) or same_wording(name, sayer) for sayer in sayers)


def _wrong(gold: GoldFact, fact: ReadFact) -> str:
    """What makes a pair not strictly right, in words; empty: nothing."""
    slots = fact.slots
    wrong = [
        f"{name}: {slots.get(name)} instead of {gold.fields[name]}"
        for name in CORE[gold.kind]
        if name in gold.fields and not is_right(name, gold.fields[name], slots.get(name))
    ]
    if fact.status not in gold.status:
        wrong.insert(0, f"status: {fact.status} instead of {' or '.join(gold.status)}")
    return "; ".join(wrong)
