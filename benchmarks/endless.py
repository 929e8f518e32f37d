"""What small queries feel of endless ones: `python -m benchmarks.endless [FOLDER]`.

Small queries are asked one after the other, each with other words, first while it is quiet and then while two endless
queries run: a cartesian product and a negated property path. Told are the slowest hundredth of both, and how and when
the endless ones ended. The bars: no more than 3 times quiet or 50 ms, whichever is larger; an end with 503 or 504
within 0.5 s of the limit.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import count
from pathlib import Path
from urllib.parse import quote

from benchmarks.asking import JSON, SMALLEST, ask, connected, free_port, started
from benchmarks.http import prepare
from benchmarks.measures import COMMAND

LIMIT = 8.0
"""Seconds that a query may take."""

ENDLESS = {
    "cartesian product": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "negated property path": "SELECT (COUNT(*) AS ?n) { ?a (!<urn:none>)* ?b . ?c (!<urn:none>)* ?d }",
}
_number = count(time.time_ns())


def waits(port: int, until: float, asked: str = SMALLEST) -> list[float]:
    """Ask a small query again and again until a moment; gives the seconds of each."""
    found = []
    with connected(port) as line:
        while time.perf_counter() < until:
            found.append(ask(line, "/sparql", f"{asked} # {next(_number)}")[1])
    return found


def end_of(port: int, query: str) -> tuple[int, float]:
    """Ask an endless query; gives the status and the seconds it ended after."""
    start = time.perf_counter()
    with connected(port) as line:
        head = f"GET /sparql?query={quote(query)} HTTP/1.1\r\nHost: localhost\r\nAccept: {JSON}\r\n\r\n"
        line.sendall(head.encode())
        status = int(line.recv(65536).split(b" ", 2)[1])
    return status, time.perf_counter() - start


def slowest_hundredth(found: list[float]) -> float:
    """Give the 99th percentile, in milliseconds."""
    return sorted(found)[int(len(found) * 0.99)] * 1000


def main(arguments: list[str]) -> None:
    """Measure and print; exit 1 when a bar is not met.

    Args:
        arguments: a folder to keep the store in, or nothing.
    """
    os.environ["KAMERGRAAF_QUERY_SECONDS"] = str(LIMIT)
    with tempfile.TemporaryDirectory() as temporary:
        store = prepare(Path(arguments[0]) if arguments else Path(temporary))
        port = free_port()
        with started([*COMMAND, "serve", "--store", str(store), "--port", str(port)], port, "/sparql"):
            quiet = slowest_hundredth(waits(port, time.perf_counter() + LIMIT - 1))
            with ThreadPoolExecutor() as threads:
                ends: dict[str, Future[tuple[int, float]]] = {
                    name: threads.submit(end_of, port, query) for name, query in ENDLESS.items()
                }
                busy = slowest_hundredth(waits(port, time.perf_counter() + LIMIT - 1))
            told = {name: end.result() for name, end in ends.items()}
    print(f"small queries, slowest hundredth: {quiet:.1f} ms while quiet, {busy:.1f} ms beside endless ones")
    for name, (status, seconds) in told.items():
        print(f"{name}: {status} after {seconds:.2f} s (limit {LIMIT:g} s)")
    kept = busy <= max(3 * quiet, 50) and all(
        status in (503, 504) and seconds <= LIMIT + 0.5 for status, seconds in told.values()
    )
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main(sys.argv[1:])
