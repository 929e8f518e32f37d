"""Where papers are made: here, in processes of this machine, or wherever something else runs them; a few at a time.

What is under way is bounded, so that the memory of a build does not grow with the number of its papers.
"""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Self

from graph.build.inputs import Paper
from graph.build.work import Made, Recipe, look, make_paper

_AHEAD = 8
"""How many papers are under way for each process."""

_BEHIND = 500
"""How many papers that need no work may wait for a single one: then it is made elsewhere after all."""


class Workers(ABC):
    """Those who make papers. Use them in a `with`, and only there."""

    ahead: int = 1
    """How many papers may be under way at once: enough to keep all at work behind one that takes long."""

    @abstractmethod
    def begin(self, paper: Paper, recipe: Recipe) -> Future[Made]:
        """Have a paper made."""

    @abstractmethod
    def result(self, paper: Paper, recipe: Recipe, begun: Future[Made]) -> Made:
        """Wait for a paper; one that ends its worker gives its `problem`."""

    def close(self) -> None:  # noqa: B027 - not all have something to let go of
        """Let them go, whatever they are at."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


class Here(Workers):
    """This process itself: each paper is made when it is asked for."""

    def begin(self, paper: Paper, recipe: Recipe) -> Future[Made]:
        """Note that it has to be made."""
        return Future()

    def result(self, paper: Paper, recipe: Recipe, begun: Future[Made]) -> Made:
        """Make it."""
        return make_paper(paper, recipe)


class Processes(Workers):
    """Processes of their own: a copy of this one would share its threads' locks.

    Args:
        number: how many.
    """

    def __init__(self, number: int) -> None:
        self.ahead = number * _AHEAD
        self._number = number
        self._pool: ProcessPoolExecutor | None = None

    def begin(self, paper: Paper, recipe: Recipe) -> Future[Made]:
        """Give it to the next process that is free."""
        if self._pool is None:
            self._pool = _pool(self._number)
        try:
            return self._pool.submit(make_paper, paper, recipe)
        except BrokenProcessPool:
            self._pool = _pool(self._number)
            return self._pool.submit(make_paper, paper, recipe)

    def result(self, paper: Paper, recipe: Recipe, begun: Future[Made]) -> Made:
        """Wait for it; where some paper ended its process and took the others with it, give each one of its own."""
        try:
            return begun.result()
        except BrokenProcessPool:
            with _pool(1) as alone:
                try:
                    return alone.submit(make_paper, paper, recipe).result()
                except BrokenProcessPool:
                    return ended(paper.path)

    def close(self) -> None:
        """End the processes."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)


def workers_of(jobs: int) -> Workers:
    """Give so many workers of this machine; one is this process itself."""
    return Processes(jobs) if jobs > 1 else Here()


def ended(path: Path) -> Made:
    """Say of a paper that it ended whoever made it."""
    return Made(path, problem=f"{path}: reading it ends the process (memory, or a damaged file); report it")


def make_all(paths: Sequence[Path], recipe: Recipe, workers: Workers) -> Iterator[Made]:
    """Make all, several at the same time, and give them in the order of their paths.

    Args:
        paths: the files.
        recipe: what they have in common.
        workers: who makes them; a single one that has to be made is made here, which is quicker.
    """
    window = _Window(recipe, workers)
    for path in paths:
        window.put(look(path, recipe))
        yield from window.ready()
    yield from window.rest()


@dataclass
class _Begun:
    """A paper, and what will be made of it once somebody is at it."""

    paper: Paper
    made: Future[Made] | None = None


class _Window:
    """The papers that are under way, in their order, with those in between that need no work."""

    def __init__(self, recipe: Recipe, workers: Workers) -> None:
        self._recipe = replace(recipe, known={})  # workers need not know, and it is large
        self._workers = workers
        self._waiting: deque[Made | _Begun] = deque()
        self._under_way = 0
        self._many = False

    def put(self, seen: Paper | Made) -> None:
        """Take in the next one."""
        self._waiting.append(seen if isinstance(seen, Made) else _Begun(seen))
        self._under_way += isinstance(seen, Paper)
        if self._under_way > 1 or len(self._waiting) > _BEHIND:
            self._many = True
        for each in self._waiting if self._many else ():
            if isinstance(each, _Begun) and each.made is None:
                each.made = self._workers.begin(each.paper, self._recipe)

    def ready(self) -> Iterator[Made]:
        """Give what is done, and wait only where enough is under way."""
        while self._waiting:
            first = self._waiting[0]
            if isinstance(first, _Begun) and self._under_way < self._workers.ahead:
                if first.made is None or not first.made.done():
                    return
            yield self._next()

    def rest(self) -> Iterator[Made]:
        """Give all that is left."""
        while self._waiting:
            yield self._next()

    def _next(self) -> Made:
        first = self._waiting.popleft()
        if isinstance(first, Made):
            return first
        self._under_way -= 1
        if first.made is None:
            return make_paper(first.paper, self._recipe)
        return self._workers.result(first.paper, self._recipe, first.made)


def _pool(number: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(number, get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """End this process when the build does, however it ends: one that is killed would leave it waiting for ever."""
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)
