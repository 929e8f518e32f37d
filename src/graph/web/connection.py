"""One connection of a client, beyond what uvicorn's own does: bounds on size and time, and the short way of a query.

uvicorn waits for ever for a request that does not come to its end, takes headers of any size, and keeps what a client
does not read. Here a request has to come within a time and a size, and an answer has to be read.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any

from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from graph.web.shortcut import Shortcut, shortcut_of

if TYPE_CHECKING:
    from uvicorn._types import ASGI3Application
    from uvicorn.config import Config
    from uvicorn.protocols.http.httptools_impl import RequestResponseCycle
    from uvicorn.server import ServerState

MOST = 64 * 1024
"""Bytes that the first line and the headers of a request may have together."""

HEAD_WITHIN = 10.0
"""Seconds within which the head of a request has to come, from the first of it or from the connection."""

BODY_WITHIN = 60.0
"""Further seconds within which the body has to come."""

PLAIN = b"text/plain; charset=utf-8"
_CLOSES = b"content-type: " + PLAIN + b"\r\nconnection: close\r\ncontent-length: "

READ_WITHIN = 120.0
"""Seconds after which a client that reads nothing of its answer is left."""


class Connection(HttpToolsProtocol):
    """What uvicorn makes for each connection; the arguments are its own."""

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],  # as uvicorn declares it
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.shortcut: Shortcut | None = shortcut_of(config.loaded_app)
        self._in_head = True
        self._partial = False
        self._taken = 0
        self._incoming: asyncio.TimerHandle | None = None
        self._outgoing: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn itself
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._incoming = self.loop.call_later(HEAD_WITHIN, self._late)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        for timer in (self._incoming, self._outgoing):
            if timer is not None:
                timer.cancel()
        if self.shortcut is not None:
            self.shortcut.lost(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take bytes; those of a request that is not complete have to be followed by the rest in time."""
        self._taken += len(data)
        super().data_received(data)
        if self._partial and self._in_head and self._taken > MOST:
            self._refuse(431, f"The headers of a request may have {MOST} bytes.")
        elif self._partial or (self.timeout_keep_alive_task is None and self._idle()):
            if self._incoming is None:
                self._incoming = self.loop.call_later(HEAD_WITHIN, self._late)
        elif self._incoming is not None:
            self._incoming.cancel()
            self._incoming = None

    def on_message_begin(self) -> None:
        """Begin with a request."""
        self._partial = self._in_head = True
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """Refuse a head that is too large, though it came at once; `_taken` may also be that of a body."""
        if self._taken > MOST and len(self.url) + sum(len(name) + len(value) for name, value in self.headers) > MOST:
            self.app = _too_large
        self._in_head = False
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """End with a request."""
        self._partial = False
        self._taken = 0
        super().on_message_complete()

    def pause_writing(self) -> None:
        """Wait until the client has read what was sent."""
        super().pause_writing()
        self._outgoing = self.loop.call_later(READ_WITHIN, self.transport.abort)

    def resume_writing(self) -> None:
        """Go on: the client reads."""
        super().resume_writing()
        if self._outgoing is not None:
            self._outgoing.cancel()
            self._outgoing = None

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        """Answer a request: by the short way, if it is a query that can go there."""
        usual = app is self.config.loaded_app
        if not (usual and self.shortcut is not None and self.shortcut.take(self, cycle)):
            super()._start_asgi_task(cycle, app)

    def hand_over(self, cycle: RequestResponseCycle) -> None:
        """Let the application answer a request that the short way does not lead to an answer for."""
        super()._start_asgi_task(cycle, self.app)

    def _idle(self) -> bool:
        """Whether no request is being answered."""
        cycle: RequestResponseCycle | None = self.cycle  # there is none before the first request
        return cycle is None or cycle.response_complete

    def _late(self, *, again: bool = False) -> None:
        """Leave a client whose request did not come in time; a body may take longer than the head."""
        self._incoming = None
        if self.transport.is_closing() or (not self._idle() and self.cycle.response_started):
            return
        if self._partial and not self._in_head and not again:
            self._incoming = self.loop.call_later(BODY_WITHIN, partial(self._late, again=True))
        elif self._partial:
            self._refuse(408, "The request did not come to its end in time.")
        else:
            self.transport.close()

    def _refuse(self, status: int, words: str) -> None:
        self.transport.write(b"".join((STATUS_LINE[status], _CLOSES, b"%d\r\n\r\n" % len(words), words.encode())))
        self.transport.close()


async def _too_large(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a request whose head is too large, and take no other one through this connection."""
    words = f"The first line and the headers of a request may have {MOST} bytes; send a long query with POST.".encode()
    headers = [(b"content-type", PLAIN), (b"content-length", b"%d" % len(words)), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 431, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else words})
