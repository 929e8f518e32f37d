"""2,000 hostile requests: none is an error of the server, none comes back as markup, and what is refused says why."""

from __future__ import annotations

import asyncio
import json
import random
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote, urlsplit

import pytest
from fastapi import FastAPI
from lxml import etree, html
from pyoxigraph import RdfFormat, parse
from tests.web.conftest import every_path, running

from graph.settings import Settings
from graph.store import open_store
from graph.store.base import Change, n_triples
from graph.web import create_app

BATCHES, PER_BATCH = 20, 90
BY_SOCKET = 200
MARK = "zq7x"
"""Stands in what is hostile to a page: an element or attribute of this name must never be in one."""

LEADING = frozenset("action background cite data formaction href ping poster src srcset xlink:href".split())
"""The attributes whose value a browser follows; anywhere else the name of a scheme is a word as any other."""

TEXTS = (
    f"<{MARK}>", f"</title><{MARK} src=x>", f'"><{MARK} a="', f"'><{MARK} a='", f'" on{MARK}="alert(1)',
    f"' on{MARK}='1",
    f"<!--<{MARK}>-->", f"]]><{MARK}>", f"<svg/on{MARK}=alert(1)>", f"&lt;{MARK}&gt;", f"javascript:{MARK}()",
    f"data:text/html,<{MARK}>", "{{7*7}}", "{% include 'base.html' %}", "${7*7}", "#{7*7}", "%s%n%x", "' OR '1'='1",
    "1; DROP TABLE x --",
    '") } DELETE WHERE { ?s ?p ?o } #', "> } INSERT DATA { <a:a> <a:b> 1 } #",
    "<a> . SERVICE <http://127.0.0.1:1/> {}", "../../etc/passwd",
    "..\\..\\windows\\win.ini", "/etc/passwd\0.ttl", "file:///etc/passwd", "http://127.0.0.1:22/", "http://[::1",
    "//example.org/", "\0", "a\0b",
    "\r\nSet-Cookie: a=b", "\r\n\r\n<html>", "\u202e\u2066", "\ud7ff\ufffe\uffff", "e\u0301" * 50, "\U0001f4a9",
    "A" * 9000, "(" * 3000, "[" * 3000,
    "-1", "0", "1e309", "NaN", "99999999999999999999999999", "0x10", "1_000", "٣", "true", "null", "[]", "{}",
    '{"q0":{}}', '{"q0":' * 200, "", " ", "*", "?",
    "%", "%zz", ";", "|id", "`id`", "$(id)",
    "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
)  # fmt: skip
BYTES = (
    b"\xff\xfe",
    b"\xc0\xae\xc0\xae/",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\x80",
    b"\xe2\x82",
    bytes(range(256)),
)
QUERIES = (
    "ASK { ?s ?p ?o }",
    "SELECT * { ?s ?p ?o } LIMIT 2",
    "SELECT (1/0 AS ?x) {}",
    "DESCRIBE <a:a>",
    "ASK {",
    "LOAD <http://127.0.0.1:1/>",
)
ACCEPTS = (
    "*/*", "text/html", "text/turtle", "application/json", "text/plain", "*", "*/html", "text/*;q=0",
    "text/html;q=abc", "a/b;q=1e9",
    ",,,;;;", "text/html;q=\x00", "/", "text/html, " * 300, "image/png", f"<{MARK}>/x",
    "application/sparql-results+xml", "application/ld+json;profile=\"",
)  # fmt: skip
METHODS = ("GET",) * 12 + (
    "HEAD",
    "HEAD",
    "POST",
    "POST",
    "POST",
    "OPTIONS",
    "PUT",
    "DELETE",
    "PATCH",
    "TRACE",
    "CONNECT",
    "QUERY",
    "get",
    f"<{MARK}>",
)
HEADERS = (
    "accept-encoding", "accept-language", "authorization", "content-encoding", "content-type", "cookie", "forwarded",
    "host", "if-match",
    "if-modified-since", "if-none-match", "if-range", "origin", "access-control-request-method", "range", "referer",
    "te", "transfer-encoding",
    "user-agent", "x-forwarded-for", "x-forwarded-host", "x-forwarded-prefix", "x-forwarded-proto",
    "x-http-method-override", "x-original-url",
)  # fmt: skip
TYPES = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/json",
    "multipart/form-data",
    "text/plain; charset=utf-7",
    "",
)
STARTS = (
    "/",
    "/static/",
    "/download/",
    "/doc/",
    "/id/",
    "/def/",
    "/graph/",
    "/../",
    "/%2e%2e/",
    "//",
    "/.",
    "/.well-known/",
    "/doc/../",
)


