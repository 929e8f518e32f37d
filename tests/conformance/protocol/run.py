"""Runs the rows of the table against a server, and says of each what it lacks."""

from __future__ import annotations

import json
import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

import httpx
from pyoxigraph import BlankNode, NamedNode, RdfFormat, parse
from tests.conformance.protocol.own import GROUPS
from tests.conformance.protocol.rows import Row, Shape
from tests.conformance.protocol.w3c import DATA, FAULTS, QUERIES

from graph.settings import Settings
from graph.store import open_store
from graph.store.base import Change

SD = "http://www.w3.org/ns/sparql-service-description#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
MEDIA_TYPES = {
    Shape.TABLE: "sparql-results|text/csv|text/tab-separated",
    Shape.BOOLEAN: "sparql-results",
    Shape.GRAPH: "turtle|n-triples|rdf\\+xml|ld\\+json",
}
W3C = "W3C SPARQL 1.1 Protocol"
DESCRIPTION = "W3C service description"
Results = dict[str, dict[str, str]]
"""By group and row what is lacking; empty where nothing is."""


def fill(settings: Settings) -> None:
    """Publish the three graphs that the rows speak of."""
    graphs = [DATA.format(number) for number in (1, 2, 3)]
    line = "<{}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://xmlns.com/foaf/0.1/Document> .\n"
    open_store(settings.store).publish([Change(graph, line.format(graph).encode()) for graph in graphs])


def run(address: str) -> Results:
    """Run all rows against the server at an address."""
    found: Results = {}
    with listening() as (listener, calls), httpx.Client(base_url=address, timeout=60) as client:
        found[W3C] = {row.name: lacks(client, row, listener) for row in (*QUERIES, *FAULTS)}
        found[DESCRIPTION] = description(client, f"{address}/sparql")
        for group, rows in GROUPS.items():
            found[group] = {}
            for row in rows:
                lacking = lacks(client, row, listener)
                found[group][row.name] = f"{lacking}; it connected" if calls else lacking
                calls.clear()
    return found


@contextmanager
def listening() -> Iterator[tuple[str, list[object]]]:
    """Listen on this machine; gives the address, and a list in which every connection is noted."""
    calls: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        stop = threading.Event()

        def listen() -> None:
            while not stop.is_set():
                try:
                    connection, caller = server.accept()
                except TimeoutError:
                    continue
                calls.append(caller)
                connection.close()

        server.settimeout(0.05)
        thread = threading.Thread(target=listen)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}", calls
        finally:
            stop.set()
            thread.join()


def lacks(client: httpx.Client, row: Row, listener: str) -> str:
    """Say what an answer lacks; nothing where it is as the row says."""
    try:
        answer = _send(client, row, listener)
    except httpx.RemoteProtocolError:
        return "" if row.broken else "the transfer broke off"
    if row.broken:
        return f"status {answer.status_code}, and the transfer did not break off"
    if not any(answer.status_code in statuses for statuses in row.status):
        return f"status {answer.status_code}"
    if row.shape is not None and not re.search(MEDIA_TYPES[row.shape], answer.headers.get("content-type", "")):
        return f"type {answer.headers.get('content-type')}"
    if row.boolean is not None and answer.json()["boolean"] is not row.boolean:
        return f"{answer.text}"
    if row.values is not None and _values(answer) != sorted(row.values):
        return f"values {_values(answer)}"
    if row.empty and answer.content:
        return "a body"
    wanting = [text for text in row.says if text not in answer.text]
    wanting += [f"{name}: {text}" for name, text in row.sends.items() if text not in answer.headers.get(name, "")]
    return f"without {wanting[0]}" if wanting else ""


def _send(client: httpx.Client, row: Row, listener: str) -> httpx.Response:
    def filled(text: str) -> str:
        if "{listener}" not in text and "{tail}" not in text:
            return text.replace("{{", "{").replace("}}", "}") if "SERVICE" in row.name else text
        return text.format(listener=listener, tail=listener.removeprefix("http"))

    if isinstance(row.parameters, bytes):
        asked = row.parameters.decode()
    else:
        asked = urlencode([(name, filled(value)) for name, value in row.parameters])
    body = filled(row.body) if isinstance(row.body, str) else row.body
    headers = {"Accept": "*/*", **row.headers}
    address = f"/sparql?{asked}" if asked else "/sparql"
    return client.request(row.method, address, content=body or None, headers=headers)


def _values(answer: httpx.Response) -> list[str]:
    rows = answer.json()["results"]["bindings"]
    return sorted(cell["value"] for row in rows for cell in row.values())


def description(client: httpx.Client, endpoint: str) -> dict[str, str]:
    """Run the three service description tests of the W3C."""
    answer = client.get("/sparql", headers={"Accept": "application/n-triples"})
    try:
        said = {(t.subject, t.predicate.value, t.object) for t in parse(answer.content, RdfFormat.N_TRIPLES)}
    except (SyntaxError, ValueError) as error:
        return dict.fromkeys(("returns-rdf", "has-endpoint-triple", "conforms-to-schema"), str(error))
    services = {s for s, p, o in said if p == TYPE and o == NamedNode(f"{SD}Service")}
    named = any(s in services and p == f"{SD}endpoint" and o == NamedNode(endpoint) for s, p, o in said)
    literal = next(
        (p for _, p, o in said if p.startswith(SD) and not isinstance(o, NamedNode | BlankNode)),
        "",
    )
    typed = all(
        (o, TYPE, NamedNode(SD + kind)) in said
        for _, p, o in said
        for name, kind in (("defaultDataset", "Dataset"), ("defaultGraph", "Graph"), ("namedGraph", "NamedGraph"))
        if p == SD + name
    )
    schema = "no sd:Service" if not services else f"a literal of {literal}" if literal else "" if typed else "untyped"
    return {
        "returns-rdf": "" if answer.status_code == 200 and said else f"status {answer.status_code}",
        "has-endpoint-triple": "" if named else "no sd:endpoint with this address",
        "conforms-to-schema": schema,
    }


def page(found: Results) -> str:
    """Give the result as the page docs/conformance.md."""
    lines = [
        "# Conformance of `/sparql`",
        "",
        "Made by `make conformance`, which runs every row against a server; a test holds this page to its result.",
        "The rows stand in `tests/conformance/protocol/`: the W3C's tests for a service that only reads, and our own.",
        "",
        "| part | rows | pass |",
        "| --- | ---: | ---: |",
    ]
    for group, rows in found.items():
        lines.append(f"| {group} | {len(rows)} | {sum(not lacking for lacking in rows.values())} |")
    for group, rows in found.items():
        lines += ["", f"## {group}", "", "| row | result |", "| --- | --- |"]
        lines += [f"| {_cell(name)} | {_cell(lacking) or 'pass'} |" for name, lacking in rows.items()]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1].replace("|", "\\|").replace('\\"', '"').replace("<", "&lt;")
