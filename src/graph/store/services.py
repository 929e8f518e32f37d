"""The endpoints that SERVICE may reach: those on the operator's list, at addresses that the operator means.

The name of a listed host may come to stand for an address inside the operator's network, whoever changed it. So private
and loopback addresses are reached only where the entry says so: by naming one itself, or by ending in ``#private``.
"""

from __future__ import annotations

import socket
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import urlsplit

from graph.errors import ServiceRefusedError

_PRIVATE = "#private"


@dataclass(frozen=True)
class Services:
    """The list.

    Attributes:
        allowed: the addresses of the endpoints.
        private: those of them that may stand at a private address.
    """

    allowed: frozenset[str] = frozenset()
    private: frozenset[str] = frozenset()

    @classmethod
    @lru_cache(maxsize=8)
    def read(cls, entries: tuple[str, ...]) -> Services:
        """Read the entries of the setting.

        >>> sorted(Services.read(("https://e.org/sparql", "http://inside/sparql#private")).private)
        ['http://inside/sparql']
        """
        plain = {entry.removesuffix(_PRIVATE) for entry in entries}
        marked = {entry.removesuffix(_PRIVATE) for entry in entries if entry.endswith(_PRIVATE)}
        return cls(frozenset(plain), frozenset(marked | {entry for entry in plain if _names_private(entry)}))

    def check(self, endpoint: str) -> None:
        """Look up where an endpoint stands.

        Raises:
            ServiceRefusedError: when it is not on the list, cannot be found, or stands where the list does not say.
        """
        if endpoint not in self.allowed:
            raise ServiceRefusedError(f"SERVICE {endpoint or 'with a variable'} is refused: no other endpoint is asked")
        if endpoint in self.private:
            return
        parts = urlsplit(endpoint)
        try:
            found = socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM)
        except OSError as error:
            raise ServiceRefusedError(f"SERVICE {endpoint} cannot be asked: its host is not found") from error
        if any(not ip_address(str(entry[4][0]).partition("%")[0]).is_global for entry in found):
            raise ServiceRefusedError(f"SERVICE {endpoint} is refused: it stands at a private address")


def _names_private(entry: str) -> bool:
    host = urlsplit(entry).hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return not ip_address(host).is_global
    except ValueError:
        return False