@dataclass(frozen=True)
class Hostile:
    """A request as bytes."""

    method: str
    target: bytes
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    breaks_off: bool


@dataclass
class Answer:
    """What came of it."""

    status: int = 0
    headers: dict[str, str] | None = None
    body: bytes = b""


class Maker:
    """Makes requests, the same for the same seed."""

    def __init__(self, seed: int, app: FastAPI) -> None:
        self._random = random.Random(seed)
        paths = app.openapi()["paths"]
        operations = [each for methods in paths.values() for each in methods.values()]
        self._paths = tuple(sorted(every_path(app)))
        self._names = sorted(
            {p["name"] for each in operations for p in each.get("parameters", ())}
            | {"queries", "extend", "update", "x", "lang", "format", "example", "default", "default-graph-uri"}
        )

    def request(self) -> Hostile:
        pick = self._random.choice
        names = self._random.sample(HEADERS, pick((0, 0, 1, 2, 5)))
        headers = [(name.encode(), _header(self._value())) for name in names]
        headers += [(b"accept", _header(pick(ACCEPTS).encode())) for _ in range(pick((0, 1, 1, 2)))]
        if pick((True,) + (False,) * 20):
            headers.append((b"x-long", b"a" * 60_000))
        method = pick(METHODS)
        body = b""
        if method not in ("GET", "HEAD"):
            headers.append((b"content-type", pick(TYPES).encode()))
            body = pick((self._query(), self._value(), b""))
        path = pick((b"/sparql", b"/reconcile", self._path())) if method == "POST" else self._path()
        return Hostile(method, path + b"?" + self._query(), tuple(headers), body, pick((False, False, False, True)))

    def _value(self) -> bytes:
        text = self._random.choice((*TEXTS, *TEXTS, *TEXTS, *QUERIES)).encode("utf-8")
        return text if self._random.random() < 0.8 else self._random.choice(BYTES)

    def _escaped(self) -> bytes:
        """Give a value, percent-encoded once, twice, or as far as a request line needs."""
        value = self._value()
        safe = self._random.choice(("", "", "/", "/:?&=;%<>\"'"))
        once = quote_from_bytes(value, safe)
        return (quote_from_bytes(once.encode(), "") if self._random.random() < 0.1 else once).encode()

    def _path(self) -> bytes:
        if self._random.random() < 0.25:
            return self._random.choice(STARTS).encode() + self._escaped()
        path = self._random.choice(self._paths)
        while "{" in path:
            before, _, rest = path.partition("{")
            path = f"{before}{self._escaped().decode()}{rest.partition('}')[2]}"
        return str(path).encode() + (self._escaped() if self._random.random() < 0.05 else b"")

    def _query(self) -> bytes:
        pairs = []
        for _ in range(self._random.choice((0, 1, 1, 2, 3, 40))):
            name = self._random.choice(self._names).encode() if self._random.random() < 0.9 else self._escaped()
            pairs += [name + b"=" + self._escaped()] * self._random.choice((1, 1, 1, 2))
        return b"&".join(pairs)


def _header(value: bytes) -> bytes:
    """Give what a server passes on as the value of a header: it refuses line ends and null bytes itself."""
    return bytes(byte for byte in value if byte not in b"\r\n\0").strip()


