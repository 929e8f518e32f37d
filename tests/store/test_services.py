from __future__ import annotations

import socket

import pytest

from graph.errors import ServiceRefusedError
from graph.store.services import Services


def _stands_at(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    def look_up(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 0, "", (address, port)) for address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


def test_a_listed_endpoint_at_a_public_address_may_be_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    _stands_at(monkeypatch, "93.184.215.14")
    Services.read(("https://e.org/sparql",)).check("https://e.org/sparql")


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.8", "192.168.1.1", "169.254.169.254", "::1", "fd00::1"])
def test_a_name_that_leads_to_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    _stands_at(monkeypatch, "93.184.215.14", address)
    with pytest.raises(ServiceRefusedError, match="private"):
        Services.read(("https://e.org/sparql",)).check("https://e.org/sparql")
    Services.read(("https://e.org/sparql#private",)).check("https://e.org/sparql")


@pytest.mark.parametrize("entry", ["http://127.0.0.1:7878/query", "http://[::1]/query", "http://localhost/query"])
def test_an_entry_that_is_a_private_address_says_so_itself(entry: str) -> None:
    Services.read((entry,)).check(entry)


def test_an_endpoint_that_is_not_listed_is_refused() -> None:
    with pytest.raises(ServiceRefusedError, match="no other endpoint"):
        Services.read(("http://127.0.0.1/a",)).check("http://127.0.0.1/b")


def test_a_host_that_is_not_found_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        raise socket.gaierror("no such host")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with pytest.raises(ServiceRefusedError, match="not found"):
        Services.read(("https://e.org/sparql",)).check("https://e.org/sparql")
