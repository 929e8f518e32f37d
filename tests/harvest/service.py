"""A local server that gives invented papers as the official services do, with their faults."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from tests.harvest.papers import DIAGNOSTIC, Record, feed, sru

BEGIN = datetime(2024, 12, 1, 12, tzinfo=UTC)


class FakeClock:
    """A clock that goes on only when somebody waits."""

    def __init__(self) -> None:
        self.waited: list[float] = []
        self.passed = 0.0

    def now(self) -> datetime:
        return BEGIN + timedelta(seconds=self.passed)

    def monotonic(self) -> float:
        return self.passed

    def sleep(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.passed += seconds


class Service:
    """What the server holds, what it was asked, and which faults come next.

    Attributes:
        records, rows, changes: what is listed.
        files: the files by their paths.
        faults: what happens at the next requests for a path, instead of the answer: a status, or `truncate`, `drop`,
            `hang`, `html`, `to:ADDRESS`, `packed ENCODING` (what that says of a file), or `says LENGTH`.
        asked: each request: its path, and whether it was conditional.
        size: records and rows of a page.
        shift: by how many positions pages overlap, as if papers were put before those that were read.
        counts: whether the search says how many it found.
        beyond: from which position on it gives nothing, however many there are; 0 for none.
        raw: what the search answers instead, whatever it is asked.
        stop_after: after how many requests none is answered until `going_on`; `stopped` tells that it came to that.
        same: whether the search gives its first page whatever it is asked for.
    """

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.rows: list[dict[str, object]] = []
        self.changes: list[str] = []
        self.files: dict[str, bytes] = {}
        self.faults: defaultdict[str, list[str]] = defaultdict(list)
        self.asked: list[tuple[str, bool]] = []
        self.queries: list[str] = []
        self.size = 2
        self.shift = 0
        self.same = False
        self.counts = True
        self.beyond = 0
        self.raw: bytes | None = None
        self.base = ""
        self.closing = threading.Event()
        self.stop_after: int | None = None
        self.stopped, self.going_on = threading.Event(), threading.Event()

    def paths(self, prefix: str = "/") -> list[str]:
        """Give the paths that were asked for."""
        return [path for path, _ in self.asked if path.startswith(prefix)]

    def put(self, record: Record, **files: bytes) -> Record:
        """List a paper, with its files."""
        self.records.append(record)
        for suffix, data in files.items():
            self.files[record.path(suffix)] = data
        return record

    def search(self, query: dict[str, list[str]]) -> bytes:
        """Answer a question of SRU."""
        if self.raw is not None:
            return self.raw
        cql = query["query"][0]
        self.queries.append(cql)
        since = re.search(r'dt\.modified>="([\d-]+)"', cql)
        found = [each for each in self.records if not since or each.modified >= since[1]]
        if self.beyond and int(query["startRecord"][0]) >= self.beyond:
            return DIAGNOSTIC.replace(b"/1/10", b"/1/61")
        day = re.search(r'dt\.date>="([\d-]+)"', cql)
        found = sorted((each for each in found if not day or each.day >= day[1]), key=lambda each: each.day)
        start = 1 if self.same else int(query["startRecord"][0])
        first = max(0, start - 1 - (self.shift if start > 1 else 0))
        size = min(self.size, int(query["maximumRecords"][0]))
        records = [each.xml(self.base, at) for at, each in enumerate(found[first : first + size], first + 1)]
        return sru(records, len(found) if self.counts else None)

    def odata(self, path: str, query: dict[str, list[str]]) -> bytes:
        """Answer a question of OData."""
        one = re.fullmatch(r"/odata/Document\(([^)]+)\)", path)
        if one:
            return json.dumps(next(row for row in self.rows if row["Id"] == one[1])).encode()
        self.queries.append(query["$filter"][0])
        skip = int(query.get("$skip", ["0"])[0])
        answer: dict[str, object] = {"@odata.count": len(self.rows), "value": self.rows[skip : skip + self.size]}
        if skip + self.size < len(self.rows):
            answer["@odata.nextLink"] = f"{self.base}/odata/Document?$filter=x&$skip={skip + self.size}"
        return json.dumps(answer).encode()

    def feed(self, query: dict[str, list[str]]) -> bytes:
        """Give a page of the feed of changes."""
        at = int(query.get("skiptoken", ["0"])[0])
        entries = self.changes[at : at + self.size]
        behind = f"{self.base}/feed/Feed?category=Document&skiptoken={at + len(entries)}"
        return feed([each.replace("NEXT", behind.replace("&", "&amp;")) for each in entries], "" if entries else behind)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 16  # head and body in one packet, or each answer waits for an acknowledgement
    server: _Server

    def do_GET(self) -> None:
        service = self.server.service
        parts = urlsplit(self.path)
        service.asked.append((parts.path, "If-None-Match" in self.headers))
        if service.stop_after is not None and len(service.asked) > service.stop_after:
            service.stopped.set()
            service.going_on.wait(60)
        fault = service.faults[parts.path].pop(0) if service.faults[parts.path] else ""
        if fault in ("drop", "hang"):
            if fault == "hang":
                service.closing.wait(30)
            self.close_connection = True
        elif fault[:3].isdecimal():
            self._send(int(fault[:3]), b"", retry=fault[4:])
        elif fault.startswith("to:"):
            self._send(302, b"", location=fault.removeprefix("to:"))
        elif fault.startswith("packed "):
            self._send(200, service.files[parts.path], packing=fault.removeprefix("packed "))
        elif fault.startswith("says "):
            self._send(200, b"x", length=int(fault.removeprefix("says ")))
        elif fault == "html":
            self._send(200, b"<html><body>Even geduld</body></html>")
        else:
            self._give(parts.path, parse_qs(parts.query), cut=fault == "truncate")

    def _give(self, path: str, query: dict[str, list[str]], *, cut: bool) -> None:
        service = self.server.service
        if path == "/sru":
            self._send(200, service.search(query), cut=cut)
        elif path.startswith("/odata/") and path not in service.files:
            self._send(200, service.odata(path, query), cut=cut)
        elif path == "/feed/Feed":
            self._send(200, service.feed(query), cut=cut)
        elif path in service.files:
            data = service.files[path]
            etag = f'"{hashlib.sha256(data).hexdigest()[:8]}"'
            if self.headers.get("If-None-Match") == etag:
                self._send(304, b"", etag=etag)
            else:
                self._send(200, data, etag=etag, cut=cut)
        else:
            self._send(404, b"")

    def _send(
        self,
        status: int,
        data: bytes,
        *,
        etag: str = "",
        retry: str = "",
        location: str = "",
        packing: str = "",
        length: int = 0,
        cut: bool = False,
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(length or len(data)))
        more = (("ETag", etag), ("Retry-After", retry), ("Location", location), ("Content-Encoding", packing))
        for name, value in more:
            if value:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data[: len(data) // 2] if cut else data)
        self.close_connection = self.close_connection or cut or length > 0

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    service: Service

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away in the middle of an answer is what some tests are about."""


@contextmanager
def serving() -> Iterator[Service]:
    """Serve until the block ends."""
    service = Service()
    server = _Server(("127.0.0.1", 0), _Handler)
    server.service = service
    service.base = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        service.closing.set()
        service.going_on.set()
        server.shutdown()
        server.server_close()
        thread.join()
