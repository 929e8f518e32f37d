"""`/sparql`: a query is handed to a worker, and what it gives is sent as it comes, or broken off where it breaks."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine
from typing import Never, TypeVar

from fastapi import Request, Response
from starlette.types import Receive, Scope, Send

from graph.web.negotiation import GRAPHS, RESULTS, Chosen, Form, accept_of, choose, media_types
from graph.web.pool import Pool, Running
from graph.web.problems import Problem, not_acceptable
from graph.web.process import (
    BusyError,
    DeadlineError,
    Job,
    LostError,
    PoolError,
    RefusedError,
    StoreUnavailableError,
    TooManyError,
)
from graph.web.protocol import Asked

log = logging.getLogger(__name__)

Found = TypeVar("Found")

CLIENT_GONE = 499
"""The status of an answer that nobody waits for any more; it is only seen in logs."""

HELD_BACK = 65536
"""Bytes of a result that are gathered before the status is sent: what breaks within them still gets its own status."""


async def answer(request: Request, asked: Asked, pool: Pool) -> Response:
    """Answer a query.

    Raises:
        Problem: when it gives no result.
    """
    accept = accept_of(request)
    results, graphs = choose(accept, RESULTS), choose(accept, GRAPHS)
    if results is None and graphs is None:
        raise not_acceptable(media_types([*RESULTS, *GRAPHS]))
    names = [chosen.form.name if chosen else None for chosen in (results, graphs)]
    job = Job(asked.query, asked.dataset, *names)
    visitor = request.client.host if request.client else ""
    try:
        begun = await unless_gone(request.receive, _begin(pool, job, visitor))
    except asyncio.CancelledError:
        raise Problem("busy", "The server is stopping; it may be back soon.", headers={"Retry-After": "10"}) from None
    if begun is None:
        return Response(status_code=CLIENT_GONE)
    running, start, rest = begun
    chosen = graphs if running.kind == "graph" else results
    if chosen is None:  # the worker refuses such a job itself
        await running.close()
        raise not_acceptable(media_types(RESULTS))
    return _response(request, chosen, start, rest, running)


async def unless_gone(receive: Receive, work: Coroutine[None, None, Found]) -> Found | None:
    """Do some work for a client; None, and the work is cancelled, when the client goes away before it is done."""
    working = asyncio.create_task(work)
    leaving = asyncio.create_task(_gone(receive))
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        return await working if working.done() else None
    finally:
        for task in (working, leaving):
            task.cancel()
        await asyncio.gather(working, leaving, return_exceptions=True)


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _begin(pool: Pool, job: Job, visitor: str) -> tuple[Running, list[bytes], AsyncIterator[bytes] | None]:
    """Run a query and gather the begin of its result."""
    try:
        running = await pool.run(job, visitor)
    except PoolError as error:
        _tell(error, pool)
    try:
        return running, *await _first(running)
    except PoolError as error:
        await running.close()
        _tell(error, pool)
    except BaseException:
        await running.close()
        raise


async def _first(running: Running) -> tuple[list[bytes], AsyncIterator[bytes] | None]:
    """Gather the begin of a result; the rest is None when that was all."""
    pieces = running.pieces()
    start: list[bytes] = []
    size = 0
    async for piece in pieces:
        start.append(piece)
        size += len(piece)
        if size >= HELD_BACK:
            return start, pieces
    await running.close()
    return start, None


def _response(
    request: Request, chosen: Chosen, start: list[bytes], rest: AsyncIterator[bytes] | None, running: Running
) -> Response:
    headers = {
        "Vary": "Accept",
        "Cache-Control": "no-cache",
        "Content-Type": chosen.content_type,
        "X-Content-Type-Options": "nosniff",
    }
    if rest is None:
        body = b"".join(start)
        headers["Content-Length"] = str(len(body))
        return Response(b"" if request.method == "HEAD" else body, headers=headers)
    return Stream(headers, start, rest, running, head=request.method == "HEAD")


class Stream(Response):
    """A result that is sent while it is made.

    Where it breaks, the transfer ends without its last chunk: the client sees that the result is not complete.
    """

    def __init__(
        self,
        headers: dict[str, str],
        start: list[bytes],
        rest: AsyncIterator[bytes],
        running: Running,
        *,
        head: bool,
    ) -> None:
        super().__init__(None, headers=headers)
        del self.headers["content-length"]
        self._start = start
        self._rest = rest
        self._running = running
        self._head = head

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it; what cannot be sent to its end is left without one."""
        try:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            if not self._head:
                await unless_gone(receive, self._send_all(send))
            else:
                await send({"type": "http.response.body", "body": b"", "more_body": False})
        except PoolError as error:
            log.warning("a result was broken off: %s", error)
        except asyncio.CancelledError:
            log.warning("a result was broken off: the server is stopping")
        finally:
            await self._running.close()

    async def _send_all(self, send: Send) -> None:
        for piece in self._start:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        async for piece in self._rest:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def _tell(error: PoolError, pool: Pool) -> Never:
    """Raise the problem that a failure of the pool is for the client."""
    limits = pool.limits
    match error:
        case RefusedError(reason="syntax"):
            raise Problem("bad-query", error.detail) from error
        case RefusedError(reason="service"):
            raise Problem("service-refused", error.detail) from error
        case RefusedError(reason="not-acceptable"):
            forms: tuple[Form, ...] = GRAPHS if error.detail == "graph" else RESULTS
            raise not_acceptable(media_types(forms)) from error
        case RefusedError():
            raise Problem("internal", error.detail) from error
        case DeadlineError():
            detail = f"The query was ended after {limits.seconds:g} seconds. It gave no result."
            raise Problem("query-timeout", detail, members={"seconds": limits.seconds}) from error
        case TooManyError():
            raise Problem("too-many-requests", f"There are {error}.", headers={"Retry-After": "5"}) from error
        case BusyError():
            raise Problem("busy", f"Come back later: {error}.", headers={"Retry-After": "10"}) from error
        case StoreUnavailableError():
            raise Problem("no-data", str(error), headers={"Retry-After": "30"}) from error
        case LostError():
            raise Problem("worker-lost", f"The query gave no result: {error}.") from error
    raise Problem("internal", str(error)) from error
