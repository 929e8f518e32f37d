"""A query on its way through the pool: what it is allowed, and what is due at which moment of its life."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Protocol

from graph.web.frames import ABOUT, Kind, Tag
from graph.web.process import DeadlineError, Job, LeftError, LostError, PoolError, RefusedError, Worker

RUNNING = "kamergraaf.running"
"""Where a request notes the query that was already let in for it."""


@dataclass(frozen=True)
class Limits:
    """What the pool allows.

    Attributes:
        workers: how many queries that have just begun run at once.
        seconds: how long one may take, from its start to the end of its result, by the clock on the wall.
        waiting: how many may wait for a worker.
        patience: how many seconds one may wait.
        per_visitor: how many of one visitor may run or wait.
        aside: after how many seconds a query makes place for one that begins.
        urgent: after how many seconds a query becomes less urgent than all others.
    """

    workers: int = 2
    seconds: float = 30.0
    waiting: int = 32
    patience: float = 30.0
    per_visitor: int = 8
    aside: float = 0.1
    urgent: float = 1.0

    @property
    def slow(self) -> int:
        """How many queries may have stepped aside; two at the least, so that one visitor does not hold them all."""
        return max(2, self.workers)

    @property
    def held_by_one(self) -> int:
        """How many queries of one visitor may run at once: a place is always left for another visitor."""
        return self.workers + self.slow - 1


@dataclass(frozen=True)
class State:
    """What a pool does at a moment.

    Attributes:
        workers: processes that run a query or are ready for one.
        running: queries that run.
        waiting: queries that wait for a process.
        killed: processes that were ended since the start: for their time, because they became less urgent than others
            or because nobody waited for their answer; also those that had died.
        restarted: processes that were started in the place of others, or as a query had to be run beside long ones.
    """

    workers: int
    running: int
    waiting: int
    killed: int
    restarted: int


class Lanes(Protocol):
    """What a query needs of the pool that runs it."""

    limits: Limits

    def give_back(self, running: Running, worker: Worker, *, sound: bool) -> None:
        """Take a worker back."""

    def make_room(self) -> None:
        """Move queries that have run long out of the way."""


class Running:
    """A query that was let in: it waits for a worker, runs, and is closed."""

    def __init__(self, pool: Lanes, job: Job, visitor: str) -> None:
        self.visitor = visitor
        self.kind = Kind.RESULTS
        self.number = 0
        self.whole = True
        self.stepped_aside = False
        self.overdue = False
        self.counted = False
        self.place: asyncio.Future[Worker | None] | None = None
        self._pool = pool
        self._job = job
        self._worker: Worker | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._deadline = 0.0
        self._sound = False
        self._error: PoolError | None = None
        self._back: Callable[[], None] | None = None

    @property
    def deadline(self) -> float:
        """When it will be ended, by the clock of the event loop."""
        return self._deadline

    @property
    def process_id(self) -> int:
        """The process that runs it; 0 before there is one."""
        return self._worker.process_id if self._worker else 0

    def begin(self, worker: Worker) -> None:
        """Hand the query to a worker."""
        loop = asyncio.get_running_loop()
        limits = self._pool.limits
        self._worker = worker
        if self._back is not None:  # it waited for a worker, and nobody has taken over the waiting
            if self._timer is not None:
                self._timer.cancel()
            back, self._back = self._back, None
            worker.call(back)
        now = loop.time()
        self._deadline = now + limits.seconds
        self._timer = loop.call_at(min(self._deadline, now + limits.aside), self._step)
        worker.send(self._job)

    def call(self, back: Callable[[], None] | None) -> None:
        """Call back once: when some of the answer has come, none can come any more, or it takes long; None: do not."""
        if self._worker is not None:
            self._worker.call(back)
            return
        self._back = back
        if back is not None:
            self._timer = asyncio.get_running_loop().call_later(self._pool.limits.aside, self._call_back)

    def _call_back(self) -> None:
        back, self._back = self._back, None
        if back is not None:
            back()

    def whole_at_hand(self) -> bytes | None:
        """Take an answer that is there whole, without waiting; None where the first piece is something else."""
        data = self._worker.whole_at_hand() if self._worker is not None else None
        return None if data is None else self._about(Tag.WHOLE, data)

    async def first(self) -> bytes:
        """Wait for the first piece of the answer; learn its `kind`, its publication, and whether it is the `whole`."""
        return self._about(*await self._receive())

    def _about(self, tag: Tag, data: bytes) -> bytes:
        kind, self.number = ABOUT.unpack_from(data)
        self.kind = Kind(kind)
        self.whole = self._sound = tag is Tag.WHOLE
        return data[ABOUT.size :]

    async def pieces(self) -> AsyncIterator[bytes]:
        """Give the further pieces of the answer; raises `PoolError` where it cannot be complete."""
        while not self._sound:
            tag, data = await self._receive()
            if tag is Tag.END:
                self._sound = True
            else:
                yield data

    def leave(self) -> None:
        """End it: nobody waits for the answer."""
        if self._worker is not None:
            self._worker.fail(LeftError("the visitor is gone"))
        elif self._back is None and self.place is not None and not self.place.done():
            self.place.set_exception(LeftError("the visitor is gone"))

    def close(self) -> None:
        """Give the worker back; it is killed when the answer has not been read to its end."""
        if self._timer is not None:
            self._timer.cancel()
        if self._worker is not None:
            worker, self._worker = self._worker, None
            self._pool.give_back(self, worker, sound=self._sound)

    async def _receive(self) -> tuple[Tag, bytes]:
        if self._worker is None:
            raise self._error or LostError("the query has been closed")
        try:
            return await self._worker.receive()
        except RefusedError:
            self._sound = True  # the worker has said its last word and waits for the next query
            raise

    def _step(self) -> None:
        """Do what is due at this moment: step aside, become less urgent, or end."""
        worker, loop = self._worker, asyncio.get_running_loop()
        if worker is None:
            return
        now = loop.time()
        if now >= self._deadline:
            self._error = DeadlineError("the query ran past its limit")
            worker.fail(self._error)
            self.close()  # here: whoever sends the answer may be waiting for a client that does not read it
            return
        limits = self._pool.limits
        begun = self._deadline - limits.seconds
        if now >= begun + limits.urgent and not worker.less_urgent:
            worker.make_less_urgent()
        self.overdue = True
        self._pool.make_room()
        due = self._deadline if worker.less_urgent else min(self._deadline, begun + limits.urgent)
        self._timer = loop.call_at(due, self._step)
        worker.call_back()
