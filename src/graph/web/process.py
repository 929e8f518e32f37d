"""One process that runs queries, as the server sees it: what it is given, what it gives, and how that can fail."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import socket
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from graph.store.queries import Dataset
from graph.web.frames import PIECE, Frames, Tag, frame

_READY_WITHIN = 30.0
_MOST_HELD = 16
"""Frames that may lie unread before the worker has to wait: the server takes no more memory for a larger result."""

_LESS_URGENT = 10


class PoolError(Exception):
    """A query that gave no result, or no complete one, for a reason that is not in its text."""


class BusyError(PoolError):
    """All workers are taken and the queue is full, or the wait was too long."""


class TooManyError(PoolError):
    """One visitor has as many queries running or waiting as one may have."""


class DeadlineError(PoolError):
    """The query ran past the limit and was killed."""


class LeftError(PoolError):
    """The visitor is gone."""


class LostError(PoolError):
    """The process died while it ran the query."""


class StoreUnavailableError(PoolError):
    """The worker cannot open the store."""


@dataclass
class RefusedError(PoolError):
    """The worker says why the query gives no result.

    Args:
        reason: ``syntax``, ``service``, ``not-acceptable``, ``too-large`` or ``failed``.
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
        return json.dumps(
            (self.query, self.dataset.default, self.dataset.named, self.results, self.graphs), ensure_ascii=False
        ).encode("utf-8", "surrogatepass")


class _Line(asyncio.Protocol):
    """The server's end of the socket: frames are kept until they are asked for."""

    def __init__(self) -> None:
        self.found: deque[tuple[Tag, bytes]] = deque()
        self.waiter: asyncio.Future[None] | None = None
        self.back: Callable[[], None] | None = None
        self.error: PoolError | None = None
        self.transport: asyncio.Transport | None = None
        self._frames = Frames()
        self._paused = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport."""
        self.transport = cast(asyncio.Transport, transport)  # uvloop's is one in all but name

    def data_received(self, data: bytes) -> None:
        """Take what the worker sent."""
        self.found.extend(self._frames.feed(data))
        if len(self.found) >= _MOST_HELD and self.transport is not None and not self._paused:
            self._paused = True
            self.transport.pause_reading()
        if self.found:
            self._wake()

    def connection_lost(self, exc: Exception | None) -> None:
        """Notice that the worker is gone."""
        self.fail(LostError("the process that ran the query is gone"))

    def fail(self, error: PoolError) -> None:
        """Let whoever waits, or asks next, see an error."""
        self.error = self.error or error
        self._wake()

    async def receive(self) -> tuple[Tag, bytes]:
        """Take the next frame."""
        while not self.found or isinstance(self.error, DeadlineError | LeftError):
            if self.error is not None:
                raise self.error
            self.waiter = asyncio.get_running_loop().create_future()
            try:
                await self.waiter
            finally:
                self.waiter = None
        got = self.found.popleft()
        if self._paused and not self.found and self.transport is not None:
            self._paused = False
            self.transport.resume_reading()
        return got

    def whole_at_hand(self) -> bytes | None:
        """Take the first frame if it is a whole answer."""
        if self.error is None and self.found and self.found[0][0] is Tag.WHOLE:
            return self.found.popleft()[1]
        return None

    def call_back(self) -> None:
        """Call who wants to be called, once."""
        if self.back is not None:
            back, self.back = self.back, None
            back()

    def _wake(self) -> None:
        self.call_back()
        if self.waiter is not None and not self.waiter.done():
            self.waiter.set_result(None)


class Worker:
    """One process and the socket to it."""

    def __init__(self, process: asyncio.subprocess.Process, line: _Line) -> None:
        self._process = process
        self._line = line
        self.less_urgent = False

    @classmethod
    async def start(cls, command: Sequence[str]) -> Worker:
        """Start a process and wait until it has opened the store.

        Raises:
            StoreUnavailableError: when it cannot.
        """
        ours, theirs = socket.socketpair()
        with theirs:
            for end in (ours, theirs):
                end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4 * PIECE)
            _, line = await asyncio.get_running_loop().create_connection(_Line, sock=ours)
            process = await asyncio.create_subprocess_exec(
                *command, stdin=theirs.fileno(), stdout=asyncio.subprocess.DEVNULL
            )
        worker = cls(process, line)
        try:
            async with asyncio.timeout(_READY_WITHIN):
                tag, data = await line.receive()
        except (TimeoutError, LostError):
            tag, data = Tag.ERROR, b'{"detail": "the worker did not start"}'
        except BaseException:
            await worker.kill()
            raise
        if tag is not Tag.READY:
            await worker.kill()
            raise StoreUnavailableError(json.loads(data)["detail"])
        return worker

    @property
    def alive(self) -> bool:
        """Whether the process runs and nothing is known against it."""
        return self._process.returncode is None and self._line.error is None

    @property
    def process_id(self) -> int:
        """The number of the process."""
        return self._process.pid

    def send(self, job: Job) -> None:
        """Hand it a query."""
        if self._line.transport is not None:
            self._line.transport.write(frame(Tag.JOB, job.data()))

    def call(self, back: Callable[[], None] | None) -> None:
        """Call back once, when the next frame of its answer has come, none can come, or it takes long."""
        self._line.back = back

    def call_back(self) -> None:
        """Call who wants to be called: it takes long."""
        self._line.call_back()

    def whole_at_hand(self) -> bytes | None:
        """Take an answer that has come and is one frame; None where that is not so."""
        return self._line.whole_at_hand()

    async def receive(self) -> tuple[Tag, bytes]:
        """Take the next frame of its answer.

        Raises:
            PoolError: what `fail` was told; `LostError` when the process is gone.
            RefusedError: when it says that there is no result, or no more of it.
        """
        found = await self._line.receive()
        if found[0] is Tag.ERROR:
            raise RefusedError(**json.loads(found[1]))
        return found

    def fail(self, error: PoolError) -> None:
        """End the waiting for its answer with an error; the process itself is to be killed then."""
        self._line.fail(error)

    def make_less_urgent(self) -> None:
        """Let other processes go before it; that cannot be taken back."""
        self.less_urgent = True
        if hasattr(os, "setpriority"):
            with contextlib.suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, self.process_id, _LESS_URGENT)

    async def kill(self) -> None:
        """End the process and close the socket."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        if self._line.transport is not None:
            self._line.transport.abort()
        # Shielded: where this is cancelled, asyncio would still report to the future that was cancelled with it.
        await asyncio.shield(self._process.wait())
