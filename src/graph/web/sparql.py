"""`/sparql`: a query is handed to a worker, and what it gives is sent as it comes, or broken off where it breaks."""

from __future__ import annotations

import asyncio
import logging
from functools import lru_cache

from fastapi import Request, Response
from starlette.types import Receive, Scope, Send

from graph.web.frames import Kind
from graph.web.kept import Given, Kept
from graph.web.negotiation import GRAPHS, RESULTS, Chosen, accept_of, choose, media_types
from graph.web.pool import Pool
from graph.web.problems import Problem, not_acceptable
from graph.web.process import Job, LeftError, PoolError
from graph.web.protocol import Asked
from graph.web.refusals import tell
from graph.web.running import RUNNING, Running

log = logging.getLogger(__name__)

CLIENT_GONE = 499
"""The status of an answer that nobody waits for any more; it is only seen in logs."""

_WATCH_AFTER = 0.05
"""Seconds after which a client is watched, whether it goes away: most answers are there before."""

_GRACE = 1.0
"""Seconds after the limit at which a client that does not read its result is left."""

_LONGEST_ACCEPT = 512


async def answer(
    request: Request,
    asked: Asked,
    pool: Pool,
    visitor: str = "",
    kept: Kept | None = None,
    number: int = 0,
    accept: str | None = None,
) -> Response:
    """Answer a query.

    Args:
        request: that it came with.
        asked: the query.
        pool: runs it.
        visitor: who asks.
        kept: results that were given before.
        number: the current publication.
        accept: what is asked for in place of the Accept header.

    Raises:
        Problem: when it gives no result.
    """
    results, graphs = choices(accept or accept_of(request))
    job = job_of(asked, results, graphs)
    head = request.method == "HEAD"
    let_in = RUNNING in request.scope
    if kept is not None and not let_in and (given := kept.find(job, number)) is not None:
        return _whole(given, results, graphs, head=head)
    begun = await _begin(request, job, pool, visitor)
    if begun is None:
        return Response(status_code=CLIENT_GONE)
    running, watch, first = begun
    if not running.whole:
        chosen = graphs if running.kind is Kind.GRAPH else results
        if chosen is not None:  # the worker refuses a job whose result cannot be sent
            return Stream(chosen, first, running, watch, head=head)
    watch.stop()
    running.close()
    given = Given(running.kind, first)
    if kept is not None:
        kept.keep(job, running.number, given)
    return _whole(given, results, graphs, head=head)


async def _begin(request: Request, job: Job, pool: Pool, visitor: str) -> tuple[Running, _Watch, bytes] | None:
    """Run a query up to the first piece of its result; None when the client has gone."""
    try:
        running = request.scope.pop(RUNNING, None) or pool.admit(job, visitor)
    except PoolError as error:
        tell(error, pool.limits)
    watch = _Watch(request.receive, running)
    try:
        await pool.place(running)
        return running, watch, await running.first()
    except BaseException as error:
        watch.stop()
        running.close()
        if isinstance(error, LeftError):
            return None
        if isinstance(error, PoolError):
            tell(error, pool.limits)
        if isinstance(error, asyncio.CancelledError):
            stopping = "The server is stopping; it may be back soon."
            raise Problem("busy", stopping, headers={"Retry-After": "10"}) from None
        raise


def _whole(given: Given, results: Chosen | None, graphs: Chosen | None, *, head: bool) -> Whole:
    chosen = graphs if given.kind is Kind.GRAPH else results
    if chosen is None:
        raise not_acceptable(media_types(RESULTS))
    return Whole(chosen, given.body, head=head)


def choices(accept: str | None) -> tuple[Chosen | None, Chosen | None]:
    """Choose the formats of a result that is a table, and of one that is a graph.

    Raises:
        Problem: when neither can be sent.
    """
    found = _choices(accept) if len(accept or "") <= _LONGEST_ACCEPT else _choices.__wrapped__(accept)
    if found == (None, None):
        raise not_acceptable(media_types([*RESULTS, *GRAPHS]))
    return found


def job_of(asked: Asked, results: Chosen | None, graphs: Chosen | None) -> Job:
    """Make the job of a query whose result is to be sent in the formats that were chosen."""
    return Job(asked.query, asked.dataset, _name(results), _name(graphs))


def _name(chosen: Chosen | None) -> str | None:
    return chosen.form.name if chosen else None


@lru_cache(maxsize=256)
def _choices(accept: str | None) -> tuple[Chosen | None, Chosen | None]:
    return choose(accept, RESULTS), choose(accept, GRAPHS)


class _Watch:
    """Notices when the client of a query goes away."""

    def __init__(self, receive: Receive, running: Running) -> None:
        self._receive = receive
        self._running = running
        self._task: asyncio.Task[None] | None = None
        self._timer = asyncio.get_running_loop().call_later(_WATCH_AFTER, self._begin)

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.cancel()
        if self._task is not None:
            self._task.cancel()

    def _begin(self) -> None:
        self._task = asyncio.get_running_loop().create_task(self._watch())

    async def _watch(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
        self._running.leave()


@lru_cache(maxsize=64)
def headers_of(content_type: str) -> tuple[tuple[bytes, bytes], ...]:
    """Give the headers of every result but its length."""
    return (
        (b"content-type", content_type.encode()),
        (b"vary", b"Accept"),
        (b"cache-control", b"no-cache"),
        (b"x-content-type-options", b"nosniff"),
    )


class Whole(Response):
    """A result that is there whole; its headers are made beforehand, as this is what most queries give."""

    def __init__(self, chosen: Chosen, body: bytes, *, head: bool) -> None:
        self.status_code = 200
        self.background = None
        self.body = b"" if head else body
        self.raw_headers = [*headers_of(chosen.content_type), (b"content-length", b"%d" % len(body))]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it."""
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": self.body})


class Stream(Response):
    """A result that is sent while it is made.

    Where it breaks, the transfer ends without its last chunk: the client sees that the result is not complete.
    """

    def __init__(self, chosen: Chosen, first: bytes, running: Running, watch: _Watch, *, head: bool) -> None:
        self.status_code = 200
        self.background = None
        self.body = first
        self.raw_headers = list(headers_of(chosen.content_type))
        self._running = running
        self._watch = watch
        self._head = head

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it; what cannot be sent to its end is left without one."""
        try:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            async with asyncio.timeout_at(self._running.deadline + _GRACE):
                await self._send_all(send)
        except PoolError as error:
            log.warning("a result was broken off: %s", error)
        except TimeoutError:
            log.warning("a result was broken off: the client does not read it")
        except asyncio.CancelledError:
            log.warning("a result was broken off: the server is stopping")
        finally:
            self._watch.stop()
            self._running.close()

    async def _send_all(self, send: Send) -> None:
        if not self._head:
            await send({"type": "http.response.body", "body": self.body, "more_body": True})
            async for piece in self._running.pieces():
                await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})
