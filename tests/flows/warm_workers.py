"""Workers that outlive their run: a worker takes a second to start, and reads alike for all tests.

What starting, ending and killing them does is for test_workers.py, which takes the real ones.
"""

from __future__ import annotations

from queue import LifoQueue
from typing import ClassVar, Self

from extractors.references import References
from flows.settings import Settings
from flows.workers import Workers, _Worker

MOST = 4  # processes that wait for a run


class WarmWorkers(Workers):
    """Workers that begin with what a run before them left, and leave what is at rest in the end."""

    resting: ClassVar[list[_Worker]] = []

    def __init__(self, settings: Settings, references: References) -> None:
        super().__init__(settings, references)
        told = self._workers[0]._told
        warm = [it for it in self.resting if it._told == told and is_alive(it)]
        warm = warm[: len(self._workers)]
        self.resting[:] = [it for it in self.resting if it not in warm]
        self._workers[len(self._workers) - len(warm) :] = warm
        self._resting = LifoQueue()
        for worker in self._workers:
            self._resting.put(worker)

    def __enter__(self) -> Self:
        return self if is_alive(self._workers[-1]) else super().__enter__()

    def __exit__(self, *raised: object) -> None:
        if any(raised) or self._closed:
            self.close()
            return
        self._closed = True
        self.resting.extend(filter(is_alive, self._workers))
        while len(self.resting) > MOST:
            self.resting.pop(0).stop()


def is_alive(worker: _Worker) -> bool:
    return worker._process is not None and worker._process.poll() is None


def stop_all() -> None:
    while WarmWorkers.resting:
        WarmWorkers.resting.pop().stop()
