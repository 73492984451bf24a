"""Worker processes: whatever a page does to its reader, it ends in a code and the rest goes on."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import hostile_readers as hostile
import pytest
from flow_samples import SWAP, Run, environment
from test_ingesting import counts, outcomes, rows

from extractors.errors import ConfigurationError
from extractors.references import References
from flows import ingesting, plain, reextracting
from flows.settings import Settings
from flows.sourceref import Rejection
from flows.workers import Workers

NARROW = {"page_seconds": 3.0, "page_memory_mb": 200}

#: From 3.12 on Python watches the C stack itself: the reader is stopped, not its process.
SURVIVED = ("recurse_in_c",) if sys.version_info >= (3, 12) else ()

ENDS = {
    "hang": "clean_timeout",
    "hang_in_c": "clean_timeout",
    "sleep_through_signals": "clean_timeout",
    "eat_memory_slowly": "clean_memory",
    "eat_memory_at_once": "clean_memory",
    "eat_memory_in_c": "clean_memory",
    "leave": "worker_died",
    "leave_in_order": "worker_died",
    "crash": "worker_died",
    "abort": "worker_died",
    "be_killed": "worker_died",
    "recurse": "internal_error",
    "recurse_in_c": "worker_died",
    "leave_by_exception": "worker_died",
}


def children(of: int, doing: str = "flows.worker") -> set[int]:
    """The living processes under one that were started by a command line like this."""
    told = subprocess.run(
        ["ps", "-eo", "pid=,ppid=,stat=,args="], capture_output=True, text=True, check=True
    ).stdout
    found = (line.split(None, 3) for line in told.splitlines())
    return {
        int(pid)
        for pid, parent, state, args in (row for row in found if len(row) == 4)
        if int(parent) == of and doing in args and not state.startswith("Z")
    }


@pytest.fixture(autouse=True)
def others() -> set[int]:
    """The workers that other tests of this process have left at rest."""
    return children(os.getpid())


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_until_gone(pids: set[int], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while any(map(is_alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(is_alive, pids))


def settings_of(home: Path, **more: object) -> Settings:
    return Settings(home=home, **(NARROW | more))  # type: ignore[arg-type]


def test_a_hostile_page_ends_in_its_code_and_the_rest_is_stored(
    news: Path, home: Path, others: set[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingesting, "read_page", hostile.read_hostile)
    for name in hostile.HOSTILE:
        (news / f"{name}.txt").write_text(f"{SWAP}\n\n{name}", encoding="utf-8")
    summary = plain.ingest([str(news)], settings_of(home, workers=2))
    ended = outcomes(home)
    ends = {name: code for name, code in ENDS.items() if name not in SURVIVED}
    expected = {f"news/{name}.txt": f"rejected:{code}" for name, code in ends.items()}
    calm = ("news/swap.txt", "news/talks.html", "news/print_rubbish.txt")
    calm += tuple(f"news/{name}.txt" for name in SURVIVED)
    assert ended == expected | dict.fromkeys(calm, "stored")
    assert sum(counts(summary).values()) == summary.run.listed_count
    assert children(os.getpid()) == others
    kept = rows(home, "SELECT reason, count(*) FROM readings WHERE reason IS NOT NULL GROUP BY 1")
    coded = Counter(code for code in ends.values() if code != "internal_error")
    assert dict(kept) == coded
    pages = rows(home, "SELECT count(*) FROM captures")
    assert pages == [(3 + 13,)]  # all but the one that was our own fault


def test_a_page_ended_over_is_kept_and_not_read_again(
    news: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (news / "leave.txt").write_text(SWAP, encoding="utf-8")
    monkeypatch.setattr(ingesting, "read_page", hostile.read_hostile)
    first = plain.ingest([str(news)], settings_of(home))
    assert counts(first) == {"stored": 2, "rejected:worker_died": 1}
    (detail,) = rows(home, "SELECT detail FROM outcomes WHERE code = 'rejected'")
    assert detail == ("the worker ended over it: exit status 3",)
    assert counts(plain.ingest([str(news)], settings_of(home))) == {"known": 3}


def test_an_article_ended_over_is_extracted_again_the_next_time(
    news: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain.ingest([str(news)], settings_of(home))
    versions = reextracting.VERSIONS
    monkeypatch.setitem(versions, "talks", versions["talks"] + 1)
    monkeypatch.setattr(reextracting, "extract", hostile.extract_hostile)
    summary = reextracting.reextract(settings_of(home), ["talks"])
    assert counts(summary)["rejected:worker_died"] == 1
    assert sum(counts(summary).values()) == 2
    monkeypatch.setattr(reextracting, "extract", hostile.extract_bumped)
    assert counts(reextracting.reextract(settings_of(home), ["talks"])) == {"stored": 2}


@pytest.fixture
def workers(home: Path) -> Iterator[Workers]:
    with Workers(settings_of(home, workers=2), References()) as started:
        yield started


def test_answers_come_in_order_from_as_many_processes_as_are_worth_it(workers: Workers) -> None:
    assert workers.map(hostile.echo, range(200)) == list(range(200))
    assert workers.map(hostile.echo, []) == []
    assert len(set(workers.map(hostile.tell_process, range(8)))) == 1
    assert len(set(workers.map(hostile.tell_process, range(200)))) == 2
    assert workers.map(hostile.echo, ["x" * 30_000_000])[0] == "x" * 30_000_000


def test_threads_share_the_workers(others: set[int], workers: Workers) -> None:
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda n: workers.map(hostile.echo, [n] * 50), range(4)))
    assert answers == [[n] * 50 for n in range(4)]
    assert len(children(os.getpid()) - others) == 2


def test_a_page_that_waits_for_a_busy_machine_is_read(home: Path) -> None:
    with Workers(settings_of(home, page_seconds=1.0), References()) as workers:
        assert workers.map(hostile.wait, [1.5]) == [1.5]


def test_a_worker_killed_at_rest_is_replaced_unnoticed(workers: Workers) -> None:
    (pid,) = workers.map(hostile.tell_process, [0])
    os.kill(pid, signal.SIGKILL)
    wait_until_gone({pid}, 5)
    (other,) = workers.map(hostile.tell_process, [0])
    assert not isinstance(other, Rejection)
    assert other != pid


def test_a_worker_that_does_not_start_is_an_error_of_the_installation(
    workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    (pid,) = workers.map(hostile.tell_process, [0])
    os.kill(pid, signal.SIGKILL)
    wait_until_gone({pid}, 5)
    with pytest.raises(ConfigurationError, match=r"did not start \(exit status 1\); run parley"):
        workers.map(hostile.echo, [0])


PROGRAM = """
import sys
import hostile_readers as hostile
from flows import cli, ingesting
ingesting.read_page = hostile.read_hostile
sys.argv = ["parley", *sys.argv[1:]]
cli.main()
"""


def hostile_parley(*arguments: str | Path, **more: str) -> subprocess.Popen[str]:
    """The command `parley`, with readers that hang where the page says so."""
    path = os.pathsep.join([str(Path(__file__).parent)])
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments],
        env=environment(PYTHONPATH=path, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def started_workers(parent: int, count: int = 1) -> set[int]:
    deadline = time.monotonic() + 30
    while len(found := children(parent)) < count and time.monotonic() < deadline:
        time.sleep(0.05)
    assert len(found) >= count
    return found


@pytest.mark.slow
def test_workers_end_with_a_parent_that_is_killed(news: Path, home: Path) -> None:
    """One that hangs in C holds out until the kernel's own alarm, five seconds later."""
    (news / "hang_in_c.txt").write_text(SWAP, encoding="utf-8")
    process = hostile_parley("--home", home, "ingest", news, PARLEY_PAGE_SECONDS="3")
    found = started_workers(process.pid)
    time.sleep(2)
    process.kill()
    process.communicate()
    wait_until_gone(found, 16)


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_lets_the_batch_finish_hostile_pages_included(
    news: Path, home: Path, number: signal.Signals
) -> None:
    """Also where the signal reaches the workers, as it does when a service is stopped."""
    (news / "a").mkdir()
    (news / "a" / "hang.txt").write_text(SWAP, encoding="utf-8")
    process = hostile_parley(
        "--home", home, "ingest", news, PARLEY_PAGE_SECONDS="3", PARLEY_BATCH_SIZE="2"
    )
    found = started_workers(process.pid)
    time.sleep(2)
    for pid in (process.pid, *found):
        os.kill(pid, number)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 11, err
    assert "rejected:clean_timeout" in out
    assert "deferred:interrupted" in out
    assert "stored" in out
    assert not any(map(is_alive, found))


