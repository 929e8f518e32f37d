"""schemathesis asks every address what /openapi.json promises of it, and finds nothing that is not as promised."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.web.conftest import running

from graph.build import build, find
from graph.resources import resource
from graph.settings import Settings
from graph.store import open_store
from graph.web import create_app
from graph.web.offers import OFFERS

SCHEMATHESIS = Path(sys.executable).with_name("schemathesis")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with the paper that ships."""
    store = tmp_path_factory.mktemp("openapi") / "store"
    settings = Settings.load(store=store, jobs=1, query_seconds=20.0, query_queue=200, log_format="none")
    build(find([resource("data", "documents")]), settings, open_store(settings.store))
    with running(create_app(settings)) as found:
        httpx.get(f"{found}/openapi.json", timeout=60)  # it is made once; schemathesis waits ten seconds at most
        yield found


def test_schemathesis_finds_nothing(address: str, tmp_path: Path) -> None:
    command = [str(SCHEMATHESIS), "run", f"{address}/openapi.json", "--max-examples", "3", "--seed", "1", "--no-color"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=600, check=False)  # noqa: S603
    assert run.returncode == 0, run.stdout[-20_000:] + run.stderr[-2000:]
    assert "No issues found" in run.stdout, run.stdout[-20_000:]
    assert "nresolvable" not in run.stdout, run.stdout[-20_000:]


def test_every_reference_of_the_description_leads_to_a_schema_of_it(address: str) -> None:
    text = httpx.get(f"{address}/openapi.json").text
    schemas = httpx.get(f"{address}/openapi.json").json()["components"]["schemas"]
    named = set(re.findall(r'"#/components/schemas/([^"]+)"', text))
    assert named == set(schemas) and {"Problem", "Order"} <= named


def test_every_address_says_what_it_gives_and_what_can_go_wrong(address: str) -> None:
    described = httpx.get(f"{address}/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    missing = []
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            if method != "head" and (path, method) not in OFFERS:
                missing.append(f"{method} {path}")
            responses = operation["responses"]
            assert {"400", "404", "406", "503"} <= responses.keys(), path
            names = {each["name"] for each in operation.get("parameters", ()) if each["in"] == "path"}
            assert all(f"{{{name}}}" in path for name in names) and path.count("{") == len(names)
    assert not missing, "add them to graph.web.offers"


def test_no_address_is_promised_that_there_is_not(address: str) -> None:
    described = httpx.get(f"{address}/openapi.json").json()["paths"]
    assert [key for key in OFFERS if key[1] not in described.get(key[0], {})] == []


@pytest.mark.parametrize("method", ["get", "head"])
def test_what_an_address_gives_of_itself_is_of_a_type_that_it_promises(address: str, method: str) -> None:
    described = httpx.get(f"{address}/openapi.json").json()["paths"]
    for path, operations in described.items():
        if "{" in path or any(each.get("required") for each in operations["get"].get("parameters", ())):
            continue
        answer = httpx.request(method, f"{address}{path}", timeout=30)
        assert answer.status_code == 200, path
        assert answer.headers["content-type"].partition(";")[0] in operations["get"]["responses"]["200"]["content"], (
            path
        )
        assert (method == "get") == bool(answer.content), path
