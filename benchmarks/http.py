"""How fast `/sparql` is beside two other servers over the same data: `python -m benchmarks.http [FOLDER]`.

All run in one go on one machine: this server with one process and with two, Oxigraph's own server (PyPI package
oxigraph, on this very snapshot), and rdflib-endpoint where a Python that has it is named by ``RDFLIB_PYTHON``. What
counts are the ratios: the client takes its share of the same processors.
"""

from __future__ import annotations

import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from urllib.parse import quote

from benchmarks.measures import COMMAND
from benchmarks.question_lists import write_lists

PAPERS = 100
JSON = "application/sparql-results+json"
SMALLEST = "ASK {}"
_KG = "https://w3id.org/kamergraaf/def/"
_PART = f"{{ GRAPH ?g {{ ?s <{_KG}answer> ?a }} }}"
MIDDLE = {
    "of 1.6 ms": f"SELECT (COUNT(*) AS ?n) {_PART}",
    "of 3 ms": f"SELECT (COUNT(*) AS ?n) {{ {_PART} UNION {_PART} }}",
    "of 70 ms": f"SELECT ?p (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s a <{_KG}Statistic> ; ?p ?o }} }} GROUP BY ?p",
}
"""Queries by how long Oxigraph takes for one on a machine of 2025."""

LARGE = "SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } LIMIT 100000"


_SETTLES = 3.0
"""Seconds after the first answer until a server has started all that it starts."""


@dataclass(frozen=True)
class Measured:
    """What one server did.

    Attributes:
        name: of the server.
        smallest: requests per second of the smallest query.
        another: the same, of queries that were never asked before.
        middle: the same of the queries of `MIDDLE`, by name.
        first: seconds until the first byte of 100,000 rows.
        total: seconds until their last.
    """

    name: str
    smallest: float
    another: float
    middle: dict[str, float]
    first: float
    total: float


