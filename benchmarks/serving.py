"""What the pages of a server take: the front page, an indicator with many figures, a paper, a search, the endpoint."""

from __future__ import annotations

import http.client
import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

from benchmarks.asking import JSON, SMALLEST, free_port, started
from benchmarks.figures import Memory, Page
from benchmarks.measures import COMMAND
from benchmarks.subjects import SUBJECTS
from benchmarks.watching import family, memory_of
from graph.store.base import Reader

REQUESTS = 20
"""How often each page is asked."""

_WAITS = 300.0
"""Seconds that an answer may take."""

_THINGS = tuple(thing for place in range(6) for subject in SUBJECTS for thing in subject.things[place : place + 1])
"""What is searched, another thing each time: those that are counted most first."""

_LARGEST = """
PREFIX kg: <{base}def/>
SELECT ?indicator {{ ?indicator a kg:Indicator ; kg:figureCount ?n }} ORDER BY DESC(?n) ?indicator LIMIT 1
"""


@dataclass(frozen=True)
class Address:
    """What is asked.

    Attributes:
        name: what it is.
        path: gives the path and query of the nth request.
        accept: the media type that is wanted.
    """

    name: str
    path: Callable[[int], str]
    accept: str = "text/html"


def addresses(reader: Reader, base: str, paper: str) -> tuple[Address, ...]:
    """Give what is asked of a server.

    Args:
        reader: its store, in which the indicator with most figures is looked up.
        base: the base IRI.
        paper: the identifier of a paper.

    Raises:
        LookupError: when the store has no indicator.
    """
    largest = next(reader.query(_LARGEST.format(base=base)).rows(), None)
    if largest is None:
        raise LookupError("the store has no indicator with figures")
    indicator = f"/doc/{getattr(largest[0], 'value', '').removeprefix(f'{base}id/')}"
    return (
        Address("front page", lambda _: "/"),
        Address("indicator with most figures", lambda _: indicator),
        Address("list of indicators", lambda _: "/indicators"),
        Address("paper", lambda _: f"/doc/document/{quote(paper)}"),
        Address("search page", lambda n: f"/search?q={quote(_THINGS[n % len(_THINGS)])}"),
        Address("/sparql, smallest query", lambda n: f"/sparql?query={quote(f'{SMALLEST} # {n}')}", JSON),
    )


@contextmanager
def serving(store: Path) -> Iterator[int]:
    """Serve a store by a process of its own until it is no longer needed; gives the port."""
    port = free_port()
    with started([*COMMAND, "serve", "--store", str(store), "--port", str(port)], port, "/sparql"):
        yield port


def page(port: int, address: Address, requests: int = REQUESTS) -> Page:
    """Ask an address several times, one request after the other over one connection.

    Raises:
        ValueError: when an answer is not 200.
    """
    with connection(port) as line:
        found = [_timed(line, address.path(number), address.accept) for number in range(requests)]
    times = [seconds for seconds, _ in found]
    return Page(address.name, address.path(0), times[0], statistics.median(times), max(times), requests, found[0][1])


def memory() -> Memory:
    """Give what the processes that this one started have: the server and its workers."""
    found = [memory_of(each) for each in family(os.getpid())[1:]]
    return Memory(sum(shared for shared, _ in found) / (1 << 20), sum(own for _, own in found) / (1 << 20))


@contextmanager
def connection(port: int) -> Iterator[http.client.HTTPConnection]:
    """Connect to a server of this machine."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=_WAITS)
    try:
        yield line
    finally:
        line.close()


def get(line: http.client.HTTPConnection, path: str, accept: str = JSON, **parameters: str) -> bytes:
    """Ask for an address; gives the body.

    Raises:
        ValueError: when the answer is not 200.
    """
    whole = f"{path}?{urlencode(parameters)}" if parameters else path
    line.request("GET", whole, headers={"Accept": accept})
    answer = line.getresponse()
    body = answer.read()
    if answer.status != http.client.OK:
        raise ValueError(f"{whole[:200]}: answered {answer.status}")
    return body


def _timed(line: http.client.HTTPConnection, path: str, accept: str) -> tuple[float, int]:
    start = time.perf_counter()
    body = get(line, path, accept)
    return time.perf_counter() - start, len(body)
