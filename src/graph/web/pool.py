"""The pool of processes that run visitors' queries: each can be killed, which is the one way to end a query (DESIGN 9).

A query holds one worker until its result has been sent. When it runs past the limit, when its client goes away or when
its process dies, the worker is killed and another takes its place.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections import Counter
from collections.abc import AsyncIterator, Coroutine, Sequence
from dataclasses import dataclass

from graph.web.frames import Tag
from graph.web.process import (
    BusyError,
    DeadlineError,
    Job,
    LostError,
    RefusedError,
    StoreUnavailableError,
    TooManyError,
    Worker,
)

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Limits:
    """What the pool allows.

    Attributes:
        workers: how many queries run at once.
        seconds: how long one may take, from its start to the end of its result, by the clock on the wall.
        waiting: how many may wait for a worker.
        patience: how many seconds one may wait.
        per_visitor: how many of one visitor may run or wait.
    """

    workers: int = 2
    seconds: float = 30.0
    waiting: int = 32
    patience: float = 30.0
    per_visitor: int = 8


class Running:
    """A query that has begun to answer: what kind of answer it is, and its pieces, to be read once and then closed."""

    def __init__(self, pool: Pool, worker: Worker, deadline: float, visitor: str) -> None:
        self._pool = pool
        self._worker = worker
        self._deadline = deadline
        self._visitor = visitor
        self._open = True
        self._sound = False
        self.kind = ""

    @property
    def process_id(self) -> int:
        """The process that runs it."""
        return self._worker.process_id

    async def begin(self, job: Job) -> None:
        """Send the query and wait for the head of its answer."""
        async with self._until_deadline():
            await self._worker.send(job)
            _, head = await self._worker.receive()
        self.kind = json.loads(head)["kind"]

    async def pieces(self) -> AsyncIterator[bytes]:
        """Give the pieces of the answer; raises `PoolError` where it cannot be complete."""
        while True:
            async with self._until_deadline():
                tag, data = await self._worker.receive()
            if tag is Tag.END:
                self._sound = True
                return
            yield data

    async def close(self) -> None:
        """Give the worker back, or kill it when the answer has not been read to its end."""
        if self._open:
            self._open = False
            await self._pool.give_back(self._worker, self._visitor, sound=self._sound)

    @contextlib.asynccontextmanager
    async def _until_deadline(self) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout_at(self._deadline):
                yield
        except TimeoutError:
            raise DeadlineError("the query ran past its limit") from None
        except (BrokenPipeError, ConnectionResetError):
            raise LostError("the process that ran the query is gone") from None
        except RefusedError:
            self._sound = True  # the worker has said its last word and waits for the next query
            raise


class Pool:
    """The workers, and the queue before them.

    Args:
        command: starts a worker; see `graph.web.worker`.
        limits: what is allowed.
    """

    def __init__(self, command: Sequence[str], limits: Limits) -> None:
        self.limits = limits
        self._command = list(command)
        self._places: asyncio.Queue[Worker | None] = asyncio.Queue()
        self._visitors: Counter[str] = Counter()
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopping = False

    async def start(self) -> None:
        """Make the places and begin to start their workers, without waiting for them."""
        for _ in range(self.limits.workers):
            self._later(self._fill())

    async def stop(self) -> None:
        """Kill all workers; queries that run are cut."""
        self._stopping = True
        await asyncio.gather(*self._tasks, return_exceptions=True)
        while not self._places.empty():
            worker = self._places.get_nowait()
            if worker is not None:
                await worker.kill()

    async def run(self, job: Job, visitor: str) -> Running:
        """Run a query and wait for the head of its answer.

        Raises:
            BusyError, TooManyError: when there is no room.
            DeadlineError, LostError, RefusedError, StoreUnavailableError: when it gives no result.
        """
        self._admit(visitor)
        worker = None
        try:
            worker = await self._place()
            deadline = asyncio.get_running_loop().time() + self.limits.seconds
            running = Running(self, worker, deadline, visitor)
        except BaseException:
            self._forget(visitor)
            raise
        try:
            await running.begin(job)
        except BaseException:
            await running.close()
            raise
        return running

    async def give_back(self, worker: Worker, visitor: str, *, sound: bool) -> None:
        """Put a worker back in its place; one that is in an unknown state is killed and replaced."""
        self._forget(visitor)
        if sound and worker.alive and not self._stopping:
            self._places.put_nowait(worker)
            return
        self._later(self._replace(worker))

    def _admit(self, visitor: str) -> None:
        if self._visitors[visitor] >= self.limits.per_visitor:
            raise TooManyError(f"{self.limits.per_visitor} queries of yours are running or waiting")
        if self._visitors.total() >= self.limits.workers + self.limits.waiting:
            raise BusyError("the queue of queries is full")
        self._visitors[visitor] += 1

    def _forget(self, visitor: str) -> None:
        self._visitors[visitor] -= 1
        if self._visitors[visitor] <= 0:
            del self._visitors[visitor]

    async def _place(self) -> Worker:
        """Wait for a place and give its worker, started anew where it has none."""
        try:
            async with asyncio.timeout(self.limits.patience):
                worker = await self._places.get()
        except TimeoutError:
            raise BusyError("no worker came free in time") from None
        if worker is not None and worker.alive:
            return worker
        try:
            if worker is not None:
                await worker.kill()
            return await Worker.start(self._command)
        except BaseException:
            self._places.put_nowait(None)
            raise

    async def _replace(self, worker: Worker) -> None:
        await worker.kill()
        await self._fill()

    async def _fill(self) -> None:
        """Start a worker in a free place; a place whose worker does not start stays, for the next query to try."""
        worker = None
        if not self._stopping:
            try:
                worker = await Worker.start(self._command)
            except (StoreUnavailableError, LostError, OSError) as error:
                log.warning("a worker for queries did not start: %s", error)
        self._places.put_nowait(worker)

    def _later(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
