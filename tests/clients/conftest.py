"""A real server for real clients: `kamergraaf serve` as its users start it, with the paper that ships."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.clients.npm import MissingError, install

KG = "https://w3id.org/kamergraaf/def/"
DOCUMENT = "https://w3id.org/kamergraaf/id/document/kst-36800-XX-7"
GRAPH = "https://w3id.org/kamergraaf/graph/kst-36800-XX-7"


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that has built the paper that ships; it is ended when the last client is done."""
    folder = tmp_path_factory.mktemp("clients")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KAMERGRAAF_")}
    environment |= {"KAMERGRAAF_AUTHORITIES": os.devnull, "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-c", "from graph.cli import main; main()", "serve", "--port", "0"]
    command += ["--store", str(folder / "store")]
    log = folder / "log.txt"
    with (
        log.open("wb") as errors,
        subprocess.Popen(  # noqa: S603
            command, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment, cwd=folder
        ) as process,
    ):
        try:
            yield _answering(process, log)
        finally:
            process.terminate()


def _answering(process: subprocess.Popen[str], log: Path) -> str:
    """Give the address that the server tells, once it answers there."""
    assert process.stdout is not None
    found = (re.search(r"http://[\d.]+:\d+", line) for line in process.stdout)
    address = next((told.group() for told in found if told), "")
    while process.poll() is None and address:
        try:
            httpx.get(f"{address}/health", timeout=30)
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return address
    raise RuntimeError(f"the server did not start: {log.read_text('utf-8')[-2000:]}")


@pytest.fixture(scope="session")
def endpoint(address: str) -> str:
    """The SPARQL endpoint of that server."""
    return f"{address}/sparql"


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder of the example queries."""
    return Path(__file__).parents[2] / "ontology" / "queries"


@pytest.fixture(scope="session")
def installed(request: pytest.FixtureRequest) -> Path:
    """The folder of the clients that come from npm; skips with the reason where they cannot be installed."""
    try:
        return install(Path(request.config.cache.mkdir("clients")))
    except MissingError as reason:
        pytest.skip(str(reason))
