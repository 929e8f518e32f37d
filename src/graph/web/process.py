"""One process that runs queries, as the server sees it: what it is given, what it gives, and how that can fail."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from graph.store.queries import Dataset
from graph.web.frames import Tag, frame, receive_frame

_READY_WITHIN = 30.0


class PoolError(Exception):
    """A query that gave no result, or no complete one, for a reason that is not in its text."""


class BusyError(PoolError):
    """All workers are taken and the queue is full, or the wait was too long."""


class TooManyError(PoolError):
    """One visitor has as many queries running or waiting as one may have."""


class DeadlineError(PoolError):
    """The query ran past the limit and was killed."""


class LostError(PoolError):
    """The process died while it ran the query."""


class StoreUnavailableError(PoolError):
    """The worker cannot open the store."""


@dataclass
class RefusedError(PoolError):
    """The worker says why the query gives no result.

    Args:
        reason: ``syntax``, ``not-acceptable`` or ``failed``.
        detail: in one line.
    """

    reason: str
    detail: str


@dataclass(frozen=True)
class Job:
    """A query, its dataset, and the formats that its client accepts for results and for graphs; None for none."""

    query: str
    dataset: Dataset
    results: str | None
    graphs: str | None

    def data(self) -> bytes:
        """Write it for the worker."""
        fields = {
            "query": self.query,
            "default": self.dataset.default,
            "named": self.dataset.named,
            "results": self.results,
            "graphs": self.graphs,
        }
        return json.dumps(fields).encode()


class Worker:
    """One process and the pipes to it."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        if process.stdin is None or process.stdout is None:
            raise LostError("the process has no pipes")
        self._process = process
        self._to = process.stdin
        self._from = process.stdout

    @classmethod
    async def start(cls, command: Sequence[str]) -> Worker:
        """Start a process and wait until it has opened the store.

        Raises:
            StoreUnavailableError: when it cannot.
        """
        process = await asyncio.create_subprocess_exec(
            *command, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
        )
        worker = cls(process)
        try:
            async with asyncio.timeout(_READY_WITHIN):
                first = await receive_frame(worker._from)
        except TimeoutError:
            first = None
        if first is None or first[0] is not Tag.READY:
            await worker.kill()
            raise StoreUnavailableError(json.loads(first[1])["detail"] if first else "the worker did not start")
        return worker

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process.returncode is None

    @property
    def process_id(self) -> int:
        """The number of the process."""
        return self._process.pid

    async def send(self, job: Job) -> None:
        """Hand it a query."""
        self._to.write(frame(Tag.JOB, job.data()))
        await self._to.drain()

    async def receive(self) -> tuple[Tag, bytes]:
        """Take the next frame of its answer.

        Raises:
            LostError: when the process is gone.
            RefusedError: when it says that there is no result, or no more of it.
        """
        found = await receive_frame(self._from)
        if found is None:
            raise LostError("the process that ran the query is gone")
        if found[0] is Tag.ERROR:
            raise RefusedError(**json.loads(found[1]))
        return found

    async def kill(self) -> None:
        """End the process and close the pipes."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        self._to.close()
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            # Shielded: where this is cancelled, asyncio would still report to the future that was cancelled with it.
            await asyncio.shield(self._to.wait_closed())
        while await self._from.read(65536):
            pass
        await self._process.wait()
