"""The endpoint in front of a real engine: the table of conformance, with its low limits, and what becomes of faults."""

from __future__ import annotations

from pathlib import Path

import httpx
from tests.conformance.protocol.run import run
from tests.conformance.protocol.serving import serving
from tests.engines.running import Running

OTHERWISE = {
    # Names alone: Oxigraph has no graphs that it keeps from others, Virtuoso lists all for just this pattern.
    ("dataset", "no dataset: GRAPH reaches every graph"): "the log of publications is listed among the graphs",
    # An engine's answer is taken in whole before any of it is passed on, so that these run past the limit of time.
    ("limits", "a result with too many rows breaks off"): "504 before the first row",
    ("limits", "the same as XML"): "504 before the first row",
    ("limits", "the same as CSV"): "504 before the first row",
}
"""The rows that go another way than on disk, none of which gives a wrong or a short result."""


def test_every_other_row_of_the_table_passes(engine: Running, tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "disk").mkdir()
    with serving(tmp_path / "here", engine.location) as address:
        found = run(address)
    with serving(tmp_path / "disk") as address:
        usual = run(address)
    assert len(found) > 5
    assert _lacking(found) - _lacking(usual) <= set(OTHERWISE)


def _lacking(found: dict[str, dict[str, str]]) -> set[tuple[str, str]]:
    return {(group, name) for group, rows in found.items() for name, lacking in rows.items() if lacking}


def test_a_query_that_runs_on_is_ended_and_the_next_one_answered(engine: Running, tmp_path: Path) -> None:
    patterns = " ".join(f"?s{number} ?p{number} ?o{number} ." for number in range(1, 15))
    forever = f"SELECT (COUNT(*) AS ?n) {{ {patterns} FILTER (?o1 = ?o2 || ?o3 != ?s4) }}"
    with serving(tmp_path, engine.location) as address, httpx.Client(base_url=address, timeout=30) as client:
        ended = client.get("/sparql", params={"query": forever})
        assert (ended.status_code, ended.headers["content-type"]) == (504, "application/problem+json")
        assert client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}).json()["boolean"] is True


def test_a_mistake_is_told_with_its_place_whatever_the_engine(engine: Running, tmp_path: Path) -> None:
    with serving(tmp_path, engine.location) as address:
        found = httpx.get(f"{address}/sparql", params={"query": "SELECT *\nWHERE { ?s ?p }"}, timeout=30)
        assert found.status_code == 400
        assert "line 2" in found.json()["detail"]


def test_what_is_published_is_seen_without_a_new_start(engine: Running, tmp_path: Path) -> None:
    with serving(tmp_path, engine.location) as address, httpx.Client(base_url=address, timeout=30) as client:
        ask = {"query": "ASK { <https://example.org/new> ?p ?o }"}
        assert client.get("/sparql", params=ask).json()["boolean"] is False
        engine.tell("INSERT DATA { GRAPH <https://example.org/g> { <https://example.org/new> <https://e.org/p> 1 } }")
        # asked in other words: small results are kept for as long as a publication is the current one
        other = {"query": "ASK { <https://example.org/new> ?p ?object }"}
        assert client.get("/sparql", params=other).json()["boolean"] is True


def test_pages_come_from_the_engine(engine: Running, tmp_path: Path) -> None:
    with serving(tmp_path, engine.location) as address, httpx.Client(base_url=address, timeout=60) as client:
        found = {path: client.get(path).status_code for path in ("/", "/documents", "/status", "/download/", "/health")}
    assert found == dict.fromkeys(found, 200)