@pytest.mark.slow
def test_a_second_signal_ends_the_run_and_its_workers(news: Path, home: Path) -> None:
    (news / "hang.txt").write_text(SWAP, encoding="utf-8")
    process = hostile_parley("--home", home, "ingest", news, PARLEY_PAGE_SECONDS="60")
    found = started_workers(process.pid)
    time.sleep(2)
    process.send_signal(signal.SIGINT)
    err = _ended_by_another_signal(process)
    assert process.returncode == 11, err
    wait_until_gone(found, 5)


def _ended_by_another_signal(process: subprocess.Popen[str]) -> str:
    """What it said in the end. On a busy machine two signals that wait are one: then a third."""
    for _ in range(3):
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        try:
            return process.communicate(timeout=15)[1]
        except subprocess.TimeoutExpired:
            continue
    process.kill()
    return process.communicate()[1]


def test_one_page_starts_one_worker(parley: Run, news: Path) -> None:
    """However many there may be: each one more would add half of what a page costs. Processor time
    in one run, by a ratio, since a busy machine makes all of it dearer."""

    def spent(page: str, workers: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert parley("ingest", news / page, PARLEY_WORKERS=workers).returncode == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    alone = spent("swap.txt", "1")
    assert spent("talks.html", "4") < 1.8 * alone


def test_a_page_of_deep_nesting_says_so(news: Path, home: Path) -> None:
    deep = f"{'<div>' * 400}<p>{SWAP}</p>{'</div>' * 400}"
    (news / "deep.html").write_text(f"<html><body>{deep}</body></html>", encoding="utf-8")
    plain.ingest([str(news)], settings_of(home))
    assert outcomes(home)["news/deep.html"] == "rejected:too_deep"
