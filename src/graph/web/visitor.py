"""Who asks: the address by which the limits of one visitor are counted."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv6Address, ip_address

from starlette.requests import HTTPConnection


def visitor_of(request: HTTPConnection, proxies: int) -> str:
    """Give the address of a visitor; of IPv6 the network, as one visitor has all the addresses in it.

    Args:
        request: what came.
        proxies: how many proxies of the operator stand before the server. Each adds the address that it was asked from
            at the end of ``X-Forwarded-For``; what stands before those anyone may have written.
    """
    lines = request.headers.getlist("x-forwarded-for") if proxies else ()
    return visitor_at(request.client.host if request.client else "", lines, proxies)


def visitor_at(peer: str, lines: Iterable[str], proxies: int) -> str:
    """Give the address of a visitor from the address that connects and the lines of ``X-Forwarded-For``."""
    if not proxies:
        return _network(peer)
    told = [part.strip() for line in lines for part in line.split(",")]
    return _network(told[-proxies] if len(told) >= proxies else peer)


def _network(address: str) -> str:
    if ":" not in address:
        return address[:64]
    try:
        found = ip_address(address.partition("%")[0].strip("[]"))
    except ValueError:
        return address[:64]
    if not isinstance(found, IPv6Address):
        return str(found)
    return str(found.ipv4_mapped or f"{IPv6Address(int(found) >> 64 << 64)}/64")
