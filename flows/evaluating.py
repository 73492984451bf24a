"""Facts of the warehouse held against gold facts, shown or kept beside the data they speak of."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from extractors.errors import ConfigurationError
from extractors.extracting import VERSIONS
from extractors.scoring import Fault, GoldArticle, ReadFact, Score, Tally, read_gold, score
from extractors.scoring.values import CORE
from extractors.values import Value
from flows.console import console, print_table, text
from flows.runs import closed_run, new_run_id
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish
from warehouse.queries import ArticleFilter, FactFilter, articles, facts
from warehouse.records import Batch, QualityRun
from warehouse.stored import StoredFact

_COLUMNS = ("kind", "gold", "read", "found", "right", "P", "R", "F1", "slot F1", "status", "who")


class Evaluation(Value):
    """What was held against what."""

    gold: str
    gold_sha256: str
    articles: tuple[GoldArticle, ...]
    score: Score


def evaluate(home: Home, path: Path, kinds: Collection[str] = ()) -> Evaluation:
    """Score the current facts of the articles of a gold file, of all its kinds or the named ones.

    Raises ConfigurationError naming the file, the line and the fault.
    """
    content, gold = _read(path)
    wanted = {article.article for article in gold}
    return Evaluation(
        gold=path.name,
        gold_sha256=sha256(content).hexdigest(),
        articles=gold,
        score=score(
            gold,
            (_read_fact(fact) for fact in facts(home, FactFilter(kinds=tuple(kinds)))),
            tuple(kinds) or tuple(CORE),
            [article.reference for article in articles(home, ArticleFilter())] if wanted else [],
        ),
    )


def _read(path: Path) -> tuple[bytes, tuple[GoldArticle, ...]]:
    try:
        content = path.read_bytes()
        return content, read_gold(content.decode().splitlines(), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path} cannot be read: {error}; name a gold file") from error


def _read_fact(fact: StoredFact) -> ReadFact:
    said_by = tuple(by.name for by in fact.attribution)
    return ReadFact(
        fact.reference, fact.kind, fact.status, fact.date, fact.quote, fact.fields, said_by
    )


def keep(home: Home, evaluation: Evaluation) -> str:
    """Append the counts of each kind to the warehouse and publish; returns the run's id."""
    run_id, now = new_run_id(), datetime.now(UTC)
    rows = tuple(_row(evaluation, run_id, now, *it) for it in evaluation.score.by_kind.items())
    run = closed_run("evaluate", run_id, now, 0)
    append(home, Batch(run_id=run_id, quality=rows, run=run))
    publish(home)
    return run_id


def _row(evaluation: Evaluation, run_id: str, now: datetime, kind: str, tally: Tally) -> QualityRun:
    return QualityRun(
        run_id=run_id,
        gold=evaluation.gold,
        gold_sha256=evaluation.gold_sha256,
        evaluated_at=now,
        article_count=len(evaluation.articles),
        kind=kind,
        extractor_version=VERSIONS.get(kind),
        gold_facts=tally.gold,
        read_facts=tally.read,
        found_facts=tally.found,
        right_facts=tally.strict,
        gold_slots=tally.slots_gold,
        read_slots=tally.slots_read,
        right_slots=tally.slots_right,
        paired_facts=tally.paired,
        right_statuses=tally.status_right,
        gold_attributions=tally.sayers_gold,
        right_attributions=tally.sayers_right,
    )


def print_evaluation(evaluation: Evaluation, *, with_faults: bool) -> None:
    """A table of the kinds, and what is not right, with its sentence."""
    out, score = console(), evaluation.score
    rows = [_cells(kind, tally) for kind, tally in score.by_kind.items()]
    title = f"{evaluation.gold}: {len(evaluation.articles)} articles"
    print_table(_COLUMNS, [*rows, _cells("all", score.total)], title)
    if score.unknown:
        names = ", ".join(score.unknown[:5])
        said = f"\n{len(score.unknown)} of them are not in the warehouse (ingest them): {names}"
        out.print(text(said), soft_wrap=True)
    for line in _told(score.faults) if with_faults else ():
        out.print(text(line), soft_wrap=True)


def _cells(kind: str, tally: Tally) -> tuple[object, ...]:
    shares = (tally.precision, tally.recall, tally.f1, tally.slot_f1)
    accuracies = (
        (tally.status_right, tally.paired),
        (tally.sayers_right, tally.sayers_gold),
    )
    return (
        kind,
        tally.gold,
        tally.read,
        tally.found,
        tally.strict,
        *(f"{share:.2f}" for share in shares),
        *(f"{right / whole:.2f}" if whole else "-" for right, whole in accuracies),
    )


def _told(faults: Collection[Fault]) -> Iterator[str]:
    yield ""
    for fault in faults:
        detail = f" ({fault.detail})" if fault.detail else ""
        yield f"{fault.fault:6}  {fault.article}  {fault.kind} {fault.status}{detail}"
        yield f"        {fault.words}"