async def ask(app: FastAPI, asked: Hostile) -> Answer:
    """Put a request to the application as uvicorn would."""
    path, _, query = asked.target.partition(b"?")
    whole: dict[str, object] = {"type": "http.request", "body": asked.body, "more_body": asked.breaks_off}
    messages: Iterator[dict[str, object]] = iter([whole, {"type": "http.disconnect"}])
    answer = Answer()

    async def receive() -> dict[str, object]:
        if (message := next(messages, None)) is not None and (message["type"] != "http.disconnect" or asked.breaks_off):
            return message
        await asyncio.Event().wait()
        raise AssertionError

    async def send(message: dict[str, object]) -> None:
        if message["type"] == "http.response.start":
            pairs = message["headers"]
            assert isinstance(pairs, list) and isinstance(message["status"], int)
            answer.status = message["status"]
            answer.headers = {name.decode().lower(): value.decode("latin-1") for name, value in pairs}
        elif message["type"] == "http.response.body":
            body = message.get("body", b"")
            assert isinstance(body, bytes | memoryview)
            answer.body += bytes(body)

    scope = {
        "type": "http", "asgi": {"version": "3.0", "spec_version": "2.4"}, "http_version": "1.1", "scheme": "http",
        "method": asked.method, "path": unquote(path.decode("ascii")), "raw_path": path, "query_string": query,
        "root_path": "", "client": ("192.0.2.1", 1), "server": ("testserver", 80), "headers": list(asked.headers),
        "state": {},
    }  # fmt: skip
    await app(scope, receive, send)  # type: ignore[arg-type]
    return answer


def check(asked: Hostile, answer: Answer) -> None:
    """Hold an answer to what is promised."""
    about = f"{asked!r:.3000} gave {answer!r:.800}"
    headers = answer.headers or {}
    assert 100 <= answer.status < 500 or answer.status in (503, 504), about
    assert "set-cookie" not in headers, about
    assert not any(set(value) & set("\r\n\0") for value in headers.values()), about
    media_type = headers.get("content-type", "").partition(";")[0]
    if media_type == "text/html" and answer.body:
        _check_page(answer.body, about)
        assert "default-src 'none'" in headers["content-security-policy"], about
    if media_type.endswith("+xml") and answer.body:
        assert not etree.fromstring(answer.body).findall(f".//{MARK}"), about
    preflight = asked.method == "OPTIONS" and "access-control-allow-methods" in headers  # only browsers read its answer
    if answer.status >= 400 and answer.status != 499 and not preflight:
        assert headers.get("x-content-type-options") == "nosniff", about
        _check_problem(answer, media_type, about)


def _check_page(body: bytes, about: str) -> None:
    for element in html.fromstring(body).iter():
        assert MARK not in str(element.tag), about
        for name, value in element.attrib.items():
            assert MARK not in str(name), about
            leads = str(name) in LEADING and str(value).strip().lower().startswith(("javascript:", "data:text"))
            assert not leads, about


