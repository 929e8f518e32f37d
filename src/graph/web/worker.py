"""A process that runs queries on the current publication, one at a time, and can be killed at any moment.

    python -m graph.web.worker STORE BASE SECONDS MEGABYTES [SERVICE …]

It takes jobs and gives results as frames on its standard input and output (`graph.web.frames`). It holds no write
access to anything, and an alarm of the operating system ends it when nobody else does.
"""

from __future__ import annotations

import json
import resource
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import IO, BinaryIO, cast

from pyoxigraph import QueryResultsFormat, RdfFormat, serialize

from graph.errors import KamergraafError, QueryError, ServiceRefusedError
from graph.store import open_store
from graph.store.base import Form, Reader, Result, Store
from graph.store.queries import Dataset, run
from graph.web.frames import PIECE, Tag, read_frame, write_frame
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


class Refusal(Exception):  # noqa: N818 - it is an answer, not a fault
    """A job that gives no result."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class Pieces:
    """A file to write a result to, which sends it on in frames."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._waiting = bytearray()
        self._size = 1024

    def write(self, data: bytes) -> int:
        """Take bytes, and send them on when there are enough: few at first, so that the answer begins at once."""
        self._waiting += data
        if len(self._waiting) >= self._size:
            self.flush()
            self._size = PIECE
        return len(data)

    def flush(self) -> None:
        """Send what is waiting."""
        if self._waiting:
            write_frame(self._out, Tag.DATA, bytes(self._waiting))
            self._waiting.clear()


class Answerer:
    """Runs jobs on the current publication."""

    def __init__(self, store: Store, base: str, services: Sequence[str] = ()) -> None:
        self._store = store
        self._services = tuple(services)
        self._reader: Reader = store.reader()
        self._prefixes = prefixes(base)

    def answer(self, job: dict[str, object], out: BinaryIO) -> None:
        """Run one job and send its result; raises `Refusal` when there is none, or no more."""
        try:
            result = self._run(job)
        except QueryError as error:
            reason = "service" if isinstance(error, ServiceRefusedError) else "syntax"
            raise Refusal(reason, shortened(str(error))) from error
        graph = result.form is Form.TRIPLES
        name = job["graphs" if graph else "results"]
        kind = "graph" if graph else "results"
        if not isinstance(name, str):
            raise Refusal("not-acceptable", kind)
        write_frame(out, Tag.START, json.dumps({"kind": kind}).encode())
        pieces = Pieces(out)
        try:
            self._write(result, name, cast(IO[bytes], pieces))
        except (OSError, RuntimeError, ValueError, KamergraafError) as error:
            raise Refusal("failed", shortened(str(error))) from error
        pieces.flush()

    def _run(self, job: dict[str, object]) -> Result:
        if self._store.current() != self._reader.number:
            newer = self._store.reader()
            self._reader.close()
            self._reader = newer
        dataset = Dataset(_iris(job["default"]), _iris(job["named"]))
        return run(self._reader, str(job["query"]), dataset, self._services)

    def _write(self, result: Result, name: str, out: IO[bytes]) -> None:
        if result.form is not Form.TRIPLES:
            result.write(out, RESULT_FORMATS[name])
        elif name in _READABLE:
            serialize(result.triples(), out, GRAPH_FORMATS[name], prefixes=self._prefixes)
        else:
            result.write(out, GRAPH_FORMATS[name])


def _iris(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def shortened(message: str, length: int = 240) -> str:
    """Give an error in one line of bearable length: the store lists every character that could have stood there."""
    line = " ".join(message.split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0] + " …"


def serve(answerer: Answerer, seconds: float, source: BinaryIO, out: BinaryIO) -> None:
    """Answer jobs until the pipe is closed."""
    while (found := read_frame(source)) is not None:
        signal.setitimer(signal.ITIMER_REAL, seconds + GRACE)
        try:
            answerer.answer(json.loads(found[1]), out)
            write_frame(out, Tag.END)
        except Refusal as refusal:
            _refuse(out, refusal.reason, refusal.detail)
        except MemoryError:
            _refuse(out, "failed", "the query needs more memory than it may have")
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)


def _refuse(out: BinaryIO, reason: str, detail: str) -> None:
    write_frame(out, Tag.ERROR, json.dumps({"reason": reason, "detail": detail}).encode())


def main(arguments: list[str]) -> int:
    """Open the store, say so, and answer."""
    location, base, seconds, megabytes, *services = arguments
    out = sys.stdout.buffer
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends its workers itself
    if int(megabytes):
        resource.setrlimit(resource.RLIMIT_DATA, (int(megabytes) << 20, int(megabytes) << 20))
    try:
        answerer = Answerer(open_store(location), base, services)
    except KamergraafError as error:
        _refuse(out, "no-data", str(error))
        return 1
    write_frame(out, Tag.READY)
    with suppress(BrokenPipeError):
        serve(answerer, float(seconds), sys.stdin.buffer, out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