@contextmanager
def started(command: list[str], port: int, path: str) -> Iterator[tuple[int, str]]:
    """Run a server until it is no longer needed; gives its port and the path of its endpoint."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            for _ in range(1200):
                if process.poll() is not None:
                    raise RuntimeError(f"{command[0]} ended at once")
                try:
                    with connected(port) as line:
                        ask(line, path, SMALLEST)
                    break
                except (OSError, ValueError):
                    time.sleep(0.05)
            time.sleep(_SETTLES)
            yield port, path
        finally:
            process.terminate()


def connected(port: int) -> socket.socket:
    """Connect to a server of this machine."""
    line = socket.create_connection(("127.0.0.1", port), timeout=120)
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return line


def request(path: str, query: str) -> bytes:
    """Give the bytes of a request that leaves the connection open."""
    return f"GET {path}?query={quote(query)} HTTP/1.1\r\nHost: localhost\r\nAccept: {JSON}\r\n\r\n".encode()


def ask(line: socket.socket, path: str, query: str) -> tuple[float, float]:
    """Ask once and read to the end; gives the seconds to the first and to the last byte."""
    start = time.perf_counter()
    line.sendall(request(path, query))
    data = line.recv(65536)
    first = time.perf_counter() - start
    head, _, body = data.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise ValueError(head.decode(errors="replace"))
    lengths = [part for part in head.lower().split(b"\r\n") if part.startswith(b"content-length:")]
    if lengths:
        left = int(lengths[0].split(b":")[1]) - len(body)
        while left > 0:
            left -= len(line.recv(262144))
    else:
        tail = body[-5:]
        while tail != b"0\r\n\r\n":
            tail = (tail + line.recv(262144))[-5:]
    return first, time.perf_counter() - start


def rate(port: int, path: str, query: str, seconds: float, clients: int = 8, anew: bool = False) -> float:
    """Ask over several connections that each wait for their answer; gives the requests per second.

    The client is a process of its own and does as little as it can: it knows the size of the answer.
    """
    code = (
        "import sys; from benchmarks.http import hammer; "
        f"print(hammer({port}, {path!r}, {query!r}, {seconds}, {clients}, {anew}))"
    )
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return float(found.stdout)


def hammer(port: int, path: str, query: str, seconds: float, clients: int, anew: bool = False) -> float:
    """Do the work of `rate` in this process; with `anew` each query has other words, and no answer is ready for it."""
    import select

    asked = count(time.time_ns())  # also other words than those of an earlier run
    message = request(path, query)

    def next_message() -> bytes:
        return request(path, f"{query} # {next(asked)}") if anew else message

    with ExitStack() as stack:
        lines = [stack.enter_context(connected(port)) for _ in range(clients)]
        size = size_of_answer(lines[0], message)
        poll = select.epoll()
        by_number = {line.fileno(): line for line in lines}
        missing = {number: size for number in by_number}
        for line in lines:
            poll.register(line.fileno(), select.EPOLLIN)
            line.sendall(message)
        done, end = 0, time.perf_counter() + seconds
        start = time.perf_counter()
        while time.perf_counter() < end:
            for number, _ in poll.poll(1):
                line = by_number[number]
                missing[number] -= len(line.recv(65536))
                if missing[number] <= 0:
                    done += 1
                    missing[number] = size
                    line.sendall(next_message())
        return done / (time.perf_counter() - start)


def size_of_answer(line: socket.socket, message: bytes) -> int:
    """Ask once and wait until no more comes: a server may send the head and the body on their own."""
    found = bytearray()
    line.sendall(message)
    line.settimeout(0.5)
    try:
        while data := line.recv(65536):
            found += data
    except TimeoutError:
        line.settimeout(120)
    return len(found)


def measured(name: str, port: int, path: str) -> Measured:
    """Measure one server."""
    middle = {title: rate(port, path, query, 2.0, 2, anew=True) for title, query in MIDDLE.items()}
    with connected(port) as line:
        ask(line, path, LARGE)
        large = [ask(line, path, LARGE) for _ in range(5)]
    smallest = max(rate(port, path, SMALLEST, 2.0) for _ in range(3))
    another = max(rate(port, path, SMALLEST, 2.0, anew=True) for _ in range(3))
    return Measured(name, smallest, another, middle, statistics.median(f for f, _ in large), min(t for _, t in large))


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def snapshot_of(store: Path) -> Path:
    """Give the database of the current publication, which another server can open for reading."""
    return max((store / "snapshots").iterdir()) / "data"


def servers(store: Path) -> Iterator[tuple[str, list[str], int, str]]:
    """Give the servers that there are: name, command, port, path of the endpoint."""
    program = shutil.which("oxigraph", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    if program:
        port = free_port()
        location = ["--location", str(snapshot_of(store)), "--bind", f"127.0.0.1:{port}"]
        yield "oxigraph", [program, "serve-read-only", *location, "--union-default-graph"], port, "/query"
    for workers in (1, 2):
        port = free_port()
        options = ["--store", str(store), "--port", str(port), "--workers", str(workers)]
        yield f"kamergraaf, {workers} process{'es' * (workers > 1)}", [*COMMAND, "serve", *options], port, "/sparql"
    if python := os.environ.get("RDFLIB_PYTHON"):
        dump = store.parent / "all.nq"
        subprocess.run([*COMMAND, "dump", str(dump), "--store", str(store)], check=True, capture_output=True)
        port = free_port()
        serve = ["serve", "--store", "Oxigraph", "--host", "127.0.0.1", "--port", str(port), str(dump)]
        yield "rdflib-endpoint", [str(Path(python).with_name("rdflib-endpoint")), *serve], port, "/"


def prepare(folder: Path) -> Path:
    """Build the store, if it is not there yet."""
    store = folder / "store"
    if not store.exists():
        write_lists(folder / "papers", PAPERS)
        subprocess.run([*COMMAND, "build", str(folder / "papers"), "--store", str(store)], check=True)
    return store


def main(arguments: list[str]) -> None:
    """Measure all servers and print a line for each; the first is what the others are held against.

    Args:
        arguments: a folder to keep the store in, or nothing.
    """
    with tempfile.TemporaryDirectory() as temporary:
        store = prepare(Path(arguments[0]) if arguments else Path(temporary))
        print(
            f"{'requests per second':<26}{'ASK {}':>15}{'each another':>15}"
            + "".join(f"{name:>15}" for name in MIDDLE),
            end="",
        )
        print(f"{'first byte':>13}{'100,000 rows':>20}")
        against: Measured | None = None
        for name, command, port, path in servers(store):
            with started(command, port, path):
                found = measured(name, port, path)
            against = against or found
            print(line_of(found, against), flush=True)


def line_of(found: Measured, against: Measured) -> str:
    """Give one line of the table: each figure, and its ratio to that of the first server."""
    per = _ratio
    cells = [per(found.smallest, against.smallest), per(found.another, against.another)]
    cells += [per(found.middle[name], against.middle[name]) for name in MIDDLE]
    rows = f"{found.total * 1000:.0f} ms ({found.total / against.total:.2f})"
    return f"{found.name:<26}" + "".join(f"{cell:>15}" for cell in cells) + f"{found.first * 1000:>10.0f} ms{rows:>20}"


def _ratio(value: float, base: float) -> str:
    return f"{value:,.0f} ({value / base:.2f})"


if __name__ == "__main__":
    main(sys.argv[1:])
