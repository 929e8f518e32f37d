"""How fast `/sparql` is beside two other servers over the same data: `python -m benchmarks.http [FOLDER]`.

All run at once on one machine: this server with one process and with two, Oxigraph's own server (PyPI package oxigraph,
on this very snapshot), and rdflib-endpoint where a Python that has it is named by ``RDFLIB_PYTHON``. They are asked in
short rounds, one after the other, so that whatever else the machine does weighs on all of them; each figure is the
median of its rounds, and each ratio the median of the ratios within a round. The client takes its share of the same
processors.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from benchmarks.asking import SMALLEST, ask, connected, free_port, rate, started
from benchmarks.measures import COMMAND
from benchmarks.question_lists import write_lists

PAPERS = 100
ROUNDS = 7
_KG = "https://w3id.org/kamergraaf/def/"
_PART = f"{{ GRAPH ?g {{ ?s <{_KG}answer> ?a }} }}"
MIDDLE = {
    "of 1.6 ms": f"SELECT (COUNT(*) AS ?n) {_PART}",
    "of 3 ms": f"SELECT (COUNT(*) AS ?n) {{ {_PART} UNION {_PART} }}",
    "of 70 ms": f"SELECT ?p (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s a <{_KG}Statistic> ; ?p ?o }} }} GROUP BY ?p",
}
"""Queries by how long Oxigraph takes for one on a machine of 2025."""

LARGE = "SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } LIMIT 100000"

Ask = Callable[[int, str], float]
"""Asks the server at a port and a path, and gives a figure."""


def large(of: int) -> Ask:
    """Ask for 100,000 rows; gives the milliseconds to the first byte (0) or to the last (1)."""

    def asking(port: int, path: str) -> float:
        with connected(port) as line:
            return ask(line, path, LARGE)[of] * 1000

    return asking


def per_second(query: str, *, clients: int, anew: bool) -> Ask:
    """Ask over several connections; gives the requests per second. `anew`: each with other words."""
    return lambda port, path: rate(port, path, query, 1.0, clients, anew)


FIGURES: dict[str, Ask] = {
    "ASK {} /s": per_second(SMALLEST, clients=8, anew=False),
    "each another /s": per_second(SMALLEST, clients=8, anew=True),
    **{f"{name} /s": per_second(query, clients=2, anew=True) for name, query in MIDDLE.items()},
    "first byte ms": large(0),
    "100,000 rows ms": large(1),
}


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
    """Measure all servers and print a line for each figure; the first server is what the others are held against.

    Args:
        arguments: a folder to keep the store in, or nothing.
    """
    with tempfile.TemporaryDirectory() as temporary, ExitStack() as stack:
        store = prepare(Path(arguments[0]) if arguments else Path(temporary))
        running = {
            name: stack.enter_context(started(command, port, path)) for name, command, port, path in servers(store)
        }
        print(f"{'':<18}" + "".join(f"{name:>24}" for name in running))
        for title, figure in FIGURES.items():
            rounds = [{name: figure(*where) for name, where in running.items()} for _ in range(ROUNDS)]
            print(line_of(title, rounds), flush=True)


def line_of(title: str, rounds: list[dict[str, float]]) -> str:
    """Give one line of the table: the median of each server, and of its ratios to the first."""
    first = next(iter(rounds[0]))
    cells = []
    for name in rounds[0]:
        value = statistics.median(each[name] for each in rounds)
        ratio = statistics.median(each[name] / each[first] for each in rounds)
        cells.append(f"{value:,.0f} ({ratio:.2f})")
    return f"{title:<18}" + "".join(f"{cell:>24}" for cell in cells)


if __name__ == "__main__":
    main(sys.argv[1:])
