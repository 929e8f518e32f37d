"""How a server is reached besides its address: whom we are to it, and how long we wait."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field

import httpx


@dataclass(frozen=True)
class Options:
    """How a server is reached.

    Attributes:
        user, password: whom we are to it; empty where it asks nobody.
        update, graphs: the addresses for updates and for whole graphs; empty where the engine is known.
        seconds: how long a query may take.
    """

    user: str = ""
    password: str = field(default="", repr=False)
    update: str = ""
    graphs: str = ""
    seconds: float = 30.0


class Login(httpx.Auth):
    """Says who we are when asked, in the way that is asked for."""

    def __init__(self, user: str, password: str) -> None:
        self._ways = {"digest": httpx.DigestAuth(user, password), "basic": httpx.BasicAuth(user, password)}
        self._way = ""

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Send a request, again with who we are where that is asked for."""
        if not self._way:
            response = yield request
            if response.status_code != httpx.codes.UNAUTHORIZED:
                return
            asked = response.headers.get("www-authenticate", "").lower()
            self._way = "digest" if asked.startswith("digest") else "basic"
        yield from self._ways[self._way].auth_flow(request)
