"""The pool of processes that run visitors' queries: each can be killed, which is the one way to end a query (DESIGN 9).

A query begins in the quick lane, which has `Limits.workers` places. One that is not done after `Limits.aside` seconds
steps aside into the slow lane, so that short queries do not wait behind it; one that goes on and on becomes less urgent
than all others. A visitor never holds every place. When a query runs past the limit, when its client goes away or when
its process dies, the worker is killed and another takes its place.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Coroutine, Sequence

from graph.web.process import (
    BusyError,
    Job,
    LostError,
    PoolError,
    StoreUnavailableError,
    TooManyError,
    Worker,
)
from graph.web.running import Limits, Running, State

log = logging.getLogger(__name__)


class Pool:
    """The workers, and the queue before them.

    Args:
        command: starts a worker; see `graph.web.worker`.
        limits: what is allowed.
    """

    def __init__(self, command: Sequence[str], limits: Limits) -> None:
        self.limits = limits
        self._command = list(command)
        self._idle: list[Worker] = []
        self._starting = 0
        self._running: set[Running] = set()
        self._waiting: dict[Running, None] = {}
        self._held: Counter[str] = Counter()
        self._visitors: Counter[str] = Counter()
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopping = False
        self._killed = 0
        self._started = 0

    @property
    def state(self) -> State:
        """What the pool does at this moment, and what it has done."""
        first = self.limits.workers + 1
        return State(
            workers=len(self._idle) + len(self._running),
            running=len(self._running),
            waiting=len(self._waiting),
            killed=self._killed,
            restarted=max(0, self._started - first),
        )

    @property
    def running(self) -> int:
        """How many queries run at this moment."""
        return len(self._running)

    async def start(self) -> None:
        """Begin to start the workers and one to spare, without waiting for them."""
        for _ in range(self.limits.workers + 1):
            self._grow()

    async def stop(self) -> None:
        """Kill all workers; queries that run are cut."""
        self._stopping = True
        for running in [*self._running, *self._waiting]:
            running.leave()
            running.close()
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(worker.kill() for worker in self._idle))
        self._idle.clear()

    async def run(self, job: Job, visitor: str) -> Running:
        """Let a query in and wait until a worker has it.

        Raises:
            BusyError, TooManyError, StoreUnavailableError: when there is no room, or no worker.
        """
        running = self.admit(job, visitor)
        await self.place(running)
        return running

    def admit(self, job: Job, visitor: str) -> Running:
        """Let a query in, or refuse it at once; who is let in has to be given to `place`.

        Raises:
            BusyError, TooManyError: when there is no room.
        """
        if self._visitors[visitor] >= self.limits.per_visitor:
            raise TooManyError(f"{self.limits.per_visitor} queries of yours are running or waiting")
        running = Running(self, job, visitor)
        if not self._begin(running):
            if len(self._waiting) >= self.limits.waiting and not self._will_run(running):
                raise BusyError("the queue of queries is full")
            running.place = asyncio.get_running_loop().create_future()
            self._waiting[running] = None
        running.counted = True
        self._visitors[visitor] += 1
        return running

    async def place(self, running: Running) -> None:
        """Wait until a worker has the query."""
        if running.place is None:
            return
        try:
            async with asyncio.timeout(self.limits.patience):
                await running.place
        except TimeoutError:
            self._forget(running)
            raise BusyError("no worker came free in time") from None
        except BaseException:
            self._forget(running)
            running.close()
            raise

    def withdraw(self, running: Running) -> None:
        """End a query that nobody waits for, whether it runs or waits."""
        self._forget(running)
        running.call(None)
        if running.process_id:
            running.leave()
        running.close()

    def give_back(self, running: Running, worker: Worker, *, sound: bool) -> None:
        """Take a worker back; one that is in an unknown state, or has become less urgent, is killed and replaced."""
        self._forget(running)
        self._running.discard(running)
        _take_one(self._held, running.visitor)
        if sound and worker.alive and not worker.less_urgent and not self._stopping:
            self._idle.append(worker)
        else:
            self._later(self._end(worker))
        self.make_room()

    def make_room(self) -> None:
        """Move queries that have run long into the slow lane, while there is room in it."""
        for running in self._running:
            if running.overdue and not running.stepped_aside and self._slow() < self.limits.slow:
                running.stepped_aside = True
        self._hand_out()
        if (
            not (self._idle or self._starting or self._stopping)
            and self._size() < self.limits.workers + self.limits.slow
        ):
            self._grow()

    def _forget(self, running: Running) -> None:
        self._waiting.pop(running, None)
        if running.counted:
            running.counted = False
            _take_one(self._visitors, running.visitor)

    def _slow(self) -> int:
        return sum(each.stepped_aside for each in self._running)

    def _size(self) -> int:
        return len(self._idle) + len(self._running) + self._starting

    def _may_run(self, running: Running) -> bool:
        """Whether the lanes and its visitor have room for a query that begins."""
        quick = len(self._running) - self._slow()
        return quick < self.limits.workers and self._held[running.visitor] < self.limits.held_by_one

    def _will_run(self, running: Running) -> bool:
        """Whether a query that there is a place for only waits for a worker that is starting."""
        return self._may_run(running) and self._starting > len(self._waiting)

    def _begin(self, running: Running) -> bool:
        """Let a query begin, if it may and there is a worker."""
        if not self._may_run(running):
            return False
        while self._idle:
            worker = self._idle.pop()
            if worker.alive:
                self._running.add(running)
                self._held[running.visitor] += 1
                running.begin(worker)
                return True
            self._later(self._end(worker))
        if not self._starting and not self._stopping:
            self._grow()
        return False

    def _hand_out(self) -> None:
        """Let those who wait begin: first who has the fewest running, then who has waited longest."""
        while self._waiting and not self._stopping:
            running = min(self._waiting, key=lambda each: self._held[each.visitor])
            if not self._begin(running):
                return
            del self._waiting[running]
            if running.place is not None and not running.place.done():
                running.place.set_result(None)
            else:  # whoever waited has been told something else in the meantime
                running.close()

    def _grow(self) -> None:
        self._starting += 1
        self._later(self._start())

    async def _start(self) -> None:
        """Start a worker; where it does not start, whoever waited for it from the beginning is told why.

        Who came later may ask what has been published since: for them another one is started.
        """
        error: PoolError | None = None
        waited = tuple(self._waiting)
        try:
            self._idle.append(await Worker.start(self._command))
            self._started += 1
        except (StoreUnavailableError, LostError) as found:
            error = found
        except OSError as found:
            error = LostError(str(found))
        finally:
            self._starting -= 1
        if error is not None:
            log.warning("a worker for queries did not start: %s", error)
            for running in waited:
                if running not in self._waiting:
                    continue
                del self._waiting[running]
                if running.place is not None and not running.place.done():
                    running.place.set_exception(error)
        self._hand_out()

    async def _end(self, worker: Worker) -> None:
        self._killed += 1
        await worker.kill()
        if not self._stopping and self._size() < self.limits.workers + 1:
            self._grow()

    def _later(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _take_one(counter: Counter[str], name: str) -> None:
    counter[name] -= 1
    if counter[name] <= 0:
        del counter[name]
