"""A process that runs queries on the current publication, one at a time, and can be killed at any moment.

    python -m graph.web.worker STORE BASE SECONDS [--memory MB] [--rows N] [--bytes MB] [--service ADDRESS …]

Its standard input is a socket, through which it takes jobs and gives results as frames (`graph.web.frames`). It holds
no write access to anything, and an alarm of the operating system ends it when nobody else does.
"""

from __future__ import annotations

import argparse
import json
import resource
import signal
import socket
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import IO, cast

from pyoxigraph import QueryResultsFormat, RdfFormat, serialize

from graph.errors import (
    KamergraafError,
    QueryError,
    QueryTimeoutError,
    ServiceRefusedError,
    StoreError,
    UnreachableError,
)
from graph.store import open_store
from graph.store.base import Form, Reader, Result, Store
from graph.store.queries import Dataset, run
from graph.web.frames import Kind, Tag, frame, read_frame
from graph.web.pieces import Bounds, Pieces, Refusal
from graph.web.prefixes import prefixes

GRACE = 5.0
"""Seconds after the limit at which the alarm ends a worker whose server is gone."""

RESULT_FORMATS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
GRAPH_FORMATS = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.STREAMING_JSON_LD,
    "trig": RdfFormat.TRIG,
    "nq": RdfFormat.N_QUADS,
}
_READABLE = frozenset({"ttl", "rdf", "trig"})
_LINES = frozenset({"nt", "nq"})


class Answerer:
    """Runs jobs on the current publication."""

    def __init__(self, store: Store, base: str, services: Sequence[str] = (), bounds: Bounds | None = None) -> None:
        self._store = store
        self._base = base
        self._services = tuple(services)
        self._bounds = bounds or Bounds()
        self._reader: Reader = store.reader()
        self._prefixes = prefixes(base)

    def answer(self, job: Sequence[object], out: socket.socket) -> None:
        """Run one job and send its result; raises `Refusal` when there is none, or no more."""
        query, default, named, results, graphs = job
        try:
            result = self._run(str(query), Dataset(_iris(default), _iris(named)))
        except QueryError as error:
            reason = "service" if isinstance(error, ServiceRefusedError) else "syntax"
            raise Refusal(reason, shortened(str(error))) from error
        except (QueryTimeoutError, UnreachableError) as error:  # of a store on a server
            reason = "timeout" if isinstance(error, QueryTimeoutError) else "unavailable"
            raise Refusal(reason, shortened(str(error))) from error
        except StoreError as error:
            raise Refusal("failed", shortened(str(error))) from error
        graph = result.form is Form.TRIPLES
        name = graphs if graph else results
        if not isinstance(name, str):
            raise Refusal("not-acceptable", "graph" if graph else "results")
        kind = Kind.GRAPH if graph else Kind.RESULTS
        pieces = Pieces(out, kind, self._reader.number, self._bounds, name)
        try:
            self._write(result, name, pieces)
        except Refusal:
            raise
        except (OSError, RuntimeError, ValueError, KamergraafError) as error:
            raise (pieces.refusal or Refusal("failed", shortened(str(error)))) from error
        pieces.end()

    def _run(self, query: str, dataset: Dataset) -> Result:
        if self._store.current() != self._reader.number:
            newer = self._store.reader()
            self._reader.close()
            self._reader = newer
        return run(self._reader, query, dataset, self._services, self._base)

    def _write(self, result: Result, name: str, pieces: Pieces) -> None:
        out = cast(IO[bytes], pieces)
        if result.form is not Form.TRIPLES:
            result.write(out, RESULT_FORMATS[name])
        elif name in _LINES:
            result.write(out, GRAPH_FORMATS[name])
        elif name in _READABLE:
            serialize(pieces.counted(result.triples()), out, GRAPH_FORMATS[name], prefixes=self._prefixes)
        else:
            serialize(pieces.counted(result.triples()), out, GRAPH_FORMATS[name])


def _iris(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def shortened(message: str, length: int = 240) -> str:
    """Give an error in one line of bearable length: the store lists every character that could have stood there."""
    line = " ".join(message.split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0] + " …"


def serve(answerer: Answerer, seconds: float, line: socket.socket) -> None:
    """Answer jobs until the server is gone."""
    while (found := read_frame(line)) is not None:
        signal.setitimer(signal.ITIMER_REAL, seconds + GRACE)
        try:
            answerer.answer(json.loads(found[1].decode("utf-8", "surrogatepass")), line)
        except Refusal as refusal:
            _refuse(line, refusal.reason, refusal.detail)
        except MemoryError:
            _refuse(line, "failed", "the query needs more memory than it may have")
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)


def _refuse(line: socket.socket, reason: str, detail: str) -> None:
    line.sendall(frame(Tag.ERROR, json.dumps({"reason": reason, "detail": detail}).encode()))


def _arguments(given: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="graph.web.worker")
    parser.add_argument("store")
    parser.add_argument("base")
    parser.add_argument("seconds", type=float)
    for name in ("--memory", "--rows", "--bytes"):
        parser.add_argument(name, type=int, default=0)
    parser.add_argument("--service", action="append", default=[])
    return parser.parse_args(given)


def main(given: list[str]) -> int:
    """Open the store, say so, and answer."""
    asked = _arguments(given)
    line = socket.socket(fileno=sys.stdin.fileno())
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends its workers itself
    if asked.memory:
        resource.setrlimit(resource.RLIMIT_DATA, (asked.memory << 20, asked.memory << 20))
    bounds = Bounds(asked.rows, asked.bytes << 20)
    with suppress(BrokenPipeError, ConnectionResetError):
        try:
            answerer = Answerer(open_store(asked.store), asked.base, asked.service, bounds)
        except KamergraafError as error:
            _refuse(line, "no-data", str(error))
            return 1
        line.sendall(frame(Tag.READY))
        serve(answerer, asked.seconds, line)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
