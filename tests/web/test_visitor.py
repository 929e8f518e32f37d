from __future__ import annotations

import pytest
from starlette.requests import HTTPConnection

from graph.web.visitor import visitor_of


def _request(peer: str, *forwarded: str) -> HTTPConnection:
    headers = [(b"x-forwarded-for", value.encode()) for value in forwarded]
    return HTTPConnection({"type": "http", "client": (peer, 1), "headers": headers})


def test_without_a_proxy_nobody_can_say_that_they_are_someone_else() -> None:
    assert visitor_of(_request("192.0.2.1", "198.51.100.7"), 0) == "192.0.2.1"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "visitor"),
    [
        (1, ("198.51.100.7",), "198.51.100.7"),
        (1, ("203.0.113.5, 198.51.100.7",), "198.51.100.7"),
        (1, ("203.0.113.5", "198.51.100.7"), "198.51.100.7"),
        (2, ("203.0.113.5, 198.51.100.7, 10.0.0.1",), "198.51.100.7"),
        (2, ("198.51.100.7",), "192.0.2.1"),
        (1, (), "192.0.2.1"),
    ],
)
def test_behind_proxies_the_visitor_is_whom_the_outermost_of_them_saw(
    proxies: int, forwarded: tuple[str, ...], visitor: str
) -> None:
    assert visitor_of(_request("192.0.2.1", *forwarded), proxies) == visitor


def test_the_addresses_of_one_network_of_ipv6_are_one_visitor() -> None:
    assert visitor_of(_request("2001:db8:1:2::3"), 0) == visitor_of(_request("2001:db8:1:2:ffff::4"), 0)
    assert visitor_of(_request("2001:db8:1:2::3"), 0) != visitor_of(_request("2001:db8:1:3::3"), 0)
    assert visitor_of(_request("::ffff:192.0.2.1"), 0) == "192.0.2.1"


def test_what_is_no_address_does_no_harm() -> None:
    assert visitor_of(_request("192.0.2.1", "nonsense:" * 100), 1)[:9] == "nonsense:"
