"""How services are asked: which, how often, how much may come; and how an address is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Manners:
    """How services are asked.

    Attributes:
        origins: the addresses that may be asked, as ``https://host``; all others are refused.
        moved: official addresses that are fetched from another place: what they begin with, by what replaces it.
        rate: requests a second to one host.
        attempts: how often one thing is asked for.
        timeout: seconds without a byte before a request is given up; ten times as long for all of it.
        size: bytes that an answer may have.
        agent: who asks.
    """

    origins: frozenset[str]
    moved: Mapping[str, str] = field(default_factory=dict)
    rate: float = 1.5
    attempts: int = 5
    timeout: float = 60
    size: int = 20_000_000
    agent: str = "kamergraaf"


def origin_of(address: str) -> str:
    """Give scheme, host and port of an address, in lower case.

    >>> origin_of("https://Repository.overheid.nl/sru?query=a")
    'https://repository.overheid.nl'
    """
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}".lower()


def shown(address: str) -> str:
    """Give an address as a message has it: without its question."""
    return address.partition("?")[0][:200]
