"""Queries that ask a second SPARQL server, which holds TOOI's data, and queries of that server which ask ours."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from graph.build import build, find
from graph.resources import resource
from graph.settings import Settings
from graph.store import open_store
from graph.web import create_app

QUERIES = Path(__file__).parents[2] / "ontology" / "queries"
THEIRS, OURS = "http://127.0.0.1:7878/query", "http://127.0.0.1:8000/sparql"
"""The addresses in the queries that ship."""

TOOI = "https://identifier.overheid.nl/tooi/"
LISTED = f"""
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
<{TOOI}id/zbo/zb000210> a <{TOOI}def/ont/Zbo>, rdfs:Resource ; rdfs:label "Centraal Orgaan opvang asielzoekers" .
<{TOOI}id/oorg/oorg99999> a <{TOOI}def/ont/Overheidsorganisatie> ; rdfs:label "een dienst die niets telde" .
"""


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@pytest.fixture(scope="module")
def second() -> Iterator[str]:
    """The query address of a second server, an Oxigraph with a little of TOOI, which this test starts and ends."""
    command = shutil.which("oxigraph", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    assert command, "the development dependency oxigraph is not installed"
    root = f"http://127.0.0.1:{_free_port()}"
    arguments = [command, "serve", "--bind", root.removeprefix("http://")]
    with subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        try:
            _load(root, process)
            yield f"{root}/query"
        finally:
            process.terminate()


def _load(root: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers, and give it its data."""
    for _ in range(1000):
        try:
            answer = httpx.put(f"{root}/store?default", content=LISTED, headers={"Content-Type": "text/turtle"})
        except httpx.TransportError:
            assert process.poll() is None, "the second server ended"
            time.sleep(0.02)
            continue
        assert answer.is_success
        return
    raise AssertionError("the second server did not start")


@pytest.fixture(scope="module")
def ours(
    second: str, tmp_path_factory: pytest.TempPathFactory, serving: Callable[[FastAPI], AbstractContextManager[str]]
) -> Iterator[str]:
    """The query address of our server over the paper that ships, which may ask the second one."""
    settings = Settings.load(
        store=tmp_path_factory.mktemp("federation") / "store", jobs=1, query_workers=1, service_endpoints=(second,)
    )
    build(find([resource("data", "documents")]), settings, open_store(settings.store))
    with serving(create_app(settings)) as address:
        yield f"{address}/sparql"


def rows(endpoint: str, query: str) -> list[dict[str, str]]:
    accept = {"Accept": "application/sparql-results+json"}
    answer = httpx.post(endpoint, data={"query": query}, headers=accept, timeout=60)
    assert answer.status_code == 200, answer.text
    return [{name: cell["value"] for name, cell in row.items()} for row in answer.json()["results"]["bindings"]]


def test_our_figures_are_joined_with_the_kinds_of_tooi(ours: str, second: str) -> None:
    query = (QUERIES / "with-tooi.rq").read_text("utf-8")
    assert THEIRS in query
    found = rows(ours, query.replace(THEIRS, second))
    counted = rows(
        ours,
        "SELECT (COUNT(*) AS ?n) { ?s <https://w3id.org/kamergraaf/def/countedBy> "
        "<https://w3id.org/kamergraaf/id/organisation/coa> }",
    )
    wanted = {"kind": f"{TOOI}def/ont/Zbo", "official": "Centraal Orgaan opvang asielzoekers"}
    assert found == [{**wanted, "figures": counted[0]["n"]}]
    assert int(counted[0]["n"]) > 0


def test_a_server_with_tooi_joins_its_bodies_with_our_figures(ours: str, second: str) -> None:
    query = (QUERIES / "from-tooi.rq").read_text("utf-8")
    assert OURS in query
    found = rows(second, query.replace(OURS, ours))
    assert {row["official"] for row in found} == {"Centraal Orgaan opvang asielzoekers"}
    answer = "https://w3id.org/kamergraaf/id/document/kst-36800-XX-7/answer/11"
    assert {"what": "opvangplekken", "value": "69630", "answer": answer} in [
        {name: row[name] for name in ("what", "value", "answer")} for row in found
    ]


def test_an_endpoint_that_is_not_listed_is_refused(ours: str) -> None:
    query = (QUERIES / "with-tooi.rq").read_text("utf-8")
    answer = httpx.post(ours, data={"query": query}, headers={"Accept": "application/json"})
    assert answer.status_code == 403
    assert "127.0.0.1:7878" in answer.json()["detail"]


def test_the_link_sets_of_the_catalogue_count_what_the_endpoint_counts(ours: str) -> None:
    sets = rows(
        ours,
        "PREFIX void: <http://rdfs.org/ns/void#> SELECT ?predicate ?space ?triples { ?set a void:Linkset ; "
        "void:linkPredicate ?predicate ; void:objectsTarget/void:uriSpace ?space ; void:triples ?triples }",
    )
    spaces = {f"{TOOI}", "http://www.wikidata.org/entity/", "https://wetten.overheid.nl/", "https://sws.geonames.org/"}
    known = [row for row in sets if row["space"] in spaces]
    assert {row["space"] for row in known} == spaces
    for row in known:
        where = f'{{ ?s <{row["predicate"]}> ?o FILTER(STRSTARTS(STR(?o), "{row["space"]}")) }}'
        counted = rows(ours, f"SELECT (COUNT(*) AS ?n) {{ SELECT DISTINCT ?s ?o {where} }}")
        assert counted[0]["n"] == row["triples"], row