def _check_problem(answer: Answer, media_type: str, about: str) -> None:
    assert media_type in ("application/problem+json", "application/json", "text/plain", "text/html"), about
    if answer.body and media_type.endswith("json"):
        told = json.loads(answer.body)
        assert {"type", "title", "status", "detail", "instance"} <= told.keys(), about
        assert told["status"] == answer.status, about
    if answer.body and media_type == "text/plain":
        assert answer.body.startswith(str(answer.status).encode()), about


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a server with a small store, whose words are hostile as well."""
    base = "https://data.example.org/kg/"
    folder = tmp_path_factory.mktemp("hostile") / "store"
    turtle = f"""
        PREFIX kg: <{base}def/> PREFIX dcterms: <http://purl.org/dc/terms/>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX org: <http://www.w3.org/ns/org#> PREFIX oa: <http://www.w3.org/ns/oa#>
        <{base}id/document/kst-1-2> a kg:Document ; dcterms:identifier "kst-1-2" ;
            dcterms:title "<{MARK} on{MARK}='1'>"@nl .
        <{base}id/organisation/coa> a org:FormalOrganization ; skos:prefLabel "\\"><{MARK}>"@nl ;
            dcterms:source <javascript:{MARK}> .
        <{base}id/document/kst-1-2/answer/1/mention/coa-1> a kg:Mention ; oa:hasBody <{base}id/organisation/coa> ."""
    open_store(folder).publish(
        [Change(f"{base}graph/kst-1-2", n_triples(parse(turtle, RdfFormat.TURTLE)), identifier="kst-1-2")]
    )
    return Settings.load(base_iri=base, store=folder, query_seconds=2.0, log_format="none")


@asynccontextmanager
async def alive(settings: Settings) -> AsyncIterator[FastAPI]:
    """Give an application that has been started."""
    app = create_app(settings)
    async with app.router.lifespan_context(app):
        yield app


@pytest.mark.parametrize("seed", range(BATCHES))
def test_what_is_hostile_is_answered_and_never_reflected(settings: Settings, seed: int) -> None:
    async def run() -> None:
        async with alive(settings) as app:
            maker = Maker(seed, app)
            for _ in range(PER_BATCH):
                asked = maker.request()
                check(asked, await asyncio.wait_for(ask(app, asked), 30))

    asyncio.run(run())


@pytest.fixture(scope="module")
def server(settings: Settings) -> Iterator[tuple[str, int, FastAPI]]:
    """A server at an address, and its application."""
    app = create_app(settings)
    with running(app) as address:
        parts = urlsplit(address)
        yield str(parts.hostname), int(parts.port or 0), app


BROKEN = (
    b"\0\0\0\0", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    b"GET /\xff\xfe HTTP/1.1\r\nHost: a\r\n\r\n", b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 200_000 + b"\r\n\r\n",
    b"POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nquery=",
    b"POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
    b"POST /sparql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
    b"POST /sparql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
    b"GET http://example.org/ HTTP/1.1\r\nHost: a\r\n\r\n",
    b"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", b"CONNECT example.org:443 HTTP/1.1\r\nHost: a\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nA\x00B: c\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: <script>\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
)  # fmt: skip
"""Requests that are none, or not whole."""


def test_through_a_socket_nothing_breaks_the_server(server: tuple[str, int, FastAPI]) -> None:
    host, port, app = server
    maker = Maker(99, app)
    for number in range(BY_SOCKET):
        if number % 4 == 0:
            sent = BROKEN[number // 4 % len(BROKEN)]
        else:
            asked = maker.request()
            lines = [
                b"%s %s HTTP/1.1" % (asked.method.encode(), asked.target),
                b"Host: localhost",
                b"Connection: close",
            ]
            lines += [b"%s: %s" % pair for pair in asked.headers if pair[0] not in (b"host", b"transfer-encoding")]
            lines.append(b"Content-Length: %d" % (len(asked.body) + 10 * asked.breaks_off))
            sent = b"\r\n".join(lines) + b"\r\n\r\n" + asked.body
        whole = number % 4 != 0 and not asked.breaks_off
        got = exchange(host, port, sent, whole=whole)
        assert not got.startswith(b"HTTP/1.1 500"), (sent[:2000], got[:500])
        assert f"<{MARK}".encode() not in got or b"text/html" not in got.partition(b"\r\n\r\n")[0], (
            sent[:2000],
            got[:500],
        )
    assert exchange(host, port, b"GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").startswith(
        b"HTTP/1.1 200"
    )


def exchange(host: str, port: int, sent: bytes, *, whole: bool = True) -> bytes:
    """Send bytes and take what comes back; of what is not whole, say that no more comes."""
    got = b""
    with socket.create_connection((host, port), timeout=10) as connection:
        try:
            connection.sendall(sent)
            if not whole:
                connection.shutdown(socket.SHUT_WR)
            while piece := connection.recv(65536):
                got += piece
        except (ConnectionResetError, BrokenPipeError):
            return got  # the server has had enough
    return got


def test_a_path_leads_to_no_file_outside(settings: Settings, tmp_path: Path) -> None:
    async def run() -> list[Answer]:
        async with alive(settings) as app:
            names = (
                b"/static/../app.py",
                b"/static/%2e%2e%2fapp.py",
                b"/download/..%2f..%2fledger.sqlite",
                b"/download/%2fetc%2fpasswd",
            )
            return [await ask(app, Hostile("GET", name, (), b"", False)) for name in names]

    assert [answer.status for answer in asyncio.run(run())] == [404] * 4
